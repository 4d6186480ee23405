package archive

import (
	"errors"
	"fmt"
	"slices"

	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules"
	"github.com/eduplan/tonghua/rules/report"
	"github.com/eduplan/tonghua/rules/verdict"
)

// Data is what a report rests on.
type Data struct {
	Date       quantity.Date    `json:"date"`             // of the report
	Edition    string           `json:"edition,omitzero"` // that the amendments make; none where nothing is amended
	Amendments []plan.Amendment `json:"amendments,omitzero"`
	Registers  []rules.Register `json:"registers,omitzero"`
	Reported   []Figure         `json:"reported,omitzero"`
	// Evidence is what was handed in. None at all, and not merely an empty list, says
	// that nobody asked for it: statements that evidence answers are then left out.
	Evidence []verdict.Evidence `json:"evidence,omitzero"`
}

// Figure is a figure that somebody else has worked out: exact, or with the digits
// that a bulletin prints.
type Figure struct {
	Statement plan.ID          `json:"statement"`
	On        quantity.Date    `json:"on"` // the date that it describes
	Exact     quantity.Amount  `json:"exact,omitzero"`
	Printed   quantity.Printed `json:"printed,omitzero"`
}

// Report judges the data by the rules of a book, under the edition that the amendments
// make of its plan. A register that other rules have counted is an error that wraps
// [rules.ErrMismatch].
func (d Data) Report(p *plan.Plan, book []rules.View) (*report.Report, error) {
	r, others, err := d.judge(p, book)
	if err != nil {
		return nil, err
	}
	if len(others) > 0 {
		return nil, fmt.Errorf("archive: %w: %s", rules.ErrMismatch, join(others))
	}
	return r, nil
}

// judge makes the report. It leaves out the statements whose rules count otherwise
// than those which the registers were counted by, and returns them.
func (d Data) judge(p *plan.Plan, book []rules.View) (r *report.Report, others []plan.ID, err error) {
	if p == nil {
		return nil, nil, errors.New("archive: no plan")
	}
	if d.Edition != "" || len(d.Amendments) > 0 {
		if p, err = p.Amend(d.Edition, d.Amendments...); err != nil {
			return nil, nil, err
		}
		if book, err = rules.ViewsUnder(p, book); err != nil {
			return nil, nil, err
		}
	}
	byID := map[plan.ID]rules.View{}
	for _, v := range book {
		if v != nil {
			byID[v.ID()] = v
		}
	}
	var measured []verdict.Results
	var groups []report.Named
	for _, register := range d.Registers {
		total := verdict.Results{}
		for _, id := range register.Asked() {
			if _, gone := p.Repealed(id); gone {
				continue
			}
			if !answered(byID, id, &others) {
				continue
			}
			j, err := byID[id].JudgeRegister(register)
			switch {
			case errors.Is(err, rules.ErrMismatch):
				others = append(others, id)
				continue
			case err != nil:
				return nil, nil, err
			}
			total.Rules = append(total.Rules, j.Total)
			for i, one := range j.Groups {
				groups = add(groups, register.Groups[i].Name, one)
			}
		}
		measured = append(measured, total)
	}
	results := measured
	if d.Evidence != nil {
		evidence := slices.DeleteFunc(slices.Clone(d.Evidence), func(e verdict.Evidence) bool { return !answered(byID, e.Statement, &others) })
		attested, err := rules.Attest(d.Date, without(book, others), evidence, verdict.Results{Rules: latest(d.Date, measured)})
		if err != nil {
			return nil, nil, err
		}
		results = append(results, attested)
	}
	var reported verdict.Results
	for _, f := range d.Reported {
		if !answered(byID, f.Statement, &others) {
			continue
		}
		one, err := f.judge(byID[f.Statement])
		if err != nil {
			return nil, nil, err
		}
		reported.Rules = append(reported.Rules, one)
	}
	r, err = report.NewGrouped(p, d.Date, groups, append(results, reported)...)
	return r, others, err
}

// answered reports whether the book has a rule on a statement that still counts as it
// did, and notes one that it has not.
func answered(book map[plan.ID]rules.View, id plan.ID, others *[]plan.ID) bool {
	if slices.Contains(*others, id) {
		return false
	}
	if _, known := book[id]; !known {
		*others = append(*others, id)
		return false
	}
	return true
}

func (f Figure) judge(v rules.View) (verdict.Result, error) {
	if f.Printed.IsZero() {
		return v.Reported(f.On, f.Exact)
	}
	return v.Printed(f.On, f.Printed)
}

// add adds a result to the group of a name; one without a name is no group.
func add(groups []report.Named, name string, one verdict.Result) []report.Named {
	if name == "" {
		return groups
	}
	i := slices.IndexFunc(groups, func(g report.Named) bool { return g.Name == name })
	if i < 0 {
		i, groups = len(groups), append(groups, report.Named{Name: name})
	}
	groups[i].Results.Rules = append(groups[i].Results.Rules, one)
	return groups
}

// latest returns of each statement the latest result that is not later than the
// report: the one that evidence completes.
func latest(date quantity.Date, measured []verdict.Results) (list []verdict.Result) {
	for _, set := range measured {
		for _, one := range set.Rules {
			i := slices.IndexFunc(list, func(r verdict.Result) bool { return r.Statement == one.Statement })
			switch {
			case one.AsOf.After(date):
			case i < 0:
				list = append(list, one)
			case one.AsOf.After(list[i].AsOf):
				list[i] = one
			}
		}
	}
	return list
}

// without returns the book without some rules.
func without(book []rules.View, ids []plan.ID) []rules.View {
	return slices.DeleteFunc(slices.Clone(book), func(v rules.View) bool { return v != nil && slices.Contains(ids, v.ID()) })
}
