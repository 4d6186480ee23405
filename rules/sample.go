package rules

import (
	"cmp"
	"crypto/sha256"
	"fmt"
	"math/bits"
	"slices"
	"strconv"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/count"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules/verdict"
)

// Sampling says how records are taken out to be checked by hand. Size 0 takes 30, or
// the square root of the records where that is more. Without Stratum there is one stratum.
type Sampling struct {
	Seed    string                  // any text, printed on the sheet: another gives another sample
	Size    int                     // records in all, as far as there are so many
	Stratum func(key string) string // of a record, such as its county
}

// smallestSample is how many records a sample has at least, where nobody sets its size.
const smallestSample = 30

// Sample takes out records that are in the scope of a statement, or may be, with the
// fields that its verdict reads. Strata have their part by number, by largest remainders,
// and one record at least where there is room; within a stratum those with the smallest
// hashes of seed, statement and key are taken, so that nobody chooses and anybody can do
// it again. [verdict.Sheet.WriteCSV] writes the rows. Panels without [Panel.Keyed], and restored evaluators, give [ErrNoKeys].
func (e *Evaluator[T, R]) Sample(id plan.ID, s Sampling) (verdict.Sheet, error) {
	rule, err := e.ruleOn(id)
	if err != nil {
		return verdict.Sheet{}, err
	}
	keys, err := e.keys()
	if err != nil {
		return verdict.Sheet{}, err
	}
	strata := map[string][]drawn{}
	var names []string
	all := 0
	for _, key := range keys {
		record, _ := e.live.Known(key)
		is := e.on.state(rule, record)
		if is == verdict.OutOfScope {
			continue
		}
		name := ""
		if s.Stratum != nil {
			name = s.Stratum(key)
		}
		if strata[name] == nil {
			names = append(names, name)
		}
		strata[name] = append(strata[name], drawn{key, is, sha256.Sum256([]byte(strconv.Quote(s.Seed) + strconv.Quote(string(id)) + strconv.Quote(key)))})
		all++
	}
	slices.Sort(names)
	says := e.on.blanks[rule]
	sheet := verdict.Sheet{Statement: id, Name: says.Name, Citation: says.Citation, AsOf: e.on.asOf, Seed: s.Seed}
	size := s.Size
	sheet.Rule = bilingual.Text{ZH: "按指定的" + strconv.Itoa(s.Size) + "条抽取", EN: strconv.Itoa(s.Size) + " records, as asked"}
	if size <= 0 {
		size = max(smallestSample, root(all))
		sheet.Rule = bilingual.Text{ZH: "至少30条，记录超过900条时取其平方根", EN: "30 records, of more than 900 their square root"}
	}
	for i, n := range shares(names, strata, min(size, all)) {
		list := strata[names[i]]
		slices.SortFunc(list, func(a, b drawn) int { return cmp.Or(slices.Compare(a.hash[:], b.hash[:]), cmp.Compare(a.key, b.key)) })
		sheet.Strata = append(sheet.Strata, verdict.Stratum{Name: names[i], Records: int64(len(list)), Sampled: int64(n)})
		taken := slices.Clone(list[:n])
		slices.SortFunc(taken, func(a, b drawn) int { return cmp.Compare(a.key, b.key) })
		for _, d := range taken {
			record, _ := e.live.Known(d.key)
			row := verdict.SheetRow{Key: d.key, Stratum: names[i], State: d.is}
			for _, f := range e.on.on[rule].readings[0].fields {
				row.Cells = append(row.Cells, verdict.SheetCell{Field: f.Key(), Label: f.Label(), Recorded: textIn(record, f)})
			}
			sheet.Rows = append(sheet.Rows, row)
		}
	}
	return sheet, nil
}

// drawn is a record that may be taken.
type drawn struct {
	key  string
	is   verdict.State
	hash [32]byte
}

// root is the square root of a number, rounded up.
func root(n int) int {
	r := 1 << ((bits.Len(uint(n)) + 1) / 2)
	for r*r >= n && r > 0 {
		r--
	}
	return r + 1
}

