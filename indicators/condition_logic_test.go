package indicators_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/indicators/teacher"
)

// answering are records about which "is full-time" is unknown, false and true.
func answering(t indicators.Truth) indicators.Answer {
	return map[indicators.Truth]indicators.Answer{no: indicators.No, yes: indicators.Yes}[t]
}

func TestAndOrNotFollowKleene(t *testing.T) {
	first, second := teacher.FullTime.Is(indicators.Yes), teacher.Specialist.Is(indicators.Yes)
	for _, a := range truths {
		r := teacher.Record{FullTime: answering(a)}
		assert.Equal(t, a.Not(), truthOf(t, indicators.Not(first), r), "not %s", a)
		for _, b := range truths {
			r.Specialist = answering(b)
			assert.Equal(t, a.And(b), truthOf(t, indicators.And(first, second), r), "%s and %s", a, b)
			assert.Equal(t, a.Or(b), truthOf(t, indicators.Or(first, second), r), "%s or %s", a, b)
			assert.Equal(t, a.And(b).Not().Or(b), truthOf(t,
				indicators.Or(indicators.Not(indicators.And(first, second)), second), r), "not (%s and %s) or %s", a, b, b)
		}
	}
}

func TestConditionsOfNothing(t *testing.T) {
	var every indicators.Condition[teacher.Record]
	never := indicators.Not(every)
	some := teacher.FullTime.Is(indicators.Yes)
	r := teacher.Record{}
	assert.Equal(t, yes, truthOf(t, every, r), "the zero condition is met by every record, even by one that is unknown")
	assert.Equal(t, no, truthOf(t, never, r))
	assert.Equal(t, yes, truthOf(t, indicators.And[teacher.Record](), r))
	assert.Equal(t, no, truthOf(t, indicators.Or[teacher.Record](), r))
	assert.Equal(t, unknown, truthOf(t, indicators.And(some, every), r))
	assert.Equal(t, yes, truthOf(t, indicators.Or(some, every), r))

	assert.True(t, every.IsZero())
	assert.True(t, indicators.And[teacher.Record]().IsZero())
	assert.True(t, indicators.And(every, indicators.And(every)).IsZero())
	for _, c := range []indicators.Condition[teacher.Record]{never, some, indicators.Or[teacher.Record](), indicators.And(some, every)} {
		assert.False(t, c.IsZero())
	}
}

func TestRecordedIsNeverUnknown(t *testing.T) {
	for _, c := range []struct {
		name   string
		field  *indicators.Field[teacher.Record]
		record teacher.Record
		want   indicators.Truth
	}{
		{"a word that nobody has said", teacher.Education.Field, teacher.Record{}, no},
		{"a word outside the list", teacher.Education.Field, teacher.Record{Education: indicators.InvalidWord}, no},
		{"a word of the list", teacher.Education.Field, teacher.Record{Education: indicators.NoSchooling}, yes},
		{"a number that nobody has said", teacher.TrainingHours.Field, teacher.Record{}, no},
		{"a number that was refused", teacher.TrainingHours.Field, teacher.Record{TrainingHours: quantity.WholeHours(-1)}, no},
		{"nought", teacher.TrainingHours.Field, teacher.Record{TrainingHours: quantity.WholeHours(0)}, yes},
		{"the largest number", teacher.TrainingHours.Field, teacher.Record{TrainingHours: quantity.WholeHours(int64(92233720368547758))}, yes},
	} {
		t.Run(c.name, func(t *testing.T) {
			assert.Equal(t, c.want, truthOf(t, c.field.Recorded(), c.record))
			assert.Equal(t, c.want.Not(), truthOf(t, indicators.Not(c.field.Recorded()), c.record))
		})
	}
}

func TestAContradictionMakesBothFieldsUnrecorded(t *testing.T) {
	both := indicators.And(teacher.PracticeHours.Recorded(), teacher.DigitalHours.Recorded())
	assert.Equal(t, no, truthOf(t, both, practice(51, 50)))
	assert.Equal(t, no, truthOf(t, indicators.Or(teacher.PracticeHours.Recorded(), teacher.DigitalHours.Recorded()), practice(51, 50)))
	assert.Equal(t, yes, truthOf(t, both, practice(50, 50)))
	assert.Equal(t, yes, truthOf(t, teacher.PracticeHours.Recorded(), practice(51, 50)), "who reads the part alone sees no contradiction")
}

