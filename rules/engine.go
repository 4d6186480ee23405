package rules

import (
	"slices"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/quantity"
)

// profileLimits bound a profile's table. Rules whose fields are independent of
// each other are kept in separate profiles, because their classes multiply, but
// every four profiles cost a packing of the record: the first limit that needs
// one packing alone is taken, and the last where none does. Small tables stay
// in the processor's first caches.
var profileLimits = [...]int{1 << 9, 1 << 10, 1 << 11, 1 << 12, 1 << 13}

// engine is a set of rules made ready for passes on one as-of date. It counts
// profiles, so that what a record costs hardly depends on the number of rules.
type engine[R indicators.Record[R]] struct {
	rules    []*core[R]
	subject  *indicators.Subject[R]
	layout   layout
	asked    [][]asked[R] // the readings of each rule, over the axes of their profiles
	profiles []*profile[R]
	words    []tableWord
	wide     []*profile[R] // one reading each: they tell too many profiles apart to be counted
	all      []*profile[R] // the counted ones, then the wide ones
	entries  int           // of all counted profiles together
	watches  []indicators.Watch[R]
	quality  int // where the tally counts what the watches see, unknown and invalid in turn
	duties   []dutyAt[R]
}

// dutyAt is where a duty's deciding reading is answered.
type dutyAt[R indicators.Record[R]] struct {
	rule             *core[R]
	as               *bound[R]
	due              Due
	station, reading int
}

// tableWord is the stretch of the tables that up to four profiles index
// together, with one entry at its end for the lanes that are left over.
type tableWord struct{ first, last, start, end int }

// profile is a set of readings that are counted together.
type profile[R indicators.Record[R]] struct {
	axes    *indicators.Axes[R]
	offset  int // of its entries among those of all profiles
	asked   []*asked[R]
	duties  []bool                // which of them is a duty's deciding reading
	seen    []indicators.Watch[R] // all that may be wrong with its fields
	watches []watchAt[R]          // of them those that no profile before it has
	amounts bool                  // some reading adds amounts
}

// watchAt is a watch over a profile's axes with its place in the engine's list.
type watchAt[R indicators.Record[R]] struct {
	indicators.Watch[R]
	at int
}

func newEngine[R indicators.Record[R]](list []*core[R], asOf quantity.Date) (*engine[R], error) {
	e := &engine[R]{rules: list, subject: list[0].subject}
	var all []*cluster[R]
	for _, c := range list {
		b, err := c.on(asOf)
		if err != nil {
			return nil, err
		}
		readings := make([]asked[R], len(b.readings))
		e.asked = append(e.asked, readings)
		for k := range b.readings {
			r := &b.readings[k]
			readings[k] = asked[R]{bound: r, slot: e.layout.slot(r.form, len(r.fields))}
			axes, err := indicators.NewAxes(e.subject, r.question)
			if err != nil {
				return nil, err
			}
			all = append(all, &cluster[R]{[]*asked[R]{&readings[k]}, []bool{k == 0 && r.finds},
				[]indicators.Question[R]{r.question}, axes})
		}
	}
	var clusters, wide []*cluster[R]
	for _, limit := range profileLimits {
		if clusters, wide = e.join(all, limit); len(clusters) <= indicators.LanesPerWord {
			break
		}
	}
	for _, c := range clusters {
		e.profiles = append(e.profiles, e.newProfile(c.axes, c.asked, c.duties))
	}
	for _, c := range wide {
		e.wide = append(e.wide, e.newProfile(c.axes, c.asked, c.duties))
	}
	e.layOutTables()
	e.all = slices.Concat(e.profiles, e.wide)
	e.quality = e.layout.counts
	e.layout.counts += 2 * len(e.watches)
	for i, c := range list {
		for station, p := range e.all {
			if k := slices.Index(p.asked, &e.asked[i][0]); k >= 0 && p.duties[k] {
				first, _ := c.plan.Period()
				due := dueOn(asOf, asOf, first, c.statement.Deadline)
				e.duties = append(e.duties, dutyAt[R]{c, p.asked[k].bound, due, station, k})
			}
		}
	}
	return e, nil
}

