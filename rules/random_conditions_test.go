package rules_test

import (
	"fmt"
	"math/big"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/count"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/indicators/teacher"
)

// twin is a condition, how it is answered slowly, which fields it reads, and of which of
// them it asks more than whether they are recorded.
type twin struct {
	lib    condition
	slow   func(facts) truth
	reads  []string
	values []string
}

// dice make random teachers and random conditions on them.
type dice struct{ *rand.Rand }

func oneOf[T any](g dice, list ...T) T { return list[g.IntN(len(list))] }

// teacher returns a teacher with unknown and invalid fields among the known ones.
func (g dice) teacher() teacher.Record {
	// values and figures lie close together, so that comparisons come out either way
	hours := func() quantity.Hours {
		h, _ := quantity.ParseHours(oneOf(g, "", "-1", "0.001", "0", "0.01", "0.33", "0.34", "24.99", "25", "25.01", "49.99", "50", "50.01", "360", "92233720368547758.07"))
		return h.If(g.IntN(4) > 0)
	}
	word := func(last int) uint8 {
		switch g.IntN(12) {
		case 0:
			return indicators.InvalidWord
		case 1:
			return indicators.OtherWord
		}
		return uint8(g.IntN(last + 2)) // 0 is unknown, last+1 invalid
	}
	r := teacher.Record{
		Stage: indicators.Stage(word(8)), FullTime: indicators.Answer(word(2)), Specialist: indicators.Answer(word(2)),
		Education: indicators.Education(word(8)), Backbone: indicators.Tier(word(6)),
		TrainingHours: hours(), DigitalHours: hours(), PracticeHours: hours(),
	}
	if g.IntN(10) == 0 {
		r.Skip()
	}
	return r
}

func (g dice) condition(depth int) twin {
	if depth == 0 || g.IntN(3) == 0 {
		return oneOf(g, g.word, g.word, g.number, g.number, g.share, g.quotient, g.recorded, g.function)()
	}
	var out twin
	var parts []condition
	var slow []func(facts) truth
	for range 1 + g.IntN(3) {
		p := g.condition(depth - 1)
		parts, slow = append(parts, p.lib), append(slow, p.slow)
		out.reads, out.values = append(out.reads, p.reads...), append(out.values, p.values...)
	}
	joined := func(join func(...truth) truth) func(facts) truth {
		return func(f facts) truth {
			answers := make([]truth, len(slow))
			for i := range slow {
				answers[i] = slow[i](f)
			}
			return join(answers...)
		}
	}
	switch g.IntN(3) {
	case 0:
		out.lib, out.slow = indicators.Not(indicators.And(parts...)), func(f facts) truth { return not(joined(all)(f)) }
	case 1:
		out.lib, out.slow = indicators.And(parts...), joined(all)
	default:
		out.lib, out.slow = indicators.Or(parts...), joined(some)
	}
	return out
}

func (g dice) word() twin {
	return oneOf(g, wordTwin(g, teacher.Stage, 8), wordTwin(g, teacher.FullTime, 2), wordTwin(g, teacher.Specialist, 2),
		wordTwin(g, teacher.Education, 8), wordTwin(g, teacher.Backbone, 6))
}

func wordTwin[V indicators.Word](g dice, field indicators.Category[teacher.Record, V], last int) twin {
	key := field.Key()
	if g.IntN(2) == 0 {
		least := uint8(1 + g.IntN(last))
		return twin{field.AtLeast(V(least)), func(f facts) truth { return f.from(key, least) }, []string{key}, []string{key}}
	}
	var words []V
	var places []uint8
	for _, p := range g.Perm(last)[:1+g.IntN(last)] {
		words, places = append(words, V(p+1)), append(places, uint8(p+1))
	}
	return twin{field.In(words...), func(f facts) truth { return f.is(key, places...) }, []string{key}, []string{key}}
}

func (g dice) hours() (indicators.Number[teacher.Record], string) {
	n := oneOf(g, teacher.TrainingHours, teacher.DigitalHours, teacher.PracticeHours)
	return n, n.Key()
}

func (g dice) number() twin {
	field, key := g.hours()
	if g.IntN(6) == 0 { // a parameter that nobody has set
		return twin{field.AtLeast(indicators.Parameter("unset")), func(facts) truth { return maybe }, []string{key}, []string{key}}
	}
	figure := oneOf(g, [2]uint64{0, 1}, [2]uint64{1, 100}, [2]uint64{1, 3}, [2]uint64{25, 1}, [2]uint64{50, 1}, [2]uint64{5001, 100}, [2]uint64{360, 1}, [2]uint64{1_000_000_000_000_000, 1})
	limit := number(quantity.MustAmount(figure[0], figure[1], quantity.Hour))
	compare := oneOf(g, ">=", "<=", ">", "<", "=")
	lib := map[string]func(indicators.Figure) condition{">=": field.AtLeast, "<=": field.AtMost, ">": field.MoreThan, "<": field.LessThan, "=": field.Is}[compare](limit)
	text := fmt.Sprintf("%d/%d", figure[0], figure[1])
	return twin{lib, func(f facts) truth { return f.number(key, compare, text) }, []string{key}, []string{key}}
}

