package rules_test

import (
	"database/sql"
	"errors"
	"fmt"
	"slices"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/indicators/teacher"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules"
	"github.com/eduplan/tonghua/rules/tonghua"
	"github.com/eduplan/tonghua/rules/verdict"
)

// Employee is a row as a school's software keeps it.
type Employee struct {
	Name, County, Department, Degree string
	Hours                            float64
}

var departments = map[string]indicators.Stage{"小学部": indicators.Primary, "高中部": indicators.SeniorHigh}

// asTeacher maps a row once, for however many rules.
func asTeacher(e *Employee, t *teacher.Record) {
	if e.Department == "后勤" {
		t.Skip() // no teacher at all
	}
	t.Stage = departments[e.Department]
	t.Education = indicators.ParseEducation(e.Degree)
	t.TrainingHours = quantity.HoursOf(e.Hours)
}

var employees = []Employee{
	{"张", "东昌区", "高中部", "硕士", 400},
	{"李", "东昌区", "高中部", "本科", 300},
	{"王", "集安市", "小学部", "大专", 360},
	{"赵", "集安市", "小学部", "博导", 380},
	{"孙", "东昌区", "后勤", "", 0},
}

func staffPanel() *rules.Panel[Employee, teacher.Record] {
	return rules.MustPanel(asTeacher, tonghua.SeniorMaster, tonghua.PrimaryCollege, tonghua.TeacherTrainingHours)
}

// Many rules, one pass over a caller's own rows.
func ExampleNewPanel() {
	panel, err := rules.NewPanel(asTeacher, tonghua.Teachers()...)
	if err != nil {
		fmt.Println(err)
		return
	}
	results, err := panel.Evaluate(endOf2024, employees)
	fmt.Println(len(results.Rules) > 10, results.Read, results.Skipped, err)
	// Output:
	// true 5 1 <nil>
}

func ExamplePanel_Evaluate() {
	results, err := staffPanel().Evaluate(endOf2024, employees)
	for _, r := range results.Rules {
		fmt.Printf("%s: %s, %s\n", r.Statement, r.Verdict(bilingual.English), r.Measured(bilingual.English))
	}
	fmt.Println(err)
	// Output:
	// senior-master: met, 1 of 2 = 50.00 %
	// primary-college: undetermined (data are invalid), 50.00 % to 100.00 %
	// teacher-training-hours: not yet met, 3 of 4 = 75.00 %
	// <nil>
}

// A source that can fail, such as the rows of a database. Its first error ends
// the pass, and no verdict is given.
func ExamplePanel_EvaluateSeq2() {
	source := func(yield func(Employee, error) bool) {
		for _, e := range employees[:2] {
			if !yield(e, nil) {
				return
			}
		}
		yield(Employee{}, errors.New("connection lost"))
	}
	results, err := staffPanel().EvaluateSeq2(endOf2024, source)
	fmt.Println(len(results.Rules), err)
	// Output:
	// 0 count: reading row 3: connection lost
}

func ExamplePanel_EvaluateSeq() {
	results, err := staffPanel().EvaluateSeq(endOf2024, slices.Values(employees))
	fmt.Println(results.Read, err)
	// Output:
	// 5 <nil>
}

// The same pass, split by county.
func ExampleEvaluateBy() {
	counties, err := rules.EvaluateBy(staffPanel(), endOf2024, employees, func(e *Employee) string { return e.County })
	if err != nil {
		fmt.Println(err)
		return
	}
	for county, results := range counties.All() {
		trained, _ := results.Of(plan.TeacherTrainingHours)
		fmt.Println(county, trained.Measured(bilingual.English))
	}
	trained, _ := counties.Total().Of(plan.TeacherTrainingHours)
	fmt.Println("all", trained.Measured(bilingual.English))
	// Output:
	// 东昌区 1 of 2 = 50.00 %
	// 集安市 2 of 2 = 100.00 %
	// all 3 of 4 = 75.00 %
}

// A county that has sent nothing is there all the same, and a county that has
// sent a part cannot pass on it.
func ExampleGroups_Expect() {
	counties, err := rules.EvaluateBy(staffPanel(), endOf2024, employees, func(e *Employee) string { return e.County })
	if err != nil {
		fmt.Println(err)
		return
	}
	counties.Expect("集安市", 3)
	counties.Expect("柳河县", 2)
	for county, results := range counties.All() {
		trained, _ := results.Of(plan.TeacherTrainingHours)
		fmt.Println(county, trained.Verdict(bilingual.English), trained.Records.Absent)
	}
	// Output:
	// 东昌区 not yet met 0
	// 集安市 undetermined (records are absent) 1
	// 柳河县 undetermined (records are absent) 2
}

