package rules

import (
	"fmt"
	"slices"

	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules/verdict"
)

// Succession says that a group goes on under another name from a day: a county that was
// renamed, or a school that was merged into another, which keeps its own name. A group
// that was split has no successor, since nobody knows which part of it became what.
type Succession struct {
	From string        `json:"from"`
	To   string        `json:"to"`
	On   quantity.Date `json:"on"` // the first day of the new name
}

// Successions are what became of groups.
type Successions []Succession

// Name returns the name under which a group of a date goes on by the latest. A name that
// is used again later is another group.
func (s Successions) Name(name string, on quantity.Date) string {
	later := slices.DeleteFunc(slices.Clone(s), func(one Succession) bool { return !one.On.After(on) })
	slices.SortStableFunc(later, func(a, b Succession) int { return a.On.DaysSince(b.On) })
	for i := 0; i < len(later); i++ {
		if later[i].From == name {
			name, on = later[i].To, later[i].On
			for i+1 < len(later) && later[i+1].On == on { // of one day one step
				i++
			}
		}
	}
	return name
}

// History is what a panel says of a register on several dates, in all and by group. It
// serves the pace of a target, a board of groups and dates, and comparison with another
// group; under the next plan each series goes on with [verdict.Series.Continue].
type History struct {
	names  []string
	passes []judgedPass // in the order of their dates
}

// judgedPass is what one pass says, under the names of today.
type judgedPass struct {
	total  verdict.Results
	groups map[string]verdict.Results
}

// NewHistory puts passes of one panel, or of panels under several editions, into the order
// of their dates, with groups under the names that they have today: those that were merged
// since are counted together before the merger too. Two passes of one date are an error.
func NewHistory(successions Successions, passes ...*Groups[string]) (History, error) {
	var h History
	var names [][]string
	for i, g := range passes {
		if g.isZero() {
			return History{}, fmt.Errorf("rules: history: pass %d: %w", i+1, ErrZero)
		}
		day := g.Total().AsOf
		today, err := RollUp(g, func(name string) string { return successions.Name(name, day) })
		if err != nil {
			return History{}, err
		}
		today = today.Are(g.panel.each)
		one := judgedPass{today.Total(), map[string]verdict.Results{}}
		for name, results := range today.All() {
			one.groups[name] = results
		}
		at, twice := slices.BinarySearchFunc(h.passes, day, func(p judgedPass, day quantity.Date) int { return p.total.AsOf.DaysSince(day) })
		if twice {
			return History{}, fmt.Errorf("rules: history: two passes of %s", day)
		}
		h.passes, names = slices.Insert(h.passes, at, one), slices.Insert(names, at, today.Keys())
	}
	for _, list := range slices.Backward(names) { // in the order of today's register
		for _, name := range list {
			if !slices.Contains(h.names, name) {
				h.names = append(h.names, name)
			}
		}
	}
	return h, nil
}

// Dates returns the dates of the passes in their order.
func (h History) Dates() []quantity.Date {
	days := make([]quantity.Date, len(h.passes))
	for i, p := range h.passes {
		days[i] = p.total.AsOf
	}
	return days
}

// Names returns the groups in the order of the latest pass; those that it does not have
// come last.
func (h History) Names() []string { return slices.Clone(h.names) }

// Of returns the history of a statement in all; it is empty where no pass has asked it.
// Where an edition has changed the threshold the series goes on with the new one.
func (h History) Of(id plan.ID) (verdict.Series, error) {
	return h.series(id, func(p judgedPass) verdict.Results { return p.total })
}

// OfGroup returns the history of a statement in a group. Passes in which the group has no
// record are left out.
func (h History) OfGroup(name string, id plan.ID) (verdict.Series, error) {
	return h.series(id, func(p judgedPass) verdict.Results { return p.groups[name] })
}

func (h History) series(id plan.ID, of func(judgedPass) verdict.Results) (all verdict.Series, err error) {
	var same []verdict.Result // of one edition and threshold
	end := func() error {
		part, err := verdict.NewSeries(same...)
		if err == nil {
			all, err = all.Continue(part)
		}
		same = nil
		return err
	}
	for _, p := range h.passes {
		r, asked := of(p).Of(id)
		if !asked {
			continue
		}
		if n := len(same); n > 0 && (r.Edition != same[n-1].Edition || !r.Threshold.Same(same[n-1].Threshold)) {
			if err := end(); err != nil {
				return verdict.Series{}, err
			}
		}
		same = append(same, r)
	}
	return all, end()
}

// BoardRow is a group on a board.
type BoardRow struct {
	Name    string            `json:"name"`
	Results []*verdict.Result `json:"results"` // one a date of the history; nil where the group had no record
}

// Board returns the results of a statement by group and date.
func (h History) Board(id plan.ID) []BoardRow {
	rows := make([]BoardRow, len(h.names))
	for i, name := range h.names {
		rows[i] = BoardRow{name, make([]*verdict.Result, len(h.passes))}
		for k, p := range h.passes {
			if r, there := p.groups[name].Of(id); there {
				rows[i].Results[k] = &r
			}
		}
	}
	return rows
}
