package rules_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/indicators/teacher"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules"
	"github.com/eduplan/tonghua/rules/tonghua"
)

func fieldsOf(subject string, fields ...string) []rules.FieldName {
	var list []rules.FieldName
	for _, f := range fields {
		list = append(list, rules.FieldName{Subject: subject, Field: f})
	}
	return list
}

func TestFieldsAnswerWhatTheyReach(t *testing.T) {
	c, err := rules.Cover(tonghua.All(), fieldsOf("teacher", "stage", "education", "ethics_assessed")...)
	require.NoError(t, err)
	assert.Equal(t, []plan.ID{plan.PrimaryCollege, plan.JuniorBachelor, plan.SeniorMaster}, c.Answered)
	assert.Equal(t, []plan.ID{plan.EthicsAssessment}, c.Partly, "whether ethics were assessed is a part of the demand")
	assert.Len(t, c.Evidence, len(tonghua.ByEvidence()))
	assert.Len(t, c.Lacking, len(tonghua.All())-4-len(c.Evidence))
	i := slices.IndexFunc(c.Lacking, func(l rules.Lack) bool { return l.Statement == plan.DualQualifiedSpecialist })
	require.GreaterOrEqual(t, i, 0)
	assert.Equal(t, fieldsOf("teacher", "specialist", "dual_qualified"), c.Lacking[i].Missing, "the stage is there")
}

func TestTheFieldThatUnlocksMostComesFirst(t *testing.T) {
	c, err := rules.Cover(tonghua.Teachers().Views(), fieldsOf("teacher", "stage")...)
	require.NoError(t, err)
	first := c.Unlocks[0]
	assert.Equal(t, "teacher.backbone", first.String(), "three shares, the body of backbone teachers, and three posts of box 12")
	assert.Equal(t, 7, first.Statements)
	assert.Equal(t, 1, first.Among, "younger backbone teachers in studies need an age as well")
	for i := 1; i < len(c.Unlocks); i++ {
		assert.GreaterOrEqual(t, c.Unlocks[i-1].Statements, c.Unlocks[i].Statements)
	}
}

func TestAllFieldsLackNothing(t *testing.T) {
	seen := map[rules.FieldName]bool{}
	for _, v := range tonghua.All() {
		for _, n := range v.Needs() {
			seen[rules.FieldName{Subject: n.Subject, Field: n.Field}] = true
		}
	}
	var all []rules.FieldName
	for f := range seen {
		all = append(all, f)
	}
	c, err := rules.Cover(tonghua.All(), all...)
	require.NoError(t, err)
	assert.Empty(t, c.Lacking)
	assert.Empty(t, c.Unlocks)
	assert.Len(t, tonghua.All(), len(c.Answered)+len(c.Partly)+len(c.Evidence))
}

func TestAMisspeltFieldIsAnError(t *testing.T) {
	_, err := rules.Cover(tonghua.All(), fieldsOf("teacher", "stage", "educatoin")...)
	assert.ErrorContains(t, err, "teacher.educatoin")
	_, err = rules.Cover([]rules.View{rules.Attested{}})
	assert.ErrorIs(t, err, rules.ErrZero)
}

func TestAMappingTellsWhatItFills(t *testing.T) {
	panel := rules.MustPanel(func(hours *float64, r *teacher.Record) {
		r.Stage = indicators.Primary
		r.TrainingHours = quantity.HoursOf(*hours)
		r.DigitalHours = quantity.HoursOf(*hours).If(*hours > 100)
	}, tonghua.TeacherTrainingHours)
	fills, err := panel.Fills(slices.Values([]float64{-1, 12}))
	require.NoError(t, err)
	assert.Equal(t, fieldsOf("teacher", "stage", "training_hours"), fills)
	fills, err = panel.Fills(slices.Values([]float64{120}))
	require.NoError(t, err)
	assert.Equal(t, fieldsOf("teacher", "stage", "training_hours", "digital_hours"), fills)

	_, err = panel.Fills(nil)
	assert.Error(t, err)
	var none *rules.Panel[float64, teacher.Record]
	_, err = none.Fills(slices.Values([]float64{1}))
	assert.ErrorIs(t, err, rules.ErrZero)
	bad := rules.MustPanel(func(*float64, *teacher.Record) { panic("no table") }, tonghua.TeacherTrainingHours)
	_, err = bad.Fills(slices.Values([]float64{1}))
	assert.ErrorContains(t, err, "no table")
}

// A school system that knows stage and degree asks what it can answer, and
// which column it should add first.
func ExampleCover() {
	c, err := rules.Cover(tonghua.Teachers().Views(),
		rules.FieldName{Subject: "teacher", Field: "stage"},
		rules.FieldName{Subject: "teacher", Field: "education"})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println("answered:", c.Answered)
	fmt.Println(c.Unlocks[0].Label.In(bilingual.English), "would answer", c.Unlocks[0].Statements, "more")
	// Output:
	// answered: [primary-college junior-bachelor senior-master]
	// backbone tier would answer 7 more
}

func ExampleCoverage_Text() {
	c, err := rules.Cover([]rules.View{tonghua.SeniorMaster, tonghua.TeacherTrainingHours},
		rules.FieldName{Subject: "teacher", Field: "stage"},
		rules.FieldName{Subject: "teacher", Field: "education"})
	fmt.Print(c.Text(bilingual.English))
	fmt.Println(err)
	// Output:
	// 1 computed in full, 0 in part, 0 by evidence, 1 lack fields
	// teacher.appointed_year (year of appointment): 0 by itself, 1 more with others
	// teacher.training_hours (training hours in the cycle): 0 by itself, 1 more with others
	// <nil>
}

func ExamplePanel_Fills() {
	type staff struct{ Stage, Degree string }
	panel := rules.MustPanel(func(s *staff, r *teacher.Record) {
		r.Stage, r.Education = indicators.ParseStage(s.Stage), indicators.ParseEducation(s.Degree)
	}, tonghua.Teachers()...)
	fills, err := panel.Fills(slices.Values([]staff{{"高中", "硕士"}}))
	fmt.Println(fills, err)
	// Output: [teacher.stage teacher.education] <nil>
}
