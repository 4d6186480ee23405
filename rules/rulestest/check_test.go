package rulestest_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/rules"
	"github.com/eduplan/tonghua/rules/rulestest"
	"github.com/eduplan/tonghua/rules/tonghua"
)

// twelvePercent is a register of 10,000 senior-high teachers with so many
// masters, and so many of whom nobody knows the education.
func twelvePercent(masters, unknown int, expectation string) []string {
	return []string{
		"name,as_of,rule,records,stage,education,expect,reason,value,shortfall,due,reading",
		fmt.Sprintf("case,2025-12-31,senior-master,%d,senior-high,master,%s", masters, expectation),
		fmt.Sprintf("case,,,%d,senior-high,,,,,,,", unknown),
		fmt.Sprintf("case,,,%d,senior-high,bachelor,,,,,,", 10000-masters-unknown),
	}
}

func TestAScenarioHoldsWhereAllThatItExpectsIsSo(t *testing.T) {
	for name, expectation := range map[string][]string{
		"the outcome alone":        twelvePercent(1200, 0, "met,,,,,"),
		"a share as counted":       twelvePercent(1199, 0, "not-met,below-threshold,1199/10000,1,open,"),
		"a share in per cent":      twelvePercent(1199, 0, "not-met,,11.99%,,,"),
		"a share without the sign": twelvePercent(1199, 0, "not-met,,11.99,,,"),
		"nothing short":            twelvePercent(1200, 0, "met,,12,0,,"),
		"bounds":                   twelvePercent(1190, 20, "undetermined,missing-data,1190/10000..1210/10000,0..10,,"),
		"bounds in per cent":       twelvePercent(1190, 20, "undetermined,,11.9..12.10,,,"),
		"the deciding reading":     twelvePercent(1200, 0, "met,,1200/10000,,,"+tonghua.SeniorMaster.Statement().Readings[0].Key),
		"another reading":          twelvePercent(1200, 0, "undetermined,missing-data,0/8800..1200/1200,,,full-time"),
	} {
		t.Run(name, func(t *testing.T) {
			got, err := read(expectation...)
			require.NoError(t, err)
			assert.NoError(t, rulestest.CheckAll(got, tonghua.All()))
		})
	}
}

func TestAFailureSaysWhereWhatAndWhy(t *testing.T) {
	for name, c := range map[string]struct {
		lines []string
		want  []string
	}{
		"the outcome":    {twelvePercent(1199, 0, "met,,,,,"), []string{"outcome: want met 达到, got not-met 未达到"}},
		"the reason":     {twelvePercent(1199, 0, "not-met,missing-data,,,,"), []string{"reason: want missing-data 数据缺失, got below-threshold 低于要求"}},
		"no reason":      {twelvePercent(1200, 0, "not-met,missing-data,,,,"), []string{"reason: want missing-data 数据缺失, got none"}},
		"the value":      {twelvePercent(1199, 0, "not-met,,1200/10000,,,"), []string{"value: want 1200/10000, got 1199/10000"}},
		"an equal value": {twelvePercent(1200, 0, "met,,12/100,,,"), []string{"value: want 12/100, got 1200/10000"}},
		"per cent":       {twelvePercent(1199, 0, "not-met,,12,,,"), []string{"value: want 12, got 1199/10000"}},
		"a value where there are bounds": {twelvePercent(1190, 20, "undetermined,,1190/10000,,,"),
			[]string{"value: want 1190/10000, got 1190/10000..1210/10000"}},
		"the shortfall": {twelvePercent(1190, 20, "undetermined,,,10,,"), []string{"shortfall: want 10, got 0..10"}},
		"the due":       {twelvePercent(1199, 0, "not-met,,,,past,"), []string{"due: want past, got open 未到期"}},
		"all at once": {twelvePercent(1199, 0, "met,,7/10,3,standing,"), []string{
			"outcome: want met", "value: want 7/10", "shortfall: want 3, got 1", "due: want standing"}},
		"another reading": {twelvePercent(1200, 0, "met,,,,,full-time"), []string{"outcome: want met 达到, got undetermined 无法判定"}},
	} {
		t.Run(name, func(t *testing.T) {
			got, err := read(c.lines...)
			require.NoError(t, err)
			err = rulestest.CheckAll(got, tonghua.All())
			for _, want := range append(c.want, "cases.csv:2: case\n", "三（十）第3段", "Part 3, section 10, paragraph 3") {
				assert.ErrorContains(t, err, want)
			}
		})
	}
}

func TestAScenarioNeedsItsRule(t *testing.T) {
	got, err := read(twelvePercent(1200, 0, "met,,,,,")...)
	require.NoError(t, err)
	assert.ErrorContains(t, rulestest.CheckAll(got, []rules.View{nil, tonghua.JuniorBachelor}), "cases.csv:2: case: no rule senior-master")
}

func TestAReadingThatNoRuleComputesIsNoSuccess(t *testing.T) {
	for _, r := range tonghua.All() {
		computed, err := r.EvaluateTexts(dayOf(2025, 12, 31), []rules.TextRow{{Records: 1}})
		require.NoError(t, err)
		for _, reading := range computed.Readings {
			if reading.Computed {
				continue
			}
			got, err := read("name,as_of,rule,expect,reading", "case,2025-12-31,"+string(r.ID())+",undetermined,"+reading.Key)
			require.NoError(t, err)
			assert.ErrorContains(t, rulestest.CheckAll(got, tonghua.All()), "reading "+reading.Key+": the rule does not compute it")
			return
		}
	}
	t.Skip("every reading of the book is computed")
}

// Scenario files of our own: what RunScenarios runs as subtests.
func TestScenariosRunAsSubtests(t *testing.T) {
	rulestest.RunScenarios(t, fstest.MapFS{
		"one.csv": {Data: []byte(strings.Join(twelvePercent(1200, 0, "met,,,,,"), "\n"))},
		"two.csv": {Data: []byte(strings.Join(twelvePercent(1199, 0, "not-met,,,,,"), "\n"))},
	}, tonghua.All())
}
