package quantity_test

import (
	"testing"

	"github.com/shopspring/decimal"

	"github.com/eduplan/tonghua/indicators/quantity"
)

func BenchmarkN(b *testing.B) {
	b.ReportAllocs()
	n := int64(41230)
	for b.Loop() {
		quantity.N(n)
	}
}

func BenchmarkHoursOf(b *testing.B) {
	b.ReportAllocs()
	v := 72.5
	for b.Loop() {
		quantity.HoursOf(v)
	}
}

func BenchmarkHoursOfDecimal(b *testing.B) {
	for _, text := range []string{"72.5", "72.500"} {
		b.Run(text, func(b *testing.B) {
			d, err := decimal.NewFromString(text)
			if err != nil {
				b.Fatal(err)
			}
			b.ReportAllocs()
			for b.Loop() {
				quantity.HoursOfDecimal(d)
			}
		})
	}
}

func BenchmarkRatioCompare(b *testing.B) {
	b.ReportAllocs()
	r, floor := share(94996, 100000, quantity.Pupil), percent(9500)
	for b.Loop() {
		r.Compare(floor)
	}
}
