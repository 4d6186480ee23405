package verdict_test

import (
	"encoding/json"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules/verdict"
)

func both(zh, en string) bilingual.Text { return bilingual.Text{ZH: zh, EN: en} }

func share(of, per uint64) quantity.Ratio {
	return quantity.Ratio{Of: quantity.TotalOf(of, quantity.Teacher), Per: quantity.TotalOf(per, quantity.Teacher), Unit: quantity.Percent}
}

func floor(percent uint64) plan.Threshold {
	return plan.Threshold{Comparator: plan.AtLeast, Amount: quantity.MustAmount(percent, 100, quantity.Percent), Origin: plan.Origin{Basis: plan.Stated}}
}

// masters is a target of 12 % that was missed: 10 of 100.
func masters() verdict.Result {
	r := missed(midPlan, byLastDay)
	r.Edition, r.Name, r.Citation, r.Bearer, r.Form = "edition", both("硕士教师", "Masters"), both("三（十）第3段", "Part 3"), plan.City, "share"
	r.Demand, r.Threshold, r.Value = both("达到12%以上", "at least 12 % hold a degree"), floor(12), share(10, 100)
	r.Figures = []plan.DecidingFigure{{Key: "population", Amount: both("12%", "12 %"), Origin: plan.Origin{Basis: plan.Stated}}}
	two := quantity.TotalOf(2, quantity.Teacher)
	r.Shortfall, r.ShortPhrase = verdict.Shortfall{Low: two, High: two}, both("还需{n}名教师", "{n} more teachers")
	r.Records = verdict.Records{Read: 100, InScope: 100}
	return r
}

func TestAResultExplainsItselfInOneSentence(t *testing.T) {
	said(t, "硕士教师：尚未达到；10/100=10.00%；要求：达到12%以上（三（十）第3段；12%：文中明示；2025年12月31日前，文中明示）；还需2名教师；数据截至2024年9月1日，记录100条，适用100条",
		"Masters: not yet met; 10 of 100 = 10.00 %; required: at least 12 % hold a degree (Part 3; 12 %: stated; by 31 December 2025, stated); "+
			"2 more teachers; data of 1 September 2024, 100 records read, 100 in scope", masters().Text)
	assert.Equal(t, masters().Text(bilingual.Chinese), masters().String())
}

func TestWhatIsShortIsSaidInTheStatementsOwnWords(t *testing.T) {
	short := func(low, high uint64, over bool) verdict.Shortfall {
		return verdict.Shortfall{Low: quantity.TotalOf(low, quantity.Teacher), High: quantity.TotalOf(high, quantity.Teacher), Over: over}
	}
	for _, c := range []struct {
		says   string
		change func(*verdict.Result)
		zh, en string
	}{
		{"so many", func(*verdict.Result) {}, "还需2名教师", "2 more teachers"},
		{"at least and at most", func(r *verdict.Result) { r.Shortfall = short(2, 1300, false) }, "还需2至1300名教师", "2 to 1,300 more teachers"},
		{"nothing", func(r *verdict.Result) { r.Shortfall = verdict.Shortfall{} }, "", ""},
		{"a ceiling without words of its own", func(r *verdict.Result) {
			r.Shortfall, r.ShortPhrase, r.Threshold.Comparator = short(3, 3, true), bilingual.Text{}, plan.AtMost
		}, "超出3名教师", "3 teachers too many"},
		{"a phrase for too few does not speak of too many", func(r *verdict.Result) { r.Shortfall = short(3, 3, true) }, "超出3名教师", "3 teachers too many"},
		{"a duty speaks of those who miss it", func(r *verdict.Result) {
			r.Form, r.Threshold, r.ShortPhrase = "duty", floor(100), bilingual.Text{}
		}, "有2名教师未达标", "2 teachers do not comply"},
		{"of one", func(r *verdict.Result) {
			r.Form, r.Threshold, r.ShortPhrase, r.Shortfall = "duty", floor(100), bilingual.Text{}, short(1, 1, false)
		}, "有1名教师未达标", "1 teacher does not comply"},
		{"a reported figure does not say of how many", func(r *verdict.Result) { r.Reported, r.Shortfall = true, verdict.Shortfall{} }, "还差2个百分点", "2 percentage points short"},
		{"what is shown for comparison is short of nothing", func(r *verdict.Result) { r.Outcome, r.Reason = verdict.NotApplicable, verdict.ForComparison }, "", ""},
		{"evidence that is not there", func(r *verdict.Result) {
			r.Attested, r.Components = true, []verdict.ComponentResult{{Name: both("清单", "a list"), Shown: true}, {Name: both("活动", "an act"), MissingYears: []int{2022, 2023}}, {Name: both("机构", "a body")}}
		}, "尚缺：活动（2022、2023年）；机构", "not shown: an act in 2022, 2023; a body"},
		{"evidence that is all there", func(r *verdict.Result) {
			r.Attested, r.Components = true, []verdict.ComponentResult{{Name: both("清单", "a list"), Shown: true}}
		}, "", ""},
	} {
		t.Run(c.says, func(t *testing.T) {
			r := masters()
			c.change(&r)
			said(t, c.zh, c.en, r.Short)
		})
	}
}

