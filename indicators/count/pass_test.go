package count_test

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"math"
	"runtime"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/count"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/indicators/teacher"
)

// failing is a sequence that ends with an error, if any.
func failing[T any](rows []T, err error) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		for _, r := range rows {
			if !yield(r, nil) {
				return
			}
		}
		var none T
		if err != nil {
			yield(none, err)
		}
	}
}

// sourcesOf are the same rows, in all forms that a pass reads.
func sourcesOf[T any](rows []T) map[string]count.Rows[T] {
	return map[string]count.Rows[T]{"slice": count.Slice(rows), "sequence": count.Seq(slices.Values(rows)), "source that may fail": count.Seq2(failing(rows, nil))}
}

// trained asks of every teacher for each of n numbers of hours, and flags it.
func trained(t testing.TB, n int) *count.Counter[record] {
	var questions []question
	for i := range n {
		q := ask(t, fmt.Sprint(i), every, teacher.TrainingHours.AtLeast(hours(uint64(i+1))))
		q.Flag = true
		questions = append(questions, q)
	}
	return counterOf(t, questions...)
}

func TestFlaggedRowsAndFaultsAreReportedInOrder(t *testing.T) {
	c := trained(t, 70) // more than a word has bits
	rows := posts(60, 5000)
	for i := range rows {
		rows[i].teacher.TrainingHours = quantity.WholeHours(int64(i*7919%73) - 1) // -1 is invalid
	}
	var want []string
	for i := range rows {
		p := &rows[i]
		if p.teacher.Skipped() {
			continue
		}
		h := i*7919%73 - 1
		if h < 0 {
			want = append(want, fmt.Sprint("fault ", i, " ", i))
			continue
		}
		for q := h; q < 70; q++ { // question q asks for q+1 hours
			want = append(want, fmt.Sprint("flagged ", i, " ", i, " ", p.teacher.TrainingHours, " ", q))
		}
	}
	for _, goroutines := range []int{1, 3} {
		for name, source := range sourcesOf(rows) {
			var got []string
			pass := postsPass(c)
			pass.Goroutines = goroutines
			pass.Flagged = func(row int64, p *post, r *record, question int) bool {
				got = append(got, fmt.Sprint("flagged ", row, " ", p.number, " ", r.TrainingHours, " ", question))
				return true
			}
			pass.Faulty = func(row int64, p *post, _ *record, _ any) bool {
				got = append(got, fmt.Sprint("fault ", row, " ", p.number))
				return true
			}
			_, err := pass.All(source)
			require.NoError(t, err)
			require.Equal(t, want, got, "%s in %d goroutines", name, goroutines)
		}
	}
}

func TestAFunctionOfTheCallerThatAnswersFalseEndsThePassOrTheReportOfFaults(t *testing.T) {
	c := trained(t, 2)
	rows := make([]post, 5000)
	for i := range rows {
		rows[i] = post{number: i, teacher: record{TrainingHours: quantity.WholeHours(int64(i%2) - 1)}} // every other is invalid, the rest lack both
	}
	for _, goroutines := range []int{1, 3} {
		pass := postsPass(c)
		pass.Goroutines = goroutines
		var flagged, faulty int
		pass.Flagged = func(row int64, _ *post, _ *record, question int) bool {
			flagged++
			return !(row == 3001 && question == 0)
		}
		pass.Faulty = func(row int64, _ *post, _ *record, _ any) bool { faulty++; return row < 2000 }
		tally, err := pass.All(count.Slice(rows))
		assert.ErrorIs(t, err, count.ErrStopped)
		assert.Nil(t, tally)
		assert.Equal(t, 2*1500+1, flagged, "1,500 rows before, and the first question of row 3,001")
		assert.Equal(t, 1001, faulty, "rows 0 to 2,000, and then none is told of")
	}
}

func TestWhatFailsEndsThePassWithItsRow(t *testing.T) {
	c := masters(t)
	rows := posts(61, 5000)
	broken := errors.New("the line is cut")
	for _, goroutines := range []int{1, 3} {
		pass := postsPass(c)
		pass.Goroutines = goroutines
		pass.Mapping = func(p *post, to *record) {
			if p.number == 4000 || p.number == 3210 {
				panic(broken)
			}
			*to = p.teacher
		}
		for name, source := range sourcesOf(rows) {
			_, err := pass.All(source)
			var failed *count.MappingError
			require.ErrorAs(t, err, &failed, name)
			assert.EqualValues(t, 3210, failed.Row, "the first row that fails: %s in %d goroutines", name, goroutines)
			assert.ErrorIs(t, err, broken)
			assert.EqualError(t, err, "count: the caller's function panicked on row 3211: the line is cut")
		}
		pass = postsPass(c)
		pass.Goroutines = goroutines
		_, err := pass.All(count.Seq2(failing(rows[:100], broken)))
		assert.EqualError(t, err, "count: reading row 101: the line is cut")
		_, err = pass.All(count.Seq[post](nil))
		assert.EqualError(t, err, "count: no sequence")
	}
	_, err := count.Pass[post, record]{}.All(count.Slice(rows))
	assert.EqualError(t, err, "count: a pass without counter or mapping")
	_, err = count.By[post, record, string](postsPass(c), count.Slice(rows), nil)
	assert.EqualError(t, err, "count: no function that gives a row's group")
}

