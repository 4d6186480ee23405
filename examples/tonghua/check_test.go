package main

import (
	"encoding/csv"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules/report"
	"github.com/eduplan/tonghua/rules/verdict"
)

// table writes a file for a check and returns its name.
func table(t *testing.T, name string, lines ...string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	require.NoError(t, os.WriteFile(path, []byte(strings.Join(lines, "\n")+"\n"), 0o600))
	return path
}

// seniors is a table of ten senior high teachers, so many of them masters.
func seniors(t *testing.T, masters int, further ...string) string {
	lines := []string{"教职工号,区县,任教学段,学历,本周期培训学时"}
	for i := range 10 {
		degree := "本科"
		if i < masters {
			degree = "硕士"
		}
		county := "东昌区"
		if i >= 5 {
			county = "辉南县"
		}
		lines = append(lines, "T"+string(rune('0'+i))+","+county+",高中,"+degree+",360")
	}
	return table(t, "教师.csv", append(lines, further...)...)
}

// judged is the report that a check prints as JSON.
func judged(t *testing.T, s said) *report.Report {
	t.Helper()
	var r report.Report
	require.NoError(t, json.Unmarshal([]byte(s.out), &r), s.messages)
	return &r
}

func result(t *testing.T, r *report.Report, id plan.ID) verdict.Result {
	t.Helper()
	one, known := r.Of(id)
	require.True(t, known, id)
	return one
}

func TestATableIsJudgedFromTheSheetToTheVerdict(t *testing.T) {
	// 12 % of ten teachers are 1.2: two masters are enough, one is not.
	for _, c := range []struct {
		name    string
		masters int
		want    verdict.Outcome
		short   string
	}{
		{"two of ten seniors are masters, which is more than 12 %", 2, verdict.Met, ""},
		{"one of ten is a master, and one more is needed", 1, verdict.NotMet, "1"},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := call(t, "check", seniors(t, c.masters), "-subject", "teacher", "-date", "2025-12-31", "-as", "json", "-only", "senior-master")
			r := result(t, judged(t, s), plan.SeniorMaster)
			assert.Equal(t, c.want, r.Outcome)
			if c.short != "" {
				assert.Equal(t, c.short, r.Shortfall.Low.Number())
			}
			assert.Equal(t, done, s.code, "the deadline's own day is open")
		})
	}
	late := call(t, "check", seniors(t, 1), "-subject", "teacher", "-date", "2026-01-01", "-only", "senior-master")
	assert.Equal(t, objected, late.code, "a day later it is missed")
	assert.Empty(t, strings.TrimSpace(late.messages[strings.LastIndex(late.messages, "。")+len("。"):]), "the verdict needs no error")
}

func TestWhatWasUnderstoodIsShownBesideTheVerdicts(t *testing.T) {
	path := seniors(t, 2)
	s := call(t, "check", path, "-subject", "teacher", "-date", "2025-12-31")
	assert.Contains(t, s.messages, "学历（数字按“学历代码（2006）”）")
	assert.Contains(t, s.messages, "读取10条记录")
	assert.NotContains(t, s.out, "读取10条记录")
	assert.Contains(t, s.out, "高中硕士以上学历教师占比")
	assert.True(t, strings.HasPrefix(s.out, "数据来源：教师.csv，教师，10条记录，其中0条有无法读取的内容；数据属于：全市\n"), s.out[:200])
	assert.Empty(t, call(t, "check", path, "-subject", "teacher", "-date", "2025-12-31", "-quiet").messages)
	english := call(t, "check", path, "-subject", "teacher", "-date", "2025-12-31", "-lang", "en")
	assert.Contains(t, english.messages, "records read: 10")
}

func TestGroupsAreShownUnderTheStatements(t *testing.T) {
	for _, by := range []string{"county", "区县"} {
		s := call(t, "check", seniors(t, 2, "T90,,高中,本科,"), "-subject", "teacher", "-date", "2025-12-31", "-as", "csv", "-by", by)
		lines, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(s.out, "\ufeff"))).ReadAll()
		require.NoError(t, err)
		var said []string
		for _, line := range lines {
			if line[0] == string(plan.SeniorMaster) {
				said = append(said, line[1]+" "+line[2]+" "+line[5])
			}
		}
		assert.Equal(t, []string{" met 2/11=18.18%", "东昌区 not-applicable 2/5=40.00%", "辉南县 not-applicable 0/5=0.00%", "（未填写） not-applicable 0/1=0.00%"}, said, by)
	}
	s := call(t, "check", seniors(t, 2), "-subject", "teacher", "-date", "2025-12-31", "-by", "乡镇")
	assert.Equal(t, badData, s.code)
	assert.Contains(t, s.messages, "没有“乡镇”列")
}

