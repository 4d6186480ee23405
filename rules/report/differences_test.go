package report_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/enrolment"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules"
	"github.com/eduplan/tonghua/rules/report"
	"github.com/eduplan/tonghua/rules/tonghua"
	"github.com/eduplan/tonghua/rules/verdict"
)

// teachers is a report of the same 200 teachers, 45 of them with a master's degree,
// under an edition.
func teachers(t *testing.T, p *plan.Plan) *report.Report {
	t.Helper()
	rule, err := tonghua.SeniorMaster.Under(p)
	require.NoError(t, err)
	r, err := rules.MustPanel(mapStaff, rule).Evaluate(in2024, masters(map[string]int{"东昌区": 40, "辉南县": 5}, 372))
	require.NoError(t, err)
	return made(t, p, in2024, r)
}

// edition asks for so many per cent of masters.
func edition(t *testing.T, percent uint64) *plan.Plan {
	t.Helper()
	return second(t, plan.SetPopulation(plan.SeniorMaster, above(percent)))
}

func kinds(d report.Difference) (list []report.CauseKind) {
	for _, c := range d.Causes {
		list = append(list, c.Kind)
	}
	return list
}

func TestWhatDiffersWithoutAFlipIsListedToo(t *testing.T) {
	first := plan.Tonghua()
	absent := func(expected int64) *report.Report {
		r, err := rules.MustPanel(func(_ *int, e *enrolment.Record) {
			e.Level, e.Enrolled, e.OfficialAge = indicators.SeniorSecondary, quantity.N(960), quantity.N(1000)
		}, rules.Rule[enrolment.Record](tonghua.SeniorGrossEnrolment)).Expecting(expected).Evaluate(in2024, make([]int, 1))
		require.NoError(t, err)
		return made(t, first, in2024, r)
	}
	guideline := func(evidence ...verdict.Evidence) *report.Report {
		return made(t, first, in2024, attested(t, tonghua.LabourGuideline, in2024, evidence...))
	}
	letter, early := paper(in2023.Next()), paper(day(2020, 1, 1))
	letter.Number = "9号"
	sooner := second(t, plan.SetDeadline(plan.OversizedClasses, plan.Deadline{Kind: plan.ByDate, On: day(2025, 6, 30), Origin: plan.Origin{Basis: plan.Stated}}))
	for _, c := range []struct {
		says          string
		before, after *report.Report
		flip          bool
		want          []report.CauseKind
		zh            string // a part of what is said
	}{
		{"12 % became 15 %, and both are met", teachers(t, first), teachers(t, edition(t, 15)), false,
			[]report.CauseKind{report.ByEdition, report.ByThreshold}, "达到→达到；版本：tonghua-2021-2025→second（"},
		{"25 % became 30 %, and both are missed: how many more does it take?", teachers(t, edition(t, 25)), teachers(t, edition(t, 30)), false,
			[]report.CauseKind{report.ByEdition, report.ByThreshold, report.ByShortfall}, "差距：还需5名高中教师达到硕士研究生以上学历→还需15名高中教师达到硕士研究生以上学历"},
		{"12 % became 25 %", teachers(t, first), teachers(t, edition(t, 25)), true,
			[]report.CauseKind{report.ByEdition, report.ByThreshold, report.ByShortfall}, "达到→尚未达到；"},
		{"the figure fell, and both are missed", made(t, first, in2024, senior(t, in2024, 940)), made(t, first, in2024, senior(t, in2024, 930)), false,
			[]report.CauseKind{report.ByValue, report.ByShortfall}, "数值：940/1000=94.00%→930/1000=93.00%；差距：还需再招收10名高中阶段学生→还需再招收20名高中阶段学生"},
		{"newer data say another value", made(t, first, atEnd, senior(t, in2023, 960)), made(t, first, atEnd, senior(t, in2024, 970)), false,
			[]report.CauseKind{report.ByValue, report.ByData}, "数据日期：2023-09-01→2024-09-01"},
		{"newer data say the same", made(t, first, atEnd, senior(t, in2023, 960)), made(t, first, atEnd, senior(t, in2024, 960)), false, nil, ""},
		{"a report of a later day says the same", made(t, first, in2024, senior(t, in2023, 960)), made(t, first, atEnd, senior(t, in2023, 960)), false, nil, ""},
		{"another piece of evidence counts", guideline(paper(in2023)), guideline(paper(in2023), letter), false,
			[]report.CauseKind{report.ByEvidence}, "佐证：劳动教育指导纲要（8号），市教育局，2023年9月1日→劳动教育指导纲要（8号），市教育局，2023年9月1日、劳动教育指导纲要（9号）"},
		{"another piece that does not count", guideline(paper(in2023)), guideline(paper(in2023), early), false, nil, ""},
		{"fewer records are absent, and it stays open", absent(3), absent(2), false, []report.CauseKind{report.ByRecords}, "记录：适用1条，待定2条，缺报2条→适用1条，待定1条，缺报1条"},
		{"another deadline, without data", made(t, first, in2024), made(t, sooner, in2024), false, []report.CauseKind{report.ByEdition, report.ByDeadline}, "无数据→无数据；"},
		{"another demand, without data", made(t, first, in2024), made(t, edition(t, 15), in2024), false, []report.CauseKind{report.ByEdition, report.ByThreshold}, "无数据→无数据；"},
		{"nothing", teachers(t, first), teachers(t, first), false, nil, ""},
	} {
		t.Run(c.says, func(t *testing.T) {
			forth, back := report.Compare(c.before, c.after), report.Compare(c.after, c.before)
			if c.want == nil {
				assert.Empty(t, forth)
				assert.Empty(t, back)
				return
			}
			require.Len(t, forth, 1)
			require.Len(t, back, 1)
			assert.Equal(t, c.flip, forth[0].Flip)
			assert.Equal(t, c.want, kinds(forth[0]))
			assert.Contains(t, forth[0].In(bilingual.Chinese), c.zh)
			assert.Equal(t, c.want, kinds(back[0]), "the other way round the same differs")
			for i := range forth[0].Causes {
				assert.Equal(t, forth[0].Causes[i].Before, back[0].Causes[i].After)
				assert.NotEqual(t, forth[0].Causes[i].Before, forth[0].Causes[i].After)
				assert.NotContains(t, forth[0].Causes[i].In(bilingual.English), "：")
			}
		})
	}
}

