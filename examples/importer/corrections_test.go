package importer_test

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"github.com/eduplan/tonghua/examples/importer"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/teacher"
)

// wrong is a table with three rows to correct: a word, a key twice and no key.
const wrong = "东昌区教师,,,\n教职工号,姓名,学历,培训学时\nT1,甲,本科,1\nT2,乙,本科肄业,2\nT1,丙,大专,3\n,丁,大专,4\nT5,戊,硕士,5\n"

// right is the same as if it had been right from the beginning.
const right = "东昌区教师,,,\n教职工号,姓名,学历,培训学时\nT1,甲,本科,1\nT2,乙,高中,2\nT3,丙,大专,3\nT4,丁,大专,4\nT5,戊,硕士,5\n"

// sheetOf writes the rows that were refused, of some files, as a file of that name.
func sheetOf(t *testing.T, o importer.Options[teacher.Record], name string, l bilingual.Language, paths ...string) string {
	t.Helper()
	in, err := importer.Open(o, paths...)
	require.NoError(t, err)
	defer in.Close()
	var out bytes.Buffer
	refusals := importer.NewRefusals(&out, in, filepath.Ext(name) == ".csv", l)
	for row, err := range in.Rows() {
		require.NoError(t, err)
		refusals.Write(row)
	}
	require.NoError(t, refusals.Close())
	assert.Equal(t, in.Report().Refused, refusals.Rows())
	return written(t, name, out.String())
}

// corrected is what a clerk makes of a sheet of refused rows: texts of cells by what stood there.
func corrected(t *testing.T, path string, change func(row int, cells []string)) string {
	t.Helper()
	if filepath.Ext(path) == ".csv" {
		content, err := os.ReadFile(path)
		require.NoError(t, err)
		lines, err := csv.NewReader(bytes.NewReader(content)).ReadAll()
		require.NoError(t, err)
		for k := range lines {
			change(k, lines[k])
		}
		var out bytes.Buffer
		require.NoError(t, csv.NewWriter(&out).WriteAll(lines))
		return written(t, filepath.Base(path), out.String())
	}
	book, err := excelize.OpenFile(path)
	require.NoError(t, err)
	defer book.Close()
	name := book.GetSheetName(0)
	list, err := book.GetRows(name)
	require.NoError(t, err)
	for k, cells := range list {
		change(k, cells)
		for c, text := range cells {
			at, _ := excelize.CoordinatesToCellName(c+1, k+1)
			require.NoError(t, book.SetCellStr(name, at, text))
		}
	}
	out := filepath.Join(t.TempDir(), filepath.Base(path))
	require.NoError(t, book.SaveAs(out))
	return out
}

// The first columns of a sheet of refused rows are file, digest, sheet, row, columns to
// correct, values found, expected; behind them stand those of the table.
const key, education = 7, 9

func correct(row int, cells []string) {
	switch row {
	case 1:
		cells[education] = "高中"
	case 2:
		cells[key] = "T3"
	case 3:
		cells[key] = "T4"
	}
}

func TestRowsThatWereRefusedComeBackCorrected(t *testing.T) {
	want := imports(t, usual(), written(t, "教师.csv", right)).clean
	for _, name := range []string{"退回.csv", "退回.xlsx"} {
		for _, l := range []bilingual.Language{bilingual.Chinese, bilingual.English} {
			t.Run(name+" "+l.String(), func(t *testing.T) {
				original := written(t, "教师.csv", wrong)
				first := imports(t, usual(), original)
				assert.EqualValues(t, 3, first.report.Refused)
				refused := sheetOf(t, usual(), name, l, original)
				back := corrected(t, refused, correct)

				all := imports(t, usual(), original, back)
				assert.Empty(t, all.faults)
				assert.EqualValues(t, 5, all.report.Rows)
				assert.EqualValues(t, 3, all.report.Corrected)
				assert.Equal(t, want, all.clean, "as if the file had been right")

				before := imports(t, usual(), back, original)
				assert.Equal(t, all.clean, before.clean, "whichever is given first")
				twice := imports(t, usual(), original, back, original, back, written(t, "又一份.csv", wrong), corrected(t, refused, correct))
				assert.Equal(t, all.clean, twice.clean, "given twice they change nothing")
				assert.Empty(t, twice.faults)

				renamed := imports(t, usual(), written(t, "教师（最终版）.csv", wrong), back)
				assert.Equal(t, all.clean, renamed.clean, "a file is known by what it holds")

				alone := imports(t, usual(), back)
				assert.Equal(t, []string{"4 T2 senior-high 2", "5 T3 college 3", "6 T4 college 4"}, alone.rows, "given alone they are the table")

				again := imports(t, usual(), written(t, "清洁.csv", all.clean))
				assert.Equal(t, all.clean, again.clean, "what is clean is read again as it is")
			})
		}
	}
}

