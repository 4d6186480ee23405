package indicators_test

import (
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

type question = indicators.Question[teacher.Record]

// ask resolves a question about teachers whose figures are all literal.
func ask(t testing.TB, among, counted indicators.Condition[teacher.Record]) question {
	t.Helper()
	var q question
	var err error
	q.Among, err = among.Resolve(nil)
	require.NoError(t, err)
	q.Counted, err = counted.Resolve(nil)
	require.NoError(t, err)
	return q
}

func TestAClassIsWhatARecordMayBe(t *testing.T) {
	q := ask(t, teacher.Stage.Is(indicators.SeniorHigh), teacher.Education.AtLeast(indicators.Master))
	const out, not, counted = count.OutOfScope, count.NotCounted, count.Counted
	for _, c := range []struct {
		name      string
		stage     indicators.Stage
		education indicators.Education
		want      count.Class
	}{
		{"out of scope, whatever the condition says", indicators.Primary, indicators.Master, out},
		{"out of scope, though the condition is unknown", indicators.Primary, 0, out},
		{"in scope and counted", indicators.SeniorHigh, indicators.Doctor, counted},
		{"in scope and not counted", indicators.SeniorHigh, indicators.Bachelor, not},
		{"in scope, the condition unknown", indicators.SeniorHigh, 0, not | counted},
		{"in scope, the condition invalid", indicators.SeniorHigh, indicators.InvalidWord, not | counted},
		{"scope unknown, would count", 0, indicators.Master, out | counted},
		{"scope unknown, would not count", 0, indicators.College, out | not},
		{"scope invalid, would not count", indicators.InvalidWord, indicators.College, out | not},
		{"both unknown: it may be anything", 0, 0, out | not | counted},
	} {
		t.Run(c.name, func(t *testing.T) {
			class := classOf(t, q, teacher.Record{Stage: c.stage, Education: c.education})
			assert.Equal(t, c.want, class)
			assert.Equal(t, bits.OnesCount8(uint8(c.want)) == 1, class.Certain())
		})
	}
}

func TestAContradictionVoidsTheQuestionsThatReadBothFields(t *testing.T) {
	shareOf := teacher.PracticeHours.AtLeastShareOf(teacher.DigitalHours, half)
	digital, practiced := teacher.DigitalHours.AtLeast(hours(50)), teacher.PracticeHours.AtLeast(hours(25))
	full := teacher.FullTime.Is(indicators.Yes)
	var every indicators.Condition[teacher.Record]
	questions := []question{
		ask(t, every, shareOf),
		ask(t, every, digital),
		ask(t, every, practiced),
		ask(t, digital, practiced),
		ask(t, every, indicators.Or(full, indicators.And(digital, practiced))),
		ask(t, full, indicators.Not(indicators.And(digital, practiced))),
		ask(t, every, full),
	}
	axes, err := indicators.NewAxes(teacher.Record{}.Subject(), questions...)
	require.NoError(t, err)
	const not, counted, either = count.NotCounted, count.Counted, count.NotCounted | count.Counted
	for _, c := range []struct {
		name   string
		record teacher.Record
		want   [7]count.Class
	}{
		{"30 hours of 60 agree", practice(30, 60), [7]count.Class{counted, counted, counted, counted, counted, not, counted}},
		{"61 hours of 60 cannot be", practice(61, 60), [7]count.Class{
			either,                    // the share reads both
			counted,                   // digital hours alone are as they are
			counted,                   // and so are practice hours alone
			count.OutOfScope | either, // one in the scope and one in the condition
			counted,                   // full-time decides without them
			either,
			counted,
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			c.record.FullTime = indicators.Yes
			classes := make([]uint8, axes.Len())
			axes.ClassesOf(&c.record, classes)
			for i, q := range questions {
				d := axes.Decide(q)
				assert.Equal(t, c.want[i], d.Class(classes), "question %d", i)
			}
		})
	}
}

func TestMoreEnrolledOfAgeThanThereArePersonsOfThatAge(t *testing.T) {
	q := indicators.Question[enrolment.Record]{
		Counted: indicators.And(enrolment.EnrolledOfAge.Recorded(), enrolment.OfficialAge.Recorded())}
	net := enrolment.Record{EnrolledOfAge: quantity.N(1000), OfficialAge: quantity.N(1000)}
	assert.Equal(t, count.Counted, classOf(t, q, net), "a net ratio of 100 % is possible")
	net.EnrolledOfAge = quantity.N(1001)
	assert.Equal(t, count.NotCounted, classOf(t, q, net), "one above 100 % is not")

	gross := indicators.Question[enrolment.Record]{Counted: indicators.And(enrolment.Enrolled.Recorded(), enrolment.OfficialAge.Recorded())}
	assert.Equal(t, count.Counted, classOf(t, gross, enrolment.Record{Enrolled: quantity.N(1001), OfficialAge: quantity.N(1000)}),
		"a gross ratio may exceed 100 %")
}

func TestGapsAreCountedByFieldAndOnce(t *testing.T) {
	var every indicators.Condition[teacher.Record]
	q := ask(t, teacher.Stage.Is(indicators.Primary), indicators.And(
		teacher.PracticeHours.AtLeastShareOf(teacher.DigitalHours, half), teacher.DigitalHours.AtLeast(hours(50)), teacher.Stage.Recorded()))
	axes, err := indicators.NewAxes(teacher.Record{}.Subject(), q, ask(t, every, teacher.Education.Recorded()))
	require.NoError(t, err)
	d := axes.Decide(q)
	// two places a field: stage, practice hours, digital hours
	for _, c := range []struct {
		name    string
		record  teacher.Record
		counts  []int64
		invalid bool
	}{
		{"nothing is missing", practice(25, 50), []int64{0, 0, 0, 0, 0, 0}, false},
		{"practice hours are missing", teacher.Record{DigitalHours: quantity.WholeHours(50)}, []int64{0, 0, 1, 0, 0, 0}, false},
		{"all hours are missing", teacher.Record{}, []int64{0, 0, 1, 0, 1, 0}, false},
		{"practice hours are invalid", practice(-1, 50), []int64{0, 0, 0, 1, 0, 0}, true},
		{"digital hours are invalid, practice hours missing", teacher.Record{DigitalHours: quantity.WholeHours(-1)}, []int64{0, 0, 1, 0, 0, 1}, true},
		{"the part is larger than the whole", practice(51, 50), []int64{0, 0, 0, 1, 0, 1}, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			for _, stage := range []indicators.Stage{indicators.Primary, 0, indicators.InvalidWord} {
				want := append([]int64(nil), c.counts...)
				c.record.Stage = stage
				switch stage {
				case 0:
					want[0] = 1
				case indicators.InvalidWord:
					want[1] = 1
				}
				classes := make([]uint8, axes.Len())
				axes.ClassesOf(&c.record, classes)
				counts, invalid := countedGaps(&d, classes, 6)
				assert.Equal(t, c.invalid || stage == indicators.InvalidWord, invalid)
				assert.Equal(t, want, counts, "the education, which another question reads, is not counted")
			}
		})
	}
}

