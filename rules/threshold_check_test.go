package rules_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/enrolment"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/indicators/teacher"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules"
)

// yearbook is a record with a number in every unit.
type yearbook struct {
	indicators.Row
	Whole quantity.Count
	Fine  quantity.Money
}

var (
	yearbooks = indicators.NewSubject[yearbook]("yearbook", bilingual.Text{ZH: "年鉴", EN: "yearbooks"}, quantity.Report)
	numbers   = numbersOfAllUnits()
)

func (yearbook) Subject() *indicators.Subject[yearbook] { return yearbooks }

func numbersOfAllUnits() map[quantity.Unit]indicators.Number[yearbook] {
	all := map[quantity.Unit]indicators.Number[yearbook]{}
	for _, u := range quantity.Units() {
		label := bilingual.Text{ZH: "数值" + u.String(), EN: u.String()}
		switch {
		case u.Scale() == 1:
			all[u] = indicators.NewNumber(yearbooks, u.String(), label, u, func(y *yearbook) *quantity.Count { return &y.Whole })
		default:
			all[u] = indicators.NewNumber(yearbooks, u.String(), label, u, func(y *yearbook) *quantity.Money { return &y.Fine })
		}
	}
	return all
}

func one(u quantity.Unit) quantity.Amount { return quantity.MustAmount(1, 1, u) }

func TestARatioIsMeasuredInWhatItsSumsGive(t *testing.T) {
	const refused, accepted = false, true
	for _, c := range []struct {
		name          string
		of, per, unit quantity.Unit
		want          bool
	}{
		{"pupils by persons of their age are a percentage", quantity.Pupil, quantity.Person, quantity.Percent, accepted},
		{"places by the places of before are a percentage", quantity.Place, quantity.Place, quantity.Percent, accepted},
		{"yuan by the yuan of before are a multiple", quantity.Yuan, quantity.Yuan, quantity.Multiple, accepted},
		{"hours by hours are a percentage", quantity.Hour, quantity.Hour, quantity.Percent, accepted},
		{"hours by hours are no hours", quantity.Hour, quantity.Hour, quantity.Hour, refused},
		{"persons by persons are no persons", quantity.Person, quantity.Person, quantity.Person, refused},
		{"nor days", quantity.Person, quantity.Person, quantity.Day, refused},
		{"nor yuan", quantity.Person, quantity.Person, quantity.Yuan, refused},
		{"pupils by persons, who they are a part of, are no pupils", quantity.Pupil, quantity.Person, quantity.Pupil, refused},
		{"and no persons", quantity.Pupil, quantity.Person, quantity.Person, refused},
		{"pupils by teachers are so many pupils", quantity.Pupil, quantity.Teacher, quantity.Pupil, accepted},
		{"or a multiple", quantity.Pupil, quantity.Teacher, quantity.Multiple, accepted},
		{"but no teachers", quantity.Pupil, quantity.Teacher, quantity.Teacher, refused},
		{"pupils by classes are so many pupils", quantity.Pupil, quantity.Class, quantity.Pupil, accepted},
		{"hours by teachers are hours", quantity.Hour, quantity.Teacher, quantity.Hour, accepted},
		{"hours by teachers are no percentage", quantity.Hour, quantity.Teacher, quantity.Percent, refused},
		{"yuan by pupils are yuan", quantity.Yuan, quantity.Pupil, quantity.Yuan, accepted},
		{"yuan by pupils are yuan per pupil", quantity.Yuan, quantity.Pupil, quantity.YuanPerPupil, accepted},
		{"yuan by schools are not", quantity.Yuan, quantity.School, quantity.YuanPerPupil, refused},
		{"square metres by yuan are no percentage", quantity.SquareMetre, quantity.Yuan, quantity.Percent, refused},
		{"person-years by persons are years", quantity.PersonYear, quantity.Person, quantity.Year, accepted},
		{"person-years by schools are not", quantity.PersonYear, quantity.School, quantity.Year, refused},
		{"schools by townships cover them by a percentage", quantity.School, quantity.Township, quantity.Percent, accepted},
		{"calendar years do not add up", quantity.CalendarYear, quantity.School, quantity.CalendarYear, refused},
		{"school grades do not add up", quantity.GradeNumber, quantity.GradeNumber, quantity.Percent, refused},
		{"multiples do not add up", quantity.Multiple, quantity.School, quantity.Multiple, refused},
	} {
		t.Run(c.name, func(t *testing.T) {
			p, err := plan.New(document(says("ratio", population(plan.AtLeast, one(c.unit)))))
			if err == nil {
				_, err = rules.NewRatio(p, "ratio", indicators.Ratio[yearbook]{Of: indicators.SumOf(numbers[c.of]), Per: indicators.SumOf(numbers[c.per])})
			}
			assert.Equal(t, c.want, err == nil, "%v", err)
			if !c.want {
				assert.ErrorIs(t, err, plan.ErrThreshold)
			}
		})
	}
}

