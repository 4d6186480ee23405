package main

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
)

func TestAFileThatCannotBeJudgedIsRefused(t *testing.T) {
	for _, c := range []struct {
		name, file string
		zh, en     []string // a line for each thing that is wrong
	}{
		{"an empty file", "\ufeff \n", []string{"文件是空的：第一行应为列名"}, []string{"the file is empty: its first line must name the columns"}},
		{"a file with a header alone", header, []string{"文件只有列名，没有学校"}, []string{"the file has a header and no school"}},
		{"a workbook", "PK\x03\x04...", []string{"这是Excel工作簿：请另存为“CSV UTF-8”"}, []string{"this is a workbook: save it as CSV UTF-8"}},
		{"a file in GB18030", "\xcf\xd8,\xd1\xa7\xd0\xa3\n", []string{"文件不是UTF-8编码：请另存为“CSV UTF-8”"}, []string{"the file is not in UTF-8: save it as CSV UTF-8"}},
		{"neither county nor school has a column", "办学类型\n小学",
			[]string{"缺少“县（市、区）”列：列名应为县（市、区）、县市区、县区、区县、county之一", "缺少“学校”列：列名应为学校、学校名称、校名、school之一"},
			[]string{"the column county is missing: it is called one of 县（市、区）, 县市区, 县区, 区县, county", "the column school is missing: it is called one of 学校, 学校名称, 校名, school"}},
		{"two columns of schools", "县区,学校,校名,办学类型\n甲县,一小,一小,小学",
			[]string{"“学校”和“校名”两列都是学校：请只留一列"}, []string{`columns "学校" and "校名" are both the school: leave one of them`}},
		{"two columns of one field", "县区,学校,办学类型,kind\n甲县,一小,小学,小学",
			[]string{"“办学类型”和“kind”两列都识别为“办学类型”：请只留一列"}, []string{`columns "办学类型" and "kind" both mean the field kind`}},
		{"a school that stands twice in a county, written in full and half width", header + "\n甲县,一小（东）,小学\n乙县,一小（东）,小学\n甲县,一小(东),小学",
			[]string{"第4行：甲县的“一小(东)”在第2行已有：请只留一行"}, []string{`row 4: 甲县 has "一小(东)" in row 2 already: leave one of them`}},
		{"rows without a county or a school, below one that is blank", header + "\n,一小,小学\n\n甲县,,小学",
			[]string{"第2行“县（市、区）”列是空的：应填学校所在的县（市、区）", "第4行“学校”列是空的：应填学校名称"},
			[]string{`row 2, column "县（市、区）" is empty: the county of the school is expected`, `row 4, column "学校" is empty: the name of the school is expected`}},
		{"quotes that do not match", header + "\n甲县,\"一小,小学\n", []string{"第2行引号不成对：含有引号的单元格应整个用引号括起，其中的引号写两次"}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := read(strings.NewReader(c.file))
			require.Error(t, err)
			assert.Equal(t, c.zh, said(err, bilingual.Chinese))
			if c.en != nil {
				english := said(err, bilingual.English)
				require.Len(t, english, len(c.en))
				for i := range c.en {
					assert.Contains(t, english[i], c.en[i])
				}
			}
		})
	}
	_, err := read(strings.NewReader(header + strings.Repeat("\n甲县,,小学", 12)))
	assert.Len(t, said(err, bilingual.English), mostNamed+1, "and how many more")
}

func TestWhatAClerkShouldLookAtIsNotedAndTheRestIsJudged(t *testing.T) {
	for _, c := range []struct {
		name, file string
		notes      []string
	}{
		{"a number that cannot be read", header + "\n甲县,一小,小学,镇区,否,100,五,1,1,450,750,200000,3",
			[]string{"第2行（一小）“小学高于规定学历教师”列：“五”无法识别，应填：整数，单位：教师"}},
		{"a number below one that is blank, and a cell with a line break", header + "\n甲县,\"一\n小\",小学,镇区,否,100,5,1,1,450,750,200000,3\n\n甲县,二小,小学,镇区,否,100,5,1,1,-4,750,200000,3",
			[]string{"第4行（二小）“教学及辅助用房面积”列：“-4”为负数，应填：数字，最多两位小数，单位：平方米"}},
		{"a column that nobody knows", header + ",校长\n甲县,一小,小学,镇区,否,100,5,1,1,450,750,200000,3,张三", []string{"不认识的列，没有读取：校长"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			list, err := read(strings.NewReader(c.file))
			require.NoError(t, err)
			var notes []string
			for _, n := range list.notes {
				if !strings.HasPrefix(n.ZH, "文件中没有的列") {
					notes = append(notes, n.ZH)
				}
			}
			assert.Equal(t, c.notes, notes)
			assert.NotEmpty(t, list.schools)
		})
	}
	f := formOf(t, bilingual.Chinese, header, "甲县,一小,小学,镇区,否,100,五,1,1,450,750,200000,3")
	assert.Contains(t, printed(t, writeText, f), "第2行（一小）")
	one := f.lineOf(t, "一小", indicators.Primary)
	assert.Equal(t, "≥6", one.reachedText(), "six of the others are reached")
}

func TestColumnsAreKnownByTheirNamesInBothLanguagesAndTheirKeys(t *testing.T) {
	want, err := read(strings.NewReader("县（市、区）,学校,办学类型,小学在校生\n甲县,一小,小学,100"))
	require.NoError(t, err)
	for _, file := range []string{
		"\ufeff县（市、区）,学校,办学类型,小学在校生\r\n甲县,一小,小学,100\r\n",
		"county,school,kind,primary_pupils\n甲县,一小,primary-school,100",
		"County,School,Kind of school,Primary pupils\n甲县,一小,小学,100",
		"\"县\n（市、区）\",学校名称,办学类型, 小学在校生 \n甲县,一小,小学,100人",
	} {
		got, err := read(strings.NewReader(file))
		require.NoError(t, err, file)
		assert.Equal(t, want.schools[0].place, got.schools[0].place, file)
		assert.Equal(t, want.schools[0].record, got.schools[0].record, file)
		assert.Len(t, got.notes, 1, "columns that are missing: %s", file)
	}
}
