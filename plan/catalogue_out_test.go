package plan_test

import (
	"bytes"
	"encoding/json"
	"html"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/plan"
)

func TestTheReferencePageIsFresh(t *testing.T) {
	want, err := os.ReadFile("CATALOGUE.md")
	require.NoError(t, err)
	var got bytes.Buffer
	require.NoError(t, plan.Tonghua().WriteMarkdown(&got))
	assert.True(t, bytes.Equal(want, got.Bytes()), "CATALOGUE.md is not what the catalogue says: run go generate ./plan")
}

func TestTheReviewSheetsAreFresh(t *testing.T) {
	for _, l := range []bilingual.Language{bilingual.Chinese, bilingual.English} {
		name := "REVIEW." + l.Pick("zh", "en") + ".html"
		want, err := os.ReadFile(name)
		require.NoError(t, err)
		var got bytes.Buffer
		require.NoError(t, plan.Tonghua().WriteReview(&got, l))
		assert.True(t, bytes.Equal(want, got.Bytes()), "%s is not what the catalogue says: run go generate ./plan", name)
	}
}

func TestTheReviewSheetHasARowForEachStatement(t *testing.T) {
	p := plan.Tonghua()
	var out strings.Builder
	require.NoError(t, p.WriteReview(&out, bilingual.Chinese))
	rows := strings.Split(out.String(), "\n<tr>")[1:]
	require.Len(t, rows, p.Len())
	i := 0
	for s := range p.All() {
		row := html.UnescapeString(rows[i])
		i++
		for _, part := range []string{strconv.Itoa(i), s.Citation(bilingual.Chinese), s.Term, s.Name.ZH, string(s.ID), s.Describe().ZH, s.Evaluable.In(bilingual.Chinese)} {
			assert.Contains(t, row, part, s.ID)
		}
		for _, c := range s.Components {
			assert.Contains(t, row, c.Name.ZH)
		}
		for _, r := range s.Readings {
			assert.Contains(t, row, r.Name.ZH)
		}
		for a := range p.AnomaliesOf(s.ID) {
			assert.Contains(t, row, a.Text.ZH)
		}
		assert.True(t, strings.HasSuffix(strings.TrimSpace(strings.Split(rows[i-1], "</tbody>")[0]), "<td>"), "the last column is free")
	}
}

func TestWordsOfAPlanCannotForgeTheReviewSheet(t *testing.T) {
	d := document()
	d.Name.ZH = "规划<script>"
	var out strings.Builder
	require.NoError(t, plan.MustNew(d).WriteReview(&out, bilingual.Chinese))
	assert.NotContains(t, out.String(), "<script>")
	assert.Contains(t, out.String(), "规划&lt;script&gt;")
}

func TestThePageShowsTheWholeCatalogue(t *testing.T) {
	var page strings.Builder
	p := plan.Tonghua()
	require.NoError(t, p.WriteMarkdown(&page))
	for s := range p.All() {
		assert.Contains(t, page.String(), "| `"+string(s.ID)+"`<br>“"+s.Term+"” |")
		assert.Contains(t, page.String(), s.Describe().ZH)
		for _, r := range s.Readings {
			assert.Contains(t, page.String(), strings.TrimRight(r.Why.EN, "."))
		}
		for _, q := range s.Parameters {
			assert.Contains(t, page.String(), q.Name.ZH)
		}
		for _, f := range s.Figures {
			assert.Contains(t, page.String(), f.Name.EN)
		}
	}
	for c := range p.Clauses() {
		assert.Contains(t, page.String(), string(c.Place))
	}
	for a := range p.Anomalies() {
		assert.Contains(t, page.String(), a.Text.EN)
	}
	for line := range strings.Lines(page.String()) {
		if strings.HasPrefix(line, "|") {
			assert.Equal(t, 7, strings.Count(strings.ReplaceAll(line, `\|`, ""), "|"), line)
		}
	}
}

