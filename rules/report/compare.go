package report

import (
	"fmt"
	"slices"
	"strings"

	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules/verdict"
)

// Flip is a statement of which two reports say different things, and why.
type Flip struct {
	Statement plan.ID        `json:"statement"`
	Name      bilingual.Text `json:"name"`
	Citation  bilingual.Text `json:"citation"`
	Before    bilingual.Text `json:"before"` // the verdict in words; zero where the report does not have the statement
	After     bilingual.Text `json:"after"`
	Causes    []Cause        `json:"causes"` // in the order of their kinds
}

// CauseKind says what differs between two reports. The zero value is not set.
type CauseKind uint8

// What can differ.
const (
	_           CauseKind = iota
	ByEdition             // the edition added, repealed or amended the statement
	ByThreshold           // what is required of the record or of the population
	ByDeadline            // when the statement falls due
	ByPassing             // one report's date is still within the deadline, the other's is past it
	ByReading             // which reading decides
	ByValue               // what was measured
	ByRecords             // how many records are in scope, left open or absent
	ByEvidence            // the evidence that counts
	ByData                // the date that the data describe
)

var causeKinds = bilingual.List[CauseKind]{Of: "report: cause", First: ByEdition, Terms: []bilingual.Term{{Key: "edition", Text: bilingual.Text{ZH: "版本", EN: "edition"}},
	{Key: "threshold", Text: bilingual.Text{ZH: "要求", EN: "required"}},
	{Key: "deadline", Text: bilingual.Text{ZH: "期限", EN: "deadline"}},
	{Key: "passing", Text: bilingual.Text{ZH: "是否到期", EN: "due"}},
	{Key: "reading", Text: bilingual.Text{ZH: "为准的理解", EN: "reading that decides"}},
	{Key: "value", Text: bilingual.Text{ZH: "数值", EN: "value"}},
	{Key: "records", Text: bilingual.Text{ZH: "记录", EN: "records"}},
	{Key: "evidence", Text: bilingual.Text{ZH: "佐证", EN: "evidence"}},
	{Key: "data", Text: bilingual.Text{ZH: "数据日期", EN: "data of"}}}}

// String returns the key, such as "threshold".
func (k CauseKind) String() string { return causeKinds.Key(k) }

// In returns the cause in words.
func (k CauseKind) In(l bilingual.Language) string { return causeKinds.In(k, l) }

// MarshalText writes the key.
func (k CauseKind) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// UnmarshalText reads the key.
func (k *CauseKind) UnmarshalText(text []byte) error { return causeKinds.Read(k, text) }

// Cause is one difference that stands behind a flip.
type Cause struct {
	Kind   CauseKind      `json:"kind"`
	Before bilingual.Text `json:"before"` // zero where there was nothing
	After  bilingual.Text `json:"after"`
}

// In returns the cause in words: 要求：总体不低于12%→不低于15%.
func (c Cause) In(l bilingual.Language) string {
	return c.Kind.In(l) + l.Pick("：", ": ") + became(c.Before, c.After, l)
}

// became shows a change in words; what was or is nothing reads 无, "none".
func became(before, after bilingual.Text, l bilingual.Language) string {
	none := bilingual.Text{ZH: "无", EN: "none"}
	if before.IsZero() {
		before = none
	}
	if after.IsZero() {
		after = none
	}
	return before.In(l) + l.Pick("→", " -> ") + after.In(l)
}

// In returns the flip in words, with all its causes.
func (f Flip) In(l bilingual.Language) string {
	out := f.Name.In(l) + bilingual.Text{ZH: "（" + f.Citation.ZH + "）：", EN: " (" + f.Citation.EN + "): "}.In(l) + became(f.Before, f.After, l)
	for _, c := range f.Causes {
		out += l.Pick("；", "; ") + c.In(l)
	}
	return out
}

