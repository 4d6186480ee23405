package plan

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/plan/internal/fulltext"
)

// ErrEncoding is what [Audit] answers to a text that is not UTF-8.
var ErrEncoding = fulltext.ErrEncoding

// ErrOtherText is what [Audit] answers to a text that is not the plan's.
var ErrOtherText = errors.New("the text is not that of the plan")

// Audit reads a copy of the text of Tonghua's plan and checks the catalogue
// against it: that every clause of the text is in the catalogue and every
// clause of the catalogue in the text; that every numeral of the text is
// accounted for, by a figure of the same value or by a stated reason why it is
// none; that every figure of the catalogue is accounted for by a numeral, or by
// a stated reason why the text does not print it; that every statement's term
// stands once at its place, in the order of the statements; and that every clause
// yields its statements.
//
// The copy is UTF-8, with or without byte order mark; line ends, spaces,
// full-width digits and signs do not matter, lines do. A text in another
// encoding is refused with [ErrEncoding], a text that is not the plan's with
// [ErrOtherText], and there is no report. Else there is one; what is wrong is
// returned as an error too, each problem an [AuditProblem] with its line.
//
// The text is not part of this module. An embedder who never calls Audit does
// not carry its table.
func Audit(text io.Reader) (*AuditReport, error) {
	return audit(Tonghua(), clauses, numerals(), text)
}

// AuditProblem is what the audit finds wrong.
type AuditProblem struct {
	Line  int            `json:"line"` // of the copy; 0 where the clause is missing from it
	Place Place          `json:"place"`
	Text  bilingual.Text `json:"text"`
}

// Error returns "plan: audit: line 23, 二（三）第2段: ...".
func (p *AuditProblem) Error() string { return "plan: audit: " + p.In(bilingual.English) }

// String returns the text in Chinese.
func (p *AuditProblem) String() string { return p.In(bilingual.Chinese) }

// In returns the problem in words, with its line.
func (p *AuditProblem) In(l bilingual.Language) string {
	where := string(p.Place)
	if p.Line > 0 {
		where = strings.TrimSuffix(fmt.Sprintf(l.Pick("第%d行，%s", "line %d, %s"), p.Line, p.Place),
			l.Pick("，", ", "))
	}
	return where + l.Pick("：", ": ") + p.Text.In(l)
}

// auditor compares a catalogue, its numerals and a text.
type auditor struct {
	plan     *Plan
	clauses  []Clause // with the number of statements that each should yield
	numerals []Numeral
	lines    map[Place]fulltext.Line
	found    map[Place][]fulltext.Token // the numerals of each line
	problems []*AuditProblem
}

func (a *auditor) problem(place Place, text bilingual.Text) {
	a.problems = append(a.problems, &AuditProblem{a.lines[place].Number, place, text})
}

func audit(p *Plan, clauses []Clause, numerals []Numeral, text io.Reader) (*AuditReport, error) {
	lines, err := fulltext.Split(text)
	if err != nil {
		return nil, fmt.Errorf("plan: audit: %w", err)
	}
	a := &auditor{plan: p, clauses: clauses, numerals: numerals}
	if err := a.run(lines); err != nil {
		return nil, err
	}
	r := a.report()
	errs := make([]error, len(a.problems))
	for i, problem := range a.problems {
		errs[i] = problem
	}
	return r, errors.Join(errs...)
}

// run finds what is wrong, by line; what concerns no line, as its clause is
// missing, comes first.
func (a *auditor) run(lines []fulltext.Line) error {
	a.place(lines)
	if terms, found := a.terms(); 2*found < terms {
		return fmt.Errorf("plan: audit: %w: of the terms of %d statements it has %d at their place", ErrOtherText, terms, found)
	}
	a.ledger()
	a.tokens()
	slices.SortStableFunc(a.problems, func(x, y *AuditProblem) int { return cmp.Compare(x.Line, y.Line) })
	return nil
}

