package whatif

import (
	"errors"
	"fmt"
	"slices"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/count"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules"
	"github.com/eduplan/tonghua/rules/verdict"
)

// held is a register that was counted, whatever its records are.
type held interface {
	answer(s Scenario) (Answer, error)
	cases(s Scenario) ([]byte, error)
	amount(s *plan.Statement, p plan.Parameter, text string) (quantity.Amount, error)
}

// register holds the mapped records of one subject and what was counted of them.
type register[R indicators.Record[R]] struct {
	set    rules.Set[R] // under the plan as it is
	rows   []kept[R]
	asOf   quantity.Date
	of     plan.Bearer
	each   plan.Bearer
	keyed  bool           // keys stand twice, so that rows of one are one record
	counts rules.Register // with the answers of the scenarios that were counted
	plain  int            // how many answers the plan as it is has
	today  judged
}

// judged are the verdicts of an edition, one a rule.
type judged struct {
	plan   *plan.Plan
	total  []verdict.Result
	groups [][]verdict.Result // by rule, in the order of the register's groups
}

func (j *judged) of(id plan.ID) int {
	return slices.IndexFunc(j.total, func(r verdict.Result) bool { return r.Statement == id })
}

// who names a record: by its key, else by its row.
func (k *kept[R]) who() string {
	if k.Key != "" {
		return k.Key
	}
	return fmt.Sprintf("#%d", k.Number)
}

func newRegister[R indicators.Record[R]](set rules.Set[R], list []kept[R], o Options, keyed, grouped bool) (*register[R], error) {
	h := &register[R]{set: set, rows: list, asOf: o.AsOf, of: o.For, keyed: keyed}
	if grouped {
		h.each = groupings[o.For].are
	}
	var err error
	if h.counts, err = h.count(set); err != nil {
		return nil, err
	}
	h.plain = len(h.counts.Groups[0].Counts.Answers)
	h.today, _, err = h.judge(plan.Tonghua())
	return h, err
}

// panel returns the panel of some rules on the register.
func (h *register[R]) panel(set rules.Set[R]) (*rules.Panel[kept[R], R], error) {
	p, err := rules.NewPanel(func(from *kept[R], to *R) { from.Map(to) }, set...)
	if err != nil {
		return nil, err
	}
	return p.For(h.of).GroupsAre(h.each).Named((*kept[R]).who), nil
}

// count counts the records for some rules.
func (h *register[R]) count(set rules.Set[R]) (rules.Register, error) {
	p, err := h.panel(set)
	if err != nil {
		return rules.Register{}, err
	}
	if h.keyed {
		p = p.Keyed((*kept[R]).who)
	}
	groups, err := rules.EvaluateBy(p, h.asOf, h.rows, func(k *kept[R]) string { return k.group })
	if err != nil {
		return rules.Register{}, err
	}
	return groups.Register(func(name string) string { return name })
}

// judge gives the verdicts under an edition of the plan, and names the statements whose
// rules ask what was not counted yet: of those the records are counted anew.
func (h *register[R]) judge(p *plan.Plan) (j judged, recounted []plan.ID, err error) {
	set := h.set
	if p != plan.Tonghua() {
		if set, err = h.under(p); err != nil {
			return j, nil, err
		}
	}
	panel, err := h.panel(set)
	if err != nil {
		return j, nil, err
	}
	groups, err := panel.Gather(h.counts)
	if errors.Is(err, rules.ErrMismatch) {
		if recounted, err = h.recount(set); err != nil {
			return j, nil, err
		}
		groups, err = panel.Gather(h.counts)
	}
	if err != nil {
		return j, nil, err
	}
	j = judged{plan: p, total: groups.Total().Rules, groups: make([][]verdict.Result, len(set))}
	for _, results := range groups.All() {
		for i, r := range results.Rules {
			j.groups[i] = append(j.groups[i], r)
		}
	}
	return j, recounted, nil
}

