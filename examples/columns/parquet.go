package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"iter"

	"github.com/apache/arrow-go/v18/arrow"
	"github.com/apache/arrow-go/v18/arrow/memory"
	"github.com/apache/arrow-go/v18/parquet/file"
	"github.com/apache/arrow-go/v18/parquet/pqarrow"
)

// batchRows is how many rows of a file are read at a time: enough that a dictionary is read
// often for what it costs once.
const batchRows = 8192

// parquetRows yields the rows of a Parquet file; it writes down, once, which columns lack
// and which are of no use. Only columns that the table names are read. An error, such as
// that of a file that is cut off, ends the sequence.
func parquetRows(path, by string, messages io.Writer) iter.Seq2[row, error] {
	return func(yield func(row, error) bool) {
		source, err := openParquet(path, by, messages)
		if err != nil {
			yield(row{}, fmt.Errorf("%s: %w", path, err))
			return
		}
		defer source.close()
		for r, err := range rowsOf(source.batches(), by) {
			if err != nil {
				err = fmt.Errorf("%s: %w", path, err)
			}
			if !yield(r, err) {
				return
			}
		}
	}
}

// parquetFile is an open file with a reader of the columns that are wanted.
type parquetFile struct {
	file    *file.Reader
	records pqarrow.RecordReader // nil where no column is wanted
}

func openParquet(path, by string, messages io.Writer) (*parquetFile, error) {
	in, err := file.OpenParquetFile(path, false)
	if err != nil {
		return nil, err
	}
	f := &parquetFile{file: in}
	if err := f.open(by, messages); err != nil {
		f.close()
		return nil, err
	}
	return f, nil
}

func (f *parquetFile) open(by string, messages io.Writer) error {
	columns, properties := []int{}, pqarrow.ArrowReadProperties{BatchSize: batchRows}
	for i := range f.file.MetaData().Schema.NumColumns() {
		// Parquet keeps texts as dictionaries; read as they are, a row costs an index.
		properties.SetReadDict(i, true)
	}
	reader, err := pqarrow.NewFileReader(f.file, properties, memory.DefaultAllocator)
	if err != nil {
		return err
	}
	schema, err := reader.Schema()
	if err != nil {
		return err
	}
	notes, err := check(schema, by)
	if err != nil {
		return err
	}
	for _, note := range notes {
		fmt.Fprintln(messages, "columns:", note)
	}
	wanted := names(by)
	for _, of := range reader.Manifest.Fields {
		if of.IsLeaf() && wanted[of.Field.Name] {
			columns = append(columns, of.ColIndex)
		}
	}
	if len(columns) == 0 {
		return errors.New("no column that fills a field")
	}
	f.records, err = reader.GetRecordReader(context.Background(), columns, nil)
	return err
}

func (f *parquetFile) close() {
	if f.records != nil {
		f.records.Release()
	}
	_ = f.file.Close() // it was only read
}

// batches yields the record batches of a file, each of which is valid until the next.
func (f *parquetFile) batches() iter.Seq2[arrow.RecordBatch, error] {
	return func(yield func(arrow.RecordBatch, error) bool) {
		read := int64(0)
		for f.records.Next() {
			b := f.records.RecordBatch()
			read += b.NumRows()
			if !yield(b, nil) {
				return
			}
		}
		err := f.records.Err()
		if err == nil && read != f.file.NumRows() {
			err = fmt.Errorf("%d rows of %d: %w", read, f.file.NumRows(), io.ErrUnexpectedEOF)
		}
		if err != nil {
			yield(nil, err)
		}
	}
}
