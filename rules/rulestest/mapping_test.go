package rulestest_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/countyyear"
	"github.com/eduplan/tonghua/indicators/enrolment"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/indicators/teacher"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules"
	"github.com/eduplan/tonghua/rules/rulestest"
	"github.com/eduplan/tonghua/rules/tonghua"
)

// staff is a teacher as a school system may keep one: texts, and nullable numbers.
type staff struct {
	Stage, Degree, Backbone, Special, FullTime, Dual, Space, Trained string
	Hours, Digital, Practice                                         *float64
}

func hoursOf(h quantity.Hours) *float64 {
	d, ok := h.Decimal()
	if !ok {
		if h.Invalid() {
			wrong := -1.0
			return &wrong
		}
		return nil
	}
	f := d.InexactFloat64()
	return &f
}

func toStaff(r teacher.Record) staff {
	return staff{r.Stage.String(), r.Education.String(), r.Backbone.String(), r.Specialist.String(), r.FullTime.String(),
		r.DualQualified.String(), r.RealNameSpace.String(), r.CurrentRoundTrained.String(),
		hoursOf(r.TrainingHours), hoursOf(r.DigitalHours), hoursOf(r.PracticeHours)}
}

func hours(f *float64) quantity.Hours {
	if f == nil {
		return quantity.Hours{}
	}
	return quantity.HoursOf(*f)
}

func fromStaff(s *staff, r *teacher.Record) {
	r.Stage, r.Education, r.Backbone = indicators.ParseStage(s.Stage), indicators.ParseEducation(s.Degree), indicators.ParseTier(s.Backbone)
	r.Specialist, r.FullTime, r.DualQualified = indicators.ParseAnswer(s.Special), indicators.ParseAnswer(s.FullTime), indicators.ParseAnswer(s.Dual)
	r.RealNameSpace, r.CurrentRoundTrained = indicators.ParseAnswer(s.Space), indicators.ParseAnswer(s.Trained)
	r.TrainingHours, r.DigitalHours, r.PracticeHours = hours(s.Hours), hours(s.Digital), hours(s.Practice)
}

func TestARightMappingHasNoFault(t *testing.T) {
	assert.NoError(t, rulestest.CheckMapping(toStaff, fromStaff, staffRules()...))
}

func TestAMappingThatLosesNoVerdictHasNoFault(t *testing.T) {
	assert.NoError(t, rulestest.CheckMapping(toStaff, func(s *staff, r *teacher.Record) {
		fromStaff(s, r)
		r.FullTime = 0 // which the deciding readings of these rules do not read
	}, tonghua.SeniorMaster, hoursAlone))
}

func TestAWrongMappingIsNamedInOneReading(t *testing.T) {
	scaled := func(f *float64, by float64) *float64 {
		if f == nil {
			return nil
		}
		product := float64(int64(*f * by))
		return &product
	}
	for name, c := range map[string]struct {
		spoil func(*staff, *teacher.Record)
		field string
		want  []string
	}{
		"minutes taken for hours": {func(s *staff, r *teacher.Record) { r.TrainingHours = hours(scaled(s.Hours, 1./60)) }, "training_hours",
			[]string{"training hours in the cycle (training_hours) from 360 hours into 6 hours, a 60th of it, as if hours and minutes were confused",
				"hours-of-training (Part 1) then says \"not met\" where \"met\" is right", "本周期培训学时", "学时与分钟"}},
		"hours taken for minutes": {func(s *staff, r *teacher.Record) { r.TrainingHours = hours(scaled(s.Hours, 60)) }, "training_hours",
			[]string{"60 times as much, as if hours and minutes were confused", `then says "met" where "not met" is right`}},
		"college counted as bachelor": {func(s *staff, r *teacher.Record) {
			if r.Education == indicators.College {
				r.Education = indicators.Bachelor
			}
		}, "education", []string{"level of education (education) from junior college into bachelor", "bachelors"}},
		"missing hours taken for zero": {func(s *staff, r *teacher.Record) {
			if s.Hours == nil {
				r.TrainingHours = quantity.WholeHours(0)
			}
		}, "training_hours", []string{"from unknown into 0 hours, missing is taken for zero: use .If(ok)", `then says "not met" where "undetermined" is right`}},
		"missing answers taken for no": {func(s *staff, r *teacher.Record) { r.CurrentRoundTrained = indicators.AnswerOf(s.Trained == "yes") },
			"current_round_trained", []string{"from unknown into no, what nobody knows is taken for known"}},
		"answers reversed": {func(s *staff, r *teacher.Record) {
			r.DualQualified = indicators.AnswerOf(s.Dual == "no").If(s.Dual != "")
		}, "dual_qualified", []string{"as if reversed"}},
		"a field left out":   {func(s *staff, r *teacher.Record) { r.RealNameSpace = 0 }, "real_name_space", []string{"from yes into unknown, the value is lost"}},
		"two fields swapped": {func(s *staff, r *teacher.Record) { r.PracticeHours, r.DigitalHours = r.DigitalHours, r.PracticeHours }, "practice_hours", []string{"as if taken from the field digital_hours"}},
		"hours rounded up": {func(s *staff, r *teacher.Record) {
			r.DigitalHours = hours(scaled(s.Digital, 1))
			r.DigitalHours = roundedUp(s.Digital)
		}, "digital_hours", []string{"from 49.99 hours into 50 hours, it is rounded"}},
		"a text not recognised": {func(s *staff, r *teacher.Record) { r.Stage = indicators.ParseStage("the " + s.Stage) }, "stage", []string{"into invalid, the value can no longer be read"}},
		"an odd value accepted": {func(s *staff, r *teacher.Record) {
			if s.Hours != nil && *s.Hours < 0 {
				r.TrainingHours = quantity.WholeHours(400)
			}
		}, "training_hours", []string{"a value that cannot be is not refused"}},
	} {
		t.Run(name, func(t *testing.T) {
			err := rulestest.CheckMapping(toStaff, func(s *staff, r *teacher.Record) { fromStaff(s, r); c.spoil(s, r) }, staffRules()...)
			var fault *rulestest.MappingFault
			require.True(t, errors.As(err, &fault), "%v", err)
			for _, want := range c.want {
				assert.ErrorContains(t, err, want)
			}
			assert.ErrorContains(t, err, "("+c.field+")")
			assert.LessOrEqual(t, strings.Count(err.Error(), "the mapping turns"), 2, "a fault is named once")
		})
	}
}

