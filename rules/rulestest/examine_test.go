package rulestest_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/countyyear"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/indicators/teacher"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules"
	"github.com/eduplan/tonghua/rules/rulestest"
	"github.com/eduplan/tonghua/rules/tonghua"
	"github.com/eduplan/tonghua/rules/verdict"
)

var planEnd = quantity.DateOf(2025, 12, 31)

// twoShares is an edition in which two statements ask for shares of teachers.
func twoShares(t *testing.T, first, second plan.Threshold) *plan.Plan {
	t.Helper()
	var changes []plan.Change
	for i, id := range []plan.ID{plan.SeniorMaster, plan.BackboneCounty} {
		s, _ := plan.Tonghua().Statement(id)
		if to := []plan.Threshold{first, second}[i]; !s.Population.Same(to) {
			changes = append(changes, plan.SetPopulation(id, to))
		}
	}
	p, err := plan.Tonghua().Amend("two shares", plan.Amendment{By: bilingual.Text{ZH: "测算", EN: "what-if"}, Effective: planEnd, Changes: changes})
	require.NoError(t, err)
	return p
}

func share(c plan.Comparator, n uint64) plan.Threshold {
	return plan.Threshold{Comparator: c, Amount: quantity.MustAmount(n, 100, quantity.Percent), Origin: plan.Origin{Basis: plan.Assumed}}
}

func relations(t *testing.T, p *plan.Plan, a, b indicators.Share[teacher.Record]) (set rules.Set[teacher.Record], kinds []string) {
	t.Helper()
	for i, s := range []indicators.Share[teacher.Record]{a, b} {
		rule, err := rules.NewShare(p, []plan.ID{plan.SeniorMaster, plan.BackboneCounty}[i], s)
		require.NoError(t, err)
		set = append(set, rule)
	}
	x, err := rulestest.Examine(planEnd, set)
	require.NoError(t, err)
	for _, r := range x.Pairs {
		first := map[bool]string{true: "first", false: "second"}[r.First == plan.SeniorMaster]
		kinds = append(kinds, first+" "+r.Kind.String())
	}
	return set, kinds
}

