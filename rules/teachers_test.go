package rules_test

import (
	"math/rand/v2"
	"strings"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/indicators/teacher"
)

// staff is a row as school management software keeps it: about 110 bytes, with
// text keys that are separate allocations.
type staff struct {
	ID            int64
	County        string
	School        string
	Hours         float64
	DigitalHours  float64
	PracticeHours float64
	Reported      bool
	Stage         uint8 // 0 unknown, 1 primary, 2 junior, 3 senior, 4 vocational
	Education     uint8 // 0 unknown, 1 senior high … 5 doctor
	Backbone      uint8 // 0 unknown, 1 none, 2 county, 3 city, 4 province
	FullTime      uint8 // 0 unknown, 1 yes, 2 no
	Specialist    uint8
	DualQualified uint8
	RealName      uint8
	Trained       uint8
	Appointed     uint16 // 0 unknown, otherwise the year
	Born          int32
	Salary        float64
	Phone         int64
	Name          string
}

var counties = []string{"220502", "220503", "220521", "220523", "220524", "220582"}

// register makes a register in random order with a share of unknown and
// invalid fields in per mille.
func register(n int, unknown, invalid int) []staff {
	r := rand.New(rand.NewPCG(1, 2))
	rows := make([]staff, n)
	dropped := func() bool { return r.IntN(1000) < unknown }
	word := func(n int) uint8 {
		if dropped() {
			return 0
		}
		return uint8(1 + r.IntN(n))
	}
	most := func(answer uint8) uint8 {
		if answer == 2 && r.IntN(20) > 0 {
			return 1
		}
		return answer
	}
	for i := range rows {
		s := &rows[i]
		s.ID = int64(i)
		s.County = strings.Clone(counties[r.IntN(len(counties))])
		s.Stage, s.Education, s.Backbone = word(4), word(5), word(4)
		s.FullTime, s.Specialist, s.DualQualified = word(2), word(2), word(2)
		s.RealName, s.Trained = most(word(2)), most(word(2))
		// Nineteen of twenty keep the duties, as in a register that is run well.
		s.Hours = float64(342 + r.IntN(360))
		s.DigitalHours = float64(48 + r.IntN(40))
		if r.IntN(100) == 0 {
			s.DigitalHours = 0 // not trained in digital skills at all
		}
		s.PracticeHours = float64(int(s.DigitalHours) * (48 + r.IntN(40)) / 100)
		s.Reported = !dropped()
		if !dropped() {
			s.Appointed = uint16(2016 + r.IntN(8)) // one in eight came too late for the digital training
		}
		if r.IntN(1000) < invalid {
			s.Hours = -1
		}
		if r.IntN(1000) < invalid {
			s.PracticeHours = s.DigitalHours + 1
		}
	}
	return rows
}

var (
	stages     = [...]indicators.Stage{0, indicators.Primary, indicators.JuniorHigh, indicators.SeniorHigh, indicators.Vocational}
	educations = [...]indicators.Education{0, indicators.SeniorHighEducation, indicators.College, indicators.Bachelor, indicators.Master, indicators.Doctor}
	tiers      = [...]indicators.Tier{0, indicators.NoTier, indicators.CountyTier, indicators.CityTier, indicators.ProvinceTier}
)

// fill maps a row, with exact conversions and unknowns.
func fill(s *staff, t *teacher.Record) {
	t.Stage = stages[s.Stage]
	t.Education = educations[s.Education]
	t.Backbone = tiers[s.Backbone]
	t.FullTime = indicators.Answer(s.FullTime)
	t.Specialist = indicators.Answer(s.Specialist)
	t.DualQualified = indicators.Answer(s.DualQualified)
	t.RealNameSpace = indicators.Answer(s.RealName)
	t.CurrentRoundTrained = indicators.Answer(s.Trained)
	t.AppointedYear = quantity.N(s.Appointed).If(s.Appointed > 0)
	t.TrainingHours = quantity.HoursOf(s.Hours).If(s.Reported)
	t.DigitalHours = quantity.HoursOf(s.DigitalHours).If(s.Reported)
	t.PracticeHours = quantity.HoursOf(s.PracticeHours).If(s.Reported)
}
