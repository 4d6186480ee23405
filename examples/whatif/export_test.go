package whatif

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/examples/city/registers"
	"github.com/eduplan/tonghua/examples/whatif/internal/made"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules"
	"github.com/eduplan/tonghua/rules/rulestest"
	"github.com/eduplan/tonghua/rules/tonghua"
)

// wide is a scenario with every kind of change that levers make.
func wide(t testing.TB, s *Session) Scenario {
	return shifted(t, s, fifteen, degrees, Move{Kind: plan.ChangedDeadline, To: "2026-12-31"},
		Move{Statement: plan.TeacherTrainingHours, Kind: plan.ChangedEach, To: "350.5"},
		Move{Statement: "rural-allowance", Kind: plan.ChangedParameter, Key: "long-service", To: "10"})
}

func TestTheAmendmentIsReadByThePlan(t *testing.T) {
	s := opened(t, two)
	of := wide(t, s)
	data, err := s.AmendmentJSON(of)
	require.NoError(t, err)
	var a plan.Amendment
	require.NoError(t, json.Unmarshal(data, &a))
	p, err := plan.Tonghua().Amend(Edition, a)
	require.NoError(t, err)
	sameVerdicts(t, s, of, p)
	_, err = s.AmendmentJSON(Scenario{})
	assert.ErrorContains(t, err, "nothing of the plan is changed")
}

// sameVerdicts judges the file by the rules of an edition, and compares an answer with that.
func sameVerdicts(t *testing.T, s *Session, of Scenario, p *plan.Plan) {
	t.Helper()
	a := answered(t, s, of)
	set, err := tonghua.Teachers().Under(p)
	require.NoError(t, err)
	all := append([]Compared{a.Statement}, a.Others...)
	require.Len(t, all, len(set))
	for _, one := range all {
		only, err := set.Only(one.Statement)
		require.NoError(t, err)
		judged, err := only[0].JudgeRegister(recounted(t, two, p))
		require.NoError(t, err)
		assert.True(t, judged.Total.Equal(one.After.Result), one.Statement)
	}
}

// recounted counts a file anew by the rules of an edition.
func recounted(t *testing.T, data []byte, p *plan.Plan) rules.Register {
	t.Helper()
	file, err := openTable(data)
	require.NoError(t, err)
	set, err := tonghua.Teachers().Under(p)
	require.NoError(t, err)
	h, _, err := of[teacherRecord]{func() rules.Set[teacherRecord] { return set }, teachers, nil}.read(file, Options{AsOf: asOf, For: plan.City})
	require.NoError(t, err)
	return h.(*register[teacherRecord]).counts
}

func TestTheGoSourceCompilesAndGivesTheSameEdition(t *testing.T) {
	s := opened(t, two)
	of := wide(t, s)
	source, err := s.GoSource(of)
	require.NoError(t, err)
	folder, err := os.MkdirTemp(".", "scenario-test")
	require.NoError(t, err)
	t.Cleanup(func() { os.RemoveAll(folder) })
	write := func(name, text string) {
		require.NoError(t, os.MkdirAll(filepath.Dir(filepath.Join(folder, name)), 0o755))
		require.NoError(t, os.WriteFile(filepath.Join(folder, name), []byte(text), 0o644))
	}
	write("scenario/scenario.go", string(source))
	write("main.go", `package main

import (
	"os"

	"github.com/eduplan/tonghua/examples/whatif/`+filepath.Base(folder)+`/scenario"
	"github.com/eduplan/tonghua/indicators/quantity"
)

func main() {
	p, err := scenario.Plan()
	if err != nil {
		panic(err)
	}
	for _, u := range []quantity.Unit{`+unitNames()+`} {
		if _, err := quantity.ParseUnit(u.String()); err != nil {
			panic(err)
		}
	}
	if err := p.WriteJSON(os.Stdout); err != nil {
		panic(err)
	}
}
`)
	run := exec.Command("go", "run", "./"+folder)
	run.Stderr = os.Stderr
	out, err := run.Output()
	require.NoError(t, err)
	p, err := plan.Tonghua().Amend(Edition, of.Amendment(asOf))
	require.NoError(t, err)
	var want strings.Builder
	require.NoError(t, p.WriteJSON(&want))
	assert.Equal(t, want.String(), string(out))
	formatted, err := exec.Command("gofmt", "-l", folder).Output()
	require.NoError(t, err)
	assert.Empty(t, string(formatted))
}

