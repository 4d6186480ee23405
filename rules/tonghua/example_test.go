package tonghua_test

import (
	"fmt"
	"slices"
	"time"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/attainment"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/enrolment"
	"github.com/eduplan/tonghua/indicators/honours"
	"github.com/eduplan/tonghua/indicators/pupil"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/indicators/teacher"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules"
	"github.com/eduplan/tonghua/rules/tonghua"
)

// May the school print this pupil's certificate?
func Example_fitnessCertificate() {
	graduation := quantity.DateOf(2024, time.June, 30)
	lin := pupil.Record{
		FinalGrade:  indicators.Yes,
		Fitness:     indicators.FitnessFailed,
		PEExempt:    indicators.No,
		Certificate: indicators.Yes, // what the form is about to submit
	}
	f := tonghua.FitnessCertificate.Check(graduation, lin)
	fmt.Println(f.Outcome, f.Breach())
	fmt.Println(f.Text(bilingual.English))

	lin.PEExempt = indicators.Yes
	f = tonghua.FitnessCertificate.Check(graduation, lin)
	fmt.Println(f.Outcome, f.Breach())
	// Output:
	// not-met true
	// Fitness pass as a condition for graduation: not met, breach; in the final grade: yes, fitness grade: fail, exempt from physical education: no, graduation certificate issued: yes; required: no pupil in the last grade of a stage who is below the fitness pass standard is given a graduation certificate, pupils exempt from physical education excepted (Part 3, section 1, paragraph 3; standing)
	// not-applicable false
}

// Does our promotion job honour the ethics veto?
func Example_ethicsVeto() {
	on := quantity.DateOf(2024, time.September, 10)
	promoted := func(problem string) honours.Record {
		return honours.Record{
			Kind:          indicators.Promotion,
			EthicsProblem: indicators.ParseAnswer(problem),
			Granted:       indicators.Yes,
		}
	}
	for _, problem := range []string{"有", "无", ""} {
		f := tonghua.EthicsVeto.Check(on, promoted(problem))
		fmt.Printf("%q: %s, breach: %t\n", problem, f.Outcome, f.Breach())
	}
	// Output:
	// "有": not-met, breach: true
	// "无": not-applicable, breach: false
	// "": undetermined, breach: false
}

