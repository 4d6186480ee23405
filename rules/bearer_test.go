package rules_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/school"
	"github.com/eduplan/tonghua/indicators/teacher"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules"
	"github.com/eduplan/tonghua/rules/tonghua"
	"github.com/eduplan/tonghua/rules/verdict"
)

func bearer(b plan.Bearer) amend { return func(s *plan.Statement) { s.Bearer = b } }

// twoCounties are teachers of whom so many are online: all of a, and none of b.
func twoCounties(a, b int) (rows []staff) {
	for range a {
		rows = append(rows, staff{County: "a", RealName: 1})
	}
	for range b {
		rows = append(rows, staff{County: "b", RealName: 2})
	}
	return rows
}

// said is what a result says of whom, in short.
func said(r verdict.Result) string {
	return fmt.Sprintf("%s %s %s breach=%t short=%s", r.Outcome, r.Reason, r.Due, r.Breach(), r.Shortfall.High.Number())
}

func TestAStatementBindsThoseOnWhomItFalls(t *testing.T) {
	sixty, all := population(plan.AtLeast, percent(60)), population(plan.AtLeast, percent(100))
	on := lastDay.Next()
	for _, c := range []struct {
		says    string
		bearer  plan.Bearer
		of      amend
		duty    bool
		groups  plan.Bearer
		a, b    string // what is said of the two groups
		total   string
		bound   verdict.Bound
		without string // the whole without b
	}{
		{"a target of the city has a value in each county, and no verdict", plan.City, sixty, false, plan.Nobody,
			"not-applicable for-comparison open breach=false short=0", "not-applicable for-comparison open breach=false short=0",
			"met  past breach=false short=0", verdict.Bound{}, "100.00 %"},
		{"so has a share of all, where it is the city's", plan.City, all, false, plan.Nobody,
			"not-applicable for-comparison open breach=false short=0", "not-applicable for-comparison open breach=false short=0",
			"not-met below-threshold past breach=true short=3", verdict.Bound{}, "100.00 %"},
		{"so it has where groups are counties", plan.City, sixty, false, plan.County,
			"not-applicable for-comparison open breach=false short=0", "not-applicable for-comparison open breach=false short=0",
			"met  past breach=false short=0", verdict.Bound{}, "100.00 %"},
		{"what each county has to reach is missed by one of them, and so by all together", plan.County, sixty, false, plan.County,
			"met  past breach=false short=0", "not-met below-threshold past breach=true short=2",
			"not-met below-threshold past breach=true short=0", verdict.Bound{Met: 1, NotMet: 1}, ""},
		{"it needs counties, and groups of another kind are none", plan.County, sixty, false, plan.Nobody,
			"not-applicable for-comparison open breach=false short=0", "not-applicable for-comparison open breach=false short=0",
			"undetermined needs-groups open breach=false short=0", verdict.Bound{}, "100.00 %"},
		{"a duty on each teacher binds in any group", plan.Teacher, all, true, plan.Nobody,
			"met  past breach=false short=0", "not-met below-threshold past breach=true short=3",
			"not-met below-threshold past breach=true short=3", verdict.Bound{}, ""},
		{"what the city sees to record by record binds no group", plan.City, all, true, plan.Nobody,
			"not-applicable for-comparison open breach=false short=0", "not-applicable for-comparison open breach=false short=0",
			"not-met below-threshold past breach=true short=3", verdict.Bound{}, "100.00 %"},
		{"so does a share of all that falls on each of them", plan.Teacher, all, false, plan.Nobody,
			"met  past breach=false short=0", "not-met below-threshold past breach=true short=3",
			"not-met below-threshold past breach=true short=3", verdict.Bound{}, ""},
	} {
		t.Run(c.says, func(t *testing.T) {
			p := edition(says("online", c.of, bearer(c.bearer)))
			var rule rules.Rule[teacher.Record] = rules.MustShare(p, "online", share{Counted: online})
			if c.duty {
				rule = rules.MustDuty(p, "online", duty{Must: online})
			}
			groups, err := rules.EvaluateBy(rules.MustPanel(fill, rule).GroupsAre(c.groups), on, twoCounties(7, 3), byCounty)
			require.NoError(t, err)
			a, _ := groups.Of("a")
			b, _ := groups.Of("b")
			total := groups.Total().Rules[0]
			assert.Equal(t, c.a, said(a.Rules[0]))
			assert.Equal(t, c.b, said(b.Rules[0]))
			assert.Equal(t, c.total, said(total))
			assert.Equal(t, c.bound, total.Bound)
			assert.Equal(t, "70.00 %", total.Value.In(bilingual.English, 0), "the value stays")
			assert.Equal(t, []any{c.bearer, total.Form}, []any{a.Rules[0].Bearer, map[bool]string{true: "duty", false: "share"}[c.duty]})
			if part := b.Rules[0].Part; c.without != "" {
				assert.Equal(t, []string{"0", "3", c.without}, []string{part.Of.Number(), part.Per.Number(), part.Without.In(bilingual.English, 0)})
			} else {
				assert.Zero(t, part)
			}
		})
	}
}