func TestThePageOfAMadeUpPlan(t *testing.T) {
	d := document()
	d.Anomalies = []plan.Anomaly{{Key: "odd", Kind: plan.Misprint, Places: []plan.Place{"二"}, Text: both("多印一字", "a character too many")}}
	p, err := plan.MustNew(d).Amend("second", plan.Amendment{By: order, Effective: effective, Changes: []plan.Change{
		plan.SetEach("master", atLeast("2", quantity.Item, plan.Assumed)), plan.Repeal("books")}})
	require.NoError(t, err)
	var page strings.Builder
	require.NoError(t, p.WriteMarkdown(&page))
	assert.Equal(t, `# 云溪市教育规划

Education plan of Yunxi

second · 2026-01-01 至 2030-12-31 · 1项内容，3条

second · 2026-01-01 to 2030-12-31 · statements: 1, clauses: 3

- 形式 Kinds: 目标 target 1
- 力度 Modality: 力争 strive 1
- 评价 Answered: 部分计算 computed in part 1

## 一 教师 · Teachers

**一第1段** 学历 · Education

| 编号 ID | 事项 Statement | 内容 Summary | 要求 Required | 期限 Due | 性质 Nature |
| --- | --- | --- | --- | --- | --- |
| 'master'<br>“硕士” | 硕士<br>Masters | 四分之一有硕士学历。<br>A quarter hold a master's degree. | 每条记录不低于2项，总体不低于25%（2份证书：系假设；25%：文中明示；年龄16岁：非规划原文，按官方口径，普查）<br>each record at least 2 items, altogether at least 25 % (2 certificates: assumed; 25 %: stated; age 16 years of age: not in the plan's text, by official definition, census) | 2030年12月31日前，文中未定期限，按规划期末<br>by 31 December 2030, no date in the text, end of the plan | 目标 · 力争（逐步）（文中明示） · 部分计算 · 全市<br>target · strive (step by step) (stated) · computed in part · the city as a whole |

- 'master' 见于：一第1段、二<br>stands in: Part 1, paragraph 1; Part 2
- 'master' 说明：注意<br>note: Mind this
- 'master' 部分计算：在编教师，结果可能高于实际<br>measured in part: teachers on the roll, can only flatter
- 'master' 须证事项：培养方案，印发的文件或措施；开展的活动；督导、监测或审计报告，现行有效<br>to be shown: scheme, published measure or act or assessment report, in force
- 'master' 须证事项：学历提升，督导、监测或审计报告，当年或上一年<br>to be shown: better degrees, assessment report, of the current or the last year
- 'master' 基期：占比，20%（2025年12月31日，日期系推定）<br>baseline: share, 20 % (31 December 2025, the date is inferred)
- 'master' 数据：占比，20%（2025年12月31日，日期系推定）<br>figure: share, 20 % (31 December 2025, the date is inferred)
- 'master' 参数：年龄，16岁（非规划原文，按官方口径，普查）<br>parameter: age, 16 years of age (not in the plan's text, by official definition, census)
- 'master' 参数：待定，未设<br>parameter: left open, not set
- 'master' 为准的理解：从严，最近<br>reading that decides: strict, closest
- 'master' 另一理解：从宽，有硕士学历的不低于24%，可少<br>another reading: lenient, no fewer than 24 % hold a master's degree, less
- 'master' 修订：每项要求：不低于1项→不低于2项（调整通知，自2028年3月1日起）<br>amended: demand on each: at least 1 item becomes at least 2 items (adjustment notice, from 1 March 2028)

## 二 条件 · Conditions

另见 See also: 'master'

- ⚠ 文字差错：多印一字<br>misprint: a character too many

## 修订 · Amendments

- 'master' second：每项要求：不低于1项→不低于2项（调整通知，自2028年3月1日起）<br>second: demand on each: at least 1 item becomes at least 2 items (adjustment notice, from 1 March 2028)
- 'books' second：废止（调整通知，自2028年3月1日起）<br>second: repealed (adjustment notice, from 1 March 2028)
`, strings.ReplaceAll(page.String(), "`", "'"), "with other quotes around IDs")
	assert.Error(t, p.WriteMarkdown(failing{}))
}

func TestTheCatalogueTravelsAsJSON(t *testing.T) {
	amended, err := plan.Tonghua().Amend("second", plan.Amendment{By: order, Effective: effective, Changes: []plan.Change{plan.Repeal(plan.FootballSchools)}})
	require.NoError(t, err)
	for says, p := range map[string]*plan.Plan{"the plan": plan.Tonghua(), "an edition": amended, "a made-up plan": plan.MustNew(document())} {
		var first, second bytes.Buffer
		require.NoError(t, p.WriteJSON(&first))
		var d plan.Document
		require.NoError(t, json.Unmarshal(first.Bytes(), &d), says)
		back, err := plan.New(d)
		require.NoError(t, err, says)
		require.NoError(t, back.WriteJSON(&second))
		assert.Equal(t, first.String(), second.String(), "%s: to the byte", says)
		assert.Equal(t, slices.Collect(p.All()), slices.Collect(back.All()), says)
		assert.Equal(t, slices.Collect(p.Amended()), slices.Collect(back.Amended()), says)
		assert.True(t, strings.HasPrefix(first.String(), "{\n\t\"format\": 1,\n\t\"edition\": \""+p.Edition()+"\","), says)
	}
	assert.Error(t, plan.Tonghua().WriteJSON(failing{}))
}
