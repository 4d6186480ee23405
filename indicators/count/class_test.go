package count_test

import (
	"fmt"
	"math/bits"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/count"
	"github.com/eduplan/tonghua/indicators/enrolment"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/indicators/teacher"
)

func TestAClassIsWhatARecordMayBe(t *testing.T) {
	c := counterOf(t, ask(t, "q", teacher.Stage.Is(indicators.SeniorHigh), teacher.Education.AtLeast(indicators.Master)))
	for _, one := range []struct {
		name      string
		stage     indicators.Stage
		education indicators.Education
		want      count.Class
		invalid   bool
	}{
		{"out of scope, whatever the condition says", indicators.Primary, indicators.Master, out, false},
		{"out of scope, though the condition is unknown", indicators.Primary, 0, out, false},
		{"out of scope, though the condition is invalid", indicators.Primary, indicators.InvalidWord, out, false},
		{"in scope and counted", indicators.SeniorHigh, indicators.Doctor, counted, false},
		{"in scope and not counted", indicators.SeniorHigh, indicators.Bachelor, not, false},
		{"in scope, the condition unknown", indicators.SeniorHigh, 0, not | counted, false},
		{"in scope, the condition invalid", indicators.SeniorHigh, indicators.InvalidWord, not | counted, true},
		{"scope unknown, would count", 0, indicators.Master, out | counted, false},
		{"scope unknown, would not count", 0, indicators.College, out | not, false},
		{"scope invalid, would not count", indicators.InvalidWord, indicators.College, out | not, true},
		{"both unknown: it may be anything", 0, 0, count.Anything, false},
	} {
		t.Run(one.name, func(t *testing.T) {
			class, invalid := c.Class(0, record{Stage: one.stage, Education: one.education})
			assert.Equal(t, one.want, class)
			assert.Equal(t, one.invalid, invalid)
			assert.Equal(t, bits.OnesCount8(uint8(one.want)) == 1, class.Certain())
		})
	}
	cook := record{Stage: indicators.SeniorHigh, Education: indicators.Doctor}
	cook.Skip()
	class, _ := c.Class(0, cook)
	assert.Equal(t, out, class, "a record that is skipped is out of scope")
}

func TestAContradictionVoidsTheQuestionsThatReadBothFields(t *testing.T) {
	shareOf := teacher.PracticeHours.AtLeastShareOf(teacher.DigitalHours, half)
	digital, practiced := teacher.DigitalHours.AtLeast(hours(50)), teacher.PracticeHours.AtLeast(hours(25))
	full := teacher.FullTime.Is(indicators.Yes)
	c := counterOf(t,
		ask(t, "the share reads both", every, shareOf),
		ask(t, "digital hours alone are as they are", every, digital),
		ask(t, "and so are practice hours alone", every, practiced),
		ask(t, "one in the scope and one in the condition", digital, practiced),
		ask(t, "full-time decides without them", every, indicators.Or(full, indicators.And(digital, practiced))),
		ask(t, "full-time does not decide", full, indicators.Not(indicators.And(digital, practiced))),
		ask(t, "neither is read", every, full))
	for _, one := range []struct {
		name   string
		record record
		want   [7]count.Class
	}{
		{"30 hours of 60 agree", practice(30, 60), [7]count.Class{counted, counted, counted, counted, counted, not, counted}},
		{"60 hours of 60 agree", practice(60, 60), [7]count.Class{counted, counted, counted, counted, counted, not, counted}},
		{"60.01 hours of 60 cannot be", practice(60.01, 60), [7]count.Class{either, counted, counted, count.Anything, counted, either, counted}},
	} {
		one.record.FullTime = indicators.Yes
		for i, want := range one.want {
			class, _ := c.Class(i, one.record)
			assert.Equal(t, want, class, "%s: question %d", one.name, i)
		}
	}
}

func TestMoreEnrolledOfAgeThanThereArePersonsOfThatAge(t *testing.T) {
	q := asking(t, indicators.And(enrolment.EnrolledOfAge.Recorded(), enrolment.OfficialAge.Recorded()))
	net := enrolment.Record{EnrolledOfAge: quantity.N(1000), OfficialAge: quantity.N(1000)}
	class, _ := q.Class(0, net)
	assert.Equal(t, counted, class, "a net ratio of 100 % is possible")
	net.EnrolledOfAge = quantity.N(1001)
	class, _ = q.Class(0, net)
	assert.Equal(t, not, class, "one above 100 % is not")

	gross := asking(t, indicators.And(enrolment.Enrolled.Recorded(), enrolment.OfficialAge.Recorded()))
	class, _ = gross.Class(0, enrolment.Record{Enrolled: quantity.N(1001), OfficialAge: quantity.N(1000)})
	assert.Equal(t, counted, class, "a gross ratio may exceed 100 %")
}

