package main

import (
	"fmt"

	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/plan/internal/tables"
)

func writeNumerals(w *writer, t *tables.Tables) {
	w.line("func numerals() []Numeral {\nreturn []Numeral{")
	for _, n := range t.Numerals {
		w.row = n.Place + " " + n.Token
		source := fmt.Sprintf("Place: %q", n.Place)
		if n.Token != "" {
			source += fmt.Sprintf(", Token: %q, Nth: %d", n.Token, n.Nth)
		}
		if n.Statement != "" {
			source += fmt.Sprintf(", Statement: %s, Of: Of%s", w.id(n.Statement), word(w, plan.ParseNumeralOf, n.Of))
		}
		if n.Key != "" {
			source += fmt.Sprintf(", Key: %q", n.Key)
		}
		if n.Value != "" {
			source += fmt.Sprintf(", Value: %q", n.Value)
		}
		if n.Reason != "" {
			source += ", Reason: " + word(w, plan.ParseNumeralReason, n.Reason)
		}
		w.line("{%s},", source)
	}
	w.line("}\n}")
}
