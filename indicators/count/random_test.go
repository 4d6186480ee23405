package count_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators/count"
	"github.com/eduplan/tonghua/indicators/quantity"
)

// asked is a question in both forms.
type asked struct {
	lib            question
	among, counted expr
	every          bool // no scope was given
}

func (g randomTeachers) asked(t testing.TB, key string) asked {
	q := asked{among: g.expr(1), counted: g.expr(2), every: g.IntN(4) == 0}
	q.lib = ask(t, key, every, q.counted.lib)
	if !q.every {
		q.lib.Among = resolved(t, q.among.lib)
	}
	return q
}

func (q asked) reads(key string) bool {
	return slices.Contains(q.counted.reads, key) || !q.every && slices.Contains(q.among.reads, key)
}

func (q asked) readsBoth() bool { return q.reads("digital_hours") && q.reads("practice_hours") }

// class is the slow answer: what the record may be, with every combination of
// scope and condition that the known fields leave open.
func (q asked) class(r *record) count.Class {
	v := sees(r, q.readsBoth())
	scope := yes
	if !q.every {
		scope = q.among.slow(v)
	}
	var class count.Class
	if scope != yes {
		class |= out
	}
	if holds := q.counted.slow(v); scope != no {
		if holds != no {
			class |= counted
		}
		if holds != yes {
			class |= not
		}
	}
	return class
}

// add adds the slow answer about a record to an answer: its class, and if that is
// open which fields of the question are unknown or invalid. Gaps has a place for
// each field.
func (q asked) add(a *count.Answer, r *record) {
	class := q.class(r)
	a.Classes[class]++
	if class == out || class == not || class == counted {
		return
	}
	invalid := false
	for i, f := range q.lib.Fields() {
		c := f.Code(r)
		contradictory := (f.Key() == "digital_hours" || f.Key() == "practice_hours") && q.readsBoth() && contradicts(r)
		switch {
		case c == 0:
			a.Gaps[i].Unknown++
		case c >= quantity.FirstInvalid || contradictory:
			a.Gaps[i].Invalid++
			invalid = true
		}
	}
	if invalid {
		a.OpenInvalid++
	}
}

// answer is the slow answer about records.
func (q asked) answer(records ...record) count.Answer {
	a := count.Answer{Key: q.lib.Key}
	for _, f := range q.lib.Fields() {
		a.Gaps = append(a.Gaps, count.Lack{Field: f.Key()})
	}
	for i := range records {
		if !records[i].Skipped() {
			q.add(&a, &records[i])
		}
	}
	a.Gaps = slices.DeleteFunc(a.Gaps, func(g count.Lack) bool { return g.Unknown|g.Invalid == 0 })
	return a
}

// requireAnswer compares cheaply, since it is asked for thousands of records.
func requireAnswer(t *testing.T, want, got count.Answer, format string, args ...any) {
	t.Helper()
	if want.Key != got.Key || want.Classes != got.Classes || want.OpenInvalid != got.OpenInvalid || !slices.Equal(want.Gaps, got.Gaps) {
		require.Equal(t, want, got, append([]any{format}, args...)...)
	}
}

// register returns random teachers, some of them marked as no members.
func (g randomTeachers) register(n int) []record {
	records := make([]record, n)
	for k := range records {
		if records[k] = g.record(); g.IntN(10) == 0 {
			records[k].Skip()
		}
	}
	return records
}

