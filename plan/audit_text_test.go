package plan_test

import (
	"bytes"
	"fmt"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/plan/internal/fulltext"
)

// planText is the environment variable that names a copy of the plan's text,
// which is not part of the project.
const planText = "TONGHUA_PLAN_TEXT"

func textPath() string { return os.Getenv(planText) }

func readText(t testing.TB) []byte {
	t.Helper()
	path := textPath()
	if path == "" {
		t.Skipf("%s names no copy of the plan's text", planText)
	}
	text, err := os.ReadFile(path)
	if os.IsNotExist(err) {
		t.Skipf("%s: there is no file %s", planText, path)
	}
	require.NoError(t, err)
	return text
}

func TestTheTextOfThePlanIsAccountedForInFull(t *testing.T) {
	r, err := plan.Audit(bytes.NewReader(readText(t)))
	require.NoError(t, err)
	assert.Empty(t, r.Problems)
	all, accounted := r.Numerals()
	assert.Equal(t, all, accounted, "every numeral")
	assert.Equal(t, 278, all)
	statements := 0
	for _, c := range r.Clauses {
		assert.Positive(t, c.Line, c.Place)
		statements += len(c.Statements)
	}
	assert.Len(t, r.Clauses, 132)
	assert.Equal(t, plan.Tonghua().Len(), statements)
}

// A search of another kind: no digit and no Chinese numeral of a line is
// outside the numerals that the audit found in it.
func TestNoNumeralOfTheTextIsOverlooked(t *testing.T) {
	text := readText(t)
	r, err := plan.Audit(bytes.NewReader(text))
	require.NoError(t, err)
	lines := strings.Split(string(text), "\n")
	single := regexp.MustCompile(`[0-9０-９%％零〇一二三四五六七八九十百千万亿两半]|每|全部|全员|所有|覆盖各?个?`)
	for _, c := range r.Clauses {
		rest := strings.NewReplacer(" ", "", "\t", "").Replace(lines[c.Line-1])
		for _, n := range c.Numerals {
			before, after, found := strings.Cut(rest, n.Token)
			require.True(t, found, "line %d: %s", c.Line, n.Token)
			rest = before + "|" + after
		}
		left := slices.DeleteFunc(single.FindAllString(rest, -1), func(s string) bool { return strings.HasPrefix(s, "覆盖") })
		assert.Empty(t, left, "line %d", c.Line)
	}
}

func TestCopiesOfTheTextAreReadAlike(t *testing.T) {
	text := string(readText(t))
	want, err := plan.Audit(strings.NewReader(text))
	require.NoError(t, err)
	for says, copied := range map[string]string{
		"with a byte order mark":              "\ufeff" + text,
		"with the line ends of Windows":       strings.ReplaceAll(text, "\n", "\r\n"),
		"with full-width digits and signs":    widened(text),
		"with half-width brackets and commas": strings.NewReplacer("（", "(", "）", ")", "，", ",", "“", `"`, "”", `"`).Replace(text),
		"with one kind of dash":               strings.NewReplacer("—", "－", "－", "－").Replace(text),
	} {
		got, err := plan.Audit(strings.NewReader(copied))
		require.NoError(t, err, says)
		assert.Equal(t, want, got, says)
	}
}

func widened(text string) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' || r == '%' || r == '+' {
			return r - 0x20 + 0xFF00
		}
		return r
	}, text)
}

// Any number of the text one unit higher is noticed, on its line.
func TestAnyNumberOfTheTextOneHigherMakesTheAuditFail(t *testing.T) {
	text := string(readText(t))
	number := regexp.MustCompile(`[0-9]+`)
	for _, at := range number.FindAllStringIndex(text, -1) {
		var n int
		_, err := fmt.Sscan(text[at[0]:at[1]], &n)
		require.NoError(t, err)
		line := 1 + strings.Count(text[:at[0]], "\n")
		_, err = plan.Audit(strings.NewReader(text[:at[0]] + fmt.Sprint(n+1) + text[at[1]:]))
		assert.ErrorContains(t, err, fmt.Sprintf("line %d", line))
	}
}

func TestAnyLineLessMakesTheAuditFail(t *testing.T) {
	lines := strings.SplitAfter(string(readText(t)), "\n")
	for i, line := range lines {
		if strings.TrimSpace(line) == "" {
			continue
		}
		_, err := plan.Audit(strings.NewReader(strings.Join(slices.Concat(lines[:i], lines[i+1:]), "")))
		assert.Error(t, err, "without line %d", i+1)
	}
}

// splitText reads the text once, for tests that audit many catalogues.
func splitText(t *testing.T) []fulltext.Line {
	t.Helper()
	lines, err := fulltext.Split(bytes.NewReader(readText(t)))
	require.NoError(t, err)
	return lines
}

