package rulestest

import (
	"errors"
	"fmt"
	"iter"
	"slices"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/count"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules"
	"github.com/eduplan/tonghua/rules/verdict"
)

// The laws that Conform checks, as its violations name them.
const (
	lawBoundary = "what a rule says at its boundaries follows from its conditions"
	lawPanel    = "a rule says the same alone and in a panel"
	lawRecord   = "a duty says of one record what it says of a register of one, and finds it if it must"
	lawOrder    = "the order of records makes no difference"
	lawGroups   = "groups add up to the whole"
	lawRetract  = "what is added and taken back leaves nothing"
	lawTravel   = "two halves, one of them carried as bytes, merge to the whole"
	lawMonotone = "one more compliant record never harms"
	lawBounds   = "no completion of the unknown lies outside the bounds"
	lawJSON     = "a result comes back from JSON as it was"
	lawTexts    = "every text is there in Chinese and in English"
	lawCitation = "the citation resolves in the plan"
	lawField    = "a field reads what it writes"
	lawSkip     = "a skipped row is in no scope"
)

// Violation is a law that a rule, its subject or its plan breaks.
type Violation struct {
	Rule plan.ID
	Law  string // a sentence
	Err  error  // how it is broken
}

// Error names rule and law, and says how it is broken.
func (v *Violation) Error() string { return fmt.Sprintf("%s: %s: %v", v.Rule, v.Law, v.Err) }

// Unwrap returns how the law is broken.
func (v *Violation) Unwrap() error { return v.Err }

// Conform checks the laws that all rules keep, for those who add subjects,
// indicators, rules or a plan of their own. It tries every rule on the records
// of its boundary cases and returns all violations joined, each a [Violation];
// of one law that a rule breaks again and again it keeps the first:
//
//   - what a rule says at its boundaries follows from its conditions
//   - a rule says the same alone and in a panel, so that a field has the same
//     place in every record; a duty checks one record as it judges a register of
//     one, and streams a finding for each record that does not keep it
//   - the order of records makes no difference, and groups add up to the whole
//   - what is added and taken back leaves nothing, and two halves, one of them
//     carried as bytes, merge to the whole
//   - one more compliant record never harms
//   - no completion of the unknown lies outside the bounds
//   - a result comes back from JSON as it was
//   - every text is there in Chinese and in English
//   - the citation resolves in the plan
//   - a field reads what it writes, and a skipped row is in no scope
func Conform[R indicators.Record[R]](set ...rules.Rule[R]) error {
	if len(set) == 0 {
		return errors.New("rulestest: no rules")
	}
	panel, err := rules.NewPanel(func(a, b *R) { *b = *a }, set...)
	if err != nil {
		return err
	}
	var errs []error
	for _, rule := range set {
		l, err := newLawChecker(rule, panel)
		if err != nil {
			return err
		}
		for _, law := range laws[R]() {
			for err := range law.check(l) {
				errs = append(errs, &Violation{rule.ID(), law.says, err})
				break
			}
		}
	}
	return errors.Join(errs...)
}

// law is a sentence and what finds out that it is broken.
type law[R indicators.Record[R]] struct {
	says  string
	check func(*lawChecker[R]) iter.Seq[error]
}

func laws[R indicators.Record[R]]() []law[R] {
	return []law[R]{
		{lawBoundary, (*lawChecker[R]).boundary},
		{lawPanel, (*lawChecker[R]).inPanel},
		{lawRecord, (*lawChecker[R]).record},
		{lawOrder, (*lawChecker[R]).order},
		{lawGroups, (*lawChecker[R]).groups},
		{lawRetract, (*lawChecker[R]).retraction},
		{lawTravel, (*lawChecker[R]).travel},
		{lawMonotone, (*lawChecker[R]).monotone},
		{lawBounds, (*lawChecker[R]).bounds},
		{lawJSON, (*lawChecker[R]).json},
		{lawTexts, (*lawChecker[R]).texts},
		{lawCitation, (*lawChecker[R]).citation},
		{lawField, (*lawChecker[R]).field},
		{lawSkip, (*lawChecker[R]).skip},
	}
}

// lawChecker is a rule with the records that it is tried on.
type lawChecker[R indicators.Record[R]] struct {
	rule     rules.Rule[R]
	panel    *rules.Panel[R, R] // of all rules that are tried together
	asOf     quantity.Date
	main     *oracle[R]
	values   values[R]
	cases    []Case[R]
	records  []R // of the cases, each once
	good     []R // that alone make the rule met, or are counted
	contrary []R // that are in scope and do the opposite
}

func newLawChecker[R indicators.Record[R]](rule rules.Rule[R], panel *rules.Panel[R, R]) (*lawChecker[R], error) {
	cases, err := Boundaries(rule)
	if err != nil {
		return nil, err
	}
	l := &lawChecker[R]{rule: rule, panel: panel.For(rule.Statement().Bearer), asOf: cases[0].AsOf, cases: cases}
	w, err := newCaseBuilder(rule, l.asOf)
	if err != nil {
		return nil, err
	}
	l.main, l.values = w.readings[0], w.search.values
	seen := map[string]bool{}
	for _, c := range cases {
		for _, row := range c.Rows {
			if key := fmt.Sprint(texts(row.Record)); c.AsOf == l.asOf && !seen[key] {
				seen[key] = true
				l.records = append(l.records, row.Record)
			}
		}
	}
	for _, r := range l.records {
		switch l.complies(r) {
		case indicators.True:
			l.good = append(l.good, r)
		case indicators.False:
			l.contrary = append(l.contrary, r)
		}
	}
	return l, nil
}

// complies reports whether a record helps to meet the rule, or harms it.
func (l *lawChecker[R]) complies(r R) indicators.Truth {
	class, comparator := l.main.of(r), l.main.Population.Comparator
	switch {
	case comparator == plan.Exactly:
		return indicators.Unknown // more of anything may harm
	case l.main.Form == indicators.RatioForm && class == count.Counted:
		switch l.main.expected([]Row[R]{{r, 1}}).Outcome {
		case verdict.Met:
			return indicators.True
		case verdict.NotMet:
			return indicators.False
		}
	case class == count.Counted && l.main.Form != indicators.RatioForm:
		return indicators.TruthOf(!comparator.Ceiling())
	case class == count.NotCounted && l.main.Form != indicators.RatioForm:
		return indicators.TruthOf(comparator.Ceiling())
	}
	return indicators.Unknown
}

// registers yields small registers: each record alone, beside one that helps
// and one that harms, and all of them.
func (l *lawChecker[R]) registers(yield func([]R) bool) {
	for _, r := range l.records {
		list := []R{r}
		if !yield(list) {
			return
		}
		list = append(list, l.good[:min(1, len(l.good))]...)
		list = append(list, l.contrary[:min(1, len(l.contrary))]...)
		if !yield(list) {
			return
		}
	}
	yield(slices.Clone(l.records))
}

// evaluated asks the rule; what it cannot say is an error of the law at hand.
func (l *lawChecker[R]) evaluated(records ...R) (verdict.Result, error) {
	return l.rule.Evaluate(l.asOf, records...)
}
