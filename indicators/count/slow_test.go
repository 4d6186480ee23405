package count_test

import (
	"math/big"
	"math/rand/v2"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/indicators/teacher"
)

// The slow evaluator answers conditions about teachers straight from the
// record, with fractions of any size and without bins, cuts or profiles. It
// shares nothing with the library but the parsed record.

// view is what a question may see of a record: the fields that are known. A
// field that is unknown, invalid or in a contradiction is not in it.
type view struct {
	words   map[string]int
	numbers map[string]*big.Rat
}

// sees lists what is known of a record. A question that reads practice and
// digital hours sees neither if the part is larger than its whole.
func sees(r *teacher.Record, readsBoth bool) view {
	v := view{map[string]int{}, map[string]*big.Rat{}}
	word := func(key string, value uint8, last uint8) {
		if value >= 1 && value <= last {
			v.words[key] = int(value)
		}
	}
	word("stage", uint8(r.Stage), 8)
	word("full_time", uint8(r.FullTime), 2)
	word("specialist", uint8(r.Specialist), 2)
	word("education", uint8(r.Education), 8)
	word("backbone", uint8(r.Backbone), 6)
	for key, h := range map[string]quantity.Hours{
		"training_hours": r.TrainingHours, "digital_hours": r.DigitalHours, "practice_hours": r.PracticeHours,
	} {
		if n, ok := new(big.Rat).SetString(h.String()); ok {
			v.numbers[key] = n
		}
	}
	if readsBoth && contradicts(r) {
		delete(v.numbers, "digital_hours")
		delete(v.numbers, "practice_hours")
	}
	return v
}

func contradicts(r *teacher.Record) bool {
	part, ok := new(big.Rat).SetString(r.PracticeHours.String())
	whole, also := new(big.Rat).SetString(r.DigitalHours.String())
	return ok && also && part.Cmp(whole) > 0
}

// expr is a condition: how to answer it slowly, how to write it for the
// library, and which fields it reads.
type expr struct {
	slow  func(view) indicators.Truth
	lib   indicators.Condition[teacher.Record]
	reads []string
}

type randomTeachers struct{ *rand.Rand }

func newRandom(seed uint64) randomTeachers { return randomTeachers{rand.New(rand.NewPCG(seed, 14))} }

var hourFields = map[string]indicators.Number[teacher.Record]{
	"training_hours": teacher.TrainingHours, "digital_hours": teacher.DigitalHours, "practice_hours": teacher.PracticeHours,
}

// values and figures lie close together, so that comparisons come out either way.
var hourTexts = []string{"", "-1", "0.001", "0", "0.01", "0.33", "0.34", "24.99", "25", "25.01", "49.99", "50", "50.01", "360", "92233720368547758.07"}

var hourFigures = [][2]uint64{{0, 1}, {1, 100}, {1, 3}, {25, 1}, {50, 1}, {5001, 100}, {360, 1}, {1_000_000_000_000_000, 1}}

var shares = [][2]uint64{{0, 1}, {1, 3}, {1, 2}, {1, 1}, {2, 1}, {999_999_999_999_999, 1_000_000_000_000_000}}

// record returns a teacher with unknown and invalid fields among the known ones.
func (g randomTeachers) record() teacher.Record {
	hours := func() quantity.Hours {
		h, _ := quantity.ParseHours(hourTexts[g.IntN(len(hourTexts))])
		if g.IntN(4) == 0 {
			h = quantity.Hours{}
		}
		return h
	}
	word := func(last int) uint8 {
		if g.IntN(8) == 0 {
			return indicators.InvalidWord
		}
		return uint8(g.IntN(last + 2)) // 0 is unknown, last+1 invalid
	}
	return teacher.Record{
		Stage: indicators.Stage(word(8)), FullTime: indicators.Answer(word(2)), Specialist: indicators.Answer(word(2)),
		Education: indicators.Education(word(8)), Backbone: indicators.Tier(word(6)),
		TrainingHours: hours(), DigitalHours: hours(), PracticeHours: hours(),
	}
}

