package plan

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
)

// The placeholders of a demand beside the keys of parameters and figures.
const (
	eachKey       = "each"
	populationKey = "population"
)

// Demand returns the demand under a reading as a phrase, its figures filled in;
// under the zero reading it is the statement's own. A statement without a phrase
// is given one of its thresholds.
func (s *Statement) DemandUnder(r Reading) bilingual.Text {
	each, population := s.under(r)
	template := s.Demand
	if !r.Demand.IsZero() {
		template = r.Demand
	}
	if template.IsZero() {
		return bilingual.Both(func(l bilingual.Language) string { return generic(each, population, l) })
	}
	return bilingual.Both(func(l bilingual.Language) string {
		return fill(template.In(l), func(key string) (string, bool) { return s.amount(key, each, population, l) })
	})
}

// under returns what a reading demands of one record and of the population.
func (s *Statement) under(r Reading) (each, population Threshold) {
	each, population = s.Each, s.Population
	if !r.Each.IsZero() {
		each = r.Each
	}
	if !r.Population.IsZero() {
		population = r.Population
	}
	return each, population
}

// Describe returns the summary, its figures as the edition has them.
func (s *Statement) Describe() bilingual.Text {
	return bilingual.Both(func(l bilingual.Language) string { return fill(s.Summary.In(l), s.numeral) })
}

// numeral returns what a placeholder of the summary prints: a number without its unit,
// or the year of the deadline.
func (s *Statement) numeral(placeholder string) (string, bool) {
	if placeholder == "due.year" {
		return strconv.Itoa(s.Deadline.On.Year()), s.Deadline.On.Known()
	}
	key, ok := strings.CutSuffix(placeholder, ".number")
	q, isParameter := s.Parameter(key)
	f, isFigure := s.Figure(key)
	switch {
	case !ok:
	case key == eachKey:
		return s.Each.Amount.Number(), !s.Each.IsZero()
	case key == populationKey:
		return s.Population.Amount.Number(), !s.Population.IsZero()
	case isParameter && !q.Amount.IsZero():
		return q.Amount.Number(), true
	case isFigure:
		return f.Amount.Number(), true
	}
	return "", false
}

// amount returns what a placeholder prints.
func (s *Statement) amount(key string, each, population Threshold, l bilingual.Language) (string, bool) {
	switch key {
	case eachKey:
		return s.counted(each, l), !each.IsZero()
	case populationKey:
		return s.counted(population, l), !population.IsZero()
	}
	if q, ok := s.Parameter(key); ok {
		if q.Amount.IsZero() {
			return l.Pick("“"+q.Name.ZH+"”（未定）", "the "+q.Name.EN+" (not set)"), true
		}
		return q.Amount.In(l), true
	}
	if f, ok := s.Figure(key); ok {
		return f.Amount.In(l), true
	}
	return "", false
}

// counted returns a threshold's amount with the noun of what is counted: 9至11名教师.
func (s *Statement) counted(t Threshold, l bilingual.Language) string {
	if t.To.IsZero() {
		return s.withNoun(t.Amount, l)
	}
	return t.Amount.Number() + l.Pick("至", " to ") + s.withNoun(t.To, l)
}

// withNoun returns an amount with the statement's noun, or with the words of its unit.
func (s *Statement) withNoun(a quantity.Amount, l bilingual.Language) string {
	if s.Noun.IsZero() || !a.Unit().Counts() {
		return a.In(l)
	}
	en := s.Noun.EN
	if a.Number() == "1" {
		en = strings.TrimSuffix(en, "s")
	}
	return a.Number() + l.Pick(s.Noun.ZH, " "+en)
}

// said returns a threshold's amount; of a comparison that a word says, such as 高于上年,
// it is the comparison.
func (s *Statement) said(key string, t Threshold, l bilingual.Language) string {
	if t.Amount.Unit() == quantity.Multiple && slices.Contains(s.SaidBy, key) {
		return l.Pick("比较基准", "the comparison")
	}
	return s.counted(t, l)
}

// fill puts in what stands for each placeholder; one that stands for nothing stays.
func fill(template string, amount func(key string) (string, bool)) string {
	var b strings.Builder
	for {
		before, rest, found := strings.Cut(template, "{")
		key, after, closed := strings.Cut(rest, "}")
		b.WriteString(before)
		if !found || !closed {
			return b.String()
		}
		if text, ok := amount(key); ok {
			b.WriteString(text)
		} else {
			b.WriteString("{" + key + "}")
		}
		template = after
	}
}

// placeholders returns the keys that a phrase names, in their order.
func placeholders(template string) (keys []string) {
	fill(template, func(key string) (string, bool) {
		keys = append(keys, key)
		return "", true
	})
	return keys
}

// generic says what thresholds demand where nobody has put it into words.
func generic(each, population Threshold, l bilingual.Language) string {
	switch {
	case each.IsZero():
		return population.In(l)
	case population.IsZero(), population.All():
		return l.Pick("每条记录"+each.In(l), "each record "+each.In(l))
	}
	return l.Pick("每条记录"+each.In(l)+"，总体"+population.In(l), "each record "+each.In(l)+", altogether "+population.In(l))
}