func TestWhatTwoSharesAreToEachOther(t *testing.T) {
	masters, bachelors := teacher.Education.AtLeast(indicators.Master), teacher.Education.AtLeast(indicators.Bachelor)
	few := teacher.TrainingHours.AtMost(indicators.Literal(quantity.MustAmount(300, 1, quantity.Hour)))
	many := teacher.TrainingHours.AtLeast(indicators.Literal(quantity.MustAmount(301, 1, quantity.Hour)))
	touching := teacher.TrainingHours.AtLeast(indicators.Literal(quantity.MustAmount(300, 1, quantity.Hour)))
	seniors := teacher.Stage.Is(indicators.SeniorHigh)
	for _, c := range []struct {
		says   string
		first  plan.Threshold
		a      indicators.Share[teacher.Record]
		second plan.Threshold
		b      indicators.Share[teacher.Record]
		want   []string
	}{
		{says: "half with few hours and half with many fit", first: share(plan.AtLeast, 50), a: indicators.Share[teacher.Record]{Counted: few}, second: share(plan.AtLeast, 50), b: indicators.Share[teacher.Record]{Counted: many}},
		{says: "51 % with few hours and 50 % with many do not", first: share(plan.AtLeast, 51), a: indicators.Share[teacher.Record]{Counted: few}, second: share(plan.AtLeast, 50), b: indicators.Share[teacher.Record]{Counted: many}, want: []string{"first excludes"}},
		{says: "more than half and half do not", first: share(plan.MoreThan, 50), a: indicators.Share[teacher.Record]{Counted: few}, second: share(plan.AtLeast, 50), b: indicators.Share[teacher.Record]{Counted: many}, want: []string{"first excludes"}},
		{says: "whoever has 300 hours serves both", first: share(plan.AtLeast, 51), a: indicators.Share[teacher.Record]{Counted: few}, second: share(plan.AtLeast, 50), b: indicators.Share[teacher.Record]{Counted: touching}},
		{says: "all of one scope leave none for the other", first: share(plan.AtLeast, 100), a: indicators.Share[teacher.Record]{Counted: few}, second: share(plan.AtLeast, 1), b: indicators.Share[teacher.Record]{Among: seniors, Counted: many}, want: []string{"first excludes"}},
		{says: "all of a part leave room in the whole", first: share(plan.AtLeast, 100), a: indicators.Share[teacher.Record]{Among: seniors, Counted: few}, second: share(plan.AtLeast, 1), b: indicators.Share[teacher.Record]{Counted: many}},
		{says: "12 % masters are 12 % bachelors or more", first: share(plan.AtLeast, 12), a: indicators.Share[teacher.Record]{Counted: masters}, second: share(plan.AtLeast, 12), b: indicators.Share[teacher.Record]{Counted: bachelors}, want: []string{"first implies"}},
		{says: "but not 13 %", first: share(plan.AtLeast, 12), a: indicators.Share[teacher.Record]{Counted: masters}, second: share(plan.AtLeast, 13), b: indicators.Share[teacher.Record]{Counted: bachelors}},
		{says: "not more than 12 %, either", first: share(plan.AtLeast, 12), a: indicators.Share[teacher.Record]{Counted: masters}, second: share(plan.MoreThan, 12), b: indicators.Share[teacher.Record]{Counted: bachelors}},
		{says: "at most a fifth bachelors is at most a fifth masters", first: share(plan.AtMost, 20), a: indicators.Share[teacher.Record]{Counted: masters}, second: share(plan.AtMost, 20), b: indicators.Share[teacher.Record]{Counted: bachelors}, want: []string{"second implies"}},
		{says: "other scopes say nothing of shares", first: share(plan.AtLeast, 12), a: indicators.Share[teacher.Record]{Among: seniors, Counted: masters}, second: share(plan.AtLeast, 12), b: indicators.Share[teacher.Record]{Counted: bachelors}},
		{says: "all of the whole are all of a part", first: share(plan.AtLeast, 100), a: indicators.Share[teacher.Record]{Counted: masters}, second: share(plan.AtLeast, 90), b: indicators.Share[teacher.Record]{Among: seniors, Counted: bachelors}, want: []string{"first implies"}},
		{says: "what is the same implies both ways", first: share(plan.AtLeast, 12), a: indicators.Share[teacher.Record]{Counted: masters}, second: share(plan.AtLeast, 12), b: indicators.Share[teacher.Record]{Counted: masters}, want: []string{"first implies", "second implies"}},
	} {
		t.Run(c.says, func(t *testing.T) {
			_, kinds := relations(t, twoShares(t, c.first, c.second), c.a, c.b)
			assert.Equal(t, c.want, kinds)
		})
	}
}

// TestNoRegisterContradictsWhatIsSaidOfAPair tries all registers of up to two records.
func TestNoRegisterContradictsWhatIsSaidOfAPair(t *testing.T) {
	random := rand.New(rand.NewPCG(21, 9))
	hours := func(n uint64) indicators.Figure {
		return indicators.Literal(quantity.MustAmount(n, 1, quantity.Hour))
	}
	conditions := []indicators.Condition[teacher.Record]{
		{}, teacher.Stage.Is(indicators.SeniorHigh), teacher.Education.AtLeast(indicators.Master), indicators.Not(teacher.Education.AtLeast(indicators.Master)),
		teacher.Education.AtLeast(indicators.Bachelor), teacher.TrainingHours.AtLeast(hours(300)), teacher.TrainingHours.LessThan(hours(301)), teacher.TrainingHours.MoreThan(hours(300)),
	}
	var kinds []teacher.Record
	for _, stage := range []indicators.Stage{indicators.Primary, indicators.SeniorHigh} {
		for _, degree := range []indicators.Education{indicators.College, indicators.Bachelor, indicators.Master} {
			for _, h := range []float64{299, 300, 301} {
				kinds = append(kinds, teacher.Record{Stage: stage, Education: degree, TrainingHours: quantity.HoursOf(h)})
			}
		}
	}
	said := map[string]int{}
	comparators := []plan.Comparator{plan.AtLeast, plan.AtMost, plan.MoreThan, plan.LessThan}
	for range 150 {
		any := func() indicators.Share[teacher.Record] {
			return indicators.Share[teacher.Record]{Among: conditions[random.IntN(len(conditions))], Counted: conditions[1+random.IntN(len(conditions)-1)]}
		}
		threshold := func() plan.Threshold {
			return share(comparators[random.IntN(4)], []uint64{34, 50, 67, 99}[random.IntN(4)])
		}
		first, second := threshold(), threshold()
		if random.IntN(3) == 0 {
			first = share(plan.AtLeast, 100)
		}
		if random.IntN(3) == 0 {
			second = share(plan.AtLeast, 100)
		}
		set, relations := relations(t, twoShares(t, first, second), any(), any())
		if len(relations) == 0 {
			continue
		}
		panel := rules.MustPanel(rules.AsIs[teacher.Record], set...)
		var try func(rows []teacher.Record, from int)
		try = func(rows []teacher.Record, from int) {
			if len(rows) > 0 {
				results, err := panel.Evaluate(planEnd, rows)
				require.NoError(t, err)
				a, b := results.Rules[0], results.Rules[1]
				inBoth := false
				for _, row := range rows {
					one, err := panel.Evaluate(planEnd, []teacher.Record{row})
					require.NoError(t, err)
					inBoth = inBoth || one.Rules[0].Records.InScope > 0 && one.Rules[1].Records.InScope > 0
				}
				for _, r := range relations {
					switch r {
					case "first excludes":
						require.False(t, inBoth && a.Outcome == verdict.Met && b.Outcome == verdict.Met, "%v\n%v", a, b)
					case "first implies":
						require.False(t, a.Outcome == verdict.Met && b.Outcome == verdict.NotMet, "%v\n%v", a, b)
					case "second implies":
						require.False(t, b.Outcome == verdict.Met && a.Outcome == verdict.NotMet, "%v\n%v", a, b)
					}
				}
			}
			if len(rows) < 2 {
				for i := from; i < len(kinds); i++ {
					try(append(rows, kinds[i]), i)
				}
			}
		}
		try(nil, 0)
		for _, r := range relations {
			said[r]++
		}
	}
	assert.Len(t, said, 3, "%v", said)
}

