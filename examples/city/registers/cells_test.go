package registers_test

import (
	"database/sql"
	"reflect"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/examples/city/registers"
	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
)

// keys are the columns that name a row; they are never empty or spoiled.
var keys = map[string]bool{"County": true, "School": true, "No": true, "Code": true, "Name": true, "Town": true}

// eachCell calls do with each cell of a clean city and the same one of another.
func eachCell(clean, other *registers.City, do func(register, column string, clean, other any)) {
	a, b := reflect.ValueOf(*clean), reflect.ValueOf(*other)
	for i := range a.NumField() {
		if a.Field(i).Kind() != reflect.Slice {
			continue // the settings
		}
		for k := range a.Field(i).Len() {
			row, same := a.Field(i).Index(k), b.Field(i).Index(k)
			for f := range row.NumField() {
				do(a.Type().Field(i).Name, row.Type().Field(f).Name, row.Field(f).Interface(), same.Field(f).Interface())
			}
		}
	}
}

func empty(cell any) bool {
	switch c := cell.(type) {
	case string:
		return c == ""
	case *int:
		return c == nil
	case sql.Null[int]:
		return !c.Valid
	case sql.Null[float64]:
		return !c.Valid
	}
	return false
}

func spoiled(cell any) bool {
	switch c := cell.(type) {
	case string:
		return c == "待核实"
	case *int:
		return c != nil && *c < 0
	case sql.Null[int]:
		return c.V < 0
	case sql.Null[float64]:
		return c.V < 0
	}
	return false
}

func TestSoManyCellsOfAThousandAreEmptyOrSpoiledAndNoOtherIsChanged(t *testing.T) {
	config := registers.Config{Year: 2024, Unknown: 30, Invalid: 7}
	clean, other := made(t, registers.Config{Year: 2024}), made(t, config)
	cells, unknown, invalid := 0, 0, 0
	eachCell(clean, other, func(register, column string, was, is any) {
		switch {
		case keys[column], column == "AgeTo" && empty(was): // a band without upper end stays one
			if was != is {
				t.Errorf("%s of %s: %v became %v", column, register, was, is)
			}
			return
		case empty(was) || spoiled(was):
			t.Errorf("%s of a clean %s is %v", column, register, was)
		case empty(is):
			unknown++
		case spoiled(is):
			invalid++
		case !reflect.DeepEqual(was, is):
			t.Errorf("%s of %s: %v became %v", column, register, was, is)
		}
		cells++
	})
	assert.Greater(t, cells, 2_000_000)
	assert.InDelta(t, config.Unknown, 1000*float64(unknown)/float64(cells), 0.5, "of %d cells", cells)
	assert.InDelta(t, config.Invalid, 1000*float64(invalid)/float64(cells), 0.5, "of %d cells", cells)
}

// What is empty in a table must be unknown to the library, what is spoiled
// invalid, and no more than that: else a mapping guesses or swallows.
func TestMappingsHandOnWhatIsUnknownAndInvalid(t *testing.T) {
	for name, c := range map[string]registers.Config{
		"clean":   {Year: 2021},
		"empty":   {Year: 2021, Unknown: 1000},
		"spoiled": {Year: 2021, Invalid: 1000},
	} {
		t.Run(name, func(t *testing.T) {
			city := made(t, c)
			agree(t, c, city.Teachers, registers.TeachersAsOf(city.AsOf()))
			agree(t, c, city.Pupils, (*registers.Pupil).Map)
			agree(t, c, city.Schools, (*registers.School).Map)
			agree(t, c, city.Classes, (*registers.Class).Map)
			agree(t, c, city.Grades, (*registers.Grade).Map)
			agree(t, c, city.Decisions, (*registers.Decision).Map)
			agree(t, c, city.Enrolments, (*registers.Enrolment).Map)
			agree(t, c, city.Attainments, (*registers.Attainment).Map)
			agree(t, c, city.Counties, (*registers.County).Map)
			agree(t, c, city.Finances, (*registers.Finance).Map)
			agree(t, c, city.Kindergartens, (*registers.Kindergarten).Map)
			agree(t, c, city.Townships, (*registers.Township).Map)
			agree(t, c, city.Estates, (*registers.Estate).Map)
			agree(t, c, city.Programmes, (*registers.Programme).Map)
			agree(t, c, city.Students, (*registers.Student).Map)
			agree(t, c, city.Transitions, (*registers.Transition).Map)
			agree(t, c, city.PrivateSchools, (*registers.PrivateSchool).Map)
			agree(t, c, city.SpecialChildren, (*registers.SpecialChild).Map)
			agree(t, c, city.Researchers, (*registers.Researcher).Map)
			agree(t, c, city.Accounts, (*registers.Account).Map)
			agree(t, c, city.EthicsCases, (*registers.EthicsCase).Map)
			agree(t, c, city.Cells, (*registers.Cell).Map)
			agree(t, c, city.ReportingUnits, (*registers.ReportingUnit).Map)
		})
	}
}

// agree maps each row and looks at every field that the subject has.
func agree[T any, R indicators.Record[R]](t *testing.T, c registers.Config, rows []T, mapping func(*T, *R)) {
	t.Helper()
	require.NotEmpty(t, rows)
	var none R
	subject := none.Subject()
	for i := range rows {
		var r R
		mapping(&rows[i], &r)
		if subject.Skipped(&r) {
			continue
		}
		for _, f := range subject.Fields() {
			code := f.Code(&r)
			good := code.Known()
			switch {
			case f.Key() == "area" && code.Known():
				good = true // a table of counties, which has no column that says so
			case f.Key() == "age_to" && code.Unknown():
				good = true // a band without upper end
			case c.Unknown == 1000:
				good = code.Unknown()
			case c.Invalid == 1000:
				good = code.Invalid()
			}
			if !good {
				t.Errorf("row %d: %s of %s is %s", i, f.Key(), subject.Key(), f.Text(&r, bilingual.English))
				return
			}
		}
	}
}
