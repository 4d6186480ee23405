package rulestest_test

import (
	"time"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules"
)

func dayOf(year int, month time.Month, day int) quantity.Date {
	return quantity.DateOf(year, month, day)
}

// bus is a subject of our own: a school bus, with a part and its whole and a date.
type bus struct {
	indicators.Row
	Electric  indicators.Answer
	School    indicators.SchoolKind
	Seats     quantity.Count
	Riders    quantity.Count
	Cost      quantity.Money
	Fares     quantity.Money
	Kilometre quantity.Count
	Inspected quantity.Date
}

var buses = indicators.NewSubject[bus]("bus", bilingual.Text{ZH: "校车", EN: "school buses"}, quantity.Item)

var (
	electric   = indicators.NewCategory(buses, "electric", bilingual.Text{ZH: "电动", EN: "electric"}, func(b *bus) *indicators.Answer { return &b.Electric })
	schoolKind = indicators.NewCategory(buses, "school", bilingual.Text{ZH: "学校类型", EN: "kind of school"}, func(b *bus) *indicators.SchoolKind { return &b.School })
	seats      = indicators.NewNumber(buses, "seats", bilingual.Text{ZH: "座位数", EN: "seats"}, quantity.Place, func(b *bus) *quantity.Count { return &b.Seats })
	riders     = indicators.NewNumber(buses, "riders", bilingual.Text{ZH: "乘车学生数", EN: "riders"}, quantity.Place, func(b *bus) *quantity.Count { return &b.Riders }).PartOf(seats)
	cost       = indicators.NewNumber(buses, "cost", bilingual.Text{ZH: "费用", EN: "cost"}, quantity.Yuan, func(b *bus) *quantity.Money { return &b.Cost })
	fares      = indicators.NewNumber(buses, "fares", bilingual.Text{ZH: "票款", EN: "fares"}, quantity.Yuan, func(b *bus) *quantity.Money { return &b.Fares })
	// the distance is counted in items, for want of a unit of length
	distance  = indicators.NewNumber(buses, "distance", bilingual.Text{ZH: "里程", EN: "distance"}, quantity.Item, func(b *bus) *quantity.Count { return &b.Kilometre })
	inspected = indicators.NewNumber(buses, "inspected", bilingual.Text{ZH: "检验日期", EN: "date of inspection"}, quantity.Day, func(b *bus) *quantity.Date { return &b.Inspected })
)

func (bus) Subject() *indicators.Subject[bus] { return buses }

func percent(n uint64) quantity.Amount { return quantity.MustAmount(n, 100, quantity.Percent) }

// saying returns a plan of one statement.
func saying(change func(*plan.Statement)) *plan.Plan {
	s := plan.Statement{
		ID: "buses", Places: []plan.Place{"一"}, Kind: plan.Target, Modality: plan.Must, Evaluable: plan.InFull, Bearer: plan.City,
		Name: bilingual.Text{ZH: "校车", EN: "buses"}, Summary: bilingual.Text{ZH: "校车的要求", EN: "what is asked of buses"},
		Deadline:   plan.Deadline{Kind: plan.ByDate, On: dayOf(2024, 6, 30), Origin: plan.Origin{Basis: plan.Stated}},
		Population: plan.Threshold{Comparator: plan.AtLeast, Amount: percent(60), Origin: plan.Origin{Basis: plan.Stated}},
	}
	change(&s)
	return plan.MustNew(plan.Document{
		Edition: "buses-2021-2025", Name: bilingual.Text{ZH: "校车规划", EN: "plan of buses"},
		First: dayOf(2021, 1, 1), Last: dayOf(2025, 12, 31),
		Clauses:    []plan.Clause{{Place: "一", Kind: plan.Part, Citation: "Part 1", Title: bilingual.Text{ZH: "校车", EN: "buses"}}},
		Statements: []plan.Statement{s},
	})
}

