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

// breeder makes the mutants of a rule.
type breeder[R indicators.Record[R]] struct {
	rule      rules.Rule[R]
	statement *plan.Statement
	main      indicators.Indicator[R]
	others    []rules.Reading[R]
	mutants   []mutant[R]
	err       error
}

// mutantsOf returns every mutant of a rule's deciding reading.
func mutantsOf[R indicators.Record[R]](rule rules.Rule[R]) ([]mutant[R], error) {
	b := &breeder[R]{rule: rule, statement: rule.Statement()}
	b.main, b.others = rule.Indicator()
	b.onThresholds()
	b.onFigures()
	b.onDeadline()
	b.onParts()
	b.onElements()
	b.onReadings()
	return b.mutants, b.err
}

// put keeps a mutant, or the first error of making one. A change after which a
// threshold means nothing, such as more than 100 %, is no policy and no mutant.
func (b *breeder[R]) put(key, zh, en string, rule rules.Rule[R], err error) {
	key = string(b.statement.ID) + "/" + key
	if errors.Is(err, plan.ErrThreshold) {
		return
	}
	if err != nil {
		if b.err == nil {
			b.err = fmt.Errorf("rulestest: mutant %s: %w", key, err)
		}
		return
	}
	b.mutants = append(b.mutants, mutant[R]{key, bilingual.Text{ZH: zh, EN: en}, rule})
}

// amend makes a mutant by an amendment of the plan.
func (b *breeder[R]) amend(key, zh, en string, change func(*plan.Statement)) {
	var rule rules.Rule[R]
	p, err := amended(b.rule.Plan(), b.statement.ID, change)
	if err == nil {
		rule, err = b.rule.Under(p)
	}
	b.put(key, zh, en, rule, err)
}

