package rulestest

import (
	"cmp"
	"io"
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
	s := newSheet[R]()
	for i, rule := range list {
		r := results.Rules[i]
		read, err := fieldsRead(rule, asOf)
		if err != nil {
			return err
		}
		s.add(name+"："+r.Name.ZH, said(r.Statement, r.AsOf, expectationOf(r)), s.distinct(read, records))
	}
	return s.write(w)
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
func fieldsRead[R indicators.Record[R]](rule rules.Rule[R], asOf quantity.Date) (map[*indicators.Field[R]]bool, error) {
	asked, err := asks(rule, asOf)
	if err != nil {
		return nil, err
	}
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
	return read, nil
}

// distinct returns the records that a rule tells apart, with their numbers, the most
// frequent first.
func (s *sheet[R]) distinct(read map[*indicators.Field[R]]bool, records []R) []alike {
	var none R
	subject, numbers := none.Subject(), map[string]int64{}
	for i := range records {
		one := &records[i]
		if subject.Skipped(one) {
			continue
		}
		numbers[strings.Join(s.cells(one, read), "\x00")] += subject.Stands(one)
	}
	kinds := make([]alike, 0, len(numbers))
	for cells, n := range numbers {
		kinds = append(kinds, alike{strings.Split(cells, "\x00"), n})
	}
	slices.SortFunc(kinds, func(a, b alike) int { return cmp.Or(cmp.Compare(b.number, a.number), slices.Compare(a.cells, b.cells)) })
	return kinds
}
