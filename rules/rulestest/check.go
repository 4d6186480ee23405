package rulestest

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"testing"

	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules"
	"github.com/eduplan/tonghua/rules/verdict"
)

// Check judges the scenario's register with a rule and returns an error where
// the result is not what the scenario expects: file and line, each thing
// expected and found, and the result's own explanation in both languages.
func (s Scenario) Check(rule rules.View) error {
	if err := s.judge(rule); err != nil {
		return fmt.Errorf("%s: %s%w", s.Place(), s.Name, err)
	}
	return nil
}

// judge is Check without place and name.
func (s Scenario) judge(rule rules.View) error {
	if rule == nil || rule.Statement() == nil {
		return fmt.Errorf(": no rule %s", s.Rule)
	}
	r, err := rule.EvaluateParsed(s.AsOf, s.Rows)
	if err != nil {
		return fmt.Errorf(": %w", err)
	}
	wrong := s.Expect.differences(r)
	if len(wrong) == 0 {
		return nil
	}
	return fmt.Errorf("\n\t%s\n\t%s\n\t%s", strings.Join(wrong, "\n\t"), r.Text(bilingual.Chinese), r.Text(bilingual.English))
}

// CheckAll judges each scenario with its rule among a list and joins the errors.
func CheckAll(scenarios []Scenario, list []rules.View) error {
	byID := viewsByID(list)
	var failed []error
	for _, s := range scenarios {
		failed = append(failed, s.Check(byID[s.Rule]))
	}
	return errors.Join(failed...)
}

func viewsByID(list []rules.View) map[plan.ID]rules.View {
	byID := map[plan.ID]rules.View{}
	for _, r := range list {
		if r != nil {
			byID[r.ID()] = r
		}
	}
	return byID
}

// RunScenarios runs a folder of scenario files against rules: each scenario of
// the folder as a subtest, named by file and case. What is wrong with the files
// fails the test before. The format of the files is described in the package
// comment; the rules may be those of a book, or any other implementation of
// [rules.View].
func RunScenarios(t *testing.T, dir fs.FS, list []rules.View) {
	t.Helper()
	scenarios, err := ReadScenarios(dir, list)
	if err != nil {
		t.Errorf("%v", err)
	}
	byID := viewsByID(list)
	for _, s := range scenarios {
		t.Run(s.File+"/"+s.Name, func(t *testing.T) {
			if err := s.Check(byID[s.Rule]); err != nil {
				t.Errorf("%v", err)
			}
		})
	}
}

// differences returns a line for everything that is not as expected.
func (e Expectation) differences(r verdict.Result) []string {
	found := verdict.ReadingResult{Computed: true, Outcome: r.Outcome, Reason: r.Reason, Threshold: r.Threshold,
		Value: r.Value, Lowest: r.Lowest, Highest: r.Highest}
	if e.Reading != "" {
		found = verdict.ReadingResult{}
		for _, o := range r.Readings {
			if o.Key == e.Reading {
				found = o
			}
		}
		if !found.Computed {
			return []string{"reading " + e.Reading + ": the rule does not compute it"}
		}
	}
	var lines []string
	differ := func(what, want, got string) {
		lines = append(lines, fmt.Sprintf("%s: want %s, got %s", what, want, got))
	}
	if found.Outcome != e.Outcome {
		differ("outcome", both(e.Outcome), both(found.Outcome))
	}
	if e.Reason != verdict.NoReason && found.Reason != e.Reason {
		differ("reason", both(e.Reason), both(found.Reason))
	}
	if got := foundValue(found, e.Value); e.Value != "" && got != e.Value {
		differ("value", e.Value, got)
	}
	if got := shortfallText(r.Shortfall.Low.Number(), r.Shortfall.High.Number(), r.Shortfall.Over); e.Shortfall != "" && got != e.Shortfall {
		differ("shortfall", e.Shortfall, got)
	}
	if e.Due != "" && r.Due.String() != e.Due {
		differ("due", e.Due, both(r.Due))
	}
	return lines
}

// both names a value of a closed list by its key and in Chinese.
func both[V listed](v V) string {
	if v.String() == "" {
		return "none"
	}
	return v.String() + " " + v.In(bilingual.Chinese)
}

// foundValue writes a value, or the bounds that the data leave, in the form
// that is wanted: as counted, or as a number in the unit of the threshold.
func foundValue(r verdict.ReadingResult, want string) string {
	wanted, _, _ := strings.Cut(want, "..")
	written := func(v quantity.Ratio) string {
		counted := v.Of.Number()
		if v.Per.Unit() != quantity.NoUnit {
			counted += "/" + v.Per.Number()
		}
		if a, err := quantity.ParseAmount(wanted, v.Unit); err == nil && !strings.Contains(wanted, "/") && v.Compare(a) == 0 {
			return wanted
		}
		return counted
	}
	switch {
	case r.Value.Defined():
		return written(r.Value)
	case r.Lowest.Defined():
		low := written(r.Lowest)
		_, wanted, _ = strings.Cut(want, "..")
		return low + ".." + written(r.Highest)
	}
	return "none"
}
