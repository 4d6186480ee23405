package policytest

import (
	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/pupil"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/rules"
	"github.com/eduplan/tonghua/rules/verdict"
)

// Leaver is a pupil on the list of those who are to leave.
type Leaver struct {
	Number  string
	Final   string // in the final grade: 是, 否, or empty
	Fitness string // grade by the fitness standard: 优秀, 良好, 及格, 不及格, or empty
	Exempt  string // 是, 否, or empty
	Issued  string // 是, 否, or empty
}

// Graduation issues certificates by the rule it is given.
type Graduation struct{ Rules rules.Set[pupil.Record] }

// Run issues certificates to all leavers to whom no rule forbids it, and
// returns who gets none: those refused, and those whose file says too little.
func (g Graduation) Run(on quantity.Date, leavers []Leaver) (refused, open []string, err error) {
	for i := range leavers {
		l := &leavers[i]
		l.Issued = "是"
		var record pupil.Record
		FromLeaver(l, &record)
		for _, rule := range g.Rules {
			r, err := rule.Evaluate(on, record)
			if err != nil {
				return nil, nil, err
			}
			switch r.Outcome {
			case verdict.NotMet:
				l.Issued = "否"
				refused = append(refused, l.Number)
			case verdict.Undetermined:
				l.Issued = ""
				open = append(open, l.Number)
			}
		}
	}
	return refused, open, nil
}

// FromLeaver fills a record from a leaver.
func FromLeaver(l *Leaver, r *pupil.Record) {
	r.Fitness = indicators.ParseFitness(l.Fitness)
	r.FinalGrade, r.PEExempt, r.Certificate = indicators.ParseAnswer(l.Final), indicators.ParseAnswer(l.Exempt), indicators.ParseAnswer(l.Issued)
}