func TestEachFormHasTheSameVerdicts(t *testing.T) {
	path := seniors(t, 2)
	for as, holds := range map[string]string{"text": "2/10=20.00%", "page": "2/10=20.00%", "csv": "2/10=20.00%", "json": `"statement": "senior-master"`} {
		to := filepath.Join(t.TempDir(), "结论")
		s := call(t, "check", path, "-subject", "teacher", "-date", "2025-12-31", "-quiet", "-as", as, "-o", to)
		require.Equal(t, done, s.code, s.messages)
		assert.Empty(t, s.out)
		data, err := os.ReadFile(to)
		require.NoError(t, err)
		assert.Contains(t, string(data), holds, as)
	}
}

func TestAPageCallsGroupsWhatTheyAre(t *testing.T) {
	path := table(t, "教师.csv", "工号,学校名称,任教学段,学历", "1,甲校,高中,硕士", "2,乙校,高中,本科")
	page := call(t, "check", path, "-subject", "teacher", "-date", "2025-12-31", "-by", "school", "-of", "county", "-as", "page", "-quiet").out
	for _, text := range []string{"各学校情况", ">全县（市、区）</th>", "<p>数据来源：教师.csv，教师，2条记录"} {
		assert.Contains(t, page, text)
	}
	assert.Contains(t, call(t, "check", path, "-subject", "teacher", "-date", "2025-12-31", "-by", "学校名称", "-as", "page", "-quiet").out, "各学校名称情况")
}

func TestTheSampleIsJudgedAlikeFromTheWorkbookAndTheText(t *testing.T) {
	var reports []*report.Report
	for _, name := range []string{"教职工.xlsx", "教职工.csv"} {
		s := call(t, "check", filepath.Join("testdata", name), "-subject", "teacher", "-date", "2025-12-31", "-by", "county", "-as", "json")
		require.Equal(t, badData, s.code, "four cells are wrong")
		assert.Contains(t, s.messages, "读取1009条记录，不是记录的行2行，不属统计对象89条，有问题的记录4条")
		assert.Contains(t, s.messages, "“三百六”无法识别")
		reports = append(reports, judged(t, s))
	}
	assert.Empty(t, report.Compare(reports[0], reports[1]))
}

func TestRefusedRowsAreCorrectedAndJudgedAgain(t *testing.T) {
	path := seniors(t, 1, "T10,东昌区,高中,硕士以上,360", "T11,辉南县,高中,本科,三百")
	to := filepath.Join(t.TempDir(), "退回.xlsx")
	first := call(t, "check", path, "-subject", "teacher", "-date", "2025-12-31", "-as", "json", "-refused", to)
	require.Equal(t, badData, first.code)
	assert.Contains(t, first.messages, "有2条记录存在无法读取的内容，已写入 "+to)
	// 硕士以上 may be a doctor: a master or more either way, but the cell is refused, so that
	// its holder may be anything: 1 to 2 of 12, on both sides of 12 %.
	assert.Equal(t, verdict.Undetermined, result(t, judged(t, first), plan.SeniorMaster).Outcome)

	book, err := excelize.OpenFile(to)
	require.NoError(t, err)
	for cell, want := range map[string]string{"A2": "教师.csv", "D2": "12", "E2": "学历", "F2": "硕士以上", "D3": "13", "E3": "本周期培训学时", "F3": "三百"} {
		found, err := book.GetCellValue("退回", cell)
		require.NoError(t, err)
		assert.Equal(t, want, found, cell)
	}
	require.NoError(t, book.SetCellValue("退回", "K2", "硕士"))
	require.NoError(t, book.SetCellValue("退回", "L3", 300))
	require.NoError(t, book.Save())
	require.NoError(t, book.Close())
	again := call(t, "check", path, to, "-subject", "teacher", "-date", "2025-12-31", "-as", "json")
	require.Equal(t, done, again.code, again.messages)
	assert.Contains(t, again.messages, "已由退回表更正2行")
	r := result(t, judged(t, again), plan.SeniorMaster)
	assert.Equal(t, verdict.Met, r.Outcome, "2 of 12 are 16.7 %")
	hours := result(t, judged(t, again), plan.TeacherTrainingHours)
	assert.Equal(t, "1", hours.Shortfall.Low.Number(), "T11 has 300 hours of 360")
}

