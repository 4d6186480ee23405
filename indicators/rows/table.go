package rows

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
)

// Column says how a column is called and read.
type Column[R indicators.Record[R]] struct {
	Names []string             // as headers write it, beside the key and the names of the field
	Field *indicators.Field[R] // what it fills; nil for a column that is known and fills nothing
	// Read sets the field from a text, or says why it cannot; nil reads it as the field does.
	// It reads one text always alike, since texts that were read are remembered.
	Read func(r *R, text string) error
	// Wanted says what the column expects; empty for what the field expects.
	Wanted bilingual.Text
	// Codes names the table by which Read reads bare digits, for those who look at how a
	// file is understood.
	Codes bilingual.Text
	// Skips reports whether a text says that the row is no member of the subject, such as
	// a cook in the staff table; see [indicators.Row.Skip].
	Skips func(text string) bool
}

// Words is a column of words that a parser reads: with words of the caller's own, or by a
// table of codes.
func Words[R indicators.Record[R], V indicators.Word](field indicators.Category[R, V], parser indicators.Parser[V], names ...string) Column[R] {
	return Column[R]{Names: names, Field: field.Field, Codes: parser.CodesName(), Read: func(r *R, text string) error {
		v, err := parser.Read(text)
		if err == nil {
			field.Set(r, v)
		}
		return err
	}}
}

// RecordsColumn is how a column is called that says how many records a row stands for
// ([indicators.Row.Stand]), beside 记录数. An empty cell is one.
const RecordsColumn = "records"

// Ignored is columns that are known and fill nothing, so that no report lists them: 姓名.
func Ignored[R indicators.Record[R]](names ...string) Column[R] { return Column[R]{Names: names} }

// Table says how the columns of the tables of one subject are called and read. It does not
// change, and is safe for concurrent use. The zero value is [For] without columns.
type Table[R indicators.Record[R]] struct {
	columns []Column[R]
	key     []string
}

// For returns a table whose columns are the subject's fields and those that are given.
func For[R indicators.Record[R]](columns ...Column[R]) Table[R] {
	return Table[R]{columns: slices.Clone(columns)}
}

// With returns the table with further columns. One for a field that has a column already
// takes its place, with the names of both; a name that another column has is the new one's.
func (t Table[R]) With(columns ...Column[R]) Table[R] {
	t.columns = slices.Clone(t.columns)
	for _, c := range columns {
		for i, o := range t.columns {
			t.columns[i].Names = slices.DeleteFunc(slices.Clone(o.Names), func(name string) bool { return slices.Contains(c.Names, name) })
		}
		if i := slices.IndexFunc(t.columns, func(o Column[R]) bool { return c.Field != nil && o.Field == c.Field }); i >= 0 {
			c.Names = slices.Concat(t.columns[i].Names, c.Names)
			t.columns[i] = c
			continue
		}
		t.columns = append(t.columns, c)
	}
	return t
}

// Also returns the table in which the column of a field has further names and is read as
// before; another column that has one of them loses it.
func (t Table[R]) Also(f *indicators.Field[R], names ...string) Table[R] {
	for _, c := range t.columns {
		if c.Field == f {
			c.Names = names
			return t.With(c)
		}
	}
	return t.With(Column[R]{Field: f, Names: names})
}

// Key returns the table with a column, under any of these names or those that it has
// already, that says who a record is: the number of a teacher. Faults name it, and a row
// whose key an earlier row has is a fault.
func (t Table[R]) Key(names ...string) Table[R] {
	t.key = slices.Concat(t.key, names)
	return t
}

// HeaderError says in both languages why a line cannot be the header of a table.
type HeaderError struct{ Why bilingual.Text }

// Error returns the text in English.
func (e *HeaderError) Error() string { return "rows: " + e.Why.EN }

// String returns the text in Chinese.
func (e *HeaderError) String() string { return e.Why.ZH }

// In says it in one language.
func (e *HeaderError) In(l bilingual.Language) string { return e.Why.In(l) }

func refused(zh, en string, said ...any) error {
	return &HeaderError{bilingual.Text{ZH: fmt.Sprintf(zh, said...), EN: fmt.Sprintf(en, said...)}}
}

