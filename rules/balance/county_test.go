package balance_test

import (
	"fmt"
	"math/big"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/indicators/resources"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules"
	"github.com/eduplan/tonghua/rules/balance"
	"github.com/eduplan/tonghua/rules/verdict"
)

var asOf = quantity.DateOf(2024, 12, 31)

// school is a row of a caller.
type school struct {
	County, Name string
	resources.Record
}

// key is the group of a school.
type key struct{ County, Name string }

func keyOf(s *school) key { return key{s.County, s.Name} }

func fill(s *school, r *resources.Record) {
	*r = s.Record
	balance.Fill(r)
}

// reference works the evaluation of a county out in rational numbers, from the words of the
// document and nothing of the library: a pupil of each stage weighs 1, 1.1 and 1.32, what a
// stage has of the whole school is its part by weight, and a coefficient is the root of the
// weighted mean of squares over the mean of all pupils.
type reference struct{ primary bool }

func rat(n, d int64) *big.Rat { return big.NewRat(n, d) }

var requiredOf = map[bool][7]*big.Rat{
	true:  {rat(42, 1000), rat(1, 100), rat(9, 1000), rat(45, 10), rat(75, 10), rat(2000, 1), rat(23, 1000)},
	false: {rat(53, 1000), rat(1, 100), rat(9, 1000), rat(58, 10), rat(102, 10), rat(2500, 1), rat(24, 1000)},
}

// values are what a school has for each pupil of the stage, nil where it is not assessed.
func (ref reference) values(s school) (values []*big.Rat, pupils int64) {
	n := func(c quantity.Count) int64 { return int64(c.Code().Steps()) }
	p, j, h := n(s.PrimaryPupils), n(s.JuniorPupils), n(s.SeniorPupils)
	heads := new(big.Rat).Add(rat(p, 1), new(big.Rat).Add(rat(11*j, 10), rat(132*h, 100)))
	pupils, part := p, rat(p, 1)
	teachers := []int64{n(s.PrimaryQualified), n(s.PrimaryBackbone), n(s.PrimaryPEArt)}
	visiting := n(s.PrimaryVisiting)
	of := map[indicators.SchoolKind]bool{indicators.PrimarySchool: true, indicators.NineYearSchool: true, indicators.TwelveYearSchool: true, indicators.TeachingPoint: p >= 50}
	if !ref.primary {
		pupils, part = j, rat(11*j, 10)
		teachers = []int64{n(s.JuniorQualified), n(s.JuniorBackbone), n(s.JuniorPEArt)}
		visiting = n(s.JuniorVisiting)
		of = map[indicators.SchoolKind]bool{indicators.JuniorHighSchool: true, indicators.NineYearSchool: true, indicators.TwelveYearSchool: true, indicators.CompleteSecondarySchool: true}
	}
	if !of[s.Kind] || pupils == 0 {
		return nil, 0
	}
	if all := p + j + h; s.Locality == indicators.Rural && all >= 50 && all < 100 {
		teachers[2] += visiting
	}
	sports := int64(s.SportsArea.Code().Steps())
	if s.DenseDistrict == indicators.Yes {
		sports += int64(s.SportsAreaNearby.Code().Steps())
	}
	for _, t := range teachers {
		values = append(values, rat(t, pupils))
	}
	for _, amount := range []*big.Rat{rat(int64(s.TeachingArea.Code().Steps()), 100), rat(sports, 100), rat(int64(s.Equipment.Code().Steps()), 100), rat(n(s.MultimediaRooms), 1)} {
		share := new(big.Rat).Mul(amount, new(big.Rat).Quo(part, heads))
		values = append(values, share.Quo(share, rat(pupils, 1)))
	}
	return values, pupils
}

func (ref reference) meets(s school) (meets, assessed bool) {
	values, _ := ref.values(s)
	if values == nil {
		return false, false
	}
	reached, near := 0, 0
	for i, v := range values {
		required := requiredOf[ref.primary][i]
		if v.Cmp(required) >= 0 {
			reached++
		}
		if v.Cmp(new(big.Rat).Mul(required, rat(85, 100))) >= 0 {
			near++
		}
	}
	return reached >= 6 && near == 7, true
}

// square is that of a coefficient, nil where there is none.
func (ref reference) square(schools []school, i int) *big.Rat {
	total, heads, n := new(big.Rat), new(big.Rat), 0
	for _, s := range schools {
		if values, pupils := ref.values(s); values != nil {
			total.Add(total, new(big.Rat).Mul(values[i], rat(pupils, 1)))
			heads.Add(heads, rat(pupils, 1))
			n++
		}
	}
	if n < 2 || total.Sign() == 0 {
		return nil
	}
	mean := total.Quo(total, heads)
	sum := new(big.Rat)
	for _, s := range schools {
		if values, pupils := ref.values(s); values != nil {
			d := new(big.Rat).Sub(values[i], mean)
			d.Mul(d, d)
			sum.Add(sum, d.Mul(d, new(big.Rat).Quo(rat(pupils, 1), heads)))
		}
	}
	return sum.Quo(sum, mean.Mul(mean, mean))
}

