package whatif

import (
	"encoding/base64"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators/teacher"
	"github.com/eduplan/tonghua/plan"
)

type teacherRecord = teacher.Record

func TestAFileThatCannotBeReadSaysWhatToCorrectAndKeepsTheLastResult(t *testing.T) {
	s := opened(t, two)
	before := answered(t, s, Scenario{})
	for name, c := range map[string]struct{ data, zh, en string }{
		"nothing at all":             {"", "文件是空的", "empty"},
		"a header alone":             {"工号,任教学段,学历\n", "没有记录", "no record"},
		"no column is known":         {"甲,乙\n1,2\n", "没有一个可识别的列名", "no column"},
		"nobody is named":            {"任教学段,学历\n高中,本科\n", "缺少记录的编号列", "says who a record is"},
		"two columns mean the same":  {"任教学段,stage\n高中,高中\n", "stage", "stage"},
		"another encoding":           {"\xc8\xce\xbd\xcc\n", "UTF-8", "UTF-8"},
		"a quotation mark too many":  {"工号,任教学段,学历\n\"高中,本科\n高中,本科\n", "引号", "quotation mark"},
		"a quotation mark in a cell": {"工号,任教学段,学历\nA,高\"中,本科\n", "第2行", "line 2"},
	} {
		_, err := s.Open([]byte(c.data), Options{AsOf: asOf})
		require.Error(t, err, name)
		assert.Contains(t, Explain(err).ZH, c.zh, name)
		assert.Contains(t, Explain(err).EN, c.en, name)
	}
	for name, o := range map[string]Options{
		"no date":          {},
		"no such register": {AsOf: asOf, Subject: "kitchen"},
		"no such column":   {AsOf: asOf, Group: "乡镇"},
		"no such bearer":   {AsOf: asOf, For: plan.Family},
	} {
		_, err := s.Open(two, o)
		assert.Error(t, err, name)
	}
	_, err := s.Demonstrate("kitchen")
	assert.Error(t, err)
	assert.Equal(t, before, answered(t, s, Scenario{}))
	_, err = new(Session).Answer(Scenario{})
	assert.ErrorContains(t, err, "no data")
}

func TestACellThatCannotBeReadIsNamedByRowAndColumn(t *testing.T) {
	s := &Session{}
	o, err := s.Open([]byte("\ufeff教职工号,区县,任教学段,学历,本周期培训学时\nA,东昌区,高中,硕士研究生,-5\nB,,高中,<b>博导</b>,400\n\nA,东昌区,高中,本科,1\n"), Options{AsOf: asOf})
	require.NoError(t, err)
	var all []string
	for _, f := range o.Faults {
		all = append(all, f.ZH)
	}
	text := strings.Join(all, "\n")
	for _, want := range []string{"第2行", "本周期培训学时", "第3行", "<b>博导</b>", "第5行"} {
		assert.Contains(t, text, want)
	}
	assert.Equal(t, []string{"东昌区", unnamed}, o.Groups)
	a := answered(t, s, Scenario{Statement: plan.TeacherTrainingHours})
	assert.EqualValues(t, 1, a.Statement.Before.Result.Records.Doubled)
}

func TestRegistersOfACountyHaveSchoolsAsGroups(t *testing.T) {
	s := &Session{}
	o, err := s.Open([]byte("工号,学校,任教学段,学历\nA,一中,高中,硕士研究生\nB,二中,高中,本科\n"), Options{AsOf: asOf, For: plan.County})
	require.NoError(t, err)
	assert.Equal(t, []string{"一中", "二中"}, o.Groups)
	assert.NotEmpty(t, o.Statements[0].Lacking, "the file has three columns")
	a := answered(t, s, Scenario{})
	assert.Equal(t, "for-comparison", a.Statement.Before.Result.Reason.String(), "a city's target is no county's")
}

