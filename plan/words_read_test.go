package plan_test

import (
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/plan"
)

// eachText calls do with every text of the plan that is printed, and what it is of.
func eachText(p *plan.Plan, do func(text bilingual.Text, of string)) {
	in := func(text bilingual.Text, of ...string) {
		if !text.IsZero() {
			do(text, strings.Join(of, " "))
		}
	}
	for c := range p.Clauses() {
		in(c.Title, "title", string(c.Place))
	}
	for a := range p.Anomalies() {
		in(a.Text, "anomaly", a.Key)
	}
	for s := range p.All() {
		id := string(s.ID)
		in(s.Name, id, "name")
		in(s.Describe(), id, "summary")
		in(s.Note, id, "note")
		in(s.DemandUnder(plan.Reading{}), id, "demand")
		in(s.Short, id, "short")
		in(s.Noun, id, "noun")
		in(s.Partly.Covers, id, "covers")
		in(s.Wanted(), id, "wanted")
		in(s.ModalityOrigin.Source, id, "strength")
		in(s.Baseline.Name, id, "baseline")
		for _, c := range s.Components {
			in(c.Name, id, c.Key)
		}
		for _, f := range s.Figures {
			in(f.Name, id, f.Key)
			in(f.Source, id, f.Key, "source")
		}
		for _, q := range s.Parameters {
			in(q.Name, id, q.Key)
			in(q.Source, id, q.Key, "source")
		}
		for _, r := range s.Readings {
			in(r.Name, id, r.Key)
			in(r.Why, id, r.Key, "why")
			in(r.NotComputed, id, r.Key, "not computed")
			in(s.DemandUnder(r), id, r.Key, "demand")
			for _, d := range s.Deciding(r) {
				in(d.Name, id, r.Key, d.Key)
				in(d.Source, id, r.Key, d.Key, "source")
			}
		}
	}
}

// unbalanced returns a bracket or quotation mark of a text that has no counterpart.
func unbalanced(text string) string {
	pairs := map[rune]rune{'（': '）', '“': '”', '《': '》', '‘': '’', '〔': '〕', '(': ')', '[': ']'}
	var open []rune
	for _, r := range text {
		if closing, opens := pairs[r]; opens {
			open = append(open, closing)
			continue
		}
		for _, closing := range pairs {
			if r == closing && r != '’' { // which is an apostrophe as well
				if len(open) == 0 || open[len(open)-1] != r {
					return string(r)
				}
				open = open[:len(open)-1]
				break
			}
		}
	}
	return string(open)
}

var (
	foreign      = regexp.MustCompile(`[A-Za-z]{2,}[a-z]*(-[a-z]+)*`)
	wrongChinese = regexp.MustCompile(`[，。；：、]{2}|[,;](\p{Han})|\p{Han}[,;:!?]|\s\p{Han}|\p{Han}\s|不低于\d+(所|个|名|人|家|间|项|门|次)|每项教师|每条记录|\{|\}|--|——\d`)
	wrongEnglish = regexp.MustCompile(`[，。；：、（）《》]|  |\s[,.;:]|[,;]\S|more than 1 time|\bthe the\b|\{|\}|--|\ba [aeio]\w+`)
)

func TestTheReadersFindWhatTheyLookFor(t *testing.T) {
	for _, bad := range []string{"教师，，培训", "教师,培训", "教师 培训", "不低于50所", "每条记录不低于360学时", "不少于{each}"} {
		assert.True(t, wrongChinese.MatchString(bad), bad)
	}
	for _, good := range []string{"不少于50所", "不低于95%", "2021—2025年", "“十四五”规划"} {
		assert.False(t, wrongChinese.MatchString(good), good)
	}
	for _, bad := range []string{"schools，teachers", "schools ,teachers", "a order", "at least  two", "more than 1 time"} {
		assert.True(t, wrongEnglish.MatchString(bad), bad)
	}
	assert.Equal(t, []string{"senior-master"}, foreign.FindAllString("按senior-master判定", -1))
	for bad, want := range map[string]string{"（一": "）", "一）": "）", "“一（二”）": "”", "（一）《二》": ""} {
		assert.Equal(t, want, unbalanced(bad), bad)
	}
}

func TestChineseTextsReadAsChinese(t *testing.T) {
	known := map[string]bool{"Mbps": true, "JY": true, "GB": true, "AI": true, "MOOC": true, "WiFi": true, "OECD": true}
	read := 0
	eachText(plan.Tonghua(), func(text bilingual.Text, of string) {
		read++
		if strings.HasSuffix(of, " short") {
			text.ZH = strings.NewReplacer("{n}", "3").Replace(text.ZH)
		}
		for _, word := range foreign.FindAllString(text.ZH, -1) {
			assert.True(t, known[word], "%s: %q in %q", of, word, text.ZH)
		}
		if found := wrongChinese.FindString(text.ZH); found != "" {
			t.Errorf("%s: %q in %q", of, found, text.ZH)
		}
		assert.Empty(t, unbalanced(text.ZH), "%s: %q", of, text.ZH)
	})
	assert.Greater(t, read, 2500, "texts of 324 statements")
}

func TestEnglishTextsReadAsEnglish(t *testing.T) {
	allowed := regexp.MustCompile(`\ba (one|once|European|uni\w+|use\w*)`)
	eachText(plan.Tonghua(), func(text bilingual.Text, of string) {
		if strings.HasSuffix(of, " short") {
			text.EN = regexp.MustCompile(`\[(\w+)\|(\w+)\]`).ReplaceAllString(strings.NewReplacer("{n}", "3").Replace(text.EN), "$2")
		}
		for _, found := range wrongEnglish.FindAllString(text.EN, -1) {
			if !allowed.MatchString(found) && !regexp.MustCompile(`^,\d`).MatchString(found) {
				t.Errorf("%s: %q in %q", of, found, text.EN)
			}
		}
		assert.Empty(t, unbalanced(text.EN), "%s: %q", of, text.EN)
	})
}

// 应当 is a should; what the text demands more strongly is no 应当 in our words.
func TestWhatIsAMustIsNotCalledAShould(t *testing.T) {
	for s := range plan.Tonghua().All() {
		if s.Modality == plan.Must {
			for _, text := range []string{s.Demand.ZH, s.Name.ZH} {
				assert.NotContains(t, text, "应当", s.ID)
				assert.NotContains(t, text, "宜", s.ID)
			}
		}
	}
}
