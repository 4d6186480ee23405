package rules_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/enrolment"
	"github.com/eduplan/tonghua/indicators/pupil"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/indicators/teacher"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules"
	"github.com/eduplan/tonghua/rules/tonghua"
	"github.com/eduplan/tonghua/rules/verdict"
)

const benchmarkRows = 1_000_000

var asOf = quantity.DateOf(2025, time.December, 31)

// twelve are the rules that the two hand-written loops compute as well.
func twelve() rules.Set[teacher.Record] {
	return rules.Set[teacher.Record]{tonghua.BackboneProvince, tonghua.BackboneCity, tonghua.BackboneCounty,
		tonghua.DualQualifiedSpecialist, tonghua.TeacherTrainingHours, tonghua.DigitalTrainingHours, tonghua.DigitalTrainingPractice,
		tonghua.PrimaryCollege, tonghua.JuniorBachelor, tonghua.SeniorMaster, tonghua.DualQualifiedFulltime, tonghua.RealnameTeachers}
}

func byCounty(s *staff) string { return s.County }

func byHundred(s *staff) int64 { return s.ID % 100 }

// plain is the loop that a good developer writes by hand: an if per rule, and
// counters per group.
type plain struct {
	scope, counted, unknown [12]int64
}

func (p *plain) tell(rule int, in, known, yes bool) {
	if !in {
		return
	}
	p.scope[rule]++
	if !known {
		p.unknown[rule]++
	} else if yes {
		p.counted[rule]++
	}
}

func plainLoop(rows []staff) map[string]*plain {
	groups := map[string]*plain{}
	for i := range rows {
		s := &rows[i]
		g := groups[s.County]
		if g == nil {
			g = &plain{}
			groups[s.County] = g
		}
		general := s.Stage >= 1 && s.Stage <= 3
		bound := general && s.Appointed > 0 && s.Appointed <= 2022
		g.tell(0, general, s.Backbone != 0, s.Backbone == 4)
		g.tell(1, general, s.Backbone != 0, s.Backbone == 3)
		g.tell(2, general, s.Backbone != 0, s.Backbone == 2)
		g.tell(3, s.Stage == 4 && s.Specialist == 1, s.DualQualified != 0, s.DualQualified == 1)
		g.tell(4, s.Appointed <= 2020, s.Reported && s.Hours >= 0, s.Hours >= 360)
		g.tell(5, bound, s.Reported, s.DigitalHours >= 50)
		g.tell(6, bound && s.DigitalHours > 0, s.Reported && s.PracticeHours <= s.DigitalHours, s.PracticeHours*2 >= s.DigitalHours)
		g.tell(7, s.Stage == 1, s.Education != 0, s.Education >= 2)
		g.tell(8, s.Stage == 2, s.Education != 0, s.Education >= 3)
		g.tell(9, s.Stage == 3, s.Education != 0, s.Education >= 4)
		g.tell(10, s.Stage == 4 && s.FullTime == 1, s.DualQualified != 0, s.DualQualified == 1)
		g.tell(11, general, s.RealName != 0, s.RealName == 1)
	}
	return groups
}

// plainLoop36 has the rules of thirtySix.
func plainLoop36(rows []staff) map[string]*[36]plain {
	groups := map[string]*[36]plain{}
	for i := range rows {
		s := &rows[i]
		g := groups[s.County]
		if g == nil {
			g = new([36]plain)
			groups[s.County] = g
		}
		tell := func(rule int, in, known, yes bool) { g[rule/12].tell(rule%12, in, known, yes) }
		bound := s.Appointed > 0 && s.Appointed <= 2022
		stages := [...]bool{s.Stage >= 1 && s.Stage <= 3, s.Stage == 1, s.Stage == 2 || s.Stage == 3}
		for n, in := range stages {
			tell(12*n, in, s.Backbone != 0, s.Backbone == 4)
			tell(12*n+1, in, s.Backbone != 0, s.Backbone == 3)
			tell(12*n+2, in, s.Backbone != 0, s.Backbone == 2)
			tell(12*n+3, s.Stage == 4 && s.Specialist == 1, s.DualQualified != 0, s.DualQualified == 1)
			tell(12*n+4, n == 0 && s.Appointed <= 2020 || n > 0 && in, s.Reported && s.Hours >= 0, s.Hours >= 360)
			tell(12*n+5, in && bound, s.Reported, s.DigitalHours >= 50)
			tell(12*n+6, in && bound && s.DigitalHours > 0, s.Reported && s.PracticeHours <= s.DigitalHours, s.PracticeHours*2 >= s.DigitalHours)
			tell(12*n+7, s.Stage == 1, s.Education != 0, s.Education >= 2)
			tell(12*n+8, s.Stage == 2, s.Education != 0, s.Education >= 3)
			tell(12*n+9, s.Stage == 3, s.Education != 0, s.Education >= 4)
			tell(12*n+10, s.Stage == 4 && s.FullTime == 1, s.DualQualified != 0, s.DualQualified == 1)
			tell(12*n+11, in, s.RealName != 0, s.RealName == 1)
		}
	}
	return groups
}

