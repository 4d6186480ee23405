package rules_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/enrolment"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/indicators/teacher"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules"
	"github.com/eduplan/tonghua/rules/verdict"
)

// threeForms are a share, a count and a ratio of teachers in school.
func threeForms() rules.Set[teacher.Record] {
	p := edition(says("share", population(plan.AtLeast, half)), says("count", population(plan.AtLeast, teachers(2))),
		says("ratio", population(plan.AtLeast, half)))
	return rules.Set[teacher.Record]{
		rules.MustShare(p, "share", share{Among: inSchool, Counted: online}),
		rules.MustCount(p, "count", numberOf{Among: inSchool, Counted: online}),
		rules.MustRatio(p, "ratio", ratio{Among: inSchool, Of: indicators.SumOf(teacher.PracticeHours), Per: indicators.SumOf(teacher.DigitalHours)}),
	}
}

// itself is the mapping of rows that are records already.
func itself(row, r *teacher.Record) { *r = *row }

func outcomes(results verdict.Results) map[plan.ID]string {
	list := map[plan.ID]string{}
	for _, r := range results.Rules {
		list[r.Statement] = r.Outcome.String()
		if r.Reason != verdict.NoReason {
			list[r.Statement] += " " + r.Reason.String()
		}
	}
	return list
}

func TestWithNothingToMeasureAShareIsNotApplicableAndAFigureUndetermined(t *testing.T) {
	skipped := teacher.Record{Stage: indicators.Primary, RealNameSpace: indicators.Yes}
	skipped.Skip()
	full := teacher.Record{Stage: indicators.Primary, RealNameSpace: indicators.Yes, DigitalHours: quantity.WholeHours(50), PracticeHours: quantity.WholeHours(30)}
	noHours := full
	noHours.DigitalHours, noHours.PracticeHours = quantity.WholeHours(0), quantity.WholeHours(0)
	vocational := full
	vocational.Stage = indicators.Vocational
	somewhere := full
	somewhere.Stage = 0
	for _, c := range []struct {
		name     string
		rows     []teacher.Record
		expected int64
		want     map[plan.ID]string
		records  verdict.Records
	}{
		{"an empty register: a share has nothing to apply to, a number and a ratio are not known", nil, 0,
			map[plan.ID]string{"share": "not-applicable no-records", "count": "undetermined no-records", "ratio": "undetermined no-records"},
			verdict.Records{}},
		{"a register of cooks alone is empty", []teacher.Record{skipped, skipped}, 0,
			map[plan.ID]string{"share": "not-applicable no-records", "count": "undetermined no-records", "ratio": "undetermined no-records"},
			verdict.Records{Read: 2, Skipped: 2}},
		{"an empty scope: shares are not applicable, a ratio has no figure, and nobody is a number", []teacher.Record{vocational}, 0,
			map[plan.ID]string{"share": "not-applicable empty-scope", "count": "not-met below-threshold", "ratio": "undetermined no-figure"},
			verdict.Records{Read: 1}},
		{"nothing to divide by", []teacher.Record{noHours, noHours}, 0,
			map[plan.ID]string{"share": "met", "count": "met", "ratio": "undetermined zero-denominator"},
			verdict.Records{Read: 2, InScope: 2}},
		{"a ratio needs the amounts of every record in scope", []teacher.Record{full, {Stage: indicators.SeniorHigh, RealNameSpace: indicators.Yes}}, 0,
			map[plan.ID]string{"share": "met", "count": "met", "ratio": "undetermined missing-data"},
			verdict.Records{Read: 2, InScope: 2}},
		{"perhaps nobody is in scope: a share is undetermined, though all would count", []teacher.Record{somewhere}, 0,
			map[plan.ID]string{"share": "undetermined missing-data", "count": "not-met below-threshold", "ratio": "undetermined missing-data"},
			verdict.Records{Read: 1, Open: 1}},
		{"as many came as were expected", []teacher.Record{full, full}, 2,
			map[plan.ID]string{"share": "met", "count": "met", "ratio": "met"}, verdict.Records{Read: 2, InScope: 2}},
		{"more came than were expected: one of two may be a double", []teacher.Record{full, full}, 1,
			map[plan.ID]string{"share": "met", "count": "undetermined surplus-records", "ratio": "undetermined surplus-records"},
			verdict.Records{Read: 2, Surplus: 1, InScope: 2}},
		{"an expected number below nought is none", []teacher.Record{full, full}, -5,
			map[plan.ID]string{"share": "met", "count": "met", "ratio": "met"}, verdict.Records{Read: 2, InScope: 2}},
		{"a partial export cannot pass: two of five could be outvoted", []teacher.Record{full, full}, 5,
			map[plan.ID]string{"share": "undetermined absent-records", "count": "met", "ratio": "undetermined absent-records"},
			verdict.Records{Read: 2, Absent: 3, InScope: 2, Open: 3}},
		{"what is certain whoever is absent is certain", []teacher.Record{full, full, full}, 4,
			map[plan.ID]string{"share": "met", "count": "met", "ratio": "undetermined absent-records"},
			verdict.Records{Read: 3, Absent: 1, InScope: 3, Open: 1}},
		{"nobody came of those expected", nil, 3,
			map[plan.ID]string{"share": "undetermined absent-records", "count": "undetermined absent-records", "ratio": "undetermined absent-records"},
			verdict.Records{Absent: 3, Open: 3}},
		{"rows that are skipped have come", []teacher.Record{full, full, skipped}, 3,
			map[plan.ID]string{"share": "met", "count": "met", "ratio": "met"}, verdict.Records{Read: 3, Skipped: 1, InScope: 2}},
	} {
		t.Run(c.name, func(t *testing.T) {
			panel := rules.MustPanel(itself, threeForms()...).Expecting(c.expected)
			results, err := panel.Evaluate(asOf, c.rows)
			require.NoError(t, err)
			assert.Equal(t, c.want, outcomes(results))
			assert.Equal(t, c.records, results.Rules[0].Records)
			byNobody, err := rules.EvaluateBy(panel, asOf, c.rows, func(*teacher.Record) int { return 0 })
			require.NoError(t, err)
			assert.Equal(t, results, byNobody.Total(), "a total of groups is told how many should be there as well")
		})
	}
}

