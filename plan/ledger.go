package plan

import (
	"slices"
	"strconv"
	"time"

	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/plan/internal/fulltext"
)

// slot is a figure or a date of a statement that something must account for.
type slot struct {
	of     NumeralOf
	key    string
	amount quantity.Amount
	on     quantity.Date
	basis  Basis
	name   bilingual.Text
}

// slots returns all figures and dates of a statement.
func (s *Statement) slots() []slot {
	var all []slot
	demand := func(of, upper NumeralOf, key string, t Threshold, name bilingual.Text) {
		if !t.IsZero() {
			all = append(all, slot{of: of, key: key, amount: t.Amount, basis: t.Basis, name: name})
		}
		if !t.To.IsZero() {
			all = append(all, slot{of: upper, key: key, amount: t.To, basis: t.Basis, name: name})
		}
	}
	demand(OfEach, OfUpper, "", s.Each, bilingual.Text{})
	demand(OfPopulation, OfUpper, "", s.Population, bilingual.Text{})
	if s.Deadline.On.Known() {
		all = append(all, slot{of: OfDue, on: s.Deadline.On, basis: s.Deadline.Basis})
	}
	for _, f := range s.Figures {
		all = append(all, slot{of: OfFigure, key: f.Key, amount: f.Amount, basis: f.Basis, name: f.Name})
		if f.On.Known() {
			all = append(all, slot{of: OfFigureDate, key: f.Key, on: f.On, basis: f.Basis, name: f.Name})
		}
	}
	for _, q := range s.Parameters {
		if !q.Amount.IsZero() {
			all = append(all, slot{of: OfParameter, key: q.Key, amount: q.Amount, basis: q.Basis, name: q.Name})
		}
	}
	for _, r := range s.Readings {
		demand(OfReadingEach, OfReadingUpper, r.Key, r.Each, r.Name)
		demand(OfReadingPopulation, OfReadingUpper, r.Key, r.Population, r.Name)
	}
	return all
}

// evident reports whether a slot needs no numeral: it follows from what the
// statement is, or from the plan's own period.
func (p *Plan) evident(s *Statement, at slot) bool {
	switch at.of {
	case OfEach, OfPopulation, OfParameter: // all of them, or one thing
		num, den := at.amount.Fraction()
		return at.basis == Convention && num == den
	case OfDue:
		return at.basis == PlanEnd && at.on == p.last
	case OfFigureDate: // the end of one of the two plan periods before this one
		former := p.first.Previous()
		return at.basis == Inferred && (at.on == former || at.on == former.AddYears(-5))
	case OfReadingEach: // the statement's own number, read with another comparator
		return at.amount == s.Each.Amount
	case OfReadingPopulation:
		return at.amount == s.Population.Amount
	case OfReadingUpper: // the range that the text prints
		return slices.ContainsFunc(s.Figures, func(f Figure) bool { return f.Key == "upper" && f.Amount == at.amount })
	}
	return false
}

// value returns a slot's number or date in words.
func (at slot) value(l bilingual.Language) string {
	if at.on.Known() {
		return at.on.In(l)
	}
	return at.amount.In(l)
}

// is reports whether a numeral says what the slot holds.
func (at slot) is(n Numeral) bool {
	if n.Token == "" {
		return at.equals(n.Value)
	}
	v := fulltext.Token{Text: n.Token}.Value()
	switch {
	case at.on.Known(): // a year stands for its last day
		year, err := strconv.Atoi(v.Number)
		return err == nil && at.on == quantity.DateOf(year, time.December, 31)
	case v.Share != (at.amount.Unit() == quantity.Percent):
		return false
	}
	return at.equals(v.Number)
}

func (at slot) equals(number string) bool {
	if at.on.Known() {
		on, err := quantity.ParseDate(number)
		return err == nil && on == at.on
	}
	amount, err := quantity.ParseAmount(number, at.amount.Unit())
	return err == nil && amount == at.amount
}