// limit packs a record into a small signature and counts signatures; the rules
// would be derived at the end. It is what no general library can beat.
func limitLoop(rows []staff) map[string]*[1 << 16]int32 {
	groups := map[string]*[1 << 16]int32{}
	var last string
	var g *[1 << 16]int32
	for i := range rows {
		s := &rows[i]
		if g == nil || s.County != last {
			last = s.County
			if g = groups[last]; g == nil {
				g = new([1 << 16]int32)
				groups[last] = g
			}
		}
		stage := s.Stage
		if s.Appointed > 2022 && stage >= 1 && stage <= 3 {
			stage += 4 // three values of its bits are free
		}
		sig := uint32(stage) | uint32(s.Education)<<3 | uint32(s.Backbone)<<6 | uint32(s.RealName)<<9
		if s.Hours >= 360 {
			sig |= 1 << 11
		}
		if s.DigitalHours >= 50 {
			sig |= 1 << 12
		}
		if s.PracticeHours*2 >= s.DigitalHours {
			sig |= 1 << 13
		}
		sig |= uint32(s.DualQualified) << 14
		g[sig&0xffff]++
	}
	return groups
}

// floor reads each row once, as any pass must.
func floor(rows []staff) (sum int64) {
	for i := range rows {
		s := &rows[i]
		sum += int64(s.Stage) + int64(s.Hours) + int64(s.County[0]) + int64(s.Salary)
	}
	return sum
}

// timed runs a pass over so many rows and reports what a record costs, also as a
// ratio to a yardstick of the same run if there is one.
func timed(b *testing.B, rows int, yardstick float64, pass func()) (ns float64) {
	b.ReportAllocs()
	for b.Loop() {
		pass()
	}
	ns = float64(b.Elapsed().Nanoseconds()) / float64(b.N) / float64(rows)
	b.ReportMetric(ns, "ns/record")
	if yardstick > 0 {
		b.ReportMetric(ns/yardstick, "×yardstick")
	}
	return ns
}

// inOrder returns the rows in order of counties, each with a text of its own as
// if they had been read in that order.
func inOrder(rows []staff) []staff {
	sorted := slices.Clone(rows)
	slices.SortStableFunc(sorted, func(a, b staff) int { return strings.Compare(a.County, b.County) })
	for i := range sorted {
		sorted[i].County = strings.Clone(sorted[i].County)
	}
	return sorted
}

// BenchmarkTeachers is 12 and 36 rules × (6 counties and the city). Its
// yardstick is the plain loop of 12 rules.
func BenchmarkTeachers(b *testing.B) {
	rows := register(benchmarkRows, 10, 1)
	sorted := inOrder(rows)
	plain, sum, found := 0.0, int64(0), 0
	b.Run("plain", func(b *testing.B) { plain = timed(b, len(rows), 0, func() { plainLoop(rows) }) })
	b.Run("plain/36", func(b *testing.B) { timed(b, len(rows), plain, func() { plainLoop36(rows) }) })
	b.Run("limit", func(b *testing.B) { timed(b, len(rows), plain, func() { limitLoop(rows) }) })
	b.Run("floor", func(b *testing.B) { timed(b, len(rows), plain, func() { sum += floor(rows) }) })
	for _, set := range []struct {
		name string
		set  rules.Set[teacher.Record]
	}{{"12", twelve()}, {"36", thirtySix(b)}, {"all", tonghua.Teachers()}} {
		quiet := rules.MustPanel(fill, set.set...)
		panel := quiet.OnFinding(func(int64, *staff, *rules.Finding[teacher.Record]) bool { found++; return true })
		by := func(p *rules.Panel[staff, teacher.Record], rows []staff) func() {
			return func() {
				if _, err := rules.EvaluateBy(p, asOf, rows, byCounty); err != nil {
					b.Fatal(err)
				}
			}
		}
		run := func(name string, pass func()) {
			b.Run("rules="+set.name+"/"+name, func(b *testing.B) { timed(b, len(rows), plain, pass) })
		}
		run("findings", by(panel, rows))
		run("quiet", by(quiet, rows))
		run("in order of counties", by(panel, sorted))
		run("two goroutines", by(panel.Parallel(2), rows))
		sequence := func(p *rules.Panel[staff, teacher.Record]) func() {
			return func() {
				if _, err := rules.EvaluateSeqBy(p, asOf, failing(rows), byCounty); err != nil {
					b.Fatal(err)
				}
			}
		}
		run("sequence", sequence(panel))
		run("sequence, two goroutines", sequence(panel.Parallel(2)))
		run("one group", func() {
			if _, err := quiet.Evaluate(asOf, rows); err != nil {
				b.Fatal(err)
			}
		})
	}
	if sum == 0 || found == 0 {
		b.Skip("part of the benchmark only")
	}
}

