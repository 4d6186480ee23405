package plan

import (
	"io"

	"github.com/eduplan/tonghua/plan/internal/fulltext"
)

// ClauseTable is the table of clauses, which says how many statements each
// clause should yield.
func ClauseTable() []Clause { return clauses }

// AuditOf audits any catalogue against any text.
func AuditOf(p *Plan, clauses []Clause, numerals []Numeral, text io.Reader) (*AuditReport, error) {
	return audit(p, clauses, numerals, text)
}

// Ledger audits a catalogue against its numerals, without a text.
func Ledger(p *Plan, clauses []Clause, numerals []Numeral) []*AuditProblem {
	a := &auditor{plan: p, clauses: clauses, numerals: numerals}
	a.ledger()
	return a.problems
}

// AuditLines finds what is wrong with a catalogue, given a text that was split
// before: for tests that audit many catalogues.
func AuditLines(p *Plan, clauses []Clause, numerals []Numeral, lines []fulltext.Line) ([]*AuditProblem, error) {
	a := &auditor{plan: p, clauses: clauses, numerals: numerals}
	err := a.run(lines)
	return a.problems, err
}
