package verdict

import (
	"encoding/json"
	"reflect"

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
	From    quantity.Date `json:"from"`  // the day from which the plan binds; before it nothing is a breach
	To      quantity.Date `json:"to"`    // last day of the plan
	AsOf    quantity.Date `json:"as_of"` // the date of the data
	Until   quantity.Date `json:"until"` // last day of the period that the data stand for

	Statement plan.ID               `json:"statement"`
	Name      bilingual.Text        `json:"name"`
	Citation  bilingual.Text        `json:"citation"`
	Bearer    plan.Bearer           `json:"bearer"` // on whom the statement falls
	Form      string                `json:"form"`   // of the rule: share, duty, ratio, count or evidence
	Modality  plan.Modality         `json:"modality,omitzero"`
	Gradually bool                  `json:"gradually"` // the text says step by step
	Deadline  plan.Deadline         `json:"deadline,omitzero"`
	Demand    bilingual.Text        `json:"demand"`           // as a sentence, with its figures
	Figures   []plan.DecidingFigure `json:"figures,omitzero"` // that decide, each with its origin
	Orders    []bilingual.Text      `json:"orders,omitzero"`  // amendments that changed the statement
	Subject   bilingual.Text        `json:"subject"`
	Measure   bilingual.Text        `json:"measure"`

	Outcome Outcome       `json:"outcome"`
	Reason  Reason        `json:"reason"`
	Due     Due           `json:"due"`
	MetOn   quantity.Date `json:"met_on,omitzero"` // of a statement that was met: the day, where a history or evidence says so

	Each        plan.Threshold `json:"each,omitzero"`      // what one record must reach
	Threshold   plan.Threshold `json:"threshold,omitzero"` // what the population must reach
	Stated      plan.Threshold `json:"stated,omitzero"`    // the text's own, where a reading decides by another
	Reported    bool           `json:"reported"`           // the value was worked out elsewhere
	Printed     bilingual.Text `json:"printed,omitzero"`   // of a reported figure, as it was printed
	Decimals    int            `json:"decimals,omitzero"`  // of a printed figure that does not settle it: the fewest that can
	Attested    bool           `json:"attested"`           // the value is a number of pieces of evidence
	Value       quantity.Ratio `json:"value,omitzero"`     // zero where data leave it open
	Lowest      quantity.Ratio `json:"lowest,omitzero"`    // the bounds that any completion of the data keeps
	Highest     quantity.Ratio `json:"highest,omitzero"`
	Shortfall   Shortfall      `json:"shortfall,omitzero"`
	ShortPhrase bilingual.Text `json:"short,omitzero"` // the words for what is short, with {n} for how many
	Noun        bilingual.Text `json:"noun,omitzero"`  // of what is counted, where the unit's own words do not fit
	Pace        Pace           `json:"pace,omitzero"`
	Part        Part           `json:"part,omitzero"`       // of a group of what falls on the whole
	Difference  Difference     `json:"difference,omitzero"` // of a difference between units
	Bound       Bound          `json:"bound,omitzero"`      // of a total over several on whom the statement falls

	Reading  string          `json:"reading"` // the key of the reading that decides
	Readings []ReadingResult `json:"readings,omitzero"`
	Records  Records         `json:"records"`
	Classes  Classes         `json:"classes,omitzero"` // the same by what is known of each, for the deciding reading
	Gaps     []FieldGap      `json:"gaps,omitzero"`
	Unset    []Unset         `json:"unset,omitzero"` // parameters that nobody has set

	Years      []YearResult      `json:"years,omitzero"`  // of a yearly duty, the years that it binds up to that of the data
	Partly     plan.Partly       `json:"partly,omitzero"` // what part of the demand was measured
	Components []ComponentResult `json:"components,omitzero"`
	Evidence   []EvidenceResult  `json:"evidence,omitzero"`
	Overruled  bool              `json:"overruled"` // a report on the whole demand decides against the measure
}

// YearResult is what the data of one year say of a yearly duty.
type YearResult struct {
	Year      int            `json:"year"`
	Outcome   Outcome        `json:"outcome"`
	Reason    Reason         `json:"reason"`
	Value     quantity.Ratio `json:"value,omitzero"`
	Shortfall Shortfall      `json:"shortfall,omitzero"`
	InScope   int64          `json:"in_scope"`
}

// Unset is a parameter that nobody has set.
type Unset struct {
	Key  string         `json:"key"`
	Name bilingual.Text `json:"name"`
}

// named returns the parameter as a sentence names it.
func (u Unset) named(l bilingual.Language) string {
	return l.Pick("“"+u.Name.ZH+"”", "the "+u.Name.EN)
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
	Gap      quantity.Amount `json:"gap"`    // still missing to the target
	Yearly   quantity.Amount `json:"yearly"` // step still needed each year of 365 days; none within a year of the deadline
}

// IsZero reports whether there is no pace: no baseline, or nothing open.
func (p Pace) IsZero() bool { return p == Pace{} }

// ReadingResult is what one reading of an ambiguous statement gives.
type ReadingResult struct {
	Key         string         `json:"key"`
	Name        bilingual.Text `json:"name"`
	Why         bilingual.Text `json:"why"`
	Decides     bool           `json:"decides"`
	Computed    bool           `json:"computed"`
	NotComputed bilingual.Text `json:"not_computed,omitzero"` // why it is not
	Demand      bilingual.Text `json:"demand"`
	Outcome     Outcome        `json:"outcome"`
	Reason      Reason         `json:"reason"`
	Threshold   plan.Threshold `json:"threshold,omitzero"`
	Value       quantity.Ratio `json:"value,omitzero"`
	Lowest      quantity.Ratio `json:"lowest,omitzero"`
	Highest     quantity.Ratio `json:"highest,omitzero"`
	Shortfall   Shortfall      `json:"shortfall,omitzero"`
	InScope     int64          `json:"in_scope"`
	Open        int64          `json:"open"`
}

// Records says how many records a verdict rests on.
type Records struct {
	Read    int64 `json:"read"`
	Skipped int64 `json:"skipped"` // marked by the mapping as no members
	Doubled int64 `json:"doubled"` // rows whose key an earlier row had
	Absent  int64 `json:"absent"`  // expected but not read
	Surplus int64 `json:"surplus"` // read beyond the number expected: any of them may be a double
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

// Said is what the JSON of a result says in words, and what would settle or turn it, so
// that no reader of it has to work it out: it follows from the rest and is not read back.
type Said struct {
	Breach   bool           `json:"breach"`
	Verdict  bilingual.Text `json:"verdict"`
	Value    bilingual.Text `json:"value"` // as it is printed beside the verdict, rounded towards failure
	Short    bilingual.Text `json:"short"` // what would meet the target
	Text     bilingual.Text `json:"text"`
	Settling Settling       `json:"settling,omitzero"`
	Margin   Margin         `json:"margin,omitzero"`
}

// MarshalJSON writes the result with what it says in words.
func (r Result) MarshalJSON() ([]byte, error) {
	type exact Result
	return json.Marshal(struct {
		exact
		Said Said `json:"said"`
	}{exact(r), Said{r.Breach(), bilingual.Both(r.Verdict), bilingual.Both(r.Measured), bilingual.Both(r.Short), bilingual.Both(r.Text), r.Settling(), r.Margin()}})
}

// Equal reports whether two results say the same.
func (r Result) Equal(o Result) bool { return reflect.DeepEqual(r, o) }
