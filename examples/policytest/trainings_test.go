package policytest_test

import (
	"database/sql"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/eduplan/tonghua/examples/policytest"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/indicators/teacher"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules"
	"github.com/eduplan/tonghua/rules/rulestest"
	"github.com/eduplan/tonghua/rules/tonghua"
	"github.com/eduplan/tonghua/rules/verdict"
)

var scenarios = os.DirFS("testdata/scenarios")

// trainingRules are those that the planner goes by.
var trainingRules = rules.Set[teacher.Record]{tonghua.TeacherTrainingHours, tonghua.DigitalTrainingHours}

func float(h quantity.Hours) sql.NullFloat64 {
	d, known := h.Decimal()
	if h.Invalid() {
		return sql.NullFloat64{Float64: -1, Valid: true} // as a slip of the keyboard would stand in the table
	}
	return sql.NullFloat64{Float64: d.InexactFloat64(), Valid: known}
}

func toStaff(r teacher.Record) policytest.Staff {
	year, known := r.AppointedYear.Decimal()
	appointed := sql.NullInt64{Int64: year.IntPart(), Valid: known}
	if r.AppointedYear.Invalid() {
		appointed = since(-1)
	}
	return policytest.Staff{Stage: r.Stage.String(), Hours: float(r.TrainingHours), Digital: float(r.DigitalHours), Since: appointed}
}

func TestTheStaffTablesMappingIsRight(t *testing.T) {
	if err := rulestest.CheckMapping(toStaff, policytest.FromStaff, trainingRules...); err != nil {
		t.Error(err)
	}
}

// The staff table once came from a system that keeps minutes, and the first
// mapping took them so although hours stood in the table. It went unnoticed
// until the boundary cases were pushed through it; they name the slip.
func TestTheFirstMappingTookHoursForMinutes(t *testing.T) {
	first := func(s *policytest.Staff, r *teacher.Record) {
		policytest.FromStaff(s, r)
		r.TrainingHours = quantity.HoursOf(float64(int(s.Hours.Float64 / 60))).If(s.Hours.Valid)
	}
	err := rulestest.CheckMapping(toStaff, first, trainingRules...)
	if err == nil {
		t.Fatal("the kit must find it")
	}
	want := "the mapping turns training hours in the cycle (training_hours) from 360 hours into 6 hours, a 60th of it, " +
		"as if hours and minutes were confused: teacher-training-hours (Part 3, section 10, paragraph 3) then says \"not met\" where \"met\" is right"
	if !strings.Contains(err.Error(), want) {
		t.Errorf("want a message with\n%s\ngot\n%v", want, err)
	}
}

// An earlier planner had the number in its own code, and booked teachers up to
// and with 360 hours. One boundary case is enough to see it.
func TestTheEarlierPlannerWasOneStepOff(t *testing.T) {
	books := func(s policytest.Staff) bool { return s.Hours.Valid && s.Hours.Float64 <= 360 }
	cases, err := rulestest.Boundaries(tonghua.TeacherTrainingHours)
	if err != nil {
		t.Fatal(err)
	}
	var wrong []string
	for _, c := range cases {
		if len(c.Rows) != 1 || c.Rows[0].Record.TrainingHours.Invalid() || c.Expect.Outcome == verdict.NotApplicable {
			continue // he asked nobody when he came
		}
		if booked := books(toStaff(c.Rows[0].Record)); booked != (c.Expect.Outcome == verdict.NotMet) {
			wrong = append(wrong, c.Name.EN)
		}
	}
	if want := []string{"training hours in the cycle 360 hours, exactly the figure: met"}; !slices.Equal(wrong, want) {
		t.Errorf("want the earlier planner to be wrong about %q alone, got %q", want, wrong)
	}
}

func hours(h float64) sql.NullFloat64 { return sql.NullFloat64{Float64: h, Valid: true} }

func since(year int64) sql.NullInt64 { return sql.NullInt64{Int64: year, Valid: true} }

func TestThePlannerBooksThoseWhoLackHours(t *testing.T) {
	on := quantity.DateOf(2022, time.December, 31)
	got, err := policytest.Trainings{Rules: trainingRules}.Plan(on, []policytest.Staff{
		{ID: 1, Stage: "小学", Hours: hours(360), Digital: hours(50), Since: since(2015)},
		{ID: 2, Stage: "小学", Hours: hours(359.99), Digital: hours(49.99), Since: since(2015)},
		{ID: 3, Stage: "中职", Hours: hours(400), Digital: hours(0), Since: since(2015)},
		{ID: 4, Stage: "初中", Digital: hours(60), Since: since(2022)},
		{ID: 5, Stage: "小学", Hours: hours(360), Digital: hours(0), Since: since(2023)},
	})
	if err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(got.Book, []int{2}) {
		t.Errorf("want 2 booked, got %v", got.Book)
	}
	rulestest.ThatIn(t, got.Results, plan.TeacherTrainingHours).IsNotMet().IsShort("1").IsNoBreach()
	rulestest.ThatIn(t, got.Results, plan.DigitalTrainingHours).IsNotMet().HasValue("2/3").IsShort("1")
	rulestest.ThatRecord(t, tonghua.TeacherTrainingHours, on, teacher.Record{}).IsUndetermined(verdict.MissingData)
	if got.Missing(plan.DigitalTrainingHours) != "1" {
		t.Errorf("want one teacher short, got %s", got.Missing(plan.DigitalTrainingHours))
	}
}

// plannerTests are the planner's unit tests, for any rules: its boundary cases.
func plannerTests(set rules.Set[teacher.Record]) error {
	for _, rule := range trainingRules {
		cases, err := rulestest.Boundaries(rule)
		if err != nil {
			return err
		}
		for _, c := range cases {
			if len(c.Rows) > 1 {
				continue // the planner's register holds single teachers here
			}
			var staff []policytest.Staff
			for r := range c.Records() {
				staff = append(staff, toStaff(r))
			}
			got, err := policytest.Trainings{Rules: set}.Plan(c.AsOf, staff)
			if err != nil {
				return err
			}
			r, _ := got.Results.Of(rule.ID())
			if r.Outcome != c.Expect.Outcome || r.Due.String() != c.Expect.Due {
				return fmt.Errorf("%s: got %s, %s", c.Name.EN, r.Outcome, r.Due)
			}
		}
	}
	return nil
}

func TestThePlannersTestsWouldNoticeAnotherPolicy(t *testing.T) {
	const single = "a register of one teacher keeps the duty in full or not at all"
	score, err := rulestest.Mutate(trainingRules, plannerTests,
		rulestest.Equivalent{Mutant: "teacher-training-hours/population-down", Reason: single},
		rulestest.Equivalent{Mutant: "digital-training-hours/population-down", Reason: single})
	noneSurvives(t, score, err)
	t.Log(score.Text(bilingual.English))
}
