package quantity_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
)

func TestAmountPrints(t *testing.T) {
	for _, c := range []struct {
		name           string
		num, den       uint64
		unit           quantity.Unit
		number, zh, en string
	}{
		{"a percentage prints in per cent", 95, 100, quantity.Percent, "95", "95%", "95 %"},
		{"with as many decimals as it has", 1, 8, quantity.Percent, "12.5", "12.5%", "12.5 %"},
		{"a whole is 100 %", 1, 1, quantity.Percent, "100", "100%", "100 %"},
		{"a third of a hundred has no decimals", 1, 3, quantity.Percent, "100/3", "100/3%", "100/3 %"},
		{"six decimals are printed", 1, 1_000_000, quantity.Hour, "0.000001", "0.000001学时", "0.000001 hours"},
		{"seven are not", 1, 10_000_000, quantity.Hour, "1/10000000", "1/10000000学时", "1/10000000 hours"},
		{"one point is singular", 1, 100, quantity.Point, "1", "1个百分点", "1 percentage point"},
		{"a hundred points are not", 1, 1, quantity.Point, "100", "100个百分点", "100 percentage points"},
		{"half a point is not", 1, 200, quantity.Point, "0.5", "0.5个百分点", "0.5 percentage points"},
		{"fifty schools", 50, 1, quantity.School, "50", "50所学校", "50 schools"},
		{"one school is singular", 1, 1, quantity.School, "1", "1所学校", "1 school"},
		{"no school is not", 0, 1, quantity.School, "0", "0所学校", "0 schools"},
		{"one year of age is singular", 1, 1, quantity.Age, "1", "1岁", "1 year of age"},
		{"a multiple", 3, 2, quantity.Multiple, "1.5", "1.5倍", "1.5 times"},
		{"thousands are separated in English only", 1234567, 100, quantity.Yuan, "12345.67", "12345.67元", "12,345.67 yuan"},
		{"four digits are separated too", 1000, 1, quantity.Pupil, "1000", "1000名学生", "1,000 pupils"},
		{"three are not", 999, 1, quantity.Pupil, "999", "999名学生", "999 pupils"},
		{"a calendar year is never separated", 2025, 1, quantity.CalendarYear, "2025", "2025年", "2025"},
		{"hundreds of millions are written as officials do", 1_820_000_000, 1, quantity.Yuan, "1820000000", "18.2亿元", "1,820,000,000 yuan"},
		{"but where that takes more than two decimals", 1_823_400_000, 1, quantity.Yuan, "1823400000", "1823400000元", "1,823,400,000 yuan"},
		{"a yuan below a hundred million is not one", 99_999_999, 1, quantity.Yuan, "99999999", "99999999元", "99,999,999 yuan"},
		{"10^15 yuan", tenTo15, 1, quantity.Yuan, "1000000000000000", "10000000亿元", "1,000,000,000,000,000 yuan"},
		{"a very large percentage", tenTo15, 1, quantity.Percent, "100000000000000000", "100000000000000000%", "100,000,000,000,000,000 %"},
		{"a very long percentage prints as a fraction", 999_999_999_999_999, 256, quantity.Percent, "24999999999999975/64", "24999999999999975/64%", "24999999999999975/64 %"},
	} {
		t.Run(c.name, func(t *testing.T) {
			a := quantity.MustAmount(c.num, c.den, c.unit)
			assert.Equal(t, c.number, a.Number())
			assert.Equal(t, c.zh, a.In(bilingual.Chinese))
			assert.Equal(t, c.en, a.In(bilingual.English))
			assert.Equal(t, c.en, a.String())
		})
	}
	assert.Empty(t, quantity.Amount{}.Number(), "no amount is not nought")
	assert.Empty(t, quantity.Amount{}.String())
	assert.Empty(t, quantity.Amount{}.In(bilingual.Chinese))
}

func TestAmountRounded(t *testing.T) {
	for _, c := range []struct {
		name     string
		num, den uint64
		unit     quantity.Unit
		down, up string
		zh       string // rounded down
	}{
		{"a third of a hundred", 1, 3, quantity.Percent, "33.33 %", "33.34 %", "33.33%"},
		{"what is whole stays so", 95, 100, quantity.Percent, "95 %", "95 %", "95%"},
		{"needless zeros are dropped", 1, 8, quantity.Percent, "12.5 %", "12.5 %", "12.5%"},
		{"thousands are separated in English only", 3703704, 3, quantity.Yuan, "1,234,568 yuan", "1,234,568 yuan", "1234568元"},
		{"a trace is not nothing upwards", 1, 1_000_000, quantity.Hour, "0 hours", "0.01 hours", "0学时"},
		{"what is rounded up to one is singular", 999, 1000, quantity.School, "0.99 schools", "1 school", "0.99所学校"},
		{"a calendar year is never separated", 2025, 1, quantity.CalendarYear, "2025", "2025", "2025年"},
		{"the largest percentage", tenTo15, 1, quantity.Percent, "100,000,000,000,000,000 %", "100,000,000,000,000,000 %", "100000000000000000%"},
	} {
		t.Run(c.name, func(t *testing.T) {
			a := quantity.MustAmount(c.num, c.den, c.unit)
			assert.Equal(t, c.down, a.Rounded(bilingual.English, quantity.Down))
			assert.Equal(t, c.up, a.Rounded(bilingual.English, quantity.Up))
			assert.Equal(t, c.zh, a.Rounded(bilingual.Chinese, quantity.Down))
		})
	}
	assert.Empty(t, quantity.Amount{}.Rounded(bilingual.English, quantity.Up), "no amount is not nought")
}

func TestEveryUnitPrintsOneAndMany(t *testing.T) {
	for _, u := range quantity.Units() {
		for _, n := range []string{"1", "2"} {
			a, err := quantity.ParseAmount(n, u)
			assert.NoError(t, err)
			assert.Contains(t, a.In(bilingual.Chinese), n)
			assert.Contains(t, a.In(bilingual.Chinese), u.Noun(bilingual.Chinese))
			assert.Contains(t, a.String(), n)
		}
		two, err := quantity.ParseAmount("2", u)
		assert.NoError(t, err)
		assert.Contains(t, two.String(), u.Noun(bilingual.English))
	}
}

func TestThousandsAreSeparatedHoweverLongANumberIs(t *testing.T) {
	for number, want := range map[string]string{
		"": "", "1": "1", "999": "999", "1000": "1,000", "99999": "99,999", "999999": "999,999", "1000000": "1,000,000",
		"1234.5678": "1,234.5678", "–": "–", "1/3": "1/3", "-1000": "-1000",
	} {
		assert.Equal(t, want, quantity.Grouped(number, bilingual.English))
		assert.Equal(t, number, quantity.Grouped(number, bilingual.Chinese))
	}
	long := strings.Repeat("123", 4_000_000)
	assert.Equal(t, strings.TrimSuffix(strings.Repeat("123,", 4_000_000), ","), quantity.Grouped(long, bilingual.English), "twelve million digits")
}