// Compare lists the statements of which two reports say different things, in
// clause order, those last that only the first report has. Each comes with all
// that differs behind it: the edition with the amendments that it made, the
// demand, the deadline, the reading, the value, the data. The reports may be of
// two editions of a plan, of two dates, or of two sets of figures.
func Compare(before, after *Report) []Flip {
	was := map[plan.ID]*Row{}
	for row := range before.All() {
		was[row.Statement] = row
	}
	var flips []Flip
	compare := func(old, new *Row) {
		if f := flip(old, new); f.Before != f.After {
			f.Causes = slices.Concat(editionCause(before, after, old, new), f.Causes)
			flips = append(flips, f)
		}
	}
	for row := range after.All() {
		compare(was[row.Statement], row)
		delete(was, row.Statement)
	}
	for row := range before.All() {
		if was[row.Statement] != nil {
			compare(row, nil)
		}
	}
	return flips
}

// flip compares two rows, of which one may be missing. What only a result can
// tell is compared where both rows have one.
func flip(old, new *Row) Flip {
	if old == nil {
		return Flip{Statement: new.Statement, Name: new.Name, Citation: new.Citation, After: new.cell(verdictCell)}
	}
	f := Flip{Statement: old.Statement, Name: old.Name, Citation: old.Citation, Before: old.cell(verdictCell)}
	if new == nil {
		return f
	}
	f.Name, f.Citation, f.After = new.Name, new.Citation, new.cell(verdictCell)
	kinds := []CauseKind{ByThreshold, ByDeadline, ByPassing, ByReading, ByValue, ByRecords, ByEvidence, ByData}
	if old.Result == nil || new.Result == nil {
		kinds = []CauseKind{ByThreshold, ByDeadline, ByValue, ByData}
	}
	for _, kind := range kinds {
		if a, b := old.behind(kind), new.behind(kind); a != b {
			f.Causes = append(f.Causes, Cause{kind, a, b})
		}
	}
	return f
}

// behind returns in words what a row says on a possible cause.
func (row *Row) behind(kind CauseKind) bilingual.Text {
	switch kind {
	case ByThreshold:
		return row.cell(requiredCell)
	case ByDeadline:
		return bilingual.Both(row.Deadline.In)
	case ByValue:
		return row.cell(valueCell)
	case ByData:
		return row.cell(dataCell)
	}
	r := row.Result // both rows have one
	switch kind {
	case ByPassing:
		return bilingual.Both(r.Due.In)
	case ByReading:
		for _, reading := range r.Readings {
			if reading.Decides {
				return reading.Name
			}
		}
	case ByEvidence:
		return bilingual.Both(func(l bilingual.Language) string {
			var counts []string
			for _, e := range r.Evidence {
				if e.Refusal == verdict.NotRefused {
					counts = append(counts, e.Text(l))
				}
			}
			return strings.Join(counts, l.Pick("、", "; "))
		})
	case ByRecords:
		n := r.Records
		return bilingual.Text{
			ZH: fmt.Sprintf("适用%d条，待定%d条，缺报%d条", n.InScope, n.Open, n.Absent),
			EN: fmt.Sprintf("%d in scope, %d left open, %d absent", n.InScope, n.Open, n.Absent),
		}
	}
	return bilingual.Text{}
}

// editionCause names the editions where they differ in the statement, each
// with the amendments that the other one does not have.
func editionCause(before, after *Report, old, new *Row) []Cause {
	of := func(row *Row, r *Report, id plan.ID) []plan.Amended {
		if row != nil {
			return row.Amended
		}
		return slices.DeleteFunc(slices.Clone(r.Repealed), func(a plan.Amended) bool { return a.Statement != id })
	}
	named := old
	if old == nil {
		named = new
	}
	had, has := of(old, before, named.Statement), of(new, after, named.Statement)
	if old != nil && new != nil && slices.Equal(had, has) {
		return nil
	}
	return []Cause{{ByEdition, editionText(before.Edition, had, has), editionText(after.Edition, has, had)}}
}

func editionText(edition string, own, others []plan.Amended) bilingual.Text {
	in := func(l bilingual.Language) string {
		var parts []string
		for _, a := range own {
			if !slices.Contains(others, a) {
				parts = append(parts, a.In(l))
			}
		}
		if len(parts) == 0 {
			return edition
		}
		return edition + l.Pick("（", " [") + strings.Join(parts, l.Pick("；", "; ")) +
			l.Pick("）", "]")
	}
	return bilingual.Both(in)
}

// cell returns one of the cells that are printed for the row.
func (row *Row) cell(column int) bilingual.Text {
	return bilingual.Both(func(l bilingual.Language) string { return row.lines(l)[0].Cells[column] })
}
