package main

import (
	"database/sql"
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/examples/city/registers"
	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/rules"
	"github.com/eduplan/tonghua/rules/pushdown"
	"github.com/eduplan/tonghua/rules/tonghua"
	"github.com/eduplan/tonghua/rules/verdict"
)

// rowsEach is how many rows of each register are judged.
const rowsEach = 4000

// sqlite opens a database in memory.
func sqlite(t testing.TB) *sql.DB {
	t.Helper()
	db, err := sql.Open("sqlite", ":memory:")
	require.NoError(t, err)
	db.SetMaxOpenConns(1) // each connection would have a memory of its own
	t.Cleanup(func() { _ = db.Close() })
	return db
}

// member is a row with the record that it is, and its group.
type member[R any] struct {
	record R
	group  string
}

func asMember[R indicators.Record[R]](from *member[R], to *R) { *to = from.record }

func groupOf[R any](m *member[R]) string { return m.group }

// cell is what a table keeps of a field in the library's own form.
func cell[R any](f *indicators.Field[R], r *R) any {
	switch c := f.Code(r); {
	case c.Unknown():
		return nil
	case c.Invalid():
		return -1
	default:
		return int64(c.Steps())
	}
}

// filed puts records into a table in the library's own form, and says where its columns are.
func filed[R indicators.Record[R]](t testing.TB, db *sql.DB, e engine, name string, members []member[R]) pushdown.Table[R] {
	t.Helper()
	var none R
	s := none.Subject()
	columns, marks := []string{"area VARCHAR(40)", "is_member BIGINT"}, []string{e.mark(1), e.mark(2)}
	table := pushdown.Table[R]{From: name, Group: "area", Skip: "is_member = 0", Key: "rowid"}
	for i, f := range s.Fields() {
		columns, marks = append(columns, "c_"+f.Key()+" BIGINT"), append(marks, e.mark(i+3))
		table.Columns = append(table.Columns, pushdown.Steps(f, "c_"+f.Key()))
	}
	_, err := db.Exec("CREATE TABLE " + name + " (" + strings.Join(columns, ", ") + ")")
	require.NoError(t, err)
	tx, err := db.Begin()
	require.NoError(t, err)
	insert, err := tx.Prepare("INSERT INTO " + name + " VALUES (" + strings.Join(marks, ", ") + ")")
	require.NoError(t, err)
	for i := range members {
		m, is := &members[i], 1
		if s.Skipped(&m.record) {
			is = 0
		}
		cells := []any{m.group, is}
		for _, f := range s.Fields() {
			cells = append(cells, cell(f, &m.record))
		}
		_, err := insert.Exec(cells...)
		require.NoError(t, err)
	}
	require.NoError(t, insert.Close())
	require.NoError(t, tx.Commit())
	return table
}

// asJSON writes results without the faults, which a database does not list.
func asJSON(t testing.TB, r verdict.Results) string {
	t.Helper()
	r.Faults = nil
	data, err := json.Marshal(r)
	require.NoError(t, err)
	return string(data)
}

// sameGroups holds every group and the total of two passes against each other.
func sameGroups(t testing.TB, want, got *rules.Groups[string]) {
	t.Helper()
	require.Equal(t, len(want.Keys()), len(got.Keys()))
	for key, results := range want.All() {
		one, there := got.Of(key)
		require.True(t, there, "group %q", key)
		same(t, results, one, "group "+key)
	}
	same(t, want.Total(), got.Total(), "total")
}

// judged has a database count, and judges.
func judged[R indicators.Record[R]](t testing.TB, db *sql.DB, d pushdown.Dialect, panel *rules.Panel[member[R], R], table pushdown.Table[R]) *rules.Groups[string] {
	t.Helper()
	query, err := pushdown.New(panel, asOf, d, table)
	require.NoError(t, err)
	groups, err := query.Groups(t.Context(), db)
	require.NoError(t, err)
	return groups
}

// samePass holds the groups of a database against those of a pass over the same records.
func samePass[R indicators.Record[R]](t testing.TB, panel *rules.Panel[member[R], R], members []member[R], got *rules.Groups[string]) {
	t.Helper()
	want, err := rules.EvaluateBy(panel, asOf, members, groupOf[R])
	require.NoError(t, err)
	sameGroups(t, want, got)
}

// same holds two results against each other, to the byte, and shows the first rule that differs.
func same(t testing.TB, want, got verdict.Results, what string) {
	t.Helper()
	a, b := asJSON(t, want), asJSON(t, got)
	if a == b {
		return
	}
	for i := range want.Rules {
		require.Equal(t, want.Rules[i].Records, got.Rules[i].Records, "%s: %s", what, want.Rules[i].Statement)
		require.Equal(t, want.Rules[i].Gaps, got.Rules[i].Gaps, "%s: %s", what, want.Rules[i].Statement)
		require.Equal(t, want.Rules[i].Value, got.Rules[i].Value, "%s: %s", what, want.Rules[i].Statement)
	}
	at := 0
	for at < min(len(a), len(b)) && a[at] == b[at] {
		at++
	}
	require.FailNow(t, what, "want %.200s\ngot  %.200s", a[max(0, at-80):], b[max(0, at-80):])
}

