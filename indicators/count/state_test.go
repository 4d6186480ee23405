package count_test

import (
	"encoding/binary"
	"hash/crc32"
	"math"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/count"
	"github.com/eduplan/tonghua/indicators/enrolment"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/indicators/teacher"
)

func TestAStateIsRestoredByACounterThatAsksTheSame(t *testing.T) {
	state, err := tallyOf(t, masters(t), staff()...).MarshalBinary()
	require.NoError(t, err)
	date, err := count.StateDate(state)
	require.NoError(t, err)
	assert.Equal(t, asOf, date)
	restored, err := masters(t).Restore(state)
	require.NoError(t, err)
	assert.Equal(t, asJSON(t, tallyOf(t, masters(t), staff()...)), asJSON(t, restored))

	_, err = counterOf(t, ask(t, "masters", teacher.Stage.Is(indicators.SeniorHigh), teacher.Education.AtLeast(indicators.Doctor))).Restore(state)
	assert.ErrorIs(t, err, count.ErrMismatch, "another figure")
	later, err := count.New(quantity.DateOf(2026, time.December, 31), ask(t, "masters", teacher.Stage.Is(indicators.SeniorHigh), teacher.Education.AtLeast(indicators.Master)))
	require.NoError(t, err)
	_, err = later.Restore(state)
	assert.ErrorIs(t, err, count.ErrMismatch, "another date")
}

// The states below were written by the first release with this format. Another byte
// in them orphans what callers have stored: that is right only where the same records
// are counted otherwise, and then Version says so.
func TestAStateWrittenByAnEarlierReleaseIsRestoredAsLongAsCountingIsTheSame(t *testing.T) {
	share := []byte("ths\x022025-12-31fa546f2ad33acabb80f9ffa1bc8ef09e\x02\x01\amasters13a0\a\x01\x00\x00\x01\x01\x01\x00\x01\x01\x02\x00\x01\x00\x01\x01\x01\x00\x01\x01pc\xc0\xfb")
	ratio := []byte("ths\x022025-12-310ef00eaa9d360244b9f62df65fb7231a\x02\x01\x03net1722\x06\x00\x00\x00\x01\x00\x04\x00\x01\x01\x00\x00\x01\x00\x02\x01\x02\x01\x04\x01\x00\x02\x00\x02\x00\x00\x01\x00Z\x00d\x00\xc8\x01\xd0\xf3\x90\xf2")
	restored, err := masters(t).Restore(share)
	require.NoError(t, err, "the state of a share")
	assert.Equal(t, asJSON(t, tallyOf(t, masters(t), staff()...)), asJSON(t, restored))
	restored, err = net(t).Restore(ratio)
	require.NoError(t, err, "the state of a ratio")
	assert.Equal(t, asJSON(t, tallyOf(t, net(t), areas()...)), asJSON(t, restored))
}

func TestDamagedStatesAreRefused(t *testing.T) {
	c := masters(t)
	state, err := tallyOf(t, c, staff()...).MarshalBinary()
	require.NoError(t, err)
	for n := range state {
		_, err := c.Restore(state[:n])
		require.ErrorIs(t, err, count.ErrDamaged, "cut to %d bytes", n)
		if n == 3 {
			continue // the version, which is another one then
		}
		changed := append([]byte(nil), state...)
		changed[n] ^= 1
		_, err = c.Restore(changed)
		require.ErrorIs(t, err, count.ErrDamaged, "byte %d changed", n)
	}
	other := append([]byte(nil), state...)
	other[3]++
	_, err = c.Restore(other)
	assert.ErrorIs(t, err, count.ErrMismatch, "another format")
	_, err = c.Restore(signed(state[:len(state)-5]))
	assert.ErrorIs(t, err, count.ErrDamaged, "a count fewer")
	_, err = c.Restore(signed(append(state[:len(state)-4:len(state)-4], 0)))
	assert.ErrorIs(t, err, count.ErrDamaged, "a count more")
}

