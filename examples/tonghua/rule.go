package main

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/urfave/cli/v3"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules"
	"github.com/eduplan/tonghua/rules/tonghua"
)

// evidenceKey is the subject of the rules that evidence answers.
const evidenceKey = "evidence"

func (p *program) rule() *cli.Command {
	return &cli.Command{
		Name: "rule", ArgsUsage: p.say("[规则编号]", "[RULE]"),
		Usage: p.say("查看一条规则，或列出全部规则", "show a rule, or list all"),
		Description: p.say("写明规则编号，就显示这条规则的要求、条款、期限、数字出处、读取的字段、不同理解、参数和可作佐证的材料；不写编号，就列出全部规则。",
			"With the ID of a rule it shows what is demanded, by which clause and by when, where the figures come from, which fields are read, the readings, the parameters and the evidence accepted; without one it lists all rules."),
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "subject", Usage: p.say("只列某一对象的规则，如 teacher（教师）、evidence（凭佐证认定）", "list the rules on one subject alone, such as teacher, or evidence")},
			&cli.StringFlag{Name: "find", Usage: p.say("只列名称或要求中有这段文字的规则，中英文均可", "list those alone in whose name or demand this text stands, in either language")},
		},
		Metadata: examples("tonghua rule senior-master", "tonghua rule", "tonghua rule -subject teacher", p.say("tonghua rule -find 培训", "tonghua rule -find training")),
		Action: func(_ context.Context, c *cli.Command) error {
			given, err := p.arguments(c, 0, 1)
			switch {
			case err != nil:
				return err
			case len(given) == 0:
				return p.listRules(c.String("subject"), c.String("find"))
			case c.IsSet("subject") || c.IsSet("find"):
				return p.fails("写明了规则编号，就不能再用 -subject 和 -find", "-subject and -find are for the list: leave them out, or the rule")
			}
			s, v, err := p.statement(given[0])
			if err == nil {
				p.showRule(s, v)
			}
			return err
		},
		ShellComplete: p.completes(p.offerRules(true)),
	}
}

// statement finds a statement by its ID, with its rule if it has one.
func (p *program) statement(id string) (*plan.Statement, rules.View, error) {
	s, ok := plan.Tonghua().Statement(plan.ID(id))
	for one := range plan.Tonghua().All() { // by the name that reports print
		if !ok && (one.Name.ZH == id || one.Name.EN == id) {
			s, ok = one, true
		}
	}
	if !ok {
		var ids []string
		for s := range plan.Tonghua().All() {
			ids = append(ids, string(s.ID))
		}
		return nil, nil, fmt.Errorf("%s%s%s", p.say("没有规则“"+id+"”", "no rule “"+id+"”"), p.perhaps("", nearest(id, ids)),
			p.say("；全部规则：tonghua rule", "; all rules: tonghua rule"))
	}
	for _, v := range tonghua.All() {
		if v.ID() == s.ID {
			return s, v, nil
		}
	}
	return s, nil, nil
}

func (p *program) listRules(subject, text string) error {
	names := map[string]string{evidenceKey: p.say("凭佐证认定", "evidence")}
	for _, s := range all {
		names[s.view().Key()] = s.view().Label().In(p.language)
	}
	if subject != "" && names[subject] == "" {
		s, ok := subjectOf(subject)
		if !ok {
			return p.noSubject(subject, evidenceKey)
		}
		subject = s.view().Key()
	}
	list := slices.DeleteFunc(tonghua.All(), func(v rules.View) bool {
		return subject != "" && v.SubjectKey() != subject || !mentions(v.Statement(), text)
	})
	wide := 0
	for _, v := range list {
		wide = max(wide, len(v.ID()))
	}
	for _, v := range list {
		s := v.Statement()
		fmt.Fprintf(p.out, "%-*s  %s%s\n", wide, s.ID, s.Name.In(p.language), p.aside(s.Citation(p.language)+p.say("，", "; ")+names[v.SubjectKey()]))
	}
	p.put(p.say(fmt.Sprintf("共%d条规则；看其中一条：tonghua rule 编号", len(list)), fmt.Sprintf("%d rules; to see one: tonghua rule ID", len(list))))
	return nil
}

// mentions reports whether a text stands in what is said of a statement.
func mentions(s *plan.Statement, text string) bool {
	_, demand := s.Decides()
	text = strings.ToLower(strings.TrimSpace(text))
	for _, said := range []string{string(s.ID), s.Name.ZH, s.Name.EN, demand.ZH, demand.EN} {
		if strings.Contains(strings.ToLower(said), text) {
			return true
		}
	}
	return false
}