// Each breach of a duty, with the caller's own row. None is kept, so that
// memory does not grow with their number.
func ExamplePanel_OnFinding() {
	panel := staffPanel().OnFinding(func(row int64, e *Employee, f *rules.Finding[teacher.Record]) bool {
		fmt.Println(row, e.Name, f.Statement(), f.Record.TrainingHours)
		return true // false stops the pass
	})
	_, err := panel.Evaluate(endOf2024, employees)
	fmt.Println(err)
	// Output:
	// 1 李 teacher-training-hours 300
	// <nil>
}

// Each field that cannot be, with the caller's own row, which has the text.
func ExamplePanel_OnFault() {
	panel := staffPanel().OnFault(func(e *Employee, f verdict.Fault) {
		fmt.Println(f.Text(bilingual.English), e.Degree)
		fmt.Println(f.Text(bilingual.Chinese), e.Degree)
	})
	_, err := panel.Evaluate(endOf2024, employees)
	fmt.Println(err)
	// Output:
	// row 4: level of education: not in the field's list 博导
	// 第4行：学历不在代码表内 博导
	// <nil>
}

// A partial export cannot pass.
func ExamplePanel_Expecting() {
	for _, expected := range []int64{5, 100} {
		results, err := staffPanel().Expecting(expected).Evaluate(endOf2024, employees)
		masters, _ := results.Of(plan.SeniorMaster)
		fmt.Println(masters.Verdict(bilingual.English), masters.Records.Absent, err)
	}
	// Output:
	// met 0 <nil>
	// undetermined (records are absent) 95 <nil>
}

// A pass that is fed row by row and asked at any time.
func ExamplePanel_Start() {
	pass, err := staffPanel().Start(endOf2024)
	if err != nil {
		fmt.Println(err)
		return
	}
	for i := range employees {
		if err := pass.Add(&employees[i]); err != nil {
			fmt.Println(err)
			return
		}
		if trained, ok := pass.Results().Of(plan.TeacherTrainingHours); ok {
			fmt.Println(trained.Measured(bilingual.English))
		}
	}
	// Output:
	// 1 of 1 = 100.00 %
	// 1 of 2 = 50.00 %
	// 2 of 3 = 66.66 %
	// 3 of 4 = 75.00 %
	// 3 of 4 = 75.00 %
}

func ExampleResults_Of() {
	results, err := staffPanel().Evaluate(endOf2024, employees)
	if err != nil {
		fmt.Println(err)
		return
	}
	r, asked := results.Of(plan.SeniorMaster)
	fmt.Println(r.Outcome, asked)
	_, asked = results.Of(plan.JuniorBachelor)
	fmt.Println(asked)
	// Output:
	// met true
	// false
}

// Rows that are pointers need one more step in the mapping.
func ExampleNewPanel_pointers() {
	rows := []*Employee{&employees[0], &employees[1]}
	panel, err := rules.NewPanel(func(e **Employee, t *teacher.Record) { asTeacher(*e, t) }, tonghua.SeniorMaster)
	if err != nil {
		fmt.Println(err)
		return
	}
	results, err := panel.Evaluate(endOf2024, rows)
	fmt.Println(results.Rules[0].Measured(bilingual.English), err)
	// Output:
	// 1 of 2 = 50.00 % <nil>
}

// A column that may be null takes one line: what is null is unknown, not nought.
func ExampleNewPanel_nullable() {
	type row struct{ Hours sql.NullFloat64 }
	panel, err := rules.NewPanel(func(r *row, t *teacher.Record) {
		t.TrainingHours = quantity.HoursOf(r.Hours.Float64).If(r.Hours.Valid)
	}, tonghua.TeacherTrainingHours)
	if err != nil {
		fmt.Println(err)
		return
	}
	results, err := panel.Evaluate(endOf2024, []row{{sql.NullFloat64{Float64: 400, Valid: true}}, {}})
	fmt.Println(results.Rules[0].Measured(bilingual.English), err)
	// Output:
	// 50.00 % to 100.00 % <nil>
}
