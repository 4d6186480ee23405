// Package honours describes a decision on an honour, a selection or a promotion
// (评优选先决定): one record a candidate and decision. It is an event of its own,
// so that a candidate refused is on record as well as one honoured.
package honours

import (
	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
)

// Record is a decision on one candidate. Every field left out is unknown.
type Record struct {
	indicators.Row
	Kind          indicators.HonourKind `json:"kind,omitzero"`           // what was decided on
	EthicsProblem indicators.Answer     `json:"ethics_problem,omitzero"` // whether an ethics problem of the candidate was on record at the date of the decision
	EthicsPassed  indicators.Answer     `json:"ethics_passed,omitzero"`  // whether the candidate passed the ethics assessment
	Granted       indicators.Answer     `json:"granted,omitzero"`        // whether the candidate was honoured, selected or promoted
}

var subject = indicators.NewSubject[Record]("honours-decision", bilingual.Text{ZH: "评优选先决定", EN: "decisions on honours"}, quantity.Decision)

// The fields, each described once.
var (
	Kind = indicators.NewCategory(subject, "kind", bilingual.Text{ZH: "评选类别", EN: "kind of decision"},
		func(r *Record) *indicators.HonourKind { return &r.Kind })
	EthicsProblem = indicators.NewCategory(subject, "ethics_problem", bilingual.Text{ZH: "存在师德问题", EN: "ethics problem on record"},
		func(r *Record) *indicators.Answer { return &r.EthicsProblem })
	EthicsPassed = indicators.NewCategory(subject, "ethics_passed", bilingual.Text{ZH: "师德考核合格", EN: "ethics assessment passed"},
		func(r *Record) *indicators.Answer { return &r.EthicsPassed })
	Granted = indicators.NewCategory(subject, "granted", bilingual.Text{ZH: "已授予", EN: "granted"},
		func(r *Record) *indicators.Answer { return &r.Granted })
)

// Subject describes the record.
func (Record) Subject() *indicators.Subject[Record] { return subject }
