package checks

import (
	"math/big"
	"slices"

	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
)

// Values are the cells of a row by key, such as quantity.N(118).Code(). One that is
// unknown or invalid is not known; one that is missing was in no table.
type Values map[string]quantity.Code

// Explanation lets a soft check of a row stand although it disagrees.
type Explanation struct {
	Row   string        `json:"row"`
	Check string        `json:"check"`
	Text  string        `json:"text"`
	Who   string        `json:"who"`
	On    quantity.Date `json:"on"`
}

// Agreement is what a check comes to. The zero value is that of one that was not run.
type Agreement uint8

// The agreements.
const (
	NotRun Agreement = iota // a cell was not given
	Agrees
	Disagrees
	Explained // it disagrees, and somebody has said why
	CannotTell
)

var agreements = bilingual.List[Agreement]{Of: "checks: agreement", Terms: []bilingual.Term{
	{Key: "not-run", Text: bilingual.Text{ZH: "未核对", EN: "not run"}},
	{Key: "agrees", Text: bilingual.Text{ZH: "相符", EN: "agrees"}},
	{Key: "disagrees", Text: bilingual.Text{ZH: "不符", EN: "disagrees"}},
	{Key: "explained", Text: bilingual.Text{ZH: "不符，已说明", EN: "disagrees, explained"}},
	{Key: "cannot-tell", Text: bilingual.Text{ZH: "无法判断", EN: "cannot be told"}}}}

// String returns the key.
func (a Agreement) String() string { return agreements.Key(a) }

// In returns the agreement in words.
func (a Agreement) In(l bilingual.Language) string { return agreements.In(a, l) }

// MarshalText writes the key.
func (a Agreement) MarshalText() ([]byte, error) { return []byte(a.String()), nil }

// UnmarshalText reads the key.
func (a *Agreement) UnmarshalText(text []byte) error { return agreements.Read(a, text) }

// Result is a check of a row.
type Result struct {
	Check     string    `json:"check"`
	Soft      bool      `json:"soft"`
	Agreement Agreement `json:"agreement"`
	// By is by how much the left side is above what it may be, below nought where it is
	// too low, in steps of the unit; the least where cells are unknown.
	By        *big.Rat      `json:"by,omitzero"`
	ByDerived bool          `json:"by_derived,omitzero"` // a cell that it reads was derived by another check
	Unknown   []string      `json:"unknown,omitzero"`    // cells that are unknown, or were not given
	Explained []Explanation `json:"explained,omitzero"`

	set  *Set
	at   int
	said []*big.Int
}

// Derived is a cell that was unknown and that a sum forces.
type Derived struct {
	Cell  string   `json:"cell"`
	Steps *big.Int `json:"steps"` // in steps of its unit
	Check string   `json:"check"` // that forces it
}

// Row is what the checks say of a row.
type Row struct {
	Name     string    `json:"name"`
	Results  []Result  `json:"results"`
	Derived  []Derived `json:"derived,omitzero"`
	Suspects Suspects  `json:"suspects,omitzero"`
	// Idle are explanations of this row that let nothing stand: their check is hard, agrees,
	// or is none, or they do not say what, who or when.
	Idle []Explanation `json:"idle,omitzero"`

	set *Set
}

// Row runs the checks on the cells of a row. Explanations of other rows are passed over.
func (s *Set) Row(name string, values Values, explained ...Explanation) Row {
	r := Row{Name: name, set: s}
	given := make([]bool, len(s.cells))
	known := make([]*big.Int, len(s.cells))
	for i, c := range s.cells {
		code, ok := values[c.Key]
		given[i] = ok
		if ok && code.Known() {
			known[i] = new(big.Int).SetUint64(code.Steps())
		}
	}
	filled := slices.Clone(known)
	r.derive(given, filled)
	for at := range s.checks {
		own := slices.ContainsFunc(r.Derived, func(d Derived) bool { return d.Check == s.checks[at].Key })
		r.Results = append(r.Results, s.run(at, given, known, filled, own))
	}
	for _, e := range explained {
		if e.Row == name && !r.explain(e) {
			r.Idle = append(r.Idle, e)
		}
	}
	r.Suspects = s.suspects(r.Results, known)
	return r
}

// derive fills in cells that a hard sum with no other unknown cell forces, as long as
// there are any. What cannot be, such as less than nought, is not filled in.
func (r *Row) derive(given []bool, values []*big.Int) {
	for again := true; again; {
		again = false
		for _, c := range r.set.checks {
			if c.Soft || c.Comparison != Equal || !c.isGiven(given) {
				continue
			}
			unknown := -1
			count := 0
			for _, at := range c.reads {
				if values[at] == nil {
					unknown, count = at, count+1
				}
			}
			if count != 1 || c.forms[0].factors[unknown] == 0 {
				continue
			}
			rest := new(big.Int)
			for at, factor := range c.forms[0].factors {
				if at != unknown {
					rest.Sub(rest, new(big.Int).Mul(values[at], big.NewInt(factor)))
				}
			}
			value, left := new(big.Int).QuoRem(rest, big.NewInt(c.forms[0].factors[unknown]), new(big.Int))
			if left.Sign() != 0 || value.Sign() < 0 {
				continue
			}
			values[unknown], again = value, true
			r.Derived = append(r.Derived, Derived{r.set.cells[unknown].Key, value, c.Key})
		}
	}
}

func (c *check) isGiven(given []bool) bool {
	return !slices.ContainsFunc(c.reads, func(at int) bool { return !given[at] })
}

// run runs a check on known cells; where these leave it open, on those that other checks
// have derived.
func (s *Set) run(at int, given []bool, known, filled []*big.Int, own bool) Result {
	c := &s.checks[at]
	r := Result{Check: c.Key, Soft: c.Soft, set: s, at: at, said: known}
	for _, cell := range c.reads {
		if !given[cell] || known[cell] == nil {
			r.Unknown = append(r.Unknown, s.cells[cell].Key)
		}
	}
	if !c.isGiven(given) {
		return r
	}
	if r.Agreement, r.By = c.agreement(known); r.Agreement == CannotTell && !own {
		if agreement, by := c.agreement(filled); agreement != CannotTell {
			r.Agreement, r.By, r.ByDerived = agreement, by, true
		}
	}
	return r
}

func (c *check) agreement(values []*big.Int) (Agreement, *big.Rat) {
	agrees := Agrees
	for i, f := range c.forms {
		low, high := f.bounds(values)
		if low != nil && low.Sign() > 0 {
			by := new(big.Rat).SetFrac(low, big.NewInt(f.per))
			if i == 1 {
				by.Neg(by)
			}
			return Disagrees, by
		}
		if high == nil || high.Sign() > 0 {
			agrees = CannotTell
		}
	}
	return agrees, nil
}

// explain lets a soft check stand and reports whether it did.
func (r *Row) explain(e Explanation) bool {
	i := slices.IndexFunc(r.Results, func(one Result) bool { return one.Check == e.Check })
	if i < 0 || e.Text == "" || e.Who == "" || !e.On.Known() {
		return false
	}
	one := &r.Results[i]
	if !one.Soft || one.Agreement != Disagrees && one.Agreement != Explained {
		return false
	}
	one.Agreement, one.Explained = Explained, append(one.Explained, e)
	return true
}
