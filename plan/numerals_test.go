package plan_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/eduplan/tonghua/plan"
)

// The catalogue and its numerals are tied together without the text: what the
// table says of each numeral is what the statement has, and nothing that the
// statement has is left without.
func TestNumeralsAndFiguresAreTiedTogether(t *testing.T) {
	for _, p := range plan.Ledger(plan.Tonghua(), plan.ClauseTable(), slices.Collect(plan.Numerals())) {
		assert.Fail(t, p.Error())
	}
}

func TestWithoutTheTextAFigureOneUnitOffIsNoticedToo(t *testing.T) {
	rows := slices.Collect(plan.Numerals())
	forEachFigureMoved(t, []bool{true, false}, func(p *plan.Plan, what string) {
		assert.NotEmpty(t, plan.Ledger(p, plan.ClauseTable(), rows), what)
	})
}

func TestWithoutTheTextALostStatementIsNoticedToo(t *testing.T) {
	rows := slices.Collect(plan.Numerals())
	for s := range plan.Tonghua().All() {
		assert.NotEmpty(t, plan.Ledger(withoutStatement(t, s.ID), plan.ClauseTable(), rows), s.ID)
	}
}

func TestEachNumeralIsAFigureOrHasAReason(t *testing.T) {
	order := map[plan.Place]int{}
	for c := range plan.Tonghua().Clauses() {
		order[c.Place] = len(order)
	}
	last := 0
	for n := range plan.Numerals() {
		assert.Contains(t, order, n.Place)
		assert.GreaterOrEqual(t, order[n.Place], last, "%+v: in the order of the text", n)
		last = order[n.Place]
		printed, figure, reason := n.Token != "", n.Statement != "", n.Reason != 0
		assert.True(t, printed && (figure != reason) && n.Nth > 0 || !printed && figure && reason && n.Value != "", "%+v", n)
		if printed && reason {
			assert.LessOrEqual(t, n.Reason, plan.PlainWord, "%+v: why a numeral is no figure", n)
		} else if reason {
			assert.Greater(t, n.Reason, plan.PlainWord, "%+v: where an unprinted figure comes from", n)
		}
		assert.Equal(t, figure, n.Of != 0, "%+v", n)
	}
}

// A numeral that stands twice in a clause is numbered, so that none is skipped.
func TestRepeatedNumeralsAreNumberedWithoutAGap(t *testing.T) {
	type token struct {
		place plan.Place
		text  string
	}
	highest := map[token]int{}
	for n := range plan.Numerals() {
		if n.Token == "" {
			continue
		}
		at := token{n.Place, n.Token}
		assert.LessOrEqual(t, n.Nth, highest[at]+1, "%+v", n)
		highest[at] = max(highest[at], n.Nth)
	}
}

func TestEveryTermIsShortAndStandsOnce(t *testing.T) {
	for s := range plan.Tonghua().All() {
		assert.NotEmpty(t, s.Term, s.ID)
		assert.LessOrEqual(t, len([]rune(s.Term)), 8, s.ID)
	}
}
