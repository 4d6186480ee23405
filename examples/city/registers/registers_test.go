package registers_test

import (
	"crypto/sha256"
	"encoding/csv"
	"encoding/hex"
	"encoding/json"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/examples/city/registers"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules/tonghua"
	"github.com/eduplan/tonghua/rules/verdict"
)

func made(t testing.TB, c registers.Config) *registers.City {
	t.Helper()
	city, err := registers.New(c)
	require.NoError(t, err)
	return city
}

func judged(t testing.TB, c registers.Config) *registers.Verdicts {
	t.Helper()
	v, err := made(t, c).Evaluate()
	require.NoError(t, err)
	return v
}

// resultOf returns what the rules say of a statement.
func resultOf(t *testing.T, v *registers.Verdicts, id plan.ID) verdict.Result {
	t.Helper()
	for _, w := range v.Whole {
		if r, ok := w.Of(id); ok {
			return r
		}
	}
	t.Fatalf("no verdict on %s", id)
	return verdict.Result{}
}

// printed returns a figure that the plan gives for 2020 or before.
func printed(t *testing.T, id plan.ID, key string) plan.Figure {
	t.Helper()
	s, ok := plan.Tonghua().Statement(id)
	require.True(t, ok, id)
	f, ok := s.Figure(key)
	require.True(t, ok, "%s has no figure %s", id, key)
	return f
}

func countIf[T any](rows []T, is func(*T) bool) int {
	n := 0
	for i := range rows {
		if is(&rows[i]) {
			n++
		}
	}
	return n
}

func TestTheCityOf2020AddsUpToTheFiguresThatThePlanPrints(t *testing.T) {
	city := made(t, registers.Config{})
	general := func(s *registers.Teacher) bool {
		return strings.HasSuffix(s.StaffKind, "教师") && strings.Contains("小学 初中 高中", s.Stage)
	}
	certified := func(s *registers.Pupil) bool { return s.Space == "1" }
	specialist := func(s *registers.Teacher) bool { return s.Stage == "中职" && s.Specialist == "是" }
	dual := func(s *registers.Teacher) bool { return specialist(s) && s.DualQualified == "1" }
	villageUp := func(s *registers.School) bool {
		return strings.Contains("211 311 312 九年一贯制 341 342 345", s.Kind) && s.Bandwidth.V >= 100
	}
	graduates := 0
	for _, g := range city.Transitions {
		if g.Year.V <= 2020 {
			graduates += g.Graduates.V
		}
	}
	counties := map[string]bool{}
	for _, s := range city.Townships {
		counties[s.County] = true
	}
	for _, c := range []struct {
		id  plan.ID
		key string
		got int
	}{
		{plan.BaseRealname, "teachers", countIf(city.Teachers, func(s *registers.Teacher) bool { return general(s) && s.Space == "1" })},
		{plan.BaseRealname, "teachers", countIf(city.Teachers, general)},
		{plan.BaseRealname, "pupils", countIf(city.Pupils, certified)},
		{plan.BaseBroadband, "schools", countIf(city.Schools, villageUp)},
		{plan.BaseVocationalGraduates, "graduates", graduates},
		{plan.BaseBasicBalance, "counties", len(counties)},
		{plan.BaseDualQualified, "share", 100 * countIf(city.Teachers, dual) / countIf(city.Teachers, specialist)},
	} {
		assert.Equal(t, printed(t, c.id, c.key).Amount.Number(), strconv.Itoa(c.got), "%s %s", c.id, c.key)
	}
	assert.Equal(t, "77.14", printed(t, plan.BaseRealname, "pupil-share").Amount.Number())
	assert.Equal(t, 7714, 10_000*countIf(city.Pupils, certified)/len(city.Pupils), "of %d pupils", len(city.Pupils))
	assert.Equal(t, 59, countIf(city.Townships, func(s *registers.Township) bool { return s.Kind == "镇" || s.Kind == "乡" }))
	assert.Equal(t, 23, countIf(city.Townships, func(s *registers.Township) bool { return s.Kind == "街道" }))
	assert.NotContains(t, counties, "220581", "梅河口市 is run apart")
}

