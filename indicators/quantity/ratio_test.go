package quantity_test

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
)

func share(of, per uint64, unit quantity.Unit) quantity.Ratio {
	return quantity.Ratio{Of: quantity.TotalOf(of, unit), Per: quantity.TotalOf(per, unit), Unit: quantity.Percent}
}

func percent(hundredths uint64) quantity.Amount {
	return quantity.MustAmount(hundredths, 10_000, quantity.Percent)
}

func yuan(fen uint64) quantity.Total {
	return quantity.NewTotal(quantity.WideOf(fen), quantity.Yuan)
}

func TestRatioAgainstAmount(t *testing.T) {
	perPupil := quantity.Ratio{Of: yuan(1234567), Per: quantity.TotalOf(10, quantity.Pupil), Unit: quantity.YuanPerPupil}
	classSize := quantity.Ratio{Of: quantity.TotalOf(451, quantity.Pupil), Per: quantity.TotalOf(10, quantity.Class), Unit: quantity.Pupil}
	density := quantity.Ratio{Of: quantity.TotalOf(100, quantity.Pupil), Per: quantity.TotalOf(2500, quantity.SquareMetre), Unit: quantity.Multiple}
	hours := quantity.Ratio{Of: quantity.NewTotal(quantity.WideOf(750), quantity.Hour), Unit: quantity.Hour}
	schools := quantity.Ratio{Of: quantity.TotalOf(12, quantity.School), Unit: quantity.School}
	none := quantity.Ratio{Per: quantity.TotalOf(10, quantity.Pupil), Of: quantity.TotalOf(0, quantity.Pupil), Unit: quantity.Percent}

	for _, c := range []struct {
		name             string
		ratio            quantity.Ratio
		against          quantity.Amount
		compare          int
		missing, surplus string // in steps
	}{
		{"1,199 of 10,000 miss 12 % by one", share(1199, 10000, quantity.Pupil), percent(1200), -1, "1", "0"},
		{"1,200 of 10,000 reach 12 %", share(1200, 10000, quantity.Pupil), percent(1200), 0, "0", "0"},
		{"1,201 of 10,000 pass 12 % by one", share(1201, 10000, quantity.Pupil), percent(1200), 1, "0", "1"},
		{"94.996 % miss 95 %", share(94996, 100000, quantity.Pupil), percent(9500), -1, "4", "0"},
		{"a missing part of a pupil is a pupil", share(94, 99, quantity.Pupil), percent(9500), -1, "1", "0"},
		{"a part of a pupil too many is a pupil", share(1, 99, quantity.Pupil), percent(100), 1, "0", "1"},
		{"nobody misses 95 % by all that it takes", none, percent(9500), -1, "10", "0"},
		{"every ratio reaches nought", none, percent(0), 0, "0", "0"},
		{"more than all are a surplus", share(103, 100, quantity.Pupil), percent(10000), 1, "0", "3"},
		{"1,234.567 yuan per pupil miss 1,235 by 4.33 yuan", perPupil, quantity.MustAmount(1235, 1, quantity.YuanPerPupil), -1, "433", "0"},
		{"1,234.567 yuan per pupil pass 1,234 by 5.67 yuan", perPupil, quantity.MustAmount(1234, 1, quantity.YuanPerPupil), 1, "0", "567"},
		{"a threshold between two fen is missed by the fen above", perPupil, quantity.MustAmount(12345671, 10000, quantity.YuanPerPupil), -1, "1", "0"},
		{"45.1 pupils a class pass 45 by one pupil", classSize, quantity.MustAmount(45, 1, quantity.Pupil), 1, "0", "1"},
		{"45.1 pupils a class miss 46 by nine pupils", classSize, quantity.MustAmount(46, 1, quantity.Pupil), -1, "9", "0"},
		{"a measured denominator is scaled too", density, quantity.MustAmount(4, 100, quantity.Multiple), 0, "0", "0"},
		{"and misses by whole pupils", density, quantity.MustAmount(5, 100, quantity.Multiple), -1, "25", "0"},
		{"7.5 hours miss 8 by half an hour", hours, quantity.MustAmount(8, 1, quantity.Hour), -1, "50", "0"},
		{"7.5 hours reach 7.5", hours, quantity.MustAmount(15, 2, quantity.Hour), 0, "0", "0"},
		{"7.5 hours pass seven and a third by 17 hundredths", hours, quantity.MustAmount(22, 3, quantity.Hour), 1, "0", "17"},
		{"12 schools miss 15 by three", schools, quantity.MustAmount(15, 1, quantity.School), -1, "3", "0"},
		{"12 schools pass 10 by two", schools, quantity.MustAmount(10, 1, quantity.School), 1, "0", "2"},
	} {
		t.Run(c.name, func(t *testing.T) {
			assert.True(t, c.ratio.Defined())
			assert.Equal(t, c.compare, c.ratio.Compare(c.against))
			assert.Equal(t, c.missing, c.ratio.Missing(c.against).Steps().String(), "missing")
			assert.Equal(t, c.surplus, c.ratio.Surplus(c.against).Steps().String(), "surplus")
			assert.Equal(t, c.ratio.Of.Unit(), c.ratio.Missing(c.against).Unit())
			assert.Equal(t, c.ratio.Of.Unit(), c.ratio.Surplus(c.against).Unit())
		})
	}
}

