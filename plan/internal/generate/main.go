// Command generate writes the Go form of the tables in seeds: the plan's
// statements and the constants of their IDs. It runs in the folder plan.
package main

import (
	"log"
	"os"

	"github.com/eduplan/tonghua/plan/internal/tables"
)

func main() {
	log.SetFlags(0)
	log.SetPrefix("generate: ")
	t, err := tables.Read()
	if err != nil {
		log.Fatal(err)
	}
	sources, err := generate(t)
	if err != nil {
		log.Fatal(err)
	}
	for name, source := range sources {
		if err := os.WriteFile(name, source, 0o644); err != nil {
			log.Fatal(err)
		}
	}
}