func TestWatchesSeeEveryFieldOfTheAxes(t *testing.T) {
	var every indicators.Condition[teacher.Record]
	axes, err := indicators.NewAxes(teacher.Record{}.Subject(), ask(t, every, indicators.And(
		teacher.PracticeHours.AtLeastShareOf(teacher.DigitalHours, half), teacher.Education.AtLeast(indicators.Master))))
	require.NoError(t, err)
	for _, c := range []struct {
		name             string
		record           teacher.Record
		unknown, invalid []string
	}{
		{"a record of nothing", teacher.Record{}, []string{"practice_hours", "digital_hours", "education"}, nil},
		{"a complete record", teacher.Record{Education: indicators.Master, PracticeHours: quantity.WholeHours(1), DigitalHours: quantity.WholeHours(1)}, nil, nil},
		{"a word outside the list", teacher.Record{Education: 9, PracticeHours: quantity.WholeHours(1), DigitalHours: quantity.WholeHours(-1)}, nil, []string{"digital_hours", "education"}},
		{"a contradiction is no invalid field but one of its own", teacher.Record{Education: indicators.Master, PracticeHours: quantity.WholeHours(2), DigitalHours: quantity.WholeHours(1)},
			nil, []string{"practice_hours of digital_hours"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			classes := make([]uint8, axes.Len())
			axes.ClassesOf(&c.record, classes)
			var unknown, invalid []string
			for _, w := range axes.Watches() {
				name := w.Field.Key()
				if w.Whole != nil {
					name += " of " + w.Whole.Key()
				}
				isUnknown, isInvalid := w.See(classes)
				if isUnknown {
					unknown = append(unknown, name)
				}
				if isInvalid {
					invalid = append(invalid, name)
				}
			}
			assert.Equal(t, c.unknown, unknown)
			assert.Equal(t, c.invalid, invalid)
		})
	}
}

