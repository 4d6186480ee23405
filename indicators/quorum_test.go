package indicators_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/indicators/teacher"
)

func items(n uint64) indicators.Figure {
	return indicators.Literal(quantity.MustAmount(n, 1, quantity.Item))
}

// TestSoManyOfSeveralIsWhatAnyCompletionSays completes what is unknown in every way.
func TestSoManyOfSeveralIsWhatAnyCompletionSays(t *testing.T) {
	for _, a := range truths {
		for _, b := range truths {
			for _, c := range truths {
				r := teacher.Record{FullTime: answering(a), Specialist: answering(b), Upgrading: answering(c)}
				for least := uint64(1); least <= 4; least++ {
					some := indicators.AtLeastOf(items(least), teacher.FullTime.Is(indicators.Yes), teacher.Specialist.Is(indicators.Yes), teacher.Upgrading.Is(indicators.Yes))
					seen := map[indicators.Truth]bool{}
					for bits := range 8 {
						held := uint64(0)
						possible := true
						for i, answer := range []indicators.Truth{a, b, c} {
							chosen := indicators.TruthOf(bits>>i&1 == 1)
							possible = possible && (answer == indicators.Unknown || answer == chosen)
							if chosen == yes {
								held++
							}
						}
						if possible {
							seen[indicators.TruthOf(held >= least)] = true
						}
					}
					want := indicators.Unknown
					if len(seen) == 1 {
						want = indicators.TruthOf(seen[yes])
					}
					assert.Equal(t, want, truthOf(t, some, r), "%d of %s, %s, %s", least, a, b, c)
				}
			}
		}
	}
}

func TestSoManyOfSeveralInWords(t *testing.T) {
	some := indicators.AtLeastOf(indicators.Parameter("reached"), teacher.FullTime.Is(indicators.Yes), teacher.Specialist.Is(indicators.Yes))
	assert.Equal(t, indicators.Quorum, some.Shape())
	assert.Equal(t, "at least", some.Shape().String())
	assert.Len(t, some.Parts(), 2)
	_, resolved := some.Least()
	assert.False(t, resolved)
	assert.Equal(t, "下列各项中至少参数reached项：（专任教师为是；专业课教师为是）", some.Text(bilingual.Chinese))
	set, err := indicators.AtLeastOf(items(2), some.Parts()...).Resolve(nil)
	require.NoError(t, err)
	least, resolved := set.Least()
	assert.True(t, resolved)
	assert.EqualValues(t, 2, least)
	assert.Contains(t, set.Text(bilingual.English), "at least 2 of: (full-time teacher: yes; ")
	assert.Contains(t, set.Canonical(), "atleast2(in(")
	assert.NotEqual(t, set.Canonical(), some.Canonical())
	assert.Len(t, set.Reads(), 2)
	assert.Len(t, set.With(set.Parts()[0]).Parts(), 1)
}

func TestHowManyMustHoldIsANumberOfItems(t *testing.T) {
	full := teacher.FullTime.Is(indicators.Yes)
	for _, c := range []struct {
		name  string
		least indicators.Figure
		want  string
	}{
		{"a number of hours", literal(2, 1, quantity.Hour), "indicators: how many conditions must hold: a whole number of items wanted, not 2 hours"},
		{"half an item", literal(1, 2, quantity.Item), "indicators: how many conditions must hold: a whole number of items wanted, not 0.5 items"},
		{"a figure that is not set", indicators.Figure{}, "how many conditions must hold: indicators: a figure that is not set"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := indicators.AtLeastOf(c.least, full).Resolve(nil)
			assert.EqualError(t, err, c.want)
		})
	}
}

func ExampleAtLeastOf() {
	c, err := indicators.AtLeastOf(items(2), teacher.FullTime.Is(indicators.Yes), teacher.Upgrading.Is(indicators.Yes), teacher.Specialist.Is(indicators.Yes)).Resolve(nil)
	fmt.Println(c.Text(bilingual.English), err)
	// Output:
	// at least 2 of: (full-time teacher: yes; studying for a higher degree: yes; specialist teacher: yes) <nil>
}
