package main

import (
	"time"

	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/plan"
)

// The statements of the plan.
const (
	SeniorMaster plan.ID = "senior-master"
	LibraryBooks plan.ID = "library-books"
)

// Yunxi is the plan of a made-up city, 2026–2030: one target and one duty.
var Yunxi = plan.MustNew(plan.Document{
	Edition: "yunxi-2026-2030",
	Name:    bilingual.Text{ZH: "云溪市“十五五”教育规划（虚构）", EN: "15th Five-Year education plan of Yunxi (made up)"},
	First:   quantity.DateOf(2026, time.January, 1),
	Last:    quantity.DateOf(2030, time.December, 31),
	Clauses: []plan.Clause{
		{Place: "一", Kind: plan.Part, Citation: "Part 1", Title: bilingual.Text{ZH: "队伍与条件", EN: "Teachers and conditions"}},
		{Place: "一第1段", Parent: "一", Kind: plan.Paragraph, Citation: "Part 1, paragraph 1", Title: bilingual.Text{ZH: "教师", EN: "Teachers"}, Statements: 1},
		{Place: "一第2段", Parent: "一", Kind: plan.Paragraph, Citation: "Part 1, paragraph 2", Title: bilingual.Text{ZH: "图书", EN: "Libraries"}, Statements: 1},
	},
	Statements: []plan.Statement{
		{
			ID: SeniorMaster, Places: []plan.Place{"一第1段"}, Kind: plan.Target, Modality: plan.Must, Evaluable: plan.InFull,
			Bearer: plan.City, Name: bilingual.Text{ZH: "高中硕士教师占比", EN: "Senior-high teachers with a master's degree"},
			Summary:    bilingual.Text{ZH: "到2030年，高中教师四分之一以上具有硕士学历。", EN: "By 2030 at least a quarter of senior-high teachers hold a master's degree."},
			Demand:     bilingual.Text{ZH: "高中教师中具有硕士学历的达到{population}以上", EN: "at least {population} of senior-high teachers hold a master's degree"},
			Population: atLeast(25, 100, quantity.Percent, plan.Stated),
			Deadline:   plan.Deadline{Kind: plan.ByDate, On: quantity.DateOf(2030, time.December, 31), Origin: plan.Origin{Basis: plan.Stated}},
		},
		{
			ID: LibraryBooks, Places: []plan.Place{"一第2段"}, Kind: plan.EntityRule, Modality: plan.Must, Evaluable: plan.InFull,
			Bearer: plan.School, Name: bilingual.Text{ZH: "生均图书", EN: "Books per pupil"},
			Summary:    bilingual.Text{ZH: "每所学校生均图书不少于20册。", EN: "Each school library holds at least 20 books a pupil."},
			Demand:     bilingual.Text{ZH: "每所学校的图书册数不低于学生数的{each}", EN: "each school library holds at least {each} as many books as the school has pupils"},
			SaidBy:     []string{"population"},
			Each:       atLeast(20, 1, quantity.Multiple, plan.Stated),
			Population: atLeast(1, 1, quantity.Percent, plan.Convention),
			Deadline:   plan.Deadline{Kind: plan.Standing},
		},
	},
})

func atLeast(num, den uint64, unit quantity.Unit, basis plan.Basis) plan.Threshold {
	return plan.Threshold{Comparator: plan.AtLeast, Amount: quantity.MustAmount(num, den, unit), Origin: plan.Origin{Basis: basis}}
}
