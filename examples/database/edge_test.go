package main

import (
	"database/sql"
	"fmt"
	"math"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/indicators/teacher"
	"github.com/eduplan/tonghua/rules"
	"github.com/eduplan/tonghua/rules/pushdown"
	"github.com/eduplan/tonghua/rules/tonghua"
)

// hoursPanel asks for hours.
func hoursPanel() *rules.Panel[member[teacher.Record], teacher.Record] {
	return rules.MustPanel(asMember[teacher.Record], tonghua.TeacherTrainingHours)
}

func mastersPanel() *rules.Panel[member[teacher.Record], teacher.Record] {
	return rules.MustPanel(asMember[teacher.Record], tonghua.SeniorMaster)
}

func hoursOf(group, text string) member[teacher.Record] {
	h, _ := quantity.ParseHours(text) // what is no number is invalid
	return member[teacher.Record]{teacher.Record{Stage: indicators.Primary, FullTime: indicators.Yes, TrainingHours: h}, group}
}

func TestAnEmptyTableIsAnEmptyRegister(t *testing.T) {
	db := sqlite(t)
	table := filed[teacher.Record](t, db, engines["sqlite"], "register", nil)
	got := judged(t, db, pushdown.SQLite, hoursPanel(), table)
	samePass(t, hoursPanel(), nil, got)
	assert.Empty(t, got.Keys())

	e := engines["sqlite"]
	staff := opened(t, e, filepath.Join(t.TempDir(), "city.db"), nil)
	texts, err := pushdown.New(mastersPanel(), asOf, pushdown.SQLite, staffTable(e, asOf))
	require.NoError(t, err)
	got, err = texts.Groups(t.Context(), staff)
	require.NoError(t, err, "columns of words without a text")
	assert.Zero(t, got.Total().Read)
}

func TestRowsWithoutAGroupAreTheGroupWithoutAName(t *testing.T) {
	db := sqlite(t)
	table := filed(t, db, engines["sqlite"], "register", []member[teacher.Record]{hoursOf("", "360"), hoursOf("a", "360"), hoursOf("", "1")})
	_, err := db.Exec("UPDATE register SET area = NULL WHERE rowid = 1")
	require.NoError(t, err)
	groups := judged(t, db, pushdown.SQLite, hoursPanel(), table)
	assert.Equal(t, []string{"", "a"}, groups.Keys())
	none, _ := groups.Of("")
	assert.EqualValues(t, 2, none.Read, "that of NULL and that of an empty text")

	table.Group = ""
	groups = judged(t, db, pushdown.SQLite, hoursPanel(), table)
	assert.Equal(t, []string{""}, groups.Keys(), "a table that is not split")
	assert.EqualValues(t, 3, groups.Total().Read)
}

func TestSkippedRowsAreReadAndCountedApart(t *testing.T) {
	db := sqlite(t)
	cook := hoursOf("a", "1")
	cook.record.Skip()
	table := filed(t, db, engines["sqlite"], "register", []member[teacher.Record]{hoursOf("a", "360"), cook, cook})
	query, err := pushdown.New(hoursPanel(), asOf, pushdown.SQLite, table)
	require.NoError(t, err)
	groups, err := query.Groups(t.Context(), db)
	require.NoError(t, err)
	total := groups.Total()
	assert.EqualValues(t, 3, total.Read)
	assert.EqualValues(t, 2, total.Skipped)
	assert.EqualValues(t, 1, total.Rules[0].Records.InScope)
	for o, err := range query.Offenders(t.Context(), db, tonghua.TeacherTrainingHours.ID()) {
		require.NoError(t, err)
		assert.Fail(t, "a cook breaks no duty of teachers", o.Key)
	}
}

func TestATableMayHaveTheNamesOfTheQuery(t *testing.T) {
	members := []member[teacher.Record]{hoursOf("a", "360"), hoursOf("b", "1")}
	for _, name := range []string{"tonghua_rows", "TONGHUA_PROFILES", "tonghua_rows_", "profiles", "rows"} {
		db := sqlite(t)
		table := filed(t, db, engines["sqlite"], name, members)
		groups := judged(t, db, pushdown.SQLite, hoursPanel(), table)
		assert.EqualValues(t, 2, groups.Total().Read)
	}
}

