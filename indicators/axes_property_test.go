package indicators_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/count"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/indicators/teacher"
)

// asking is a question in both forms.
type asking struct {
	lib            indicators.Question[teacher.Record]
	among, counted expr
	every          bool // no scope was given
}

func (g randomTeachers) asking(t testing.TB) asking {
	q := asking{among: g.expr(1), counted: g.expr(2), every: g.IntN(4) == 0}
	figures := stated{"parameter unset": {}}
	var err error
	if !q.every {
		q.lib.Among, err = q.among.lib.Resolve(figures)
		require.NoError(t, err)
	}
	q.lib.Counted, err = q.counted.lib.Resolve(figures)
	require.NoError(t, err)
	return q
}

func (q asking) reads(key string) bool {
	return slices.Contains(q.counted.reads, key) || !q.every && slices.Contains(q.among.reads, key)
}

func (q asking) readsBoth() bool { return q.reads("digital_hours") && q.reads("practice_hours") }

// class is the slow answer: what the record may be, with every combination of
// scope and condition that the known fields leave open.
func (q asking) class(r *teacher.Record) count.Class {
	v := sees(r, q.readsBoth())
	scope := yes
	if !q.every {
		scope = q.among.slow(v)
	}
	var class count.Class
	if scope != yes {
		class |= count.OutOfScope
	}
	if counted := q.counted.slow(v); scope != no {
		if counted != no {
			class |= count.Counted
		}
		if counted != yes {
			class |= count.NotCounted
		}
	}
	return class
}

// gaps is the slow answer to which fields of the question show as unknown or
// invalid, two counts a field, in the order of Fields.
func (q asking) gaps(r *teacher.Record) (counts []int64, invalid bool) {
	for _, f := range q.lib.Fields() {
		c := f.Code(r)
		contradictory := (f.Key() == "digital_hours" || f.Key() == "practice_hours") && q.readsBoth() && contradicts(r)
		counts = append(counts, 0, 0)
		switch {
		case c == 0:
			counts[len(counts)-2] = 1
		case c >= quantity.FirstInvalid || contradictory:
			counts[len(counts)-1] = 1
			invalid = true
		}
	}
	return counts, invalid
}

// sets draws up to four sets of questions whose profiles are few enough for a lane.
func (g randomTeachers) sets(t testing.TB) (sets []*indicators.Axes[teacher.Record], asked [][]asking) {
	for len(sets) < 1+g.IntN(indicators.LanesPerWord) {
		var list []asking
		var questions []indicators.Question[teacher.Record]
		for range 1 + g.IntN(3) {
			q := g.asking(t)
			list, questions = append(list, q), append(questions, q.lib)
		}
		axes, err := indicators.NewAxes(teacher.Record{}.Subject(), questions...)
		require.NoError(t, err)
		if axes.Size() < indicators.MaxProfile {
			sets, asked = append(sets, axes), append(asked, list)
		}
	}
	return sets, asked
}

// One seed is one set of random conditions, asked about some hundred random
// teachers. The classes are read record by record, unpacked from the profile
// that packing in place gives, and unpacked from the one that packing through
// the descriptions gives: all three must give the slow answer.
func TestRandomConditionsAreAnsweredLikeTheSlowEvaluatorDoes(t *testing.T) {
	rounds := 600
	if testing.Short() {
		rounds = 60
	}
	subject := teacher.Record{}.Subject()
	certain, open := 0, 0
	for seed := range uint64(rounds) {
		g := newRandom(seed)
		sets, asked := g.sets(t)
		var offsets [indicators.LanesPerWord]uint16
		for lane := range offsets {
			size := 1
			if lane < len(sets) {
				size = sets[lane].Size()
			}
			offsets[lane] = uint16(g.IntN(indicators.MaxProfile - size + 1))
		}
		inPlace := indicators.NewLanes(subject, sets, offsets)
		described := indicators.DescribedLanes(subject, sets, offsets)
		decisions := make([][]indicators.Decision, len(sets))
		for lane := range sets {
			for _, q := range asked[lane] {
				decisions[lane] = append(decisions[lane], sets[lane].Decide(q.lib))
			}
		}
		var records [100]teacher.Record
		for k := range records {
			records[k] = g.record()
		}
		var packed [len(records)]uint64
		var hand int
		inPlace.Pack(records[:], packed[:], &hand)
		for k, r := range records {
			profiles := packed[k]
			require.Equal(t, profiles, inPlace.PackOne(&r), "seed %d: among others and alone: %+v", seed, r)
			require.Equal(t, described.PackOne(&r), profiles, "seed %d: in place and through descriptions: %+v", seed, r)
			for i, f := range subject.Fields() {
				require.Equal(t, i, subject.Index(f))
				require.Equal(t, f.Code(&r), subject.CodeOf(&r, i))
			}
			for lane := range offsets {
				number := int(profiles>>(16*lane)&0xffff) - int(offsets[lane])
				if lane >= len(sets) {
					require.Zero(t, number, "seed %d: a lane without a set yields its offset", seed)
					continue
				}
				axes := sets[lane]
				require.True(t, 0 <= number && number < axes.Size(), "seed %d: lane %d", seed, lane)
				read, unpacked := make([]uint8, axes.Len()), make([]uint8, axes.Len())
				axes.ClassesOf(&r, read)
				axes.ClassesAt(number, unpacked)
				require.Equal(t, read, unpacked, "seed %d: lane %d: %+v", seed, lane, r)
				for k, q := range asked[lane] {
					want := q.class(&r)
					require.Equal(t, want, decisions[lane][k].Class(read), "seed %d: among %s: counted %s: %+v",
						seed, q.lib.Among.Text(1), q.lib.Counted.Text(1), r)
					gaps, invalid := q.gaps(&r)
					counts, refused := countedGaps(&decisions[lane][k], read, len(gaps))
					require.Equal(t, invalid, refused, "seed %d", seed)
					require.Equal(t, gaps, counts, "seed %d: gaps of %s: %+v", seed, q.lib.Counted.Text(1), r)
					if want.Certain() {
						certain++
					} else {
						open++
					}
				}
			}
		}
	}
	require.Greater(t, certain, 10*rounds, "the random questions must not all be hopeless")
	require.Greater(t, open, 10*rounds, "nor all be easy")
}

// A record about which more is known can only become more certain.
func TestMoreKnowledgeNeverWidensAClass(t *testing.T) {
	for seed := range uint64(200) {
		g := newRandom(1000 + seed)
		q := g.asking(t)
		axes, err := indicators.NewAxes(teacher.Record{}.Subject(), q.lib)
		require.NoError(t, err)
		d := axes.Decide(q.lib)
		class := func(r teacher.Record) count.Class {
			classes := make([]uint8, axes.Len())
			axes.ClassesOf(&r, classes)
			return d.Class(classes)
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

// countedGaps counts one at each place where a decision counts a field.
func countedGaps(d *indicators.Decision, classes []uint8, places int) (counts []int64, invalid bool) {
	const base = 70
	list, invalid := d.AppendGaps([]uint32{7}, base, classes)
	counts = make([]int64, places)
	for _, at := range list[1:] {
		counts[at-base]++
	}
	return counts, invalid
}
