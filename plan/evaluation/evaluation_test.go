package evaluation_test

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/plan/evaluation"
)

func TestTheDocumentIsSound(t *testing.T) {
	require.NotPanics(t, func() { evaluation.Measures() })
	assert.Equal(t, "balance-2017", evaluation.Measures().Edition())
	assert.Equal(t, 53, evaluation.Measures().Len())
	for s := range evaluation.Measures().All() {
		_, there := plan.Tonghua().Statement(s.ID)
		assert.False(t, there, "%s is an ID of the plan as well", s.ID)
	}
}

// placeholder is the place of a figure in a phrase.
var placeholder = regexp.MustCompile(`\{[^}]*\}`)

func TestNoFigureStandsInAPhrase(t *testing.T) {
	for s := range evaluation.Measures().All() {
		for _, l := range []bilingual.Language{bilingual.Chinese, bilingual.English} {
			for _, text := range []string{s.Demand.In(l), s.Short.In(l), s.Summary.In(l)} {
				rest := strings.ReplaceAll(placeholder.ReplaceAllString(text, ""), "per 100 pupils", "")
				assert.NotRegexp(t, `[0-9]`, rest, s.ID)
			}
			assert.NotContains(t, s.DemandUnder(plan.Reading{}).In(l), "{", s.ID)
		}
	}
}

// TestTheFiguresOfTheMeasures holds them against the published table, worked out to 85 % by hand.
func TestTheFiguresOfTheMeasures(t *testing.T) {
	for _, c := range []struct {
		key                                      string
		primary, primaryNear, junior, juniorNear string
	}{
		{"qualified", "4.2 per 100 pupils", "3.57 per 100 pupils", "5.3 per 100 pupils", "4.505 per 100 pupils"},
		{"backbone", "1 per 100 pupils", "0.85 per 100 pupils", "1 per 100 pupils", "0.85 per 100 pupils"},
		{"pe-art", "0.9 per 100 pupils", "0.765 per 100 pupils", "0.9 per 100 pupils", "0.765 per 100 pupils"},
		{"teaching-area", "4.5 m² per pupil", "3.825 m² per pupil", "5.8 m² per pupil", "4.93 m² per pupil"},
		{"sports-area", "7.5 m² per pupil", "6.375 m² per pupil", "10.2 m² per pupil", "8.67 m² per pupil"},
		{"equipment", "2,000 yuan per pupil", "1,700 yuan per pupil", "2,500 yuan per pupil", "2,125 yuan per pupil"},
		{"multimedia", "2.3 per 100 pupils", "1.955 per 100 pupils", "2.4 per 100 pupils", "2.04 per 100 pupils"},
	} {
		for id, want := range map[plan.ID][2]string{evaluation.PrimaryResources: {c.primary, c.primaryNear}, evaluation.JuniorResources: {c.junior, c.juniorNear}} {
			s, ok := evaluation.Measures().Statement(id)
			require.True(t, ok)
			p, ok := s.Parameter(c.key)
			require.True(t, ok)
			near, ok := s.Parameter("near")
			require.True(t, ok)
			assert.Equal(t, want[0], p.Amount.String())
			at, err := p.Amount.Times(near.Amount)
			require.NoError(t, err)
			assert.Equal(t, want[1], at.String())
		}
	}
	for id, want := range map[plan.ID]quantity.Amount{
		evaluation.PrimaryQualifiedDifference: quantity.MustAmount(50, 100, quantity.Coefficient),
		evaluation.JuniorEquipmentDifference:  quantity.MustAmount(45, 100, quantity.Coefficient),
	} {
		s, _ := evaluation.Measures().Statement(id)
		assert.Equal(t, want, s.Population.Amount)
	}
}

func ExampleMeasures() {
	s, _ := evaluation.Measures().Statement(evaluation.JuniorEquipmentDifference)
	fmt.Println(s.Citation(bilingual.English))
	fmt.Println(s.DemandUnder(plan.Reading{}).ZH)
	// Output:
	// Resources, item 6
	// 初中生均教学仪器设备值的校际差异系数不高于0.45
}