func TestTheBookDoesNotContradictItself(t *testing.T) {
	teachers, err := rulestest.Examine(planEnd, tonghua.Teachers())
	require.NoError(t, err)
	assert.Equal(t, "乡村教师津贴补贴：有参数尚未确定，不能判定\n未找到能达到全部规则的登记表，未达到的有：rural-allowance", teachers.String())
	pupils, err := rulestest.Examine(planEnd, tonghua.Pupils())
	require.NoError(t, err)
	assert.Equal(t, "困难家庭和残疾学生资助、困难学生资助全覆盖：达到前项即达到后项\n有一份登记表能达到全部规则", pupils.String())
	years, err := rulestest.Examine(planEnd, tonghua.CountyYears())
	require.NoError(t, err)
	assert.Empty(t, years.Unmet)
	require.NotEmpty(t, years.Register)
	results, err := rules.MustPanel(func(row *rulestest.Row[countyyear.Record], r *countyyear.Record) { *r = row.Record }, tonghua.CountyYears()...).Evaluate(planEnd, years.Register)
	require.NoError(t, err)
	for _, r := range results.Rules {
		assert.NotEqual(t, verdict.NotMet, r.Outcome, "%v", r)
	}
}

func TestAnAmendmentThatNobodyCanMeetIsNamed(t *testing.T) {
	more := indicators.Literal(quantity.MustAmount(300, 1, quantity.Hour))
	never := indicators.And(teacher.TrainingHours.MoreThan(more), teacher.TrainingHours.AtMost(more))
	p := twoShares(t, share(plan.AtLeast, 12), share(plan.AtLeast, 12))
	for want, s := range map[string]indicators.Share[teacher.Record]{
		"nobody-bound": {Among: never, Counted: teacher.Education.AtLeast(indicators.Master)},
		"nobody-meets": {Counted: never},
		"all-meet":     {Counted: indicators.Not(never)},
	} {
		rule, err := rules.NewShare(p, plan.SeniorMaster, s)
		require.NoError(t, err)
		x, err := rulestest.Examine(planEnd, rules.Set[teacher.Record]{rule})
		require.NoError(t, err)
		require.Len(t, x.Idle, 1, want)
		assert.Equal(t, want, x.Idle[0].Kind.String())
		assert.Equal(t, want == "all-meet", len(x.Unmet) == 0)
	}
	_, err := rulestest.Examine(planEnd, rules.Set[teacher.Record]{nil})
	assert.ErrorIs(t, err, rules.ErrZero)
	empty, err := rulestest.Examine(planEnd, rules.Set[teacher.Record]{})
	require.NoError(t, err)
	assert.Equal(t, "a register meets all rules", fmt.Sprint(empty.Text(bilingual.English)))
}
