package rows_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/indicators/rows"
	"github.com/eduplan/tonghua/indicators/subjects"
	"github.com/eduplan/tonghua/indicators/teacher"
)

// staff is a staff table as an office keeps it.
var staff = rows.For(
	rows.Words(teacher.Education, indicators.ParserOf[indicators.Education]().Codes(indicators.AttainmentCodes2006), "文化程度"),
	rows.Column[teacher.Record]{Names: []string{"教职工类别"}, Field: teacher.FullTime.Field,
		Read: func(r *teacher.Record, text string) error {
			switch text {
			case "专任教师":
				r.FullTime = indicators.Yes
			case "代课教师":
				r.FullTime = indicators.No
			case "工勤人员":
			default:
				return quantity.UnknownWord
			}
			return nil
		},
		Wanted: bilingual.Text{ZH: "专任教师、代课教师、工勤人员", EN: "teacher, substitute or worker"},
		Skips:  func(text string) bool { return text == "工勤人员" }},
	rows.Ignored[teacher.Record]("姓名"),
).Key("教职工号", "工号")

func read(t *testing.T, lines ...string) rows.Records[teacher.Record] {
	t.Helper()
	list, err := staff.ReadCSV(strings.NewReader(strings.Join(lines, "\n")))
	require.NoError(t, err)
	return list
}

func TestColumnsAreFoundByKeyNameAndAlias(t *testing.T) {
	for _, header := range []string{"任教学段", "stage", "Stage taught", " STAGE ", "任教学段\u200b", "ｓｔａｇｅ"} {
		list := read(t, "工号,"+header, "1,小学")
		assert.Equal(t, indicators.Primary, list.Rows[0].Record.Stage, header)
	}
	list := read(t, "\ufeff教职工号,姓名,文化程度,本周期培训学时,备注", "T1,甲,14,360学时,新", "T2,乙,研究生教育,\"1,200\",")
	assert.Equal(t, []string{"备注"}, list.Unknown)
	assert.NotContains(t, list.Missing, rows.Name{Key: "education", Label: teacher.Education.Label()})
	assert.Contains(t, list.Missing, rows.Name{Key: "stage", Label: teacher.Stage.Label()})
	assert.Equal(t, indicators.Master, list.Rows[0].Record.Education, "by the table of codes")
	assert.Equal(t, quantity.WholeHours(360), list.Rows[0].Record.TrainingHours)
	assert.Equal(t, quantity.WholeHours(1200), list.Rows[1].Record.TrainingHours)
}

func TestAHeaderThatCannotBeIsRefused(t *testing.T) {
	for _, c := range []struct {
		name, header, says, official string
	}{
		{"two columns of one field", "工号,任教学段,stage", `"任教学段" and "stage" both mean the field stage`, "“任教学段”和“stage”两列都识别为“任教学段”：请只留一列"},
		{"no field at all", "工号,姓名,备注", "no column of", "表头中没有“教师”的字段：工号、姓名、备注"},
		{"no key", "任教学段", "教职工号 or 工号 is missing", "缺少记录的编号列，如：教职工号、工号"},
		{"two keys", "工号,教职工号,任教学段", "both say who a record is", "“工号”和“教职工号”两列都像是记录的编号"},
	} {
		_, err := staff.Header(strings.Split(c.header, ","))
		assert.ErrorContains(t, err, c.says, c.name)
		var refused *rows.HeaderError
		require.ErrorAs(t, err, &refused, c.name)
		assert.Contains(t, c.official, refused.In(bilingual.Chinese), c.name)
	}
	for _, c := range []struct {
		name  string
		table rows.Table[teacher.Record]
		says  string
	}{
		{"a name of two columns", rows.For(rows.Column[teacher.Record]{Names: []string{"甲"}, Field: teacher.Stage.Field}, rows.Ignored[teacher.Record]("甲")), "the name of two columns"},
		{"a field with two columns", rows.For(rows.Column[teacher.Record]{Field: teacher.Stage.Field}, rows.Column[teacher.Record]{Field: teacher.Stage.Field}), "field stage has two columns"},
		{"a column that reads into nothing", rows.For(rows.Column[teacher.Record]{Names: []string{"甲"}, Read: func(*teacher.Record, string) error { return nil }}), "has no field"},
		{"a field of nobody", rows.For(rows.Column[teacher.Record]{Field: new(indicators.Field[teacher.Record])}), "none of the subject teacher"},
	} {
		_, err := c.table.Header([]string{"stage"})
		assert.ErrorContains(t, err, c.says, c.name)
	}
}

