package pushdown_test

import (
	"database/sql/driver"
	"errors"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/indicators/teacher"
	"github.com/eduplan/tonghua/rules"
	"github.com/eduplan/tonghua/rules/pushdown"
	"github.com/eduplan/tonghua/rules/tonghua"
)

var asOf = quantity.DateOf(2025, 12, 31)

func panel(list ...rules.Rule[teacher.Record]) *rules.Panel[teacher.Record, teacher.Record] {
	return rules.MustPanel(rules.AsIs[teacher.Record], list...)
}

// spaces asks whether teachers have a real-name space: one set of three fields.
func spaces(t *testing.T) *pushdown.Query[teacher.Record] {
	t.Helper()
	q, err := pushdown.New(panel(tonghua.RealnameTeachers), asOf, pushdown.SQLite, pushdown.Table[teacher.Record]{From: "staff", Key: "no", Columns: []pushdown.Column[teacher.Record]{
		pushdown.Steps(teacher.RealNameSpace.Field, "space"), pushdown.Steps(teacher.Stage.Field, "stage"),
	}})
	require.NoError(t, err)
	return q
}

func TestAnswersThatCannotBeAreNoVerdict(t *testing.T) {
	for _, c := range []struct {
		name string
		answer
		want error
	}{
		{"numbers that cannot be multiplied", answer{rows: [][]driver.Value{row(0, "a", -2, 1)}}, pushdown.ErrTooLarge},
		{"a row that stands for no number", answer{rows: [][]driver.Value{row(0, "a", -3, nil)}}, pushdown.ErrNoTimes},
		{"a text that nobody has listed", answer{rows: [][]driver.Value{row(0, "a", 1<<40, 1)}}, pushdown.ErrUnlisted},
		{"a profile that no query gives", answer{rows: [][]driver.Value{row(0, "a", -9, 1)}}, rules.ErrImpossible},
		{"a set that nobody asked for", answer{rows: [][]driver.Value{row(7, "a", 1, 1)}}, rules.ErrImpossible},
		{"fewer records than none", answer{rows: [][]driver.Value{row(0, "a", 1, -1)}}, rules.ErrImpossible},
		{"more records than there can be", answer{rows: [][]driver.Value{row(0, "a", 1, int64(1)<<62+1)}}, rules.ErrTooMany},
		{"a connection that is lost half-way", answer{rows: [][]driver.Value{row(0, "a", 1, 5)}, err: errLost}, errLost},
	} {
		t.Run(c.name, func(t *testing.T) {
			db, _ := answering(t, c.answer)
			_, err := spaces(t).Groups(t.Context(), db)
			assert.ErrorIs(t, err, c.want)
		})
	}
	db, _ := answering(t, answer{rows: [][]driver.Value{row("many", "a", 1, 1)}})
	_, err := spaces(t).Groups(t.Context(), db)
	assert.Error(t, err, "what is no number")
	db, _ = answering(t)
	_, err = spaces(t).Groups(t.Context(), db)
	assert.ErrorContains(t, err, "connection lost")
}

func TestATableThatChangesBetweenTwoStatementsIsAnError(t *testing.T) {
	q, err := pushdown.New(panel(tonghua.Teachers()...), asOf, pushdown.SQLite, pushdown.Table[teacher.Record]{From: "staff"})
	require.NoError(t, err)
	statements, err := q.Statements()
	require.NoError(t, err)
	require.Len(t, statements, 1)
	sets := strings.Count(statements[0], "UNION ALL") + 1
	alike := make([][]driver.Value, sets)
	for i := range alike {
		alike[i] = row(i, "a", 0, 5)
	}
	db, asked := answering(t, answer{rows: alike})
	groups, err := q.Groups(t.Context(), db)
	require.NoError(t, err)
	assert.EqualValues(t, 5, groups.Total().Read, "records of which nothing is known")
	assert.Equal(t, statements, asked.asked)

	alike[sets-1] = row(sets-1, "a", 0, 6)
	db, _ = answering(t, answer{rows: alike})
	_, err = q.Groups(t.Context(), db)
	assert.ErrorIs(t, err, pushdown.ErrChanged)
}

