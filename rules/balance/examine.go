package balance

import (
	"iter"
	"math"
	"math/big"
	"math/bits"
	"slices"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/indicators/resources"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/plan/evaluation"
)

// Examination is what the seven indicators of a stage of a school say.
type Examination struct {
	Stage      indicators.Stage
	Statement  plan.ID          // the statement that binds the stage
	Meets      indicators.Truth // whether it does what is required of each school
	Indicators [7]Indicator
	spare      int // how many indicators need not reach what is required
}

// Indicator is one of the seven.
type Indicator struct {
	Key      string // of its parameter in the document, such as "teaching-area"
	Name     bilingual.Text
	Amount   bilingual.Text  // what a school has, such as backbone teachers
	Of       quantity.Total  // how much of it the whole school has; of no unit where nobody knows
	Per      quantity.Total  // what that is divided by: pupils of the stage, or weighted pupils of the school
	Has      *big.Rat        // what there is for each pupil, in the unit of what is required; nil where nobody knows
	Required quantity.Amount // what must be reached
	Near     quantity.Amount // what must be come to at least
	Reaches  indicators.Truth
	IsNear   indicators.Truth
	Lacks    quantity.Total // the least that the whole school would have to be given to reach what is required
	LacksFor quantity.Total // the same to come near it
}

// Examine examines the stages of a school by the document as it was issued: see
// [Figures.Examine].
func Examine(r *resources.Record) []Examination { return Official().Examine(r) }

// Examine examines each stage of a school that is assessed, of a record that [Figures.Fill] has
// filled. A school that is left out, or of which that is not known, has none.
func (f Figures) Examine(r *resources.Record) []Examination {
	var list []Examination
	for _, s := range []struct {
		*stage
		required
		id plan.ID
	}{{&primary, f.primary, evaluation.PrimaryResources}, {&junior, f.junior, evaluation.JuniorResources}} {
		if !s.takes(r, s.least) {
			continue
		}
		e := Examination{Stage: s.is, Statement: s.id, spare: len(s.seven) - int(min(s.reached, 7))}
		var reached, near [7]indicators.Truth
		for i, m := range s.measured {
			one := &e.Indicators[i]
			*one = s.examine(m, r, s.seven[i], s.near[i])
			reached[i], near[i] = one.Reaches, one.IsNear
		}
		e.Meets = indicators.AtLeast(s.reached, reached[:]...).And(indicators.AtLeast(7, near[:]...))
		list = append(list, e)
	}
	return list
}

// parts are numerator and denominator by which an amount becomes what there is for each pupil,
// nil where nobody knows.
func (s *stage) parts(m measured, r *resources.Record) (num, den *big.Int) {
	steps := func(n number) *big.Int {
		if c := n.Code(r); c.Known() && c.Steps() > 0 {
			return new(big.Int).SetUint64(c.Steps())
		}
		return nil
	}
	pupils := steps(s.pupils)
	if !m.shared || pupils == nil {
		return big.NewInt(1), pupils
	}
	heads, all := steps(s.heads), steps(resources.Heads)
	if heads == nil || all == nil {
		return nil, nil
	}
	return heads, all.Mul(all, pupils)
}

