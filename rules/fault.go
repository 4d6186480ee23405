package rules

import (
	"cmp"
	"slices"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/count"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/rules/verdict"
)

// KeptFaults is how many faults the results keep; OnFault hears of all. Those of groups
// are looked for in the first thousand rows that have any.
const KeptFaults = 20

const searchedFaults = 1000 - KeptFaults

// faultList keeps the first faults of a pass.
type faultList struct{ kept []verdict.Fault }

func (l *faultList) add(f verdict.Fault) {
	if !l.full() {
		l.kept = append(l.kept, f)
	}
}

func (l *faultList) full() bool { return len(l.kept) == KeptFaults }

// merge takes on the faults of another list, in the order of their rows.
func (l *faultList) merge(o *faultList) {
	l.kept = slices.Concat(l.kept, o.kept)
	slices.SortStableFunc(l.kept, func(a, b verdict.Fault) int { return cmp.Compare(a.Row, b.Row) })
	l.kept = l.kept[:min(len(l.kept), KeptFaults)]
}

// forget drops a fault of a row that was taken back. Rows taken back have no
// number: where several kept faults say the same, it is not known any more of which
// row each of the others is.
func (l *faultList) forget(gone verdict.Fault) {
	same := func(f verdict.Fault) bool { f.Row, f.Key = gone.Row, gone.Key; return f == gone }
	i := slices.IndexFunc(l.kept, same)
	if i < 0 {
		return
	}
	l.kept = slices.Delete(l.kept, i, i+1)
	for k := range l.kept {
		if same(l.kept[k]) {
			l.kept[k].Row, l.kept[k].Key = verdict.NoRow, ""
		}
	}
}

// forgetKey drops the doubles of a key, whose rows are taken back.
func (l *faultList) forgetKey(key string) {
	l.kept = slices.DeleteFunc(l.kept, func(f verdict.Fault) bool { return f.Reason == quantity.Doubled && f.Key == key })
}

// newDouble puts into words that a row has the key of another, or none.
func newDouble[R indicators.Record[R]](row int64, d count.Double) verdict.Fault {
	var r R
	f := verdict.Fault{Row: row, Key: d.Key, Subject: r.Subject().Key(), Reason: quantity.NoKey}
	if d.Key != "" {
		f.Reason = quantity.Doubled
		f.Found = bilingual.Both(func(l bilingual.Language) string { return verdict.RowName(d.First, l) })
	}
	return f
}

// list returns a copy for results.
func (l *faultList) list() []verdict.Fault { return append([]verdict.Fault(nil), l.kept...) }

// newFault puts into words what is wrong with a field of a record.
func newFault[R indicators.Record[R]](row int64, at count.Fault[R], r *R) verdict.Fault {
	text := func(f *indicators.Field[R]) bilingual.Text {
		return bilingual.Both(func(l bilingual.Language) string { return f.Text(r, l) })
	}
	f := verdict.Fault{Row: row, Subject: (*r).Subject().Key(), Field: at.Field.Key(), Label: at.Field.Label(),
		Reason: at.Field.Code(r).Fault(), Found: text(at.Field)}
	if at.Whole != nil {
		f.Reason, f.WholeLabel, f.WholeFound = quantity.ExceedsWhole, at.Whole.Label(), text(at.Whole)
	}
	return f
}
