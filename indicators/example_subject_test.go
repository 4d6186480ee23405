package indicators_test

import (
	"fmt"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
)

// Canteen is a school canteen: a subject that the library does not have.
type Canteen struct {
	indicators.Row
	Grade   HygieneGrade
	Diners  quantity.Count // pupils who eat there
	Insured quantity.Count // of the diners, those insured
}

// HygieneGrade is a word of a closed list; zero is unknown.
type HygieneGrade uint8

// The grades, in the order of the list.
const (
	GradeC HygieneGrade = iota + 1
	GradeB
	GradeA
)

var hygieneGrades = indicators.NewVocabulary(bilingual.Text{ZH: "量化等级", EN: "hygiene grade"},
	indicators.Entry{Key: "c", Name: bilingual.Text{ZH: "C级", EN: "grade C"}},
	indicators.Entry{Key: "b", Name: bilingual.Text{ZH: "B级", EN: "grade B"}},
	indicators.Entry{Key: "a", Name: bilingual.Text{ZH: "A级", EN: "grade A"}, Also: []string{"优秀"}},
)

// Vocabulary returns the closed list.
func (HygieneGrade) Vocabulary() *indicators.Vocabulary { return hygieneGrades }

var canteens = indicators.NewSubject[Canteen]("canteen", bilingual.Text{ZH: "食堂", EN: "canteens"}, quantity.Site)

// Each field is described once.
var (
	CanteenGrade = indicators.NewCategory(canteens, "grade", bilingual.Text{ZH: "食品安全量化等级", EN: "hygiene grade"},
		func(c *Canteen) *HygieneGrade { return &c.Grade })
	CanteenDiners = indicators.NewNumber(canteens, "diners", bilingual.Text{ZH: "就餐学生数", EN: "diners"}, quantity.Pupil,
		func(c *Canteen) *quantity.Count { return &c.Diners })
	CanteenInsured = indicators.NewNumber(canteens, "insured", bilingual.Text{ZH: "其中参保学生数", EN: "insured diners"}, quantity.Pupil,
		func(c *Canteen) *quantity.Count { return &c.Insured }).
		PartOf(CanteenDiners)
)

// Subject makes a canteen a record that rules can be about.
func (Canteen) Subject() *indicators.Subject[Canteen] { return canteens }

func ExampleNewSubject() {
	if err := (Canteen{}).Subject().Err(); err != nil {
		fmt.Println(err)
		return
	}
	c := Canteen{Grade: indicators.ParseWord[HygieneGrade]("A"), Diners: quantity.N(412)}
	for _, f := range c.Subject().Fields() {
		fmt.Printf("%s: %s\n", f.Label().EN, f.Text(&c, bilingual.English))
	}
	safe := indicators.Duty[Canteen]{Must: indicators.And(
		CanteenGrade.AtLeast(GradeB),
		CanteenInsured.AtLeastShareOf(CanteenDiners, indicators.Each))}
	fmt.Println(safe.Question().Counted.Text(bilingual.English))
	// Output:
	// hygiene grade: grade A
	// diners: 412 pupils
	// insured diners: unknown
	// hygiene grade: grade B or grade A and insured diners at least threshold on each record of diners
}
