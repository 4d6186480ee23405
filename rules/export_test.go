package rules

import (
	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/quantity"
)

// Tables returns the sizes of the tables that a panel counts records in.
func Tables[T any, R indicators.Record[R]](p *Panel[T, R], asOf quantity.Date) (sizes []int) {
	e, err := p.engine.on(asOf, p.rules)
	if err != nil {
		panic(err)
	}
	for _, t := range e.profiles {
		sizes = append(sizes, t.axes.Size())
	}
	return sizes
}

// Profiles returns how many profiles a panel tells apart among rows, of all
// tables together.
func Profiles[T any, R indicators.Record[R]](p *Panel[T, R], asOf quantity.Date, rows []T) int {
	r, err := start(p, asOf)
	if err != nil {
		panic(err)
	}
	r.pass.all(r.pass.newGroup())
	r.slice(rows, func([]T) {})
	return len(r.pass.told) - 1
}
