package verdict

import (
	"cmp"
	"slices"
	"strings"

	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/plan"
)

// Exception is leave that somebody has given a record, or all of a scope, not to satisfy a statement: a
// school that is being closed, a child whose entry is deferred. It is counted apart and
// changes no verdict.
type Exception struct {
	Statement plan.ID       `json:"statement"`
	Key       string        `json:"key"`            // of the record; none of one that is for a scope
	Scope     string        `json:"scope,omitzero"` // such as a school, whose records all have it
	Document  string        `json:"document"`       // that gives leave, such as 通教发〔2024〕3号
	Reason    string        `json:"reason"`
	Last      quantity.Date `json:"last"` // the last day on which it holds; without one it does not end
}

// Holds reports whether the exception names a document and holds on a day.
func (e Exception) Holds(day quantity.Date) bool {
	return e.Document != "" && (!e.Last.Known() || !day.After(e.Last))
}

// Excepted says how many of the records that are short of a statement have leave.
type Excepted struct {
	Statement plan.ID        `json:"statement"`
	Name      bilingual.Text `json:"name"`
	Short     int64          `json:"short"`    // records that are short, with leave or without
	Excepted  int64          `json:"excepted"` // of these, with an exception that holds
	Ended     int64          `json:"ended"`    // of these, with one that holds no more, or names no document
	Idle      int64          `json:"idle"`     // exceptions of records that are not short
	Documents []string       `json:"documents,omitzero"`
}

// String returns the text in Chinese.
func (e Excepted) String() string { return e.Text(bilingual.Chinese) }

// Text says how many are short and how many of them have leave, beside the verdict.
func (e Excepted) Text(l bilingual.Language) string {
	text := e.Name.In(l) + l.Pick("：未达标"+number(l, e.Short)+"条，其中经批准例外"+number(l, e.Excepted)+"条", ": "+number(l, e.Short)+" short, of which "+number(l, e.Excepted)+" with leave")
	if len(e.Documents) > 0 {
		text += l.Pick("（", " (") + strings.Join(e.Documents, l.Pick("、", ", ")) + l.Pick("）", ")")
	}
	if e.Ended > 0 {
		text += l.Pick("，例外已失效"+number(l, e.Ended)+"条", ", "+number(l, e.Ended)+" whose leave has ended")
	}
	if e.Idle > 0 {
		text += l.Pick("，另有"+number(l, e.Idle)+"项例外的对象并非未达标", ", and "+number(l, e.Idle)+plural(e.Idle, " exception", " exceptions")+" of records that are not short")
	}
	return text + l.Pick("；结论不因例外改变", "; leave changes no verdict")
}

// Remedy is a row of a ledger of remedies (整改台账): a record that is or was short of a
// statement. It is closed by nothing but the record itself, once it is as it should be.
type Remedy struct {
	Statement plan.ID        `json:"statement"`
	Name      bilingual.Text `json:"name"`
	Citation  bilingual.Text `json:"citation"`
	Key       string         `json:"key"`             // of the record
	Answers   string         `json:"answers"`         // who answers for it, as the caller has said
	Opened    quantity.Date  `json:"opened"`          // the date of the data in which it was first short
	Due       quantity.Date  `json:"due"`             // by when; none where the caller has set no day
	Seen      quantity.Date  `json:"seen"`            // the date of the last data
	State     State          `json:"state"`           // of the record in those
	Closed    quantity.Date  `json:"closed,omitzero"` // the date of the data in which it was as it should be
}

// Open reports whether the record still has to be mended.
func (r Remedy) Open() bool { return !r.Closed.Known() }

// Overdue reports whether it should have been mended before a day.
func (r Remedy) Overdue(day quantity.Date) bool { return r.Open() && r.Due.Known() && day.After(r.Due) }

// String returns the text in Chinese.
func (r Remedy) String() string { return r.Text(bilingual.Chinese) }

// Text says what is to be mended, by whom, by when and how it stands.
func (r Remedy) Text(l bilingual.Language) string {
	parts := []string{cited(r.Name, r.Citation, l), r.Key}
	if r.Answers != "" {
		parts = append(parts, l.Pick("由"+r.Answers+"负责", r.Answers+" answers for it"))
	}
	parts = append(parts, l.Pick(r.Opened.In(l)+"发现", "found on "+r.Opened.In(l)))
	if r.Due.Known() {
		parts = append(parts, l.Pick("限"+r.Due.In(l)+"前整改", "to be mended by "+r.Due.In(l)))
	}
	switch {
	case !r.Open():
		parts = append(parts, l.Pick(r.Closed.In(l)+"数据已达标，销号", "closed: met in the data of "+r.Closed.In(l)))
	case r.Overdue(r.Seen):
		parts = append(parts, l.Pick("逾期未销号，现"+r.State.In(l), "overdue, now "+r.State.In(l)))
	default:
		parts = append(parts, l.Pick("未销号，现"+r.State.In(l), "open, now "+r.State.In(l)))
	}
	return strings.Join(parts, l.Pick("；", "; "))
}

// Remedies is a ledger of remedies in the order of statements, keys and days of opening.
type Remedies []Remedy

// Open returns the rows that are not closed.
func (r Remedies) Open() Remedies {
	return slices.DeleteFunc(slices.Clone(r), func(one Remedy) bool { return !one.Open() })
}

// Sort puts the rows into their order.
func (r Remedies) Sort() {
	slices.SortStableFunc(r, func(a, b Remedy) int {
		return cmp.Or(cmp.Compare(a.Statement, b.Statement), cmp.Compare(a.Key, b.Key), a.Opened.DaysSince(b.Opened))
	})
}
