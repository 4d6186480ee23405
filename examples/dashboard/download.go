package dashboard

import (
	"bytes"
	"context"
	"encoding/csv"
	"encoding/json"
	"io"
	"maps"
	"mime"
	"slices"
	"strings"

	"github.com/eduplan/tonghua/examples/mis"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules/report"
	"github.com/eduplan/tonghua/rules/report/page"
	"github.com/eduplan/tonghua/rules/verdict"
)

// offered is a file that can be downloaded.
type offered struct {
	kind  string
	name  bilingual.Text // of the file, without its ending
	write func(*visit, io.Writer) error
}

// downloads are the files by the last part of their address.
var downloads = map[string]offered{
	"report.html": {"text/html; charset=utf-8", bilingual.Text{ZH: "通化教育规划", EN: "education-plan"}, func(v *visit, w io.Writer) error {
		return page.Write(w, v.state.made.Page, page.Options{Language: v.l, History: v.state.earlier})
	}},
	"report.txt": {"text/plain; charset=utf-8", bilingual.Text{ZH: "通化教育规划", EN: "education-plan"}, func(v *visit, w io.Writer) error {
		return v.state.made.Page.WriteText(w, report.Options{Language: v.l, All: true, Ahead: 90})
	}},
	"report.json": {"application/json", bilingual.Text{ZH: "通化教育规划", EN: "education-plan"}, func(v *visit, w io.Writer) error {
		return json.NewEncoder(w).Encode(v.state.made.Page)
	}},
	"statements.csv": {"text/csv; charset=utf-8", bilingual.Text{ZH: "逐条结论", EN: "statements"}, (*visit).writeStatements},
	"history.csv": {"text/csv; charset=utf-8", bilingual.Text{ZH: "历年结果", EN: "history"}, func(v *visit, w io.Writer) error {
		var list []verdict.Series
		for _, id := range slices.Sorted(maps.Keys(v.state.earlier)) {
			all := v.state.earlier[id].All()
			if now, there := v.state.made.Page.Of(id); there && now.AsOf.After(all[len(all)-1].AsOf) {
				all = append(all, now)
			}
			series, err := verdict.NewSeries(all...)
			if err != nil { // of several thresholds
				series = v.state.earlier[id]
			}
			list = append(list, series)
		}
		return verdict.WriteSeries(w, v.l, list...)
	}},
	"calendar.ics": {"text/calendar; charset=utf-8", bilingual.Text{ZH: "结论变化", EN: "verdicts"}, func(v *visit, w io.Writer) error {
		turns, err := v.state.made.Turns(after(v.state.made.Page.Date, 366))
		if err != nil {
			return err
		}
		return verdict.WriteCalendar(w, v.l, turns)
	}},
	"ledger.csv": {"text/csv; charset=utf-8", bilingual.Text{ZH: "整改台账", EN: "remedies"}, (*visit).writeLedger},
}

// download sends a file.
func (s *Server) download(v *visit) error {
	file := v.r.PathValue("file")
	one, there := downloads[file]
	if !there {
		return notFound
	}
	var out bytes.Buffer
	if err := one.write(v, &out); err != nil {
		return err
	}
	return v.file(one.kind, one.name.In(v.l)+file[strings.LastIndexByte(file, '.'):], out.Bytes())
}

// file sends a file that is whole.
func (v *visit) file(kind, name string, data []byte) error {
	h := v.w.Header()
	h.Set("Content-Type", kind)
	h.Set("Content-Disposition", mime.FormatMediaType("attachment", map[string]string{"filename": name}))
	h.Set("Cache-Control", "no-store")
	_, _ = v.w.Write(data) // a visitor who has left needs no answer
	return nil
}

// downloadFindings sends the findings on a statement.
func (s *Server) downloadFindings(v *visit) error {
	name, is := strings.CutSuffix(v.r.PathValue("file"), ".csv")
	row := v.state.made.Page.Row(plan.ID(name))
	if !is || row == nil {
		return notFound
	}
	if mis.OfPersons(row.Statement) && !v.holder {
		return holders
	}
	q := v.r.URL.Query()
	var out bytes.Buffer
	if err := v.lookup(func(ctx context.Context) error {
		return s.store.WriteFindings(ctx, &out, mis.FindingQuery{Date: s.options.Date, Language: v.l, Statement: row.Statement, County: q.Get("county"), School: q.Get("school")})
	}); err != nil {
		return err
	}
	return v.file("text/csv; charset=utf-8", row.Name.In(v.l)+".csv", out.Bytes())
}

// table writes a table as CSV that a spreadsheet opens and computes nothing in.
func table(w io.Writer, rows [][]string) error {
	if _, err := io.WriteString(w, "\ufeff"); err != nil {
		return err
	}
	out := csv.NewWriter(w)
	for _, row := range rows {
		for i := range row {
			row[i] = bilingual.Inert(row[i])
		}
		if err := out.Write(row); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

// writeStatements writes the list that the parameters of the address choose.
func (v *visit) writeStatements(w io.Writer) error {
	t := v.state.made.Page.Table(report.Options{Language: v.l, All: true})
	rows := [][]string{slices.Clone(t.Columns)}
	chosen := map[plan.ID]bool{}
	list := v.listing(v.state.in(v.l).items()).Items
	for _, one := range list {
		chosen[one.ID] = true
	}
	byID := map[plan.ID][][]string{}
	for row := range v.state.made.Page.All() {
		if chosen[row.Statement] {
			for _, line := range row.Lines(v.l) {
				byID[row.Statement] = append(byID[row.Statement], slices.Clone(line.Cells[:]))
			}
		}
	}
	for _, one := range list {
		rows = append(rows, byID[one.ID]...)
	}
	return table(w, rows)
}

// writeLedger writes the ledger; numbers of persons are in it for holders of the token.
func (v *visit) writeLedger(w io.Writer) error {
	rows := [][]string{{v.l.Pick("条款", "Clause"), v.l.Pick("事项", "Statement"), v.l.Pick("记录", "Record"), v.l.Pick("责任单位", "Who answers"), v.l.Pick("发现日期", "Opened"),
		v.l.Pick("整改期限", "Due"), v.l.Pick("最近数据日期", "Last seen"), v.l.Pick("当时状况", "State then"), v.l.Pick("销号日期", "Closed")}}
	for _, r := range v.state.made.Remedies {
		key := r.Key
		if mis.OfPersons(r.Statement) && !v.holder {
			key = ""
		}
		rows = append(rows, []string{r.Citation.In(v.l), r.Name.In(v.l), key, r.Answers, known(r.Opened), known(r.Due), known(r.Seen), r.State.In(v.l), known(r.Closed)})
	}
	return table(w, rows)
}