// ledger checks the catalogue against its numerals, without the text: that
// each numeral names a figure which the statement has, at a place of the
// statement, with the value printed; that each figure is accounted for; and
// that each clause yields as many statements as it should.
func (a *auditor) ledger() {
	type entry struct {
		id  ID
		of  NumeralOf
		key string
	}
	accounted := map[entry]bool{}
	for _, n := range a.numerals {
		if n.Statement == "" {
			continue
		}
		if at, ok := a.holds(n); ok {
			accounted[entry{n.Statement, at.of, at.key}] = true
		}
	}
	for s := range a.plan.All() {
		for _, at := range s.slots() {
			if !accounted[entry{s.ID, at.of, at.key}] && !a.plan.evident(s, at) {
				a.problem(s.Places[0], bilingual.Text{
					ZH: "“" + s.Name.ZH + "”的" + at.label(bilingual.Chinese) + at.value(bilingual.Chinese) + "没有数字可对",
					EN: string(s.ID) + ": no numeral accounts for its " + at.label(bilingual.English) + " " + at.value(bilingual.English)})
			}
		}
		if !s.Baseline.IsZero() && !a.isFigure(s.Baseline) {
			a.problem(s.Places[0], bilingual.Text{
				ZH: "“" + s.Name.ZH + "”的基期" + s.Baseline.Amount.In(bilingual.Chinese) + "不是规划中的数据",
				EN: string(s.ID) + ": its baseline " + s.Baseline.Amount.In(bilingual.English) + " is no figure of the plan"})
		}
	}
	for _, want := range a.clauses {
		if got, _ := a.plan.Clause(want.Place); got.Statements != want.Statements {
			a.problem(want.Place, bilingual.Text{
				ZH: "应有" + strconv.Itoa(want.Statements) + "项内容，目录中有" + strconv.Itoa(got.Statements) + "项",
				EN: "it should yield " + strconv.Itoa(want.Statements) + " of the statements and yields " + strconv.Itoa(got.Statements)})
		}
	}
}

// holds finds the figure that a numeral names and checks that it is the one
// printed, at a place where the statement stands.
func (a *auditor) holds(n Numeral) (slot, bool) {
	bad := func(zh, en string) (slot, bool) {
		a.problem(n.Place, bilingual.Text{ZH: n.named(bilingual.Chinese) + "：" + zh, EN: n.named(bilingual.English) + ": " + en})
		return slot{}, false
	}
	s, ok := a.plan.Statement(n.Statement)
	if !ok {
		return bad("没有内容"+string(n.Statement), "there is no statement "+string(n.Statement))
	}
	if !slices.Contains(s.Places, n.Place) && !(n.Of == OfDue && a.leads(n.Place, s)) {
		return bad("“"+s.Name.ZH+"”不在此处", string(s.ID)+" does not stand here")
	}
	if n.Of == OfWording || n.Of == OfDue && s.Deadline.Kind == Yearly && (fulltext.Token{Text: n.Token}).Value().Yearly {
		return slot{}, false // nothing to compare
	}
	all := s.slots()
	i := slices.IndexFunc(all, func(at slot) bool { return at.of == n.Of && at.key == n.Key })
	if i < 0 {
		return bad("“"+s.Name.ZH+"”没有"+n.label(bilingual.Chinese), string(s.ID)+" has no "+n.label(bilingual.English))
	}
	if at := all[i]; !at.is(n) {
		return bad("“"+s.Name.ZH+"”的"+at.label(bilingual.Chinese)+"是"+at.value(bilingual.Chinese),
			string(s.ID)+": its "+at.label(bilingual.English)+" is "+at.value(bilingual.English))
	}
	return all[i], true
}

// leads reports whether a place is a paragraph of the section that a statement
// stands in: the year of a lead paragraph is the deadline of the others.
func (a *auditor) leads(place Place, s *Statement) bool {
	lead, _ := a.plan.Clause(place)
	of, _ := a.plan.Clause(s.Places[0])
	return lead.Kind == Paragraph && lead.Parent == of.Parent
}

func (a *auditor) isFigure(f Figure) bool {
	for s := range a.plan.All() {
		if slices.Contains(s.Figures, f) {
			return true
		}
	}
	return false
}

// label names a slot: 数据（学生实名率）, figure "share of pupils certified".
func (at slot) label(l bilingual.Language) string {
	if at.name.IsZero() {
		return at.of.In(l)
	}
	return bilingual.Text{ZH: at.of.In(l) + "（" + at.name.ZH + "）", EN: at.of.In(l) + ` "` + at.name.EN + `"`}.In(l)
}

// label names what a numeral says it is.
func (n Numeral) label(l bilingual.Language) string {
	if n.Key == "" {
		return n.Of.In(l)
	}
	return n.Of.In(l) + " " + n.Key
}

// named names a numeral in a sentence: 第2个“100%”, numeral 2 "100%".
func (n Numeral) named(l bilingual.Language) string {
	if n.Token == "" {
		return bilingual.Text{ZH: "未印出的“" + n.Value + "”", EN: `unprinted "` + n.Value + `"`}.In(l)
	}
	nth := strconv.Itoa(n.Nth)
	return bilingual.Text{ZH: "第" + nth + "个“" + n.Token + "”", EN: "numeral " + nth + ` "` + n.Token + `"`}.In(l)
}
