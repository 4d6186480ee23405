package rules_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"maps"

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

// Two workers have each counted a county. Whoever gathers their counts has the verdicts of
// a pass by county.
func ExampleJudgeBy() {
	worker := func(levels ...indicators.Education) count.Counts {
		e, err := masters().Start(asOf)
		for _, level := range levels {
			err = errors.Join(err, e.Add(&teacher.Record{Stage: indicators.SeniorHigh, Education: level}))
		}
		counts, failed := e.Counts()
		if err = errors.Join(err, failed); err != nil {
			fmt.Println(err)
		}
		return counts
	}
	groups, err := rules.JudgeBy(masters(), asOf, maps.All(map[string]count.Counts{
		"通化县": worker(indicators.Master, indicators.Bachelor),
		"柳河县": worker(indicators.Bachelor, indicators.Bachelor, 0),
	}))
	if err != nil {
		fmt.Println(err)
		return
	}
	total := groups.Total()
	fmt.Println(total.Read, "teachers:", total.Rules[0].Verdict(bilingual.English))
	// Output:
	// 5 teachers: met
}

// An evaluator goes on from counts that travelled as JSON.
func ExamplePanel_Resume() {
	yesterday, err := masters().Start(asOf)
	if err != nil {
		fmt.Println(err)
		return
	}
	_ = yesterday.Add(&teacher.Record{Stage: indicators.SeniorHigh, Education: indicators.Master})
	counts, _ := yesterday.Counts()

	today, err := masters().Resume(counts)
	if err != nil {
		fmt.Println(err)
		return
	}
	_ = today.Add(&teacher.Record{Stage: indicators.SeniorHigh, Education: indicators.Bachelor})
	fmt.Println(today.Results().Read, "teachers")
	// Output:
	// 2 teachers
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
