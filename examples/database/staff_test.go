package main

import (
	"context"
	"database/sql"
	"iter"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/examples/city/registers"
	"github.com/eduplan/tonghua/examples/database/servers"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/indicators/teacher"
	"github.com/eduplan/tonghua/rules"
	"github.com/eduplan/tonghua/rules/pushdown"
	"github.com/eduplan/tonghua/rules/tonghua"
)

var asOf = quantity.DateOf(2025, 12, 31)

// scanned takes the cells of a row.
type scanned struct {
	texts   [24]sql.NullString
	numbers [7]sql.Null[float64]
	into    []any
}

// pulled yields the rows of the staff table, as a program without push-down reads them.
func pulled(ctx context.Context, db pushdown.DB) iter.Seq2[registers.Teacher, error] {
	return func(yield func(registers.Teacher, error) bool) {
		rows, err := db.QueryContext(ctx, "SELECT * FROM staff ORDER BY staff_no")
		if err != nil {
			yield(registers.Teacher{}, err)
			return
		}
		defer rows.Close()
		var s scanned
		texts, numbers := s.texts[:0:24], s.numbers[:0:7]
		for _, c := range columns {
			if isNumber(c) {
				numbers = numbers[:len(numbers)+1]
				s.into = append(s.into, &numbers[len(numbers)-1])
			} else {
				texts = texts[:len(texts)+1]
				s.into = append(s.into, &texts[len(texts)-1])
			}
		}
		for rows.Next() {
			if err := rows.Scan(s.into...); err != nil {
				yield(registers.Teacher{}, err)
				return
			}
			if !yield(s.row(), nil) {
				return
			}
		}
		if err := rows.Err(); err != nil {
			yield(registers.Teacher{}, err)
		}
	}
}

func (s *scanned) row() (r registers.Teacher) {
	for i, to := range []*string{&r.No, &r.County, &r.StaffKind, &r.Stage, &r.Specialist, &r.Degree, &r.AcademicDegree, &r.BackboneTitle, &r.LeaderTitle,
		&r.DualQualified, &r.Space, &r.RoundTrained, &r.HardPost, &r.ProvinceQualified, &r.ProvinceSuggested, &r.SkillCertificate,
		&r.Born, &r.Upgrading, &r.EthnicSchool, &r.EthicsAssessed, &r.NewlyAppointed, &r.RuralServiceFixed, &r.HighestTraining, &r.Hired} {
		*to = s.texts[i].String
	}
	for i, to := range []*sql.Null[float64]{&r.TrainingHours, &r.DigitalHours, &r.PracticeHours, &r.RuralYears, &r.AllowancePaid, &r.AllowanceDue, &r.EnterpriseMonths} {
		*to = s.numbers[i]
	}
	return r
}

func staffPanel(t testing.TB, book ...rules.Rule[teacher.Record]) *rules.Panel[registers.Teacher, teacher.Record] {
	t.Helper()
	p, err := rules.NewPanel(registers.TeachersAsOf(asOf), book...)
	require.NoError(t, err)
	return p
}

// sources are databases of each kind.
func sources(t testing.TB) map[string]func(t testing.TB) string {
	return map[string]func(t testing.TB) string{
		"sqlite":   func(t testing.TB) string { return filepath.Join(t.TempDir(), "city.db") },
		"duckdb":   func(t testing.TB) string { return filepath.Join(t.TempDir(), "city.duckdb") },
		"postgres": func(t testing.TB) string { return servers.PostgreSQL(t).Source },
		"mysql":    func(t testing.TB) string { return servers.MariaDB(t).Source },
	}
}

// opened fills a staff table of a database.
func opened(t testing.TB, e engine, source string, rows []registers.Teacher) *sql.DB {
	t.Helper()
	db, err := sql.Open(e.driver, source)
	require.NoError(t, err)
	t.Cleanup(func() { _ = db.Close() })
	require.NoError(t, fillStaff(db, e, rows))
	return db
}

// oddStaff are rows with what real tables hold: texts that differ by case or a space alone,
// quotes, backslashes, numbers with noise, parts larger than their wholes, no county at all.
func oddStaff(t testing.TB, n int) []registers.Teacher {
	t.Helper()
	rows, err := sampleStaff(2025, n)
	require.NoError(t, err)
	degrees := []string{"博士", "博士 ", " 硕士", "硕士研究生", "DOCTOR", "doctor", "本科\\", "'; DROP TABLE staff; --", "\"本科\"", "21", "９", "ü", "u", "Ü", "无"}
	hours := []float64{0, 0.1 + 0.2, 360.00000000000006, 72.1, float64(float32(72.1)), 359.99, 1.005, 0.001, -1, -0.001, 22517998136852.4, 22517998136852.48, 1e300}
	for i := range rows {
		r := &rows[i]
		switch i % 50 {
		case 0:
			r.Degree = degrees[i/50%len(degrees)]
		case 1:
			r.TrainingHours.V, r.TrainingHours.Valid = hours[i/50%len(hours)], true
		case 2:
			r.PracticeHours.V, r.PracticeHours.Valid = r.DigitalHours.V+1, r.DigitalHours.Valid
		case 3:
			r.County = ""
		case 4:
			r.County = "220501 "
		}
	}
	return rows
}