// examine compares what a school has of an indicator with what is required.
func (s *stage) examine(m measured, r *resources.Record, required, near quantity.Amount) Indicator {
	one := Indicator{Key: m.key, Name: m.name, Amount: m.own.Label(), Required: required, Near: near}
	num, den := s.parts(m, r)
	amount := m.amount.Code(r)
	one.Of, one.Per = totalOf(m.amount, r), totalOf(s.per(m.shared), r)
	if den == nil || !amount.Known() {
		return one
	}
	unit := m.amount.Unit()
	scale := new(big.Int).SetUint64(unit.Scale())
	has := new(big.Int).Mul(new(big.Int).SetUint64(amount.Steps()), num)
	one.Has = new(big.Rat).SetFrac(has, new(big.Int).Mul(den, scale))
	// short returns whether the amount comes to a figure, and the steps that it lacks
	short := func(figure quantity.Amount) (indicators.Truth, quantity.Total) {
		n, d := figure.Fraction()
		wanted := new(big.Int).Mul(new(big.Int).Mul(new(big.Int).SetUint64(n), scale), den)
		wanted.Sub(wanted, new(big.Int).Mul(has, new(big.Int).SetUint64(d)))
		if wanted.Sign() <= 0 {
			return indicators.True, quantity.NewTotal(quantity.Wide{}, unit)
		}
		each := new(big.Int).Mul(num, new(big.Int).SetUint64(d))
		steps, rest := wanted.QuoRem(wanted, each, new(big.Int))
		if rest.Sign() > 0 {
			steps.Add(steps, big.NewInt(1))
		}
		high, low := new(big.Int).Rsh(steps, 64), new(big.Int).And(steps, new(big.Int).SetUint64(math.MaxUint64))
		return indicators.False, quantity.NewTotal(quantity.WideOfWords(high.Uint64(), low.Uint64()), unit)
	}
	one.Reaches, one.Lacks = short(required)
	one.IsNear, one.LacksFor = short(near)
	return one
}

// totalOf is what a record says in a field, of no unit where it says nothing.
func totalOf(n number, r *resources.Record) quantity.Total {
	if !n.Code(r).Known() {
		return quantity.Total{}
	}
	return quantity.NewTotal(quantity.WideOf(n.Code(r).Steps()), n.Unit())
}

// Need is what one indicator would be given.
type Need struct {
	Indicator Indicator
	Amount    quantity.Total // for the whole school
	ToNear    bool           // to come near what is required, and not to reach it
}

// Mends are the ways to mend the school: of the indicators that do not reach what is required
// some may be left near it, each choice is a way. No way is cheaper than another here, since
// nothing is priced. There is none where nothing fails, and none where an indicator is not
// known.
func (e *Examination) Mends() iter.Seq[[]Need] {
	return func(yield func([]Need) bool) {
		var missed, nearer []int // nearer are those that come near with less than they reach with
		for i := range e.Indicators {
			switch one := &e.Indicators[i]; one.Reaches {
			case indicators.Unknown:
				return
			case indicators.False:
				missed = append(missed, i)
				if one.LacksFor.Compare(one.Lacks) < 0 {
					nearer = append(nearer, i)
				}
			}
		}
		if e.Meets == indicators.True || len(missed) == 0 {
			return
		}
		spare := min(e.spare, len(nearer))
		for left := range uint(1) << len(nearer) {
			if bits.OnesCount(left) == spare && !yield(e.needs(missed, nearer, left)) {
				return
			}
		}
	}
}

// needs are what is lacking where some of the indicators are left near.
func (e *Examination) needs(missed, nearer []int, left uint) (needs []Need) {
	for _, i := range missed {
		one := e.Indicators[i]
		at := slices.Index(nearer, i)
		switch {
		case at < 0 || left>>at&1 == 0:
			needs = append(needs, Need{one, one.Lacks, false})
		case one.IsNear == indicators.False:
			needs = append(needs, Need{one, one.LacksFor, true})
		}
	}
	return needs
}

// Reached returns how many of the seven indicators a school reaches and to how many it comes
// near at least: of a school of several stages the fewest of any. It is unknown for a school
// that is left out, and where an indicator is not known. The plan of Tonghua asks for both of a
// school (school.IndicatorsReached and IndicatorsNear).
func (f Figures) Reached(r *resources.Record) (reached, near quantity.Count) {
	for i, e := range f.Examine(r) {
		var of [2]int
		for _, one := range e.Indicators {
			if one.Reaches == indicators.Unknown {
				return quantity.Count{}, quantity.Count{}
			}
			if one.Reaches == indicators.True {
				of[0]++
			}
			if one.IsNear == indicators.True {
				of[1]++
			}
		}
		if i == 0 || quantity.N(of[0]).Code() < reached.Code() {
			reached = quantity.N(of[0])
		}
		if i == 0 || quantity.N(of[1]).Code() < near.Code() {
			near = quantity.N(of[1])
		}
	}
	return reached, near
}
