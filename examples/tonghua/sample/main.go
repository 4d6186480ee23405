// Command sample writes the tables in testdata as offices keep them, from the staff table
// of a generated city: a workbook with a title, a header of two lines, dates, totals and
// notes, and the same table as CSV in GB18030. A few cells are wrong, as they are in life.
package main

import (
	"encoding/csv"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"strconv"
	"time"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding/simplifiedchinese"

	"github.com/eduplan/tonghua/examples/city/registers"
	"github.com/eduplan/tonghua/indicators/quantity"
)

const every = 20 // each twentieth of the city's staff

var (
	upper = []string{"序号", "教职工号", "姓名", "区县", "教职工类别", "是否专任教师", "任教学段", "最高学历", "骨干教师级别", "出生日期", "参加培训情况（学时）", "", "", "是否双师型", "是否参加年度师德考核", "备注"}
	lower = []string{"", "", "", "", "", "", "", "", "", "", "本周期培训学时", "信息技术培训学时", "信息技术实践应用学时", "", "", ""}
)

// wrong are cells as clerks write them, by row and column of the table.
var wrong = map[[2]int]string{{17, 10}: "三百六", {45, 9}: "1985.13.2", {208, 7}: "本科肄业", {391, 8}: "校级以上"}

func main() {
	city, err := registers.New(registers.Config{Year: 2025})
	if err != nil {
		log.Fatal(err)
	}
	var table [][]any
	for i := 0; i < len(city.Teachers); i += every {
		t := city.Teachers[i]
		full := map[string]string{"专任教师": "是", "代课教师": "否"}[t.StaffKind]
		row := []any{len(table) + 1, t.No, "教师" + strconv.Itoa(len(table)+1), registers.AreaName(t.County), t.StaffKind, full, t.Stage, t.Degree, t.BackboneTitle, nil,
			nil, nil, nil, t.DualQualified, t.EthicsAssessed, ""}
		if born, err := quantity.ParseDate(t.Born); err == nil && born.Known() {
			year, month, day := born.Civil()
			row[9] = time.Date(year, month, day, 0, 0, 0, 0, time.UTC)
		}
		for k, hours := range []float64{t.TrainingHours.V, t.DigitalHours.V, t.PracticeHours.V} {
			if valid := []bool{t.TrainingHours.Valid, t.DigitalHours.Valid, t.PracticeHours.Valid}[k]; valid {
				row[10+k] = hours
			}
		}
		for c := range row {
			if text, is := wrong[[2]int{len(table), c}]; is {
				row[c] = text
			}
		}
		table = append(table, row)
	}
	title := []any{"2025年通化市教职工基本情况表"}
	foot := [][]any{{"合计", "", "", fmt.Sprintf("%d人", len(table))}, {"填表人：张某某", "", "", "", "审核人：李某某", "", "", "填表日期：2026年1月8日"}}
	if err := workbook(filepath.Join("testdata", "教职工.xlsx"), title, table, foot); err != nil {
		log.Fatal(err)
	}
	if err := text(filepath.Join("testdata", "教职工.csv"), title, table, foot); err != nil {
		log.Fatal(err)
	}
}

// workbook writes the table as Excel does.
func workbook(name string, title []any, table, foot [][]any) error {
	book := excelize.NewFile()
	defer book.Close()
	const sheet = "教职工"
	if err := book.SetSheetName("Sheet1", sheet); err != nil {
		return err
	}
	day, err := book.NewStyle(&excelize.Style{NumFmt: 14})
	if err != nil {
		return err
	}
	wide, err := book.NewStyle(&excelize.Style{NumFmt: 1}) // hours are shown without their decimals
	if err != nil {
		return err
	}
	row := 0
	put := func(cells []any) error {
		row++
		at, err := excelize.CoordinatesToCellName(1, row)
		if err != nil {
			return err
		}
		return book.SetSheetRow(sheet, at, &cells)
	}
	lines := [][]any{title, texts(upper), texts(lower)}
	for _, line := range append(append(lines, table...), foot...) {
		if err := put(line); err != nil {
			return err
		}
	}
	for _, merged := range [][2]string{{"A1", "P1"}, {"K2", "M2"}} {
		if err := book.MergeCell(sheet, merged[0], merged[1]); err != nil {
			return err
		}
	}
	for c := range upper {
		if lower[c] != "" {
			continue
		}
		column, err := excelize.ColumnNumberToName(c + 1)
		if err != nil {
			return err
		}
		if err := book.MergeCell(sheet, column+"2", column+"3"); err != nil {
			return err
		}
	}
	last := strconv.Itoa(len(table) + 3)
	if err := book.SetCellStyle(sheet, "J4", "J"+last, day); err != nil {
		return err
	}
	if err := book.SetCellStyle(sheet, "K4", "M"+last, wide); err != nil {
		return err
	}
	if _, err := book.NewSheet("填表说明"); err != nil {
		return err
	}
	if err := book.SetCellValue("填表说明", "A1", "一、本表由各县区教育局填报。"); err != nil {
		return err
	}
	return book.SaveAs(name)
}

func texts(list []string) (cells []any) {
	for _, text := range list {
		cells = append(cells, text)
	}
	return cells
}

// text writes the table as Excel saves CSV on Chinese Windows.
func text(name string, title []any, table, foot [][]any) error {
	file, err := os.Create(name)
	if err != nil {
		return err
	}
	w := csv.NewWriter(simplifiedchinese.GB18030.NewEncoder().Writer(file))
	w.UseCRLF = true
	for _, line := range append(append([][]any{title, texts(upper), texts(lower)}, table...), foot...) {
		cells := make([]string, len(upper))
		for c, cell := range line {
			switch cell := cell.(type) {
			case nil:
			case time.Time:
				cells[c] = cell.Format("2006/1/2")
			default:
				cells[c] = fmt.Sprint(cell)
			}
		}
		if err := w.Write(cells); err != nil {
			return err
		}
	}
	w.Flush()
	if err := w.Error(); err != nil {
		return err
	}
	return file.Close()
}
