package rules_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"reflect"
	"strings"
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

var update = flag.Bool("update", false, "write the golden files anew")

// goldenResults are results with all that a result can hold: readings of each
// kind, bounds, gaps, a shortfall, a pace, an unset parameter, a fault.
func goldenResults(t *testing.T) verdict.Results {
	t.Helper()
	p := edition(
		says("hours", each(plan.AtLeast, hours(360)), readings("everyone", "by-school"),
			reading("four-hundred", stated(plan.AtLeast, hours(400)), plan.Threshold{})),
		says("online", population(plan.About, percent(90)), reading("literally", plan.Threshold{}, stated(plan.AtLeast, percent(90))),
			baseline(percent(60), atTheEndOf2020), modality(plan.Should)),
		says("practice", population(plan.AtLeast, half), due(plan.Standing)),
		says("long-service", population(plan.AtMost, teachers(1)), due(plan.Yearly), parameter("years", quantity.Amount{})),
	)
	panel := rules.MustPanel(fillMessy,
		rules.MustDuty(p, "hours", duty{Must: teacher.TrainingHours.AtLeast(indicators.Each)}),
		rules.MustShare(p, "online", share{Among: inSchool, Counted: online}),
		rules.MustRatio(p, "practice", ratio{Among: inSchool, Of: indicators.SumOf(teacher.PracticeHours), Per: indicators.SumOf(teacher.DigitalHours)}),
		rules.MustCount(p, "long-service", numberOf{Counted: teacher.TrainingHours.AtLeast(indicators.Parameter("years"))}),
	).Expecting(6)
	results, err := panel.Evaluate(halfWay, []staff{
		{Stage: 1, RealName: 1, Reported: true, Hours: 360, DigitalHours: 50, PracticeHours: 24.5},
		{Stage: 2, RealName: 2, Reported: true, Hours: 359.99, DigitalHours: 50, PracticeHours: 25},
		{Stage: 0, RealName: 1, Reported: false},
		{Stage: 4, RealName: 2, Reported: true, Hours: -1},
		{Stage: 3, Name: cook},
	})
	require.NoError(t, err)
	return results
}

func TestResultsAsJSONAreStableAndOrdered(t *testing.T) {
	got, err := json.MarshalIndent(goldenResults(t), "", "\t")
	require.NoError(t, err)
	got = append(got, '\n')
	golden := filepath.Join("testdata", "result.json")
	if *update {
		require.NoError(t, os.MkdirAll("testdata", 0o755))
		require.NoError(t, os.WriteFile(golden, got, 0o644))
	}
	want, err := os.ReadFile(golden)
	require.NoError(t, err)
	assert.Equal(t, string(want), string(got), "the JSON form is part of the interface: -update writes it anew, Format counts its versions")
	assert.Equal(t, 1, verdict.Format)

	var back verdict.Results
	require.NoError(t, json.Unmarshal(want, &back))
	assert.Equal(t, goldenResults(t), back)
}

func TestTheKeysOfTheJSONAreThoseOfThisVersion(t *testing.T) {
	for _, c := range []struct {
		of   any
		keys string
	}{
		{verdict.Result{}, "format library edition from to as_of until statement name citation bearer form modality gradually deadline demand figures orders subject measure " +
			"outcome reason due met_on each threshold stated reported printed decimals attested value lowest highest shortfall short noun pace part difference bound " +
			"reading readings records classes gaps unset years partly components evidence overruled"},
		{verdict.Results{}, "as_of read skipped doubled rules fields faults outside"},
		{verdict.Records{}, "read skipped doubled absent surplus in_scope open invalid"},
		{verdict.Shortfall{}, "low high over"},
		{verdict.Pace{}, "baseline on hold expected behind gap yearly"},
		{verdict.Difference{}, "units missing without_heads furthest"},
		{verdict.FarUnit{}, "name of per weighs above needs"},
		{verdict.ReadingResult{}, "key name why decides computed not_computed demand outcome reason threshold value lowest highest shortfall in_scope open"},
		{verdict.FieldGap{}, "field label unknown invalid"},
		{verdict.FieldQuality{}, "field label whole whole_label unknown invalid"},
		{verdict.Fault{}, "row key subject field label reason found whole_label whole_found"},
		{verdict.Evidence{}, "statement kind title number issuer from on until stage components whole year reference"},
		{rules.Need{}, "subject field label unit words use"},
	} {
		kind := reflect.TypeOf(c.of)
		var keys []string
		for i := range kind.NumField() {
			key, _, _ := strings.Cut(kind.Field(i).Tag.Get("json"), ",")
			keys = append(keys, key)
		}
		assert.Equal(t, c.keys, strings.Join(keys, " "), kind.Name())
	}
}