func roundedUp(f *float64) quantity.Hours {
	if f == nil {
		return quantity.Hours{}
	}
	whole := int64(*f)
	if float64(whole) < *f {
		whole++
	}
	return quantity.WholeHours(whole)
}

func TestAmountsOfARatioAreCompared(t *testing.T) {
	type figures struct{ r enrolment.Record }
	err := rulestest.CheckMapping(func(r enrolment.Record) figures { return figures{r} }, func(f *figures, r *enrolment.Record) {
		*r = f.r
		r.OfficialAge = r.Enrolled
	}, tonghua.SeniorGrossEnrolment)
	assert.ErrorContains(t, err, "(official_age)")
	assert.ErrorContains(t, err, "as if taken from the field enrolled")
}

func TestYuanAndTenThousandsOfYuan(t *testing.T) {
	type money struct{ r countyyear.Record }
	err := rulestest.CheckMapping(func(r countyyear.Record) money { return money{r} }, func(m *money, r *countyyear.Record) {
		*r = m.r
		if d, ok := m.r.TeacherPay.Decimal(); ok {
			r.TeacherPay = quantity.YuanOf(d.InexactFloat64() * 10000)
		}
	}, tonghua.CountyYears()...)
	assert.ErrorContains(t, err, "(teacher_pay)")
	assert.ErrorContains(t, err, "10000 times as much, as if yuan and ten thousands of yuan were confused")
}

func TestAMappingThatPanicsOrSkipsIsReported(t *testing.T) {
	same := func(r teacher.Record) teacher.Record { return r }
	err := rulestest.CheckMapping(same, func(*teacher.Record, *teacher.Record) { panic("no column") }, tonghua.SeniorMaster)
	assert.ErrorContains(t, err, "panicked on the record map[")
	assert.ErrorContains(t, err, "no column")
	err = rulestest.CheckMapping(same, func(_, r *teacher.Record) { r.Skip() }, tonghua.SeniorMaster)
	assert.ErrorContains(t, err, "the mapping skips the record")
	assert.Error(t, rulestest.CheckMapping[teacher.Record, teacher.Record](nil, nil, tonghua.SeniorMaster))
	assert.Error(t, rulestest.CheckMapping(same, func(a, b *teacher.Record) { *b = *a }))
	assert.ErrorIs(t, rulestest.CheckMapping(same, func(a, b *teacher.Record) { *b = *a }, rules.Measure[teacher.Record]{}), rules.ErrZero)
}

// staffRules read each column of the staff table, and no other field.
func staffRules() rules.Set[teacher.Record] {
	said := func(id plan.ID, each quantity.Amount) *plan.Plan {
		return saying(func(s *plan.Statement) {
			s.ID = id
			if !each.IsZero() {
				s.Population, s.Each = plan.Threshold{}, plan.Threshold{Comparator: plan.AtLeast, Amount: each, Origin: plan.Origin{Basis: plan.Stated}}
			}
		})
	}
	share := func(id plan.ID, among, counted indicators.Condition[teacher.Record]) rules.Rule[teacher.Record] {
		return rules.MustShare(said(id, quantity.Amount{}), id, indicators.Share[teacher.Record]{Among: among, Counted: counted})
	}
	duty := func(id plan.ID, each quantity.Amount, must indicators.Condition[teacher.Record]) rules.Rule[teacher.Record] {
		return rules.MustDuty(said(id, each), id, indicators.Duty[teacher.Record]{Must: must})
	}
	hours := func(n uint64) quantity.Amount { return quantity.MustAmount(n, 1, quantity.Hour) }
	return rules.Set[teacher.Record]{
		duty("hours-of-training", hours(360), teacher.TrainingHours.AtLeast(indicators.Each)),
		duty("hours-of-digital-skills", hours(50), teacher.DigitalHours.AtLeast(indicators.Each)),
		duty("hours-of-practice", percent(50), teacher.PracticeHours.AtLeastShareOf(teacher.DigitalHours, indicators.Each)),
		share("bachelors", teacher.Stage.Is(indicators.JuniorHigh), teacher.Education.AtLeast(indicators.Bachelor)),
		share("backbone", teacher.FullTime.Is(indicators.Yes), teacher.Backbone.Is(indicators.CityTier)),
		share("specialists", teacher.Stage.Is(indicators.Primary), teacher.Specialist.Is(indicators.Yes)),
		share("dual-qualified", teacher.Stage.Is(indicators.Vocational), teacher.DualQualified.Is(indicators.Yes)),
		share("network-space", indicators.Condition[teacher.Record]{}, teacher.RealNameSpace.Is(indicators.Yes)),
		share("round-of-training", indicators.Condition[teacher.Record]{}, teacher.CurrentRoundTrained.Is(indicators.Yes)),
	}
}
