package rules_test

import (
	"fmt"
	"testing"

	"github.com/eduplan/tonghua/rules"
	"github.com/eduplan/tonghua/rules/tonghua"
)

// BenchmarkFreshPanel is a program that asks all teachers' rules about one register
// and ends: the panel is made, made ready for the date and used once.
func BenchmarkFreshPanel(b *testing.B) {
	for _, n := range []int{100, 15_000} {
		rows := register(n, 10, 1)
		b.Run(fmt.Sprint(n, "/whole city"), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := rules.MustPanel(fill, tonghua.Teachers()...).Evaluate(asOf, rows); err != nil {
					b.Fatal(err)
				}
			}
		})
		b.Run(fmt.Sprint(n, "/by county"), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := rules.EvaluateBy(rules.MustPanel(fill, tonghua.Teachers()...), asOf, rows, byCounty); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
