package rules_test

import (
	"math"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators/pupil"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/indicators/teacher"
	"github.com/eduplan/tonghua/rules"
	"github.com/eduplan/tonghua/rules/tonghua"
)

// twelveSlowly are the slow twins of the twelve rules.
func twelveSlowly() []*slowReading {
	asks := func(among, counted func(facts) truth, reads ...string) *slowReading {
		return &slowReading{kind: "share", reads: reads, among: among, counted: counted}
	}
	backbone := func(place uint8) *slowReading {
		return asks(slowInSchool, func(f facts) truth { return f.is("backbone", place) }, "stage", "backbone")
	}
	education := func(stage, least uint8) *slowReading {
		return asks(func(f facts) truth { return f.is("stage", stage) }, func(f facts) truth { return f.from("education", least) }, "stage", "education")
	}
	// Teachers of schools who were in service by 2022, when the digital training was due.
	bound := func(f facts) truth { return all(slowInSchool(f), f.number("appointed_year", "<=", "2022")) }
	dual := func(answer string) *slowReading {
		return asks(func(f facts) truth { return all(f.is("stage", 4), f.is(answer, 1)) }, func(f facts) truth { return f.is("dual_qualified", 1) }, "stage", answer, "dual_qualified")
	}
	return []*slowReading{backbone(4), backbone(3), backbone(2), dual("specialist"),
		asks(func(f facts) truth {
			return some(not(f.recorded("appointed_year")), f.number("appointed_year", "<=", "2020"))
		},
			func(f facts) truth { return f.number("training_hours", ">=", "360") }, "appointed_year", "training_hours"),
		asks(bound, func(f facts) truth { return f.number("digital_hours", ">=", "50") }, "stage", "appointed_year", "digital_hours"),
		asks(func(f facts) truth { return all(bound(f), f.number("digital_hours", ">", "0")) },
			func(f facts) truth { return f.share("practice_hours", ">=", "1/2", "digital_hours") }, "stage", "appointed_year", "practice_hours", "digital_hours"),
		education(1, 2), education(2, 3), education(3, 4), dual("full_time"),
		asks(slowInSchool, func(f facts) truth { return f.is("real_name_space", 1) }, "stage", "real_name_space")}
}

// cells are what a row says in a field, as a number that other values do not have.
var cells = map[string]func(*staff) uint64{
	"stage":           func(s *staff) uint64 { return uint64(s.Stage) },
	"education":       func(s *staff) uint64 { return uint64(s.Education) },
	"backbone":        func(s *staff) uint64 { return uint64(s.Backbone) },
	"full_time":       func(s *staff) uint64 { return uint64(s.FullTime) },
	"specialist":      func(s *staff) uint64 { return uint64(s.Specialist) },
	"dual_qualified":  func(s *staff) uint64 { return uint64(s.DualQualified) },
	"real_name_space": func(s *staff) uint64 { return uint64(s.RealName) },
	"appointed_year":  func(s *staff) uint64 { return uint64(s.Appointed) },
	"training_hours":  func(s *staff) uint64 { return hoursCell(s, s.Hours) },
	"digital_hours":   func(s *staff) uint64 { return hoursCell(s, s.DigitalHours) },
	"practice_hours":  func(s *staff) uint64 { return hoursCell(s, s.PracticeHours) },
}

func hoursCell(s *staff, v float64) uint64 {
	if !s.Reported {
		return 0
	}
	return uint64(101 + math.Round(100*v)) // -1 is the lowest
}

// slowClasses returns how many rows of each county are in which class, having asked
// each row that says something else once.
func (q *slowReading) slowClasses(rows []staff, county []int) [][8]int64 {
	var reads []func(*staff) uint64
	for _, field := range q.reads {
		reads = append(reads, cells[field])
	}
	type alike struct {
		first *staff
		rows  []int64 // by county
	}
	says := map[[4]uint64]*alike{}
	for i := range rows {
		var key [4]uint64
		for n, cell := range reads {
			key[n] = cell(&rows[i])
		}
		a := says[key]
		if a == nil {
			a = &alike{&rows[i], make([]int64, len(counties))}
			says[key] = a
		}
		a.rows[county[i]]++
	}
	classes := make([][8]int64, len(counties))
	for _, a := range says {
		one := q.counts(factsOf(a.first))
		for c, n := range a.rows {
			classes[c][slices.Index(one.classes[:], 1)] += n
		}
	}
	return classes
}

