package plan_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"time"

	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/plan"
)

func ExampleTonghua() {
	p := plan.Tonghua()
	first, last := p.Period()
	fmt.Println(p.Name().EN)
	fmt.Println(p.Edition(), first, last, p.Len())
	// Output:
	// 14th Five-Year education development plan of Tonghua
	// tonghua-2021-2025 2021-01-01 2025-12-31 324
}

func ExamplePlan_Statement() {
	s, ok := plan.Tonghua().Statement(plan.SeniorMaster)
	fmt.Println(ok, s.Kind, s.Modality, s.Evaluable)
	fmt.Println(s.Citation(bilingual.Chinese), s.Population)
	fmt.Println(s.Deadline.In(bilingual.English))
	_, ok = plan.Tonghua().Statement("junior-master")
	fmt.Println(ok)
	// Output:
	// true target must full
	// 三（十）第3段 at least 12 %
	// by 31 December 2025, stated
	// false
}

// Only a must can be breached; the plan has few statements that bind less.
func ExamplePlan_All() {
	binding := map[plan.Modality]int{}
	for s := range plan.Tonghua().All() {
		binding[s.Modality]++
	}
	for m := plan.Must; m <= plan.NoDemand; m++ {
		fmt.Println(m, binding[m])
	}
	// Output:
	// must 277
	// strive 2
	// should 2
	// encourage 15
	// explore 8
	// none 20
}

func ExamplePlan_Within() {
	for s := range plan.Tonghua().Within("专栏6第2项") {
		fmt.Println(s.ID, "-", s.Citation(bilingual.English))
	}
	// Output:
	// conditions-improved - Box 6, item 2
	// steel-second-primary - Box 6, item 2
	// twentieth-school - Box 6, item 2
}

func ExamplePlan_Clauses() {
	for c := range plan.Tonghua().Clauses() {
		if c.Parent == "四" {
			fmt.Println(c.Place, c.Kind, c.Citation, "-", c.Title.EN)
		}
	}
	// Output:
	// 四（一） section Part 4, section 1 - Party work
	// 四（二） section Part 4, section 2 - Responsibility
	// 四（三） section Part 4, section 3 - Funding
}

func ExamplePlan_Clause() {
	c, ok := plan.Tonghua().Clause("专栏12第2项")
	fmt.Println(ok, c.Citation, "in", c.Parent, "yields", c.Statements)
	// Output: true Box 12, item 2 in 专栏12 yields 8
}

