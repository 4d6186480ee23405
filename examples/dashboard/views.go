package dashboard

import (
	"cmp"
	"context"
	"html/template"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/eduplan/tonghua/examples/mis"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules/report"
	"github.com/eduplan/tonghua/rules/report/page"
	"github.com/eduplan/tonghua/rules/verdict"
)

// overview shows the city at a glance.
func (s *Server) overview(v *visit) error {
	parts, err := v.state.in(v.l).parts()
	if err != nil {
		return err
	}
	v.title = v.state.made.Page.Heading(v.l)
	return v.show("overview", struct {
		page.Parts
		Preface  []string
		Excepted []verdict.Excepted
		Open     int
	}{parts, v.state.made.Page.Preface(v.l), v.state.made.Excepted, len(v.state.made.Remedies.Open())})
}

// listing is a list of statements with what it was narrowed to.
type listing struct {
	Choice choice
	Items  []item
	All    int
	County string // code, for links; "" for the city
	School string // code
}

func (v *visit) listing(all []item) listing {
	c := choiceOf(v.r.URL.Query())
	return listing{Choice: c, Items: c.from(all), All: len(all)}
}

// statements lists what the plan demands.
func (s *Server) statements(v *visit) error {
	v.title = v.l.Pick("逐条结论", "All statements")
	return v.show("statements", v.listing(v.state.in(v.l).items()))
}

// row finds the statement that an address names.
func (v *visit) row() (*report.Row, error) {
	if row := v.state.made.Page.Row(plan.ID(v.part("id"))); row != nil {
		return row, nil
	}
	return nil, notFound
}

// statement shows a statement with its calculation, its history and the counties.
func (s *Server) statement(v *visit) error {
	row, err := v.row()
	if err != nil {
		return err
	}
	article, err := page.Statement(v.state.made.Page, row.Statement, v.state.options(v.l, v.state.hrefOfCounty(v.l, row.Statement)))
	if err != nil {
		return err
	}
	v.title = row.Name.In(v.l)
	data := struct {
		ID       plan.ID
		Article  template.HTML
		Findings bool
		Persons  bool
		Excepted []string
		Ledger   int
	}{ID: row.Statement, Article: article, Findings: listed(row.Result), Persons: mis.OfPersons(row.Statement)}
	for _, e := range v.state.made.Excepted {
		if e.Statement == row.Statement {
			data.Excepted = append(data.Excepted, e.Text(v.l))
		}
	}
	for _, r := range v.state.made.Remedies.Open() {
		if r.Statement == row.Statement {
			data.Ledger++
		}
	}
	return v.show("statement", data)
}

// countyOf finds the county that an address names.
func (v *visit) countyOf() (mis.County, error) {
	if c, there := v.state.county(v.part("code")); there {
		return c, nil
	}
	return mis.County{}, notFound
}

// county lists what is said of a county.
func (s *Server) county(v *visit) error {
	c, err := v.countyOf()
	if err != nil {
		return err
	}
	v.title = bilingual.Plain(c.Name)
	list := v.listing(v.state.in(v.l).ofs()[c.Name])
	list.County = c.Code
	return v.show("county", struct {
		County mis.County
		List   listing
	}{c, list})
}

// countyStatement shows what is said of a county on one statement, with its history.
func (s *Server) countyStatement(v *visit) error {
	c, err := v.countyOf()
	if err != nil {
		return err
	}
	row, err := v.row()
	if err != nil {
		return err
	}
	result := groupOf(row, c.Name)
	if result == nil {
		return notFound
	}
	var series verdict.Series
	if err := v.lookup(func(ctx context.Context) (err error) {
		series, err = s.store.Series(ctx, row.Statement, c.Name)
		return err
	}); err != nil {
		return err
	}
	v.title = bilingual.Plain(c.Name) + v.l.Pick("：", ": ") + row.Name.In(v.l)
	return v.show("county-statement", struct {
		ID        plan.ID
		County    mis.County
		Row       *report.Row
		Result    *verdict.Result
		Class     string
		History   []verdict.Result
		Projected string
		Findings  bool
		Persons   bool
	}{row.Statement, c, row, result, page.Class(result), series.All(), series.Text(v.l), listed(result) && result.Classes.NotCounted > 0, mis.OfPersons(row.Statement)})
}

