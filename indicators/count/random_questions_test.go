package count_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/count"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/indicators/teacher"
)

// dice make random teachers and random questions about them. What the answers must
// be is worked out in the tests of rules.
type dice struct{ *rand.Rand }

func newDice(seed uint64) dice { return dice{rand.New(rand.NewPCG(seed, 14))} }

func oneOf[T any](g dice, list ...T) T { return list[g.IntN(len(list))] }

// teacher returns a teacher with unknown and invalid fields among the known ones.
func (g dice) teacher() record {
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
	return record{
		Stage: indicators.Stage(word(8)), FullTime: indicators.Answer(word(2)), Specialist: indicators.Answer(word(2)),
		Education: indicators.Education(word(8)), Backbone: indicators.Tier(word(6)),
		TrainingHours: hours(), DigitalHours: hours(), PracticeHours: hours(),
	}
}

// register returns random teachers, some of them marked as no members.
func (g dice) register(n int) []record {
	records := make([]record, n)
	for k := range records {
		if records[k] = g.teacher(); g.IntN(10) == 0 {
			records[k].Skip()
		}
	}
	return records
}

func (g dice) condition(depth int) condition {
	if depth == 0 || g.IntN(3) == 0 {
		return g.element()
	}
	var parts []condition
	for range 1 + g.IntN(3) {
		parts = append(parts, g.condition(depth-1))
	}
	return oneOf(g, indicators.And(parts...), indicators.Or(parts...), indicators.Not(parts[0]))
}

func (g dice) element() condition {
	field := func() indicators.Number[record] {
		return oneOf(g, teacher.TrainingHours, teacher.DigitalHours, teacher.PracticeHours)
	}
	one, other := field(), field()
	figure := oneOf(g, hours(0), literal(1, 100, quantity.Hour), literal(1, 3, quantity.Hour), hours(25), hours(50), literal(5001, 100, quantity.Hour), hours(360),
		hours(1_000_000_000_000_000), indicators.Parameter("unset"))
	share := func(u quantity.Unit) indicators.Figure {
		return oneOf(g, literal(0, 1, u), literal(1, 3, u), literal(1, 2, u), literal(1, 1, u), literal(2, 1, u), literal(999_999_999_999_999, 1_000_000_000_000_000, u))
	}
	left, right := one.Per(other), field().Per(field())
	switch g.IntN(8) {
	case 0, 1:
		return oneOf(g, onWord(g, teacher.Stage, 8), onWord(g, teacher.FullTime, 2), onWord(g, teacher.Specialist, 2), onWord(g, teacher.Education, 8), onWord(g, teacher.Backbone, 6))
	case 2, 3:
		return oneOf(g, one.AtLeast, one.AtMost, one.MoreThan, one.LessThan, one.Is)(figure)
	case 4:
		return oneOf(g, one.AtLeastShareOf, one.MoreThanShareOf, one.EqualsShareOf)(other, share(quantity.Multiple))
	case 5:
		return oneOf(g, left.AtLeastShareOf, left.MoreThanShareOf)(right, share(quantity.Percent))
	case 6:
		return oneOf(g, one.Recorded(), teacher.Education.Recorded())
	}
	return indicators.Holds(indicators.Function[record]{Name: label, Version: "1", Reads: []*indicators.Field[record]{teacher.FullTime.Field, one.Field},
		Holds: func(r *record) bool { return r.FullTime == indicators.Yes && one.Code(r).Steps()%100 == 0 }})
}

func onWord[V indicators.Word](g dice, field indicators.Category[record, V], last int) condition {
	var words []V
	for _, n := range g.Perm(last)[:1+g.IntN(last)] {
		words = append(words, V(n+1))
	}
	return oneOf(g, field.In(words...), field.AtLeast(words[0]))
}

func (g dice) question(t testing.TB, key string) question {
	among := g.condition(1)
	if g.IntN(4) == 0 {
		among = every
	}
	return ask(t, key, among, g.condition(2))
}

func (g dice) questions(t testing.TB, n int) (list []question) {
	for i := range n {
		list = append(list, g.question(t, fmt.Sprint(i)))
	}
	return list
}

// Profiles are packed in place, packed through the descriptions and put together
// bin by bin, among other records and alone.
func TestProfilesOfRandomQuestionsAreTheSameHoweverTheyArePacked(t *testing.T) {
	untabled := 0
	for seed := range uint64(300) {
		g := newDice(seed)
		c := counterOf(t, g.questions(t, 1+g.IntN(9))...)
		_, without := c.TableSizes()
		untabled += without
		records := g.register(100)
		inPlace, described := c.Packed(records, false), c.Packed(records, true)
		for k := range records {
			if r := &records[k]; !r.Skipped() { // own functions are not asked about others
				require.Equal(t, c.Numbers(r, false), inPlace[k], "seed %d: %+v", seed, *r)
				require.Equal(t, inPlace[k], described[k], "seed %d: in place and through descriptions: %+v", seed, *r)
				require.Equal(t, inPlace[k], c.Packed(records[k:k+1], false)[0], "seed %d: among others and alone: %+v", seed, *r)
			}
		}
	}
	require.Positive(t, untabled, "some must tell too much apart to be counted by profile")
}

// A record about which more is known can only become more certain.
func TestMoreKnowledgeNeverWidensAClass(t *testing.T) {
	for seed := range uint64(200) {
		g := newDice(1000 + seed)
		q := g.question(t, "q")
		c := counterOf(t, q)
		class := func(r record) count.Class {
			class, _ := c.Class(0, r)
			return class
		}
		if strings.Contains(q.Among.Text(bilingual.English)+q.Counted.Text(bilingual.English), "recorded") {
			continue // the one condition about knowledge itself
		}
		for range 100 {
			less, more := g.teacher(), g.teacher()
			more.Stage, more.FullTime, more.Specialist = less.Stage, less.FullTime, less.Specialist
			more.TrainingHours, more.DigitalHours, more.PracticeHours = less.TrainingHours, less.DigitalHours, less.PracticeHours
			less.Education, less.Backbone = 0, 0
			require.Zero(t, class(more)&^class(less), "seed %d: %s: %+v", 1000+seed, q.Counted.Text(bilingual.English), more)
		}
	}
}

func TestCountsOfAnyRegisterArePossibleRestoredAsTheyWereAndTheSumOfTheirParts(t *testing.T) {
	for seed := range uint64(60) {
		g := newDice(3000 + seed)
		c := counterOf(t, append(g.questions(t, 1+g.IntN(6)), hoursRatio(t, "ratio"))...)
		records := g.register(120)
		whole := tallyOf(t, c, records...)
		require.NoError(t, c.Check(whole.Counts()), "seed %d: counts of a register are possible", seed)
		loaded, err := c.Load(whole.Counts())
		require.NoError(t, err)
		require.Equal(t, asJSON(t, whole), asJSON(t, loaded), "what is loaded is what was counted")

		state, err := whole.MarshalBinary()
		require.NoError(t, err)
		restored, err := c.Restore(state)
		require.NoError(t, err, "seed %d", seed)
		require.Equal(t, asJSON(t, whole), asJSON(t, restored), "what is restored is what was written down")

		merged := c.Tally()
		for _, i := range g.Perm(5) {
			require.NoError(t, merged.Merge(tallyOf(t, c, records[24*i:24*(i+1)]...)))
		}
		require.Equal(t, asJSON(t, whole), asJSON(t, merged), "parts in any order are the whole")
	}
}
