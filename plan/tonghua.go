package plan

import (
	"sync"
	"time"

	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
)

// tonghua builds the plan when it is first asked for, so that the generator,
// which imports this package, can repair a table that no longer builds.
var tonghua = sync.OnceValue(func() *Plan {
	return MustNew(Document{
		Edition: "tonghua-2021-2025",
		Name: bilingual.Text{
			ZH: "通化市“十四五”教育发展规划",
			EN: "14th Five-Year education development plan of Tonghua",
		},
		First:      quantity.DateOf(2021, time.January, 1),
		Last:       quantity.DateOf(2025, time.December, 31),
		Clauses:    clauses(),
		Statements: statements(),
		Anomalies:  anomalies(),
	})
})

// Tonghua returns the 14th Five-Year education development plan of Tonghua
// city, 2021–2025, with all its statements. The plan never prints its first
// year: 2021 is inferred from its name.
func Tonghua() *Plan { return tonghua() }
