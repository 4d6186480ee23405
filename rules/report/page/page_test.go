package page_test

import (
	"bytes"
	"html"
	"html/template"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/examples/city/registers"
	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/indicators/teacher"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules"
	"github.com/eduplan/tonghua/rules/report"
	"github.com/eduplan/tonghua/rules/report/page"
	"github.com/eduplan/tonghua/rules/tonghua"
	"github.com/eduplan/tonghua/rules/verdict"
)

// whole is a report of the whole plan with six counties.
func whole(t testing.TB, year int) *report.Report {
	t.Helper()
	city, err := registers.New(registers.Config{Year: year})
	require.NoError(t, err)
	v, err := city.Evaluate()
	require.NoError(t, err)
	r, err := report.NewGrouped(plan.Tonghua(), quantity.DateOf(year, 12, 31), v.Areas, v.Whole...)
	require.NoError(t, err)
	return r
}

func written(t testing.TB, r *report.Report, o page.Options) string {
	t.Helper()
	var out bytes.Buffer
	require.NoError(t, page.Write(&out, r, o))
	return out.String()
}

var tags = regexp.MustCompile(`<[^>]*>`)

func TestEveryStatementStandsOnThePageWithTheTextsOfItsResult(t *testing.T) {
	r := whole(t, 2024)
	for _, l := range []bilingual.Language{bilingual.Chinese, bilingual.English} {
		text := written(t, r, page.Options{Language: l})
		assert.Less(t, len(text), 1<<20, "below one megabyte")
		for row := range r.All() {
			at := strings.Index(text, `<article id="`+string(row.Statement)+`"`)
			require.Positive(t, at, "%s", row.Statement)
			article := text[at : at+strings.Index(text[at:], "</article>")]
			plain := html.UnescapeString(tags.ReplaceAllString(article, "\x00"))
			cells := strings.Split(plain, "\x00")
			lines := row.Lines(l)
			for i, cell := range lines[0].Cells {
				if cell != "" && row.Modality != plan.NoDemand {
					assert.Contains(t, cells, cell, "column %d of %s", i, row.Statement)
				}
			}
			for _, remark := range lines[0].Remarks {
				assert.Contains(t, cells, remark)
			}
			for _, ln := range lines[1:] {
				for _, cell := range ln.Cells {
					if cell = strings.TrimSpace(cell); cell != "" && cell != ln.Cells[8] {
						assert.Contains(t, cells, cell, "%s", row.Statement)
					}
				}
			}
		}
	}
}

func TestAPageFetchesNothingAndRunsNothing(t *testing.T) {
	text := written(t, whole(t, 2024), page.Options{})
	for _, never := range []string{"<script", "http://", "https://", "javascript:", "<link", "<img", "url(", "@import", " onclick", "ZgotmplZ"} {
		assert.NotContains(t, text, never)
	}
	assert.Contains(t, text, `content="default-src 'none'; style-src 'unsafe-inline'"`)
}

func TestAnEnglishPageHasNoChineseButNames(t *testing.T) {
	text := written(t, whole(t, 2024), page.Options{Language: bilingual.English})
	text = regexp.MustCompile(`lang="zh-CN">[^<]*<|<style>[^<]*</style>|<p class="worst">.*?</p>|\p{Han}+〔\d{4}〕\d+号`).ReplaceAllString(text, "<")
	for _, area := range []string{"东昌区", "二道江区", "通化县", "辉南县", "柳河县", "集安市", "市本级"} {
		text = strings.ReplaceAll(text, area, "") // remarks name counties too
	}
	at := regexp.MustCompile(`.{0,60}\p{Han}.{0,20}`).FindString(tags.ReplaceAllString(text, " "))
	assert.Empty(t, at)
}

func TestANameFromOutsideIsTextAndNothingElse(t *testing.T) {
	r := whole(t, 2024)
	name := "<script>alert(1)</script>\" onload=\"x\u202e\n甲"
	for row := range r.All() {
		for i := range row.Groups {
			row.Groups[i].Name = name
		}
	}
	text := written(t, r, page.Options{})
	assert.NotContains(t, text, "<script")
	assert.NotContains(t, text, `" onload`)
	assert.NotContains(t, text, "\u202e")
	assert.Contains(t, text, "&lt;script&gt;")
}

func TestAStatementHasAPageOfItsOwn(t *testing.T) {
	r := whole(t, 2024)
	history := map[plan.ID]verdict.Series{}
	before, _ := whole(t, 2022).Of(plan.SeniorMaster)
	series, err := verdict.NewSeries(before)
	require.NoError(t, err)
	history[plan.SeniorMaster] = series
	var out bytes.Buffer
	require.NoError(t, page.WriteStatement(&out, r, plan.SeniorMaster, page.Options{History: history, Back: "../city.html"}))
	result, _ := r.Of(plan.SeniorMaster)
	plain := html.UnescapeString(tags.ReplaceAllString(out.String(), "\x00"))
	assert.Contains(t, plain, result.Text(bilingual.Chinese))
	assert.Contains(t, plain, "2022年12月31日")
	assert.Contains(t, out.String(), `href="../city.html"`)
	assert.Contains(t, out.String(), "<svg")
	assert.ErrorContains(t, page.WriteStatement(&out, r, "none", page.Options{}), `no statement "none"`)
	assert.Error(t, page.Write(&out, nil, page.Options{}))
	assert.Error(t, page.WriteStatement(&out, nil, plan.SeniorMaster, page.Options{}))
}

