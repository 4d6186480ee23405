package rulestest_test

import (
	"bytes"
	"errors"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/teacher"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules"
	"github.com/eduplan/tonghua/rules/rulestest"
	"github.com/eduplan/tonghua/rules/tonghua"
	"github.com/eduplan/tonghua/rules/verdict"
)

func (c rulesOn[R]) readsBack(t *testing.T) {
	for _, r := range c.set {
		cases, err := rulestest.Boundaries(r)
		require.NoError(t, err)
		var file bytes.Buffer
		require.NoError(t, rulestest.WriteCases(&file, cases...))
		list, err := rulestest.ReadScenarios(fstest.MapFS{"cases.csv": {Data: file.Bytes()}}, c.views())
		require.NoError(t, err, "%s", r.ID())
		require.Len(t, list, len(cases), "%s", r.ID())
		for i, s := range list {
			assert.Equal(t, cases[i].Expect, s.Expect, "%s: %s", r.ID(), s.Name)
			assert.NoError(t, s.Check(r))
		}
	}
}

func TestCasesThatAreWrittenAreReadBackForEveryRuleOfTheBook(t *testing.T) {
	t.Parallel()
	for _, c := range book {
		c.readsBack(t)
	}
}

func TestCasesOfEveryKindOfRuleAreReadBack(t *testing.T) {
	t.Parallel()
	for name, r := range busRules() {
		t.Run(name, func(t *testing.T) { rulesOn[bus]{rules.Set[bus]{r}}.readsBack(t) })
	}
}

func TestCasesOfSeveralRulesStandInOneFile(t *testing.T) {
	var cases []rulestest.Case[teacher.Record]
	for _, r := range tonghua.Teachers()[:3] {
		list, err := rulestest.Boundaries(r)
		require.NoError(t, err)
		cases = append(cases, list...)
	}
	var file bytes.Buffer
	require.NoError(t, rulestest.WriteCases(&file, cases...))
	list, err := rulestest.ReadScenarios(fstest.MapFS{"cases.csv": {Data: file.Bytes()}}, tonghua.All())
	require.NoError(t, err, "names that all three have got a number")
	assert.Len(t, list, len(cases))
	require.NoError(t, rulestest.CheckAll(list, tonghua.All()))
}

func TestACaseOfAReadingKeepsIt(t *testing.T) {
	one := rulestest.Case[teacher.Record]{Name: bilingual.Text{ZH: "只有硕士学位"}, Rule: plan.SeniorMaster, AsOf: dayOf(2025, time.December, 31),
		Rows:   []rulestest.Row[teacher.Record]{{Record: teacher.Record{Stage: indicators.SeniorHigh, Education: indicators.Master}, Records: 3}},
		Expect: rulestest.Expectation{Outcome: verdict.Met, Reading: tonghua.SeniorMaster.Statement().Readings[0].Key}}
	var file bytes.Buffer
	require.NoError(t, rulestest.WriteCases(&file, one))
	list, err := rulestest.ReadScenarios(fstest.MapFS{"cases.csv": {Data: file.Bytes()}}, tonghua.All())
	require.NoError(t, err)
	require.Len(t, list, 1)
	assert.Equal(t, one.Expect, list[0].Expect)
}

// full is a disk that is full.
type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("no space left") }

func TestWhatCannotBeWrittenAsCasesIsRefused(t *testing.T) {
	cases, err := rulestest.Boundaries[teacher.Record](tonghua.SeniorMaster)
	require.NoError(t, err)
	assert.ErrorContains(t, rulestest.WriteCases(full{}, cases...), "no space left")
	assert.ErrorContains(t, rulestest.WriteCases[teacher.Record](&bytes.Buffer{}), "no case")
	cases[1].Name = bilingual.Text{}
	assert.ErrorContains(t, rulestest.WriteCases(&bytes.Buffer{}, cases...), "case 2 of senior-master: a name and a date are wanted")
}

func ExampleWriteCases() {
	cases, err := rulestest.Boundaries[teacher.Record](tonghua.SeniorMaster)
	if err != nil {
		panic(err)
	}
	cases = slices.DeleteFunc(cases, func(c rulestest.Case[teacher.Record]) bool {
		return !strings.HasPrefix(c.Name.EN, "1199 of 10000 counted:")
	})
	var file strings.Builder
	if err := rulestest.WriteCases(&file, cases...); err != nil {
		panic(err)
	}
	os.Stdout.WriteString(strings.TrimPrefix(file.String(), "\ufeff"))
	// Output:
	// 名称,日期,规则,预期,记录数,原因,数值,差距,期限,说明,stage,full_time,education,master_degree
	// 10000条中符合的有1199条：未达到,2025-12-31,senior-master,未达到,1199,低于要求,1199/10000,1,未到期,1199 of 10000 counted: not met,senior-high,yes,master,yes
	// 10000条中符合的有1199条：未达到,,,,8801,,,,,,senior-high,yes,no-schooling,yes
}
