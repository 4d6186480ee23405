package rules_test

import (
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

// practicePanel divides practice hours by the digital hours that they are part of.
func practicePanel() *rules.Panel[teacher.Record, teacher.Record] {
	p := edition(says("practice", population(plan.AtLeast, half)))
	return rules.MustPanel(itself, rules.MustRatio(p, "practice", ratio{Of: indicators.SumOf(teacher.PracticeHours), Per: indicators.SumOf(teacher.DigitalHours)}))
}

func TestFieldsOfCountsAreFoundInWhateverOrderTheyStand(t *testing.T) {
	e, err := practicePanel().Start(asOf)
	require.NoError(t, err)
	require.NoError(t, e.Add(&teacher.Record{DigitalHours: quantity.WholeHours(50)}))
	counts, err := e.Counts()
	require.NoError(t, err)
	slices.Reverse(counts.Fields)
	results, err := practicePanel().Judge(counts)
	require.NoError(t, err)
	assert.Equal(t, e.Results().Fields, results.Fields)
}

func TestARatioWhoseBoundsOutgrow128BitsIsUndetermined(t *testing.T) {
	e, err := practicePanel().Start(asOf)
	require.NoError(t, err)
	for _, r := range []teacher.Record{{PracticeHours: quantity.WholeHours(30), DigitalHours: quantity.WholeHours(50)}, {DigitalHours: quantity.WholeHours(50)}} {
		require.NoError(t, e.Add(&r))
	}
	counts, err := e.Counts()
	require.NoError(t, err)
	for high, want := range map[uint64]verdict.Reason{1 << 62: verdict.BelowThreshold, 1 << 63: verdict.MissingData} {
		a := &counts.Answers[0] // 1 of 2^127, and wholes of 2^126 or 2^127 whose part is missing
		a.Of, a.Per, a.PerOfUnknown = quantity.WideOf(1), quantity.WideOfWords(1<<63, 0), quantity.WideOfWords(high, 0)
		results, err := practicePanel().Judge(counts)
		require.NoError(t, err)
		assert.Equal(t, want, results.Rules[0].Reason)
	}
}
