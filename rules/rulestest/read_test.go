package rulestest_test

import (
	"errors"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules"
	"github.com/eduplan/tonghua/rules/rulestest"
	"github.com/eduplan/tonghua/rules/tonghua"
	"github.com/eduplan/tonghua/rules/verdict"
)

// read reads lines as the one file of a directory.
func read(lines ...string) ([]rulestest.Scenario, error) {
	dir := fstest.MapFS{"cases.csv": {Data: []byte(strings.Join(lines, "\n"))}}
	return rulestest.ReadScenarios(dir, tonghua.All())
}

func TestARegisterIsTheRowsOfOneName(t *testing.T) {
	got, err := read(
		"name,as_of,rule,records,stage,education,expect,reason,value,shortfall,due,note",
		"one short of 12 %,2025-12-31,senior-master,1199,senior-high,master,not-met,below-threshold,1199/10000,1,open,12 % of 10000 are 1200",
		"one short of 12 %,,,8801,senior-high,bachelor,,,,,,",
		",,,,,,,,,,,",
		"nobody knows,2026-01-01,senior-master,,,,undetermined,,,,past,")
	require.NoError(t, err)
	require.Len(t, got, 2)
	rows, err := tonghua.SeniorMaster.Parse([]rules.TextRow{
		{Fields: map[string]string{"stage": "senior-high", "education": "master"}, Records: 1199},
		{Fields: map[string]string{"stage": "senior-high", "education": "bachelor"}, Records: 8801}})
	require.NoError(t, err)
	assert.Equal(t, rulestest.Scenario{
		File: "cases.csv", Line: 2, Name: "one short of 12 %", AsOf: quantity.DateOf(2025, 12, 31), Rule: plan.SeniorMaster, Rows: rows,
		Expect: rulestest.Expectation{Outcome: verdict.NotMet, Reason: verdict.BelowThreshold, Value: "1199/10000", Shortfall: "1", Due: "open"},
	}, got[0])
	assert.Equal(t, "cases.csv:5", got[1].Place())
	assert.Equal(t, []rules.TextRow{{Fields: map[string]string{}, Records: 1}}, got[1].Rows.Texts())
	assert.NoError(t, rulestest.CheckAll(got, tonghua.All()))
}

func TestColumnsAndWordsAreChineseOrEnglish(t *testing.T) {
	zh, err := read("\uFEFF名称,日期,规则,记录数,任教学段,学历,预期,原因,数值,差距,期限,口径,说明",
		"差一人,2025-12-31,senior-master,1199,普通高中,硕士研究生,未达到,低于要求,1199/10000,1,未到期,,",
		"差一人,,,8801,高中,本科,,,,,,,")
	require.NoError(t, err)
	en, err := read("NAME,as_of,rule,records,stage taught,level of education,expect,reason,value,shortfall,due",
		"差一人,2025-12-31,senior-master,1199,普通高中,硕士研究生,not met,below the threshold,01199/10000.0,1..1,open",
		"差一人,2025-12-31,senior-master,8801,高中,本科,,,,,")
	require.NoError(t, err)
	assert.Equal(t, zh, en)
	assert.NoError(t, rulestest.CheckAll(zh, tonghua.All()))
}

func TestALabelOfTwoSubjectsIsResolvedByTheRule(t *testing.T) {
	got, err := read("name,as_of,rule,实名制网络学习空间,任教学段,就读学段,expect",
		"教师,2025-12-31,realname-teachers,是,小学,,met",
		"学生,2025-12-31,realname-pupils,否,,小学,not-met")
	require.NoError(t, err)
	assert.Equal(t, map[string]string{"real_name_space": "是", "stage": "小学"}, got[0].Rows.Texts()[0].Fields)
	assert.Equal(t, map[string]string{"real_name_space": "否", "stage": "小学"}, got[1].Rows.Texts()[0].Fields)
	assert.NoError(t, rulestest.CheckAll(got, tonghua.All()))
}

