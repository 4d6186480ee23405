package main

import (
	"time"

	"github.com/apache/arrow-go/v18/arrow"
	"github.com/apache/arrow-go/v18/arrow/array"

	"github.com/eduplan/tonghua/indicators/quantity"
)

const acceptedDates = "date32"

// dates is a column of dates, from which a field of numbers is worked out.
type dates struct {
	known nulls
	days  []arrow.Date32 // from 1 January 1970
}

func (d *dates) bind(from arrow.Array) error {
	days, ok := from.(*array.Date32)
	if !ok {
		return errType(from.DataType(), acceptedDates)
	}
	d.known, d.days = nullsOf(from), days.Date32Values()
	return nil
}

// put sets a fact to what a function tells of the date of a row, and leaves it alone where
// that is NULL.
func (d *dates) put(i int, to fact, of func(arrow.Date32) (int, quantity.Fault)) {
	if i >= len(d.days) || !d.known.has(i) {
		return
	}
	if n, why := of(d.days[i]); why == quantity.NoFault {
		to.SetInt(int64(n))
	} else {
		refuse(to, why)
	}
}

// yearOf returns the calendar year of a day.
func yearOf(day arrow.Date32) (int, quantity.Fault) {
	year := time.Unix(int64(day)*86400, 0).UTC().Year()
	if year < 1 || year > 9999 {
		return 0, quantity.NotADate
	}
	return year, quantity.NoFault
}

// anniversaries are, for each number of years, the last day that is so many full years
// ago. With them an age costs a division and a comparison, and the rules of the calendar,
// such as that of 29 February, remain those of package quantity.
type anniversaries []arrow.Date32

// anniversariesOn returns those of a known day.
func anniversariesOn(day quantity.Date) (list anniversaries) {
	for years := 0; ; years++ {
		last := day.AddYears(-years)
		if !last.Known() {
			return list
		}
		if next := last.Next(); next.YearsTo(day) == quantity.N(years) {
			last = next // 29 February, where the day is the 28th of another year
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
