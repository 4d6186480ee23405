package importer_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"github.com/eduplan/tonghua/examples/importer"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/school"
)

func TestLinesThatAreNoRecordsAreLeftOutAndReported(t *testing.T) {
	for _, c := range []struct {
		line string
		why  importer.Why
	}{
		{"合计,,,,360", importer.IsTotal},
		{",合计,,,360", importer.IsTotal},
		{"合 计,,,,360", importer.IsTotal},
		{"小计,,,,360", importer.IsTotal},
		{"东昌区合计,,,,360", importer.IsTotal},
		{"总计：,,,,360", importer.IsTotal},
		{"合计（人）,,,,360", importer.IsTotal},
		{"合计12人,,,,360", importer.IsTotal},
		{"total,,,,360", importer.IsTotal},
		{"Total:,,,,360", importer.IsTotal},
		{"平均,,,,360", importer.IsTotal},
		{",,合计,,360", importer.IsTotal},
		{"注：学时为五年累计,,,,", importer.IsNote},
		{"注1：学时为五年累计,,,,", importer.IsNote},
		{"填表人：王某,,审核人：李某,,", importer.IsNote},
		{"填 表 人：王某,,,,", importer.IsNote},
		{"备注,,,,", importer.IsNote},
		{"Note: five years,,,,", importer.IsNote},
		{"序号,教职工号,姓名,学历,培训学时", importer.IsHeader},
		{",教职工号,,,", importer.IsHeader},
		{"3,,,,", importer.IsNumbered},
		{"甲,乙,丙,1,2", importer.IsHeader},
		{"栏次,,1,2,3", importer.IsHeader},
	} {
		all := imports(t, usual(), written(t, "教师.csv", "序号,教职工号,姓名,学历,培训学时\n1,T1,甲,本科,1\n"+c.line+"\n2,T2,乙,大专,2\n"))
		assert.Equal(t, []string{"2 T1 bachelor 1", "4 T2 college 2"}, all.rows, c.line)
		if assert.Len(t, all.report.LeftOut, 1, c.line) {
			assert.Equal(t, c.why, all.report.LeftOut[0].Why, c.line)
			assert.Equal(t, importer.Place{File: "教师.csv", Row: 3}, all.report.LeftOut[0].Place, c.line)
		}
	}
}

func TestAHeaderOfTwoLinesComesAgainOnThePrintedPage(t *testing.T) {
	const header = "教职工号,基本情况,,培训学时\n,姓名,学历,\n"
	all := imports(t, usual(), written(t, "教师.csv", header+"T1,甲,本科,1\n"+header+"T2,乙,大专,2\n"))
	assert.Equal(t, []string{"3 T1 bachelor 1", "6 T2 college 2"}, all.rows)
	assert.EqualValues(t, 2, all.report.Left)
}

func TestARecordIsNeverTakenForSomethingElse(t *testing.T) {
	for _, c := range []struct{ name, line, row string }{
		{"a teacher whose name is 合计", "3,T9,合计,本科,1", "3 T9 bachelor 1"},
		{"a name before the number", "合计,T9,,本科,1", "3 T9 bachelor 1"},
		{"a note before the number", "注：新,T9,,本科,1", "3 T9 bachelor 1"},
		{"a number that begins with 注", "3,注册-1,甲,本科,1", "3 注册-1 bachelor 1"},
		{"a number alone", ",T9,,,", "3 T9 unknown unknown"},
		{"a blank number beside other values", "3,,甲,本科,1", "3  bachelor 1 *"},
		{"a blank number and no place in the list", ",,甲,本科,1", "3  bachelor 1 *"},
		{"a blank number and one value", ",,,,1", "3  unknown 1 *"},
		{"a teacher of the class 甲", "甲,T9,,本科,1", "3 T9 bachelor 1"},
		{"a total behind a number of the list", "3,,合计,,360", "3  unknown 360 *"},
		{"the bureau of totals", ",,总计局学校,本科,1", "3  bachelor 1 *"},
		{"a remark without a colon", ",,注 新来的,本科,1", "3  bachelor 1 *"},
	} {
		all := imports(t, usual(), written(t, "教师.csv", "序号,教职工号,姓名,学历,培训学时\n1,T1,甲,本科,1\n"+c.line+"\n"))
		assert.Equal(t, []string{"2 T1 bachelor 1", c.row}, all.rows, c.name)
		assert.Zero(t, all.report.Left, c.name)
		if c.row[len(c.row)-1] == '*' {
			assert.Equal(t, []string{"教师.csv 第3行：没有写明是谁的记录"}, all.faults, c.name)
		}
	}
}

func TestSchoolsAreToldByTheirCodeWhateverTheirNames(t *testing.T) {
	in, err := importer.Open(importer.Usual[school.Record](asOf), written(t, "学校.csv",
		"学校名称,学校标识码,办学类型\n总计局学校,S1,小学\n注 xx学校,S2,小学\n某校合计,S3,小学\n某校合计,,小学\n"))
	require.NoError(t, err)
	defer in.Close()
	var keys []string
	for row, err := range in.Rows() {
		require.NoError(t, err)
		keys = append(keys, row.Key)
	}
	assert.Equal(t, []string{"S1", "S2", "S3"}, keys)
	assert.Equal(t, "读取3条记录，不是记录的行1行。\n  不是记录：学校.csv第5行，合计行：“某校合计”\n", in.Report().In(bilingual.Chinese))
	assert.Equal(t, "records read: 3, lines that are no records: 1.\n  no record: 学校.csv row 5, a total: \"某校合计\"\n", in.Report().In(bilingual.English))
}

func TestWhoIsNoMemberIsReadAndKeptFromTheCleanTable(t *testing.T) {
	all := imports(t, usual(), written(t, "教师.csv", "工号,学历,在岗状态\nT1,本科,在岗\nT2,本科,退休\n"))
	assert.Len(t, all.rows, 2)
	assert.EqualValues(t, 1, all.report.Skipped)
	assert.NotContains(t, all.clean, "T2")
}

func TestALongReportShowsTheFirstLinesAndCountsTheOthers(t *testing.T) {
	text := "工号,学历\n"
	for n := range 150 {
		text += fmt.Sprintf("T%d,本科肄业\n合计,\n", n)
	}
	all := imports(t, usual(), written(t, "教师.csv", text))
	assert.EqualValues(t, 150, all.report.Left)
	assert.Len(t, all.report.Examples, 1, "what is said once is said for all")
	for _, l := range []bilingual.Language{bilingual.Chinese, bilingual.English} {
		assert.Contains(t, all.report.In(l), l.Pick("……另有138行", "… and 138 more"))
		assert.Contains(t, all.report.In(l), l.Pick("另有149处；全部问题按列：“学历”150处", `and 149 more; all by column: "学历" 150`))
	}
}

func TestLinesToSpareOfAFormAreNoRecords(t *testing.T) {
	all := imports(t, usual(), workbook(t, "教师.xlsx", func(book *excelize.File) {
		put(t, book, "Sheet1", []any{"序号", "工号", "学历"}, []any{1, "T1", "本科"}, []any{2}, []any{3}, []any{4, "T4", "大专"})
	}))
	assert.Equal(t, []string{"2 T1 bachelor unknown", "5 T4 college unknown"}, all.rows)
	assert.EqualValues(t, 2, all.report.Left)
}
