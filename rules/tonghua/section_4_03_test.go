package tonghua_test

import (
	"testing"

	"github.com/eduplan/tonghua/indicators/countyyear"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules/tonghua"
	"github.com/eduplan/tonghua/rules/verdict"
)

// 四（三） 投入机制

// risingSpending is the demand that each county's spending does not fall.
func risingSpending() clause {
	return everyCounty("四（三）第1段", "Part 4, section 3, paragraph 1", atLeast("1", quantity.Multiple, plan.Official))
}

// spent is a county that spent so much in 2022, after 1,000,000 yuan in 2021.
func spent(yuan float64) countyyear.Record {
	return countyyear.Record{Year: quantity.N(2022), Spending: quantity.YuanOf(yuan), SpendingBefore: quantity.WholeYuan(1_000_000)}
}

func TestSpendingOnlyRises(t *testing.T) {
	says := risingSpending()
	hold(t, tonghua.CountyYears(), tonghua.SpendingOnlyRises, says, countyPolicies(spent(1_000_001), spent(999_999))...)
	hold(t, tonghua.CountyYears(), tonghua.SpendingOnlyRises, says, []policy[countyyear.Record]{
		{"a fen below the year before is a fall", times(1, spent(999_999.99)), missed(0, 1, 1)},
		{"the same as the year before is no fall", times(1, spent(1_000_000)), met(1, 1)},
		{"a fen above the year before is a rise", times(1, spent(1_000_000.01)), met(1, 1)},
		{"more in one county does not make up for another", register(times(1, spent(2_000_000)), times(1, spent(999_999.99))), missed(1, 2, 1)},
		{"negative spending is none", times(1, spent(-1)), open(verdict.InvalidData, 0, 1)},
	}...)
	differ(t, tonghua.SpendingOnlyRises, says, "not-below", nil, ambiguity[countyyear.Record]{
		reading: "strict-rise", says: "a county spends as much as the year before",
		records: register(times(5, spent(1_000_000.01)), times(1, spent(1_000_000))),
		decides: met(6, 6), otherwise: missed(5, 6, 1)})
}

// spentOn is a county that spent so much on so many pupils in 2022, after
// 1,000,000 yuan on 100 pupils, 10,000 yuan each, in 2021.
func spentOn(yuan float64, pupils int) countyyear.Record {
	r := spent(yuan)
	r.Pupils, r.PupilsBefore = quantity.N(pupils), quantity.N(100)
	return r
}

func TestSpendingPerPupilOnlyRises(t *testing.T) {
	says := risingSpending()
	newArea := spentOn(1_000_000, 100)
	newArea.PupilsBefore = quantity.N(0)
	negative := spentOn(1_000_000, -1)
	uncounted := spentOn(1_000_000, 100)
	uncounted.PupilsBefore = quantity.Count{}

	hold(t, tonghua.CountyYears(), tonghua.SpendingPerPupilOnlyRises, says, countyPolicies(spentOn(1_000_000, 99), spentOn(1_000_000, 101))...)
	hold(t, tonghua.CountyYears(), tonghua.SpendingPerPupilOnlyRises, says, []policy[countyyear.Record]{
		{"a fen below the year before is a fall", times(1, spentOn(999_999.99, 100)), missed(0, 1, 1)},
		{"the same as the year before is no fall", times(1, spentOn(1_000_000, 100)), met(1, 1)},
		{"a fen above the year before is a rise", times(1, spentOn(1_000_000.01, 100)), met(1, 1)},
		{"10,000 yuan on each of 98 pupils are no fall though the county spends less", times(1, spentOn(980_000, 98)), met(1, 1)},
		{"a fen less on all of 98 pupils is a fall", times(1, spentOn(979_999.99, 98)), missed(0, 1, 1)},
		{"one pupil more on the same money is a fall", times(1, spentOn(1_000_000, 101)), missed(0, 1, 1)},
		{"a third of a fen decides: 10,000,000 fen on 300 after 3,333,333 on 100",
			times(1, countyyear.Record{Year: quantity.N(2022), Spending: quantity.WholeYuan(100_000), Pupils: quantity.N(300),
				SpendingBefore: quantity.YuanOf(33_333.33), PupilsBefore: quantity.N(100)}), met(1, 1)},
		{"and the other way round: 9,999,999 fen on 300 after 3,333,334 on 100",
			times(1, countyyear.Record{Year: quantity.N(2022), Spending: quantity.YuanOf(99_999.99), Pupils: quantity.N(300),
				SpendingBefore: quantity.YuanOf(33_333.34), PupilsBefore: quantity.N(100)}), missed(0, 1, 1)},
		{"a county without pupils the year before has no spending per pupil", times(1, newArea), open(verdict.MissingData, 0, 1)},
		{"pupils that nobody counted: undetermined", times(1, uncounted), open(verdict.MissingData, 0, 1)},
		{"a negative number of pupils is none", times(1, negative), open(verdict.InvalidData, 0, 1)},
	}...)
	differ(t, tonghua.SpendingPerPupilOnlyRises, says, "not-below", nil, ambiguity[countyyear.Record]{
		reading: "strict-rise", says: "a county spends as much on each pupil as the year before",
		records: register(times(5, spentOn(1_000_000, 99)), times(1, spentOn(980_000, 98))),
		decides: met(6, 6), otherwise: missed(5, 6, 1)})
}

func TestUniformQuota(t *testing.T) {
	says := everyCounty("四（三）第2段", "Part 4, section 3, paragraph 2", threshold(plan.Exactly, "1", quantity.Multiple, plan.Counted))
	quota := func(rural float64) countyyear.Record {
		return countyyear.Record{Year: quantity.N(2022), TownPrimaryQuota: quantity.WholeYuan(720), RuralPrimaryQuota: quantity.YuanOf(rural),
			TownJuniorQuota: quantity.WholeYuan(940), RuralJuniorQuota: quantity.WholeYuan(940)}
	}
	hold(t, tonghua.CountyYears(), tonghua.UniformQuota, says, countyPolicies(quota(720), quota(650))...)
	hold(t, tonghua.CountyYears(), tonghua.UniformQuota, says, []policy[countyyear.Record]{
		{"a fen less in the country is not one quota", times(1, quota(719.99)), missed(0, 1, 1)},
		{"720 yuan in town and country are one quota", times(1, quota(720)), met(1, 1)},
		{"a fen more in the country is not one quota either", times(1, quota(720.01)), missed(0, 1, 1)},
	}...)
	unambiguous(t, tonghua.UniformQuota)
}
