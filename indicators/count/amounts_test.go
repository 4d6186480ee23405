package count_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/count"
	"github.com/eduplan/tonghua/indicators/enrolment"
	"github.com/eduplan/tonghua/indicators/quantity"
)

// enrolmentRatio divides those enrolled of an age by all of that age, with weights.
func enrolmentRatio(t testing.TB, of, per uint64) *count.Counter[enrolment.Record] {
	q := ask(t, "ratio", indicators.Condition[enrolment.Record]{}, indicators.And(enrolment.EnrolledOfAge.Recorded(), enrolment.OfficialAge.Recorded()))
	q.Of = []count.Term[enrolment.Record]{{Field: enrolment.EnrolledOfAge.Field, Weight: of}}
	q.Per = []count.Term[enrolment.Record]{{Field: enrolment.OfficialAge.Field, Weight: per}}
	return counterOf(t, q)
}

// summed adds the amounts up record by record.
func summed(records []enrolment.Record, ofWeight, perWeight uint64) (of, per, perOfUnknown quantity.Wide) {
	add := func(to *quantity.Wide, c quantity.Code, weight uint64) {
		*to, _ = to.AddCarry(quantity.Product(c.Steps(), weight))
	}
	for i := range records {
		switch part, whole := records[i].EnrolledOfAge.Code(), records[i].OfficialAge.Code(); {
		case records[i].Skipped():
		case part.Known() && whole.Known() && part <= whole:
			add(&of, part, ofWeight)
			add(&per, whole, perWeight)
		case whole.Known() && !part.Known():
			add(&perOfUnknown, whole, perWeight)
		}
	}
	return of, per, perOfUnknown
}

func TestLargeAndSmallAmountsAreAddedUpExactly(t *testing.T) {
	const limit = count.LargeAmount
	for _, whole := range []int64{0, 1, limit - 1, limit, limit + 1, 1<<62 + 1, 1<<63 - 1} {
		t.Run(fmt.Sprint(whole), func(t *testing.T) {
			n := quantity.N[int64]
			known := func(part, whole int64) enrolment.Record {
				return enrolment.Record{EnrolledOfAge: n(part), OfficialAge: n(whole)}
			}
			cook := known(whole, whole)
			cook.Skip()
			some := []enrolment.Record{known(whole, whole), known(0, whole), known(whole/2, whole), known(whole, whole/2), known(7, 9),
				{}, {OfficialAge: n(whole)}, {EnrolledOfAge: n(whole)}, {EnrolledOfAge: n(-1), OfficialAge: n(whole)}, {EnrolledOfAge: n(whole), OfficialAge: n(-1)}, cook}
			var records []enrolment.Record
			for range 20 {
				records = append(records, some...)
			}
			c := enrolmentRatio(t, 3, 1<<32)
			pass := passOf(c)
			want := count.Answer{}
			want.Of, want.Per, want.PerOfUnknown = summed(records, 3, 1<<32)
			live, err := pass.Start()
			require.NoError(t, err)
			for i := range records {
				require.NoError(t, live.Add(&records[i]))
			}
			for _, goroutines := range []int{1, 2} {
				pass.Goroutines = goroutines
				all, err := pass.All(count.Slice(records))
				require.NoError(t, err)
				assert.Equal(t, asJSON(t, live.Tally()), asJSON(t, all))
				for _, groups := range []int{1, 3, 100} { // more than are counted by profile
					row := 0
					pass.Goroutines = 1
					by, err := count.By(pass, count.Slice(records), func(*enrolment.Record) int { row++; return row % groups })
					require.NoError(t, err)
					total, err := by.Total()
					require.NoError(t, err)
					got := total.Answer(0)
					assert.Equal(t, []quantity.Wide{want.Of, want.Per, want.PerOfUnknown}, []quantity.Wide{got.Of, got.Per, got.PerOfUnknown}, "%d groups", groups)
				}
			}
		})
	}
}

func TestSumsOutgrow64BitsWithinOnePass(t *testing.T) {
	if testing.Short() {
		t.Skip("many records")
	}
	c := enrolmentRatio(t, 1, 1)
	const each = count.LargeAmount - 1
	largest := enrolment.Record{EnrolledOfAge: quantity.N(int64(each)), OfficialAge: quantity.N(int64(each))}
	rows := make([]struct{}, count.MostPending+17)
	pass := count.Pass[struct{}, enrolment.Record]{Counter: c, Mapping: func(_ *struct{}, r *enrolment.Record) { *r = largest }}
	tally, err := pass.All(count.Slice(rows))
	require.NoError(t, err)
	want := quantity.Product(each, uint64(len(rows)))
	high, _ := want.Words()
	require.Positive(t, high, "else the test is about nothing")
	assert.Equal(t, want, tally.Answer(0).Of)
	assert.Equal(t, want, tally.Answer(0).Per)
}

func TestASumThatOutgrows128BitsIsNoResult(t *testing.T) {
	c := enrolmentRatio(t, 1, 1<<63)
	records := func(n int, last int64) []enrolment.Record { // each but the last adds 2^125
		list := make([]enrolment.Record, n)
		for i := range list {
			list[i] = enrolment.Record{EnrolledOfAge: quantity.N(0), OfficialAge: quantity.N(int64(1 << 62))}
		}
		list[n-1].OfficialAge = quantity.N(last)
		return list
	}
	_, err := passOf(c).All(count.Slice(records(8, 1<<62-1)))
	assert.NoError(t, err, "2^63 short of too much")
	_, err = passOf(c).All(count.Slice(records(8, 1<<62)))
	assert.ErrorIs(t, err, count.ErrTooMany)
	_, err = passOf(c).All(count.Slice(records(9, 0)))
	assert.ErrorIs(t, err, count.ErrTooMany)

	small := records(8, 1<<62-1)
	small = append(small, enrolment.Record{EnrolledOfAge: quantity.N(0), OfficialAge: quantity.N(1)})
	_, err = passOf(c).All(count.Slice(small))
	assert.ErrorIs(t, err, count.ErrTooMany, "a small amount that comes last may be the one too many")
}
