package account_test

import (
	"fmt"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/account"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
)

// A space that was used thirty times this term, and twenty the term before.
func ExampleRecord() {
	r := account.Record{Holder: indicators.ParseAccountHolder("教师"), Certified: indicators.Yes, Uses: quantity.N(30), UsesBefore: quantity.N(20)}
	for _, f := range []*indicators.Field[account.Record]{account.Holder.Field, account.Certified.Field, account.Uses.Field, account.UsesBefore.Field} {
		fmt.Printf("%s: %s\n", f.Label().EN, f.Text(&r, bilingual.English))
	}
	// Output:
	// holder: teacher
	// certified: yes
	// uses this term: 30 times
	// uses the term before: 20 times
}
