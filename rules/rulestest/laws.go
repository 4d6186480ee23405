package rulestest

import (
	"encoding/json"
	"fmt"
	"iter"
	"math/big"
	"slices"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/rules"
	"github.com/eduplan/tonghua/rules/verdict"
)

func (l *lawChecker[R]) boundary() iter.Seq[error] {
	return func(yield func(error) bool) {
		for _, c := range l.cases {
			if err := c.Check(l.rule); err != nil && !yield(err) {
				return
			}
		}
	}
}

// differ says how two results differ, nil if they do not.
func differ(a, b verdict.Result) error {
	if a.Equal(b) {
		return nil
	}
	if x, y := a.Text(bilingual.English), b.Text(bilingual.English); x != y {
		return fmt.Errorf("%q and %q", x, y)
	}
	return fmt.Errorf("two results with the text %q differ in their data", a.Text(bilingual.English))
}

// grouped judges the records in a panel, split into so many groups.
func (l *lawChecker[R]) grouped(groups int) (*rules.Groups[int], error) {
	at := -1
	return rules.EvaluateBy(l.panel.GroupsAre(l.rule.Statement().Bearer), l.asOf, l.records, func(*R) int { at++; return at % groups })
}

// alike makes every record a group of its own, so that one pass tells what a
// panel says of each.
func (l *lawChecker[R]) inPanel() iter.Seq[error] {
	return func(yield func(error) bool) {
		groups, err := l.grouped(len(l.records))
		if err != nil {
			yield(err)
			return
		}
		for i, r := range l.records {
			alone, err := l.evaluated(r)
			if err == nil {
				all, _ := groups.Of(i)
				one, _ := all.Of(l.rule.ID())
				err = differ(alone, one)
			}
			if err != nil && !yield(fmt.Errorf("of %v: %w", texts(r), err)) {
				return
			}
		}
	}
}

// record compares what a duty says of one record with what it says of a
// register of one, and with the findings of the panel.
func (l *lawChecker[R]) record() iter.Seq[error] {
	return func(yield func(error) bool) {
		duty, ok := l.rule.(interface {
			Check(quantity.Date, R) rules.Finding[R]
		})
		if !ok {
			return
		}
		found := map[int64]bool{}
		_, err := l.panel.OnFinding(func(row int64, _ *R, f *rules.Finding[R]) bool {
			found[row] = found[row] || f.Statement() == l.rule.ID()
			return true
		}).Evaluate(l.asOf, l.records)
		for i, r := range l.records {
			var alone verdict.Result
			if err == nil {
				alone, err = l.evaluated(r)
			}
			checked := duty.Check(l.asOf, r)
			if err == nil && (checked.Outcome != alone.Outcome || found[int64(i)] != (alone.Outcome == verdict.NotMet)) {
				err = fmt.Errorf("%v alone is %s, checked it is %s, and found: %t", texts(r), alone.Outcome, checked.Outcome, found[int64(i)])
			}
			if err != nil && !yield(err) {
				return
			}
		}
	}
}

func (l *lawChecker[R]) order() iter.Seq[error] {
	return func(yield func(error) bool) {
		for records := range l.registers {
			a, err := l.evaluated(records...)
			if err == nil {
				var b verdict.Result
				slices.Reverse(records)
				if b, err = l.evaluated(records...); err == nil {
					err = differ(a, b)
				}
			}
			if err != nil && !yield(err) {
				return
			}
		}
	}
}

func (l *lawChecker[R]) groups() iter.Seq[error] {
	return func(yield func(error) bool) {
		whole, err := l.evaluated(l.records...)
		if err == nil {
			var groups *rules.Groups[int]
			if groups, err = l.grouped(3); err == nil {
				total, _ := groups.Total().Of(l.rule.ID())
				err = differ(whole, total)
			}
		}
		if err != nil {
			yield(err)
		}
	}
}

// rank orders the outcomes from the worst to the best.
var rank = map[verdict.Outcome]int{verdict.NotMet: 0, verdict.Undetermined: 1, verdict.Met: 2}

func (l *lawChecker[R]) monotone() iter.Seq[error] {
	return func(yield func(error) bool) {
		for records := range l.registers {
			before, err := l.evaluated(records...)
			if err != nil || before.Outcome == verdict.NotApplicable {
				continue
			}
			for _, good := range l.good {
				after, err := l.evaluated(append(records[:len(records):len(records)], good)...)
				if err == nil && (after.Outcome == verdict.NotApplicable || rank[after.Outcome] < rank[before.Outcome]) {
					err = fmt.Errorf("%s, and with %v more %s", before.Text(bilingual.English), texts(good), after.Text(bilingual.English))
				}
				if err != nil && !yield(err) {
					return
				}
			}
		}
	}
}

