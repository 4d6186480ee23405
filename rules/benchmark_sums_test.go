package rules_test

import (
	"slices"
	"testing"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/teacher"
	"github.com/eduplan/tonghua/rules"
)

// BenchmarkSums is what a ratio of two sums of hours costs beside eleven rules,
// whose pass is its yardstick.
func BenchmarkSums(b *testing.B) {
	rows := register(benchmarkRows, 10, 1)
	eleven := twelve()[:11]
	p, id := oneShare(b, 0)
	practised := rules.MustRatio(p, id, indicators.Ratio[teacher.Record]{
		Of: indicators.SumOf(teacher.PracticeHours), Per: indicators.SumOf(teacher.DigitalHours)})
	without := 0.0
	for _, set := range []struct {
		name string
		set  rules.Set[teacher.Record]
	}{{"without", eleven}, {"with", append(slices.Clone(eleven), practised)}} {
		panel := rules.MustPanel(fill, set.set...)
		b.Run(set.name, func(b *testing.B) {
			ns := timed(b, len(rows), 0, func() {
				if _, err := rules.EvaluateBy(panel, asOf, rows, byCounty); err != nil {
					b.Fatal(err)
				}
			})
			if set.name == "without" {
				without = ns
			} else if without > 0 {
				b.ReportMetric(ns-without, "ns/sums")
			}
		})
	}
}
