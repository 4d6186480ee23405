package rulestest

import (
	"errors"
	"fmt"
	"slices"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules"
)

// mutant is a rule with one small change of policy.
type mutant[R indicators.Record[R]] struct {
	key    string // such as senior-master/population-up
	change bilingual.Text
	rule   rules.Rule[R]
}

// mutator makes the mutants of a rule.
type mutator[R indicators.Record[R]] struct {
	rule      rules.Rule[R]
	statement *plan.Statement
	main      indicators.Indicator[R]
	others    []rules.Reading[R]
	mutants   []mutant[R]
	err       error
}

// mutantsOf returns every mutant of a rule's deciding reading.
func mutantsOf[R indicators.Record[R]](rule rules.Rule[R]) ([]mutant[R], error) {
	m := &mutator[R]{rule: rule, statement: rule.Statement()}
	m.main, m.others = rule.Indicator()
	m.onThresholds()
	m.onFigures()
	m.onDeadline()
	m.onParts()
	m.onElements()
	m.onReadings()
	return m.mutants, m.err
}

// put keeps a mutant, or the first error of making one. A change after which a
// threshold means nothing, such as more than 100 %, is no policy and no mutant.
func (m *mutator[R]) put(key, zh, en string, rule rules.Rule[R], err error) {
	key = string(m.statement.ID) + "/" + key
	if errors.Is(err, plan.ErrThreshold) {
		return
	}
	if err != nil {
		if m.err == nil {
			m.err = fmt.Errorf("rulestest: mutant %s: %w", key, err)
		}
		return
	}
	m.mutants = append(m.mutants, mutant[R]{key, bilingual.Text{ZH: zh, EN: en}, rule})
}

// amend makes a mutant by an amendment of the plan.
func (m *mutator[R]) amend(key, zh, en string, change func(*plan.Statement)) {
	var rule rules.Rule[R]
	p, err := amended(m.rule.Plan(), m.statement.ID, change)
	if err == nil {
		rule, err = m.rule.Under(p)
	}
	m.put(key, zh, en, rule, err)
}

// ask makes a mutant with other conditions.
func (m *mutator[R]) ask(key, zh, en string, among, counted indicators.Condition[R]) {
	rule, err := remade(m.rule.Plan(), m.statement.ID, asking(m.main, among, counted), m.others)
	m.put(key, zh, en, rule, err)
}

// stepped returns an amount one step up and down: a hundredth of a per cent,
// or the least that a fact of its unit can differ by.
func stepped(a quantity.Amount) map[string]quantity.Amount {
	parts := a.Unit().Scale()
	if a.Unit() == quantity.Percent || a.Unit() == quantity.Multiple {
		parts = population
	}
	num, den := a.Fraction()
	out := map[string]quantity.Amount{}
	if up, err := quantity.NewAmount(num*parts+den, den*parts, a.Unit()); err == nil {
		out["up"] = up
	}
	if num*parts >= den {
		if down, err := quantity.NewAmount(num*parts-den, den*parts, a.Unit()); err == nil {
			out["down"] = down
		}
	}
	return out
}

// eachStep calls make with an amount one step down and up.
func eachStep(a quantity.Amount, zh, en string, make func(direction, zh, en string, moved quantity.Amount)) {
	steps := stepped(a)
	for _, direction := range [...]string{"down", "up"} {
		if moved, ok := steps[direction]; ok {
			make(direction, fmt.Sprintf("%s由%s改为%s", zh, a.In(bilingual.Chinese), moved.In(bilingual.Chinese)),
				fmt.Sprintf("%s %s instead of %s", en, moved.In(bilingual.English), a.In(bilingual.English)), moved)
		}
	}
}

// threshold returns where the deciding reading has a threshold.
func (m *mutator[R]) threshold(s *plan.Statement, each bool) *plan.Threshold {
	t := &s.Population
	if each {
		t = &s.Each
	}
	if len(s.Readings) > 0 {
		own := &s.Readings[0].Population
		if each {
			own = &s.Readings[0].Each
		}
		if !own.IsZero() {
			return own
		}
	}
	if t.IsZero() && !each && m.main.Form() == indicators.DutyForm {
		*t = plan.Threshold{Comparator: plan.AtLeast, Origin: plan.Origin{Basis: plan.Convention}, Amount: quantity.MustAmount(1, 1, quantity.Percent)}
	}
	return t
}

// relaxed lists, for each comparator, those that differ from it at the figure alone.
var relaxed = map[plan.Comparator][]plan.Comparator{
	plan.AtLeast: {plan.MoreThan}, plan.MoreThan: {plan.AtLeast},
	plan.AtMost: {plan.LessThan}, plan.LessThan: {plan.AtMost},
	plan.Exactly: {plan.AtLeast, plan.AtMost},
}

