package verdict_test

import (
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules/tonghua"
	"github.com/eduplan/tonghua/rules/verdict"
)

func printed(t *testing.T, text string) verdict.Result {
	t.Helper()
	figure, err := quantity.ParsePrinted(text, quantity.Percent)
	require.NoError(t, err)
	r, err := tonghua.PrimaryNetEnrolment.Printed(quantity.DateOf(2024, 9, 1), figure)
	require.NoError(t, err)
	return r
}

func TestTheFigureOfAWholeBesideThoseOfItsParts(t *testing.T) {
	for _, c := range []struct {
		name, whole   string
		parts         []string
		weights       []int64
		agrees        bool
		said, english string
	}{
		{"between the parts, weights not known", "99.2", []string{"99.1", "99.6"}, nil, true, "", ""},
		{"above all parts", "99.8", []string{"99.1", "99.6"}, nil, false,
			"小学净入学率（二（三）第2段）：全市99.75%至99.85%，由2个部分推得99.05%至99.65%（各部分的分母不全，只能取最低与最高），不相符：全市至少高0.10%", ""},
		{"below all parts", "99.0", []string{"99.1", "99.6"}, nil, true, "", ""}, // 99.05 is both printed so
		{"far below all parts", "98.9", []string{"99.1", "99.6"}, nil, false, "", ""},
		// 0.9 × 99.1 + 0.1 × 99.6 = 99.15, within 0.05 each: 99.10 to 99.20
		{"weighted, as the mean", "99.2", []string{"99.1", "99.6"}, []int64{900, 100}, true, "", ""},
		{"weighted, off the mean", "99.5", []string{"99.1", "99.6"}, []int64{900, 100}, false, "",
			"Primary net enrolment rate (Part 2, section 3, paragraph 2): the whole 99.45 % to 99.55 %, by 2 parts 99.10 % to 99.20 %, which cannot both be true: the whole is higher by at least 0.25 %"},
		{"one weight is missing", "99.5", []string{"99.1", "99.6"}, []int64{900, 0}, true, "", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			var parts []verdict.PartFigure
			for i, text := range c.parts {
				p := verdict.PartFigure{Name: text, Result: printed(t, text)}
				if c.weights != nil {
					p.Weight = c.weights[i]
				}
				parts = append(parts, p)
			}
			w, err := verdict.CheckWhole(printed(t, c.whole), parts...)
			require.NoError(t, err)
			assert.Equal(t, c.agrees, w.Agrees(), "%v", w)
			if c.said != "" {
				assert.Equal(t, c.said, w.String())
			}
			if c.english != "" {
				assert.Equal(t, c.english, w.Text(bilingual.English))
			}
		})
	}
}

func TestAWholeThatIsMadeOfItsPartsAgreesWithThem(t *testing.T) {
	random := rand.New(rand.NewPCG(21, 5))
	of := func(n, of uint64) verdict.Result {
		return verdict.Result{Statement: plan.SeniorMaster, Form: "share", Threshold: plan.Threshold{Comparator: plan.AtLeast, Amount: amount("12", quantity.Percent)}, Value: shareOf(n, of)}
	}
	for range 300 {
		var parts []verdict.PartFigure
		var n, all uint64
		for range 1 + random.IntN(5) {
			whole := 1 + random.Uint64N(20)
			part := random.Uint64N(whole + 1)
			n, all = n+part, all+whole
			parts = append(parts, verdict.PartFigure{Result: of(part, whole)})
		}
		w, err := verdict.CheckWhole(of(n, all), parts...)
		require.NoError(t, err)
		require.True(t, w.Weighted && w.Agrees(), "%v", w)
		if n < all {
			w, err = verdict.CheckWhole(of(n+1, all), parts...)
			require.NoError(t, err)
			require.False(t, w.Agrees(), "one teacher more than the parts have: %v", w)
		}
	}
}

func TestAWholeAndItsPartsMustBeComparable(t *testing.T) {
	good := verdict.PartFigure{Name: "东昌区", Result: printed(t, "99.1")}
	_, err := verdict.CheckWhole(printed(t, "99.1"))
	assert.ErrorContains(t, err, "without parts")
	_, err = verdict.CheckWhole(verdict.Result{Statement: plan.PrimaryNetEnrolment}, good)
	assert.ErrorContains(t, err, "no value")
	other := good
	other.Result.AsOf = quantity.DateOf(2023, 9, 1)
	_, err = verdict.CheckWhole(printed(t, "99.1"), other)
	assert.ErrorContains(t, err, "part 东昌区 is of 2023-09-01, the whole of 2024-09-01")
	other = good
	other.Result.Statement = plan.SeniorMaster
	_, err = verdict.CheckWhole(printed(t, "99.1"), other)
	assert.ErrorContains(t, err, "part 东昌区 is on senior-master")
}
