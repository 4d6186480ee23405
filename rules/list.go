package rules

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/rules/verdict"
)

// ListForm is how a list is written.
type ListForm uint8

// The forms.
const (
	CSV       ListForm = iota // in UTF-8 with a mark that spreadsheets know, and a line of headings
	JSONLines                 // one object a line
)

// ListOrder is what a list is sorted by. The zero value is the order of the pass.
type ListOrder uint8

// The orders. All but the order of the pass keep the list until it is closed.
const (
	AsTheyCome  ListOrder = iota
	ByStatement           // of faults: by field
	ByKey
)

// ListOptions say how a list of findings or faults is written. The zero value writes
// Chinese CSV in the order of the pass.
type ListOptions struct {
	Language bilingual.Language
	Form     ListForm
	Order    ListOrder
	// Values writes what records say as well. Without it a list names records by their
	// keys and rows alone, and holds nothing else of a person.
	Values bool
}

// list writes rows of named cells.
type list struct {
	options ListOptions
	keys    []string
	csv     *bilingual.Spreadsheet
	json    *json.Encoder
	kept    []listRow
	err     error
	closed  bool
}

// listRow is a row with what it is sorted by.
type listRow struct {
	by    [2]string
	row   int64
	cells []string
}

func newList(w io.Writer, o ListOptions, keys []string, headings []bilingual.Text) *list {
	l := &list{options: o, keys: keys}
	if o.Form == JSONLines {
		l.json = json.NewEncoder(w)
		l.json.SetEscapeHTML(false)
		return l
	}
	l.csv = bilingual.NewSpreadsheet(w, o.Language, headings...)
	return l
}

// add writes a row, or keeps it to be sorted, and reports whether there was no error.
func (l *list) add(row listRow) bool {
	if l.closed && l.err == nil {
		l.err = errors.New("rules: the list is closed")
	}
	switch {
	case l.err != nil:
	case l.options.Order == AsTheyCome:
		l.write(row)
	default:
		l.kept = append(l.kept, row)
	}
	return l.err == nil
}

func (l *list) write(row listRow) {
	if l.json != nil {
		object := make(map[string]string, len(l.keys))
		for i, key := range l.keys {
			object[key] = row.cells[i]
		}
		l.err = l.json.Encode(object)
		return
	}
	for i, cell := range row.cells {
		row.cells[i] = bilingual.Plain(cell) // no key forges a line
	}
	l.err = l.csv.Row(row.cells...)
}

func (l *list) close() error {
	if l.closed {
		return l.err
	}
	l.closed = true
	slices.SortStableFunc(l.kept, func(a, b listRow) int {
		return cmp.Or(cmp.Compare(a.by[0], b.by[0]), cmp.Compare(a.by[1], b.by[1]), cmp.Compare(a.row, b.row))
	})
	for _, row := range l.kept {
		if l.err == nil {
			l.write(row)
		}
	}
	if l.csv != nil {
		l.err = cmp.Or(l.err, l.csv.Flush())
	}
	return l.err
}

// FindingList writes findings while a pass runs: give its Write to [Panel.OnFinding], and
// close it after the pass. Names of records are those of [Panel.Named] or [Panel.Keyed].
type FindingList[T any, R indicators.Record[R]] struct{ list *list }

var findingKeys = []string{"row", "key", "statement", "name", "citation", "verdict", "breach", "required"}
var findingHeadings = []bilingual.Text{{ZH: "行号", EN: "row"}, {ZH: "记录", EN: "record"}, {ZH: "编号", EN: "statement"}, {ZH: "事项", EN: "name"},
	{ZH: "条文", EN: "clause"}, {ZH: "判定", EN: "verdict"}, {ZH: "是否违反", EN: "breach"}, {ZH: "要求", EN: "required"}}

// NewFindingList begins a list.
func NewFindingList[T any, R indicators.Record[R]](w io.Writer, o ListOptions) *FindingList[T, R] {
	keys, headings := findingKeys, findingHeadings
	if o.Values {
		keys, headings = append(slices.Clone(keys), "found"), append(slices.Clone(headings), bilingual.Text{ZH: "现状", EN: "found"})
	}
	return &FindingList[T, R]{newList(w, o, keys, headings)}
}

// Write writes a finding. It returns false after an error, which ends the pass; Close
// returns the error.
func (l *FindingList[T, R]) Write(row int64, _ *T, f *Finding[R]) bool {
	in := l.list.options.Language
	said := f.Row(in)
	cells := []string{rowNumber(row), f.Key, said[0], said[1], said[2], said[3], yesNo(f.Breach(), in), said[5]}
	if l.list.options.Values {
		cells = append(cells, said[4])
	}
	by := [2]string{said[0], f.Key}
	if l.list.options.Order == ByKey {
		by[0], by[1] = by[1], by[0]
	}
	return l.list.add(listRow{by, row, cells})
}

// Close ends the list and returns the first error.
func (l *FindingList[T, R]) Close() error { return l.list.close() }

// FaultList writes the faults of a register while a pass runs: give its Write to
// [Panel.OnFault], and close it after the pass.
type FaultList[T any] struct{ list *list }

var faultKeys = []string{"row", "key", "field", "label", "reason"}
var faultHeadings = []bilingual.Text{{ZH: "行号", EN: "row"}, {ZH: "记录", EN: "record"}, {ZH: "字段", EN: "field"}, {ZH: "字段名称", EN: "name of field"}, {ZH: "问题", EN: "fault"}}

// NewFaultList begins a list.
func NewFaultList[T any](w io.Writer, o ListOptions) *FaultList[T] {
	keys, headings := faultKeys, faultHeadings
	if o.Values {
		keys, headings = append(slices.Clone(keys), "text"), append(slices.Clone(headings), bilingual.Text{ZH: "说明", EN: "in words"})
	}
	return &FaultList[T]{newList(w, o, keys, headings)}
}

// Write writes a fault. After an error it writes nothing; Close returns the error.
func (l *FaultList[T]) Write(_ *T, f verdict.Fault) {
	in := l.list.options.Language
	cells := []string{rowNumber(f.Row), f.Key, f.Field, f.Label.In(in), f.Reason.In(in)}
	if l.list.options.Values {
		cells = append(cells, f.Text(in))
	}
	by := [2]string{f.Field, f.Key}
	if l.list.options.Order == ByKey {
		by[0], by[1] = by[1], by[0]
	}
	l.list.add(listRow{by, f.Row, cells})
}

// Close ends the list and returns the first error.
func (l *FaultList[T]) Close() error { return l.list.close() }

// rowNumber counts rows from 1, "" for one that is not known.
func rowNumber(row int64) string {
	if row < 0 {
		return ""
	}
	return strconv.FormatInt(row+1, 10)
}

func yesNo(b bool, l bilingual.Language) string {
	if b {
		return indicators.Yes.In(l)
	}
	return indicators.No.In(l)
}

// String returns "as-they-come", "statement" or "key".
func (o ListOrder) String() string {
	return [...]string{"as-they-come", "statement", "key"}[min(o, ByKey)]
}

// String returns "csv" or "json-lines".
func (f ListForm) String() string {
	return [...]string{"csv", "json-lines"}[min(f, JSONLines)]
}

// ParseListForm reads "csv" or "json-lines".
func ParseListForm(key string) (ListForm, error) {
	for f := CSV; f <= JSONLines; f++ {
		if f.String() == key {
			return f, nil
		}
	}
	return 0, fmt.Errorf("rules: list form %q: want csv or json-lines", key)
}
