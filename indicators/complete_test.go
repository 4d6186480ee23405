package indicators_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
)

// census is a county whose employed are those of organisations and the self-employed,
// and whose people are the employed, those who study, and others.
type census struct {
	indicators.Row
	People, Employed, Students, Others, InOrganisations, SelfEmployed quantity.Count
}

func (census) Subject() *indicators.Subject[census] { return censuses }

var (
	censuses = indicators.NewSubject[census]("census", bilingual.Text{ZH: "普查", EN: "census"}, quantity.County)
	ofCensus = func(key string, at func(*census) *quantity.Count) indicators.Number[census] {
		return indicators.NewNumber(censuses, key, bilingual.Text{ZH: key, EN: key}, quantity.Person, at)
	}
	students     = ofCensus("students", func(c *census) *quantity.Count { return &c.Students })
	others       = ofCensus("others", func(c *census) *quantity.Count { return &c.Others })
	organised    = ofCensus("in_organisations", func(c *census) *quantity.Count { return &c.InOrganisations })
	selfEmployed = ofCensus("self_employed", func(c *census) *quantity.Count { return &c.SelfEmployed })
	employed     = ofCensus("employed", func(c *census) *quantity.Count { return &c.Employed }).SumOf(organised, selfEmployed)
	_            = ofCensus("people", func(c *census) *quantity.Count { return &c.People }).SumOf(employed, students, others)
)

// counted is a record of people, employed, students, others, in organisations and
// self-employed; -1 is unknown.
func counted(n ...int) census {
	var c census
	for i, at := range []*quantity.Count{&c.People, &c.Employed, &c.Students, &c.Others, &c.InOrganisations, &c.SelfEmployed} {
		*at = quantity.N(n[i]).If(n[i] >= 0)
	}
	return c
}

func keysOf(fields []*indicators.Field[census]) (keys []string) {
	for _, f := range fields {
		keys = append(keys, f.Key())
	}
	return keys
}

func TestAWholeAndItsPartsFillWhatIsMissing(t *testing.T) {
	for _, c := range []struct {
		name            string
		is, want        census
		filled, refused []string
	}{
		{"what adds up stays", counted(100, 60, 30, 10, 40, 20), counted(100, 60, 30, 10, 40, 20), nil, nil},
		{"a whole is the sum of its parts", counted(-1, 60, 30, 10, 40, 20), counted(100, 60, 30, 10, 40, 20), []string{"people"}, nil},
		{"the one part that is missing is the rest", counted(100, 60, 30, -1, 40, 20), counted(100, 60, 30, 10, 40, 20), []string{"others"}, nil},
		{"the rest may be nought", counted(90, 60, 30, -1, 40, 20), counted(90, 60, 30, 0, 40, 20), []string{"others"}, nil},
		{"two parts that are missing have no rest each", counted(100, 60, -1, -1, 40, 20), counted(100, 60, -1, -1, 40, 20), nil, nil},
		{"all missing parts are nought where the others make up the whole", counted(60, 60, -1, -1, 40, 20), counted(60, 60, 0, 0, 40, 20), []string{"students", "others"}, nil},
		{"one sum fills another", counted(-1, -1, 30, 10, 40, 20), counted(100, 60, 30, 10, 40, 20), []string{"employed", "people"}, nil},
		{"from above as well", counted(100, -1, 30, 10, 40, -1), counted(100, 60, 30, 10, 40, 20), []string{"employed", "self_employed"}, nil},
		{"nothing is known", counted(-1, -1, -1, -1, -1, -1), counted(-1, -1, -1, -1, -1, -1), nil, nil},
		{"a whole alone says nothing of its parts", counted(100, -1, -1, -1, -1, -1), counted(100, -1, -1, -1, -1, -1), nil, nil},
		{"a whole of nought says that its parts are nought", counted(-1, 0, 30, 10, -1, -1), counted(40, 0, 30, 10, 0, 0), []string{"in_organisations", "self_employed", "people"}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			done := censuses.Complete(&c.is)
			assert.Equal(t, c.want, c.is)
			assert.ElementsMatch(t, c.filled, keysOf(done.Filled))
			assert.Empty(t, done.Refused)
			again := censuses.Complete(&c.is)
			assert.Empty(t, again.Filled, "what is complete stays")
		})
	}
}

