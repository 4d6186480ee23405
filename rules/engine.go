package rules

import (
	"slices"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/rules/verdict"
)

// engine is a set of rules made ready for passes on one as-of date. It counts
// profiles, so that what a record costs hardly depends on the number of rules.
type engine[R indicators.Record[R]] struct {
	asOf     quantity.Date
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
	watched  []bool // some profile counts it
	identity identity
	quality  int // where the tally counts what the watches see, unknown and invalid in turn
	duties   []dutyAt[R]
	blanks   []verdict.Result // of the rules, all but what the data say
}

// tableWord is the stretch of the tables that up to four profiles index
// together, with one entry at its end for the lanes that are left over.
type tableWord struct{ first, last, start, end int }

// unread returns the entry at the end of the stretch, four times.
func (w *tableWord) unread() uint64 {
	return uint64(w.end-w.start-1) * (1 | 1<<16 | 1<<32 | 1<<48)
}

// profile is a set of readings that are counted together.
type profile[R indicators.Record[R]] struct {
	axes    *indicators.Axes[R]
	offset  int // of its entries among those of all profiles
	asked   []*asked[R]
	duties  []int                 // for each of them its place among the engine's duties, -1 for others
	seen    []indicators.Watch[R] // all that may be wrong with its fields
	watches []watchAt[R]          // of them those that no profile before it has
}

// watchAt is a watch over a profile's axes with its place in the engine's list.
type watchAt[R indicators.Record[R]] struct {
	indicators.Watch[R]
	at int
}

func newEngine[R indicators.Record[R]](list []*core[R], asOf quantity.Date) (*engine[R], error) {
	e := &engine[R]{asOf: asOf, rules: list, subject: list[0].subject}
	var all []*cluster[R]
	for _, c := range list {
		b, err := c.on(asOf)
		if err != nil {
			return nil, err
		}
		e.blanks = append(e.blanks, c.blank(asOf, &b.readings[0]))
		readings := make([]asked[R], len(b.readings))
		e.asked = append(e.asked, readings)
		for k := range b.readings {
			r := &b.readings[k]
			readings[k] = asked[R]{bound: r, slot: e.layout.slot(r.form, len(r.fields))}
			axes, err := indicators.NewAxes(e.subject, r.question)
			if err != nil {
				return nil, err
			}
			e.watch(axes.Watches())
			all = append(all, &cluster[R]{[]*asked[R]{&readings[k]}, []int{e.duty(c, r, k)}, []indicators.Question[R]{r.question}, axes})
		}
	}
	clusters, wide := join(e.subject, all)
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
	e.identity = e.identify()
	return e, nil
}

// duty takes on a rule's deciding reading if it is a duty, and returns its place.
func (e *engine[R]) duty(c *core[R], r *bound[R], reading int) int {
	if reading > 0 || !r.finds {
		return -1
	}
	first, _ := c.plan.Period()
	e.duties = append(e.duties, dutyAt[R]{c, r, verdict.DueOn(e.asOf, e.asOf, first, c.statement.Deadline)})
	return len(e.duties) - 1
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

// newProfile decides the readings over their common axes, and counts what no
// profile before it does.
func (e *engine[R]) newProfile(axes *indicators.Axes[R], list []*asked[R], duties []int) *profile[R] {
	p := &profile[R]{axes: axes, asked: list, duties: duties, seen: axes.Watches()}
	for _, a := range list {
		a.decision = axes.Decide(a.bound.question)
	}
	for _, w := range p.seen {
		if at := e.watchOf(w); !e.watched[at] {
			p.watches = append(p.watches, watchAt[R]{w, at})
			e.watched[at] = true
		}
	}
	return p
}

// watch takes on what may be wrong with the fields of a reading, in the order of
// the rules.
func (e *engine[R]) watch(list []indicators.Watch[R]) {
	for _, w := range list {
		if e.watchOf(w) < 0 {
			e.watches = append(e.watches, w)
			e.watched = append(e.watched, false)
		}
	}
}

func (e *engine[R]) watchOf(w indicators.Watch[R]) int {
	return slices.IndexFunc(e.watches, func(v indicators.Watch[R]) bool { return v.Field == w.Field && v.Whole == w.Whole })
}

// tell works out what the rules say of records of one profile.
func (e *engine[R]) tell(p *profile[R], classes []uint8, t *told[R]) {
	t.flags, t.places, t.breaches, t.amounts = isMet, t.places[:0], dutySet{}, t.amounts[:0]
	for i, a := range p.asked {
		class := a.decision.Class(classes)
		t.places = a.places(class, classes, t.places)
		if p.duties[i] >= 0 && class == indicators.NotCounted {
			t.flags |= isFinding
			t.breaches.add(p.duties[i])
		}
		if a.slot.sums >= 0 && class == indicators.Counted {
			t.flags |= addsAmounts
			t.amounts = append(t.amounts, a)
		}
	}
	for _, w := range p.seen {
		if _, invalid := w.See(classes); invalid {
			t.flags |= isFaulty
		}
	}
	for _, w := range p.watches {
		switch unknown, invalid := w.See(classes); {
		case unknown:
			t.places = append(t.places, uint32(e.quality+2*w.at))
		case invalid:
			t.places = append(t.places, uint32(e.quality+2*w.at+1))
		}
	}
}

// profileOf returns the profile that an entry of the tables belongs to.
func (e *engine[R]) profileOf(id int) *profile[R] {
	at := len(e.profiles) - 1
	for id < e.profiles[at].offset {
		at--
	}
	return e.profiles[at]
}

// results judges a tally.
func (e *engine[R]) results(t *tally, expected int64) verdict.Results {
	t = t.widened()
	out := verdict.Results{AsOf: e.asOf, Read: t.read, Skipped: t.skipped,
		Rules: slices.Clone(e.blanks), Fields: make([]verdict.FieldQuality, 0, len(e.watches))}
	absent := max(0, expected-t.read)
	for i, c := range e.rules {
		c.judge(&out.Rules[i], e.asked[i], t, absent)
	}
	for i, w := range e.watches {
		q := verdict.FieldQuality{Field: w.Field.Key(), Label: w.Field.Label(),
			Unknown: t.counts[e.quality+2*i], Invalid: t.counts[e.quality+2*i+1]}
		if w.Whole != nil {
			q.Whole, q.WholeLabel = w.Whole.Key(), w.Whole.Label()
		}
		out.Fields = append(out.Fields, q)
	}
	return out
}
