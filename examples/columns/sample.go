package main

import (
	"database/sql"
	"errors"
	"fmt"
	"math"
	"os"
	"time"

	"github.com/apache/arrow-go/v18/arrow"
	"github.com/apache/arrow-go/v18/arrow/array"
	"github.com/apache/arrow-go/v18/arrow/decimal128"
	"github.com/apache/arrow-go/v18/arrow/memory"
	"github.com/apache/arrow-go/v18/parquet"
	"github.com/apache/arrow-go/v18/parquet/compress"
	"github.com/apache/arrow-go/v18/parquet/pqarrow"

	"github.com/eduplan/tonghua/examples/city/registers"
)

// sampleColumn is a column of the generated staff table, and how a teacher's value is put there.
type sampleColumn struct {
	name string
	kind arrow.DataType
	put  func(array.Builder, *registers.Teacher)
}

// sampleColumns returns the columns of the generated staff table, with the types that such
// tables come in. Texts are of the given type.
func sampleColumns(texts arrow.DataType) []sampleColumn {
	text := func(name string, of func(*registers.Teacher) string) sampleColumn {
		return sampleColumn{name, texts, func(b array.Builder, t *registers.Teacher) { putText(b, of(t)) }}
	}
	number := func(name string, kind arrow.DataType, of func(*registers.Teacher) sql.Null[float64]) sampleColumn {
		return sampleColumn{name, kind, func(b array.Builder, t *registers.Teacher) { putNumber(b, of(t)) }}
	}
	date := func(name string, of func(*registers.Teacher) string) sampleColumn {
		return sampleColumn{name, arrow.FixedWidthTypes.Date32, func(b array.Builder, t *registers.Teacher) { putDate(b.(*array.Date32Builder), of(t)) }}
	}
	yuan := &arrow.Decimal128Type{Precision: 12, Scale: 2}
	return []sampleColumn{
		text("county", func(t *registers.Teacher) string { return registers.AreaName(t.County) }),
		text("staff_kind", func(t *registers.Teacher) string { return t.StaffKind }),
		text("stage", func(t *registers.Teacher) string { return t.Stage }),
		text("specialist", func(t *registers.Teacher) string { return t.Specialist }),
		text("education", func(t *registers.Teacher) string { return t.Degree }),
		text("academic_degree", func(t *registers.Teacher) string { return t.AcademicDegree }),
		text("backbone", func(t *registers.Teacher) string { return t.BackboneTitle }),
		text("speciality_leader", func(t *registers.Teacher) string { return t.LeaderTitle }),
		text("dual_qualified", func(t *registers.Teacher) string { return t.DualQualified }),
		text("real_name_space", func(t *registers.Teacher) string { return t.Space }),
		text("current_round_trained", func(t *registers.Teacher) string { return t.RoundTrained }),
		number("training_hours", arrow.PrimitiveTypes.Float64, func(t *registers.Teacher) sql.Null[float64] { return t.TrainingHours }),
		number("digital_hours", arrow.PrimitiveTypes.Int64, func(t *registers.Teacher) sql.Null[float64] { return t.DigitalHours }),
		number("practice_hours", arrow.PrimitiveTypes.Int64, func(t *registers.Teacher) sql.Null[float64] { return t.PracticeHours }),
		text("hard_post", func(t *registers.Teacher) string { return t.HardPost }),
		number("rural_years", arrow.PrimitiveTypes.Float64, func(t *registers.Teacher) sql.Null[float64] { return t.RuralYears }),
		number("rural_allowance", yuan, func(t *registers.Teacher) sql.Null[float64] { return t.AllowancePaid }),
		number("rural_allowance_due_fen", arrow.PrimitiveTypes.Int64, func(t *registers.Teacher) sql.Null[float64] {
			return sql.Null[float64]{V: 100 * t.AllowanceDue.V, Valid: t.AllowanceDue.Valid}
		}),
		text("province_qualified", func(t *registers.Teacher) string { return t.ProvinceQualified }),
		text("province_recommended", func(t *registers.Teacher) string { return t.ProvinceSuggested }),
		number("enterprise_months", arrow.PrimitiveTypes.Float64, func(t *registers.Teacher) sql.Null[float64] { return t.EnterpriseMonths }),
		text("vocational_certificate", func(t *registers.Teacher) string { return t.SkillCertificate }),
		date("born", func(t *registers.Teacher) string { return t.Born }),
		text("upgrading", func(t *registers.Teacher) string { return t.Upgrading }),
		text("ethnic_school", func(t *registers.Teacher) string { return t.EthnicSchool }),
		text("ethics_assessed", func(t *registers.Teacher) string { return t.EthicsAssessed }),
		text("newly_appointed", func(t *registers.Teacher) string { return t.NewlyAppointed }),
		text("rural_service_arranged", func(t *registers.Teacher) string { return t.RuralServiceFixed }),
		text("training_tier", func(t *registers.Teacher) string { return t.HighestTraining }),
		date("hired", func(t *registers.Teacher) string { return t.Hired }),
	}
}

