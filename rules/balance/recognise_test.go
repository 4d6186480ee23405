package balance_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/class"
	"github.com/eduplan/tonghua/indicators/countyreport"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/indicators/resources"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/plan/evaluation"
	"github.com/eduplan/tonghua/rules"
	"github.com/eduplan/tonghua/rules/balance"
	"github.com/eduplan/tonghua/rules/verdict"
)

// report is that of a county that has exactly what is required.
func report() countyreport.Record {
	n, yuan := quantity.N[int], quantity.WholeYuan[int]
	return countyreport.Record{
		Year: n(2024), BasicBalanceYears: quantity.WholeYears(3), MajorViolations: n(0), SmallSchools: n(2), SmallSchoolsFunded: n(2),
		SpecialSchools: n(1), SpecialPupilFunds: yuan(8000), TeacherPay: yuan(90000), CivilServantPay: yuan(90000), Teachers: n(1000), TeachersTrained: n(1000), TeachersLicensed: n(1000),
		RotationEligible: n(100), Rotated: n(10), BackboneRotated: n(2), PrimaryIntake: n(500), PrimaryNearby: n(500), JuniorIntake: n(400), JuniorNearby: n(380),
		SeniorPlaces: n(300), QuotaPlaces: n(150), MigrantChildren: n(100), MigrantPlaced: n(85), CohortStart: n(400), CohortStayed: n(380),
		DisabledChildren: n(20), DisabledEnrolled: n(19), Schools: n(30), SchoolsTraining: n(30), SubjectsMonitored: n(6), SubjectsPassed: n(6),
		Asked: n(200), Approving: n(170), VetoedPractices: n(0),
	}
}

func TestTheReportOfACountyAtItsFigures(t *testing.T) {
	panel := rules.MustPanel(func(c, r *countyreport.Record) { *r = *c }, balance.Counties()...)
	n := quantity.N[int]
	whole, err := panel.Evaluate(asOf, []countyreport.Record{report()})
	require.NoError(t, err)
	for _, r := range whole.Rules {
		assert.Equal(t, verdict.Met, r.Outcome, r)
	}
	for id, move := range map[plan.ID]func(*countyreport.Record){
		evaluation.BasicBalanceYears:   func(r *countyreport.Record) { r.BasicBalanceYears = quantity.YearsOf(2.99) },
		evaluation.NoMajorViolation:    func(r *countyreport.Record) { r.MajorViolations = n(1) },
		evaluation.SmallSchoolsFunded:  func(r *countyreport.Record) { r.SmallSchoolsFunded = n(1) },
		evaluation.SpecialSchoolFunds:  func(r *countyreport.Record) { r.SpecialPupilFunds = quantity.Fen(799_999) },
		evaluation.PayOfTeachers:       func(r *countyreport.Record) { r.TeacherPay = quantity.Fen(8_999_999) },
		evaluation.TrainingHours:       func(r *countyreport.Record) { r.TeachersTrained = n(999) },
		evaluation.Rotation:            func(r *countyreport.Record) { r.BackboneRotated = n(1) },
		evaluation.LicensedTeachers:    func(r *countyreport.Record) { r.TeachersLicensed = n(999) },
		evaluation.NeighbourhoodIntake: func(r *countyreport.Record) { r.JuniorNearby = n(379) },
		evaluation.QuotaPlaces:         func(r *countyreport.Record) { r.QuotaPlaces = n(149) },
		evaluation.MigrantChildren:     func(r *countyreport.Record) { r.MigrantPlaced = n(84) },
		evaluation.Retention:           func(r *countyreport.Record) { r.CohortStayed = n(379) },
		evaluation.DisabledChildren:    func(r *countyreport.Record) { r.DisabledEnrolled = n(18) },
		evaluation.TrainingShare:       func(r *countyreport.Record) { r.SchoolsTraining = n(29) },
		evaluation.MonitoringResults:   func(r *countyreport.Record) { r.SubjectsPassed = n(5) },
		evaluation.Satisfaction:        func(r *countyreport.Record) { r.Approving = n(169) },
		evaluation.NoVeto:              func(r *countyreport.Record) { r.VetoedPractices = n(1) },
	} {
		t.Run(string(id)+" is missed by one step", func(t *testing.T) {
			r := report()
			move(&r)
			results, err := panel.Evaluate(asOf, []countyreport.Record{r})
			require.NoError(t, err)
			for _, one := range results.Rules {
				assert.Equal(t, map[bool]verdict.Outcome{true: verdict.NotMet, false: verdict.Met}[one.Statement == id], one.Outcome, one)
			}
		})
	}
}