func TestWhatCannotBeReadIsSaidSoThatAClerkCanMendIt(t *testing.T) {
	list := read(t, "工号,任教学段,学历,本周期培训学时,教职工类别",
		"T1,小学,本科,360,专任教师",
		"T2,小学,本科肄业,4.5万,校工",
		"T1,初中,公办,,代课教师",
		",,本科及以上,-3,",
		",,,,",
		"T5,高中,硕士,12.345,工勤人员,多余",
	)
	var said []string
	for _, f := range list.Wrong {
		said = append(said, f.String())
	}
	assert.Equal(t, []string{
		"第3行（T2）“学历”列：“本科肄业”不在代码表内，应填：未上过学、小学毕业、初中毕业、高中阶段毕业、大专、本科、硕士研究生、博士研究生",
		"第3行（T2）“本周期培训学时”列：“4.5万”无法识别，应填：数字，最多两位小数，单位：学时",
		"第3行（T2）“教职工类别”列：“校工”不在代码表内，应填：专任教师、代课教师、工勤人员",
		"第4行（T1）：编号与第2行重复",
		"第4行（T1）“学历”列：“公办”不在代码表内，应填：未上过学、小学毕业、初中毕业、高中阶段毕业、大专、本科、硕士研究生、博士研究生",
		"第5行：没有写明是谁的记录",
		"第5行“学历”列：“本科及以上”不在代码表内，应填：本科、硕士研究生、博士研究生",
		"第5行“本周期培训学时”列：“-3”为负数，应填：数字，最多两位小数，单位：学时",
		"第7行（T5）“本周期培训学时”列：“12.345”小数超过两位，应填：数字，最多两位小数，单位：学时",
		"第7行（T5）：“多余”在最后一列之外",
	}, said)
	assert.Equal(t, `row 3 (T2), column "本周期培训学时": "4.5万": unreadable; expected: a number with two decimals at most of hours`, list.Wrong[1].In(bilingual.English))
	assert.Equal(t, quantity.Unreadable, list.Rows[1].Record.TrainingHours.Fault(), "what cannot be read is invalid, and not unknown")
	assert.Equal(t, indicators.Education(indicators.InvalidWord), list.Rows[1].Record.Education)
	assert.True(t, list.Rows[4].Record.Skipped(), "a worker is no teacher")
	assert.Equal(t, "共6行，其中空行1行，读取5行，4行有无法读取的单元格，1行不属统计对象，1行编号重复，1行没有编号；"+
		"表中没有的字段："+labels(list.Missing), list.Report.String())
	data, err := json.Marshal(list.Wrong[0])
	require.NoError(t, err)
	var back rows.Fault
	require.NoError(t, json.Unmarshal(data, &back))
	assert.Equal(t, list.Wrong[0], back)
	assert.NotContains(t, fmt.Sprint(list.Wrong[0].LogValue()), "肄业", "a log tells nothing of a person")
}

func labels(names []rows.Name) string {
	var list []string
	for _, n := range names {
		list = append(list, n.Label.ZH)
	}
	return strings.Join(list, "、")
}

func TestARowThatIsShortOrEmptyOrSaysNoValueIsUnknown(t *testing.T) {
	list := read(t, "工号,任教学段,学历,本周期培训学时", "T1", "T2,,N/A,-", "T3,null,未填,")
	assert.Empty(t, list.Wrong)
	for _, r := range list.Rows {
		assert.Equal(t, teacher.Record{}, r.Record)
	}
}

