package balance_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/indicators/resources"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/plan/evaluation"
	"github.com/eduplan/tonghua/rules/balance"
	"github.com/eduplan/tonghua/rules/verdict"
)

func TestEveryDemandOfTheDocumentHasARuleInItsOrder(t *testing.T) {
	var want, got []plan.ID
	for s := range evaluation.Measures().All() {
		if s.Modality != plan.NoDemand {
			want = append(want, s.ID)
		}
	}
	for _, v := range balance.All() {
		got = append(got, v.ID())
		assert.Equal(t, v.Statement().Evaluable == plan.Attested, v.Form() == indicators.EvidenceForm, v.ID())
		assert.NotEmpty(t, v.Measures(bilingual.Chinese), v.ID())
		assert.Equal(t, v.Form() != indicators.EvidenceForm, len(v.Needs()) > 0, v.ID())
	}
	assert.Equal(t, want, got)
	assert.Len(t, balance.Schools(), 18)
	assert.Len(t, balance.Classes(), 2)
	assert.Len(t, balance.Counties(), 17)
	assert.Len(t, balance.ByEvidence(), 12)
}

// typical is a primary school of 1,000 pupils that has exactly what is required.
func typical() resources.Record {
	return resources.Record{
		Kind: indicators.PrimarySchool, Locality: indicators.Town, PrimaryPupils: quantity.N(1000),
		PrimaryQualified: quantity.N(42), PrimaryBackbone: quantity.N(10), PrimaryPEArt: quantity.N(9), PrimaryVisiting: quantity.N(0),
		TeachingArea: quantity.WholeArea(4500), SportsArea: quantity.WholeArea(7500), Equipment: quantity.WholeYuan(2_000_000), MultimediaRooms: quantity.N(23),
	}
}

