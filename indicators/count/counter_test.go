package count_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/count"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/indicators/teacher"
)

// nameless is a kind of record that is wrongly described, orphan one that is not
// described at all.
type (
	nameless struct{ indicators.Row }
	orphan   struct{ indicators.Row }
)

func (nameless) Subject() *indicators.Subject[nameless] {
	return indicators.NewSubject[nameless]("", bilingual.Text{}, quantity.NoUnit)
}
func (orphan) Subject() *indicators.Subject[orphan] { return nil }

func TestACounterRefusesWhatItCannotAnswer(t *testing.T) {
	foreign := indicators.NewCategory(indicators.NewSubject[record]("other", label, quantity.Teacher), "stage", label, func(r *record) *indicators.Stage { return &r.Stage })
	var none indicators.Number[record]
	many := make([]condition, 62)
	for i := range many {
		many[i] = resolved(t, teacher.TrainingHours.AtLeast(hours(uint64(i+1))))
	}
	recorded := indicators.And(teacher.PracticeHours.Recorded(), teacher.DigitalHours.Recorded())
	sum := func(fields ...*indicators.Field[record]) (list []count.Term[record]) {
		for _, f := range fields {
			list = append(list, count.Term[record]{Field: f, Weight: 1})
		}
		return list
	}
	for _, c := range []struct {
		name     string
		question question
		want     string
	}{
		{"a field that is not the subject's", question{Counted: foreign.Is(indicators.Primary)}, "field stage is none of the subject's"},
		{"a field that is not described", question{Among: none.Recorded()}, "a condition on a field that is not described"},
		{"a figure that is only named", question{Counted: teacher.TrainingHours.AtLeast(indicators.Each)}, "field training_hours: threshold on each record is not resolved"},
		{"a literal that is not resolved", question{Among: indicators.Not(teacher.TrainingHours.AtLeast(hours(1)))}, "field training_hours: 1 hour is not resolved"},
		{"a function that decides nothing", question{Counted: indicators.Holds(indicators.Function[record]{Name: label, Version: "1", Reads: []*indicators.Field[record]{teacher.Stage.Field}})},
			`function "label" decides nothing`},
		{"62 figures, which with unknown, invalid and below all of them make 65 bins", question{Counted: indicators.And(many...)}, "field training_hours is compared with too many figures"},
		{"a sum of a word", question{Counted: teacher.Stage.Recorded(), Of: sum(teacher.Stage.Field)}, "a sum of what is no number of the subject's"},
		{"a sum of nothing", question{Counted: recorded, Per: sum(nil)}, "a sum of what is no number of the subject's"},
		{"a sum of what no condition asks for", question{Counted: recorded, Of: sum(teacher.TrainingHours.Field)}, "a sum of field training_hours, which no condition asks for"},
	} {
		t.Run(c.name, func(t *testing.T) {
			c.question.Key = "q"
			_, err := count.New(asOf, c.question)
			assert.EqualError(t, err, "count: question q: "+c.want)
		})
	}
	_, err := count.New(asOf, question{Counted: indicators.And(many[:61]...)})
	assert.NoError(t, err, "61 figures make 64 bins")
	_, err = count.New(asOf, question{Counted: recorded, Of: sum(teacher.PracticeHours.Field), Per: sum(teacher.DigitalHours.Field)})
	assert.NoError(t, err, "sums of what the condition asks for")

	_, err = count.New[orphan](asOf, count.Question[orphan]{})
	assert.EqualError(t, err, "indicators: no subject")
	_, err = count.New[nameless](asOf, count.Question[nameless]{})
	assert.Error(t, err, "a subject that is wrongly described")
	_, err = count.New[record](asOf)
	assert.EqualError(t, err, "count: no questions")
	_, err = count.New(quantity.Date{}, question{})
	assert.EqualError(t, err, `count: as-of date "": want a day of the calendar`)
}

