package report

import (
	"fmt"
	"slices"

	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules/verdict"
)

// Filter picks the statements that are printed. The zero value picks all.
type Filter uint8

// The filters. Those that pick some print no folded counts.
const (
	Everything Filter = iota
	Breaches
	Undetermined
	NoData // statements that demand something and that nothing is known of
)

var filters = []string{"", "breach", "undetermined", "nodata"}

// ParseFilter reads "breach", "undetermined", "nodata", or "" for everything.
func ParseFilter(key string) (Filter, error) {
	if f := slices.Index(filters, key); f >= 0 {
		return Filter(f), nil
	}
	return 0, fmt.Errorf("report: filter %q: want breach, undetermined or nodata", key)
}

// String returns what ParseFilter reads.
func (f Filter) String() string { return filters[min(int(f), len(filters)-1)] }

// shows reports whether a row is printed.
func (o Options) shows(row Row) bool {
	switch o.Only {
	case Breaches:
		return row.Result != nil && row.Result.Breach()
	case Undetermined:
		return row.Result != nil && row.Result.Outcome == verdict.Undetermined
	case NoData:
		return row.Result == nil && row.Modality != plan.NoDemand
	}
	return row.Result != nil || len(row.Groups) > 0 || o.All
}