func (m *mutator[R]) onThresholds() {
	copied := *m.statement
	copied.Readings = slices.Clone(m.statement.Readings)
	t := *m.threshold(&copied, false)
	eachStep(t.Amount, "总体标准", "population threshold", func(direction, zh, en string, moved quantity.Amount) {
		m.amend("population-"+direction, zh, en, func(s *plan.Statement) { m.threshold(s, false).Amount = moved })
	})
	for _, c := range relaxed[t.Comparator] {
		m.amend("population-"+c.String(), "总体标准由"+t.Comparator.In(bilingual.Chinese)+"改为"+c.In(bilingual.Chinese),
			"population threshold "+c.In(bilingual.English)+" instead of "+t.Comparator.In(bilingual.English),
			func(s *plan.Statement) { m.threshold(s, false).Comparator = c })
	}
	if m.names(indicators.Each) {
		e := *m.threshold(&copied, true)
		eachStep(e.Amount, "每条记录的标准", "threshold on each record", func(direction, zh, en string, moved quantity.Amount) {
			m.amend("each-"+direction, zh, en, func(s *plan.Statement) { m.threshold(s, true).Amount = moved })
		})
	}
}

// names reports whether the rule's own indicator has a figure.
func (m *mutator[R]) names(f indicators.Figure) bool {
	found := false
	elements(m.main.Question(), func(e indicators.Element[R]) { found = found || e.Figure == f })
	if ratio, ok := m.main.(indicators.Ratio[R]); ok {
		for _, t := range slices.Concat(ratio.Of.Terms, ratio.Per.Terms) {
			found = found || t.Weight == f
		}
	}
	return found
}

// onFigures moves the parameters and other figures that the rule reads.
func (m *mutator[R]) onFigures() {
	for i, p := range m.statement.Parameters {
		if p.Amount.IsZero() || !m.names(indicators.Parameter(p.Key)) {
			continue
		}
		eachStep(p.Amount, "参数"+p.Name.ZH, "parameter "+p.Name.EN, func(direction, zh, en string, moved quantity.Amount) {
			m.amend("parameter-"+p.Key+"-"+direction, zh, en, func(s *plan.Statement) { s.Parameters[i].Amount = moved })
		})
	}
	for i, f := range m.statement.Figures {
		if !m.names(indicators.Stated(f.Key)) {
			continue
		}
		eachStep(f.Amount, "数值"+f.Name.ZH, "figure "+f.Name.EN, func(direction, zh, en string, moved quantity.Amount) {
			m.amend("figure-"+f.Key+"-"+direction, zh, en, func(s *plan.Statement) { s.Figures[i].Amount = moved })
		})
	}
}

func (m *mutator[R]) onDeadline() {
	on := m.statement.Deadline.On
	if !on.Known() {
		return
	}
	for _, day := range [...]quantity.Date{on.Previous(), on.Next()} {
		m.amend("deadline-"+map[bool]string{true: "earlier", false: "later"}[day.Before(on)], "期限由"+on.In(bilingual.Chinese)+"改为"+day.In(bilingual.Chinese),
			"deadline "+day.In(bilingual.English)+" instead of "+on.In(bilingual.English), func(s *plan.Statement) { s.Deadline.On = day })
	}
}

// onParts drops each condition that the scope consists of, and each of
// several that a record must satisfy.
func (m *mutator[R]) onParts() {
	among, counted := conditions(m.main)
	parts := []indicators.Condition[R]{among}
	if among.Shape() == indicators.Conjunction {
		parts = among.Parts()
	}
	for i, dropped := range parts {
		if !dropped.IsZero() {
			m.ask(fmt.Sprintf("scope-%d-dropped", i+1), "范围中去掉“"+dropped.Text(bilingual.Chinese)+"”",
				"scope without \""+dropped.Text(bilingual.English)+"\"", without(parts, i), counted)
		}
	}
	if counted.Shape() != indicators.Conjunction {
		return
	}
	for i, dropped := range counted.Parts() {
		m.ask(fmt.Sprintf("part-%d-dropped", i+1), "要求中去掉“"+dropped.Text(bilingual.Chinese)+"”",
			"what is wanted without \""+dropped.Text(bilingual.English)+"\"", among, without(counted.Parts(), i))
	}
}

// without returns all conditions but one, as And joins them.
func without[R any](parts []indicators.Condition[R], i int) indicators.Condition[R] {
	return indicators.And(slices.Delete(slices.Clone(parts), i, i+1)...)
}

// onReadings lets each other reading that the rule computes decide.
func (m *mutator[R]) onReadings() {
	_, last := m.rule.Plan().Period()
	asked, err := asks(m.rule, last)
	if err != nil {
		m.err = err
		return
	}
	for _, a := range asked[1:] {
		at := slices.IndexFunc(m.statement.Readings, func(r plan.Reading) bool { return r.Key == a.Reading })
		name := m.statement.Readings[at].Name
		m.amend("reading-"+a.Reading+"-decides", "改以口径“"+name.ZH+"”为准", "the reading \""+name.EN+"\" decides", func(s *plan.Statement) {
			decides := s.Readings[at]
			s.Readings[0].Decides, decides.Decides = false, true
			s.Readings = slices.Insert(slices.Delete(s.Readings, at, at+1), 0, decides)
		})
	}
}
