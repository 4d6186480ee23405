package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"path/filepath"
	"slices"
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
func (p *program) form(k checking, r *report.Report, read importer.Report) ([]byte, error) {
	var out bytes.Buffer
	var err error
	switch k.as {
	case "page":
		err = page.Write(&out, r, page.Options{Language: p.language, Group: k.group, Whole: wholes[k.of], Source: p.source(k, read)})
	case "json":
		encoder := json.NewEncoder(&out)
		encoder.SetIndent("", "  ")
		encoder.SetEscapeHTML(false)
		err = encoder.Encode(r)
	case "csv":
		err = p.spreadsheet(&out, r, k.all)
	default:
		fmt.Fprintln(&out, p.source(k, read))
		err = r.WriteText(&out, report.Options{Language: p.language, All: k.all, Only: k.show})
	}
	return out.Bytes(), err
}

// wholes are what the groups of a register are together.
var wholes = map[plan.Bearer]bilingual.Text{plan.County: {ZH: "全县（市、区）", EN: "county"}, plan.School: {ZH: "全校", EN: "school"}}

// source says what a report rests on: a printed one has nothing else that says it.
func (p *program) source(k checking, read importer.Report) string {
	names := make([]string, len(k.files))
	for i, name := range k.files {
		names[i] = bilingual.Plain(filepath.Base(name))
	}
	return p.say(fmt.Sprintf("数据来源：%s，%s，%d条记录，其中%d条有无法读取的内容；数据属于：%s", strings.Join(names, "、"), k.subject.view().Label().ZH, read.Rows, read.Refused, k.of.In(p.language)),
		fmt.Sprintf("data: %s, %s; records: %d, of which with cells that cannot be read: %d; register of: %s", strings.Join(names, ", "), k.subject.view().Label().EN, read.Rows, read.Refused, k.of.In(p.language)))
}

// spreadsheet writes a report as CSV, one line a statement and one a group below it. The
// key of the statement and that of the outcome are for programs.
func (p *program) spreadsheet(w io.Writer, r *report.Report, all bool) error {
	headings := []bilingual.Text{{ZH: "规则编号", EN: "rule"}, {ZH: "组", EN: "group"}, {ZH: "结果代码", EN: "outcome"}}
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
				line.Cells[report.NameCell], line.Cells[report.CitationCell] = row.Name.In(p.language), row.Citation.In(p.language)
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
	p.tell(k, p.say("存档的数字摘要（请另行记下，日后用 verify -digest 核对）：", "digest of the archive (note it elsewhere, for verify -digest): ")+kept.Digest()+"\n")
	return p.write(k.archive, data)
}

// findings begins the list of records that do not keep a duty, with where each stands.
func (p *program) findings(w io.Writer) *bilingual.Spreadsheet {
	headings := []bilingual.Text{{ZH: "文件", EN: "file"}, {ZH: "工作表", EN: "sheet"}, {ZH: "行", EN: "row"}, {ZH: "记录编号", EN: "record"}, {ZH: "组", EN: "group"}}
	for i, name := range rules.FindingColumns(bilingual.Chinese) {
		headings = append(headings, bilingual.Text{ZH: name, EN: rules.FindingColumns(bilingual.English)[i]})
	}
	return bilingual.NewSpreadsheet(w, p.language, headings...)
}

// askSubject refuses tables that look like those of another subject: one of which they have
// three times the columns.
func (p *program) askSubject(k checking, files []importer.File) error {
	for _, f := range files {
		for _, s := range f.Sheets {
			var headers []string
			for _, c := range s.Columns {
				headers = append(headers, c.Header)
			}
			known := k.subject.fits(headers)
			for _, other := range all {
				if n := other.fits(headers); s.Left == 0 && n >= 3 && n >= 3*known {
					return &ending{badData, p.say(
						fmt.Sprintf("%s像是“%s”的表（识别%d列），按“%s”只识别%d列：请核对 -subject，或用 -subject %s", bilingual.Plain(f.Name), other.view().Label().ZH, n, k.subject.view().Label().ZH, known, other.view().Key()),
						fmt.Sprintf("%s looks like a table of %s (%d columns are known), of %s only %d: check -subject, perhaps %s", bilingual.Plain(f.Name), other.view().Label().EN, n, k.subject.view().Label().EN, known, other.view().Key()))}
				}
			}
		}
	}
	return nil
}

// extensions refuses names of files that promise another form than they will have.
func (p *program) extensions(k checking) error {
	for _, one := range []struct {
		name, option string
		forms        []string
	}{{k.refused, "refused", []string{".xlsx", ".csv"}}, {k.findings, "findings", []string{".csv"}}, {k.archive, "archive", []string{".json"}}} {
		if ext := strings.ToLower(filepath.Ext(one.name)); one.name != "" && !slices.Contains(one.forms, ext) {
			return p.fails("-"+one.option+" 的文件名应以 "+strings.Join(one.forms, " 或 ")+" 结尾："+one.name,
				"the name of the file of -"+one.option+" ends in "+strings.Join(one.forms, " or ")+": "+one.name)
		}
	}
	if ext := strings.ToLower(filepath.Ext(k.to)); ext == ".xlsx" || ext == ".xls" {
		return p.fails("结论不能写成Excel工作簿，可用 -as csv -o 结论.csv，Excel能打开", "verdicts are not written as a workbook: take -as csv -o verdicts.csv, which Excel opens")
	}
	return nil
}
