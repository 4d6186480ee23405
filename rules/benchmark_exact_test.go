package rules_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators/pupil"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/indicators/teacher"
	"github.com/eduplan/tonghua/rules"
	"github.com/eduplan/tonghua/rules/tonghua"
)

// told is what one of the twelve rules says of a row.
type told struct{ scope, counts truth }

// twelveSay answers the twelve rules for a row, with all that it leaves open.
func twelveSay(s *staff) [12]told {
	when := func(known, holds bool) truth {
		switch {
		case !known:
			return maybe
		case holds:
			return yes
		}
		return no
	}
	stage := func(stages ...uint8) truth {
		for _, one := range stages {
			if s.Stage == one {
				return yes
			}
		}
		return when(s.Stage != 0, false)
	}
	general := stage(1, 2, 3)
	answer := func(a uint8) truth { return when(a != 0, a == 1) }
	practice := when(s.Reported && s.PracticeHours <= s.DigitalHours, s.PracticeHours*2 >= s.DigitalHours)
	return [12]told{
		{general, when(s.Backbone != 0, s.Backbone == 4)},
		{general, when(s.Backbone != 0, s.Backbone == 3)},
		{general, when(s.Backbone != 0, s.Backbone == 2)},
		{all(stage(4), answer(s.Specialist)), answer(s.DualQualified)},
		{yes, when(s.Reported && s.Hours >= 0, s.Hours >= 360)},
		{general, when(s.Reported, s.DigitalHours >= 50)},
		{general, practice},
		{stage(1), when(s.Education != 0, s.Education >= 2)},
		{stage(2), when(s.Education != 0, s.Education >= 3)},
		{stage(3), when(s.Education != 0, s.Education >= 4)},
		{all(stage(4), answer(s.FullTime)), answer(s.DualQualified)},
		{general, answer(s.RealName)},
	}
}

// exactly is what a rule must give of a group, record by record.
type exactly struct {
	inScope, open                  int64
	lowOf, lowPer, highOf, highPer uint64
}

func (e *exactly) add(t told) {
	if t.scope == no {
		return
	}
	if t.scope == yes {
		e.inScope++
	}
	if t.scope == maybe || t.counts == maybe {
		e.open++
	}
	// The lowest share counts what surely counts, and has in scope what does not
	// surely count; the highest the other way round.
	if t.scope == yes || t.counts != yes {
		e.lowPer++
	}
	if t.scope == yes && t.counts == yes {
		e.lowOf++
	}
	if t.scope == yes || t.counts != no {
		e.highPer++
	}
	if t.counts != no {
		e.highOf++
	}
}

func TestEveryInputOfTheBenchmarksIsJudgedExactly(t *testing.T) {
	rows := register(benchmarkRows, 10, 1)
	want := map[string]*[12]exactly{}
	for i := range rows {
		g := want[rows[i].County]
		if g == nil {
			g = new([12]exactly)
			want[rows[i].County] = g
		}
		for rule, said := range twelveSay(&rows[i]) {
			g[rule].add(said)
		}
	}
	for name, set := range map[string]rules.Set[teacher.Record]{"12 rules": twelve(), "36 rules": thirtySix(t), "all rules": tonghua.Teachers()} {
		groups, err := rules.EvaluateBy(rules.MustPanel(fill, set...).Parallel(2), asOf, rows, byCounty)
		require.NoError(t, err)
		require.Len(t, groups.Keys(), len(counties))
		for county, results := range groups.All() {
			for i, rule := range twelve() {
				r, ok := results.Of(rule.ID())
				require.True(t, ok)
				e := want[county][i]
				got := exactly{r.Records.InScope, r.Records.Open, whole(t, r.Lowest.Of), whole(t, r.Lowest.Per), whole(t, r.Highest.Of), whole(t, r.Highest.Per)}
				require.Equal(t, e, got, "%s: %s in %s", name, rule.ID(), county)
				require.Positive(t, e.open, "the benchmarks' register has unknown fields for each rule")
			}
		}
	}
}

func whole(t *testing.T, total quantity.Total) uint64 {
	n, ok := total.Steps().Uint64()
	require.True(t, ok)
	return n
}

func TestTheHandWrittenLoopsOfTheBenchmarksDoTheSameWork(t *testing.T) {
	rows := register(20_000, 0, 0) // the loops tell less where a field is unknown
	groups, err := rules.EvaluateBy(rules.MustPanel(fill, twelve()...), asOf, rows, byCounty)
	require.NoError(t, err)
	twelves, more := plainLoop(rows), plainLoop36(rows)
	for county, results := range groups.All() {
		for i, r := range results.Rules {
			assert.Equal(t, r.Records.InScope, twelves[county].scope[i], "%s in %s", r.Statement, county)
			assert.Equal(t, whole(t, r.Value.Of), uint64(twelves[county].counted[i]), "%s in %s", r.Statement, county)
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
