package plan_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/plan/internal/fulltext"
)

// The catalogue and its numerals are tied together without the text: what the
// table says of each numeral is what the statement has, and nothing that the
// statement has is left without.
func TestNumeralsAndFiguresAreTiedTogether(t *testing.T) {
	for _, p := range plan.Ledger(plan.Tonghua(), plan.ClauseTable(), slices.Collect(plan.Numerals())) {
		assert.Fail(t, p.Error())
	}
}

func TestAFigureOneUnitOffIsNoticedWithTheTextAndWithoutIt(t *testing.T) {
	noticed, changed := audits(t), 0
	forEachFigureMoved(t, func(p *plan.Plan, up bool, what string) {
		changed++
		noticed(p, up, what) // one way beside the text is enough: it asks the same of both
	})
	assert.Greater(t, changed, 900, "figures, one unit up and one down")
}

func TestALostStatementIsNoticedWithTheTextAndWithoutIt(t *testing.T) {
	noticed := audits(t)
	for s := range plan.Tonghua().All() {
		noticed(withoutStatement(t, s.ID), true, "without "+string(s.ID))
	}
}

// audits returns what demands that the audit of a plan finds something: by its tables
// alone, and beside the text if that is wanted and a copy is at hand.
func audits(t *testing.T) func(p *plan.Plan, beside bool, what string) {
	rows := slices.Collect(plan.Numerals())
	var lines []fulltext.Line
	if textPath() != "" {
		lines = splitText(t)
	}
	return func(p *plan.Plan, beside bool, what string) {
		assert.NotEmpty(t, plan.Ledger(p, plan.ClauseTable(), rows), what)
		if beside && lines != nil {
			assert.False(t, sound(t, lines, p, rows), what)
		}
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

// With the text the audit finds each term once at its place; without it, no two
// statements of a place may share one.
func TestEveryStatementHasAShortTermOfItsOwn(t *testing.T) {
	type term struct {
		place plan.Place
		text  string
	}
	seen := map[term]plan.ID{}
	for s := range plan.Tonghua().All() {
		assert.NotEmpty(t, s.Term, s.ID)
		assert.LessOrEqual(t, len([]rune(s.Term)), 8, s.ID)
		at := term{s.Places[0], s.Term}
		assert.Empty(t, seen[at], "%s has the term of another statement", s.ID)
		seen[at] = s.ID
	}
}

func TestANumeralInWords(t *testing.T) {
	for want, n := range map[string]plan.Numeral{
		"12%：senior-master，总体要求":                        {Token: "12%", Statement: "senior-master", Of: plan.OfPopulation},
		"47%：base-dual-qualified，数据 share-before":       {Token: "47%", Statement: "base-dual-qualified", Of: plan.OfFigure, Key: "share-before"},
		"一：普通词语中的字":                                     {Token: "一", Reason: plan.PlainWord},
		"16（未印出）：mean-years-schooling，参数 age-from，官方口径": {Value: "16", Statement: "mean-years-schooling", Of: plan.OfParameter, Key: "age-from", Reason: plan.ByDefinition},
	} {
		assert.Equal(t, want, n.In(bilingual.Chinese))
	}
	n := plan.Numeral{Value: "4", Statement: "plan-published", Of: plan.OfPopulation, Reason: plan.CountedUp}
	assert.Equal(t, "4 (not printed): plan-published, demand altogether, counted from what the text names", n.In(bilingual.English))
}