// Whatever is divided by whatever, thousandths, points and their like are no
// measure of it, and per cent is one only of like and like.
func TestNoRatioIsMeasuredInWhatDoesNotAddUp(t *testing.T) {
	for _, unit := range []quantity.Unit{quantity.Thousandth, quantity.Point, quantity.CalendarYear, quantity.GradeNumber} {
		_, err := plan.New(document(says("ratio", population(plan.AtLeast, one(unit)))))
		assert.ErrorIs(t, err, plan.ErrThreshold, unit)
	}
}

func TestACountIsMeasuredInWhatItCounts(t *testing.T) {
	for unit, want := range map[quantity.Unit]bool{
		quantity.Teacher: true, quantity.Person: true, quantity.Item: true,
		quantity.School: false, quantity.Document: false, quantity.Day: false, quantity.Age: false, quantity.Minute: false,
		quantity.Mbps: false, quantity.Yuan: false, quantity.Percent: false, quantity.Multiple: false,
	} {
		_, err := rules.NewCount(edition(says("count", population(plan.AtLeast, one(unit)))), "count", numberOf{Counted: online})
		assert.Equal(t, want, err == nil, "%s: %v", unit, err)
		if !want {
			assert.ErrorIs(t, err, plan.ErrThreshold)
		}
	}
}

func TestAThresholdThatNothingReachesIsRefused(t *testing.T) {
	hundredth := func(n uint64) quantity.Amount { return quantity.MustAmount(n, 10000, quantity.Percent) }
	between := func(from, to quantity.Amount) plan.Threshold {
		return plan.Threshold{Comparator: plan.Between, Amount: from, To: to, Origin: plan.Origin{Basis: plan.Stated}}
	}
	quarter := func(n uint64) quantity.Amount { return quantity.MustAmount(n, 4, quantity.Teacher) }
	newShare := func(p *plan.Plan) error { _, err := rules.NewShare(p, "s", share{Counted: online}); return err }
	newDuty := func(p *plan.Plan) error { _, err := rules.NewDuty(p, "s", duty{Must: online}); return err }
	newCount := func(p *plan.Plan) error { _, err := rules.NewCount(p, "s", numberOf{Counted: online}); return err }
	newRatio := func(p *plan.Plan) error { _, err := rules.NewRatio(p, "s", enrolmentRatio); return err }
	for _, c := range []struct {
		name      string
		bind      func(*plan.Plan) error
		threshold plan.Threshold
		want      bool
	}{
		{"a share of at least 99.99 %", newShare, stated(plan.AtLeast, hundredth(9999)), true},
		{"a share of at least 100 %", newShare, stated(plan.AtLeast, hundredth(10000)), true},
		{"a share of at least 100.01 %", newShare, stated(plan.AtLeast, hundredth(10001)), false},
		{"a share of 900 %, a slip for 9 %", newShare, stated(plan.AtLeast, quantity.MustAmount(9, 1, quantity.Percent)), false},
		{"a share above 99.99 %", newShare, stated(plan.MoreThan, hundredth(9999)), true},
		{"a share above 100 %", newShare, stated(plan.MoreThan, hundredth(10000)), false},
		{"a share of exactly 100 %", newShare, stated(plan.Exactly, hundredth(10000)), true},
		{"a share of exactly 100.01 %", newShare, stated(plan.Exactly, hundredth(10001)), false},
		{"a share below 100 %", newShare, stated(plan.LessThan, hundredth(10000)), true},
		{"a share below 100.01 %", newShare, stated(plan.LessThan, hundredth(10001)), false},
		{"a share of at most 100.01 %", newShare, stated(plan.AtMost, hundredth(10001)), false},
		{"a share of at least nothing", newShare, stated(plan.AtLeast, hundredth(0)), true},
		{"a share of at most nothing", newShare, stated(plan.AtMost, hundredth(0)), true},
		{"a share below 0.01 %", newShare, stated(plan.LessThan, hundredth(1)), true},
		{"a share from 99 % to 100 %", newShare, between(hundredth(9900), hundredth(10000)), true},
		{"a share from 99 % to 100.01 %", newShare, between(hundredth(9900), hundredth(10001)), false},
		{"a share in persons", newShare, stated(plan.AtLeast, one(quantity.Person)), false},
		{"a share in multiples", newShare, stated(plan.AtLeast, one(quantity.Multiple)), false},
		{"a duty of 100 %", newDuty, stated(plan.AtLeast, hundredth(10000)), true},
		{"a duty of 100.01 %", newDuty, stated(plan.AtLeast, hundredth(10001)), false},
		{"a duty above 100 %", newDuty, stated(plan.MoreThan, hundredth(10000)), false},
		{"a ratio above 100 %, where it is no part of a whole", newRatio, stated(plan.MoreThan, hundredth(10001)), true},
		{"a count of exactly 3 teachers", newCount, stated(plan.Exactly, quarter(12)), true},
		{"a count of exactly 2.75 teachers", newCount, stated(plan.Exactly, quarter(11)), false},
		{"a count of at least 2.75 teachers", newCount, stated(plan.AtLeast, quarter(11)), true},
		{"a count from 2.75 to 3 teachers", newCount, between(quarter(11), quarter(12)), true},
		{"a count from 2.25 to 2.75 teachers", newCount, between(quarter(9), quarter(11)), false},
	} {
		t.Run(c.name, func(t *testing.T) {
			to := func(s *plan.Statement) { s.Population = c.threshold }
			err := c.bind(edition(says("s", to)))
			assert.Equal(t, c.want, err == nil, "%v", err)
			reading := c.bind(edition(says("s", population(plan.AtLeast, c.threshold.Amount), reading("only", plan.Threshold{}, c.threshold))))
			assert.Equal(t, c.want, reading == nil, "as a reading's own: %v", reading)
			if !c.want {
				assert.ErrorIs(t, err, plan.ErrThreshold)
			}
		})
	}
}

