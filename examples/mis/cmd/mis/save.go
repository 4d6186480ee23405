package main

import (
	"context"
	"errors"
	"fmt"
	"os"

	"github.com/eduplan/tonghua/examples/mis"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules/verdict"
)

// save saves some fields of a record and says what the rules make of it.
func (p *program) save(ctx context.Context, args []string) (code int, err error) {
	flags := p.flags("save", args)
	date := p.dateFlag(flags)
	staff := flags.String("staff", "", p.say("教职工的JSON文件，如 {\"staff_no\": \"JZG000001\", \"degree\": \"硕士\"}", "a JSON file of a person of the staff, such as {\"staff_no\": \"JZG000001\", \"degree\": \"硕士\"}"))
	pupil := flags.String("pupil", "", p.say("学生的JSON文件，编号为 pupil_no", "a JSON file of a pupil, whose number is pupil_no"))
	school := flags.String("school", "", p.say("学校的JSON文件，编号为 school_code", "a JSON file of a school, whose number is school_code"))
	given, err := p.parse(flags, args, p.database())
	if err != nil {
		return failed, err
	}
	var name, register string
	named := 0
	for table, file := range map[string]string{"staff": *staff, "pupils": *pupil, "schools": *school} {
		if file != "" {
			name, register = file, table
			named++
		}
	}
	if named != 1 {
		return failed, errors.New(p.say("-staff、-pupil、-school 要写一个，也只能写一个", "want one of -staff, -pupil and -school"))
	}
	data, err := os.ReadFile(name)
	if err != nil {
		return failed, err
	}
	store, err := mis.Open(ctx, given[0])
	if err != nil {
		return failed, err
	}
	defer func() { err = errors.Join(err, store.Close()) }()
	said, err := store.Amend(ctx, *date, register, data)
	if err != nil {
		return failed, err
	}
	for _, e := range said {
		if e.Role == verdict.OutsideScope || e.Role == verdict.NoMember {
			continue
		}
		if err := p.line(e.In(p.language)); err != nil {
			return failed, err
		}
	}
	return done, nil
}

// history prints what was filed of a statement.
func (p *program) history(ctx context.Context, args []string) (code int, err error) {
	flags := p.flags("history", args)
	county := flags.String("county", "", p.say("县（市、区）的名称；不写为全市", "the name of a county; without it the whole city"))
	given, err := p.parse(flags, args, p.say("条款编号", "STATEMENT"), p.database())
	if err != nil {
		return failed, err
	}
	id := plan.ID(given[0])
	if _, there := plan.Tonghua().Statement(id); !there {
		return failed, fmt.Errorf(p.say("没有条款“%s”；编号见 plan/CATALOGUE.md", "there is no statement %q; plan/CATALOGUE.md has them"), id)
	}
	store, err := mis.Open(ctx, given[1])
	if err != nil {
		return failed, err
	}
	defer func() { err = errors.Join(err, store.Close()) }()
	series, err := store.Series(ctx, id, *county)
	if err != nil {
		return failed, err
	}
	all := series.All()
	if len(all) == 0 {
		return failed, errors.New(p.say("没有保存过这一条的结果；先运行 mis report", "no result of this was filed: run mis report first"))
	}
	for _, r := range all {
		if err := p.line(r.AsOf.In(p.language) + p.say("：", ": ") + r.Verdict(p.language) + p.say("，", ", ") + r.Measured(p.language)); err != nil {
			return failed, err
		}
	}
	if text := series.Text(p.language); text != "" {
		return done, p.line(text)
	}
	return done, nil
}