// ask makes a mutant with other conditions.
func (b *breeder[R]) ask(key, zh, en string, among, counted indicators.Condition[R]) {
	rule, err := remade(b.rule.Plan(), b.statement.ID, asking(b.main, among, counted), b.others)
	b.put(key, zh, en, rule, err)
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
func (b *breeder[R]) threshold(s *plan.Statement, each bool) *plan.Threshold {
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
	if t.IsZero() && !each && b.main.Form() == indicators.DutyForm {
		*t = plan.Threshold{Comparator: plan.AtLeast, Basis: plan.Convention, Amount: quantity.MustAmount(1, 1, quantity.Percent)}
	}
	return t
}

// relaxed lists, for each comparator, those that differ from it at the figure alone.
var relaxed = map[plan.Comparator][]plan.Comparator{
	plan.AtLeast: {plan.MoreThan}, plan.MoreThan: {plan.AtLeast},
	plan.AtMost: {plan.LessThan}, plan.LessThan: {plan.AtMost},
	plan.Exactly: {plan.AtLeast, plan.AtMost},
}

func (b *breeder[R]) onThresholds() {
	copied := *b.statement
	copied.Readings = slices.Clone(b.statement.Readings)
	t := *b.threshold(&copied, false)
	eachStep(t.Amount, "总体标准", "population threshold", func(direction, zh, en string, moved quantity.Amount) {
		b.amend("population-"+direction, zh, en, func(s *plan.Statement) { b.threshold(s, false).Amount = moved })
	})
	for _, c := range relaxed[t.Comparator] {
		b.amend("population-"+c.String(), "总体标准由"+t.Comparator.In(bilingual.Chinese)+"改为"+c.In(bilingual.Chinese),
			"population threshold "+c.In(bilingual.English)+" instead of "+t.Comparator.In(bilingual.English),
			func(s *plan.Statement) { b.threshold(s, false).Comparator = c })
	}
	if b.names(indicators.Each) {
		e := *b.threshold(&copied, true)
		eachStep(e.Amount, "每条记录的标准", "threshold on each record", func(direction, zh, en string, moved quantity.Amount) {
			b.amend("each-"+direction, zh, en, func(s *plan.Statement) { b.threshold(s, true).Amount = moved })
		})
	}
}

// names reports whether the rule's own indicator has a figure.
func (b *breeder[R]) names(f indicators.Figure) bool {
	found := false
	elements(b.main.Question(), func(e indicators.Element[R]) { found = found || e.Figure == f })
	if ratio, ok := b.main.(indicators.Ratio[R]); ok {
		for _, t := range slices.Concat(ratio.Of.Terms, ratio.Per.Terms) {
			found = found || t.Weight == f
		}
	}
	return found
}

// onFigures moves the parameters and other figures that the rule reads.
func (b *breeder[R]) onFigures() {
	for i, p := range b.statement.Parameters {
		if p.Amount.IsZero() || !b.names(indicators.Parameter(p.Key)) {
			continue
		}
		eachStep(p.Amount, "参数"+p.Name.ZH, "parameter "+p.Name.EN, func(direction, zh, en string, moved quantity.Amount) {
			b.amend("parameter-"+p.Key+"-"+direction, zh, en, func(s *plan.Statement) { s.Parameters[i].Amount = moved })
		})
	}
	for i, f := range b.statement.Figures {
		if !b.names(indicators.Stated(f.Key)) {
			continue
		}
		eachStep(f.Amount, "数值"+f.Name.ZH, "figure "+f.Name.EN, func(direction, zh, en string, moved quantity.Amount) {
			b.amend("figure-"+f.Key+"-"+direction, zh, en, func(s *plan.Statement) { s.Figures[i].Amount = moved })
		})
	}
}

func (b *breeder[R]) onDeadline() {
	on := b.statement.Deadline.On
	if !on.Known() {
		return
	}
	for _, day := range [...]quantity.Date{on.Previous(), on.Next()} {
		b.amend("deadline-"+map[bool]string{true: "earlier", false: "later"}[day.Before(on)], "期限由"+on.In(bilingual.Chinese)+"改为"+day.In(bilingual.Chinese),
			"deadline "+day.In(bilingual.English)+" instead of "+on.In(bilingual.English), func(s *plan.Statement) { s.Deadline.On = day })
	}
}

// onParts drops each condition that the scope consists of, and each of
// several that a record must satisfy.
func (b *breeder[R]) onParts() {
	among, counted := conditions(b.main)
	parts := []indicators.Condition[R]{among}
	if among.Shape() == indicators.Conjunction {
		parts = among.Parts()
	}
	for i, dropped := range parts {
		if !dropped.IsZero() {
			b.ask(fmt.Sprintf("scope-%d-dropped", i+1), "范围中去掉“"+dropped.Text(bilingual.Chinese)+"”",
				"scope without \""+dropped.Text(bilingual.English)+"\"", without(parts, i), counted)
		}
	}
	if counted.Shape() != indicators.Conjunction {
		return
	}
	for i, dropped := range counted.Parts() {
		b.ask(fmt.Sprintf("part-%d-dropped", i+1), "要求中去掉“"+dropped.Text(bilingual.Chinese)+"”",
			"what is wanted without \""+dropped.Text(bilingual.English)+"\"", among, without(counted.Parts(), i))
	}
}

// without returns all conditions but one, as And joins them.
func without[R any](parts []indicators.Condition[R], i int) indicators.Condition[R] {
	return indicators.And(slices.Delete(slices.Clone(parts), i, i+1)...)
}

// onReadings lets each other reading that the rule computes decide.
func (b *breeder[R]) onReadings() {
	_, last := b.rule.Plan().Period()
	asked, err := b.rule.Asks(last)
	if err != nil {
		b.err = err
		return
	}
	for _, a := range asked[1:] {
		at := slices.IndexFunc(b.statement.Readings, func(r plan.Reading) bool { return r.Key == a.Reading })
		name := b.statement.Readings[at].Name
		b.amend("reading-"+a.Reading+"-decides", "改以口径“"+name.ZH+"”为准", "the reading \""+name.EN+"\" decides", func(s *plan.Statement) {
			decides := s.Readings[at]
			s.Readings[0].Decides, decides.Decides = false, true
			s.Readings = slices.Insert(slices.Delete(s.Readings, at, at+1), 0, decides)
		})
	}
}