func TestWhatWasMeasured(t *testing.T) {
	for _, c := range []struct {
		says   string
		change func(*verdict.Result)
		zh, en string
	}{
		{"a share", func(*verdict.Result) {}, "10/100=10.00%", "10 of 100 = 10.00 %"},
		{"printing never flatters", func(r *verdict.Result) { r.Value = share(11_999_999, 100_000_000) }, "11999999/100000000=11.99%", "11,999,999 of 100,000,000 = 11.99 %"},
		{"bounds", func(r *verdict.Result) {
			r.Value, r.Lowest, r.Highest = quantity.Ratio{}, share(10, 100), share(20, 100)
		}, "10.00%至20.00%", "10.00 % to 20.00 %"},
		{"bounds that are printed alike", func(r *verdict.Result) {
			r.Value, r.Lowest, r.Highest = quantity.Ratio{}, share(0, 31), share(0, 30)
		}, "0.00%", "0.00 %"},
		{"the same where perhaps nobody is in scope", func(r *verdict.Result) {
			r.Value, r.Lowest, r.Highest, r.Records.InScope = quantity.Ratio{}, share(0, 1), share(0, 1), 0
		}, "0.00%（如有适用对象）", "0.00 % (if anything is in scope)"},
		{"a reported figure", func(r *verdict.Result) { r.Reported = true }, "10.00%（上报）", "10.00 % (reported)"},
		{"a figure as it was printed", func(r *verdict.Result) { r.Reported, r.Printed = true, both("10.0%", "10.0 %") }, "10.0%（上报）", "10.0 % (reported)"},
		{"a count has the statement's noun", func(r *verdict.Result) {
			r.Value, r.Noun = quantity.Ratio{Of: quantity.TotalOf(3, quantity.Item), Unit: quantity.Item}, both("个社团", "clubs")
		}, "3个社团", "3 clubs"},
		{"the value of another reading", func(r *verdict.Result) {
			r.Value, r.Readings = quantity.Ratio{}, []verdict.ReadingResult{{Decides: true}, {Value: share(9, 90), Threshold: floor(12)}}
		}, "9/90=10.00%（另一口径）", "9 of 90 = 10.00 % (another reading)"},
		{"nothing", func(r *verdict.Result) { r.Value = quantity.Ratio{} }, "", ""},
	} {
		t.Run(c.says, func(t *testing.T) {
			r := masters()
			c.change(&r)
			said(t, c.zh, c.en, r.Measured)
		})
	}
}

func TestWhatAGroupIsToTheWhole(t *testing.T) {
	r := masters()
	said(t, "", "", r.Whole)
	r.Part = verdict.Part{Of: r.Value.Of, Per: r.Value.Per}
	said(t, "", "", r.Whole) // data leave open what the whole is without it
	r.Part.Without = share(1, 3)
	said(t, "除该组外合计为33.33%", "the whole without this group: 33.33 %", r.Whole)
	r.Part.Without = share(11_999_999, 100_000_000)
	said(t, "除该组外合计为11.99%", "the whole without this group: 11.99 %", r.Whole) // rounding never flatters
	r.Bearer, r.Bound = plan.County, verdict.Bound{Met: 4, NotMet: 1, Undetermined: 2}
	said(t, "各县（市、区）共7个，4个达到", "4 of 7 meet it (each county)", r.Whole)
}