func TestWhatDoesNotAddUpIsInvalid(t *testing.T) {
	for _, c := range []struct {
		name    string
		is      census
		refused []string
	}{
		{"the parts are one short", counted(100, 60, 30, 9, 40, 20), []string{"people", "employed", "students", "others"}},
		{"the parts are one too many", counted(100, 60, 30, 11, 40, 20), []string{"people", "employed", "students", "others"}},
		{"the known parts are more than the whole", counted(89, 60, 30, -1, 40, 20), []string{"people", "employed", "students"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			done := censuses.Complete(&c.is)
			assert.ElementsMatch(t, c.refused, keysOf(done.Refused))
			for _, f := range done.Refused {
				assert.Equal(t, quantity.SumDiffers, f.Code(&c.is).Fault(), f.Key())
			}
			assert.Empty(t, censuses.Complete(&c.is).Refused, "what is refused stays so")
		})
	}
	spoiled := counted(100, 60, 30, -1, 40, 20)
	spoiled.Students = quantity.N(-1)
	done := censuses.Complete(&spoiled)
	assert.Empty(t, done.Filled, "an invalid figure has no rest")
	assert.Empty(t, done.Refused)
}

// No completion of small figures is anything but the one way in which they add up.
func TestCompletingFillsWhatAllWaysOfAddingUpHaveInCommon(t *testing.T) {
	const most = 4
	for n := range (most + 2) * (most + 2) * (most + 2) {
		known := [3]int{n%(most+2) - 1, n/(most+2)%(most+2) - 1, n/(most+2)/(most+2) - 1}
		is := counted(-1, known[0], -1, -1, known[1], known[2])
		var ways [][3]int
		for x := range 2*most + 1 {
			for y := range 2*most + 1 {
				way, fits := [3]int{x + y, x, y}, true
				for i := range way {
					fits = fits && (known[i] < 0 || known[i] == way[i])
				}
				if fits {
					ways = append(ways, way)
				}
			}
		}
		what := fmt.Sprintf("%d of %d and %d", known[0], known[1], known[2])
		done := censuses.Complete(&is)
		require.Equal(t, len(ways) == 0, len(done.Refused) > 0, what)
		for i, at := range []quantity.Count{is.Employed, is.InOrganisations, is.SelfEmployed} {
			common := len(ways) > 0
			for _, way := range ways {
				common = common && way[i] == ways[0][i]
			}
			require.Equal(t, common, at.Known(), "%s: %d", what, i)
			if common {
				assert.EqualValues(t, ways[0][i], at.Code().Steps(), what)
			}
		}
	}
}

func TestASumThatCannotBeIsAFaultOfItsSubject(t *testing.T) {
	s := indicators.NewSubject[bus]("bus", bilingual.Text{ZH: "校车", EN: "bus"}, quantity.Item)
	seats := indicators.NewNumber(s, "seats", bilingual.Text{ZH: "座位", EN: "seats"}, quantity.Place, func(b *bus) *quantity.Count { return &b.Seats })
	indicators.NewNumber(s, "riders", bilingual.Text{ZH: "乘坐", EN: "riders"}, quantity.Place, func(b *bus) *quantity.Count { return &b.Riders }).SumOf(seats)
	assert.ErrorContains(t, s.Err(), "at least two")
	assert.NotPanics(t, func() { indicators.Number[bus]{}.SumOf(seats) })
}

func BenchmarkComplete(b *testing.B) {
	c := counted(100, 60, 30, 10, 40, 20)
	b.ReportAllocs()
	for b.Loop() {
		if done := censuses.Complete(&c); done.Filled != nil {
			b.Fatal(done)
		}
	}
}