// sound reports whether the audit of a catalogue finds nothing wrong.
func sound(t *testing.T, lines []fulltext.Line, p *plan.Plan, rows []plan.Numeral) bool {
	t.Helper()
	problems, err := plan.AuditLines(p, plan.ClauseTable(), rows, lines)
	require.NoError(t, err)
	return len(problems) == 0
}

func TestAnyNumeralLessMakesTheAuditFail(t *testing.T) {
	lines, rows := splitText(t), slices.Collect(plan.Numerals())
	require.True(t, sound(t, lines, plan.Tonghua(), rows))
	for i, n := range rows {
		if slices.ContainsFunc(rows, func(o plan.Numeral) bool {
			return o != n && o.Token != "" && o.Place == n.Place && o.Token == n.Token && o.Nth == n.Nth
		}) {
			continue // one word carries the figures of two statements: that each is accounted for is another test's
		}
		assert.False(t, sound(t, lines, plan.Tonghua(), slices.Delete(slices.Clone(rows), i, i+1)), "without numeral %+v", n)
	}
}

// withoutStatement is the plan as if a row of its table were lost.
func withoutStatement(t *testing.T, id plan.ID) *plan.Plan {
	t.Helper()
	d := plan.Tonghua().Document()
	d.Statements = slices.DeleteFunc(d.Statements, func(s plan.Statement) bool { return s.ID == id })
	for i := range d.Anomalies {
		d.Anomalies[i].Statements = slices.DeleteFunc(d.Anomalies[i].Statements, func(of plan.ID) bool { return of == id })
	}
	p, err := plan.New(d)
	require.NoError(t, err)
	return p
}

// forEachFigureMoved calls do with the plan whose one figure, or date, is one
// unit higher or lower: thresholds, deadlines, baselines, figures, parameters, demands
// of readings.
func forEachFigureMoved(t *testing.T, do func(p *plan.Plan, up bool, what string)) {
	t.Helper()
	d := plan.Tonghua().Document()
	for i, s := range d.Statements {
		for _, up := range []bool{true, false} {
			move := func(what string, change func(s *plan.Statement) bool) {
				moved := s
				moved.Figures, moved.Parameters, moved.Readings = slices.Clone(s.Figures), slices.Clone(s.Parameters), slices.Clone(s.Readings)
				if !change(&moved) {
					return
				}
				d.Statements[i] = moved
				defer func() { d.Statements[i] = s }()
				if p, err := plan.New(d); err == nil { // an end of a range may pass the other one
					do(p, up, fmt.Sprintf("%s: %s, up %t", s.ID, what, up))
				}
			}
			amount := func(a *quantity.Amount) bool {
				if a.IsZero() {
					return false
				}
				num, den := a.Fraction()
				unit := den
				if a.Unit() == quantity.Percent {
					num, den, unit = num*100, den*100, den // one per cent, not a hundred
				}
				if !up && num < unit {
					return false
				}
				if up {
					num += unit
				} else {
					num -= unit
				}
				moved, err := quantity.NewAmount(num, den, a.Unit())
				if err != nil {
					return false // less than nothing, or nothing at all
				}
				*a = moved
				return true
			}
			date := func(d *quantity.Date) bool {
				if !d.Known() {
					return false
				}
				if *d = d.Next(); !up {
					*d = d.Previous().Previous()
				}
				return true
			}
			move("each", func(s *plan.Statement) bool { return amount(&s.Each.Amount) })
			move("population", func(s *plan.Statement) bool { return amount(&s.Population.Amount) })
			move("deadline", func(s *plan.Statement) bool { return date(&s.Deadline.On) })
			move("baseline", func(s *plan.Statement) bool { return amount(&s.Baseline.Amount) })
			move("date of the baseline", func(s *plan.Statement) bool { return date(&s.Baseline.On) })
			for j := range s.Figures {
				move("figure", func(s *plan.Statement) bool { return amount(&s.Figures[j].Amount) })
				move("date of a figure", func(s *plan.Statement) bool { return date(&s.Figures[j].On) })
			}
			for j := range s.Parameters {
				move("parameter", func(s *plan.Statement) bool { return amount(&s.Parameters[j].Amount) })
			}
			for j := range s.Readings {
				move("reading, each", func(s *plan.Statement) bool { return amount(&s.Readings[j].Each.Amount) })
				move("reading, population", func(s *plan.Statement) bool { return amount(&s.Readings[j].Population.Amount) })
				move("reading, upper end", func(s *plan.Statement) bool { return amount(&s.Readings[j].Population.To) })
			}
		}
	}
}

func TestTheReportOfTheTextIsWritten(t *testing.T) {
	r, err := plan.Audit(bytes.NewReader(readText(t)))
	require.NoError(t, err)
	var out strings.Builder
	require.NoError(t, r.WriteText(&out, bilingual.Chinese))
	assert.Contains(t, out.String(), "三（十）第3段\t12%\t高中硕士以上学历教师占比：总体要求 12%")
	assert.Contains(t, out.String(), "问题0个")
}
