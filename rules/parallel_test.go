package rules_test

import (
	"errors"
	"fmt"
	"runtime"
	"slices"
	"sync/atomic"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators/teacher"
	"github.com/eduplan/tonghua/rules"
	"github.com/eduplan/tonghua/rules/verdict"
)

// reportedBy returns all that a pass over a slice or a sequence reports, as text.
func reportedBy(t *testing.T, panel *rules.Panel[staff, teacher.Record], rows []staff, key func(*staff) string, sequence bool) []string {
	t.Helper()
	var reported []string
	panel = panel.OnFinding(func(row int64, s *staff, f *rules.Finding[teacher.Record]) bool {
		reported = append(reported, fmt.Sprint("finding ", row, " ", s.ID, " ", f.Statement(), " ", f.Record, f.Breach()))
		return true
	}).OnFault(func(s *staff, f verdict.Fault) { reported = append(reported, fmt.Sprint("fault ", s.ID, " ", f)) })
	var groups *rules.Groups[string]
	var whole verdict.Results
	var err, wholeErr error
	if sequence {
		groups, err = rules.EvaluateSeqBy(panel, asOf, failing(rows), key)
		whole, wholeErr = panel.EvaluateSeq(asOf, slices.Values(rows))
	} else {
		groups, err = rules.EvaluateBy(panel, asOf, rows, key)
		whole, wholeErr = panel.Evaluate(asOf, rows)
	}
	require.NoError(t, err)
	require.NoError(t, wholeErr)
	for k, r := range groups.All() {
		reported = append(reported, k+" "+asJSON(t, r))
	}
	return append(reported, asJSON(t, groups.Total()), asJSON(t, whole))
}

func TestSeveralGoroutinesReportWhatOneReports(t *testing.T) {
	book := testBook()
	panel := panelOf(book)
	for seed, n := range []int{0, 1, 513, 4300} {
		rows := messy(uint64(400+seed), n)
		for i := range rows {
			rows[i].ID = int64(i)
		}
		for name, key := range map[string]func(*staff) string{"county": byCounty, "school": schoolOf(70)} {
			want := reportedBy(t, panel, rows, key, false)
			for _, goroutines := range []int{2, 5} {
				for _, sequence := range []bool{false, true} {
					got := reportedBy(t, panel.Parallel(goroutines), rows, key, sequence)
					require.Equal(t, want, got, "%d rows by %s in %d goroutines, a sequence: %v", n, name, goroutines, sequence)
				}
			}
		}
	}
}

func TestAParallelPassIsWhatASlowEvaluatorSays(t *testing.T) {
	book := testBook()
	panel := panelOf(book).Parallel(64) // a few dozen rows a goroutine
	rows := messy(77, 300)
	groups, err := rules.EvaluateBy(panel, asOf, rows, byCounty)
	require.NoError(t, err)
	keys, members := split(rows, byCounty)
	require.Equal(t, keys, groups.Keys())
	for k, results := range groups.All() {
		for i := range book {
			book[i].judged(t, members[k], 0, results.Rules[i])
		}
	}
}

func TestOfSeveralRowsThatFailTheFirstIsReported(t *testing.T) {
	p := edition(says("offline"))
	rows := make([]staff, 9000)
	for i := range rows {
		rows[i] = staff{ID: int64(i), RealName: 2}
	}
	broken := errors.New("broken")
	mapping := func(s *staff, r *teacher.Record) {
		if s.ID >= 3000 && s.ID%500 == 7 {
			panic(fmt.Errorf("row %d: %w", s.ID, broken))
		}
		fill(s, r)
	}
	for _, goroutines := range []int{1, 2, 5} {
		reported := int64(0)
		panel := rules.MustPanel(mapping, rules.Rule[teacher.Record](rules.MustDuty(p, "offline", duty{Must: online}))).
			OnFinding(func(row int64, _ *staff, _ *rules.Finding[teacher.Record]) bool {
				require.Equal(t, reported, row)
				reported++
				return true
			}).Parallel(goroutines)
		for name, pass := range map[string]func() error{
			"slice":    func() error { _, err := panel.Evaluate(asOf, rows); return err },
			"sequence": func() error { _, err := panel.EvaluateSeq(asOf, slices.Values(rows)); return err },
			"groups":   func() error { _, err := rules.EvaluateBy(panel, asOf, rows, byCounty); return err },
		} {
			reported = 0
			err := pass()
			var at *rules.MappingError
			require.ErrorAs(t, err, &at, name)
			assert.Equal(t, int64(3007), at.Row, name)
			assert.ErrorIs(t, err, broken, name)
			assert.Equal(t, int64(3007), reported, "the rows before it are reported")
		}
	}
}

