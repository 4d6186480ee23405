package rules_test

import (
	"math/big"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/indicators/teacher"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules"
	"github.com/eduplan/tonghua/rules/verdict"
)

// completions returns the records with every field that a rule reads filled in,
// in all ways that make a difference to the rules below.
func completions(records []teacher.Record) [][]teacher.Record {
	list := [][]teacher.Record{nil}
	for _, r := range records {
		var next [][]teacher.Record
		for _, one := range completed(r) {
			for _, done := range list {
				next = append(next, append(append([]teacher.Record(nil), done...), one))
			}
		}
		list = next
	}
	return list
}

func completed(r teacher.Record) []teacher.Record {
	list := []teacher.Record{r}
	fill := func(open bool, ways int, set func(*teacher.Record, int)) {
		if !open {
			return
		}
		var next []teacher.Record
		for _, done := range list {
			for way := range ways {
				one := done
				set(&one, way)
				next = append(next, one)
			}
		}
		list = next
	}
	someStages := []indicators.Stage{indicators.Primary, indicators.SeniorHigh}
	levels := []indicators.Education{indicators.College, indicators.Bachelor, indicators.Master}
	someHours := []quantity.Hours{quantity.HoursOf(359.99), quantity.WholeHours(360)}
	outside := func(n uint8, last uint8) bool { return n == 0 || n > last }
	fill(outside(uint8(r.Stage), 8), 2, func(r *teacher.Record, i int) { r.Stage = someStages[i] })
	fill(outside(uint8(r.Education), 8), 3, func(r *teacher.Record, i int) { r.Education = levels[i] })
	fill(outside(uint8(r.FullTime), 2), 2, func(r *teacher.Record, i int) { r.FullTime = indicators.Answer(i + 1) })
	fill(!r.TrainingHours.Known(), 2, func(r *teacher.Record, i int) { r.TrainingHours = someHours[i] })
	return list
}

// gappy are the teachers that the registers below are made of.
func gappy() []teacher.Record {
	return []teacher.Record{
		{Stage: indicators.SeniorHigh, Education: indicators.Master, FullTime: indicators.Yes, TrainingHours: quantity.WholeHours(400)},
		{Stage: indicators.SeniorHigh, FullTime: indicators.No, TrainingHours: quantity.WholeHours(100)},
		{Education: indicators.Doctor, FullTime: indicators.Yes, TrainingHours: quantity.HoursOf(-1)},
		{Education: indicators.College, TrainingHours: quantity.WholeHours(360)},
		{Stage: indicators.Primary, Education: indicators.InvalidWord, FullTime: indicators.Yes},
		{FullTime: indicators.Answer(77)},
		{Stage: indicators.InvalidWord, FullTime: indicators.Yes, TrainingHours: quantity.WholeHours(400)},
	}
}

// registers returns every choice of up to three of the teachers.
func registers() [][]teacher.Record {
	list := gappy()
	var all [][]teacher.Record
	for i := range list {
		all = append(all, []teacher.Record{list[i]})
		for j := range i {
			all = append(all, []teacher.Record{list[i], list[j]})
			for k := range j {
				all = append(all, []teacher.Record{list[i], list[j], list[k]})
			}
		}
	}
	return all
}

