package main

import (
	"io"
	"math"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/apache/arrow-go/v18/arrow"
	"github.com/apache/arrow-go/v18/arrow/array"
	"github.com/apache/arrow-go/v18/arrow/memory"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/indicators/teacher"
)

var lastDay = quantity.DateOf(2025, time.December, 31)

// of is a column as JSON: null, numbers, texts.
type of struct {
	name string
	kind arrow.DataType
	json string
}

// batchOf makes a record batch of columns of one length.
func batchOf(t *testing.T, columns ...of) arrow.RecordBatch {
	t.Helper()
	var fields []arrow.Field
	var arrays []arrow.Array
	for _, c := range columns {
		a, _, err := array.FromJSON(memory.DefaultAllocator, c.kind, strings.NewReader(c.json))
		require.NoError(t, err, c.name)
		fields, arrays = append(fields, arrow.Field{Name: c.name, Type: c.kind, Nullable: true}), append(arrays, a)
	}
	return array.NewRecordBatch(arrow.NewSchema(fields, nil), arrays, int64(arrays[0].Len()))
}

// mapped are the records of a batch.
func mapped(t *testing.T, from arrow.RecordBatch) (records []teacher.Record) {
	t.Helper()
	b, err := newBatch(from, "")
	require.NoError(t, err)
	mapping := mappingOn(lastDay)
	for at := range b.rows {
		var r teacher.Record
		mapping(&row{b, at}, &r)
		records = append(records, r)
	}
	return records
}

func TestCellsAreKnownUnknownOrInvalid(t *testing.T) {
	decimal := func(scale int32) arrow.DataType { return &arrow.Decimal128Type{Precision: 38, Scale: scale} }
	ints, floats, date := arrow.PrimitiveTypes.Int64, arrow.PrimitiveTypes.Float64, arrow.FixedWidthTypes.Date32
	for says, c := range map[string]struct {
		column of
		field  *indicators.Field[teacher.Record]
		want   []string
	}{
		"whole numbers are of the unit": {of{"training_hours", ints, `[360, 0, null, -1, 9223372036854775807]`}, teacher.TrainingHours.Field,
			[]string{"360", "0", "", "invalid: negative", "invalid: too-large"}},
		"short numbers as well":              {of{"training_hours", arrow.PrimitiveTypes.Int8, `[90, null, -3]`}, teacher.TrainingHours.Field, []string{"90", "", "invalid: negative"}},
		"numbers of 16 bits as well":         {of{"training_hours", arrow.PrimitiveTypes.Int16, `[360, null]`}, teacher.TrainingHours.Field, []string{"360", ""}},
		"numbers of 32 bits as well":         {of{"training_hours", arrow.PrimitiveTypes.Int32, `[360, null]`}, teacher.TrainingHours.Field, []string{"360", ""}},
		"floats are exact to the hundredth":  {of{"training_hours", floats, `[0.07, 360.00000000000006, null, 1.005, -1]`}, teacher.TrainingHours.Field, []string{"0.07", "360", "", "invalid: too-precise", "invalid: negative"}},
		"short floats are known by theirs":   {of{"training_hours", arrow.PrimitiveTypes.Float32, `[72.1, null]`}, teacher.TrainingHours.Field, []string{"72.1", ""}},
		"decimals are exact":                 {of{"rural_allowance", decimal(2), `["0.07", "1234.50", null, "-0.01"]`}, teacher.RuralAllowance.Field, []string{"0.07", "1234.5", "", "invalid: negative"}},
		"decimals without decimals":          {of{"rural_allowance", decimal(0), `["7", null]`}, teacher.RuralAllowance.Field, []string{"7", ""}},
		"decimals with many zeros":           {of{"rural_allowance", decimal(4), `["1.0500", "1.0501", null]`}, teacher.RuralAllowance.Field, []string{"1.05", "invalid: too-precise", ""}},
		"decimals that no float holds":       {of{"rural_allowance", decimal(2), `["90071992547409.93", "900719925474099312345678.00"]`}, teacher.RuralAllowance.Field, []string{"90071992547409.93", "invalid: too-large"}},
		"whole numbers of fen":               {of{"rural_allowance_due_fen", ints, `[7, 123450, null, -1, 9223372036854775807]`}, teacher.RuralAllowanceDue.Field, []string{"0.07", "1234.5", "", "invalid: negative", "92233720368547758.07"}},
		"ages are in full years":             {of{"born", date, `["1985-12-31", "1986-01-01", null, "2026-01-01"]`}, teacher.Age.Field, []string{"40", "39", "", "invalid: negative"}},
		"years of service are so as well":    {of{"hired", date, `["2009-08-15", null, "2026-01-01"]`}, teacher.ServiceYears.Field, []string{"16", "", "invalid: negative"}},
		"the year of appointment is a year":  {of{"hired", date, `["2009-08-15", "1969-12-31", null]`}, teacher.AppointedYear.Field, []string{"2009", "1969", ""}},
		"texts are of the field's list":      {of{"stage", plain, `["小学", null, "", "primary", "待核实"]`}, teacher.Stage.Field, []string{"primary", "", "", "primary", "invalid"}},
		"texts of a dictionary are so, too":  {of{"stage", textsAsDictionary, `["小学", null, "", "待核实", "小学"]`}, teacher.Stage.Field, []string{"primary", "", "", "invalid", "primary"}},
		"codes are of the table named":       {of{"education", plain, `["21", "31", "99"]`}, teacher.Education.Field, []string{"bachelor", "college", "invalid"}},
		"yes and no are texts":               {of{"specialist", plain, `["是", "0", null, "2"]`}, teacher.Specialist.Field, []string{"yes", "no", "", "invalid"}},
		"yes and no are booleans as well":    {of{"specialist", arrow.FixedWidthTypes.Boolean, `[true, false, null]`}, teacher.Specialist.Field, []string{"yes", "no", ""}},
		"kinds of staff tell full-time ones": {of{"staff_kind", plain, `["专任教师", "代课教师", null, "外聘"]`}, teacher.FullTime.Field, []string{"yes", "no", "", "invalid"}},
	} {
		t.Run(says, func(t *testing.T) {
			records := mapped(t, batchOf(t, c.column))
			require.Len(t, records, len(c.want))
			for i, want := range c.want {
				value := c.field.Value(&records[i]).(interface{ MarshalText() ([]byte, error) })
				got, err := value.MarshalText()
				require.NoError(t, err)
				assert.Equal(t, want, string(got), "row %d", i+1)
			}
		})
	}
}