func TestEveryDoubtIsAnErrorWithItsPlace(t *testing.T) {
	const head = "name,as_of,rule,records,stage,full_time,training_hours,fitness,expect,reason,value,shortfall,due,reading"
	const good = "case,2025-12-31,senior-master,,,,,,undetermined,,,,,"
	cases := map[string]struct {
		lines []string
		want  string
	}{
		"an unknown column": {[]string{"name,as_of,rule,expect,trainning_hours", "case,2025-12-31,senior-master,met,"},
			`cases.csv:1: column trainning_hours: no field of these rules is called so; perhaps "training_hours" is meant`},
		"an unknown Chinese column": {[]string{"名称,日期,规则,预期,本周期培训学分", "case,2025-12-31,senior-master,met,"},
			`cases.csv:1: column 本周期培训学分: no field of these rules is called so; perhaps "本周期培训学时" is meant`},
		"a column like nothing": {[]string{"name,as_of,rule,expect,weather", good},
			`cases.csv:1: column weather: no field of these rules is called so`},
		"a column without name":                {[]string{"name,as_of,,rule,expect", good}, `cases.csv:1: column 3: it has no name`},
		"a cell in a last column without name": {[]string{"name,as_of,rule,expect,,", "case,2025-12-31,senior-master,met,,360"}, `cases.csv:2: 6 cells, the first line names 4 columns`},
		"no column at all":                     {[]string{",,", good}, `cases.csv:1: the column name (名称) is missing`},
		"two columns of one meaning": {[]string{"name,as_of,rule,expect,training_hours,本周期培训学时", good},
			`cases.csv:1: column 本周期培训学时: it means the same as column training_hours`},
		"a column twice": {[]string{"name,as_of,rule,expect,名称", good}, `cases.csv:1: column 名称: it means the same as column name`},
		"no column of dates": {[]string{"name,rule,expect", "case,senior-master,met"},
			`cases.csv:1: the column as_of (日期) is missing`},
		"no column of expectations": {[]string{"name,as_of,rule", "case,2025-12-31,senior-master"},
			`cases.csv:1: the column expect (预期) is missing`},
		"a cell too many": {[]string{head, good + ",more"}, `cases.csv:2: 15 cells, the first line names 14 columns`},
		"a cell too few":  {[]string{head, "case,2025-12-31"}, `cases.csv:2: 2 cells, the first line names 14 columns`},
		"no name":         {[]string{head, ",2025-12-31,senior-master,,,,,,met,,,,,"}, `cases.csv:2: column name: it is missing: say in a sentence what the case shows`},
		"a day that is none": {[]string{head, "case,2025-02-30,senior-master,,,,,,met,,,,,"},
			`cases.csv:2: column as_of: quantity: date "2025-02-30": no day of the calendar: a day such as 2025-12-31 is wanted`},
		"a date in another form": {[]string{head, "case,31.12.2025,senior-master,,,,,,met,,,,,"},
			`cases.csv:2: column as_of: quantity: date "31.12.2025": unreadable: a day such as 2025-12-31 is wanted`},
		"a date with the month first": {[]string{head, "case,12/31/2025,senior-master,,,,,,met,,,,,"},
			`cases.csv:2: column as_of: quantity: date "12/31/2025": unreadable: a day such as 2025-12-31 is wanted`},
		"a day that is none, as spreadsheets save it": {[]string{head, "case,2025/2/30,senior-master,,,,,,met,,,,,"},
			`cases.csv:2: column as_of: quantity: date "2025/2/30": no day of the calendar: a day such as 2025-12-31 is wanted`},
		"no date":         {[]string{head, "case,,senior-master,,,,,,met,,,,,"}, `cases.csv:2: column as_of: date "": a day is wanted`},
		"no rule":         {[]string{head, "case,2025-12-31,,,,,,,met,,,,,"}, `cases.csv:2: column rule: it is missing: the ID of a statement is wanted`},
		"a misspelt rule": {[]string{head, "case,2025-12-31,senior-mastre,,,,,,met,,,,,"}, `cases.csv:2: column rule: no rule "senior-mastre"; perhaps "senior-master" is meant`},
		"more records than can be counted": {append([]string{head}, "case,2025-12-31,senior-master,1000000000001,,,,,met,,,,,"),
			`cases.csv:2: column records: "1000000000001": a whole number is wanted, from 0 to 1000000000000`},
		"one piece of evidence twice": {[]string{"name,as_of,rule,records,evidence_kind,expect", "case,2025-12-31,steel-second-primary,2,project,met"},
			`cases.csv:2: rules: row 1: 2 records, want 0 or 1: a piece of evidence is one of its kind`},
		"a rule by its name": {[]string{head, "case,2025-12-31,教师五年培训学时,,,,,,met,,,,,"},
			`cases.csv:2: column rule: no rule "教师五年培训学时"; perhaps "teacher-training-hours" (教师五年培训学时) is meant`},
		"no expectation": {[]string{head, "case,2025-12-31,senior-master,,,,,,,,,,,"},
			`cases.csv:2: column expect: it is missing: met, not-met, undetermined or not-applicable is wanted`},
		"a misspelt outcome": {[]string{head, "case,2025-12-31,senior-master,,,,,,mett,,,,,"}, `cases.csv:2: column expect: "mett" is not in the list; perhaps "met" is meant`},
		"a misspelt reason": {[]string{head, "case,2025-12-31,senior-master,,,,,,undetermined,missing-date,,,,"},
			`cases.csv:2: column reason: "missing-date" is not in the list; perhaps "missing-data" is meant`},
		"a reason for what is met": {[]string{head, "case,2025-12-31,senior-master,,,,,,met,missing-data,,,,"},
			`cases.csv:2: column reason: what is met has no reason`},
		"a misspelt due": {[]string{head, "case,2025-12-31,senior-master,,,,,,met,,,,opne,"}, `cases.csv:2: column due: "opne" is not in the list; perhaps "open" is meant`},
		"no number of records": {[]string{head, "case,2025-12-31,senior-master,ten,,,,,met,,,,,"},
			`cases.csv:2: column records: "ten": a whole number is wanted, from 0 to 1000000000000`},
		"fewer records than none": {[]string{head, "case,2025-12-31,senior-master,-1,,,,,met,,,,,"},
			`cases.csv:2: column records: "-1": a whole number is wanted, from 0 to 1000000000000`},
		"a word outside its list": {[]string{head, "case,2025-12-31,senior-master,,senior-hihg,,,,met,,,,,"},
			`field stage: indicators: stage of education "senior-hihg": not in the field's list: preschool (学前教育), primary (小学), junior-high (初中), senior-high (普通高中), vocational (中等职业教育), vocational-college (高等职业教育), special (特殊教育), senior-secondary (高中阶段); perhaps "senior-high" is meant`},
		"a number that is none": {[]string{head, "case,2025-12-31,senior-master,,,,many,,met,,,,,"},
			`cases.csv:2: column training_hours: field training_hours: quantity: reading "many": unreadable`},
		"a field of another subject": {[]string{head, "case,2025-12-31,senior-master,,,,,及格,met,,,,,"},
			`cases.csv:2: column fitness: rule senior-master is about a teacher, which has no such field: leave it empty`},
		"a value that is none": {[]string{head, "case,2025-12-31,senior-master,,,,,,met,,12 of 100,,,"},
			`cases.csv:2: column value: "12 of 100": want 1199/10000 as counted, a number such as 11.99, or two of them joined by two points`},
		"a shortfall that is none": {[]string{head, "case,2025-12-31,senior-master,,,,,,met,,,a few,,"},
			`cases.csv:2: column shortfall: "a few": want 12, 12..19 or over 3`},
		"a misspelt reading": {[]string{head, "case,2025-12-31,senior-master,,,,,,met,,,,,full_time"},
			`cases.csv:2: column reading: senior-master has no reading "full_time"; perhaps "full-time" is meant`},
		"a shortfall of another reading": {[]string{head, "case,2025-12-31,senior-master,,,,,,met,,,3,,full-time"},
			`cases.csv:2: column shortfall: a shortfall is worked out for the deciding reading alone`},
		"an expectation on a further row": {[]string{head, good, "case,,,,,,,,met,,,,,"},
			`cases.csv:3: column expect: what is expected stands on the register's first row, line 2; a further row leaves it empty`},
		"another date on a further row": {[]string{head, good, "case,2025-12-30,,,,,,,,,,,,"},
			`cases.csv:3: column as_of: "2025-12-30": the register has the date 2025-12-31 on line 2`},
		"another rule on a further row": {[]string{head, good, "case,,junior-bachelor,,,,,,,,,,,"},
			`cases.csv:3: column rule: "junior-bachelor": the register has the rule senior-master on line 2`},
		"a name that comes back": {[]string{head, good, "other,2025-12-31,senior-master,,,,,,undetermined,,,,,", good},
			`cases.csv:4: column name: "case" stands already on line 2`},
		"a quote that does not end": {[]string{head, `"case,2025-12-31`}, `cases.csv:2: extraneous or missing " in quoted-field`},
		"another encoding":          {[]string{head, "\xb0\xb8\xc0\xfd,2025-12-31"}, `cases.csv: not in UTF-8: save it as CSV UTF-8`},
		"a file without cases":      {[]string{head}, `cases.csv: no scenario in it`},
		"an empty file":             {[]string{""}, `cases.csv: no scenario in it`},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			_, err := read(c.lines...)
			require.ErrorContains(t, err, c.want)
			var typed *rulestest.ScenarioError
			require.True(t, errors.As(err, &typed))
			assert.Equal(t, "cases.csv", typed.File)
		})
	}
}

