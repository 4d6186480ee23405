package main

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/indicators/teacher"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules"
	"github.com/eduplan/tonghua/rules/pushdown"
)

type condition = indicators.Condition[teacher.Record]

// dice make random conditions and records.
type dice struct{ *rand.Rand }

func oneOf[T any](g dice, list ...T) T { return list[g.IntN(len(list))] }

func literal(num, den uint64, u quantity.Unit) indicators.Figure {
	return indicators.Literal(quantity.MustAmount(num, den, u))
}

func (g dice) hours() (h quantity.Hours) {
	text := oneOf(g, "", "", "-1", "0.001", "0", "0.01", "0.33", "0.34", "24.99", "25", "25.01", "49.99", "50", "50.01", "360")
	h, _ = quantity.ParseHours(text) // what is no number is invalid
	return h
}

// word is a term, unknown, invalid or something else.
func (g dice) word(last int) uint8 {
	switch g.IntN(12) {
	case 0:
		return indicators.InvalidWord
	case 1:
		return indicators.OtherWord
	}
	return uint8(g.IntN(last + 2))
}

func (g dice) member() (m member[teacher.Record]) {
	m.record = teacher.Record{
		Stage: indicators.Stage(g.word(8)), FullTime: indicators.Answer(g.word(2)), Education: indicators.Education(g.word(8)), Backbone: indicators.Tier(g.word(6)),
		TrainingHours: g.hours(), DigitalHours: g.hours(), PracticeHours: g.hours(),
	}
	if g.IntN(10) == 0 {
		m.record.Skip()
	}
	m.group = oneOf(g, "", "东昌区", "o'Brien", "b")
	return m
}

func (g dice) condition(depth int) condition {
	if depth == 0 || g.IntN(3) == 0 {
		return g.element()
	}
	parts := []condition{g.condition(depth - 1)}
	for range g.IntN(3) {
		parts = append(parts, g.condition(depth-1))
	}
	return oneOf(g, indicators.And(parts...), indicators.Or(parts...), indicators.Not(parts[0]))
}

func (g dice) element() condition {
	field := func() indicators.Number[teacher.Record] {
		return oneOf(g, teacher.TrainingHours, teacher.DigitalHours, teacher.PracticeHours)
	}
	one, other := field(), field()
	hour := func(n, d uint64) indicators.Figure { return literal(n, d, quantity.Hour) }
	figure := oneOf(g, hour(0, 1), hour(1, 100), hour(1, 3), hour(25, 1), hour(50, 1), hour(5001, 100), hour(360, 1))
	share := func(u quantity.Unit) indicators.Figure {
		return oneOf(g, literal(0, 1, u), literal(1, 3, u), literal(1, 2, u), literal(1, 1, u), literal(2, 1, u), literal(999_999, 1_000_000, u))
	}
	switch g.IntN(8) {
	case 0, 1:
		return oneOf(g, onWord(g, teacher.Stage, 8), onWord(g, teacher.FullTime, 2), onWord(g, teacher.Education, 8), onWord(g, teacher.Backbone, 6))
	case 2, 3:
		return oneOf(g, one.AtLeast, one.AtMost, one.MoreThan, one.LessThan, one.Is)(figure)
	case 4:
		return oneOf(g, one.AtLeastShareOf, one.MoreThanShareOf, one.EqualsShareOf)(other, share(quantity.Multiple))
	case 5, 6:
		left := one.Per(other)
		return oneOf(g, left.AtLeastShareOf, left.MoreThanShareOf)(field().Per(field()), share(quantity.Percent))
	}
	return oneOf(g, one.Recorded(), teacher.Education.Recorded())
}

func onWord[V indicators.Word](g dice, field indicators.Category[teacher.Record, V], last int) condition {
	var words []V
	for _, n := range g.Perm(last)[:1+g.IntN(last)] {
		words = append(words, V(n+1))
	}
	return oneOf(g, field.In(words...), field.AtLeast(words[0]))
}

// testPlan is a plan of the test's own with so many statements, r-0, r-1 and so on.
func testPlan(t testing.TB, n int) *plan.Plan {
	t.Helper()
	first, last := quantity.DateOf(2021, 1, 1), asOf
	document := plan.Document{
		Edition: "test-2021-2025", Name: bilingual.Text{ZH: "测试规划", EN: "test plan"}, First: first, Last: last,
		Clauses: []plan.Clause{{Place: "一", Kind: plan.Part, Citation: "Part 1", Title: bilingual.Text{ZH: "目标", EN: "targets"}}},
	}
	for i := range n {
		document.Statements = append(document.Statements, plan.Statement{
			ID: plan.ID(fmt.Sprintf("r-%d", i)), Places: []plan.Place{"一"}, Kind: plan.Target, Modality: plan.Must, Evaluable: plan.InFull,
			Bearer: plan.City, Name: bilingual.Text{ZH: "指标", EN: "target"}, Summary: bilingual.Text{ZH: "摘要", EN: "summary"},
			Deadline:   plan.Deadline{Kind: plan.ByDate, On: last, Origin: plan.Origin{Basis: plan.Stated}},
			Population: plan.Threshold{Comparator: plan.AtLeast, Amount: quantity.MustAmount(1, 2, quantity.Percent), Origin: plan.Origin{Basis: plan.Stated}},
		})
	}
	p, err := plan.New(document)
	require.NoError(t, err)
	return p
}

// rules are random shares, and a ratio.
func (g dice) rules(t *testing.T, n int) (list []rules.Rule[teacher.Record]) {
	t.Helper()
	p := testPlan(t, n)
	for i := range n {
		id, among := plan.ID(fmt.Sprintf("r-%d", i)), g.condition(1)
		if g.IntN(4) == 0 {
			among = condition{}
		}
		if i == 0 {
			list = append(list, rules.MustRatio(p, id, indicators.Ratio[teacher.Record]{Among: among, Of: indicators.SumOf(teacher.PracticeHours), Per: indicators.SumOf(teacher.DigitalHours)}))
			continue
		}
		list = append(list, rules.MustShare(p, id, indicators.Share[teacher.Record]{Among: among, Counted: g.condition(2)}))
	}
	return list
}

func TestRandomConditionsSayTheSameOfRandomRows(t *testing.T) {
	for seed := range uint64(150) {
		g := dice{rand.New(rand.NewPCG(seed, 23))}
		list := g.rules(t, 2+g.IntN(12))
		members := make([]member[teacher.Record], 60)
		for i := range members {
			members[i] = g.member()
		}
		panel := rules.MustPanel(asMember[teacher.Record], list...)
		db := sqlite(t)
		table := filed(t, db, engines["sqlite"], "register", members)
		t.Logf("seed %d", seed)
		got := judged(t, db, pushdown.SQLite, panel, table)
		want, err := rules.EvaluateBy(panel, asOf, members, groupOf[teacher.Record])
		require.NoError(t, err)
		sameGroups(t, want, got)
		require.NoError(t, db.Close())
	}
}
