package importer_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"github.com/eduplan/tonghua/examples/importer"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/rows"
)

func TestTheHeaderIsFoundBelowTitles(t *testing.T) {
	for _, c := range []struct {
		name, content string
		from, to      int64
		rows          []string
	}{
		{"no title", "工号,学历,培训学时\nT1,本科,1\n", 1, 1, []string{"2 T1 bachelor 1"}},
		{"a title and a line of units", "东昌区2025年教师花名册,,\n单位：学时,,填表日期：2026年1月5日\n工号,学历,培训学时\nT1,本科,1\n", 3, 3, []string{"4 T1 bachelor 1"}},
		{"nineteen lines of explanation", strings.Repeat("说明一行,,\n", 19) + "工号,学历,培训学时\nT1,本科,1\n", 20, 20, []string{"21 T1 bachelor 1"}},
		{"a header of two lines", "工号,基本情况,,培训,\n,姓名,学历,培训学时,信息技术培训学时\nT1,甲,本科,3,1\n", 1, 2, []string{"3 T1 bachelor 3"}},
		{"a header of three lines", "花名册,,,,\n工号,基本情况,,培训,\n,姓名,文化,学时,\n,,学历,培训学时,信息技术培训学时\nT1,甲,本科,3,1\n", 2, 4, []string{"5 T1 bachelor 3"}},
		{"names that only both lines together say", "工号,学历,信息技术,\n,,培训学时,实践应用学时\nT1,本科,3,1\n", 1, 2, []string{"3 T1 bachelor unknown"}},
		{"names that are spread to fill the cell", "工 号,学　历,\"培训\n学时\"\nT1,本科,1\n", 1, 1, []string{"2 T1 bachelor 1"}},
		{"a row with a word that is the name of a field as well", "教职工号,姓名,教职工类别,学历\nT1,甲,专任教师,本科\nT2,乙,专任教师,大专\n", 1, 1, []string{"2 T1 bachelor unknown", "3 T2 college unknown"}},
		{"two such words", "教职工号,类别一,类别二,学历\n0001,双师型教师,专任教师,本科\n", 1, 1, []string{"2 0001 bachelor unknown"}},
		{"a title that is the name of a field", "专任教师,,\n工号,学历,培训学时\nT1,本科,1\n", 2, 2, []string{"3 T1 bachelor 1"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			path := written(t, "教师.csv", c.content)
			in, err := importer.Open(usual(), path)
			require.NoError(t, err)
			defer in.Close()
			sheet := in.Files()[0].Sheets[0]
			assert.Equal(t, [2]int64{c.from, c.to}, [2]int64{sheet.From, sheet.To})
			all := imports(t, usual(), path)
			assert.Equal(t, c.rows, all.rows)
			assert.Empty(t, all.faults)
		})
	}
}

func TestTheGroupAboveTheNamesSaysWhichHoursAreMeant(t *testing.T) {
	in, err := importer.Open(usual(), written(t, "教师.csv", "工号,信息技术,\n,培训学时,实践应用学时\nT1,3,1\n"))
	require.NoError(t, err)
	defer in.Close()
	columns := in.Files()[0].Sheets[0].Columns
	assert.Equal(t, "digital_hours", columns[1].Field.Key, "信息技术 above 培训学时")
	assert.Equal(t, "practice_hours", columns[2].Field.Key)
}

// workbook writes a workbook by excelize.
func workbook(t testing.TB, name string, fill func(book *excelize.File)) string {
	t.Helper()
	book := excelize.NewFile()
	defer book.Close()
	fill(book)
	path := written(t, name, "")
	require.NoError(t, book.SaveAs(path))
	return path
}

// put writes lines of cells to a sheet.
func put(t testing.TB, book *excelize.File, sheet string, lines ...[]any) {
	t.Helper()
	for k, cells := range lines {
		at, err := excelize.CoordinatesToCellName(1, k+1)
		require.NoError(t, err)
		require.NoError(t, book.SetSheetRow(sheet, at, &cells))
	}
}

func TestMergedCellsOfAHeaderStandAboveAllTheirColumns(t *testing.T) {
	path := workbook(t, "教师.xlsx", func(book *excelize.File) {
		put(t, book, "Sheet1",
			[]any{"东昌区教师花名册"},
			[]any{"教职工号", "基本情况", "", "培训", ""},
			[]any{"", "姓名", "学历", "信息技术", ""},
			[]any{"", "", "", "培训学时", "实践应用学时"},
			[]any{"0071", "甲", "本科", 3, 1},
			[]any{"0072", "乙", "", 4, 2},
		)
		for _, m := range [][2]string{{"A1", "E1"}, {"A2", "A4"}, {"B2", "C2"}, {"D2", "E2"}, {"B3", "B4"}, {"C3", "C4"}, {"D3", "E3"}, {"C5", "C6"}} {
			require.NoError(t, book.MergeCell("Sheet1", m[0], m[1]))
		}
	})
	in, err := importer.Open(usual(), path)
	require.NoError(t, err)
	defer in.Close()
	sheet := in.Files()[0].Sheets[0]
	assert.Equal(t, [2]int64{3, 4}, [2]int64{sheet.From, sheet.To}, "the lines that the names need")
	assert.Equal(t, "digital_hours", sheet.Columns[3].Field.Key, "信息技术 above 培训学时")
	all := imports(t, usual(), path)
	assert.Equal(t, []string{"5 0071 bachelor unknown", "6 0072 bachelor unknown"}, all.rows, "a cell that is merged with the one below says the same of both")
}

