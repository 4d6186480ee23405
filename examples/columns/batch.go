package main

import (
	"errors"
	"fmt"
	"iter"
	"slices"

	"github.com/apache/arrow-go/v18/arrow"
	"github.com/apache/arrow-go/v18/arrow/array"
	"github.com/apache/arrow-go/v18/arrow/memory"

	"github.com/eduplan/tonghua/indicators/teacher"
)

// batchRows is how many rows are decoded at a time. Their records fit into the cache of a
// processor core, and a dictionary is read often enough to cost nothing.
const batchRows = 8192

// batch is the decoded rows of a record batch.
type batch struct {
	records []teacher.Record
	groups  []string // nil where the table has no column of the group
}

// row is a row of a batch. It stays valid when the record batch that it comes from is
// released: a panel reads rows of a sequence ahead before it maps them.
type row struct {
	*batch
	at int
}

// mapTo is the mapping of a panel.
func mapTo(from *row, to *teacher.Record) { *to = from.records[from.at] }

// group returns the group that a row lies in; that of a NULL is "".
func group(of *row) string {
	if of.groups == nil {
		return ""
	}
	return of.groups[of.at]
}

// column is a column of a table by its name, and what its values fill.
type column struct {
	name  string
	fills string // the key of the field
	// fill sets a field of records from the values of a column, which are as many. The
	// records are new, so that it leaves alone what is NULL.
	fill func(from arrow.Array, to []teacher.Record) error
}

// filling names what fills a field.
func filling(name, fills string, fill func(from arrow.Array, to []teacher.Record) error) column {
	return column{name, fills, fill}
}

// errType says that the values of a column cannot fill what they should.
func errType(found arrow.DataType, accepted string) error {
	return fmt.Errorf("type %s: want %s", found, accepted)
}

// table is what the columns of a table are for. It keeps what it has read of texts, so
// that it serves one goroutine.
type table struct {
	columns []column
	by      string // the column of the group, or ""
	groups  *texts[string]
}

func newTable(by string, columns []column) *table {
	return &table{columns: columns, by: by, groups: textsOf(itself[string])}
}

// check compares a table with the columns of a source before a row is read. It returns
// what the source lacks and what it has in addition, in words.
func (t *table) check(schema *arrow.Schema) (notes []string, err error) {
	for _, c := range t.columns {
		if !schema.HasField(c.name) {
			notes = append(notes, fmt.Sprintf("no column %s: %s is unknown", c.name, c.fills))
		}
	}
	for _, f := range schema.Fields() {
		if !t.has(f.Name) {
			notes = append(notes, fmt.Sprintf("column %s fills no field", f.Name))
		}
	}
	if t.by != "" && !schema.HasField(t.by) {
		return notes, fmt.Errorf("no column %s for the group", t.by)
	}
	var fields []arrow.Field
	var empty []arrow.Array
	for _, f := range schema.Fields() {
		if t.has(f.Name) {
			fields = append(fields, f)
			empty = append(empty, array.MakeArrayOfNull(memory.DefaultAllocator, f.Type, 0))
		}
	}
	none := array.NewRecordBatch(arrow.NewSchema(fields, nil), empty, 0)
	defer none.Release()
	_, err = t.decode(none)
	return notes, err
}

// has reports whether a column of a source is of use.
func (t *table) has(name string) bool {
	return name == t.by && name != "" || slices.ContainsFunc(t.columns, func(c column) bool { return c.name == name })
}

// decode fills records from a record batch, a column at a time. All columns of a wrong
// type are in the error.
func (t *table) decode(from arrow.RecordBatch) (*batch, error) {
	b := &batch{records: make([]teacher.Record, from.NumRows())}
	var errs []error
	for _, c := range t.columns {
		values, err := columnOf(from, c.name)
		if err == nil && values != nil {
			err = c.fill(values, b.records)
		}
		if err != nil {
			errs = append(errs, fmt.Errorf("column %s for %s: %w", c.name, c.fills, err))
		}
	}
	if t.by != "" {
		values, err := columnOf(from, t.by)
		if err == nil && values != nil {
			b.groups = make([]string, from.NumRows())
			err = decode(t.groups, values, b.groups, itself)
		}
		if err != nil {
			errs = append(errs, fmt.Errorf("column %s for the group: %w", t.by, err))
		}
	}
	return b, errors.Join(errs...)
}

// columnOf returns the column of a name, nil if there is none.
func columnOf(b arrow.RecordBatch, name string) (arrow.Array, error) {
	switch at := b.Schema().FieldIndices(name); len(at) {
	case 0:
		return nil, nil
	case 1:
		return b.Column(at[0]), nil
	default:
		return nil, fmt.Errorf("stands there %d times", len(at))
	}
}

// rows yields the rows of record batches. An error ends the sequence.
func (t *table) rows(batches iter.Seq2[arrow.RecordBatch, error]) iter.Seq2[row, error] {
	return func(yield func(row, error) bool) {
		for whole, err := range batches {
			if err != nil {
				yield(row{}, err)
				return
			}
			for from := int64(0); from < whole.NumRows(); from += batchRows {
				part := whole.NewSlice(from, min(from+batchRows, whole.NumRows()))
				b, err := t.decode(part)
				part.Release()
				if err != nil {
					yield(row{}, err)
					return
				}
				for at := range b.records {
					if !yield(row{b, at}, nil) {
						return
					}
				}
			}
		}
	}
}

// eachNull calls do with the number of each value that is NULL. Few are, so that eight
// values are passed over at a time.
func eachNull(from arrow.Array, do func(i int)) {
	if from.NullN() == 0 {
		return
	}
	valid, offset := from.NullBitmapBytes(), from.Data().Offset()
	for i := 0; i < from.Len(); {
		at := offset + i
		if at%8 == 0 && valid[at/8] == 0xff {
			i += 8
			continue
		}
		if valid[at/8]>>(at%8)&1 == 0 {
			do(i)
		}
		i++
	}
}