func (l *lawChecker[R]) bounds() iter.Seq[error] {
	return func(yield func(error) bool) {
		beside := slices.Concat(l.good[:min(1, len(l.good))], l.contrary[:min(1, len(l.contrary))])
		for _, r := range l.records {
			before, err := l.evaluated(append([]R{r}, beside...)...)
			if err != nil {
				continue
			}
			for full := range l.completions(r) {
				after, err := l.evaluated(append([]R{full}, beside...)...)
				if err == nil && outside(before, after) {
					err = fmt.Errorf("%s, and as %v %s", before.Text(bilingual.English), texts(full), after.Text(bilingual.English))
				}
				if err != nil && !yield(err) {
					return
				}
			}
		}
	}
}

// outside reports whether a result with less unknown contradicts one with more.
func outside(before, after verdict.Result) bool {
	if before.Outcome != verdict.Undetermined && after.Outcome != before.Outcome {
		return true
	}
	value := after.Value
	if !value.Defined() || !before.Lowest.Defined() {
		return false
	}
	return ratio(value).Cmp(ratio(before.Lowest)) < 0 || ratio(value).Cmp(ratio(before.Highest)) > 0
}

// ratio returns the value of a defined ratio.
func ratio(r quantity.Ratio) *big.Rat {
	part := func(t quantity.Total) *big.Rat {
		steps, _ := new(big.Int).SetString(t.Steps().String(), 10)
		return new(big.Rat).SetFrac(steps, product(t.Unit().Scale()))
	}
	if r.Per.Unit() == quantity.NoUnit {
		return part(r.Of)
	}
	return new(big.Rat).Quo(part(r.Of), part(r.Per))
}

// maxCompletions is how many completions of a record are tried.
const maxCompletions = 12

// completions fills the unknown fields of a record, those that the rule does
// not read included, in a dozen ways. A field that the rule asks to be recorded
// stays as it is: there, nothing is an answer.
func (l *lawChecker[R]) completions(r R) iter.Seq[R] {
	var asked []*indicators.Field[R]
	elements(l.main.Question, func(e indicators.Element[R]) {
		if e.Recorded {
			asked = append(asked, e.Of...)
		}
	})
	return func(yield func(R) bool) {
		for nth := range maxCompletions {
			full, changed := r, false
			for i, f := range r.Subject().Fields() {
				if !f.Code(&r).Unknown() || slices.Contains(asked, f) {
					continue
				}
				list := l.valuesOf(f)
				changed = set(&full, f, list[(nth*(i+1)+nth/len(list))%len(list)]) == nil || changed
			}
			if changed && !l.main.contradicted(l.main.reads, partialRecord[R]{record: &full}) && !yield(full) {
				return
			}
		}
	}
}

func (l *lawChecker[R]) valuesOf(f *indicators.Field[R]) []quantity.Code {
	if list := l.values[f]; len(list) > 0 {
		return list
	}
	if words := f.Vocabulary(); words != nil {
		return wordCodes(words)
	}
	return []quantity.Code{quantity.CodeOf(1), quantity.CodeOf(f.Unit().Scale()), quantity.CodeOf(1000 * f.Unit().Scale())}
}

func (l *lawChecker[R]) json() iter.Seq[error] {
	return func(yield func(error) bool) {
		for records := range l.registers {
			before, err := l.evaluated(records...)
			if err != nil {
				continue
			}
			var after verdict.Result
			data, err := json.Marshal(before)
			if err == nil {
				if err = json.Unmarshal(data, &after); err == nil {
					err = differ(before, after)
				}
			}
			if err != nil && !yield(err) {
				return
			}
		}
	}
}

func (l *lawChecker[R]) field() iter.Seq[error] {
	return func(yield func(error) bool) {
		var none R
		for _, f := range none.Subject().Fields() {
			fault := quantity.Negative
			if f.Vocabulary() != nil {
				fault = quantity.UnknownWord
			}
			for _, c := range append(slices.Clone(l.valuesOf(f)), 0, quantity.CodeOfFault(fault)) {
				var r R
				err := set(&r, f, c)
				if err == nil && f.Code(&r) != c {
					err = fmt.Errorf("field %s: %q is read as %q", f.Key(), textOf(f, c), textOf(f, f.Code(&r)))
				}
				if err != nil && !yield(err) {
					return
				}
			}
		}
	}
}

func (l *lawChecker[R]) skip() iter.Seq[error] {
	return func(yield func(error) bool) {
		for _, r := range l.records {
			skipped := r
			marked, ok := any(&skipped).(interface{ Skip() })
			if !ok {
				yield(fmt.Errorf("a %T cannot be skipped: it does not embed indicators.Row", r))
				return
			}
			marked.Skip()
			result, err := l.evaluated(skipped)
			if err == nil && (result.Records.Skipped != 1 || result.Records.InScope != 0 || result.Records.Open != 0) {
				err = fmt.Errorf("the record %v is skipped, and yet %s", texts(r), result.Text(bilingual.English))
			}
			if err != nil && !yield(err) {
				return
			}
		}
	}
}
