package rules_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"

	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/enrolment"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules"
	"github.com/eduplan/tonghua/rules/verdict"
)

// From the end of 2020 to the end of 2025 there are 1,826 days; 2 July 2023 is
// the 913th, half of the way.
var (
	atTheEndOf2020 = day(2020, time.December, 31)
	halfWay        = day(2023, time.July, 2)
)

// enrolledOf judges so many of 1,000 against a target with a baseline.
func enrolledOf(t *testing.T, n int, on quantity.Date, changes ...amend) verdict.Result {
	t.Helper()
	r := rules.MustRatio(edition(says("target", changes...)), "target", enrolmentRatio)
	return evaluate(t, r, on, enrolment.Record{Enrolled: quantity.N(n), OfficialAge: quantity.N(1000)})
}

func TestPaceIsAStraightLineFromTheBaseline(t *testing.T) {
	from90to95 := []amend{baseline(percent(90), atTheEndOf2020), population(plan.AtLeast, percent(95))}
	points := func(num, den uint64) quantity.Amount { return quantity.MustAmount(num, den, quantity.Point) }
	for _, c := range []struct {
		name     string
		n        int
		on       quantity.Date
		expected quantity.Amount
		behind   bool
		yearly   quantity.Amount
		text     string
	}{
		{"half of the way on, the line from 90 to 95 % stands at 92.5 %, and who stands there is on pace", 925, halfWay,
			quantity.MustAmount(925, 1000, quantity.Percent), false, points(25*365, 913*1000),
			"baseline 90 %, a straight line would stand at 92.5 %, on pace, still needed each year: 1 percentage point"},
		{"one pupil less is behind", 924, halfWay,
			quantity.MustAmount(925, 1000, quantity.Percent), true, points(26*365, 913*1000),
			"baseline 90 %, a straight line would stand at 92.5 %, behind, still needed each year: 1.04 percentage points"},
		{"92 % half of the way on are behind: 3 points in 913 days are 1.1993 a year, printed up", 920, halfWay,
			quantity.MustAmount(925, 1000, quantity.Percent), true, points(30*365, 913*1000),
			"baseline 90 %, a straight line would stand at 92.5 %, behind, still needed each year: 1.2 percentage points"},
		{"what has reached its target needs no step", 950, halfWay,
			quantity.MustAmount(925, 1000, quantity.Percent), false, quantity.Amount{},
			"baseline 90 %, a straight line would stand at 92.5 %, on pace"},
		{"a day after the baseline the line has risen by 5 points in 1,826 days, and is printed up", 900, atTheEndOf2020.Next(),
			quantity.MustAmount(90*1826+5, 100*1826, quantity.Percent), true, points(5*365, 100*1825),
			"baseline 90 %, a straight line would stand at 90.01 %, behind, still needed each year: 1 percentage point"},
		{"with exactly a year left the step of the year is the gap", 920, day(2024, time.December, 31),
			quantity.MustAmount(90*1826+5*1461, 100*1826, quantity.Percent), true, points(30, 1000),
			"baseline 90 %, a straight line would stand at 94.01 %, behind, still needed each year: 3 percentage points"},
		{"on its last day the line has arrived and there is no year left to step in", 949, lastDay,
			percent(95), true, quantity.Amount{},
			"baseline 90 %, a straight line would stand at 95 %, behind, still needed: 0.1 percentage points"},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := enrolledOf(t, c.n, c.on, from90to95...)
			gap := quantity.Amount{}
			if c.n < 950 {
				gap = points(950-uint64(c.n), 1000)
			}
			assert.Equal(t, verdict.Pace{Baseline: percent(90), On: atTheEndOf2020, Expected: c.expected, Behind: c.behind, Gap: gap, Yearly: c.yearly}, r.Pace)
			assert.Equal(t, c.text, r.OnPace(bilingual.English))
		})
	}
	t.Run("in Chinese", func(t *testing.T) {
		assert.Equal(t, "基期90%，按匀速应为92.5%，进度落后，每年还需提高1.2个百分点",
			enrolledOf(t, 920, halfWay, from90to95...).OnPace(bilingual.Chinese))
	})
}

