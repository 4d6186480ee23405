package indicators_test

import (
	"fmt"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
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

// A county that says how many are employed and how many of them in organisations has said
// how many work for themselves; the mapping fills that in, and can mark it as derived.
func ExampleSubject_Complete() {
	row := census{Employed: quantity.N(60), InOrganisations: quantity.N(40)}
	done := censuses.Complete(&row)
	for _, f := range done.Filled {
		fmt.Println("derived:", f.Key(), f.Text(&row, bilingual.English))
	}
	row.SelfEmployed = quantity.N(21)
	for _, f := range censuses.Complete(&row).Refused {
		fmt.Println(f.Key(), f.Text(&row, bilingual.English))
	}
	// Output:
	// derived: self_employed 20 persons
	// employed invalid: parts that do not add up to their whole
	// in_organisations invalid: parts that do not add up to their whole
	// self_employed invalid: parts that do not add up to their whole
}