func TestTheRatesOf2020AreThoseThatThePlanPrints(t *testing.T) {
	v := judged(t, registers.Config{})
	for _, c := range []struct {
		rule, base plan.ID
		key        string
	}{
		{plan.PreschoolGrossEnrolment, plan.BasePreschoolGross, "rate"},
		{plan.PrimaryNetEnrolment, plan.BasePrimaryJuniorEnrolment, "rate"},
		{plan.JuniorNetEnrolment, plan.BasePrimaryJuniorEnrolment, "rate"},
		{plan.SeniorGrossEnrolment, plan.BaseSeniorGross, "rate"},
		{plan.DualQualifiedSpecialist, plan.BaseDualQualified, "share"},
		{plan.RealnameTeachers, plan.BaseRealname, "teacher-share"},
	} {
		assert.Zero(t, resultOf(t, v, c.rule).Value.Compare(printed(t, c.base, c.key).Amount), c.rule)
	}
}

func TestPupilsClassesAndEnrolmentsAgree(t *testing.T) {
	for _, year := range []int{2020, 2023, 2025} {
		city := made(t, registers.Config{Year: year})
		inClasses, children, places := 0, 0, 0
		for _, c := range city.Classes {
			inClasses += c.Pupils.V
		}
		for _, k := range city.Kindergartens {
			children += k.Children.V
		}
		for _, e := range city.Enrolments {
			if e.Level == "学前教育" {
				places += e.Enrolled.V
			}
		}
		assert.Len(t, city.Pupils, inClasses, year)
		assert.Equal(t, places, children, "children of %d", year)
	}
}

func TestTheCensusIsTheOneOfTheExample(t *testing.T) {
	file, err := os.Open("../attainment.csv")
	require.NoError(t, err)
	defer file.Close()
	lines, err := csv.NewReader(file).ReadAll()
	require.NoError(t, err)
	want := map[string][]string{}
	for _, line := range lines[1:] {
		if line[2] == "yes" {
			want[line[0]] = line[4:12] // age_from to bachelor_up
		}
	}
	got := map[string][]string{}
	for _, a := range made(t, registers.Config{Year: 2023}).Attainments {
		if a.AgeTo == nil {
			got[a.County] = nil
			for _, n := range []int{a.AgeFrom.V, a.None.V, a.Kinder.V, a.Primary.V, a.Junior.V, a.Senior.V, a.College.V, a.Bachelor.V} {
				got[a.County] = append(got[a.County], strconv.Itoa(n))
			}
		}
	}
	assert.Equal(t, want, got)
}

// missing are the reasons that say that the registers lack something a rule asks for.
var missing = []verdict.Reason{verdict.NoRecords, verdict.OtherPopulation, verdict.ZeroDenominator, verdict.MissingData, verdict.InvalidData, verdict.AbsentRecords}

func TestEveryMeasuredRuleHasAVerdictOnACleanCity(t *testing.T) {
	for _, year := range []int{2020, 2021, 2023, 2025} {
		v := judged(t, registers.Config{Year: year})
		said := map[plan.ID]bool{}
		for _, w := range v.Whole {
			assert.Empty(t, w.Faults, year)
			for _, r := range w.Rules {
				said[r.Statement] = true
				assert.NotContains(t, missing, r.Reason, "%d: %s", year, r.Statement)
				if year == registers.LastYear {
					assert.NotEqual(t, verdict.NotApplicable, r.Outcome, r.Statement)
				}
			}
		}
		byEvidence := map[plan.ID]bool{}
		for _, r := range tonghua.ByEvidence() {
			byEvidence[r.ID()] = true
		}
		for _, r := range tonghua.All() {
			assert.NotEqual(t, byEvidence[r.ID()], said[r.ID()], r.ID())
		}
	}
}

