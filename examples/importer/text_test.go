package importer_test

import (
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"

	"github.com/eduplan/tonghua/examples/importer"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/teacher"
)

// written is a file of that name and content.
func written(t testing.TB, name, content string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	require.NoError(t, os.WriteFile(path, []byte(content), 0o600))
	return path
}

// usual are the options of most tests.
func usual() importer.Options[teacher.Record] { return importer.Usual[teacher.Record](asOf) }

// imported is what was read of some files.
type imported struct {
	rows   []string // row, key, education and training hours, and * where anything is wrong
	faults []string
	report importer.Report
	clean  string
	again  string // the rows that were refused, as CSV
}

// imports reads files to their end.
func imports(t testing.TB, o importer.Options[teacher.Record], paths ...string) (all imported) {
	t.Helper()
	all, err := tried(o, paths...)
	require.NoError(t, err)
	r := all.report
	require.Equal(t, r.Lines, r.Blank+r.Left+r.Corrected+r.Rows, "no line is lost")
	return all
}

// known is a value as text.
func known(value fmt.Stringer) string { return cmp.Or(value.String(), "unknown") }

func tried(o importer.Options[teacher.Record], paths ...string) (all imported, err error) {
	in, err := importer.Open(o, paths...)
	if err != nil {
		return all, err
	}
	defer in.Close()
	var cleaned, refused strings.Builder
	clean, refusals := importer.NewClean(&cleaned, in, bilingual.Chinese), importer.NewRefusals(&refused, in, true, bilingual.Chinese)
	for row, err := range in.Rows() {
		if err != nil {
			return all, err
		}
		text := fmt.Sprint(row.Place.Row, " ", row.Key, " ", known(row.Record.Education), " ", known(row.Record.TrainingHours))
		if len(row.Carried) > 0 {
			text += " " + strings.Join(row.Carried, "|")
		}
		if len(row.Faults) > 0 {
			text += " *"
		}
		all.rows = append(all.rows, text)
		for _, f := range row.Faults {
			all.faults = append(all.faults, row.Place.File+" "+f.String())
		}
		clean.Write(row)
		refusals.Write(row)
	}
	if err := clean.Close(); err != nil {
		return all, err
	}
	if err := refusals.Close(); err != nil {
		return all, err
	}
	all.report, all.clean, all.again = in.Report(), cleaned.String(), refused.String()
	return all, nil
}

// staff is a small table whose names need GB18030: 䶮 and 𠮷 are in no smaller code.
const staff = "教职工号,姓名,学历,本周期培训学时,备注\n" +
	"0071,刘䶮,本科,360,\n" +
	"0072,𠮷田,硕士研究生,72.5,\"一、调入\n二、“专家”\"\n" +
	"\n" +
	"0073,王芳,大专,\"1,200\",\n"

var staffRows = []string{"2 0071 bachelor 360", "3 0072 master 72.5", "5 0073 college 1200"}

func TestAnOfficeSavesATextInAnyOfItsWays(t *testing.T) {
	encoded := func(e encoding.Encoding, text string) string {
		out, err := e.NewEncoder().String(text)
		require.NoError(t, err)
		return out
	}
	separated := func(with string) string {
		return strings.ReplaceAll(strings.ReplaceAll(strings.ReplaceAll(staff, `"1,200"`, "1200"), ",", with), "1200", `"1,200"`)
	}
	little, big := unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
	for _, c := range []struct{ name, content, format string }{
		{"UTF-8", staff, "UTF-8"},
		{"UTF-8 with its mark", "\ufeff" + staff, "UTF-8"},
		{"UTF-16 of Windows with its mark", encoded(little, "\ufeff"+staff), "UTF-16"},
		{"UTF-16 of Windows without a mark", encoded(little, staff), "UTF-16"},
		{"UTF-16 of other systems with its mark", encoded(big, "\ufeff"+staff), "UTF-16"},
		{"UTF-16 of other systems without a mark", encoded(big, staff), "UTF-16"},
		{"Unicode text, as Excel calls it", encoded(little, "\ufeff"+separated("\t")), "UTF-16"},
		{"GB18030", encoded(simplifiedchinese.GB18030, staff), "GB18030"},
		{"tabs", separated("\t"), "UTF-8"},
		{"semicolons", separated(";"), "UTF-8"},
		{"upright lines", separated("|"), "UTF-8"},
		{"line ends of Windows", strings.ReplaceAll(staff, "\n", "\r\n"), "UTF-8"},
		{"line ends of old Macintoshes", strings.ReplaceAll(staff, "\n", "\r"), "UTF-8"},
		{"GB18030 with line ends of Windows", encoded(simplifiedchinese.GB18030, strings.ReplaceAll(staff, "\n", "\r\n")), "GB18030"},
		{"no line end at the end", strings.TrimSuffix(staff, "\n"), "UTF-8"},
		{"cells that Excel is to take for texts", strings.ReplaceAll(strings.ReplaceAll(staff, "\n007", "\n=\"007"), ",刘䶮", "\",刘䶮"), "UTF-8"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if c.name == "cells that Excel is to take for texts" {
				c.content = strings.NewReplacer(`="0072`, `="0072"`, `="0073`, `"=""0073"""`).Replace(c.content)
			}
			path := written(t, "教师.csv", c.content)
			all := imports(t, usual(), path)
			assert.Equal(t, staffRows, all.rows)
			assert.Empty(t, all.faults)
			assert.EqualValues(t, 3, all.report.Rows)
			in, err := importer.Open(usual(), path)
			require.NoError(t, err)
			defer in.Close()
			assert.Contains(t, in.Understood(bilingual.Chinese), "（文本表格，"+c.format+"）")
			assert.Contains(t, in.Understood(bilingual.English), "(text, "+c.format+")")
		})
	}
}