func TestAStateOfOtherQuestionsSaysWhatDiffers(t *testing.T) {
	stage, education := ask(t, "stage", every, teacher.Stage.Recorded()), ask(t, "education", every, teacher.Education.AtLeast(indicators.Master))
	state, err := tallyOf(t, counterOf(t, stage, education), staff()...).MarshalBinary()
	require.NoError(t, err)
	_, err = counterOf(t, ask(t, "education", every, teacher.Education.AtLeast(indicators.Doctor)), ask(t, "trained", every, teacher.TrainingHours.AtLeast(hours(360)))).Restore(state)
	assert.ErrorIs(t, err, count.ErrMismatch)
	assert.ErrorContains(t, err, "other figures or conditions in education; not counted there: trained; not asked here: stage")

	const at = 4 + len("2006-01-02") + 32 // behind format, date and identity
	require.EqualValues(t, count.Version, state[at])
	changed := append([]byte(nil), state[:len(state)-4]...)
	changed[at]++
	changed[20] ^= 1 // a version gives other identities
	_, err = counterOf(t, stage, education).Restore(signed(changed))
	assert.ErrorContains(t, err, "they were counted by version 3, this is 2")
}

func TestAStateThatNoRegisterHasIsRefused(t *testing.T) {
	c := masters(t)
	state, err := tallyOf(t, c, staff()...).MarshalBinary()
	require.NoError(t, err)
	body := state[:len(state)-4]
	const read = 4 + len("2006-01-02") + 32 + 2 + 1 + len("masters") + 4 // the first count; each of them takes a byte here
	for _, one := range []struct {
		name string
		at   int
		want error
	}{
		{"one more read than is in a class", 0, count.ErrImpossible},
		{"one more open with an invalid field", 4, count.ErrImpossible},
		{"one more counted", 4 + int(counted), count.ErrImpossible},
		{"the last field's invalid values", len(body) - 1 - read, nil},
	} {
		changed := append([]byte(nil), body...)
		changed[read+one.at]++
		_, err := c.Restore(signed(changed))
		assert.ErrorIs(t, err, one.want, one.name)
	}
}

// signed puts a checksum behind a state's body.
func signed(body []byte) []byte {
	return binary.LittleEndian.AppendUint32(append([]byte(nil), body...), crc32.ChecksumIEEE(body))
}

// weighing is a ratio whose part is added up with a weight.
func weighing(t testing.TB, weight uint64) *count.Counter[enrolment.Record] {
	q := count.Question[enrolment.Record]{Key: "q", Counted: enrolment.Enrolled.Recorded(), Of: []count.Term[enrolment.Record]{{Field: enrolment.Enrolled.Field, Weight: weight}}}
	return counterOf(t, q)
}

func TestSumsThatOutgrow128BitsAreAnError(t *testing.T) {
	eight := enrolment.Record{Enrolled: quantity.N(8)}
	t.Run("2^66 a record, counted 2^62 times, make 2^128", func(t *testing.T) {
		c := weighing(t, 1<<63)
		tally := c.Tally()
		require.NoError(t, c.Add(tally, &eight, 1<<62-1))
		assert.Equal(t, "340282366920938463389587631136930004992", tally.Answer(0).Of.String(), "2^128 - 2^66")
		assert.ErrorIs(t, c.Add(tally, &eight, 1), count.ErrTooMany)
		assert.ErrorIs(t, tally.Err(), count.ErrTooMany)
		_, err := tally.MarshalBinary()
		assert.ErrorIs(t, err, count.ErrTooMany, "and such a tally is not written down")
		assert.ErrorIs(t, c.Add(c.Tally(), &eight, 1<<62), count.ErrTooMany, "at once")
	})
	t.Run("two tallies of 2^127", func(t *testing.T) {
		c := weighing(t, 1<<63)
		one, other, less := c.Tally(), c.Tally(), c.Tally()
		require.NoError(t, c.Add(one, &eight, 1<<61))
		require.NoError(t, c.Add(other, &eight, 1<<61))
		require.NoError(t, c.Add(less, &eight, 1<<61-1))
		before := asJSON(t, one)
		assert.ErrorIs(t, one.Merge(other), count.ErrTooMany)
		assert.Equal(t, before, asJSON(t, one), "nothing has changed")
		assert.NoError(t, one.Merge(less))
	})
	t.Run("a tally that has outgrown its sums stays an error when it is merged", func(t *testing.T) {
		c := weighing(t, 1<<63)
		whole, broken := c.Tally(), c.Tally()
		require.ErrorIs(t, c.Add(broken, &eight, 1<<62), count.ErrTooMany)
		require.NoError(t, whole.Merge(broken))
		assert.ErrorIs(t, whole.Err(), count.ErrTooMany)
	})
	t.Run("three rows of nearly 2^127 in a pass", func(t *testing.T) {
		most := enrolment.Record{Enrolled: quantity.N(int64(math.MaxInt64))}
		pass := passOf(weighing(t, math.MaxUint64))
		for _, goroutines := range []int{1, 3} {
			pass.Goroutines = goroutines
			tally, err := pass.All(count.Slice([]enrolment.Record{most, most}))
			require.NoError(t, err)
			assert.Equal(t, "340282366920938463408034375210639556610", tally.Answer(0).Of.String(), "2 × (2^63-1) × (2^64-1)")
			tally, err = pass.All(count.Slice([]enrolment.Record{most, most, most}))
			assert.ErrorIs(t, err, count.ErrTooMany)
			assert.Nil(t, tally)
			_, err = count.By(pass, count.Slice([]enrolment.Record{most, most, most}), func(*enrolment.Record) string { return "通化市" })
			assert.ErrorIs(t, err, count.ErrTooMany)
		}
		live, err := pass.Start()
		require.NoError(t, err)
		assert.NoError(t, live.Add(&most))
		assert.NoError(t, live.Add(&most))
		assert.ErrorIs(t, live.Add(&most), count.ErrTooMany)
	})
}