func TestEvidenceIsListedWithWhatElseWouldDo(t *testing.T) {
	r := masters()
	r.Evidence = []verdict.EvidenceResult{{Evidence: verdict.Evidence{Title: "报告", On: midPlan}}, {Evidence: verdict.Evidence{Title: "旧报告"}, Refusal: verdict.BeforePlan}}
	r.Components = []verdict.ComponentResult{{Name: both("清单", "a list"), Shown: true, Latest: midPlan}, {Name: both("活动", "an act"), Accepted: both("开展的活动", "act"), Latest: day(2024, time.August, 1)}}
	assert.Equal(t, []string{"佐证：报告，2024年9月1日", "佐证：旧报告：不计，早于规划期", "须补佐证（活动），以下任一：开展的活动"}, r.Shown(bilingual.Chinese))
	assert.Equal(t, []string{"evidence: 报告, 1 September 2024", "evidence: 旧报告: does not count, older than the plan", "proof wanted (an act), any one of: act"}, r.Shown(bilingual.English))
	r.Deadline = standing
	r.AsOf = lastDay
	assert.Contains(t, r.Shown(bilingual.Chinese), "最新佐证为2024年9月1日，距数据日期486天")
	assert.Contains(t, r.Shown(bilingual.English), "the newest evidence is of 1 September 2024, 486 days before the data")
	r.Outcome = verdict.Met
	assert.Len(t, r.Shown(bilingual.Chinese), 3, "what is met wants no more")
	assert.Empty(t, verdict.Result{}.Shown(bilingual.Chinese))
}

func TestWhatAResultRestsOnIsInItsText(t *testing.T) {
	for _, c := range []struct {
		says   string
		change func(*verdict.Result)
		zh, en string
	}{
		{"a figure that an order set", func(r *verdict.Result) {
			r.Figures[0].Origin = plan.Origin{Basis: plan.Ordered, Order: both("通知", "notice"), From: midPlan}
		}, "12%：按修订文件，通知，自2024年9月1日起", "12 %: ordered by an amendment, notice, from 1 September 2024"},
		{"an official figure that the plan does not hold", func(r *verdict.Result) {
			r.Figures[0].Origin = plan.Origin{Basis: plan.Official, Source: both("《规定》", "Rules"), Number: "教师〔2016〕3号"}
		}, "12%：非规划原文，按官方口径，《规定》（教师〔2016〕3号）", "12 %: not in the plan's text, by official definition, Rules (教师〔2016〕3号)"},
		{"a reading that decides by another figure", func(r *verdict.Result) { r.Stated = floor(10) }, "（三（十）第3段；原文为“不低于10%”，按“不低于12%”判定；", "(Part 3; the text says at least 10 %, taken as at least 12 %; "},
		{"how strongly it binds, unless it must be", func(r *verdict.Result) { r.Modality = plan.Encourage }, "；鼓励；2025年", "; encouraged; by 31"},
		{"what was measured of the demand", func(r *verdict.Result) {
			r.Partly = plan.Partly{Bias: plan.Flatters, Covers: both("一部分", "a part")}
		},
			"计量范围：一部分（结果可能高于实际）", "measured: a part (can only flatter)"},
		{"what amended it", func(r *verdict.Result) { r.Orders = []bilingual.Text{both("通知", "notice")} }, "依据修订：通知（版本edition）", "as amended by notice (edition edition)"},
		{"records that are too many, absent or open", func(r *verdict.Result) {
			r.Records = verdict.Records{Read: 1000, Skipped: 1, InScope: 900, Surplus: 2, Absent: 3, Open: 4}
			r.Gaps = []verdict.FieldGap{{Label: both("学历", "education"), Unknown: 3, Invalid: 1}}
			r.Unset = []verdict.Unset{{Name: both("“长期”的年数", "years of long service")}}
		}, "记录1000条，适用900条，非对象1条，多报2条，缺报3条，待定4条，学历缺3条、无效1条，", "1,000 records read, 900 in scope, 1 skipped, 2 more than expected, 3 absent, 4 left open, education unknown in 3 and invalid in 1, the years of long service is not set"},
		{"a reading that nobody computes", func(r *verdict.Result) {
			r.Readings = []verdict.ReadingResult{{Decides: true}, {Name: both("人均", "on average"), NotComputed: both("没有总数", "no sum")}}
		}, "另一理解（人均）：未计算，没有总数", "another reading (on average): not computed, no sum"},
		{"a reading that comes to another verdict", func(r *verdict.Result) {
			r.Readings = []verdict.ReadingResult{{Decides: true}, {Name: both("专任", "full-time"), Computed: true, Outcome: verdict.Met, Value: share(12, 90), Threshold: floor(12)}}
		}, "另一理解（专任）：达到，12/90=13.33%", "another reading (full-time): met, 12 of 90 = 13.33 %"},
	} {
		t.Run(c.says, func(t *testing.T) {
			r := masters()
			c.change(&r)
			assert.Contains(t, r.Text(bilingual.Chinese), c.zh)
			assert.Contains(t, r.Text(bilingual.English), c.en)
			assert.NotContains(t, r.Text(bilingual.Chinese), "\n")
		})
	}
}

