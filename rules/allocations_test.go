// The race detector makes pools forget what they hold, so that memory is measured without it.
//go:build !race

package rules_test

import (
	"iter"
	"runtime"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/pupil"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/indicators/teacher"
	"github.com/eduplan/tonghua/rules"
	"github.com/eduplan/tonghua/rules/tonghua"
	"github.com/eduplan/tonghua/rules/verdict"
)

func TestMemoryDoesNotGrowWithTheRegister(t *testing.T) {
	some := slices.Repeat(messy(1, 1000), 4) // with as many faults as are kept
	many := slices.Repeat(some, 10)          // the same profiles again, so that only the number of rows differs
	reported := 0
	panel := panelOf(testBook())
	listening := panel.OnFinding(func(int64, *staff, *rules.Finding[teacher.Record]) bool { reported++; return true })
	check := func(err error) {
		if err != nil {
			t.Fatal(err)
		}
	}
	for name, pass := range map[string]func(rows []staff){
		"by county":            func(rows []staff) { _, err := rules.EvaluateBy(panel, asOf, rows, byCounty); check(err) },
		"with findings":        func(rows []staff) { _, err := rules.EvaluateBy(listening, asOf, rows, byCounty); check(err) },
		"from a slice":         func(rows []staff) { _, err := panel.Evaluate(asOf, rows); check(err) },
		"from a sequence":      func(rows []staff) { _, err := panel.EvaluateSeq(asOf, slices.Values(rows)); check(err) },
		"by more than 64 keys": func(rows []staff) { _, err := rules.EvaluateBy(panel, asOf, rows, byHundred); check(err) },
		"row by row": func(rows []staff) {
			e, err := panel.Start(asOf)
			check(err)
			for i := range rows {
				check(e.Add(&rows[i]))
			}
		},
	} {
		t.Run(name, func(t *testing.T) {
			few := testing.AllocsPerRun(1, func() { pass(some) })
			assert.LessOrEqual(t, testing.AllocsPerRun(1, func() { pass(many) }), few+10, "36,000 rows more; a few are the runtime's own")
		})
	}
	assert.Positive(t, reported)
}

func TestCheckingARecordAllocatesNothing(t *testing.T) {
	record := pupil.Record{FinalGrade: indicators.Yes, Fitness: indicators.FitnessFailed, PEExempt: indicators.No, Certificate: indicators.Yes}
	invalidHours := teacher.Record{TrainingHours: quantity.HoursOf(-1)}
	certificate, trained := tonghua.FitnessCertificate, tonghua.TeacherTrainingHours
	certificate.Check(asOf, record) // the first check makes the place where records are looked at
	trained.Check(asOf, invalidHours)
	assert.Zero(t, testing.AllocsPerRun(100, func() {
		if f := certificate.Check(asOf, record); f.Outcome != verdict.NotMet {
			t.Fatal(f.Outcome)
		}
		if f := trained.Check(asOf, invalidHours); f.Outcome != verdict.Undetermined {
			t.Fatal(f.Outcome)
		}
	}))
}

func TestARowAddedAllocatesNothing(t *testing.T) {
	rows := messy(2, 500)
	e, err := rules.MustPanel(fillMessy, manyRules()...).Start(asOf)
	require.NoError(t, err)
	add := func() {
		for i := range rows {
			if err := e.Add(&rows[i]); err != nil {
				t.Fatal(err)
			}
		}
	}
	add()
	assert.Zero(t, testing.AllocsPerRun(3, add))
}

func TestAPassOverASequenceTakesFewMebibytesWhateverItsLength(t *testing.T) {
	rows := register(2000, 10, 1)
	panel := rules.MustPanel(fill, twelve()...).OnFinding(func(int64, *staff, *rules.Finding[teacher.Record]) bool { return true })
	endless := func(n int) iter.Seq2[staff, error] {
		return func(yield func(staff, error) bool) {
			for i := range n {
				if !yield(rows[i%len(rows)], nil) {
					return
				}
			}
		}
	}
	for _, breaches := range []bool{false, true} {
		for i := range rows {
			if breaches {
				rows[i].Hours = 1 // every row is a finding
			}
		}
		for _, goroutines := range []int{1, 2} {
			p := panel.Parallel(goroutines)
			_, err := rules.EvaluateSeqBy(p, asOf, endless(10), byCounty) // the panel is made ready for the date
			require.NoError(t, err)
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			_, err = rules.EvaluateSeqBy(p, asOf, endless(300_000), byCounty)
			require.NoError(t, err)
			runtime.ReadMemStats(&after)
			assert.Less(t, after.TotalAlloc-before.TotalAlloc, uint64(4<<20), "all that was allocated, given back or not, in %d goroutines, all breach: %v", goroutines, breaches)
		}
	}
}
