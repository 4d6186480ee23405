package tonghua_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules"
	"github.com/eduplan/tonghua/rules/verdict"
)

// midTerm is a day on which every dated target is still open. The tables of
// all sections are judged on it; deadlines_test.go judges other days.
var midTerm = quantity.DateOf(2022, time.June, 30)

// clause is what a rule must say of itself, read off the document.
type clause struct {
	zh, en     string         // where the text says so
	each       plan.Threshold // what one record must reach, if the text says so
	population plan.Threshold // what the population must reach
	of, per    quantity.Unit  // of the value; a count has nothing to divide by
}

// expected is what the plan makes of a register, worked out by hand.
type expected struct {
	outcome   verdict.Outcome
	reason    verdict.Reason
	exact     bool   // the data leave one value: of ÷ per
	of, per   uint64 // in whole units
	low, high uint64 // what is short, in units of the numerator
	over      bool   // too many rather than too few
}

func met(of, per uint64) expected {
	return expected{outcome: verdict.Met, exact: true, of: of, per: per}
}

// certain is met although data are missing, so that there is no one value.
func certain() expected { return expected{outcome: verdict.Met} }

func missed(of, per, short uint64) expected {
	return expected{outcome: verdict.NotMet, reason: verdict.BelowThreshold, exact: true, of: of, per: per, low: short, high: short}
}

// hopeless is missed although data are missing: so much at least, so much at most is short.
func hopeless(low, high uint64) expected {
	return expected{outcome: verdict.NotMet, reason: verdict.BelowThreshold, low: low, high: high}
}

// open is undetermined: at best low, at worst high is short.
func open(reason verdict.Reason, low, high uint64) expected {
	return expected{outcome: verdict.Undetermined, reason: reason, low: low, high: high}
}

func notApplicable(reason verdict.Reason) expected {
	return expected{outcome: verdict.NotApplicable, reason: reason}
}

// policy is a sentence about a register and what the plan makes of it.
type policy[R any] struct {
	says    string
	records []R
	want    expected
}

// times repeats a record.
func times[R any](n int, record R) []R { return slices.Repeat([]R{record}, n) }

// register joins groups of records.
func register[R any](groups ...[]R) []R { return slices.Concat(groups...) }

func atLeast(number string, unit quantity.Unit, basis plan.Basis) plan.Threshold {
	return threshold(plan.AtLeast, number, unit, basis)
}

func threshold(c plan.Comparator, number string, unit quantity.Unit, basis plan.Basis) plan.Threshold {
	amount, err := quantity.ParseAmount(number, unit)
	if err != nil {
		panic(err)
	}
	return plan.Threshold{Comparator: c, Amount: amount, Origin: plan.Origin{Basis: basis}}
}

// hold judges each register by the rule alone, by a panel of the rule and by a
// panel of all rules of its subject, which must agree, and compares with what
// the plan says.
func hold[R indicators.Record[R]](t *testing.T, set rules.Set[R], rule rules.Rule[R], says clause, cases ...policy[R]) {
	t.Helper()
	for _, c := range cases {
		if rule.Statement().Partly.Bias == plan.Flatters && c.want.outcome == verdict.Met {
			c.want.outcome, c.want.reason = verdict.Undetermined, verdict.PartMeasured
		}
		t.Run(c.says, func(t *testing.T) {
			r, err := rule.Evaluate(midTerm, c.records...)
			require.NoError(t, err)
			checkSelf(t, r, rule.ID(), says)
			checkVerdict(t, r, says, c.want)
			for _, list := range []rules.Set[R]{{rule}, set} {
				inPass, ok := passOver(t, list, c.records).Of(rule.ID())
				require.True(t, ok)
				assert.True(t, r.Equal(inPass), "a panel of %d rules gives\n%s\nthe rule alone\n%s", len(list), inPass, r)
			}
			if duty, ok := rule.(rules.Duty[R]); ok {
				checkFindings(t, duty, c.records)
			}
		})
	}
}

// passOver judges the records in a panel, as they are.
func passOver[R indicators.Record[R]](t *testing.T, list rules.Set[R], records []R) verdict.Results {
	t.Helper()
	panel, err := rules.NewPanel(func(from, to *R) { *to = *from }, list...)
	require.NoError(t, err)
	results, err := panel.Evaluate(midTerm, records)
	require.NoError(t, err)
	return results
}

// checkSelf compares what the result quotes with what the document prints.
func checkSelf(t *testing.T, r verdict.Result, id plan.ID, says clause) {
	t.Helper()
	assert.Equal(t, id, r.Statement)
	assert.Equal(t, bilingual.Text{ZH: says.zh, EN: says.en}, r.Citation)
	assert.True(t, says.population.Same(r.Threshold) && says.population.Basis == r.Threshold.Basis, r.Threshold)
	assert.True(t, says.each.Same(r.Each) && says.each.Basis == r.Each.Basis, r.Each)
	assert.Equal(t, plan.Must, r.Modality)
	assert.Equal(t, "tonghua-2021-2025", r.Edition)
	assert.Equal(t, midTerm, r.AsOf)
}

