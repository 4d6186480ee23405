package rows_test

import (
	"fmt"
	"strings"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/rows"
	"github.com/eduplan/tonghua/indicators/teacher"
)

// A clerk's file: its columns are called as the office calls them, one is coded by a
// national table, and one cell needs mending.
func ExampleTable_ReadCSV() {
	table := rows.For(
		rows.Words(teacher.Education, indicators.ParserOf[indicators.Education]().Codes(indicators.AttainmentCodes2006), "文化程度"),
		rows.Ignored[teacher.Record]("姓名"),
	).Key("教职工号")

	list, err := table.ReadCSV(strings.NewReader(`教职工号,姓名,任教学段,文化程度,本周期培训学时,备注
T001,王一,高中,14,372,
T002,李二,高中,大学本科,三百六,
T002,李二,高中,21,360学时,
`))
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, f := range list.Wrong {
		fmt.Println(f)
	}
	fmt.Println(list.Rows[0].Key, list.Rows[0].Record.Education, list.Rows[2].Record.TrainingHours)
	fmt.Println(list.Lines, list.Read, list.Refused, list.Doubled, list.Unknown)
	// Output:
	// 第3行（T002）“本周期培训学时”列：“三百六”无法识别，应填：数字，最多两位小数，单位：学时
	// 第4行（T002）：编号与第3行重复
	// T001 master 360
	// 3 3 1 1 [备注]
}

// A reader takes cells from wherever they come: a spreadsheet, a cursor of a database.
func ExampleTable_Header() {
	reader, err := rows.For[teacher.Record]().Header([]string{"stage", "学历"})
	if err != nil {
		fmt.Println(err)
		return
	}
	var row rows.Row[teacher.Record]
	for _, cells := range [][]string{{"高中", "硕士"}, {"", "博士研究生"}} {
		faults, _ := reader.Read(cells, &row)
		fmt.Println(row.Record.Stage, row.Record.Education, faults)
	}
	// Output:
	// senior-high master []
	//  doctor []
}

// A file that is larger than memory is read record by record.
func ExampleTable_EachCSV() {
	masters := 0
	report, err := rows.For[teacher.Record]().EachCSV(strings.NewReader("学历\n硕士\n本科\n博士\n"), func(r *rows.Row[teacher.Record], _ []rows.Fault) bool {
		if r.Record.Education >= indicators.Master {
			masters++
		}
		return true
	})
	fmt.Println(masters, report.Read, err)
	// Output: 2 3 <nil>
}