// county is one whose schools, classes, report and evidence have what is required.
type county struct {
	schools  []school
	classes  []class.Record
	report   countyreport.Record
	evidence []verdict.Evidence
}

func recognised() county {
	c := county{report: report(), classes: []class.Record{{Stage: indicators.Primary, Pupils: quantity.N(45)}, {Stage: indicators.JuniorHigh, Pupils: quantity.N(50)}}}
	for _, name := range []string{"一小", "二小"} {
		s := school{County: "甲县", Name: name, Record: typical()}
		s.Classes, s.MusicRooms, s.ArtRooms, s.LargerAllowed = quantity.N(24), quantity.N(2), quantity.N(2), indicators.No
		c.schools = append(c.schools, s)
	}
	for _, v := range balance.ByEvidence() {
		c.evidence = append(c.evidence, verdict.Evidence{Statement: v.ID(), Kind: plan.Assessment, Title: "督导评估报告", Number: "1", Issuer: "县教育督导委员会",
			On: quantity.DateOf(2024, 11, 1), Whole: true})
	}
	return c
}

func (c county) judge(t *testing.T) balance.Recognition {
	t.Helper()
	schools, err := rules.EvaluateBy(panelOf(t), asOf, c.schools, keyOf)
	require.NoError(t, err)
	counties, err := rules.Split(schools, func(k key) string { return k.County }, plan.County)
	require.NoError(t, err)
	var ofSchools verdict.Results
	for _, g := range counties.All() {
		ofSchools = g.Total()
	}
	classes, err := rules.MustPanel(func(c, r *class.Record) { *r = *c }, balance.Classes()...).Evaluate(asOf, c.classes)
	require.NoError(t, err)
	reported, err := rules.MustPanel(func(c, r *countyreport.Record) { *r = *c }, balance.Counties()...).Evaluate(asOf, []countyreport.Record{c.report})
	require.NoError(t, err)
	attested, err := rules.Attest(asOf, rules.AttestedSet(balance.ByEvidence()).Views(), c.evidence)
	require.NoError(t, err)
	r, err := balance.Recognise(ofSchools, classes, reported, attested)
	require.NoError(t, err)
	return r
}

func TestWhenACountyIsRecognised(t *testing.T) {
	t.Run("all is met, and without junior schools nothing is compared there", func(t *testing.T) {
		r := recognised().judge(t)
		assert.Equal(t, verdict.Met, r.Outcome, r.Text(bilingual.English))
		assert.Len(t, r.NotApplicable, 8, "junior resources and seven coefficients")
		assert.Equal(t, 41, r.Met)
		assert.Contains(t, r.String(), "符合认定条件")
	})
	t.Run("one school that falls short stands in the way", func(t *testing.T) {
		c := recognised()
		c.schools[0].TeachingArea = quantity.WholeArea(100)
		r := c.judge(t)
		assert.Equal(t, verdict.NotMet, r.Outcome)
		var missed []plan.ID
		for _, m := range r.Missed {
			missed = append(missed, m.Statement)
		}
		assert.Equal(t, []plan.ID{evaluation.PrimaryResources, evaluation.PrimaryTeachingAreaDifference}, missed)
		assert.Contains(t, r.Text(bilingual.Chinese), "有1所小学（部）未达到")
	})
	t.Run("a figure that is not reported leaves it open", func(t *testing.T) {
		c := recognised()
		c.report.Approving = quantity.Count{}
		r := c.judge(t)
		assert.Equal(t, verdict.Undetermined, r.Outcome)
		require.Len(t, r.Open, 1)
		assert.Equal(t, evaluation.Satisfaction, r.Open[0].Statement)
	})
	t.Run("so does evidence that is missing", func(t *testing.T) {
		c := recognised()
		c.evidence = slices.DeleteFunc(c.evidence, func(e verdict.Evidence) bool { return e.Statement == evaluation.Workload })
		assert.NotEqual(t, verdict.Met, c.judge(t).Outcome)
	})
}

