package rules_test

import (
	"fmt"
	"testing"

	"github.com/eduplan/tonghua/indicators/teacher"
	"github.com/eduplan/tonghua/rules"
)

// Keys are measured beside the same pass by somebody who keeps a record of each number by
// hand, in a map.
func BenchmarkKeys(b *testing.B) {
	rows := register(15_000, 10, 1)
	keys := make([]string, len(rows))
	for i := range rows {
		rows[i].ID = int64(i)
		keys[i] = fmt.Sprintf("2205%014d", i*7919%len(rows))
	}
	number := func(s *staff) string { return keys[s.ID] }
	panel := rules.MustPanel(fill, twelve()...)
	byHand := 0.0
	b.Run("map", func(b *testing.B) {
		byHand = timed(b, len(rows), 0, func() {
			first, records := map[string]int32{}, []teacher.Record(nil)
			p := rules.MustPanel(func(s *staff, t *teacher.Record) {
				fill(s, t)
				if _, there := first[number(s)]; !there {
					first[number(s)] = int32(len(records))
					records = append(records, *t)
				}
			}, twelve()...)
			if _, err := p.Evaluate(asOf, rows); err != nil {
				b.Fatal(err)
			}
		})
	})
	b.Run("none", func(b *testing.B) {
		timed(b, len(rows), byHand, func() {
			if _, err := panel.Evaluate(asOf, rows); err != nil {
				b.Fatal(err)
			}
		})
	})
	b.Run("keyed", func(b *testing.B) {
		timed(b, len(rows), byHand, func() {
			if _, err := panel.Keyed(number).Evaluate(asOf, rows); err != nil {
				b.Fatal(err)
			}
		})
	})
}
