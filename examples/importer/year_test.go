package importer_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"github.com/eduplan/tonghua/examples/importer"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/indicators/teacher"
)

func TestATableOfAnotherYearIsRefused(t *testing.T) {
	for _, c := range []struct {
		name, file, title string
		other             string // the year that the table is of, or "" where it may be read
	}{
		{"no year at all", "教师.csv", "东昌区教师花名册", ""},
		{"the year in the title", "教师.csv", "东昌区2025年教师花名册", ""},
		{"another year in the title", "教师.csv", "东昌区2024年教师花名册", "2024"},
		{"another year with spaces", "教师.csv", "东昌区 2024 年 教师花名册", "2024"},
		{"both years in the title", "教师.csv", "2024年、2025年教师花名册", ""},
		{"a span that has the year", "教师.csv", "2021—2025年教师培训", ""},
		{"a span of years with the word twice", "教师.csv", "2021年至2025年教师培训", ""},
		{"a span before the year", "教师.csv", "2016—2020年教师培训", "2016"},
		{"the school year that begins then", "教师.csv", "2025—2026学年教师", ""},
		{"the school year that ends then", "教师.csv", "2024-2025学年度教师", ""},
		{"another school year", "教师.csv", "2023-2024学年教师", "2023"},
		{"a school year by its first year alone, which ends then", "教师.csv", "2024学年教师", ""},
		{"an earlier school year", "教师.csv", "2023学年教师", "2023"},
		{"the year in the name of the file", "教师2025.csv", "花名册", ""},
		{"another year in the name of the file", "2024年教师.csv", "花名册", "2024"},
		{"another year by itself in the name", "教师2024.csv", "花名册", "2024"},
		{"the plan's years in the name", "教师2021-2025.csv", "花名册", ""},
		{"other years in the name", "教师_2016-2020_表.csv", "花名册", "2016"},
		{"the title of another year, whatever the name says", "教师2025.csv", "2024年教师花名册", "2024"},
		{"the name of another year, where the title is of the year", "教师2024.csv", "2025年教师花名册", ""},
		{"the day of the export in the name", "教师_20260105.csv", "花名册", ""},
		{"the same with points", "教师2026.01.05.csv", "花名册", ""},
		{"the day on which a form was filled in", "教师.csv", "填表日期：2026年1月5日", ""},
		{"the day on which it was printed", "教师.csv", "打印日期：2026年1月5日", ""},
		{"a number of a document", "教师.csv", "教师〔20240012〕号", ""},
		{"a number of rooms in a title", "教师.csv", "2024人", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			path := written(t, c.file, c.title+",,\n工号,学历,培训学时\nT1,本科,1\n")
			_, err := tried(usual(), path)
			if c.other == "" {
				assert.NoError(t, err)
			} else {
				assert.Equal(t, c.file+"：名称或标题写的是"+c.other+"年，而数据日期是2025-12-31：请核对日期或文件，或指明要读的工作表", importer.Explain(err, bilingual.Chinese))
				assert.Equal(t, c.file+": its name or title says "+c.other+", and the date of the data is 2025-12-31: check the date, or the file, or say which sheets to read", importer.Explain(err, bilingual.English))
			}
			_, err = tried(importer.Usual[teacher.Record](quantity.Date{}), path)
			assert.NoError(t, err, "without a date nothing is asked")
		})
	}
}

func TestASheetOfAnotherYearIsRefusedUnlessOthersAreNamed(t *testing.T) {
	path := workbook(t, "教师.xlsx", func(book *excelize.File) {
		require.NoError(t, book.SetSheetName("Sheet1", "2024"))
		_, err := book.NewSheet("2025年")
		require.NoError(t, err)
		put(t, book, "2024", []any{"工号", "学历"}, []any{"T1", "本科"})
		put(t, book, "2025年", []any{"工号", "学历"}, []any{"T1", "大专"})
	})
	_, err := tried(usual(), path)
	assert.ErrorContains(t, err, `sheet "2024"`)
	assert.Contains(t, importer.Explain(err, bilingual.Chinese), "工作表“2024”：名称或标题写的是2024年")
	o := usual()
	o.Sheets = []string{"2025年"}
	assert.Equal(t, []string{"2 T1 college unknown"}, imports(t, o, path).rows)
}

func TestADayOfBirthIsReadWhereThereIsNoAge(t *testing.T) {
	for _, c := range []struct{ name, content, age string }{
		{"the age is there", "工号,出生日期,年龄\nT1,1980-01-01,44\n", "44"},
		{"the age is not there", "工号,出生日期,学历\nT1,1980-01-01,本科\n", "45"},
		{"of a month the age is certain", "工号,出生年月,学历\nT1,1980.01,本科\n", "45"},
	} {
		in, err := importer.Open(usual(), written(t, "教师.csv", c.content))
		require.NoError(t, err)
		for row, err := range in.Rows() {
			require.NoError(t, err)
			assert.Equal(t, c.age, row.Record.Age.String(), c.name)
		}
		require.NoError(t, in.Close())
	}
	midyear := importer.Usual[teacher.Record](quantity.DateOf(2025, time.June, 30))
	_, err := tried(midyear, written(t, "教师.csv", "2024学年教师花名册,\n工号,学历\nT1,本科\n"))
	assert.NoError(t, err, "the school year 2024 ends in the summer of 2025")
}

func TestWhatAColumnMeansCanBeSaid(t *testing.T) {
	content := "工号,文化水平,最高学历,备用学时,区县\nT1,本科,大专,3,东昌\n"
	o := usual()
	o.Rename = map[string]string{"文化水平": "education", "最高学历": "", "备用学时": "training_hours"}
	o.Carry = [][]string{{"县区", "区县"}}
	path := written(t, "教师.csv", content)
	assert.Equal(t, []string{"2 T1 bachelor 3 东昌"}, imports(t, o, path).rows)
	assert.Equal(t, "\ufeff工号,县区,学历,本周期培训学时\nT1,东昌,本科,3\n", imports(t, o, path).clean)
	in, err := importer.Open(o, path)
	require.NoError(t, err)
	defer in.Close()
	assert.Contains(t, in.Understood(bilingual.Chinese), "    保留的列：区县\n    不需要的列：最高学历\n", "columns that are kept are known")

	o.Rename = map[string]string{"文化水平": "educaton"}
	_, err = importer.Open(o, path)
	assert.ErrorContains(t, err, "文化水平=educaton: the subject teachers has no such field; its fields are stage taught (stage)")
	o.Rename, o.Carry = nil, [][]string{{"乡镇", "街道"}}
	_, err = importer.Open(o, path)
	assert.Equal(t, "教师.csv，第1行：没有“乡镇、街道”列；表中的列有：工号、文化水平、最高学历、备用学时、区县", importer.Explain(err, bilingual.Chinese))
	assert.Equal(t, "教师.csv, row 1: no column 乡镇 or 街道; the columns are 工号, 文化水平, 最高学历, 备用学时, 区县", importer.Explain(err, bilingual.English))
	o.Rename, o.Carry = map[string]string{"文化水平": "education"}, nil
	_, err = importer.Open(o, path)
	assert.ErrorContains(t, err, `columns "文化水平" and "最高学历" both mean the field education`)
}