// Deciding returns the figures that the demand rests on under a reading, each with
// its origin: what one record and the population must reach, and the parameters
// that are set and that the phrase or said_by names.
func (s *Statement) Deciding(r Reading) []DecidingFigure {
	each, population := s.under(r)
	var list []DecidingFigure
	threshold := func(key string, t Threshold, name bilingual.Text) {
		if !t.IsZero() {
			list = append(list, DecidingFigure{Key: key, Name: name, Amount: bilingual.Both(func(l bilingual.Language) string { return s.said(key, t, l) }), Origin: t.Origin})
		}
	}
	threshold(eachKey, each, bilingual.Text{ZH: "单项指标", EN: "threshold on each"})
	threshold(populationKey, population, bilingual.Text{ZH: "总体指标", EN: "threshold altogether"})
	phrase := s.Demand
	if !r.Demand.IsZero() { // a parameter that its own words leave out decides nothing
		phrase = r.Demand
	}
	named := slices.Concat(placeholders(phrase.ZH), s.SaidBy)
	for _, q := range s.Parameters {
		if !q.Amount.IsZero() && (slices.Contains(named, q.Key) || s.Demand.IsZero()) {
			list = append(list, DecidingFigure{Key: q.Key, Name: q.Name, Amount: bilingual.Both(q.Amount.In), Origin: q.Origin})
		}
	}
	return list
}

// checkDemand reports what is wrong with the words of a demand: a placeholder that
// stands for nothing, a figure that stands twice or nowhere.
func (s *Statement) checkDemand(bad func(string, ...any)) {
	phrases := []struct {
		what   string
		text   bilingual.Text
		r      Reading
		needed bool
	}{{"demand", s.Demand, Reading{}, true}}
	for _, r := range s.Readings {
		phrases = append(phrases, struct {
			what   string
			text   bilingual.Text
			r      Reading
			needed bool
		}{"demand of reading " + r.Key, r.Demand, r, false})
	}
	for _, p := range phrases {
		if p.text.IsZero() {
			continue
		}
		if !p.text.Complete() {
			bad("%s: wanted in both languages", p.what)
		}
		for _, l := range []bilingual.Language{bilingual.Chinese, bilingual.English} {
			s.checkPhrase(p.what, p.text.In(l), p.r, p.needed, bad)
		}
	}
	for i, key := range s.SaidBy {
		if _, ok := s.amount(key, s.Each, s.Population, bilingual.Chinese); !ok || slices.Contains(s.SaidBy[:i], key) {
			bad("said by a word: %q stands for nothing, or twice", key)
		}
	}
	for _, phrase := range []bilingual.Text{s.Short, s.Noun} {
		if !phrase.IsZero() && !phrase.Complete() {
			bad("what is short, and the noun, are wanted in both languages or not at all")
		}
	}
	for _, text := range []string{s.Summary.ZH, s.Summary.EN} {
		for _, placeholder := range placeholders(text) {
			if _, ok := s.numeral(placeholder); !ok {
				bad("summary: {%s} stands for nothing", placeholder)
			}
		}
	}
	if s.Short.IsZero() {
		return
	}
	for _, phrase := range []string{s.Short.ZH, s.Short.EN} {
		if keys := placeholders(phrase); len(keys) != 1 || keys[0] != "n" {
			bad("short %q: want one {n}", phrase)
		}
	}
}

// numbered are the names that have a numeral: of schools and of a scheme.
var numbered = regexp.MustCompile(`No\. [0-9]+|1\+X`)

func (s *Statement) checkPhrase(what, phrase string, r Reading, needed bool, bad func(string, ...any)) {
	keys := placeholders(phrase)
	each, population := s.under(r)
	for i, key := range keys {
		if _, ok := s.amount(key, each, population, bilingual.Chinese); !ok {
			bad("%s: {%s} stands for nothing", what, key)
		}
		if slices.Contains(keys[:i], key) {
			bad("%s: {%s} stands twice", what, key)
		}
		if needed && slices.Contains(s.SaidBy, key) {
			bad("%s: {%s} is said by a word as well", what, key)
		}
	}
	if strings.Count(phrase, "{") != len(keys) || strings.Count(phrase, "}") != len(keys) {
		bad("%s: %q has a brace without its other one", what, phrase)
	}
	if bare := fill(phrase, func(string) (string, bool) { return "", true }); hasDigit(bare) && hasDigit(numbered.ReplaceAllString(bare, "")) {
		bad("%s: %q has a figure outside a placeholder", what, phrase)
	}
	if !needed {
		return
	}
	said := func(key string, t Threshold) {
		if !t.IsZero() && !slices.Contains(keys, key) && !slices.Contains(s.SaidBy, key) {
			bad("%s: nothing says the figure of %s", what, key)
		}
	}
	said(eachKey, each)
	said(populationKey, population)
}

func hasDigit(text string) bool { return strings.ContainsFunc(text, unicode.IsDigit) }

// Decides returns the reading that decides, the zero value for a statement without
// readings, and what it demands in words: the phrase with its figures, or what evidence
// has to show where there is no phrase.
func (s *Statement) Decides() (decides Reading, demand bilingual.Text) {
	if len(s.Readings) > 0 {
		decides = s.Readings[0]
	}
	if demand = s.DemandUnder(decides); demand.IsZero() {
		demand = s.Wanted()
	}
	return decides, demand
}
