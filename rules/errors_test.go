package rules_test

import (
	"errors"
	"fmt"
	"io"
	"iter"
	"math"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/indicators/teacher"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules"
	"github.com/eduplan/tonghua/rules/tonghua"
	"github.com/eduplan/tonghua/rules/verdict"
)

func TestPanelsThatCannotBeAskedAreRefused(t *testing.T) {
	good := tonghua.SeniorMaster
	for _, c := range []struct {
		name    string
		mapping func(*staff, *teacher.Record)
		list    []rules.Rule[teacher.Record]
		is      error
		says    string
	}{
		{"without a mapping", nil, []rules.Rule[teacher.Record]{good}, nil, "without mapping"},
		{"without rules", fill, nil, nil, "without rules"},
		{"with a nil rule", fill, []rules.Rule[teacher.Record]{good, nil}, rules.ErrZero, "rule 2 of the panel"},
		{"with a zero rule", fill, []rules.Rule[teacher.Record]{rules.Measure[teacher.Record]{}}, rules.ErrZero, "rule 1 of the panel"},
		{"with a zero duty", fill, []rules.Rule[teacher.Record]{rules.Duty[teacher.Record]{}}, rules.ErrZero, "rule 1 of the panel"},
		{"with a rule twice", fill, []rules.Rule[teacher.Record]{good, tonghua.JuniorBachelor, good}, rules.ErrDuplicate, "senior-master"},
	} {
		t.Run(c.name, func(t *testing.T) {
			p, err := rules.NewPanel(c.mapping, c.list...)
			require.ErrorContains(t, err, c.says)
			assert.Nil(t, p)
			if c.is != nil {
				assert.ErrorIs(t, err, c.is)
			}
			assert.Panics(t, func() { rules.MustPanel(c.mapping, c.list...) })
		})
	}
}

func TestZeroValuesAnswerWithAnError(t *testing.T) {
	var measure rules.Measure[teacher.Record]
	var dutyOf rules.Duty[teacher.Record]
	for _, r := range []rules.Rule[teacher.Record]{measure, dutyOf} {
		_, err := r.Evaluate(asOf)
		assert.ErrorIs(t, err, rules.ErrZero)
		_, err = r.Reported(asOf, half)
		assert.ErrorIs(t, err, rules.ErrZero)
		_, err = r.Under(plan.Tonghua())
		assert.ErrorIs(t, err, rules.ErrZero)
		assert.Empty(t, r.ID())
		assert.Nil(t, r.Statement())
		assert.Nil(t, r.Plan())
		assert.Zero(t, r.Form())
		assert.Equal(t, "teacher", r.SubjectKey(), "the subject is known all the same")
		assert.Empty(t, r.Measures(bilingual.Chinese))
		assert.Nil(t, r.Needs())
	}
	f := dutyOf.Check(asOf, onlineTeacher)
	assert.Equal(t, []any{verdict.Undetermined, verdict.MissingData}, []any{f.Outcome, f.Reason})
	assert.False(t, f.Breach())
	assert.Empty(t, f.Statement())
	assert.Equal(t, "无法判定（数据缺失）", f.Text(bilingual.Chinese))

	for _, p := range []*rules.Panel[staff, teacher.Record]{nil, {}} {
		p = p.OnFault(nil).OnFinding(nil).Expecting(3)
		_, err := p.Evaluate(asOf, nil)
		assert.ErrorIs(t, err, rules.ErrZero)
		_, err = p.EvaluateSeq(asOf, slices.Values([]staff{{}}))
		assert.ErrorIs(t, err, rules.ErrZero)
		_, err = p.EvaluateSeq2(asOf, failing(nil))
		assert.ErrorIs(t, err, rules.ErrZero)
		_, err = p.Start(asOf)
		assert.ErrorIs(t, err, rules.ErrZero)
		_, err = rules.EvaluateBy(p, asOf, []staff{{}}, byCounty)
		assert.ErrorIs(t, err, rules.ErrZero)
	}
	for _, e := range []*rules.Evaluator[staff, teacher.Record]{nil, {}} {
		assert.ErrorIs(t, e.Add(&staff{}), rules.ErrZero)
		assert.Zero(t, e.Results())
	}
	for _, g := range []*rules.Groups[string]{nil, {}} {
		g.Expect("东昌区", 3)
		assert.Empty(t, g.Keys())
		assert.Zero(t, g.Total())
		_, ok := g.Of("东昌区")
		assert.False(t, ok)
		for range g.All() {
			t.Fatal("there is no group")
		}
	}
	assert.Equal(t, "无法判定", verdict.Result{}.String())
	assert.Equal(t, "undetermined", verdict.Result{}.Text(bilingual.English))
	assert.False(t, verdict.Result{}.Breach())
	assert.Equal(t, "无法判定", func() string { f := rules.Finding[teacher.Record]{}; return f.Text(bilingual.Chinese) }())
	assert.Empty(t, rules.Views(nil, rules.Set[teacher.Record]{nil}))
}

