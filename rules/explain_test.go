package rules_test

import (
	"encoding/json"
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/indicators/teacher"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules"
	"github.com/eduplan/tonghua/rules/tonghua"
	"github.com/eduplan/tonghua/rules/verdict"
)

func TestARecordIsExplainedRuleByRule(t *testing.T) {
	for _, c := range []struct {
		name   string
		record teacher.Record
		want   verdict.Role
	}{
		{"a primary teacher is no senior teacher", teacher.Record{Stage: indicators.Primary, Education: indicators.Master}, verdict.OutsideScope},
		{"a senior teacher with a master's degree", teacher.Record{Stage: indicators.SeniorHigh, Education: indicators.Master}, verdict.Fulfilling},
		{"a senior teacher with a bachelor's degree", teacher.Record{Stage: indicators.SeniorHigh, Education: indicators.Bachelor}, verdict.Failing},
		{"a senior teacher of unknown education", teacher.Record{Stage: indicators.SeniorHigh}, verdict.ConditionOpen},
		{"a master of an unknown stage", teacher.Record{Education: indicators.Master}, verdict.ScopeOpen},
		{"an invalid stage", teacher.Record{Stage: indicators.InvalidWord, Education: indicators.Master}, verdict.ScopeOpen},
	} {
		t.Run(c.name, func(t *testing.T) {
			list, err := rules.Explain(asOf, c.record, tonghua.SeniorMaster)
			require.NoError(t, err)
			require.Len(t, list, 1)
			assert.Equal(t, c.want, list[0].Role)
			assert.Equal(t, plan.SeniorMaster, list[0].Statement)
			require.Len(t, list[0].Cells, 2, "the stage and the education")
			assert.Equal(t, c.record.Stage == 0, list[0].Cells[0].Unknown)
			assert.Equal(t, c.record.Stage == indicators.InvalidWord, list[0].Cells[0].Invalid)
			data, err := json.Marshal(list)
			require.NoError(t, err)
			var back []verdict.Explanation
			require.NoError(t, json.Unmarshal(data, &back))
			assert.Equal(t, list, back)
		})
	}
}

// What a record is for a rule is what a pass over it alone counts.
func TestTheRoleOfARecordIsWhatAPassCounts(t *testing.T) {
	rows := messy(77, 200)
	panel := rules.MustPanel(fillMessy, tonghua.Teachers()...)
	for i := range rows {
		list, err := panel.Explain(asOf, rows[i])
		require.NoError(t, err)
		results, err := panel.Evaluate(asOf, rows[i:i+1])
		require.NoError(t, err)
		require.Len(t, list, len(results.Rules))
		for j, r := range results.Rules {
			e := list[j]
			require.Equal(t, r.Statement, e.Statement)
			in := e.Role == verdict.Fulfilling || e.Role == verdict.Failing || e.Role == verdict.ConditionOpen
			require.Equal(t, in, r.Records.InScope == 1, "%s: %s: %+v", e.Statement, e.Role, r.Records)
			require.Equal(t, e.Role == verdict.NoMember, results.Skipped == 1)
		}
	}
}

func TestAFindingIsDataAndTheRowOfATable(t *testing.T) {
	short := teacher.Record{AppointedYear: quantity.N(2010), TrainingHours: quantity.WholeHours(359)}
	f := tonghua.TeacherTrainingHours.Check(asOf.Next(), short)
	e := f.Explanation()
	explained, err := rules.Explain(asOf.Next(), short, tonghua.TeacherTrainingHours)
	require.NoError(t, err)
	assert.Equal(t, explained[0], e)
	assert.Equal(t, verdict.Failing, e.Role)
	assert.Contains(t, fmt.Sprint(e.Cells), "359")
	for _, l := range []bilingual.Language{bilingual.Chinese, bilingual.English} {
		row := f.Row(l)
		assert.Len(t, row, len(rules.FindingColumns(l)))
		assert.Contains(t, f.Text(l), row[3])
		assert.Contains(t, row[4], "359")
		assert.Contains(t, row[5], "360")
	}
	assert.Equal(t, "三（十）第3段", f.Row(bilingual.Chinese)[2])
	var none rules.Finding[teacher.Record]
	assert.Zero(t, none.Explanation())
	assert.Len(t, none.Row(bilingual.Chinese), len(rules.FindingColumns(bilingual.Chinese)))
}

func TestALogSaysHowItStandsAndNothingOfAPerson(t *testing.T) {
	f := tonghua.TeacherTrainingHours.Check(asOf.Next(), teacher.Record{AppointedYear: quantity.N(2010), TrainingHours: quantity.WholeHours(123)})
	says := f.LogValue().String()
	assert.Contains(t, says, "statement=teacher-training-hours")
	assert.Contains(t, says, "outcome=not-met")
	assert.NotContains(t, says, "123")
	r, err := tonghua.SeniorMaster.Evaluate(asOf, teacher.Record{Stage: indicators.SeniorHigh, Education: indicators.Bachelor})
	require.NoError(t, err)
	assert.Contains(t, r.LogValue().String(), "short=1 more senior secondary teacher")
	e, err := rules.Explain(asOf, teacher.Record{TrainingHours: quantity.WholeHours(123)}, tonghua.TeacherTrainingHours)
	require.NoError(t, err)
	assert.NotContains(t, e[0].LogValue().String(), "123")
}

func TestAnExplanationThatCannotBeGivenIsAnError(t *testing.T) {
	_, err := rules.Explain(quantity.Date{}, teacher.Record{}, tonghua.SeniorMaster)
	assert.ErrorContains(t, err, "as-of date")
	_, err = rules.Explain(asOf, teacher.Record{}, rules.Measure[teacher.Record]{})
	assert.ErrorIs(t, err, rules.ErrZero)
	_, err = rules.MustPanel(func(*staff, *teacher.Record) { panic("broken") }, tonghua.SeniorMaster).Explain(asOf, staff{})
	assert.ErrorContains(t, err, "broken")
	var none *rules.Panel[staff, teacher.Record]
	_, err = none.Explain(asOf, staff{})
	assert.ErrorIs(t, err, rules.ErrZero)
}

// The first rows of a new mapping show whether it is right.
func ExamplePanel_Explain() {
	type employee struct{ School, Degree string }
	panel := rules.MustPanel(func(e *employee, t *teacher.Record) {
		t.Stage, t.Education = indicators.ParseStage(e.School), indicators.ParseEducation(e.Degree)
	}, tonghua.SeniorMaster, tonghua.PrimaryCollege)
	list, err := panel.Explain(quantity.DateOf(2025, 12, 31), employee{"高中", "硕士"})
	for _, e := range list {
		fmt.Println(e.In(bilingual.English))
	}
	fmt.Println(err)
	// Output:
	// Senior secondary teachers with master's education or above (Part 3, section 10, paragraph 3): in scope, as wanted; stage taught: senior high, level of education: master; scope: stage taught: senior high; wanted: level of education: master or doctor
	// Primary teachers with junior college education or above (Part 3, section 10, paragraph 3): out of scope; stage taught: senior high, level of education: master; scope: stage taught: primary; wanted: level of education: junior college or bachelor or master or doctor
	// <nil>
}
