package rules_test

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/teacher"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules"
	"github.com/eduplan/tonghua/rules/verdict"
)

func expectingPanel(n int64) *rules.Panel[staff, teacher.Record] {
	p := edition(says("share", population(plan.AtLeast, half)))
	return rules.MustPanel(fill, rules.MustShare(p, "share", share{Counted: online})).Expecting(n).GroupsAre(plan.City)
}

func TestExpectationsMergeAsRecordsDo(t *testing.T) {
	rows := twoCounties(10, 0)
	started := func(expected int64, rows []staff) *rules.Evaluator[staff, teacher.Record] {
		e, err := expectingPanel(expected).Start(asOf)
		require.NoError(t, err)
		for i := range rows {
			require.NoError(t, e.Add(&rows[i]))
		}
		return e
	}
	for _, c := range []struct {
		says            string
		parts           [][2]int64 // expected and read
		absent, surplus int64
	}{
		{"all of both came", [][2]int64{{10, 10}, {10, 10}}, 0, 0},
		{"990 of the second are absent", [][2]int64{{10, 10}, {1000, 10}}, 990, 0},
		{"what one has too many does not make up for the other", [][2]int64{{5, 10}, {10, 5}}, 5, 5},
		{"of a part that nobody has counted nothing is expected", [][2]int64{{10, 3}, {0, 10}}, 7, 0},
		{"three parts", [][2]int64{{10, 3}, {10, 3}, {2, 10}}, 14, 8},
	} {
		t.Run(c.says, func(t *testing.T) {
			for _, backwards := range []bool{false, true} {
				at := func(i int) [2]int64 {
					if backwards {
						return c.parts[len(c.parts)-1-i]
					}
					return c.parts[i]
				}
				e := started(at(0)[0], rows[:at(0)[1]])
				groups := by(t, at(0), rows)
				for i := 1; i < len(c.parts); i++ {
					require.NoError(t, e.Merge(started(at(i)[0], rows[:at(i)[1]])))
					require.NoError(t, groups.Merge(by(t, at(i), rows)))
				}
				for _, r := range []verdict.Results{e.Results(), groups.Total()} {
					n := r.Rules[0].Records
					assert.Equal(t, [2]int64{c.absent, c.surplus}, [2]int64{n.Absent, n.Surplus})
				}
			}
		})
	}
}

// by judges some rows by county, with the number expected of the total.
func by(t *testing.T, part [2]int64, rows []staff) *rules.Groups[string] {
	t.Helper()
	g, err := rules.EvaluateBy(expectingPanel(part[0]), asOf, rows[:part[1]], byCounty)
	require.NoError(t, err)
	return g
}

func TestRollingUpAndMergingAgreeOnWhoIsAbsent(t *testing.T) {
	county := func(string) string { return "city" }
	one := by(t, [2]int64{0, 3}, twoCounties(10, 0))
	one.Expect("a", 10)
	other := by(t, [2]int64{0, 10}, twoCounties(10, 0))
	up, err := rules.RollUp(one, county)
	require.NoError(t, err)
	more, err := rules.RollUp(other, county)
	require.NoError(t, err)
	require.NoError(t, up.Merge(more))
	require.NoError(t, one.Merge(other))
	assert.Equal(t, int64(7), up.Total().Rules[0].Records.Absent)
	assert.Equal(t, int64(7), one.Total().Rules[0].Records.Absent)
	one.Expect("a", 20)
	assert.Equal(t, int64(7), one.Total().Rules[0].Records.Absent, "said anew, the number is that of the whole group")
}

func TestExpectationsBeyondWhatCanBeCountedStayThere(t *testing.T) {
	g := by(t, [2]int64{0, 2}, twoCounties(10, 0))
	g.Expect("a", math.MaxInt64)
	g.Expect("b", 1)
	assert.Positive(t, g.Total().Rules[0].Records.Absent)
	g = by(t, [2]int64{0, 2}, twoCounties(10, 0))
	g.Expect("a", -6)
	assert.Zero(t, g.Total().Rules[0].Records.Absent)
}

// Thirty football schools, exported twice.
func TestADoubledExportDoesNotPass(t *testing.T) {
	p := edition(says("schools", population(plan.AtLeast, teachers(50))))
	panel := rules.MustPanel(fill, rules.MustCount(p, "schools", numberOf{Counted: online})).Expecting(30)
	results, err := panel.Evaluate(asOf, twoCounties(60, 0))
	require.NoError(t, err)
	r := results.Rules[0]
	assert.Equal(t, []any{verdict.Undetermined, verdict.SurplusRecords}, []any{r.Outcome, r.Reason})
	assert.Equal(t, "30 teachers to 60 teachers", r.Measured(bilingual.English))
	assert.Contains(t, r.Text(bilingual.Chinese), "多报30条")
	assert.Contains(t, r.Text(bilingual.English), "30 more than expected")
}