func TestRatioPrints(t *testing.T) {
	meanYears := quantity.Ratio{Of: quantity.TotalOf(1080, quantity.PersonYear), Per: quantity.TotalOf(100, quantity.Person), Unit: quantity.Year}
	for _, c := range []struct {
		name             string
		ratio            quantity.Ratio
		down, up, zh, en string // zh and en rounded down
	}{
		{"1,199 of 10,000", share(1199, 10000, quantity.Pupil), "11.99", "11.99", "1199/10000=11.99%", "1,199 of 10,000 = 11.99 %"},
		{"94.996 % against a floor of 95 % does not print as 95.00 %", share(94996, 100000, quantity.Pupil), "94.99", "95.00", "94996/100000=94.99%", "94,996 of 100,000 = 94.99 %"},
		{"5.001 % against a ceiling of 5 % does not print as 5.00 %", share(5001, 100000, quantity.Pupil), "5.00", "5.01", "5001/100000=5.00%", "5,001 of 100,000 = 5.00 %"},
		{"one in three", share(1, 3, quantity.School), "33.33", "33.34", "1/3=33.33%", "1 of 3 = 33.33 %"},
		{"nothing of something", share(0, 3, quantity.School), "0.00", "0.00", "0/3=0.00%", "0 of 3 = 0.00 %"},
		{"a trace is not nothing upwards", share(1, 1_000_000, quantity.Pupil), "0.00", "0.01", "1/1000000=0.00%", "1 of 1,000,000 = 0.00 %"},
		{"more than all", share(103, 100, quantity.Pupil), "103.00", "103.00", "103/100=103.00%", "103 / 100 = 103.00 %"},
		{"a thousand per cent is separated in English", share(1234, 100, quantity.Pupil), "1234.00", "1234.00", "1234/100=1234.00%", "1,234 / 100 = 1,234.00 %"},
		{"yuan per pupil", quantity.Ratio{Of: yuan(1234567), Per: quantity.TotalOf(10, quantity.Pupil), Unit: quantity.YuanPerPupil}, "1234.56", "1234.57", "12345.67元/10名学生=1234.56元/生", "12,345.67 yuan / 10 pupils = 1,234.56 yuan per pupil"},
		{"yuan of yuan", quantity.Ratio{Of: yuan(40000), Per: yuan(1000000), Unit: quantity.Percent}, "4.00", "4.00", "400/10000=4.00%", "400 of 10,000 = 4.00 %"},
		{"years of schooling", meanYears, "10.80", "10.80", "1080人年/100人=10.80年", "1,080 person-years / 100 persons = 10.80 years"},
		{"pupils a class are whole", quantity.Ratio{Of: quantity.TotalOf(451, quantity.Pupil), Per: quantity.TotalOf(10, quantity.Class), Unit: quantity.Pupil}, "45", "46", "451名学生/10个班级=45名学生", "451 pupils / 10 classes = 45 pupils"},
		{"a number of schools is printed as it is", quantity.Ratio{Of: quantity.TotalOf(1200, quantity.School), Unit: quantity.School}, "1200", "1200", "1200所学校", "1,200 schools"},
		{"one school is singular", quantity.Ratio{Of: quantity.TotalOf(1, quantity.School), Unit: quantity.School}, "1", "1", "1所学校", "1 school"},
		{"a ratio over nothing is undefined", share(0, 0, quantity.Pupil), "–", "–", "–%", "– %"},
		{"the zero ratio is undefined", quantity.Ratio{}, "–", "–", "–", "–"},
	} {
		t.Run(c.name, func(t *testing.T) {
			assert.Equal(t, c.down, c.ratio.Number(quantity.Down))
			assert.Equal(t, c.up, c.ratio.Number(quantity.Up))
			assert.Equal(t, c.zh, c.ratio.Calculation(bilingual.Chinese, quantity.Down))
			assert.Equal(t, c.en, c.ratio.Calculation(bilingual.English, quantity.Down))
		})
	}
}

func TestRatioIn(t *testing.T) {
	r := share(1199, 10000, quantity.Pupil)
	assert.Equal(t, "11.99%", r.In(bilingual.Chinese, quantity.Down))
	assert.Equal(t, "11.99 %", r.In(bilingual.English, quantity.Down))
	assert.Equal(t, "–%", share(1, 0, quantity.Pupil).In(bilingual.Chinese, quantity.Down))
	schools := quantity.Ratio{Of: quantity.TotalOf(12, quantity.School), Unit: quantity.School}
	assert.Equal(t, "12所学校", schools.In(bilingual.Chinese, quantity.Up))
}