func unitNames() string {
	var names []string
	for _, u := range quantity.Units() {
		if u != quantity.NoUnit {
			names = append(names, "quantity."+goName(u.String()))
		}
	}
	return strings.Join(names, ", ")
}

func TestTheScenarioFilePassesUnderTheEditionAndFailsUnderThePlan(t *testing.T) {
	s := &Session{}
	data, err := made.Teachers(registers.Config{Year: 2024, Unknown: 4, Invalid: 1}, 20000)
	require.NoError(t, err)
	_, err = s.Open(data, Options{AsOf: asOf})
	require.NoError(t, err)
	for name, c := range map[string]struct {
		statement plan.ID
		moves     []Move
	}{
		"15 % of masters":               {plan.SeniorMaster, []Move{fifteen}},
		"degrees count":                 {plan.SeniorMaster, []Move{degrees, fifteen}},
		"300 hours":                     {plan.TeacherTrainingHours, []Move{{Statement: plan.TeacherTrainingHours, Kind: plan.ChangedEach, To: "300"}}},
		"57 % of dual-qualified":        {"dual-qualified-specialist", []Move{{Statement: "dual-qualified-specialist", Kind: plan.ChangedPopulation, To: "57"}}},
		"60 leaders of provincial tier": {"team-province-leaders", []Move{{Statement: "team-province-leaders", Kind: plan.ChangedPopulation, To: "60"}}},
	} {
		t.Run(name, func(t *testing.T) {
			of := shifted(t, s, c.moves...)
			of.Statement = c.statement
			cases, err := s.Cases(of)
			require.NoError(t, err)
			assert.NotContains(t, string(cases), "JZG", "no key of a person")
			p, err := of.amended(asOf)
			require.NoError(t, err)
			set, err := tonghua.Teachers().Under(p)
			require.NoError(t, err)
			dir := fstest.MapFS{"cases.csv": {Data: cases}}
			scenarios, err := rulestest.ReadScenarios(dir, set.Views())
			require.NoError(t, err)
			require.Len(t, scenarios, 1)
			assert.NoError(t, rulestest.CheckAll(scenarios, set.Views()))
			rulestest.RunScenarios(t, dir, set.Views())
			assert.Error(t, rulestest.CheckAll(scenarios, tonghua.Teachers().Views()), "the plan as it is says otherwise")
		})
	}
}

func TestEveryLeverOfEveryStatementMovesAndComesBack(t *testing.T) {
	for _, subject := range []string{"teacher", "enrolment"} {
		s := &Session{}
		o, err := s.Demonstrate(subject)
		require.NoError(t, err)
		moves := 0
		for _, offered := range o.Statements {
			a := answered(t, s, Scenario{Statement: offered.Statement})
			for _, l := range a.Levers {
				for _, to := range targets(l) {
					of, err := s.Moved(Scenario{Statement: offered.Statement}, Move{offered.Statement, l.Kind, l.Key, to})
					if !assert.NoError(t, err, "%s %s %s", offered.Statement, l.Kind, to) {
						continue
					}
					moves++
					require.NotEmpty(t, of.Changes)
					after := answered(t, s, of)
					assert.NotEmpty(t, after.Assumed)
					at := indexOf(after.Levers, l)
					require.GreaterOrEqual(t, at, 0)
					assert.Equal(t, to, after.Levers[at].Now, "%s %s", offered.Statement, l.Kind)
					assert.True(t, after.Levers[at].Moved)
					_, err = s.GoSource(of)
					assert.NoError(t, err)
					back, err := s.Moved(of, Move{offered.Statement, l.Kind, l.Key, ""})
					require.NoError(t, err)
					assert.Empty(t, back.Changes, "%s %s", offered.Statement, l.Kind)
				}
			}
		}
		assert.Greater(t, moves, 3)
	}
}

func indexOf(list []Lever, l Lever) int {
	for i, one := range list {
		if one.Kind == l.Kind && one.Key == l.Key {
			return i
		}
	}
	return -1
}

// targets are texts to which a lever can be moved.
func targets(l Lever) []string {
	switch l.Kind {
	case plan.ChangedDeadline:
		return []string{"2027-06-30"}
	case plan.ChangedDecides:
		var keys []string
		for _, c := range l.Choices {
			if c.Key != l.Before && c.NotComputed.ZH == "" {
				keys = append(keys, c.Key)
			}
		}
		return keys
	}
	if l.Before == "37" {
		return []string{"38"}
	}
	return []string{"37"}
}