func TestDaysOutsideOfTheCalendarAreInvalid(t *testing.T) {
	full := anniversariesOn(lastDay)
	for _, day := range []arrow.Date32{math.MinInt32, -800_000} {
		_, why := full.since(day)
		assert.Equal(t, quantity.NotADate, why)
	}
	for _, day := range []arrow.Date32{math.MinInt32, math.MaxInt32} {
		_, why := yearOf(day)
		assert.Equal(t, quantity.NotADate, why)
	}
}

func TestFullYearsAreThoseOfTheCalendar(t *testing.T) {
	epoch := quantity.DateOf(1970, time.January, 1)
	for _, day := range []quantity.Date{lastDay, quantity.DateOf(2025, time.February, 28), quantity.DateOf(2024, time.February, 29), quantity.DateOf(2024, time.March, 1)} {
		full := anniversariesOn(day)
		for born := day.AddYears(-130); !born.After(day); born = born.Next() {
			years, why := full.since(arrow.Date32(born.DaysSince(epoch)))
			if why != quantity.NoFault || quantity.N(years) != born.YearsTo(day) {
				t.Fatalf("from %s to %s: %d (%s), want %s", born, day, years, why, born.YearsTo(day))
			}
		}
	}
}

func TestWhoIsNoTeacherIsLeftOut(t *testing.T) {
	records := mapped(t, batchOf(t, of{"staff_kind", plain, `["工勤人员", "专任教师", null]`}))
	assert.Equal(t, []bool{true, false, false}, []bool{records[0].Skipped(), records[1].Skipped(), records[2].Skipped()})
}