var kindsOfSchools = []indicators.SchoolKind{indicators.PrimarySchool, indicators.JuniorHighSchool, indicators.NineYearSchool, indicators.TwelveYearSchool,
	indicators.CompleteSecondarySchool, indicators.TeachingPoint, indicators.SpecialSchool, indicators.SeniorHighSchool}

// randomSchool has amounts near what is required, so that all verdicts come up.
func randomSchool(r *rand.Rand, county string, i int) school {
	s := school{County: county, Name: string(rune('a' + i))}
	s.Kind = kindsOfSchools[r.IntN(len(kindsOfSchools))]
	s.Locality = []indicators.Locality{indicators.Urban, indicators.Town, indicators.Rural}[r.IntN(3)]
	s.DenseDistrict = []indicators.Answer{indicators.Yes, indicators.No}[r.IntN(2)]
	count := func(most int) quantity.Count { return quantity.N(r.IntN(most)) }
	size := []int{60, 120, 900}[r.IntN(3)]
	s.PrimaryPupils, s.JuniorPupils, s.SeniorPupils = count(size), count(size), count(size)
	switch s.Kind {
	case indicators.PrimarySchool, indicators.TeachingPoint:
		s.JuniorPupils, s.SeniorPupils = quantity.Count{}, quantity.Count{}
	case indicators.JuniorHighSchool:
		s.PrimaryPupils, s.SeniorPupils = quantity.Count{}, quantity.Count{}
	case indicators.NineYearSchool:
		s.SeniorPupils = quantity.Count{}
	case indicators.CompleteSecondarySchool:
		s.PrimaryPupils = quantity.Count{}
	}
	of := func(share float64) quantity.Count {
		return quantity.N(int(float64(size) * share * (0.3 + r.Float64())))
	}
	s.PrimaryQualified, s.PrimaryBackbone, s.PrimaryPEArt, s.PrimaryVisiting = of(.05), of(.013), of(.012), count(3)
	s.JuniorQualified, s.JuniorBackbone, s.JuniorPEArt, s.JuniorVisiting = of(.05), of(.013), of(.012), count(3)
	area := func(each float64) quantity.Area {
		return quantity.AreaOf(float64(int(float64(size)*each*(0.2+r.Float64())*100)) / 100)
	}
	s.TeachingArea, s.SportsArea, s.SportsAreaNearby = area(6), area(10), area(1)
	s.Equipment, s.MultimediaRooms = quantity.Fen(r.IntN(size*300000+1)), of(.03)
	return s
}

// boundary moves an amount of a school to exactly what is required, or a step off.
func boundary(r *rand.Rand, s *school) {
	if s.Kind != indicators.PrimarySchool || s.PrimaryPupils.Code().Steps() == 0 {
		return
	}
	pupils := int64(s.PrimaryPupils.Code().Steps())
	s.TeachingArea = quantity.AreaOf(float64(450*pupils+int64(r.IntN(3)-1)) / 100)
	s.Equipment = quantity.Fen(200000*pupils + int64(r.IntN(3)-1))
	s.SportsArea = quantity.AreaOf(float64(6375*pupils/10+int64(r.IntN(3)-1)) / 100)
}

func panelOf(t testing.TB) *rules.Panel[school, resources.Record] {
	panel, err := rules.NewPanel(fill, balance.Schools()...)
	require.NoError(t, err)
	return panel
}

// TestRandomCountiesAreJudgedAsByRationalNumbers holds duties, findings, examinations and
// coefficients against the reference.
func TestRandomCountiesAreJudgedAsByRationalNumbers(t *testing.T) {
	r := rand.New(rand.NewPCG(11, 12))
	panel := panelOf(t)
	outcomes := map[verdict.Outcome]int{}
	for range 300 {
		var schools []school
		for i := range 2 + r.IntN(8) {
			s := randomSchool(r, []string{"甲县", "乙县"}[r.IntN(2)], i)
			if r.IntN(2) == 0 {
				boundary(r, &s)
			}
			schools = append(schools, s)
		}
		groups, err := rules.EvaluateBy(panel, asOf, schools, keyOf)
		require.NoError(t, err)
		counties, err := rules.Split(groups, func(k key) string { return k.County }, plan.County)
		require.NoError(t, err)
		for county, of := range counties.All() {
			var ours []school
			for _, s := range schools {
				if s.County == county {
					ours = append(ours, s)
				}
			}
			results := of.Total()
			for stage, ids := range map[bool][]plan.ID{true: idsOf(true), false: idsOf(false)} {
				ref := reference{stage}
				short := 0
				for i := range ours {
					meets, assessed := ref.meets(ours[i])
					var record resources.Record
					fill(&ours[i], &record)
					checkExamination(t, ref, ours[i], &record, meets, assessed)
					if assessed && !meets {
						short++
					}
				}
				duty, ok := results.Of(ids[0])
				require.True(t, ok)
				require.Equal(t, short > 0, duty.Outcome == verdict.NotMet, "%s: %s", county, duty)
				outcomes[duty.Outcome]++
				for i, id := range ids[1:] {
					result, ok := results.Of(id)
					require.True(t, ok)
					square := ref.square(ours, i)
					limit := map[bool]*big.Rat{true: rat(1, 4), false: rat(2025, 10000)}[stage]
					switch {
					case square == nil:
						require.NotEqual(t, verdict.Met, result.Outcome, id)
						require.NotEqual(t, verdict.NotMet, result.Outcome, id)
					default:
						require.Equal(t, map[bool]verdict.Outcome{true: verdict.Met, false: verdict.NotMet}[square.Cmp(limit) <= 0], result.Outcome, "%s %s: %s", id, square, result)
					}
					outcomes[result.Outcome]++
					checkNeeds(t, ref, ours, i, limit, result)
				}
			}
		}
	}
	for _, o := range []verdict.Outcome{verdict.Met, verdict.NotMet, verdict.NotApplicable} {
		assert.Greater(t, outcomes[o], 100, o)
	}
}

