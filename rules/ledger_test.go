package rules_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/indicators/teacher"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules"
	"github.com/eduplan/tonghua/rules/tonghua"
	"github.com/eduplan/tonghua/rules/verdict"
)

func leave(key string, last quantity.Date) verdict.Exception {
	return verdict.Exception{Statement: plan.TeacherTrainingHours, Key: key, Document: "通教发〔2025〕3号", Reason: "长期病假", Last: last}
}

func TestLeaveIsCountedApartAndChangesNoVerdict(t *testing.T) {
	e := counted(t, trainedPanel(tonghua.TeacherTrainingHours), hoursOf("A", 300), hoursOf("B", 300), hoursOf("C", 300), hoursOf("D", 360), hoursOf("E"))
	before := e.Results().Rules[0]
	unsigned := leave("C", asOf)
	unsigned.Document = ""
	got, err := e.Excepted(nil, leave("A", asOf), leave("B", asOf.Previous()), leave("B", asOf.Previous().Previous()), unsigned, leave("D", asOf), leave("E", asOf), leave("gone", quantity.Date{}))
	require.NoError(t, err)
	require.Len(t, got, 1)
	assert.Equal(t, verdict.Excepted{Statement: plan.TeacherTrainingHours, Name: got[0].Name, Short: 3, Excepted: 1, Ended: 2, Idle: 3, Documents: []string{"通教发〔2025〕3号"}}, got[0],
		"A's leave holds on its last day, B's ended the day before, C's names no document; D is not short, nobody knows of E, and one is gone")
	assert.Equal(t, "教师五年培训学时：未达标3条，其中经批准例外1条（通教发〔2025〕3号），例外已失效2条，另有3项例外的对象并非未达标；结论不因例外改变", got[0].String())
	assert.Equal(t, before, e.Results().Rules[0])

	longer := append([]verdict.Exception{leave("A", asOf.Previous())}, leave("A", quantity.Date{}))
	got, err = e.Excepted(nil, longer...)
	require.NoError(t, err)
	assert.Equal(t, int64(1), got[0].Excepted, "of two the one that holds")
	got, err = e.Excepted(nil)
	require.NoError(t, err)
	assert.Empty(t, got)
}

func TestASchoolThatIsClosedHasLeaveForAllItsTeachers(t *testing.T) {
	e := counted(t, trainedPanel(tonghua.TeacherTrainingHours), hoursOf("A1", 300), hoursOf("A2", 300), hoursOf("A3", 360), hoursOf("B1", 300))
	school := func(key string) []string { return []string{key[:1]} }
	closed := verdict.Exception{Statement: plan.TeacherTrainingHours, Scope: "A", Document: "通教发〔2025〕7号", Reason: "学校撤并", Last: asOf}
	got, err := e.Excepted(school, closed, leave("B1", asOf.Previous()))
	require.NoError(t, err)
	assert.Equal(t, verdict.Excepted{Statement: plan.TeacherTrainingHours, Name: got[0].Name, Short: 3, Excepted: 2, Ended: 1, Documents: []string{"通教发〔2025〕7号"}}, got[0])
	got, err = e.Excepted(nil, closed)
	require.NoError(t, err)
	assert.Equal(t, []int64{0, 1}, []int64{got[0].Excepted, got[0].Idle}, "nobody has said who lies in the scope")
}

func TestARemedyIsClosedByAPassingRecordAlone(t *testing.T) {
	panel := trainedPanel(tonghua.TeacherTrainingHours)
	on := func(day quantity.Date, list ...member) *rules.Evaluator[member, teacher.Record] {
		e, err := panel.Start(day)
		require.NoError(t, err)
		for i := range list {
			require.NoError(t, e.Add(&list[i]))
		}
		return e
	}
	september, october, november := quantity.DateOf(2025, 9, 30), quantity.DateOf(2025, 10, 31), quantity.DateOf(2025, 11, 30)
	first, err := on(september, hoursOf("A", 300), hoursOf("B", 300), hoursOf("C", 300), hoursOf("D", 360)).Remedies(nil, func(key string, _ plan.ID) (string, quantity.Date) {
		return "通化县教育局", october
	})
	require.NoError(t, err)
	require.Len(t, first, 3)
	second, err := on(october, hoursOf("A", 360), hoursOf("C"), hoursOf("D", 300)).Remedies(first, nil)
	require.NoError(t, err)
	require.Len(t, second, 4)
	assert.Len(t, first.Open(), 3, "the ledger given stays as it is")
	var states []any
	for _, row := range second {
		states = append(states, row.Key, row.State, row.Open())
	}
	assert.Equal(t, []any{"A", verdict.Right, false, "B", verdict.Absent, true, "C", verdict.Unclear, true, "D", verdict.Short, true}, states,
		"B is gone and C says nothing any more: neither is mended")
	assert.Equal(t, "教师五年培训学时（三（十）第3段）；A；由通化县教育局负责；2025年9月30日发现；限2025年10月31日前整改；2025年10月31日数据已达标，销号", second[0].String())

	stale, err := on(september, hoursOf("B", 360), hoursOf("C", 360), hoursOf("D", 360)).Remedies(second, nil)
	require.NoError(t, err)
	assert.Equal(t, second, stale, "older data close nothing")
	stale, err = on(september, hoursOf("A", 300), hoursOf("E", 300)).Remedies(second, nil)
	require.NoError(t, err)
	require.Len(t, stale, 5, "E has a row now; A, which later data have shown to be met, has not been short since")
	assert.Equal(t, "E", stale[4].Key)

	third, err := on(november, hoursOf("A", 300), hoursOf("B", 360)).Remedies(second, nil)
	require.NoError(t, err)
	require.Len(t, third, 5, "A is short again, and has a new row")
	assert.Equal(t, []quantity.Date{september, november}, []quantity.Date{third[0].Opened, third[1].Opened})
	assert.False(t, third[2].Open(), "B is back with 360 hours")
	assert.Contains(t, third[3].Text(bilingual.Chinese), "逾期未销号，现没有记录")
	assert.True(t, third[3].Overdue(november))
	assert.False(t, third[3].Overdue(october), "its last day is in time")
}