func TestAPartThatIsLargerThanTwoWholesIsInvalidOnce(t *testing.T) {
	one := func(u quantity.Unit) indicators.Figure { return literal(1, 1, u) }
	q := asking(t, indicators.Or(enrolment.EnrolledOfAge.AtLeast(one(quantity.Pupil)), enrolment.Enrolled.AtLeast(one(quantity.Pupil)), enrolment.OfficialAge.AtLeast(one(quantity.Person))))
	a := tallyOf(t, q, enrolment.Record{EnrolledOfAge: quantity.N(10), Enrolled: quantity.N(9), OfficialAge: quantity.N(8)}).Answer(0)
	assert.Equal(t, [8]int64{either: 1}, a.Classes)
	assert.ElementsMatch(t, []count.Lack{{Field: "enrolled_of_age", Invalid: 1}, {Field: "enrolled", Invalid: 1}, {Field: "official_age", Invalid: 1}}, a.Gaps)
	assert.EqualValues(t, 1, a.OpenInvalid)
}

func TestGapsAreCountedByFieldAndOnce(t *testing.T) {
	c := counterOf(t, ask(t, "q", teacher.Stage.Is(indicators.Primary), indicators.And(
		teacher.PracticeHours.AtLeastShareOf(teacher.DigitalHours, half), teacher.DigitalHours.AtLeast(hours(50)), teacher.Stage.Recorded())),
		ask(t, "another", every, teacher.Education.AtLeast(indicators.Master)))
	lacks := func(field string, unknown, invalid int64) count.Lack {
		return count.Lack{Field: field, Unknown: unknown, Invalid: invalid}
	}
	for _, one := range []struct {
		name    string
		record  record
		gaps    []count.Lack // beside the stage
		invalid bool
	}{
		{"nothing is missing", practice(25, 50), nil, false},
		{"practice hours are missing", record{DigitalHours: quantity.WholeHours(50)}, []count.Lack{lacks("practice_hours", 1, 0)}, false},
		{"all hours are missing", record{}, []count.Lack{lacks("practice_hours", 1, 0), lacks("digital_hours", 1, 0)}, false},
		{"practice hours are invalid", practice(-1, 50), []count.Lack{lacks("practice_hours", 0, 1)}, true},
		{"digital hours are invalid, practice hours missing", record{DigitalHours: quantity.WholeHours(-1)},
			[]count.Lack{lacks("practice_hours", 1, 0), lacks("digital_hours", 0, 1)}, true},
		{"the part is larger than the whole", practice(51, 50), []count.Lack{lacks("practice_hours", 0, 1), lacks("digital_hours", 0, 1)}, true},
	} {
		for stage, lack := range map[indicators.Stage][]count.Lack{
			indicators.Primary: nil, 0: {lacks("stage", 1, 0)}, indicators.InvalidWord: {lacks("stage", 0, 1)},
		} {
			t.Run(fmt.Sprintf("%s, stage %q", one.name, stage), func(t *testing.T) {
				r := one.record
				r.Stage = stage
				a := tallyOf(t, c, r).Answer(0)
				want := append(lack, one.gaps...)
				if want == nil {
					assert.Empty(t, a.Gaps)
				} else {
					assert.Equal(t, want, a.Gaps, "the education, which another question reads, is not counted")
				}
				assert.Equal(t, one.invalid || stage == indicators.InvalidWord, a.OpenInvalid == 1)
				assert.LessOrEqual(t, a.OpenInvalid, int64(1), "a record is counted once, however many fields are invalid")
			})
		}
	}
}

// The end of an age band that has none is left out, and nobody need fill it.
func TestWhatIsAskedOnlyWhetherItIsRecordedIsLackingNowhere(t *testing.T) {
	c := counterOf(t,
		ask(t, "open band", indicators.Not(teacher.AppointedYear.Recorded()), teacher.Education.AtLeast(indicators.Master)),
		ask(t, "one that asks more as well", indicators.Or(teacher.TrainingHours.Recorded(), teacher.TrainingHours.AtLeast(hours(50))), teacher.Education.AtLeast(indicators.Master)))
	tally := tallyOf(t, c, record{})
	assert.Equal(t, []count.Lack{{Field: "education", Unknown: 1}}, tally.Answer(0).Gaps)
	assert.Contains(t, tally.Answer(1).Gaps, count.Lack{Field: "training_hours", Unknown: 1})
	spoiled := record{AppointedYear: quantity.N(-1)}
	assert.Contains(t, tallyOf(t, c, spoiled).Answer(0).Gaps, count.Lack{Field: "appointed_year", Invalid: 1}, "what is invalid is no answer")
}

