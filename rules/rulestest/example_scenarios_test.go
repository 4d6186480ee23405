package rulestest_test

import (
	"fmt"
	"testing"
	"testing/fstest"

	"github.com/eduplan/tonghua/rules/rulestest"
	"github.com/eduplan/tonghua/rules/tonghua"
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
