package rulestest

import (
	"slices"
	"strings"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/count"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules"
)

// Examination is what the rules of one subject say of one another.
type Examination[R indicators.Record[R]] struct {
	Idle  []Idle
	Pairs []Relation
	// Open are pairs of which their cuts do not tell: own functions, or fields that are
	// compared with one another and read by other conditions as well.
	Open int
	// Register meets all rules, each of which speaks of some record in it; none was found
	// where Unmet names rules that it does not meet.
	Register []Row[R]
	Unmet    []plan.ID
}

// IdleKind says what a rule cannot do. The zero value is not set.
type IdleKind uint8

// What a rule cannot do.
const (
	_           IdleKind = iota
	NobodyBound          // no record is in its scope
	NobodyMeets          // no record in its scope is counted
	AllMeet              // every record in its scope is counted
	Unanswered           // a parameter that nobody has set leaves it open
)

var idleKinds = bilingual.List[IdleKind]{Of: "rulestest: idle", First: NobodyBound, Terms: []bilingual.Term{
	{Key: "nobody-bound", Text: bilingual.Text{ZH: "没有记录能在其范围内", EN: "no record can be in its scope"}},
	{Key: "nobody-meets", Text: bilingual.Text{ZH: "范围内没有记录能够符合", EN: "no record in its scope can be counted"}},
	{Key: "all-meet", Text: bilingual.Text{ZH: "范围内的记录都必然符合", EN: "every record in its scope is counted"}},
	{Key: "unanswered", Text: bilingual.Text{ZH: "有参数尚未确定，不能判定", EN: "a parameter that nobody has set leaves it open"}}}}

// String returns the key.
func (k IdleKind) String() string { return idleKinds.Key(k) }

// In returns it in words.
func (k IdleKind) In(l bilingual.Language) string { return idleKinds.In(k, l) }

// Idle is a rule whose condition decides nothing.
type Idle struct {
	Rule plan.ID
	Name bilingual.Text
	Kind IdleKind
}

// RelationKind is what two rules are to each other. The zero value is not set.
type RelationKind uint8

// The relations.
const (
	_        RelationKind = iota
	Excludes              // no register with a record that both speak of meets both
	Implies               // every register that meets the first meets the second
)

var relationKinds = bilingual.List[RelationKind]{Of: "rulestest: relation", First: Excludes, Terms: []bilingual.Term{
	{Key: "excludes", Text: bilingual.Text{ZH: "不能同时达到", EN: "cannot both be met"}},
	{Key: "implies", Text: bilingual.Text{ZH: "达到前项即达到后项", EN: "who meets the first meets the second"}}}}

// String returns the key.
func (k RelationKind) String() string { return relationKinds.Key(k) }

// In returns it in words.
func (k RelationKind) In(l bilingual.Language) string { return relationKinds.In(k, l) }

// Relation is what the cuts of two rules make them to each other.
type Relation struct {
	Kind          RelationKind
	First, Second plan.ID
	Names         [2]bilingual.Text
}

// String returns the text in Chinese.
func (r Relation) String() string { return r.Text(bilingual.Chinese) }

// Text names both rules and what they are to each other.
func (r Relation) Text(l bilingual.Language) string {
	return r.Names[0].In(l) + l.Pick("、", ", ") + r.Names[1].In(l) + l.Pick("：", ": ") + r.Kind.In(l)
}

// Examine says of rules on one subject, such as those of an edition that an amendment
// made, what their figures make of them: conditions that nobody can meet or that
// everybody meets, pairs that exclude or imply each other, and a register of boundary
// records that meets them all, which serves as test data too. It looks at the deciding
// readings on a date. What it finds is proved by trying every kind of record that the two
// rules tell apart; what it cannot prove so it counts as open and does not claim.
//
// Shares and duties are compared: a duty is a share of 100 %. Of ratios and counts the
// conditions alone are.
func Examine[R indicators.Record[R]](asOf quantity.Date, set rules.Set[R]) (Examination[R], error) {
	var x Examination[R]
	var demands []demand[R]
	for _, rule := range set {
		if rule == nil || rule.Statement() == nil {
			return x, rules.ErrZero
		}
		asked, err := asks(rule, asOf)
		if err != nil {
			return x, err
		}
		d := demand[R]{rule: rule, oracle: newOracle(asked[0])}
		d.sides = d.wanted()
		demands = append(demands, d)
		if kind, idle := d.idle(); idle {
			x.Idle = append(x.Idle, Idle{rule.ID(), rule.Statement().Name, kind})
		}
	}
	for i := range demands {
		for k := i + 1; k < len(demands); k++ {
			x.relate(&demands[i], &demands[k])
		}
	}
	var err error
	x.Register, x.Unmet, err = together(asOf, set, demands)
	return x, err
}

