package whatif

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/mappings"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/indicators/rows"
	"github.com/eduplan/tonghua/indicators/teacher"
	"github.com/eduplan/tonghua/plan"
)

// KeptFaults is how many faults of a file an [Opened] lists; all are counted.
const KeptFaults = 50

// Options say how a file is to be read.
type Options struct {
	Subject string        `json:"subject,omitzero"` // what the rows are, such as "teacher"; "" tells it from the header
	AsOf    quantity.Date `json:"as_of"`            // the day that the data describe
	For     plan.Bearer   `json:"for,omitzero"`     // whose register it is: the city's if left out, a county's, a school's
	Group   string        `json:"group,omitzero"`   // the header of the column of the group; "" takes one of the usual names
}

// Opened is a register that was read.
type Opened struct {
	Demonstration bool             `json:"demonstration"`
	Subject       Named            `json:"subject"`
	AsOf          quantity.Date    `json:"as_of"`
	Date          bilingual.Text   `json:"date"` // the same in words
	For           plan.Bearer      `json:"for"`
	Group         string           `json:"group"`   // the header of the column of the group
	Headers       []string         `json:"headers"` // of the file
	Groups        []string         `json:"groups"`
	Read          bilingual.Text   `json:"read"` // what was read, in words
	Faults        []bilingual.Text `json:"faults"`
	Statements    []Offered        `json:"statements"`
}

// Named is something with a key and a name.
type Named struct {
	Key  string         `json:"key"`
	Name bilingual.Text `json:"name"`
}

// Offered is a statement that the register's records answer.
type Offered struct {
	Statement plan.ID          `json:"statement"`
	Name      bilingual.Text   `json:"name"`
	Citation  bilingual.Text   `json:"citation"`
	Lacking   []bilingual.Text `json:"lacking,omitempty"` // fields that it reads and the file has no column for
}

// kept is a record with who it is and its group.
type kept[R indicators.Record[R]] struct {
	rows.Row[R]
	group string
}

// groupings are what the groups of a register are, with the usual names of their column.
var groupings = map[plan.Bearer]struct {
	are   plan.Bearer
	names []string
}{
	plan.City:   {plan.County, []string{"county", "区县", "县区", "县（市、区）", "县市区", "区县名称", "所属区县", "所在区县", "行政区划", "区县代码"}},
	plan.County: {plan.School, []string{"school", "学校", "学校名称", "所属学校", "单位名称", "学校（机构）名称"}},
	plan.School: {},
}

// table is a file of comma-separated values whose header was read.
type table struct {
	headers []string
	lines   *csv.Reader
}

func openTable(data []byte) (*table, error) {
	data = bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))
	if !utf8.Valid(data) {
		return nil, rows.ErrNotUTF8
	}
	t := &table{lines: csv.NewReader(bytes.NewReader(data))}
	t.lines.FieldsPerRecord = -1
	t.lines.ReuseRecord = true
	headers, err := t.lines.Read()
	switch {
	case errors.Is(err, io.EOF):
		return nil, refuse("文件是空的", "the file is empty")
	case err != nil:
		return nil, broken(err)
	}
	for _, h := range headers {
		t.headers = append(t.headers, strings.TrimSpace(h))
	}
	return t, nil
}

// broken says where a file stops being comma-separated values.
func broken(err error) error {
	line := 0
	if wrong := (*csv.ParseError)(nil); errors.As(err, &wrong) {
		line = wrong.Line
	}
	return &Refusal{bilingual.Text{
		ZH: fmt.Sprintf("第%d行不是逗号分隔的文本（多半是引号没有成对），请在表格软件中重新另存为“CSV UTF-8”", line),
		EN: fmt.Sprintf("line %d is no comma-separated text (a quotation mark without its partner, perhaps): save the table as CSV UTF-8 again", line)}, err}
}

// suits finds the subject whose fields the headers name.
func (t *table) suits(o Options) (subject, error) {
	if o.Subject != "" {
		return subjectOf(o.Subject)
	}
	var best subject
	most := 0
	for _, s := range subjects {
		if n := s.fits(t.headers); n > most {
			best, most = s, n
		}
	}
	if best == nil {
		return nil, refuse("第一行没有一个可识别的列名，请核对表头，如“任教学段”“学历”", "no column of the first line is known: check the header, such as 任教学段 or education")
	}
	return best, nil
}