func TestANoteAcrossTheSheetIsOneCell(t *testing.T) {
	all := imports(t, usual(), workbook(t, "教师.xlsx", func(book *excelize.File) {
		put(t, book, "Sheet1", []any{"工号", "学历", "培训学时"}, []any{"T1", "本科", 1}, []any{"注：学时为五年累计"}, []any{"合计", "", 1})
		require.NoError(t, book.MergeCell("Sheet1", "A3", "C3"))
		require.NoError(t, book.MergeCell("Sheet1", "A4", "B4"))
	}))
	assert.Equal(t, []string{"2 T1 bachelor 1"}, all.rows)
	assert.EqualValues(t, 2, all.report.Left)
}

func TestHowATableIsUnderstoodIsSaidBeforeItIsRead(t *testing.T) {
	o := usual()
	o.Rename = map[string]string{"文化水平": "education"}
	in, err := importer.Open(o, written(t, "教师.csv", "教职工号,姓名,文化水平,培训学时,年龄,在岗状态,口味\nT1,甲,21,3,40,在岗,甜\n"))
	require.NoError(t, err)
	defer in.Close()
	assert.Equal(t, "教师.csv（文本表格，UTF-8）\n"+
		"  表，表头在第1行：\n"+
		"    教职工号 → "+rows.NamesRecord.In(bilingual.Chinese)+"\n"+
		"    文化水平 → 学历（数字按“学历代码（2006）”）\n"+
		"    培训学时 → 本周期培训学时\n"+
		"    在岗状态 → "+rows.LeavesOut.In(bilingual.Chinese)+"\n"+
		"    直接识别的列：年龄\n"+
		"    不需要的列：姓名\n"+
		"    不认识的列：口味\n", before(in.Understood(bilingual.Chinese), "    表中没有的字段"))
	assert.Contains(t, in.Understood(bilingual.English), "    文化水平 → level of education (digits by codes of attainment (2006))\n")
	assert.Contains(t, in.Understood(bilingual.English), "    unknown columns: 口味\n")
	assert.Contains(t, in.Understood(bilingual.English), "    fields without a column: stage taught, full-time teacher, ")
}

func before(text, mark string) string {
	text, _, _ = strings.Cut(text, mark)
	return text
}

func TestAHeaderThatCannotBeIsAnErrorWithItsPlace(t *testing.T) {
	for _, c := range []struct{ name, content, says string }{
		{"two columns of one field", "工号,学历,最高学历\nT1,本科,本科\n", "教师.csv，第1行：表头不能用，可用“列名=字段”指明一列的含义，用“列名=”略过一列（“学历”和“最高学历”两列都识别为“学历”：请只留一列）"},
		{"no column of who somebody is", "花名册\n学历,培训学时\n本科,1\n", "教师.csv，第2行：表头不能用，可用“列名=字段”指明一列的含义，用“列名=”略过一列（缺少记录的编号列，如：教职工号、"},
		{"no header", "甲,乙,丙\n1,2,3\n", "教师.csv：没有找到“教师”的表头，应有的列如：任教学段、"},
		{"nothing but who somebody is", "工号,姓名\nT1,甲\n", "没有找到“教师”的表头"},
		{"a header behind twenty-three lines", strings.Repeat("说明一行,,\n", 23) + "工号,学历,培训学时\nT1,本科,1\n", "没有找到“教师”的表头"},
	} {
		_, err := importer.Open(usual(), written(t, "教师.csv", c.content))
		var wrong *importer.FileError
		require.ErrorAs(t, err, &wrong, c.name)
		assert.Contains(t, importer.Explain(err, bilingual.Chinese), c.says, c.name)
		assert.Regexp(t, `^教师\.csv.*[a-z]`, importer.Explain(err, bilingual.English), c.name)
	}
}

func TestAColumnOfAnyNameSaysWhoARecordIsWhereTheCallerSaysSo(t *testing.T) {
	o := usual()
	o.Rename = map[string]string{"身份证号": importer.KeyColumn}
	assert.Equal(t, []string{"2 220502X bachelor 1"}, imports(t, o, written(t, "教师.csv", "身份证号,学历,培训学时\n220502X,本科,1\n")).rows)
}
