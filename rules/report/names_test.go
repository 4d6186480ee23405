package report_test

import (
	"regexp"
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules/report"
	"github.com/eduplan/tonghua/rules/tonghua"
	"github.com/eduplan/tonghua/rules/verdict"
)

// forged is a line that a report could print, of a verdict that nobody gave.
const forged = "三（十）第3段  高中硕士以上学历教师占比  1200/10000=12.00%  不低于12%  达到"

// hostile are names that a clerk's file may hold.
var hostile = map[string]string{
	"a line feed":              "草案\n" + forged,
	"a carriage return":        "草案\r" + forged,
	"both":                     "草案\r\n" + forged,
	"a line separator":         "草案\u2028" + forged,
	"a paragraph separator":    "草案\u2029" + forged,
	"a next line":              "草案\u0085" + forged,
	"a vertical tab":           "草案\v" + forged,
	"a form feed":              "草案\f" + forged,
	"a hidden line":            "\x1b[8m" + forged + "\x1b[0m",
	"a line wiped":             "\x1b[2K\x1b[1A" + forged,
	"a turned direction":       "\u202e" + forged,
	"an isolate":               "\u2066" + forged + "\u2069",
	"a nought":                 "草案\x00" + forged,
	"bytes that are no text":   "草案\xff\xfe" + forged,
	"a heading":                "## " + forged,
	"a link":                   "[" + forged + "](javascript:alert(1))",
	"an image":                 "![" + forged + "](https://evil.example/p.png)",
	"a cell":                   "草案 | 达到 | " + forged,
	"a cell after an escape":   `草案 \| 达到 \` + "\n| " + forged,
	"a tag":                    "<script>" + forged + "</script>",
	"an entity":                "&lt;b&gt;" + forged,
	"code":                     "`" + forged + "`",
	"emphasis":                 "**" + forged + "** _达到_",
	"a name of nothing at all": "\n\r\x1b\u200b",
}

// withNames is a report with a name as that of a group and of everything that a piece
// of evidence is called by.
func withNames(t *testing.T, name string) *report.Report {
	t.Helper()
	counts := verdict.Evidence{Kind: plan.PublishedMeasure, Title: name, Number: name, Issuer: name, Reference: name, On: in2023}
	refused := counts
	refused.On = later
	r, err := tonghua.LabourGuideline.Evaluate(in2024, counts, refused)
	require.NoError(t, err)
	require.Len(t, r.Evidence, 2)
	group := senior(t, in2024, 930)
	return grouped(t, plan.Tonghua(), in2024, []report.Named{{Name: name, Results: group}}, senior(t, in2024, 960), of(t, r))
}

func lines(t *testing.T, r *report.Report, markdown bool, l bilingual.Language) []string {
	t.Helper()
	var b strings.Builder
	write := r.WriteText
	if markdown {
		write = r.WriteMarkdown
	}
	require.NoError(t, write(&b, report.Options{Language: l, Width: 100_000}))
	return strings.Split(b.String(), "\n")
}

// forgesNothing checks that a report has the lines of a harmless one, and nothing
// that a terminal obeys.
func forgesNothing(t *testing.T, harmless, r *report.Report) {
	t.Helper()
	for _, markdown := range []bool{false, true} {
		for _, l := range []bilingual.Language{bilingual.Chinese, bilingual.English} {
			got := lines(t, r, markdown, l)
			assert.Equal(t, len(lines(t, harmless, markdown, l)), len(got), "lines, Markdown: %v", markdown)
			for _, line := range got {
				assert.False(t, strings.HasPrefix(line, "三（十）第3段") || strings.HasPrefix(line, "| 三（十）第3段"), "%q", line)
				assert.Equal(t, -1, strings.IndexFunc(line, func(c rune) bool {
					return unicode.IsControl(c) || unicode.Is(unicode.Cf, c) || c == unicode.ReplacementChar
				}), "%q", line)
			}
		}
	}
}

// A writer of another form begins with the table.
func TestNoCellOfATableHoldsWhatATerminalObeys(t *testing.T) {
	for says, name := range hostile {
		t.Run(says, func(t *testing.T) {
			for _, section := range withNames(t, name).Table(report.Options{All: true}).Sections {
				for _, line := range section.Lines {
					for _, text := range append(line.Cells, line.Remarks...) {
						require.Equal(t, bilingual.Plain(text), text)
					}
				}
			}
		})
	}
}

func TestNoNameFromOutsideForgesALine(t *testing.T) {
	harmless := withNames(t, "草案")
	for says, name := range hostile {
		t.Run(says, func(t *testing.T) { forgesNothing(t, harmless, withNames(t, name)) })
	}
}

// active is what a page of Markdown would obey: a link or an image, a tag, an entity,
// code, emphasis. The report's own <br> is taken out first.
var active = regexp.MustCompile("(^|[^\\\\])[\\[\\]!`*_#]|<|&([^a]|a[^m])")

func TestNoNameFromOutsideIsMarkdown(t *testing.T) {
	own := strings.NewReplacer("<br>", "", "&amp;", "", "&lt;", "", `\\`, "")
	for says, name := range hostile {
		t.Run(says, func(t *testing.T) {
			cells := 0
			for _, line := range lines(t, withNames(t, name), true, bilingual.Chinese) {
				if strings.HasPrefix(line, "## 按部分") {
					return
				}
				if !strings.HasPrefix(line, "| ") || strings.HasPrefix(line, "| ---") {
					continue
				}
				cells++
				line = own.Replace(line)
				assert.Equal(t, 10, strings.Count(strings.ReplaceAll(line, `\|`, ""), "|"), line)
				assert.Empty(t, active.FindString(line), line)
			}
			assert.Positive(t, cells)
		})
	}
}

func TestResultsTextHasOneLineAResult(t *testing.T) {
	for says, name := range hostile {
		t.Run(says, func(t *testing.T) {
			r, _ := withNames(t, name).Of(plan.LabourGuideline)
			for _, l := range []bilingual.Language{bilingual.Chinese, bilingual.English} {
				text := verdict.Results{Rules: []verdict.Result{r, r}}.Text(l)
				assert.Equal(t, 2, strings.Count(text, "\n"))
				assert.Len(t, strings.FieldsFunc(text, func(c rune) bool { return c == '\n' || unicode.IsControl(c) || c == '\u2028' }), 2)
			}
		})
	}
}

func TestAHarmlessNameIsPrintedAsItIs(t *testing.T) {
	for _, name := range []string{"东昌区", "通市教发〔2022〕8号", "St. Mary's (No. 3) / 二中", "O’Neill – 南校区", "한국학교", "ハルピン"} {
		r := withNames(t, name)
		assert.Contains(t, strings.Join(lines(t, r, false, bilingual.Chinese), "\n"), "佐证："+name+"（"+name+"），"+name)
		assert.Contains(t, strings.Join(lines(t, r, true, bilingual.Chinese), "\n"), name)
	}
}

// An amendment and an edition are named from outside as well.
func TestAnAmendmentForgesNoLine(t *testing.T) {
	whatIf := func(edition, by string) *report.Report {
		p, err := plan.Tonghua().Amend(edition, plan.Amendment{By: bilingual.Text{ZH: by, EN: by}, Effective: in2023,
			Changes: []plan.Change{plan.SetPopulation(plan.SeniorGrossEnrolment, above(97)), plan.Repeal(plan.FootballSchools)}})
		if err != nil {
			return nil // a plan may refuse such names
		}
		return made(t, p, in2024, seniorUnder(t, p))
	}
	harmless := whatIf("second", "通知")
	require.NotNil(t, harmless)
	for says, name := range hostile {
		t.Run(says, func(t *testing.T) {
			r := whatIf(name, name)
			if r == nil {
				return
			}
			forgesNothing(t, harmless, r)
			one, _ := r.Of(plan.SeniorGrossEnrolment)
			assert.Equal(t, -1, strings.IndexFunc(one.Text(bilingual.Chinese), unicode.IsControl))
		})
	}
}
