package rules

import (
	"log/slog"
	"slices"
	"strings"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/count"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules/verdict"
)

// Finding is what a duty says of one record. It holds the record as it was
// judged; its text is made when it is asked for.
type Finding[R indicators.Record[R]] struct {
	Outcome verdict.Outcome
	Reason  verdict.Reason
	Due     verdict.Due
	Record  R
	Key     string // who the record is, of panels with [Panel.Named] or [Panel.Keyed]

	class count.Class // what the record is for the duty
	duty  *boundRule[R]
	as    *boundReading[R] // as it was bound on the date
	says  *verdict.Result  // what a result says before any data
}

// Check says whether one record satisfies the duty on the as-of date. A record
// outside the scope is not applicable, and one that says too little is
// undetermined. An invalid as-of date leaves every duty undetermined, and so
// does an own function that panics.
func (d Duty[R]) Check(asOf quantity.Date, record R) (f Finding[R]) {
	f.Reason, f.Record, f.duty = verdict.MissingData, record, d.of
	if d.of == nil || !asOf.Known() {
		return f
	}
	r, err := d.of.on(asOf)
	if err != nil {
		return f
	}
	defer func() { _ = recover() }() // f says that data are missing
	f.as, f.says = &r.readings[0], d.of.before(asOf, r)
	f.Due = dueOf(r, r.counter, 0, &record, f.says.Due)
	class, invalid := r.counter.Class(f.as.decisive, record)
	f.settle(class, len(f.as.unset) > 0)
	if f.Outcome, f.Reason = alone(f.as.bias, f.Outcome, f.Reason); f.Reason == verdict.MissingData && invalid {
		f.Reason = verdict.InvalidData
	}
	return f
}

func (f *Finding[R]) settle(class count.Class, unset bool) {
	f.class = class
	switch class {
	case count.Counted:
		f.Outcome, f.Reason = verdict.Met, verdict.NoReason
	case count.NotCounted:
		f.Outcome, f.Reason = verdict.NotMet, verdict.OffThreshold
	case count.OutOfScope:
		f.Outcome, f.Reason = verdict.NotApplicable, verdict.EmptyScope
	default:
		f.Outcome, f.Reason = verdict.Undetermined, verdict.MissingData
		if unset {
			f.Reason = verdict.MissingParameter
		}
	}
}

// Statement returns the ID of the statement that binds the record.
func (f *Finding[R]) Statement() plan.ID {
	if f.duty == nil {
		return ""
	}
	return f.duty.statement.ID
}

// ID tells the finding from all others of a register, in whatever order its rows come: the
// statement and the record's key, "" where the record has none.
func (f *Finding[R]) ID() string {
	if f.Key == "" {
		return ""
	}
	return string(f.Statement()) + "/" + f.Key
}

// Breach reports whether the record breaks a must that is no longer open. Where the
// statement falls on the city, a record that is not as it should be is what the city
// has to see to, and no breach of its own.
func (f *Finding[R]) Breach() bool {
	return f.duty != nil && f.duty.statement.Bearer != plan.City && verdict.IsBreach(f.Outcome, f.Due, f.duty.statement.Modality)
}

// Found returns what the record says, field by field: 培训学时：355.5小时.
func (f *Finding[R]) Found(l bilingual.Language) string {
	if f.as == nil {
		return ""
	}
	var values []string
	for _, field := range f.as.fields {
		values = append(values, field.Label().In(l)+l.Pick("：", ": ")+field.Text(&f.Record, l))
	}
	return strings.Join(values, l.Pick("，", ", "))
}

// Required returns the demand as a sentence, with its clause, where each figure that
// decides on one record comes from, and the deadline.
func (f *Finding[R]) Required(l bilingual.Language) string {
	if f.says == nil {
		return ""
	}
	r := *f.says
	r.Figures = slices.DeleteFunc(slices.Clone(r.Figures), func(d plan.DecidingFigure) bool { return d.Key == "population" })
	return r.Requirement(l)
}

// Text says how the duty stands for the record, what the record says, what it must
// reach, by which clause and whose figure.
func (f *Finding[R]) Text(l bilingual.Language) string {
	if f.says == nil {
		return verdict.Phrase(l, f.Outcome, f.Reason, f.Due)
	}
	parts := []string{f.says.Name.In(l) + l.Pick("：", ": ") + f.verdict(l), f.Found(l), f.Required(l)}
	return strings.Join(slices.DeleteFunc(parts, func(part string) bool { return part == "" }), l.Pick("；", "; "))
}

// verdict says how the duty stands for the record.
func (f *Finding[R]) verdict(l bilingual.Language) string {
	r := *f.says
	r.Outcome, r.Reason, r.Due = f.Outcome, f.Reason, f.Due
	if r.Breach() && !f.Breach() {
		return verdict.Phrase(l, f.Outcome, f.Reason, f.Due) + l.Pick("，须由市落实", ", for the city to see to")
	}
	return r.Verdict(l)
}

// Explanation returns the finding as data: the cells that were read, whom the duty binds and
// what it wants of them. It is the zero value for a duty that could not be asked.
func (f *Finding[R]) Explanation() verdict.Explanation {
	if f.as == nil {
		return verdict.Explanation{}
	}
	e := f.duty.cells(f.as, &f.Record)
	e.Role = roleOf(f.class)
	return e
}

// FindingColumns are the names of the cells of [Finding.Row].
func FindingColumns(l bilingual.Language) []string {
	if l == bilingual.English {
		return []string{"statement", "name", "clause", "verdict", "found", "required"}
	}
	return []string{"编号", "事项", "条文", "判定", "现状", "要求"}
}

// Row returns the finding as the row of a table, such as a CSV file, below
// [FindingColumns]; the caller puts before it who the record is.
func (f *Finding[R]) Row(l bilingual.Language) []string {
	if f.says == nil {
		return []string{string(f.Statement()), "", "", verdict.Phrase(l, f.Outcome, f.Reason, f.Due), "", ""}
	}
	s := f.duty.statement
	return []string{string(s.ID), s.Name.In(l), s.Citation(l), f.verdict(l), f.Found(l), f.Required(l)}
}

// String returns the text in Chinese.
func (f *Finding[R]) String() string { return f.Text(bilingual.Chinese) }

// LogValue says which duty and how it stands, and nothing that the record says: a log is no
// place for it.
func (f *Finding[R]) LogValue() slog.Value {
	return slog.GroupValue(slog.String("statement", string(f.Statement())), slog.String("outcome", f.Outcome.String()),
		slog.String("reason", f.Reason.String()), slog.String("due", f.Due.String()), slog.Bool("breach", f.Breach()))
}
