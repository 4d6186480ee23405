package main

import (
	"database/sql"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/examples/city/registers"
	"github.com/eduplan/tonghua/examples/database/servers"
	"github.com/eduplan/tonghua/indicators/teacher"
	"github.com/eduplan/tonghua/rules"
	"github.com/eduplan/tonghua/rules/pushdown"
	"github.com/eduplan/tonghua/rules/tonghua"
)

// twelve are rules on teachers, fewer than all 29.
var twelve = []rules.Rule[teacher.Record]{tonghua.BackboneProvince, tonghua.BackboneCity, tonghua.BackboneCounty,
	tonghua.DualQualifiedSpecialist, tonghua.TeacherTrainingHours, tonghua.DigitalTrainingHours, tonghua.DigitalTrainingPractice,
	tonghua.PrimaryCollege, tonghua.JuniorBachelor, tonghua.SeniorMaster, tonghua.DualQualifiedFulltime, tonghua.RealnameTeachers}

// ownTime returns what this process has used.
func ownTime(t testing.TB) time.Duration {
	t.Helper()
	var r syscall.Rusage
	require.NoError(t, syscall.Getrusage(syscall.RUSAGE_SELF, &r))
	return time.Duration(r.Utime.Nano() + r.Stime.Nano())
}

// TestTimeOfPushingDown measures processor time, that of the database included, on as many
// rows as DATABASE_ROWS says.
func TestTimeOfPushingDown(t *testing.T) {
	n, err := strconv.Atoi(os.Getenv("DATABASE_ROWS"))
	if err != nil {
		t.Skip("DATABASE_ROWS says no number of rows")
	}
	copies := max(1, n/100_000)
	rows, err := sampleStaff(2025, n/copies)
	require.NoError(t, err)
	for _, c := range []struct {
		name string
		most float64 // of the time of pulling
	}{{"duckdb", 0.25}, {"postgres", 1}} {
		t.Run(c.name, func(t *testing.T) {
			e, used := engines[c.name], ownTime
			source := filepath.Join(t.TempDir(), "city.duckdb")
			if c.name == "postgres" {
				s := servers.PostgreSQL(t)
				source, used = s.Source, func(t testing.TB) time.Duration { return ownTime(t) + s.ProcessorTime(t) }
			}
			db := opened(t, e, source, rows)
			for i := range copies - 1 { // faster than to insert the rows again
				_, err := db.Exec(fmt.Sprintf("INSERT INTO staff SELECT staff_no || '-%d', %s FROM staff WHERE LENGTH(staff_no) = 11", i, strings.Join(columns[1:], ", ")))
				require.NoError(t, err)
			}
			if c.name == "postgres" {
				_, err := db.Exec("VACUUM ANALYZE staff")
				require.NoError(t, err)
			}
			timed := func(what string, do func()) time.Duration {
				var times []time.Duration
				for range 3 {
					before := used(t)
					do()
					times = append(times, used(t)-before)
				}
				least := min(times[0], times[1], times[2])
				t.Logf("%s: %d rows: %s", what, n, least.Round(10*time.Millisecond))
				return least
			}
			all := staffPanel(t, tonghua.Teachers()...)
			var want, got *rules.Groups[string]
			pull := timed("29 rules, rows pulled", func() {
				want, err = rules.EvaluateSeqBy(all, asOf, pulled(t.Context(), db), func(s *registers.Teacher) string { return s.County })
				require.NoError(t, err)
			})
			push := func(what string, p *rules.Panel[registers.Teacher, teacher.Record]) time.Duration {
				query, err := pushdown.New(p, asOf, e.dialect, staffTable(e, asOf))
				require.NoError(t, err)
				timed(what+", texts learnt", func() { require.NoError(t, query.Learn(t.Context(), db)) })
				return timed(what+", pushed down", func() {
					tx, err := e.begin(t.Context(), db)
					require.NoError(t, err)
					got, err = query.Groups(t.Context(), tx)
					require.NoError(t, err)
					require.NoError(t, tx.Rollback())
				})
			}
			few := push("12 rules", staffPanel(t, twelve...))
			many := push("29 rules", all)
			sameGroups(t, want, got)
			t.Logf("29 pushed down / pulled: %.2f; 29 / 12: %.2f", many.Seconds()/pull.Seconds(), many.Seconds()/few.Seconds())
			assert.LessOrEqual(t, many.Seconds()/pull.Seconds(), c.most)

			coded := codedStaff(t, e, db, rows, copies)
			count := func(what string, p *rules.Panel[registers.Teacher, teacher.Record]) time.Duration {
				query, err := pushdown.New(p, asOf, e.dialect, coded)
				require.NoError(t, err)
				return timed(what+", pushed down, no texts", func() {
					tx, err := e.begin(t.Context(), db)
					require.NoError(t, err)
					_, err = query.Groups(t.Context(), tx)
					require.NoError(t, err)
					require.NoError(t, tx.Rollback())
				})
			}
			few, many = count("12 rules", staffPanel(t, twelve...)), count("29 rules", all)
			t.Logf("29 / 12 without texts: %.2f", many.Seconds()/few.Seconds())
			assert.LessOrEqual(t, many.Seconds()/few.Seconds(), 1.6)
		})
	}
}

// codedStaff files the same rows in the library's own form.
func codedStaff(t *testing.T, e engine, db *sql.DB, rows []registers.Teacher, copies int) pushdown.Table[teacher.Record] {
	t.Helper()
	mapping := registers.TeachersAsOf(asOf)
	members := make([]member[teacher.Record], len(rows))
	for i := range rows {
		mapping(&rows[i], &members[i].record)
		members[i].group = rows[i].County
	}
	table := filed(t, db, e, "coded", members)
	for n := 1; n < copies; n *= 2 {
		_, err := db.Exec("INSERT INTO coded SELECT * FROM coded LIMIT " + strconv.Itoa(len(rows)*min(n, copies-n)))
		require.NoError(t, err)
	}
	return table
}
