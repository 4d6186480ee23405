package rules

import (
	"slices"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/quantity"
)

// profileLimit bounds a profile's table, so that its counts stay in the
// processor's first caches. Rules whose fields are independent of each other
// are kept in separate profiles, because their classes multiply.
const profileLimit = 1 << 10

// engine is a set of rules made ready for passes on one as-of date. It counts
// profiles, so that what a record costs hardly depends on the number of rules.
type engine[R indicators.Record[R]] struct {
	rules    []*core[R]
	subject  *indicators.Subject[R]
	layout   layout
	asked    [][]asked[R] // the readings of each rule, over the axes of their profiles
	profiles []*profile[R]
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
	station, reading int
}

// profile is a set of readings that are counted together.
type profile[R indicators.Record[R]] struct {
	axes    *indicators.Axes[R]
	offset  int // of its entries among those of all profiles
	asked   []*asked[R]
	duties  []bool // which of them is a duty's deciding reading
	watches []watchAt[R]
	amounts bool // some reading adds amounts
}

// watchAt is a watch over a profile's axes with its place in the engine's list.
type watchAt[R indicators.Record[R]] struct {
	indicators.Watch[R]
	at int
}

func newEngine[R indicators.Record[R]](list []*core[R], asOf quantity.Date) (*engine[R], error) {
	e := &engine[R]{rules: list, subject: list[0].subject}
	type cluster struct {
		asked     []*asked[R]
		duties    []bool
		questions []indicators.Question[R]
		axes      *indicators.Axes[R]
	}
	var clusters []*cluster
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
			alone, err := indicators.NewAxes(e.subject, r.question)
			if err != nil {
				return nil, err
			}
			one := &cluster{[]*asked[R]{&readings[k]}, []bool{k == 0 && r.form == indicators.DutyForm},
				[]indicators.Question[R]{r.question}, alone}
			if alone.Size() > profileLimit {
				e.addWide(one.axes, one.asked, one.duties)
				continue
			}
			// Join the cluster that grows least by it.
			best, bestAxes := -1, alone
			for i, other := range clusters {
				joint, err := indicators.NewAxes(e.subject, append(slices.Clone(other.questions), r.question)...)
				if err != nil || joint.Size() > profileLimit {
					continue
				}
				if best < 0 || joint.Size()-other.axes.Size() < bestAxes.Size()-clusters[best].axes.Size() {
					best, bestAxes = i, joint
				}
			}
			if best < 0 {
				clusters = append(clusters, one)
				continue
			}
			to := clusters[best]
			to.asked, to.duties = append(to.asked, one.asked...), append(to.duties, one.duties...)
			to.questions, to.axes = append(to.questions, r.question), bestAxes
		}
	}
	for _, c := range clusters {
		p := e.newProfile(c.axes, c.asked, c.duties)
		p.offset = e.entries
		e.entries += c.axes.Size()
		e.profiles = append(e.profiles, p)
	}
	e.all = slices.Concat(e.profiles, e.wide)
	e.quality = e.layout.counts
	e.layout.counts += 2 * len(e.watches)
	for i, c := range list {
		for station, p := range e.all {
			if k := slices.Index(p.asked, &e.asked[i][0]); k >= 0 && p.duties[k] {
				e.duties = append(e.duties, dutyAt[R]{c, station, k})
			}
		}
	}
	return e, nil
}

func (e *engine[R]) addWide(axes *indicators.Axes[R], asked []*asked[R], duties []bool) {
	e.wide = append(e.wide, e.newProfile(axes, asked, duties))
}

// newProfile decides the readings over their common axes, and takes on the
// watches that no profile before it has.
func (e *engine[R]) newProfile(axes *indicators.Axes[R], list []*asked[R], duties []bool) *profile[R] {
	p := &profile[R]{axes: axes, asked: list, duties: duties}
	for _, a := range list {
		a.decision = axes.Decide(a.bound.question)
		p.amounts = p.amounts || a.slot.sums >= 0
	}
	for _, w := range axes.Watches() {
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
	for _, w := range p.axes.Watches() {
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
