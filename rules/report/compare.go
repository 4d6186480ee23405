package report

import (
	"fmt"
	"slices"
	"strings"

	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules/verdict"
)

// Difference is a statement of which two reports say different things, with all that
// differs.
type Difference struct {
	Statement plan.ID        `json:"statement"`
	Flip      bool           `json:"flip"` // the verdict is another
	Name      bilingual.Text `json:"name"`
	Citation  bilingual.Text `json:"citation"`
	Before    bilingual.Text `json:"before"` // the verdict in words; zero where the report does not have the statement
	After     bilingual.Text `json:"after"`
	Causes    []Cause        `json:"causes"`            // in the order of their kinds
	Narrowed  bilingual.Text `json:"narrowed,omitzero"` // a warning where the scope has become smaller from one date to a later one
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
	ByShortfall           // what is short
	ByRecords             // how many records are in scope, left open or absent
	ByEvidence            // the evidence that counts
	ByData                // the date that the data describe
	ByReported            // the figure that somebody else has worked out
	ByGroup               // what groups say
)

var causeKinds = bilingual.List[CauseKind]{Of: "report: cause", First: ByEdition, Terms: []bilingual.Term{{Key: "edition", Text: bilingual.Text{ZH: "版本", EN: "edition"}},
	{Key: "threshold", Text: bilingual.Text{ZH: "要求", EN: "required"}},
	{Key: "deadline", Text: bilingual.Text{ZH: "期限", EN: "deadline"}},
	{Key: "passing", Text: bilingual.Text{ZH: "是否到期", EN: "due"}},
	{Key: "reading", Text: bilingual.Text{ZH: "为准的理解", EN: "reading that decides"}},
	{Key: "value", Text: bilingual.Text{ZH: "数值", EN: "value"}},
	{Key: "shortfall", Text: bilingual.Text{ZH: "差距", EN: "shortfall"}},
	{Key: "records", Text: bilingual.Text{ZH: "记录", EN: "records"}},
	{Key: "evidence", Text: bilingual.Text{ZH: "佐证", EN: "evidence"}},
	{Key: "data", Text: bilingual.Text{ZH: "数据日期", EN: "data of"}},
	{Key: "reported", Text: bilingual.Text{ZH: "上报数据", EN: "reported"}},
	{Key: "group", Text: bilingual.Text{ZH: "分组", EN: "groups"}}}}

// String returns the key, such as "threshold".
func (k CauseKind) String() string { return causeKinds.Key(k) }

// In returns the cause in words.
func (k CauseKind) In(l bilingual.Language) string { return causeKinds.In(k, l) }

// MarshalText writes the key.
func (k CauseKind) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// UnmarshalText reads the key.
func (k *CauseKind) UnmarshalText(text []byte) error { return causeKinds.Read(k, text) }

// Cause is one thing that differs.
type Cause struct {
	Kind   CauseKind      `json:"kind"`
	Before bilingual.Text `json:"before"` // zero where there was nothing
	After  bilingual.Text `json:"after"`
}

// String returns the text in Chinese.
func (c Cause) String() string { return c.In(bilingual.Chinese) }

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

// String returns the text in Chinese.
func (f Difference) String() string { return f.In(bilingual.Chinese) }

// In returns the difference in words, with all its causes.
func (f Difference) In(l bilingual.Language) string {
	out := f.Name.In(l) + bilingual.Text{ZH: "（" + f.Citation.ZH + "）：", EN: " (" + f.Citation.EN + "): "}.In(l) + became(f.Before, f.After, l)
	for _, c := range f.Causes {
		out += l.Pick("；", "; ") + c.In(l)
	}
	if !f.Narrowed.IsZero() {
		out += l.Pick("；", "; ") + f.Narrowed.In(l)
	}
	return out
}

