package main

import (
	"bytes"
	"encoding/json"
	"io"
	"strings"

	"github.com/eduplan/tonghua/examples/importer"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules"
	"github.com/eduplan/tonghua/rules/archive"
	"github.com/eduplan/tonghua/rules/report"
	"github.com/eduplan/tonghua/rules/report/page"
	"github.com/eduplan/tonghua/rules/tonghua"
)

// form writes a report in the form that was asked for.
func (p *program) form(k checking, r *report.Report) ([]byte, error) {
	var out bytes.Buffer
	var err error
	switch k.as {
	case "page":
		err = page.Write(&out, r, page.Options{Language: p.language})
	case "json":
		encoder := json.NewEncoder(&out)
		encoder.SetIndent("", "  ")
		encoder.SetEscapeHTML(false)
		err = encoder.Encode(r)
	case "csv":
		err = p.spreadsheet(&out, r, k.all)
	default:
		err = r.WriteText(&out, report.Options{Language: p.language, All: k.all, Only: k.show})
	}
	return out.Bytes(), err
}

// spreadsheet writes a report as CSV, one line a statement and one a group below it. The
// key of the statement and that of the outcome are for programs.
func (p *program) spreadsheet(w io.Writer, r *report.Report, all bool) error {
	headings := []bilingual.Text{{ZH: "规则编号", EN: "rule"}, {ZH: "组", EN: "group"}, {ZH: "结果", EN: "outcome"}}
	for _, name := range r.Table(report.Options{Language: p.language}).Columns {
		headings = append(headings, bilingual.Text{ZH: name, EN: name})
	}
	out := bilingual.NewSpreadsheet(w, p.language, append(headings, bilingual.Text{ZH: "备注", EN: "remarks"})...)
	for row := range r.All() {
		if row.Result == nil && !all {
			continue
		}
		outcome := ""
		if row.Result != nil {
			outcome = row.Result.Outcome.String()
		}
		for _, line := range row.Lines(p.language) {
			group, key := "", outcome
			if line.Group {
				group = strings.TrimSpace(line.Cells[report.NameCell])
				line.Cells[report.NameCell] = row.Name.In(p.language)
				for _, g := range row.Groups {
					if bilingual.Plain(g.Name) == group {
						key = g.Result.Outcome.String()
					}
				}
			}
			cells := append([]string{string(row.Statement), group, key}, line.Cells...)
			if err := out.Row(append(cells, strings.Join(line.Remarks, p.say("；", "; ")))...); err != nil {
				return err
			}
		}
	}
	return out.Flush()
}

// keep writes what was counted, with the report that follows from it, into an archive.
func (p *program) keep(k checking, groups *rules.Groups[string]) error {
	if k.archive == "" {
		return nil
	}
	register, err := groups.Register(func(name string) string { return name })
	if err != nil {
		return err
	}
	kept, err := archive.New(plan.Tonghua(), tonghua.All(), archive.Data{Date: k.date, Registers: []rules.Register{register}})
	if err != nil {
		return err
	}
	data, err := json.Marshal(kept)
	if err != nil {
		return err
	}
	return p.write(k.archive, data)
}

// outputs are files that are written while rows are read. None of them takes its name
// before all are whole.
type outputs struct {
	p     *program
	files []*importer.Output
}

// create begins a file, nothing where none is named.
func (o *outputs) create(name string) (io.Writer, error) {
	if name == "" {
		return nil, nil
	}
	to, err := importer.Create(name)
	if err != nil {
		return nil, o.p.couldNotWrite(name, err)
	}
	o.files = append(o.files, to)
	return to, nil
}

func (o *outputs) finish() error {
	for _, f := range o.files {
		if err := f.Finish(); err != nil {
			return err
		}
	}
	return nil
}

func (o *outputs) abandon() {
	for _, f := range o.files {
		f.Abandon()
	}
}
