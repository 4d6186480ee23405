package whatif

import (
	"github.com/eduplan/tonghua/examples/city/registers"
	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/indicators/rows"
	"github.com/eduplan/tonghua/rules"
)

// subject is one kind of register with its rules, whatever its records are.
type subject interface {
	key() string
	label() bilingual.Text
	// fits is how many of some headers its tables know.
	fits(headers []string) int
	read(t *table, o Options) (held, Opened, error)
	demonstrate(c registers.Config) (held, Opened, error)
}

// of is a subject whose records are R.
type of[R indicators.Record[R]] struct {
	set   func() rules.Set[R]
	table func(asOf quantity.Date) rows.Table[R]
	made  func(c registers.Config) ([]kept[R], error) // its rows in a generated city
}

// usual is the table of a subject whose columns are its fields.
func usual[R indicators.Record[R]](quantity.Date) rows.Table[R] { return rows.For[R]() }

// from maps the rows of a generated city, as its own tables do.
func from[T any, R indicators.Record[R]](list []T, err error, mapping func(*T, *R), key, area func(*T) string) ([]kept[R], error) {
	out := make([]kept[R], len(list))
	for i := range list {
		one := &out[i]
		one.Number, one.Key, one.group = int64(i)+2, key(&list[i]), registers.AreaName(area(&list[i]))
		mapping(&list[i], &one.Record)
	}
	return out, err
}

// nameless is the key of rows that have none.
func nameless[T any](*T) string { return "" }

// subjectOf finds a subject by its key.
func subjectOf(key string) (subject, error) {
	for _, s := range subjects {
		if s.key() == key {
			return s, nil
		}
	}
	return nil, refuse("没有“"+key+"”这类登记表", "no register is called “"+key+"”")
}

func (of[R]) key() string {
	var none R
	return none.Subject().Key()
}

func (of[R]) label() bilingual.Text {
	var none R
	return none.Subject().Label()
}

func (s of[R]) fits(headers []string) (known int) {
	columns, err := s.table(quantity.Date{}).Columns(headers)
	if err != nil {
		return 0
	}
	for _, c := range columns {
		if c.Role == rows.FillsField || c.Role == rows.NamesRecord {
			known++
		}
	}
	return known
}
