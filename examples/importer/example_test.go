package importer_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/eduplan/tonghua/examples/importer"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/indicators/teacher"
)

// exported is the staff table of a school, with one word that nobody knows.
func exported() (path string, remove func()) {
	dir, err := os.MkdirTemp("", "importer-*")
	if err != nil {
		panic(err)
	}
	path = filepath.Join(dir, "教师.csv")
	text := "某校2025年教师花名册,,,\n教职工号,姓名,学历,培训学时\n0071,甲,本科,360\n0072,乙,本科肄业,72.5\n合计,,,432.5\n"
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		panic(err)
	}
	return path, func() { _ = os.RemoveAll(dir) }
}

func Example() {
	path, remove := exported()
	defer remove()
	date := quantity.DateOf(2025, time.December, 31)
	in, err := importer.Open(importer.Usual[teacher.Record](date), path)
	if err != nil {
		fmt.Println(importer.Explain(err, bilingual.English))
		return
	}
	defer in.Close()
	understood, _, _ := strings.Cut(in.Understood(bilingual.English), "    fields without")
	fmt.Print(understood)
	for row, err := range in.Rows() {
		if err != nil {
			fmt.Println(importer.Explain(err, bilingual.English))
			return
		}
		fmt.Println(row.Key, row.Record.Education, row.Record.TrainingHours, len(row.Faults))
	}
	fmt.Print(in.Report().In(bilingual.English))
	// Output:
	// 教师.csv (text, UTF-8)
	//   the table, header in row 2:
	//     教职工号 → says who a record is
	//     学历 → level of education (digits by codes of attainment (2006))
	//     培训学时 → training hours in the cycle
	//     columns not needed: 姓名
	// 0071 bachelor 360 0
	// 0072 invalid 72.5 1
	// records read: 2, lines that are no records: 1, records with something wrong: 1.
	//   no record: 教师.csv row 5, a total: "合计"
	//   教师.csv row 4 (0072), column "学历": "本科肄业": not in the field's list; expected: no schooling, primary, junior high, senior high, junior college, bachelor, master, doctor
}

func ExampleNewClean() {
	path, remove := exported()
	defer remove()
	in, err := importer.Open(importer.Usual[teacher.Record](quantity.Date{}), path)
	if err != nil {
		fmt.Println(err)
		return
	}
	defer in.Close()
	var out strings.Builder
	clean := importer.NewClean(&out, in, bilingual.Chinese)
	for row, err := range in.Rows() {
		if err != nil {
			fmt.Println(err)
			return
		}
		clean.Write(row)
	}
	err = clean.Close()
	fmt.Print(strings.TrimPrefix(out.String(), "\ufeff")) // by which Excel knows UTF-8
	fmt.Println(clean.Rows(), err)
	// Output:
	// 教职工号,学历,本周期培训学时
	// 0071,本科,360
	// 1 <nil>
}

func ExampleNewRefusals() {
	path, remove := exported()
	defer remove()
	in, err := importer.Open(importer.Usual[teacher.Record](quantity.Date{}), path)
	if err != nil {
		fmt.Println(err)
		return
	}
	defer in.Close()
	var out strings.Builder
	refusals := importer.NewRefusals(&out, in, true, bilingual.Chinese) // false for a workbook
	for row, err := range in.Rows() {
		if err != nil {
			fmt.Println(err)
			return
		}
		refusals.Write(row)
	}
	err = refusals.Close()
	fmt.Print(strings.TrimPrefix(out.String(), "\ufeff"))
	fmt.Println(refusals.Rows(), err)
	// Output:
	// 文件,文件指纹,工作表,行,问题列,原值,应填,教职工号,姓名,学历,培训学时
	// 教师.csv,sha-f91d38643c72,,4,学历,本科肄业,未上过学、小学毕业、初中毕业、高中阶段毕业、大专、本科、硕士研究生、博士研究生,0072,乙,本科肄业,72.5
	// 1 <nil>
}
