// Section 一（二） 形势.

package tonghua

import "github.com/eduplan/tonghua/plan"

// ProblemsOvercome (存在问题逐步解决) is answered by evidence alone of: low investment and weak
// facilities overcome; gaps in compulsory education overcome; weaknesses of vocational
// education in scale, standing, recruitment, cooperation and service overcome; weak
// rural preschool education overcome; poor allocation and too few highly qualified
// teachers overcome (一（二）第3段).
var ProblemsOvercome = attested(plan.ProblemsOvercome)
