package plan_test

import (
	"math/big"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/plan"
)

// num returns a number as the text prints it: 77.14 for 77.14 %.
func num(s string) *big.Rat {
	r, ok := new(big.Rat).SetString(s)
	if !ok {
		panic(s)
	}
	return r
}

func printed(a quantity.Amount) *big.Rat { return num(a.Number()) }

func figure(t *testing.T, id plan.ID, key string) *big.Rat {
	t.Helper()
	f, ok := statement(t, id).Figure(key)
	require.True(t, ok, "%s/%s", id, key)
	return printed(f.Amount)
}

func target(t *testing.T, id plan.ID) *big.Rat {
	t.Helper()
	return printed(statement(t, id).Population.Amount)
}

func less(a, b *big.Rat) *big.Rat { return new(big.Rat).Sub(a, b) }

// The plan's own figures are reckoned with each other. What fits is stated
// here; what does not is listed among the anomalies.
func TestFiguresOfThePlanFitEachOther(t *testing.T) {
	equal := func(want string, got *big.Rat, says string) {
		t.Helper()
		assert.Zero(t, num(want).Cmp(got), "%s: want %s, got %s", says, want, got.RatString())
	}
	equal("83.3", less(figure(t, plan.BasePreschoolGross, "rate"), figure(t, plan.BasePreschoolGross, "rise")), "preschool at the end of 2015")
	equal("76.9", less(figure(t, plan.BaseSeniorGross, "rate"), figure(t, plan.BaseSeniorGross, "rise")), "senior secondary at the end of 2015")
	assert.Contains(t, keys(plan.BasePreschoolGross), "rise-on-a-period", "if the end of the period is meant")
	assert.Contains(t, keys(plan.BaseSeniorGross), "implausible-rise")

	equal("9", less(figure(t, plan.BaseDualQualified, "share"), figure(t, plan.BaseDualQualified, "share-before")), "dual-qualified share, risen in five years")
	equal("9", less(target(t, plan.DualQualifiedSpecialist), figure(t, plan.BaseDualQualified, "share")), "and to rise in five more")
	equal("5", less(target(t, plan.PreschoolGrossEnrolment), figure(t, plan.BasePreschoolGross, "rate")), "preschool, one point a year")

	team := new(big.Rat)
	for _, id := range []plan.ID{plan.TeamProvinceLeaders, plan.TeamProvinceBackbone, plan.TeamCityLeaders,
		plan.TeamCityBackbone, plan.TeamCountyLeaders, plan.TeamCountySecond} {
		team.Add(team, target(t, id))
	}
	equal("240", team, "10 + 20 + 20 + 50 + 40 + 100 vocational teachers")
	for _, pair := range [][2]plan.ID{{plan.TeamProvinceLeaders, plan.TeamCityLeaders}, {plan.TeamCityLeaders, plan.TeamCountyLeaders}} {
		twice := new(big.Rat).Mul(num("2"), target(t, pair[0]))
		assert.Zero(t, twice.Cmp(target(t, pair[1])), "each level has twice the leaders of the one above")
	}
	assert.Contains(t, keys(plan.TeamCountySecond), "post-named-twice", "so that the hundred are no leaders")

	equal("740000", figure(t, plan.BaseInvestment, "floor-area"), "74 ten thousands of square metres")
	equal("2475000", figure(t, plan.BaseInvestment, "equipment"), "247.5 ten thousands of items")
	equal("1820000000", figure(t, plan.BaseInvestment, "funds"), "18.2 hundred millions of yuan")
	assert.Negative(t, target(t, plan.LawSchoolsProvince).Cmp(target(t, plan.LawSchools)), "ten among twenty")
	assert.Contains(t, keys(plan.LawSchoolsProvince), "standard-among-model-schools")
}

// 46,081 pupils are 77.14 % of 59,733 to 59,740 pupils, and of no other number.
func TestTheRealNameFiguresFitEachOtherAndNothingElse(t *testing.T) {
	pupils, share := figure(t, plan.BaseRealname, "pupils"), figure(t, plan.BaseRealname, "pupil-share")
	low, high := int64(0), int64(0)
	for whole := int64(50_000); whole <= 70_000; whole++ {
		percent := new(big.Rat).Mul(num("100"), new(big.Rat).Quo(pupils, big.NewRat(whole, 1)))
		if percent.FloatString(2) != share.FloatString(2) {
			continue
		}
		if low == 0 {
			low = whole
		}
		high = whole
	}
	assert.Equal(t, [2]int64{59_733, 59_740}, [2]int64{low, high})
	each := new(big.Rat).Quo(num("59737"), figure(t, plan.BaseRealname, "teachers"))
	assert.Equal(t, "4.0", each.FloatString(1), "pupils a teacher")
	assert.Contains(t, keys(plan.BaseRealname), "teachers-do-not-fit-pupils")
	assert.Contains(t, keys(plan.BaseRealname), "too-few-pupils")
}