func TestATextMeansWhatTheCallersParserSays(t *testing.T) {
	q, err := pushdown.New(panel(tonghua.SeniorMaster), asOf, pushdown.PostgreSQL, pushdown.Table[teacher.Record]{From: "staff", Columns: []pushdown.Column[teacher.Record]{
		pushdown.Words(teacher.Education, "degree", indicators.ParserOf[indicators.Education]().Parse),
		pushdown.Words(teacher.Backbone, "title", indicators.ParserOf[indicators.Tier]().Parse),
	}})
	require.NoError(t, err)
	assert.Len(t, q.Lists(), 1, "the rule does not ask for the title")
	_, err = q.Statements()
	assert.ErrorContains(t, err, "call Learn")
	db, _ := answering(t, answer{rows: [][]driver.Value{row("本科"), row("研究生' OR 1 = 1 --"), row(`硕士\`)}})
	require.NoError(t, q.Learn(t.Context(), db))
	statements, err := q.Statements()
	require.NoError(t, err)
	assert.Contains(t, statements[0], `CASE WHEN (degree) IS NULL THEN 0 ELSE CASE CAST((degree) AS text) COLLATE "C" WHEN '本科' THEN 1 WHEN '研究生'' OR 1 = 1 --' THEN 3 WHEN  E'硕士\\' THEN 3 ELSE`)

	db, _ = answering(t)
	assert.ErrorContains(t, q.Learn(t.Context(), db), "texts of field education: connection lost")
	_, err = q.Statements()
	assert.NoError(t, err, "what was learnt before holds")
}

func TestOffendersWantAKeyAndADuty(t *testing.T) {
	q, err := pushdown.New(panel(tonghua.RealnameTeachers), asOf, pushdown.SQLite, pushdown.Table[teacher.Record]{From: "staff"})
	require.NoError(t, err)
	_, err = q.OffendersStatement(tonghua.RealnameTeachers.ID())
	assert.ErrorContains(t, err, "the table has none")
	_, err = spaces(t).OffendersStatement("senior-master")
	assert.ErrorContains(t, err, `"senior-master" is no duty of the panel that records break; there are: realname-teachers`)

	db, _ := answering(t, answer{rows: [][]driver.Value{row("T1", nil, 7), row("T2", "a", -2)}})
	var keys []string
	for o, err := range spaces(t).Offenders(t.Context(), db, tonghua.RealnameTeachers.ID()) {
		if err != nil {
			assert.ErrorIs(t, err, pushdown.ErrTooLarge)
			break
		}
		keys = append(keys, o.Key)
	}
	assert.Equal(t, []string{"T1"}, keys)
	db, _ = answering(t, answer{rows: [][]driver.Value{row("T1", "a", 7), row("T2", "a", 7)}})
	for o, err := range spaces(t).Offenders(t.Context(), db, tonghua.RealnameTeachers.ID()) {
		require.NoError(t, err)
		assert.Equal(t, pushdown.Offender{Key: "T1", Group: "a"}, o)
		break // who has seen enough is not told the rest
	}
}

func TestADialectThatLeavesSomethingOutIsRefused(t *testing.T) {
	for name, change := range map[string]func(*pushdown.Dialect){
		"no marks around names":        func(d *pushdown.Dialect) { d.Quote = "" },
		"no literals":                  func(d *pushdown.Dialect) { d.Literal = nil },
		"no way to multiply":           func(d *pushdown.Dialect) { d.Divide = "" },
		"two ways to multiply":         func(d *pushdown.Dialect) { d.Wide = "CAST(%s AS NUMERIC)" },
		"a template without its place": func(d *pushdown.Dialect) { d.Text = "TEXT" },
	} {
		d := pushdown.SQLite
		change(&d)
		_, err := pushdown.New(panel(tonghua.RealnameTeachers), asOf, d, pushdown.Table[teacher.Record]{From: "staff"})
		assert.Error(t, err, name)
	}
	_, err := pushdown.New(panel(tonghua.RealnameTeachers), asOf, pushdown.Dialect{}, pushdown.Table[teacher.Record]{From: "staff"})
	assert.ErrorContains(t, err, "dialect")
}

// Every dialect writes every query of the book; those that no test runs are marked so.
func TestEveryDialectWritesTheBook(t *testing.T) {
	for _, d := range []pushdown.Dialect{pushdown.PostgreSQL, pushdown.SQLite, pushdown.DuckDB, pushdown.MySQL, pushdown.ClickHouse, pushdown.SparkSQL} {
		var table pushdown.Table[teacher.Record]
		table.From, table.Times = "staff", "persons"
		for _, f := range (teacher.Record{}).Subject().Fields() {
			table.Columns = append(table.Columns, pushdown.Steps(f, f.Key()))
		}
		q, err := pushdown.New(panel(tonghua.Teachers()...), asOf, d, table)
		require.NoError(t, err, d.Name)
		statements, err := q.Statements()
		require.NoError(t, err)
		for _, s := range statements {
			assert.NotContains(t, s, "%!", "%s: a template that was filled wrongly", d.Name)
			assert.Equal(t, strings.Count(s, "CASE"), strings.Count(s, " END"), d.Name)
			assert.LessOrEqual(t, strings.Count(s, `AS `+d.Quote+`tonghua_profile_`), 9, "%s: no database groups by more at once", d.Name)
		}
		assert.Equal(t, d.Name == "ClickHouse" || d.Name == "Spark SQL", d.Unrun)
	}
}

var errLost = errors.New("lost half-way")
