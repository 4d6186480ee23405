package whatif

import (
	"fmt"
	"slices"
	"strings"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/count"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules"
)

// withMore judges the statements again of which a scenario says "so many more", on changed
// counts, and returns those of the statement that is looked at.
func (h *register[R]) withMore(then *judged, s Scenario) (counts rules.Register, unmoved []bilingual.Text, err error) {
	counts, unmoved = h.counts, []bilingual.Text{}
	var done []plan.ID
	for _, m := range s.More {
		at := then.of(m.Statement)
		switch {
		case slices.Contains(done, m.Statement):
			continue
		case at < 0:
			return counts, nil, unanswered(m.Statement)
		}
		done = append(done, m.Statement)
		rule, err := h.rule(then.plan, m.Statement)
		if err != nil {
			return counts, nil, err
		}
		changed, left, err := h.add(rule, s.More)
		if err != nil {
			return counts, nil, err
		}
		total, groups, err := h.alone(rule, changed)
		if err != nil {
			return counts, nil, because("这样增加之后无法判断", "the register cannot be judged with so many more", err)
		}
		then.total[at], then.groups[at] = total, groups
		if m.Statement == s.Statement {
			counts, unmoved = changed, append(unmoved, left...)
		}
	}
	return counts, unmoved, nil
}

// question is a question of a rule by what counts know of it.
type question struct{ key, identity string }

// questions returns what a rule asks, the deciding reading first.
func (h *register[R]) questions(rule rules.Rule[R]) ([]question, error) {
	panel, err := h.panel(rules.Set[R]{rule})
	if err != nil {
		return nil, err
	}
	counter, err := panel.Counter(h.asOf)
	if err != nil {
		return nil, err
	}
	var list []question
	for _, a := range counter.Tally().Counts().Answers {
		list = append(list, question{a.Key, a.Identity})
	}
	return list, nil
}

// add returns the counts in which so many more comply with a rule, and names the readings
// in which they could not be placed.
func (h *register[R]) add(rule rules.Rule[R], list []More) (rules.Register, []bilingual.Text, error) {
	asked, err := h.questions(rule)
	if err != nil {
		return rules.Register{}, nil, err
	}
	readings, err := measure(rule).Asks(h.asOf)
	if err != nil {
		return rules.Register{}, nil, err
	}
	if slices.ContainsFunc(asked, func(q question) bool { return strings.Contains(q.key, "@") }) {
		return rules.Register{}, nil, refuse("这一条逐年判断，不能笼统地“再增加”", "the statement is judged year by year: “so many more” says no year")
	}
	out := h.counts
	out.Groups = slices.Clone(out.Groups)
	for g := range out.Groups {
		c := &out.Groups[g].Counts
		c.Answers = slices.Clone(c.Answers)
	}
	var unmoved []bilingual.Text
	for _, m := range list {
		if m.Statement != rule.ID() {
			continue
		}
		at := slices.IndexFunc(out.Groups, func(g rules.RegisterGroup) bool { return g.Name == m.Group })
		if at < 0 {
			return out, nil, refuse("登记表中没有“"+m.Group+"”", "the register has no group “"+m.Group+"”")
		}
		left, err := more(&out.Groups[at].Counts, m, rule, asked, readings[0])
		if err != nil {
			return out, nil, err
		}
		unmoved = append(unmoved, left...)
	}
	return out, unmoved, nil
}

