package dashboard

import (
	"context"
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

// before is where the page before one begins, "" for the first one. Before an empty page,
// which is beyond the end, is the first.
func before(from, listed int) string {
	switch {
	case from == 0:
		return ""
	case listed == 0:
		return "0"
	}
	return strconv.Itoa(max(0, from-aPage))
}

// finding is a finding with the name of its county.
type finding struct {
	mis.Found
	Area   string
	Record string // the address of the record, "" where it has none
}

// hrefOfRecord is the address of a record that a statement is asked of, "" where it has none.
func (v *visit) hrefOfRecord(id plan.ID, key string) string {
	if register := mis.RegisterOf(id); register != "" && key != "" {
		return href(v.l, "/record/"+register+"/"+escaped(key))
	}
	return ""
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
		Listed                bool
	}{ID: row.Statement, Name: row.Name.In(v.l), Citation: row.Citation.In(v.l), Columns: rules.FindingColumns(v.l)[3:], First: query.Skip + 1,
		County: query.County, School: query.School, Query: query.Key, Listed: listed(row.Result)}
	if err := v.lookup(func(ctx context.Context) error {
		list, more, err := s.store.Findings(ctx, query)
		for _, f := range list {
			area, _ := v.state.county(f.County)
			data.List = append(data.List, finding{f, bilingual.Plain(area.Name), v.hrefOfRecord(query.Statement, f.Key)})
		}
		if more {
			data.Next = strconv.Itoa(query.Skip + aPage)
		}
		return err
	}); err != nil {
		return err
	}
	data.Before = before(query.Skip, len(data.List))
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
		} else {
			one.Record = v.hrefOfRecord(r.Statement, r.Key)
		}
		data.List = append(data.List, one)
	}
	if from+len(data.List) < data.Chosen {
		data.Next = strconv.Itoa(from + aPage)
	}
	data.Before = before(from, len(data.List))
	if row := v.state.made.Page.Row(id); row != nil {
		data.Name = row.Name.In(v.l)
	}
	v.title = v.l.Pick("整改台账", "Ledger of remedies")
	return v.show("ledger", data)
}

type named struct{ Key, Name string }