// Header finds the columns of a table by its first line. No column that is known, or two
// that mean the same, is a [HeaderError]; what is unknown or missing is reported by the
// [Reader].
func (t Table[R]) Header(cells []string) (*Reader[R], error) {
	var none R
	subject := none.Subject()
	names, err := t.names(subject)
	if err != nil {
		return nil, err
	}
	r := &Reader[R]{key: -1, times: -1, width: len(cells), seen: map[string]int64{}, report: Report{Subject: subject.Key()}}
	var errs []error
	filled := map[*indicators.Field[R]]string{}
	for i, cell := range cells {
		role, meant := t.meaning(&names, cell)
		switch role {
		case Unknown:
			if normal(cell) != "" {
				r.report.Unknown = append(r.report.Unknown, strings.Clone(cell))
			}
		case NamesRecord:
			if r.key >= 0 {
				errs = append(errs, refused("“%s”和“%s”两列都像是记录的编号", "columns %q and %q both say who a record is", cells[r.key], cell))
			}
			r.key = i
		case CountsRecords:
			if r.times >= 0 {
				errs = append(errs, refused("“%s”和“%s”两列都像是每行代表的记录数", "columns %q and %q both say how many records a row stands for", cells[r.times], cell))
			}
			r.times = i
		case Ambiguous:
			errs = append(errs, refused("“%s”列可能是字段%s，也可能是%s：请用字段名作列名", "column %q may mean the field %s or %s: use the key", cell, meant[0].Field.Key(), meant[1].Field.Key()))
		case FillsField, LeavesOut:
			if f := meant[0].Field; f != nil {
				if filled[f] != "" {
					errs = append(errs, &HeaderError{bilingual.Text{
						ZH: fmt.Sprintf("“%s”和“%s”两列都识别为“%s”：请只留一列", filled[f], cell, f.Label().ZH),
						EN: fmt.Sprintf("columns %q and %q both mean the field %s", filled[f], cell, f.Key())}})
				}
				filled[f] = cell
			}
			r.columns = append(r.columns, &reading[R]{Column: *meant[0], at: i, header: strings.Clone(cell), read: map[string]*remembered[R]{}})
		}
	}
	if len(filled) == 0 && len(errs) == 0 {
		errs = append(errs, &HeaderError{bilingual.Text{
			ZH: "表头中没有“" + subject.Label().ZH + "”的字段：" + strings.Join(cells, "、"),
			EN: fmt.Sprintf("no column of %q is a field of the subject %s", cells, subject.Key())}})
	}
	if len(t.key) > 0 && r.key < 0 {
		errs = append(errs, &HeaderError{bilingual.Text{ZH: "缺少记录的编号列，如：" + strings.Join(t.key, "、"),
			EN: "the column " + strings.Join(t.key, " or ") + " is missing, which says who a record is"}})
	}
	if len(errs) > 0 {
		return nil, errors.Join(errs...)
	}
	for _, f := range subject.Fields() {
		if filled[f] == "" {
			r.report.Missing = append(r.report.Missing, Name{f.Key(), f.Label()})
		}
	}
	return r, nil
}

// names are the columns by what headers may call them: the caller's names first, then the
// keys of fields, then their names for people, which several fields may share.
type names[R indicators.Record[R]] struct {
	given, keys map[string]*Column[R]
	labels      map[string][]*Column[R]
}

func (t Table[R]) names(subject *indicators.Subject[R]) (n names[R], err error) {
	if err := subject.Err(); err != nil {
		return n, err
	}
	n = names[R]{map[string]*Column[R]{}, map[string]*Column[R]{}, map[string][]*Column[R]{}}
	of := map[*indicators.Field[R]]*Column[R]{}
	for i := range t.columns {
		c := &t.columns[i]
		switch {
		case c.Field == nil && c.Read != nil:
			return n, fmt.Errorf("rows: column %q reads and has no field", c.Names)
		case c.Field != nil && !subject.Has(c.Field):
			return n, fmt.Errorf("rows: field %q is none of the subject %s", c.Field.Key(), subject.Key())
		case c.Field != nil && of[c.Field] != nil:
			return n, fmt.Errorf("rows: field %s has two columns", c.Field.Key())
		case c.Field != nil:
			of[c.Field] = c
		}
		for _, name := range c.Names {
			name = normal(name)
			if other, taken := n.given[name]; taken && other != c {
				return n, fmt.Errorf("rows: %q is the name of two columns", name)
			}
			n.given[name] = c
		}
	}
	for _, f := range subject.Fields() {
		c := of[f]
		if c == nil {
			c = &Column[R]{Field: f}
		}
		n.keys[normal(f.Key())] = c
		for _, label := range []string{normal(f.Label().ZH), normal(f.Label().EN)} {
			if !slices.Contains(n.labels[label], c) {
				n.labels[label] = append(n.labels[label], c)
			}
		}
	}
	return n, nil
}

// find returns the columns that a header may mean.
func (n *names[R]) find(header string) []*Column[R] {
	if c, given := n.given[header]; given {
		return []*Column[R]{c}
	}
	if c, is := n.keys[header]; is {
		return []*Column[R]{c}
	}
	return n.labels[header]
}

// normal is a name of a column as it is looked up: what a spreadsheet adds means nothing.
func normal(name string) string {
	return strings.ToLower(strings.Join(strings.Fields(quantity.Normal(name)), " "))
}