// portion returns a share as a figure and as a text.
func (g dice) portion(u quantity.Unit) (indicators.Figure, string) {
	s := oneOf(g, [2]uint64{0, 1}, [2]uint64{1, 3}, [2]uint64{1, 2}, [2]uint64{1, 1}, [2]uint64{2, 1}, [2]uint64{999_999_999_999_999, 1_000_000_000_000_000})
	return number(quantity.MustAmount(s[0], s[1], u)), fmt.Sprintf("%d/%d", s[0], s[1])
}

func (g dice) share() twin {
	of, part := g.hours()
	than, whole := g.hours()
	figure, text := g.portion(quantity.Multiple)
	compare := oneOf(g, ">=", ">", "=")
	lib := map[string]func(indicators.Number[teacher.Record], indicators.Figure) condition{
		">=": of.AtLeastShareOf, ">": of.MoreThanShareOf, "=": of.EqualsShareOf}[compare](than, figure)
	return twin{lib, func(f facts) truth { return f.share(part, compare, text, whole) }, []string{part, whole}, []string{part, whole}}
}

func (g dice) quotient() twin {
	var fields [4]indicators.Number[teacher.Record]
	reads := make([]string, 4)
	for i := range fields {
		fields[i], reads[i] = g.hours()
	}
	figure, text := g.portion(quantity.Percent)
	left, right, compare := fields[0].Per(fields[1]), fields[2].Per(fields[3]), ">="
	lib := left.AtLeastShareOf(right, figure)
	if g.IntN(2) == 0 {
		lib, compare = left.MoreThanShareOf(right, figure), ">"
	}
	return twin{lib, func(f facts) truth { return f.quotient(reads[0], reads[1], compare, text, reads[2], reads[3]) }, reads, reads}
}

func (g dice) recorded() twin {
	if field, key := g.hours(); g.IntN(2) == 0 {
		return twin{field.Recorded(), func(f facts) truth { return f.recorded(key) }, []string{key}, nil}
	}
	return twin{teacher.Education.Recorded(), func(f facts) truth { return f.recorded("education") }, []string{"education"}, nil}
}

// function is met where the hours of one field are whole and the teacher is full-time.
func (g dice) function() twin {
	field, key := g.hours()
	lib := indicators.Holds(indicators.Function[teacher.Record]{
		Name: bilingual.Text{ZH: "专任且学时为整数", EN: "full-time with whole hours"}, Version: "1",
		Reads: []*indicators.Field[teacher.Record]{teacher.FullTime.Field, field.Field},
		Holds: func(r *teacher.Record) bool { return r.FullTime == indicators.Yes && field.Code(r).Steps()%100 == 0 },
	})
	return twin{lib, func(f facts) truth {
		if f.recorded("full_time", key) == no {
			return maybe
		}
		return all(f.is("full_time", 1), truthOf(f[key].number.IsInt()))
	}, []string{"full_time", key}, []string{"full_time", key}}
}

// unset is a statement whose only parameter nobody has set.
type unset struct{ indicators.Figures }

func (unset) Parameter(string) (quantity.Amount, error) { return quantity.Amount{}, nil }

// question returns a random question beside its slow twin.
func (g dice) question(t *testing.T, key string) (count.Question[teacher.Record], *slowReading) {
	counted, among := g.condition(2), g.condition(1)
	q, slow := count.Question[teacher.Record]{Key: key}, &slowReading{kind: "share", counted: counted.slow, reads: counted.reads}
	var err error
	q.Counted, err = counted.lib.Resolve(unset{})
	require.NoError(t, err)
	if g.IntN(4) > 0 { // else every record is in scope
		q.Among, err = among.lib.Resolve(unset{})
		require.NoError(t, err)
		slow.among, slow.reads = among.slow, slices.Concat(among.reads, counted.reads)
	}
	var once []string
	for _, field := range slow.reads {
		if !slices.Contains(once, field) {
			once = append(once, field)
		}
	}
	slow.reads = once
	for _, field := range once {
		if !slices.Contains(counted.values, field) && (slow.among == nil || !slices.Contains(among.values, field)) {
			slow.recorded = append(slow.recorded, field)
		}
	}
	return q, slow
}