// place finds the line of each clause.
func (a *auditor) place(lines []fulltext.Line) {
	a.lines, a.found = map[Place]fulltext.Line{}, map[Place][]fulltext.Token{}
	title := fulltext.Normalise(a.plan.name.ZH)
	for _, line := range lines {
		place := Place(line.Place)
		if line.Place == fulltext.Preface && line.Text == title {
			continue // a copy may begin with the plan's title
		}
		first, twice := a.lines[place]
		_, known := a.plan.Clause(place)
		problem := AuditProblem{Line: line.Number, Place: place}
		switch {
		case place == "":
			problem.Text = bilingual.Text{ZH: "这一行不属于任何一节", EN: "the line belongs to no section"}
		case !known:
			problem.Text = bilingual.Text{ZH: "目录中没有这一条", EN: "the catalogue has no such clause"}
		case twice:
			problem.Text = bilingual.Text{
				ZH: fmt.Sprintf("这一条已见于第%d行", first.Number), EN: fmt.Sprintf("the clause stood on line %d already", first.Number)}
		default:
			a.lines[place] = line
			a.found[place] = fulltext.Tokens(line.Text)
			continue
		}
		a.problems = append(a.problems, &problem)
	}
	for _, c := range a.clauses {
		if _, ok := a.lines[c.Place]; !ok {
			a.problem(c.Place, bilingual.Text{ZH: "文中没有这一条", EN: "the text has no such clause"})
		}
	}
}

// terms checks that each statement's term stands at its first place, once, and
// that the statements of a clause follow the text. It returns how many terms
// there are and how many were found.
func (a *auditor) terms() (terms, found int) {
	last := map[Place]int{}
	for s := range a.plan.All() {
		if s.Term == "" {
			continue
		}
		terms++
		place := s.Places[0]
		line, ok := a.lines[place]
		if !ok {
			continue // the clause is missing, which was reported
		}
		term := fulltext.Normalise(s.Term)
		bad := func(zh, en string) {
			a.problem(place, bilingual.Text{ZH: "“" + s.Name.ZH + "”的用语“" + s.Term + "”" + zh, EN: string(s.ID) + `: its term "` + s.Term + `" ` + en})
		}
		at := strings.Index(line.Text, term)
		switch {
		case at < 0:
			bad("不在此处", "does not stand here")
			continue
		case strings.Count(line.Text, term) > 1:
			bad("在此处不止一次", "stands here more than once")
		case at < last[place]:
			bad("在上一项用语之前", "stands before that of the statement above it")
		}
		found++
		last[place] = at
	}
	return terms, found
}

// printed is where a numeral stands.
type printed struct {
	place Place
	token fulltext.Token
}

func (n Numeral) printed() printed {
	return printed{n.Place, fulltext.Token{Text: n.Token, Nth: n.Nth}}
}

// tokens checks that the numerals of the text are those of the table.
func (a *auditor) tokens() {
	accounted := map[printed]bool{}
	for _, n := range a.numerals {
		if n.Token != "" {
			accounted[n.printed()] = true
		}
	}
	for _, c := range a.clauses {
		for _, token := range a.found[c.Place] {
			at := printed{c.Place, token}
			if !accounted[at] {
				n := Numeral{Token: token.Text, Nth: token.Nth}
				a.problem(c.Place, bilingual.Text{ZH: n.named(bilingual.Chinese) + "没有交代", EN: n.named(bilingual.English) + " is not accounted for"})
			}
			delete(accounted, at)
		}
	}
	for _, n := range a.numerals {
		if n.Token == "" || !accounted[n.printed()] {
			continue
		}
		delete(accounted, n.printed())
		if _, ok := a.lines[n.Place]; ok { // a clause that is missing was reported
			a.problem(n.Place, bilingual.Text{ZH: "文中没有" + n.named(bilingual.Chinese), EN: "the text has no " + n.named(bilingual.English)})
		}
	}
}