func TestARowThatIsStillWrongIsRefusedAgainFromWhereItStoodFirst(t *testing.T) {
	original := written(t, "教师.csv", wrong)
	first := corrected(t, sheetOf(t, usual(), "退回.xlsx", bilingual.Chinese, original), func(row int, cells []string) {
		switch row {
		case 1:
			cells[education] = "不详的"
		case 2:
			cells[key] = "T3"
		case 3:
			cells[key] = "T3"
		}
	})
	all := imports(t, usual(), original, first)
	assert.Equal(t, []string{
		"教师.csv 第4行（T2）“学历”列：“不详的”不在代码表内，应填：未上过学、小学毕业、初中毕业、高中阶段毕业、大专、本科、硕士研究生、博士研究生",
		"教师.csv 第6行（T3）：编号与教师.csv第5行重复",
	}, all.faults)
	second := corrected(t, sheetOf(t, usual(), "退回2.xlsx", bilingual.Chinese, original, first), func(row int, cells []string) {
		switch row {
		case 1:
			assert.Equal(t, []string{"教师.csv", "4"}, []string{cells[0], cells[3]}, "its place is that of the first file")
			cells[education] = "高中"
		case 2:
			cells[key] = "T4"
		}
	})
	all = imports(t, usual(), original, first, second)
	assert.Empty(t, all.faults)
	assert.Equal(t, imports(t, usual(), original, corrected(t, sheetOf(t, usual(), "退回.xlsx", bilingual.Chinese, original), correct)).report.Rows, all.report.Rows)
	assert.Contains(t, all.clean, "T2,高中阶段毕业,2")
}

func TestCorrectionsThatFitNowhereAreRefused(t *testing.T) {
	original := written(t, "教师.csv", wrong)
	refused := sheetOf(t, usual(), "退回.xlsx", bilingual.Chinese, original)
	for _, c := range []struct {
		name   string
		change func(row int, cells []string)
		says   string
	}{
		{"the row is a text", func(row int, cells []string) { cells[3] = strings.Replace(cells[3], "4", "第四", 1) }, "“文件指纹”“行”两列不能改动"},
		{"the digest is gone", func(row int, cells []string) {
			if row == 2 {
				cells[1] = ""
			}
		}, "退回.xlsx，工作表“退回”，第3行：退回表的“文件指纹”“行”两列不能改动"},
		{"the row is another one, which is not there", func(row int, cells []string) {
			if row == 2 {
				cells[3] = "50"
			}
		}, "退回.xlsx，工作表“退回”，第3行：要更正的“教师.csv第50行”不在读取的内容中"},
		{"the row is that of the title", func(row int, cells []string) {
			if row == 2 {
				cells[3] = "1"
			}
		}, "“教师.csv第1行”不在读取的内容中"},
		{"the sheet is another one", func(row int, cells []string) {
			if row == 2 {
				cells[2] = "一中"
			}
		}, "“教师.csv“一中”第5行”不在读取的内容中"},
	} {
		_, err := tried(usual(), original, corrected(t, refused, c.change))
		if assert.Error(t, err, c.name) {
			assert.Contains(t, importer.Explain(err, bilingual.Chinese), c.says, c.name)
			assert.Regexp(t, "must stay as they were", importer.Explain(err, bilingual.English), c.name)
		}
	}
	_, err := tried(usual(), written(t, "教师.csv", strings.Replace(wrong, "戊", "己", 1)), refused)
	assert.ErrorContains(t, err, `this row was refused from another "教师.csv"`, "the file has changed since")
	assert.Contains(t, importer.Explain(err, bilingual.Chinese), "这一行是按另一份“教师.csv”退回的")
}

