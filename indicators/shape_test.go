package indicators_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/countyyear"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/indicators/teacher"
)

// rebuilt takes a condition apart and puts it together again.
func rebuilt[R any](c indicators.Condition[R]) indicators.Condition[R] {
	var parts []indicators.Condition[R]
	for _, p := range c.Parts() {
		parts = append(parts, rebuilt(p))
	}
	switch c.Shape() {
	case indicators.Conjunction:
		return indicators.And(parts...)
	case indicators.Disjunction:
		return indicators.Or(parts...)
	case indicators.Negation:
		return indicators.Not(parts[0])
	case indicators.Elementary:
		return c.Element().Condition()
	}
	return indicators.Condition[R]{}
}

func TestAConditionTakenApartAndPutTogetherIsTheSame(t *testing.T) {
	hours := indicators.Literal(quantity.MustAmount(50, 1, quantity.Hour))
	half := indicators.Literal(quantity.MustAmount(1, 2, quantity.Percent))
	for name, c := range map[string]indicators.Condition[teacher.Record]{
		"every record": {},
		"words":        teacher.Stage.In(indicators.Primary, indicators.SeniorHigh),
		"ordered":      teacher.Education.AtLeast(indicators.Bachelor),
		"not below":    teacher.DigitalHours.AtLeast(hours),
		"not above":    teacher.DigitalHours.AtMost(hours),
		"above":        teacher.DigitalHours.MoreThan(hours),
		"below":        teacher.DigitalHours.LessThan(hours),
		"equal":        teacher.DigitalHours.Is(hours),
		"a share":      teacher.PracticeHours.AtLeastShareOf(teacher.DigitalHours, half),
		"recorded":     teacher.DigitalHours.Recorded(),
		"made of parts": indicators.Or(indicators.Not(teacher.FullTime.Is(indicators.Yes)),
			indicators.And(teacher.DigitalHours.AtLeast(hours), teacher.Stage.Is(indicators.Primary))),
		"no record": indicators.Or[teacher.Record](),
		"a function": indicators.Holds(indicators.Function[teacher.Record]{Name: bilingual.Text{ZH: "甲", EN: "a"}, Version: "1",
			Reads: []*indicators.Field[teacher.Record]{teacher.Stage.Field}, Holds: func(*teacher.Record) bool { return true }}),
	} {
		t.Run(name, func(t *testing.T) {
			assert.Equal(t, c.Text(bilingual.English), rebuilt(c).Text(bilingual.English))
			want, err := c.Resolve(nil)
			require.NoError(t, err)
			got, err := rebuilt(c).Resolve(nil)
			require.NoError(t, err)
			assert.Equal(t, want.Shape(), got.Shape())
			assert.Equal(t, want.Element().Amount, got.Element().Amount)
			assert.Equal(t, want.Element().Compare, got.Element().Compare)
			assert.Equal(t, want.Element().Words, got.Element().Words)
			assert.Equal(t, want.Reads(), got.Reads())
		})
	}
	perPupil := countyyear.Spending.Per(countyyear.Pupils).MoreThanShareOf(countyyear.SpendingBefore.Per(countyyear.PupilsBefore), half)
	assert.Equal(t, perPupil, rebuilt(perPupil))
}

func TestAnElementSaysWhatItAsks(t *testing.T) {
	e := teacher.Education.AtLeast(indicators.Bachelor).Element()
	assert.Equal(t, []uint8{uint8(indicators.Bachelor), uint8(indicators.Master), uint8(indicators.Doctor)}, e.Words)
	assert.Equal(t, indicators.NoComparison, e.Compare)
	e = teacher.PracticeHours.AtLeastShareOf(teacher.DigitalHours, indicators.Each).Element()
	assert.Equal(t, indicators.NotBelow, e.Compare)
	assert.Equal(t, indicators.Each, e.Figure)
	assert.Equal(t, []*indicators.Field[teacher.Record]{teacher.DigitalHours.Field}, e.Than)
	assert.True(t, e.Amount.IsZero())
	assert.Empty(t, indicators.Condition[teacher.Record]{}.Element().Of)
}

func TestAnElementThatCannotBeAskedIsRefused(t *testing.T) {
	type element = indicators.Element[teacher.Record]
	hours := []*indicators.Field[teacher.Record]{teacher.DigitalHours.Field}
	two := append(hours, teacher.TrainingHours.Field)
	figure := indicators.Literal(quantity.MustAmount(1, 2, quantity.Percent))
	for name, e := range map[string]element{
		"nothing":                     {},
		"a field that is not there":   {Of: []*indicators.Field[teacher.Record]{nil}, Compare: indicators.NotBelow, Figure: figure},
		"a figure without comparison": {Of: hours},
		"three fields":                {Of: append(two, teacher.PracticeHours.Field), Compare: indicators.NotBelow, Figure: figure},
		"a quotient with a number":    {Of: two, Than: hours, Compare: indicators.NotBelow, Figure: figure},
		"two fields without others":   {Of: two, Compare: indicators.NotBelow, Figure: figure},
		"a word outside the list":     {Of: []*indicators.Field[teacher.Record]{teacher.Stage.Field}, Words: []uint8{0}},
		"no word":                     {Of: []*indicators.Field[teacher.Record]{teacher.Stage.Field}},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := e.Condition().Resolve(nil)
			assert.Error(t, err)
		})
	}
}

func TestPartsOfASubjectAreListed(t *testing.T) {
	parts := teacher.Record{}.Subject().Parts()
	require.Len(t, parts, 1)
	assert.Equal(t, teacher.PracticeHours.Field, parts[0].Part.Field)
	assert.Equal(t, teacher.DigitalHours.Field, parts[0].Whole.Field)
}

func TestAnElementsFunctionIsACopy(t *testing.T) {
	own := indicators.Holds(indicators.Function[teacher.Record]{Name: bilingual.Text{ZH: "自定", EN: "own"}, Version: "1",
		Reads: []*indicators.Field[teacher.Record]{teacher.TrainingHours.Field},
		Holds: func(*teacher.Record) bool { return true }})
	trained := teacher.Record{TrainingHours: quantity.WholeHours(1)}
	e := own.Element()
	again := e.Condition()
	e.Function.Holds = func(*teacher.Record) bool { return false }
	e.Function.Reads[0] = teacher.DigitalHours.Field
	e.Function.Version = "2"
	for name, c := range map[string]indicators.Condition[teacher.Record]{"the condition": own, "one made of the element before": again} {
		assert.Equal(t, yes, truthOf(t, c, trained), name)
		assert.Equal(t, "1", c.Element().Function.Version, name)
		assert.Equal(t, teacher.TrainingHours.Field, c.Element().Function.Reads[0], name)
	}
	assert.Equal(t, unknown, truthOf(t, e.Condition(), trained), "the element asks what it was changed to")
}
