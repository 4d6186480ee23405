package rules_test

import (
	"fmt"
	"math"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/enrolment"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/indicators/teacher"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules"
	"github.com/eduplan/tonghua/rules/verdict"
)

var (
	onlineTeacher  = teacher.Record{RealNameSpace: indicators.Yes}
	offlineTeacher = teacher.Record{RealNameSpace: indicators.No}
	silentTeacher  = teacher.Record{}
)

// group returns so many teachers online, offline, and of whom nobody knows.
func group(on, off, unknown int) []teacher.Record { return groupOf([3]int{on, off, unknown}) }

func groupOf(numbers [3]int) []teacher.Record {
	var list []teacher.Record
	for i, r := range []teacher.Record{onlineTeacher, offlineTeacher, silentTeacher} {
		list = append(list, slices.Repeat([]teacher.Record{r}, numbers[i])...)
	}
	return list
}

// evaluate is Evaluate of a rule that cannot fail.
func evaluate[R indicators.Record[R]](t *testing.T, r rules.Rule[R], on quantity.Date, records ...R) verdict.Result {
	t.Helper()
	got, err := r.Evaluate(on, records...)
	require.NoError(t, err)
	return got
}

// threeOfFive judges so many of five in each of the four forms, against three
// of five.
func threeOfFive(t *testing.T, c plan.Comparator, n int) map[string]verdict.Result {
	p := edition(
		says("share", population(c, percent(60))),
		says("count", population(c, teachers(3))), says("ratio", population(c, percent(60))))
	records := group(n, 5-n, 0)
	return map[string]verdict.Result{
		"share": evaluate(t, rules.MustShare(p, "share", share{Counted: online}), asOf, records...),
		"count": evaluate(t, rules.MustCount(p, "count", numberOf{Counted: online}), asOf, records...),
		"ratio": evaluate(t, rules.MustRatio(p, "ratio", enrolmentRatio), asOf,
			enrolment.Record{Enrolled: quantity.N(n), OfficialAge: quantity.N(5)}),
	}
}

var enrolmentRatio = indicators.Ratio[enrolment.Record]{
	Of: indicators.SumOf(enrolment.Enrolled), Per: indicators.SumOf(enrolment.OfficialAge)}

func TestThresholdsOneStepBeforeAtAndAfter(t *testing.T) {
	for _, c := range []struct {
		name    string
		compare plan.Comparator
		n       int
		outcome verdict.Outcome
		reason  verdict.Reason
		short   string
	}{
		{"two miss at least three by one", plan.AtLeast, 2, verdict.NotMet, verdict.BelowThreshold, "1 short"},
		{"three are at least three: 不低于 includes the number itself", plan.AtLeast, 3, verdict.Met, verdict.NoReason, ""},
		{"four are at least three", plan.AtLeast, 4, verdict.Met, verdict.NoReason, ""},
		{"two are at most three", plan.AtMost, 2, verdict.Met, verdict.NoReason, ""},
		{"three are at most three: 不高于 includes the number itself", plan.AtMost, 3, verdict.Met, verdict.NoReason, ""},
		{"four exceed at most three by one", plan.AtMost, 4, verdict.NotMet, verdict.AboveThreshold, "1 too many"},
		{"two miss more than three by two", plan.MoreThan, 2, verdict.NotMet, verdict.BelowThreshold, "2 short"},
		{"three miss more than three by one", plan.MoreThan, 3, verdict.NotMet, verdict.BelowThreshold, "1 short"},
		{"four are more than three", plan.MoreThan, 4, verdict.Met, verdict.NoReason, ""},
		{"two are less than three", plan.LessThan, 2, verdict.Met, verdict.NoReason, ""},
		{"three exceed less than three by one", plan.LessThan, 3, verdict.NotMet, verdict.AboveThreshold, "1 too many"},
		{"four exceed less than three by two", plan.LessThan, 4, verdict.NotMet, verdict.AboveThreshold, "2 too many"},
		{"two miss exactly three by one", plan.Exactly, 2, verdict.NotMet, verdict.OffThreshold, "1 short"},
		{"three are exactly three", plan.Exactly, 3, verdict.Met, verdict.NoReason, ""},
		{"four exceed exactly three by one", plan.Exactly, 4, verdict.NotMet, verdict.OffThreshold, "1 too many"},
	} {
		for form, r := range threeOfFive(t, c.compare, c.n) {
			t.Run(form+": "+c.name, func(t *testing.T) {
				assert.Equal(t, c.outcome, r.Outcome)
				assert.Equal(t, c.reason, r.Reason)
				assert.True(t, r.Exact())
				assert.Equal(t, r.Value, r.Lowest)
				assert.Equal(t, r.Value, r.Highest)
				want := c.short
				if want != "" { // "1 short" reads "1 teacher short"
					noun := map[bool]string{true: "pupil", false: "teacher"}[form == "ratio"]
					n, rest := want[:1], want[2:]
					if n != "1" {
						noun += "s"
					}
					want = n + " " + noun + " " + rest
					if form == "share" && rest == "short" {
						want = n + " more " + noun + " to comply"
					}
				}
				assert.Equal(t, want, r.Short(bilingual.English))
				assert.Equal(t, "test-2021-2025", r.Edition)
				assert.Equal(t, plan.ID(form), r.Statement)
				assert.Equal(t, []any{verdict.Format, verdict.Version, asOf, firstDay}, []any{r.Format, r.Library, r.AsOf, r.From})
			})
		}
	}
}