func TestARowMayStandForSeveralRecords(t *testing.T) {
	list := read(t, "工号,任教学段,记录数", "1,高中,1199", "2,高中,", "3,初中,0", "4,初中", "5,小学,一百", "6,小学,1000000000001")
	var stands []int64
	for _, r := range list.Rows {
		stands = append(stands, r.Record.Stands())
	}
	assert.Equal(t, []int64{1199, 1, 0, 1, 0, 0}, stands, "a row whose number cannot be read counts nowhere")
	assert.EqualValues(t, 1201, list.Records)
	require.Len(t, list.Wrong, 2)
	assert.Equal(t, "第6行（5）“records”列：“一百”无法识别，应填：0至1000000000000的整数", list.Wrong[0].In(bilingual.Chinese))
	assert.Equal(t, quantity.TooLarge, list.Wrong[1].Reason)
	_, err := staff.Header([]string{"工号", "stage", "records", "记录数"})
	assert.ErrorContains(t, err, "both say how many records")
}

func TestAFileThatIsNoneIsRefused(t *testing.T) {
	_, err := staff.ReadCSV(strings.NewReader(""))
	assert.ErrorContains(t, err, "header")
	_, err = staff.ReadCSV(strings.NewReader("\xbd\xcc\xd6\xb0\xb9\xa4\xba\xc5,stage\n"))
	assert.ErrorIs(t, err, rows.ErrNotUTF8)
	_, err = staff.ReadCSV(strings.NewReader("工号,stage\n1,\xb8\xdf\xd6\xd0\n"))
	assert.ErrorIs(t, err, rows.ErrNotUTF8)
	_, err = staff.ReadCSV(strings.NewReader("工号,stage\n1,\"小学\n"))
	assert.ErrorContains(t, err, "quote")
}

func TestReadingEndsWhereTheCallerSaysSo(t *testing.T) {
	n := 0
	report, err := staff.EachCSV(strings.NewReader("工号,stage\n1,小学\n2,小学\n3,小学\n"), func(r *rows.Row[teacher.Record], faults []rows.Fault) bool {
		n++
		return n < 2
	})
	require.NoError(t, err)
	assert.EqualValues(t, 2, report.Read)
	assert.Equal(t, 2, n)
}

// Every subject reads the header that its own keys make, and each value that it writes.
func TestEverySubjectReadsItsOwnKeysAndNames(t *testing.T) {
	for _, s := range subjects.All() {
		for _, f := range s.FieldViews() {
			assert.NoError(t, f.Check(""), "%s of %s", f.Key, s.Key())
		}
	}
	header, err := rows.For[teacher.Record]().Header(keys())
	require.NoError(t, err)
	assert.Empty(t, header.Report().Missing)
	assert.Empty(t, header.Report().Unknown)
}

func keys() (list []string) {
	for _, f := range (teacher.Record{}).Subject().Fields() {
		list = append(list, f.Key())
	}
	return list
}

// Lines are blank or read, each read line is a record, and no more are refused, skipped,
// doubled or without a key than were read.
func FuzzTheNumbersOfAReportAddUp(f *testing.F) {
	f.Add("工号,stage,学历\n1,小学,本科\n1,,\n,,\n2,x,y,z\n")
	f.Add("工号,教职工类别\n1,工勤人员\n\n3\n")
	f.Fuzz(func(t *testing.T, file string) {
		list, err := staff.ReadCSV(strings.NewReader(file))
		if err != nil {
			return
		}
		r := list.Report
		if r.Lines != r.Blank+r.Read || r.Read != int64(len(list.Rows)) || r.Refused > r.Read || r.Skipped > r.Read || r.Doubled+r.Unnamed > r.Read ||
			r.Faults < r.Refused || int64(len(list.Wrong)) != min(r.Faults, rows.KeptFaults) {
			t.Fatalf("%+v", r)
		}
		skipped, refused := int64(0), map[int64]bool{}
		for _, row := range list.Rows {
			if row.Record.Skipped() {
				skipped++
			}
		}
		for _, w := range list.Wrong {
			if w.Kind == rows.Cell {
				refused[w.Row] = true
			}
			if w.In(bilingual.Chinese) == "" || w.Row < 2 || w.Row > r.Lines+1 {
				t.Fatalf("%+v", w)
			}
		}
		if skipped != r.Skipped || r.Faults <= rows.KeptFaults && int64(len(refused)) != r.Refused {
			t.Fatalf("%d skipped, %d refused of %+v", skipped, len(refused), r)
		}
	})
}

