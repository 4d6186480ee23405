package rules

import (
	"slices"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/count"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules/verdict"
)

// Changes says, for each statement that both evaluators ask but for ratios, what became of
// each record since an earlier evaluation, such as that of last month: whom inspection has
// mended, and who is newly short. Records are told by their keys; rows without one are in
// the verdicts alone. The same rows under the rules of another edition show whom an
// amendment touches. tell, if it is not nil, gets each record whose state is another, in
// the order of the keys; the changes themselves hold no key. Evaluators of panels without
// [Panel.Keyed], or restored ones, give [ErrNoKeys].
func (e *Evaluator[T, R]) Changes(before *Evaluator[T, R], tell func(key string, statement plan.ID, was, is verdict.State)) ([]verdict.Changes, error) {
	var all []string
	for _, one := range []*Evaluator[T, R]{before, e} {
		keys, err := one.keys()
		if err != nil {
			return nil, err
		}
		all = append(all, keys...)
	}
	slices.Sort(all)
	c := comparison[T, R]{before: before, after: e, tell: tell}
	c.match()
	for _, key := range slices.Compact(all) {
		c.add(key)
	}
	return c.changes()
}

// comparison compares two evaluations.
type comparison[T any, R indicators.Record[R]] struct {
	before, after *Evaluator[T, R]
	tell          func(key string, statement plan.ID, was, is verdict.State)
	of            []compared[R]
	left          []count.Known[R] // records that are absent now
}

// compared is a rule that both have.
type compared[R indicators.Record[R]] struct {
	before, after int // its numbers
	fields        []*indicators.Field[R]
	records       [5][5]int64
	changes       []verdict.FieldChange
}

// match finds the rules that both evaluators ask.
func (c *comparison[T, R]) match() {
	numbers := map[plan.ID]int{}
	for i, rule := range c.before.on.rules {
		numbers[rule.statement.ID] = i
	}
	for i, rule := range c.after.on.rules {
		k, both := numbers[rule.statement.ID]
		if !both || sums(c.before.on.on[k].readings[0].form) || sums(c.after.on.on[i].readings[0].form) {
			continue
		}
		one := compared[R]{before: k, after: i, fields: c.after.on.on[i].readings[0].fields}
		for _, f := range one.fields {
			one.changes = append(one.changes, verdict.FieldChange{Field: f.Key(), Label: f.Label()})
		}
		c.of = append(c.of, one)
	}
}

// add compares the records of a key.
func (c *comparison[T, R]) add(key string) {
	was, there := c.before.live.Known(key)
	is, here := c.after.live.Known(key)
	if !here {
		c.left = append(c.left, was)
	}
	for i := range c.of {
		one := &c.of[i]
		first, last := verdict.Absent, verdict.Absent
		if there {
			first = c.before.on.state(one.before, was)
		}
		if here {
			last = c.after.on.state(one.after, is)
		}
		one.records[first][last]++
		if first != last && c.tell != nil {
			c.tell(key, c.after.on.rules[one.after].statement.ID, first, last)
		}
		if there && here {
			one.compare(was, is)
		}
	}
}

// compare compares the fields of a record.
func (c *compared[R]) compare(was, is count.Known[R]) {
	for i, f := range c.fields {
		a, b := was.Code(f), is.Code(f)
		n := &c.changes[i]
		switch {
		case !a.Known() && !b.Known():
			n.StillUnknown++
		case !b.Known():
			n.Lost++
		case !a.Known():
			n.Filled++
		case a != b:
			n.Changed++
		}
	}
}

// changes returns what was found, with the verdicts.
func (c *comparison[T, R]) changes() ([]verdict.Changes, error) {
	before, after := c.before.Results(), c.after.Results()
	tally, err := c.after.live.Together(nil, c.left)
	if err != nil {
		return nil, err
	}
	stayed := c.after.on.results(tally, recordsOf(tally, c.after.expect), population{bearer: c.after.panel.standsFor})
	list := make([]verdict.Changes, len(c.of))
	for i, one := range c.of {
		now := &after.Rules[one.after]
		list[i] = verdict.Changes{Statement: now.Statement, Name: now.Name, Citation: now.Citation,
			Before: before.Rules[one.before], After: *now, Stayed: stayed.Rules[one.after], Records: one.records, Fields: one.changes}
	}
	return list, nil
}