func TestARowMayStandForSeveralRecords(t *testing.T) {
	members := []member[teacher.Record]{hoursOf("a", "360"), hoursOf("a", "1"), hoursOf("b", "360")}
	times := []int64{57, 3, 0}
	db := sqlite(t)
	table := filed(t, db, engines["sqlite"], "register", members)
	_, err := db.Exec("ALTER TABLE register ADD COLUMN persons INTEGER")
	require.NoError(t, err)
	for i, n := range times {
		members[i].record.Stand(n)
		_, err := db.Exec("UPDATE register SET persons = ? WHERE rowid = ?", n, i+1)
		require.NoError(t, err)
	}
	table.Times = "persons"
	query, err := pushdown.New(hoursPanel(), asOf, pushdown.SQLite, table)
	require.NoError(t, err)
	got, err := query.Groups(t.Context(), db)
	require.NoError(t, err)
	samePass(t, hoursPanel(), members, got)
	for _, wrong := range []any{nil, -1, int64(indicators.MostTimes) + 1} {
		_, err = db.Exec("UPDATE register SET persons = ? WHERE rowid = 1", wrong)
		require.NoError(t, err)
		_, err = query.Groups(t.Context(), db)
		assert.ErrorIs(t, err, pushdown.ErrNoTimes, "%v", wrong)
	}
}

func TestNumbersThatTheDatabaseCannotMultiplyAreAnError(t *testing.T) {
	panel := rules.MustPanel(asMember[teacher.Record], tonghua.DigitalTrainingPractice)
	large := hoursOf("a", "360")
	large.record.DigitalHours, large.record.PracticeHours = quantity.WholeHours(int64(92233720368547758)), quantity.WholeHours(int64(46116860184273880))
	members := []member[teacher.Record]{large}
	db := sqlite(t)
	query, err := pushdown.New(panel, asOf, pushdown.SQLite, filed(t, db, engines["sqlite"], "register", members))
	require.NoError(t, err)
	_, err = query.Groups(t.Context(), db)
	require.ErrorIs(t, err, pushdown.ErrTooLarge)
	for _, err := range query.Offenders(t.Context(), db, tonghua.DigitalTrainingPractice.ID()) {
		require.ErrorIs(t, err, pushdown.ErrTooLarge)
	}

	duck, err := sql.Open("duckdb", "")
	require.NoError(t, err)
	defer duck.Close()
	// 128 bits hold it
	got := judged(t, duck, pushdown.DuckDB, panel, filed(t, duck, engines["duckdb"], "register", members))
	samePass(t, panel, members, got)
}

func TestWhatCannotBePushedDownSaysWhy(t *testing.T) {
	own := indicators.Holds(indicators.Function[teacher.Record]{Name: bilingual.Text{ZH: "学时为整数", EN: "whole hours"}, Version: "1",
		Reads: []*indicators.Field[teacher.Record]{teacher.TrainingHours.Field}, Holds: func(*teacher.Record) bool { return true }})
	function := rules.MustPanel(rules.AsIs[teacher.Record], rules.MustShare(testPlan(t, 1), "r-0", indicators.Share[teacher.Record]{Counted: own}))
	plain := rules.MustPanel(rules.AsIs[teacher.Record], tonghua.TeacherTrainingHours)
	type columns = []pushdown.Column[teacher.Record]
	for _, c := range []struct {
		name  string
		panel *rules.Panel[teacher.Record, teacher.Record]
		table pushdown.Table[teacher.Record]
		want  string
	}{
		{"a function of the caller's", function, pushdown.Table[teacher.Record]{From: "t"}, `the function "whole hours"`},
		{"a panel with keys", plain.Keyed(func(*teacher.Record) string { return "" }), pushdown.Table[teacher.Record]{From: "t"}, "a panel with keys"},
		{"no panel", nil, pushdown.Table[teacher.Record]{From: "t"}, "not made by its constructor"},
		{"no table", plain, pushdown.Table[teacher.Record]{}, "no table"},
		{"a field with two columns", plain, pushdown.Table[teacher.Record]{From: "t", Columns: columns{pushdown.Whole(teacher.TrainingHours, "a"), pushdown.Float(teacher.TrainingHours, "b")}}, `training_hours has two columns, "a" and "b"`},
		{"a field without its column", plain, pushdown.Table[teacher.Record]{From: "t", Columns: columns{pushdown.Whole(teacher.TrainingHours, "")}}, "training_hours: no column"},
		{"a field of nothing", plain, pushdown.Table[teacher.Record]{From: "t", Columns: columns{pushdown.Whole(indicators.Number[teacher.Record]{}, "a")}}, "none of teacher's"},
		{"a decimal of SQLite", plain, pushdown.Table[teacher.Record]{From: "t", Columns: columns{pushdown.Decimal(teacher.TrainingHours, "a")}}, "SQLite has no exact decimals"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := pushdown.New(c.panel, asOf, pushdown.SQLite, c.table)
			require.Error(t, err)
			assert.ErrorContains(t, err, c.want)
		})
	}
}

