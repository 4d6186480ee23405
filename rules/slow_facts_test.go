package rules_test

import (
	"math"
	"math/big"
	"math/rand/v2"
	"strconv"
	"strings"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/indicators/teacher"
)

// wrong is a code that stands in no list.
const wrong = 99

const cook = "cook"

// messy makes a register as no school would hand in: fields unknown, invalid
// and contradictory, cooks among the teachers, and hours on either side of
// every figure that the rules compare them with.
func messy(seed uint64, n int) []staff {
	r := rand.New(rand.NewPCG(seed, 7))
	word := func(n int) uint8 {
		switch r.IntN(20) {
		case 0:
			return 0
		case 1:
			return wrong
		}
		return uint8(1 + r.IntN(n))
	}
	one := func(values ...float64) float64 { return values[r.IntN(len(values))] }
	rows := make([]staff, n)
	for i := range rows {
		s := &rows[i]
		s.ID, s.County = int64(i), counties[r.IntN(len(counties))]
		s.Stage, s.Education, s.Backbone = word(4), word(5), word(4)
		s.FullTime, s.Specialist, s.DualQualified = word(2), word(2), word(2)
		s.RealName, s.Trained = word(2), word(2)
		s.Appointed = uint16(one(0, 2015, 2022, 2023))
		s.Reported = r.IntN(12) > 0
		s.Hours = one(0, 99.99, 100, 359.99, 360, 360.01, 399.99, 400, 512, 360, 400, -1, math.NaN(), 1.234, math.Inf(1))
		s.DigitalHours = one(0, 24, 49.99, 50, 50.01, 60, 60, 100, -3)
		s.PracticeHours = one(0, 24.99, 25, 30, 12, 30.01, 61, -0.01)
		if r.IntN(15) == 0 {
			s.Name = cook
		}
	}
	return rows
}

// fillMessy maps such a row. What a cook's row says is mapped all the same: it
// must not matter.
func fillMessy(s *staff, t *teacher.Record) {
	if s.Name == cook {
		t.Skip()
	}
	t.Stage = listed(stages[:], s.Stage)
	t.Education = listed(educations[:], s.Education)
	t.Backbone = listed(tiers[:], s.Backbone)
	t.FullTime = indicators.Answer(s.FullTime)
	t.Specialist = indicators.Answer(s.Specialist)
	t.DualQualified = indicators.Answer(s.DualQualified)
	t.RealNameSpace = indicators.Answer(s.RealName)
	t.CurrentRoundTrained = indicators.Answer(s.Trained)
	t.AppointedYear = quantity.N(s.Appointed).If(s.Appointed > 0)
	t.TrainingHours = quantity.HoursOf(s.Hours).If(s.Reported)
	t.DigitalHours = quantity.HoursOf(s.DigitalHours).If(s.Reported)
	t.PracticeHours = quantity.HoursOf(s.PracticeHours).If(s.Reported)
}

func listed[V ~uint8](list []V, n uint8) V {
	if int(n) < len(list) {
		return list[n]
	}
	return indicators.InvalidWord
}

// truth is an answer of three-valued logic, written down as its tables.
type truth string

const (
	yes   truth = "yes"
	no    truth = "no"
	maybe truth = "maybe"
)

func not(a truth) truth { return map[truth]truth{yes: no, no: yes, maybe: maybe}[a] }

func all(list ...truth) truth {
	out := yes
	for _, a := range list {
		switch {
		case a == no:
			return no
		case a == maybe:
			out = maybe
		}
	}
	return out
}

func some(list ...truth) truth {
	turned := make([]truth, len(list))
	for i, a := range list {
		turned[i] = not(a)
	}
	return not(all(turned...))
}

func truthOf(b bool) truth {
	if b {
		return yes
	}
	return no
}

type state int

const (
	unknown state = iota
	known
	invalid
)

// fact is what a row says in one field: the place in its list, or a number.
type fact struct {
	state  state
	place  uint8
	number *big.Rat
}

type facts map[string]fact

func wordFact(n uint8, entries uint8) fact {
	switch {
	case n == 0:
		return fact{}
	case n > entries && (n != indicators.OtherWord || entries == 2): // there is nothing beside yes and no
		return fact{state: invalid}
	}
	return fact{state: known, place: n}
}

