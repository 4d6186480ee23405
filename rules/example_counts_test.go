package rules_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/count"
	"github.com/eduplan/tonghua/indicators/teacher"
	"github.com/eduplan/tonghua/rules"
	"github.com/eduplan/tonghua/rules/tonghua"
)

func masters() *rules.Panel[teacher.Record, teacher.Record] {
	return rules.MustPanel(func(from, to *teacher.Record) { *to = *from }, rules.Rule[teacher.Record](tonghua.SeniorMaster))
}

// A register is counted where it is; the counts travel as JSON and are judged
// elsewhere, with the verdict that the register itself would have.
func ExamplePanel_Judge() {
	there, err := masters().Start(asOf)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, level := range []indicators.Education{indicators.Master, indicators.Bachelor, indicators.Bachelor, 0} {
		_ = there.Add(&teacher.Record{Stage: indicators.SeniorHigh, Education: level})
	}
	counts, err := there.Counts()
	if err != nil {
		fmt.Println(err)
		return
	}
	data, _ := json.Marshal(counts)

	var received count.Counts
	if err := json.Unmarshal(data, &received); err != nil {
		fmt.Println(err)
		return
	}
	results, err := masters().Judge(received)
	fmt.Println(results.Rules[0].Verdict(bilingual.English), results.Rules[0].Records.Open, err)

	received.Answers[0].Classes[count.Counted]++ // one more than there are records
	_, err = masters().Judge(received)
	fmt.Println(errors.Is(err, rules.ErrImpossible))
	// Output:
	// met 1 <nil>
	// true
}

// A long pass ends with its context.
func ExamplePanel_WithContext() {
	ctx, cancel := context.WithCancel(context.Background())
	panel := masters().WithContext(ctx).OnProgress(func(rows int64) {
		fmt.Println(rows >= 16_384, "rows are done")
		cancel()
	})
	_, err := panel.Evaluate(asOf, make([]teacher.Record, 100_000))
	fmt.Println(err)
	// Output:
	// true rows are done
	// context canceled
}
