package dashboard

import (
	"context"
	"fmt"
	"net/http"
	"strconv"
	"strings"

	"github.com/eduplan/tonghua/examples/mis"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules"
	"github.com/eduplan/tonghua/rules/verdict"
)

// Lists of records, and records: those of persons are for holders of the token.

// aPage is how many rows a page of a list has.
const aPage = 100

// from reads where a list begins.
func (v *visit) from() (int, error) {
	asked := v.r.URL.Query().Get("from")
	if asked == "" {
		return 0, nil
	}
	n, err := strconv.Atoi(asked)
	if err != nil || n < 0 || n > 1e7 {
		return 0, notFound
	}
	return n, nil
}

// finding is a finding with the name of its county.
type finding struct {
	mis.Found
	Area string
}

// findings lists records that do not keep a duty.
func (s *Server) findings(v *visit) error {
	row, err := v.row()
	if err != nil {
		return err
	}
	if mis.OfPersons(row.Statement) && !v.holder {
		return holders
	}
	q := v.r.URL.Query()
	query := mis.FindingQuery{Date: s.options.Date, Language: v.l, Statement: row.Statement, County: q.Get("county"), School: q.Get("school"),
		Key: strings.TrimSpace(q.Get("q")), Most: aPage}
	if query.Skip, err = v.from(); err != nil {
		return err
	}
	data := struct {
		ID                    plan.ID
		Name, Citation        string
		Columns               []string
		List                  []finding
		First, Last           int
		Next, Before          string // where the list goes on
		County, School, Query string
	}{ID: row.Statement, Name: row.Name.In(v.l), Citation: row.Citation.In(v.l), Columns: rules.FindingColumns(v.l)[3:], First: query.Skip + 1,
		County: query.County, School: query.School, Query: query.Key}
	if err := v.lookup(func(ctx context.Context) error {
		list, more, err := s.store.Findings(ctx, query)
		for _, f := range list {
			area, _ := v.state.county(f.County)
			data.List = append(data.List, finding{f, bilingual.Plain(area.Name)})
		}
		if more {
			data.Next = strconv.Itoa(query.Skip + aPage)
		}
		return err
	}); err != nil {
		return err
	}
	if query.Skip > 0 {
		data.Before = strconv.Itoa(max(0, query.Skip-aPage))
	}
	data.Last = query.Skip + len(data.List)
	v.title = row.Name.In(v.l) + v.l.Pick("：未达到要求的记录", ": records that are short")
	return v.show("findings", data)
}

// remedy is a row of the ledger, with the number of the record for those who may know it.
type remedy struct {
	verdict.Remedy
	Hidden  bool
	Overdue bool
	State   string
	Record  string // the address of the record; "" where it has none, or the visitor may not see it
}

// ledger lists remedies.
func (s *Server) ledger(v *visit) error {
	q := v.r.URL.Query()
	state, id, sought := q.Get("state"), plan.ID(q.Get("statement")), strings.TrimSpace(q.Get("q"))
	from, err := v.from()
	if err != nil {
		return err
	}
	data := struct {
		Statement                          plan.ID
		Name, State, Query                 string
		Open, Closed, Overdue, All, Chosen int
		List                               []remedy
		Next, Before                       string
		Statements                         []named
	}{Statement: id, State: state, Query: sought}
	seen := map[plan.ID]bool{}
	day := v.state.made.Page.Date
	for _, r := range v.state.made.Remedies {
		if !seen[r.Statement] {
			seen[r.Statement] = true
			data.Statements = append(data.Statements, named{string(r.Statement), r.Name.In(v.l)})
		}
		if id != "" && r.Statement != id {
			continue
		}
		one := remedy{Remedy: r, Hidden: mis.OfPersons(r.Statement) && !v.holder, Overdue: r.Overdue(day), State: r.State.In(v.l)}
		data.All++
		switch {
		case !r.Open():
			data.Closed++
		case one.Overdue:
			data.Overdue++
			fallthrough
		default:
			data.Open++
		}
		if state == "open" && !r.Open() || state == "closed" && r.Open() || state == "overdue" && !one.Overdue {
			continue
		}
		if sought != "" && !strings.Contains(r.Answers, sought) && (one.Hidden || !strings.Contains(r.Key, sought)) {
			continue
		}
		data.Chosen++
		if data.Chosen <= from || len(data.List) == aPage {
			continue
		}
		if one.Hidden {
			one.Key = ""
		} else if register := mis.RegisterOf(r.Statement); register != "" {
			one.Record = href(v.l, "/record/"+register+"/"+escaped(r.Key))
		}
		data.List = append(data.List, one)
	}
	if from+len(data.List) < data.Chosen {
		data.Next = strconv.Itoa(from + aPage)
	}
	if from > 0 {
		data.Before = strconv.Itoa(max(0, from-aPage))
	}
	if row := v.state.made.Page.Row(id); row != nil {
		data.Name = row.Name.In(v.l)
	}
	v.title = v.l.Pick("整改台账", "Ledger of remedies")
	return v.show("ledger", data)
}

