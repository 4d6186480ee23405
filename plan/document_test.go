package plan_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/plan"
)

func both(zh, en string) bilingual.Text { return bilingual.Text{ZH: zh, EN: en} }

// document is a sound plan of a made-up city: a target that has everything,
// and a duty that has only what it must have.
func document() plan.Document {
	rate := plan.Figure{Key: "rate", Comparator: plan.Exactly, Amount: quantity.MustAmount(1, 5, quantity.Percent),
		On: quantity.DateOf(2025, 12, 31), Origin: plan.Origin{Basis: plan.Inferred}, Name: both("占比", "share")}
	return plan.Document{
		Edition: "yunxi-2026-2030", Name: both("云溪市教育规划", "Education plan of Yunxi"),
		First: quantity.DateOf(2026, 1, 1), Last: quantity.DateOf(2030, 12, 31),
		Issued: quantity.DateOf(2026, 3, 5), IssuedOrigin: plan.Origin{Basis: plan.Stated},
		Clauses: []plan.Clause{
			{Place: "一", Kind: plan.Part, Citation: "Part 1", Title: both("教师", "Teachers")},
			{Place: "一第1段", Parent: "一", Kind: plan.Paragraph, Citation: "Part 1, paragraph 1", Title: both("学历", "Education")},
			{Place: "二", Kind: plan.Part, Citation: "Part 2", Title: both("条件", "Conditions")},
		},
		Statements: []plan.Statement{
			{ID: "books", Places: []plan.Place{"二"}, Kind: plan.EntityRule, Modality: plan.Must, Evaluable: plan.InFull, Bearer: plan.School,
				Name: both("图书", "Books"), Summary: both("每校有图书室。", "Each school has a library."), Deadline: standing},
			{ID: "master", Places: []plan.Place{"一第1段", "二"}, Kind: plan.Target, Modality: plan.Strive, ModalityOrigin: plan.Origin{Basis: plan.Stated},
				Gradually: true, Evaluable: plan.InPart, Bearer: plan.City, Name: both("硕士", "Masters"), Term: "硕士",
				Summary: both("四分之一有硕士学历。", "A quarter hold a master's degree."), Note: both("注意", "Mind this"),
				Demand: both("{age}以上的教师有一项证书，其中{population}以上有硕士学历", "teachers from {age} up hold a certificate, and {population} or more of them a master's degree"),
				SaidBy: []string{"each"}, Short: both("还需{n}名教师", "{n} more teachers"), Noun: both("份证书", "certificates"),
				Each: atLeast("1", quantity.Item, plan.Stated), Population: atLeast("25", quantity.Percent, plan.Stated),
				Deadline: plan.Deadline{Kind: plan.ByDate, On: quantity.DateOf(2030, 12, 31), Origin: plan.Origin{Basis: plan.PlanEnd}},
				Partly:   plan.Partly{Bias: plan.Flatters, Covers: both("在编教师", "teachers on the roll")},
				Components: []plan.Component{
					{Key: "scheme", Name: both("培养方案", "scheme"), Is: []plan.EvidenceKind{plan.PublishedMeasure, plan.Act}, Reports: []plan.EvidenceKind{plan.Assessment, plan.Act}, Needs: plan.InForce, Least: 1},
					{Key: "whole", Name: both("学历提升", "better degrees"), Reports: []plan.EvidenceKind{plan.Assessment}, Needs: plan.Current, Least: 1}},
				Baseline: rate, Figures: []plan.Figure{rate},
				Parameters: []plan.Parameter{
					{Key: "age", Amount: age(16), Origin: plan.Origin{Basis: plan.Official, Source: both("普查", "census")}, Name: both("年龄", "age")},
					{Key: "open", Name: both("待定", "left open")}},
				Readings: []plan.Reading{
					{Key: "strict", Decides: true, Name: both("从严", "strict"), Why: both("最近", "closest")},
					{Key: "lenient", Population: atLeast("24", quantity.Percent, plan.Inferred), Name: both("从宽", "lenient"), Why: both("可少", "less"),
						Demand: both("有硕士学历的不低于{population}", "no fewer than {population} hold a master's degree")}}},
		},
	}
}

