package importer_test

import (
	"archive/zip"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"github.com/eduplan/tonghua/examples/importer"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/rows"
	"github.com/eduplan/tonghua/indicators/teacher"
)

const (
	officeNS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	mainNS   = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
)

// partsOf are the parts of a workbook of one sheet 教师 with that XML in its sheetData.
func partsOf(data string) map[string]string {
	return map[string]string{
		"[Content_Types].xml": `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>` +
			`<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`,
		"_rels/.rels":                `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="` + officeNS + `/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
		"xl/workbook.xml":            `<workbook xmlns="` + mainNS + `" xmlns:r="` + officeNS + `"><sheets><sheet name="教师" sheetId="1" r:id="rId1"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="` + officeNS + `/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="` + officeNS + `/styles" Target="styles.xml"/></Relationships>`,
		"xl/worksheets/sheet1.xml":   `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n" + `<worksheet xmlns="` + mainNS + `"><sheetData>` + data + `</sheetData></worksheet>`,
	}
}

// zipped packs parts into a file.
func zipped(t testing.TB, name string, parts map[string]string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	out, err := os.Create(path)
	require.NoError(t, err)
	archive := zip.NewWriter(out)
	for _, part := range slices.Sorted(maps.Keys(parts)) {
		w, err := archive.Create(part)
		require.NoError(t, err)
		_, err = w.Write([]byte(parts[part]))
		require.NoError(t, err)
	}
	require.NoError(t, archive.Close())
	require.NoError(t, out.Close())
	return path
}

// inline are the cells of a row as inline texts, or as numbers with a style: "12|3".
func inline(row int, cells ...string) string {
	var b strings.Builder
	fmt.Fprintf(&b, `<row r="%d">`, row)
	for c, text := range cells {
		at, _ := excelize.CoordinatesToCellName(c+1, row)
		switch value, style, number := strings.Cut(text, "|"); {
		case strings.HasPrefix(text, "<"):
			fmt.Fprintf(&b, `<c r="%s"%s</c>`, at, strings.TrimPrefix(text, "<"))
		case number:
			fmt.Fprintf(&b, `<c r="%s" s="%s"><v>%s</v></c>`, at, style, value)
		case text != "":
			fmt.Fprintf(&b, `<c r="%s" t="inlineStr"><is><t>%s</t></is></c>`, at, text)
		}
	}
	return b.String() + "</row>"
}

// styled are styles whose formats have these codes, from style 1 on.
func styled(codes ...string) string {
	formats, cells := "", `<xf numFmtId="0"/>`
	for k, code := range codes {
		id := fmt.Sprint(200 + k)
		if _, err := strconv.Atoi(code); err == nil {
			id = code // of a format that every program knows
		} else {
			formats += fmt.Sprintf(`<numFmt numFmtId="%s" formatCode="%s"/>`, id, strings.ReplaceAll(strings.ReplaceAll(code, `"`, "&quot;"), "<", "&lt;"))
		}
		cells += `<xf numFmtId="` + id + `"/>`
	}
	return `<styleSheet xmlns="` + mainNS + `"><numFmts>` + formats + `</numFmts><cellXfs>` + cells + `</cellXfs></styleSheet>`
}

// cellOf reads a workbook with one teacher, whose hours and year of appointment stand in
// cells of a style, and says what the two fields are.
func cellOf(t *testing.T, value, format string, with func(parts map[string]string)) (hours, year string, faults []string) {
	t.Helper()
	parts := partsOf(inline(1, "工号", "培训学时", "出生日期") + inline(2, "T1", value+"|1", value+"|1"))
	parts["xl/styles.xml"] = styled(format)
	if with != nil {
		with(parts)
	}
	in, err := importer.Open(usual(), zipped(t, "教师.xlsx", parts))
	require.NoError(t, err)
	defer in.Close()
	for row, err := range in.Rows() {
		require.NoError(t, err)
		for _, f := range row.Faults {
			faults = append(faults, f.String())
		}
		return known(row.Record.TrainingHours), known(row.Record.Age), faults
	}
	return "", "", nil
}

