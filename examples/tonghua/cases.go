package main

import (
	"bytes"
	"context"

	"github.com/urfave/cli/v3"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules/rulestest"
)

func (p *program) cases() *cli.Command {
	return &cli.Command{
		Name: "cases", ArgsUsage: p.say("规则编号", "RULE"),
		Usage: p.say("导出一条规则的边界测试用例", "write the boundary cases of a rule"),
		Description: p.say("导出结论会改变之处的测试用例：每个界限之前、恰好和之后，空表，未知和无效的数据，期限前后的日期，各带应有的结论。文件为 CSV，可用电子表格打开，也可供其他软件用来测试自己的实现。",
			"It writes the cases at which the verdict changes: before, at and after each figure, empty registers, unknown and invalid data, the days around the deadline, each with the verdict that it must have. The file is a CSV that a spreadsheet opens, and by which other software can be tested."),
		Flags:    []cli.Flag{&cli.StringFlag{Name: "o", Usage: p.say("写入这个文件；不写则输出到屏幕", "the file to write; without it the output is the screen")}},
		Metadata: examples("tonghua cases senior-master", "tonghua cases senior-master -o senior-master.csv"),
		Action: func(_ context.Context, c *cli.Command) error {
			given, err := p.arguments(c, 1, 1)
			if err != nil {
				return err
			}
			data, err := p.casesOf(given[0])
			if err != nil {
				return err
			}
			return p.write(c.String("o"), data)
		},
		ShellComplete: p.completes(p.offerRules(false)),
	}
}

// casesOf returns the scenario file of a rule.
func (p *program) casesOf(id string) ([]byte, error) {
	s, v, err := p.statement(id)
	switch {
	case err != nil:
		return nil, err
	case v == nil:
		return nil, p.fails(id+" 这项内容不提要求，没有规则，也没有用例", id+" demands nothing: there is no rule and no case")
	case v.Form() == indicators.EvidenceForm:
		return nil, p.fails(id+" 凭佐证认定，没有计算用例；可作佐证的有："+v.Measures(p.language), id+" is answered by evidence and has no cases to compute; accepted are: "+v.Measures(p.language))
	}
	about, _ := subjectOf(v.SubjectKey())
	return about.cases(s.ID)
}

func (o of[R]) cases(id plan.ID) ([]byte, error) {
	one, err := o.set().Only(id)
	if err != nil {
		return nil, err
	}
	var file bytes.Buffer
	for _, rule := range one {
		cases, err := rulestest.Boundaries(rule)
		if err != nil {
			return nil, err
		}
		if err := rulestest.WriteCases(&file, cases...); err != nil {
			return nil, err
		}
	}
	return file.Bytes(), nil
}