func TestWhatOpenRecordsLackIsNamedToBeFilledIn(t *testing.T) {
	r := masters()
	assert.Empty(t, r.Lacking(bilingual.Chinese), "nothing is open")
	r.Records.Open = 4
	r.Gaps = []verdict.FieldGap{{Label: both("学历", "education"), Unknown: 3, Invalid: 1}, {Label: both("学段", "stage"), Unknown: 2}}
	assert.Equal(t, "尚待补正：学历缺3条、无效1条、学段缺2条", r.Lacking(bilingual.Chinese))
	assert.Equal(t, "to be filled in or corrected: education unknown in 3 and invalid in 1, stage unknown in 2", r.Lacking(bilingual.English))
}

func TestAReadingDisagreesByItsOutcomeOrValue(t *testing.T) {
	r := masters()
	same := verdict.ReadingResult{Computed: true, Outcome: r.Outcome, Value: r.Value}
	for _, c := range []struct {
		says   string
		change func(*verdict.ReadingResult)
		want   bool
	}{
		{"the same", func(*verdict.ReadingResult) {}, false},
		{"another outcome", func(o *verdict.ReadingResult) { o.Outcome = verdict.Met }, true},
		{"another value", func(o *verdict.ReadingResult) { o.Value = share(11, 100) }, true},
		{"the same outcome for want of data", func(o *verdict.ReadingResult) { o.Value = quantity.Ratio{} }, false},
		{"nothing in its scope", func(o *verdict.ReadingResult) { o.Outcome = verdict.NotApplicable }, false},
		{"not computed", func(o *verdict.ReadingResult) { o.Outcome, o.Computed = verdict.Met, false }, false},
		{"the one that decides", func(o *verdict.ReadingResult) { o.Outcome, o.Decides = verdict.Met, true }, false},
	} {
		t.Run(c.says, func(t *testing.T) {
			o := same
			c.change(&o)
			assert.Equal(t, c.want, r.Disagrees(o))
		})
	}
}

func TestResultsPrintALineEachAndThenTheFaults(t *testing.T) {
	found := verdict.Fault{Row: 2, Field: "hours", Label: both("学时", "hours"), Reason: quantity.Negative, Found: both("", "")}
	larger := verdict.Fault{Row: verdict.NoRow, Label: both("在园", "enrolled"), Reason: quantity.ExceedsWhole, Found: both("12", "12"), WholeLabel: both("适龄", "of age"), WholeFound: both("10", "10")}
	results := verdict.Results{Rules: []verdict.Result{masters(), masters()}, Faults: []verdict.Fault{found, larger},
		Fields: []verdict.FieldQuality{{Label: both("学时", "hours"), Invalid: 1200}, {Label: both("学历", "education")}}}
	zh, en := strings.Split(results.String(), "\n"), strings.Split(results.Text(bilingual.English), "\n")
	require.Len(t, zh, 6)
	require.Len(t, en, 6)
	assert.Equal(t, []string{"第3行：学时" + quantity.Negative.In(bilingual.Chinese), "在园12，大于适龄10", "数据问题共1200处：学时 1200", ""}, zh[2:])
	assert.Equal(t, []string{"row 3: hours: negative", "enrolled 12 is larger than of age 10", "1,200 faults in all: hours 1,200", ""}, en[2:])
	one, ok := results.Of(masters().Statement)
	assert.True(t, ok)
	assert.True(t, one.Equal(masters()))
	_, ok = results.Of("none")
	assert.False(t, ok)
}

func TestAResultTravelsAsJSON(t *testing.T) {
	full := masters()
	full.MetOn, full.Overruled, full.Part.Without, full.Bound = lastDay, true, share(1, 3), verdict.Bound{Met: 1}
	full.Evidence = []verdict.EvidenceResult{{Evidence: verdict.Evidence{Kind: plan.Project, Title: "报告", On: midPlan, Stage: verdict.InUse}, Refusal: verdict.SameAgain}}
	full.Components = []verdict.ComponentResult{{Key: "whole", MissingYears: []int{2022}}}
	for _, r := range []verdict.Result{{}, masters(), full, full.SeenOn(dayAfter)} {
		data, err := json.Marshal(r)
		require.NoError(t, err)
		var back verdict.Result
		require.NoError(t, json.Unmarshal(data, &back))
		assert.True(t, r.Equal(back))
		assert.Equal(t, r.Text(bilingual.Chinese), back.Text(bilingual.Chinese))
	}
	var r verdict.Result
	assert.Error(t, json.Unmarshal([]byte(`{"outcome":"passed"}`), &r))
}