func TestAllFaultsOfAFileAreReportedAtOnce(t *testing.T) {
	got, err := read("name,as_of,rule,expect,training_hours",
		"first,2025-13-01,senior-master,met,",
		"first,,,,360",
		"second,2025-12-31,senior-master,perhaps,many",
		"third,2025-12-31,senior-master,undetermined,")
	require.Error(t, err)
	text := err.Error()
	for _, want := range []string{"cases.csv:2: column as_of", "cases.csv:4: column expect", "cases.csv:4: column training_hours"} {
		assert.Contains(t, text, want)
	}
	assert.NotContains(t, text, "cases.csv:3", "a further row of a register that could not be read is not reported for it")
	require.Len(t, got, 1)
	assert.Equal(t, "third", got[0].Name)
}

func TestADirectoryWithoutScenariosIsAnError(t *testing.T) {
	_, err := rulestest.ReadScenarios(fstest.MapFS{"cases.txt": {}}, tonghua.All())
	assert.ErrorContains(t, err, "no scenario in the directory")
	_, err = rulestest.ReadScenarios(nil, tonghua.All())
	assert.ErrorContains(t, err, "no directory")
	_, err = rulestest.ReadScenarios(fstest.MapFS{}, []rules.View{nil})
	assert.ErrorIs(t, err, rules.ErrZero)
	_, err = rulestest.ReadScenarios(fstest.MapFS{}, []rules.View{tonghua.SeniorMaster, tonghua.SeniorMaster})
	assert.ErrorIs(t, err, rules.ErrDuplicate)
}