func TestNoCompletionOfTheUnknownsLiesOutsideTheBounds(t *testing.T) {
	p := edition(
		says("apart", population(plan.AtLeast, half)),
		says("three-fields", population(plan.AtMost, percent(30))),
		says("same-field", population(plan.AtLeast, half)),
		says("number-of", population(plan.AtLeast, teachers(2))),
	)
	senior, master := teacher.Stage.Is(indicators.SeniorHigh), teacher.Education.AtLeast(indicators.Master)
	trained, fullTime := teacher.TrainingHours.AtLeast(number(hours(360))), teacher.FullTime.Is(indicators.Yes)
	isSenior := func(f facts) truth { return f.is("stage", uint8(indicators.SeniorHigh)) }
	isMaster := func(f facts) truth { return f.from("education", uint8(indicators.Master)) }
	isTrained := func(f facts) truth { return f.number("training_hours", ">=", "360") }
	isFullTime := func(f facts) truth { return f.is("full_time", uint8(indicators.Yes)) }
	for _, c := range []struct {
		name    string
		rule    rules.Rule[teacher.Record]
		reached bool        // scope and condition read different fields
		slow    slowReading // the rule again, asked of records that say all
	}{
		{"the share of masters among senior-high teachers has both bounds reached",
			rules.MustShare(p, "apart", share{Among: senior, Counted: master}), true, slowReading{among: isSenior, counted: isMaster}},
		{"a scope of two fields and a condition of two others have both bounds reached",
			rules.MustShare(p, "three-fields", share{Among: indicators.Or(senior, indicators.Not(fullTime)), Counted: indicators.And(trained, master)}), true,
			slowReading{among: func(f facts) truth { return some(isSenior(f), not(isFullTime(f))) }, counted: func(f facts) truth { return all(isTrained(f), isMaster(f)) }}},
		{"a scope and a condition on one field keep the bounds, which may be wider than need be",
			rules.MustShare(p, "same-field", share{Among: teacher.Education.AtLeast(indicators.Bachelor), Counted: master}), false,
			slowReading{among: func(f facts) truth { return f.from("education", uint8(indicators.Bachelor)) }, counted: isMaster}},
		{"the number of trained full-time teachers has both bounds reached",
			rules.MustCount(p, "number-of", numberOf{Among: fullTime, Counted: trained}), true, slowReading{among: isFullTime, counted: isTrained}},
	} {
		t.Run(c.name, func(t *testing.T) {
			wide, said := 0, map[teacher.Record]facts{}
			for _, register := range registers() {
				got, err := c.rule.Evaluate(asOf, register...)
				require.NoError(t, err)
				var low, high *big.Rat
				verdicts := map[verdict.Outcome]bool{}
				for _, full := range completions(register) {
					var members []facts
					for i := range full {
						if said[full[i]] == nil {
							said[full[i]] = factsOfRecord(&full[i])
						}
						members = append(members, said[full[i]])
					}
					counts := c.slow.counts(members...)
					require.Zero(t, counts.open, "%+v says all", full)
					n, in := counts.classes[4], counts.classes[4]+counts.classes[2]
					value := big.NewRat(n, 1)
					if c.rule.Form() != indicators.CountForm {
						if in == 0 {
							verdicts[verdict.NotApplicable] = true
							continue
						}
						value = big.NewRat(n, in)
					}
					exact, err := c.rule.Evaluate(asOf, full...)
					require.NoError(t, err)
					verdicts[exact.Outcome] = true
					sameValue(t, value, exact.Value, "a register that says all has one value")
					if low == nil || value.Cmp(low) < 0 {
						low = value
					}
					if high == nil || value.Cmp(high) > 0 {
						high = value
					}
				}
				if low == nil {
					continue // whatever is unknown, nothing is in scope
				}
				lowest, highest := valueOf(got.Lowest), valueOf(got.Highest)
				require.LessOrEqual(t, lowest.Cmp(low), 0, "%+v", register)
				require.GreaterOrEqual(t, highest.Cmp(high), 0, "%+v", register)
				if c.reached {
					require.Equal(t, []string{low.RatString(), high.RatString()}, []string{lowest.RatString(), highest.RatString()}, "%+v", register)
				}
				if got.Outcome == verdict.Met || got.Outcome == verdict.NotMet {
					require.Equal(t, map[verdict.Outcome]bool{got.Outcome: true}, verdicts, "a certain verdict stands whatever the unknowns turn out to be")
				} else {
					wide++
				}
				if c.reached && len(verdicts) > 1 {
					require.Equal(t, verdict.Undetermined, got.Outcome, "%+v", register)
				}
			}
			assert.Greater(t, wide, 5, "some registers leave the verdict open")
		})
	}
}

func valueOf(r quantity.Ratio) *big.Rat {
	value := total(r.Of)
	if r.Per.Unit() != quantity.NoUnit {
		value.Quo(value, total(r.Per))
	}
	return value
}