// showRule says all that is to be said of a statement and its rule.
func (p *program) showRule(s *plan.Statement, v rules.View) {
	l := p.language
	decides, demand := s.Decides()
	p.put(s.Name.In(l) + p.aside(string(s.ID)))
	p.line(p.say("条款", "clause"), s.Citation(l)+p.say("，原文用语“"+s.Term+"”", ", where the text says “"+s.Term+"”"))
	if demand.IsZero() {
		p.line(p.say("内容", "says"), s.Describe().In(l))
	}
	p.line(p.say("要求", "required"), demand.In(l))
	p.line(p.say("类型", "kind"), s.Kind.In(l))
	strength := s.Modality.Strength(s.Gradually, l)
	if s.ModalityOrigin.Basis != 0 {
		strength += p.aside(s.ModalityOrigin.In(l))
	}
	p.line(p.say("约束力", "strength"), strength)
	if s.Bearer != plan.Nobody {
		p.line(p.say("判定对象", "falls on"), s.Bearer.In(l))
	}
	p.line(p.say("期限", "due"), s.Deadline.In(l))
	p.list(p.say("数字出处", "where the figures come from"), plan.Origins(s.Deciding(decides), l))
	p.line(p.say("如何认定", "how it is answered"), s.Evaluable.In(l))
	p.line(p.say("说明", "note"), s.Note.In(l))
	switch {
	case v == nil:
		p.line(p.say("规则", "rule"), p.say("没有，这项内容不提要求", "none: nothing is demanded here"))
	case v.Form() != indicators.EvidenceForm:
		p.measured(s, v)
	}
	p.figures(s)
	p.readings(s)
	p.components(s)
	var odd []string
	for a := range plan.Tonghua().AnomaliesOf(s.ID) {
		odd = append(odd, a.In(l))
	}
	p.list(p.say("原文存疑之处", "what is odd in the text"), odd)
}

// measured says what a rule counts, and which fields it reads for it.
func (p *program) measured(s *plan.Statement, v rules.View) {
	p.line(p.say("计量形式", "form"), v.Form().In(p.language))
	p.line(p.say("计量内容", "measured"), v.Measures(p.language))
	if m := s.Partly; !m.IsZero() {
		p.line(p.say("只计量一部分", "measured in part"), m.Covers.In(p.language)+p.say("；", "; ")+m.Bias.In(p.language))
	}
	about, known := subjectOf(v.SubjectKey())
	if !known {
		return
	}
	var lines []string
	for _, n := range v.Needs() {
		lines = append(lines, n.Label.In(p.language)+p.aside(n.Field+p.say("，", ", ")+n.Use.In(p.language))+p.say("：", ": ")+about.expected(n.Field).In(p.language))
	}
	p.list(p.say("读取的字段", "fields read")+p.aside(p.say("对象：", "subject: ")+about.view().Label().In(p.language)+p.say("，", ", ")+v.SubjectKey()), lines)
}

// figures lists the numbers beside the thresholds, and what the plan leaves to others.
func (p *program) figures(s *plan.Statement) {
	l := p.language
	var beside, left []string
	for _, f := range append([]plan.Figure{s.Baseline}, s.Figures...) {
		if !f.IsZero() {
			text := f.Name.In(l) + p.say("：", ": ") + f.Comparator.In(l) + p.say("", " ") + f.Amount.In(l)
			if f.On.Known() {
				text += p.say("，", ", ") + f.On.In(l)
			}
			beside = append(beside, text+p.aside(f.Origin.In(l)))
		}
	}
	for _, one := range s.Parameters {
		if one.Amount.IsZero() {
			left = append(left, one.Name.In(l)+p.aside(one.Key)+p.say("：未设定，设定之前凡用到它的都无法判定", ": not set; until it is, whatever needs it is undetermined"))
			continue
		}
		left = append(left, one.Name.In(l)+p.aside(one.Key)+p.say("：", ": ")+one.Amount.In(l)+p.aside(one.Origin.In(l)))
	}
	p.list(p.say("其他数字", "other figures"), beside)
	p.list(p.say("文中没有写明的参数", "parameters that the text leaves open"), left)
}

func (p *program) readings(s *plan.Statement) {
	l := p.language
	var lines []string
	for _, r := range s.Readings {
		text := r.Name.In(l) + p.aside(r.Key)
		if r.Decides {
			text = p.say("【以此为准】", "[decides] ") + text
		}
		if !r.Demand.IsZero() || !r.Each.IsZero() || !r.Population.IsZero() {
			text += p.say("：", ": ") + s.DemandUnder(r).In(l)
		}
		stop := p.say("。", ". ")
		for _, why := range []string{r.Why.In(l), r.NotComputed.In(l)} {
			if why != "" {
				text = strings.TrimRight(text, "。. ") + stop + why
			}
		}
		lines = append(lines, strings.TrimSpace(strings.TrimRight(text, "。. ")+stop))
	}
	p.list(p.say("条文的不同理解", "readings of the text"), lines)
}

// components lists what has to be shown, and by which kinds of evidence.
func (p *program) components(s *plan.Statement) {
	l := p.language
	var lines []string
	for i := range s.Components {
		c := &s.Components[i]
		when := c.Needs.In(l)
		if c.Least > 1 {
			when += p.say(fmt.Sprintf("，至少%d份", c.Least), fmt.Sprintf(", %d pieces at least", c.Least))
		}
		lines = append(lines, c.Name.In(l)+p.say("：", ": ")+c.Accepted(l)+p.aside(when))
	}
	p.list(p.say("要逐项证明的事项和可作佐证的材料", "what has to be shown, and what is accepted for it"), lines)
}