func TestTheSizeOfAProfile(t *testing.T) {
	var every indicators.Condition[teacher.Record]
	share := teacher.PracticeHours.AtLeastShareOf(teacher.DigitalHours, half)
	for _, c := range []struct {
		name      string
		questions []question
		axes      int
		size      int
	}{
		{"no question tells nothing apart", nil, 0, 1},
		{"a word: unknown, inside, outside, invalid", []question{ask(t, every, teacher.Education.AtLeast(indicators.Master))}, 1, 4},
		{"the same word asked again", []question{ask(t, every, teacher.Education.AtLeast(indicators.Master)), ask(t, teacher.Education.AtLeast(indicators.Master), every)}, 1, 4},
		{"the opposite tells no more apart", []question{ask(t, every, teacher.FullTime.Is(indicators.Yes)), ask(t, every, teacher.FullTime.Is(indicators.No))}, 1, 4},
		{"two nested sets of a word", []question{ask(t, teacher.Education.AtLeast(indicators.College), teacher.Education.AtLeast(indicators.Master))}, 1, 5},
		{"a word that only has to be recorded", []question{ask(t, every, teacher.Education.Recorded())}, 1, 3},
		{"a number with one cut: unknown, below, from there on, invalid", []question{ask(t, every, teacher.TrainingHours.AtLeast(hours(360)))}, 1, 4},
		{"less than cuts where at least does", []question{ask(t, teacher.TrainingHours.LessThan(hours(360)), teacher.TrainingHours.AtLeast(hours(360)))}, 1, 4},
		{"more than cuts one step later", []question{ask(t, teacher.TrainingHours.MoreThan(hours(360)), teacher.TrainingHours.AtLeast(hours(360)))}, 1, 5},
		{"equality cuts on both sides", []question{ask(t, every, teacher.TrainingHours.Is(hours(360)))}, 1, 5},
		{"equality with what no step reaches never holds", []question{ask(t, every, teacher.TrainingHours.Is(literal(1, 3, quantity.Hour)))}, 1, 3},
		{"a share: two numbers, their contradiction and the answer", []question{ask(t, every, share)}, 4, 3 * 3 * 2 * 3},
		{"independent fields multiply", []question{ask(t, teacher.FullTime.Is(indicators.Yes), teacher.TrainingHours.AtLeast(hours(360)))}, 2, 16},
	} {
		axes, err := indicators.NewAxes(teacher.Record{}.Subject(), c.questions...)
		require.NoError(t, err)
		assert.Equal(t, c.axes, axes.Len(), c.name)
		assert.Equal(t, c.size, axes.Size(), c.name)
	}
}

// However many conditions read one field, they tell no more apart than it has values.
func TestAnyNumberOfConditionsMayReadOneWord(t *testing.T) {
	var every indicators.Condition[teacher.Record]
	var questions []question
	for set := 1; set < 256; set++ { // every set of the eight levels, and so again
		var levels []indicators.Education
		for v := range 8 {
			if set>>v&1 == 1 {
				levels = append(levels, indicators.Education(v+1))
			}
		}
		questions = append(questions, ask(t, every, teacher.Education.In(levels...)))
	}
	questions = append(questions, questions...)
	axes, err := indicators.NewAxes(teacher.Record{}.Subject(), questions...)
	require.NoError(t, err)
	assert.Equal(t, 10, axes.Size(), "eight levels, unknown and invalid")
	classes := make([]uint8, axes.Len())
	for i, q := range questions {
		d := axes.Decide(q)
		set := i%255 + 1
		for level := range 10 {
			r := teacher.Record{Education: indicators.Education(level)}
			axes.ClassesOf(&r, classes)
			want := count.Counted | count.NotCounted
			switch {
			case level >= 1 && level <= 8 && set>>(level-1)&1 == 1:
				want = count.Counted
			case level >= 1 && level <= 8:
				want = count.NotCounted
			}
			require.Equal(t, want, d.Class(classes), "%s: %s", q.Counted.Text(1), r.Education.In(1))
		}
	}
}

func TestTheSameConditionMayBeAskedAnyNumberOfTimes(t *testing.T) {
	var every indicators.Condition[teacher.Record]
	for _, times := range []int{1, 2, 255, 256, 257, 1000} {
		questions := make([]question, times)
		for i := range questions {
			questions[i] = ask(t, every, teacher.Education.AtLeast(indicators.Master))
		}
		axes, err := indicators.NewAxes(teacher.Record{}.Subject(), questions...)
		require.NoError(t, err)
		require.Equal(t, 4, axes.Size(), "unknown, below, from master on, invalid; asked %d times", times)
		classes := make([]uint8, axes.Len())
		d := axes.Decide(questions[times-1])
		for level, want := range map[indicators.Education]count.Class{
			indicators.Bachelor: count.NotCounted, indicators.Master: count.Counted, indicators.Doctor: count.Counted,
		} {
			axes.ClassesOf(&teacher.Record{Education: level}, classes)
			require.Equal(t, want, d.Class(classes), "%s, asked %d times", level, times)
		}
	}
}
