package registers_test

import (
	"fmt"

	"github.com/eduplan/tonghua/examples/city/registers"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/pupil"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/indicators/teacher"
	"github.com/eduplan/tonghua/plan"
)

func ExampleNew() {
	city, err := registers.New(registers.Config{Year: 2021})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(len(city.Pupils), "pupils,", len(city.Townships), "units of township level, as of", city.AsOf())

	_, err = registers.New(registers.Config{Year: 2031})
	fmt.Println(err)
	// Output:
	// 59736 pupils, 85 units of township level, as of 2021-12-31
	// registers: year 2031: want 2020 to 2025
}

// How many pupils have a real-name space, in the city and in one county?
func ExampleCity_Evaluate() {
	city, err := registers.New(registers.Config{})
	if err != nil {
		fmt.Println(err)
		return
	}
	verdicts, err := city.Evaluate()
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, register := range verdicts.Whole {
		if r, ok := register.Of(plan.RealnamePupils); ok {
			fmt.Println(r.Measured(bilingual.English))
		}
	}
	first := verdicts.Areas[0]
	if r, ok := first.Results.Of(plan.RealnamePupils); ok {
		fmt.Println(first.Name, r.Measured(bilingual.English))
	}
	// Output:
	// 46,081 of 59,736 = 77.14 %
	// 东昌区 12,633 of 16,429 = 76.89 %
}

// A cook stands in the staff table and is no teacher.
func ExampleTeachersAsOf() {
	mapping := registers.TeachersAsOf(quantity.DateOf(2025, 3, 11))
	for _, row := range []registers.Teacher{
		{StaffKind: "专任教师", Stage: "初中", Degree: "21", Born: "1985-03-12"},
		{StaffKind: "工勤人员", Degree: "初中"},
	} {
		var t teacher.Record
		mapping(&row, &t)
		fmt.Println(t.Skipped(), t.Education.In(bilingual.English), t.Age)
	}
	// Output:
	// false bachelor 39
	// true unknown
}

// A text outside the lists is invalid, and an empty one unknown.
func ExamplePupil_Map() {
	var p pupil.Record
	(&registers.Pupil{Stage: "小学", Grade: "06", Fitness: "待核实"}).Map(&p)
	fmt.Println(p.Stage, p.FinalGrade, p.Fitness, p.PEExempt.In(bilingual.English))
	// Output: primary yes invalid unknown
}

func ExampleAreaName() {
	fmt.Println(registers.AreaName("220521"), registers.AreaName(registers.CityCode))
	// Output: 通化县 市本级
}