func TestAtMost2To62RecordsAreCounted(t *testing.T) {
	c := masters(t)
	r := record{Stage: indicators.Primary}
	tally, one := c.Tally(), tallyOf(t, c, r)
	require.NoError(t, c.Add(tally, &r, 1<<62))
	before := asJSON(t, tally)
	assert.ErrorIs(t, c.Add(tally, &r, 1), count.ErrTooMany)
	assert.ErrorIs(t, tally.Merge(one), count.ErrTooMany)
	assert.ErrorIs(t, c.Add(tally, &r, math.MaxInt64), count.ErrTooMany)
	assert.ErrorIs(t, c.Add(tally, &r, -1), count.ErrTooMany, "nor fewer than none")
	assert.Equal(t, before, asJSON(t, tally), "nothing has changed")
	assert.NoError(t, tally.Merge(c.Tally()))
	live, err := passOf(c).Resume(tally)
	require.NoError(t, err)
	assert.ErrorIs(t, live.Add(&r), count.ErrTooMany)
	assert.Equal(t, before, asJSON(t, live.Tally()))
}

func TestATermOfWeightNoughtAddsNothing(t *testing.T) {
	q := hoursRatio(t, "q")
	q.Per = append(q.Per, count.Term[record]{Field: teacher.PracticeHours.Field})
	a := tallyOf(t, counterOf(t, q), practice(25, 50), practice(1, 2)).Answer(0)
	assert.Equal(t, quantity.WideOf(2600), a.Of, "26 hours in hundredths")
	assert.Equal(t, quantity.WideOf(5200), a.Per, "52 hours and nothing of the practice")
}

func TestTalliesThatWereAskedOtherThingsAreNotMerged(t *testing.T) {
	one := tallyOf(t, counterOf(t, hoursRatio(t, "a"), ask(t, "b", every, teacher.Stage.Recorded())), staff()...)
	before := asJSON(t, one)
	for _, c := range []struct {
		name, want string
		questions  []question
	}{
		{"another key", "not counted there: b; not asked here: c", []question{hoursRatio(t, "a"), ask(t, "c", every, teacher.Stage.Recorded())}},
		{"another condition", "other figures or conditions in b", []question{hoursRatio(t, "a"), ask(t, "b", every, teacher.Education.Recorded())}},
		{"another order", "they stand in another order", []question{ask(t, "b", every, teacher.Stage.Recorded()), hoursRatio(t, "a")}},
	} {
		err := one.Merge(counterOf(t, c.questions...).Tally())
		assert.ErrorIs(t, err, count.ErrMismatch, c.name)
		assert.ErrorContains(t, err, ": "+c.want, c.name)
		assert.Equal(t, before, asJSON(t, one))
	}
	assert.NoError(t, one.Merge(counterOf(t, hoursRatio(t, "a"), ask(t, "b", every, teacher.Stage.Recorded())).Tally()), "another counter that asks the same")
}
