package quantity_test

import (
	"encoding/json"
	"fmt"

	"github.com/shopspring/decimal"

	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
)

func ExampleNewAmount() {
	a, err := quantity.NewAmount(95, 100, quantity.Percent)
	fmt.Println(a, err)
	_, err = quantity.NewAmount(95, 0, quantity.Percent)
	fmt.Println(err)
	// Output:
	// 95 % <nil>
	// quantity: amount 95/0: the denominator is zero
}

func ExampleMustAmount() {
	floor := quantity.MustAmount(95, 100, quantity.Percent)
	num, den := floor.Fraction()
	fmt.Println(num, den, floor.Unit())
	// Output: 19 20 percent
}

func ExampleParseAmount() {
	a, err := quantity.ParseAmount("12.5", quantity.Percent)
	fmt.Println(a, err)
	_, err = quantity.ParseAmount("12,5", quantity.Percent)
	fmt.Println(err)
	// Output:
	// 12.5 % <nil>
	// quantity: amount "12,5" percent: unreadable
}

// A percentage is a part of one as a decimal.
func ExampleAmountOfDecimal() {
	a, err := quantity.AmountOfDecimal(decimal.RequireFromString("0.95"), quantity.Percent)
	fmt.Println(a, err)
	// Output: 95 % <nil>
}

func ExampleAmount_Decimal() {
	fmt.Println(quantity.MustAmount(95, 100, quantity.Percent).Decimal())
	_, ok := quantity.MustAmount(1, 3, quantity.Percent).Decimal()
	fmt.Println(ok)
	// Output:
	// 0.95 true
	// false
}

func ExampleAmount_In() {
	a := quantity.MustAmount(1500, 1, quantity.Teacher)
	fmt.Println(a.In(bilingual.Chinese))
	fmt.Println(a.In(bilingual.English))
	// Output:
	// 1500名教师
	// 1,500 teachers
}

func ExampleAmount_Number() {
	fmt.Println(quantity.MustAmount(1, 8, quantity.Percent).Number())
	fmt.Println(quantity.MustAmount(1, 3, quantity.Hour).Number())
	// Output:
	// 12.5
	// 1/3
}

func ExampleAmount_Rounded() {
	third := quantity.MustAmount(1, 3, quantity.Percent)
	fmt.Println(third.Rounded(bilingual.English, quantity.Down), third.Rounded(bilingual.English, quantity.Up))
	// Output: 33.33 % 33.34 %
}

func ExampleAmount_Compare() {
	third, rounded := quantity.MustAmount(1, 3, quantity.Percent), quantity.MustAmount(3333, 10000, quantity.Percent)
	fmt.Println(third.Compare(rounded))
	// Output: 1
}

func ExampleAmount_Ceil() {
	floor := quantity.MustAmount(25, 2, quantity.Pupil)
	fmt.Println(quantity.N(12).Code() >= floor.Ceil(), quantity.N(13).Code() >= floor.Ceil())
	// Output: false true
}

func ExampleAmount_Floor() {
	ceiling := quantity.MustAmount(25, 2, quantity.Pupil)
	fmt.Println(quantity.N(12).Code() <= ceiling.Floor(), quantity.N(13).Code() <= ceiling.Floor())
	// Output: true false
}

func ExampleAmount_MarshalJSON() {
	data, err := json.Marshal(quantity.MustAmount(12, 100, quantity.Percent))
	fmt.Println(string(data), err)
	// Output: {"number":"12","unit":"percent"} <nil>
}

func ExampleTotalOf() {
	fmt.Println(quantity.TotalOf(1234, quantity.Pupil).In(bilingual.English))
	// Output: 1,234 pupils
}

// What is measured counts in hundredths: fen of yuan.
func ExampleNewTotal() {
	fmt.Println(quantity.NewTotal(quantity.WideOf(123456), quantity.Yuan).In(bilingual.English))
	// Output: 1,234.56 yuan
}

func ExampleWide_Plus() {
	sum := quantity.WideOf(1<<63 - 1).Plus(1<<63 - 1).Plus(2)
	_, fits := sum.Uint64()
	fmt.Println(sum, fits)
	// Output: 18446744073709551616 false
}

