package tonghua

import (
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules"
)

// principles is the section 二（二） 原则.
func principles() section {
	return section{
		attested: []rules.Attested{HigherLevelTargets, EightPrinciples},
	}
}

// Answered by evidence alone.
var (
	// HigherLevelTargets: 国家和省下达的任务（二（二）第1段）.
	HigherLevelTargets = attested(plan.HigherLevelTargets)
	// EightPrinciples: 教育工作八项原则（二（二）第1段）.
	EightPrinciples = attested(plan.EightPrinciples)
)
