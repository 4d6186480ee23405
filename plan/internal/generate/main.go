// Command generate writes the Go form of the tables in seeds: the plan's
// statements and the constants of their IDs, and the same of the evaluation of
// balance. It runs in the folder plan.
package main

import (
	"log"
	"os"
	"path/filepath"

	"github.com/eduplan/tonghua/plan/internal/tables"
)

func main() {
	log.SetFlags(0)
	log.SetPrefix("generate: ")
	for _, d := range documents {
		t, err := d.read()
		if err != nil {
			log.Fatal(err)
		}
		sources, err := d.write(t)
		if err != nil {
			log.Fatal(err)
		}
		for name, source := range sources {
			if err := os.WriteFile(filepath.Join(d.folder, name), source, 0o644); err != nil {
				log.Fatal(err)
			}
		}
	}
}

// document is one whose tables stand in seeds.
type document struct {
	folder string // below package plan
	read   func() (*tables.Tables, error)
	write  func(*tables.Tables) (map[string][]byte, error)
}

var documents = []document{
	{".", tables.Read, generate},
	{"evaluation", func() (*tables.Tables, error) { return tables.ReadFolder("balance") },
		func(t *tables.Tables) (map[string][]byte, error) { return write(t, "evaluation") }},
}