// Compare lists the statements of which two reports say different things: first those
// whose verdict is another, then those that differ in what is required, measured or
// short, in the evidence, the edition, a reported figure or a group; each in clause
// order, those last that only the first report has. The reports may be of two editions
// of a plan, of two dates, or of two sets of figures.
func Compare(before, after *Report) []Difference {
	if before == nil || after == nil {
		return nil
	}
	was := map[plan.ID]*Row{}
	for row := range before.All() {
		was[row.Statement] = row
	}
	var list []Difference
	compare := func(old, new *Row) {
		d := difference(old, new)
		d.Causes = slices.Concat(editionCause(before, after, old, new), d.Causes)
		if d.Flip || len(d.Causes) > 0 {
			list = append(list, d)
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
	slices.SortStableFunc(list, func(a, b Difference) int {
		switch {
		case a.Flip == b.Flip:
			return 0
		case a.Flip:
			return -1
		}
		return 1
	})
	return list
}

// difference compares two rows, of which one may be missing. What only a result can
// tell is compared where both rows have one; the date of data alone is no difference.
func difference(old, new *Row) Difference {
	if old == nil {
		return Difference{Statement: new.Statement, Flip: true, Name: new.Name, Citation: new.Citation, After: new.cell(VerdictCell)}
	}
	d := Difference{Statement: old.Statement, Name: old.Name, Citation: old.Citation, Before: old.cell(VerdictCell)}
	if new == nil {
		d.Flip = true
		return d
	}
	d.Name, d.Citation, d.After = new.Name, new.Citation, new.cell(VerdictCell)
	d.Flip = d.Before != d.After
	kinds := []CauseKind{ByThreshold, ByDeadline, ByPassing, ByReading, ByValue, ByShortfall, ByRecords, ByEvidence, ByData, ByReported}
	if old.Result == nil || new.Result == nil {
		kinds = []CauseKind{ByThreshold, ByDeadline, ByValue, ByData, ByReported}
	} else {
		d.Narrowed = bilingual.Both(func(l bilingual.Language) string { return new.Result.Narrowed(*old.Result, l) })
	}
	for _, kind := range kinds {
		if a, b := old.behind(kind), new.behind(kind); a != b {
			d.Causes = append(d.Causes, Cause{kind, a, b})
		}
	}
	if a, b := old.groupsUnlike(new), new.groupsUnlike(old); a != b {
		d.Causes = append(d.Causes, Cause{ByGroup, a, b})
	}
	if !d.Flip && len(d.Causes) == 1 && d.Causes[0].Kind == ByData {
		d.Causes = nil
	}
	return d
}

// groupsUnlike returns what the groups of a row say of which the other row says
// something else, or nothing.
func (row *Row) groupsUnlike(other *Row) bilingual.Text {
	said := func(g Group, l bilingual.Language) string {
		text := bilingual.Plain(g.Name)
		for _, part := range []string{g.Result.Verdict(l), g.Result.Measured(l), g.Result.Short(l)} {
			if part != "" {
				text += l.Pick("，", ", ") + part
			}
		}
		return text
	}
	return bilingual.Both(func(l bilingual.Language) string {
		var unlike []string
		for _, g := range row.Groups {
			text := said(g, l)
			if !slices.ContainsFunc(other.Groups, func(o Group) bool { return said(o, l) == text }) {
				unlike = append(unlike, text)
			}
		}
		return strings.Join(unlike, l.Pick("；", "; "))
	})
}

// behind returns in words what a row says on a possible cause.
func (row *Row) behind(kind CauseKind) bilingual.Text {
	switch kind {
	case ByThreshold:
		return row.demanded()
	case ByDeadline:
		return bilingual.Both(row.Deadline.In)
	case ByValue:
		return row.cell(ValueCell)
	case ByShortfall:
		return row.cell(ShortCell)
	case ByData:
		return row.cell(DataCell)
	case ByReported:
		if row.Reported == nil {
			return bilingual.Text{}
		}
		return bilingual.Both(func(l bilingual.Language) string { return figureAndVerdict(*row.Reported, l) })
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
	edition = bilingual.Plain(edition)
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
	return bilingual.Both(func(l bilingual.Language) string { return row.Lines(l)[0].Cells[column] })
}

// demanded is what is required, with the figures that decide.
func (row *Row) demanded() bilingual.Text {
	demand, figures := row.Demand, row.Figures
	if row.Result != nil {
		demand, figures = row.Result.Demand, row.Result.Figures
	}
	return bilingual.Both(func(l bilingual.Language) string {
		parts := []string{demand.In(l)}
		for _, f := range figures {
			if text := f.Amount.In(l); !strings.Contains(parts[0], text) {
				parts = append(parts, text)
			}
		}
		return strings.Join(parts, l.Pick("，", ", "))
	})
}