// TestEachIndicatorAtItsFigures moves one indicator of a school that has exactly what is
// required, and two at once. 85 % of what is required of 1,000 pupils are 35.7, 8.5 and 7.65
// teachers, 3,825 and 6,375 m², 1,700,000 yuan and 19.55 rooms.
func TestEachIndicatorAtItsFigures(t *testing.T) {
	backbone := func(n int) func(*resources.Record) {
		return func(r *resources.Record) { r.PrimaryBackbone = quantity.N(n) }
	}
	area := func(steps int) func(*resources.Record) {
		return func(r *resources.Record) { r.TeachingArea = quantity.AreaOf(float64(steps) / 100) }
	}
	for _, c := range []struct {
		name  string
		moved []func(*resources.Record)
		want  verdict.Outcome
	}{
		{"a school that has exactly what is required complies", nil, verdict.Met},
		{"one teacher fewer than required is still near", []func(*resources.Record){func(r *resources.Record) { r.PrimaryQualified = quantity.N(41) }}, verdict.Met},
		{"36 teachers of 35.7 are near", []func(*resources.Record){func(r *resources.Record) { r.PrimaryQualified = quantity.N(36) }}, verdict.Met},
		{"35 are not", []func(*resources.Record){func(r *resources.Record) { r.PrimaryQualified = quantity.N(35) }}, verdict.NotMet},
		{"9 backbone teachers of 8.5 are near", []func(*resources.Record){backbone(9)}, verdict.Met},
		{"8 are not", []func(*resources.Record){backbone(8)}, verdict.NotMet},
		{"3,825 m² are near", []func(*resources.Record){area(382500)}, verdict.Met},
		{"a hundredth of a square metre less is not", []func(*resources.Record){area(382499)}, verdict.NotMet},
		{"6,375 m² of sports grounds are near", []func(*resources.Record){func(r *resources.Record) { r.SportsArea = quantity.WholeArea(6375) }}, verdict.Met},
		{"a hundredth less is not", []func(*resources.Record){func(r *resources.Record) { r.SportsArea = quantity.AreaOf(6374.99) }}, verdict.NotMet},
		{"1,700,000 yuan of equipment are near", []func(*resources.Record){func(r *resources.Record) { r.Equipment = quantity.WholeYuan(1_700_000) }}, verdict.Met},
		{"a fen less is not", []func(*resources.Record){func(r *resources.Record) { r.Equipment = quantity.Fen(169_999_999) }}, verdict.NotMet},
		{"20 rooms of 19.55 are near", []func(*resources.Record){func(r *resources.Record) { r.MultimediaRooms = quantity.N(20) }}, verdict.Met},
		{"19 are not", []func(*resources.Record){func(r *resources.Record) { r.MultimediaRooms = quantity.N(19) }}, verdict.NotMet},
		{"two indicators that are near are one too many", []func(*resources.Record){backbone(9), area(449999)}, verdict.NotMet},
		{"of one that nobody knows the others decide nothing", []func(*resources.Record){func(r *resources.Record) { r.TeachingArea = quantity.Area{} }}, verdict.Undetermined},
		{"two that are near fail whatever a third is", []func(*resources.Record){backbone(9), func(r *resources.Record) { r.PrimaryPEArt = quantity.N(8) },
			func(r *resources.Record) { r.TeachingArea = quantity.Area{} }}, verdict.NotMet},
		{"a teaching point of 49 pupils is left out", []func(*resources.Record){func(r *resources.Record) {
			r.Kind, r.PrimaryPupils = indicators.TeachingPoint, quantity.N(49)
		}}, verdict.NotApplicable},
		{"one of 50 is not: it has enough for 1,000", []func(*resources.Record){func(r *resources.Record) {
			r.Kind, r.PrimaryPupils = indicators.TeachingPoint, quantity.N(50)
		}}, verdict.Met},
		{"a special school is left out", []func(*resources.Record){func(r *resources.Record) { r.Kind = indicators.SpecialSchool }}, verdict.NotApplicable},
		{"a school without pupils is none", []func(*resources.Record){func(r *resources.Record) { r.PrimaryPupils = quantity.N(0) }}, verdict.NotApplicable},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := typical()
			for _, move := range c.moved {
				move(&r)
			}
			balance.Fill(&r)
			assert.Equal(t, c.want, balance.PrimaryResources.Check(asOf, r).Outcome)
			examined := balance.Examine(&r)
			switch c.want {
			case verdict.NotApplicable:
				assert.Empty(t, examined)
			default:
				require.Len(t, examined, 1)
				assert.Equal(t, map[verdict.Outcome]indicators.Truth{verdict.Met: indicators.True, verdict.NotMet: indicators.False}[c.want], examined[0].Meets)
			}
		})
	}
}

func TestAnAmendedFigureReachesRulesAndExaminations(t *testing.T) {
	p, err := evaluation.Measures().Amend("stricter", plan.Amendment{By: bilingual.Text{ZH: "假设", EN: "a what-if"}, Effective: quantity.DateOf(2023, 1, 1),
		Changes: []plan.Change{plan.SetParameter(evaluation.PrimaryResources, "near", quantity.MustAmount(90, 100, quantity.Percent), plan.Official)}})
	require.NoError(t, err)
	f, err := balance.FiguresOf(p)
	require.NoError(t, err)
	r := typical()
	r.TeachingArea = quantity.WholeArea(4000) // 85 % are 3,825, 90 % are 4,050
	f.Fill(&r)
	assert.Equal(t, "4.05 m² per pupil", f.Examine(&r)[0].Indicators[3].Near.String())
	rule, err := balance.PrimaryResources.Under(p)
	require.NoError(t, err)
	result, err := rule.Evaluate(asOf, r)
	require.NoError(t, err)
	assert.Equal(t, verdict.NotMet, result.Outcome)
	assert.Equal(t, verdict.Met, balance.PrimaryResources.Check(asOf, r).Outcome)
}

func TestFiguresOfAnotherDocumentAreAnError(t *testing.T) {
	_, err := balance.FiguresOf(plan.Tonghua())
	require.EqualError(t, err, `balance: document tonghua-2021-2025 has no statement "primary-resources"`)
	_, err = balance.FiguresOf(nil)
	require.EqualError(t, err, "balance: no document")
}

