package quantity_test

import (
	"math"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
)

// noValueTexts are ways to write that there is no value.
var noValueTexts = []string{
	"", " ", "None", "NULL", "nil", "NaN", "-nan", "N/A", "NA", "#N/A", "<NA>", "NaT", `\N`, "undefined", "(null)", "<unset>", "not available",
	"-", "--", "---", "—", "——", "–", "―", "─", "/", "//", `\`, "未知", "不详", "空", "未填写", "缺失", "unknown", "missing",
}

// writtenAs are the ways in which one text may stand in a cell.
func writtenAs(text string) []string {
	full := strings.Map(func(r rune) rune {
		if r > ' ' && r < 0x7f {
			return r - '!' + 0xff01
		}
		return r
	}, text)
	return []string{text, strings.ToUpper(text), strings.ToLower(text), " " + text + "\t", "\ufeff" + text + "\u200b", "\u00a0" + text + "\u3000", full}
}

func TestATextThatSaysThereIsNoValueIsUnknownInEveryParser(t *testing.T) {
	for _, none := range noValueTexts {
		for _, text := range writtenAs(none) {
			assert.True(t, quantity.NoValue(text), "%q", text)
			count, err := quantity.ParseCount(text)
			assert.True(t, err == nil && count == quantity.Count{}, "%q", text)
			for _, m := range measuredTypes() {
				got, err := m.parse(text)
				assert.True(t, err == nil && got.Code().Unknown(), "%q", text)
			}
			day, err := quantity.ParseDate(text)
			assert.True(t, err == nil && day == quantity.Date{}, "%q", text)
			month, err := quantity.ParseYearMonth(text)
			assert.True(t, err == nil && month == quantity.YearMonth{}, "%q", text)
			kept := quantity.N(5)
			assert.True(t, kept.UnmarshalText([]byte(text)) == nil && kept == quantity.Count{}, "%q", text)
			_, err = quantity.ParseAmount(text, quantity.Percent)
			assert.Error(t, err, "a threshold that nobody names is none: %q", text)
		}
	}
}

func TestWhatIsWithheldIsNotUnknown(t *testing.T) {
	for _, text := range []string{"*", "**", "c", "…", "...", "x", "无", "0", "*5", "<5", "#VALUE!", "#DIV/0!"} {
		assert.False(t, quantity.NoValue(text), "%q", text)
		if text == "0" {
			continue
		}
		_, err := quantity.ParseCount(text)
		checkQuotes(t, err, text)
		_, err = quantity.ParseDate(text)
		checkQuotes(t, err, text)
	}
}

func TestMeasuresWithTheirUnits(t *testing.T) {
	hours := func(s string) (fact, error) { q, err := quantity.ParseHours(s); return q, err }
	money := func(s string) (fact, error) { q, err := quantity.ParseMoney(s); return q, err }
	months := func(s string) (fact, error) { q, err := quantity.ParseMonths(s); return q, err }
	years := func(s string) (fact, error) { q, err := quantity.ParseYears(s); return q, err }
	for _, c := range []struct {
		name  string
		parse func(string) (fact, error)
		text  string
		steps uint64 // 0 for what is refused
	}{
		{"class hours", hours, "84学时", 8400},
		{"class hours behind a space", hours, "84.5 学时", 8450},
		{"class hours in English", hours, "1,284.5 hours", 128450},
		{"one of them", hours, "1 hour", 100},
		{"full-width hours", hours, "８４．５学时", 8450},
		{"hours by the clock are no class hours", hours, "84小时", 0},
		{"lessons are none either", hours, "84课时", 0},
		{"nor are minutes", hours, "84分钟", 0},
		{"a unit alone is no number", hours, "学时", 0},
		{"yuan", money, "1800元", 180000},
		{"yuan behind their sign", money, "¥1,800.50", 180050},
		{"yuan behind the full-width sign", money, "￥ 1800", 180000},
		{"both at once", money, "￥1800元", 180000},
		{"ten thousand yuan are not multiplied out", money, "1.8万元", 0},
		{"dollars are no yuan", money, "$1800", 0},
		{"months", months, "6个月", 600},
		{"years", years, "10.8年", 1080},
		{"months are no years", years, "6个月", 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := c.parse(c.text)
			if c.steps == 0 {
				checkQuotes(t, err, c.text)
				return
			}
			require.NoError(t, err)
			assert.Equal(t, quantity.CodeOf(c.steps), got.Code())
		})
	}
}

func TestEveryUnitReadsWhatItPrints(t *testing.T) {
	for _, u := range quantity.Units() {
		for _, steps := range []uint64{0, 1, 100, 199, 120000, 123456789} {
			if u == quantity.Day {
				continue // dates print as dates
			}
			total := quantity.NewTotal(quantity.WideOf(steps), u)
			for _, l := range []bilingual.Language{bilingual.Chinese, bilingual.English} {
				var h quantity.Hours
				var n quantity.Count
				text := u.Without(total.In(l))
				if u.Scale() == 100 {
					require.NoError(t, h.UnmarshalText([]byte(text)), "%s: %q", u, total.In(l))
					assert.Equal(t, quantity.CodeOf(steps), h.Code(), "%s: %q", u, total.In(l))
				} else {
					require.NoError(t, n.UnmarshalText([]byte(text)), "%s: %q", u, total.In(l))
					assert.Equal(t, quantity.CodeOf(steps), n.Code(), "%s: %q", u, total.In(l))
				}
			}
		}
	}
}

func TestPerCent(t *testing.T) {
	for _, text := range []string{"95", "95%", "95.00 %", "９５％", " 95 % "} {
		a, err := quantity.PerCent(text)
		require.NoError(t, err, text)
		assert.Equal(t, quantity.MustAmount(95, 100, quantity.Percent), a, text)
	}
	for _, text := range []string{"", "N/A", "-5", "95‰", "九十五", "9500", "95,0", "0.95.1"} {
		_, err := quantity.PerCent(text)
		require.Error(t, err, text)
		assert.ErrorContains(t, err, text)
	}
	low, err := quantity.PerCent("0.95")
	require.NoError(t, err)
	assert.Equal(t, quantity.MustAmount(95, 10000, quantity.Percent), low, "it is per cent, and never a part of one")
}

func TestDaysAsTablesHoldThem(t *testing.T) {
	day := quantity.DateOf(2024, time.September, 5)
	for _, text := range []string{
		"2024-09-05", "2024-9-5", "2024/09/05", "2024/9/5", "2024.09.05", "2024.9.5", "20240905", "2024年9月5日", "2024年09月05日", "2024 年 9 月 5 日", "2024年9月5号",
		"5 September 2024", "２０２４年９月５日", "2024-09-05 00:00:00", "2024-09-05T00:00:00", "2024/9/5 0:00:00", "2024/9/5 0:00", "2024-09-05 00:00:00.000", "\ufeff2024-09-05",
	} {
		got, err := quantity.ParseDate(text)
		require.NoError(t, err, text)
		assert.Equal(t, day, got, text)
	}
	for _, text := range []string{
		"2024-09/05", "24-9-5", "9/5/2024", "5.9.2024", "45540", "240905", "2024年9月5", "2024年9月5日上午", "2024-09-05 08:30:00", "2024-09-05T00:00:00Z",
		"2024-09-05T00:00:00+08:00", "2024-9-005", "2024年", "2024", "二〇二四年九月五日", "2024.9.5.1", "约2024-09-05", "2024-09-05,2024-09-06",
	} {
		got, err := quantity.ParseDate(text)
		checkQuotes(t, err, text)
		assert.True(t, got.Invalid(), text)
	}
}

func TestAMonthIsNoDay(t *testing.T) {
	june := quantity.MonthOf(2024, time.June)
	for _, text := range []string{"2024-06", "2024-6", "2024/06", "2024.06", "2024.6", "202406", "2024年6月", "2024年06月", "June 2024", "２０２４年６月"} {
		day, err := quantity.ParseDate(text)
		require.ErrorIs(t, err, quantity.NoDay, text)
		checkQuotes(t, err, text)
		assert.ErrorContains(t, err, "the day is missing")
		assert.Equal(t, quantity.NoDay, day.Fault())
		month, err := quantity.ParseYearMonth(text)
		require.NoError(t, err, text)
		assert.Equal(t, june, month, text)
	}
	for _, text := range []string{"2024-13", "2024-06-30", "2024年6月30日", "2024", "2024年", "24.6", "6/2024", "2024.1", "2024.6.1", "202413", "0000-01"} {
		month, err := quantity.ParseYearMonth(text)
		checkQuotes(t, err, text)
		assert.True(t, month.Invalid(), text)
	}
	assert.Equal(t, quantity.DateOf(2024, time.June, 1), june.First())
	assert.Equal(t, quantity.DateOf(2024, time.June, 30), june.Last())
	assert.Equal(t, quantity.DateOf(2024, time.February, 29), quantity.MonthOf(2024, time.February).Last())
	assert.True(t, june.Contains(quantity.DateOf(2024, time.June, 30)))
	assert.False(t, june.Contains(quantity.DateOf(2024, time.July, 1)))
	assert.False(t, june.Contains(quantity.Date{}))
	assert.Equal(t, "2024-06 2024年6月 June 2024", june.String()+" "+june.In(bilingual.Chinese)+" "+june.In(bilingual.English))
	var none quantity.YearMonth
	assert.False(t, none.Known() || none.First().Known() || none.Last().Known() || none.Contains(quantity.DateOf(1, 1, 1)))
	assert.Equal(t, none, june.If(false))
	assert.Equal(t, june, june.If(true))
	broken := quantity.MonthOf(2024, 13)
	assert.Equal(t, "invalid: not-a-date", broken.String())
	assert.Equal(t, quantity.NotADate, broken.Fault())
	for _, m := range []quantity.YearMonth{none, june, broken, quantity.MonthOf(1, 1), quantity.MonthOf(9999, 12)} {
		checkAgain2(t, m)
	}
}

func checkAgain2(t *testing.T, m quantity.YearMonth) {
	data, err := m.MarshalJSON()
	require.NoError(t, err)
	back := quantity.MonthOf(2000, 1)
	require.NoError(t, back.UnmarshalJSON(data))
	assert.Equal(t, m, back)
}

func TestAnInstantIsADayInAZone(t *testing.T) {
	beijing := time.FixedZone("UTC+8", 8*60*60)
	held := time.Date(2025, time.August, 31, 16, 0, 0, 0, time.UTC) // 1 September in Beijing, as a driver hands it out
	assert.Equal(t, quantity.DateOf(2025, time.August, 31), quantity.DateOfTime(held))
	assert.Equal(t, quantity.DateOf(2025, time.September, 1), quantity.DateIn(held, beijing))
	assert.Equal(t, quantity.Date{}, quantity.DateIn(time.Time{}, beijing))
	assert.True(t, quantity.DateIn(held, nil).Invalid(), "no zone is assumed")
}

func TestAgeOnADay(t *testing.T) {
	birth := quantity.DateOf(2010, time.March, 15)
	for _, c := range []struct {
		name     string
		from, on quantity.Date
		want     quantity.Count
	}{
		{"the day before the birthday", birth, quantity.DateOf(2024, time.March, 14), quantity.N(13)},
		{"the birthday itself", birth, quantity.DateOf(2024, time.March, 15), quantity.N(14)},
		{"the day of birth", birth, birth, quantity.N(0)},
		{"the day before birth", birth, quantity.DateOf(2010, time.March, 14), quantity.N(-1)},
		{"a birthday of 29 February in a common year", quantity.DateOf(2012, time.February, 29), quantity.DateOf(2023, time.February, 28), quantity.N(11)},
		{"the day before it", quantity.DateOf(2012, time.February, 29), quantity.DateOf(2023, time.February, 27), quantity.N(10)},
		{"nobody has said when", quantity.Date{}, birth, quantity.Count{}},
		{"nobody has said on which day", birth, quantity.Date{}, quantity.Count{}},
	} {
		t.Run(c.name, func(t *testing.T) { assert.Equal(t, c.want, c.from.YearsTo(c.on)) })
	}
	assert.Equal(t, quantity.NotADate, quantity.DateOf(2010, 13, 1).YearsTo(birth).Fault())
	assert.Equal(t, quantity.NotADate, birth.YearsTo(quantity.DateOf(2010, 13, 1)).Fault())
}

func TestSums(t *testing.T) {
	refused := quantity.HoursOf(math.NaN())
	assert.Equal(t, quantity.WholeHours(360), quantity.HoursOf(120.25).Plus(quantity.HoursOf(239.75)))
	assert.Equal(t, quantity.Hours{}, quantity.WholeHours(360).Plus(quantity.Hours{}), "a part is not the whole")
	assert.Equal(t, refused, quantity.Hours{}.Plus(refused), "what was refused stays so")
	assert.Equal(t, refused, refused.Plus(quantity.WholeHours(1)))
	assert.Equal(t, quantity.TooLarge, quantity.N(int64(math.MaxInt64)).Plus(quantity.N(1)).Fault())
	assert.Equal(t, quantity.N(3), quantity.N(1).Plus(quantity.N(2)))
	assert.Equal(t, quantity.YuanOf(0.3), quantity.YuanOf(0.1).Plus(quantity.YuanOf(0.2)))
	assert.Equal(t, quantity.WholeMonths(6), quantity.WholeMonths(2).Plus(quantity.WholeMonths(4)))
	assert.Equal(t, quantity.WholeYears(6), quantity.WholeYears(2).Plus(quantity.WholeYears(4)))
	assert.Equal(t, quantity.YuanOf(1234.56), quantity.Fen(123456))
	assert.Equal(t, quantity.Negative, quantity.Fen(-1).Fault())
}

// One row a training, in tenths of an hour, as systems hold them.
func TestTheHoursOfATeacherAreTheSameWhateverTheyAreAddedWith(t *testing.T) {
	for _, rows := range [][]float64{
		{12.3, 45.6, 78.9, 0.7, 31.1, 22.2, 64.4, 8.8, 51.5, 44.5},
		{0.1, 0.2, 0.3, 99.4, 59.7, 20.3, 33.3, 66.6, 47.7, 32.4},
		{72.1, 71.9, 72.3, 71.7, 72},
	} {
		var double, fromReal float64
		var single float32
		exact := quantity.WholeHours(0)
		for _, h := range rows {
			double += h
			single += float32(h)
			fromReal += float64(float32(h))
			exact = exact.Plus(quantity.HoursOf(h))
		}
		assert.Equal(t, quantity.WholeHours(360), exact)
		assert.Equal(t, exact, quantity.HoursOf(double), "added as float64: %v", double)
		assert.Equal(t, exact, quantity.HoursOf(float64(single)), "added as float32: %v", single)
		assert.Equal(t, exact, quantity.HoursOf(fromReal), "float32 added as float64: %v", fromReal)
	}
}

func TestHoursOfMinutes(t *testing.T) {
	assert.Equal(t, quantity.WholeHours(360), quantity.HoursOfMinutes(quantity.N(16200), 45))
	assert.Equal(t, quantity.WholeHours(360), quantity.HoursOfMinutes(quantity.N(14400), 40))
	assert.Equal(t, quantity.HoursOf(359.97), quantity.HoursOfMinutes(quantity.N(16199), 45), "rounded down: a minute short is short")
	assert.Equal(t, quantity.Hours{}, quantity.HoursOfMinutes(quantity.Count{}, 45))
	assert.Equal(t, quantity.Negative, quantity.HoursOfMinutes(quantity.N(-1), 45).Fault())
	assert.True(t, quantity.HoursOfMinutes(quantity.N(1), 0).Invalid())
	assert.Equal(t, quantity.TooLarge, quantity.HoursOfMinutes(quantity.N(int64(math.MaxInt64)), 1).Fault())
}