func TestAKeyThatStandsTwiceIsOneRecord(t *testing.T) {
	same := call(t, "check", seniors(t, 2, "T0,东昌区,高中,硕士,360"), "-subject", "teacher", "-date", "2025-12-31", "-as", "json")
	assert.Equal(t, badData, same.code)
	assert.Contains(t, same.messages, "编号与教师.csv第2行重复")
	value := result(t, judged(t, same), plan.SeniorMaster)
	assert.EqualValues(t, 10, value.Records.InScope, "and not eleven")
	other := call(t, "check", seniors(t, 2, "T0,东昌区,高中,本科,360"), "-subject", "teacher", "-date", "2025-12-31", "-as", "json")
	assert.Equal(t, verdict.Undetermined, result(t, judged(t, other), plan.SeniorMaster).Outcome, "one or two of ten are masters")
	path := seniors(t, 2)
	twice := call(t, "check", path, path, "-subject", "teacher", "-date", "2025-12-31", "-as", "json")
	assert.Equal(t, done, twice.code, twice.messages)
	assert.Contains(t, twice.messages, "没有重复读取")
}

func TestFindingsNameTheRowOfTheSheet(t *testing.T) {
	to := filepath.Join(t.TempDir(), "整改.csv")
	path := table(t, "教师.csv", "某县教师表", "工号,任教学段,本周期培训学时", "A1,小学,360", "A2,初中,359.99")
	s := call(t, "check", path, "-subject", "teacher", "-date", "2025-12-31", "-only", "teacher-training-hours", "-findings", to)
	require.Equal(t, done, s.code, s.messages)
	data, err := os.ReadFile(to)
	require.NoError(t, err)
	lines := strings.Split(strings.TrimSpace(string(data)), "\n")
	require.Len(t, lines, 2)
	assert.True(t, strings.HasPrefix(lines[1], "教师.csv,,4,A2,,teacher-training-hours,"), lines[1])
	assert.Contains(t, lines[1], "359.99学时")
}

func TestACheckIsArchivedAndVerified(t *testing.T) {
	to := filepath.Join(t.TempDir(), "存档.json")
	s := call(t, "check", seniors(t, 2), "-subject", "teacher", "-date", "2025-12-31", "-by", "county", "-archive", to)
	require.Equal(t, done, s.code, s.messages)
	assert.Contains(t, wants(t, "verify", to), "结果与存档一致")
	assert.Contains(t, wants(t, "diff", to, to), "两份报告没有不同")
}

func TestAPartOfARegisterProvesNothing(t *testing.T) {
	for expect, want := range map[string]verdict.Outcome{"10": verdict.Met, "16": verdict.Met, "17": verdict.Undetermined, "9": verdict.Undetermined} {
		s := call(t, "check", seniors(t, 2), "-subject", "teacher", "-date", "2025-12-31", "-as", "json", "-expect", expect)
		assert.Equal(t, want, result(t, judged(t, s), plan.SeniorMaster).Outcome, "12 %% of 16 are 1.92, of 17 are 2.04; of 9 one row is a double, perhaps of a master: %s", expect)
	}
}