func Example_seniorGrossEnrolment() {
	r, err := tonghua.SeniorGrossEnrolment.Evaluate(quantity.DateOf(2023, time.September, 1), enrolment.Record{
		Level:       indicators.SeniorSecondary, // vocational and adult schools included
		Enrolled:    quantity.N(27_700),
		OfficialAge: quantity.N(29_300),
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(r.Verdict(bilingual.English))
	fmt.Println(r.Measured(bilingual.English))
	fmt.Println(r.Short(bilingual.English))
	fmt.Println(r.Citation.EN)
	// Output:
	// not yet met
	// 27,700 / 29,300 = 94.53 %
	// 135 more senior secondary pupils to enrol
	// Part 2, section 3, paragraph 2
}

// The census knows people aged 3 and over; the plan speaks of those aged 16 to
// 59. The result shows what the census gives and leaves the target open.
func Example_meanYearsSchooling() {
	tonghuaCity := attainment.Record{
		AgeFrom:     quantity.N(3), // no upper end
		NoSchooling: quantity.N(25_927),
		Preschool:   quantity.N(7_753),
		Primary:     quantity.N(437_765),
		JuniorHigh:  quantity.N(706_021),
		SeniorHigh:  quantity.N(326_466),
		College:     quantity.N(123_180),
		BachelorUp:  quantity.N(114_194),
	}
	r, err := tonghua.MeanYearsSchooling.Evaluate(quantity.DateOf(2021, time.January, 1), tonghuaCity)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(r.Verdict(bilingual.English))
	for _, o := range r.Readings {
		if o.Value.Defined() {
			fmt.Printf("%s: %s, %s\n", o.Name.EN, o.Value.In(bilingual.English, quantity.Down), o.Outcome)
		}
	}
	// Output:
	// undetermined (figures of another population only)
	// for ages 3 and over, as the census yearbook counts: 9.58 years, not-met
}

// staffMember is a row as a school's software keeps it.
type staffMember struct {
	Name       string
	Department string
	Degree     string
	Hours      *float64
}

// All rules over teachers in one pass over the software's own rows, with a
// line for each teacher who falls short of a duty.
func ExampleTeachers() {
	hours := func(h float64) *float64 { return &h }
	rows := []staffMember{
		{"王", "高中", "硕士研究生", hours(372)},
		{"李", "高中", "本科", hours(359.5)},
		{"张", "高中", "本科", nil},
		{"赵", "食堂", "", nil},
	}
	panel, err := rules.NewPanel(func(s *staffMember, t *teacher.Record) {
		if s.Department == "食堂" {
			t.Skip() // a cook is no teacher
			return
		}
		t.Stage = indicators.ParseStage(s.Department)
		t.Education = indicators.ParseEducation(s.Degree)
		if s.Hours != nil {
			t.TrainingHours = quantity.HoursOf(*s.Hours)
		}
	}, tonghua.Teachers()...)
	if err != nil {
		fmt.Println(err)
		return
	}
	panel = panel.OnFinding(func(_ int64, s *staffMember, f *rules.Finding[teacher.Record]) bool {
		fmt.Printf("%s: %s, %s hours in the cycle\n", s.Name, f.Statement(), f.Record.TrainingHours)
		return true
	})
	results, err := panel.Evaluate(quantity.DateOf(2025, time.December, 31), rows)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(results.Read, "read,", results.Skipped, "skipped")
	for _, id := range []plan.ID{plan.TeacherTrainingHours, plan.SeniorMaster, plan.PrimaryCollege, plan.DigitalTrainingHours} {
		r, _ := results.Of(id)
		fmt.Printf("%s: %s\n", id, r.Verdict(bilingual.English))
	}
	// Output:
	// 李: teacher-training-hours, 359.5 hours in the cycle
	// 4 read, 1 skipped
	// teacher-training-hours: not yet met
	// senior-master: met
	// primary-college: not applicable (nothing in scope)
	// digital-training-hours: undetermined (data are missing)
}

// What if the bureau asked for 20 % instead of 12?
func ExampleTeachers_amendedEdition() {
	p := plan.Tonghua()
	first, last := p.Period()
	d := plan.Document{Edition: "what-if", Name: p.Name(), First: first, Last: last, Clauses: slices.Collect(p.Clauses())}
	for s := range p.All() {
		d.Statements = append(d.Statements, *s)
	}
	i := slices.IndexFunc(d.Statements, func(s plan.Statement) bool { return s.ID == plan.SeniorMaster })
	d.Statements[i].Population.Amount = quantity.MustAmount(20, 100, quantity.Percent)
	amended, err := plan.New(d)
	if err != nil {
		fmt.Println(err)
		return
	}
	whatIf, err := tonghua.Teachers().Under(amended)
	if err != nil {
		fmt.Println(err)
		return
	}

	staff := times(12, teacher.Record{Stage: indicators.SeniorHigh, Education: indicators.Master})
	staff = append(staff, times(88, teacher.Record{Stage: indicators.SeniorHigh, Education: indicators.Bachelor})...)
	for _, set := range []rules.Set[teacher.Record]{tonghua.Teachers(), whatIf} {
		for _, rule := range set {
			if rule.ID() == plan.SeniorMaster {
				r, _ := rule.Evaluate(quantity.DateOf(2025, time.September, 1), staff...)
				fmt.Printf("%s: %s, %s: %s\n", r.Edition, r.Measured(bilingual.English), r.Threshold, r.Outcome)
			}
		}
	}
	// Output:
	// tonghua-2021-2025: 12 of 100 = 12.00 %, at least 12 %: met
	// what-if: 12 of 100 = 12.00 %, at least 20 %: not-met
}
