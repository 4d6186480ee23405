package policytest_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/eduplan/tonghua/examples/policytest"
	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/pupil"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/rules"
	"github.com/eduplan/tonghua/rules/rulestest"
	"github.com/eduplan/tonghua/rules/tonghua"
)

var (
	graduationDay   = quantity.DateOf(2024, 6, 30)
	graduationRules = rules.Set[pupil.Record]{tonghua.FitnessCertificate}
)

func toLeaver(r pupil.Record) policytest.Leaver {
	return policytest.Leaver{Final: r.FinalGrade.String(), Fitness: r.Fitness.String(), Exempt: r.PEExempt.String(), Issued: r.Certificate.String()}
}

func TestTheRollsMappingIsRight(t *testing.T) {
	if err := rulestest.CheckMapping(toLeaver, policytest.FromLeaver, graduationRules...); err != nil {
		t.Error(err)
	}
}

// batchTests are the unit tests of the batch, for any rules.
func batchTests(set rules.Set[pupil.Record]) error {
	leavers := []policytest.Leaver{
		{Number: "passed", Fitness: "及格", Exempt: "否"}, {Number: "good", Fitness: "良好", Exempt: "否"},
		{Number: "excellent", Fitness: "优秀", Exempt: "否"}, {Number: "exempt", Fitness: "不及格", Exempt: "是"},
		{Number: "failed", Fitness: "不及格", Exempt: "否"},
		{Number: "untested", Exempt: "否"}, {Number: "perhaps exempt", Fitness: "不及格"},
	}
	for i := range leavers {
		leavers[i].Final = "是"
	}
	leavers = append(leavers, policytest.Leaver{Number: "a year too early", Final: "否", Fitness: "不及格", Exempt: "否"},
		policytest.Leaver{Number: "grade not said", Fitness: "不及格", Exempt: "否"})
	refused, open, err := policytest.Graduation{Rules: set}.Run(graduationDay, leavers)
	switch {
	case err != nil:
		return err
	case !slices.Equal(refused, []string{"failed"}):
		return fmt.Errorf("want the failed one refused, got %v", refused)
	case !slices.Equal(open, []string{"untested", "perhaps exempt", "grade not said"}):
		return fmt.Errorf("want the untested, the perhaps exempt and the one without a grade open, got %v", open)
	}
	return nil
}

func TestTheBatchHonoursTheFitnessRule(t *testing.T) {
	if err := batchTests(graduationRules); err != nil {
		t.Error(err)
	}
	failed := pupil.Record{FinalGrade: indicators.Yes, Fitness: indicators.FitnessFailed, PEExempt: indicators.No, Certificate: indicators.Yes}
	rulestest.ThatRecord(t, tonghua.FitnessCertificate, graduationDay, failed).IsNotMet().IsBreach()
}

func TestTheBatchTestsWouldNoticeAnotherPolicy(t *testing.T) {
	score, err := rulestest.Mutate(graduationRules, batchTests,
		rulestest.Equivalent{Mutant: "fitness-certificate/population-down", Reason: recordByRecord},
		rulestest.Equivalent{Mutant: "fitness-certificate/condition-4-unknown-as-yes", Reason: neverRefuses})
	noneSurvives(t, score, err)
}