func TestTheWorstCountiesAreNamedFirst(t *testing.T) {
	r := whole(t, 2024)
	missed := map[string]int{}
	for row := range r.All() {
		for _, g := range row.Groups {
			if g.Result.Outcome == verdict.NotMet {
				missed[g.Name]++
			}
		}
	}
	text := written(t, r, page.Options{})
	line := regexp.MustCompile(`未达到项数最多的：[^<]*`).FindString(text)
	require.NotEmpty(t, line)
	said := regexp.MustCompile(`([^：、]+)（(\d+)项`).FindAllStringSubmatch(line, -1)
	require.Len(t, said, 3)
	for _, one := range said {
		assert.Equal(t, one[2], itoa(missed[one[1]]), one[1])
	}
	for name, n := range missed {
		if !strings.Contains(line, name) {
			assert.LessOrEqual(t, n, missed[said[2][1]], name)
		}
	}
}

func itoa(n int) string { return quantity.TotalOf(uint64(n), quantity.Item).Number() }

func BenchmarkPage(b *testing.B) {
	r := whole(b, 2024)
	var out bytes.Buffer
	for b.Loop() {
		out.Reset()
		if err := page.Write(&out, r, page.Options{}); err != nil {
			b.Fatal(err)
		}
	}
}

// What is missing is no nought: a target that nothing was measured of has its way from the
// baseline, and the range that the data leave open.
func TestWhatIsNotKnownIsDrawnAsARangeAndNeverAsNought(t *testing.T) {
	end := quantity.DateOf(2025, 12, 31)
	board := func(staff ...teacher.Record) string {
		results, err := rules.MustPanel(rules.AsIs[teacher.Record], tonghua.Teachers()...).Evaluate(end, staff)
		require.NoError(t, err)
		r, err := report.New(plan.Tonghua(), end, results)
		require.NoError(t, err)
		var out strings.Builder
		require.NoError(t, page.Write(&out, r, page.Options{}))
		return out.String()
	}
	unknown := board(teacher.Record{Stage: indicators.Vocational, Specialist: indicators.Yes}, teacher.Record{Stage: indicators.Primary})
	assert.Contains(t, unknown, `class="line"`)
	assert.Contains(t, unknown, `class="open"`)
	assert.NotContains(t, unknown, `class="measured"`)
	assert.NotContains(t, unknown, `class="now"`)
	known := board(teacher.Record{Stage: indicators.Primary, RealNameSpace: indicators.Yes})
	assert.Contains(t, known, `class="measured"`)
	assert.Contains(t, known, `class="now"`)
}

func TestGroupsThatAreNoCountiesAreCalledWhatTheyAre(t *testing.T) {
	r := whole(t, 2025)
	out := written(t, r, page.Options{Group: bilingual.Text{ZH: "学校", EN: "school"}, Whole: bilingual.Text{ZH: "全县", EN: "county"}, Source: "教职工.xlsx，1009条记录"})
	for _, text := range []string{"各学校情况", "逐项要求：各学校分别判定", "整体指标：分组数值仅供比较", ">全县</th>", "<p>教职工.xlsx，1009条记录</p>"} {
		assert.Contains(t, out, text)
	}
	assert.NotContains(t, out, "各县（市、区）情况")
	english := written(t, r, page.Options{Language: bilingual.English, Group: bilingual.Text{ZH: "学校", EN: "school"}})
	assert.Contains(t, english, "Duties, with a verdict in each school")
	assert.NotContains(t, english, "Counties and statements")
}

func TestAPageIsMadeOfItsParts(t *testing.T) {
	r := whole(t, 2024)
	o := page.Options{LinkGroup: func(name string) string { return "/county/" + name }}
	text := written(t, r, o)
	parts, err := page.NewParts(r, o)
	require.NoError(t, err)
	for _, part := range []template.HTML{parts.Overview, parts.Board, parts.Grid, parts.Ahead, parts.Notes} {
		require.NotEmpty(t, part)
		assert.Contains(t, text, string(part))
		assert.NotContains(t, part, "style=")
	}
	assert.Contains(t, parts.Grid, `<a href="/county/%e4%b8%9c%e6%98%8c%e5%8c%ba">东昌区</a>`)

	one, err := page.Statement(r, plan.SeniorMaster, o)
	require.NoError(t, err)
	var own bytes.Buffer
	require.NoError(t, page.WriteStatement(&own, r, plan.SeniorMaster, o))
	assert.Contains(t, own.String(), string(one))
	assert.Contains(t, one, `<a href="/county/`)
}

func TestPartsOfNothingAreErrors(t *testing.T) {
	_, err := page.NewParts(nil, page.Options{})
	require.Error(t, err)
	_, err = page.Statement(nil, plan.SeniorMaster, page.Options{})
	require.Error(t, err)
	_, err = page.Statement(whole(t, 2024), "no-such-statement", page.Options{})
	require.Error(t, err)
	parts, err := page.NewParts(&report.Report{}, page.Options{})
	require.NoError(t, err)
	assert.Empty(t, parts.Board)
	assert.Empty(t, parts.Grid)
}
