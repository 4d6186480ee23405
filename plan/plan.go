package plan

import (
	"errors"
	"fmt"
	"iter"
	"slices"
	"strings"

	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
)

// Plan is an edition of a plan. It does not change once it is built and is
// safe for concurrent use; its statements are shared and must not be written to.
type Plan struct {
	edition     string
	name        bilingual.Text
	first, last quantity.Date
	clauses     []Clause
	statements  []Statement
	byID        map[ID]int
	byPlace     map[Place]int
	amended     []Amended
	anomalies   []Anomaly
}

// Document is what [New] builds a plan from.
type Document struct {
	Edition    string         `json:"edition"` // names the edition in results
	Name       bilingual.Text `json:"name"`
	First      quantity.Date  `json:"first"` // the plan period, both days included
	Last       quantity.Date  `json:"last"`
	Clauses    []Clause       `json:"clauses"` // parents before children, in the order of the text
	Statements []Statement    `json:"statements"`
	Anomalies  []Anomaly      `json:"anomalies"`
	Amended    []Amended      `json:"amended"` // what made this edition out of the first one, oldest first
}

// New builds a plan. It copies the document, puts the statements into clause
// order, counts how many have their first place in each clause, and reports all
// that is wrong with the document at once.
func New(d Document) (*Plan, error) {
	p := &Plan{
		edition: d.Edition, name: d.Name, first: d.First, last: d.Last,
		clauses: slices.Clone(d.Clauses), statements: make([]Statement, len(d.Statements)),
		byID:    make(map[ID]int, len(d.Statements)),
		byPlace: make(map[Place]int, len(d.Clauses)),
		amended: slices.Clone(d.Amended), anomalies: make([]Anomaly, len(d.Anomalies)),
	}
	var errs []error
	fail := func(format string, args ...any) { errs = append(errs, fmt.Errorf("plan: "+format, args...)) }
	if d.Edition == "" || !d.Name.Complete() {
		fail("edition and name are wanted")
	}
	if !d.First.Known() || !d.Last.Known() || d.Last.Before(d.First) {
		fail("period %q to %q: want two dates in order", d.First, d.Last)
	}
	for i, c := range p.clauses {
		p.checkClause(c, fail)
		p.clauses[i].Statements = 0
		p.byPlace[c.Place] = i
	}
	for i, s := range d.Statements {
		s = s.clone()
		s.check(fail)
		p.cite(&s, fail)
		p.statements[i] = s
	}
	slices.SortStableFunc(p.statements, func(a, b Statement) int { return p.order(&a) - p.order(&b) })
	for i := range p.statements {
		id := p.statements[i].ID
		if _, twice := p.byID[id]; twice {
			fail("statement %q stands twice", id)
		}
		p.byID[id] = i
	}
	p.checkAmended(fail)
	for i, a := range d.Anomalies {
		p.anomalies[i] = a.clone()
	}
	p.checkAnomalies(fail)
	if len(errs) > 0 {
		return nil, errors.Join(errs...)
	}
	return p, nil
}

// MustNew is New for documents written as constants; it panics instead of returning an error.
func MustNew(d Document) *Plan {
	p, err := New(d)
	if err != nil {
		panic(err)
	}
	return p
}

func (p *Plan) order(s *Statement) int {
	if len(s.Places) == 0 {
		return len(p.clauses)
	}
	return p.byPlace[s.Places[0]]
}

// cite counts the statement at its first place and writes down its citation in
// both languages.
func (p *Plan) cite(s *Statement, fail func(string, ...any)) {
	var zh, en []string
	for n, place := range s.Places {
		i, ok := p.byPlace[place]
		if !ok {
			fail("statement %q: place %q is no clause", s.ID, place)
			continue
		}
		if n == 0 {
			p.clauses[i].Statements++
		}
		zh = append(zh, string(place))
		en = append(en, p.clauses[i].Citation)
	}
	s.cites = bilingual.Text{ZH: strings.Join(zh, "、"), EN: strings.Join(en, "; ")}
}

// Edition names the edition, such as "tonghua-2021-2025".
func (p *Plan) Edition() string { return p.edition }

// Name returns the plan's title.
func (p *Plan) Name() bilingual.Text { return p.name }

// Period returns the first and the last day of the plan.
func (p *Plan) Period() (first, last quantity.Date) { return p.first, p.last }

// Len returns the number of statements.
func (p *Plan) Len() int { return len(p.statements) }

// Statement returns a statement by its ID.
func (p *Plan) Statement(id ID) (*Statement, bool) {
	i, ok := p.byID[id]
	if !ok {
		return nil, false
	}
	return &p.statements[i], true
}

// All returns the statements in clause order.
func (p *Plan) All() iter.Seq[*Statement] {
	return func(yield func(*Statement) bool) {
		for i := range p.statements {
			if !yield(&p.statements[i]) {
				return
			}
		}
	}
}

// Clauses returns the clause tree in the order of the text, parents before children.
func (p *Plan) Clauses() iter.Seq[Clause] { return slices.Values(p.clauses) }

// Clause returns a clause by its place.
func (p *Plan) Clause(place Place) (Clause, bool) {
	i, ok := p.byPlace[place]
	if !ok {
		return Clause{}, false
	}
	return p.clauses[i], true
}

// Within returns the statements whose first place lies in a clause or below
// it, in clause order: a part, a section, a paragraph.
func (p *Plan) Within(place Place) iter.Seq[*Statement] {
	return func(yield func(*Statement) bool) {
		for i := range p.statements {
			s := &p.statements[i]
			if p.inside(s.Places[0], place) && !yield(s) {
				return
			}
		}
	}
}

func (p *Plan) inside(place, clause Place) bool {
	for place != clause {
		i, ok := p.byPlace[place]
		if !ok || p.clauses[i].Parent == "" {
			return false
		}
		place = p.clauses[i].Parent
	}
	return true
}