func TestACorrectedRowWhoseFileIsNotGivenIsNotCountedBesideOthers(t *testing.T) {
	one, two := written(t, "甲校.csv", "工号,学历\nA1,本科肄业\n"), written(t, "乙校.csv", "工号,学历\nB1,大专\n")
	back := sheetOf(t, usual(), "退回.xlsx", bilingual.Chinese, one)
	_, err := tried(usual(), two, back)
	assert.Contains(t, importer.Explain(err, bilingual.Chinese), "请一并给出当时的文件，或单独导入退回表")
	assert.EqualValues(t, 1, imports(t, usual(), back).report.Rows, "alone they are a table")
	assert.EqualValues(t, 1, imports(t, usual(), sheetOf(t, usual(), "甲校.csv", bilingual.Chinese, one)).report.Rows, "whatever the sheet is called")
}

func TestSchoolsCallTheirFilesAlike(t *testing.T) {
	one, two := written(t, "教师.csv", "工号,学历\nA1,本科肄业\n"), written(t, "教师.csv", "工号,学历\nB1,本科肄业\nB2,大专\n")
	back := corrected(t, sheetOf(t, usual(), "退回.xlsx", bilingual.Chinese, one, two), func(row int, cells []string) {
		if row > 0 {
			cells[len(cells)-1] = "高中"
		}
	})
	all := imports(t, usual(), one, two, back)
	assert.Empty(t, all.faults)
	assert.EqualValues(t, 3, all.report.Rows)
}

func TestSheetsThatCallAColumnDifferentlyHaveOneInTheSheetOfRefusedRows(t *testing.T) {
	o := usual()
	o.Carry = [][]string{{"区县", "县区"}}
	paths := []string{written(t, "甲.csv", "工号,学历,区县\nA1,本科肄业,东昌\n"), written(t, "乙.csv", "县区,最高学历,教职工号\n西昌,本科肄业,B1\n")}
	for _, name := range []string{"退回.xlsx", "退回.csv"} {
		back := corrected(t, sheetOf(t, o, name, bilingual.Chinese, paths...), func(row int, cells []string) {
			for k, text := range cells {
				if row > 0 && k >= key && text == "本科肄业" {
					cells[k] = "高中"
				}
			}
		})
		all := imports(t, o, append(paths, back)...)
		assert.Equal(t, []string{"2 A1 senior-high unknown 东昌", "2 B1 senior-high unknown 西昌"}, all.rows)
		assert.Empty(t, all.faults)
	}
}

func TestCellsThatBeginLikeFormulasSurvive(t *testing.T) {
	o := usual()
	o.Carry = [][]string{{"说明"}}
	marks := []string{"=1+1", "+86", "-", "@甲", "'乙"}
	content := "工号,学历,说明\n"
	for _, mark := range marks {
		content += "K" + mark + ",本科肄业," + mark + "\n" + mark + "K,大专," + mark + "\n"
	}
	var original string
	for _, kind := range []string{"csv", "xlsx"} {
		if original = written(t, "教师.csv", content); kind == "xlsx" {
			original = workbook(t, "教师.xlsx", func(book *excelize.File) {
				for k, line := range strings.Split(strings.TrimSpace(content), "\n") {
					at, _ := excelize.CoordinatesToCellName(1, k+1)
					cells := strings.Split(line, ",")
					require.NoError(t, book.SetSheetRow("Sheet1", at, &cells))
				}
			})
		}
		for _, name := range []string{"退回.xlsx", "退回.csv"} {
			back := corrected(t, sheetOf(t, o, name, bilingual.Chinese, original), func(row int, cells []string) {
				if row > 0 {
					cells[8] = "高中"
				}
			})
			all := imports(t, o, original, back)
			assert.Empty(t, all.faults, "%s %s", kind, name)
			var want []string
			for k, mark := range marks {
				want = append(want, fmt.Sprintf("%d K%s senior-high unknown %s", 2*k+2, mark, mark), fmt.Sprintf("%d %sK college unknown %s", 2*k+3, mark, mark))
			}
			assert.Equal(t, want, all.rows, "%s %s", kind, name)
			again := imports(t, o, written(t, "清洁.csv", all.clean))
			assert.Equal(t, all.clean, again.clean, "%s %s", kind, name)
		}
	}
}