// busRules has every form, comparator and kind of condition.
func busRules() map[string]rules.Rule[bus] {
	yes := electric.Is(indicators.Yes)
	twenty := indicators.Literal(quantity.MustAmount(20, 1, quantity.Place))
	half := indicators.Literal(percent(50))
	compared := func(c plan.Comparator, a quantity.Amount) *plan.Plan {
		return saying(func(s *plan.Statement) { s.Population.Comparator, s.Population.Amount = c, a })
	}
	shareOf := func(p *plan.Plan, counted indicators.Condition[bus]) rules.Rule[bus] {
		return rules.MustShare(p, "buses", indicators.Share[bus]{Among: schoolKind.Is(indicators.PrimarySchool), Counted: counted})
	}
	sixty := compared(plan.AtLeast, percent(60))
	return map[string]rules.Rule[bus]{
		"a share above":         shareOf(compared(plan.MoreThan, percent(60)), yes),
		"a share at most":       shareOf(compared(plan.AtMost, percent(5)), yes),
		"a share below":         shareOf(compared(plan.LessThan, percent(5)), yes),
		"a share exactly":       shareOf(compared(plan.Exactly, percent(50)), yes),
		"a share of a third":    shareOf(compared(plan.AtLeast, quantity.MustAmount(1, 3, quantity.Percent)), yes),
		"a number at most":      shareOf(sixty, riders.AtMost(twenty)),
		"a number above":        shareOf(sixty, riders.MoreThan(twenty)),
		"a number below":        shareOf(sixty, riders.LessThan(twenty)),
		"a number exactly":      shareOf(sixty, riders.Is(twenty)),
		"a part of its whole":   shareOf(sixty, riders.AtLeastShareOf(seats, half)),
		"a quotient of another": shareOf(sixty, cost.Per(seats).MoreThanShareOf(fares.Per(riders), half)),
		"a date":                shareOf(sixty, inspected.AtLeast(indicators.Literal(quantity.MustAmount(uint64(dayOf(2023, 9, 1).Code()-1), 1, quantity.Day)))),
		"not":                   shareOf(sixty, indicators.Not(yes)),
		"or":                    shareOf(sixty, indicators.Or(yes, riders.AtLeast(twenty))),
		"an or of ands":         shareOf(sixty, indicators.Or(indicators.And(yes, seats.AtLeast(twenty)), indicators.And(indicators.Not(yes), riders.AtLeast(twenty)))),
		"two things at once":    shareOf(sixty, indicators.And(yes, seats.AtLeast(twenty))),
		"a number recorded":     shareOf(sixty, indicators.And(yes, inspected.Recorded())),
		"a parameter not set": rules.MustShare(saying(func(s *plan.Statement) {
			s.Parameters = []plan.Parameter{{Key: "enough", Name: bilingual.Text{ZH: "足够", EN: "enough"}}}
		}), "buses", indicators.Share[bus]{Counted: indicators.And(yes, seats.AtLeast(indicators.Parameter("enough")))}),
		"a figure and a parameter": rules.MustShare(saying(func(s *plan.Statement) {
			s.Parameters = []plan.Parameter{{Key: "enough", Name: bilingual.Text{ZH: "足够", EN: "enough"}, Amount: quantity.MustAmount(30, 1, quantity.Place), Origin: plan.Origin{Basis: plan.Official, Source: bilingual.Text{ZH: "a rulebook", EN: "a rulebook"}}}}
			s.Figures = []plan.Figure{{Key: "most", Name: bilingual.Text{ZH: "至多", EN: "most"}, Comparator: plan.AtMost, Amount: quantity.MustAmount(60, 1, quantity.Place), Origin: plan.Origin{Basis: plan.Stated}}}
		}), "buses", indicators.Share[bus]{Counted: indicators.And(seats.AtLeast(indicators.Parameter("enough")), seats.AtMost(indicators.Stated("most")))}),
		"a count":                   rules.MustCount(compared(plan.AtLeast, quantity.MustAmount(12, 1, quantity.Item)), "buses", indicators.Count[bus]{Among: schoolKind.Is(indicators.PrimarySchool), Counted: yes}),
		"a count at most":           rules.MustCount(compared(plan.AtMost, quantity.MustAmount(3, 1, quantity.Item)), "buses", indicators.Count[bus]{Counted: indicators.Not(yes)}),
		"a ratio":                   rules.MustRatio(sixty, "buses", indicators.Ratio[bus]{Among: yes, Of: indicators.SumOf(distance), Per: indicators.SumOf(seats)}),
		"a ratio of part and whole": rules.MustRatio(compared(plan.AtMost, percent(90)), "buses", indicators.Ratio[bus]{Of: indicators.SumOf(riders), Per: indicators.SumOf(seats)}),
		"a duty with readings": rules.MustDuty(saying(func(s *plan.Statement) {
			s.Population = plan.Threshold{}
			s.Each = plan.Threshold{Comparator: plan.AtLeast, Amount: quantity.MustAmount(20, 1, quantity.Place), Origin: plan.Origin{Basis: plan.Stated}}
			for i, key := range []string{"all", "more", "electric-only"} {
				s.Readings = append(s.Readings, plan.Reading{Key: key, Decides: i == 0, Name: bilingual.Text{ZH: "口径" + key, EN: "reading " + key}, Why: bilingual.Text{ZH: "理由", EN: "reason"}})
			}
			s.Readings[1].Each = plan.Threshold{Comparator: plan.AtLeast, Amount: quantity.MustAmount(25, 1, quantity.Place), Origin: plan.Origin{Basis: plan.Inferred}}
		}), "buses", indicators.Duty[bus]{Must: seats.AtLeast(indicators.Each)},
			rules.Reading[bus]{Key: "electric-only", Indicator: indicators.Duty[bus]{Among: yes, Must: seats.AtLeast(indicators.Each)}}),
		"an own function": rules.MustShare(sixty, "buses", indicators.Share[bus]{Among: schoolKind.Is(indicators.PrimarySchool),
			Counted: indicators.Holds(indicators.Function[bus]{Name: bilingual.Text{ZH: "电动（自写）", EN: "electric (own)"}, Version: "1",
				Reads: []*indicators.Field[bus]{electric.Field}, Holds: func(b *bus) bool { return b.Electric == indicators.Yes }})}),
	}
}
