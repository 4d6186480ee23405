package report_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules/report"
	"github.com/eduplan/tonghua/rules/tonghua"
)

var languages = []bilingual.Language{bilingual.Chinese, bilingual.English}

func TestTheColumnsOfATable(t *testing.T) {
	r := made(t, plan.Tonghua(), in2024, senior(t, in2024, 949))
	assert.Equal(t, []string{"条款", "事项", "数值", "要求", "约束力", "结论", "期限", "差距", "数据日期"}, r.Table(report.Options{}).Columns)
	assert.Equal(t, []string{"Clause", "Statement", "Value", "Required", "Strength", "Verdict", "Due", "Shortfall", "Data of"},
		r.Table(report.Options{Language: bilingual.English}).Columns)
	assert.Equal(t, []string{"二（三）第2段", "高中阶段毛入学率", "949/1000=94.90%", "全市高中阶段毛入学率不低于95%", "必须", "尚未达到", "2025-12-31",
		"还需再招收1名高中阶段学生", "2024-09-01"}, rowCells(t, r, plan.SeniorGrossEnrolment, bilingual.Chinese))
	for _, section := range r.Table(report.Options{All: true}).Sections {
		for _, line := range section.Lines {
			assert.Len(t, line.Cells, 9, line)
		}
	}
}

func TestEveryRowSaysWhatItAsksAndHowStronglyItBinds(t *testing.T) {
	r := made(t, plan.Tonghua(), in2024)
	strengths := map[string]int{}
	for s := range plan.Tonghua().All() {
		row := rowOf(t, r, s.ID)
		for _, l := range languages {
			cells := rowCells(t, r, s.ID, l)
			assert.Equal(t, row.Demand.In(l), cells[3])
			assert.Equal(t, s.Modality.Strength(s.Gradually, l), cells[4])
			assert.NotContains(t, cells[3], "{", "a placeholder that nothing fills")
			assert.Equal(t, s.Modality == plan.NoDemand, cells[5] == l.Pick("不作要求", "no demand"))
			assert.Equal(t, s.Modality == plan.NoDemand, cells[6] == "", "what demands nothing is never due")
		}
		strengths[s.Modality.String()]++
	}
	assert.Equal(t, map[string]int{"must": 277, "strive": 2, "should": 2, "encourage": 15, "explore": 8, "none": 20}, strengths)
}

// Whatever a demand rests on is said under it with its origin, whether there are data
// or not.
func TestWhereFiguresComeFromIsARemark(t *testing.T) {
	r := made(t, plan.Tonghua(), in2024)
	figures := 0
	for s := range plan.Tonghua().All() {
		row := rowOf(t, r, s.ID)
		if s.Modality == plan.NoDemand {
			continue
		}
		for _, l := range languages {
			said := remarksOf(t, r, row, l, l.Pick("指标来源：", "figures: "))
			if len(row.Figures) == 0 {
				assert.Empty(t, said, s.ID)
				continue
			}
			require.Len(t, said, 1, s.ID)
			assert.Equal(t, l.Pick("指标来源：", "figures: ")+strings.Join(plan.Origins(row.Figures, l), l.Pick("；", "; ")), said[0], "figures of one origin stand together")
			for _, f := range row.Figures {
				figures++
				assert.Contains(t, said[0], f.Amount.In(l), s.ID)
				assert.Contains(t, said[0], f.Origin.In(l), s.ID)
				assert.Equal(t, f.Basis == plan.Official, strings.Contains(f.In(l), l.Pick("非规划原文", "not in the plan's text")), s.ID)
			}
		}
	}
	assert.Greater(t, figures, 300)
}

// remarksOf are those under a row that begin so.
func remarksOf(t *testing.T, r *report.Report, row report.Row, l bilingual.Language, begin string) (list []string) {
	t.Helper()
	for _, section := range r.Table(report.Options{Language: l, All: true}).Sections {
		for _, line := range section.Lines {
			if line.Cells[1] != row.Name.In(l) || line.Cells[0] != row.Citation.In(l) {
				continue
			}
			for _, remark := range line.Remarks {
				if strings.HasPrefix(remark, begin) {
					list = append(list, remark)
				}
			}
		}
	}
	return list
}

