package report

import (
	"errors"
	"fmt"
	"iter"
	"slices"

	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules/verdict"
)

// Report is the state of a plan on a day.
type Report struct {
	Edition  string         `json:"edition"`
	Name     bilingual.Text `json:"name"`
	Date     quantity.Date  `json:"date"`
	From     quantity.Date  `json:"from"` // the day from which the plan binds
	Parts    []Part         `json:"parts"`
	Repealed []plan.Amended `json:"repealed,omitzero"` // statements of earlier editions that this one does not have
	Summary  Summary        `json:"summary"`
	Grounds  Grounds        `json:"grounds"`
	Unused   int            `json:"unused"` // results with data later than the date

	Kinds      []Breakdown `json:"kinds"`      // the summary by kind of statement
	Modalities []Breakdown `json:"modalities"` // and by how strongly it binds
}

// All returns the rows in clause order.
func (r *Report) All() iter.Seq[*Row] {
	return func(yield func(*Row) bool) {
		for p := range r.Parts {
			for s := range r.Parts[p].Sections {
				for i := range r.Parts[p].Sections[s].Rows {
					if !yield(&r.Parts[p].Sections[s].Rows[i]) {
						return
					}
				}
			}
		}
	}
}

// Part is a part of the plan, such as 三.
type Part struct {
	Place    plan.Place     `json:"place"`
	Citation bilingual.Text `json:"citation"`
	Title    bilingual.Text `json:"title"`
	Sections []Section      `json:"sections"`
	Summary  Summary        `json:"summary"`
}

// Section is a section of the plan, such as 三（十）, with its box.
type Section struct {
	Place    plan.Place     `json:"place"`
	Citation bilingual.Text `json:"citation"`
	Title    bilingual.Text `json:"title"`
	Rows     []Row          `json:"rows"`
	Summary  Summary        `json:"summary"`
}

// Row is one statement.
type Row struct {
	Statement plan.ID                   `json:"statement"`
	Name      bilingual.Text            `json:"name"`
	Citation  bilingual.Text            `json:"citation"`
	Kind      plan.Kind                 `json:"kind"`
	Modality  plan.Modality             `json:"modality"`
	Gradually bool                      `json:"gradually"`
	Bearer    plan.Bearer               `json:"bearer"`
	Evaluable plan.Evaluable            `json:"evaluable"`
	Demand    bilingual.Text            `json:"demand"`
	Figures   []plan.DecidingFigure     `json:"figures,omitzero"`
	Wanted    []verdict.ComponentResult `json:"wanted,omitzero"` // what evidence has to show, where there are no data
	Deadline  plan.Deadline             `json:"deadline"`
	Amended   []plan.Amended            `json:"amended,omitzero"`   // what the plan's editions have changed in it
	Anomalies []plan.Anomaly            `json:"anomalies,omitzero"` // what is odd in the text of it
	Result    *verdict.Result           `json:"result"`             // as seen on the report's date; nil where there are no data
	Reported  *verdict.Result           `json:"reported,omitzero"`  // of the same statement, as somebody else has worked it out
	Groups    []Group                   `json:"groups,omitzero"`
}

// Group is the result of a group under a statement's row.
type Group struct {
	Name   string         `json:"name"`
	Result verdict.Result `json:"result"`
}

// Summary counts statements by what the report says of them.
type Summary struct {
	Statements    int `json:"statements"`
	Met           int `json:"met"`
	MetLate       int `json:"met_late"` // after the deadline
	NotYet        int `json:"not_yet"`  // not met, and still open
	Breach        int `json:"breach"`   // a must, not met and no longer open
	Missed        int `json:"missed"`   // no must, not met and no longer open
	Undetermined  int `json:"undetermined"`
	NotApplicable int `json:"not_applicable"`
	NoData        int `json:"no_data"`
	NoDemand      int `json:"no_demand"` // context and baselines
}

// Named is the results of a group with its name.
type Named struct {
	Name    string
	Results verdict.Results
}

// New makes the report of a plan on a date. Of several results on one statement it
// takes the latest that is not later than the date; of one date, the one that
// evidence completes in place of its measure, in whatever order they come. A computed
// and a reported figure of one date both stand: the computed one counts.
//
// What cannot stand together is an error that names it: a date that is no day, two
// results on one statement and date, results of another edition than the plan's.
// Results of statements that the plan does not have are left out.
func New(p *plan.Plan, date quantity.Date, results ...verdict.Results) (*Report, error) {
	return NewGrouped(p, date, nil, results...)
}