// bookTest judges a register in the database and in the process.
func bookTest[T any, R indicators.Record[R]](t *testing.T, asOf quantity.Date, rows []T, mapping func(*T, *R), book rules.Set[R], group func(*T) string) (computed int) {
	var none R
	t.Run(none.Subject().Key(), func(t *testing.T) {
		require.NotEmpty(t, rows)
		members := make([]member[R], rowsEach)
		for i := range members {
			row := &rows[i%len(rows)]
			mapping(row, &members[i].record)
			members[i].group = group(row)
		}
		db := sqlite(t)
		table := filed(t, db, engines["sqlite"], "register", members)
		panel := rules.MustPanel(asMember[R], book...).ScopeReasons()
		query, err := pushdown.New(panel, asOf, pushdown.SQLite, table)
		require.NoError(t, err)
		got, err := query.Groups(t.Context(), db)
		require.NoError(t, err)
		want, err := rules.EvaluateBy(panel, asOf, members, groupOf[R])
		require.NoError(t, err)
		sameGroups(t, want, got)
		computed = len(book)
	})
	return computed
}

func TestEveryComputedRuleSaysTheSameInTheDatabase(t *testing.T) {
	for _, city := range []registers.Config{{Year: 2024, Unknown: 15, Invalid: 5}, {Year: 2025}} {
		t.Run(fmt.Sprintf("unknown %d and invalid %d of a thousand", city.Unknown, city.Invalid), func(t *testing.T) {
			c, err := registers.New(city)
			require.NoError(t, err)
			day := c.AsOf()
			computed := bookTest(t, day, c.Teachers, registers.TeachersAsOf(day), tonghua.Teachers(), func(s *registers.Teacher) string { return s.County }) +
				bookTest(t, day, c.Pupils, (*registers.Pupil).Map, tonghua.Pupils(), func(s *registers.Pupil) string { return s.County }) +
				bookTest(t, day, c.Schools, (*registers.School).Map, tonghua.Schools(), func(s *registers.School) string { return s.County }) +
				bookTest(t, day, c.Classes, (*registers.Class).Map, tonghua.Classes(), func(s *registers.Class) string { return s.County }) +
				bookTest(t, day, c.Grades, (*registers.Grade).Map, tonghua.Grades(), func(s *registers.Grade) string { return s.County }) +
				bookTest(t, day, c.Decisions, (*registers.Decision).Map, tonghua.Honours(), func(s *registers.Decision) string { return s.County }) +
				bookTest(t, day, c.Enrolments, (*registers.Enrolment).Map, tonghua.Enrolments(), func(s *registers.Enrolment) string { return s.County }) +
				bookTest(t, day, c.Attainments, (*registers.Attainment).Map, tonghua.Attainments(), func(s *registers.Attainment) string { return s.County }) +
				bookTest(t, day, c.Counties, (*registers.County).Map, tonghua.Counties(), func(s *registers.County) string { return s.Code }) +
				bookTest(t, day, c.Finances, (*registers.Finance).Map, tonghua.CountyYears(), func(s *registers.Finance) string { return s.Code }) +
				bookTest(t, day, c.Kindergartens, (*registers.Kindergarten).Map, tonghua.Kindergartens(), func(s *registers.Kindergarten) string { return s.County }) +
				bookTest(t, day, c.Townships, (*registers.Township).Map, tonghua.Townships(), func(s *registers.Township) string { return s.County }) +
				bookTest(t, day, c.Estates, (*registers.Estate).Map, tonghua.Estates(), func(s *registers.Estate) string { return s.County }) +
				bookTest(t, day, c.Programmes, (*registers.Programme).Map, tonghua.Programmes(), func(s *registers.Programme) string { return s.County }) +
				bookTest(t, day, c.Students, (*registers.Student).Map, tonghua.Students(), func(s *registers.Student) string { return s.County }) +
				bookTest(t, day, c.Transitions, (*registers.Transition).Map, tonghua.Transitions(), func(s *registers.Transition) string { return s.County }) +
				bookTest(t, day, c.PrivateSchools, (*registers.PrivateSchool).Map, tonghua.PrivateSchools(), func(s *registers.PrivateSchool) string { return s.County }) +
				bookTest(t, day, c.SpecialChildren, (*registers.SpecialChild).Map, tonghua.SpecialChildren(), func(s *registers.SpecialChild) string { return s.County }) +
				bookTest(t, day, c.Researchers, (*registers.Researcher).Map, tonghua.Researchers(), func(s *registers.Researcher) string { return s.County }) +
				bookTest(t, day, c.Accounts, (*registers.Account).Map, tonghua.Accounts(), func(s *registers.Account) string { return s.County }) +
				bookTest(t, day, c.EthicsCases, (*registers.EthicsCase).Map, tonghua.EthicsCases(), func(s *registers.EthicsCase) string { return s.County }) +
				bookTest(t, day, c.Cells, (*registers.Cell).Map, tonghua.Cells(), func(s *registers.Cell) string { return s.County }) +
				bookTest(t, day, c.ReportingUnits, (*registers.ReportingUnit).Map, tonghua.ReportingUnits(), func(s *registers.ReportingUnit) string { return s.County })
			assert.Equal(t, computedRules(), computed, "no rule is left out")
		})
	}
}

// computedRules returns how many rules of the book are computed from registers.
func computedRules() (n int) {
	for _, r := range tonghua.All() {
		if _, attested := r.(rules.Attested); !attested {
			n++
		}
	}
	return n
}