func TestAColumnOfTooManyTextsIsNoneOfWords(t *testing.T) {
	db := sqlite(t)
	_, err := db.Exec("CREATE TABLE staff (degree TEXT); WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 4097) INSERT INTO staff SELECT 'text ' || i FROM n")
	require.NoError(t, err)
	query, err := pushdown.New(mastersPanel(), asOf, pushdown.SQLite, pushdown.Table[teacher.Record]{From: "staff", Columns: []pushdown.Column[teacher.Record]{pushdown.Words(teacher.Education, "degree", educations)}})
	require.NoError(t, err)
	_, err = query.Statements()
	assert.ErrorContains(t, err, "call Learn")
	_, err = query.Groups(t.Context(), db)
	assert.ErrorContains(t, err, "texts of field education: more than 4096 texts")
	_, err = db.Exec("DELETE FROM staff WHERE degree = 'text 7'")
	require.NoError(t, err)
	groups, err := query.Groups(t.Context(), db)
	require.NoError(t, err)
	assert.EqualValues(t, 4096, groups.Total().Fields[1].Invalid)
}

// numbers are what columns of numbers hold, with noise, out of range, and at each threshold.
var numbers = []float64{0, math.Copysign(0, -1), 0.01, 0.1 + 0.2, 1.005, 0.005, 359.99, 359.995, 360, 360.00000000000006, 72.1, float64(float32(72.1)), float64(float32(359.99)), -1, -0.001, -1e300, 1e300,
	22517998136852.4, 22517998136852.473, 22517998136852.477, 512.0004, 511.9996, 511.9995, 22517998136852.48, 22517998136852.49, 9007199254740991, 9007199254740992, math.Inf(1), math.Inf(-1), math.NaN(), math.SmallestNonzeroFloat64}

// Every number is a row of its own, whose group is its place: so each is compared by itself.
func TestFloatsAreReadAsTheProgramReadsThem(t *testing.T) {
	for name, source := range sources(t) {
		t.Run(name, func(t *testing.T) {
			e := engines[name]
			db, err := sql.Open(e.driver, source(t))
			require.NoError(t, err)
			defer db.Close()
			_, err = db.Exec(fmt.Sprintf("CREATE TABLE facts (place VARCHAR(10), hours %s)", e.double))
			require.NoError(t, err)
			var members []member[teacher.Record]
			for i, v := range numbers {
				if name == "mysql" && (math.IsNaN(v) || math.IsInf(v, 0)) {
					continue // it stores none
				}
				place := fmt.Sprint(i)
				_, err := db.Exec(fmt.Sprintf("INSERT INTO facts VALUES (%s, %s)", e.mark(1), e.mark(2)), place, v)
				require.NoError(t, err)
				m := hoursOf(place, "")
				m.record.TrainingHours = quantity.HoursOf(v)
				m.record.Age = quantity.CountOf(v)
				if name == "sqlite" && math.IsNaN(v) {
					m.record.TrainingHours, m.record.Age = quantity.Hours{}, quantity.Count{}
				}
				members = append(members, m)
			}
			panel := rules.MustPanel(asMember[teacher.Record], tonghua.TeacherTrainingHours, rules.Rule[teacher.Record](ageRule(t)))
			query, err := pushdown.New(panel, asOf, e.dialect, pushdown.Table[teacher.Record]{From: "facts", Group: "place", Columns: []pushdown.Column[teacher.Record]{
				pushdown.Steps(teacher.Stage.Field, fmt.Sprint(uint8(indicators.Primary))), pushdown.Steps(teacher.FullTime.Field, fmt.Sprint(uint8(indicators.Yes))),
				pushdown.Float(teacher.TrainingHours, "hours"), pushdown.Float(teacher.Age, "hours"),
			}})
			require.NoError(t, err)
			got, err := query.Groups(t.Context(), db)
			require.NoError(t, err)
			want, err := rules.EvaluateBy(panel, asOf, members, groupOf[teacher.Record])
			require.NoError(t, err)
			for key, results := range want.All() {
				one, _ := got.Of(key)
				same(t, results, one, "number "+key)
			}
		})
	}
}

// ageRule counts whole numbers from 360 on.
func ageRule(t testing.TB) rules.Rule[teacher.Record] {
	return rules.MustShare(testPlan(t, 1), "r-0", indicators.Share[teacher.Record]{Counted: teacher.Age.AtLeast(literal(360, 1, quantity.Age))})
}

