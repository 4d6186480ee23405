package page

import (
	"bufio"
	_ "embed"
	"html/template"
	"io"
	"sync"

	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules/report"
	"github.com/eduplan/tonghua/rules/verdict"
)

// Options say how a page is written. The zero value writes Chinese.
type Options struct {
	Language bilingual.Language
	// Group is what each group is, in the singular, such as 学校 and school; counties if it is zero.
	Group bilingual.Text
	// Whole is what all groups are together; the city if it is zero.
	Whole bilingual.Text
	// Source says what the report rests on, in the language of the page: files, numbers of records.
	Source string
	// History has the results of earlier dates by statement, for the board.
	History map[plan.ID]verdict.Series
	// Link gives the address of a statement's own page; without it names link to the
	// statement on this one.
	Link func(plan.ID) string
	// LinkGroup gives the address of a group's page by its name; without it, or for "", names
	// of groups link to nothing.
	LinkGroup func(name string) string
	// Back is the address of the whole report, for a statement's own page.
	Back string
}

//go:embed page.html
var pageText string

//go:embed style.css
var style string

// templates are read when the first page is written.
var templates = sync.OnceValue(func() *template.Template {
	return template.Must(template.New("page").Funcs(template.FuncMap{
		"columns": func(counties int) int { return counties + 2 },
	}).Parse(pageText))
})

// Write writes a report as one page.
func Write(w io.Writer, r *report.Report, o Options) error {
	if r == nil {
		return errNoReport
	}
	return execute(w, "report", newView(r, o))
}

// WriteStatement writes a statement of a report as a page of its own: its clause, what it
// asks, the calculation, its history, the counties. A statement that the report does not
// have is an error.
func WriteStatement(w io.Writer, r *report.Report, id plan.ID, o Options) error {
	if r == nil {
		return errNoReport
	}
	if row := r.Row(id); row != nil {
		return execute(w, "statement-page", newStatementView(r, row, o))
	}
	return noStatement(id)
}

func execute(w io.Writer, name string, data any) error {
	out := bufio.NewWriterSize(w, 1<<16)
	if err := templates().ExecuteTemplate(out, name, data); err != nil {
		return err
	}
	return out.Flush()
}