func TestProgressNeverGoesBack(t *testing.T) {
	rows := make([]record, 100_000)
	for _, goroutines := range []int{1, 3} {
		for name, source := range sourcesOf(rows) {
			var reported []int64
			pass := passOf(masters(t))
			pass.Goroutines = goroutines
			pass.Progress = func(n int64) { reported = append(reported, n) }
			_, err := pass.All(source)
			require.NoError(t, err)
			assert.GreaterOrEqual(t, len(reported), 5, "%s in %d goroutines", name, goroutines)
			assert.True(t, slices.IsSorted(reported), "%v", reported)
			assert.LessOrEqual(t, reported[len(reported)-1], int64(len(rows)))
		}
	}
}

func TestACancelledContextEndsThePass(t *testing.T) {
	rows := make([]record, 100_000)
	for _, goroutines := range []int{1, 3} {
		for name, source := range sourcesOf(rows) {
			ctx, cancel := context.WithCancelCause(t.Context())
			pass := passOf(masters(t))
			pass.Goroutines, pass.Context = goroutines, ctx
			reached := int64(0)
			pass.Progress = func(n int64) { reached = n; cancel(nil) }
			_, err := pass.All(source)
			assert.ErrorIs(t, err, context.Canceled, name)
			assert.Less(t, reached, int64(50_000), "not at the end only")
			pass.Progress = nil
			_, err = pass.All(source)
			assert.ErrorIs(t, err, context.Canceled, "before the first row")
		}
	}
}

func TestAnyNumberOfGoroutinesMayBeAskedFor(t *testing.T) {
	c := masters(t)
	rows := []record{{Stage: indicators.Primary}, {}, {Stage: indicators.SeniorHigh}}
	want := asJSON(t, tallyOf(t, c, rows...))
	for _, goroutines := range []int{-1, 0, 2, count.MostGoroutines, count.MostGoroutines + 1, math.MaxInt} {
		pass := passOf(c)
		pass.Goroutines = goroutines
		for name, source := range sourcesOf(rows) {
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			tally, err := pass.All(source)
			runtime.ReadMemStats(&after)
			require.NoError(t, err)
			assert.Equal(t, want, asJSON(t, tally))
			assert.Less(t, after.TotalAlloc-before.TotalAlloc, uint64(64<<20), "%s in %d goroutines", name, goroutines)
		}
	}
}

// large is a record of 64 KiB.
type large struct {
	indicators.Row
	Answer indicators.Answer
	Filler [64 << 10]byte
}

var (
	largeSubject = indicators.NewSubject[large]("large", label, quantity.Item)
	answered     = indicators.NewCategory(largeSubject, "answer", label, func(l *large) *indicators.Answer { return &l.Answer })
)

func (large) Subject() *indicators.Subject[large] { return largeSubject }

func TestLargeRecordsThatAreAllReportedTakeLittleMemory(t *testing.T) {
	q := ask(t, "q", indicators.Condition[large]{}, answered.Is(indicators.Yes))
	q.Flag = true
	var peak uint64
	reported := 0
	pass := count.Pass[int, large]{Counter: counterOf(t, q), Goroutines: 2,
		Mapping: func(n *int, to *large) {
			to.Answer, to.Filler[0], to.Filler[len(to.Filler)-1] = indicators.No, byte(*n), byte(*n)
		},
		Flagged: func(row int64, _ *int, r *large, _ int) bool {
			if row%512 == 0 {
				runtime.GC() // so that only what is alive is seen
				var m runtime.MemStats
				runtime.ReadMemStats(&m)
				peak = max(peak, m.HeapAlloc)
			}
			if r.Filler[0] == byte(row) && r.Filler[len(r.Filler)-1] == byte(row) {
				reported++
			}
			return true
		}}
	rows := make([]int, 8192)
	for i := range rows {
		rows[i] = i
	}
	runtime.GC()
	var before runtime.MemStats
	runtime.ReadMemStats(&before)
	tally, err := pass.All(count.Slice(rows))
	require.NoError(t, err)
	assert.Equal(t, len(rows), reported)
	assert.EqualValues(t, len(rows), tally.Answer(0).Classes[not])
	assert.Less(t, peak, before.HeapAlloc+64<<20, "8,192 records are 512 MiB")
}