func TestARangeIsMissedOnEitherSideOfItself(t *testing.T) {
	p := edition(says("range", func(s *plan.Statement) {
		s.Population = stated(plan.Between, percent(30))
		s.Population.To = percent(60)
	}))
	rule := rules.MustShare(p, "range", share{Counted: online})
	for n, want := range map[int]string{
		2: "not-met below-threshold 1 false", 3: "met  0 false", 6: "met  0 false", 7: "not-met above-threshold 1 true", 9: "not-met above-threshold 3 true"} {
		r := evaluate[teacher.Record](t, rule, asOf, group(n, 10-n, 0)...)
		assert.Equal(t, want, fmt.Sprint(r.Outcome, " ", r.Reason, " ", r.Shortfall.High.Number(), " ", r.Shortfall.Over), "%d of 10", n)
	}
}

func TestVerdictsAreExact(t *testing.T) {
	target := rules.MustRatio(edition(says("ratio", population(plan.AtLeast, percent(95)))), "ratio", enrolmentRatio)
	for _, c := range []struct {
		name          string
		enrolled, age uint64
		outcome       verdict.Outcome
		printed       string
		short         string
	}{
		{"94.996 % is not 95 % and is not printed as 95.00 %", 94_996, 100_000, verdict.NotMet, "94,996 / 100,000 = 94.99 %", "4 pupils short"},
		{"95 % of a number that 95 % does not divide wants a whole pupil", 94, 99, verdict.NotMet, "94 / 99 = 94.94 %", "1 pupil short"},
		{"nineteen of twenty are 95 %", 19, 20, verdict.Met, "19 / 20 = 95.00 %", ""},
		{"a gross ratio may exceed 100 %", 21, 20, verdict.Met, "21 / 20 = 105.00 %", ""},
		{"the largest counts divide exactly", math.MaxInt64, math.MaxInt64, verdict.Met, "9,223,372,036,854,775,807 / 9,223,372,036,854,775,807 = 100.00 %", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := evaluate(t, target, asOf, enrolment.Record{Enrolled: quantity.N(c.enrolled), OfficialAge: quantity.N(c.age)})
			assert.Equal(t, c.outcome, r.Outcome)
			assert.Equal(t, c.printed, r.Measured(bilingual.English))
			assert.Equal(t, c.short, r.Short(bilingual.English))
		})
	}
	t.Run("two of the largest counts do not wrap around", func(t *testing.T) {
		huge := enrolment.Record{Enrolled: quantity.N(int64(math.MaxInt64)), OfficialAge: quantity.N(int64(math.MaxInt64))}
		r := evaluate(t, target, asOf, huge, huge)
		assert.Equal(t, verdict.Met, r.Outcome)
		assert.Equal(t, "18446744073709551614", r.Value.Of.Number(), "2^64 - 2")
	})
}