func (g randomTeachers) expr(depth int) expr {
	if depth > 0 && g.IntN(3) > 0 {
		parts := make([]expr, 1+g.IntN(3))
		conditions := make([]indicators.Condition[teacher.Record], len(parts))
		out := expr{}
		for i := range parts {
			parts[i] = g.expr(depth - 1)
			conditions[i] = parts[i].lib
			out.reads = append(out.reads, parts[i].reads...)
		}
		switch g.IntN(3) {
		case 0:
			out.lib = indicators.Not(parts[0].lib)
			out.slow = func(v view) indicators.Truth { return denied(parts[0].slow(v)) }
			out.reads = parts[0].reads
		case 1:
			out.lib = indicators.And(conditions...)
			out.slow = func(v view) indicators.Truth { return worst(parts, v, no, yes) }
		default:
			out.lib = indicators.Or(conditions...)
			out.slow = func(v view) indicators.Truth { return worst(parts, v, yes, no) }
		}
		return out
	}
	switch g.IntN(8) {
	case 0, 1:
		return g.wordExpr()
	case 2, 3:
		return g.numberExpr()
	case 4:
		return g.shareExpr()
	case 5:
		return g.quotientExpr()
	case 6:
		return g.recordedExpr()
	}
	return g.functionExpr()
}

func denied(t indicators.Truth) indicators.Truth {
	return map[indicators.Truth]indicators.Truth{yes: no, no: yes, unknown: unknown}[t]
}

// worst is decided by any part that gives one answer, and gives the other if
// all parts do.
func worst(parts []expr, v view, decides, otherwise indicators.Truth) indicators.Truth {
	answer := otherwise
	for _, p := range parts {
		switch p.slow(v) {
		case decides:
			return decides
		case unknown:
			answer = unknown
		}
	}
	return answer
}

// wordFields are the fields of words, with the means to ask for a set of values.
var wordFields = []struct {
	key  string
	last int
	in   func([]int) indicators.Condition[teacher.Record]
	from func(int) indicators.Condition[teacher.Record]
}{
	{"stage", 8, in(teacher.Stage), from(teacher.Stage)},
	{"full_time", 2, in(teacher.FullTime), from(teacher.FullTime)},
	{"specialist", 2, in(teacher.Specialist), from(teacher.Specialist)},
	{"education", 8, in(teacher.Education), from(teacher.Education)},
	{"backbone", 6, in(teacher.Backbone), from(teacher.Backbone)},
}

func in[V indicators.Word](c indicators.Category[teacher.Record, V]) func([]int) indicators.Condition[teacher.Record] {
	return func(values []int) indicators.Condition[teacher.Record] {
		var words []V
		for _, v := range values {
			words = append(words, V(v))
		}
		return c.In(words...)
	}
}

func from[V indicators.Word](c indicators.Category[teacher.Record, V]) func(int) indicators.Condition[teacher.Record] {
	return func(v int) indicators.Condition[teacher.Record] { return c.AtLeast(V(v)) }
}

func (g randomTeachers) wordExpr() expr {
	f := wordFields[g.IntN(len(wordFields))]
	least := 1 + g.IntN(f.last)
	set, lib := map[int]bool{}, f.from(least)
	for v := least; v <= f.last; v++ {
		set[v] = true
	}
	if g.IntN(2) == 0 {
		values := g.Perm(f.last)[:1+g.IntN(f.last)]
		clear(set)
		for i := range values {
			values[i]++
			set[values[i]] = true
		}
		lib = f.in(values)
	}
	return expr{func(v view) indicators.Truth {
		value, known := v.words[f.key]
		if !known {
			return unknown
		}
		return indicators.TruthOf(set[value])
	}, lib, []string{f.key}}
}

func (g randomTeachers) hourField() string {
	return []string{"training_hours", "digital_hours", "practice_hours"}[g.IntN(3)]
}

func rat(f [2]uint64) *big.Rat {
	return new(big.Rat).SetFrac(new(big.Int).SetUint64(f[0]), new(big.Int).SetUint64(f[1]))
}