func TestAFigureThatAnAmendmentSetsSaysSo(t *testing.T) {
	for _, c := range []struct {
		says   string
		basis  plan.Basis
		zh, en string
	}{
		{"whatever an order says of itself, it is an order", plan.Stated, "指标来源：97%：按修订文件，调整通知，自2024年3月1日起", "figures: 97 %: ordered by an amendment, notice, from 1 March 2024"},
		{"a what-if assumes", plan.Assumed, "指标来源：97%：系假设", "figures: 97 %: assumed"},
	} {
		t.Run(c.says, func(t *testing.T) {
			to := above(97)
			to.Basis = c.basis
			p := second(t, plan.SetPopulation(plan.SeniorGrossEnrolment, to))
			for _, r := range []*report.Report{made(t, p, in2024), made(t, p, in2024, seniorUnder(t, p))} {
				row := rowOf(t, r, plan.SeniorGrossEnrolment)
				assert.Equal(t, []string{c.zh}, remarksOf(t, r, row, bilingual.Chinese, "指标来源"))
				assert.Equal(t, []string{c.en}, remarksOf(t, r, row, bilingual.English, "figures"))
				assert.Contains(t, rowCells(t, r, plan.SeniorGrossEnrolment, bilingual.Chinese)[3], "97%")
			}
		})
	}
}

func TestADeadlineSaysWhereItDoesNotComeFromTheText(t *testing.T) {
	ordered := second(t, plan.SetDeadline(plan.SeniorGrossEnrolment, plan.Deadline{Kind: plan.ByDate, On: in2024, Origin: plan.Origin{Basis: plan.Stated}}))
	for _, c := range []struct {
		says string
		plan *plan.Plan
		id   plan.ID
		want string
	}{
		{"the text prints it", plan.Tonghua(), plan.SeniorGrossEnrolment, "2025-12-31"},
		{"it is the end of the plan", plan.Tonghua(), plan.LabourGuideline, "2025-12-31（原文未定期限，按规划期末）"},
		{"a standing duty", plan.Tonghua(), plan.MoralThemes, "持续"},
		{"a yearly one", plan.Tonghua(), plan.EthicsMonth, "每年"},
	} {
		t.Run(c.says, func(t *testing.T) {
			assert.Equal(t, c.want, rowCells(t, made(t, c.plan, in2024), c.id, bilingual.Chinese)[6])
		})
	}
	t.Run("an order sets it, which infers nothing", func(t *testing.T) {
		cell := rowCells(t, made(t, ordered, in2024), plan.SeniorGrossEnrolment, bilingual.Chinese)[6]
		assert.Contains(t, cell, "2024-09-01")
		assert.NotContains(t, cell, "推定")
	})
}

func TestARowWithoutDataNamesTheEvidenceThatIsAccepted(t *testing.T) {
	r, named := made(t, plan.Tonghua(), in2024), 0
	for s := range plan.Tonghua().All() {
		row := rowOf(t, r, s.ID)
		for _, l := range languages {
			want := []string{}
			for _, c := range s.Components {
				want = append(want, l.Pick("须补佐证（"+c.Name.ZH+"），以下任一：", "proof wanted ("+c.Name.EN+"), any one of: ")+c.Accepted(l))
			}
			if s.Modality == plan.NoDemand {
				want = nil
			}
			assert.ElementsMatch(t, want, remarksOf(t, r, row, l, l.Pick("须补佐证", "proof wanted")), s.ID)
			named += len(want)
		}
	}
	assert.Greater(t, named, 400)

	with := made(t, plan.Tonghua(), in2024, attested(t, tonghua.LabourGuideline, in2024, paper(in2023)))
	assert.Empty(t, remarksOf(t, with, rowOf(t, with, plan.LabourGuideline), bilingual.Chinese, "须补佐证"), "what is met wants no more")
}

func TestWhatThereIsNoDataOnIsFoldedWithItsRemarks(t *testing.T) {
	r := made(t, plan.Tonghua(), in2024, senior(t, in2024, 949))
	assert.Equal(t, []string{"高中阶段毛入学率"}, printed(t, r, report.Options{}))
	assert.Len(t, printed(t, r, report.Options{All: true}), plan.Tonghua().Len())
	assert.False(t, slices.ContainsFunc(remarks(r, bilingual.Chinese), func(s string) bool { return strings.HasPrefix(s, "须补佐证") }))
}

func TestAPastReportOfAReportedFigureSaysWhatItIsShortOf(t *testing.T) {
	half, err := tonghua.BalancedEvaluation.Reported(atEnd, quantity.MustAmount(1, 2, quantity.Percent))
	require.NoError(t, err)
	r := made(t, plan.Tonghua(), later, of(t, half))
	for l, want := range map[bilingual.Language][]string{
		bilingual.Chinese: {"50%（上报）", "力争", "未达到", "还差50个百分点"},
		bilingual.English: {"50 % (reported)", "strive", "not met", "50 percentage points short"},
	} {
		cells := rowCells(t, r, plan.BalancedEvaluation, l)
		assert.Equal(t, want, []string{cells[2], cells[4], cells[5], cells[7]})
	}
}
