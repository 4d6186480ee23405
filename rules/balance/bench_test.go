package balance_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules"
)

// BenchmarkCity judges 720 schools of six counties by all rules on schools, coefficients included.
func BenchmarkCity(b *testing.B) {
	r := rand.New(rand.NewPCG(1, 2))
	var schools []school
	for i := range 720 {
		s := randomSchool(r, fmt.Sprint("county ", i%6), 0)
		s.Name = fmt.Sprint("school ", i)
		schools = append(schools, s)
	}
	panel := panelOf(b)
	b.ReportAllocs()
	for b.Loop() {
		groups, err := rules.EvaluateBy(panel, asOf, schools, keyOf)
		if err != nil {
			b.Fatal(err)
		}
		counties, err := rules.Split(groups, func(k key) string { return k.County }, plan.County)
		if err != nil {
			b.Fatal(err)
		}
		for _, of := range counties.All() {
			_ = of.Total()
		}
	}
}
