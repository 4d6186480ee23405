package mis_test

import (
	"bytes"
	"database/sql"
	"encoding/csv"
	"encoding/json"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/examples/city/registers"
	"github.com/eduplan/tonghua/examples/mis"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules/verdict"
)

// byStatement writes each result as JSON, by the place and the statement.
func byStatement(t testing.TB, whole []verdict.Results, areas map[string]verdict.Results) map[string]string {
	t.Helper()
	all := map[string]string{}
	add := func(place string, list []verdict.Result) {
		for _, r := range list {
			data, err := json.Marshal(r)
			require.NoError(t, err)
			all[place+" "+string(r.Statement)] = string(data)
		}
	}
	for _, w := range whole {
		add("", w.Rules)
		rules := w.Rules
		w.Rules, w.Faults = nil, nil // of unclean registers the first faults hang on the order of rows
		data, err := json.Marshal(w)
		require.NoError(t, err)
		all["register of "+string(rules[0].Statement)] = string(data)
	}
	for place, area := range areas {
		add(place, area.Rules)
	}
	return all
}

func ofRegisters(t testing.TB, city *registers.City) map[string]string {
	v, err := city.Evaluate()
	require.NoError(t, err)
	areas := map[string]verdict.Results{}
	for _, a := range v.Areas {
		areas[a.Name] = a.Results
	}
	return byStatement(t, v.Whole, areas)
}

func ofStore(t testing.TB, r *mis.Report) map[string]string {
	areas := map[string]verdict.Results{}
	for _, a := range r.Areas {
		areas[a.Name] = a.Results
	}
	return byStatement(t, r.Whole, areas)
}

// sameVerdicts holds results against each other, to the byte.
func sameVerdicts(t testing.TB, want, got map[string]string) {
	t.Helper()
	require.Len(t, got, len(want))
	for key, text := range want {
		if got[key] != text {
			require.Equal(t, text, got[key], key)
		}
	}
}

func TestTheStoreSaysWhatTheRegistersSay(t *testing.T) {
	for _, e := range engines {
		for _, c := range []registers.Config{{Year: 2025}, {Year: 2023, Unknown: 15, Invalid: 5}} {
			t.Run(e.name+" "+strconv.Itoa(c.Year), func(t *testing.T) {
				if e.name != "sqlite" && c.Year != 2025 && testing.Short() {
					t.Skip("one city is enough")
				}
				city := made(t, c)
				store := filled(t, e.source(t), city)
				want := ofRegisters(t, city)
				sameVerdicts(t, want, ofStore(t, report(t, store, mis.Options{Date: city.AsOf()})))
				pushed, err := store.Report(t.Context(), mis.Options{Date: city.AsOf(), Push: true})
				require.NoError(t, err)
				sameVerdicts(t, want, ofStore(t, pushed))

				first, err := city.Evaluate()
				require.NoError(t, err)
				var names []string
				for _, a := range first.Areas {
					names = append(names, a.Name)
				}
				for i, a := range pushed.Areas {
					assert.Equal(t, names[i], a.Name)
				}
			})
		}
	}
}

func TestEvidenceCompletesAndExceptionsAreCounted(t *testing.T) {
	r := report(t, filled(t, file(t), made(t, registers.Config{Year: 2025})), mis.Options{})
	outcomes := map[verdict.Outcome]int{}
	for row := range r.Page.All() {
		if row.Result != nil && row.Result.Form == "evidence" {
			outcomes[row.Result.Outcome]++
			for _, e := range row.Result.Evidence {
				assert.NotEqual(t, verdict.WrongKind, e.Refusal, "%s: %s", row.Statement, e.Title)
			}
		}
	}
	assert.Greater(t, outcomes[verdict.Met], 50)
	assert.NotZero(t, outcomes[verdict.NotMet]+outcomes[verdict.Undetermined])

	require.Len(t, r.Excepted, 1)
	e := r.Excepted[0]
	assert.Equal(t, plan.TeacherTrainingHours, e.Statement)
	measured, _ := r.Page.Of(plan.TeacherTrainingHours)
	assert.Equal(t, measured.Classes.NotCounted, e.Short)
	assert.NotZero(t, e.Excepted)
	assert.NotZero(t, e.Ended, "leave that ended before the date")
	assert.EqualValues(t, 40, e.Excepted+e.Ended+e.Idle)
}

func TestListsNameRecordsByRegisterAndKey(t *testing.T) {
	store := filled(t, file(t), made(t, registers.Config{Year: 2023, Unknown: 15, Invalid: 5}))
	var findings, faults bytes.Buffer
	r := report(t, store, mis.Options{Date: quantity.DateOf(2023, 12, 31), Findings: &findings, Faults: &faults})
	for name, list := range map[string]*bytes.Buffer{"findings": &findings, "faults": &faults} {
		lines, err := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(list.Bytes(), []byte("\ufeff")))).ReadAll()
		require.NoError(t, err)
		assert.Equal(t, []string{"行号", "记录"}, lines[0][:2], name)
		prefixes := map[string]bool{}
		for _, line := range lines[1:] {
			assert.NotEqual(t, "行号", line[0])
			prefix, _, _ := strings.Cut(line[1], "/")
			prefixes[prefix] = true
		}
		assert.True(t, prefixes["staff"] && prefixes["pupils"] && prefixes["schools"], name)
	}
	assert.NotNil(t, r.Page)
	_, err := store.Report(t.Context(), mis.Options{Date: asOf, Push: true, Findings: &findings})
	assert.ErrorIs(t, err, mis.ErrPushed)
}

