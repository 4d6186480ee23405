package rules_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/indicators/teacher"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules"
	"github.com/eduplan/tonghua/rules/tonghua"
	"github.com/eduplan/tonghua/rules/verdict"
)

// person is a row of a school's own table.
type person struct {
	School string
	Hours  float64
}

var trained = rules.MustPanel(func(p *person, t *teacher.Record) {
	t.TrainingHours = quantity.HoursOf(p.Hours)
}, rules.Rule[teacher.Record](tonghua.TeacherTrainingHours))

// shareOf says how many keep the duty.
func shareOf(r verdict.Results) string {
	return r.Rules[0].Value.Of.Number() + " of " + r.Rules[0].Value.Per.Number()
}

func ExampleEvaluator_Replace() {
	e, _ := trained.Start(asOf)
	before, after := person{"First", 340}, person{"First", 365}
	_ = e.Add(&before)
	_ = e.Add(&person{"Second", 400})
	fmt.Println(shareOf(e.Results()))
	_ = e.Replace(&before, &after) // the form was saved
	fmt.Println(shareOf(e.Results()))
	// Output:
	// 1 of 2
	// 2 of 2
}

func ExampleEvaluator_Put() {
	e, _ := trained.Keyed(func(p *person) string { return p.School }).Start(asOf)
	_ = e.Put(&person{"First", 340})
	_ = e.Put(&person{"Second", 400})
	fmt.Println(shareOf(e.Results()))
	for range 2 {
		_ = e.Put(&person{"First", 365}) // the form was saved, and sent twice
	}
	fmt.Println(shareOf(e.Results()))
	there, _ := e.Delete("Second")
	fmt.Println(shareOf(e.Results()), there)
	// Output:
	// 1 of 2
	// 2 of 2
	// 1 of 1 true
}

func ExampleEvaluator_Retract() {
	e, _ := trained.Start(asOf)
	one, other := person{"First", 340}, person{"Second", 400}
	_ = e.Add(&one)
	_ = e.Add(&other)
	_ = e.Retract(&one) // has left the school
	fmt.Println(shareOf(e.Results()))
	fmt.Println(e.Retract(&one))
	// Output:
	// 1 of 1
	// count: a row is taken back that was never added
}

func ExampleEvaluator_Merge() {
	north, _ := trained.Start(asOf)
	south, _ := trained.Start(asOf)
	_ = north.Add(&person{"First", 340})
	_ = south.Add(&person{"Second", 400})
	_ = north.Merge(south)
	fmt.Println(shareOf(north.Results()))
	// Output: 1 of 2
}

// What was counted in one program goes on in another.
func ExamplePanel_Restore() {
	e, _ := trained.Start(asOf)
	_ = e.Add(&person{"First", 340})
	state, _ := e.MarshalBinary()

	again, err := trained.Restore(state)
	if err != nil {
		fmt.Println(err)
		return
	}
	_ = again.Add(&person{"Second", 400})
	fmt.Println(shareOf(again.Results()))

	_, err = trained.Restore(state[:20])
	fmt.Println(errors.Is(err, rules.ErrDamaged))
	// Output:
	// 1 of 2
	// true
}

func ExampleEvaluator_MarshalBinary() {
	e, _ := trained.Start(asOf)
	for range 1000 {
		_ = e.Add(&person{"First", 400})
	}
	state, _ := e.MarshalBinary()
	fmt.Println(len(state) < 150)
	// Output: true
}

func ExampleRollUp() {
	rows := []person{{"220502 First", 340}, {"220503 Second", 400}, {"220502 Third", 360}}
	schools, _ := rules.EvaluateBy(trained, asOf, rows, func(p *person) string { return p.School })
	counties, _ := rules.RollUp(schools, func(school string) string { return strings.Fields(school)[0] })
	for county, r := range counties.All() {
		fmt.Println(county, shareOf(r))
	}
	// Output:
	// 220502 1 of 2
	// 220503 1 of 1
}

// Schools are compared within their county.
func ExampleSplit() {
	even := rules.MustPanel((*unitRow).record, exampleDifference).GroupsAre(plan.School)
	type place struct{ county, school string }
	rows := []unitRow{{"220502", "First", 10, 100}, {"220503", "Third", 1, 100}, {"220502", "Second", 20, 100}, {"220503", "Fourth", 50, 100}}
	schools, err := rules.EvaluateBy(even, asOf, rows, func(s *unitRow) place { return place{s.county, s.school} })
	if err != nil {
		fmt.Println(err)
		return
	}
	counties, err := rules.Split(schools, func(p place) string { return p.county }, plan.County)
	if err != nil {
		fmt.Println(err)
		return
	}
	for county, of := range counties.All() {
		r := of.Total().Rules[0]
		fmt.Println(county, r.Outcome, r.Measured(bilingual.English))
	}
	fmt.Println(counties.Total().Rules[0].Outcome)
	// Output:
	// 220502 met coefficient of difference 0.3334 (2 units)
	// 220503 not-met coefficient of difference 0.9608 (2 units)
	// not-met
}

func ExampleGroups_Merge() {
	key := func(p *person) string { return p.School }
	monday, _ := rules.EvaluateBy(trained, asOf, []person{{"First", 340}}, key)
	tuesday, _ := rules.EvaluateBy(trained, asOf, []person{{"Second", 400}, {"First", 360}}, key)
	_ = monday.Merge(tuesday)
	for school, r := range monday.All() {
		fmt.Println(school, shareOf(r))
	}
	// Output:
	// First 1 of 2
	// Second 1 of 1
}

func ExamplePanel_Parallel() {
	rows := slices.Repeat([]person{{"First", 340}, {"Second", 400}}, 10_000)
	results, _ := trained.Parallel(2).Evaluate(asOf, rows)
	fmt.Println(shareOf(results))
	// Output: 10000 of 20000
}

// Rules know of no contexts: whoever drives the loop ends it.
func ExamplePanel_EvaluateSeq2_context() {
	ctx, cancel := context.WithCancel(context.Background())
	rows := func(yield func(person, error) bool) {
		for n := range 1000 {
			if n == 10 {
				cancel() // the user has left
			}
			if err := ctx.Err(); err != nil {
				yield(person{}, err)
				return
			}
			if !yield(person{Hours: 400}, nil) {
				return
			}
		}
	}
	_, err := trained.EvaluateSeq2(asOf, rows)
	fmt.Println(err, errors.Is(err, context.Canceled))
	// Output: count: reading row 11: context canceled true
}
