package rules_test

import (
	"fmt"
	"time"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/enrolment"
	"github.com/eduplan/tonghua/indicators/pupil"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/indicators/school"
	"github.com/eduplan/tonghua/indicators/teacher"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules"
	"github.com/eduplan/tonghua/rules/tonghua"
)

// endOf2024 is the date that the data of the examples describe.
var endOf2024 = quantity.DateOf(2024, time.December, 31)

// A target of the population. The 12 % stand in the plan alone.
func ExampleNewShare() {
	masters, err := rules.NewShare(plan.Tonghua(), plan.SeniorMaster, indicators.Share[teacher.Record]{
		Among:   teacher.Stage.Is(indicators.SeniorHigh),
		Counted: teacher.Education.AtLeast(indicators.Master),
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	r, err := masters.Evaluate(endOf2024,
		teacher.Record{Stage: indicators.SeniorHigh, Education: indicators.Master},
		teacher.Record{Stage: indicators.SeniorHigh, Education: indicators.Bachelor},
		teacher.Record{Stage: indicators.Primary, Education: indicators.College})
	fmt.Println(r.Verdict(bilingual.English), err)
	fmt.Println(r.Measured(bilingual.English))
	fmt.Println(r.Threshold)
	// Output:
	// met <nil>
	// 1 of 2 = 50.00 %
	// at least 12 %
}

// A duty on each record, which alone can check one and stream findings.
func ExampleNewDuty() {
	trained, err := rules.NewDuty(plan.Tonghua(), plan.TeacherTrainingHours, indicators.Duty[teacher.Record]{
		Must: teacher.TrainingHours.AtLeast(indicators.Each),
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(trained.Statement().Each)
	fmt.Println(trained.Check(endOf2024, teacher.Record{TrainingHours: quantity.WholeHours(300)}).Outcome)
	// Output:
	// at least 360 hours
	// not-met
}

// A ratio of reported figures.
func ExampleNewRatio() {
	gross, err := rules.NewRatio(plan.Tonghua(), plan.SeniorGrossEnrolment, indicators.Ratio[enrolment.Record]{
		Among: enrolment.Level.Is(indicators.SeniorSecondary),
		Of:    indicators.SumOf(enrolment.Enrolled),
		Per:   indicators.SumOf(enrolment.OfficialAge),
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	r, err := gross.Evaluate(endOf2024, enrolment.Record{
		Level: indicators.SeniorSecondary, Enrolled: quantity.N(41230), OfficialAge: quantity.N(43600)})
	fmt.Println(r.Verdict(bilingual.Chinese), err)
	fmt.Println(r.Measured(bilingual.English))
	// Output:
	// 尚未达到 <nil>
	// 41,230 / 43,600 = 94.56 %
}

// Schools of a county shall not differ too much: the schools are the groups of a pass.
func ExampleNewDifference() {
	p := edition(says("even", population(plan.AtMost, quantity.MustAmount(1, 2, quantity.Coefficient)), func(s *plan.Statement) { s.Bearer = plan.County }))
	even, err := rules.NewDifference(p, "even", indicators.Difference[enrolment.Record]{
		Of:  indicators.SumOf(enrolment.Enrolled),
		Per: indicators.SumOf(enrolment.OfficialAge),
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	panel := rules.MustPanel((*unitRow).record, even).For(plan.County).GroupsAre(plan.School)
	groups, err := rules.EvaluateBy(panel, endOf2024, []unitRow{{"", "First", 40, 1000}, {"", "Second", 200, 1000}}, func(s *unitRow) string { return s.school })
	if err != nil {
		fmt.Println(err)
		return
	}
	r := groups.Total().Rules[0]
	fmt.Println(r.Outcome, r.Measured(bilingual.English))
	for _, line := range r.Difference.Far(bilingual.English) {
		fmt.Println(line)
	}
	// Output:
	// not-met coefficient of difference 0.6667 (2 units)
	// First: 40 pupils, 1,000 persons, below the mean, weighs 50.00%; 27 pupils more would do, all others unchanged
	// Second: 200 pupils, 1,000 persons, above the mean, weighs 50.00%
}

// A number of things that there shall be.
func ExampleNewCount() {
	football, err := rules.NewCount(plan.Tonghua(), plan.FootballSchools, indicators.Count[school.Record]{
		Counted: school.Football.AtLeast(indicators.CityTier),
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	r, err := football.Evaluate(endOf2024, school.Record{Football: indicators.CityTier}, school.Record{Football: indicators.NoTier}, school.Record{})
	fmt.Println(r.Measured(bilingual.English), err)
	// Output:
	// 1 school to 2 schools <nil>
}

// A statement that can be understood in several ways: the first decides, and one
// that needs what the record does not hold is named and not computed.
func ExampleReading() {
	masters := func(among indicators.Condition[teacher.Record]) indicators.Share[teacher.Record] {
		return indicators.Share[teacher.Record]{Among: among, Counted: teacher.Education.AtLeast(indicators.Master)}
	}
	senior := teacher.Stage.Is(indicators.SeniorHigh)
	rule := rules.MustShare(plan.Tonghua(), plan.SeniorMaster, masters(senior), rules.Reading[teacher.Record]{
		Key:       "full-time",
		Indicator: masters(indicators.And(senior, teacher.FullTime.Is(indicators.Yes))),
	})
	r, err := rule.Evaluate(endOf2024,
		teacher.Record{Stage: indicators.SeniorHigh, Education: indicators.Master, FullTime: indicators.No},
		teacher.Record{Stage: indicators.SeniorHigh, Education: indicators.Bachelor, FullTime: indicators.Yes})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, reading := range r.Readings {
		fmt.Println(reading.Key, reading.Decides, reading.Outcome, reading.Value.In(bilingual.English, quantity.Down))
	}
	// Output:
	// all-teachers true met 50.00 %
	// full-time false not-met 0.00 %
	// degree-counts false undetermined –
}

// One figure.
func ExampleMeasure_Evaluate() {
	r, err := tonghua.SeniorGrossEnrolment.Evaluate(endOf2024, enrolment.Record{
		Level: indicators.SeniorSecondary, Enrolled: quantity.N(40000), OfficialAge: quantity.N(43600)})
	fmt.Println(r.Outcome, r.Reason, r.Due, err)
	fmt.Println(r.Short(bilingual.Chinese))
	// Output:
	// not-met below-threshold open <nil>
	// 还需再招收1420名高中阶段学生
}

// A ratio that a bulletin prints without the figures that it is made from.
func ExampleMeasure_Reported() {
	printed, err := quantity.ParseAmount("94.2", quantity.Percent)
	if err != nil {
		fmt.Println(err)
		return
	}
	r, err := tonghua.SeniorGrossEnrolment.Reported(endOf2024, printed)
	fmt.Println(r.Verdict(bilingual.English), "at", r.Measured(bilingual.English), err)
	// Output:
	// not yet met at 94.2 % (reported) <nil>
}

// One record, in a unit test or at a form's submit button.
func ExampleDuty_Check() {
	f := tonghua.FitnessCertificate.Check(endOf2024, pupil.Record{
		FinalGrade: indicators.Yes, Fitness: indicators.FitnessFailed, PEExempt: indicators.No, Certificate: indicators.Yes})
	fmt.Println(f.Outcome, f.Due, f.Breach())
	// Output:
	// not-met standing true
}

// What a caller's software must hold for a rule to be answered.
func ExampleMeasure_Needs() {
	for _, n := range tonghua.SeniorGrossEnrolment.Needs() {
		fmt.Println(n.Use, n.Field, n.Unit)
	}
	// Output:
	// scope level none
	// amount enrolled pupil
	// amount official_age person
}

// Another edition of the plan: the same rules, its own figures.
func ExampleSet_Under() {
	draft := func(edition string, n uint64) *plan.Plan {
		return plan.MustNew(plan.Document{
			Edition: edition, Name: bilingual.Text{ZH: "草案", EN: "draft"},
			First: quantity.DateOf(2026, time.January, 1), Last: quantity.DateOf(2030, time.December, 31),
			Clauses: []plan.Clause{{Place: "一", Kind: plan.Part, Citation: "Part 1", Title: bilingual.Text{ZH: "教师", EN: "teachers"}}},
			Statements: []plan.Statement{{
				ID: "masters", Places: []plan.Place{"一"}, Kind: plan.Target, Modality: plan.Must, Evaluable: plan.InFull, Bearer: plan.City,
				Name: bilingual.Text{ZH: "硕士占比", EN: "share of masters"}, Summary: bilingual.Text{ZH: "草案", EN: "draft"},
				Population: plan.Threshold{Comparator: plan.AtLeast, Amount: quantity.MustAmount(n, 100, quantity.Percent), Origin: plan.Origin{Basis: plan.Stated}},
				Deadline:   plan.Deadline{Kind: plan.Standing},
			}},
		})
	}
	first := rules.Set[teacher.Record]{rules.MustShare(draft("first", 40), "masters", indicators.Share[teacher.Record]{
		Counted: teacher.Education.AtLeast(indicators.Master)})}
	second, err := first.Under(draft("second", 60))
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, set := range []rules.Set[teacher.Record]{first, second} {
		r, err := set[0].Evaluate(quantity.DateOf(2027, time.May, 1), teacher.Record{Education: indicators.Master}, teacher.Record{Education: indicators.College})
		fmt.Println(r.Edition, r.Threshold, r.Outcome, err)
	}
	// Output:
	// first at least 40 % met <nil>
	// second at least 60 % not-met <nil>
}

// Rules of several subjects in one list, in the order of the plan.
func ExampleViews() {
	for _, v := range rules.Views(tonghua.Classes(), tonghua.Attainments()) {
		fmt.Println(v.SubjectKey(), v.ID(), v.Form().In(bilingual.English))
	}
	// Output:
	// attainment mean-years-schooling ratio
	// class no-overload duty on each record
	// class pe-hours duty on each record
	// class oversized-classes duty on each record
	// class senior-size-limits duty on each record
	// class ethnic-small-classes duty on each record
}

// A report of 2026 looks at data of 2024: they are older than the deadline that
// has passed, and decide nothing any more.
func ExampleResult_SeenOn() {
	r, err := tonghua.SeniorGrossEnrolment.Evaluate(endOf2024, enrolment.Record{
		Level: indicators.SeniorSecondary, Enrolled: quantity.N(40000), OfficialAge: quantity.N(43600)})
	if err != nil {
		fmt.Println(err)
		return
	}
	later := r.SeenOn(quantity.DateOf(2026, time.March, 1))
	fmt.Println(r.Verdict(bilingual.English))
	fmt.Println(later.Verdict(bilingual.English), later.AsOf, later.Breach())
	// Output:
	// not yet met
	// undetermined (the data are older than the deadline) 2024-12-31 false
}
