// Command manual writes the manual of the rules as pages: what each rule asks, which fields
// it reads, which words they have, and what verdicts mean.
package main

import (
	"log"
	"os"
	"path/filepath"

	"github.com/eduplan/tonghua/indicators/bilingual"
)

// folder is where the pages stand, seen from the rules.
const folder = "manual"

func main() {
	log.SetFlags(0)
	log.SetPrefix("manual: ")
	if err := os.MkdirAll(folder, 0o755); err != nil {
		log.Fatal(err)
	}
	for _, l := range []bilingual.Language{bilingual.Chinese, bilingual.English} {
		data, err := manual(l)
		if err != nil {
			log.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(folder, l.String()+".html"), data, 0o644); err != nil {
			log.Fatal(err)
		}
	}
}
