package rules

import (
	"slices"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/count"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/rules/verdict"
)

// panelOn is a panel's rules on one as-of date: the counter of all that they ask,
// and what their results say before any data.
type panelOn[R indicators.Record[R]] struct {
	asOf    quantity.Date
	counter *count.Counter[R]
	rules   []*boundRule[R]
	on      []*resolvedRule[R]
	first   []int // the number of each rule's first question
	ruleOf  []int // the number of each question's rule
	blanks  []*verdict.Result
	fields  []verdict.FieldQuality // without figures
	outside []outside              // of a panel with scope reasons
}

// on returns the panel on a date. That of the last date is kept.
func (p *Panel[T, R]) on(asOf quantity.Date) (*panelOn[R], error) {
	if p == nil || p.mapping == nil {
		return nil, ErrZero
	}
	if err := checkDate(asOf); err != nil {
		return nil, err
	}
	if last := p.last.Load(); last != nil && last.asOf == asOf {
		return last, nil
	}
	on := &panelOn[R]{asOf: asOf, rules: p.rules, on: make([]*resolvedRule[R], len(p.rules))}
	asked := 0
	for i, c := range p.rules {
		r, err := c.on(asOf)
		if err != nil {
			return nil, err
		}
		on.on[i] = r
		asked += len(r.asked)
	}
	questions := make([]count.Question[R], 0, asked)
	for i, c := range p.rules {
		r := on.on[i]
		on.first = append(on.first, len(questions))
		on.blanks = append(on.blanks, c.before(asOf, r))
		questions = append(questions, r.asked...)
		for len(on.ruleOf) < len(questions) {
			on.ruleOf = append(on.ruleOf, i)
		}
	}
	if p.scopeReasons {
		questions = on.scopeQuestions(questions)
	}
	var err error
	if on.counter, err = count.New(asOf, questions...); err != nil {
		return nil, err
	}
	for _, c := range on.counter.Checks() {
		on.fields = append(on.fields, verdict.FieldQuality{Field: c.Field.Key(), Label: c.Field.Label(), Whole: c.Whole.Key(), WholeLabel: c.Whole.Label()})
	}
	p.last.Store(on)
	return on, nil
}

// subject names what the panel's records are.
func (on *panelOn[R]) subject() string {
	var none R
	return none.Subject().Key()
}

// pass returns how the panel's rows are counted, with a list of the first faults; group
// gives that of a row's group, where rows are counted by group.
func (p *Panel[T, R]) pass(on *panelOn[R], group func(key any) *faultList) (count.Pass[T, R], *faultList) {
	faults := new(faultList)
	tell := func(of *T, f verdict.Fault, key any) {
		faults.add(f)
		if group != nil {
			group(key).add(f)
		}
		if p.onFault != nil {
			p.onFault(of, f)
		}
	}
	pass := count.Pass[T, R]{Counter: on.counter, Mapping: p.mapping, Goroutines: p.goroutines, Context: p.context, Progress: p.onProgress, Key: p.key, Part: p.part}
	searched := 0 // rows with faults, for those of groups
	pass.Faulty = func(row int64, of *T, record *R, key any) bool {
		if p.onFault == nil && faults.full() {
			if searched++; group == nil || searched > searchedFaults {
				return false
			}
			if group(key).full() {
				return true
			}
		}
		for _, at := range on.counter.Faults(record) {
			f := newFault(row, at, record)
			if p.named != nil {
				f.Key = p.named(of)
			}
			tell(of, f, key)
		}
		return true
	}
	if p.key != nil {
		pass.Doubled = func(row int64, of *T, d count.Double, key any) { tell(of, newDouble[R](row, d), key) }
	}
	if p.onFinding != nil {
		f := &Finding[R]{Outcome: verdict.NotMet, Reason: verdict.OffThreshold} // handed to the caller, one after the other
		last := int64(-1)
		pass.Flagged = func(row int64, of *T, record *R, question int) bool {
			if row != last { // a record may break many duties
				f.Record, last = *record, row
				if p.named != nil {
					f.Key = p.named(of)
				}
			}
			i := on.ruleOf[question]
			f.duty, f.as, f.says = on.rules[i], &on.on[i].readings[0], on.blanks[i]
			f.Due = dueOf(on.on[i], on.counter, on.first[i], record, on.blanks[i].Due)
			return p.onFinding(row, of, f)
		}
	}
	return pass, faults
}

// results judges a tally of the panel's counter.
func (on *panelOn[R]) results(t *count.Tally, n records, of population) verdict.Results {
	answers := t.Answers()
	results := verdict.Results{AsOf: on.asOf, Read: n.read, Skipped: n.skipped, Doubled: n.doubled, Rules: make([]verdict.Result, len(on.blanks)), Fields: slices.Clone(on.fields)}
	for i, c := range on.rules {
		r, first := on.on[i], on.first[i]
		results.Rules[i] = *on.blanks[i]
		own := answers[first : first+len(r.asked)]
		judge(c, &results.Rules[i], r, own, n, unitsOfRule{of.units, first})
		c.bind(&results.Rules[i], &r.readings[0], own, first, of)
	}
	for i := range on.outside {
		results.Outside = append(results.Outside, on.outside[i].of(answers))
	}
	for i, lack := range t.Fields() {
		results.Fields[i].Unknown, results.Fields[i].Invalid = lack.Unknown, lack.Invalid
	}
	return results
}

// state returns what a record is to a rule that counts records: below a ceiling those that
// count are the ones too many.
func (on *panelOn[R]) state(rule int, record count.Known[R]) verdict.State {
	b := &on.on[rule].readings[0]
	right, short := count.Counted, count.NotCounted
	if b.population.Comparator.Ceiling() {
		right, short = short, right
	}
	switch record.Class(on.first[rule] + b.decisive) {
	case right:
		return verdict.Right
	case short:
		return verdict.Short
	case count.OutOfScope:
		return verdict.OutOfScope
	}
	return verdict.Unclear
}