func TestAnUnknownAsOfDateIsRefused(t *testing.T) {
	panel := rules.MustPanel(fill, tonghua.Teachers()...)
	for _, on := range []quantity.Date{{}, day(2025, 2, 30)} {
		for _, ask := range []func() error{
			func() error { _, err := panel.Evaluate(on, nil); return err },
			func() error { _, err := panel.Start(on); return err },
			func() error { _, err := rules.EvaluateBy(panel, on, nil, byCounty); return err },
			func() error { _, err := tonghua.SeniorMaster.Evaluate(on); return err },
			func() error { _, err := tonghua.SeniorMaster.Reported(on, half); return err },
		} {
			assert.ErrorContains(t, ask(), "want a day of the calendar")
		}
		f := tonghua.TeacherTrainingHours.Check(on, teacher.Record{TrainingHours: quantity.WholeHours(1)})
		assert.Equal(t, verdict.Undetermined, f.Outcome)
	}
}

func TestAFunctionOfTheCallerThatPanicsEndsThePass(t *testing.T) {
	rows := []staff{{ID: 0}, {ID: 1}, {ID: 2, Hours: -1, Reported: true}}
	broken := errors.New("broken")
	onRow := func(id int64, v any) func(*staff, *teacher.Record) {
		return func(s *staff, r *teacher.Record) {
			if s.ID == id {
				panic(v)
			}
			fill(s, r)
		}
	}
	good := tonghua.TeacherTrainingHours
	for _, c := range []struct {
		name  string
		row   int64
		value any
		pass  func() error
	}{
		{"a mapping, with an error", 1, broken, func() error {
			_, err := rules.MustPanel(onRow(1, broken), good).Evaluate(asOf, rows)
			return err
		}},
		{"a mapping, with a text, on a sequence", 2, "lost", func() error {
			_, err := rules.MustPanel(onRow(2, "lost"), good).EvaluateSeq(asOf, slices.Values(rows))
			return err
		}},
		{"a mapping, row by row", 0, broken, func() error {
			e, err := rules.MustPanel(onRow(0, broken), good).Start(asOf)
			require.NoError(t, err)
			first := e.Add(&rows[0])
			assert.Same(t, first, e.Add(&rows[1]), "the first error stands")
			assert.Zero(t, e.Results(), "and there are no verdicts")
			return first
		}},
		{"a key function", 1, broken, func() error {
			g, err := rules.EvaluateBy(rules.MustPanel(fill, good), asOf, rows, func(s *staff) int64 {
				if s.ID == 1 {
					panic(broken)
				}
				return s.ID
			})
			assert.Nil(t, g)
			return err
		}},
		{"a function for faults", 2, broken, func() error {
			_, err := rules.MustPanel(fill, good).OnFault(func(*staff, verdict.Fault) { panic(broken) }).Evaluate(asOf, rows)
			return err
		}},
		{"a sequence", 0, broken, func() error {
			_, err := rules.MustPanel(fill, good).EvaluateSeq(asOf, func(func(staff) bool) { panic(broken) })
			return err
		}},
		{"an own function, alone", 0, broken, func() error {
			_, err := panicking(broken).Evaluate(asOf, onlineTeacher)
			return err
		}},
		{"an own function, in a panel", 0, broken, func() error {
			_, err := rules.MustPanel(itself, panicking(broken)).Evaluate(asOf, []teacher.Record{onlineTeacher})
			return err
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			err := c.pass()
			var at *rules.MappingError
			require.ErrorAs(t, err, &at)
			assert.Equal(t, c.row, at.Row)
			assert.Equal(t, c.value, at.Value)
			assert.Equal(t, fmt.Sprintf("count: the caller's function panicked on row %d: %v", c.row+1, c.value), err.Error())
			assert.Equal(t, c.value == any(broken), errors.Is(err, broken), "what it panicked with can be asked for, if it is an error")
		})
	}
	t.Run("an own function leaves a check undetermined", func(t *testing.T) {
		f := panicking(broken).Check(asOf, onlineTeacher)
		assert.Equal(t, []any{verdict.Undetermined, verdict.MissingData}, []any{f.Outcome, f.Reason})
		assert.Contains(t, f.Text(bilingual.English), "undetermined (data are missing)")
	})
}

func panicking(v any) rules.Duty[teacher.Record] {
	return rules.MustDuty(edition(says("own")), "own", duty{Must: indicators.Holds(indicators.Function[teacher.Record]{
		Name: bilingual.Text{ZH: "自定", EN: "own"}, Version: "1", Reads: []*indicators.Field[teacher.Record]{teacher.RealNameSpace.Field},
		Holds: func(*teacher.Record) bool { panic(v) },
	})})
}

