package plan

import (
	"slices"
	"sync"
)

// tonghua is the plan of the generated tables. A test shows that they are sound
// and in clause order, so that no program that imports a rule book checks them
// again. They are variables and not lists that a function returns, since the
// linker lays those out. The plan writes its citations into the statements; it
// counts in the clauses, which it copies, as the audit compares the two.
var tonghua = sync.OnceValue(func() *Plan {
	p := &Plan{
		edition: document.Edition, name: document.Name,
		first: document.First, last: document.Last, issued: document.Issued, issuedBy: document.IssuedOrigin,
		clauses:    slices.Clone(clauses),
		statements: statements,
		anomalies:  anomalies,
	}
	p.indexClauses()
	p.indexStatements()
	return p
})

// Tonghua returns the 14th Five-Year education development plan of Tonghua
// city, 2021–2025, with all its statements. The plan never prints its first
// year: 2021 is inferred from its name.
func Tonghua() *Plan { return tonghua() }
