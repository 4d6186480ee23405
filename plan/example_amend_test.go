package plan_test

import (
	"fmt"
	"time"

	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/plan"
)

// What if 12 % of the senior-high teachers became 15 %? The edition derived
// says so, and the plan itself stays as it is.
func ExamplePlan_Amend() {
	p := plan.Tonghua()
	whatIf, err := p.Amend("what-if-15", plan.Amendment{
		By:        bilingual.Text{ZH: "假设", EN: "a what-if"},
		Effective: quantity.DateOf(2023, time.September, 1),
		Changes: []plan.Change{plan.SetPopulation(plan.SeniorMaster, plan.Threshold{
			Comparator: plan.AtLeast, Amount: quantity.MustAmount(15, 100, quantity.Percent), Basis: plan.Stated})},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, edition := range []*plan.Plan{p, whatIf} {
		s, _ := edition.Statement(plan.SeniorMaster)
		fmt.Println(edition.Edition()+":", s.Population)
	}
	for a := range whatIf.Amended() {
		fmt.Println(a.Name.EN, "-", a.In(bilingual.English))
	}
	// Output:
	// tonghua-2021-2025: at least 12 %
	// what-if-15: at least 15 %
	// Senior secondary teachers with master's education or above - demand altogether: at least 12 % becomes at least 15 % (a what-if, from 1 September 2023)
}

// A repealed statement is no longer in the edition, which remembers by what
// it was repealed.
func ExamplePlan_Repealed() {
	p := plan.Tonghua().MustAmend("tonghua-2024", plan.Amendment{
		By:        bilingual.Text{ZH: "中期调整通知（虚构）", EN: "mid-term notice (made up)"},
		Effective: quantity.DateOf(2024, time.January, 1),
		Changes:   []plan.Change{plan.Repeal(plan.FootballSchools)},
	})
	_, there := p.Statement(plan.FootballSchools)
	a, gone := p.Repealed(plan.FootballSchools)
	fmt.Println(there, gone, a.In(bilingual.English))
	// Output: false true repealed (mid-term notice (made up), from 1 January 2024)
}

// What is odd in the text is shown beside the statements that it concerns.
func ExamplePlan_AnomaliesOf() {
	for a := range plan.Tonghua().AnomaliesOf(plan.TeamCountySecond) {
		fmt.Println(a.Key, a.Places, a.Statements)
		fmt.Println(a.In(bilingual.English))
	}
	// Output:
	// post-named-twice [专栏12第2项] [team-county-leaders team-county-second]
	// misprint: County-level leaders are named twice, as 40 and as 100; the order of the other two levels shows that the second means county-level backbone teachers.
}
