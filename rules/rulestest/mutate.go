package rulestest

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules"
)

// Equivalent names a mutant that no test, or none of the code at hand, can tell
// from the rule, and why.
type Equivalent struct {
	Mutant string // its key, as a survivor shows it
	Reason string
}

// Score says how many changes of policy a test noticed.
type Score struct {
	Mutants    int // equivalent ones included
	Killed     int
	Equivalent []Equivalent
	Survivors  []Survivor
}

// Survivor is a change of policy that a test did not notice.
type Survivor struct {
	Mutant   string
	Rule     plan.ID
	Citation bilingual.Text
	Change   bilingual.Text
	// Killer is a case that tells the mutant from the rule; it has no rows
	// and no name where none is known, and the mutant may be equivalent.
	Killer     Scenario
	KillerName bilingual.Text
}

// Mutate runs code that takes its rules as a value against mutants of them, and
// says which it did not notice: thresholds, parameters and figures one step up
// and down, comparisons made strict or lenient, scope conditions dropped, words
// put into lists or taken out, unknown read as yes, deadlines moved by a day,
// other readings deciding. A change that no rule is bound with, such as a share
// of more than 100 %, is no mutant. Each mutant is the whole set with one rule changed.
//
// The code must return nil for the rules themselves, and an error, or panic,
// for a mutant that it notices. A mutant that no record can tell from its rule
// is found to be equivalent; others that are, for the code at hand, are named
// with a reason. One that the code notices all the same, or that does not
// exist, is an error.
func Mutate[R indicators.Record[R]](set rules.Set[R], run func(rules.Set[R]) error, equivalents ...Equivalent) (Score, error) {
	if run == nil || len(set) == 0 {
		return Score{}, errors.New("rulestest: rules and code to run against them are wanted")
	}
	if err := runRecovering(set, run); err != nil {
		return Score{}, fmt.Errorf("rulestest: the code fails with the rules themselves: %w", err)
	}
	score := Score{}
	excused := map[string]string{}
	for _, e := range equivalents {
		excused[e.Mutant] = e.Reason
	}
	var keys []string
	var errs []error
	for i, rule := range set {
		if rule == nil || rule.Statement() == nil {
			return Score{}, rules.ErrZero
		}
		mutants, err := mutantsOf(rule)
		if err != nil {
			return Score{}, err
		}
		for _, m := range mutants {
			keys = append(keys, m.key)
			score.Mutants++
			changed := slices.Clone(set)
			changed[i] = m.rule
			killed := runRecovering(changed, run) != nil
			reason, equivalent := excused[m.key]
			switch {
			case killed && equivalent:
				errs = append(errs, fmt.Errorf("rulestest: mutant %s is noticed, so it is not equivalent (%s)", m.key, reason))
				score.Killed++
			case killed:
				score.Killed++
			case equivalent:
				score.Equivalent = append(score.Equivalent, Equivalent{m.key, reason})
			default:
				if why, ok := proved(rule, m); ok {
					score.Equivalent = append(score.Equivalent, Equivalent{m.key, why})
					continue
				}
				survivor, err := survivorOf(rule, m)
				errs = append(errs, err)
				score.Survivors = append(score.Survivors, survivor)
			}
		}
	}
	for _, e := range equivalents {
		if !slices.Contains(keys, e.Mutant) {
			errs = append(errs, fmt.Errorf("rulestest: no mutant %q%s", e.Mutant, suggest(e.Mutant, keys)))
		}
		if e.Reason == "" {
			errs = append(errs, fmt.Errorf("rulestest: mutant %q is called equivalent without a reason", e.Mutant))
		}
	}
	return score, errors.Join(errs...)
}

// runRecovering runs the code and takes a panic for an error.
func runRecovering[R indicators.Record[R]](set rules.Set[R], run func(rules.Set[R]) error) (err error) {
	defer func() {
		if v := recover(); v != nil {
			err = fmt.Errorf("it panicked: %v", v)
		}
	}()
	return run(set)
}

// survivorOf looks for the case that tells a mutant from its rule.
func survivorOf[R indicators.Record[R]](rule rules.Rule[R], m mutant[R]) (Survivor, error) {
	s := rule.Statement()
	out := Survivor{Mutant: m.key, Rule: s.ID, Change: m.change,
		Citation: bilingual.Text{ZH: s.Citation(bilingual.Chinese), EN: s.Citation(bilingual.English)}}
	cases, err := Boundaries(rule)
	for _, c := range cases {
		if c.Check(rule) == nil && c.Check(m.rule) != nil {
			out.Killer, err = c.Scenario()
			out.KillerName = c.Name
			break
		}
	}
	return out, err
}

// Add adds the score of another set of rules.
func (s Score) Add(o Score) Score {
	return Score{s.Mutants + o.Mutants, s.Killed + o.Killed, slices.Concat(s.Equivalent, o.Equivalent), slices.Concat(s.Survivors, o.Survivors)}
}

// Err returns an error that lists the survivors, nil if there are none.
func (s Score) Err() error {
	if len(s.Survivors) == 0 {
		return nil
	}
	return errors.New(strings.TrimSuffix(s.Text(bilingual.English), "\n"))
}

// Text returns the score and the survivors, each with rule, clause and the case
// that would kill it.
func (s Score) Text(l bilingual.Language) string {
	var b strings.Builder
	b.WriteString(bilingual.Text{
		ZH: fmt.Sprintf("变异%d个：发现%d个，等价%d个，漏过%d个\n", s.Mutants, s.Killed, len(s.Equivalent), len(s.Survivors)),
		EN: fmt.Sprintf("%d of %d mutants killed, %d equivalent, %d survived\n", s.Killed, s.Mutants, len(s.Equivalent), len(s.Survivors)),
	}.In(l))
	for _, v := range s.Survivors {
		b.WriteString(v.Text(l) + "\n")
	}
	return b.String()
}

// String returns the score in Chinese.
func (s Score) String() string { return s.Text(bilingual.Chinese) }

// String returns the text in Chinese.
func (v Survivor) String() string { return v.Text(bilingual.Chinese) }

// Text says which change nobody noticed, and which case would notice it.
func (v Survivor) Text(l bilingual.Language) string {
	kill := l.Pick("没有已知的用例能够区分，可能等价", "no known case tells it apart: it may be equivalent")
	if !v.KillerName.IsZero() {
		kill = l.Pick("可用此例发现：", "this case would notice: ") + v.KillerName.In(l) + " [" + v.Killer.facts() + "]"
	}
	if l == bilingual.English {
		return fmt.Sprintf("%s (%s): %s [%s]; %s", v.Rule, v.Citation.EN, v.Change.EN, v.Mutant, kill)
	}
	return fmt.Sprintf("%s（%s）：%s [%s]；%s", v.Rule, v.Citation.ZH, v.Change.ZH, v.Mutant, kill)
}

// facts writes date and rows of a scenario in one line.
func (s Scenario) facts() string {
	text := s.AsOf.String()
	for _, row := range s.Rows.Texts() {
		text += fmt.Sprintf("; %d × %v", row.Records, row.Fields)
	}
	return text
}
