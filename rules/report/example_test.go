package report_test

import (
	"fmt"
	"os"
	"time"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/class"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules"
	"github.com/eduplan/tonghua/rules/report"
	"github.com/eduplan/tonghua/rules/tonghua"
	"github.com/eduplan/tonghua/rules/verdict"
)

func ExampleNew() {
	autumn := quantity.DateOf(2024, time.September, 1)
	classes, err := tonghua.OversizedClasses.Evaluate(autumn,
		class.Record{Stage: indicators.Primary, Pupils: quantity.N(55)},
		class.Record{Stage: indicators.JuniorHigh, Pupils: quantity.N(56)})
	if err != nil {
		fmt.Println(err)
		return
	}
	page, err := report.New(plan.Tonghua(), autumn, verdict.Results{Rules: []verdict.Result{classes}})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(page.Summary.In(bilingual.English))
	fmt.Println(page.Summary.In(bilingual.Chinese))
	// Output:
	// 324 statements: 0 met, 0 met late, 1 not yet met, 0 in breach, 0 missed without breach, 0 undetermined, 0 not applicable, 303 without data, 20 without demand
	// 共324项：达到0项，逾期达到0项，尚未达到1项，违反0项，未达到（不属违反）0项，无法判定0项，不适用0项，无数据303项，不作要求20项
}

// What if 12 % of the senior-high teachers became 15 %? The same figures are
// judged under both editions, and Compare lists what differs, flips first.
func ExampleCompare() {
	today := quantity.DateOf(2024, time.September, 1)
	whatIf := plan.Tonghua().MustAmend("what-if-15", plan.Amendment{
		By: bilingual.Text{ZH: "假设", EN: "a what-if"}, Effective: today,
		Changes: []plan.Change{plan.SetPopulation(plan.SeniorMaster, plan.Threshold{
			Comparator: plan.AtLeast, Amount: quantity.MustAmount(15, 100, quantity.Percent), Origin: plan.Origin{Basis: plan.Assumed}})},
	})
	reportOf := func(p *plan.Plan) *report.Report {
		rule, err := tonghua.SeniorMaster.Under(p)
		if err != nil {
			panic(err)
		}
		published, err := rule.Reported(today, quantity.MustAmount(13, 100, quantity.Percent))
		if err != nil {
			panic(err)
		}
		page, err := report.New(p, today, verdict.Results{Rules: []verdict.Result{published}})
		if err != nil {
			panic(err)
		}
		return page
	}
	for _, d := range report.Compare(reportOf(plan.Tonghua()), reportOf(whatIf)) {
		fmt.Println(d.Name.EN+":", d.Before.EN, "->", d.After.EN)
		for _, cause := range d.Causes {
			fmt.Println(" ", cause.In(bilingual.English))
		}
	}
	// Output:
	// Senior secondary teachers with master's education or above: met -> not yet met
	//   edition: tonghua-2021-2025 -> what-if-15 [demand altogether: at least 12 % becomes at least 15 % (a what-if, from 1 September 2024)]
	//   required: at least 12 % of senior secondary teachers have completed master-level education or above -> at least 15 % of senior secondary teachers have completed master-level education or above
	//   shortfall: none -> 2 percentage points short
}

// A plan with one statement makes a report with one row.
func ExampleReport_WriteText() {
	page := small()
	if err := page.WriteText(os.Stdout, report.Options{Language: bilingual.English}); err != nil {
		fmt.Println(err)
	}
	// Output:
	// Plan of Yunxi: as of 1 June 2027
	// 1 statement: 1 met, 0 met late, 0 not yet met, 0 in breach, 0 missed without breach, 0 undetermined,
	//   0 not applicable, 0 without data, 0 without demand
	// certain verdicts: 1, of which on the text 0, on official documents 0, on convention 1, on inference
	//   0 (each by the weakest that it rests on); another reading would turn 0
	//
	// ## Part 1: Schools
	// Small classes (Part 1): met
	//     required   no class has more than 40 pupils; Strength: must; Due: standing
	//     value      1 of 1 = 100.00 %; Data of: 2027-06-01
	//     · figures: 40 pupils: stated; 100 %: by convention
}

func ExampleReport_WriteMarkdown() {
	if err := small().WriteMarkdown(os.Stdout, report.Options{}); err != nil {
		fmt.Println(err)
	}
	// Output:
	// # 云溪市规划：截至2027年6月1日
	//
	// 共1项：达到1项，逾期达到0项，尚未达到0项，违反0项，未达到（不属违反）0项，无法判定0项，不适用0项，无数据0项，不作要求0项
	//
	// 已判定达到或未达到的1项中，依据原文的0项，依据官方文件的0项，按惯例的1项，系推定的0项（各按其中最弱的依据计）；换一种理解结论就相反的0项
	//
	// ## 一 学校
	//
	// | 条款 | 事项 | 数值 | 要求 | 约束力 | 结论 | 期限 | 差距 | 数据日期 |
	// | --- | --- | --- | --- | --- | --- | --- | --- | --- |
	// | 一 | 小班化<br>指标来源：40名学生：文中明示；100%：按惯例 | 1/1=100.00% | 每班不超过40名学生 | 必须 | 达到 | 持续 |  | 2027-06-01 |
}

func small() *report.Report {
	p := plan.MustNew(plan.Document{
		Edition: "yunxi", Name: bilingual.Text{ZH: "云溪市规划", EN: "Plan of Yunxi"},
		First: quantity.DateOf(2026, time.January, 1), Last: quantity.DateOf(2030, time.December, 31),
		Clauses: []plan.Clause{{Place: "一", Kind: plan.Part, Citation: "Part 1", Title: bilingual.Text{ZH: "学校", EN: "Schools"}, Statements: 1}},
		Statements: []plan.Statement{{
			ID: "small-classes", Places: []plan.Place{"一"}, Kind: plan.EntityRule, Modality: plan.Must, Evaluable: plan.InFull, Bearer: plan.Class,
			Name:     bilingual.Text{ZH: "小班化", EN: "Small classes"},
			Summary:  bilingual.Text{ZH: "每班不超过40人。", EN: "No class has more than 40 pupils."},
			Demand:   bilingual.Text{ZH: "每班不超过{each}", EN: "no class has more than {each}"},
			Each:     plan.Threshold{Comparator: plan.AtMost, Amount: quantity.MustAmount(40, 1, quantity.Pupil), Origin: plan.Origin{Basis: plan.Stated}},
			Deadline: plan.Deadline{Kind: plan.Standing},
		}},
	})
	rule := rules.MustDuty(p, "small-classes", indicators.Duty[class.Record]{Must: class.Pupils.AtMost(indicators.Each)})
	asOf := quantity.DateOf(2027, time.June, 1)
	result, err := rule.Evaluate(asOf, class.Record{Pupils: quantity.N(40)})
	if err != nil {
		panic(err)
	}
	page, err := report.New(p, asOf, verdict.Results{Rules: []verdict.Result{result}})
	if err != nil {
		panic(err)
	}
	return page
}