func TestSizeRoomsAndClasses(t *testing.T) {
	school := func(kind indicators.SchoolKind, pupils int, larger indicators.Answer) resources.Record {
		r := resources.Record{Kind: kind, LargerAllowed: larger, PrimaryPupils: quantity.N(0), JuniorPupils: quantity.N(pupils), SeniorPupils: quantity.N(1000), Classes: quantity.N(25), MusicRooms: quantity.N(3), ArtRooms: quantity.N(3)}
		balance.Fill(&r)
		return r
	}
	for _, c := range []struct {
		name string
		r    resources.Record
		want verdict.Outcome
	}{
		{"2,000 pupils of a primary school", school(indicators.PrimarySchool, 2000, indicators.No), verdict.Met},
		{"2,001", school(indicators.PrimarySchool, 2001, indicators.No), verdict.NotMet},
		{"2,400 where more is allowed", school(indicators.JuniorHighSchool, 2400, indicators.Yes), verdict.Met},
		{"2,401", school(indicators.JuniorHighSchool, 2401, indicators.Yes), verdict.NotMet},
		{"2,500 of a nine-year school", school(indicators.NineYearSchool, 2500, indicators.No), verdict.Met},
		{"2,501", school(indicators.NineYearSchool, 2501, indicators.No), verdict.NotMet},
		{"3,000 of a twelve-year school where more is allowed", school(indicators.TwelveYearSchool, 3000, indicators.Yes), verdict.Met},
		{"3,001", school(indicators.TwelveYearSchool, 3001, indicators.Yes), verdict.NotMet},
		{"2,200 where nobody says whether more is allowed", school(indicators.PrimarySchool, 2200, 0), verdict.Undetermined},
		{"the junior part of a complete secondary school of 2,000 beside 1,000 seniors", school(indicators.CompleteSecondarySchool, 2000, indicators.No), verdict.Met},
		{"one of 2,001", school(indicators.CompleteSecondarySchool, 2001, indicators.No), verdict.NotMet},
		{"a teaching point", school(indicators.TeachingPoint, 20, indicators.No), verdict.NotApplicable},
	} {
		t.Run(c.name, func(t *testing.T) { assert.Equal(t, c.want, balance.SchoolSize.Check(asOf, c.r).Outcome) })
	}
	for _, c := range []struct {
		name                string
		classes, music, art int
		want                verdict.Outcome
	}{
		{"24 classes want two rooms of each", 24, 2, 2, verdict.Met},
		{"25 want three", 25, 2, 3, verdict.NotMet},
		{"and have them", 25, 3, 3, verdict.Met},
		{"one class wants one", 1, 1, 0, verdict.NotMet},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := resources.Record{Kind: indicators.PrimarySchool, Classes: quantity.N(c.classes), MusicRooms: quantity.N(c.music), ArtRooms: quantity.N(c.art)}
			balance.Fill(&r)
			assert.Equal(t, c.want, balance.MusicArtRooms.Check(asOf, r).Outcome)
		})
	}
}

func TestWhatIsSaidOfASchoolWithUnknownAmounts(t *testing.T) {
	r := typical()
	r.PrimaryBackbone, r.PrimaryPEArt, r.TeachingArea = quantity.N(9), quantity.N(8), quantity.Area{}
	balance.Fill(&r)
	e := balance.Examine(&r)[0]
	assert.Equal(t, indicators.False, e.Meets)
	assert.Equal(t, "小学：未达到，缺少的数据不改变结论：生均教学及辅助用房面积", e.String())
	r = typical()
	r.TeachingArea = quantity.Area{}
	balance.Fill(&r)
	e = balance.Examine(&r)[0]
	assert.Equal(t, "primary: nobody can say; not known: teaching and auxiliary rooms", e.Text(bilingual.English))
	for range e.Mends() {
		t.Error("nobody can say what would mend it")
	}
	r = typical()
	balance.Fill(&r)
	e = balance.Examine(&r)[0]
	assert.Equal(t, "primary: as required", e.Text(bilingual.English))
	assert.Equal(t, "每百名学生拥有县级以上骨干教师数：1.000，要求1（每百名学生），达到", e.Indicators[1].String())
	r.PrimaryPupils = quantity.N(90)
	balance.Fill(&r)
	assert.Equal(t, "90", r.Pupils.String(), "filled anew")
}
