package rulestest

import (
	"cmp"
	"io"
	"iter"
	"maps"
	"slices"
	"strings"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/rules"
	"github.com/eduplan/tonghua/rules/verdict"
)

// Freeze writes what rules say of records on a date as a scenario file, one case a rule,
// for [RunScenarios]: whatever changes later, the rules or what fills the records, then
// has to explain itself. Records that are the same to a rule are one row with their
// number, in an order of their own, and no field is written that the rule does not read,
// so that the file names nobody. The file is one that a spreadsheet opens.
func Freeze[R indicators.Record[R]](w io.Writer, name string, asOf quantity.Date, records []R, list ...rules.Rule[R]) error {
	panel, err := rules.NewPanel(rules.AsIs[R], list...)
	if err != nil {
		return err
	}
	results, err := panel.Evaluate(asOf, records)
	if err != nil {
		return err
	}
	cases := make([]Case[R], len(list))
	for i, rule := range list {
		asked, err := asks(rule, asOf)
		if err != nil {
			return err
		}
		cases[i] = CaseOf(results.Rules[i], asked, pointers(records))
		cases[i].Name.ZH = name + "：" + results.Rules[i].Name.ZH
	}
	return WriteCases(w, cases...)
}

// CaseOf returns what a rule has said of records as a case, which wants a name: records that
// are the same to the rule are one row with their number, the most frequent first, and hold
// the fields alone that a reading of it looks at. What the rule asks is what [rules.Measure.Asks]
// says of the result's date.
func CaseOf[R indicators.Record[R]](r verdict.Result, asked []rules.Asked[R], records iter.Seq[*R]) Case[R] {
	c := Case[R]{Rule: r.Statement, AsOf: r.AsOf, Expect: expectationOf(r)}
	var none R
	subject, sheet, read := none.Subject(), newSheet[R](), fieldsRead(asked)
	rows := map[string]*Row[R]{}
	for one := range records {
		if subject.Skipped(one) {
			continue
		}
		key := strings.Join(sheet.cells(one, read), "\x00")
		row := rows[key]
		if row == nil {
			row = new(Row[R])
			for f := range read {
				f.Copy(&row.Record, one)
			}
			rows[key] = row
		}
		row.Records += subject.Stands(one)
	}
	for _, key := range slices.SortedFunc(maps.Keys(rows), func(a, b string) int {
		return cmp.Or(cmp.Compare(rows[b].Records, rows[a].Records), slices.Compare(strings.Split(a, "\x00"), strings.Split(b, "\x00")))
	}) {
		c.Rows = append(c.Rows, *rows[key])
	}
	return c
}

// pointers yields the records of a slice.
func pointers[R any](records []R) iter.Seq[*R] {
	return func(yield func(*R) bool) {
		for i := range records {
			if !yield(&records[i]) {
				return
			}
		}
	}
}

// expectationOf expects what a result says.
func expectationOf(r verdict.Result) Expectation {
	e := Expectation{Outcome: r.Outcome, Reason: r.Reason, Due: r.Due.String(),
		Shortfall: shortfallText(r.Shortfall.Low.Number(), r.Shortfall.High.Number(), r.Shortfall.Over)}
	if found := (verdict.ReadingResult{Value: r.Value, Lowest: r.Lowest, Highest: r.Highest}); found.Lowest.Defined() || found.Value.Defined() {
		e.Value = foundValue(found, "")
	}
	return e
}

// fieldsRead are the fields that any reading of a rule looks at.
func fieldsRead[R indicators.Record[R]](asked []rules.Asked[R]) map[*indicators.Field[R]]bool {
	read := map[*indicators.Field[R]]bool{}
	for _, a := range asked {
		fields := a.Question.Fields()
		for _, c := range append(slices.Clone(a.Parts), a.Total.Whole, a.Total.Parts) {
			fields = append(fields, c.Reads()...)
		}
		for _, term := range append(slices.Clone(a.Of.Terms), a.Per.Terms...) {
			fields = append(fields, term.Field)
		}
		for _, f := range fields {
			read[f] = true
		}
	}
	return read
}