// schools lists the schools of a county.
func (s *Server) schools(v *visit) error {
	c, err := v.countyOf()
	if err != nil {
		return err
	}
	var list []mis.SchoolSummary
	if err := v.lookup(func(ctx context.Context) (err error) {
		list, err = s.store.Schools(ctx, s.options.Date, c.Code)
		return err
	}); err != nil {
		return err
	}
	q := v.r.URL.Query()
	all, sought := len(list), strings.ToLower(strings.TrimSpace(q.Get("q")))
	list = slices.DeleteFunc(list, func(one mis.SchoolSummary) bool {
		return !strings.Contains(strings.ToLower(one.Code+"\x00"+one.Name), sought)
	})
	switch q.Get("sort") {
	case "", "verdict":
		slices.SortStableFunc(list, func(a, b mis.SchoolSummary) int {
			return cmp.Or(cmp.Compare(b.Summary.Breach, a.Summary.Breach), cmp.Compare(missed(b.Summary), missed(a.Summary)))
		})
	case "name":
		slices.SortStableFunc(list, func(a, b mis.SchoolSummary) int { return cmp.Compare(a.Name, b.Name) })
	}
	v.title = bilingual.Plain(c.Name) + v.l.Pick("的学校", ": schools")
	return v.show("schools", struct {
		County mis.County
		List   []mis.SchoolSummary
		All    int
	}{c, list, all})
}

// missed is how many statements are not met, those that are still open too.
func missed(s report.Summary) int { return s.Breach + s.Missed + s.NotYet }

// school shows what is said of a school by its own records.
func (s *Server) school(v *visit) error {
	code := v.part("code")
	data := struct {
		Code, Name, Kind string
		County           mis.County
		Summary          string
		List             listing
	}{Code: code}
	var r *report.Report
	if err := v.lookup(func(ctx context.Context) error {
		school, own, there, err := s.store.SchoolReport(ctx, s.options.Date, code)
		if err == nil && !there {
			err = notFound
		}
		r, data.Name, data.Kind = own, school.Name, school.Kind
		data.County, _ = v.state.county(school.County)
		return err
	}); err != nil {
		return err
	}
	data.List = v.listing(slices.DeleteFunc(itemsOf(r, v.l), func(one item) bool { return one.Verdict == "" || r.Row(one.ID).Result == nil }))
	data.List.School, data.Summary = code, r.Summary.In(v.l)
	v.title = bilingual.Plain(cmp.Or(data.Name, code))
	return v.show("school", data)
}

// mostDays is how far ahead one can look.
const mostDays = 3660

// due shows what falls due, what is behind, and which verdicts turn although nothing new
// comes.
func (s *Server) due(v *visit) error {
	days := 90
	if asked := v.r.URL.Query().Get("days"); asked != "" {
		n, err := strconv.Atoi(asked)
		if err != nil || n < 1 || n > mostDays {
			return problem{http.StatusBadRequest, bilingual.Text{ZH: "天数请写1至3660的整数", EN: "Days are a whole number from 1 to 3660"}}
		}
		days = n
	}
	r := v.state.made.Page
	turns, err := v.state.made.Turns(after(r.Date, days))
	if err != nil {
		return err
	}
	data := struct {
		Days   int
		Lines  []string // what the report says of it
		Due    []item
		Behind []behind
		Turns  []verdict.Turn
	}{Days: days, Lines: r.Ahead(days, v.l), Turns: turns}
	for _, row := range r.FallingDue(days) {
		data.Due = append(data.Due, itemOfRow(row, r, v.l))
	}
	for _, row := range r.Behind() {
		one := behind{item: itemOfRow(row, r, v.l), Pace: row.Result.OnPace(v.l)}
		if series, err := verdict.NewSeries(append(v.state.earlier[row.Statement].All(), *row.Result)...); err == nil { // of one threshold
			one.Projected = series.Text(v.l)
		}
		data.Behind = append(data.Behind, one)
	}
	v.title = v.l.Pick("到期与进度", "Falling due, and behind")
	return v.show("due", data)
}

// behind is a statement behind its pace.
type behind struct {
	item
	Pace, Projected string
}

// after is so many days after a day.
func after(day quantity.Date, days int) quantity.Date {
	year, month, d := day.Civil()
	return quantity.DateOf(time.Date(year, month, d+days, 0, 0, 0, 0, time.UTC).Date())
}
