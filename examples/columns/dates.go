package main

import (
	"time"

	"github.com/apache/arrow-go/v18/arrow"
	"github.com/apache/arrow-go/v18/arrow/array"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/indicators/teacher"
)

const acceptedDates = "date32"

// dates is a column of dates for a field of numbers that is worked out from a date. The
// function is given days from 1 January 1970, and tells why it refuses one.
func dates[Q any, P fact[Q]](name string, f indicators.Number[teacher.Record], of func(day arrow.Date32) (int, quantity.Fault), at func(*teacher.Record) P) column {
	var notDate teacher.Record
	f.Refuse(&notDate, quantity.NotADate)
	return filling(name, f.Key(), func(from arrow.Array, to []teacher.Record) error {
		days, ok := from.(*array.Date32)
		if !ok {
			return errType(from.DataType(), acceptedDates)
		}
		for i, day := range days.Date32Values() {
			n, why := of(day)
			switch why {
			case quantity.NoFault:
				at(&to[i]).SetInt(int64(n))
			case quantity.Negative:
				at(&to[i]).SetInt(-1)
			default:
				f.Copy(&to[i], &notDate)
			}
		}
		eachNull(from, func(i int) { *at(&to[i]) = *new(Q) })
		return nil
	})
}

// yearOf returns the calendar year of a day.
func yearOf(day arrow.Date32) (int, quantity.Fault) {
	year := dayTime(day).Year()
	if year < 1 || year > 9999 {
		return 0, quantity.NotADate
	}
	return year, quantity.NoFault
}

func dayTime(day arrow.Date32) time.Time { return time.Unix(int64(day)*86400, 0).UTC() }

// anniversaries are, for each number of years, the last day that is so many full years
// ago. With them an age costs a division and a comparison, and the calendar's own rules,
// such as that of 29 February, remain those of package quantity.
type anniversaries []arrow.Date32

// anniversariesOn returns those of a known day.
func anniversariesOn(day quantity.Date) (list anniversaries) {
	for years := 0; ; years++ {
		last := day.AddYears(-years)
		if !last.Known() {
			return list
		}
		if next := last.Next().YearsTo(day); next.Known() && next.Code().Steps() == uint64(years) {
			last = last.Next() // 29 February, where the day is the 28th of another year
		}
		list = append(list, arrow.Date32(last.DaysSince(quantity.DateOf(1970, time.January, 1))))
	}
}

// since returns the full years since a day.
func (a anniversaries) since(day arrow.Date32) (years int, why quantity.Fault) {
	if day > a[0] {
		return 0, quantity.Negative
	}
	years = (int(a[0]) - int(day)) / 366 // never too many, and seldom too few by more than one
	if years >= len(a) {
		return 0, quantity.NotADate
	}
	for years+1 < len(a) && day <= a[years+1] {
		years++
	}
	return years, quantity.NoFault
}