func TestAColumnOfTheWrongTypeIsNamedWithBothTypes(t *testing.T) {
	numbers := &arrow.DictionaryType{IndexType: arrow.PrimitiveTypes.Int8, ValueType: arrow.PrimitiveTypes.Int64}
	list := arrow.ListOf(arrow.BinaryTypes.String)
	for says, c := range map[string]struct {
		columns []of
		by      string
		want    []string
	}{
		"a number for a text":       {[]of{{"stage", arrow.PrimitiveTypes.Int64, `[1]`}}, "", []string{"column stage for stage", "int64", acceptedTexts}},
		"a text for a number":       {[]of{{"training_hours", plain, `["360"]`}}, "", []string{"column training_hours for training_hours", "utf8", acceptedNumbers}},
		"a text for a date":         {[]of{{"born", plain, `["1985-03-12"]`}}, "", []string{"column born for age", "utf8", "date32"}},
		"a float for fen":           {[]of{{"rural_allowance_due_fen", arrow.PrimitiveTypes.Float64, `[1]`}}, "", []string{"column rural_allowance_due_fen", "float64", "int64"}},
		"a dictionary of numbers":   {[]of{{"stage", numbers, `[1]`}}, "", []string{"column stage", "dictionary<values=int64", acceptedTexts}},
		"a list":                    {[]of{{"stage", list, `[["小学"]]`}}, "", []string{"column stage", "list<", acceptedTexts}},
		"a number for the group":    {[]of{{"county", arrow.PrimitiveTypes.Int64, `[1]`}}, "county", []string{"column county for the group", "int64", acceptedTexts}},
		"a column that is twice":    {[]of{{"stage", plain, `["小学"]`}, {"stage", plain, `["小学"]`}}, "", []string{"column stage", "2 times"}},
		"several columns, all said": {[]of{{"stage", arrow.PrimitiveTypes.Int64, `[1]`}, {"born", plain, `[""]`}}, "", []string{"column stage", "column born"}},
	} {
		t.Run(says, func(t *testing.T) {
			b := batchOf(t, c.columns...)
			_, err := newBatch(b, c.by)
			for _, want := range c.want {
				assert.ErrorContains(t, err, want)
			}
			_, early := check(b.Schema(), c.by)
			assert.EqualError(t, early, err.Error(), "said before a row is read")
		})
	}
	path := filepath.Join(t.TempDir(), "staff.parquet")
	require.NoError(t, writeParquet(path, batchOf(t, of{"born", plain, `["1985-03-12"]`})))
	groups, err := judge(path, lastDay, "", io.Discard)
	assert.Nil(t, groups)
	assert.ErrorContains(t, err, "column born for age")
	assert.ErrorContains(t, err, "want date32")
}

func TestANULLGroupIsTheGroupWithoutAName(t *testing.T) {
	for says, texts := range map[string]arrow.DataType{"plain": plain, "dictionary": textsAsDictionary} {
		t.Run(says, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "staff.parquet")
			require.NoError(t, writeParquet(path, batchOf(t, of{"county", texts, `["东昌区", null, "东昌区", ""]`}, of{"stage", texts, `["小学", "小学", null, "初中"]`})))
			var messages strings.Builder
			groups, err := judge(path, lastDay, "county", &messages)
			require.NoError(t, err)
			assert.Equal(t, []string{"东昌区", ""}, groups.Keys())
			none, _ := groups.Of("")
			assert.EqualValues(t, 2, none.Read)
		})
	}
}

func TestColumnsThatLackOrAreOfNoUseAreToldOnce(t *testing.T) {
	path := filepath.Join(t.TempDir(), "staff.parquet")
	require.NoError(t, writeParquet(path, batchOf(t, of{"stage", plain, `["小学", "小学"]`}, of{"salary", plain, `["1", null]`})))
	var messages strings.Builder
	groups, err := judge(path, lastDay, "", &messages)
	require.NoError(t, err)
	assert.Equal(t, []string{""}, groups.Keys())
	assert.Equal(t, 1, strings.Count(messages.String(), "columns: column salary fills no field\n"))
	assert.Equal(t, 1, strings.Count(messages.String(), "columns: no column born: age is unknown\n"))
	assert.NotContains(t, messages.String(), "stage")

	require.NoError(t, writeParquet(filepath.Join(filepath.Dir(path), "other.parquet"), batchOf(t, of{"salary", plain, `["1"]`})))
	_, err = judge(filepath.Join(filepath.Dir(path), "other.parquet"), lastDay, "", io.Discard)
	assert.ErrorContains(t, err, "no column", "a file of something else is no register of unknown teachers")
}