func TestAPassThatIsStoppedGivesNoResults(t *testing.T) {
	p := edition(says("offline"))
	rows := make([]staff, 60000)
	for i := range rows {
		rows[i] = staff{ID: int64(i), RealName: 2}
	}
	for _, goroutines := range []int{1, 2, 5} {
		var mapped atomic.Int64
		reported := 0
		panel := rules.MustPanel(func(s *staff, r *teacher.Record) { mapped.Add(1); fill(s, r) },
			rules.Rule[teacher.Record](rules.MustDuty(p, "offline", duty{Must: online}))).
			OnFinding(func(int64, *staff, *rules.Finding[teacher.Record]) bool { reported++; return reported < 5 }).Parallel(goroutines)
		results, err := panel.Evaluate(asOf, rows)
		assert.ErrorIs(t, err, rules.ErrStopped)
		assert.Zero(t, results)
		assert.Equal(t, 5, reported)
		after := mapped.Load()
		assert.Less(t, after, int64(len(rows)), "the rest is not mapped")
		reported = 0
		read := 0
		_, err = panel.EvaluateSeq(asOf, func(yield func(staff) bool) {
			for _, row := range rows {
				if read++; !yield(row) {
					return
				}
			}
		})
		assert.ErrorIs(t, err, rules.ErrStopped)
		assert.Less(t, read, len(rows), "the rest is not read")
	}
}

func TestASequenceThatFailsHalfWayReportsTheRowsBeforeIt(t *testing.T) {
	p := edition(says("offline"))
	lost := errors.New("connection lost")
	for _, goroutines := range []int{1, 3} {
		reported := 0
		panel := rules.MustPanel(fill, rules.Rule[teacher.Record](rules.MustDuty(p, "offline", duty{Must: online}))).
			OnFinding(func(int64, *staff, *rules.Finding[teacher.Record]) bool { reported++; return true }).Parallel(goroutines)
		_, err := panel.EvaluateSeq2(asOf, func(yield func(staff, error) bool) {
			for range 1300 {
				if !yield(staff{RealName: 2}, nil) {
					return
				}
			}
			yield(staff{}, lost)
		})
		assert.ErrorIs(t, err, lost)
		assert.EqualError(t, err, "count: reading row 1301: connection lost")
		assert.Equal(t, 1300, reported)
	}
}

// As t.FailNow in a mapping does.
func TestAMappingThatEndsItsGoroutineEndsThePass(t *testing.T) {
	p := edition(says("offline"))
	rows := make([]staff, 40_000)
	for _, sequence := range []bool{false, true} {
		var mapped atomic.Int64
		panel := rules.MustPanel(func(*staff, *teacher.Record) {
			if mapped.Add(1) == 5000 {
				runtime.Goexit()
			}
		}, rules.Rule[teacher.Record](rules.MustDuty(p, "offline", duty{Must: online}))).Parallel(3)
		ended := make(chan error, 1)
		go func() {
			defer close(ended) // all there is if it is the caller's goroutine that ended
			if sequence {
				_, err := panel.EvaluateSeq(asOf, slices.Values(rows))
				ended <- err
			} else {
				_, err := panel.Evaluate(asOf, rows)
				ended <- err
			}
		}()
		if err, returned := <-ended; returned {
			assert.EqualError(t, err, "count: a function of the caller ended its goroutine")
		}
	}
}