func TestBoundsOnOneSideMakeACertainVerdict(t *testing.T) {
	for _, c := range []struct {
		name              string
		compare           plan.Comparator
		on, off, unknown  int
		outcome           verdict.Outcome
		low, high         string
		shortEN, measured string
	}{
		{"three of five online and one unknown reach 60 % whatever the one is", plan.AtLeast, 3, 1, 1, verdict.Met, "60.00", "80.00", "", "60.00 % to 80.00 %"},
		{"one of five online and one unknown miss 60 % whatever the one is", plan.AtLeast, 1, 3, 1, verdict.NotMet, "20.00", "40.00", "1 to 2 more teachers to comply", "20.00 % to 40.00 %"},
		{"two of five online and one unknown may reach 60 %", plan.AtLeast, 2, 2, 1, verdict.Undetermined, "40.00", "60.00", "up to 1 more teacher to comply", "40.00 % to 60.00 %"},
		{"two of five online and one unknown can at best equal 60 %, which is not more", plan.MoreThan, 2, 2, 1, verdict.NotMet, "40.00", "60.00", "1 to 2 more teachers to comply", "40.00 % to 60.00 %"},
		{"three of five online and one unknown may be more than 60 %", plan.MoreThan, 3, 1, 1, verdict.Undetermined, "60.00", "80.00", "up to 1 more teacher to comply", "60.00 % to 80.00 %"},
		{"three of five online and one unknown are not less than 60 % whatever the one is", plan.LessThan, 3, 1, 1, verdict.NotMet, "60.00", "80.00", "1 to 2 teachers too many", "60.00 % to 80.00 %"},
		{"two of five online and one unknown may be less than 60 %", plan.LessThan, 2, 2, 1, verdict.Undetermined, "40.00", "60.00", "up to 1 teacher too many", "40.00 % to 60.00 %"},
		{"two of five online and one unknown are at most 60 % whatever the one is", plan.AtMost, 2, 2, 1, verdict.Met, "40.00", "60.00", "", "40.00 % to 60.00 %"},
		{"one of five online and one unknown are not exactly 60 %", plan.Exactly, 1, 3, 1, verdict.NotMet, "20.00", "40.00", "1 to 2 more teachers to comply", "20.00 % to 40.00 %"},
		{"four of five online and one unknown exceed exactly 60 %", plan.Exactly, 4, 0, 1, verdict.NotMet, "80.00", "100.00", "1 to 2 teachers too many", "80.00 % to 100.00 %"},
		{"three of five online and one unknown may be exactly 60 %", plan.Exactly, 3, 1, 1, verdict.Undetermined, "60.00", "80.00", "up to 1 teacher too many", "60.00 % to 80.00 %"},
		{"two of five online and two unknown may be exactly 60 %", plan.Exactly, 2, 1, 2, verdict.Undetermined, "40.00", "80.00", "up to 1 more teacher to comply", "40.00 % to 80.00 %"},
		{"nobody is known: all is open", plan.AtLeast, 0, 0, 3, verdict.Undetermined, "0.00", "100.00", "up to 2 more teachers to comply", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := edition(says("share", population(c.compare, percent(60))))
			r := evaluate(t, rules.MustShare(p, "share", share{Counted: online}), asOf, group(c.on, c.off, c.unknown)...)
			assert.Equal(t, c.outcome, r.Outcome)
			assert.Equal(t, c.low+" to "+c.high, r.Lowest.Number(quantity.Down)+" to "+r.Highest.Number(quantity.Down))
			assert.False(t, r.Exact(), "the data leave more than one value")
			assert.Equal(t, c.shortEN, r.Short(bilingual.English))
			assert.Equal(t, c.measured, r.Measured(bilingual.English))
			assert.Equal(t, int64(c.unknown), r.Records.Open, "so many records stand in the way")
		})
	}
}

func TestShortfallIsInWholeTeachersTheDenominatorHeld(t *testing.T) {
	p := edition(says("share", population(plan.AtLeast, percent(12))), says("number", population(plan.AtLeast, teachers(40))))
	masters := rules.MustShare(p, "share", share{Among: teacher.Stage.Is(indicators.SeniorHigh), Counted: teacher.Education.AtLeast(indicators.Master)})
	senior := func(n int, e indicators.Education) []teacher.Record {
		list := make([]teacher.Record, n)
		for i := range list {
			list[i] = teacher.Record{Stage: indicators.SeniorHigh, Education: e}
		}
		return list
	}
	// 12 % of 208 are 24.96: 25 teachers. Six are known to be masters and seven may be.
	records := append(append(senior(6, indicators.Master), senior(195, indicators.Bachelor)...), senior(7, 0)...)
	r := evaluate(t, masters, asOf, records...)
	assert.Equal(t, verdict.NotMet, r.Outcome, "13 of 208 would not do either")
	assert.Equal(t, "12 to 19 more teachers to comply", r.Short(bilingual.English))
	assert.Equal(t, "还需12至19名教师达标", r.Short(bilingual.Chinese))

	perhaps := teacher.Record{Education: indicators.Bachelor} // perhaps no senior-high teacher at all
	r = evaluate(t, masters, asOf, perhaps)
	assert.Equal(t, verdict.Undetermined, r.Outcome)
	assert.Equal(t, "up to 1 more teacher to comply", r.Short(bilingual.English), "where nothing may be in scope, nothing may be short")

	n := evaluate(t, rules.MustCount(p, "number", numberOf{Counted: online}), asOf, group(28, 3, 5)...)
	assert.Equal(t, verdict.NotMet, n.Outcome)
	assert.Equal(t, "7 to 12 teachers short", n.Short(bilingual.English))
	assert.Equal(t, fmt.Sprint(quantity.TotalOf(28, quantity.Teacher)), fmt.Sprint(n.Lowest.Of))
}