func TestABrokenLinkSaysSo(t *testing.T) {
	long := strings.Repeat("A", MostText+1)
	for name, link := range map[string]string{
		"nothing":              "#",
		"another page's":       "#chapter-2",
		"cut off":              "#s=eyJzdGF0ZW1lbnQiOiJzZW5pb3ItbWFz",
		"no base64":            "#s=%%%",
		"no JSON":              "#s=" + base64.RawURLEncoding.EncodeToString([]byte("{")),
		"two values":           "#s=" + base64.RawURLEncoding.EncodeToString([]byte("{}{}")),
		"an unknown name":      "#s=" + base64.RawURLEncoding.EncodeToString([]byte(`{"rule":"x"}`)),
		"a kind that is none":  "#s=" + base64.RawURLEncoding.EncodeToString([]byte(`{"changes":[{"change":"sing","statement":"senior-master"}]}`)),
		"far too long":         "#s=" + long,
		"more changes than so": "#s=" + base64.RawURLEncoding.EncodeToString([]byte(`{"more":[`+strings.Repeat(`{"statement":"a","number":"1"},`, MostChanges)+`{"statement":"a","number":"1"}]}`)),
	} {
		_, err := ParseLink(link)
		require.Error(t, err, name)
		assert.NotEmpty(t, Explain(err).ZH, name)
	}
}

func TestAScenarioThatCannotBeIsRefusedAndTheSessionGoesOn(t *testing.T) {
	s := opened(t, two)
	before := answered(t, s, Scenario{})
	more := func(group, number string) Scenario {
		return Scenario{More: []More{{Statement: plan.SeniorMaster, Group: group, Number: number}}}
	}
	for name, of := range map[string]Scenario{
		"a statement of another register": {Statement: plan.SeniorGrossEnrolment},
		"a statement that is none":        {Statement: "moon"},
		"a change of no statement":        {Changes: []plan.Change{plan.Repeal("moon")}},
		"a change of nothing":             {Changes: []plan.Change{{}}},
		"more than are not counted":       more("集安市", "39"),
		"more in no group":                more("北京市", "1"),
		"less than one more":              more("集安市", "0"),
		"half a teacher":                  more("集安市", "0.5"),
		"fewer":                           more("集安市", "-1"),
		"no number":                       more("集安市", "三"),
		"far too many":                    more("集安市", "99999999999999"),
		"more of another register":        {More: []More{{Statement: plan.SeniorGrossEnrolment, Group: "集安市", Number: "1"}}},
	} {
		_, err := s.Answer(of)
		assert.Error(t, err, name)
	}
	for name, m := range map[string]Move{
		"a threshold that is no number":   {plan.SeniorMaster, plan.ChangedPopulation, "", "many"},
		"1,500 %":                         {plan.SeniorMaster, plan.ChangedPopulation, "", "1500"},
		"more than all":                   {plan.SeniorMaster, plan.ChangedPopulation, "", "101"},
		"a day that is none":              {plan.SeniorMaster, plan.ChangedDeadline, "", "2026-02-30"},
		"a reading that is none":          {plan.SeniorMaster, plan.ChangedDecides, "", "moon"},
		"a parameter that is none":        {plan.SeniorMaster, plan.ChangedParameter, "moon", "1"},
		"what each must reach of a share": {plan.SeniorMaster, plan.ChangedEach, "", "1"},
		"a lever that is none":            {plan.SeniorMaster, plan.ChangedWords, "", "1"},
		"a statement that is none":        {"moon", plan.ChangedPopulation, "", "1"},
	} {
		of, err := s.Moved(Scenario{}, m)
		if err == nil {
			_, err = s.Answer(of)
		}
		assert.Error(t, err, name)
	}
	assert.Equal(t, before, answered(t, s, Scenario{}))
}

func TestAStatementThatTheScenarioRepealsHasNoAfter(t *testing.T) {
	s := opened(t, two)
	a := answered(t, s, Scenario{Statement: plan.SeniorMaster, Changes: []plan.Change{plan.Repeal(plan.SeniorMaster)}})
	assert.Nil(t, a.Statement.After)
	assert.True(t, a.Statement.Changed)
	assert.Nil(t, a.Statement.Groups[0].After)
	_, err := s.Cases(a.Scenario)
	assert.ErrorContains(t, err, "repeals")
}

func FuzzLinksNeverPanic(f *testing.F) {
	s := opened(f, two)
	f.Add(shifted(f, s, fifteen, degrees).Link())
	f.Add("s=e30")
	f.Fuzz(func(t *testing.T, link string) {
		of, err := ParseLink(link)
		if err != nil {
			return
		}
		if _, err := s.Answer(of); err != nil && Explain(err).ZH == "" {
			t.Error(fmt.Sprint("an error without words: ", err))
		}
	})
}