func TestATargetAtOrBelowItsBaselineIsToBeHeld(t *testing.T) {
	for _, c := range []struct {
		name   string
		before uint64
		n      int
		behind bool
		text   string
	}{
		{"a target below its baseline is held by less than the baseline", 97, 955, false, "baseline 97 %, to be held"},
		{"a target at its baseline is held by it", 95, 950, false, "baseline 95 %, to be held"},
		{"a value that has fallen below the target is behind, and has a step to make", 97, 900, true,
			"baseline 97 %, to be held, behind, still needed each year: 2 percentage points"},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := enrolledOf(t, c.n, halfWay, baseline(percent(c.before), atTheEndOf2020), population(plan.AtLeast, percent(95)))
			assert.True(t, r.Pace.Hold)
			assert.Equal(t, percent(95), r.Pace.Expected)
			assert.Equal(t, c.behind, r.Pace.Behind)
			assert.Equal(t, c.text, r.OnPace(bilingual.English))
		})
	}
}

func TestNoPaceIsGivenWithoutBaselineDeadlineAheadOrATargetToRiseTo(t *testing.T) {
	before, target := baseline(percent(90), atTheEndOf2020), population(plan.AtLeast, percent(95))
	for _, c := range []struct {
		name    string
		on      quantity.Date
		changes []amend
	}{
		{"without a baseline", halfWay, []amend{target}},
		{"when the deadline has passed", lastDay.Next(), []amend{before, target}},
		{"under a standing duty", halfWay, []amend{before, target, due(plan.Standing)}},
		{"under a yearly duty, which starts anew each year", halfWay, []amend{before, target, due(plan.Yearly)}},
		{"before the baseline's day", atTheEndOf2020.Previous(), []amend{before, target}},
		{"where the target is a ceiling", halfWay, []amend{before, population(plan.AtMost, percent(95))}},
		{"where the baseline has another unit", halfWay, []amend{baseline(teachers(90), atTheEndOf2020), target}},
		{"where the deadline is the baseline's own day", atTheEndOf2020, []amend{before, target, dueBy(atTheEndOf2020)}},
		{"where the deadline lies before the baseline", day(2020, time.June, 1), []amend{before, target, dueBy(day(2020, time.July, 1))}},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := enrolledOf(t, 920, c.on, c.changes...)
			assert.Zero(t, r.Pace)
			assert.True(t, r.Pace.IsZero())
			assert.Empty(t, r.OnPace(bilingual.Chinese))
		})
	}
}

func TestAPaceOfFineFractionsIsExact(t *testing.T) {
	trillionth := quantity.MustAmount(1, 1_000_000_000_000, quantity.Percent)
	rest := quantity.MustAmount(999_999_999_999, 1_000_000_000_000, quantity.Percent)
	r := enrolledOf(t, 1, halfWay, baseline(trillionth, atTheEndOf2020), population(plan.AtLeast, rest))
	assert.Equal(t, half, r.Pace.Expected, "their middle is one half")

	// Its denominator would be 20 × 999,999,999,989 × 1,826, finer than an amount can be.
	prime := quantity.MustAmount(1, 999_999_999_989, quantity.Percent)
	r = enrolledOf(t, 1, atTheEndOf2020.Next(), baseline(prime, atTheEndOf2020), population(plan.AtLeast, percent(95)))
	assert.Zero(t, r.Pace, "what cannot be said exactly is not said")
}

func TestAPaceWithoutAValueShowsTheLineAlone(t *testing.T) {
	p := edition(says("target", baseline(percent(20), atTheEndOf2020), population(plan.AtLeast, percent(60))))
	r := evaluate(t, rules.MustShare(p, "target", share{Counted: online}), halfWay, group(2, 1, 2)...)
	assert.Equal(t, verdict.Pace{Baseline: percent(20), On: atTheEndOf2020, Expected: percent(40)}, r.Pace)
	assert.Equal(t, "baseline 20 %, a straight line would stand at 40 %", r.OnPace(bilingual.English))
}
