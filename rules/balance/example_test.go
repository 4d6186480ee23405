package balance_test

import (
	"fmt"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/indicators/resources"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/plan/evaluation"
	"github.com/eduplan/tonghua/rules"
	"github.com/eduplan/tonghua/rules/balance"
)

// A caller's own row of a school.
type row struct {
	County, School   string
	Pupils, Backbone int
}

// place is the key of a group; results name it by its text.
type place struct{ County, School string }

func (p place) String() string { return p.School }

// A county with two primary schools: one has a backbone teacher for each 100 pupils, the other
// none. 12 and 0 for 1,200 and 600 pupils differ by the root of 0.5.
func Example() {
	panel := rules.MustPanel(func(s *row, r *resources.Record) {
		r.Kind, r.PrimaryPupils, r.PrimaryBackbone = indicators.PrimarySchool, quantity.N(s.Pupils), quantity.N(s.Backbone)
		balance.Fill(r)
	}, balance.PrimaryBackboneDifference)
	rows := []row{{"东昌区", "第一小学", 1200, 12}, {"东昌区", "第二小学", 600, 0}}
	schools, err := rules.EvaluateBy(panel, quantity.DateOf(2024, 12, 31), rows, func(s *row) place { return place{s.County, s.School} })
	if err != nil {
		fmt.Println(err)
		return
	}
	counties, err := rules.Split(schools, func(p place) string { return p.County }, plan.County)
	if err != nil {
		fmt.Println(err)
		return
	}
	for county, of := range counties.All() {
		results := of.Total()
		r, _ := results.Of(evaluation.PrimaryBackboneDifference)
		fmt.Println(county, r.Outcome, r.Measured(bilingual.English))
		for _, far := range r.Difference.Furthest {
			fmt.Println(far.Name, far.Weighs, far.Needs.In(bilingual.English))
		}
		fmt.Println(r.Text(bilingual.Chinese))
	}
	// Output:
	// 东昌区 not-met coefficient of difference 0.7072 (2 units)
	// 第二小学 66.67% 2 teachers
	// 第一小学 33.33% 0
	// 小学每百名学生拥有县级以上骨干教师数差异系数：未达到，违反；差异系数0.7072（2个单位）；要求：小学每百名学生拥有县级以上骨干教师数的校际差异系数不高于0.5（资源配置第2项；0.5：文中明示；持续）；数据截至2024年12月31日，记录2条，适用2条；第二小学：0名教师，600名学生，低于平均，占差异的66.67%；其他单位不变，再增2名教师即可达到；第一小学：12名教师，1200名学生，高于平均，占差异的33.33%
}
