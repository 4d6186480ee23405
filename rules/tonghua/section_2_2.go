// Section 二（二） 原则.

package tonghua

import "github.com/eduplan/tonghua/plan"

// HigherLevelTargets (国家和省下达的任务) is answered by evidence alone of: fulfilment of the
// targets set by state and province (二（二）第1段).
var HigherLevelTargets = attested(plan.HigherLevelTargets)

// EightPrinciples (教育工作八项原则) is answered by evidence alone of: education work keeping to
// the principles (二（二）第1段).
var EightPrinciples = attested(plan.EightPrinciples)
