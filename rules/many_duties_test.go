package rules_test

import (
	"fmt"
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

// Seventy duties, one after the other stricter: whoever has n hours of training
// breaks those that demand more, and as many of the digital ones.
func TestEveryOfManyDutiesFindsItsBreaches(t *testing.T) {
	const steps = 35
	var statements []plan.Statement
	for i := range uint64(steps) {
		statements = append(statements, says(plan.ID(fmt.Sprintf("training-%d", i+1)), each(plan.AtLeast, hours(i+1))),
			says(plan.ID(fmt.Sprintf("digital-%d", i+1)), each(plan.AtLeast, hours(i+1))))
	}
	p := edition(statements...)
	var list []rules.Rule[teacher.Record]
	for _, field := range []indicators.Number[teacher.Record]{teacher.TrainingHours, teacher.DigitalHours} {
		name := map[bool]string{true: "training", false: "digital"}[field == teacher.TrainingHours]
		for i := range steps {
			list = append(list, rules.MustDuty(p, plan.ID(fmt.Sprintf("%s-%d", name, i+1)), duty{Must: field.AtLeast(indicators.Each)}))
		}
	}
	var rows []teacher.Record
	for _, h := range [][2]int{{0, 0}, {1, 34}, {34, 1}, {35, 34}, {34, 35}, {35, 35}, {20, 0}, {0, 20}} {
		rows = append(rows, teacher.Record{TrainingHours: quantity.WholeHours(h[0]), DigitalHours: quantity.WholeHours(h[1])})
	}
	for count, members := range map[int][]rules.Rule[teacher.Record]{63: list[7:], 64: list[6:], 65: list[5:], 70: list} {
		t.Run(fmt.Sprintf("%d duties", count), func(t *testing.T) {
			require.Len(t, members, count)
			found, ofRow := map[plan.ID]int{}, map[int64]int{}
			panel := rules.MustPanel(itself, members...).OnFinding(func(row int64, _ *teacher.Record, f *rules.Finding[teacher.Record]) bool {
				found[f.Statement()]++
				ofRow[row]++
				return true
			})
			results, err := panel.Evaluate(asOf, rows)
			require.NoError(t, err)
			for _, r := range results.Rules {
				n, ok := r.Value.Of.Steps().Uint64()
				require.True(t, ok)
				assert.Equal(t, len(rows)-int(n), found[r.Statement], "%s: whoever is not counted is a finding", r.Statement)
				assert.Equal(t, verdict.NotMet, r.Outcome)
			}
			// by hand: of 35 duties on an amount of n, 35-n are broken
			if count == 2*steps {
				assert.Equal(t, map[int64]int{0: 70, 1: 35, 2: 35, 3: 1, 4: 1, 6: 50, 7: 50}, ofRow)
			}
		})
	}
}
