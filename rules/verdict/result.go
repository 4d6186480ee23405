package verdict

import (
	"reflect"
	"slices"

	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/plan"
)

// Format is the version of the JSON form of results.
const Format = 1

// Version is the version of this library that results name.
const Version = "0.1.0"

// Result is what a rule says of a register or a figure, with all that is
// needed to defend it: texts, citation and edition are inside, so that it can
// be stored and read without the rule or the plan. The zero value is
// undetermined.
type Result struct {
	Format  int           `json:"format"`
	Library string        `json:"library"`
	Edition string        `json:"edition"`
	From    quantity.Date `json:"from"` // first day of the plan
	AsOf    quantity.Date `json:"as_of"`

	Statement plan.ID        `json:"statement"`
	Name      bilingual.Text `json:"name"`
	Citation  bilingual.Text `json:"citation"`
	Modality  plan.Modality  `json:"modality,omitzero"`
	Deadline  plan.Deadline  `json:"deadline,omitzero"`
	Subject   bilingual.Text `json:"subject"`
	Measure   bilingual.Text `json:"measure"`

	Outcome Outcome `json:"outcome"`
	Reason  Reason  `json:"reason"`
	Due     Due     `json:"due"`

	Each      plan.Threshold `json:"each,omitzero"`      // what one record must reach
	Threshold plan.Threshold `json:"threshold,omitzero"` // what the population must reach
	Stated    plan.Threshold `json:"stated,omitzero"`    // the text's own, where a reading decides by another
	Reported  bool           `json:"reported"`           // the value was worked out elsewhere
	Attested  bool           `json:"attested"`           // the value is a number of pieces of evidence
	Value     quantity.Ratio `json:"value,omitzero"`     // zero where data leave it open
	Lowest    quantity.Ratio `json:"lowest,omitzero"`    // the bounds that any completion of the data keeps
	Highest   quantity.Ratio `json:"highest,omitzero"`
	Shortfall Shortfall      `json:"shortfall,omitzero"`
	Pace      Pace           `json:"pace,omitzero"`

	Reading  string          `json:"reading"` // the key of the reading that decides
	Readings []ReadingResult `json:"readings,omitzero"`
	Records  Records         `json:"records"`
	Gaps     []FieldGap      `json:"gaps,omitzero"`
	Unset    []string        `json:"unset,omitzero"` // parameters that nobody has set

	Partly       plan.Partly      `json:"partly,omitzero"` // what part of the demand was measured
	Evidence     []EvidenceResult `json:"evidence,omitzero"`
	MissingYears []int            `json:"missing_years,omitzero"` // of a yearly duty: years without evidence
}

// Shortfall is what would meet a missed target, in whole units of its own
// subject, the denominator held: at least Low, at most High.
type Shortfall struct {
	Low  quantity.Total `json:"low"`
	High quantity.Total `json:"high"`
	Over bool           `json:"over"` // too many rather than too few
}

// IsZero reports whether nothing is short.
func (s Shortfall) IsZero() bool { return s.High.IsZero() }

// Pace says whether a target with a baseline is on its way: where a straight
// line from the baseline to the target stands on the as-of date.
type Pace struct {
	Baseline quantity.Amount `json:"baseline"`
	On       quantity.Date   `json:"on"`
	Hold     bool            `json:"hold"`     // the target is at or below the baseline
	Expected quantity.Amount `json:"expected"` // on the line, on the as-of date
	Behind   bool            `json:"behind"`
	Yearly   quantity.Amount `json:"yearly"` // step still needed each year of 365 days
}

// IsZero reports whether there is no pace: no baseline, or nothing open.
func (p Pace) IsZero() bool { return p == Pace{} }

// ReadingResult is what one reading of an ambiguous statement gives.
type ReadingResult struct {
	Key       string         `json:"key"`
	Name      bilingual.Text `json:"name"`
	Why       bilingual.Text `json:"why"`
	Decides   bool           `json:"decides"`
	Computed  bool           `json:"computed"` // false: it needs what the record does not hold
	Outcome   Outcome        `json:"outcome"`
	Reason    Reason         `json:"reason"`
	Threshold plan.Threshold `json:"threshold,omitzero"`
	Value     quantity.Ratio `json:"value,omitzero"`
	Lowest    quantity.Ratio `json:"lowest,omitzero"`
	Highest   quantity.Ratio `json:"highest,omitzero"`
}

// Records says how many records a verdict rests on.
type Records struct {
	Read    int64 `json:"read"`
	Skipped int64 `json:"skipped"` // marked by the mapping as no members
	Absent  int64 `json:"absent"`  // expected but not read
	InScope int64 `json:"in_scope"`
	Open    int64 `json:"open"`    // may or may not count, for want of data
	Invalid int64 `json:"invalid"` // of the open ones, those with an invalid field
}

// FieldGap says how many of the open records lack a field or have it invalid.
type FieldGap struct {
	Field   string         `json:"field"`
	Label   bilingual.Text `json:"label"`
	Unknown int64          `json:"unknown"`
	Invalid int64          `json:"invalid"`
}

// Breach reports what a report must not miss: a must that is not met and no
// longer open.
func (r Result) Breach() bool { return IsBreach(r.Outcome, r.Due, r.Modality) }

// Exact reports whether the data leave exactly one value.
func (r Result) Exact() bool { return r.Value.Defined() }

// SeenOn returns the result as a report of a later day shows it: the deadline
// is looked at from that day, and data that are older than a deadline passed
// since decide nothing any more.
func (r Result) SeenOn(day quantity.Date) Result {
	r.Due = DueOn(day, r.AsOf, r.From, r.Deadline)
	if r.Due != Open {
		r.Pace = Pace{}
	}
	last := r.Deadline.OnFor(r.AsOf)
	if !last.Known() || !r.AsOf.Before(last) || !day.After(last) || r.shown() {
		return r
	}
	r.Due, r.Pace, r.Shortfall = Past, Pace{}, Shortfall{}
	r.Readings = slices.Clone(r.Readings)
	outdate(&r.Outcome, &r.Reason)
	for i := range r.Readings {
		outdate(&r.Readings[i].Outcome, &r.Readings[i].Reason)
	}
	return r
}

// shown reports whether evidence has met the statement once and for all: what
// exists does not cease to for want of newer papers.
func (r Result) shown() bool {
	return r.Attested && r.Outcome == Met && r.Deadline.Kind == plan.ByDate
}

// outdate takes a verdict back that rests on old data.
func outdate(o *Outcome, reason *Reason) {
	if *o == Met || *o == NotMet {
		*o, *reason = Undetermined, StaleData
	}
}

// Equal reports whether two results say the same.
func (r Result) Equal(o Result) bool { return reflect.DeepEqual(r, o) }
