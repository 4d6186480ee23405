package tonghua

import (
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules"
)

// problems is the section 一（二） 问题.
func problems() section {
	return section{
		attested: []rules.Attested{ProblemsOvercome},
	}
}

// ProblemsOvercome: 存在问题逐步解决（一（二）第3段）, by evidence.
var ProblemsOvercome = attested(plan.ProblemsOvercome)
