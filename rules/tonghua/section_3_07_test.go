package tonghua_test

import (
	"testing"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/countyyear"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules/tonghua"
	"github.com/eduplan/tonghua/rules/verdict"
)

// 三（七） 民族教育

// everyCounty is a duty on each county, all of them.
func everyCounty(zh, en string, each plan.Threshold) clause {
	return clause{zh: zh, en: en, each: each, population: atLeast("100", quantity.Percent, plan.Convention),
		of: quantity.County, per: quantity.County}
}

// countyPolicies are those of a duty on each county in each year. The records
// are figures of 2022, the year of the as-of date, that keep or break the duty.
func countyPolicies(kept, broken countyyear.Record) []policy[countyyear.Record] {
	of := func(year int, r countyyear.Record) countyyear.Record {
		r.Year = quantity.N(year)
		return r
	}
	five := times(5, of(2022, kept))
	undated := broken
	undated.Year = quantity.Count{}
	return []policy[countyyear.Record]{
		{"all six counties keep it", register(five, times(1, of(2022, kept))), met(6, 6)},
		{"one county of six breaks it", register(five, times(1, of(2022, broken))), missed(5, 6, 1)},
		{"the year before is not asked any more", register(five, times(1, of(2021, broken))), met(5, 5)},
		{"the year after is not asked yet", register(five, times(1, of(2023, broken))), met(5, 5)},
		{"figures of other years alone: not applicable", times(6, of(2021, kept)), notApplicable(verdict.EmptyScope)},
		{"a county without its figures: undetermined",
			register(five, times(1, countyyear.Record{Year: quantity.N(2022)})), open(verdict.MissingData, 0, 1)},
		{"figures of an unknown year may be this year's", register(five, times(1, undated)), open(verdict.MissingData, 0, 1)},
		{"no figures at all: not applicable", nil, notApplicable(verdict.NoRecords)},
	}
}

func TestEthnicDoubleFunds(t *testing.T) {
	says := everyCounty("三（七）第1段", "Part 3, section 7, paragraph 1", atLeast("2", quantity.Multiple, plan.Stated))
	funds := func(ethnic float64) countyyear.Record {
		return countyyear.Record{Year: quantity.N(2022), EthnicPrimary: indicators.Yes, EthnicJunior: indicators.No,
			OrdinaryPrimaryFunds: quantity.WholeYuan(650), EthnicPrimaryFunds: quantity.YuanOf(ethnic)}
	}
	negative := funds(1300)
	negative.OrdinaryPrimaryFunds = quantity.WholeYuan(-650)
	hold(t, tonghua.CountyYears(), tonghua.EthnicDoubleFunds, says, countyPolicies(funds(1300), funds(650))...)
	hold(t, tonghua.CountyYears(), tonghua.EthnicDoubleFunds, says, []policy[countyyear.Record]{
		{"a fen below twice 650 yuan is not twice", times(1, funds(1299.99)), missed(0, 1, 1)},
		{"1,300 yuan are twice 650", times(1, funds(1300)), met(1, 1)},
		{"a fen above twice is a guarantee kept", times(1, funds(1300.01)), met(1, 1)},
		{"nothing is no guarantee", times(1, funds(0)), missed(0, 1, 1)},
		{"negative funds are none", register(times(5, funds(1300)), times(1, negative)), open(verdict.InvalidData, 0, 1)},
	}...)
	quota := func(yuan int) countyyear.Record {
		r := funds(1300)
		r.TownPrimaryQuota = quantity.WholeYuan(yuan)
		return r
	}
	differ(t, tonghua.EthnicDoubleFunds, says, "at-least", nil, ambiguity[countyyear.Record]{
		reading: "exactly", says: "a county pays a fen more than twice",
		records: register(times(5, funds(1300)), times(1, funds(1300.01))),
		decides: met(6, 6), otherwise: missed(5, 6, 1)}, ambiguity[countyyear.Record]{
		reading: "uniform-quota", says: "a county pays twice what its ordinary schools get, not twice the quota of 651 yuan",
		records: register(times(5, quota(650)), times(1, quota(651))),
		decides: met(6, 6), otherwise: missed(5, 6, 1)})
}