// String returns the text in Chinese.
func (x Examination[R]) String() string { return x.Text(bilingual.Chinese) }

// Text lists what was found, a line each.
func (x Examination[R]) Text(l bilingual.Language) string {
	var lines []string
	for _, one := range x.Idle {
		lines = append(lines, one.Name.In(l)+l.Pick("：", ": ")+one.Kind.In(l))
	}
	for _, one := range x.Pairs {
		lines = append(lines, one.Text(l))
	}
	if len(x.Unmet) == 0 {
		lines = append(lines, l.Pick("有一份登记表能达到全部规则", "a register meets all rules"))
	} else {
		lines = append(lines, l.Pick("未找到能达到全部规则的登记表，未达到的有：", "no register was found that meets all rules; not met: ")+joinIDs(x.Unmet, l))
	}
	return strings.Join(lines, "\n")
}

func joinIDs(ids []plan.ID, l bilingual.Language) string {
	texts := make([]string, len(ids))
	for i, id := range ids {
		texts[i] = string(id)
	}
	return strings.Join(texts, l.Pick("、", ", "))
}

// demand is a rule as what share of the records in its scope must be what.
type demand[R indicators.Record[R]] struct {
	rule   rules.Rule[R]
	oracle *oracle[R]
	sides  []side
}

// side is a lower bound on the share of a class among the records in scope; an upper
// bound is one on the other class.
type side struct {
	good   count.Class
	num    uint64 // of the share
	den    uint64
	strict bool // more than the share
}

func (s side) whole() bool { return s.num == s.den && !s.strict }

// wanted returns the bounds of a share or a duty; none of another form.
func (d *demand[R]) wanted() []side {
	if f := d.oracle.Form; f != indicators.ShareForm && f != indicators.DutyForm {
		return nil
	}
	t := d.oracle.Population
	lower := func(a quantity.Amount, strict bool) side {
		num, den := a.Fraction()
		return side{count.Counted, num, den, strict}
	}
	upper := func(a quantity.Amount, strict bool) side {
		num, den := a.Fraction()
		return side{count.NotCounted, den - min(num, den), den, strict}
	}
	var list []side
	switch t.Comparator {
	case plan.AtLeast:
		list = append(list, lower(t.Amount, false))
	case plan.MoreThan:
		list = append(list, lower(t.Amount, true))
	case plan.AtMost:
		list = append(list, upper(t.Amount, false))
	case plan.LessThan:
		list = append(list, upper(t.Amount, true))
	case plan.Between:
		list = append(list, lower(t.Amount, false), upper(t.To, false))
	}
	return slices.DeleteFunc(list, func(s side) bool { return s.num == 0 && !s.strict || s.den == 0 })
}

// idle reports what a rule's condition cannot do.
func (d *demand[R]) idle() (IdleKind, bool) {
	if len(d.oracle.Unset) > 0 {
		return Unanswered, true
	}
	p, ok := newProof(d.oracle)
	if !ok {
		return 0, false
	}
	is := func(class count.Class) func([]count.Class) bool {
		return func(c []count.Class) bool { return c[0]&class != 0 }
	}
	switch {
	case p.never(is(count.InScope)):
		return NobodyBound, true
	case d.oracle.Form == indicators.RatioForm:
		return 0, false
	case p.never(is(count.Counted)):
		return NobodyMeets, true
	case p.never(is(count.NotCounted)):
		return AllMeet, true
	}
	return 0, false
}
