// Package evaluation is the document by which the State evaluates whether the compulsory
// schools of a county are balanced in quality: the measures 教督〔2017〕6号, 县域义务教育优质均衡发展
// 督导评估办法. It has statements with IDs and an edition of its own.
//
// # Where the data comes from
//
// The tables in seeds/balance. The text of the measures was not at hand word for word: places
// are those of its four parts and their items, and figures that were had from the forms of
// provinces alone say so in their origin. The rules over it are package rules/balance.
package evaluation

import (
	"sync"

	"github.com/eduplan/tonghua/plan"
)

var measures = sync.OnceValue(func() *plan.Plan {
	d := document
	d.Clauses, d.Statements = clauses, statements
	return plan.MustNew(d)
})

// Measures returns the document with all its statements. Its last day is that by which the
// State wants all counties to be balanced; the measures themselves have no end.
func Measures() *plan.Plan { return measures() }
