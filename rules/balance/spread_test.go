package balance_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/difference"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/indicators/resources"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules"
	"github.com/eduplan/tonghua/rules/balance"
)

// TestMergingHalvesIsTheWhole holds results of halves that are merged, in either order, against
// the whole: to the bit.
func TestMergingHalvesIsTheWhole(t *testing.T) {
	r := rand.New(rand.NewPCG(21, 22))
	panel := panelOf(t)
	texts := func(g *rules.Groups[key]) string {
		counties, err := rules.Split(g, func(k key) string { return k.County }, plan.County)
		require.NoError(t, err)
		var list []string
		for county, of := range counties.All() {
			data := fmt.Sprint(county)
			results := of.Total()
			for i := range results.Rules {
				text, err := results.Rules[i].MarshalJSON()
				require.NoError(t, err)
				data += "\n" + string(text)
			}
			list = append(list, data)
		}
		slices.Sort(list)
		return fmt.Sprint(list)
	}
	for range 20 {
		var schools []school
		for i := range 12 {
			schools = append(schools, randomSchool(r, []string{"甲县", "乙县"}[i%2], i))
		}
		whole, err := rules.EvaluateBy(panel, asOf, schools, keyOf)
		require.NoError(t, err)
		for _, halves := range [][2][]school{{schools[:6], schools[6:]}, {schools[6:], schools[:6]}} {
			first, err := rules.EvaluateBy(panel, asOf, halves[0], keyOf)
			require.NoError(t, err)
			second, err := rules.EvaluateBy(panel, asOf, halves[1], keyOf)
			require.NoError(t, err)
			require.NoError(t, first.Merge(second))
			require.Equal(t, texts(whole), texts(first))
		}
	}
}

// four are schools of which the coefficients can be worked out by hand: everything stands as
// 1 : 2 for as many pupils, about the mean 1.5, which makes 1/3 of each coefficient.
func four(more int) []resources.Record {
	of := func(kind indicators.SchoolKind, times int) resources.Record {
		n := func(x int) quantity.Count { return quantity.N(x * times) }
		r := resources.Record{Kind: kind, Locality: indicators.Town, TeachingArea: quantity.WholeArea(1000 * times), SportsArea: quantity.WholeArea(1000 * times), Equipment: quantity.WholeYuan(1000 * times),
			MultimediaRooms: n(4), Books: n(1000), Computers: n(10)}
		if kind == indicators.PrimarySchool {
			r.PrimaryPupils, r.PrimaryTeachers, r.PrimaryQualified, r.PrimaryMiddleTitle, r.PrimaryBackbone, r.PrimaryPEArt = quantity.N(100), n(8), n(4), n(2), n(1), n(1)
		} else {
			r.JuniorPupils, r.JuniorTeachers, r.JuniorQualified, r.JuniorMiddleTitle, r.JuniorBackbone, r.JuniorPEArt = quantity.N(100), n(8), n(4), n(2), n(1), n(1)
		}
		balance.Fill(&r)
		return r
	}
	return []resources.Record{of(indicators.PrimarySchool, 1), of(indicators.PrimarySchool, more), of(indicators.JuniorHighSchool, 1), of(indicators.JuniorHighSchool, more)}
}

func TestTheMeanOfCoefficientsOfACounty(t *testing.T) {
	f := balance.Official()
	primary, junior := f.Spread(slices.Values(four(2)))
	third := quantity.MustAmount(1, 3, quantity.Coefficient)
	for _, m := range []difference.Mean{primary, junior} {
		assert.Equal(t, 7, m.Of())
		assert.Zero(t, m.Compare(third), m.Printed(6, false))
	}
	wider, _ := f.Spread(slices.Values(four(3))) // 1 : 3 about 2: 1/2
	assert.Zero(t, wider.Compare(quantity.MustAmount(1, 2, quantity.Coefficient)))
	assert.Equal(t, indicators.Yes, balance.Narrowed(wider, primary))
	assert.Equal(t, indicators.No, balance.Narrowed(primary, wider))
	assert.Equal(t, indicators.No, balance.Narrowed(primary, junior), "alike is not narrower")
	assert.Equal(t, indicators.Answer(0), balance.Narrowed(difference.Mean{}, primary))

	for i, b := range f.Basic(slices.Values(four(2))) {
		assert.Equal(t, []indicators.Stage{indicators.Primary, indicators.JuniorHigh}[i], b.Stage)
		assert.Equal(t, 8, b.Mean.Of())
		assert.Zero(t, b.Mean.Compare(third))
		assert.Equal(t, indicators.True, b.Keeps())
	}
	for i, want := range []indicators.Truth{indicators.True, indicators.False} { // 1 : 4 about 2.5 is 0.6: within 0.65, above 0.55
		assert.Equal(t, want, f.Basic(slices.Values(four(4)))[i].Keeps())
	}
	missing := four(2)
	missing[0].Books = quantity.Count{}
	kept := f.Basic(slices.Values(missing))
	assert.Equal(t, indicators.Unknown, kept[0].Keeps())
	assert.Equal(t, indicators.True, kept[1].Keeps())
	unknown := four(2)
	unknown[0].Kind = 0
	lost, _ := f.Spread(slices.Values(unknown))
	assert.Zero(t, lost.Of(), "a school of which nobody knows whether it is assessed")
}

func TestHowManyIndicatorsASchoolReaches(t *testing.T) {
	r := typical()
	balance.Fill(&r)
	reached, near := balance.Official().Reached(&r)
	assert.Equal(t, quantity.N(7), reached)
	assert.Equal(t, quantity.N(7), near)
	r.PrimaryBackbone, r.PrimaryPEArt = quantity.N(9), quantity.N(1)
	balance.Fill(&r)
	reached, near = balance.Official().Reached(&r)
	assert.Equal(t, quantity.N(5), reached)
	assert.Equal(t, quantity.N(6), near)
	r.TeachingArea = quantity.Area{}
	reached, near = balance.Official().Reached(&r)
	assert.False(t, reached.Known() || near.Known())
	left := resources.Record{Kind: indicators.SpecialSchool}
	reached, _ = balance.Official().Reached(&left)
	assert.False(t, reached.Known())
}

func ExampleNarrowed() {
	before, _ := balance.Official().Spread(slices.Values(four(3)))
	now, _ := balance.Official().Spread(slices.Values(four(2)))
	fmt.Println(before.Printed(3, true), now.Printed(3, true), balance.Narrowed(before, now))
	// Output: 0.500 0.334 yes
}

func ExampleFigures_Basic() {
	for _, b := range balance.Official().Basic(slices.Values(four(4))) {
		fmt.Println(b.Stage, b.Mean.Printed(3, true), b.Limit, b.Keeps())
	}
	// Output:
	// primary 0.600 0.65 true
	// junior-high 0.600 0.55 false
}