// recount counts the records for those rules whose questions the counts do not answer.
func (h *register[R]) recount(set rules.Set[R]) (ids []plan.ID, err error) {
	var stale rules.Set[R]
	for _, rule := range set {
		_, _, err := h.alone(rule, h.counts)
		switch {
		case errors.Is(err, rules.ErrMismatch):
			stale, ids = append(stale, rule), append(ids, rule.ID())
		case err != nil:
			return nil, err
		}
	}
	anew, err := h.count(stale)
	if err != nil {
		return nil, err
	}
	if len(h.counts.Groups[0].Counts.Answers) > 4*h.plain { // scenarios of before make room
		for i := range h.counts.Groups {
			c := &h.counts.Groups[i].Counts
			c.Answers = slices.Clone(c.Answers[:h.plain])
		}
		for i := range h.counts.Overlaps {
			c := &h.counts.Overlaps[i].Counts
			c.Answers = slices.Clone(c.Answers[:h.plain])
		}
	}
	for i, g := range anew.Groups { // the groups of one pass stand in the order of the rows, as those of the other
		join(&h.counts.Groups[i].Counts, g.Counts)
	}
	for i, o := range anew.Overlaps {
		join(&h.counts.Overlaps[i].Counts, o.Counts)
	}
	return ids, nil
}

// alone judges a register by one rule. It does what Rule.JudgeRegister does by a panel of
// its own: whoever calls that method through the interface keeps it, and with it the
// engine, of the rules on all subjects in the program, which doubles what a browser loads.
func (h *register[R]) alone(rule rules.Rule[R], counts rules.Register) (total verdict.Result, groups []verdict.Result, err error) {
	p, err := h.panel(rules.Set[R]{rule})
	if err != nil {
		return total, nil, err
	}
	g, err := p.Gather(counts)
	if err != nil {
		return total, nil, err
	}
	for _, results := range g.All() {
		groups = append(groups, results.Rules[0])
	}
	return g.Total().Rules[0], groups, nil
}

// join adds the answers of another pass over the same records.
func join(to *count.Counts, from count.Counts) {
	to.Answers = append(slices.Clip(to.Answers), from.Answers...)
	for _, f := range from.Fields {
		if !slices.ContainsFunc(to.Fields, func(l count.Lack) bool { return l.Field == f.Field && l.Whole == f.Whole }) {
			to.Fields = append(to.Fields, f)
		}
	}
}

// rule returns the rule on a statement under an edition.
func (h *register[R]) rule(p *plan.Plan, id plan.ID) (rules.Rule[R], error) {
	at := slices.IndexFunc(h.set, func(r rules.Rule[R]) bool { return r.ID() == id })
	if at < 0 {
		return nil, unanswered(id)
	}
	if p == plan.Tonghua() {
		return h.set[at], nil
	}
	rule, err := moved(h.set[at], p)
	if err != nil {
		return nil, because("条款不能这样改动", "the statement cannot be changed so", err)
	}
	return rule, nil
}

// measure returns the measure that a rule is. Its methods are called on it and not through
// the interface, so that a program holds them for the subjects of its registers alone.
func measure[R indicators.Record[R]](rule rules.Rule[R]) rules.Measure[R] {
	switch r := rule.(type) {
	case rules.Duty[R]:
		return r.Measure
	case rules.Measure[R]:
		return r
	}
	return rules.Measure[R]{}
}

// moved binds a rule to another edition of the plan; see [measure].
func moved[R indicators.Record[R]](rule rules.Rule[R], p *plan.Plan) (rules.Rule[R], error) {
	if duty, ok := rule.(rules.Duty[R]); ok {
		return duty.Under(p)
	}
	return measure(rule).Under(p)
}

// under returns the rules under another edition of the plan, without those on statements
// that it has repealed.
func (h *register[R]) under(p *plan.Plan) (set rules.Set[R], err error) {
	for _, rule := range h.set {
		if _, repealed := p.Repealed(rule.ID()); repealed {
			continue
		}
		to, err := moved(rule, p)
		if err != nil {
			return nil, err
		}
		set = append(set, to)
	}
	return set, nil
}
