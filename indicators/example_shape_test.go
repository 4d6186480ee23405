package indicators_test

import (
	"fmt"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/teacher"
)

// A condition can be taken apart.
func ExampleCondition_Shape() {
	c := indicators.And(teacher.Stage.Is(indicators.SeniorHigh), teacher.TrainingHours.AtLeast(indicators.Each))
	fmt.Println(c.Shape() == indicators.Conjunction)
	for _, part := range c.Parts() {
		e := part.Element()
		fmt.Println(e.Of[0].Key(), e.Words, e.Figure, e.Compare == indicators.NotBelow)
	}
	// Output:
	// true
	// stage [4] no figure false
	// training_hours [] threshold on each record true
}

// A changed element is a condition again: here one that is strict.
func ExampleElement_Condition() {
	e := teacher.TrainingHours.AtLeast(indicators.Each).Element()
	e.Compare = indicators.Above
	fmt.Println(e.Condition().Text(bilingual.English))
	// Output: training hours in the cycle more than threshold on each record
}

func ExampleSubject_Parts() {
	for _, p := range (teacher.Record{}).Subject().Parts() {
		fmt.Println(p.Part.Key(), "is part of", p.Whole.Key())
	}
	// Output: practice_hours is part of digital_hours
}
