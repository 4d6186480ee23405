package archive_test

import (
	"encoding/json"
	"fmt"
	"time"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/indicators/teacher"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules"
	"github.com/eduplan/tonghua/rules/archive"
	"github.com/eduplan/tonghua/rules/tonghua"
)

// A report is archived with the counts that it rests on, and verified years later.
func ExampleArchive_Verify() {
	type person struct{ County, Degree string }
	panel, err := rules.NewPanel(func(p *person, t *teacher.Record) {
		t.Stage, t.Education = indicators.SeniorHigh, indicators.ParseEducation(p.Degree)
	}, tonghua.SeniorMaster)
	if err != nil {
		fmt.Println(err)
		return
	}
	staff := []person{{"辉南县", "硕士研究生"}, {"辉南县", "本科"}, {"柳河县", "本科"}}
	byCounty, err := rules.EvaluateBy(panel, quantity.DateOf(2025, time.December, 31), staff, func(p *person) string { return p.County })
	if err != nil {
		fmt.Println(err)
		return
	}
	register, err := byCounty.Register(func(county string) string { return county })
	if err != nil {
		fmt.Println(err)
		return
	}
	kept, err := archive.New(plan.Tonghua(), tonghua.All(), archive.Data{Date: quantity.DateOf(2026, time.March, 1), Registers: []rules.Register{register}})
	if err != nil {
		fmt.Println(err)
		return
	}
	file, _ := json.Marshal(kept) // to be kept; kept.Digest() goes into the minutes

	var found archive.Archive
	if err := json.Unmarshal(file, &found); err != nil {
		fmt.Println(err)
		return
	}
	page, _ := found.Report()
	master, _ := page.Of(plan.SeniorMaster)
	answer, err := found.Verify(plan.Tonghua(), tonghua.All())
	fmt.Println(master.Verdict(bilingual.Chinese), master.Measured(bilingual.Chinese))
	fmt.Println(answer.Text(bilingual.Chinese), err)
	// Output:
	// 达到 1/3=33.33%
	// 结果与存档一致；存档时程序版本0.1.0 <nil>
}