func checkVerdict(t *testing.T, r verdict.Result, says clause, want expected) {
	t.Helper()
	assert.Equal(t, want.outcome, r.Outcome, "outcome of %s", r)
	assert.Equal(t, want.reason, r.Reason, "reason of %s", r)
	assert.Equal(t, value(want, says), r.Value, "value of %s", r)
	if want.low == 0 && want.high == 0 {
		assert.True(t, r.Shortfall.IsZero(), "shortfall of %s", r)
		return
	}
	assert.Equal(t, verdict.Shortfall{Low: quantity.TotalOf(want.low, says.of), High: quantity.TotalOf(want.high, says.of),
		Over: want.over}, r.Shortfall, "shortfall of %s", r)
}

// value is the ratio that a verdict names, numerator and denominator unreduced.
func value(v expected, says clause) quantity.Ratio {
	if !v.exact {
		return quantity.Ratio{}
	}
	return quantity.Ratio{Of: quantity.TotalOf(v.of, says.of), Per: quantity.TotalOf(v.per, says.per),
		Unit: says.population.Amount.Unit()}
}

// checkFindings sees to it that a pass finds exactly the records that the duty
// itself calls not met, in their order.
func checkFindings[R indicators.Record[R]](t *testing.T, duty rules.Duty[R], records []R) {
	t.Helper()
	var checked, found []int64
	for i, record := range records {
		if f := duty.Check(midTerm, record); f.Outcome == verdict.NotMet {
			checked = append(checked, int64(i))
		}
	}
	panel, err := rules.NewPanel(func(from, to *R) { *to = *from }, rules.Rule[R](duty))
	require.NoError(t, err)
	_, err = panel.OnFinding(func(row int64, _ *R, f *rules.Finding[R]) bool {
		assert.Equal(t, duty.ID(), f.Statement())
		found = append(found, row)
		return true
	}).Evaluate(midTerm, records)
	require.NoError(t, err)
	assert.Equal(t, checked, found)
}

// ambiguity is a register that two readings of one statement judge differently.
type ambiguity[R any] struct {
	reading   string // the key of the reading that does not decide
	says      string
	records   []R
	decides   expected
	otherwise expected
	threshold plan.Threshold // the reading's own, if it has one
}

// differ shows for each reading a register on which it disagrees with the
// deciding one, and that the result says so. The readings that need more than
// the records hold are named and not computed.
func differ[R indicators.Record[R]](t *testing.T, rule rules.Rule[R], says clause, deciding string, uncomputed []string, cases ...ambiguity[R]) {
	t.Helper()
	shown := []string{deciding}
	for _, c := range cases {
		shown = append(shown, c.reading)
		t.Run(c.says, func(t *testing.T) {
			r, err := rule.Evaluate(midTerm, c.records...)
			require.NoError(t, err)
			require.Equal(t, deciding, r.Reading)
			checkVerdict(t, r, says, c.decides)
			i := slices.IndexFunc(r.Readings, func(o verdict.ReadingResult) bool { return o.Key == c.reading })
			require.Positive(t, i, "no such reading, or it decides")
			o := r.Readings[i]
			assert.True(t, o.Computed)
			assert.False(t, o.Decides)
			if rule.Statement().Partly.Bias == plan.Flatters && c.otherwise.outcome == verdict.Met {
				c.otherwise.outcome, c.otherwise.reason = verdict.Undetermined, verdict.PartMeasured
			}
			assert.Equal(t, c.otherwise.outcome, o.Outcome)
			assert.Equal(t, c.otherwise.reason, o.Reason)
			own := says
			if !c.threshold.IsZero() {
				own.population = c.threshold
			}
			assert.True(t, own.population.Same(o.Threshold) && own.population.Basis == o.Threshold.Basis, o.Threshold)
			assert.Equal(t, value(c.otherwise, own), o.Value)
			assert.NotEqual(t, r.Outcome, o.Outcome, "the readings agree")
			for _, l := range []bilingual.Language{bilingual.Chinese, bilingual.English} {
				shows := func(line string) bool { return strings.Contains(line, o.Name.In(l)) }
				assert.True(t, slices.ContainsFunc(r.OtherReadings(l), shows), "the result does not show it: %s", r.Text(l))
				assert.Contains(t, r.Text(l), o.Name.In(l))
			}
		})
	}
	t.Run("every reading of the statement is computed, or named as not computed", func(t *testing.T) {
		r, err := rule.Evaluate(midTerm)
		require.NoError(t, err)
		computed, named := map[string]bool{}, map[string]bool{}
		for i, o := range r.Readings {
			assert.Equal(t, i == 0, o.Decides)
			assert.NotEmpty(t, o.Why.ZH)
			assert.NotEmpty(t, o.Why.EN)
			if o.Computed {
				computed[o.Key] = true
			} else {
				named[o.Key] = true
			}
		}
		assert.Equal(t, setOf(shown), computed)
		assert.Equal(t, setOf(uncomputed), named)
	})
}

// unambiguous checks that the statement has one reading only.
func unambiguous(t *testing.T, rule rules.View) {
	t.Helper()
	assert.Empty(t, rule.Statement().Readings)
}

func setOf(keys []string) map[string]bool {
	set := map[string]bool{}
	for _, k := range keys {
		set[k] = true
	}
	return set
}