// group finds the column of the group, -1 for none.
func (t *table) group(o Options) (int, error) {
	if o.Group != "" {
		at := slices.Index(t.headers, o.Group)
		if at < 0 {
			return -1, refuse("表中没有“"+o.Group+"”这一列", "no column is called “"+o.Group+"”")
		}
		return at, nil
	}
	return slices.IndexFunc(t.headers, func(h string) bool { return slices.Contains(groupings[o.For].names, h) }), nil
}

// dated returns the table with columns of days for the fields that the file holds none of.
func dated[R indicators.Record[R]](t rows.Table[R], headers []string, asOf quantity.Date) (rows.Table[R], error) {
	to, teachers := any(&t).(*rows.Table[teacher.Record])
	if !teachers {
		return t, nil
	}
	columns, err := to.Columns(headers)
	if err != nil {
		return t, err
	}
	for _, days := range mappings.TeacherDates(asOf) {
		if days.Field == nil || !slices.ContainsFunc(columns, func(c rows.Understood) bool { return c.Field.Key == days.Field.Key() }) {
			*to = to.With(days)
		}
	}
	return t, nil
}

func (s of[R]) read(t *table, o Options) (held, Opened, error) {
	opened := Opened{Subject: Named{s.key(), s.label()}, AsOf: o.AsOf, For: o.For, Headers: slices.Clone(t.headers)}
	at, err := t.group(o)
	if err != nil {
		return nil, opened, err
	}
	known, err := dated(s.table(o.AsOf), t.headers, o.AsOf)
	if err != nil {
		return nil, opened, err
	}
	if at >= 0 {
		opened.Group = t.headers[at]
		if columns, err := known.Columns(t.headers[at : at+1]); err == nil && columns[0].Role == rows.Unknown {
			known = known.With(rows.Ignored[R](opened.Group))
		}
	}
	reader, err := known.Header(t.headers)
	if err != nil {
		return nil, opened, err
	}
	var list []kept[R]
	names := map[string]string{}
	for {
		cells, err := t.lines.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, opened, broken(err)
		}
		list = append(list, kept[R]{})
		one := &list[len(list)-1]
		line, _ := t.lines.FieldPos(0) // empty lines are lines of the file too
		faults, blank := reader.ReadAt(int64(line), cells, &one.Row)
		if blank {
			list = list[:len(list)-1]
			continue
		}
		one.Key = strings.Clone(one.Key)
		if at >= 0 && at < len(cells) {
			one.group = named(names, cells[at])
		}
		for _, f := range faults {
			if len(opened.Faults) < KeptFaults {
				opened.Faults = append(opened.Faults, bilingual.Both(f.In))
			}
		}
	}
	report := reader.Report()
	if report.Read == 0 {
		return nil, opened, refuse("表头下面没有记录", "there is no record below the header")
	}
	opened.Read = bilingual.Both(report.In)
	h, err := newRegister(s.set(), list, o, report.Doubled > 0, at >= 0)
	if err != nil {
		return nil, opened, err
	}
	missing := map[string]bilingual.Text{}
	for _, name := range report.Missing {
		missing[name.Key] = name.Label
	}
	h.describe(&opened, missing)
	return h, opened, nil
}

// unnamed is the group of records whose cell of the group is empty.
const unnamed = "（未填写）"

// named returns the name of a group, one string for all its records.
func named(names map[string]string, cell string) string {
	cell = strings.TrimSpace(cell)
	if cell == "" {
		return unnamed
	}
	name, there := names[cell]
	if !there {
		name = strings.Clone(cell)
		names[name] = name
	}
	return name
}

// describe says which groups there are and which statements the register answers.
func (h *register[R]) describe(o *Opened, missing map[string]bilingual.Text) {
	o.Date = bilingual.Both(o.AsOf.In)
	for _, g := range h.counts.Groups {
		o.Groups = append(o.Groups, g.Name)
	}
	for _, rule := range h.set {
		s := rule.Statement()
		one := Offered{Statement: s.ID, Name: s.Name, Citation: bilingual.Both(s.Citation)}
		for _, need := range measure(rule).Needs() {
			if label, lacks := missing[need.Field]; lacks {
				one.Lacking = append(one.Lacking, label)
			}
		}
		o.Statements = append(o.Statements, one)
	}
}
