package main

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"

	"github.com/urfave/cli/v3"

	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules"
	"github.com/eduplan/tonghua/rules/tonghua"
)

func (p *program) needs() *cli.Command {
	return &cli.Command{
		Name:  "needs",
		Usage: p.say("现有字段能回答哪些条款，还缺什么", "which statements the fields at hand can answer, and what is lacking"),
		Description: p.say("用 -have 写明手头有哪些字段，用逗号隔开：teacher.education、education（只有一个对象有这个字段时）或中文名称“学历”都可以。程序说明哪些条款可以计算、哪些只能计算一部分、哪些要凭佐证认定、哪些还缺字段，以及先补哪些字段最有用。",
			"-have names the fields at hand, separated by commas: teacher.education, or education where one subject alone has it. It says which statements can be computed in full, in part or by evidence alone, which lack fields, and which further fields help most."),
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "have", Usage: p.say("现有的字段，用逗号隔开", "the fields at hand, separated by commas")},
			&cli.BoolFlag{Name: "all", Usage: p.say("逐条列出各条款及所缺字段", "list each statement with what it lacks")},
			&cli.StringFlag{Name: "as", Value: "text", Usage: p.say("输出形式：text（文字）或 json", "form of the output: text or json")},
		},
		Metadata: examples("tonghua needs -have teacher.stage,teacher.education,training_hours", "tonghua needs -have "+p.say("教师.任教学段,教师.学历", "teacher.stage,teacher.education")+" -all"),
		Action: func(_ context.Context, c *cli.Command) error {
			if _, err := p.arguments(c, 0, 0); err != nil {
				return err
			}
			if err := p.oneOf("as", c.String("as"), "text", "json"); err != nil {
				return err
			}
			if !c.IsSet("have") {
				return p.fails("要用 -have 写明现有的字段，如 -have teacher.stage,teacher.education；某条规则读取哪些字段：tonghua rule 编号",
					"name the fields at hand: -have teacher.stage,teacher.education; the fields that a rule reads: tonghua rule ID")
			}
			held, err := p.held(c.String("have"))
			if err != nil {
				return err
			}
			coverage, err := rules.Cover(tonghua.All(), held...)
			if err != nil {
				return err
			}
			if c.String("as") == "json" {
				return p.json(coverage)
			}
			p.coverage(coverage, c.Bool("all"))
			return nil
		},
		ShellComplete: p.completes(nil),
	}
}

// held finds the fields that a list names.
func (p *program) held(list string) (held []rules.FieldName, err error) {
	for name := range strings.FieldsFuncSeq(list, func(r rune) bool { return r == ',' || r == '，' }) {
		if strings.TrimSpace(name) == "" {
			continue
		}
		fields := called(name)
		switch len(fields) {
		case 0:
			return nil, p.noField(strings.TrimSpace(name))
		case 1:
			held = append(held, fields[0].name())
		default:
			var names []string
			for _, f := range fields {
				names = append(names, f.name().String())
			}
			return nil, p.fails("“"+name+"”不止一个对象有，请写明是哪个："+strings.Join(names, "、"), "“"+name+"” is a field of several subjects: write "+strings.Join(names, " or "))
		}
	}
	return held, nil
}

// coverage says how far the fields reach; on request statement by statement.
func (p *program) coverage(c rules.Coverage, each bool) {
	for line := range strings.Lines(c.Text(p.language)) {
		p.put(strings.TrimSpace(line))
	}
	if !each {
		p.put(p.say("逐条列出：加 -all", "Statement by statement: add -all"))
		return
	}
	lacking := map[plan.ID][]rules.FieldName{}
	var ids []plan.ID
	for _, lack := range c.Lacking {
		lacking[lack.Statement] = lack.Missing
		ids = append(ids, lack.Statement)
	}
	for _, part := range []struct {
		heading string
		ids     []plan.ID
	}{
		{p.say("可全部计算", "computed in full"), c.Answered}, {p.say("可计算一部分", "computed in part"), c.Partly},
		{p.say("缺字段", "lacking fields"), ids}, {p.say("凭佐证认定", "answered by evidence"), c.Evidence},
	} {
		var lines []string
		for _, id := range part.ids {
			text := p.statementLine(id)
			for i, f := range lacking[id] {
				text += map[bool]string{true: p.say("，缺 ", ", lacks "), false: p.say("、", ", ")}[i == 0] + p.keyed(f)
			}
			lines = append(lines, text)
		}
		p.list(part.heading+p.aside(fmt.Sprint(len(part.ids))), lines)
	}
}

// statementLine names a statement on one line.
func (p *program) statementLine(id plan.ID) string {
	s, ok := plan.Tonghua().Statement(id)
	if !ok {
		return string(id)
	}
	return string(id) + p.say("　", "  ") + s.Name.In(p.language) + p.aside(s.Citation(p.language))
}

// json writes a value as data.
func (p *program) json(v any) error {
	data, err := json.MarshalIndent(v, "", "  ")
	if err != nil {
		return err
	}
	return p.write("", append(data, '\n'))
}