func TestAShareOfZeroPerCentIsReached(t *testing.T) {
	p := edition(says("share", population(plan.AtLeast, percent(0))), says("none", population(plan.AtMost, percent(0))))
	for _, n := range []int{0, 3} {
		assert.Equal(t, verdict.Met, evaluate(t, rules.MustShare(p, "share", share{Counted: online}), asOf, group(n, 3, 1)...).Outcome)
	}
	assert.Equal(t, verdict.NotMet, evaluate(t, rules.MustShare(p, "none", share{Counted: online}), asOf, group(1, 3, 0)...).Outcome)
}

func TestAGroupLacksTheRecordsThatAreExpectedOfItAndDidNotCome(t *testing.T) {
	rows := []staff{{County: "东昌区", RealName: 1, Stage: 1}, {County: "二道江区", RealName: 1, Stage: 1}, {County: "二道江区", RealName: 1, Stage: 1}}
	p := edition(says("share", population(plan.AtLeast, half)))
	panel := rules.MustPanel(fill, rules.MustShare(p, "share", share{Counted: online})).GroupsAre(plan.City)
	groups, err := rules.EvaluateBy(panel, asOf, rows, byCounty)
	require.NoError(t, err)
	groups.Expect("东昌区", 4)
	groups.Expect("二道江区", 1)
	groups.Expect("集安市", 2)
	groups.Expect("柳河县", 0)
	assert.Equal(t, []string{"东昌区", "二道江区", "集安市"}, groups.Keys(), "one that is expected to have nobody does not appear")
	want := map[string]string{"东昌区": "undetermined absent-records", "二道江区": "met", "集安市": "undetermined absent-records"}
	for k, results := range groups.All() {
		assert.Equal(t, want[k], outcomes(results)["share"], k)
	}
	whole := groups.Total().Rules[0]
	assert.Equal(t, verdict.Records{Read: 3, Absent: 5, Surplus: 1, InScope: 3, Open: 5}, whole.Records,
		"three are absent from one and two from another; the surplus one makes up for nobody")
	assert.Equal(t, "28.57 % to 100.00 %", whole.Measured(bilingual.English))
	_, there := groups.Of("柳河县")
	assert.False(t, there)
	groups.Expect("集安市", 1)
	assert.Equal(t, int64(4), groups.Total().Rules[0].Records.Absent, "the last number told counts")
}

func TestAnEnrolmentFigureThatIsNotThereIsNotNought(t *testing.T) {
	rule := rules.MustRatio(edition(says("ratio", population(plan.AtMost, percent(50)))), "ratio", enrolmentRatio)
	r := evaluate(t, rule, asOf, enrolment.Record{OfficialAge: quantity.N(100)})
	assert.Equal(t, []any{verdict.Undetermined, verdict.MissingData}, []any{r.Outcome, r.Reason})
	assert.Equal(t, []verdict.FieldGap{{Field: "enrolled", Label: enrolment.Enrolled.Label(), Unknown: 1}}, r.Gaps)
	r = evaluate(t, rule, asOf, enrolment.Record{Enrolled: quantity.N(0), OfficialAge: quantity.N(100)})
	assert.Equal(t, verdict.Met, r.Outcome)
}
