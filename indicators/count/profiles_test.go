package count_test

import (
	"math/big"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/count"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/indicators/teacher"
)

// digitOf works a digit out from its description, as a database would.
func digitOf(d *count.Digit[record], r *record) int {
	switch {
	case d.Field != nil && d.Words != nil:
		c := d.Field.Code(r)
		if c.Unknown() {
			return 0
		}
		for i, words := range d.Words {
			if c.Known() && slices.Contains(words, uint8(c.Steps())) {
				return i + 1
			}
		}
		return d.Base - 1
	case d.Field != nil:
		c, bin := d.Field.Code(r), 1
		if c.Unknown() {
			return 0
		}
		for c.Known() && bin <= len(d.Cuts) && c >= d.Cuts[bin-1] {
			bin++
		}
		if c.Invalid() {
			return d.Base - 1
		}
		return bin
	case d.Part.Part.Field != nil:
		part, whole := d.Part.Part.Code(r), d.Part.Whole.Code(r)
		if part.Known() && whole.Known() && part > whole {
			return 1
		}
		return 0
	}
	return compared(&d.Compared, r)
}

// compared answers a comparison in whole numbers of any size.
func compared(e *indicators.Element[record], r *record) int {
	for _, f := range slices.Concat(e.Of, e.Than) {
		if !f.Code(r).Known() {
			return 0
		}
	}
	num, den := e.Amount.Fraction()
	number := func(f *indicators.Field[record]) *big.Int { return new(big.Int).SetUint64(f.Code(r).Steps()) }
	left, right := new(big.Int).SetUint64(den), new(big.Int).SetUint64(num)
	left.Mul(left, number(e.Of[0]))
	right.Mul(right, number(e.Than[0]))
	if len(e.Of) == 2 {
		if number(e.Of[1]).Sign() == 0 || number(e.Than[1]).Sign() == 0 {
			return 0
		}
		left.Mul(left, number(e.Than[1]))
		right.Mul(right, number(e.Of[1]))
	}
	holds := map[indicators.Comparison]bool{
		indicators.NotBelow: left.Cmp(right) >= 0, indicators.NotAbove: left.Cmp(right) <= 0,
		indicators.Above: left.Cmp(right) > 0, indicators.Below: left.Cmp(right) < 0, indicators.EqualTo: left.Cmp(right) == 0,
	}
	if holds[e.Compare] {
		return 2
	}
	return 1
}

type profiled struct {
	n    int64
	sums []quantity.Wide
}

// byProfile counts records as somebody else would, by the descriptions of the digits.
func byProfile(p *count.Profiles[record], records []record) map[uint64]profiled {
	counted := map[uint64]profiled{}
	for k := range records {
		r := &records[k]
		if r.Skipped() {
			continue
		}
		number, stride := uint64(0), uint64(1)
		for i := range p.Digits {
			number += stride * uint64(digitOf(&p.Digits[i], r))
			stride *= uint64(p.Digits[i].Base)
		}
		one, there := counted[number]
		if !there {
			one.sums = make([]quantity.Wide, len(p.Amounts))
		}
		one.n++
		for i, f := range p.Amounts {
			one.sums[i], _ = one.sums[i].AddCarry(quantity.WideOf(f.Code(r).Steps()))
		}
		counted[number] = one
	}
	return counted
}

// withoutFunctions returns random questions that a database can answer.
func withoutFunctions(t *testing.T, g dice, n int) (list []question) {
	for len(list) < n {
		q := g.question(t, string(rune('a'+len(list))))
		if _, err := counterOf(t, q).Profiles(); err == nil {
			list = append(list, q)
		}
	}
	return list
}

func TestWhoCountsByProfileElsewhereCountsWhatAPassDoes(t *testing.T) {
	for seed := range uint64(200) {
		g := newDice(9000 + seed)
		c := counterOf(t, append(withoutFunctions(t, g, 1+g.IntN(8)), hoursRatio(t, "ratio"))...)
		records := g.register(150)
		profiles, err := c.Profiles()
		require.NoError(t, err)
		tally, skipped := c.Tally(), int64(0)
		for k := range records {
			if records[k].Skipped() {
				skipped++
			}
		}
		require.NoError(t, tally.AddRead(int64(len(records)), skipped))
		for i := range profiles {
			for number, one := range byProfile(&profiles[i], records) {
				require.NoError(t, profiles[i].Add(tally, number, one.n, one.sums...))
			}
		}
		require.Equal(t, asJSON(t, tallyOf(t, c, records...)), asJSON(t, tally), "seed %d", 9000+seed)
	}
}

func TestTheClassOfAProfileIsThatOfItsRecords(t *testing.T) {
	g := newDice(77)
	c := counterOf(t, withoutFunctions(t, g, 6)...)
	profiles, err := c.Profiles()
	require.NoError(t, err)
	for _, r := range g.register(300) {
		if r.Skipped() {
			continue
		}
		for i := range profiles {
			for number := range byProfile(&profiles[i], []record{r}) {
				for at, key := range profiles[i].Questions {
					class, _ := c.Class(c.Index(key), r)
					require.Equal(t, class, profiles[i].Class(at, number))
				}
			}
		}
	}
}

