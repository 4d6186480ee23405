package rulestest_test

import (
	"fmt"
	"testing"
	"testing/fstest"

	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/rules"
	"github.com/eduplan/tonghua/rules/rulestest"
	"github.com/eduplan/tonghua/rules/tonghua"
	"github.com/eduplan/tonghua/rules/verdict"
)

// A directory of scenario files is one line in a test.
func ExampleRunScenarios() {
	_ = func(t *testing.T) {
		rulestest.RunScenarios(t, fstest.MapFS{}, tonghua.All()) // or os.DirFS("testdata/scenarios")
	}
}

// Tools read scenarios without a test. What is wrong says where, and what was meant.
func ExampleReadScenarios() {
	dir := fstest.MapFS{"cases.csv": {Data: []byte("名称,日期,规则,记录数,任教学段,学历,预期,数值,差距\n" +
		"硕士占11.99%，差一人,2025-12-31,senior-master,1199,普通高中,硕士研究生,未达到,1199/10000,1\n" +
		"硕士占11.99%，差一人,,,8801,普通高中,本科,,,\n" +
		"规则写错,2025-12-31,senior-mster,,,,达到,,\n")}}
	scenarios, err := rulestest.ReadScenarios(dir, tonghua.All())
	fmt.Println(err)
	for _, s := range scenarios {
		fmt.Println(s.Place(), s.Name, s.Check(tonghua.SeniorMaster))
	}
	// Output:
	// cases.csv:4: column 规则: no rule "senior-mster"; perhaps "senior-master" is meant
	// cases.csv:2 硕士占11.99%，差一人 <nil>
}

// ministry judges one rule by other software: here, who is a master is counted
// by hand, and everybody in the rows is taken for a senior-high teacher.
type ministry struct{ rules.View }

func (m ministry) EvaluateParsed(_ quantity.Date, rows rules.ParsedRows) (verdict.Result, error) {
	var masters, all int64
	for _, row := range rows.Texts() {
		all += row.Records
		if row.Fields["education"] == "master" {
			masters += row.Records
		}
	}
	if 100*masters >= 12*all {
		return verdict.Result{Outcome: verdict.Met}, nil
	}
	return verdict.Result{Outcome: verdict.NotMet}, nil
}

// Other software is run on the same scenarios.
func ExampleScenario_Check() {
	dir := fstest.MapFS{"cases.csv": {Data: []byte("name,as_of,rule,records,stage,education,expect\n" +
		"12 % are enough,2025-12-31,senior-master,12,senior-high,master,met\n" +
		"12 % are enough,,,88,senior-high,bachelor,\n" +
		"other stages do not count,2025-12-31,senior-master,1,senior-high,master,met\n" +
		"other stages do not count,,,99,primary,bachelor,\n")}}
	scenarios, err := rulestest.ReadScenarios(dir, tonghua.All())
	fmt.Println(len(scenarios), err)
	for _, s := range scenarios {
		fmt.Println(s.Name, s.Check(tonghua.SeniorMaster) == nil, s.Check(ministry{tonghua.SeniorMaster}) == nil)
	}
	// Output:
	// 2 <nil>
	// 12 % are enough true true
	// other stages do not count true false
}