func TestEveryInputOfTheBenchmarksIsJudgedExactly(t *testing.T) {
	rows := register(benchmarkRows, 10, 1)
	county := make([]int, len(rows))
	for i := range rows {
		county[i] = slices.Index(counties, rows[i].County)
	}
	var want [][][8]int64
	for _, q := range twelveSlowly() {
		want = append(want, q.slowClasses(rows, county))
	}
	for name, set := range map[string]rules.Set[teacher.Record]{"12 rules": twelve(), "36 rules": thirtySix(t), "all rules": tonghua.Teachers()} {
		groups, err := rules.EvaluateBy(rules.MustPanel(fill, set...).Parallel(2), asOf, rows, byCounty)
		require.NoError(t, err)
		require.Len(t, groups.Keys(), len(counties))
		for county, results := range groups.All() {
			for i, rule := range twelve() {
				r, ok := results.Of(rule.ID())
				require.True(t, ok)
				n := want[i][slices.Index(counties, county)]
				inScope, open := n[2]+n[4]+n[6], n[3]+n[5]+n[6]+n[7]
				require.Equal(t, []int64{inScope, open}, []int64{r.Records.InScope, r.Records.Open}, "%s: %s in %s", name, rule.ID(), county)
				// The lowest share counts what surely counts, and has in scope what does not
				// surely count; the highest the other way round.
				low, high := []int64{n[4], inScope + n[3] + n[7]}, []int64{n[4] + n[5] + n[6] + n[7], inScope + n[5] + n[7]}
				require.Equal(t, low, []int64{whole(t, r.Lowest.Of), whole(t, r.Lowest.Per)}, "%s: %s in %s", name, rule.ID(), county)
				require.Equal(t, high, []int64{whole(t, r.Highest.Of), whole(t, r.Highest.Per)}, "%s: %s in %s", name, rule.ID(), county)
				require.Positive(t, open, "the benchmarks' register has unknown fields for each rule")
			}
		}
	}
}

func whole(t *testing.T, total quantity.Total) int64 {
	n, ok := total.Steps().Uint64()
	require.True(t, ok)
	return int64(n)
}

func TestTheHandWrittenLoopsOfTheBenchmarksDoTheSameWork(t *testing.T) {
	rows := register(20_000, 0, 0) // the loops tell less where a field is unknown
	groups, err := rules.EvaluateBy(rules.MustPanel(fill, twelve()...), asOf, rows, byCounty)
	require.NoError(t, err)
	twelves, more := plainLoop(rows), plainLoop36(rows)
	for county, results := range groups.All() {
		for i, r := range results.Rules {
			assert.Equal(t, r.Records.InScope, twelves[county].scope[i], "%s in %s", r.Statement, county)
			assert.Equal(t, whole(t, r.Value.Of), twelves[county].counted[i], "%s in %s", r.Statement, county)
		}
		assert.Equal(t, twelves[county], &more[county][0])
	}
}

func TestTheFindingsOfTheBenchmarkAreThePupilsThatALoopFinds(t *testing.T) {
	rows := roll(30_000)
	var found []int64
	panel := rules.MustPanel(enrol, rules.Rule[pupil.Record](tonghua.FitnessCertificate)).
		OnFinding(func(row int64, _ *onRoll, _ *rules.Finding[pupil.Record]) bool {
			found = append(found, row)
			return true
		})
	for _, goroutines := range []int{1, 2} {
		found = found[:0]
		_, err := panel.Parallel(goroutines).Evaluate(asOf, rows)
		require.NoError(t, err)
		assert.Equal(t, appendOffenders(nil, rows), found)
	}
	assert.NotEmpty(t, found)
}