// hoursFact takes a number as it is printed: at most two decimals, not below nought.
func hoursFact(text string) fact {
	_, decimals, _ := strings.Cut(text, ".")
	number, readable := new(big.Rat).SetString(text)
	switch {
	case text == "":
		return fact{}
	case !readable || number.Sign() < 0 || len(decimals) > 2:
		return fact{state: invalid}
	}
	return fact{state: known, number: number}
}

// factsOf reads a row without the library's mapping, types or descriptions.
func factsOf(s *staff) facts {
	hours := func(v float64) fact {
		if !s.Reported {
			return fact{}
		}
		return hoursFact(strconv.FormatFloat(v, 'f', -1, 64))
	}
	appointed := fact{}
	if s.Appointed > 0 {
		appointed = fact{state: known, number: big.NewRat(int64(s.Appointed), 1)}
	}
	return facts{
		"stage": wordFact(s.Stage, 4), "education": wordFact(s.Education, 5), "backbone": wordFact(s.Backbone, 4),
		"full_time": wordFact(s.FullTime, 2), "specialist": wordFact(s.Specialist, 2), "dual_qualified": wordFact(s.DualQualified, 2),
		"real_name_space": wordFact(s.RealName, 2), "current_round_trained": wordFact(s.Trained, 2), "appointed_year": appointed,
		"training_hours": hours(s.Hours), "digital_hours": hours(s.DigitalHours), "practice_hours": hours(s.PracticeHours),
	}
}

// factsOfRecord reads a record: the place of a word in its list, and a number as it
// is printed.
func factsOfRecord(r *teacher.Record) facts {
	return facts{
		"stage": wordFact(uint8(r.Stage), 8), "education": wordFact(uint8(r.Education), 8), "backbone": wordFact(uint8(r.Backbone), 6),
		"full_time": wordFact(uint8(r.FullTime), 2), "specialist": wordFact(uint8(r.Specialist), 2),
		"training_hours": hoursFact(r.TrainingHours.String()), "digital_hours": hoursFact(r.DigitalHours.String()), "practice_hours": hoursFact(r.PracticeHours.String()),
	}
}

// is answers whether a word is one of some places of its list.
func (f facts) is(field string, places ...uint8) truth {
	if f[field].state != known {
		return maybe
	}
	for _, p := range places {
		if f[field].place == p {
			return yes
		}
	}
	return no
}

func (f facts) from(field string, place uint8) truth {
	if f[field].state != known {
		return maybe
	}
	return truthOf(f[field].place >= place && f[field].place != indicators.OtherWord)
}

// number answers whether a number relates to a figure.
func (f facts) number(field, compare, figure string) truth {
	if f[field].state != known {
		return maybe
	}
	return truthOf(relates(f[field].number, compare, rat(figure)))
}

// share answers whether a number relates to a share of another one.
func (f facts) share(field, compare, share, whole string) truth {
	if f[field].state != known || f[whole].state != known {
		return maybe
	}
	return truthOf(relates(f[field].number, compare, new(big.Rat).Mul(rat(share), f[whole].number)))
}

// quotient answers whether of/per relates to a share of than/by.
func (f facts) quotient(of, per, compare, share, than, by string) truth {
	if f.recorded(of, per, than, by) == no || f[per].number.Sign() == 0 || f[by].number.Sign() == 0 {
		return maybe
	}
	left, right := new(big.Rat).Quo(f[of].number, f[per].number), new(big.Rat).Quo(f[than].number, f[by].number)
	return truthOf(relates(left, compare, right.Mul(right, rat(share))))
}

func (f facts) recorded(fields ...string) truth {
	for _, field := range fields {
		if f[field].state != known {
			return no
		}
	}
	return yes
}

func (f facts) sum(fields ...string) *big.Rat {
	total := new(big.Rat)
	for _, field := range fields {
		total.Add(total, f[field].number)
	}
	return total
}

// figures are those that were read, by their texts.
var figures = map[string]*big.Rat{}

func rat(s string) *big.Rat {
	if figures[s] == nil {
		r, ok := new(big.Rat).SetString(s)
		if !ok {
			panic(s)
		}
		figures[s] = r
	}
	return figures[s]
}

func relates(a *big.Rat, compare string, b *big.Rat) bool {
	switch order := a.Cmp(b); compare {
	case ">=":
		return order >= 0
	case "<=":
		return order <= 0
	case ">":
		return order > 0
	case "<":
		return order < 0
	default:
		return order == 0
	}
}