func TestRatioIsDefinedOverSomething(t *testing.T) {
	assert.True(t, share(0, 1, quantity.Pupil).Defined())
	assert.False(t, share(1, 0, quantity.Pupil).Defined())
	assert.False(t, quantity.Ratio{}.Defined())
	assert.True(t, quantity.Ratio{Of: quantity.TotalOf(0, quantity.School), Unit: quantity.School}.Defined(), "no schools are a number of schools")
	assert.True(t, quantity.Ratio{}.IsZero())
	assert.False(t, share(0, 0, quantity.Pupil).IsZero())
}

func TestRatioIsKeptUnreduced(t *testing.T) {
	again := share(1, 2, quantity.Pupil)
	assert.True(t, share(1, 2, quantity.Pupil) == again)
	assert.False(t, share(1, 2, quantity.Pupil) == share(2, 4, quantity.Pupil), "two of four pupils are not one of two")
}

func TestTwoCountsOf2To63Minus1(t *testing.T) {
	once := quantity.TotalOf(math.MaxInt64, quantity.Pupil)
	twice := quantity.NewTotal(once.Steps().Plus(math.MaxInt64), quantity.Pupil)
	half := quantity.Ratio{Of: once, Per: twice, Unit: quantity.Percent}
	assert.Zero(t, half.Compare(percent(5000)))
	assert.Equal(t, "9,223,372,036,854,775,807 of 18,446,744,073,709,551,614 = 50.00 %", half.Calculation(bilingual.English, quantity.Down))
	assert.Equal(t, "9223372036854775807", half.Missing(percent(10000)).Number())

	double := quantity.Ratio{Of: twice, Per: once, Unit: quantity.Percent}
	assert.Equal(t, 1, double.Compare(percent(19999)))
	assert.Zero(t, double.Compare(percent(20000)))
	assert.Equal(t, "9223372036854775807", double.Surplus(percent(10000)).Number())
}

func TestWhatIsFarOutOfReachIsStillMissing(t *testing.T) {
	most := quantity.WideOfWords(math.MaxUint64, math.MaxUint64)
	r := quantity.Ratio{Of: quantity.TotalOf(1, quantity.Pupil), Per: quantity.NewTotal(most, quantity.Class), Unit: quantity.Pupil}
	forty := quantity.MustAmount(40, 1, quantity.Pupil)
	less, _ := most.Sub(quantity.WideOf(1))
	assert.Equal(t, -1, r.Compare(forty))
	assert.Equal(t, less, r.Missing(forty).Steps(), "up to the largest total there is")
	assert.True(t, r.Surplus(forty).IsZero())

	// 7 × (2^129-1)/7 / 2 is the largest total and a half, which rounds up to no total.
	part := quantity.WideOfWords(0x4924924924924924, 0x9249249249249249)
	r.Per = quantity.NewTotal(part, quantity.Class)
	sevenHalves := quantity.MustAmount(7, 2, quantity.Pupil)
	assert.Equal(t, less, r.Missing(sevenHalves).Steps())
}

func TestNothingIsMissingToNoAmount(t *testing.T) {
	for _, r := range []quantity.Ratio{{}, share(1, 2, quantity.Pupil), share(1, 0, quantity.Pupil)} {
		assert.True(t, r.Missing(quantity.Amount{}).IsZero())
		assert.True(t, r.Surplus(quantity.Amount{}).IsZero())
	}
}

func TestRatioDecimal(t *testing.T) {
	thirds := share(2, 3, quantity.Pupil)
	for _, c := range []struct {
		name   string
		ratio  quantity.Ratio
		places int32
		side   quantity.Rounding
		want   string
	}{
		{"two thirds cut down", thirds, 4, quantity.Down, "0.6666"},
		{"two thirds cut up", thirds, 4, quantity.Up, "0.6667"},
		{"no places", thirds, 0, quantity.Up, "1"},
		{"fewer than no places are none", thirds, -5, quantity.Down, "0"},
		{"more than thirty places are thirty", thirds, math.MaxInt32, quantity.Down, "0.666666666666666666666666666666"},
		{"what divides evenly is not raised", share(1, 4, quantity.Pupil), 2, quantity.Up, "0.25"},
		{"yuan per pupil", quantity.Ratio{Of: yuan(1234567), Per: quantity.TotalOf(10, quantity.Pupil), Unit: quantity.YuanPerPupil}, 2, quantity.Up, "1234.57"},
		{"a number of schools has no places to cut", quantity.Ratio{Of: quantity.TotalOf(12, quantity.School), Unit: quantity.School}, 0, quantity.Up, "12"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d, ok := c.ratio.Decimal(c.places, c.side)
			assert.True(t, ok)
			assert.Equal(t, c.want, d.String())
		})
	}
	for _, r := range []quantity.Ratio{{}, share(1, 0, quantity.Pupil)} {
		_, ok := r.Decimal(2, quantity.Down)
		assert.False(t, ok, "what is undefined is not nought")
	}
}
