package honours_test

import (
	"fmt"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/honours"
)

// A candidate who was refused is on record as well as one who was honoured.
func ExampleRecord() {
	refused := honours.Record{
		Kind:          indicators.Promotion,
		EthicsProblem: indicators.Yes,
		Granted:       indicators.No,
	}
	for _, f := range refused.Subject().Fields() {
		fmt.Printf("%s: %s\n", f.Label().EN, f.Text(&refused, bilingual.English))
	}
	// Output:
	// kind of decision: promotion
	// ethics problem on record: yes
	// ethics assessment passed: unknown
	// granted: no
}