func TestACallThatCannotBeIsRefusedWithWhatToDo(t *testing.T) {
	path := seniors(t, 2)
	for _, c := range []struct {
		name string
		args []string
		code int
		says string
	}{
		{"no file", []string{"-subject", "teacher", "-date", "2025-12-31"}, failed, "要写明：表格"},
		{"no subject", []string{path, "-date", "2025-12-31"}, failed, "要用 -subject 写明表中是什么"},
		{"a misspelt subject", []string{path, "-subject", "techer", "-date", "2025-12-31"}, failed, "可能是 teacher"},
		{"no date", []string{path, "-subject", "teacher"}, failed, "要写明数据日期"},
		{"a day that is none", []string{path, "-subject", "teacher", "-date", "2025-02-30"}, failed, "“2025-02-30”不是一个日期"},
		{"a form that is none", []string{path, "-subject", "teacher", "-date", "2025-12-31", "-as", "pdf"}, failed, "可写：text、page、csv、json"},
		{"a register of nobody", []string{path, "-subject", "teacher", "-date", "2025-12-31", "-of", "town"}, failed, "可写：city、county、school"},
		{"a misspelt rule", []string{path, "-subject", "teacher", "-date", "2025-12-31", "-only", "senior-mastre"}, failed, "senior-master"},
		{"a column without its meaning", []string{path, "-subject", "teacher", "-date", "2025-12-31", "-column", "文化程度"}, failed, "列名=字段"},
		{"a filter that is none", []string{path, "-subject", "teacher", "-date", "2025-12-31", "-show", "all"}, failed, "可写：breach、undetermined、nodata"},
		{"verdicts over the table", []string{path, "-subject", "teacher", "-date", "2025-12-31", "-o", path}, failed, "请换一个文件名"},
		{"two results in one file", []string{path, "-subject", "teacher", "-date", "2025-12-31", "-o", "a.json", "-archive", "./a.json"}, failed, "请换一个文件名"},
		{"refused rows in a file of another form", []string{path, "-subject", "teacher", "-date", "2025-12-31", "-refused", "退回.doc"}, failed, "应以 .xlsx 或 .csv 结尾"},
		{"verdicts in a workbook", []string{path, "-subject", "teacher", "-date", "2025-12-31", "-o", "结论.xlsx"}, failed, "结论不能写成Excel工作簿"},
		{"a sheet that is not there", []string{path, "-subject", "teacher", "-date", "2025-12-31", "-sheet", "一中"}, badData, "没有工作表“一中”"},
		{"a table that looks like that of another subject", []string{table(t, "学籍.csv", "学籍号,就读学段,毕业年级,享受资助", "S1,小学,否,是"), "-subject", "student", "-date", "2025-12-31"}, badData, "像是“学生”的表"},
		{"a file that is not there", []string{"没有.csv", "-subject", "teacher", "-date", "2025-12-31"}, failed, "没有这个文件"},
		{"a table of another subject", []string{path, "-subject", "pupil", "-date", "2025-12-31"}, badData, "没有找到“学生”的表头"},
		{"a table without records", []string{table(t, "教师.csv", "工号,任教学段"), "-subject", "teacher", "-date", "2025-12-31"}, badData, "没有记录"},
		{"a table of another year", []string{table(t, "2023年教师.csv", "工号,任教学段", "1,小学"), "-subject", "teacher", "-date", "2025-12-31"}, badData, "2023年"},
		{"rows of another year", []string{table(t, "经费.csv", "年度,一般公共预算教育支出", "2023,100"), "-subject", "county-year", "-date", "2025-12-31"}, badData, "没有数据日期所在的2025年"},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := call(t, append([]string{"check"}, c.args...)...)
			assert.Equal(t, c.code, s.code)
			assert.Contains(t, s.messages, c.says)
			assert.Empty(t, s.out, "there is no verdict")
		})
	}
}

func TestNoFileIsLeftWhereACheckFails(t *testing.T) {
	folder := t.TempDir()
	to := func(name string) string { return filepath.Join(folder, name) }
	s := call(t, "check", table(t, "教师.csv", "工号,任教学段", "1,\"小学"), "-subject", "teacher", "-date", "2025-12-31",
		"-o", to("结论.txt"), "-refused", to("退回.xlsx"), "-findings", to("整改.csv"), "-archive", to("存档.json"))
	require.Equal(t, badData, s.code, s.messages)
	left, err := os.ReadDir(folder)
	require.NoError(t, err)
	assert.Empty(t, left)
}

func TestOptionsAreTakenInChineseToo(t *testing.T) {
	path := seniors(t, 1)
	for _, args := range [][]string{{"-subject", "教师", "-of", "全市"}, {"-subject", "teacher", "-show", "无法判定"}, {"-subject", "teacher", "-only", "高中硕士以上学历教师占比"}} {
		s := call(t, append([]string{"check", path, "-date", "2025-12-31", "-quiet"}, args...)...)
		assert.Equal(t, done, s.code, s.messages)
		assert.NotEmpty(t, s.out)
	}
	assert.Contains(t, wants(t, "rule", "高中硕士以上学历教师占比"), "senior-master")
}