func FuzzReadScenarios(f *testing.F) {
	f.Add("name,as_of,rule,expect,training_hours\ncase,2025-12-31,teacher-training-hours,met,360")
	f.Add("\uFEFF名称,日期,规则,记录数,任教学段,学历,预期,数值,差距\n甲,2025-12-31,senior-master,3,高中,本科,未达到,0/3,1\n甲,,,0,,,,,")
	f.Add("name,as_of,rule,expect\n\"a\nb\",2025-12-31,backbone-city,undetermined")
	f.Fuzz(func(t *testing.T, text string) {
		got, err := rulestest.ReadScenarios(fstest.MapFS{"f.csv": {Data: []byte(text)}}, tonghua.All())
		if err == nil && len(got) == 0 {
			t.Fatal("neither a scenario nor an error")
		}
		for _, s := range got {
			if s.Name == "" || !s.AsOf.Known() || s.Rule == "" || len(s.Rows.Texts()) == 0 || s.Line < 2 {
				t.Fatalf("half a scenario: %+v", s)
			}
			for _, r := range tonghua.All() {
				if r.ID() != s.Rule {
					continue
				}
				if _, err := r.EvaluateParsed(s.AsOf, s.Rows); err != nil {
					t.Fatalf("what was read cannot be judged: %v", err)
				}
			}
		}
	})
}

