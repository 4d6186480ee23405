package quantity_test

import (
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/shopspring/decimal"

	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
)

func ExampleN() {
	fmt.Println(quantity.N(41230))
	fmt.Println(quantity.N(-1))
	// Output:
	// 41230
	// invalid: negative
}

func ExampleCountOf() {
	fmt.Println(quantity.CountOf(365))
	fmt.Println(quantity.CountOf(0.5))
	// Output:
	// 365
	// invalid: not-whole
}

func ExampleCountOfDecimal() {
	fmt.Println(quantity.CountOfDecimal(decimal.RequireFromString("12.00")))
	// Output: 12
}

func ExampleParseCount() {
	c, err := quantity.ParseCount(" 41230 ")
	fmt.Println(c, err)
	c, err = quantity.ParseCount("４１,２３０人")
	fmt.Println(c, err)
	c, err = quantity.ParseCount("N/A")
	fmt.Println(c.Known(), err)
	_, err = quantity.ParseCount("4.1万")
	fmt.Println(err)
	// Output:
	// 41230 <nil>
	// 41230 <nil>
	// false <nil>
	// quantity: count "4.1万": unreadable
}

// A nullable column takes one line.
func ExampleCount_If() {
	column := sql.Null[int64]{V: 0, Valid: false}
	enrolled := quantity.N(column.V).If(column.Valid)
	fmt.Println(enrolled.Known(), enrolled == quantity.N(0))
	// Output: false false
}

func ExampleHours_If() {
	reported := false
	fmt.Println(quantity.HoursOf(72).If(reported).Known())
	// Output: false
}

func ExampleMoney_If() {
	fmt.Println(quantity.YuanOf(12.5).If(true))
	// Output: 12.5
}

func ExampleMonths_If() {
	fmt.Println(quantity.MonthsOf(6).If(true))
	// Output: 6
}

func ExampleYears_If() {
	fmt.Println(quantity.YearsOf(10.8).If(true))
	// Output: 10.8
}

func ExampleWholeHours() {
	fmt.Println(quantity.WholeHours(360))
	// Output: 360
}

func ExampleHoursOf() {
	fmt.Println(quantity.HoursOf(72.5))
	fmt.Println(quantity.HoursOf(0.1 + 0.2))
	sum := 0.1
	sum += 0.2 // 0.30000000000000004
	fmt.Println(quantity.HoursOf(sum))
	fmt.Println(quantity.HoursOf(0.305))
	// Output:
	// 72.5
	// 0.3
	// 0.3
	// invalid: too-precise
}

func ExampleHoursOfDecimal() {
	fmt.Println(quantity.HoursOfDecimal(decimal.New(7250, -2)))
	// Output: 72.5
}

func ExampleParseHours() {
	h, err := quantity.ParseHours("72.50")
	fmt.Println(h, err)
	h, err = quantity.ParseHours("七十二")
	fmt.Println(h)
	fmt.Println(err)
	var why quantity.Fault
	if errors.As(err, &why) {
		fmt.Println(why.In(bilingual.Chinese))
	}
	// Output:
	// 72.5 <nil>
	// invalid: unreadable
	// quantity: hours "七十二": unreadable
	// 无法识别
}

func ExampleWholeYuan() {
	fmt.Println(quantity.WholeYuan(650))
	// Output: 650
}

func ExampleYuanOf() {
	fmt.Println(quantity.YuanOf(1234.56))
	// Output: 1234.56
}

func ExampleYuanOfDecimal() {
	fmt.Println(quantity.YuanOfDecimal(decimal.RequireFromString("1234.567")))
	// Output: invalid: too-precise
}

func ExampleParseMoney() {
	m, err := quantity.ParseMoney("1234.5")
	fmt.Println(m, err)
	// Output: 1234.5 <nil>
}

func ExampleWholeMonths() {
	fmt.Println(quantity.WholeMonths(6))
	// Output: 6
}

func ExampleMonthsOf() {
	fmt.Println(quantity.MonthsOf(1.5))
	// Output: 1.5
}

func ExampleMonthsOfDecimal() {
	fmt.Println(quantity.MonthsOfDecimal(decimal.New(15, -1)))
	// Output: 1.5
}

func ExampleParseMonths() {
	m, err := quantity.ParseMonths("1.5")
	fmt.Println(m, err)
	// Output: 1.5 <nil>
}

func ExampleWholeYears() {
	fmt.Println(quantity.WholeYears(12))
	// Output: 12
}

func ExampleYearsOf() {
	fmt.Println(quantity.YearsOf(10.8))
	// Output: 10.8
}

func ExampleYearsOfDecimal() {
	fmt.Println(quantity.YearsOfDecimal(decimal.New(108, -1)))
	// Output: 10.8
}

func ExampleParseYears() {
	y, err := quantity.ParseYears("-1")
	fmt.Println(y, err)
	// Output: invalid: negative quantity: years "-1": negative
}

// Null is unknown and never nought.
func ExampleCount_UnmarshalJSON() {
	var school struct {
		Pupils, Teachers, Classes quantity.Count
	}
	if err := json.Unmarshal([]byte(`{"Pupils": null, "Teachers": 0}`), &school); err != nil {
		fmt.Println(err)
	}
	fmt.Println(school.Pupils.Known(), school.Teachers.Known(), school.Classes.Known())
	// Output: false true false
}

func ExampleCount_Decimal() {
	d, ok := quantity.N(41230).Decimal()
	fmt.Println(d, ok)
	// Output: 41230 true
}

func ExampleHours_Fault() {
	h := quantity.HoursOf(-1)
	fmt.Println(h.Invalid(), h.Fault().In(bilingual.English), h.Fault().In(bilingual.Chinese))
	// Output: true negative 为负数
}

// Codes of one field order as the values do; unknown is below, refused above.
func ExampleCode() {
	floor := quantity.WholeHours(72).Code()
	for _, h := range []quantity.Hours{quantity.HoursOf(71.99), quantity.WholeHours(72), {}, quantity.HoursOf(-1)} {
		c := h.Code()
		fmt.Println(c.Known(), c >= floor)
	}
	// Output:
	// true false
	// true true
	// false false
	// false true
}

func ExampleCodeOf() {
	fmt.Println(quantity.CodeOf(7200) == quantity.WholeHours(72).Code())
	// Output: true
}

func ExampleCodeOfFault() {
	fmt.Println(quantity.CodeOfFault(quantity.Negative).Fault())
	// Output: negative
}

// Two teachers on half hours are one full-time equivalent.
func ExampleFTE_Plus() {
	sum := quantity.FTEOf(0.5).Plus(quantity.FTEOf(0.5)).Plus(quantity.WholeFTE(12))
	pupils := quantity.Ratio{Of: quantity.TotalOf(221, quantity.Pupil), Per: quantity.NewTotal(quantity.WideOf(sum.Code().Steps()), quantity.FullTimeEquivalent), Unit: quantity.PupilsPerTeacher}
	fmt.Println(sum)
	fmt.Println(pupils.Calculation(bilingual.English, quantity.Down))
	fmt.Println(pupils.Calculation(bilingual.Chinese, quantity.Down))
	// Output:
	// 13
	// 221 pupils / 13 full-time equivalents = 17.00 pupils per teacher
	// 221名学生/13名折合专任教师=17.00：1
}
