package rules_test

import (
	"time"

	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/plan"
)

// The small plans of the tests run from 2021 to 2025, as most plans do.
var (
	firstDay = quantity.DateOf(2021, time.January, 1)
	lastDay  = quantity.DateOf(2025, time.December, 31)
)

func day(y int, m time.Month, d int) quantity.Date { return quantity.DateOf(y, m, d) }

// edition builds a plan of one clause around some statements.
func edition(statements ...plan.Statement) *plan.Plan { return plan.MustNew(document(statements...)) }

func document(statements ...plan.Statement) plan.Document {
	return plan.Document{
		Edition: "test-2021-2025", Name: bilingual.Text{ZH: "测试规划", EN: "test plan"},
		First: firstDay, Last: lastDay,
		Clauses:    []plan.Clause{{Place: "一", Kind: plan.Part, Citation: "Part 1", Title: bilingual.Text{ZH: "目标", EN: "targets"}}},
		Statements: statements,
	}
}

// amend is a change to a statement.
type amend func(*plan.Statement)

// says returns a statement that every plan accepts, a must until the end of
// the plan, with some changes.
func says(id plan.ID, changes ...amend) plan.Statement {
	s := plan.Statement{
		ID: id, Places: []plan.Place{"一"}, Kind: plan.Target, Modality: plan.Must, Evaluable: plan.InFull,
		Bearer: plan.City, Name: bilingual.Text{ZH: "指标", EN: "target"}, Summary: bilingual.Text{ZH: "摘要", EN: "summary"},
		Deadline: plan.Deadline{Kind: plan.ByDate, On: lastDay, Origin: plan.Origin{Basis: plan.Stated}},
	}
	for _, change := range changes {
		change(&s)
	}
	return s
}

func stated(c plan.Comparator, a quantity.Amount) plan.Threshold {
	return plan.Threshold{Comparator: c, Amount: a, Origin: plan.Origin{Basis: plan.Stated}}
}

// population sets what the population must reach.
func population(c plan.Comparator, a quantity.Amount) amend {
	return func(s *plan.Statement) { s.Population = stated(c, a) }
}

// each sets what one record must reach.
func each(c plan.Comparator, a quantity.Amount) amend {
	return func(s *plan.Statement) { s.Each = stated(c, a) }
}

func modality(m plan.Modality) amend { return func(s *plan.Statement) { s.Modality = m } }

func dueBy(on quantity.Date) amend {
	return func(s *plan.Statement) {
		s.Deadline = plan.Deadline{Kind: plan.ByDate, On: on, Origin: plan.Origin{Basis: plan.Stated}}
	}
}

func dueAsCycle(on quantity.Date) amend {
	return func(s *plan.Statement) {
		s.Deadline = plan.Deadline{Kind: plan.Cycle, On: on, Origin: plan.Origin{Basis: plan.Inferred}}
	}
}

// due sets a deadline without a date: standing, yearly.
func due(k plan.DueKind) amend {
	return func(s *plan.Statement) { s.Deadline = plan.Deadline{Kind: k} }
}

func baseline(a quantity.Amount, on quantity.Date) amend {
	return func(s *plan.Statement) {
		s.Baseline = plan.Figure{Key: "before", Comparator: plan.Exactly, Amount: a, On: on, Origin: plan.Origin{Basis: plan.Stated},
			Name: bilingual.Text{ZH: "基期", EN: "baseline"}}
	}
}

// parameter adds a parameter; without an amount nobody has set it.
func parameter(key string, a quantity.Amount) amend {
	return func(s *plan.Statement) {
		p := plan.Parameter{Key: key, Name: bilingual.Text{ZH: "参数", EN: "parameter"}}
		if !a.IsZero() {
			p.Amount, p.Origin = a, plan.Origin{Basis: plan.Official, Source: bilingual.Text{ZH: "统计制度", EN: "statistics rulebook"}}
		}
		s.Parameters = append(s.Parameters, p)
	}
}

// reading adds a reading, the first of which decides; thresholds left zero are
// those of the statement.
func reading(key string, each, population plan.Threshold) amend {
	return func(s *plan.Statement) {
		s.Readings = append(s.Readings, plan.Reading{Key: key, Decides: len(s.Readings) == 0, Each: each, Population: population,
			Name: bilingual.Text{ZH: "理解", EN: "reading " + key}, Why: bilingual.Text{ZH: "理由", EN: "reason"}})
	}
}

func readings(keys ...string) amend {
	return func(s *plan.Statement) {
		for _, key := range keys {
			reading(key, plan.Threshold{}, plan.Threshold{})(s)
		}
	}
}

// shownBy makes a statement one that evidence of some components answers.
func shownBy(components ...plan.Component) amend {
	return func(s *plan.Statement) {
		s.Evaluable, s.Components = plan.Attested, components
		for i := range s.Components {
			c := &s.Components[i]
			c.Name, c.Least = bilingual.Text{ZH: "事项" + c.Key, EN: "thing " + c.Key}, max(1, c.Least)
		}
	}
}

func percent(n uint64) quantity.Amount { return quantity.MustAmount(n, 100, quantity.Percent) }

func teachers(n uint64) quantity.Amount { return quantity.MustAmount(n, 1, quantity.Teacher) }

func hours(n uint64) quantity.Amount { return quantity.MustAmount(n, 1, quantity.Hour) }