// thirtySix are the twelve rules and two variants of each on the same fields,
// with other stages, levels and hours: statements of a plan made for the
// purpose, since a panel takes one rule a statement.
func thirtySix(tb testing.TB) rules.Set[teacher.Record] {
	set := twelve()
	share := func(among, counted indicators.Condition[teacher.Record]) {
		p, id := oneShare(tb, len(set))
		set = append(set, rules.MustShare(p, id, indicators.Share[teacher.Record]{Among: among, Counted: counted}))
	}
	hours := func(n uint64) indicators.Figure { return indicators.Literal(quantity.MustAmount(n, 1, quantity.Hour)) }
	half := indicators.Literal(quantity.MustAmount(50, 100, quantity.Percent))
	bound := teacher.AppointedYear.AtMost(indicators.Literal(quantity.MustAmount(2022, 1, quantity.CalendarYear)))
	stage := func(s ...indicators.Stage) indicators.Condition[teacher.Record] { return teacher.Stage.In(s...) }
	for _, among := range []indicators.Condition[teacher.Record]{
		stage(indicators.Primary), stage(indicators.JuniorHigh, indicators.SeniorHigh),
	} {
		share(among, teacher.Backbone.AtLeast(indicators.ProvinceTier))
		share(among, teacher.Backbone.Is(indicators.CityTier))
		share(among, teacher.Backbone.Is(indicators.CountyTier))
		share(among, teacher.TrainingHours.AtLeast(hours(360)))
		share(indicators.And(among, bound), teacher.DigitalHours.AtLeast(hours(50)))
		share(indicators.And(among, bound, teacher.DigitalHours.MoreThan(hours(0))), teacher.PracticeHours.AtLeastShareOf(teacher.DigitalHours, half))
		share(among, teacher.Education.AtLeast(indicators.College))
		share(among, teacher.Education.AtLeast(indicators.Bachelor))
		share(among, teacher.Education.AtLeast(indicators.Master))
		share(among, teacher.RealNameSpace.Is(indicators.Yes))
	}
	for _, level := range []indicators.Stage{indicators.Vocational, indicators.VocationalCollege} {
		share(indicators.And(stage(level), teacher.Specialist.Is(indicators.Yes)), teacher.DualQualified.Is(indicators.Yes))
		share(indicators.And(stage(level), teacher.FullTime.Is(indicators.Yes)), teacher.DualQualified.Is(indicators.Yes))
	}
	if len(set) != 36 {
		tb.Fatalf("%d rules", len(set))
	}
	return set
}

// oneShare returns a plan with one statement, a share of at least a half.
func oneShare(tb testing.TB, n int) (*plan.Plan, plan.ID) {
	id := plan.ID(fmt.Sprintf("variant-%d", n))
	text := bilingual.Text{ZH: "变式", EN: "variant"}
	p, err := plan.New(plan.Document{
		Edition: "variants", Name: text, First: quantity.DateOf(2021, time.January, 1), Last: asOf,
		Clauses: []plan.Clause{{Place: "一", Kind: plan.Part, Citation: "Part 1", Title: text, Statements: 1}},
		Statements: []plan.Statement{{
			ID: id, Places: []plan.Place{"一"}, Kind: plan.Target, Modality: plan.Must, Evaluable: plan.InFull, Bearer: plan.City, Name: text, Summary: text,
			Population: plan.Threshold{Comparator: plan.AtLeast, Amount: quantity.MustAmount(1, 2, quantity.Percent), Origin: plan.Origin{Basis: plan.Stated}},
			Deadline:   plan.Deadline{Kind: plan.Standing},
		}},
	})
	if err != nil {
		tb.Fatal(err)
	}
	return p, id
}

func BenchmarkCheck(b *testing.B) {
	record := pupil.Record{FinalGrade: indicators.Yes, Fitness: indicators.FitnessFailed, PEExempt: indicators.No, Certificate: indicators.Yes}
	b.ReportAllocs()
	for b.Loop() {
		f := tonghua.FitnessCertificate.Check(asOf, record)
		if !(f.Outcome == verdict.NotMet) {
			b.Fatal(f.Outcome)
		}
	}
}

func BenchmarkOneFigure(b *testing.B) {
	record := enrolment.Record{Level: indicators.SeniorSecondary, Enrolled: quantity.N(41230), OfficialAge: quantity.N(43600)}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := tonghua.SeniorGrossEnrolment.Evaluate(asOf, record); err != nil {
			b.Fatal(err)
		}
	}
}