func TestTheWholeWithoutAGroupIsNotGivenWhereTheOthersLeaveItOpen(t *testing.T) {
	p := edition(says("online", population(plan.AtLeast, percent(60))))
	groups, err := rules.EvaluateBy(rules.MustPanel(fill, rules.MustShare(p, "online", share{Counted: online})), asOf, append(twoCounties(7, 3), staff{County: "a"}), byCounty)
	require.NoError(t, err)
	b, _ := groups.Of("b")
	assert.Equal(t, "3", b.Rules[0].Part.Per.Number())
	assert.False(t, b.Rules[0].Part.Without.Defined(), "a teacher of a has not said")
}

func TestTheRegisterOfOneCountyIsNotTheCitys(t *testing.T) {
	p := edition(says("city", population(plan.AtLeast, percent(60))), says("county", population(plan.AtLeast, percent(60)), bearer(plan.County)),
		says("school", population(plan.AtLeast, percent(60)), bearer(plan.School)))
	panel := rules.MustPanel(fill, rules.MustShare(p, "city", share{Counted: online}), rules.MustShare(p, "county", share{Counted: online}),
		rules.MustShare(p, "school", share{Counted: online}))
	for of, want := range map[plan.Bearer][]string{
		plan.City:   {"not-met", "undetermined needs-groups", "undetermined needs-groups"},
		plan.County: {"not-applicable for-comparison", "not-met", "undetermined needs-groups"},
		plan.School: {"not-applicable for-comparison", "not-applicable for-comparison", "not-met"},
	} {
		results, err := panel.For(of).Evaluate(asOf, twoCounties(1, 3))
		require.NoError(t, err)
		for i, r := range results.Rules {
			assert.Contains(t, r.Outcome.String()+" "+r.Reason.String(), want[i], "%s for %s", r.Statement, of)
		}
	}
	one, err := rules.MustShare(p, "county", share{Counted: online}).Evaluate(asOf, onlineTeacher)
	require.NoError(t, err)
	assert.Equal(t, verdict.Met, one.Outcome, "a figure that is handed over by itself is that of who is bound")
}

// 52 football schools of the city are enough, 26 in each of two counties.
func TestACountOfTheCityAccusesNoCounty(t *testing.T) {
	var rows []staff
	for i := range 52 {
		rows = append(rows, staff{County: []string{"东昌区", "集安市"}[i%2]})
	}
	panel := rules.MustPanel(func(_ *staff, s *school.Record) { s.Kind, s.Football = indicators.PrimarySchool, indicators.CityTier }, tonghua.FootballSchools)
	groups, err := rules.EvaluateBy(panel, lastDay.Next(), rows, byCounty)
	require.NoError(t, err)
	for county, results := range groups.All() {
		r := results.Rules[0]
		assert.False(t, r.Breach(), county)
		assert.Equal(t, "仅供比较", r.Verdict(bilingual.Chinese))
		assert.Empty(t, r.Short(bilingual.Chinese))
		assert.Equal(t, "除该组外合计为26所学校", r.Whole(bilingual.Chinese))
	}
	total := groups.Total().Rules[0]
	assert.Equal(t, verdict.Met, total.Outcome)
}

func TestGroupsRolledUpAreWhatSomebodySaysTheyAre(t *testing.T) {
	p := edition(says("online", population(plan.AtLeast, percent(60)), bearer(plan.County)))
	rows := twoCounties(7, 3)
	for i := range rows {
		rows[i].School = fmt.Sprint(rows[i].County, i)
	}
	schools, err := rules.EvaluateBy(rules.MustPanel(fill, rules.MustShare(p, "online", share{Counted: online})), asOf, rows, func(s *staff) string { return s.School })
	require.NoError(t, err)
	counties, err := rules.RollUp(schools, func(s string) string { return s[:1] })
	require.NoError(t, err)
	assert.Equal(t, verdict.NeedsGroups, counties.Total().Rules[0].Reason)
	again, err := rules.RollUp(counties.Are(plan.County), func(s string) string { return s })
	require.NoError(t, err)
	a, _ := again.Of("a")
	assert.Equal(t, verdict.ForComparison, a.Rules[0].Reason, "what the groups were is not what larger ones are")
	said := counties.Are(plan.County).Total().Rules[0]
	assert.Equal(t, verdict.Bound{Met: 1, NotMet: 1}, said.Bound)
	assert.Equal(t, "各县（市、区）共2个，1个达到", said.Whole(bilingual.Chinese))
	assert.Equal(t, "1 of 2 meet it (each county)", said.Whole(bilingual.English))
}