func TestASourceThatFailsGivesNoVerdict(t *testing.T) {
	panel := rules.MustPanel(fill, tonghua.Teachers()...)
	broken := func(yield func(staff, error) bool) {
		for _, err := range []error{nil, nil, io.ErrUnexpectedEOF, nil} {
			if !yield(staff{}, err) {
				return
			}
		}
	}
	results, err := panel.EvaluateSeq2(asOf, broken)
	assert.ErrorIs(t, err, io.ErrUnexpectedEOF)
	assert.EqualError(t, err, "count: reading row 3: unexpected EOF")
	assert.Zero(t, results)
	groups, err := rules.EvaluateSeqBy(panel, asOf, broken, byCounty)
	assert.ErrorIs(t, err, io.ErrUnexpectedEOF)
	assert.Nil(t, groups)
}

func TestNilAndEmptySourcesDiffer(t *testing.T) {
	panel := rules.MustPanel(fill, tonghua.Teachers()...)
	_, err := panel.EvaluateSeq(asOf, nil)
	assert.EqualError(t, err, "count: no sequence")
	_, err = panel.EvaluateSeq2(asOf, nil)
	assert.EqualError(t, err, "count: no sequence")
	_, err = rules.EvaluateSeqBy(panel, asOf, nil, byCounty)
	assert.EqualError(t, err, "count: no sequence")
	_, err = rules.EvaluateBy[staff, teacher.Record, string](panel, asOf, nil, nil)
	assert.EqualError(t, err, "count: no function that gives a row's group")
	empty, err := panel.Evaluate(asOf, nil)
	require.NoError(t, err)
	for name, rows := range map[string]iter.Seq[staff]{"empty": slices.Values([]staff{}), "ended": func(func(staff) bool) {}} {
		got, err := panel.EvaluateSeq(asOf, rows)
		require.NoError(t, err, name)
		assert.Equal(t, empty, got, name)
	}
	groups, err := rules.EvaluateBy(panel, asOf, nil, byCounty)
	require.NoError(t, err)
	assert.Empty(t, groups.Keys())
	assert.Equal(t, empty, groups.Total())
}

func TestANilRowEndsThePass(t *testing.T) {
	e, err := rules.MustPanel(fill, tonghua.Teachers()...).Start(asOf)
	require.NoError(t, err)
	require.NoError(t, e.Add(&staff{Stage: 1}))
	assert.EqualError(t, e.Add(nil), "rules: row 2 is nil")
	assert.EqualError(t, e.Add(&staff{}), "rules: row 2 is nil")
	assert.Zero(t, e.Results(), "a lost row must not be a pass")

	pointers := rules.MustPanel(func(s **staff, r *teacher.Record) { fill(*s, r) }, tonghua.Teachers()...)
	_, err = pointers.Evaluate(asOf, []*staff{{Stage: 1}, nil})
	var at *rules.MappingError
	require.ErrorAs(t, err, &at)
	assert.Equal(t, int64(1), at.Row)
}

func TestAKeyThatIsNotEqualToItselfIsAGroupEachTime(t *testing.T) {
	panel := rules.MustPanel(fill, tonghua.Teachers()...)
	rows := []staff{{ID: 1}, {ID: 2}, {ID: 3}}
	groups, err := rules.EvaluateBy(panel, asOf, rows, func(s *staff) float64 { return []float64{math.NaN(), 1, math.NaN()}[s.ID-1] })
	require.NoError(t, err)
	assert.Len(t, groups.Keys(), 3)
	assert.Equal(t, int64(3), groups.Total().Read)
	_, ok := groups.Of(math.NaN())
	assert.False(t, ok)
	n := int64(0)
	for _, results := range groups.All() {
		n += results.Read
	}
	assert.Equal(t, int64(3), n)
	groups.Expect(math.NaN(), 2)
	assert.Equal(t, int64(2), groups.Total().Rules[0].Records.Absent)
}

func TestAReportedFigureIsExact(t *testing.T) {
	p := edition(says("ratio", population(plan.AtLeast, percent(95)), baseline(percent(90), atTheEndOf2020), readings("one", "other")))
	rule := rules.MustRatio(p, "ratio", enrolmentRatio)
	r, err := rule.Reported(halfWay, percent(93))
	require.NoError(t, err)
	assert.True(t, r.Reported)
	assert.Equal(t, verdict.NotMet, r.Outcome)
	assert.Equal(t, "93 % (reported)", r.Measured(bilingual.English))
	assert.Equal(t, "2 percentage points short", r.Short(bilingual.English))
	assert.False(t, r.Pace.Behind)
	require.Len(t, r.Readings, 2)
	assert.Equal(t, verdict.NotMet, r.Readings[0].Outcome)
	assert.False(t, r.Readings[1].Computed, "what another scope would give cannot be told from one figure")
	r, err = rule.Reported(halfWay, percent(95))
	require.NoError(t, err)
	assert.Equal(t, verdict.Met, r.Outcome)
	_, err = rule.Reported(halfWay, teachers(95))
	assert.EqualError(t, err, "rules: rule ratio: a reported figure in teacher, want percent")
}
