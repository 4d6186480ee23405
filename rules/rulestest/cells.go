package rulestest

import (
	"encoding"
	"fmt"
	"strconv"
	"strings"

	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/rules"
	"github.com/eduplan/tonghua/rules/verdict"
)

// facts adds the row's texts and its number of records to a register, whose
// rows are read when all are there.
func (w *row) facts(g *register) {
	facts := rules.TextRow{Fields: map[string]string{}, Records: 1}
	if text := w.text(recordsColumn); text != "" {
		n, err := strconv.ParseInt(text, 10, 64)
		if err != nil || n < 0 || n > rules.MaxTextRecords {
			w.wrong(recordsColumn, "%q: a whole number is wanted, from 0 to %d", text, int64(rules.MaxTextRecords))
			n = 0
		}
		facts.Records = n
	}
	subject := g.rule.SubjectKey()
	for i, c := range w.columns {
		text := w.cells[i]
		if text == "" || c.reserved != "" {
			continue
		}
		f, has := c.fields[subject]
		if !has {
			w.fail(w.line, c.header, "rule %s is about a %s, which has no such field: leave it empty", g.Rule, subject)
			continue
		}
		facts.Fields[f.Key] = text
	}
	g.rows, g.lines = append(g.rows, facts), append(g.lines, w.line)
}

// expectation reads what is expected; the rule may be nil if it is not known.
func (w *row) expectation(rule rules.View) Expectation {
	var e Expectation
	outcome, ok := word(w, expectColumn, verdict.Outcomes()...)
	if w.text(expectColumn) == "" {
		w.wrong(expectColumn, "it is missing: met, not-met, undetermined or not-applicable is wanted")
	}
	e.Outcome = outcome
	e.Reason, _ = word(w, reasonColumn, verdict.Reasons()[1:]...)
	if ok && e.Outcome == verdict.Met && e.Reason != verdict.NoReason {
		w.wrong(reasonColumn, "what is met has no reason")
	}
	if due, given := word(w, dueColumn, verdict.Dues()...); given {
		e.Due = due.String()
	}
	var err error
	if e.Value, err = canonicalValue(w.text(valueColumn)); err != nil {
		w.wrong(valueColumn, "%w", err)
	}
	if e.Shortfall, err = canonicalShortfall(w.text(shortfallColumn)); err != nil {
		w.wrong(shortfallColumn, "%w", err)
	}
	if e.Reading = w.text(readingColumn); e.Reading != "" && rule != nil {
		w.reading(rule, e)
	}
	return e
}

// reading checks that the statement has the reading.
func (w *row) reading(rule rules.View, e Expectation) {
	s := rule.Statement()
	if _, ok := s.Reading(e.Reading); !ok {
		var keys []string
		for _, r := range s.Readings {
			keys = append(keys, r.Key)
		}
		w.wrong(readingColumn, "%s has no reading %q%s", s.ID, e.Reading, w.suggest(e.Reading, keys))
	}
	if e.Shortfall != "" {
		w.wrong(shortfallColumn, "a shortfall is worked out for the deciding reading alone: leave the reading or the shortfall empty")
	}
}

// listed is a value of a closed list of package rules.
type listed interface {
	comparable
	fmt.Stringer
	encoding.TextMarshaler
	In(bilingual.Language) string
}

// word reads a value of a closed list by its key or its text in either language.
func word[V listed](w *row, column string, values ...V) (v V, given bool) {
	text := w.text(column)
	if text == "" {
		return v, false
	}
	names := func(v V) [3]string {
		return [...]string{v.String(), v.In(bilingual.Chinese), v.In(bilingual.English)}
	}
	for _, v := range values {
		for _, name := range names(v) {
			if strings.EqualFold(name, text) {
				return v, true
			}
		}
	}
	var all []string
	for _, v := range values {
		known := names(v)
		all = append(all, known[:]...)
	}
	w.wrong(column, "%q is not in the list%s", text, w.suggest(text, all))
	return v, false
}

// canonicalValue reads a/b, a number, a percentage, or two of one kind joined by "..".
func canonicalValue(text string) (string, error) {
	if text == "" {
		return "", nil
	}
	low, high, bounds := strings.Cut(text, "..")
	parts := []string{low}
	if bounds {
		parts = append(parts, high)
	}
	for i, part := range parts {
		of, per, divided := strings.Cut(strings.TrimSpace(part), "/")
		numbers := []string{of}
		if divided {
			numbers = append(numbers, per)
		}
		for k, n := range numbers {
			if !divided {
				n = strings.TrimSpace(strings.TrimSuffix(n, "%"))
			}
			number, ok := canonicalNumber(n)
			if !ok {
				return "", fmt.Errorf("%q: want 1199/10000 as counted, a number such as 11.99, or two of them joined by two points", text)
			}
			numbers[k] = number
		}
		parts[i] = strings.Join(numbers, "/")
	}
	return strings.Join(parts, ".."), nil
}

// canonicalShortfall reads 12, 12..19, over 3 and 超出3.
func canonicalShortfall(text string) (string, error) {
	if text == "" {
		return "", nil
	}
	rest, over := strings.CutPrefix(text, "over ")
	if zh, ok := strings.CutPrefix(text, "超出"); ok {
		rest, over = zh, true
	}
	low, high, bounds := strings.Cut(rest, "..")
	a, ok := canonicalNumber(low)
	b, fine := a, true
	if bounds {
		b, fine = canonicalNumber(high)
	}
	if !ok || !fine {
		return "", fmt.Errorf("%q: want 12, 12..19 or over 3", text)
	}
	return shortfallText(a, b, over), nil
}

func shortfallText(low, high string, over bool) string {
	text := low
	if low != high {
		text += ".." + high
	}
	if over {
		return "over " + text
	}
	return text
}

// canonicalNumber drops needless zeros: 012.50 is 12.5.
func canonicalNumber(text string) (string, bool) {
	a, err := quantity.ParseAmount(strings.TrimSpace(text), quantity.Item)
	if err != nil {
		return "", false
	}
	return a.Number(), true
}
