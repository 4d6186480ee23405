// Section 一（二） 形势.

package tonghua

import "github.com/eduplan/tonghua/plan"

// ProblemsOvercome: 存在问题逐步解决（一（二）第3段）, by evidence.
var ProblemsOvercome = attested(plan.ProblemsOvercome)
