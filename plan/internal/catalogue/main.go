// Command catalogue writes the reference page of the plan, CATALOGUE.md. It runs
// in the folder plan, after the plan's statements were generated.
package main

import (
	"bytes"
	"log"
	"os"

	"github.com/eduplan/tonghua/plan"
)

func main() {
	log.SetFlags(0)
	log.SetPrefix("catalogue: ")
	p, err := plan.New(plan.Tonghua().Document()) // which checks the statements
	if err != nil {
		log.Fatal(err)
	}
	var page bytes.Buffer
	if err := p.WriteMarkdown(&page); err != nil {
		log.Fatal(err)
	}
	if err := os.WriteFile("CATALOGUE.md", page.Bytes(), 0o644); err != nil {
		log.Fatal(err)
	}
}