func TestWhatCannotBePutTogether(t *testing.T) {
	panel := rules.MustPanel(func(c, r *countyreport.Record) { *r = *c }, balance.Counties()...)
	one, err := panel.Evaluate(asOf, []countyreport.Record{report()})
	require.NoError(t, err)
	other, err := panel.Evaluate(quantity.DateOf(2024, 6, 30), []countyreport.Record{report()})
	require.NoError(t, err)
	_, err = balance.Recognise(one, one)
	require.EqualError(t, err, "balance: two results of basic-balance-years")
	none := verdict.Results{AsOf: asOf}
	_, err = balance.Recognise(none, other)
	require.EqualError(t, err, "balance: results of 2024-12-31 and of 2024-06-30")
	foreign := verdict.Results{AsOf: asOf, Rules: []verdict.Result{{Statement: plan.SeniorMaster}}}
	_, err = balance.Recognise(foreign)
	require.EqualError(t, err, "balance: senior-master is no statement of the document")
	r, err := balance.Recognise()
	require.NoError(t, err)
	assert.Equal(t, verdict.Undetermined, r.Outcome, "nothing is no pass")
	assert.Len(t, r.Unanswered, len(balance.All()))
	assert.Contains(t, r.Text(bilingual.English), "49 more requirements without a result: schools 18, classes 2, report of the county 17, evidence 12")
}

func ExampleRecognise() {
	results, err := rules.MustPanel(func(c, r *countyreport.Record) { *r = *c }, balance.Counties()...).Evaluate(asOf, []countyreport.Record{report()})
	if err != nil {
		fmt.Println(err)
		return
	}
	r, err := balance.Recognise(results)
	fmt.Println(r.Outcome, r.Met, len(r.Missed), len(r.Unanswered), err)
	// Output: undetermined 17 0 32 <nil>
}

func ExampleExamine() {
	s := resources.Record{Kind: indicators.PrimarySchool, Locality: indicators.Urban, PrimaryPupils: quantity.N(1000),
		PrimaryQualified: quantity.N(50), PrimaryBackbone: quantity.N(7), PrimaryPEArt: quantity.N(9),
		TeachingArea: quantity.WholeArea(4000), SportsArea: quantity.WholeArea(8000), Equipment: quantity.WholeYuan(2_100_000), MultimediaRooms: quantity.N(25)}
	balance.Fill(&s)
	for _, e := range balance.Examine(&s) {
		fmt.Println(e.Text(bilingual.English))
		fmt.Println(e.Indicators[1].Text(bilingual.English))
		fmt.Println(e.Text(bilingual.Chinese))
	}
	// Output:
	// primary: falls short. Ways to mend it: primary backbone teachers +2 teachers (to 0.85 per 100 pupils), teaching and auxiliary rooms +500 m²; or primary backbone teachers +3 teachers
	// backbone teachers: 0.700, required 1 per 100 pupils, lacks 3 teachers (2 teachers to come to 0.85 per 100 pupils)
	// 小学：未达到，可以：小学县级以上骨干教师增加2名教师（达到0.85（每百名学生）），教学及辅助用房面积增加500平方米；或者：小学县级以上骨干教师增加3名教师
}
