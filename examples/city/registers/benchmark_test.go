package registers_test

import (
	"testing"

	"github.com/eduplan/tonghua/examples/city/registers"
)

// BenchmarkEvaluate judges the whole city by all rules of the book: 23 panels, by
// county, with a few cells unknown or invalid as real tables have them.
func BenchmarkEvaluate(b *testing.B) {
	city := made(b, registers.Config{Year: 2024, Unknown: 20, Invalid: 1})
	v, err := city.Evaluate()
	if err != nil {
		b.Fatal(err)
	}
	rows, verdicts := int64(0), 0
	for _, w := range v.Whole {
		rows += w.Read
		verdicts += len(w.Rules)
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := city.Evaluate(); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(rows), "ns/row")
	b.ReportMetric(float64(rows), "rows")
	b.ReportMetric(float64(verdicts), "rules")
}

// BenchmarkNew makes the city.
func BenchmarkNew(b *testing.B) {
	for b.Loop() {
		if _, err := registers.New(registers.Config{Year: 2024, Unknown: 20, Invalid: 1}); err != nil {
			b.Fatal(err)
		}
	}
}
