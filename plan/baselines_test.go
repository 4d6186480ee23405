package plan_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/plan"
)

// start is the last day of the former plan period. The text names the period
// only, so that the day is inferred.
var start = quantity.DateOf(2020, 12, 31)

func TestTargetsStartFromTheFiguresOfTheFormerPeriod(t *testing.T) {
	want := map[plan.ID]string{
		plan.PreschoolGrossEnrolment: "90", plan.PrimaryNetEnrolment: "99", plan.JuniorNetEnrolment: "99",
		plan.SeniorGrossEnrolment: "95", plan.DualQualifiedSpecialist: "56", plan.RealnamePupils: "77.14", plan.RealnameTeachers: "100",
	}
	for s := range plan.Tonghua().All() {
		number, ok := want[s.ID]
		if !ok {
			assert.True(t, s.Baseline.IsZero(), "%s starts from nothing", s.ID)
			continue
		}
		delete(want, s.ID)
		assert.Equal(t, number, s.Baseline.Amount.Number(), s.ID)
		assert.Equal(t, s.Population.Amount.Unit(), s.Baseline.Amount.Unit(), "%s: start and target must be comparable", s.ID)
		assert.Equal(t, start, s.Baseline.On, s.ID)
		assert.Equal(t, plan.Inferred, s.Baseline.Basis, s.ID)
		assert.Equal(t, plan.Exactly, s.Baseline.Comparator, s.ID)
	}
	assert.Empty(t, want)
}

func TestFiguresOfTheFormerPeriod(t *testing.T) {
	for _, c := range []struct {
		id          plan.ID
		key, number string
		unit        quantity.Unit
		on          quantity.Date
	}{
		{plan.BasePreschoolGross, "rate", "90", quantity.Percent, start},
		{plan.BasePreschoolGross, "rise", "6.7", quantity.Point, quantity.Date{}},
		{plan.BasePrimaryJuniorEnrolment, "rate", "99", quantity.Percent, start},
		{plan.BaseBasicBalance, "counties", "6", quantity.County, quantity.DateOf(2017, 12, 31)},
		{plan.BaseSeniorGross, "rate", "95", quantity.Percent, start},
		{plan.BaseSeniorGross, "rise", "18.1", quantity.Point, quantity.Date{}},
		{plan.BaseInvestment, "funds", "1820000000", quantity.Yuan, start}, // 18.2 hundred millions
		{plan.BaseInvestment, "projects", "513", quantity.Project, start},
		{plan.BaseInvestment, "floor-area", "740000", quantity.SquareMetre, start}, // 74 ten thousands
		{plan.BaseInvestment, "function-rooms", "1957", quantity.Item, start},
		{plan.BaseInvestment, "equipment", "2475000", quantity.Item, start}, // 247.5 ten thousands
		{plan.BaseInvestment, "rooms-share", "100", quantity.Percent, start},
		{plan.BaseBroadband, "schools", "257", quantity.School, start},
		{plan.BaseBroadband, "access", "100", quantity.Percent, start},
		{plan.BaseBroadband, "bandwidth", "100", quantity.Mbps, start},
		{plan.BaseRealname, "teachers", "14924", quantity.Teacher, start},
		{plan.BaseRealname, "teacher-share", "100", quantity.Percent, start},
		{plan.BaseRealname, "pupils", "46081", quantity.Pupil, start},
		{plan.BaseRealname, "pupil-share", "77.14", quantity.Percent, start},
		{plan.BaseVocationalEmployment, "rate", "90", quantity.Percent, start},
		{plan.BaseAidCategories, "groups", "4", quantity.Group, start},
		{plan.BaseMajorProjects, "projects", "4", quantity.Project, start},
		{plan.BaseSpecialPost, "teachers", "1241", quantity.Teacher, start},
		{plan.BaseDualQualified, "share-before", "47", quantity.Percent, quantity.DateOf(2015, 12, 31)},
		{plan.BaseDualQualified, "share", "56", quantity.Percent, start},
		{plan.BaseVocationalGraduates, "graduates", "9224", quantity.Pupil, start},
	} {
		f, ok := statement(t, c.id).Figure(c.key)
		require.True(t, ok, "%s of %s", c.key, c.id)
		assert.Equal(t, c.number, f.Amount.Number(), "%s of %s", c.key, c.id)
		assert.Equal(t, c.unit, f.Amount.Unit(), "%s of %s", c.key, c.id)
		assert.Equal(t, c.on, f.On, "%s of %s", c.key, c.id)
	}
	employment, _ := statement(t, plan.BaseVocationalEmployment).Figure("rate")
	assert.Equal(t, plan.AtLeast, employment.Comparator, "the text says 90 % or more")
}

func TestTheOtherFiguresOfTheText(t *testing.T) {
	for _, c := range []struct {
		id    plan.ID
		key   string
		words string
		basis plan.Basis
	}{
		{plan.Situation, "actions", "10 items", plan.Stated},
		{plan.Situation, "projects", "100 projects", plan.Stated},
		{plan.EightPrinciples, "principles", "8 items", plan.Inferred}, // listed, not counted
		{plan.QualityGoals, "aspects", "5 items", plan.Stated},
		{plan.ResourceRooms, "levels", "2 items", plan.Stated},
		{plan.PlatformResources, "classrooms", "3 items", plan.Stated},
		{plan.MoralThemes, "themes", "5 items", plan.Inferred},
		{plan.SportsSkills, "upper", "2 items", plan.Stated},
		{plan.ArtSkills, "upper", "2 items", plan.Stated},
		{plan.SpecialitySites, "upper", "10 speciality sites", plan.Stated},
		{plan.OnePlusX, "upper", "2 items", plan.Stated},
		{plan.RuralGradeSets, "upper", "2 sets", plan.Stated},
		{plan.PreschoolSupervision, "fields", "7 items", plan.Inferred},
		{plan.QualityMonitoring, "levels", "3 items", plan.Stated},
		{plan.TeacherTrainingHours, "cycle", "5 years", plan.Stated},
		{plan.ThreeLinksTwoPlatforms, "links", "3 items", plan.Stated},
		{plan.ThreeLinksTwoPlatforms, "platforms", "2 items", plan.Stated},
		{plan.EthicsMonth, "month", "9", plan.Stated}, // September
		{plan.PartyInspection, "fields", "5 items", plan.Stated},
		{plan.CadreTraining, "years", "3 years", plan.Stated},
		{plan.CadreTraining, "projects", "1 project", plan.Stated},
		{plan.CadreTraining, "plans", "4 items", plan.Stated},
		{plan.PartyTeams, "teams", "4 items", plan.Stated},
	} {
		f, ok := statement(t, c.id).Figure(c.key)
		require.True(t, ok, "%s of %s", c.key, c.id)
		assert.Equal(t, c.words, f.Amount.In(bilingual.English), "%s of %s", c.key, c.id)
		assert.Equal(t, c.basis, f.Basis, "%s of %s", c.key, c.id)
		assert.False(t, f.On.Known(), "%s of %s has no date", c.key, c.id)
	}
	figures := 0
	for s := range plan.Tonghua().All() {
		figures += len(s.Figures)
	}
	assert.Equal(t, 26+23, figures, "the figures of the two tests above are all there are")
}

func TestWhatIsNoFigureIsNotFound(t *testing.T) {
	s := statement(t, plan.BaseSeniorGross)
	for _, key := range []string{"", "Rate", "share"} {
		f, ok := s.Figure(key)
		assert.False(t, ok, key)
		assert.True(t, f.IsZero())
	}
}