func TestEachHeaderIsUnderstoodByItself(t *testing.T) {
	list, err := staff.With(rows.Column[teacher.Record]{Names: []string{"在岗状态"}, Skips: func(string) bool { return false }}).
		Columns([]string{"工号", "文化程度", "学历", "姓名", "在岗状态", "记录数", "备注", "", "本周期培训学时"})
	require.NoError(t, err)
	var said []string
	for _, c := range list {
		said = append(said, fmt.Sprintf("%s %s %s %s", c.Header, c.Role, c.Field.Key, c.Codes.EN))
	}
	assert.Equal(t, []string{
		"工号 names-record  ", "文化程度 fills-field education codes of attainment (2006)", "学历 fills-field education codes of attainment (2006)", "姓名 passed-over  ",
		"在岗状态 leaves-out  ", "记录数 counts-records  ", "备注 unknown  ", " unknown  ", "本周期培训学时 fills-field training_hours ",
	}, said)
	assert.Equal(t, "数字，最多两位小数，单位：学时", list[8].Wanted.ZH)
	for _, role := range []rows.Role{rows.Unknown, rows.FillsField, rows.NamesRecord, rows.CountsRecords, rows.LeavesOut, rows.PassedOver, rows.Ambiguous} {
		text, err := role.MarshalText()
		require.NoError(t, err)
		var back rows.Role
		require.NoError(t, back.UnmarshalText(text))
		assert.Equal(t, role, back)
		assert.NotEmpty(t, role.In(bilingual.Chinese))
	}
}

func TestANameOfALaterColumnIsNoLongerThatOfAnEarlierOne(t *testing.T) {
	list, err := rows.For(rows.Ignored[teacher.Record]("姓名", "层次")).With(rows.Column[teacher.Record]{Field: teacher.Education.Field, Names: []string{"层次"}}).
		ReadCSV(strings.NewReader("姓名,层次\n甲,本科\n"))
	require.NoError(t, err)
	assert.Equal(t, indicators.Bachelor, list.Rows[0].Record.Education)
	assert.Empty(t, list.Unknown)
}

func TestAFurtherNameOfAColumnIsReadAsTheOthersAre(t *testing.T) {
	table := staff.Also(teacher.Education.Field, "学位层次").Also(teacher.TrainingHours.Field, "姓名")
	list, err := table.ReadCSV(strings.NewReader("工号,学位层次,姓名\n1,14,360\n"))
	require.NoError(t, err)
	assert.Equal(t, indicators.Master, list.Rows[0].Record.Education, "by the table of codes")
	assert.Equal(t, quantity.WholeHours(360), list.Rows[0].Record.TrainingHours)
	_, err = table.Columns([]string{"文化程度"})
	require.NoError(t, err)
}

func TestTablesThatFollowOneAnotherHaveTheirKeysInCommon(t *testing.T) {
	first, err := staff.Header([]string{"工号", "stage"})
	require.NoError(t, err)
	second, err := staff.Header([]string{"stage", "教职工号"})
	require.NoError(t, err)
	second.Follow(first)
	var row rows.Row[teacher.Record]
	said := func(r *rows.Reader[teacher.Record], number int64, cells ...string) string {
		faults, _ := r.ReadAt(number, cells, &row)
		assert.Equal(t, number, row.Number)
		return fmt.Sprint(faults)
	}
	assert.Equal(t, "[]", said(first, 5, "T1", "小学"))
	assert.Equal(t, "[第1009行（T1）：编号与第5行重复]", said(second, 1009, "小学", "T1"))
	assert.Equal(t, "[]", said(second, 1010, "小学", "T2"))
	assert.Equal(t, "[第7行（T2）：编号与第1010行重复]", said(first, 7, "T2", "小学"))
	assert.EqualValues(t, 2, second.Report().Read)
}
