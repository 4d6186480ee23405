package rules_test

import (
	"fmt"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/indicators/teacher"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules"
	"github.com/eduplan/tonghua/rules/tonghua"
	"github.com/eduplan/tonghua/rules/verdict"
)

type colleague struct {
	No     string
	Degree string
	Stage  string
}

// colleaguePanel asks for masters in senior schools, of rows with keys.
func colleaguePanel() *rules.Panel[colleague, teacher.Record] {
	return rules.MustPanel(func(from *colleague, to *teacher.Record) {
		to.Stage, to.Education = indicators.ParseStage(from.Stage), indicators.ParseEducation(from.Degree)
	}, rules.Rule[teacher.Record](tonghua.SeniorMaster)).Keyed(func(c *colleague) string { return c.No })
}

func colleagues(rows ...colleague) *rules.Evaluator[colleague, teacher.Record] {
	e, err := colleaguePanel().ScopeReasons().Start(quantity.DateOf(2025, 12, 31))
	if err != nil {
		panic(err)
	}
	for i := range rows {
		if err := e.Add(&rows[i]); err != nil {
			panic(err)
		}
	}
	return e
}

// Whom no rule of the panel speaks of, and why.
func ExamplePanel_ScopeReasons() {
	e := colleagues(colleague{"T1", "本科", "高中"}, colleague{"T2", "硕士", "高中"}, colleague{"T3", "本科", "小学"})
	for _, o := range e.Results().Outside {
		fmt.Println(o)
	}
	// Output:
	// 高中硕士以上学历教师占比：3条记录中1条不在范围内：不符合“任教学段为普通高中”的1条
	// 教师：3条记录中1条不在任何规则的范围内：任教学段为小学的1条
}

// A sheet of records to check by hand, and what an answer makes of the verdict.
func ExampleEvaluator_Sample() {
	e := colleagues(colleague{"T1", "本科", "高中"}, colleague{"T2", "", "高中"}, colleague{"T3", "本科", "小学"})
	sheet, err := e.Sample(plan.SeniorMaster, rules.Sampling{Seed: "2025"})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(sheet)
	checked, err := e.Checked(sheet, verdict.CellFound{Key: "T2", Field: "education", Found: "硕士研究生"})
	fmt.Println(checked, err)
	// Output:
	// 高中硕士以上学历教师占比（三（十）第3段）：抽查2条（至少30条，记录超过900条时取其平方根），种子2025：2/2
	// 高中硕士以上学历教师占比（三（十）第3段）：抽查4处，已核对1处：相符0处，补齐1处，不符0处；结论：无法判定（数据缺失）→达到 <nil>
}

// On which days papers grow old.
func ExampleEvidenceTurns() {
	paper := verdict.Evidence{Statement: plan.DigitalLiteracyMechanism, Kind: plan.PublishedMeasure, Title: "教师信息素养发展办法",
		On: quantity.DateOf(2022, 9, 1), Until: quantity.DateOf(2025, 8, 31)}
	turns, err := rules.EvidenceTurns(quantity.DateOf(2025, 6, 30), quantity.DateOf(2025, 12, 31), []rules.View{tonghua.DigitalLiteracyMechanism}, []verdict.Evidence{paper})
	fmt.Println(turns, err)
	// Output:
	// [2025年9月1日：教师信息素养发展机制（三（十）第3段）：达到，已到期→未达到，违反，已到期] <nil>
}

// Two schools were merged: before the merger they are counted together.
func ExampleNewHistory() {
	type pair struct{ school, degree string }
	panel := rules.MustPanel(func(from *pair, to *teacher.Record) {
		to.Stage, to.Education = indicators.SeniorHigh, indicators.ParseEducation(from.degree)
	}, rules.Rule[teacher.Record](tonghua.SeniorMaster))
	pass := func(year int, rows ...pair) *rules.Groups[string] {
		groups, err := rules.EvaluateBy(panel, quantity.DateOf(year, 9, 1), rows, func(p *pair) string { return p.school })
		if err != nil {
			panic(err)
		}
		return groups
	}
	history, err := rules.NewHistory(rules.Successions{{From: "二中", To: "一中", On: quantity.DateOf(2025, 8, 1)}},
		pass(2024, pair{"一中", "硕士"}, pair{"二中", "本科"}), pass(2025, pair{"一中", "硕士"}, pair{"一中", "硕士"}))
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, row := range history.Board(plan.SeniorMaster) {
		fmt.Println(row.Name, row.Results[0].Value, row.Results[1].Value)
	}
	// Output:
	// 一中 50.00% 100.00%
}