func TestOwnFunctionsSeeKnownFieldsOnly(t *testing.T) {
	var seen []teacher.Record
	c := indicators.Holds(indicators.Function[teacher.Record]{
		Name: bilingual.Text{ZH: "学时为整数", EN: "whole hours"}, Version: "1",
		Reads: []*indicators.Field[teacher.Record]{teacher.Stage.Field, teacher.DigitalHours.Field, teacher.PracticeHours.Field},
		Holds: func(r *teacher.Record) bool {
			seen = append(seen, *r)
			return r.DigitalHours.Code().Steps()%100 == 0
		},
	})
	complete := teacher.Record{Stage: indicators.Primary, DigitalHours: quantity.WholeHours(50), PracticeHours: quantity.WholeHours(25)}
	change := func(edit func(*teacher.Record)) teacher.Record {
		r := complete
		edit(&r)
		return r
	}
	for _, x := range []struct {
		name   string
		record teacher.Record
		want   indicators.Truth
	}{
		{"all known and true", complete, yes},
		{"all known and false", change(func(r *teacher.Record) { r.DigitalHours = quantity.HoursOf(50.5) }), no},
		{"a word unknown", change(func(r *teacher.Record) { r.Stage = 0 }), unknown},
		{"a word invalid", change(func(r *teacher.Record) { r.Stage = indicators.InvalidWord }), unknown},
		{"a number unknown", change(func(r *teacher.Record) { r.DigitalHours = quantity.Hours{} }), unknown},
		{"a number invalid", change(func(r *teacher.Record) { r.PracticeHours = quantity.WholeHours(-1) }), unknown},
		{"a part larger than its whole", change(func(r *teacher.Record) { r.PracticeHours = quantity.WholeHours(51) }), unknown},
		{"another field unknown", change(func(r *teacher.Record) { r.Education = 0 }), yes},
	} {
		t.Run(x.name, func(t *testing.T) {
			seen = nil
			assert.Equal(t, x.want, truthOf(t, c, x.record))
			if x.want == unknown {
				assert.Empty(t, seen, "the function is not asked")
			} else {
				assert.Equal(t, []teacher.Record{x.record}, seen)
			}
			assert.Equal(t, x.want.Not(), truthOf(t, indicators.Not(c), x.record))
		})
	}
}

func TestReads(t *testing.T) {
	c := indicators.And(
		teacher.Stage.Is(indicators.Primary),
		indicators.Or(teacher.PracticeHours.AtLeastShareOf(teacher.DigitalHours, half), teacher.Education.Recorded()),
		indicators.Not(teacher.Stage.Is(indicators.Special)),
		indicators.Holds(indicators.Function[teacher.Record]{Reads: []*indicators.Field[teacher.Record]{teacher.Backbone.Field, teacher.DigitalHours.Field}}),
	)
	var keys []string
	for _, f := range c.Reads() {
		keys = append(keys, f.Key())
	}
	assert.Equal(t, []string{"stage", "practice_hours", "digital_hours", "education", "backbone"}, keys,
		"each field once, in the order of first mention")
	assert.Empty(t, indicators.Condition[teacher.Record]{}.Reads())

	q := indicators.Question[teacher.Record]{Among: teacher.Stage.Is(indicators.Primary), Counted: indicators.And(teacher.FullTime.Recorded(), teacher.Stage.Recorded())}
	assert.Equal(t, []*indicators.Field[teacher.Record]{teacher.Stage.Field, teacher.FullTime.Field}, q.Fields())
}

func TestAConditionDoesNotChangeWithTheSliceItWasMadeFrom(t *testing.T) {
	parts := []indicators.Condition[teacher.Record]{teacher.FullTime.Is(indicators.Yes), teacher.Specialist.Is(indicators.Yes)}
	reads := []*indicators.Field[teacher.Record]{teacher.Stage.Field}
	c := indicators.And(parts...)
	own := indicators.Holds(indicators.Function[teacher.Record]{Reads: reads})
	parts[1], reads[0] = teacher.Backbone.Recorded(), teacher.Backbone.Field
	assert.Equal(t, []*indicators.Field[teacher.Record]{teacher.FullTime.Field, teacher.Specialist.Field}, c.Reads())
	assert.Equal(t, []*indicators.Field[teacher.Record]{teacher.Stage.Field}, own.Reads())
}
