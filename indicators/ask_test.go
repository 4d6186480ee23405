package indicators_test

import (
	"fmt"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/count"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/indicators/teacher"
)

// stated is what a statement gives for the names of figures. A name that it
// does not have is an error; one that it has without an amount is not set.
type stated map[string]quantity.Amount

func (s stated) find(name string) (quantity.Amount, error) {
	a, ok := s[name]
	if !ok {
		return a, fmt.Errorf("the statement has no %s", name)
	}
	return a, nil
}

func (s stated) Each() (quantity.Amount, error)                { return s.find("each") }
func (s stated) Population() (quantity.Amount, error)          { return s.find("population") }
func (s stated) Parameter(key string) (quantity.Amount, error) { return s.find("parameter " + key) }
func (s stated) Stated(key string) (quantity.Amount, error)    { return s.find("figure " + key) }
func (s stated) AsOfYear() (quantity.Amount, error)            { return s.find("year") }
func amount(num, den uint64, u quantity.Unit) quantity.Amount {
	return quantity.MustAmount(num, den, u)
}
func literal(num, den uint64, u quantity.Unit) indicators.Figure {
	return indicators.Literal(amount(num, den, u))
}
func hours(n uint64) indicators.Figure { return literal(n, 1, quantity.Hour) }

var half = literal(1, 2, quantity.Percent)

// asOf is the date that records describe.
var asOf = quantity.DateOf(2025, time.December, 31)

// classOf answers a question about one record.
func classOf[R indicators.Record[R]](t testing.TB, q indicators.Question[R], r R) count.Class {
	t.Helper()
	counter, err := count.New(asOf, count.Question[R]{Key: "q", Among: q.Among, Counted: q.Counted})
	require.NoError(t, err)
	class, _ := counter.Class(0, r)
	return class
}

// truthOf answers a condition about one record.
func truthOf[R indicators.Record[R]](t testing.TB, c indicators.Condition[R], r R, figures ...stated) indicators.Truth {
	t.Helper()
	var s stated
	if len(figures) > 0 {
		s = figures[0]
	}
	resolved, err := c.Resolve(s)
	require.NoError(t, err)
	switch class := classOf(t, indicators.Question[R]{Counted: resolved}, r); class {
	case count.Counted:
		return indicators.True
	case count.NotCounted:
		return indicators.False
	case count.Counted | count.NotCounted:
		return indicators.Unknown
	default:
		require.Fail(t, "a record without scope is out of scope", "class %d", class)
		return indicators.Unknown
	}
}

type question = indicators.Question[teacher.Record]