func TestFieldsAreCheckedWhateverTheQuestionsMakeOfThem(t *testing.T) {
	c := counterOf(t, ask(t, "q", teacher.FullTime.Is(indicators.Yes), indicators.And(
		teacher.PracticeHours.AtLeastShareOf(teacher.DigitalHours, half), teacher.Education.AtLeast(indicators.Master))))
	whole := func(n int64) quantity.Hours { return quantity.WholeHours(n) }
	for _, one := range []struct {
		name             string
		record           record
		unknown, invalid []string
	}{
		{"a record of nothing", record{}, []string{"practice_hours", "digital_hours", "education"}, nil},
		{"a complete record", record{Education: indicators.Master, PracticeHours: whole(1), DigitalHours: whole(1)}, nil, nil},
		{"a word outside the list", record{Education: 9, PracticeHours: whole(1), DigitalHours: whole(-1)}, nil, []string{"digital_hours", "education"}},
		{"a contradiction is no invalid field but one of its own", record{Education: indicators.Master, PracticeHours: whole(2), DigitalHours: whole(1)},
			nil, []string{"practice_hours of digital_hours"}},
	} {
		t.Run(one.name, func(t *testing.T) {
			one.record.FullTime = indicators.No // out of scope
			var unknown, invalid, faults []string
			for _, f := range tallyOf(t, c, one.record).Fields() {
				name := f.Field
				if f.Whole != "" {
					name += " of " + f.Whole
				}
				if f.Unknown == 1 {
					unknown = append(unknown, name)
				}
				if f.Invalid == 1 {
					invalid = append(invalid, name)
				}
			}
			for _, f := range c.Faults(&one.record) {
				name := f.Field.Key()
				if f.Whole != nil {
					name += " of " + f.Whole.Key()
				}
				faults = append(faults, name)
			}
			assert.Equal(t, one.unknown, unknown)
			assert.Equal(t, one.invalid, invalid)
			assert.Equal(t, one.invalid, faults)
		})
	}
}

// However many conditions read one field, they tell no more apart than it has values.
func TestAnyNumberOfConditionsMayReadOneWord(t *testing.T) {
	var questions []question
	for set := 1; set < 256; set++ { // every set of the eight levels, and so again
		var levels []indicators.Education
		for v := range 8 {
			if set>>v&1 == 1 {
				levels = append(levels, indicators.Education(v+1))
			}
		}
		questions = append(questions, ask(t, fmt.Sprint(set), every, teacher.Education.In(levels...)),
			ask(t, fmt.Sprint("again ", set), every, teacher.Education.In(levels...)))
	}
	c := counterOf(t, questions...)
	sizes, untabled := c.TableSizes()
	assert.Equal(t, []count.TableSize{{Attributes: 1, Profiles: 11}}, sizes, "eight levels, something else, unknown and invalid")
	assert.Zero(t, untabled)
	for i, q := range questions {
		set := i/2 + 1
		for level := range 10 {
			want := either
			switch {
			case level >= 1 && level <= 8 && set>>(level-1)&1 == 1:
				want = counted
			case level >= 1 && level <= 8:
				want = not
			}
			class, _ := c.Class(i, record{Education: indicators.Education(level)})
			require.Equal(t, want, class, "%s: level %d", q.Counted.Text(1), level)
		}
	}
}

func TestTheSameConditionMayBeAskedAnyNumberOfTimes(t *testing.T) {
	for _, times := range []int{1, 2, 255, 256, 257, 1000} {
		questions := make([]question, times)
		for i := range questions {
			questions[i] = ask(t, fmt.Sprint(i), every, teacher.Education.AtLeast(indicators.Master))
		}
		c := counterOf(t, questions...)
		sizes, _ := c.TableSizes()
		require.Equal(t, []count.TableSize{{Attributes: 1, Profiles: 4}}, sizes, "unknown, below, from master on, invalid; asked %d times", times)
		tally := tallyOf(t, c, record{Education: indicators.Bachelor}, record{Education: indicators.Master}, record{Education: indicators.Doctor})
		for i := range questions {
			require.Equal(t, [8]int64{not: 1, counted: 2}, tally.Answer(i).Classes, "%d times: question %d", times, i)
		}
	}
}

// One attribute of a table has at most 64 bins, but several questions together may
// compare a number with more figures.
func TestQuestionsMayCompareANumberWithMoreFiguresThanATableHoldsOf(t *testing.T) {
	var questions []question
	for n := range uint64(200) {
		questions = append(questions, ask(t, fmt.Sprint(n), every, teacher.TrainingHours.AtLeast(hours(n+1))))
	}
	c := counterOf(t, questions...)
	for trained := range int64(202) {
		r := record{TrainingHours: quantity.WholeHours(trained)}
		alone := c.Tally()
		require.NoError(t, c.Add(alone, &r, 1))
		passed := tallyOf(t, c, r)
		require.Equal(t, asJSON(t, passed), asJSON(t, alone))
		for i := range questions {
			want := not
			if trained >= int64(i+1) {
				want = counted
			}
			class, _ := c.Class(i, r)
			require.Equal(t, want, class, "%d hours of %d", trained, i+1)
			require.EqualValues(t, 1, passed.Answer(i).Classes[want], "%d hours of %d", trained, i+1)
		}
		require.Equal(t, []count.Lack{{Field: "training_hours"}}, alone.Fields())
	}
}
