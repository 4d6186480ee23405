package rules_test

import (
	"fmt"
	"time"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/indicators/specialchild"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules"
	"github.com/eduplan/tonghua/rules/tonghua"
	"github.com/eduplan/tonghua/rules/verdict"
)

// A promise is kept by a document that somebody can look up.
func ExampleAttested_Evaluate() {
	asOf := quantity.DateOf(2023, time.June, 30)
	r, err := tonghua.LabourGuideline.Evaluate(asOf, verdict.Evidence{
		Kind: plan.PublishedMeasure, Title: "劳动教育指导纲要", Number: "通市教发〔2022〕8号", Issuer: "通化市教育局",
		On: quantity.DateOf(2022, time.March, 1)})
	fmt.Println(r.Verdict(bilingual.English), err)
	r, err = tonghua.LabourGuideline.Evaluate(asOf)
	fmt.Println(r.Text(bilingual.English), err)
	// Output:
	// met <nil>
	// Guideline on labour education: undetermined (evidence is missing); required: a guideline on labour education is drawn up (Part 3, section 1, paragraph 5; 1 document: counted in the text; by 31 December 2025, no date in the text, end of the plan); not shown: guideline on labour education; data of 30 June 2023; proof wanted (guideline on labour education), any one of: published measure <nil>
}

// Evidence completes what records can say of a part of a demand only.
func ExampleAttest() {
	asOf := quantity.DateOf(2023, time.June, 30)
	panel := rules.MustPanel(func(granted *bool, c *specialchild.Record) {
		c.Disability, c.AppliedOrdinary = indicators.MildDisability, indicators.Yes
		c.AdmittedOrdinary = indicators.AnswerOf(*granted)
	}, tonghua.ZeroThreshold)
	measured, err := panel.Evaluate(asOf, []bool{true, true, true})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(measured.Rules[0].Verdict(bilingual.English))
	all, err := rules.Attest(asOf, tonghua.All(), []verdict.Evidence{{Statement: plan.ZeroThreshold, Kind: plan.Assessment,
		Title: "残疾儿童入学专项督导报告", On: quantity.DateOf(2023, time.May, 20)}}, measured)
	r, _ := all.Of(plan.ZeroThreshold)
	fmt.Println(r.Verdict(bilingual.English), err)
	// Output:
	// undetermined (only a part of the demand is measured, evidence is wanted)
	// met <nil>
}

// Evidence can stand in a table, one piece a row.
func ExampleAttested_EvaluateTexts() {
	r, err := tonghua.SteelSecondPrimary.EvaluateTexts(quantity.DateOf(2025, time.December, 31), []rules.TextRow{{Records: 1,
		Fields: map[string]string{"evidence_kind": "建设项目", "title": "教学楼", "on": "2024-08-20", "project_stage": "在建"}}})
	fmt.Println(r.Verdict(bilingual.English), err)
	for _, e := range r.Evidence {
		fmt.Println(e.Text(bilingual.English))
	}
	// Output:
	// undetermined (evidence is missing) <nil>
	// 教学楼, 20 August 2024, under construction: does not count, the project is not in use
}