func TestADigitTellsWhatItSaysOfARecord(t *testing.T) {
	c := counterOf(t, ask(t, "q", every, indicators.And(teacher.Education.In(indicators.Master, indicators.Doctor), teacher.TrainingHours.AtLeast(hours(25)),
		teacher.TrainingHours.LessThan(hours(360)), teacher.PracticeHours.AtLeastShareOf(teacher.DigitalHours, half))))
	profiles, err := c.Profiles()
	require.NoError(t, err)
	var told []string
	for i := range profiles[0].Digits {
		d := &profiles[0].Digits[i]
		for value := range d.Base {
			told = append(told, d.Told(value))
		}
	}
	for _, want := range []string{
		"education unknown", "education master or doctor", "education invalid",
		"training_hours below 2500", "training_hours from 2500 and below 36000", "training_hours from 36000",
		"practice_hours known", "practice_hours not above digital_hours", "practice_hours above digital_hours",
		"practice_hours >= 50 % of digital_hours: unknown", "practice_hours >= 50 % of digital_hours: no", "practice_hours >= 50 % of digital_hours: yes",
	} {
		assert.Contains(t, told, want)
	}
}

func TestAFunctionIsNotAskedElsewhere(t *testing.T) {
	own := indicators.Holds(indicators.Function[record]{Name: label, Version: "1", Reads: []*indicators.Field[record]{teacher.Stage.Field}, Holds: func(*record) bool { return true }})
	_, err := counterOf(t, ask(t, "plain", every, teacher.Stage.Recorded()), ask(t, "own", every, own)).Profiles()
	require.Error(t, err)
	assert.EqualError(t, err, `count: questions ["plain" "own"]: the function "label" of the caller's cannot be asked elsewhere`)
}

func TestProfilesThatCannotBeAreNotAdded(t *testing.T) {
	c := asking(t, teacher.Education.AtLeast(indicators.Master))
	profiles, err := c.Profiles()
	require.NoError(t, err)
	p, tally := &profiles[0], c.Tally()
	require.EqualValues(t, 4, p.Size, "unknown, below, master's or above, invalid")
	empty := asJSON(t, tally)
	for name, err := range map[string]error{
		"a number beyond the last":         p.Add(tally, 4, 1),
		"fewer records than none":          p.Add(tally, 1, -1),
		"sums that nobody asked for":       p.Add(tally, 1, 1, quantity.WideOf(1)),
		"fewer rows than none":             tally.AddRead(-1, 0),
		"more rows skipped than were read": tally.AddRead(1, 2),
	} {
		assert.ErrorIs(t, err, count.ErrImpossible, name)
	}
	for name, err := range map[string]error{
		"more records than there can be": p.Add(tally, 1, count.MostRecords+1),
		"more rows than there can be":    tally.AddRead(count.MostRecords+1, 0),
	} {
		assert.ErrorIs(t, err, count.ErrTooMany, name)
	}
	assert.ErrorIs(t, p.Add(asking(t, teacher.Education.AtLeast(indicators.Master)).Tally(), 1, 1), count.ErrMismatch)
	assert.ErrorIs(t, p.Add(nil, 1, 1), count.ErrMismatch)
	assert.ErrorIs(t, new(count.Profiles[record]).Add(tally, 0, 1), count.ErrMismatch)
	assert.Equal(t, empty, asJSON(t, tally), "nothing of it is counted")
}

func TestSumsThatOutgrow128BitsAreRefused(t *testing.T) {
	c := counterOf(t, hoursRatio(t, "ratio"))
	profiles, err := c.Profiles()
	require.NoError(t, err)
	full := record{PracticeHours: quantity.WholeHours(1), DigitalHours: quantity.WholeHours(2)}
	most := quantity.WideOfWords(1<<64-1, 1<<64-1)
	for number := range byProfile(&profiles[0], []record{full}) {
		sums := make([]quantity.Wide, len(profiles[0].Amounts))
		for i := range sums {
			sums[i] = most
		}
		tally := c.Tally()
		require.NoError(t, profiles[0].Add(tally, number, 1, sums...))
		assert.ErrorIs(t, profiles[0].Add(tally, number, 1, sums...), count.ErrTooMany)
	}
}

func TestOneQuestionOfSeveralHasACounterOfItsOwn(t *testing.T) {
	flagged := ask(t, "second", every, teacher.Stage.Is(indicators.Primary))
	flagged.Flag = true
	c := counterOf(t, ask(t, "first", every, teacher.Education.Recorded()), flagged)
	assert.Equal(t, []string{"second"}, c.Flagged())
	only, err := c.Only(c.Index("second"))
	require.NoError(t, err)
	class, _ := only.Class(0, record{Stage: indicators.Primary})
	assert.Equal(t, counted, class)
	assert.Equal(t, -1, only.Index("first"))
}
