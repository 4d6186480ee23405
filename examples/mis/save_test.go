package mis_test

import (
	"database/sql"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/examples/city/registers"
	"github.com/eduplan/tonghua/examples/mis"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules/verdict"
)

// roleOf is what a record is for a statement.
func roleOf(t testing.TB, said []verdict.Explanation, id plan.ID) verdict.Role {
	t.Helper()
	for _, e := range said {
		if e.Statement == id {
			return e.Role
		}
	}
	require.FailNow(t, "no explanation", id)
	return 0
}

func TestASavedRecordIsJudgedAnew(t *testing.T) {
	for _, e := range engines {
		t.Run(e.name, func(t *testing.T) {
			source := e.source(t)
			store := filled(t, source, small(t, 2025))
			other, err := mis.Open(t.Context(), source)
			require.NoError(t, err)
			defer other.Close()
			seen, err := other.LastChange(t.Context())
			require.NoError(t, err)

			one, there, err := store.Teacher(t.Context(), "JZG000007")
			require.NoError(t, err)
			require.True(t, there)
			require.NotEmpty(t, one.Trainings)
			one.Trainings = []mis.Training{{Day: "2024-07-01", Title: "甲", Hours: sql.Null[float64]{V: 0.1, Valid: true}}, {Hours: sql.Null[float64]{V: 359.9, Valid: true}}}
			said, err := store.SaveTeacher(t.Context(), asOf, one)
			require.NoError(t, err)
			assert.Equal(t, verdict.Fulfilling, roleOf(t, said, plan.TeacherTrainingHours), "hundredths add up to 360 exactly")

			said, err = store.Amend(t.Context(), asOf, "staff", []byte(`{"staff_no": "JZG000007", "trainings": [{"title": "乙", "hours": 359.99}]}`))
			require.NoError(t, err)
			assert.Equal(t, verdict.Failing, roleOf(t, said, plan.TeacherTrainingHours))
			said, err = store.Amend(t.Context(), asOf, "staff", []byte(`{"staff_no": "JZG000007", "trainings": [{"title": "乙", "hours": null}]}`))
			require.NoError(t, err)
			assert.Equal(t, verdict.ConditionOpen, roleOf(t, said, plan.TeacherTrainingHours), "hours that nobody knows are not nought")
			after, _, err := store.Teacher(t.Context(), "JZG000007")
			require.NoError(t, err)
			assert.Equal(t, one.Teacher, after.Teacher, "other fields stay")

			list, err := other.Changes(t.Context(), seen)
			require.NoError(t, err)
			require.Len(t, list, 3)
			for i, c := range list {
				assert.Equal(t, seen+int64(i)+1, c.Number)
				assert.Equal(t, "staff", c.Register)
				assert.Equal(t, "JZG000007", c.Key)
			}

			said, err = store.Amend(t.Context(), asOf, "pupils", []byte(`{"pupil_no": "XS00000001", "sleep_hours": 11, "grade": "06"}`))
			require.NoError(t, err)
			assert.NotEmpty(t, said)
			said, err = store.Amend(t.Context(), asOf, "schools", []byte(`{"school_code": "2200000001", "bandwidth": 99}`))
			require.NoError(t, err)
			assert.Equal(t, verdict.Failing, roleOf(t, said, plan.Broadband100m))
		})
	}
}

func TestWhatCannotBeSavedChangesNothing(t *testing.T) {
	for _, e := range engines {
		t.Run(e.name, func(t *testing.T) {
			store := filled(t, e.source(t), small(t, 2025))
			before, err := store.LastChange(t.Context())
			require.NoError(t, err)
			was, _, err := store.Teacher(t.Context(), "JZG000001")
			require.NoError(t, err)
			for name, data := range map[string]string{
				"no object":           `[]`,
				"no number":           `{"degree": "硕士"}`,
				"no such column":      `{"staff_no": "JZG000001", "degree": "硕士", "nickname": "x"}`,
				"no number of hours":  `{"staff_no": "JZG000001", "trainings": [{"hours": "many"}]}`,
				"no such county":      `{"staff_no": "JZG000001", "county": "999999"}`,
				"no column of hours":  `{"staff_no": "JZG000001", "trainings": [{"credit": 1}]}`,
				"a number for a text": `{"staff_no": "JZG000001", "degree": 21}`,
			} {
				said, err := store.Amend(t.Context(), asOf, "staff", []byte(data))
				assert.Error(t, err, name)
				assert.Nil(t, said, name)
			}
			_, err = store.SaveTeacher(t.Context(), asOf, mis.Staff{Teacher: registers.Teacher{No: "JZG000001"}, Trainings: []mis.Training{{Hours: sql.Null[float64]{V: 1, Valid: true}}}})
			require.NoError(t, err)
			_, err = store.SaveTeacher(t.Context(), quantity.Date{}, was)
			assert.Error(t, err, "a day that is none")
			after, err := store.LastChange(t.Context())
			require.NoError(t, err)
			assert.Equal(t, before+1, after)
			_, err = store.SaveTeacher(t.Context(), asOf, was)
			require.NoError(t, err)
			is, _, err := store.Teacher(t.Context(), "JZG000001")
			require.NoError(t, err)
			assert.Equal(t, was.Trainings, is.Trainings)
		})
	}
}

// Whoever has seen a number has seen all lower ones, however many save at a time.
func TestNumbersOfChangesAreSeenInTheirOrder(t *testing.T) {
	for _, e := range engines {
		t.Run(e.name, func(t *testing.T) {
			store := filled(t, e.source(t), small(t, 2025))
			start, err := store.LastChange(t.Context())
			require.NoError(t, err)
			const writers, each = 8, 10
			var group sync.WaitGroup
			for range writers {
				group.Go(func() {
					for range each {
						_, err := store.Amend(t.Context(), asOf, "pupils", []byte(`{"pupil_no": "XS00000001", "space": "1"}`))
						assert.NoError(t, err)
					}
				})
			}
			for seen := start; seen < start+writers*each; {
				list, err := store.Changes(t.Context(), seen)
				require.NoError(t, err)
				for _, c := range list {
					require.Equal(t, seen+1, c.Number)
					seen = c.Number
				}
			}
			group.Wait()
		})
	}
}
