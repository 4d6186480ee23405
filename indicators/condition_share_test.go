package indicators_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/countyyear"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/indicators/teacher"
)

const largest = int64(1<<63 - 1) // 9,223,372,036,854,775,807

func practice(practice, digital float64) teacher.Record {
	return teacher.Record{PracticeHours: quantity.HoursOf(practice), DigitalHours: quantity.HoursOf(digital)}
}

func TestAShareOfAnotherField(t *testing.T) {
	atLeast := teacher.PracticeHours.AtLeastShareOf(teacher.DigitalHours, half)
	equals := teacher.PracticeHours.EqualsShareOf(teacher.DigitalHours, half)
	moreThan := teacher.PracticeHours.MoreThanShareOf(teacher.DigitalHours, half)
	for _, c := range []struct {
		name                      string
		record                    teacher.Record
		atLeast, equals, moreThan indicators.Truth
	}{
		{"one step below half", practice(24.99, 50), no, no, no},
		{"half", practice(25, 50), yes, yes, no},
		{"one step above half", practice(25.01, 50), yes, no, yes},
		{"half of an odd number of steps is never met exactly, below", practice(0, 0.01), no, no, no},
		{"half of an odd number of steps is never met exactly, above", practice(0.01, 0.01), yes, no, yes},
		{"nought of nought is at least half of it and not more", practice(0, 0), yes, yes, no},
		{"nothing of something", practice(0, 50), no, no, no},
		{"a missing part", teacher.Record{DigitalHours: quantity.WholeHours(50)}, unknown, unknown, unknown},
		{"a missing whole", teacher.Record{PracticeHours: quantity.WholeHours(50)}, unknown, unknown, unknown},
		{"an invalid part", practice(-1, 50), unknown, unknown, unknown},
		{"an invalid whole", practice(25, -50), unknown, unknown, unknown},
		{"a part larger than its whole makes both invalid", practice(50.01, 50), unknown, unknown, unknown},
		{"a part as large as its whole", practice(50, 50), yes, no, yes},
	} {
		t.Run(c.name, func(t *testing.T) {
			assert.Equal(t, c.atLeast, truthOf(t, atLeast, c.record), "at least")
			assert.Equal(t, c.equals, truthOf(t, equals, c.record), "equals")
			assert.Equal(t, c.moreThan, truthOf(t, moreThan, c.record), "more than")
		})
	}
}

func pupils(now, before int64) countyyear.Record {
	return countyyear.Record{Pupils: quantity.N(now), PupilsBefore: quantity.N(before)}
}

func TestSharesOfTheLargestNumbersDoNotOverflow(t *testing.T) {
	times := literal(1_000_000_000_000_000, 1, quantity.Multiple)
	part := literal(1, 1_000_000_000_000_000, quantity.Multiple)
	for _, c := range []struct {
		name                      string
		record                    countyyear.Record
		share                     indicators.Figure
		atLeast, equals, moreThan indicators.Truth
	}{
		{"2^63-1 is above 10^15 times 9,223", pupils(largest, 9_223), times, yes, no, yes},
		{"2^63-1 is below 10^15 times 9,224", pupils(largest, 9_224), times, no, no, no},
		{"2^63-1 is far below 10^15 times 2^63-1", pupils(largest, largest), times, no, no, no},
		{"9,223×10^15 is 10^15 times 9,223", pupils(9_223_000_000_000_000_000, 9_223), times, yes, yes, no},
		{"one less is not", pupils(9_222_999_999_999_999_999, 9_223), times, no, no, no},
		{"1 is a 10^15th of 10^15", pupils(1, 1_000_000_000_000_000), part, yes, yes, no},
		{"and less than a 10^15th of one more", pupils(1, 1_000_000_000_000_001), part, no, no, no},
		{"9,223 is less than a 10^15th of 2^63-1", pupils(9_223, largest), part, no, no, no},
		{"9,224 is more", pupils(9_224, largest), part, yes, no, yes},
	} {
		t.Run(c.name, func(t *testing.T) {
			assert.Equal(t, c.atLeast, truthOf(t, countyyear.Pupils.AtLeastShareOf(countyyear.PupilsBefore, c.share), c.record))
			assert.Equal(t, c.equals, truthOf(t, countyyear.Pupils.EqualsShareOf(countyyear.PupilsBefore, c.share), c.record))
			assert.Equal(t, c.moreThan, truthOf(t, countyyear.Pupils.MoreThanShareOf(countyyear.PupilsBefore, c.share), c.record))
		})
	}
}

// fen gives money in its steps.
func fen(n int64) quantity.Money {
	var m quantity.Money
	text := quantity.NewTotal(quantity.WideOf(uint64(n)), quantity.Yuan).Number()
	if err := m.UnmarshalText([]byte(text)); err != nil {
		panic(err)
	}
	return m
}

func spending(now, per, before, perBefore int64) countyyear.Record {
	return countyyear.Record{
		Spending: fen(now), Pupils: quantity.N(per),
		SpendingBefore: fen(before), PupilsBefore: quantity.N(perBefore)}
}

func TestQuotients(t *testing.T) {
	now, before := countyyear.Spending.Per(countyyear.Pupils), countyyear.SpendingBefore.Per(countyyear.PupilsBefore)
	whole := literal(1, 1, quantity.Percent)
	almost := literal(999_999_999_999_999, 1_000_000_000_000_000, quantity.Percent)
	unread := spending(100, 1, 100, 1)
	unread.Pupils = quantity.CountOf(0.5)
	for _, c := range []struct {
		name              string
		record            countyyear.Record
		share             indicators.Figure
		atLeast, moreThan indicators.Truth
	}{
		{"the same per pupil, from other figures", spending(30_000, 30, 10_000, 10), whole, yes, no},
		{"a fen less", spending(29_999, 30, 10_000, 10), whole, no, no},
		{"a fen more", spending(30_001, 30, 10_000, 10), whole, yes, yes},
		{"a third against a third", spending(1, 3, 2, 6), whole, yes, no},
		{"no spending against no spending", spending(0, 5, 0, 7), whole, yes, no},
		{"no pupils", spending(100, 0, 100, 1), whole, unknown, unknown},
		{"no pupils the year before", spending(100, 1, 100, 0), whole, unknown, unknown},
		{"no pupils in either year", spending(0, 0, 0, 0), whole, unknown, unknown},
		{"a figure missing", countyyear.Record{Spending: fen(1), Pupils: quantity.N(1), SpendingBefore: fen(1)}, whole, unknown, unknown},
		{"a figure invalid", unread, whole, unknown, unknown},
		{"the largest figures are compared exactly, equal", spending(largest, 1, largest, 1), whole, yes, no},
		{"the largest figures are compared exactly, one less", spending(largest-1, 1, largest, 1), whole, no, no},
		{"the largest figures are compared exactly, against a share of almost one", spending(largest-1, 1, largest, 1), almost, yes, yes},
		{"2^63-1 twice on either side", spending(largest, largest, largest, largest), whole, yes, no},
		{"(2^63-1)/(2^63-2) against one", spending(largest, largest-1, 1, 1), whole, yes, yes},
		{"(2^63-2)/(2^63-1) against one", spending(largest-1, largest, 1, 1), whole, no, no},
	} {
		t.Run(c.name, func(t *testing.T) {
			assert.Equal(t, c.atLeast, truthOf(t, now.AtLeastShareOf(before, c.share), c.record), "at least")
			assert.Equal(t, c.moreThan, truthOf(t, now.MoreThanShareOf(before, c.share), c.record), "more than")
		})
	}
}
