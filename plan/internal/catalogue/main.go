// Command catalogue writes the reference page of the plan, CATALOGUE.md, and its review
// sheets. It runs in the folder plan, after the plan's statements were generated.
package main

import (
	"bytes"
	"io"
	"log"
	"os"

	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/plan"
)

func main() {
	log.SetFlags(0)
	log.SetPrefix("catalogue: ")
	p, err := plan.New(plan.Tonghua().Document()) // which checks the statements
	if err != nil {
		log.Fatal(err)
	}
	write("CATALOGUE.md", p.WriteMarkdown)
	for _, l := range []bilingual.Language{bilingual.Chinese, bilingual.English} {
		write("REVIEW."+l.Pick("zh", "en")+".html", func(w io.Writer) error { return p.WriteReview(w, l) })
	}
}

func write(name string, page func(io.Writer) error) {
	var out bytes.Buffer
	if err := page(&out); err != nil {
		log.Fatal(err)
	}
	if err := os.WriteFile(name, out.Bytes(), 0o644); err != nil {
		log.Fatal(err)
	}
}
