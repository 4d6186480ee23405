package rules_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/countyyear"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/rules/tonghua"
	"github.com/eduplan/tonghua/rules/verdict"
)

// spending is what counties spent in a year after 1,000,000 yuan the year before.
func spending(year int, yuan ...uint64) (list []countyyear.Record) {
	for _, y := range yuan {
		list = append(list, countyyear.Record{Area: indicators.CountyArea, Year: quantity.N(year), Spending: quantity.WholeYuan(y), SpendingBefore: quantity.WholeYuan(1_000_000)})
	}
	return list
}

func TestEveryReadingOfAYearlyDutyIsJudgedOverItsYears(t *testing.T) {
	for _, c := range []struct {
		says            string
		before, now     []uint64
		decides, strict verdict.Outcome
		value           string
	}{
		{"all rose in each year", []uint64{1_000_001}, []uint64{1_000_001}, verdict.Met, verdict.Met, "2"},
		{"level in an earlier year is no rise for good", []uint64{1_000_000}, []uint64{1_000_001}, verdict.Met, verdict.NotMet, "1"},
		{"and neither is level in this year", []uint64{1_000_001}, []uint64{1_000_000}, verdict.Met, verdict.NotMet, "1"},
		{"a fall in an earlier year is a fall under both", []uint64{999_999}, []uint64{1_000_001}, verdict.NotMet, verdict.NotMet, "1"},
	} {
		t.Run(c.says, func(t *testing.T) {
			r, err := tonghua.SpendingOnlyRises.Evaluate(day(2023, time.June, 30), append(spending(2022, c.before...), spending(2023, c.now...)...)...)
			require.NoError(t, err)
			assert.Equal(t, c.decides, r.Outcome)
			require.Len(t, r.Readings, 2)
			assert.Equal(t, "strict-rise", r.Readings[1].Key)
			assert.Equal(t, c.strict, r.Readings[1].Outcome)
			assert.Equal(t, c.value+"/2", r.Readings[1].Value.Of.Number()+"/"+r.Readings[1].Value.Per.Number(), "two areas in two years")
		})
	}
}

func TestWhatIsShortIsSaidYearByYear(t *testing.T) {
	rows := append(spending(2022, 999_999, 999_999, 1_000_001), spending(2023, 999_999, 1_000_001)...)
	r, err := tonghua.SpendingOnlyRises.Evaluate(day(2023, time.June, 30), rows...)
	require.NoError(t, err)
	zh, en := r.Short(bilingual.Chinese), r.Short(bilingual.English)
	assert.Regexp(t, `^2022年有2个[^；]+；2023年有1个[^；]+$`, zh)
	assert.Regexp(t, `^in 2022 2 areas [^;]+; in 2023 1 area [^;]+$`, en)
	assert.Equal(t, "未达到的年度：2022、2023；适用记录少于其他年度（最多3条）：2023年2条", r.ByYear(bilingual.Chinese))
	assert.Equal(t, "years missed: 2022, 2023; fewer records in scope than in another year, which has 3: 2 in 2023", r.ByYear(bilingual.English))
}
