package rulestest_test

import (
	"bytes"
	"fmt"
	"os"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/indicators/teacher"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules"
	"github.com/eduplan/tonghua/rules/rulestest"
	"github.com/eduplan/tonghua/rules/tonghua"
)

func staffToFreeze() []teacher.Record {
	staff := make([]teacher.Record, 0, 103)
	for i := range 100 {
		one := teacher.Record{Stage: indicators.SeniorHigh, Education: indicators.Bachelor, TrainingHours: quantity.HoursOf(355.5)}
		if i < 12 {
			one.Education, one.TrainingHours = indicators.Master, quantity.HoursOf(360)
		}
		staff = append(staff, one)
	}
	invalid := teacher.Record{Stage: indicators.SeniorHigh, Education: indicators.Doctor, TrainingHours: quantity.HoursOf(-1)}
	return append(staff, invalid, teacher.Record{Stage: indicators.Primary, Education: indicators.College}, teacher.Record{})
}

func TestVerdictsThatAreFrozenHoldUntilSomethingChanges(t *testing.T) {
	end := quantity.DateOf(2025, time.December, 31)
	var file bytes.Buffer
	require.NoError(t, rulestest.Freeze(&file, "年末教师名册", end, staffToFreeze(), tonghua.Teachers()...))
	scenarios, err := rulestest.ReadScenarios(fstest.MapFS{"frozen.csv": {Data: file.Bytes()}}, tonghua.All())
	require.NoError(t, err)
	assert.Len(t, scenarios, len(tonghua.Teachers()), "one case a rule")
	require.NoError(t, rulestest.CheckAll(scenarios, tonghua.All()))

	next := plan.Tonghua().MustAmend("what-if", plan.Amendment{By: bilingual.Text{ZH: "测算", EN: "what-if"}, Effective: quantity.DateOf(2023, time.January, 1),
		Changes: []plan.Change{plan.SetPopulation(plan.SeniorMaster, plan.Threshold{Comparator: plan.AtLeast, Amount: quantity.MustAmount(15, 100, quantity.Percent), Origin: plan.Origin{Basis: plan.Assumed}})}})
	moved, err := rules.ViewsUnder(next, tonghua.All())
	require.NoError(t, err)
	err = rulestest.CheckAll(scenarios, moved)
	require.Error(t, err)
	assert.Contains(t, err.Error(), "年末教师名册：高中硕士以上学历教师占比")

	var again bytes.Buffer
	shuffled := staffToFreeze()
	shuffled[0], shuffled[102] = shuffled[102], shuffled[0]
	require.NoError(t, rulestest.Freeze(&again, "年末教师名册", end, shuffled, tonghua.Teachers()...))
	assert.Equal(t, file.String(), again.String(), "in whatever order the records come")
}

func TestWhatARuleDoesNotReadIsNotFrozen(t *testing.T) {
	var file bytes.Buffer
	end := quantity.DateOf(2025, time.December, 31)
	staff := staffToFreeze()
	for i := range staff {
		staff[i].Age = quantity.N(30 + i) // who is who
	}
	require.NoError(t, rulestest.Freeze(&file, "年末", end, staff, rules.Rule[teacher.Record](tonghua.SeniorMaster)))
	header, _, _ := strings.Cut(file.String(), "\n")
	assert.NotContains(t, header, ",age")
	assert.NotContains(t, header, "training_hours")
	assert.Contains(t, header, "education")
	assert.LessOrEqual(t, strings.Count(file.String(), "\n"), 8, "records that the rule does not tell apart are one row")
}

func TestAnEmptyRegisterIsFrozenToo(t *testing.T) {
	var file bytes.Buffer
	require.NoError(t, rulestest.Freeze(&file, "空", quantity.DateOf(2025, time.December, 31), nil, tonghua.Teachers()...))
	scenarios, err := rulestest.ReadScenarios(fstest.MapFS{"frozen.csv": {Data: file.Bytes()}}, tonghua.All())
	require.NoError(t, err)
	require.NoError(t, rulestest.CheckAll(scenarios, tonghua.All()))
	assert.ErrorContains(t, rulestest.Freeze(&file, "无日期", quantity.Date{}, []teacher.Record{{}}, tonghua.Teachers()...), "date")
}

func ExampleFreeze() {
	staff := []teacher.Record{
		{Stage: indicators.SeniorHigh, Education: indicators.Master},
		{Stage: indicators.SeniorHigh, Education: indicators.Bachelor},
		{Stage: indicators.SeniorHigh, Education: indicators.Bachelor},
	}
	var file strings.Builder
	if err := rulestest.Freeze(&file, "十二月", quantity.DateOf(2025, time.December, 31), staff, rules.Rule[teacher.Record](tonghua.SeniorMaster)); err != nil {
		panic(err)
	}
	os.Stdout.WriteString(strings.TrimPrefix(file.String(), "\ufeff"))
	// Output:
	// 名称,日期,规则,预期,记录数,数值,差距,期限,stage,education
	// 十二月：高中硕士以上学历教师占比,2025-12-31,senior-master,达到,2,1/3,0,未到期,senior-high,bachelor
	// 十二月：高中硕士以上学历教师占比,,,,1,,,,senior-high,master
}

func ExampleCaseOf() {
	asOf := quantity.DateOf(2025, time.December, 31)
	staff := []teacher.Record{
		{Stage: indicators.SeniorHigh, Education: indicators.Master},
		{Stage: indicators.SeniorHigh, Education: indicators.Bachelor},
		{Stage: indicators.SeniorHigh, Education: indicators.Bachelor},
	}
	result, err := tonghua.SeniorMaster.Evaluate(asOf, staff...)
	if err != nil {
		panic(err)
	}
	asked, err := tonghua.SeniorMaster.Asks(asOf)
	if err != nil {
		panic(err)
	}
	c := rulestest.CaseOf(result, asked, func(yield func(*teacher.Record) bool) {
		for i := range staff {
			if !yield(&staff[i]) {
				return
			}
		}
	})
	for _, row := range c.Rows {
		fmt.Println(row.Records, row.Record.Education)
	}
	fmt.Println(c.Expect.Outcome, c.Check(tonghua.SeniorMaster))
	// Output:
	// 2 bachelor
	// 1 master
	// met <nil>
}
