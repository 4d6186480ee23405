package rules_test

import (
	"encoding/json"
	"iter"
	"math/rand/v2"
	"slices"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/indicators/teacher"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules"
	"github.com/eduplan/tonghua/rules/tonghua"
	"github.com/eduplan/tonghua/rules/verdict"
)

// manyRules are the test book's, and those of Tonghua that count teachers.
func manyRules() rules.Set[teacher.Record] {
	set := tonghua.Teachers()
	for _, r := range testBook() {
		set = append(set, r.rule)
	}
	return set
}

func asJSON(t *testing.T, v any) string {
	t.Helper()
	data, err := json.Marshal(v)
	require.NoError(t, err)
	return string(data)
}

func failing(rows []staff) iter.Seq2[staff, error] {
	return func(yield func(staff, error) bool) {
		for _, row := range rows {
			if !yield(row, nil) {
				return
			}
		}
	}
}

func TestHoweverARegisterComesTheResultsAreTheSameToTheByte(t *testing.T) {
	rows := messy(5, 400)
	set := manyRules()
	panel := rules.MustPanel(fillMessy, set...)
	whole, err := panel.Evaluate(asOf, rows)
	require.NoError(t, err)
	require.Equal(t, int64(400), whole.Read)
	want := asJSON(t, whole)

	t.Run("as a sequence", func(t *testing.T) {
		got, err := panel.EvaluateSeq(asOf, slices.Values(rows))
		require.NoError(t, err)
		assert.Equal(t, want, asJSON(t, got))
	})
	t.Run("as a sequence that could fail", func(t *testing.T) {
		got, err := panel.EvaluateSeq2(asOf, failing(rows))
		require.NoError(t, err)
		assert.Equal(t, want, asJSON(t, got))
	})
	t.Run("row by row, with results asked for on the way", func(t *testing.T) {
		e, err := panel.Start(asOf)
		require.NoError(t, err)
		for i := range rows {
			require.NoError(t, e.Add(&rows[i]))
			if i%97 == 0 {
				assert.Equal(t, int64(i+1), e.Results().Read)
			}
		}
		assert.Equal(t, want, asJSON(t, e.Results()))
		assert.Equal(t, want, asJSON(t, e.Results()), "asking twice changes nothing")
	})
	t.Run("with a function for findings that wants to hear all of them", func(t *testing.T) {
		got, err := panel.OnFinding(func(int64, *staff, *rules.Finding[teacher.Record]) bool { return true }).Evaluate(asOf, rows)
		require.NoError(t, err)
		assert.Equal(t, want, asJSON(t, got))
	})
	for name, key := range map[string]func(*staff) int64{
		"in two halves that are put together": func(s *staff) int64 { return s.ID / 200 },
		"with odd and even rows apart":        func(s *staff) int64 { return s.ID % 2 },
		"in a group of its own for each row":  func(s *staff) int64 { return s.ID },
	} {
		t.Run(name, func(t *testing.T) {
			groups, err := rules.EvaluateBy(panel, asOf, rows, key)
			require.NoError(t, err)
			assert.Equal(t, want, asJSON(t, groups.Total()))
			groups, err = rules.EvaluateSeqBy(panel, asOf, failing(rows), key)
			require.NoError(t, err)
			assert.Equal(t, want, asJSON(t, groups.Total()))
		})
	}
	t.Run("in any order", func(t *testing.T) {
		shuffled := slices.Clone(rows)
		rand.New(rand.NewPCG(3, 4)).Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
		got, err := panel.Evaluate(asOf, shuffled)
		require.NoError(t, err)
		assert.NotEqual(t, whole.Faults, got.Faults, "the faults kept are the first of another order")
		got.Faults = whole.Faults
		assert.Equal(t, want, asJSON(t, got))
	})
	t.Run("as records of a rule alone, or of a panel of one", func(t *testing.T) {
		records := make([]teacher.Record, len(rows))
		for i := range rows {
			fillMessy(&rows[i], &records[i])
		}
		for i, r := range set {
			alone, err := r.Evaluate(asOf, records...)
			require.NoError(t, err)
			assert.Equal(t, asJSON(t, whole.Rules[i]), asJSON(t, alone), r.ID())
			one, err := rules.MustPanel(fillMessy, r).Evaluate(asOf, rows)
			require.NoError(t, err)
			assert.Equal(t, asJSON(t, whole.Rules[i]), asJSON(t, one.Rules[0]), r.ID())
		}
	})
	t.Run("in a panel with the rules in another order", func(t *testing.T) {
		turned := slices.Clone(set)
		slices.Reverse(turned)
		got, err := rules.MustPanel(fillMessy, turned...).Evaluate(asOf, rows)
		require.NoError(t, err)
		slices.Reverse(got.Rules)
		assert.Equal(t, asJSON(t, whole.Rules), asJSON(t, got.Rules))
	})
	t.Run("in many passes of one panel at once", func(t *testing.T) {
		var passes sync.WaitGroup
		texts := make([]string, 4)
		for i := range texts {
			passes.Go(func() {
				if got, err := panel.Evaluate(asOf, rows); err == nil {
					data, _ := json.Marshal(got)
					texts[i] = string(data)
				}
			})
		}
		passes.Wait()
		for _, text := range texts {
			assert.Equal(t, want, text)
		}
	})
}

func TestACompliantRecordNeverLowersAShare(t *testing.T) {
	p := edition(says("master", population(plan.AtLeast, percent(40))))
	masters := rules.MustShare(p, "master", share{Among: teacher.Stage.Is(indicators.SeniorHigh), Counted: teacher.Education.AtLeast(indicators.Master)})
	trained := tonghua.TeacherTrainingHours
	compliant := teacher.Record{Stage: indicators.SeniorHigh, Education: indicators.Doctor, TrainingHours: quantity.WholeHours(360)}
	for seed := range uint64(60) {
		rows := messy(seed, 1+int(seed)%9)
		records := make([]teacher.Record, len(rows))
		for i := range rows {
			fillMessy(&rows[i], &records[i])
		}
		for _, r := range []rules.Rule[teacher.Record]{masters, trained} {
			before, err := r.Evaluate(asOf, records...)
			require.NoError(t, err)
			after, err := r.Evaluate(asOf, append(records, compliant)...)
			require.NoError(t, err)
			require.Equal(t, before.Records.InScope+1, after.Records.InScope)
			if before.Outcome == verdict.NotApplicable {
				require.Equal(t, verdict.Met, after.Outcome)
				continue
			}
			require.GreaterOrEqual(t, valueOf(after.Lowest).Cmp(valueOf(before.Lowest)), 0)
			if before.Records.InScope > 0 { // or the highest was of a scope that may be empty
				require.GreaterOrEqual(t, valueOf(after.Highest).Cmp(valueOf(before.Highest)), 0)
			}
			require.False(t, before.Outcome == verdict.Met && after.Outcome != verdict.Met)
			require.LessOrEqual(t, after.Shortfall.High.Steps().Compare(before.Shortfall.High.Steps()), 0)
		}
	}
}
