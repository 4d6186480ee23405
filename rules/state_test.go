package rules_test

import (
	"encoding"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"math/rand/v2"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/indicators/teacher"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules"
	"github.com/eduplan/tonghua/rules/verdict"
)

var _ encoding.BinaryMarshaler = (*rules.Evaluator[staff, teacher.Record])(nil)

func fed(t testing.TB, p *rules.Panel[staff, teacher.Record], rows []staff) *rules.Evaluator[staff, teacher.Record] {
	t.Helper()
	e := started(t, p)
	for i := range rows {
		require.NoError(t, e.Add(&rows[i]))
	}
	return e
}

// carried sends an evaluator through its binary form.
func carried(t testing.TB, p *rules.Panel[staff, teacher.Record], e *rules.Evaluator[staff, teacher.Record]) *rules.Evaluator[staff, teacher.Record] {
	t.Helper()
	data, err := e.MarshalBinary()
	require.NoError(t, err)
	back, err := p.Restore(data)
	require.NoError(t, err)
	again, err := back.MarshalBinary()
	require.NoError(t, err)
	require.Equal(t, data, again)
	return back
}

func figuresOf(r verdict.Results) verdict.Results {
	r.Faults = nil // rows of several sources have no numbers in common
	return r
}

// Pieces of a register may be merged in any order and grouping, sent through
// their binary form or not.
func TestPiecesMergedInAnyOrderAreTheWhole(t *testing.T) {
	book := testBook()
	panel := panelOf(book)
	for seed := range uint64(10) {
		g := rand.New(rand.NewPCG(seed, 9))
		rows := messy(300+seed, 90)
		var parts []*rules.Evaluator[staff, teacher.Record]
		for left := rows; len(left) > 0; {
			n := g.IntN(len(left) + 1)
			parts = append(parts, fed(t, panel, left[:n]))
			left = left[n:]
		}
		for len(parts) > 1 {
			i := g.IntN(len(parts) - 1)
			a, b := parts[i], parts[len(parts)-1]
			if g.IntN(2) == 0 {
				a, b = b, a
			}
			if g.IntN(2) == 0 {
				b = carried(t, panel, b)
			}
			if g.IntN(2) == 0 {
				a = carried(t, panel, a)
			}
			before := b.Results()
			require.NoError(t, a.Merge(b))
			require.Equal(t, before, b.Results(), "the other stays as it is")
			require.Empty(t, a.Results().Faults, "rows of two parts have no numbers in common")
			parts[i] = a
			parts = parts[:len(parts)-1]
		}
		got := parts[0].Results()
		whole, err := panel.Evaluate(asOf, rows)
		require.NoError(t, err)
		require.Equal(t, figuresOf(whole), figuresOf(got))
		for i, r := range got.Rules {
			book[i].judged(t, pointersTo(rows), 0, r)
		}
	}
}

func TestARestoredEvaluatorGoesOn(t *testing.T) {
	panel := panelOf(testBook())
	rows := messy(17, 50)
	e := carried(t, panel, fed(t, panel, rows[:30]))
	for i := range rows[30:] {
		require.NoError(t, e.Add(&rows[30+i]))
	}
	require.NoError(t, e.Retract(&rows[2]))
	want := fed(t, panel, append(append([]staff(nil), rows[:2]...), rows[3:]...))
	assert.Equal(t, figuresOf(want.Results()), figuresOf(e.Results()))
}

// Every number of a state moved by one, with its checksum made good: what is
// taken for a state has as many records in the classes of a rule as it has read.
func TestAStateWhoseClassesDoNotAddUpIsRefused(t *testing.T) {
	p := edition(says("share", population(plan.AtLeast, half)))
	panel := rules.MustPanel(itself, rules.MustShare(p, "share", share{Counted: online}))
	e, err := panel.Start(asOf)
	require.NoError(t, err)
	for _, r := range group(5, 3, 2) {
		require.NoError(t, e.Add(&r))
	}
	state, err := e.MarshalBinary()
	require.NoError(t, err)
	body := len(state) - crc32.Size
	refused := 0
	for at := range body {
		for _, step := range []byte{1, 255} {
			moved := append([]byte(nil), state...)
			moved[at] += step
			binary.LittleEndian.PutUint32(moved[body:], crc32.ChecksumIEEE(moved[:body]))
			back, err := panel.Restore(moved)
			if errors.Is(err, rules.ErrDamaged) {
				refused++
			}
			if err != nil {
				continue
			}
			got := back.Results().Rules[0].Records
			assert.Equal(t, got.Read-got.Skipped, got.InScope, "byte %d: every record that is read is in scope", at)
		}
	}
	assert.GreaterOrEqual(t, refused, 8, "at least the number of records and the three classes of a share, up and down")
}

