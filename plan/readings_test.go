package plan_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/plan"
)

func TestTheFirstReadingDecides(t *testing.T) {
	for s := range plan.Tonghua().All() {
		seen := map[string]bool{}
		for i, r := range s.Readings {
			assert.Equal(t, i == 0, r.Decides, "%s, reading %s", s.ID, r.Key)
			assert.False(t, seen[r.Key], "%s, reading %s stands twice", s.ID, r.Key)
			seen[r.Key] = true
		}
		assert.NotEqual(t, 1, len(s.Readings), "%s: one reading alone is no ambiguity", s.ID)
	}
}

func TestAboutIsDecidedByAReadingWithAThresholdOfItsOwn(t *testing.T) {
	for s := range plan.Tonghua().All() {
		for _, of := range []plan.Threshold{s.Each, s.Population} {
			if of.Comparator != plan.About {
				continue
			}
			require.NotEmpty(t, s.Readings, s.ID)
			decides := s.Readings[0].Population
			assert.Equal(t, of.Amount, decides.Amount, "%s: the literal number is closest to the text", s.ID)
			assert.Equal(t, plan.AtLeast, decides.Comparator, s.ID)
			assert.Contains(t, []plan.Basis{plan.Stated, plan.Inferred}, decides.Basis, "%s: the number is printed, or read as its meaning", s.ID)
		}
	}
}

func TestReadingsWithAThresholdOfTheirOwn(t *testing.T) {
	type own struct {
		id  plan.ID
		key string
	}
	teachers := func(n string) plan.Threshold { return atLeast(n, quantity.Teacher, plan.Inferred) }
	printed := func(n string) plan.Threshold { return atLeast(n, quantity.Teacher, plan.Stated) }
	years := func(n string) plan.Threshold { return atLeast(n, quantity.Year, plan.Inferred) }
	between := func(from, to string, unit quantity.Unit) plan.Threshold {
		t := threshold(plan.Between, from, unit, plan.Inferred)
		t.To = threshold(plan.Between, to, unit, plan.Inferred).Amount
		return t
	}
	want := map[own]plan.Threshold{
		{plan.MeanYearsSchooling, "band-one-percent"}: between("10.692", "10.908", quantity.Year), // 10.8 less and more 0.108
		{plan.TeamProvinceLeaders, "band"}:            between("9", "11", quantity.Teacher),       // 10 less and more 1
		{plan.TeamProvinceBackbone, "band"}:           between("18", "22", quantity.Teacher),
		{plan.TeamCityLeaders, "band"}:                between("18", "22", quantity.Teacher),
		{plan.TeamCityBackbone, "band"}:               between("45", "55", quantity.Teacher),
		{plan.TeamCountyLeaders, "band"}:              between("36", "44", quantity.Teacher),
		{plan.TeamCountySecond, "backbone-band"}:      between("90", "110", quantity.Teacher),

		{plan.MeanYearsSchooling, "at-least"}:         years("10.8"),
		{plan.MeanYearsSchooling, "rounded"}:          years("10.75"), // the least that rounds to 10.8
		{plan.MeanYearsSchooling, "ages-15-to-64"}:    years("10.8"),
		{plan.MeanYearsSchooling, "aged-15-and-over"}: years("10.8"),
		{plan.MeanYearsSchooling, "aged-3-and-over"}:  years("10.8"),

		{plan.TeamProvinceLeaders, "at-least"}:          printed("10"),
		{plan.TeamProvinceLeaders, "nine-tenths"}:       teachers("9"),
		{plan.TeamProvinceBackbone, "at-least"}:         printed("20"),
		{plan.TeamProvinceBackbone, "nine-tenths"}:      teachers("18"),
		{plan.TeamCityLeaders, "at-least"}:              printed("20"),
		{plan.TeamCityLeaders, "nine-tenths"}:           teachers("18"),
		{plan.TeamCityBackbone, "at-least"}:             printed("50"),
		{plan.TeamCityBackbone, "nine-tenths"}:          teachers("45"),
		{plan.TeamCountyLeaders, "at-least"}:            printed("40"),
		{plan.TeamCountyLeaders, "nine-tenths"}:         teachers("36"),
		{plan.TeamCountySecond, "backbone"}:             printed("100"),
		{plan.TeamCountySecond, "leaders-as-printed"}:   printed("100"),
		{plan.TeamCountySecond, "backbone-nine-tenths"}: teachers("90"),
	}
	got := map[own]plan.Threshold{}
	for s := range plan.Tonghua().All() {
		for _, r := range s.Readings {
			if !r.Population.IsZero() && s.Population.Comparator == plan.About {
				got[own{s.ID, r.Key}] = r.Population
			}
		}
	}
	assert.Equal(t, want, got)
	practice, ok := statement(t, plan.DigitalTrainingPractice).Reading("of-fifty")
	require.True(t, ok)
	assert.Equal(t, atLeast("25", quantity.Hour, plan.Inferred), practice.Each, "half of 50 hours")
}

func TestWhatIsNoReadingIsNotFound(t *testing.T) {
	s := statement(t, plan.SeniorMaster)
	for _, key := range []string{"", "All-Teachers", "nobody"} {
		r, ok := s.Reading(key)
		assert.False(t, ok, key)
		assert.Zero(t, r)
	}
}

// The 2020 census, the national targets and the international definition say
// who is counted and how many years a level counts.
func TestTheParametersOfMeanYears(t *testing.T) {
	s := statement(t, plan.MeanYearsSchooling)
	want := map[string]quantity.Amount{
		"age-from": age(16), "age-to": age(59), "census-age-from": age(3), "adult-age-from": age(15),
		"international-age-from": age(15), "international-age-to": age(64),
		"years-primary": years(6), "years-junior": years(9), "years-senior": years(12), "years-college": years(16), "years-bachelor": years(16),
	}
	for key, amount := range want {
		p, ok := s.Parameter(key)
		require.True(t, ok, key)
		assert.Equal(t, amount, p.Amount, key)
		basis := plan.Official
		if strings.HasPrefix(key, "international-") {
			basis = plan.Convention // of economists: no document sets it
		}
		assert.Equal(t, basis, p.Basis, "%s is not the plan's own", key)
		assert.True(t, p.Source.Complete(), key)
	}
	assert.Len(t, s.Parameters, len(want))
	p, ok := s.Parameter("years-doctor")
	assert.False(t, ok)
	assert.Zero(t, p)
}

func age(n uint64) quantity.Amount   { return quantity.MustAmount(n, 1, quantity.Age) }
func years(n uint64) quantity.Amount { return quantity.MustAmount(n, 1, quantity.Year) }
