package pushdown

import (
	"fmt"
	"math"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/quantity"
)

// Table says where a register lies. Its texts are SQL of the caller's own, which goes into
// the query as it is: it must never come from outside.
type Table[R indicators.Record[R]] struct {
	From  string // a table, a view, or a query in brackets with a name
	Group string // the group of a row, such as its county; NULL is the group "". Without it all rows are one group, ""
	Key   string // who a row is, such as the number of a teacher; for [Query.Offenders] alone
	Skip  string // a condition: the row is no member of the register, as [indicators.Row.Skip] says; where it is NULL the row is one

	// Times is how many records a row stands for, of a table in which each row counts many
	// that are alike; one without it.
	Times string

	// Columns say how fields are read. A field without a column is unknown.
	Columns []Column[R]
}

// Column reads a field of a record from a row.
type Column[R indicators.Record[R]] struct {
	field *indicators.Field[R]
	from  string
	kind  columnKind
	parse func(text string) quantity.Code // of words
}

type columnKind uint8

const (
	inSteps columnKind = iota
	inWords
	inWholes
	inDecimals
	inFloats
)

// Words reads a field of words from a column of texts, or of whatever the database writes as
// a text, as a parser of the caller's reads it: see [indicators.Parser.Parse]. A boolean of
// PostgreSQL or DuckDB is the text true or false, which the parser of [indicators.Answer]
// knows; a column of 1 and 0, which MySQL and SQLite have for one, wants its table of codes:
// ParserOf[Answer]().Codes(TruthCodes). NULL is read as the text "".
func Words[R indicators.Record[R], V indicators.Word](field indicators.Category[R, V], from string, parse func(text string) V) Column[R] {
	return Column[R]{field: field.Field, from: from, kind: inWords, parse: func(text string) quantity.Code {
		var r R
		field.Set(&r, parse(text))
		return field.Code(&r)
	}}
}

// Whole reads a number from a column of whole numbers, in the unit of the field: 360 is 360
// hours. NULL is unknown; what is negative or not whole is invalid.
func Whole[R indicators.Record[R]](field indicators.Number[R], from string) Column[R] {
	return Column[R]{field: field.Field, from: from, kind: inWholes}
}

// Decimal reads a number from a column of decimals, in the unit of the field. NULL is
// unknown; a number that is negative, or has more decimals than the field (two of hours,
// money and years, none of counts), is invalid.
func Decimal[R indicators.Record[R]](field indicators.Number[R], from string) Column[R] {
	return Column[R]{field: field.Field, from: from, kind: inDecimals}
}

// Float reads a number from a column of floating-point numbers, in the unit of the field, as
// [quantity.HoursOf] and [quantity.CountOf] do, noise included. NULL is unknown, and so is what
// SQLite takes for NULL: a NaN.
func Float[R indicators.Record[R]](field indicators.Number[R], from string) Column[R] {
	return Column[R]{field: field.Field, from: from, kind: inFloats}
}

// Steps reads a field from whole numbers in the library's own form: of words the number of
// the term in its vocabulary, of numbers the steps of the unit, such as hundredths of an hour,
// of a date the days since 1 January of year 1. It wants the field itself, such as
// teacher.Age.Field. NULL is unknown; a number that no term has, or a negative one, is invalid.
func Steps[R indicators.Record[R]](field *indicators.Field[R], from string) Column[R] {
	return Column[R]{field: field, from: from}
}

// check finds what is wrong with a table, so that the database need not.
func (t *Table[R]) check(d *Dialect) error {
	if t.From == "" {
		return fmt.Errorf("pushdown: no table")
	}
	var none R
	s := none.Subject()
	for i, c := range t.Columns {
		switch {
		case c.field == nil || !s.Has(c.field):
			return fmt.Errorf("pushdown: column %d, %q: its field is none of %s's", i+1, c.from, s.Key())
		case c.from == "":
			return fmt.Errorf("pushdown: field %s: no column", c.field.Key())
		case c.kind > inWords && c.field.Vocabulary() != nil:
			return fmt.Errorf("pushdown: field %s is of words, and its column of numbers", c.field.Key())
		case c.kind == inDecimals && !d.Decimal:
			return fmt.Errorf("pushdown: field %s: %s has no exact decimals: its numbers are Whole or Float", c.field.Key(), d.Name)
		}
		for _, other := range t.Columns[:i] {
			if other.field == c.field {
				return fmt.Errorf("pushdown: field %s has two columns, %q and %q", c.field.Key(), other.from, c.from)
			}
		}
	}
	return nil
}

// column returns the column of a field, nil for none.
func (t *Table[R]) column(f *indicators.Field[R]) *Column[R] {
	for i := range t.Columns {
		if t.Columns[i].field == f {
			return &t.Columns[i]
		}
	}
	return nil
}

// number writes what reads a number: its steps, NULL where it is unknown, and -1 where it is
// invalid.
func (c *Column[R]) number(d *Dialect) string {
	scale := c.field.Unit().Scale()
	times := func(v string) string {
		if scale == 1 {
			return v
		}
		return fmt.Sprintf("%s * %d", v, scale)
	}
	from := "(" + c.from + ")"
	switch c.kind {
	case inWholes:
		return fmt.Sprintf("CASE WHEN %[1]s IS NULL THEN NULL WHEN %[1]s BETWEEN 0 AND %[2]d AND %[3]s = %[1]s THEN %[4]s ELSE -1 END",
			from, uint64(math.MaxInt64)/scale, fmt.Sprintf(d.Whole, from), times(from))
	case inDecimals:
		limit := map[uint64]string{1: "9223372036854775808", 100: "92233720368547758.08"}[scale]
		return fmt.Sprintf("CASE WHEN %[1]s IS NULL THEN NULL WHEN %[1]s >= 0 AND %[1]s < %[2]s AND %[3]s = %[4]s THEN %[5]s ELSE -1 END",
			from, limit, times(from), fmt.Sprintf(d.Floor, times(from)), fmt.Sprintf(d.Whole, times(from)))
	case inFloats:
		return floats(d, fmt.Sprintf(d.Double, from), scale)
	}
	return from
}

// floats writes how package quantity reads a float64: the nearest hundredth, if the number
// differs from it by no more than its noise and there are fewer than 2^51 of them; or the whole
// number, if it is one below 2^53. The noise is a millionth of the number, 2^-20, and at most
// 2^-11.
func floats(d *Dialect, from string, scale uint64) string {
	if scale == 1 {
		return fmt.Sprintf("CASE WHEN %[1]s IS NULL THEN NULL WHEN %[1]s >= 0 AND %[1]s < 9007199254740992 AND %[2]s = %[1]s THEN %[3]s ELSE -1 END",
			from, fmt.Sprintf(d.Floor, from), fmt.Sprintf(d.Whole, from))
	}
	const tooLarge = "2.2517998136852477e13" // the least float64 that is 2^51 hundredths or more
	steps := fmt.Sprintf(d.Floor, from+" * 100 + 0.5")
	return fmt.Sprintf("CASE WHEN %[1]s IS NULL THEN NULL WHEN %[1]s >= 0 AND %[1]s < %[2]s"+
		" AND ABS(%[3]s / 100.0 - %[1]s) * 1048576 <= CASE WHEN %[1]s < 512 THEN %[1]s ELSE 512 END THEN %[4]s ELSE -1 END",
		from, tooLarge, steps, fmt.Sprintf(d.Whole, steps))
}
