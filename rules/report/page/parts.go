package page

import (
	"errors"
	"fmt"
	"html/template"
	"strings"

	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules/report"
)

// Parts are the parts of a report's page, for a program that has pages of its own. A part
// that has nothing to say is empty. They need the style of [Style], and no style inside
// them, no script and no address but those of [Options].
type Parts struct {
	Overview template.HTML // how many statements have which verdict, in all and by on whom they fall
	Board    template.HTML // targets with their history and the projected day
	Grid     template.HTML // counties and statements
	Ahead    template.HTML // what falls due within 90 days, and what is behind
	Notes    template.HTML // what is odd in the text of the plan
}

// Style is the style sheet of a page and of its parts.
func Style() string { return style }

// NewParts writes the parts of a report.
func NewParts(r *report.Report, o Options) (p Parts, err error) {
	if r == nil {
		return Parts{}, errNoReport
	}
	v := newParts(r, o)
	for _, one := range []struct {
		name string
		to   *template.HTML
	}{{"overview", &p.Overview}, {"board", &p.Board}, {"grid", &p.Grid}, {"ahead", &p.Ahead}, {"notes", &p.Notes}} {
		if *one.to, err = fragment(one.name, v); err != nil {
			return Parts{}, err
		}
	}
	return p, nil
}

// Statement writes what [WriteStatement] has between its head and its foot. A statement that
// the report does not have is an error.
func Statement(r *report.Report, id plan.ID, o Options) (template.HTML, error) {
	if r == nil {
		return "", errNoReport
	}
	row := r.Row(id)
	if row == nil {
		return "", noStatement(id)
	}
	return fragment("article", wholeArticleOf(row, o))
}

// fragment writes one template.
func fragment(name string, data any) (template.HTML, error) {
	var out strings.Builder
	err := templates().ExecuteTemplate(&out, name, data)
	return template.HTML(strings.TrimSpace(out.String())), err
}

var errNoReport = errors.New("page: no report")

func noStatement(id plan.ID) error { return fmt.Errorf("page: the report has no statement %q", id) }
