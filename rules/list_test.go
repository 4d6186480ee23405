package rules_test

import (
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/indicators/teacher"
	"github.com/eduplan/tonghua/rules"
	"github.com/eduplan/tonghua/rules/tonghua"
)

func toWorkOff(t *testing.T, o rules.ListOptions, staff ...member) (findings, faults string) {
	t.Helper()
	var f, q strings.Builder
	found, wrong := rules.NewFindingList[member, teacher.Record](&f, o), rules.NewFaultList[member](&q, o)
	panel := trainedPanel(tonghua.TeacherTrainingHours, tonghua.FullStaffTraining).OnFinding(found.Write).OnFault(wrong.Write)
	_, err := panel.Evaluate(asOf, staff)
	require.NoError(t, err)
	require.NoError(t, found.Close())
	require.NoError(t, wrong.Close())
	return f.String(), q.String()
}

func short(number string) member {
	m := hoursOf(number, 300)
	m.CurrentRoundTrained = indicators.No
	return m
}

func TestListsToWorkOff(t *testing.T) {
	broken := hoursOf("C")
	broken.TrainingHours = quantity.HoursOf(-1)
	broken.CurrentRoundTrained = indicators.Yes
	staff := []member{short("=B"), short("A"), broken}

	findings, faults := toWorkOff(t, rules.ListOptions{}, staff...)
	rows, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(findings, "\ufeff"))).ReadAll()
	require.NoError(t, err)
	require.Len(t, rows, 5)
	assert.Equal(t, []string{"行号", "记录", "编号", "事项", "条文", "判定", "是否违反", "要求"}, rows[0])
	assert.Equal(t, []string{"1", "'=B", "teacher-training-hours", "教师五年培训学时", "三（十）第3段", "尚未达到", "否"}, rows[1][:7], "a key that a spreadsheet would compute is text")
	forged, _ := toWorkOff(t, rules.ListOptions{}, short("A\n2,B,x"))
	assert.Equal(t, 3, strings.Count(forged, "\n"), "a key is no line of its own")
	assert.NotContains(t, findings, "300", "without being asked a list says nothing of a person but the key")
	assert.Equal(t, "\ufeff行号,记录,字段,字段名称,问题\n3,C,training_hours,本周期培训学时,为负数\n", faults)

	findings, _ = toWorkOff(t, rules.ListOptions{Values: true, Order: rules.ByKey, Form: rules.JSONLines, Language: bilingual.English}, staff...)
	var keys []string
	for line := range strings.Lines(findings) {
		var row map[string]string
		require.NoError(t, json.Unmarshal([]byte(line), &row))
		keys = append(keys, row["key"]+" "+row["statement"])
		if row["statement"] == "teacher-training-hours" {
			assert.Contains(t, row["found"], "300 hours")
		}
	}
	assert.Equal(t, []string{"=B full-staff-training", "=B teacher-training-hours", "A full-staff-training", "A teacher-training-hours"}, keys, "JSON has keys as they are")

	_, faults = toWorkOff(t, rules.ListOptions{Values: true, Order: rules.ByStatement}, staff...)
	assert.Contains(t, faults, "说明")
}

// full fails after so many bytes.
type full struct{ left int }

func (w *full) Write(p []byte) (int, error) {
	if w.left -= len(p); w.left < 0 {
		return 0, errors.New("disk full")
	}
	return len(p), nil
}

func TestAListThatCannotBeWrittenEndsThePass(t *testing.T) {
	for _, o := range []rules.ListOptions{{}, {Form: rules.JSONLines}, {Order: rules.ByKey}} {
		for _, room := range []int{0, 4, 300} {
			l := rules.NewFindingList[member, teacher.Record](&full{room}, o)
			staff := make([]member, 300)
			for i := range staff {
				staff[i] = short(fmt.Sprint(i))
			}
			_, _ = trainedPanel(tonghua.TeacherTrainingHours).OnFinding(l.Write).Evaluate(asOf, staff)
			assert.ErrorContains(t, l.Close(), "disk full", "%v %d", o, room)
			assert.ErrorContains(t, l.Close(), "disk full", "again")
		}
	}
	_, err := rules.ParseListForm("xml")
	assert.ErrorContains(t, err, "want csv or json-lines")
}

func ExampleNewFindingList() {
	out := rules.NewFindingList[colleague, teacher.Record](os.Stdout, rules.ListOptions{Form: rules.JSONLines, Language: bilingual.English})
	panel := rules.MustPanel(func(from *colleague, to *teacher.Record) {
		to.Stage, to.TrainingHours = indicators.Primary, quantity.HoursOf(300)
	}, rules.Rule[teacher.Record](tonghua.TeacherTrainingHours)).Named(func(c *colleague) string { return c.No }).OnFinding(out.Write)
	if _, err := panel.Evaluate(quantity.DateOf(2026, 1, 31), []colleague{{No: "T1"}}); err != nil {
		fmt.Println(err)
	}
	if err := out.Close(); err != nil {
		fmt.Println(err)
	}
	// Output:
	// {"breach":"yes","citation":"Part 3, section 10, paragraph 3","key":"T1","name":"Teacher training hours per five-year cycle","required":"required: every teacher is trained for at least 360 hours in each training cycle of 5 years (Part 3, section 10, paragraph 3; 360 hours: stated; by 31 December 2025, inferred)","row":"1","statement":"teacher-training-hours","verdict":"not met, breach"}
}
