package main

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/eduplan/tonghua/examples/mis"
	"github.com/eduplan/tonghua/examples/wholefile"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules/report"
	"github.com/eduplan/tonghua/rules/report/page"
	"github.com/eduplan/tonghua/rules/verdict"
)

// report judges the registers, writes the page and the lists, and files the results.
func (p *program) report(ctx context.Context, args []string) (code int, err error) {
	flags := p.flags("report", args)
	date := p.dateFlag(flags)
	pageName := flags.String("page", "", p.say("网页文件", "the file of the page for a browser"))
	findings := flags.String("findings", "", p.say("未达标记录的清单（CSV文件）", "the file of the list of records that are not as they should be, CSV"))
	faults := flags.String("faults", "", p.say("须更正的数据的清单（CSV文件）", "the file of the list of data to correct, CSV"))
	push := flags.Bool("push", false, p.say("学籍表、空间表由数据库计数", "the database counts pupils and learning spaces"))
	remedies := flags.String("remedies", "", p.say("建立整改台账的条款编号，以逗号分开", "statements of which a ledger of remedies is begun, with commas between"))
	var due quantity.Date
	flags.TextVar(&due, "due", quantity.Date{}, p.say("新列入台账的整改期限", "by when new remedies are due"))
	given, err := p.parse(flags, args, p.database())
	if err != nil {
		return failed, err
	}
	if over := (*wholefile.OverwriteError)(nil); errors.As(wholefile.Overwrites(given, *pageName, *findings, *faults), &over) {
		return failed, errors.New(over.In(p.language))
	}
	o := mis.Options{Date: *date, Language: p.language, Push: *push, Due: due}
	for _, id := range strings.FieldsFunc(*remedies, func(r rune) bool { return r == ',' || r == '，' }) {
		if _, there := plan.Tonghua().Statement(plan.ID(id)); !there {
			return failed, fmt.Errorf(p.say("没有条款“%s”；编号见 plan/CATALOGUE.md", "there is no statement %q; plan/CATALOGUE.md has them"), id)
		}
		o.Remedies = append(o.Remedies, plan.ID(id))
	}
	store, err := mis.Open(ctx, given[0])
	if err != nil {
		return failed, err
	}
	defer func() { err = errors.Join(err, store.Close()) }()

	var files wholefile.Files
	defer files.Abandon()
	to, err := files.Create(*pageName)
	if err != nil {
		return failed, err
	}
	if o.Findings, err = files.Create(*findings); err != nil {
		return failed, err
	}
	if o.Faults, err = files.Create(*faults); err != nil {
		return failed, err
	}
	progress := p.progress()
	o.Progress = progress.tell
	made, err := store.Report(ctx, o)
	progress.end()
	if err != nil {
		return failed, err
	}
	if to != nil {
		history, err := store.Earlier(ctx, o.Date)
		if err != nil {
			return failed, err
		}
		if err := page.Write(to, made.Page, page.Options{Language: p.language, History: history}); err != nil {
			return failed, err
		}
	}
	if err := files.End(); err != nil {
		return failed, err
	}
	if err := store.SaveReport(ctx, made); err != nil {
		return failed, err
	}
	if err := files.Finish(); err != nil {
		return failed, err
	}
	return p.summary(made, *pageName, *findings, *faults)
}

// summary prints what came of a report, and returns the code for it.
func (p *program) summary(made *mis.Report, written ...string) (int, error) {
	lines := append([]string{made.Page.Heading(p.language)}, made.Page.Preface(p.language)...)
	for _, e := range made.Excepted {
		lines = append(lines, e.Text(p.language))
	}
	if open := made.Remedies.Open(); len(open) > 0 {
		lines = append(lines, fmt.Sprintf(p.say("整改台账：未销号%d条", "ledger of remedies: %d open"), len(open)))
	}
	for _, name := range written {
		if name != "" {
			lines = append(lines, p.say("已写入 ", "written: ")+name)
		}
	}
	for _, line := range lines {
		for i, part := range report.Wrapped(line, report.DefaultWidth-2) {
			if i > 0 {
				part = "  " + part
			}
			if err := p.line(part); err != nil {
				return failed, err
			}
		}
	}
	for row := range made.Page.All() {
		if r := row.Result; r != nil && r.Outcome == verdict.NotMet && (r.Due == verdict.Past || r.Due == verdict.Standing) {
			return unmet, nil
		}
	}
	return done, nil
}
