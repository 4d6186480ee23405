package main

import (
	"io"
	"os"
	"path"
	"path/filepath"
	"strings"

	"github.com/eduplan/tonghua/examples/city/registers"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules/report"
	"github.com/eduplan/tonghua/rules/report/page"
	"github.com/eduplan/tonghua/rules/verdict"
)

// writePages writes the report as a page. Into a file beside it come the pages of the
// statements, in a folder of the file's name: city.html and city/senior-master.html.
func writePages(out io.Writer, r *report.Report, s settings) error {
	history, err := earlier(s)
	if err != nil {
		return err
	}
	o := page.Options{Language: s.language, History: history}
	if s.file == "" {
		return page.Write(out, r, o)
	}
	folder := strings.TrimSuffix(s.file, filepath.Ext(s.file))
	if folder == s.file {
		folder += "-pages"
	}
	o.Link = func(id plan.ID) string { return path.Join(filepath.Base(folder), string(id)+".html") }
	err = written(s.file, func(w io.Writer) error { return page.Write(w, r, o) })
	if err != nil {
		return err
	}
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	o.Link, o.Back = nil, "../"+filepath.Base(s.file)
	for row := range r.All() {
		err := written(filepath.Join(folder, string(row.Statement)+".html"), func(w io.Writer) error {
			return page.WriteStatement(w, r, row.Statement, o)
		})
		if err != nil {
			return err
		}
	}
	return nil
}

func written(name string, write func(io.Writer) error) error {
	file, err := os.Create(name)
	if err != nil {
		return err
	}
	if err := write(file); err != nil {
		_ = file.Close() // the first error counts
		return err
	}
	return file.Close()
}

// earlier judges the generated registers of the years before, for the board.
func earlier(s settings) (map[plan.ID]verdict.Series, error) {
	history := map[plan.ID]verdict.Series{}
	results := map[plan.ID][]verdict.Result{}
	for year := registers.FirstYear; year < s.year; year++ {
		v, err := generated(year)
		if err != nil {
			return nil, err
		}
		for _, set := range v.Whole {
			for _, r := range set.Rules {
				results[r.Statement] = append(results[r.Statement], r)
			}
		}
	}
	for id, list := range results {
		series, err := verdict.NewSeries(list...)
		if err != nil {
			return nil, err
		}
		history[id] = series
	}
	return history, nil
}