// more puts so many more into the answers of one group to a rule's questions.
func more[R indicators.Record[R]](c *count.Counts, m More, rule rules.Rule[R], asked []question, main rules.Asked[R]) (unmoved []bilingual.Text, err error) {
	amount, err := quantity.ParseAmount(m.Number, unitOfMore(main))
	if err != nil || amount.Floor() != amount.Ceil() || amount.Floor().Steps() == 0 || amount.Floor().Steps() > count.MostRecords {
		return nil, refuse("“再增加”的数量应是正整数，现为“"+m.Number+"”", "“so many more” is a whole number above nought, not “"+m.Number+"”")
	}
	steps := amount.Floor().Steps()
	guarded := slices.ContainsFunc(asked, func(q question) bool { return strings.Contains(q.key, "#") })
	if m.Newcomers && (guarded || main.Form == indicators.RatioForm) {
		return nil, refuse("这一条由汇总数得出，不能增加新的记录", "the statement rests on totals: there can be no new records")
	}
	placed := 0
	for _, q := range asked {
		if strings.Contains(q.key, "#") { // whether a part or a total is there at all
			continue
		}
		at := slices.IndexFunc(c.Answers, func(a count.Answer) bool { return a.Key == q.key && a.Identity == q.identity })
		if at < 0 {
			return nil, rules.ErrMismatch
		}
		a := &c.Answers[at]
		switch room := a.Classes[count.NotCounted]; {
		case main.Form == indicators.RatioForm && a.Classes[count.Counted] == 0:
			return nil, refuse("“"+m.Group+"”没有这项数据，无从增加", "“"+m.Group+"” has no such figure to add to")
		case main.Form == indicators.RatioForm:
			a.Of = a.Of.Plus(steps)
		case m.Newcomers:
			a.Classes[count.Counted] += int64(steps)
		case main.Form == indicators.CountForm:
			// Who is to be counted may be anybody in the register who is not counted for certain.
			if err := take(a, steps, count.NotCounted, count.OutOfScope); err != nil {
				return nil, err
			}
		case room < int64(steps) && placed == 0:
			return nil, refuse(fmt.Sprintf("“%s”只有%d条记录确定未计入，最多再增加%d", m.Group, room, room), fmt.Sprintf("“%s” has only %d records that are certainly not counted: no more can be added", m.Group, room))
		case room < int64(steps):
			unmoved = append(unmoved, readingName(rule.Statement(), q.key))
			continue
		default:
			a.Classes[count.NotCounted] -= int64(steps)
			a.Classes[count.Counted] += int64(steps)
		}
		placed++
	}
	if m.Newcomers {
		c.Read += int64(steps)
	}
	return unmoved, nil
}

// unitOfMore is what "so many more" counts: of a ratio what is divided, else records.
func unitOfMore[R indicators.Record[R]](main rules.Asked[R]) quantity.Unit {
	if main.Form == indicators.RatioForm {
		return main.Of.Unit
	}
	var none R
	return none.Subject().Unit()
}

// take moves records of some classes, the first as far as it goes, among those counted.
func take(a *count.Answer, n uint64, from ...count.Class) error {
	left := int64(n)
	for _, class := range from {
		moved := min(left, a.Classes[class])
		a.Classes[class] -= moved
		a.Classes[count.Counted] += moved
		left -= moved
	}
	if left > 0 {
		return refuse("登记表中没有这么多未计入的记录", "the register has not so many records that are not counted")
	}
	return nil
}

// readingName names the reading that a question is of.
func readingName(s *plan.Statement, key string) bilingual.Text {
	_, reading, _ := strings.Cut(key, "/")
	if r, ok := s.Reading(reading); ok {
		return r.Name
	}
	return s.Name
}

// inWords says one "so many more".
func (h *register[R]) inWords(m More) bilingual.Text {
	s, _ := plan.Tonghua().Statement(m.Statement)
	group := m.Group
	number := bilingual.Text{ZH: m.Number, EN: m.Number}
	if rule, err := h.rule(plan.Tonghua(), m.Statement); err == nil {
		if asked, err := measure(rule).Asks(h.asOf); err == nil {
			if amount, err := quantity.ParseAmount(m.Number, unitOfMore(asked[0])); err == nil {
				number = bilingual.Both(amount.In)
			}
		}
	}
	if group != "" {
		group += "："
	}
	zh, en := "再有", " more comply"
	if m.Newcomers {
		zh, en = "新增", " newcomers who comply"
	}
	out := bilingual.Text{ZH: s.Name.ZH + "：" + group + zh + number.ZH + "符合要求", EN: s.Name.EN + ": " + number.EN + en}
	if m.Group != "" {
		out.EN += " in " + m.Group
	}
	return out
}
