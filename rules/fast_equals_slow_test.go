package rules_test

import (
	"encoding/json"
	"math/big"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/indicators/teacher"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules"
	"github.com/eduplan/tonghua/rules/verdict"
)

func panelOf(book []slowRule) *rules.Panel[staff, teacher.Record] {
	var set rules.Set[teacher.Record]
	for _, r := range book {
		set = append(set, r.rule)
	}
	return rules.MustPanel(fillMessy, set...).GroupsAre(plan.City) // groups that are cities have verdicts
}

// judged compares a result with what the slow evaluator says of the same rows.
func (r *slowRule) judged(t *testing.T, rows []*staff, expected int64, got verdict.Result) {
	t.Helper()
	absent, surplus := gone(expected, int64(len(rows)))
	r.judgedOf(t, rows, absent, surplus, got)
}

// gone returns how many records are absent and how many are surplus.
func gone(expected, read int64) (absent, surplus int64) {
	if expected == 0 {
		return 0, 0
	}
	return max(0, expected-read), max(0, read-expected)
}

// factsOfRows are those of the rows that were read, since every rule asks for them.
var factsOfRows = map[staff]facts{}

func (r *slowRule) judgedOf(t *testing.T, rows []*staff, absent, surplus int64, got verdict.Result) {
	t.Helper()
	var members []facts
	skipped := int64(0)
	for _, s := range rows {
		if s.Name == cook {
			skipped++
			continue
		}
		seen := factsOfRows[*s]
		if seen == nil {
			seen = factsOf(s)
			factsOfRows[*s] = seen // in vain where hours are no number: such a row is not equal to itself
		}
		members = append(members, seen)
	}
	read := int64(len(rows))
	main := r.readings[0].slowly(members, absent, surplus)
	for i, q := range r.readings {
		if len(got.Readings) == 0 {
			break
		}
		o := got.Readings[i]
		if q == nil {
			require.False(t, o.Computed, o.Key)
			require.Zero(t, o.Value)
			continue
		}
		one := q.slowly(members, absent, surplus)
		if i > 0 && main.reason == verdict.NoFigure && (one.inScope > 0 || one.open > 0) {
			main.reason = verdict.OtherPopulation
		}
		if i == 0 {
			continue // it is the result itself
		}
		require.True(t, o.Computed, o.Key)
		require.Equal(t, []any{one.outcome, one.reason}, []any{o.Outcome, o.Reason}, o.Key)
		sameValue(t, one.value, o.Value, o.Key)
		sameValue(t, one.low, o.Lowest, o.Key)
		sameValue(t, one.high, o.Highest, o.Key)
	}
	if len(got.Readings) > 0 {
		require.Equal(t, []any{got.Outcome, got.Reason}, []any{got.Readings[0].Outcome, got.Readings[0].Reason})
	}
	id := got.Statement
	require.Equal(t, main.outcome.String()+" "+main.reason.String(), got.Outcome.String()+" "+got.Reason.String(), "%s: %d rows, %d absent, %d surplus, %s to %s, slowly %s to %s", id, read, absent, surplus, got.Lowest.In(1, 0), got.Highest.In(1, 0), main.low, main.high)
	sameValue(t, main.value, got.Value, id)
	if main.value != nil {
		require.Zero(t, main.of.Cmp(total(got.Value.Of)), "%s: the numerator is kept unreduced", id)
		if main.per != nil {
			require.Zero(t, main.per.Cmp(total(got.Value.Per)), "%s: the denominator is kept unreduced", id)
		}
	}
	sameValue(t, main.low, got.Lowest, id)
	sameValue(t, main.high, got.Highest, id)
	require.Equal(t, verdict.Records{Read: read, Skipped: skipped, Absent: absent, Surplus: surplus, InScope: main.inScope, Open: main.open, Invalid: main.invalid},
		got.Records, id)
	require.Equal(t, main.short == nil, got.Shortfall == verdict.Shortfall{}, id)
	if main.short != nil {
		require.Equal(t, main.over, got.Shortfall.Over, id)
		require.Equal(t, main.short.RatString()+" to "+main.most.RatString(),
			total(got.Shortfall.Low).RatString()+" to "+total(got.Shortfall.High).RatString(), id)
	}
	var gaps []verdict.FieldGap
	for _, field := range r.readings[0].reads {
		if u, i := main.unknownIn[field], main.invalidIn[field]; u+i > 0 {
			described, ok := teacher.Record{}.Subject().Field(field)
			require.True(t, ok, field)
			gaps = append(gaps, verdict.FieldGap{Field: field, Label: described.Label(), Unknown: u, Invalid: i})
		}
	}
	require.Equal(t, gaps, got.Gaps, id)
}