func TestAStateIsKnownByWhatWasAskedAndNotByTheEdition(t *testing.T) {
	atLeast := func(edition string, h uint64, share quantity.Amount) *rules.Panel[staff, teacher.Record] {
		p := plan.MustNew(plan.Document{Edition: edition, Name: bilingual.Text{ZH: "规划", EN: edition}, First: firstDay, Last: lastDay,
			Clauses:    []plan.Clause{{Place: "一", Kind: plan.Part, Citation: "Part 1", Title: bilingual.Text{ZH: "目标", EN: "targets"}}},
			Statements: []plan.Statement{says("trained", each(plan.AtLeast, hours(h)), population(plan.AtLeast, share))}})
		return rules.MustPanel(fillMessy, rules.Rule[teacher.Record](rules.MustDuty(p, "trained", duty{Must: teacher.TrainingHours.AtLeast(indicators.Each)})))
	}
	first := atLeast("first", 360, half)
	e := fed(t, first, messy(1, 20))
	state, err := e.MarshalBinary()
	require.NoError(t, err)

	same := atLeast("second", 360, half)
	back, err := same.Restore(state)
	require.NoError(t, err, "an edition that changes no rule")
	require.NoError(t, e.Merge(back))
	back, err = atLeast("first", 360, percent(51)).Restore(state)
	require.NoError(t, err, "another threshold of the population, which decides nothing about a record")
	assert.Equal(t, percent(51), back.Results().Rules[0].Threshold.Amount)

	p := edition(says("trained", each(plan.AtLeast, hours(360)), population(plan.AtLeast, half)), says("other", population(plan.AtLeast, half)))
	trained := rules.MustDuty(p, "trained", duty{Must: teacher.TrainingHours.AtLeast(indicators.Each)})
	narrower := rules.MustDuty(p, "trained", duty{Among: inSchool, Must: teacher.TrainingHours.AtLeast(indicators.Each)})
	other := rules.MustShare(p, "other", share{Counted: online})
	for name, panel := range map[string]*rules.Panel[staff, teacher.Record]{
		"another figure":    atLeast("first", 361, half),
		"another scope":     rules.MustPanel(fillMessy, rules.Rule[teacher.Record](narrower)),
		"one rule more":     rules.MustPanel(fillMessy, rules.Rule[teacher.Record](trained), rules.Rule[teacher.Record](other)),
		"another statement": rules.MustPanel(fillMessy, rules.Rule[teacher.Record](other)),
	} {
		_, err := panel.Restore(state)
		assert.ErrorIs(t, err, rules.ErrMismatch, name)
		before := e.Results()
		assert.ErrorIs(t, e.Merge(started(t, panel)), rules.ErrMismatch, name)
		assert.Equal(t, before, e.Results(), name)
	}
	earlier, err := first.Start(quantity.DateOf(2024, time.December, 31))
	require.NoError(t, err)
	assert.ErrorIs(t, e.Merge(earlier), rules.ErrMismatch, "another date")
	newer := append([]byte(nil), state...)
	newer[3]++
	_, err = first.Restore(newer)
	assert.ErrorIs(t, err, rules.ErrMismatch)
	assert.ErrorContains(t, err, "format 3, want 2")
}

