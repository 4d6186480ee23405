// Command generate writes the sets of the rule book from its rules: one for
// each subject, one of the rules that evidence answers, and the whole book. It
// runs in the folder rules/tonghua.
package main

import (
	"log"
	"os"

	"github.com/eduplan/tonghua/rules/tonghua/internal/sources"
)

// generated is the file that is written.
const generated = "book_generated.go"

func main() {
	log.SetFlags(0)
	log.SetPrefix("generate: ")
	book, err := sources.Read(".")
	if err != nil {
		log.Fatal(err)
	}
	source, err := generate(book)
	if err != nil {
		log.Fatal(err)
	}
	if err := os.WriteFile(generated, source, 0o644); err != nil {
		log.Fatal(err)
	}
}