func TestTheSeparatorStandsInTheFirstLineWhereExcelWroteIt(t *testing.T) {
	for sep, name := range map[string]string{";": "a semicolon", "\t": "a tab", ",": "a comma"} {
		all := imports(t, usual(), written(t, "教师.csv", "sep="+sep+"\r\n"+strings.Join([]string{"工号", "学历", "培训学时"}, sep)+"\r\n"+strings.Join([]string{"T1", "本科", "8"}, sep)+"\r\n"))
		assert.Equal(t, []string{"3 T1 bachelor 8"}, all.rows, name)
	}
}

func TestRowsAreNumberedAsExcelShowsThem(t *testing.T) {
	all := imports(t, usual(), written(t, "教师.csv", "\n东昌区教师花名册\n\n工号,姓名,学历,培训学时\n\n\n"+
		"T1,\"甲\n\n乙\",本科,1\n\nT2,\"\n\",本科,2\n,,,\n   \nT3,\"丙\n\",本科,\"3\n\"\nT4,丁,本科,x\n"))
	assert.Equal(t, []string{"7 T1 bachelor 1", "9 T2 bachelor 2", "12 T3 bachelor 3", "13 T4 bachelor invalid: unreadable *"}, all.rows)
	assert.Equal(t, []string{"教师.csv 第13行（T4）“培训学时”列：“x”无法识别，应填：数字，最多两位小数，单位：学时"}, all.faults)
}

func TestWhatStandsBetweenQuotationMarksStays(t *testing.T) {
	all := imports(t, importer.Options[teacher.Record]{Table: usual().Table, Carry: [][]string{{"说明"}}}, written(t, "教师.csv",
		"工号,学历,说明,培训学时\nT1,本科,\"a,=\"\"b\"\",c\",1\nT2,本科,=\"\",2\n=\"T3\",本科,\"=\",3\nT4,本科,=1+1,4\nT5,本科,'=1,5\n"))
	assert.Equal(t, []string{`2 T1 bachelor 1 a,="b",c`, "3 T2 bachelor 2 ", "4 T3 bachelor 3 =", "5 T4 bachelor 4 =1+1", "6 T5 bachelor 5 =1"}, all.rows)
	assert.Empty(t, all.faults)
}

func TestLongTablesAreReadInEachEncoding(t *testing.T) {
	var b strings.Builder
	b.WriteString("工号,姓名,学历,培训学时\r\n")
	for n := range 20000 { // so that marks fall on the ends of all buffers
		fmt.Fprintf(&b, "=\"%06d\",\"王\r\n一\"\"%s\",本科,%d\r\n", n, strings.Repeat("䶮", n%7), n%500)
	}
	for _, e := range []encoding.Encoding{encoding.Nop, simplifiedchinese.GB18030, unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)} {
		content, err := e.NewEncoder().String(b.String())
		require.NoError(t, err)
		all := imports(t, usual(), written(t, "教师.csv", content))
		require.Len(t, all.rows, 20000)
		for n, row := range all.rows {
			require.Equal(t, fmt.Sprintf("%d %06d bachelor %d", n+2, n, n%500), row)
		}
	}
}