func TestDecimalsAndWholeNumbersAreReadExactly(t *testing.T) {
	texts := []string{"", "0", "359.99", "360", "360.00", "359.990", "359.991", "-0.01", "92233720368547758.07", "92233720368547758.08", "123456789012345678901"}
	for name, source := range sources(t) {
		t.Run(name, func(t *testing.T) {
			e := engines[name]
			db, err := sql.Open(e.driver, source(t))
			require.NoError(t, err)
			defer db.Close()
			if !e.dialect.Decimal {
				t.Skip("it has no decimals")
			}
			_, err = db.Exec("CREATE TABLE facts (place VARCHAR(10), hours DECIMAL(30, 3), whole BIGINT, halves DECIMAL(10, 1))")
			require.NoError(t, err)
			var members []member[teacher.Record]
			for i, text := range texts {
				value, whole := "NULL", "NULL"
				if text != "" {
					value = text
				}
				m := hoursOf(fmt.Sprint(i), text)
				m.record.AppointedYear = quantity.CountOf(float64(i) + 0.5) // of no year
				if text != "" && !strings.ContainsAny(text, ".") && len(text) < 19 {
					whole = text
					m.record.DigitalHours = m.record.TrainingHours
				}
				_, err := db.Exec(fmt.Sprintf("INSERT INTO facts VALUES ('%d', %s, %s, %d.5)", i, value, whole, i))
				require.NoError(t, err)
				members = append(members, m)
			}
			panel := rules.MustPanel(asMember[teacher.Record], tonghua.TeacherTrainingHours, tonghua.DigitalTrainingHours)
			query, err := pushdown.New(panel, asOf, e.dialect, pushdown.Table[teacher.Record]{From: "facts", Group: "place", Columns: []pushdown.Column[teacher.Record]{
				pushdown.Steps(teacher.Stage.Field, fmt.Sprint(uint8(indicators.Primary))), pushdown.Steps(teacher.FullTime.Field, fmt.Sprint(uint8(indicators.Yes))),
				pushdown.Decimal(teacher.TrainingHours, "hours"), pushdown.Whole(teacher.DigitalHours, "whole"), pushdown.Whole(teacher.AppointedYear, "halves"),
			}})
			require.NoError(t, err)
			got, err := query.Groups(t.Context(), db)
			require.NoError(t, err)
			want, err := rules.EvaluateBy(panel, asOf, members, groupOf[teacher.Record])
			require.NoError(t, err)
			for key, results := range want.All() {
				one, _ := got.Of(key)
				same(t, results, one, "text "+texts[len(texts)-1]+" at "+key)
			}
		})
	}
}

// strictDoctor knows one way to write a doctor's degree.
func strictDoctor(text string) indicators.Education {
	if text == "PhD" {
		return indicators.Doctor
	}
	return indicators.InvalidWord
}

func TestColumnsThatIgnoreTheCaseStillTellTextsApart(t *testing.T) {
	texts := []string{"PhD", "phd", "PHD", "PhD ", "PhD"}
	ignoring := map[string]string{"sqlite": "TEXT COLLATE NOCASE", "duckdb": "VARCHAR COLLATE NOCASE", "postgres": "text COLLATE ignoring", "mysql": "VARCHAR(40) COLLATE utf8mb4_general_ci"}
	for name, source := range sources(t) {
		t.Run(name, func(t *testing.T) {
			e := engines[name]
			db, err := sql.Open(e.driver, source(t))
			require.NoError(t, err)
			defer db.Close()
			if name == "postgres" {
				_, err = db.Exec("CREATE COLLATION ignoring (provider = icu, locale = 'und-u-ks-level2', deterministic = false)")
				require.NoError(t, err)
			}
			_, err = db.Exec(fmt.Sprintf("CREATE TABLE facts (place %[1]s, degree %[1]s)", ignoring[name]))
			require.NoError(t, err)
			var members []member[teacher.Record]
			for _, text := range texts {
				_, err := db.Exec(fmt.Sprintf("INSERT INTO facts VALUES (%s, %s)", e.mark(1), e.mark(2)), text, text)
				require.NoError(t, err)
				members = append(members, member[teacher.Record]{teacher.Record{Stage: indicators.SeniorHigh, Education: strictDoctor(text)}, text})
			}
			query, err := pushdown.New(mastersPanel(), asOf, e.dialect, pushdown.Table[teacher.Record]{From: "facts", Group: "place", Columns: []pushdown.Column[teacher.Record]{
				pushdown.Steps(teacher.Stage.Field, fmt.Sprint(uint8(indicators.SeniorHigh))), pushdown.Words(teacher.Education, "degree", strictDoctor),
			}})
			require.NoError(t, err)
			got, err := query.Groups(t.Context(), db)
			require.NoError(t, err)
			samePass(t, mastersPanel(), members, got)
			assert.Len(t, query.Invalid(), 3)
		})
	}
}
