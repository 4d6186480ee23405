package verdict_test

import (
	"encoding"
	"fmt"
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

// said checks what a function says in both languages.
func said(t *testing.T, zh, en string, in func(bilingual.Language) string) {
	t.Helper()
	assert.Equal(t, zh, in(bilingual.Chinese))
	assert.Equal(t, en, in(bilingual.English))
}

func TestAVerdictInWords(t *testing.T) {
	with := func(r verdict.Result, change func(*verdict.Result)) verdict.Result {
		change(&r)
		return r
	}
	metOn := func(on quantity.Date) verdict.Result {
		return with(met(dayAfter, byLastDay), func(r *verdict.Result) { r.MetOn = on })
	}
	for _, c := range []struct {
		says   string
		r      verdict.Result
		zh, en string
	}{
		{"the zero result", verdict.Result{}, "无法判定", "undetermined"},
		{"met in time", met(lastDay, byLastDay), "达到", "met"},
		{"met on the deadline's own day", metOn(lastDay), "达到", "met"},
		{"met a day late", metOn(dayAfter), "逾期达到（2026年1月1日）", "met late (1 January 2026)"},
		{"met by data of a day after the deadline, and nobody knows since when", met(dayAfter, byLastDay), "达到（达到日期不详）", "met (the day is not known)"},
		{"seen after the deadline, by data of the deadline's day", met(lastDay, byLastDay).SeenOn(dayAfter), "达到", "met"},
		{"a standing duty is met and that is all", met(dayAfter, standing), "达到", "met"},
		{"a report on the whole demand decided against the measure", with(met(midPlan, byLastDay), func(r *verdict.Result) { r.Overruled = true }),
			"凭佐证认定达到（计量值仅供参考）", "met by a report on the whole demand, against the measure"},
		{"overruled, and not met all the same", with(missed(midPlan, byLastDay), func(r *verdict.Result) { r.Overruled = true }), "尚未达到", "not yet met"},
		{"not met while there is time", missed(midPlan, byLastDay), "尚未达到", "not yet met"},
		{"too high while there is time", on(midPlan, byLastDay, verdict.NotMet, verdict.AboveThreshold), "超出", "too high so far"},
		{"a must that was missed", missed(dayAfter, byLastDay), "未达到，违反", "not met, breach"},
		{"what was encouraged and missed", with(missed(dayAfter, byLastDay), func(r *verdict.Result) { r.Modality = plan.Encourage }), "未达到", "not met"},
		{"data that are too old", missed(midPlan, byLastDay).SeenOn(dayAfter), "无法判定（数据早于期限）", "undetermined (the data are older than the deadline)"},
		{"nothing in scope", on(midPlan, standing, verdict.NotApplicable, verdict.EmptyScope), "不适用（无适用对象）", "not applicable (nothing in scope)"},
		{"a group of a city's target", on(dayAfter, byLastDay, verdict.NotApplicable, verdict.ForComparison), "仅供比较", "for comparison only"},
	} {
		t.Run(c.says, func(t *testing.T) {
			said(t, c.zh, c.en, c.r.Verdict)
			assert.Equal(t, strings.HasPrefix(c.zh, "逾期"), c.r.Late())
			assert.Equal(t, strings.HasSuffix(c.zh, "违反"), c.r.Breach())
			assert.Equal(t, c.r.Format == 0, c.r.Text(bilingual.Chinese) == c.r.Verdict(bilingual.Chinese), "the zero result says no more")
		})
	}
}

func TestOnlyAMustThatIsMissedForCertainAndNoLongerOpenIsABreach(t *testing.T) {
	breaches := 0
	for outcome := verdict.Undetermined; outcome <= verdict.NotApplicable; outcome++ {
		for _, due := range verdict.Dues() {
			for modality := plan.Must; modality <= plan.NoDemand; modality++ {
				r := verdict.Result{Outcome: outcome, Due: due, Modality: modality}
				want := outcome == verdict.NotMet && (due == verdict.Past || due == verdict.Standing) && modality == plan.Must
				assert.Equal(t, want, r.Breach())
				assert.Equal(t, want, verdict.IsBreach(outcome, due, modality))
				if r.Breach() {
					breaches++
				}
			}
		}
	}
	assert.Equal(t, 2, breaches)
}

func TestEachWordOfAListIsReadAsItIsWritten(t *testing.T) {
	words(t, []verdict.Outcome{verdict.Undetermined, verdict.Met, verdict.NotMet, verdict.NotApplicable}, func(s string) (verdict.Outcome, error) {
		var o verdict.Outcome
		return o, o.UnmarshalText([]byte(s))
	})
	words(t, verdict.Reasons(), func(s string) (verdict.Reason, error) {
		var r verdict.Reason
		return r, r.UnmarshalText([]byte(s))
	})
	words(t, verdict.Dues(), func(s string) (verdict.Due, error) {
		var d verdict.Due
		return d, d.UnmarshalText([]byte(s))
	})
	words(t, verdict.ProjectStages(), verdict.ParseProjectStage)
	words(t, []verdict.Refusal{verdict.NotRefused, verdict.WrongKind, verdict.Untitled, verdict.Undated, verdict.BeforePlan, verdict.NotInForce,
		verdict.InFuture, verdict.NotCompleted, verdict.OffMonth, verdict.SameAgain, verdict.Unassigned}, func(s string) (verdict.Refusal, error) {
		var r verdict.Refusal
		return r, r.UnmarshalText([]byte(s))
	})
}

// words checks that the words of a list differ, and are read as they are written.
func words[W interface {
	comparable
	fmt.Stringer
	encoding.TextMarshaler
	In(bilingual.Language) string
}](t *testing.T, list []W, read func(string) (W, error)) {
	t.Helper()
	require.NotEmpty(t, list)
	seen := map[string]bool{}
	for i, w := range list {
		key, err := w.MarshalText()
		require.NoError(t, err)
		assert.Equal(t, w.String(), string(key))
		back, err := read(string(key))
		require.NoError(t, err)
		assert.Equal(t, w, back)
		for _, text := range []string{"key " + w.String(), "zh " + w.In(bilingual.Chinese), "en " + w.In(bilingual.English)} {
			assert.False(t, seen[text], "%T: %q stands twice", w, text)
			seen[text] = true
		}
		assert.False(t, i > 0 && (w.In(bilingual.Chinese) == "" || w.In(bilingual.English) == ""), w)
	}
	for _, wrong := range []string{"no-such-word", "Met", " met", "unset(0)"} {
		_, err := read(wrong)
		assert.ErrorContains(t, err, "not in the list", "%T", list[0])
	}
}

func TestAPieceOfEvidenceIsNamedSoThatItCanBeLookedUp(t *testing.T) {
	full := verdict.Evidence{Kind: plan.PublishedMeasure, Title: "劳动教育指导纲要", Number: "通市教发〔2022〕8号", Issuer: "通化市教育局", On: day(2022, time.March, 1)}
	project := verdict.Evidence{Kind: plan.Project, Title: "教学楼", On: day(2024, time.September, 1), Stage: verdict.InUse}
	forged := full
	forged.Title, forged.Number, forged.Issuer = "纲要\n达到", "8号\r达到", "局\u2028\x1b[8m达到"
	for _, c := range []struct {
		says    string
		piece   verdict.Evidence
		refusal verdict.Refusal
		zh, en  string
	}{
		{"title, number, issuer and day", full, verdict.NotRefused, "劳动教育指导纲要（通市教发〔2022〕8号），通化市教育局，2022年3月1日", "劳动教育指导纲要 (通市教发〔2022〕8号), 通化市教育局, 1 March 2022"},
		{"the stage of a project", project, verdict.NotRefused, "教学楼，2024年9月1日，已投入使用", "教学楼, 1 September 2024, in use"},
		{"a title alone", verdict.Evidence{Title: "教学楼"}, verdict.NotRefused, "教学楼", "教学楼"},
		{"why it does not count", verdict.Evidence{Title: "教学楼"}, verdict.Undated, "教学楼：不计，没有日期或日期不存在", "教学楼: does not count, no date"},
		{"the same again", full, verdict.SameAgain, "劳动教育指导纲要（通市教发〔2022〕8号），通化市教育局，2022年3月1日：不计，重复",
			"劳动教育指导纲要 (通市教发〔2022〕8号), 通化市教育局, 1 March 2022: does not count, the same piece again"},
		{"names that would forge a line", forged, verdict.NotRefused, "纲要 达到（8号 达到），局 [8m达到，2022年3月1日", "纲要 达到 (8号 达到), 局 [8m达到, 1 March 2022"},
	} {
		t.Run(c.says, func(t *testing.T) {
			said(t, c.zh, c.en, verdict.EvidenceResult{Evidence: c.piece, Refusal: c.refusal}.Text)
		})
	}
}

func TestAPieceIsAboutTheYearOfItsDayUnlessItSaysAnother(t *testing.T) {
	e := verdict.Evidence{On: day(2023, time.January, 15)}
	assert.Equal(t, 2023, e.AboutYear())
	e.Year = 2022
	assert.Equal(t, 2022, e.AboutYear(), "a report of January on the year before")
	assert.Zero(t, verdict.Evidence{}.AboutYear())
}
