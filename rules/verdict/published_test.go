package verdict_test

import (
	"math/big"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules/verdict"
)

func shareOf(n, of uint64) quantity.Ratio {
	return quantity.Ratio{Of: quantity.TotalOf(n, quantity.Teacher), Per: quantity.TotalOf(of, quantity.Teacher), Unit: quantity.Percent}
}

func TestAFigureThatCountsSkippedRowsIsFound(t *testing.T) {
	r := verdict.Result{Statement: plan.SeniorMaster, Form: "share", AsOf: quantity.DateOf(2025, time.September, 1), Records: verdict.Records{Skipped: 1000},
		Threshold: plan.Threshold{Comparator: plan.AtLeast, Amount: amount("12", quantity.Percent)}, Value: shareOf(1200, 9000)}
	list, err := verdict.Another("12.0", r)
	require.NoError(t, err)
	assert.True(t, list[0].Agrees(), "1,200 of 10,000 with the cooks")
	assert.Equal(t, "数据截至2025年9月1日，非对象的记录计入分母，1200/10000=12.00%，四舍五入：与公布的12.0一致", list[0].String())
}

// masters are 1,236 of 10,000 teachers, or 949 of 7,909 who teach full time: 12.36 % and
// 11.9989... %.
func mastersOnTwoReadings() verdict.Result {
	return verdict.Result{Statement: plan.SeniorMaster, AsOf: quantity.DateOf(2025, time.September, 1),
		Threshold: plan.Threshold{Comparator: plan.AtLeast, Amount: amount("12", quantity.Percent)}, Value: shareOf(1236, 10000),
		Readings: []verdict.ReadingResult{
			{Key: "all", Name: bilingual.Text{ZH: "全体教师", EN: "all teachers"}, Decides: true, Computed: true, Value: shareOf(1236, 10000)},
			{Key: "full-time", Name: bilingual.Text{ZH: "仅专任教师", EN: "full-time teachers"}, Computed: true, Value: shareOf(949, 7909)},
			{Key: "none", NotComputed: bilingual.Text{ZH: "无数据", EN: "no data"}},
		}}
}

func TestChoicesThatGiveAPublishedFigure(t *testing.T) {
	for _, c := range []struct {
		figure string
		want   []string // reading and cut of the choices that agree
	}{
		{"12.4", []string{"all half-up", "all rounded-up"}},
		{"12.3%", []string{"all truncated"}},
		{"12.36", []string{"all half-up", "all truncated", "all rounded-up"}},
		{"12", []string{"all half-up", "all truncated", "full-time half-up", "full-time rounded-up"}},
		{"11.9", []string{"full-time truncated"}},
		{"12.0", []string{"full-time half-up", "full-time rounded-up"}},
		{"13", []string{"all rounded-up"}},
		{"11.99", []string{"full-time truncated"}},
		{"14", nil},
	} {
		t.Run(c.figure, func(t *testing.T) {
			list, err := verdict.Another(c.figure, mastersOnTwoReadings())
			require.NoError(t, err)
			assert.Len(t, list, 6, "two readings in three ways")
			var got []string
			for _, one := range list {
				if one.Agrees() {
					got = append(got, one.Reading+" "+one.Cut.String())
				}
			}
			assert.Equal(t, c.want, got)
		})
	}
}

func TestWhatNoChoiceExplainsIsLeftOfTheNearest(t *testing.T) {
	list, err := verdict.Another("12.6", mastersOnTwoReadings())
	require.NoError(t, err)
	assert.Equal(t, big.NewRat(1, 5), list[0].Gap, "12.6 - 12.4")
	assert.Equal(t, "数据截至2025年9月1日，按“全体教师”，1236/10000=12.36%，四舍五入：公布的12.6高0.2", list[0].String())
	list, err = verdict.Another("11.9", mastersOnTwoReadings())
	require.NoError(t, err)
	assert.Equal(t, "data of 1 September 2025, reading full-time teachers, 949 of 7,909 = 11.99 %, truncated: the published 11.9", list[0].Text(bilingual.English))
}

func TestOpenRecordsAreTriedAtTheirWorstAndAtTheirBest(t *testing.T) {
	r := verdict.Result{Threshold: plan.Threshold{Comparator: plan.AtLeast, Amount: amount("12", quantity.Percent)}, AsOf: quantity.DateOf(2025, time.September, 1), Lowest: shareOf(110, 1000), Highest: shareOf(210, 1000)}
	list, err := verdict.Another("21.0", r)
	require.NoError(t, err)
	assert.True(t, list[0].Agrees())
	assert.Equal(t, "open records at their highest", list[0].Open.EN)
}

func TestAFigureThatIsNoneIsRefused(t *testing.T) {
	_, err := verdict.Another("about 12", mastersOnTwoReadings())
	assert.ErrorContains(t, err, "senior-master: published figure")
	_, err = verdict.Another("12")
	assert.ErrorContains(t, err, "no result has a value")
}
