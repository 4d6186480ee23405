package verdict

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/plan"
)

// Sheet is a sample of the records that decide a verdict, with the cells to compare by
// hand: Rows has them, and WriteCSV writes them out. The same records, seed and size give the same sheet, in whatever order rows came.
type Sheet struct {
	Statement plan.ID        `json:"statement"`
	Name      bilingual.Text `json:"name"`
	Citation  bilingual.Text `json:"citation"`
	AsOf      quantity.Date  `json:"as_of"`
	Seed      string         `json:"seed"`
	Rule      bilingual.Text `json:"rule"` // by which the size was set
	Strata    []Stratum      `json:"strata"`
	Rows      []SheetRow     `json:"rows"`
}

// Stratum is a group of a sample.
type Stratum struct {
	Name    string `json:"name"`
	Records int64  `json:"records"` // that decide the verdict, or may
	Sampled int64  `json:"sampled"`
}

// String returns the text in Chinese.
func (s Sheet) String() string { return s.Text(bilingual.Chinese) }

// Text says how the sample was taken, and how many records of each stratum are in it.
func (s Sheet) Text(l bilingual.Language) string {
	var strata []string
	for _, one := range s.Strata {
		text := number(l, one.Sampled) + l.Pick("/", " of ") + number(l, one.Records)
		if one.Name != "" {
			text = bilingual.Plain(one.Name) + l.Pick("", " ") + text
		}
		strata = append(strata, text)
	}
	text := cited(s.Name, s.Citation, l) + l.Pick("：抽查"+number(l, int64(len(s.Rows)))+"条（", ": "+number(l, int64(len(s.Rows)))+" records (") + s.Rule.In(l) + l.Pick("）", ")")
	if s.Seed != "" {
		text += l.Pick("，种子", ", seed ") + bilingual.Plain(s.Seed)
	}
	if len(strata) > 0 {
		text += l.Pick("：", ": ") + strings.Join(strata, l.Pick("、", ", "))
	}
	return text
}

// SheetRow is a record of a sample.
type SheetRow struct {
	Key     string      `json:"key"`
	Stratum string      `json:"stratum"`
	State   State       `json:"state"`
	Cells   []SheetCell `json:"cells"`
}

// SheetCell is a field to compare.
type SheetCell struct {
	Field    string         `json:"field"`
	Label    bilingual.Text `json:"label"`
	Recorded bilingual.Text `json:"recorded"` // zero where it is unknown
}

// CellFound is what somebody has found in the papers of a record.
type CellFound struct {
	Key   string `json:"key"`
	Field string `json:"field"`
	Found string `json:"found"` // as the field reads it
}

// CellFault is a cell that the papers contradict: a fault for a clerk to correct. It
// changes no verdict before the register is corrected.
type CellFault struct {
	Key      string         `json:"key"`
	Field    string         `json:"field"`
	Label    bilingual.Text `json:"label"`
	Recorded bilingual.Text `json:"recorded"`
	Found    bilingual.Text `json:"found"`
}

// String returns the text in Chinese.
func (f CellFault) String() string { return f.Text(bilingual.Chinese) }

// Text names record, field, value recorded and value found.
func (f CellFault) Text(l bilingual.Language) string {
	return l.Pick("记录"+f.Key+"：登记的"+f.Label.ZH+"为"+f.Recorded.ZH+"，核对为"+f.Found.ZH,
		"record "+f.Key+": "+f.Label.EN+" is recorded as "+f.Recorded.EN+", found "+f.Found.EN)
}

// Checked is what came of a sheet.
type Checked struct {
	Before    Result      `json:"before"`
	After     Result      `json:"after"` // with the unknown cells that were answered
	Cells     int64       `json:"cells"` // of the sheet
	Confirmed int64       `json:"confirmed"`
	Filled    int64       `json:"filled"` // unknown cells that were answered
	Faults    []CellFault `json:"faults"`
}

// String returns the text in Chinese.
func (c Checked) String() string { return c.Text(bilingual.Chinese) }

// Text says how many cells were compared, what they came to, and how the verdict stands
// with those that were unknown.
func (c Checked) Text(l bilingual.Language) string {
	wrong := int64(len(c.Faults))
	text := l.Pick("抽查"+number(l, c.Cells)+"处，已核对"+number(l, c.Confirmed+c.Filled+wrong)+"处：相符"+number(l, c.Confirmed)+"处，补齐"+number(l, c.Filled)+"处，不符"+number(l, wrong)+"处",
		number(l, c.Cells)+" cells, "+number(l, c.Confirmed+c.Filled+wrong)+" compared: "+number(l, c.Confirmed)+" agree, "+number(l, c.Filled)+" were unknown, "+number(l, wrong)+" are wrong")
	return cited(c.Before.Name, c.Before.Citation, l) + l.Pick("：", ": ") + text + l.Pick("；结论：", "; verdict: ") + c.Before.Verdict(l) + l.Pick("→", " -> ") + c.After.Verdict(l)
}

var sheetColumns = []bilingual.Text{{ZH: "分层", EN: "stratum"}, {ZH: "记录", EN: "record"}, {ZH: "字段", EN: "field"},
	{ZH: "字段名称", EN: "name of field"}, {ZH: "登记值", EN: "recorded"}, {ZH: "核对值", EN: "found"}}

const (
	sheetRecord = 1
	sheetField  = 2
	sheetFound  = 5
)

// WriteCSV writes the sheet as a table, one cell a line, with a column to fill in. Texts
// that a spreadsheet would take for formulas get an apostrophe before them.
func (s Sheet) WriteCSV(w io.Writer, l bilingual.Language) error {
	out := bilingual.NewSpreadsheet(w, l, sheetColumns...)
	for _, row := range s.Rows {
		for _, c := range row.Cells {
			_ = out.Row(row.Stratum, row.Key, c.Field, c.Label.In(l), c.Recorded.In(l), "") // Flush returns the error
		}
	}
	return out.Flush()
}

// ReadFound reads a sheet that was filled in, in either language; lines in which nothing
// was found are passed over.
func ReadFound(r io.Reader) ([]CellFound, error) {
	in := csv.NewReader(r)
	header, err := in.Read()
	if err != nil {
		return nil, fmt.Errorf("verdict: sheet: %w", err)
	}
	places := [3]int{-1, -1, -1}
	for i, name := range header {
		name = strings.TrimPrefix(name, "\ufeff")
		for k, column := range []int{sheetRecord, sheetField, sheetFound} {
			if c := sheetColumns[column]; name == c.ZH || name == c.EN {
				places[k] = i
			}
		}
	}
	for k, column := range []int{sheetRecord, sheetField, sheetFound} {
		if places[k] < 0 {
			return nil, fmt.Errorf("verdict: sheet: no column %s (%s)", sheetColumns[column].ZH, sheetColumns[column].EN)
		}
	}
	var list []CellFound
	for {
		line, err := in.Read()
		switch {
		case errors.Is(err, io.EOF):
			return list, nil
		case err != nil:
			return nil, fmt.Errorf("verdict: sheet: %w", err)
		}
		one := CellFound{bilingual.Bare(line[places[0]]), bilingual.Bare(line[places[1]]), strings.TrimSpace(bilingual.Bare(line[places[2]]))}
		if one.Found != "" {
			list = append(list, one)
		}
	}
}