func TestTwoQuestionsDoNotShareAKey(t *testing.T) {
	stage, education := ask(t, "a", every, teacher.Stage.Recorded()), ask(t, "a", every, teacher.Education.Recorded())
	_, err := count.New(asOf, stage, education)
	assert.EqualError(t, err, `count: question "a" stands twice`)
	education.Key = "b"
	c, err := count.New(asOf, stage, education)
	require.NoError(t, err)
	assert.Equal(t, 0, c.Index("a"))
	assert.Equal(t, 1, c.Index("b"))
	assert.Equal(t, -1, c.Index("c"))
	assert.Equal(t, asOf, c.AsOf())
}

// many is a record of more fields than one question may read.
type many struct {
	indicators.Row
	Numbers [65]quantity.Count
}

var manySubject = func() *indicators.Subject[many] {
	s := indicators.NewSubject[many]("many", label, quantity.Item)
	for i := range (many{}).Numbers {
		indicators.NewNumber(s, fmt.Sprintf("n%d", i), label, quantity.Place, func(m *many) *quantity.Count { return &m.Numbers[i] })
	}
	return s
}()

func (many) Subject() *indicators.Subject[many] { return manySubject }

func TestAQuestionReadsAtMost64Fields(t *testing.T) {
	var parts []indicators.Condition[many]
	for _, f := range manySubject.Fields() {
		parts = append(parts, f.Recorded())
	}
	_, err := count.New(asOf, count.Question[many]{Key: "q", Counted: indicators.And(parts...)})
	assert.EqualError(t, err, "count: question q: it reads 65 fields of a record, at most 64 are possible")

	c := counterOf(t, count.Question[many]{Key: "q", Among: parts[0], Counted: indicators.And(parts[:64]...)})
	_, untabled := c.TableSizes()
	assert.Equal(t, 1, untabled, "64 fields tell more apart than anybody counts by profile")
	var full, short many
	for i := range full.Numbers[:64] {
		full.Numbers[i] = quantity.N(i)
	}
	short = full
	short.Numbers[63] = quantity.N(-1)
	tally := tallyOf(t, c, full, short, many{}, full)
	assert.Equal(t, [8]int64{out: 1, not: 1, counted: 2}, tally.Answer(0).Classes)
	assert.Equal(t, count.Lack{Field: "n63", Unknown: 1, Invalid: 1}, tally.Fields()[63])
}

func TestACounterDoesNotChangeWithTheQuestionsItWasMadeFrom(t *testing.T) {
	questions := []question{hoursRatio(t, "a"), ask(t, "b", every, teacher.Stage.Recorded())}
	c, same := counterOf(t, questions...), counterOf(t, questions...)
	want := same.Identity()
	questions[0].Of[0].Weight, questions[0].Flag, questions[1].Key = 9, true, "c"
	assert.Equal(t, want, c.Identity())
}

func TestAQuestionWithoutScopeIsAboutEveryRecordThatIsNotSkipped(t *testing.T) {
	c := counterOf(t, question{Key: "all"}, question{Key: "taught", Counted: resolved(t, teacher.Stage.Is(indicators.Primary))})
	cook := record{Stage: indicators.Primary}
	cook.Skip()
	tally := tallyOf(t, c, record{Stage: indicators.Primary}, record{}, record{Stage: indicators.SeniorHigh}, cook)
	assert.Equal(t, [8]int64{counted: 3}, tally.Answer(0).Classes, "a question without any condition counts all")
	assert.Equal(t, [8]int64{counted: 1, not: 1, either: 1}, tally.Answer(1).Classes)
	assert.EqualValues(t, 4, tally.Read())
	assert.EqualValues(t, 1, tally.Skipped())
	assert.NoError(t, c.Check(tally.Counts()))

	alone := counterOf(t, question{Key: "all"})
	assert.Equal(t, [8]int64{counted: 3}, tallyOf(t, alone, record{}, cook, record{}, record{}).Answer(0).Classes, "and so it does alone")
}