// practiceOfDigital divides practice hours by the digital hours that they are part of.
func practiceOfDigital() (count.Question[teacher.Record], *slowReading) {
	return count.Question[teacher.Record]{Key: "practice", Counted: indicators.And(teacher.PracticeHours.Recorded(), teacher.DigitalHours.Recorded()),
			Of: []count.Term[teacher.Record]{{Field: teacher.PracticeHours.Field, Weight: 1}}, Per: []count.Term[teacher.Record]{{Field: teacher.DigitalHours.Field, Weight: 1}}},
		practiceShare(nil, "practice_hours", "digital_hours")
}

// requireCounts compares an answer with what the slow evaluator says of the records.
func requireCounts(t *testing.T, q *slowReading, want slowCounts, got count.Answer, about ...any) {
	t.Helper()
	var gaps []count.Lack
	for _, field := range q.reads {
		if u, i := want.unknownIn[field], want.invalidIn[field]; u+i > 0 {
			gaps = append(gaps, count.Lack{Field: field, Unknown: u, Invalid: i})
		}
	}
	if want.classes != got.Classes || want.invalid != got.OpenInvalid || want.noWhole != got.NoWhole || !slices.Equal(gaps, got.Gaps) { // cheaply, thousands of times
		require.Equal(t, []any{want.classes, want.invalid, want.noWhole, gaps}, []any{got.Classes, got.OpenInvalid, got.NoWhole, got.Gaps}, about...)
	}
	if q.kind == "ratio" {
		steps := func(hours *big.Rat) string { return new(big.Rat).Mul(hours, big.NewRat(100, 1)).RatString() }
		require.Equal(t, []string{steps(want.of), steps(want.per), steps(want.wholes)}, []string{got.Of.String(), got.Per.String(), got.PerOfUnknown.String()}, about...)
	}
}

// One seed is one set of random conditions, asked about a hundred random teachers,
// who are counted in a pass and one by one: both must give the slow answer.
func TestRandomConditionsAreAnsweredLikeTheSlowEvaluatorDoes(t *testing.T) {
	rounds := 300
	if testing.Short() {
		rounds = 30
	}
	certain, open := 0, 0
	for seed := range uint64(rounds) {
		g := dice{rand.New(rand.NewPCG(seed, 14))}
		ratio, slowRatio := practiceOfDigital()
		questions, slow := []count.Question[teacher.Record]{ratio}, []*slowReading{slowRatio}
		for i := range 1 + g.IntN(9) {
			q, twin := g.question(t, fmt.Sprint(i))
			questions, slow = append(questions, q), append(slow, twin)
		}
		c, err := count.New(asOf, questions...)
		require.NoError(t, err)
		records := make([]teacher.Record, 100)
		var members []facts
		sum, one := c.Tally(), c.Tally()
		for k := range records {
			records[k] = g.teacher()
			r := &records[k]
			var seen []facts
			if !r.Skipped() {
				seen = []facts{factsOfRecord(r)}
				members = append(members, seen...)
			}
			one.Reset()
			require.NoError(t, c.Add(one, r, 1))
			require.NoError(t, c.Add(sum, r, 1))
			for i, q := range slow {
				want := q.counts(seen...)
				requireCounts(t, q, want, one.Answer(i), "seed %d: question %d: %+v", seed, i, r)
				if r.Skipped() {
					continue
				}
				class, invalid := c.Class(i, *r)
				if want.classes[class] != 1 || invalid != (want.invalid == 1) {
					require.Fail(t, "a class by itself", "seed %d: %+v: class %d, invalid %v", seed, *r, class, invalid)
				}
				if class.Certain() {
					certain++
				} else {
					open++
				}
			}
		}
		passed, err := count.Pass[teacher.Record, teacher.Record]{Counter: c, Mapping: itself}.All(count.Slice(records))
		require.NoError(t, err)
		for i, q := range slow {
			want := q.counts(members...)
			requireCounts(t, q, want, passed.Answer(i), "seed %d: the pass", seed)
			requireCounts(t, q, want, sum.Answer(i), "seed %d: record by record", seed)
		}
		require.Equal(t, passed.Fields(), sum.Fields(), "seed %d", seed)
		require.Equal(t, []int64{100, int64(100 - len(members))}, []int64{passed.Read(), passed.Skipped()})
		require.Equal(t, []int64{100, int64(100 - len(members))}, []int64{sum.Read(), sum.Skipped()})
	}
	require.Greater(t, certain, 10*rounds, "the random questions must not all be hopeless")
	require.Greater(t, open, 10*rounds, "nor all be easy")
}