func TestNumbersAreReadAsTheyAreStoredAndNotAsTheyAreShown(t *testing.T) {
	for _, c := range []struct{ stored, format, hours string }{
		{"1.1000000000000001", "0.00", "1.1"}, {"0.30000000000000004", "0.00", "0.3"},
		{"359.6", "0", "359.6"}, {"359.60000000000002", "0;[Red]-0", "359.6"}, {"72.5", "0_ ", "72.5"},
		{"12", "G/通用格式", "12"}, {"12", `G/通用格式"学时"`, "12"}, {"12", `0"学时"`, "12"}, {"12", `0"d"`, "12"}, {"12", `0\d`, "12"},
		{"1200", "#,##0", "1200"}, {"12", "[DBNum1][$-804]General", "12"}, {"12", `"第"0"个"`, "12"}, {"0.5", "0%", "0.5"}, {"12", "@", "12"},
		{"12", "[>=100]0;[<100]0.0", "12"}, {"1E2", "General", "100"}, {"12", "49", "12"}, {"12", "10", "12"},
	} {
		hours, _, faults := cellOf(t, c.stored, c.format, nil)
		assert.Equal(t, c.hours, hours, "%s as %s", c.stored, c.format)
		assert.Len(t, faults, 1, "a number is no day of birth: %s as %s", c.stored, c.format)
	}
}

func TestDatesAreReadInEachFormat(t *testing.T) {
	// 29221 is 1 January 1980; on 31 December 2025 the person is 45.
	for _, format := range []string{"14", "31", "57", "22", `yyyy"年"m"月"d"日"`, `[$-804]yyyy"年"m"月"d"日";@`, `[$-F800]dddd\,\ mmmm\ dd\,\ yyyy`, `yyyy\-mm\-dd`, "yyyy/m/d;@", `[DBNum1][$-804]yyyy"年"m"月"d"日";@`, "m/d/yy h:mm", "yyyy.mm"} {
		hours, age, faults := cellOf(t, "29221", format, nil)
		assert.Equal(t, "45", age, format)
		assert.Equal(t, "invalid: unreadable", hours, "a day is no number of hours: %s", format)
		assert.Equal(t, []string{"第2行（T1）“培训学时”列：“1980-01-01”无法识别，应填：数字，最多两位小数，单位：学时"}, faults, "a format with a comma does not change it: %s", format)
	}
	_, age, _ := cellOf(t, "29221.75", "22", nil)
	assert.Equal(t, "45", age, "with a time of day")
	_, age, _ = cellOf(t, "27759", "14", func(parts map[string]string) {
		parts["xl/workbook.xml"] = strings.Replace(parts["xl/workbook.xml"], "<sheets>", `<workbookPr date1904="1"/><sheets>`, 1)
	})
	assert.Equal(t, "45", age, "a workbook of old Macintoshes counts days from 1904")
}

func TestWhatExcelMadeADayIsNoNumber(t *testing.T) {
	hours, _, faults := cellOf(t, "46042", "58", nil) // 1-20, typed for one of twenty
	assert.Equal(t, "invalid: unreadable", hours)
	assert.Contains(t, strings.Join(faults, "\n"), "“2026-01-20”无法识别")
	hours, _, faults = cellOf(t, "15", "[h]:mm:ss", nil) // 360:00
	assert.Equal(t, "invalid: unreadable", hours, "a time that has passed is no number of hours")
	assert.NotEmpty(t, faults)
}

// one is the only row of a table, and how a cell of the hours is refused.
func one(t *testing.T, header, cells []string) (row string, faults []string) {
	t.Helper()
	all := imports(t, usual(), zipped(t, "教师.xlsx", partsOf(inline(1, header...)+inline(2, cells...))))
	require.Len(t, all.rows, 1)
	return all.rows[0], all.faults
}