func TestAddCountsARecordAnyNumberOfTimes(t *testing.T) {
	c := counterOf(t, hoursRatio(t, "ratio"))
	tally := c.Tally()
	r := practice(25, 50)
	require.NoError(t, c.Add(tally, &r, 0))
	assert.Equal(t, asJSON(t, c.Tally()), asJSON(t, tally), "no times is nothing")
	require.NoError(t, c.Add(tally, &r, 3))
	assert.Equal(t, asJSON(t, tallyOf(t, c, r, r, r)), asJSON(t, tally))
	r.Skip()
	require.NoError(t, c.Add(tally, &r, 2))
	assert.EqualValues(t, 5, tally.Read())
	assert.EqualValues(t, 2, tally.Skipped())

	assert.ErrorIs(t, c.Add(counterOf(t, hoursRatio(t, "ratio")).Tally(), &r, 1), count.ErrMismatch, "another counter's tally, though it asks the same")
	assert.ErrorIs(t, c.Add(nil, &r, 1), count.ErrMismatch)
}

func TestAnIdentityIsThatOfFiguresScopeConditionAndSums(t *testing.T) {
	among, must := teacher.Stage.Is(indicators.Primary), teacher.TrainingHours.AtLeast(hours(360))
	base := ask(t, "a", among, must)
	ratio := hoursRatio(t, "a")
	weighted, zeroed, without := hoursRatio(t, "a"), hoursRatio(t, "a"), hoursRatio(t, "a")
	weighted.Of[0].Weight, zeroed.Per[0].Weight, without.Per = 2, 0, nil
	renamed, flagged := ask(t, "z", among, must), ask(t, "a", among, must)
	flagged.Flag = true
	for _, c := range []struct {
		name       string
		one, other question
		same       bool
	}{
		{"another figure", base, ask(t, "a", among, teacher.TrainingHours.AtLeast(hours(361))), false},
		{"another comparison", base, ask(t, "a", among, teacher.TrainingHours.MoreThan(hours(360))), false},
		{"another scope", base, ask(t, "a", teacher.Stage.Is(indicators.JuniorHigh), must), false},
		{"no scope", base, ask(t, "a", every, must), false},
		{"scope and condition changed about", base, ask(t, "a", must, among), false},
		{"another weight in a sum", ratio, weighted, false},
		{"a weight of nought", ratio, zeroed, false},
		{"one sum fewer", ratio, without, false},
		{"the same condition without sums", ratio, question{Key: "a", Counted: ratio.Counted}, false},
		{"another key", base, renamed, true},
		{"whether records are reported", base, flagged, true},
		{"the same once more", ratio, hoursRatio(t, "a"), true},
	} {
		t.Run(c.name, func(t *testing.T) {
			one, other := counterOf(t, c.one), counterOf(t, c.other)
			first, second := one.Tally().Counts().Answers[0].Identity, other.Tally().Counts().Answers[0].Identity
			assert.Equal(t, c.same, first == second)
			assert.Len(t, first, 32)
			if c.one.Key == c.other.Key {
				assert.Equal(t, c.same, one.Identity() == other.Identity())
			}
		})
	}
}

// relabelled is a record whose subject is described with labels that change.
type relabelled struct {
	indicators.Row
	Number quantity.Count
}

var relabelledSubject *indicators.Subject[relabelled]

func (relabelled) Subject() *indicators.Subject[relabelled] { return relabelledSubject }

func TestLabelsAreNoPartOfAnIdentity(t *testing.T) {
	identity := func(key, zh string) string {
		text := label
		text.ZH = zh
		relabelledSubject = indicators.NewSubject[relabelled]("relabelled", text, quantity.Item)
		f := indicators.NewNumber(relabelledSubject, key, text, quantity.Place, func(r *relabelled) *quantity.Count { return &r.Number })
		return asking(t, f.AtLeast(literal(1, 1, quantity.Place))).Identity()
	}
	assert.Equal(t, identity("number", "座位数"), identity("number", "座位"))
	assert.NotEqual(t, identity("number", "座位数"), identity("seats", "座位数"), "but on keys")
}