func TestFlipsComeFirstAndThenTheRestInClauseOrder(t *testing.T) {
	guideline := attested(t, tonghua.LabourGuideline, in2024) // 三（一）, after the figures of 二（三）
	preschool := func(enrolled int) verdict.Results {
		r, err := tonghua.PreschoolGrossEnrolment.Evaluate(in2024, enrolment.Record{Level: indicators.Preschool, Enrolled: quantity.N(enrolled), OfficialAge: quantity.N(1000)})
		require.NoError(t, err)
		return of(t, r)
	}
	before := made(t, plan.Tonghua(), in2024, preschool(960), senior(t, in2024, 940), guideline)
	after := made(t, plan.Tonghua(), in2024, preschool(970), senior(t, in2024, 960), attested(t, tonghua.LabourGuideline, in2024, paper(in2023)))
	got := report.Compare(before, after)
	var ids []plan.ID
	for _, d := range got {
		ids = append(ids, d.Statement)
	}
	assert.Equal(t, []plan.ID{plan.SeniorGrossEnrolment, plan.LabourGuideline, plan.PreschoolGrossEnrolment}, ids)
	assert.Equal(t, 2, slices.IndexFunc(got, func(d report.Difference) bool { return !d.Flip }))
}

func TestAnotherReadingThatDecidesIsNamed(t *testing.T) {
	p := second(t, plan.Decide(plan.SeniorMaster, "degree-counts"))
	got := report.Compare(teachers(t, plan.Tonghua()), teachers(t, p))
	require.Len(t, got, 1)
	assert.Contains(t, kinds(got[0]), report.ByReading)
	assert.Contains(t, got[0].In(bilingual.Chinese), "；为准的理解：全体教师，以毕业学历为准→仅有硕士学位的也计入")
}

// A computed and a reported figure of one value have no reading between them.
func TestNoReadingIsBlamedWhereAFigureWasReported(t *testing.T) {
	exact, err := quantity.ParseAmount("94", quantity.Percent)
	require.NoError(t, err)
	figure, err := tonghua.PrimaryNetEnrolment.Reported(in2024, exact)
	require.NoError(t, err)
	computed, err := tonghua.PrimaryNetEnrolment.Evaluate(in2024, enrolment.Record{Level: indicators.Primary, EnrolledOfAge: quantity.N(99), OfficialAge: quantity.N(100)})
	require.NoError(t, err)
	got := report.Compare(made(t, plan.Tonghua(), in2024, of(t, computed)), made(t, plan.Tonghua(), in2024, of(t, figure)))
	require.Len(t, got, 1)
	assert.NotContains(t, kinds(got[0]), report.ByReading)
}

func TestWithoutTwoReportsNothingDiffers(t *testing.T) {
	r := made(t, plan.Tonghua(), in2024)
	assert.Empty(t, report.Compare(nil, r))
	assert.Empty(t, report.Compare(r, nil))
	assert.Empty(t, report.Compare(nil, nil))
}

func TestAGroupThatMovedIsADifferenceOfTheWhole(t *testing.T) {
	// The city has 45 masters among 200 both times: one county's gain is another's loss.
	was := func(first, second int) *report.Report {
		named, total := byCounty(t, in2024, masters(map[string]int{"东昌区": first, "辉南县": second}, 372), plan.County)
		return grouped(t, plan.Tonghua(), in2024, named, total)
	}
	list := report.Compare(was(40, 5), was(35, 10))
	i := slices.IndexFunc(list, func(d report.Difference) bool { return d.Statement == plan.SeniorMaster })
	require.GreaterOrEqual(t, i, 0)
	assert.False(t, list[i].Flip)
	assert.Equal(t, []report.CauseKind{report.ByGroup}, kinds(list[i]))
	assert.Equal(t, "分组：东昌区，仅供比较，40/100=40.00%；辉南县，仅供比较，5/100=5.00%→东昌区，仅供比较，35/100=35.00%；辉南县，仅供比较，10/100=10.00%", list[i].Causes[0].In(bilingual.Chinese))
	assert.Empty(t, report.Compare(was(40, 5), was(40, 5)))
}

func TestAReportedFigureThatMovedIsADifference(t *testing.T) {
	with := func(percent string) *report.Report {
		return made(t, plan.Tonghua(), atEnd, senior(t, in2024, 949), reported(t, in2024, percent))
	}
	list := report.Compare(with("94.9"), with("95.3"))
	require.Len(t, list, 1)
	assert.Equal(t, []report.CauseKind{report.ByReported}, kinds(list[0]))
	assert.Equal(t, "上报数据：94.9%（上报），尚未达到→95.3%（上报），达到", list[0].Causes[0].In(bilingual.Chinese))
	assert.Equal(t, "reported: 94.9 % (reported), not yet met -> 95.3 % (reported), met", list[0].Causes[0].In(bilingual.English))
}
