package plan

import (
	"fmt"
	"slices"
	"strings"

	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
)

// ID names a statement for ever: lower-case words joined by hyphens. It is
// retired with its statement and never used again.
type ID string

// ParseID reads an ID, such as "senior-master".
func ParseID(s string) (ID, error) {
	for word := range strings.SplitSeq(s, "-") {
		if word == "" || strings.Trim(word, "abcdefghijklmnopqrstuvwxyz0123456789") != "" {
			return "", fmt.Errorf("plan: ID %q: want lower-case words joined by hyphens", s)
		}
	}
	return ID(s), nil
}

// Statement is one thing that the plan says.
type Statement struct {
	ID             ID             `json:"id"`
	Places         []Place        `json:"places"` // where the text says so, first place first
	Kind           Kind           `json:"kind"`
	Modality       Modality       `json:"modality"`
	ModalityOrigin Origin         `json:"modality_origin"` // whether the text's own word says so
	Gradually      bool           `json:"gradually"`       // the text says step by step
	Bearer         Bearer         `json:"bearer"`          // on whom it falls
	Name           bilingual.Text `json:"name"`
	Summary        bilingual.Text `json:"summary"` // in our own words, with its figures as placeholders; see [Statement.Describe]
	Demand         bilingual.Text `json:"demand"`  // as a phrase, with its figures as placeholders; see [Statement.DemandUnder]
	SaidBy         []string       `json:"said_by"` // figures that the phrase says by a word, such as 全部 for 100 %
	Short          bilingual.Text `json:"short"`   // what is short, with {n} for how many and [one|several] where a word follows the number
	Noun           bilingual.Text `json:"noun"`    // of what is counted, where the unit's own words do not fit
	Note           bilingual.Text `json:"note"`    // what a reader should know
	Term           string         `json:"term"`    // an operative term that stands at the first place

	Each       Threshold   `json:"each"`       // what one record must reach
	Population Threshold   `json:"population"` // what the population must reach
	Deadline   Deadline    `json:"deadline"`
	Evaluable  Evaluable   `json:"evaluable"`
	Partly     Partly      `json:"partly"`     // of a statement computed in part: what its measure covers
	Components []Component `json:"components"` // what it demands, with what proves it, where figures cannot
	Baseline   Figure      `json:"baseline"`   // of the former period, if the plan gives a comparable one
	Figures    []Figure    `json:"figures"`
	Parameters []Parameter `json:"parameters"`
	Readings   []Reading   `json:"readings"` // the deciding one first

	cites   bilingual.Text
	amended []Amended
}

// Partly says what part of a demand a measure covers, and how it may err.
type Partly struct {
	Bias   Bias           `json:"bias"`
	Covers bilingual.Text `json:"covers"`
}

// IsZero reports whether the demand is covered whole, or not at all.
func (m Partly) IsZero() bool { return m == Partly{} }

// Figure is a number of the plan beside the thresholds: a baseline, the upper
// end of a range, how many fields an inspection has.
type Figure struct {
	Key        string          `json:"key"`
	Comparator Comparator      `json:"comparator"`
	Amount     quantity.Amount `json:"amount"`
	On         quantity.Date   `json:"on"` // unknown where the figure has no date
	Origin
	Name bilingual.Text `json:"name"`
}

// IsZero reports whether there is no figure.
func (f Figure) IsZero() bool { return f == Figure{} }

// Parameter is a number that the plan leaves to others: an age band, a weight,
// what "long service" means. A parameter without an amount has no default, and
// a rule that needs it is undetermined until somebody sets it.
type Parameter struct {
	Key    string          `json:"key"`
	Amount quantity.Amount `json:"amount"`
	Origin
	Name bilingual.Text `json:"name"`
}

// Reading is one way to understand an ambiguous statement. Where it has
// thresholds of its own they replace the statement's.
type Reading struct {
	Key         string         `json:"key"`
	Decides     bool           `json:"decides"`
	Each        Threshold      `json:"each"`
	Population  Threshold      `json:"population"`
	Name        bilingual.Text `json:"name"`
	Why         bilingual.Text `json:"why"`
	Demand      bilingual.Text `json:"demand"`       // its own words, where they differ by more than a figure
	NotComputed bilingual.Text `json:"not_computed"` // why a rule does not compute it
}

// Citation returns where the text says so, as the document numbers it:
// 三（十）第3段, or in English "Part 3, section 10, paragraph 3".
func (s *Statement) Citation(l bilingual.Language) string { return s.cites.In(l) }

// Parameter returns a parameter by its key.
func (s *Statement) Parameter(key string) (Parameter, bool) {
	i := slices.IndexFunc(s.Parameters, func(p Parameter) bool { return p.Key == key })
	if i < 0 {
		return Parameter{}, false
	}
	return s.Parameters[i], true
}

// Figure returns a figure by its key.
func (s *Statement) Figure(key string) (Figure, bool) {
	i := slices.IndexFunc(s.Figures, func(f Figure) bool { return f.Key == key })
	if i < 0 {
		return Figure{}, false
	}
	return s.Figures[i], true
}

// Reading returns a reading by its key.
func (s *Statement) Reading(key string) (Reading, bool) {
	i := slices.IndexFunc(s.Readings, func(r Reading) bool { return r.Key == key })
	if i < 0 {
		return Reading{}, false
	}
	return s.Readings[i], true
}
