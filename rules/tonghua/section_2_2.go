// Section 二（二） 原则.

package tonghua

import "github.com/eduplan/tonghua/plan"

// Answered by evidence alone.
var (
	// HigherLevelTargets: 国家和省下达的任务（二（二）第1段）.
	HigherLevelTargets = attested(plan.HigherLevelTargets)
	// EightPrinciples: 教育工作八项原则（二（二）第1段）.
	EightPrinciples = attested(plan.EightPrinciples)
)
