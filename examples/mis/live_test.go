package mis_test

import (
	"context"
	"encoding/json"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/examples/city/registers"
	"github.com/eduplan/tonghua/examples/mis"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/plan"
)

// sameReport holds a report that follows against one that reads all anew, to the byte.
func sameReport(t testing.TB, store *mis.Store, o mis.Options, got *mis.Report) {
	t.Helper()
	want := report(t, store, o)
	sameVerdicts(t, ofStore(t, want), ofStore(t, got))
	wanted, err := json.Marshal(want.Page)
	require.NoError(t, err)
	have, err := json.Marshal(got.Page)
	require.NoError(t, err)
	require.Equal(t, string(wanted), string(have))
	require.Equal(t, want.Excepted, got.Excepted)
	require.Equal(t, want.Remedies, got.Remedies)
	require.Equal(t, want.Change, got.Change)
}

func TestWhatFollowsIsWhatReadingAllAnewGives(t *testing.T) {
	for _, e := range engines {
		t.Run(e.name, func(t *testing.T) {
			city := small(t, 2025)
			store := filled(t, e.source(t), city)
			o := mis.Options{Date: asOf, Remedies: []plan.ID{plan.TeacherTrainingHours}, Due: quantity.DateOf(2026, 6, 30)}
			live := store.Live(o)
			first, err := live.Report(t.Context())
			require.NoError(t, err)
			sameReport(t, store, o, first)
			again, err := live.Report(t.Context())
			require.NoError(t, err)
			require.Same(t, first, again, "nothing was saved")

			saves := []func() error{
				func() error { // a master's degree
					_, err := store.Amend(t.Context(), asOf, "staff", []byte(`{"staff_no": "`+city.Teachers[3].No+`", "degree": "硕士", "stage": "普通高中"}`))
					return err
				},
				func() error { // moves to another county
					_, err := store.Amend(t.Context(), asOf, "staff", []byte(`{"staff_no": "`+city.Teachers[3].No+`", "county": "`+city.Schools[len(city.Schools)-1].County+`"}`))
					return err
				},
				func() error { // is new
					_, err := store.Amend(t.Context(), asOf, "pupils", []byte(`{"pupil_no": "X1", "county": "`+city.Schools[0].County+`", "school": "`+city.Schools[0].Code+`", "stage": "小学", "fitness": "优秀"}`))
					return err
				},
				func() error { // who had too few hours has them now
					_, err := store.Amend(t.Context(), asOf, "staff", []byte(`{"staff_no": "`+city.Teachers[0].No+`", "trainings": [{"day": "2025-07-20", "title": "补训", "hours": 400}]}`))
					return err
				},
				func() error {
					_, err := store.Amend(t.Context(), asOf, "schools", []byte(`{"school_code": "`+city.Schools[0].Code+`", "admission_test": "是"}`))
					return err
				},
				func() error { return store.SaveReport(t.Context(), again) },
			}
			for i, save := range saves {
				require.NoError(t, save(), "save %d", i)
				next, err := live.Report(t.Context())
				require.NoError(t, err)
				require.NotSame(t, again, next)
				again = next
				sameReport(t, store, o, next)
			}
			live.Reread()
			next, err := live.Report(t.Context())
			require.NoError(t, err)
			sameReport(t, store, o, next)
		})
	}
}

func TestAfterAnErrorTheLiveReportIsWholeAgain(t *testing.T) {
	store := filled(t, file(t), small(t, 2025))
	o := mis.Options{Date: asOf}
	live := store.Live(o)
	ended, end := context.WithCancel(t.Context())
	end()
	_, err := live.Report(ended)
	require.ErrorIs(t, err, context.Canceled)
	next, err := live.Report(t.Context())
	require.NoError(t, err)
	sameReport(t, store, o, next)
}

func TestFollowingOneRecordIsQuick(t *testing.T) {
	city := made(t, registers.Config{Year: 2025})
	store := filled(t, file(t), city)
	live := store.Live(mis.Options{Date: asOf})
	began := time.Now()
	_, err := live.Report(t.Context())
	require.NoError(t, err)
	t.Logf("reading all: %v", time.Since(began))
	began = time.Now()
	const often = 20
	for i := range often {
		_, err = store.Amend(t.Context(), asOf, "staff", []byte(`{"staff_no": "`+city.Teachers[i].No+`", "degree": "硕士"}`))
		require.NoError(t, err)
		_, err = live.Report(t.Context())
		require.NoError(t, err)
	}
	each := time.Since(began) / often
	t.Logf("a saved record: %v", each)
	assert.Less(t, each, time.Second, "within a second of a saved record")
}