func (g randomTeachers) numberExpr() expr {
	key, f := g.hourField(), hourFigures[g.IntN(len(hourFigures))]
	figure, limit := literal(f[0], f[1], quantity.Hour), rat(f)
	field, kind := hourFields[key], g.IntN(6)
	if kind == 5 { // a parameter that nobody has set
		return expr{func(view) indicators.Truth { return unknown }, field.AtLeast(indicators.Parameter("unset")), []string{key}}
	}
	lib := [...]indicators.Condition[teacher.Record]{
		field.AtLeast(figure), field.AtMost(figure), field.MoreThan(figure), field.LessThan(figure), field.Is(figure)}[kind]
	return expr{func(v view) indicators.Truth {
		n, known := v.numbers[key]
		if !known {
			return unknown
		}
		order := n.Cmp(limit)
		return indicators.TruthOf([...]bool{order >= 0, order <= 0, order > 0, order < 0, order == 0}[kind])
	}, lib, []string{key}}
}

func (g randomTeachers) shareExpr() expr {
	of, than, f := g.hourField(), g.hourField(), shares[g.IntN(len(shares))]
	figure, share, kind := literal(f[0], f[1], quantity.Multiple), rat(f), g.IntN(3)
	lib := [...]indicators.Condition[teacher.Record]{
		hourFields[of].AtLeastShareOf(hourFields[than], figure), hourFields[of].MoreThanShareOf(hourFields[than], figure),
		hourFields[of].EqualsShareOf(hourFields[than], figure)}[kind]
	return expr{func(v view) indicators.Truth {
		n, known := v.numbers[of]
		m, also := v.numbers[than]
		if !known || !also {
			return unknown
		}
		order := n.Cmp(new(big.Rat).Mul(m, share))
		return indicators.TruthOf([...]bool{order >= 0, order > 0, order == 0}[kind])
	}, lib, []string{of, than}}
}

func (g randomTeachers) quotientExpr() expr {
	keys := [4]string{g.hourField(), g.hourField(), g.hourField(), g.hourField()}
	f := shares[g.IntN(len(shares))]
	figure, share, more := literal(f[0], f[1], quantity.Percent), rat(f), g.IntN(2) == 0
	left, right := hourFields[keys[0]].Per(hourFields[keys[1]]), hourFields[keys[2]].Per(hourFields[keys[3]])
	lib := left.AtLeastShareOf(right, figure)
	if more {
		lib = left.MoreThanShareOf(right, figure)
	}
	return expr{func(v view) indicators.Truth {
		var n [4]*big.Rat
		for i, key := range keys {
			if n[i] = v.numbers[key]; n[i] == nil {
				return unknown
			}
		}
		if n[1].Sign() == 0 || n[3].Sign() == 0 {
			return unknown
		}
		order := new(big.Rat).Quo(n[0], n[1]).Cmp(new(big.Rat).Mul(share, new(big.Rat).Quo(n[2], n[3])))
		return indicators.TruthOf(order > 0 || order == 0 && !more)
	}, lib, keys[:]}
}

func (g randomTeachers) recordedExpr() expr {
	if key := g.hourField(); g.IntN(2) == 0 {
		return expr{func(v view) indicators.Truth { return indicators.TruthOf(v.numbers[key] != nil) }, hourFields[key].Recorded(), []string{key}}
	}
	return expr{func(v view) indicators.Truth { return indicators.TruthOf(v.words["education"] != 0) }, teacher.Education.Recorded(), []string{"education"}}
}

// functionExpr is met where the hours of one field are whole and the teacher
// is full-time.
func (g randomTeachers) functionExpr() expr {
	key := g.hourField()
	lib := indicators.Holds(indicators.Function[teacher.Record]{
		Name: bilingual.Text{ZH: "专任且学时为整数", EN: "full-time with whole hours"}, Version: "1",
		Reads: []*indicators.Field[teacher.Record]{teacher.FullTime.Field, hourFields[key].Field},
		Holds: func(r *teacher.Record) bool {
			return r.FullTime == indicators.Yes && hourFields[key].Code(r).Steps()%100 == 0
		},
	})
	return expr{func(v view) indicators.Truth {
		answer, known := v.words["full_time"]
		n, also := v.numbers[key]
		if !known || !also {
			return unknown
		}
		return indicators.TruthOf(answer == 1 && n.IsInt())
	}, lib, []string{"full_time", key}}
}