func TestEachDatabaseSaysWhatAPassOverItsRowsSays(t *testing.T) {
	rows := oddStaff(t, 6000)
	for name, source := range sources(t) {
		t.Run(name, func(t *testing.T) {
			e := engines[name]
			db := opened(t, e, source(t), rows)
			p := staffPanel(t, tonghua.Teachers()...)
			want, err := rules.EvaluateSeqBy(p, asOf, pulled(t.Context(), db), func(s *registers.Teacher) string { return s.County })
			require.NoError(t, err)
			query, err := pushdown.New(p, asOf, e.dialect, staffTable(e, asOf))
			require.NoError(t, err)
			got, err := query.Groups(t.Context(), db)
			require.NoError(t, err)
			sameGroups(t, want, got)
			statements, err := query.Statements()
			require.NoError(t, err)
			assert.Len(t, statements, 1, "29 rules are one query")

			for _, duty := range []rules.View{tonghua.TeacherTrainingHours, tonghua.RealnameTeachers} {
				var broken []pushdown.Offender
				keyed := p.OnFinding(func(_ int64, s *registers.Teacher, f *rules.Finding[teacher.Record]) bool {
					if f.Statement() == duty.ID() {
						broken = append(broken, pushdown.Offender{Key: s.No, Group: s.County})
					}
					return true
				})
				_, err = keyed.EvaluateSeq2(asOf, pulled(t.Context(), db))
				require.NoError(t, err)
				var offenders []pushdown.Offender
				for o, err := range query.Offenders(t.Context(), db, duty.ID()) {
					require.NoError(t, err)
					offenders = append(offenders, o)
				}
				require.NotEmpty(t, broken, duty.ID())
				assert.Equal(t, broken, offenders, "%s: in the order of the keys", duty.ID())
			}
		})
	}
}

func TestATextThatCameLaterIsNoVerdict(t *testing.T) {
	e := engines["sqlite"]
	db := opened(t, e, filepath.Join(t.TempDir(), "city.db"), oddStaff(t, 200))
	query, err := pushdown.New(staffPanel(t, tonghua.Teachers()...), asOf, e.dialect, staffTable(e, asOf))
	require.NoError(t, err)
	_, err = query.Groups(t.Context(), db)
	require.NoError(t, err)
	_, err = db.Exec("UPDATE staff SET degree = '博士后' WHERE staff_no = 'JZG00000007'")
	require.NoError(t, err)
	_, err = query.Groups(t.Context(), db)
	require.ErrorIs(t, err, pushdown.ErrUnlisted)
	assert.ErrorContains(t, err, `field education, column degree, text "博士后"`)
	assert.NotContains(t, query.Invalid(), pushdown.Text{Field: "education", From: "degree", Text: "博士后"})
	require.NoError(t, query.Learn(t.Context(), db))
	_, err = query.Groups(t.Context(), db)
	require.NoError(t, err)
	assert.Contains(t, query.Invalid(), pushdown.Text{Field: "education", From: "degree", Text: "博士后"}, "the parser does not know it")
}

func TestADatabaseThatIsStoppedHalfWayIsAnErrorAndNoVerdict(t *testing.T) {
	rows := oddStaff(t, 3000)
	running := servers.PostgreSQL(t)
	db := opened(t, engines["postgres"], running.Source, rows)
	p := staffPanel(t, tonghua.Teachers()...)
	query, err := pushdown.New(p, asOf, pushdown.PostgreSQL, staffTable(engines["postgres"], asOf))
	require.NoError(t, err)
	require.NoError(t, query.Learn(t.Context(), db))
	_, err = query.Groups(t.Context(), stopping{db})
	require.Error(t, err)
	assert.ErrorContains(t, err, "terminating connection")

	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, err = query.Groups(ctx, db)
	assert.ErrorIs(t, err, context.Canceled)
	for _, err := range query.Offenders(ctx, db, tonghua.TeacherTrainingHours.ID()) {
		assert.ErrorIs(t, err, context.Canceled)
	}
}

// stopping ends its own connection while it answers.
type stopping struct{ *sql.DB }

func (s stopping) QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error) {
	tx, err := s.BeginTx(ctx, nil)
	if err != nil {
		return nil, err
	}
	return tx.QueryContext(ctx, "SELECT 0, CAST(NULL AS text), CASE WHEN n < 5 THEN 0 ELSE CAST(pg_terminate_backend(pg_backend_pid()) AS int) END, 1 FROM generate_series(1, 100000) AS n", args...)
}

func TestTheProgram(t *testing.T) {
	source := filepath.Join(t.TempDir(), "city.db")
	said := func(args ...string) (string, error) {
		var out, messages strings.Builder
		err := run(t.Context(), append([]string{"-source", source}, args...), &out, &messages)
		return out.String() + messages.String(), err
	}
	_, err := said("-sample", "2000")
	require.NoError(t, err)
	text, err := said("-lang", "en")
	require.NoError(t, err)
	assert.Contains(t, text, "Teacher")
	text, err = said("-sql", "-offenders", "teacher-training-hours")
	require.NoError(t, err)
	assert.Contains(t, text, "-- level of education 学历")
	assert.Contains(t, text, `WITH "tonghua_rows"`)
	text, err = said("-offenders", "teacher-training-hours")
	require.NoError(t, err)
	assert.Contains(t, text, "JZG0")
	for _, c := range []struct {
		name string
		args []string
		want string
	}{
		{"a duty that nobody has", []string{"-offenders", "no-such"}, `"no-such" is no duty`},
		{"an engine that nobody has", []string{"-engine", "oracle"}, "want duckdb, mysql, postgres, sqlite"},
		{"a table that is there already", []string{"-sample", "1"}, "already exists"},
		{"no language", []string{"-lang", "fr"}, "fr"},
		{"an argument too many", []string{"city.db"}, "want flags alone"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := said(c.args...)
			assert.ErrorContains(t, err, c.want)
		})
	}
	assert.ErrorContains(t, run(t.Context(), nil, new(strings.Builder), new(strings.Builder)), "-source")
	assert.Error(t, run(t.Context(), []string{"-source", filepath.Join(t.TempDir(), "other.db")}, new(strings.Builder), new(strings.Builder)), "a database without the table")
}