// putText writes an empty cell as NULL.
func putText(to array.Builder, text string) {
	if text == "" {
		to.AppendNull()
		return
	}
	_ = to.AppendValueFromString(text) // builders of texts take every text
}

// putNumber writes numbers of at most two decimals, which the city has.
func putNumber(to array.Builder, n sql.Null[float64]) {
	if !n.Valid {
		to.AppendNull()
		return
	}
	switch to := to.(type) {
	case *array.Int64Builder:
		to.Append(int64(n.V))
	case *array.Float64Builder:
		to.Append(n.V)
	case *array.Decimal128Builder:
		to.Append(decimal128.FromI64(int64(math.Round(n.V * 100))))
	}
}

// notADay is a date32 that no calendar has; it stands for a text that is no date.
const notADay = arrow.Date32(math.MinInt32)

func putDate(to *array.Date32Builder, text string) {
	day, err := time.Parse(time.DateOnly, text)
	switch {
	case text == "":
		to.AppendNull()
	case err != nil:
		to.Append(notADay)
	default:
		to.Append(arrow.Date32FromTime(day))
	}
}

// textsAsDictionary is how texts are kept that are the same again and again.
var textsAsDictionary = &arrow.DictionaryType{IndexType: arrow.PrimitiveTypes.Int32, ValueType: arrow.BinaryTypes.String}

// sampleBatch puts a staff table into columns.
func sampleBatch(staff []registers.Teacher, columns []sampleColumn) arrow.RecordBatch {
	fields := make([]arrow.Field, len(columns))
	for i, c := range columns {
		fields[i] = arrow.Field{Name: c.name, Type: c.kind, Nullable: true}
	}
	to := array.NewRecordBuilder(memory.DefaultAllocator, arrow.NewSchema(fields, nil))
	defer to.Release()
	for i := range staff {
		for k, c := range columns {
			c.put(to.Field(k), &staff[i])
		}
	}
	return to.NewRecordBatch()
}

// usual is how most programs write Parquet files: decimals as whole numbers, lightly
// compressed.
var usual = []parquet.WriterProperty{parquet.WithStoreDecimalAsInteger(true), parquet.WithCompression(compress.Codecs.Snappy)}

// writeSample writes the staff table of the generated city of a year, some cells of which
// are unknown or invalid, to a new file.
func writeSample(path string, year int) error {
	city, err := registers.New(registers.Config{Year: year, Unknown: 15, Invalid: 5})
	if err != nil {
		return err
	}
	b := sampleBatch(city.Teachers, sampleColumns(textsAsDictionary))
	defer b.Release()
	return writeParquet(path, b, usual...)
}

// writeParquet writes a batch to a new file; one that could not be finished is removed.
func writeParquet(path string, b arrow.RecordBatch, options ...parquet.WriterProperty) (err error) {
	to, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			err = errors.Join(fmt.Errorf("%s: %w", path, err), os.Remove(path))
		}
	}()
	w, err := pqarrow.NewFileWriter(b.Schema(), to, parquet.NewWriterProperties(options...), pqarrow.DefaultWriterProps())
	if err != nil {
		return errors.Join(err, to.Close())
	}
	return errors.Join(w.Write(b), w.Close()) // which closes the file
}