type named struct{ Key, Name string }

// formed is a record with its form.
type formed struct {
	*mis.Record
	Area          string
	Asked, Others []string // what the rules say, and which do not ask the record
	Refused       string
	Saved         bool
}

// recordOf reads the record that an address names.
func (s *Server) recordOf(v *visit) (*formed, error) {
	data := &formed{}
	if err := v.lookup(func(ctx context.Context) error {
		record, there, err := s.store.Record(ctx, s.options.Date, v.r.PathValue("register"), v.r.PathValue("key"))
		if err == nil && !there {
			err = notFound
		}
		data.Record = record
		return err
	}); err != nil {
		return nil, err
	}
	area, _ := v.state.county(data.County)
	data.Area = bilingual.Plain(area.Name)
	for _, e := range data.Explained {
		if e.Role == verdict.OutsideScope || e.Role == verdict.NoMember {
			data.Others = append(data.Others, e.In(v.l))
		} else {
			data.Asked = append(data.Asked, e.In(v.l))
		}
	}
	v.title = data.Register + " " + bilingual.Plain(data.Key)
	return data, nil
}

// mayRead reports whether a visitor may read records of the register that an address names.
func (v *visit) mayRead() bool { return v.holder || !mis.HoldsPersons(v.r.PathValue("register")) }

// record shows a record, with a form for those who may change it.
func (s *Server) record(v *visit) error {
	if !v.mayRead() {
		return holders
	}
	data, err := s.recordOf(v)
	if err != nil {
		return err
	}
	data.Saved = v.r.URL.Query().Get("saved") != ""
	return v.show("record", data)
}

// What stands before the names of fields in a form: what is to be saved, and what the form
// has shown.
const (
	fieldOf = "field."
	shownOf = "was."
)

// posted is a value of a form, and whether it was there.
func posted(r *http.Request, name string) (string, bool) {
	values := r.PostForm[name]
	if len(values) == 0 {
		return "", false
	}
	return values[0], true
}

// amend saves a form.
func (s *Server) amend(v *visit) error {
	if !v.holder {
		return holders
	}
	if err := v.r.ParseForm(); err != nil {
		return badForm
	}
	data, err := s.recordOf(v)
	if err != nil {
		return err
	}
	texts := map[string]string{}
	for i, f := range data.Fields {
		text, given := posted(v.r, fieldOf+f.Name)
		was, shown := posted(v.r, shownOf+f.Name)
		switch {
		case f.IsKey:
			texts[f.Name] = data.Key // the address names the record
			continue
		case !given || shown && text == was: // what the form has not changed stays as it is by now
			continue
		case shown && f.Text != was && f.Text != text:
			v.status = http.StatusConflict
			data.Refused = fmt.Sprintf(v.l.Pick("没有保存：“%s”刚被改为“%s”；请核对后再填", "not saved: %q has just been changed to %q; check it and fill it in again"), f.Label, f.Text)
			return v.show("record", data)
		}
		texts[f.Name], data.Fields[i].Text = text, text
	}
	err = v.lookup(func(ctx context.Context) error {
		_, err := s.store.AmendForm(ctx, s.options.Date, data.Register, texts)
		return err
	})
	if err != nil {
		s.logFailure("saving", err)
		v.status = http.StatusUnprocessableEntity
		data.Refused = mis.Explain(err, v.l)
		return v.show("record", data)
	}
	http.Redirect(v.w, v.r, href(v.l, v.r.URL.EscapedPath(), "saved", "1"), http.StatusSeeOther)
	return nil
}