func TestKindsOfCells(t *testing.T) {
	header := []string{"工号", "学历", "培训学时", "是否双师型"}
	for _, c := range []struct {
		name       string
		key, hours string
		row        string
		fault      string
	}{
		{"a number with noughts before it, as a text", "0071", "1|0", "2 0071 unknown 1", ""},
		{"a number of eighteen digits, as a text", "220502198001010012", "1|0", "2 220502198001010012 unknown 1", ""},
		{"a short number of a person, as a number", "71|0", "1|0", "2 71 unknown 1", ""},
		{"a number of seventeen digits, as a number", "22050219800101001|0", "1|0", "2  unknown 1 *", "“工号”列：“2.2050219800101E+16”无法识别，应填：完整的编号，单元格设为文本格式"},
		{"a number as Excel shows it when it is long", "2.20502E+17", "1|0", "2  unknown 1 *", "“工号”列：“2.20502E+17”无法识别"},
		{"no value", "T1", `< t="e"><v>#N/A</v>`, "2 T1 unknown unknown", ""},
		{"a division by nought", "T1", `< t="e"><v>#DIV/0!</v>`, "2 T1 unknown invalid: unreadable *", "“培训学时”列：“#DIV/0!”无法识别"},
		{"a formula with its result", "T1", `<><f>1+2</f><v>3</v>`, "2 T1 unknown 3", ""},
		{"a formula whose result is a text", "T1", `< t="str"><f>A1</f><v>3</v>`, "2 T1 unknown 3", ""},
		{"a formula whose result is no text", "T1", `< t="str"><f>""</f><v></v>`, "2 T1 unknown unknown", ""},
		{"a formula that nobody has calculated", "T1", `<><f>1+2</f>`, "2 T1 unknown invalid: unreadable *", "“培训学时”列：“=公式没有结果”无法识别"},
		{"the same from openpyxl", "T1", `<><f>1+2</f><v></v>`, "2 T1 unknown invalid: unreadable *", "“培训学时”列：“=公式没有结果”无法识别"},
		{"the same in a shorter form", "T1", `<><f>1+2</f><v/>`, "2 T1 unknown invalid: unreadable *", "“培训学时”列：“=公式没有结果”无法识别"},
		{"the same for who somebody is", `<><f>A1</f>`, "1|0", "2  unknown 1 *", "“工号”列：“=公式没有结果”无法识别，应填：完整的编号"},
		{"yes, as Excel has it", "T1", `< t="b"><v>1</v>`, "2 T1 unknown invalid: unreadable *", "“TRUE”"},
		{"rich text", "T1", `< t="inlineStr"><is><r><t>1</t></r><r><t>2</t></r></is>`, "2 T1 unknown 12", ""},
		{"a day of the standard", "T1", `< t="d"><v>2025-06-30</v>`, "2 T1 unknown invalid: unreadable *", "“2025-06-30”"},
	} {
		row, faults := one(t, header, []string{c.key, "", c.hours})
		assert.Equal(t, c.row, row, c.name)
		if c.fault == "" {
			assert.Empty(t, faults, c.name)
		} else if assert.Len(t, faults, 1, c.name) {
			assert.Contains(t, faults[0], c.fault, c.name)
		}
	}
	in, err := importer.Open(usual(), zipped(t, "教师.xlsx", partsOf(inline(1, header...)+inline(2, "T1", "", "", `< t="b"><v>1</v>`))))
	require.NoError(t, err)
	defer in.Close()
	for row, err := range in.Rows() {
		require.NoError(t, err)
		assert.Equal(t, "yes", row.Record.DualQualified.String(), "a box that is ticked")
	}
}

func TestFormulasOfColumnsThatNobodyReadsDoNotMatter(t *testing.T) {
	row, faults := one(t, []string{"工号", "培训学时", "折算"}, []string{"T1", "1|0", `<><f>B2*2</f>`})
	assert.Equal(t, "2 T1 unknown 1", row)
	assert.Empty(t, faults)
}

func TestRowsThatAreNotWrittenAreCounted(t *testing.T) {
	all := imports(t, usual(), zipped(t, "教师.xlsx", partsOf(inline(3, "工号", "培训学时")+inline(5, "T1", "1|0")+`<row r="6"/>`+inline(90, "T2", "2|0"))))
	assert.Equal(t, []string{"5 T1 unknown 1", "90 T2 unknown 2"}, all.rows)
	all = imports(t, usual(), zipped(t, "教师.xlsx", partsOf(`<row><c t="inlineStr"><is><t>工号</t></is></c><c t="inlineStr"><is><t>培训学时</t></is></c></row><row><c t="inlineStr"><is><t>T1</t></is></c><c><v>1</v></c></row>`)))
	assert.Equal(t, []string{"2 T1 unknown 1"}, all.rows, "some programs number nothing")
}

func TestAButtonInASheetIsNoRow(t *testing.T) {
	parts := partsOf(inline(1, "工号", "培训学时") + inline(2, "T1", "1|0"))
	parts["xl/worksheets/sheet1.xml"] = strings.Replace(parts["xl/worksheets/sheet1.xml"], "</sheetData>", "</sheetData><controls><anchor><from><col>0</col><row>5</row></from></anchor></controls>", 1)
	assert.Equal(t, []string{"2 T1 unknown 1"}, imports(t, usual(), zipped(t, "教师.xlsx", parts)).rows)
}

