package indicators_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/eduplan/tonghua/indicators"
)

const (
	unknown = indicators.Unknown
	no      = indicators.False
	yes     = indicators.True
)

var truths = []indicators.Truth{unknown, no, yes}

func TestKleeneLogic(t *testing.T) {
	var zero indicators.Truth
	assert.Equal(t, unknown, zero, "nothing said is unknown, never true")
	for _, c := range []struct {
		a, b, and, or indicators.Truth
	}{
		{no, no, no, no},
		{no, unknown, no, unknown},
		{no, yes, no, yes},
		{unknown, no, no, unknown},
		{unknown, unknown, unknown, unknown},
		{unknown, yes, unknown, yes},
		{yes, no, no, yes},
		{yes, unknown, unknown, yes},
		{yes, yes, yes, yes},
	} {
		assert.Equal(t, c.and, c.a.And(c.b), "%s and %s", c.a, c.b)
		assert.Equal(t, c.or, c.a.Or(c.b), "%s or %s", c.a, c.b)
	}
	assert.Equal(t, yes, no.Not())
	assert.Equal(t, no, yes.Not())
	assert.Equal(t, unknown, unknown.Not(), "what is unknown stays so when it is denied")
}

func TestLawsOfKleeneLogic(t *testing.T) {
	for _, a := range truths {
		assert.Equal(t, a, a.Not().Not(), "not not %s", a)
		assert.Equal(t, a, a.And(yes), "true is neutral to and")
		assert.Equal(t, a, a.Or(no), "false is neutral to or")
		for _, b := range truths {
			assert.Equal(t, a.Not().Or(b.Not()), a.And(b).Not(), "De Morgan: not (%s and %s)", a, b)
			assert.Equal(t, a.Not().And(b.Not()), a.Or(b).Not(), "De Morgan: not (%s or %s)", a, b)
			assert.Equal(t, b.And(a), a.And(b), "%s and %s in either order", a, b)
			assert.Equal(t, b.Or(a), a.Or(b), "%s or %s in either order", a, b)
			for _, c := range truths {
				assert.Equal(t, a.And(b.And(c)), a.And(b).And(c))
				assert.Equal(t, a.And(b).Or(a.And(c)), a.And(b.Or(c)))
			}
		}
	}
}

func TestAnAnswerNeverChangesWhenMoreIsKnown(t *testing.T) {
	completions := func(a indicators.Truth) []indicators.Truth {
		if a == unknown {
			return truths
		}
		return []indicators.Truth{a}
	}
	for _, a := range truths {
		for _, b := range truths {
			for _, x := range completions(a) {
				for _, y := range completions(b) {
					if and := a.And(b); and != unknown {
						assert.Equal(t, and, x.And(y), "%s and %s, later %s and %s", a, b, x, y)
					}
					if or := a.Or(b); or != unknown {
						assert.Equal(t, or, x.Or(y), "%s or %s, later %s or %s", a, b, x, y)
					}
				}
			}
		}
	}
}

func TestTruthAsText(t *testing.T) {
	assert.Equal(t, yes, indicators.TruthOf(true))
	assert.Equal(t, no, indicators.TruthOf(false))
	assert.Equal(t, "true", yes.String())
	assert.Equal(t, "false", no.String())
	assert.Equal(t, "unknown", unknown.String())
	assert.Equal(t, "Truth(9)", indicators.Truth(9).String(), "an odd value prints its number")
}

func TestAnOddTruthIsUnknown(t *testing.T) {
	odd := indicators.Truth(9)
	assert.Equal(t, unknown, odd.Not())
	assert.Equal(t, unknown, odd.And(yes))
	assert.Equal(t, unknown, odd.Or(no))
	assert.Equal(t, no, odd.And(no))
	assert.Equal(t, yes, odd.Or(yes))
}