// One seed is one set of random conditions, asked about a hundred random teachers.
// Profiles are packed in place, packed through the descriptions and put together
// bin by bin: all must be the same. Records are counted in a pass and one by one:
// both must give the slow answer.
func TestRandomConditionsAreAnsweredLikeTheSlowEvaluatorDoes(t *testing.T) {
	rounds := 300
	if testing.Short() {
		rounds = 30
	}
	certain, open, untabled := 0, 0, 0
	for seed := range uint64(rounds) {
		g := newRandom(seed)
		var list []asked
		var questions []question
		for i := range 1 + g.IntN(9) {
			list = append(list, g.asked(t, fmt.Sprint(i)))
			questions = append(questions, list[i].lib)
		}
		c := counterOf(t, questions...)
		_, without := c.TableSizes()
		untabled += without
		records := g.register(100)
		inPlace, described := c.Packed(records, false), c.Packed(records, true)
		sum := c.Tally()
		for k := range records {
			r := &records[k]
			if !r.Skipped() { // own functions are not asked about others
				require.Equal(t, c.Numbers(r, false), inPlace[k], "seed %d: %+v", seed, *r)
				require.Equal(t, inPlace[k], described[k], "seed %d: in place and through descriptions: %+v", seed, *r)
				require.Equal(t, inPlace[k], c.Packed(records[k:k+1], false)[0], "seed %d: among others and alone: %+v", seed, *r)
			}
			one := c.Tally()
			require.NoError(t, c.Add(one, r, 1))
			require.NoError(t, c.Add(sum, r, 1))
			for i, q := range list {
				requireAnswer(t, q.answer(*r), one.Answer(i), "seed %d: among %s: counted %s: %+v", seed, q.lib.Among.Text(1), q.lib.Counted.Text(1), *r)
				if r.Skipped() {
					continue
				}
				want := q.class(r)
				class, invalid := c.Class(i, *r)
				if want != class || invalid != (one.Answer(i).OpenInvalid == 1) {
					require.Equal(t, want, class, "seed %d: among %s: counted %s: %+v", seed, q.lib.Among.Text(1), q.lib.Counted.Text(1), *r)
					require.Equal(t, one.Answer(i).OpenInvalid == 1, invalid, "seed %d: %+v", seed, *r)
				}
				if want.Certain() {
					certain++
				} else {
					open++
				}
			}
		}
		passed := tallyOf(t, c, records...)
		for i, q := range list {
			requireAnswer(t, q.answer(records...), passed.Answer(i), "seed %d: the pass", seed)
			requireAnswer(t, q.answer(records...), sum.Answer(i), "seed %d: record by record", seed)
		}
		require.Equal(t, passed.Fields(), sum.Fields(), "seed %d", seed)
		require.Equal(t, passed.Read(), sum.Read())
		require.Equal(t, passed.Skipped(), sum.Skipped())
	}
	require.Greater(t, certain, 10*rounds, "the random questions must not all be hopeless")
	require.Greater(t, open, 10*rounds, "nor all be easy")
	require.Positive(t, untabled, "some must tell too much apart to be counted by profile")
}

// A record about which more is known can only become more certain.
func TestMoreKnowledgeNeverWidensAClass(t *testing.T) {
	for seed := range uint64(200) {
		g := newRandom(1000 + seed)
		q := g.asked(t, "q")
		c := counterOf(t, q.lib)
		class := func(r record) count.Class {
			class, _ := c.Class(0, r)
			return class
		}
		if strings.Contains(q.lib.Among.Text(1)+q.lib.Counted.Text(1), "recorded") {
			continue // the one condition about knowledge itself
		}
		for range 100 {
			less, more := g.record(), g.record()
			more.Stage, more.FullTime, more.Specialist = less.Stage, less.FullTime, less.Specialist
			more.TrainingHours, more.DigitalHours, more.PracticeHours = less.TrainingHours, less.DigitalHours, less.PracticeHours
			less.Education, less.Backbone = 0, 0
			require.Zero(t, class(more)&^class(less), "seed %d: %s: %+v", 1000+seed, q.lib.Counted.Text(1), more)
		}
	}
}

// The laws of counts, over random registers and questions.
func TestLawsOfCounts(t *testing.T) {
	for seed := range uint64(60) {
		g := newRandom(3000 + seed)
		questions := []question{hoursRatio(t, "ratio")}
		for i := range 1 + g.IntN(6) {
			questions = append(questions, g.asked(t, fmt.Sprint(i)).lib)
		}
		c := counterOf(t, questions...)
		records := g.register(120)
		whole := tallyOf(t, c, records...)
		requireRatio(t, whole.Answer(0), records)
		require.NoError(t, c.Check(whole.Counts()), "seed %d: counts of a register are possible", seed)
		_, err := c.Match(whole.Counts())
		require.NoError(t, err)

		state, err := whole.MarshalBinary()
		require.NoError(t, err)
		restored, err := c.Restore(state)
		require.NoError(t, err, "seed %d", seed)
		require.Equal(t, asJSON(t, whole), asJSON(t, restored), "what is restored is what was written down")

		parts := make([]*count.Tally, 5)
		for i := range parts {
			parts[i] = tallyOf(t, c, records[24*i:24*(i+1)]...)
		}
		merged := c.Tally()
		for _, i := range g.Perm(len(parts)) {
			require.NoError(t, merged.Merge(parts[i]))
		}
		require.Equal(t, asJSON(t, whole), asJSON(t, merged), "parts in any order are the whole")
	}
}

// requireRatio adds the amounts up record by record.
func requireRatio(t *testing.T, got count.Answer, records []record) {
	t.Helper()
	var of, per, perOfUnknown quantity.Wide
	noWhole := int64(0)
	for i := range records {
		part, whole := records[i].PracticeHours.Code(), records[i].DigitalHours.Code()
		switch {
		case records[i].Skipped():
		case part.Known() && whole.Known() && part <= whole:
			of, per = of.Plus(part.Steps()), per.Plus(whole.Steps())
		case whole.Known() && !part.Known():
			perOfUnknown = perOfUnknown.Plus(whole.Steps())
		default:
			noWhole++
		}
	}
	require.Equal(t, []quantity.Wide{of, per, perOfUnknown}, []quantity.Wide{got.Of, got.Per, got.PerOfUnknown})
	require.Equal(t, noWhole, got.NoWhole)
}
