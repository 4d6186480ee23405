package rulestest

import (
	"errors"
	"fmt"
	"iter"
	"regexp"
	"unicode"

	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/plan"
)

// texts checks every text that the rule shows: statement, subject, fields,
// words, what is measured, and the explanation of a result.
func (l *lawChecker[R]) texts() iter.Seq[error] {
	return func(yield func(error) bool) {
		check := func(what string, t bilingual.Text) bool {
			err := checkText(what, t)
			return err == nil || yield(err)
		}
		var none R
		s, subject := l.rule.Statement(), none.Subject()
		if !check("name of the statement", s.Name) || !check("summary of the statement", s.Summary) ||
			!check("subject", subject.Label()) || !check("what is measured", bilingual.Both(l.rule.Measures)) {
			return
		}
		for _, f := range subject.Fields() {
			if !check("field "+f.Key(), f.Label()) {
				return
			}
			if words := f.Vocabulary(); words != nil {
				for _, e := range words.Entries() {
					if !check("word "+e.Key+" of field "+f.Key(), e.Name) {
						return
					}
				}
			}
		}
		for records := range l.registers {
			if r, err := l.evaluated(records...); err == nil && !check("explanation", bilingual.Both(r.Text)) {
				return
			}
		}
	}
}

// ConformPlan checks that every text of a plan's statements is there in Chinese
// and in English, whether rules answer them or not, and returns all violations
// joined, each a [Violation]. What else a plan must keep, [plan.New] sees to.
func ConformPlan(p *plan.Plan) error {
	if p == nil {
		return errors.New("rulestest: no plan")
	}
	var errs []error
	for s := range p.All() {
		check := func(what string, t bilingual.Text) {
			if err := checkText(what, t); err != nil {
				errs = append(errs, &Violation{s.ID, lawTexts, err})
			}
		}
		check("name of the statement", s.Name)
		check("summary of the statement", s.Summary)
		check("citation", bilingual.Both(s.Citation))
		if !s.Note.IsZero() {
			check("note", s.Note)
		}
		for _, r := range s.Readings {
			check("reading "+r.Key, r.Name)
			check("reason of reading "+r.Key, r.Why)
		}
		for _, q := range s.Parameters {
			check("parameter "+q.Key, q.Name)
		}
		for _, f := range s.Figures {
			check("figure "+f.Key, f.Name)
		}
	}
	return errors.Join(errs...)
}

// documentNumbers are numbers of documents, which are the same in every language.
var documentNumbers = regexp.MustCompile(`\p{Han}+〔\d{4}〕\d+号`)

// checkText reports a text that is not there in a language, or not in its own.
func checkText(what string, t bilingual.Text) error {
	switch {
	case !t.Complete():
		return fmt.Errorf("%s: %q in Chinese, %q in English", what, t.ZH, t.EN)
	case !chinese(t.ZH):
		return fmt.Errorf("%s: the Chinese text %q has no Chinese character", what, t.ZH)
	case chinese(documentNumbers.ReplaceAllString(t.EN, "")):
		return fmt.Errorf("%s: the English text %q has Chinese characters", what, t.EN)
	}
	return nil
}

func chinese(text string) bool {
	for _, r := range text {
		if unicode.Is(unicode.Han, r) {
			return true
		}
	}
	return false
}

// citation follows every place of the statement up to the top of the plan, and
// asks results for the same citation, statement and edition.
func (l *lawChecker[R]) citation() iter.Seq[error] {
	return func(yield func(error) bool) {
		s, p := l.rule.Statement(), l.rule.Plan()
		if known, ok := p.Statement(l.rule.ID()); !ok || known != s {
			yield(fmt.Errorf("plan %s has another statement, or none, of this ID", p.Edition()))
			return
		}
		for _, place := range s.Places {
			if err := checkPlace(p, place); err != nil && !yield(err) {
				return
			}
		}
		r, err := l.evaluated()
		cited := bilingual.Both(s.Citation)
		if err == nil && (r.Citation != cited || r.Statement != s.ID || r.Edition != p.Edition()) {
			err = fmt.Errorf("a result cites %s (%s) of %s, not %s (%s) of %s", r.Citation.EN, r.Statement, r.Edition, cited.EN, s.ID, p.Edition())
		}
		if err == nil {
			err = checkText("citation", cited)
		}
		if err != nil {
			yield(err)
		}
	}
}

// checkPlace follows a place to a clause without parent.
func checkPlace(p *plan.Plan, place plan.Place) error {
	for at, steps := place, 0; at != ""; steps++ {
		c, ok := p.Clause(at)
		if !ok {
			return fmt.Errorf("place %q: the plan has no clause %q", place, at)
		}
		if steps > 10 {
			return fmt.Errorf("place %q: its clauses go in a circle", place)
		}
		at = c.Parent
	}
	return nil
}
