package rulestest_test

import (
	"fmt"
	"testing"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/indicators/teacher"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules"
	"github.com/eduplan/tonghua/rules/rulestest"
	"github.com/eduplan/tonghua/rules/tonghua"
	"github.com/eduplan/tonghua/rules/verdict"
)

// printer prints what a test would: in your own code it is the test's t.
type printer struct{ testing.TB }

func (printer) Helper()                           {}
func (printer) Errorf(format string, args ...any) { fmt.Printf(format+"\n", args...) }

var t printer

// A claim that holds is silent; one that does not prints the explanation.
func ExampleThatRule() {
	asOf := quantity.DateOf(2025, 12, 31)
	trained := teacher.Record{Stage: indicators.Primary, CurrentRoundTrained: indicators.Yes}
	untrained := teacher.Record{Stage: indicators.Primary, CurrentRoundTrained: indicators.No}
	rulestest.ThatRule(t, tonghua.FullStaffTraining, asOf, trained, trained).IsMet().HasValue("2/2").IsNoBreach()
	rulestest.ThatRule(t, tonghua.FullStaffTraining, asOf, trained, untrained).IsNotMet().IsShort("2")
	// Output:
	// full-staff-training: shortfall: want 2, got 1
	// 	新一轮教师全员培训：尚未达到；1/2=50.00%；要求：中小学、幼儿园教师全部参加新一轮培训（三（十）第3段；100%：按惯例；2025年12月31日前，文中未定期限，按规划期末）；还需培训1名教师；数据截至2025年12月31日，记录2条，适用2条；2条中至少有1条与实际相反，结论才会改变
	// 	New round of training for all teachers: not yet met; 1 of 2 = 50.00 %; required: all teachers of primary schools, secondary schools and kindergartens take part in the new round of training (Part 3, section 10, paragraph 3; 100 %: by convention; by 31 December 2025, no date in the text, end of the plan); 1 more teacher to be trained; data of 31 December 2025, 2 records read, 2 in scope; stands unless 1 of 2 records is wrong
}

func ExampleThat() {
	r, _ := tonghua.SeniorGrossEnrolment.Reported(quantity.DateOf(2025, 12, 31), quantity.MustAmount(96, 100, quantity.Percent))
	rulestest.That(t, r).IsMet().IsDue(verdict.Open)
	// Output:
}

func ExampleThatIn() {
	staff := rules.MustPanel(func(a, b *teacher.Record) { *b = *a }, tonghua.Teachers()...)
	results, _ := staff.Evaluate(quantity.DateOf(2025, 12, 31), []teacher.Record{{TrainingHours: quantity.WholeHours(400)}})
	rulestest.ThatIn(t, results, plan.TeacherTrainingHours).IsMet()
	rulestest.ThatIn(t, results, plan.FitnessCertificate).IsMet()
	// Output: there is no result of fitness-certificate
}

func ExampleThatRecord() {
	short := teacher.Record{TrainingHours: quantity.WholeHours(359)}
	rulestest.ThatRecord(t, tonghua.TeacherTrainingHours, quantity.DateOf(2026, 1, 1), short).IsNotMet().IsBreach()
	rulestest.ThatRecord(t, tonghua.TeacherTrainingHours, quantity.DateOf(2026, 1, 1), teacher.Record{}).IsUndetermined(verdict.MissingData)
	// Output:
}

func ExampleThatFinding() {
	staff := rules.MustPanel(func(a, b *teacher.Record) { *b = *a }, tonghua.TeacherTrainingHours).
		OnFinding(func(row int64, _ *teacher.Record, f *rules.Finding[teacher.Record]) bool {
			fmt.Println("row", row)
			rulestest.ThatFinding(t, f).IsNotMet()
			return true
		})
	_, _ = staff.Evaluate(quantity.DateOf(2025, 12, 31), []teacher.Record{{TrainingHours: quantity.WholeHours(400)}, {TrainingHours: quantity.WholeHours(1)}})
	// Output: row 1
}

// Every case is an input with the outcome that it must have.
func ExampleBoundaries() {
	cases, err := rulestest.Boundaries(tonghua.TeacherTrainingHours)
	for _, c := range cases[4:9] {
		fmt.Println(c.Name.EN)
	}
	fmt.Println(cases[6].Name.ZH, cases[6].Check(tonghua.TeacherTrainingHours), err)
	// Output:
	// year of appointment unknown: not met
	// year of appointment invalid: unreadable: not met
	// training hours in the cycle 359.99 hours, one step below 360 hours: not met
	// training hours in the cycle 360 hours, exactly the figure: met
	// training hours in the cycle 360.01 hours, one step above 360 hours: met
	// 本周期培训学时359.99学时，比360学时少一步：未达到 <nil> <nil>
}

// A mapping that is wrong is told what it does wrong.
func ExampleCheckMapping() {
	type row struct{ Degree string } // the caller's own struct
	to := func(r teacher.Record) row { return row{r.Education.In(bilingual.Chinese)} }
	back := func(s *row, t *teacher.Record) {
		t.Education = indicators.ParseEducation(s.Degree)
		if s.Degree == "大专" {
			t.Education = indicators.Bachelor // "it is all college, is it not"
		}
	}
	fmt.Println(rulestest.CheckMapping(to, back, onlyEducation()))
	// Output:
	// the mapping turns level of education (education) from junior college into bachelor: bachelors (Part 1) then says "met" where "not met" is right
	// 	映射把学历（education）从大专变成本科：bachelors（一）因此判为达到，应为未达到
}

// onlyEducation is a rule over teachers that reads their education alone.
func onlyEducation() rules.Rule[teacher.Record] {
	p := saying(func(s *plan.Statement) { s.ID = "bachelors" })
	return rules.MustShare(p, "bachelors", indicators.Share[teacher.Record]{Counted: teacher.Education.AtLeast(indicators.Bachelor)})
}

// Code that takes its rules as a value is run against mutants of them.
func ExampleMutate() {
	set := rules.Set[teacher.Record]{tonghua.TeacherTrainingHours}
	tests := func(set rules.Set[teacher.Record]) error { // the unit tests of some job
		for hours, want := range map[float64]verdict.Outcome{400: verdict.Met, 100: verdict.NotMet} {
			r, err := set[0].Evaluate(quantity.DateOf(2025, 12, 31), teacher.Record{TrainingHours: quantity.HoursOf(hours)})
			if err != nil || r.Outcome != want {
				return fmt.Errorf("%v hours: %s", hours, r.Outcome)
			}
		}
		return nil
	}
	score, err := rulestest.Mutate(set, tests)
	fmt.Println(score.Killed, "of", score.Mutants, err)
	fmt.Println(score.Survivors[1].Text(bilingual.English))
	// Output:
	// 0 of 12 <nil>
	// teacher-training-hours (Part 3, section 10, paragraph 3): threshold on each record 359.99 hours instead of 360 hours [teacher-training-hours/each-down]; this case would notice: training hours in the cycle 359.99 hours, one step below 360 hours: not met [2025-12-31; 1 × map[appointed_year:0 training_hours:359.99]]
}

// Rules of your own are held to the laws that all rules keep.
func ExampleConform() {
	fmt.Println(rulestest.Conform(tonghua.Honours()...))
	// Output: <nil>
}

func ExampleConformPlan() {
	err := rulestest.ConformPlan(saying(func(s *plan.Statement) { s.Summary.EN = "校车" }))
	fmt.Println(err)
	// Output: buses: every text is there in Chinese and in English: summary of the statement: the English text "校车" has Chinese characters
}
