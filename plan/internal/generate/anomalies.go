package main

import (
	"strings"

	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/plan/internal/tables"
)

func writeAnomalies(w *writer, t *tables.Tables) {
	w.line("import \"github.com/eduplan/tonghua/indicators/bilingual\"\n")
	w.line("var anomalies = []Anomaly{")
	for _, a := range t.Anomalies {
		w.row = a.Key
		ids := make([]string, len(a.Statements))
		for i, id := range a.Statements {
			ids[i] = w.id(id)
		}
		w.line("{\nKey: %q, Kind: %s,\nPlaces: []Place{%s},\nStatements: []ID{%s},\nText: %s,\n},",
			a.Key, word(w, plan.ParseAnomalyKind, a.Kind), quoted(a.Places), strings.Join(ids, ", "), bilingualText(a.Text))
	}
	w.line("}")
}