func TestJSONOfUnknownWordsIsRefused(t *testing.T) {
	golden, err := os.ReadFile(filepath.Join("testdata", "result.json"))
	require.NoError(t, err)
	for _, c := range []struct{ name, old, new string }{
		{"an outcome", `"outcome": "not-met"`, `"outcome": "nearly"`},
		{"an outcome in capitals", `"outcome": "not-met"`, `"outcome": "Not-Met"`},
		{"an outcome that was never printed", `"outcome": "not-met"`, `"outcome": "unset(9)"`},
		{"an outcome as a number", `"outcome": "not-met"`, `"outcome": 1`},
		{"an empty outcome", `"outcome": "not-met"`, `"outcome": ""`},
		{"a reason", `"reason": "below-threshold"`, `"reason": "bad-luck"`},
		{"a due", `"due": "open"`, `"due": "soon"`},
		{"a modality", `"modality": "must"`, `"modality": "may"`},
		{"a comparator", `"comparator": "at-least"`, `"comparator": "at-least-about"`},
		{"a basis", `"basis": "stated"`, `"basis": "guessed"`},
		{"a kind of deadline", `"kind": "by-date"`, `"kind": "some-day"`},
		{"a unit", `"unit": "teacher"`, `"unit": "tutor"`},
		{"a reason of a fault", `"reason": "negative"`, `"reason": "wrong"`},
		{"a day that the calendar does not have", `"as_of": "2023-07-02"`, `"as_of": "2023-02-30"`},
		{"a number of records that is a text", `"open": 2`, `"open": "2"`},
	} {
		t.Run(c.name, func(t *testing.T) {
			require.Contains(t, string(golden), c.old)
			var back verdict.Results
			assert.Error(t, json.Unmarshal(bytes.Replace(golden, []byte(c.old), []byte(c.new), 1), &back))
		})
	}
}

func TestZeroValuesSurviveJSON(t *testing.T) {
	for _, zero := range []any{&verdict.Result{}, &verdict.Results{}, &verdict.Fault{}, &rules.Need{}} {
		data, err := json.Marshal(zero)
		require.NoError(t, err)
		back := reflect.New(reflect.TypeOf(zero).Elem()).Interface()
		require.NoError(t, json.Unmarshal(data, back), "%s", data)
		assert.Equal(t, zero, back)
	}
}

func TestWordsAreWrittenByTheirKeys(t *testing.T) {
	for v, key := range map[interface {
		String() string
		MarshalText() ([]byte, error)
	}]string{
		verdict.Undetermined: "undetermined", verdict.Met: "met", verdict.NotMet: "not-met", verdict.NotApplicable: "not-applicable",
		verdict.NoReason: "", verdict.BelowThreshold: "below-threshold", verdict.AboveThreshold: "above-threshold", verdict.OffThreshold: "off-threshold",
		verdict.MissingData: "missing-data", verdict.InvalidData: "invalid-data", verdict.AbsentRecords: "absent-records", verdict.NoRecords: "no-records",
		verdict.EmptyScope: "empty-scope", verdict.OtherPopulation: "other-population", verdict.ZeroDenominator: "zero-denominator",
		verdict.MissingParameter: "missing-parameter", verdict.StaleData: "stale-data",
		verdict.Open: "open", verdict.Past: "past", verdict.Standing: "standing",
		rules.ForScope: "scope", rules.ForCondition: "condition", rules.ForAmount: "amount",
		verdict.Outcome(77): "unset(77)", verdict.Reason(77): "unset(77)", verdict.Due(77): "unset(77)", rules.Use(77): "unset(77)",
	} {
		assert.Equal(t, key, v.String())
		text, err := v.MarshalText()
		require.NoError(t, err)
		assert.Equal(t, key, string(text))
	}
	var o verdict.Outcome
	var r verdict.Reason
	var d verdict.Due
	var u rules.Use
	assert.EqualError(t, o.UnmarshalText([]byte("nearly")), `verdict: outcome "nearly": not in the list`)
	assert.EqualError(t, r.UnmarshalText([]byte("bad-luck")), `verdict: reason "bad-luck": not in the list`)
	assert.EqualError(t, d.UnmarshalText([]byte("soon")), `verdict: due "soon": not in the list`)
	assert.EqualError(t, u.UnmarshalText([]byte("fun")), `rules: use "fun": not in the list`)
	require.NoError(t, u.UnmarshalText([]byte("amount")))
	assert.Equal(t, rules.ForAmount, u)
}
