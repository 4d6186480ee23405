package plan

import (
	"iter"
	"slices"

	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
)

// Plan is an edition of a plan. It does not change once it is built and is
// safe for concurrent use; its statements are shared and must not be written to.
type Plan struct {
	edition     string
	name        bilingual.Text
	first, last quantity.Date
	issued      quantity.Date
	issuedBy    Origin
	clauses     []Clause
	statements  []Statement
	byID        map[ID]int
	byPlace     map[Place]int
	amended     []Amended
	anomalies   []Anomaly
}

// Document is what [New] builds a plan from.
type Document struct {
	Edition      string         `json:"edition"` // names the edition in results
	Name         bilingual.Text `json:"name"`
	First        quantity.Date  `json:"first"` // the plan period, both days included
	Last         quantity.Date  `json:"last"`
	Issued       quantity.Date  `json:"issued"` // before this day nothing is a breach; unknown: since the first day
	IssuedOrigin Origin         `json:"issued_origin"`
	Clauses      []Clause       `json:"clauses"` // parents before children, in the order of the text
	Statements   []Statement    `json:"statements"`
	Anomalies    []Anomaly      `json:"anomalies"`
	Amended      []Amended      `json:"amended"` // what made this edition out of the first one, oldest first
}

// New builds a plan. It copies the document, puts the statements into clause
// order, counts how many have their first place in each clause, and reports all
// that is wrong with the document at once.
func New(d Document) (*Plan, error) {
	p := &Plan{
		edition: d.Edition, name: d.Name, first: d.First, last: d.Last, issued: d.Issued, issuedBy: d.IssuedOrigin,
		clauses: slices.Clone(d.Clauses), statements: make([]Statement, len(d.Statements)),
		amended: slices.Clone(d.Amended), anomalies: make([]Anomaly, len(d.Anomalies)),
	}
	for i, s := range d.Statements {
		p.statements[i] = s.clone()
	}
	for i, a := range d.Anomalies {
		p.anomalies[i] = a.clone()
	}
	p.indexClauses()
	slices.SortStableFunc(p.statements, func(a, b Statement) int { return p.order(&a) - p.order(&b) })
	p.indexStatements()
	if err := p.check(d.Statements); err != nil {
		return nil, err
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

// indexClauses finds clauses by their place, the first of several.
func (p *Plan) indexClauses() {
	p.byPlace = make(map[Place]int, len(p.clauses))
	for i := range p.clauses {
		c := &p.clauses[i]
		c.Statements = 0
		if _, twice := p.byPlace[c.Place]; !twice {
			p.byPlace[c.Place] = i
		}
	}
}

// indexStatements finds statements by their ID, the first of several, counts
// them in their clauses, and hands them their citation and their history.
func (p *Plan) indexStatements() {
	p.byID = make(map[ID]int, len(p.statements))
	for i := range p.statements {
		s := &p.statements[i]
		if _, twice := p.byID[s.ID]; !twice {
			p.byID[s.ID] = i
		}
		p.cite(s)
	}
	for _, a := range p.amended {
		if i, ok := p.byID[a.Statement]; ok {
			p.statements[i].amended = append(p.statements[i].amended, a)
		}
	}
}

// cite counts the statement at its first place and writes down its citation in
// both languages.
func (p *Plan) cite(s *Statement) {
	for n, place := range s.Places {
		i, ok := p.byPlace[place]
		switch {
		case !ok:
			continue
		case n == 0:
			p.clauses[i].Statements++
			s.cites = bilingual.Text{ZH: string(place), EN: p.clauses[i].Citation}
		default:
			s.cites.ZH += "、" + string(place)
			s.cites.EN += "; " + p.clauses[i].Citation
		}
	}
}

// Edition names the edition, such as "tonghua-2021-2025".
func (p *Plan) Edition() string { return p.edition }

// Name returns the plan's title.
func (p *Plan) Name() bilingual.Text { return p.name }

// Period returns the first and the last day of the plan.
func (p *Plan) Period() (first, last quantity.Date) { return p.first, p.last }

// Issued returns the day on which the plan was issued, its first day where it is
// not known, and how the day is known. Before it nothing is a breach.
func (p *Plan) Issued() (quantity.Date, Origin) {
	if !p.issued.Known() {
		return p.first, p.issuedBy
	}
	return p.issued, p.issuedBy
}

// YearsBound returns the first and the last year up to that of a day which a duty of
// each year binds: from the year in which the plan was issued to its last. Before the
// first there are none, and the last returned lies before the first.
func (p *Plan) YearsBound(asOf quantity.Date) (first, last int) {
	issued, _ := p.Issued()
	return issued.Year(), min(asOf.Year(), p.last.Year())
}

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