func TestAPartOfItsWholeIsNeverAbove100Percent(t *testing.T) {
	net := indicators.Ratio[enrolment.Record]{Of: indicators.SumOf(enrolment.EnrolledOfAge), Per: indicators.SumOf(enrolment.OfficialAge)}
	for of, want := range map[uint64]bool{9999: true, 10000: true, 10001: false} {
		_, err := rules.NewRatio(edition(says("net", population(plan.AtLeast, quantity.MustAmount(of, 10000, quantity.Percent)))), "net", net)
		assert.Equal(t, want, err == nil, "%d hundredths of a per cent: %v", of, err)
	}
}

func TestAnEditionWhoseThresholdMeansNothingBindsNoRule(t *testing.T) {
	p := edition(says("s", population(plan.AtLeast, half)))
	rule := rules.MustShare(p, "s", share{Counted: online})
	for hundredths, want := range map[uint64]bool{9999: true, 10000: true, 10001: false} {
		next, err := p.Amend("what-if", plan.Amendment{By: bilingual.Text{ZH: "测算", EN: "what-if"}, Effective: firstDay,
			Changes: []plan.Change{plan.SetPopulation("s", stated(plan.AtLeast, quantity.MustAmount(hundredths, 10000, quantity.Percent)))}})
		require.NoError(t, err, "a plan does not know what is measured")
		_, err = rule.Under(next)
		assert.Equal(t, want, err == nil, "%v", err)
	}
}

func TestARecordIsComparedWithOneFigure(t *testing.T) {
	on := func(c plan.Comparator, asks indicators.Figure) error {
		threshold := stated(c, hours(360))
		if c == plan.Between {
			threshold.To = hours(720)
		}
		p := edition(says("s", func(s *plan.Statement) { s.Each = threshold }))
		_, err := rules.NewDuty(p, "s", duty{Must: indicators.Not(indicators.Or(teacher.TrainingHours.LessThan(asks), online))})
		return err
	}
	for _, c := range []plan.Comparator{plan.AtLeast, plan.AtMost, plan.MoreThan, plan.LessThan, plan.Exactly} {
		assert.NoError(t, on(c, indicators.Each), c)
	}
	for _, c := range []plan.Comparator{plan.About, plan.Between} {
		assert.ErrorIs(t, on(c, indicators.Each), plan.ErrThreshold, c)
		assert.NoError(t, on(c, number(hours(360))), "%s: a rule that does not ask for it is free of it", c)
	}
}
