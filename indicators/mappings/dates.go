package mappings

import (
	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/indicators/rows"
	"github.com/eduplan/tonghua/indicators/teacher"
)

// TeacherDates are columns of days, or months, that say what a teacher's record holds in
// years: the day of birth gives the age on the date of the data, that of the first
// appointment its calendar year. They are for tables without the years themselves:
// Teachers().With(TeacherDates(asOf)...). Of a month the age is known where each of its
// days gives the same.
func TeacherDates(asOf quantity.Date) []rows.Column[teacher.Record] {
	return []rows.Column[teacher.Record]{
		dated(teacher.Age.Field, func(r *teacher.Record) *quantity.Count { return &r.Age }, func(first, last quantity.Date) (quantity.Count, bool) {
			age := first.YearsTo(asOf)
			return age, age == last.YearsTo(asOf)
		}, "出生日期", "出生年月", "出生年月日", "CSRQ"),
		dated(teacher.AppointedYear.Field, func(r *teacher.Record) *quantity.Count { return &r.AppointedYear }, func(first, _ quantity.Date) (quantity.Count, bool) {
			return quantity.N(first.Year()), true
		}, "任教起始日期", "任教起始年月", "从教日期", "从教年月", "从教时间"),
	}
}

// dated is a column of a day or a month, from whose first and last day a number follows.
func dated[R indicators.Record[R]](f *indicators.Field[R], at func(*R) *quantity.Count, of func(first, last quantity.Date) (quantity.Count, bool), names ...string) rows.Column[R] {
	return rows.Column[R]{Names: names, Field: f,
		Wanted: bilingual.Text{ZH: "日期，如1990-05-30，或年月，如1990年5月", EN: "a date such as 1990-05-30, or a month such as 1990-05"},
		Read: func(r *R, text string) error {
			first, err := quantity.ParseDate(text)
			last := first
			if err != nil {
				month, monthErr := quantity.ParseYearMonth(text)
				if monthErr != nil {
					return err
				}
				first, last = month.First(), month.Last()
			}
			n, certain := of(first, last)
			if n.Invalid() {
				return n.Fault()
			}
			if certain {
				*at(r) = n
			}
			return nil
		}}
}