// NewGrouped makes a report that shows groups, such as counties, under the
// statements that they have results on.
func NewGrouped(p *plan.Plan, date quantity.Date, groups []Named, results ...verdict.Results) (*Report, error) {
	if p == nil {
		return nil, errors.New("report: no plan")
	}
	if !date.Known() {
		return nil, fmt.Errorf("report: date %q: want a day of the calendar", date)
	}
	chosen := choose(p, date, results)
	ofGroups := make([]groupChosen, 0, len(groups))
	for _, g := range groups {
		one := choose(p, date, []verdict.Results{g.Results})
		for _, err := range one.errs {
			chosen.errs = append(chosen.errs, fmt.Errorf("group %q: %w", g.Name, err))
		}
		chosen.later += one.later
		ofGroups = append(ofGroups, groupChosen{g.Name, one})
	}
	if len(chosen.errs) > 0 {
		return nil, errors.Join(chosen.errs...)
	}
	issued, _ := p.Issued()
	r := &Report{Edition: p.Edition(), Name: p.Name(), Date: date, From: issued, Unused: chosen.later}
	for a := range p.Amended() {
		if a.Change == plan.Repealed {
			r.Repealed = append(r.Repealed, a)
		}
	}
	for s := range p.All() {
		row := newRow(p, s)
		if one, ok := chosen.computed[s.ID]; ok {
			seen := one.SeenOn(date)
			row.Result = &seen
		}
		if one, ok := chosen.reported[s.ID]; ok {
			switch seen := one.SeenOn(date); {
			case row.Result == nil, one.Until.After(row.Result.Until):
				row.Result = &seen
			case one.Until == row.Result.Until:
				row.Reported = &seen
			}
		}
		for i := range ofGroups {
			if one, ok := ofGroups[i].of(s.ID); ok {
				row.Groups = append(row.Groups, Group{ofGroups[i].name, compared(one.SeenOn(date))})
			}
		}
		r.add(p, s.Places[0], row)
	}
	return r, nil
}

// groupChosen is what is chosen of one group.
type groupChosen struct {
	name string
	chosen
}

// compared takes a verdict back that somebody gave a group on what the whole city has
// to reach: a group of it is shown for comparison.
func compared(r verdict.Result) verdict.Result {
	if r.Bearer != plan.City || r.Reason == verdict.ForComparison {
		return r
	}
	return r.Withheld(verdict.NotApplicable, verdict.ForComparison)
}

func newRow(p *plan.Plan, s *plan.Statement) Row {
	decides, demand := s.Decides()
	row := Row{Statement: s.ID, Name: s.Name, Kind: s.Kind, Modality: s.Modality, Gradually: s.Gradually, Bearer: s.Bearer, Evaluable: s.Evaluable,
		Demand: demand, Figures: s.Deciding(decides), Deadline: s.Deadline,
		Amended: slices.Collect(s.Amended()), Anomalies: slices.Collect(p.AnomaliesOf(s.ID)),
		Citation: bilingual.Text{ZH: s.Citation(bilingual.Chinese), EN: s.Citation(bilingual.English)}}
	for i := range s.Components {
		c := &s.Components[i]
		row.Wanted = append(row.Wanted, verdict.ComponentResult{Key: c.Key, Name: c.Name, Accepted: bilingual.Both(c.Accepted)})
	}
	return row
}

// add puts a row into its section, and counts it everywhere.
func (r *Report) add(p *plan.Plan, place plan.Place, row Row) {
	part, section := p.Above(place)
	if n := len(r.Parts); n == 0 || r.Parts[n-1].Place != part.Place {
		r.Parts = append(r.Parts, Part{Place: part.Place, Citation: cited(part), Title: part.Title})
	}
	in := &r.Parts[len(r.Parts)-1]
	if n := len(in.Sections); n == 0 || in.Sections[n-1].Place != section.Place {
		in.Sections = append(in.Sections, Section{Place: section.Place, Citation: cited(section), Title: section.Title})
	}
	at := &in.Sections[len(in.Sections)-1]
	at.Rows = append(at.Rows, row)
	r.Grounds.count(row)
	for _, s := range []*Summary{&r.Summary, &in.Summary, &at.Summary, of(&r.Kinds, row.Kind), of(&r.Modalities, row.Modality)} {
		s.count(row)
	}
}

// cited names a clause in both languages.
func cited(c plan.Clause) bilingual.Text {
	return bilingual.Text{ZH: string(c.Place), EN: c.Citation}
}

func (s *Summary) count(row Row) {
	s.Statements++
	switch r := row.Result; {
	case row.Modality == plan.NoDemand:
		s.NoDemand++
	case r == nil:
		s.NoData++
	case r.Late():
		s.MetLate++
	case r.Outcome == verdict.Met:
		s.Met++
	case r.Breach():
		s.Breach++
	case r.Outcome == verdict.NotMet && r.Due == verdict.Open:
		s.NotYet++
	case r.Outcome == verdict.NotMet:
		s.Missed++
	case r.Outcome == verdict.NotApplicable:
		s.NotApplicable++
	default:
		s.Undetermined++
	}
}
