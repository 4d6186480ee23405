package count_test

import (
	"encoding/json"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/count"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/indicators/teacher"
)

const out, not, counted, either = count.OutOfScope, count.NotCounted, count.Counted, count.InScope

type (
	record    = teacher.Record
	condition = indicators.Condition[record]
	question  = count.Question[record]
)

// every is the condition that every record meets.
var every condition

// asOf is the date that the registers describe.
var asOf = quantity.DateOf(2025, time.December, 31)

var label = bilingual.Text{ZH: "标签", EN: "label"}

func literal(num, den uint64, u quantity.Unit) indicators.Figure {
	return indicators.Literal(quantity.MustAmount(num, den, u))
}

func hours(n uint64) indicators.Figure { return literal(n, 1, quantity.Hour) }

var half = literal(1, 2, quantity.Percent)

// unset is a statement whose only parameter nobody has set.
type unset struct{ indicators.Figures }

func (unset) Parameter(string) (quantity.Amount, error) { return quantity.Amount{}, nil }

func resolved[R any](t testing.TB, c indicators.Condition[R]) indicators.Condition[R] {
	t.Helper()
	c, err := c.Resolve(unset{})
	require.NoError(t, err)
	return c
}

func ask[R indicators.Record[R]](t testing.TB, key string, among, counted indicators.Condition[R]) count.Question[R] {
	t.Helper()
	return count.Question[R]{Key: key, Among: resolved(t, among), Counted: resolved(t, counted)}
}

func counterOf[R indicators.Record[R]](t testing.TB, questions ...count.Question[R]) *count.Counter[R] {
	t.Helper()
	c, err := count.New(asOf, questions...)
	require.NoError(t, err)
	return c
}

// asking returns a counter of one question without scope.
func asking[R indicators.Record[R]](t testing.TB, c indicators.Condition[R]) *count.Counter[R] {
	t.Helper()
	var every indicators.Condition[R]
	return counterOf(t, ask(t, "q", every, c))
}

// passOf returns a pass whose rows are the records themselves.
func passOf[R indicators.Record[R]](c *count.Counter[R]) count.Pass[R, R] {
	return count.Pass[R, R]{Counter: c, Mapping: func(row, to *R) { *to = *row }}
}

// tallyOf counts records in one pass.
func tallyOf[R indicators.Record[R]](t testing.TB, c *count.Counter[R], records ...R) *count.Tally {
	t.Helper()
	tally, err := passOf(c).All(count.Slice(records))
	require.NoError(t, err)
	return tally
}

// asJSON shows all that a tally has counted.
func asJSON(t testing.TB, tally *count.Tally) string {
	t.Helper()
	data, err := json.Marshal(tally.Counts())
	require.NoError(t, err)
	return string(data)
}

func practice(practice, digital float64) record {
	return record{PracticeHours: quantity.HoursOf(practice), DigitalHours: quantity.HoursOf(digital)}
}

// hoursRatio divides applied practice hours by digital hours.
func hoursRatio(t testing.TB, key string) question {
	q := ask(t, key, every, indicators.And(teacher.PracticeHours.Recorded(), teacher.DigitalHours.Recorded()))
	q.Of = []count.Term[record]{{Field: teacher.PracticeHours.Field, Weight: 1}}
	q.Per = []count.Term[record]{{Field: teacher.DigitalHours.Field, Weight: 1}}
	return q
}