func TestNewSortsStatementsIntoClauseOrder(t *testing.T) {
	d := document()
	want := []plan.ID{"master", "books"}
	for i := range 30 {
		more := d.Statements[0]
		more.ID = plan.ID(fmt.Sprintf("books-%d", 30-i))
		d.Statements = append(d.Statements, more)
		want = append(want, more.ID)
	}
	p, err := plan.New(d)
	require.NoError(t, err)
	var got []plan.ID
	for s := range p.All() {
		got = append(got, s.ID)
	}
	assert.Equal(t, want, got, "those of one clause keep their order")
	assert.Equal(t, plan.ID("books"), d.Statements[0].ID, "the document is left as it was")
	s, ok := p.Statement("master")
	require.True(t, ok)
	assert.Equal(t, "一第1段、二", s.Citation(bilingual.Chinese))
	assert.Equal(t, "Part 1, paragraph 1; Part 2", s.Citation(bilingual.English))
}

func TestNewCountsTheStatementsOfEachClause(t *testing.T) {
	d := document()
	d.Clauses[0].Statements = 7 // nobody counts by hand
	p, err := plan.New(d)
	require.NoError(t, err)
	got := map[plan.Place]int{}
	for c := range p.Clauses() {
		got[c.Place] = c.Statements
	}
	assert.Equal(t, map[plan.Place]int{"一": 0, "一第1段": 1, "二": 1}, got)
	assert.Equal(t, 7, d.Clauses[0].Statements, "the document is left as it was")
}

func TestNewCopiesTheDocument(t *testing.T) {
	d := document()
	p, err := plan.New(d)
	require.NoError(t, err)
	want, err := plan.New(document())
	require.NoError(t, err)

	s := &d.Statements[1]
	s.Places[0], s.Figures[0].Key, s.Parameters[0].Key, s.Readings[0].Key, s.SaidBy[0] = "二", "changed", "changed", "changed", "changed"
	s.Components[0].Is[0], s.Components[0].Reports[0], s.Components[1] = plan.Project, plan.Project, plan.Component{}
	*s, d.Statements[0].Name, d.Clauses[0].Title = plan.Statement{}, both("改", "changed"), both("改", "changed")

	assert.Equal(t, slices.Collect(want.All()), slices.Collect(p.All()))
	assert.Equal(t, slices.Collect(want.Clauses()), slices.Collect(p.Clauses()))
}

func TestAnEmptyPlanIsAPlan(t *testing.T) {
	d := document()
	d.Clauses, d.Statements = nil, nil
	p, err := plan.New(d)
	require.NoError(t, err)
	assert.Zero(t, p.Len())
	assert.Empty(t, slices.Collect(p.All()))
	assert.Empty(t, slices.Collect(p.Clauses()))
	assert.Empty(t, slices.Collect(p.Within("一")))
}

func TestTheZeroPlanHasNothing(t *testing.T) {
	var p plan.Plan
	assert.Zero(t, p.Len())
	assert.Empty(t, slices.Collect(p.All()))
	_, ok := p.Statement("master")
	assert.False(t, ok)
	_, ok = p.Clause("一")
	assert.False(t, ok)
}

func TestMustVariantsPanicWhereNewFails(t *testing.T) {
	assert.NotPanics(t, func() { assert.Equal(t, 2, plan.MustNew(document()).Len()) })
	d := document()
	d.Edition = ""
	assert.PanicsWithError(t, "plan: edition and name are wanted", func() { plan.MustNew(d) })
}

func TestStatementsTravelAsJSON(t *testing.T) {
	for says, p := range map[string]*plan.Plan{"the made-up plan": plan.MustNew(document()), "the plan of Tonghua": plan.Tonghua()} {
		t.Run(says, func(t *testing.T) {
			first, last := p.Period()
			d := plan.Document{Edition: p.Edition(), Name: p.Name(), First: first, Last: last}
			data, err := json.Marshal(slices.Collect(p.Clauses()))
			require.NoError(t, err)
			require.NoError(t, json.Unmarshal(data, &d.Clauses))
			data, err = json.Marshal(slices.Collect(p.All()))
			require.NoError(t, err)
			require.NoError(t, json.Unmarshal(data, &d.Statements))
			back, err := plan.New(d)
			require.NoError(t, err)
			assert.Equal(t, slices.Collect(p.All()), slices.Collect(back.All()))
			assert.Equal(t, slices.Collect(p.Clauses()), slices.Collect(back.Clauses()))
		})
	}
}
