package plan_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
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
			Comparator: plan.AtLeast, Amount: quantity.MustAmount(15, 100, quantity.Percent), Origin: plan.Origin{Basis: plan.Stated}})},
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

// An edition may rest on several documents, each with its own changes.
func ExampleAmendment() {
	hours := plan.Amendment{
		By:        bilingual.Text{ZH: "培训通知（虚构）", EN: "training notice (made up)"},
		Effective: quantity.DateOf(2023, time.March, 1),
		Changes: []plan.Change{
			plan.SetEach(plan.TeacherTrainingHours, plan.Threshold{Comparator: plan.AtLeast, Amount: quantity.MustAmount(400, 1, quantity.Hour), Origin: plan.Origin{Basis: plan.Stated}}),
			plan.Decide(plan.TeacherTrainingHours, "own-cycle"),
		},
	}
	midTerm := plan.Amendment{
		By:        bilingual.Text{ZH: "中期调整通知（虚构）", EN: "mid-term notice (made up)"},
		Effective: quantity.DateOf(2024, time.January, 1),
		Changes: []plan.Change{
			plan.SetDeadline(plan.FootballSchools, plan.Deadline{Kind: plan.ByDate, On: quantity.DateOf(2026, time.December, 31), Origin: plan.Origin{Basis: plan.Stated}}),
			plan.SetParameter(plan.MeanYearsSchooling, "age-to", quantity.MustAmount(60, 1, quantity.Age), plan.Official),
		},
	}
	p := plan.Tonghua().MustAmend("tonghua-2024", hours, midTerm)
	for a := range p.Amended() {
		fmt.Println(a.Statement, "-", a.In(bilingual.English))
	}
	// Output:
	// teacher-training-hours - demand on each: at least 360 hours becomes at least 400 hours (training notice (made up), from 1 March 2023)
	// teacher-training-hours - reading that decides "each teacher's own five-year cycle": each teacher within the common cycle becomes each teacher's own five-year cycle (training notice (made up), from 1 March 2023)
	// football-schools - deadline: by 31 December 2025 becomes by 31 December 2026 (mid-term notice (made up), from 1 January 2024)
	// mean-years-schooling - parameter "upper end of the working age": 59 years of age becomes 60 years of age (mid-term notice (made up), from 1 January 2024)
}

// The catalogue as JSON gives the plan back.
func ExamplePlan_WriteJSON() {
	var data bytes.Buffer
	if err := plan.Tonghua().WriteJSON(&data); err != nil {
		fmt.Println(err)
		return
	}
	var d plan.Document
	if err := json.Unmarshal(data.Bytes(), &d); err != nil {
		fmt.Println(err)
		return
	}
	p, err := plan.New(d)
	fmt.Println(p.Edition(), p.Len(), err)
	// Output: tonghua-2021-2025 324 <nil>
}

// CATALOGUE.md is this page.
func ExamplePlan_WriteMarkdown() {
	var page strings.Builder
	if err := plan.Tonghua().WriteMarkdown(&page); err != nil {
		fmt.Println(err)
		return
	}
	for line := range strings.Lines(page.String()) {
		if strings.HasPrefix(line, "### 四") {
			fmt.Print(line)
		}
	}
	// Output:
	// ### 四（一） 党的建设 · Party work
	// ### 四（二） 主体责任 · Responsibility
	// ### 四（三） 投入机制 · Funding
}

// A document taken from a plan can be changed freely and built anew.
func ExamplePlan_Document() {
	d := plan.Tonghua().Document()
	d.Edition, d.Anomalies = "tonghua-without-party-work", nil
	d.Statements = slices.DeleteFunc(d.Statements, func(s plan.Statement) bool { return strings.HasPrefix(string(s.Places[0]), "四（一）") })
	p, err := plan.New(d)
	fmt.Println(p.Len(), plan.Tonghua().Len(), err)
	// Output: 317 324 <nil>
}
