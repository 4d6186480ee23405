package quantity_test

import (
	"fmt"
	"time"

	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
)

func ExampleDateOf() {
	fmt.Println(quantity.DateOf(2024, time.February, 29))
	fmt.Println(quantity.DateOf(2025, time.February, 29))
	// Output:
	// 2024-02-29
	// invalid: not-a-date
}

func ExampleDateOfTime() {
	evening := time.Date(2025, time.December, 31, 20, 0, 0, 0, time.UTC)
	fmt.Println(quantity.DateOfTime(evening))
	fmt.Println(quantity.DateOfTime(evening.In(time.FixedZone("Beijing", 8*60*60))))
	fmt.Println(quantity.DateOfTime(time.Time{}).Known())
	// Output:
	// 2025-12-31
	// 2026-01-01
	// false
}

func ExampleParseDate() {
	d, err := quantity.ParseDate("2025-12-31")
	fmt.Println(d, err)
	_, err = quantity.ParseDate("2025-02-30")
	fmt.Println(err)
	// Output:
	// 2025-12-31 <nil>
	// quantity: date "2025-02-30": no day of the calendar
}

func ExampleDate_If() {
	employed := true
	fmt.Println(quantity.DateOf(2025, time.June, 30).If(!employed).Known())
	// Output: false
}

func ExampleDate_In() {
	d := quantity.DateOf(2025, time.December, 31)
	fmt.Println(d.In(bilingual.Chinese))
	fmt.Println(d.In(bilingual.English))
	// Output:
	// 2025年12月31日
	// 31 December 2025
}

func ExampleDate_AddYears() {
	fmt.Println(quantity.DateOf(2024, time.February, 29).AddYears(3))
	// Output: 2027-02-28
}

func ExampleDate_Next() {
	fmt.Println(quantity.DateOf(2024, time.February, 28).Next())
	// Output: 2024-02-29
}

func ExampleDate_Previous() {
	fmt.Println(quantity.DateOf(2025, time.March, 1).Previous())
	// Output: 2025-02-28
}

func ExampleDate_EndOfYear() {
	fmt.Println(quantity.DateOf(2025, time.March, 1).EndOfYear())
	// Output: 2025-12-31
}

func ExampleDate_DaysSince() {
	fmt.Println(quantity.DateOf(2025, time.December, 31).DaysSince(quantity.DateOf(2020, time.December, 31)))
	// Output: 1826
}

func ExampleDate_Before() {
	deadline := quantity.DateOf(2025, time.December, 31)
	fmt.Println(deadline.Before(deadline.Next()), deadline.Before(quantity.Date{}))
	// Output: true false
}

func ExampleDate_After() {
	deadline := quantity.DateOf(2025, time.December, 31)
	fmt.Println(deadline.After(deadline), deadline.Next().After(deadline))
	// Output: false true
}

func ExampleDate_Civil() {
	year, month, day := quantity.DateOf(2025, time.December, 31).Civil()
	fmt.Println(year, month, day)
	// Output: 2025 December 31
}

func ExampleDate_Year() {
	fmt.Println(quantity.DateOf(2025, time.December, 31).Year(), quantity.Date{}.Year())
	// Output: 2025 0
}
