package main

import (
	"errors"
	"fmt"
	"iter"
	"runtime"

	"github.com/apache/arrow-go/v18/arrow"
	"github.com/apache/arrow-go/v18/arrow/array"
	"github.com/apache/arrow-go/v18/arrow/memory"
)

// batch is a record batch with its columns found.
type batch struct {
	staff
	group words[string]
	rows  int
}

// row is a row of a batch.
type row struct {
	*batch
	at int
}

// groupOf returns the group that a row lies in; that of a NULL is "".
func groupOf(of *row) string { return of.group.at(of.at) }

// column is a column of a table by its name, and what it fills.
type column struct {
	name  string
	fills string // the key of a field
	values
}

// values are those of a column of a record batch, of any type that fills a field. Without
// bind all are unknown.
type values interface {
	bind(from arrow.Array) error
}

// errType says that the values of a column cannot fill what they should.
func errType(found arrow.DataType, accepted string) error {
	return fmt.Errorf("type %s: want %s", found, accepted)
}

// newBatch finds the columns of a record batch by their names; by is that of the group, or
// "". All columns of a wrong type are in the error.
//
// A panel reads rows ahead before it maps them, so that the record batch is kept until the
// last of its rows is gone, whatever its owner does.
func newBatch(from arrow.RecordBatch, by string) (*batch, error) {
	b := &batch{rows: int(from.NumRows())}
	var errs []error
	for _, c := range b.columns(by) {
		if err := bindColumn(from, c); err != nil {
			errs = append(errs, fmt.Errorf("column %s for %s: %w", c.name, c.fills, err))
		}
	}
	if err := errors.Join(errs...); err != nil {
		return nil, err
	}
	from.Retain()
	runtime.AddCleanup(b, arrow.RecordBatch.Release, from)
	return b, nil
}

// columns are those of the table and that of the group.
func (b *batch) columns(by string) []column {
	list := b.staff.columns()
	if by != "" {
		b.group.read = sameText
		list = append(list, column{by, "the group", &b.group})
	}
	return list
}

func bindColumn(from arrow.RecordBatch, c column) error {
	switch at := from.Schema().FieldIndices(c.name); len(at) {
	case 0:
		return nil
	case 1:
		return c.bind(from.Column(at[0]))
	default:
		return fmt.Errorf("stands there %d times", len(at))
	}
}

// names are the columns that are read of a table.
func names(by string) map[string]bool {
	list := map[string]bool{}
	for _, c := range new(batch).columns(by) {
		list[c.name] = true
	}
	return list
}

// check compares the columns of a source with those that are wanted, before a row is read.
// It returns what lacks and what is of no use, in words.
func check(schema *arrow.Schema, by string) (notes []string, err error) {
	for _, c := range new(batch).columns(by) {
		switch {
		case schema.HasField(c.name):
		case c.name == by:
			return nil, fmt.Errorf("no column %s for the group", by)
		default:
			notes = append(notes, fmt.Sprintf("no column %s: %s is unknown", c.name, c.fills))
		}
	}
	var fields []arrow.Field
	var empty []arrow.Array
	wanted := names(by)
	for _, f := range schema.Fields() {
		if !wanted[f.Name] {
			notes = append(notes, fmt.Sprintf("column %s fills no field", f.Name))
			continue
		}
		fields = append(fields, f)
		empty = append(empty, array.MakeArrayOfNull(memory.DefaultAllocator, f.Type, 0))
	}
	none := array.NewRecordBatch(arrow.NewSchema(fields, nil), empty, 0)
	defer none.Release()
	_, err = newBatch(none, by)
	return notes, err
}

// rowsOf yields the rows of record batches, by being the column of the group, or "". An
// error ends the sequence.
func rowsOf(batches iter.Seq2[arrow.RecordBatch, error], by string) iter.Seq2[row, error] {
	return func(yield func(row, error) bool) {
		for from, err := range batches {
			var b *batch
			if err == nil {
				b, err = newBatch(from, by)
			}
			if err != nil {
				yield(row{}, err)
				return
			}
			for at := range b.rows {
				if !yield(row{b, at}, nil) {
					return
				}
			}
		}
	}
}