func TestTheCityMovesTowardsTheTargets(t *testing.T) {
	met := func(year int) (n int) {
		for _, w := range judged(t, registers.Config{Year: year}).Whole {
			for _, r := range w.Rules {
				if r.Outcome == verdict.Met {
					n++
				}
			}
		}
		return n
	}
	first, middle, last := met(2020), met(2023), met(2025)
	assert.Less(t, first, middle)
	assert.Less(t, middle, last)
	v := judged(t, registers.Config{Year: 2025})
	for id, want := range map[plan.ID]verdict.Outcome{
		plan.RealnamePupils: verdict.Met, plan.DualQualifiedSpecialist: verdict.Met, plan.PreschoolGrossEnrolment: verdict.Met,
		plan.TownshipKindergarten: verdict.Undetermined,                                // a measure of a part
		plan.TeamCityLeaders:      verdict.NotMet, plan.JuniorBachelor: verdict.NotMet, // some are not reached
		plan.RuralAllowance: verdict.Undetermined, // a word without number
	} {
		assert.Equal(t, want, resultOf(t, v, id).Outcome, id)
	}
}

func TestAreasAddUpToTheWholeCity(t *testing.T) {
	v := judged(t, registers.Config{Year: 2024})
	require.Len(t, v.Areas, 7, "six counties, and what the city runs itself")
	for _, id := range []plan.ID{plan.RealnameTeachers, plan.RealnamePupils, plan.Broadband100m, plan.PreschoolGrossEnrolment, plan.SpaceActivity} {
		of := quantity.Wide{}
		for _, a := range v.Areas {
			if r, ok := a.Results.Of(id); ok {
				var carry uint64
				of, carry = of.AddCarry(r.Value.Of.Steps())
				require.Zero(t, carry)
			}
		}
		assert.Equal(t, resultOf(t, v, id).Value.Of.Steps(), of, id)
	}
}

func TestTheSameConfigGivesTheSameBytesOnEveryMachine(t *testing.T) {
	c := registers.Config{Year: 2022, Unknown: 20, Invalid: 5, Seed: 7}
	one, err := json.Marshal(made(t, c))
	require.NoError(t, err)
	two, err := json.Marshal(made(t, c))
	require.NoError(t, err)
	require.Equal(t, one, two)
	sum := sha256.Sum256(one)
	assert.Equal(t, "2f1b7f29b795d0a2", hex.EncodeToString(sum[:8]), "if the rows are meant to change, write the new sum here")

	c.Seed = 8
	other, err := json.Marshal(made(t, c))
	require.NoError(t, err)
	assert.NotEqual(t, one, other)
}

func TestAConfigThatCannotBeIsRefused(t *testing.T) {
	for _, c := range []registers.Config{{Year: 2019}, {Year: 2026}, {Unknown: -1}, {Invalid: -1}, {Unknown: 600, Invalid: 401}} {
		_, err := registers.New(c)
		assert.Error(t, err, "%+v", c)
	}
	city := made(t, registers.Config{Unknown: 600, Invalid: 400})
	assert.Equal(t, registers.FirstYear, city.Year)
	assert.Equal(t, quantity.DateOf(2020, 12, 31), city.AsOf())
}

func TestATableAloneIsThatOfTheWholeCity(t *testing.T) {
	c := registers.Config{Year: 2023, Unknown: 4, Seed: 7}
	city, err := registers.New(c)
	require.NoError(t, err)
	teachers, err := registers.NewTeachers(c)
	require.NoError(t, err)
	assert.Equal(t, city.Teachers, teachers)
	enrolments, err := registers.NewEnrolments(c)
	require.NoError(t, err)
	assert.Equal(t, city.Enrolments, enrolments)
	assert.Equal(t, city.AsOf(), c.AsOf())

	for _, cannot := range []registers.Config{{Year: 2019}, {Unknown: 1001}} {
		_, err := registers.NewTeachers(cannot)
		assert.Error(t, err)
		_, err = registers.NewEnrolments(cannot)
		assert.Error(t, err)
	}
}
