package tonghua

import (
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules"
)

// attested binds a statement that evidence alone answers.
func attested(id plan.ID) rules.Attested { return rules.MustAttested(plan.Tonghua(), id) }
