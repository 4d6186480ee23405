package main

import (
	"strings"

	"github.com/eduplan/tonghua/plan/internal/tables"
)

func writePlan(w *writer, t *tables.Tables) {
	w.row = "plan.csv"
	p := t.Plan
	w.line("import (\n\"github.com/eduplan/tonghua/indicators/bilingual\"\n\"github.com/eduplan/tonghua/indicators/quantity\"\n)\n")
	w.line("// document is what the tables say of the document as a whole.")
	w.line("var document = Document{")
	w.line("Edition: %q,\nName: %s%s,", p.Edition, bilingualText(p.Name), strings.Join([]string{date("\nFirst", p.First), date("\nLast", p.Last), date("\nIssued", p.Issued)}, ""))
	w.line("IssuedOrigin: %s,", w.origin(p.IssuedOrigin))
	w.line("}")
}