// cluster is a set of readings on the way to a profile.
type cluster[R indicators.Record[R]] struct {
	asked     []*asked[R]
	duties    []bool
	questions []indicators.Question[R]
	axes      *indicators.Axes[R]
}

// join puts readings together, each with those whose table grows least by it.
// A reading that tells more profiles apart than the limit stays by itself.
func (e *engine[R]) join(all []*cluster[R], limit int) (clusters, wide []*cluster[R]) {
	for _, one := range all {
		if one.axes.Size() > limit {
			wide = append(wide, one)
			continue
		}
		best, growth := -1, one.axes.Size()
		var bestAxes *indicators.Axes[R]
		for i, other := range clusters {
			joint, err := indicators.NewAxes(e.subject, append(slices.Clone(other.questions), one.questions...)...)
			if err != nil || joint.Size() > limit {
				continue
			}
			if g := joint.Size() - other.axes.Size(); bestAxes == nil || g < growth {
				best, growth, bestAxes = i, g, joint
			}
		}
		if best < 0 {
			clusters = append(clusters, one)
			continue
		}
		to := clusters[best]
		clusters[best] = &cluster[R]{slices.Concat(to.asked, one.asked), slices.Concat(to.duties, one.duties),
			slices.Concat(to.questions, one.questions), bestAxes}
	}
	return clusters, wide
}

// layOutTables gives each profile its stretch of the tables. Even a pass that
// counts no profile packs its records, for their amounts.
func (e *engine[R]) layOutTables() {
	for first := 0; first == 0 || first < len(e.profiles); first += indicators.LanesPerWord {
		w := tableWord{first: first, last: min(first+indicators.LanesPerWord, len(e.profiles)), start: e.entries}
		for _, p := range e.profiles[w.first:w.last] {
			p.offset = e.entries
			e.entries += p.axes.Size()
		}
		e.entries++
		w.end = e.entries
		e.words = append(e.words, w)
	}
}

// newProfile decides the readings over their common axes, and takes on the
// watches that no profile before it has.
func (e *engine[R]) newProfile(axes *indicators.Axes[R], list []*asked[R], duties []bool) *profile[R] {
	p := &profile[R]{axes: axes, asked: list, duties: duties, seen: axes.Watches()}
	for _, a := range list {
		a.decision = axes.Decide(a.bound.question)
		p.amounts = p.amounts || a.slot.sums >= 0
	}
	for _, w := range p.seen {
		known := slices.ContainsFunc(e.watches, func(v indicators.Watch[R]) bool { return v.Field == w.Field && v.Whole == w.Whole })
		if !known {
			p.watches = append(p.watches, watchAt[R]{w, len(e.watches)})
			e.watches = append(e.watches, w)
		}
	}
	return p
}

// count adds n records of one profile to a tally.
func (e *engine[R]) count(p *profile[R], t *tally, classes []uint8, n int64) {
	for _, a := range p.asked {
		a.count(t, classes, n)
	}
	for _, w := range p.watches {
		unknown, invalid := w.See(classes)
		switch {
		case unknown:
			t.counts[e.quality+2*w.at] += n
		case invalid:
			t.counts[e.quality+2*w.at+1] += n
		}
	}
}

// flags of a profile: what a record that has it calls for.
const (
	decided     = 1 << iota // its flags are worked out
	isFinding               // a duty is not met
	isFaulty                // a field is invalid or contradicts its whole
	addsAmounts             // a ratio adds its amounts
	hasGaps                 // some field is unknown or invalid
)

func (p *profile[R]) flags(classes []uint8) uint8 {
	flags := uint8(decided)
	for i, a := range p.asked {
		class := a.decision.Class(classes)
		if p.duties[i] && class == indicators.NotCounted {
			flags |= isFinding
		}
		if a.slot.sums >= 0 && class == indicators.Counted {
			flags |= addsAmounts
		}
	}
	for _, w := range p.seen {
		unknown, invalid := w.See(classes)
		if unknown || invalid {
			flags |= hasGaps
		}
		if invalid {
			flags |= isFaulty
		}
	}
	return flags
}