// Another city builds its plan from exported names only.
func ExampleNew() {
	yunxi, err := plan.New(plan.Document{
		Edition: "yunxi-2026-2030",
		Name:    bilingual.Text{ZH: "云溪市教育规划（虚构）", EN: "Education plan of Yunxi (made up)"},
		First:   quantity.DateOf(2026, time.January, 1),
		Last:    quantity.DateOf(2030, time.December, 31),
		Clauses: []plan.Clause{{Place: "一", Kind: plan.Part, Citation: "Part 1",
			Title: bilingual.Text{ZH: "教师", EN: "Teachers"}}},
		Statements: []plan.Statement{{
			ID: "senior-master", Places: []plan.Place{"一"}, Kind: plan.Target, Modality: plan.Must, Evaluable: plan.InFull, Bearer: plan.City,
			Name:    bilingual.Text{ZH: "高中硕士教师占比", EN: "Senior-high teachers with a master's degree"},
			Summary: bilingual.Text{ZH: "高中教师四分之一有硕士学历。", EN: "A quarter of senior-high teachers hold a master's degree."},
			Population: plan.Threshold{Comparator: plan.AtLeast,
				Amount: quantity.MustAmount(1, 4, quantity.Percent), Origin: plan.Origin{Basis: plan.Stated}},
			Deadline: plan.Deadline{Kind: plan.ByDate,
				On: quantity.DateOf(2030, time.December, 31), Origin: plan.Origin{Basis: plan.PlanEnd}},
		}},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	s, _ := yunxi.Statement("senior-master")
	fmt.Println(s.Citation(bilingual.English), "-", s.Population)
	// Output: Part 1 - at least 25 %
}

// All that is wrong is reported at once.
func ExampleNew_broken() {
	_, err := plan.New(plan.Document{
		Edition: "yunxi-2026-2030",
		Name:    bilingual.Text{ZH: "云溪市教育规划（虚构）", EN: "Education plan of Yunxi (made up)"},
		First:   quantity.DateOf(2026, time.January, 1),
		Last:    quantity.DateOf(2030, time.December, 31),
		Statements: []plan.Statement{{
			ID: "senior-master", Places: []plan.Place{"一"}, Kind: plan.Target, Modality: plan.Must, Evaluable: plan.InFull, Bearer: plan.City,
			Name:    bilingual.Text{ZH: "高中硕士教师占比", EN: "Senior-high teachers with a master's degree"},
			Summary: bilingual.Text{ZH: "高中教师四分之一有硕士学历。", EN: "A quarter of senior-high teachers hold a master's degree."},
		}},
	})
	fmt.Println(err)
	// Output:
	// plan: statement "senior-master": no deadline kind
	// plan: statement "senior-master": place "一" is no clause
}

func ExampleMustNew() {
	p := plan.MustNew(plan.Document{
		Edition: "yunxi-2026-2030",
		Name:    bilingual.Text{ZH: "云溪市教育规划（虚构）", EN: "Education plan of Yunxi (made up)"},
		First:   quantity.DateOf(2026, time.January, 1),
		Last:    quantity.DateOf(2030, time.December, 31),
	})
	fmt.Println(p.Name().EN, p.Len())
	// Output: Education plan of Yunxi (made up) 0
}

func ExampleStatement_Citation() {
	s, _ := plan.Tonghua().Statement(plan.RealnamePupils)
	fmt.Println(s.Citation(bilingual.Chinese))
	fmt.Println(s.Citation(bilingual.English))
	// Output:
	// 三（十一）第1段、专栏13第3项
	// Part 3, section 11, paragraph 1; Box 13, item 3
}

// The plan says about 10.8 years; which figure decides is a reading.
func ExampleStatement_Reading() {
	s, _ := plan.Tonghua().Statement(plan.MeanYearsSchooling)
	fmt.Println(s.Population)
	for _, key := range []string{"at-least", "rounded"} {
		r, _ := s.Reading(key)
		fmt.Println(r.Key, r.Decides, r.Population)
	}
	// Output:
	// about 10.8 years
	// at-least true at least 10.8 years
	// rounded false at least 10.75 years
}

func ExampleStatement_Parameter() {
	s, _ := plan.Tonghua().Statement(plan.MeanYearsSchooling)
	from, _ := s.Parameter("age-from")
	to, _ := s.Parameter("age-to")
	fmt.Println(from.Amount.Number(), to.Amount.Number(), from.Basis)
	// Output: 16 59 official
}

func ExampleStatement_Figure() {
	s, _ := plan.Tonghua().Statement(plan.BaseDualQualified)
	for _, key := range []string{"share-before", "share"} {
		f, _ := s.Figure(key)
		fmt.Println(f.On, f.Amount)
	}
	// Output:
	// 2015-12-31 47 %
	// 2020-12-31 56 %
}

func ExampleThreshold_In() {
	s, _ := plan.Tonghua().Statement(plan.OversizedClasses)
	fmt.Println(s.Each.In(bilingual.English)+",", s.Each.Basis.In(bilingual.English))
	fmt.Println(s.Each.In(bilingual.Chinese))
	// Output:
	// at most 55 pupils, by official definition
	// 不高于55名学生
}

func ExampleStatement_DemandUnder() {
	s, _ := plan.Tonghua().Statement(plan.TeacherTrainingHours)
	demand := s.DemandUnder(plan.Reading{})
	fmt.Println(demand.ZH)
	fmt.Println(demand.EN)
	// Output:
	// 每名教师每个培训周期（5年）培训不少于360学时
	// every teacher is trained for at least 360 hours in each training cycle of 5 years
}

// What decides is shown with where it comes from.
func ExampleStatement_Deciding() {
	s, _ := plan.Tonghua().Statement(plan.TeacherTrainingHours)
	for _, f := range s.Deciding(plan.Reading{}) {
		fmt.Println(f.Key, "-", f.Amount.EN, "-", f.Basis)
	}
	// Output:
	// each - 360 hours - stated
	// population - 100 % - convention
}

func ExampleOrigins() {
	s, _ := plan.Tonghua().Statement(plan.TeacherTrainingHours)
	for _, line := range plan.Origins(s.Deciding(plan.Reading{}), bilingual.Chinese) {
		fmt.Println(line)
	}
	// Output:
	// 360学时：文中明示
	// 100%：按惯例
}

func ExampleStatement_Component() {
	s, _ := plan.Tonghua().Statement(plan.PowerLists)
	c, ok := s.Component("powers")
	fmt.Println(ok, c.Name.EN, "-", c.Accepted(bilingual.English), "-", c.Needs.In(bilingual.English))
	// Output: true list of powers - published measure - in force
}

func ExampleStatement_Wanted() {
	s, _ := plan.Tonghua().Statement("problems-overcome")
	fmt.Println(strings.HasPrefix(s.Wanted().ZH, "教育投入和基础设施不足得到解决；义务教育办学差距得到解决；"))
	// Output: true
}

func ExamplePlan_Issued() {
	on, origin := plan.Tonghua().Issued()
	fmt.Println(on, origin.Basis)
	// Output: 2022-05-26 inferred
}

func ExampleParseBearer() {
	b, err := plan.ParseBearer("county")
	fmt.Println(b.In(bilingual.Chinese), err)
	_, err = plan.ParseBearer("district")
	fmt.Println(err)
	// Output:
	// 各县（市、区） <nil>
	// plan: bearer "district": not in the list
}

func ExampleComparator_Holds() {
	equal := 0 // value and threshold are the same
	fmt.Println(plan.AtLeast.Holds(equal), plan.MoreThan.Holds(equal), plan.About.Holds(equal))
	// Output: true false false
}

// A yearly duty falls due at the end of the year that the data describe.
func ExampleDeadline_OnFor() {
	s, _ := plan.Tonghua().Statement(plan.SpendingOnlyRises)
	fmt.Println(s.Deadline.OnFor(quantity.DateOf(2023, time.June, 30)))
	// Output: 2023-12-31
}

func ExampleParseID() {
	id, err := plan.ParseID("senior-master")
	fmt.Println(id, err)
	_, err = plan.ParseID("Senior Master")
	fmt.Println(err)
	// Output:
	// senior-master <nil>
	// plan: ID "Senior Master": want lower-case words joined by hyphens
}

func ExampleParseModality() {
	m, err := plan.ParseModality("strive")
	fmt.Println(m.In(bilingual.Chinese), err)
	_, err = plan.ParseModality("perhaps")
	fmt.Println(err)
	// Output:
	// 力争 <nil>
	// plan: modality "perhaps": not in the list
}

func ExampleThreshold() {
	s, _ := plan.Tonghua().Statement(plan.FootballSchools)
	data, err := json.Marshal(s.Population)
	fmt.Println(string(data), err)
	// Output: {"comparator":"at-least","amount":{"number":"50","unit":"school"},"basis":"stated"} <nil>
}
