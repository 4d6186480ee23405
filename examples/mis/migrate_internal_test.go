package mis

import (
	"database/sql"
	"fmt"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/examples/city/registers"
	"github.com/eduplan/tonghua/examples/database/servers"
	"github.com/eduplan/tonghua/indicators/bilingual"
)

func TestADatabaseOfAnOlderVersionGetsWhatItLacks(t *testing.T) {
	for name, source := range map[string]func() string{
		"sqlite":   func() string { return filepath.Join(t.TempDir(), "city.db") },
		"postgres": func() string { return servers.PostgreSQL(t).Source },
	} {
		t.Run(name, func(t *testing.T) {
			at := source()
			store, err := Create(t.Context(), at)
			require.NoError(t, err)
			for _, table := range []string{"evidence", "exceptions", "results", "remedies", "changes", "change_number"} {
				_, err := store.db.Exec("DROP TABLE " + table)
				require.NoError(t, err)
			}
			for _, index := range []string{"pupils_by_school", "grades_by_school"} {
				_, err := store.db.Exec("DROP INDEX " + index)
				require.NoError(t, err)
			}
			for _, column := range []string{"schools DROP COLUMN county_basic_balance", "county_years DROP COLUMN balance_ready",
				"county_years DROP COLUMN primary_narrowed", "county_years DROP COLUMN junior_narrowed"} {
				_, err := store.db.Exec("ALTER TABLE " + column)
				require.NoError(t, err)
			}
			latest := len(migrations())
			_, err = store.db.Exec("DELETE FROM schema_versions WHERE version > 3; INSERT INTO counties VALUES ('220502', '东昌区', 1)")
			require.NoError(t, err)
			require.NoError(t, store.Close())

			store, err = Open(t.Context(), at)
			require.NoError(t, err)
			kept, err := whole(t.Context(), store.db, counties)
			require.NoError(t, err)
			assert.Equal(t, []County{{"220502", "东昌区", 1}}, kept)
			last, err := store.LastChange(t.Context())
			require.NoError(t, err)
			assert.Zero(t, last)

			err = store.migrate(t.Context(), append(migrations(), "CREATE TABLE half (a INTEGER); CREATE TABLE counties (a INTEGER)"))
			require.ErrorContains(t, err, fmt.Sprintf("step %d of the schema", latest+1))
			_, err = store.db.Exec("SELECT * FROM half")
			require.Error(t, err, "a step is taken whole or not at all")
			version, err := store.version(t.Context(), store.db)
			require.NoError(t, err)
			assert.Equal(t, latest, version)

			_, err = store.db.Exec(fmt.Sprintf("INSERT INTO schema_versions VALUES (%d, '2031-01-01')", latest+1))
			require.NoError(t, err)
			require.NoError(t, store.Close())
			_, err = Open(t.Context(), at)
			var newer *NewerError
			require.ErrorAs(t, err, &newer)
			assert.Equal(t, NewerError{latest + 1, latest}, *newer)
			assert.Contains(t, Explain(err, bilingual.Chinese), "请用新版程序打开")
		})
	}
}

func TestHoursAreDealtToTheHundredth(t *testing.T) {
	var sum float64
	for _, c := range []float64{0, 0.01, 12.34, 360, 359.99, 950} {
		for number := range 8 {
			person := made(c)
			s := Staff{Teacher: person}
			for _, row := range split(&person, number, 2025) {
				s.Trainings = append(s.Trainings, row.Training)
				sum += row.Hours.V
			}
			want := Staff{Trainings: []Training{{Hours: person.TrainingHours}}}
			assert.Equal(t, want.Hours(), s.Hours(), c)
		}
	}
	assert.Positive(t, sum)
	assert.False(t, (&Staff{}).Hours().Known(), "nobody has entered a training")
	spoiled := made(-1)
	assert.Len(t, split(&spoiled, 3, 2025), 1)
}

// made is a person with so many hours.
func made(hours float64) (s registers.Teacher) {
	s.TrainingHours = sql.Null[float64]{V: hours, Valid: true}
	return s
}