// shares divides a size among strata by largest remainders; each has one at least as long
// as there is room.
func shares(names []string, strata map[string][]drawn, size int) []int {
	all := 0
	for _, list := range strata {
		all += len(list)
	}
	given := make([]int, len(names))
	order := make([]int, len(names))
	left := size
	for i, name := range names {
		given[i], order[i] = size*len(strata[name])/max(all, 1), i
		left -= given[i]
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return size*len(strata[names[b]])%all - size*len(strata[names[a]])%all
	})
	for _, i := range order[:left] {
		given[i]++
	}
	for i := range given {
		if largest := slices.Index(given, slices.Max(given)); given[i] == 0 && given[largest] > 1 {
			given[i], given[largest] = 1, given[largest]-1
		}
	}
	return given
}

// textIn is the value of a field in both languages.
func textIn[R indicators.Record[R]](record count.Known[R], f *indicators.Field[R]) bilingual.Text {
	return bilingual.Both(func(l bilingual.Language) string { return record.Shown(f, l) })
}

// ruleOn returns the number of the rule on a statement.
func (e *Evaluator[T, R]) ruleOn(id plan.ID) (int, error) {
	if err := e.usable(); err != nil {
		return 0, err
	}
	i := slices.IndexFunc(e.on.rules, func(r *boundRule[R]) bool { return r.statement.ID == id })
	if i < 0 {
		return 0, fmt.Errorf("%w: %s", ErrNoRule, id)
	}
	return i, nil
}

// Checked says what came of a sheet. A cell that was unknown and is found narrows what
// the data leave open; one that is found to be another is a fault, and changes nothing
// before the register is corrected. Cells that are not on the sheet, texts that their
// field does not read, and a sheet of another date are errors.
func (e *Evaluator[T, R]) Checked(sheet verdict.Sheet, found ...verdict.CellFound) (verdict.Checked, error) {
	rule, err := e.ruleOn(sheet.Statement)
	if err != nil {
		return verdict.Checked{}, err
	}
	if sheet.AsOf != e.on.asOf {
		return verdict.Checked{}, fmt.Errorf("%w: a sheet of %s beside data of %s", ErrMismatch, sheet.AsOf, e.on.asOf)
	}
	if _, err := e.keys(); err != nil {
		return verdict.Checked{}, err
	}
	c := verdict.Checked{Before: e.Results().Rules[rule]}
	on := map[string]bool{}
	for _, row := range sheet.Rows {
		on[row.Key] = true
		c.Cells += int64(len(row.Cells))
	}
	was, is := map[string]count.Known[R]{}, map[string]count.Known[R]{}
	var changed []string
	seen := map[verdict.CellFound]bool{}
	for i, one := range found {
		cell := verdict.CellFound{Key: one.Key, Field: one.Field}
		fields := e.on.on[rule].readings[0].fields
		at := slices.IndexFunc(fields, func(f *indicators.Field[R]) bool { return f.Key() == one.Field })
		record, there := e.live.Known(one.Key)
		switch {
		case !on[one.Key] || at < 0 || !there:
			return verdict.Checked{}, fmt.Errorf("rules: answer %d: no cell %s of record %q on the sheet", i+1, one.Field, one.Key)
		case seen[cell]:
			return verdict.Checked{}, fmt.Errorf("rules: answer %d: cell %s of record %q stands twice", i+1, one.Field, one.Key)
		}
		seen[cell] = true
		f := fields[at]
		mended, err := record.With(f, one.Found)
		if err != nil {
			return verdict.Checked{}, fmt.Errorf("rules: answer %d: record %q: %w", i+1, one.Key, err)
		}
		switch a, b := record.Code(f), mended.Code(f); {
		case a == b:
			c.Confirmed++
		case a.Known():
			c.Faults = append(c.Faults, verdict.CellFault{Key: one.Key, Field: f.Key(), Label: f.Label(), Recorded: textIn(record, f), Found: textIn(mended, f)})
		default:
			c.Filled++
			if _, twice := was[one.Key]; !twice {
				was[one.Key], is[one.Key] = record, record
				changed = append(changed, one.Key)
			}
			if is[one.Key], err = is[one.Key].With(f, one.Found); err != nil {
				return verdict.Checked{}, err
			}
		}
	}
	var without, with []count.Known[R]
	for _, key := range changed {
		without, with = append(without, was[key]), append(with, is[key])
	}
	tally, err := e.live.Together(without, with)
	if err != nil {
		return verdict.Checked{}, err
	}
	c.After = e.on.results(tally, recordsOf(tally, e.expect), population{bearer: e.panel.standsFor}).Rules[rule]
	return c, nil
}