func TestSheetsOfAWorkbookAreOneTable(t *testing.T) {
	fill := func(book *excelize.File) {
		require.NoError(t, book.SetSheetName("Sheet1", "一中"))
		for _, name := range []string{"二中", "草稿", "说明", "空"} {
			_, err := book.NewSheet(name)
			require.NoError(t, err)
		}
		put(t, book, "一中", []any{"工号", "学历"}, []any{"T1", "本科"}, []any{"T2", "大专"})
		put(t, book, "二中", []any{"二中教师"}, []any{"学历", "工号"}, []any{"本科", "T3"}, []any{"硕士", "T2"})
		put(t, book, "草稿", []any{"工号", "学历"}, []any{"T9", "本科"})
		put(t, book, "说明", []any{"本表由各校填写"})
		require.NoError(t, book.SetSheetVisible("草稿", false))
		require.NoError(t, book.AddChartSheet("图", &excelize.Chart{Type: excelize.Col, Series: []excelize.ChartSeries{{Values: "一中!$A$1:$A$2"}}}))
	}
	path := workbook(t, "教师.xlsx", fill)
	in, err := importer.Open(usual(), path)
	require.NoError(t, err)
	left := map[string]importer.Left{}
	for _, s := range in.Files()[0].Sheets {
		left[s.Name] = s.Left
	}
	assert.Equal(t, map[string]importer.Left{"一中": 0, "二中": 0, "草稿": importer.Hidden, "说明": importer.NoHeader, "空": importer.Empty}, left)
	assert.Contains(t, in.Understood(bilingual.Chinese), "  工作表“草稿”没有读取：是隐藏的工作表\n")
	assert.Contains(t, in.Understood(bilingual.English), "  sheet \"草稿\" is not read: it is hidden\n")
	require.NoError(t, in.Close())

	second := written(t, "外聘.csv", "工号,学历\nT1,本科\nT5,本科\n")
	all := imports(t, usual(), path, second)
	assert.Equal(t, []string{"2 T1 bachelor unknown", "3 T2 college unknown", "3 T3 bachelor unknown", "4 T2 master unknown *", "2 T1 bachelor unknown *", "3 T5 bachelor unknown"}, all.rows)
	assert.Equal(t, []string{
		"教师.xlsx 第4行（T2）：编号与教师.xlsx“一中”第3行重复",
		"外聘.csv 第2行（T1）：编号与教师.xlsx“一中”第2行重复",
	}, all.faults)

	o := usual()
	o.Sheets = []string{"草稿"}
	assert.Equal(t, []string{"2 T9 bachelor unknown"}, imports(t, o, path).rows, "who names a hidden sheet wants it")
}

func TestAFaultSaysInBothLanguagesWhereTheKeyStandsFirst(t *testing.T) {
	in, err := importer.Open(usual(), written(t, "甲.csv", "工号,学历\nT1,本科\n"), written(t, "乙.csv", "工号,学历\nT1,本科\n\n"))
	require.NoError(t, err)
	defer in.Close()
	for row, err := range in.Rows() {
		require.NoError(t, err)
		if row.Place.File == "乙.csv" {
			require.Len(t, row.Faults, 1)
			assert.Equal(t, rows.Double, row.Faults[0].Kind)
			assert.Equal(t, importer.Place{File: "甲.csv", Row: 2}, row.Faults[0].At)
			assert.Equal(t, "row 2 (T1): the key stands in 甲.csv row 2 already", row.Faults[0].In(bilingual.English))
		}
	}
}

func TestARecordOfARowIsItsOwn(t *testing.T) {
	in, err := importer.Open(usual(), written(t, "教师.csv", staff))
	require.NoError(t, err)
	defer in.Close()
	var kept []teacher.Record
	for row, err := range in.Rows() {
		require.NoError(t, err)
		kept = append(kept, row.Record)
	}
	assert.Equal(t, []string{"bachelor", "master", "college"}, []string{kept[0].Education.String(), kept[1].Education.String(), kept[2].Education.String()})
	for _, err := range in.Rows() {
		assert.ErrorIs(t, err, importer.ErrRead, "files are read once")
	}
}
