package rules_test

import (
	"fmt"
	"math"
	"slices"
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

// schoolOf puts rows into so many schools, of which the first ones come first.
func schoolOf(n int64) func(*staff) string {
	return func(s *staff) string { return fmt.Sprintf("school %d", s.ID%n) }
}

func TestManyGroupsAreCountedAsFewAre(t *testing.T) {
	rows := messy(21, 900)
	panel := panelOf(slices.Concat(shareTwins()[:3], dutyTwins(), amountTwins()[:4]))
	for _, n := range []int64{1, 63, 64, 65, 200} {
		t.Run(fmt.Sprintf("%d groups", n), func(t *testing.T) {
			key := schoolOf(n)
			groups, err := rules.EvaluateBy(panel, asOf, rows, key)
			require.NoError(t, err)
			require.Len(t, groups.Keys(), int(n))
			keys, members := split(rows, key)
			require.Equal(t, keys, groups.Keys())
			for i, k := range keys {
				if n > 100 && i%9 > 0 && i < 60 {
					continue // enough of them
				}
				var own []staff
				for _, s := range members[k] {
					own = append(own, *s)
				}
				alone, err := panel.Evaluate(asOf, own)
				require.NoError(t, err)
				results, ok := groups.Of(k)
				require.True(t, ok)
				require.Equal(t, len(alone.Faults), len(results.Faults), k)
				require.Equal(t, figuresOf(alone), figuresOf(results), k)
			}
		})
	}
}

func TestAnyComparableKeySplitsTheSamePass(t *testing.T) {
	type code string
	type place struct {
		county string
		stage  uint8
	}
	rows := messy(22, 300)
	panel := rules.MustPanel(fillMessy, manyRules()[:4]...)
	texts, err := rules.EvaluateBy(panel, asOf, rows, byCounty)
	require.NoError(t, err)
	codes, err := rules.EvaluateBy(panel, asOf, rows, func(s *staff) code { return code(s.County) })
	require.NoError(t, err)
	pointers := map[string]*string{}
	for i := range counties {
		pointers[counties[i]] = &counties[i]
	}
	byPointer, err := rules.EvaluateBy(panel, asOf, rows, func(s *staff) *string { return pointers[s.County] })
	require.NoError(t, err)
	anything, err := rules.EvaluateBy(panel, asOf, rows, func(s *staff) any { return s.County })
	require.NoError(t, err)
	for i, k := range texts.Keys() {
		want, _ := texts.Of(k)
		for _, got := range []func() (verdict.Results, bool){
			func() (verdict.Results, bool) { return codes.Of(codes.Keys()[i]) },
			func() (verdict.Results, bool) { return byPointer.Of(pointers[k]) },
			func() (verdict.Results, bool) { return anything.Of(k) },
		} {
			results, ok := got()
			require.True(t, ok)
			assert.Equal(t, want, results)
		}
	}
	structs, err := rules.EvaluateBy(panel, asOf, rows, func(s *staff) place { return place{s.County, s.Stage} })
	require.NoError(t, err)
	assert.Greater(t, len(structs.Keys()), len(counties))
	assert.Equal(t, texts.Total(), structs.Total(), "the total does not depend on how the register was split")
}

// tellsApart checks that keys split rows as a map does.
func tellsApart[K comparable](t *testing.T, rows []staff, key func(*staff) K) {
	t.Helper()
	p := rules.MustPanel(fill, rules.Rule[teacher.Record](rules.MustShare(edition(says("share", population(plan.AtLeast, half))), "share", share{Counted: online})))
	groups, err := rules.EvaluateBy(p, asOf, rows, key)
	require.NoError(t, err)
	var keys []K
	records := map[K]int64{}
	for i := range rows {
		k := key(&rows[i])
		if records[k]++; records[k] == 1 {
			keys = append(keys, k)
		}
	}
	require.Equal(t, keys, groups.Keys(), "%T", *new(K))
	for k, results := range groups.All() {
		require.Equal(t, records[k], results.Read, "%v", k)
	}
}

func TestKeysOfEveryTypeMakeAGroupEach(t *testing.T) {
	type (
		code   string
		stage  int8
		packed struct {
			county uint16
			stage  stage
			public bool
		}
		padded struct {
			stage  stage
			county uint16
		}
		skipping struct {
			stage stage
			_     uint8
			even  bool
		}
	)
	rows := make([]staff, 6000)
	for i := range rows {
		rows[i].ID = int64(i*7919%1500) - 700
	}
	n := func(s *staff) int64 { return s.ID }
	tellsApart(t, rows, func(s *staff) bool { return n(s)%3 == 0 })
	tellsApart(t, rows, func(s *staff) int8 { return int8(n(s)) })
	tellsApart(t, rows, func(s *staff) stage { return stage(n(s) % 5) })
	tellsApart(t, rows, func(s *staff) int16 { return int16(n(s)) })
	tellsApart(t, rows, func(s *staff) int32 { return int32(n(s) << 20) })
	tellsApart(t, rows, func(s *staff) int { return int(n(s)) })
	tellsApart(t, rows, func(s *staff) uint64 { return uint64(n(s)) << 50 })
	tellsApart(t, rows, func(s *staff) [2]uint8 { return [2]uint8{uint8(n(s)), uint8(n(s) / 100)} })
	tellsApart(t, rows, func(s *staff) [3]uint8 { return [3]uint8{uint8(n(s)), 1, uint8(n(s) / 100)} })
	tellsApart(t, rows, func(s *staff) [2]int32 { return [2]int32{int32(n(s)), int32(n(s) / 2)} })
	tellsApart(t, rows, func(s *staff) packed { return packed{uint16(n(s)), stage(n(s) % 3), n(s)%2 == 0} })
	tellsApart(t, rows, func(s *staff) padded { return padded{stage(n(s) % 3), uint16(n(s))} })
	tellsApart(t, rows, func(s *staff) skipping { return skipping{stage: stage(n(s)), even: n(s)%2 == 0} })
	tellsApart(t, rows, func(s *staff) struct{} { return struct{}{} })
	tellsApart(t, rows, func(s *staff) float64 { return math.Copysign(float64(n(s)/100), float64(n(s))) }) // nought has two forms
	tellsApart(t, rows, func(s *staff) code { return code(fmt.Sprintf("学校%09d号", n(s))) })
	tellsApart(t, rows, func(s *staff) any {
		if n(s)%2 == 0 {
			return n(s)
		}
		return fmt.Sprint(n(s))
	})
}

func TestTextKeysThatLookAlikeMakeAGroupEach(t *testing.T) {
	var keys []string
	for _, middle := range []string{"", "a", "ab", "abc", "0000", "00000000", "东昌", "二道江"} {
		for i := range 120 { // more keys than the table of groups holds, of all lengths
			keys = append(keys, fmt.Sprintf("2205%s%d", middle, i), fmt.Sprintf("%d%s0000", i, middle))
		}
	}
	keys = append(keys, "", " ", "\x00", "00", "000000000000")
	slices.Sort(keys)
	keys = slices.Compact(keys)
	rows := make([]staff, 3*len(keys))
	for i := range rows {
		rows[i] = staff{ID: int64(i), County: keys[i*7919%len(keys)], Stage: 1, RealName: uint8(1 + i%2)}
	}
	p := edition(says("share", population(plan.AtLeast, half)))
	groups, err := rules.EvaluateBy(rules.MustPanel(fill, rules.MustShare(p, "share", share{Counted: online})), asOf, rows, byCounty)
	require.NoError(t, err)
	want, members := split(rows, byCounty)
	require.Len(t, want, len(keys), "every key comes up, since 7919 is a prime")
	assert.Equal(t, want, groups.Keys())
	for k, results := range groups.All() {
		n := int64(0)
		for _, s := range members[k] {
			if s.RealName == 1 {
				n++
			}
		}
		require.Equal(t, quantity.TotalOf(uint64(n), quantity.Teacher), results.Rules[0].Value.Of, k)
		require.Equal(t, int64(len(members[k])), results.Read, k)
	}
}

func TestARuleOverManyFieldsIsAskedRecordByRecord(t *testing.T) {
	p := edition(says("wide", population(plan.AtLeast, percent(60))), says("narrow", population(plan.AtLeast, half)))
	wide, narrow := rules.MustDuty(p, "wide", wideDuty()), rules.MustShare(p, "narrow", share{Counted: online})
	assert.Len(t, wide.Needs(), 11)
	slow := slowRule{rule: wide, readings: []*slowReading{slowWideDuty()}}
	for seed := range uint64(8) {
		rows := messy(100+seed, 60)
		for name, panel := range map[string]*rules.Panel[staff, teacher.Record]{
			"alone":                rules.MustPanel(fillMessy, wide),
			"beside a narrow one":  rules.MustPanel(fillMessy, narrow, wide),
			"twice, in two guises": rules.MustPanel(fillMessy, wide, rules.MustDuty(edition(says("guise", population(plan.AtLeast, percent(60)))), "guise", wideDuty())),
		} {
			groups, err := rules.EvaluateBy(panel.GroupsAre(plan.City), asOf, rows, byHundred)
			require.NoError(t, err)
			_, members := split(rows, func(s *staff) string { return fmt.Sprint(s.ID % 100) })
			for k, results := range groups.All() {
				r, ok := results.Of("wide")
				require.True(t, ok, name)
				slow.judged(t, members[fmt.Sprint(k)], 0, r)
			}
		}
	}
}

func TestARuleMayAskManyThingsAboutTwoFields(t *testing.T) {
	var conditions []condition
	for n := range uint64(70) {
		conditions = append(conditions, teacher.PracticeHours.AtLeastShareOf(teacher.DigitalHours, number(percent(n+31))))
	}
	p := edition(says("share", population(plan.AtLeast, half)))
	seventy, err := rules.NewShare(p, "share", share{Counted: indicators.Or(conditions...)})
	require.NoError(t, err)
	for hours, want := range map[int64]verdict.Outcome{30: verdict.NotMet, 31: verdict.Met, 32: verdict.Met} {
		row := teacher.Record{PracticeHours: quantity.WholeHours(hours), DigitalHours: quantity.WholeHours(100)}
		assert.Equal(t, want, evaluate(t, seventy, asOf, row).Outcome, "alone: 31 %% is the lowest share that is asked for")
		panel := rules.MustPanel(func(r *teacher.Record, to *teacher.Record) { *to = *r }, rules.Rule[teacher.Record](seventy))
		got, err := panel.Evaluate(asOf, []teacher.Record{row})
		require.NoError(t, err)
		assert.Equal(t, want, got.Rules[0].Outcome, "in a panel")
	}
}