func TestDaysAreReadAsSpreadsheetsSaveThem(t *testing.T) {
	const head = "name,as_of,rule,education,stage,expect\n"
	for _, day := range []string{"2025-01-05", "2025/01/05", "2025/1/5"} {
		list, err := rulestest.ReadScenarios(fstest.MapFS{"cases.csv": {Data: []byte(head + "case," + day + ",senior-master,master,senior-high,met\n")}}, tonghua.All())
		require.NoError(t, err, day)
		assert.Equal(t, dayOf(2025, 1, 5), list[0].AsOf, day)
	}
	got, err := read("name,as_of,rule,expect", "case,2025/12/31,senior-master,undetermined", "case,2025/12/31,,", "case,2025-12-31,,")
	require.NoError(t, err, "a further row may repeat the date in either form")
	assert.Len(t, got[0].Rows.Texts(), 3)
}

func TestEmptyColumnsAtTheEndAreNone(t *testing.T) {
	for name, lines := range map[string][]string{
		"of every line":      {"name,as_of,rule,expect,,,", "case,2025-12-31,senior-master,undetermined,,,"},
		"of the head alone":  {"name,as_of,rule,expect,,,", "case,2025-12-31,senior-master,undetermined"},
		"of the cases alone": {"name,as_of,rule,expect", "case,2025-12-31,senior-master,undetermined,,,"},
		"of spaces":          {"name,as_of,rule,expect, ,", "case,2025-12-31,senior-master,undetermined, , "},
	} {
		t.Run(name, func(t *testing.T) {
			got, err := read(lines...)
			require.NoError(t, err)
			assert.Len(t, got, 1)
		})
	}
}

func TestARegisterWithARowThatCannotBeReadIsNoScenario(t *testing.T) {
	got, err := read("name,as_of,rule,expect,training_hours",
		"first,2025-12-31,teacher-training-hours,met,360",
		"first,,,,many",
		"first,,,,few",
		"second,2025-12-31,teacher-training-hours,met,360")
	assert.ErrorContains(t, err, `cases.csv:3: column training_hours: field training_hours: quantity: reading "many": unreadable`)
	assert.ErrorContains(t, err, `cases.csv:4: column training_hours: field training_hours: quantity: reading "few": unreadable`)
	require.Len(t, got, 1)
	assert.Equal(t, "second", got[0].Name)
}

func TestFaultsStandInTheOrderOfTheirLines(t *testing.T) {
	_, err := read("name,as_of,rule,expect,training_hours",
		"first,2025-12-31,teacher-training-hours,met,many",
		"first,2025-12-30,,,360")
	require.Error(t, err)
	assert.Less(t, strings.Index(err.Error(), "cases.csv:2:"), strings.Index(err.Error(), "cases.csv:3:"))
}

func TestWhatWasMeantIsLookedUpForTheFirstHundredFaultsOfAFile(t *testing.T) {
	head := "name,as_of,rule,expect" + strings.Repeat(",trainning_hours", 20_000)
	_, err := read(head)
	require.Error(t, err)
	assert.Equal(t, 20_000, strings.Count(err.Error(), "column trainning_hours: no field of these rules is called so"))
	assert.Equal(t, 100, strings.Count(err.Error(), `perhaps "training_hours" is meant`))
}
