package balance_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/indicators/resources"
	"github.com/eduplan/tonghua/rules/balance"
)

// TestThePublishedExampleOfASplit is that of a public note: 166 primary and 210 junior pupils
// weigh 166 + 231 = 397. Of 23,226 m² the primary part has 23,226 x 166 / 397 = 9,711.63, which
// the note rounds down to 9,711 by 58.5 for each pupil.
func TestThePublishedExampleOfASplit(t *testing.T) {
	r := resources.Record{Kind: indicators.NineYearSchool, PrimaryPupils: quantity.N(166), JuniorPupils: quantity.N(210), TeachingArea: quantity.WholeArea(23226)}
	balance.Fill(&r)
	assert.Equal(t, "166", r.PrimaryHeads.String())
	assert.Equal(t, "231", r.JuniorHeads.String())
	assert.Equal(t, "397", r.Heads.String())
	assert.Equal(t, "376", r.Pupils.String())
	parts := balance.Examine(&r)
	assert.Equal(t, "23226/397", parts[0].Indicators[3].Has.String(), "58.50 for each primary pupil")
	assert.Equal(t, "58.503", parts[0].Indicators[3].Printed())
	assert.Equal(t, "64.354", parts[1].Indicators[3].Printed(), "58.5037 x 1.1 for each junior pupil")
}

func TestWhatFillWorksOut(t *testing.T) {
	small := func(pupils int, locality indicators.Locality, visiting quantity.Count) resources.Record {
		return resources.Record{Kind: indicators.PrimarySchool, Locality: locality, PrimaryPupils: quantity.N(pupils), PrimaryPEArt: quantity.N(1), PrimaryVisiting: visiting}
	}
	const rural = indicators.Rural
	for _, c := range []struct {
		name string
		r    resources.Record
		want string
	}{
		{"in a rural school of 50 pupils those who visit count", small(50, rural, quantity.N(2)), "3"},
		{"so they do with 99", small(99, rural, quantity.N(2)), "3"},
		{"with 49 they do not", small(49, rural, quantity.N(2)), "1"},
		{"nor with 100", small(100, rural, quantity.N(2)), "1"},
		{"nor in a town", small(60, indicators.Town, quantity.N(2)), "1"},
		{"where nobody says where the school is, nobody knows", small(60, 0, quantity.N(2)), ""},
		{"unless nobody visits", small(60, 0, quantity.N(0)), "1"},
		{"of a small rural school one has to say who visits", small(60, rural, quantity.Count{}), ""},
		{"of a large one nobody has to", small(600, rural, quantity.Count{}), "1"},
	} {
		t.Run(c.name, func(t *testing.T) {
			balance.Fill(&c.r)
			assert.Equal(t, c.want, c.r.PrimaryPEArtCounted.String())
		})
	}
	for _, c := range []struct {
		name  string
		dense indicators.Answer
		near  quantity.Area
		want  string
	}{
		{"in a dense inner city grounds close by count", indicators.Yes, quantity.WholeArea(300), "1300"},
		{"elsewhere they do not", indicators.No, quantity.WholeArea(300), "1000"},
		{"what nobody claims does not count", 0, quantity.WholeArea(300), "1000"},
		{"whoever claims it has to say how much", indicators.Yes, quantity.Area{}, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := resources.Record{DenseDistrict: c.dense, SportsArea: quantity.WholeArea(1000), SportsAreaNearby: c.near}
			balance.Fill(&r)
			assert.Equal(t, c.want, r.SportsAreaCounted.String())
		})
	}
	t.Run("a primary school has no junior pupils, and a nine-year school may", func(t *testing.T) {
		r := resources.Record{Kind: indicators.PrimarySchool, PrimaryPupils: quantity.N(10)}
		balance.Fill(&r)
		assert.Equal(t, "10", r.Heads.String())
		r = resources.Record{Kind: indicators.NineYearSchool, PrimaryPupils: quantity.N(10)}
		balance.Fill(&r)
		assert.False(t, r.Heads.Known())
	})
	t.Run("without figures nothing is known", func(t *testing.T) {
		r := typical()
		balance.Figures{}.Fill(&r)
		assert.False(t, r.Heads.Known())
		assert.Empty(t, balance.Figures{}.Examine(&resources.Record{}))
	})
}

// TestFillingTwiceChangesNothing is a law of the mapping's last step.
func TestFillingTwiceChangesNothing(t *testing.T) {
	r := typical()
	balance.Fill(&r)
	again := r
	balance.Fill(&again)
	assert.Equal(t, r, again)
}