func TestRemediesAreOpenedAndClosed(t *testing.T) {
	store := filled(t, file(t), small(t, 2025))
	due := quantity.DateOf(2026, 6, 30)
	first := report(t, store, mis.Options{Remedies: []plan.ID{plan.TeacherTrainingHours}, Due: due})
	require.NotEmpty(t, first.Remedies)
	require.NoError(t, store.SaveReport(t.Context(), first))
	one := first.Remedies[0]
	assert.Equal(t, due, one.Due)
	assert.NotEmpty(t, one.Answers, "the county answers")

	teacher, there, err := store.Teacher(t.Context(), one.Key)
	require.NoError(t, err)
	require.True(t, there)
	teacher.Trainings = append(teacher.Trainings, mis.Training{Day: "2026-01-20", Title: "补训", Hours: sql.Null[float64]{V: 360, Valid: true}})
	later := quantity.DateOf(2026, 1, 31)
	_, err = store.SaveTeacher(t.Context(), later, teacher)
	require.NoError(t, err)
	second := report(t, store, mis.Options{Date: later})
	require.NoError(t, store.SaveReport(t.Context(), second))
	ledger, err := store.Ledger(t.Context())
	require.NoError(t, err)
	require.Len(t, ledger, len(first.Remedies))
	assert.Equal(t, len(first.Remedies)-1, len(ledger.Open()))
	assert.Equal(t, later, ledger[0].Closed)
}

func TestHistoryIsASeries(t *testing.T) {
	for _, e := range engines {
		t.Run(e.name, func(t *testing.T) {
			store := filled(t, e.source(t), small(t, 2025))
			earlier := quantity.DateOf(2024, 12, 31)
			for _, date := range []quantity.Date{asOf, earlier, asOf} {
				require.NoError(t, store.SaveReport(t.Context(), report(t, store, mis.Options{Date: date})))
			}
			r := report(t, store, mis.Options{})
			for _, a := range append([]string{""}, r.Areas[0].Name) {
				series, err := store.Series(t.Context(), plan.TeacherTrainingHours, a)
				require.NoError(t, err)
				all := series.All()
				require.Len(t, all, 2)
				assert.Equal(t, earlier, all[0].AsOf)
				want, _ := r.Areas[0].Results.Of(plan.TeacherTrainingHours)
				if a == "" {
					want, _ = r.Page.Of(plan.TeacherTrainingHours)
				}
				assert.True(t, want.Equal(all[1]))
			}
			before, err := store.Earlier(t.Context(), asOf)
			require.NoError(t, err)
			assert.Len(t, before[plan.TeacherTrainingHours].All(), 1)
			none, err := store.Series(t.Context(), plan.TeacherTrainingHours, "无此县")
			require.NoError(t, err)
			assert.Empty(t, none.All())
		})
	}
}

// TestMemoryOfManyRows reports on as many pupils as MIS_ROWS says, in a process of its own.
func TestMemoryOfManyRows(t *testing.T) {
	n, err := strconv.Atoi(os.Getenv("MIS_ROWS"))
	if err != nil {
		t.Skip("MIS_ROWS says no number of rows")
	}
	name := file(t)
	city := made(t, registers.Config{Year: 2025})
	began := time.Now()
	store := filled(t, name, city)
	t.Logf("filled in %s", time.Since(began).Round(10*time.Millisecond))
	require.NoError(t, store.Close())
	db, err := sql.Open("sqlite", "file:"+strings.NewReplacer("%", "%25", "?", "%3f").Replace(name))
	require.NoError(t, err)
	for i := 0; i < n/len(city.Pupils); i++ {
		_, err := db.Exec("INSERT INTO pupils SELECT county, school, pupil_no || '-' || ?, stage, grade, fitness, pe_exempt, certificate, space, sports_skills, art_skills, poor, disabled, aided, quality_standard, sleep_hours, songs, in_district, fee_exempt, free_textbooks, living_subsidy, subsidy_due FROM pupils WHERE LENGTH(pupil_no) = 10 LIMIT ?", i, n-len(city.Pupils))
		require.NoError(t, err)
	}
	var rows int
	require.NoError(t, db.QueryRow("SELECT COUNT(*) FROM pupils").Scan(&rows))
	require.NoError(t, db.Close())
	alone := exec.Command(os.Args[0])
	alone.Env = append(os.Environ(), reportVariable+"="+name)
	began = time.Now()
	said, err := alone.Output()
	require.NoError(t, err)
	peak, err := strconv.Atoi(strings.Fields(string(said))[0])
	require.NoError(t, err, string(said))
	assert.Contains(t, string(said), "<nil>")
	t.Logf("%d pupils reported in %s with %d MB", rows, time.Since(began).Round(10*time.Millisecond), peak>>10)
	assert.Less(t, peak>>10, 64)
}

func TestWhatTurnsWithoutNewDataIsListedByDay(t *testing.T) {
	r := report(t, filled(t, file(t), small(t, 2025)), mis.Options{})
	turns, err := r.Turns(asOf.AddYears(1))
	require.NoError(t, err)
	require.NotEmpty(t, turns)
	seen := map[plan.ID]bool{}
	for i, turn := range turns {
		assert.True(t, turn.On.After(asOf))
		assert.False(t, i > 0 && turns[i-1].On.After(turn.On), "by day")
		seen[turn.Statement] = true
	}
	masters, _ := r.Page.Of(plan.SeniorMaster)
	if masters.Outcome == verdict.NotMet {
		assert.True(t, seen[plan.SeniorMaster], "its deadline is the last day of the plan, so that it is past on the first of January")
	}
	none, err := r.Turns(asOf)
	require.NoError(t, err)
	assert.Empty(t, none)
}