// A weighted sum that outgrows 128 bits is no sum any more.
func ExampleWide_AddCarry() {
	half := quantity.WideOfWords(1<<63, 0) // of 2^128
	_, carry := half.AddCarry(half)
	fmt.Println(carry)
	// Output: 1
}

func ExampleWide_Times() {
	fmt.Println(quantity.WideOf(1_000_000).Times(12))
	// Output: 12000000 true
}

func ExampleCompareProducts() {
	two, three := quantity.WideOf(2), quantity.WideOf(3)
	fmt.Println(quantity.CompareProducts(two, three, three, three))
	// Output: -1
}

func trained(teachers uint64) quantity.Ratio {
	return quantity.Ratio{
		Of:   quantity.TotalOf(teachers, quantity.Teacher),
		Per:  quantity.TotalOf(10000, quantity.Teacher),
		Unit: quantity.Percent,
	}
}

func ExampleRatio_Calculation() {
	fmt.Println(trained(1199).Calculation(bilingual.English, quantity.Down))
	fmt.Println(trained(1199).Calculation(bilingual.Chinese, quantity.Down))
	// Output:
	// 1,199 of 10,000 = 11.99 %
	// 1199/10000=11.99%
}

func ExampleRatio_Compare() {
	floor := quantity.MustAmount(12, 100, quantity.Percent)
	fmt.Println(trained(1199).Compare(floor), trained(1200).Compare(floor))
	// Output: -1 0
}

func ExampleRatio_Missing() {
	floor := quantity.MustAmount(12, 100, quantity.Percent)
	fmt.Println(trained(1199).Missing(floor).In(bilingual.English))
	// Output: 1 teacher
}

func ExampleRatio_Surplus() {
	ceiling := quantity.MustAmount(12, 100, quantity.Percent)
	fmt.Println(trained(1250).Surplus(ceiling).In(bilingual.Chinese))
	// Output: 50名教师
}

func ExampleRatio_Reaches() {
	floor := quantity.MustAmount(12, 100, quantity.Percent)
	missing := trained(1199).Missing(floor)
	fmt.Println(trained(1199).Reaches(floor, missing, false))
	// Output: true
}

// From 8 % to 12 % in the two years left: two hundredths of the whole a year.
func ExampleRatio_StepTo() {
	floor := quantity.MustAmount(12, 100, quantity.Percent)
	step, ok := trained(800).StepTo(floor, 365, 730)
	fmt.Println(step.Number(), ok)
	// Output: 2 true
}

// Digits are dropped towards failure.
func ExampleRatio_Number() {
	r := quantity.Ratio{
		Of:   quantity.TotalOf(94996, quantity.Pupil),
		Per:  quantity.TotalOf(100000, quantity.Pupil),
		Unit: quantity.Percent,
	}
	fmt.Println("against a floor:", r.Number(quantity.Down))
	fmt.Println("against a ceiling:", r.Number(quantity.Up))
	// Output:
	// against a floor: 94.99
	// against a ceiling: 95.00
}

func ExampleRatio_In() {
	fmt.Println(trained(1199).In(bilingual.English, quantity.Down))
	// Output: 11.99 %
}

func ExampleRatio_Decimal() {
	fmt.Println(trained(1199).Decimal(4, quantity.Down))
	// Output: 0.1199 true
}

func ExampleRatio_Defined() {
	fmt.Println(quantity.Ratio{Per: quantity.TotalOf(0, quantity.Pupil), Unit: quantity.Percent}.Defined())
	// Output: false
}

func ExampleParseUnit() {
	u, err := quantity.ParseUnit("hour")
	fmt.Println(u, err)
	_, err = quantity.ParseUnit("fortnight")
	fmt.Println(err)
	// Output:
	// hour <nil>
	// quantity: unit "fortnight": not in the list
}

func ExampleUnits() {
	fmt.Println(quantity.Units()[:4])
	// Output: [percent multiple person teacher]
}

func ExampleUnit_Noun() {
	fmt.Println(quantity.Teacher.Noun(bilingual.Chinese), quantity.Teacher.Noun(bilingual.English))
	// Output: 教师 teachers
}