func TestStatesOfZeroAndFailedEvaluators(t *testing.T) {
	var none *rules.Evaluator[staff, teacher.Record]
	var zero rules.Evaluator[staff, teacher.Record]
	panel := panelOf(testBook())
	good := started(t, panel)
	for _, e := range []*rules.Evaluator[staff, teacher.Record]{none, &zero} {
		_, err := e.MarshalBinary()
		assert.ErrorIs(t, err, rules.ErrZero)
		assert.ErrorIs(t, e.Merge(good), rules.ErrZero)
		assert.ErrorIs(t, good.Merge(e), rules.ErrZero)
		assert.ErrorIs(t, e.Retract(&staff{}), rules.ErrZero)
		assert.ErrorIs(t, e.Replace(&staff{}, &staff{}), rules.ErrZero)
	}
	_, err := (*rules.Panel[staff, teacher.Record])(nil).Restore(nil)
	assert.ErrorIs(t, err, rules.ErrZero)
	failed := started(t, panel)
	require.Error(t, failed.Add(nil))
	_, err = failed.MarshalBinary()
	assert.EqualError(t, err, "rules: row 1 is nil")
	assert.EqualError(t, good.Merge(failed), "rules: row 1 is nil")
}

func TestMergedCountsDoNotWrapAround(t *testing.T) {
	panel := rules.MustPanel(fillMessy, rules.Rule[teacher.Record](rules.MustShare(edition(says("share", population(plan.AtLeast, half))), "share", share{Counted: online})))
	e := fed(t, panel, []staff{{RealName: 1}, {RealName: 2}, {RealName: 1}})
	doublings := 0
	for ; e.Merge(e) == nil; doublings++ {
	}
	assert.Equal(t, 60, doublings, "3 × 2^60 is the last below 2^62")
	assert.ErrorIs(t, e.Merge(e), rules.ErrTooMany)
	r := carried(t, panel, e).Results()
	assert.Equal(t, "66.66 %", r.Rules[0].Value.In(bilingual.English, quantity.Down))
	assert.Equal(t, int64(3)<<60, r.Read)
}

func TestAStateIsSmall(t *testing.T) {
	panel := rules.MustPanel(fill, twelve()...)
	small, err := started(t, panel).MarshalBinary()
	require.NoError(t, err)
	large, err := fed(t, panel, register(3000, 10, 1)).MarshalBinary()
	require.NoError(t, err)
	assert.Less(t, len(small), 2000)
	assert.Less(t, len(large), 2*len(small))
}

func FuzzRestore(f *testing.F) {
	panel := panelOf(testBook())
	rows := messy(2, 25)
	for _, n := range []int{0, 1, 25} {
		data, err := fed(f, panel, rows[:n]).MarshalBinary()
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data, 0, byte(0), false)
		f.Add(data, 60, byte(3), true)
		f.Add(data[:len(data)-9], 20, byte(1), true)
	}
	f.Fuzz(func(t *testing.T, data []byte, at int, change byte, sealed bool) {
		data = append([]byte(nil), data...)
		if len(data) > 0 && at >= 0 {
			data[at%len(data)] ^= change
		}
		if sealed { // somebody who knows the format
			data = resealed(data)
		}
		e, err := panel.Restore(data)
		if err != nil {
			return
		}
		_ = fmt.Sprint(e.Results())
		again, err := e.MarshalBinary()
		require.NoError(t, err)
		_, err = panel.Restore(again)
		require.NoError(t, err)
		if err := e.Merge(e); err != nil {
			require.ErrorIs(t, err, rules.ErrTooMany)
		}
		require.NoError(t, e.Add(&rows[0]))
	})
}

// resealed puts the right check sum behind changed bytes.
func resealed(data []byte) []byte {
	if len(data) < 4 {
		return data
	}
	body := data[:len(data)-4]
	return binary.LittleEndian.AppendUint32(body, crc32.ChecksumIEEE(body))
}

func TestDamagedStatesAreRefused(t *testing.T) {
	panel := panelOf(testBook())
	good, err := fed(t, panel, messy(2, 25)).MarshalBinary()
	require.NoError(t, err)
	for n := range good {
		_, err := panel.Restore(good[:n])
		require.ErrorIs(t, err, rules.ErrDamaged, "cut after %d bytes", n)
		_, err = panel.Restore(resealed(append([]byte(nil), good[:n]...)))
		require.Error(t, err, "cut after %d bytes, by somebody who knows the check sum", n)
	}
	for i := range good {
		bad := append([]byte(nil), good...)
		bad[i] ^= 1
		_, err := panel.Restore(bad)
		require.Error(t, err, "byte %d", i)
	}
}