func total(a quantity.Total) *big.Rat { return a.Decimal().Rat() }

func sameValue(t *testing.T, want *big.Rat, got quantity.Ratio, about any) {
	t.Helper()
	if want == nil {
		require.Zero(t, got, about)
		return
	}
	require.True(t, got.Defined(), about)
	value := total(got.Of)
	if got.Per.Unit() != quantity.NoUnit {
		value.Quo(value, total(got.Per))
	}
	require.Equal(t, want.RatString(), value.RatString(), about)
}

// split sorts rows by county, in order of appearance.
func split(rows []staff, key func(*staff) string) (keys []string, groups map[string][]*staff) {
	groups = map[string][]*staff{}
	for i := range rows {
		k := key(&rows[i])
		if groups[k] == nil {
			keys = append(keys, k)
		}
		groups[k] = append(groups[k], &rows[i])
	}
	return keys, groups
}

func TestEveryResultIsWhatASlowAndPlainEvaluatorSays(t *testing.T) {
	book := testBook()
	panel := panelOf(book)
	outcomes := map[string]int{}
	for seed := range uint64(18) {
		rows := messy(seed, 12+int(seed)*2)
		for i := range rows {
			if seed%4 == 0 && rows[i].County == counties[5] {
				rows[i].Name = cook
			}
		}
		keys, groups := split(rows, byCounty)
		got, err := rules.EvaluateBy(panel, asOf, rows, byCounty)
		require.NoError(t, err)
		require.Equal(t, keys, got.Keys(), "groups stand in order of first appearance")
		expected := map[string]int64{}
		if seed%2 == 1 { // one county has not sent all its rows, one has sent too many, one none at all
			expected = map[string]int64{keys[0]: int64(len(groups[keys[0]]) + 2), keys[1]: 1, "absent": 3}
			for _, k := range []string{keys[0], keys[1], "absent"} {
				got.Expect(k, expected[k])
			}
			keys = append(keys, "absent")
		}
		var everyone []*staff
		var absent, surplus int64
		for _, k := range keys {
			results, ok := got.Of(k)
			require.True(t, ok, k)
			for i := range book {
				book[i].judged(t, groups[k], expected[k], results.Rules[i])
				outcomes[results.Rules[i].Outcome.String()+" "+results.Rules[i].Reason.String()]++
			}
			everyone = append(everyone, groups[k]...)
			a, s := gone(expected[k], int64(len(groups[k])))
			absent, surplus = absent+a, surplus+s
		}
		whole := got.Total()
		for i := range book {
			book[i].judgedOf(t, everyone, absent, surplus, whole.Rules[i])
		}
	}
	for _, seen := range []string{"met ", "not-met below-threshold", "not-met above-threshold", "not-met off-threshold",
		"undetermined missing-data", "undetermined invalid-data", "undetermined absent-records", "undetermined surplus-records", "undetermined no-figure", "undetermined missing-parameter",
		"undetermined other-population", "not-applicable empty-scope", "not-applicable no-records"} {
		assert.Contains(t, outcomes, seen, "the registers bring forth every verdict")
	}
}

func TestResultsSurviveJSON(t *testing.T) {
	panel := panelOf(testBook())
	for seed := range uint64(6) {
		groups, err := rules.EvaluateBy(panel, asOf, messy(seed, 30), byCounty)
		require.NoError(t, err)
		groups.Expect(counties[0], 9)
		for _, results := range groups.All() {
			for _, r := range results.Rules {
				data, err := json.Marshal(r)
				require.NoError(t, err)
				var back verdict.Result
				require.NoError(t, json.Unmarshal(data, &back))
				require.True(t, r.Equal(back), "%s", data)
				again, err := json.Marshal(back)
				require.NoError(t, err)
				require.Equal(t, string(data), string(again))
			}
		}
		whole := groups.Total()
		data, err := json.Marshal(whole)
		require.NoError(t, err)
		var back verdict.Results
		require.NoError(t, json.Unmarshal(data, &back))
		require.Equal(t, whole, back)
	}
}