// idsOf are the statements of a stage: resources, and the coefficients in the order of the
// indicators.
func idsOf(primary bool) (ids []plan.ID) {
	for i, v := range balance.Schools().Views()[:16] {
		if i%2 == 0 == primary {
			ids = append(ids, v.ID())
		}
	}
	return ids
}

// checkExamination holds what is said of a school against the reference: each way to mend it
// mends it, and no amount of it could be one step smaller.
func checkExamination(t *testing.T, ref reference, s school, record *resources.Record, meets, assessed bool) {
	t.Helper()
	stage := map[bool]indicators.Stage{true: indicators.Primary, false: indicators.JuniorHigh}[ref.primary]
	found := false
	for _, e := range balance.Examine(record) {
		if e.Stage != stage {
			continue
		}
		found = true
		require.Equal(t, indicators.TruthOf(meets), e.Meets)
		values, _ := ref.values(s)
		for i, v := range values {
			require.Zero(t, v.Cmp(e.Indicators[i].Has), "%s: %s is not %s", e.Indicators[i].Key, e.Indicators[i].Has, v)
		}
		ways := 0
		for needs := range e.Mends() {
			ways++
			now, _ := ref.meets(given(s, ref.primary, needs, -1))
			require.True(t, now, "%v does not mend %v", needs, s)
			for less := range needs {
				now, _ = ref.meets(given(s, ref.primary, needs, less))
				require.False(t, now, "%v mends %v with less", needs, s)
			}
		}
		require.Equal(t, !meets, ways > 0)
	}
	require.Equal(t, assessed, found)
}

// given adds what a school needs, of one need a step less.
func given(s school, primary bool, needs []balance.Need, less int) school {
	for i, n := range needs {
		steps, _ := n.Amount.Steps().Uint64()
		if i == less {
			steps--
		}
		count := func(c *quantity.Count) { *c = c.Plus(quantity.N(steps)) }
		switch key := n.Indicator.Key; {
		case key == "qualified" && primary:
			count(&s.PrimaryQualified)
		case key == "qualified":
			count(&s.JuniorQualified)
		case key == "backbone" && primary:
			count(&s.PrimaryBackbone)
		case key == "backbone":
			count(&s.JuniorBackbone)
		case key == "pe-art" && primary:
			count(&s.PrimaryPEArt)
		case key == "pe-art":
			count(&s.JuniorPEArt)
		case key == "teaching-area":
			s.TeachingArea = s.TeachingArea.Plus(areaOf(steps))
		case key == "sports-area":
			s.SportsArea = s.SportsArea.Plus(areaOf(steps))
		case key == "equipment":
			s.Equipment = s.Equipment.Plus(quantity.Fen(steps))
		case key == "multimedia":
			count(&s.MultimediaRooms)
		}
	}
	return s
}

func areaOf(steps uint64) quantity.Area { return quantity.AreaOf(float64(steps) / 100) }

// keys of the seven indicators.
var indicatorKeys = []string{"qualified", "backbone", "pe-art", "teaching-area", "sports-area", "equipment", "multimedia"}

// checkNeeds gives each school that is named what it needs, which must bring the coefficient
// down to its limit, and a step less, which must not.
func checkNeeds(t *testing.T, ref reference, schools []school, i int, limit *big.Rat, result verdict.Result) {
	t.Helper()
	for _, far := range result.Difference.Furthest {
		if far.Needs.IsZero() {
			continue
		}
		at := slices.IndexFunc(schools, func(s school) bool { return fmt.Sprint(keyOf(&s)) == far.Name })
		require.GreaterOrEqual(t, at, 0, far.Name)
		need := []balance.Need{{Indicator: balance.Indicator{Key: indicatorKeys[i]}, Amount: far.Needs}}
		for less, want := range map[int]bool{-1: true, 0: false} {
			moved := slices.Clone(schools)
			moved[at] = given(schools[at], ref.primary, need, less)
			require.Equal(t, want, ref.square(moved, i).Cmp(limit) <= 0, "%s needs %s", far.Name, far.Needs)
		}
	}
}
