package plan_test

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/plan"
)

// statement returns a statement that must be there.
func statement(t *testing.T, id plan.ID) *plan.Statement {
	t.Helper()
	s, ok := plan.Tonghua().Statement(id)
	require.True(t, ok, "no statement %s", id)
	return s
}

func TestThePlanOfTonghua(t *testing.T) {
	p := plan.Tonghua()
	assert.Equal(t, "tonghua-2021-2025", p.Edition())
	assert.Equal(t, bilingual.Text{ZH: "通化市“十四五”教育发展规划", EN: "14th Five-Year education development plan of Tonghua"}, p.Name())
	first, last := p.Period()
	assert.Equal(t, quantity.DateOf(2021, 1, 1), first)
	assert.Equal(t, quantity.DateOf(2025, 12, 31), last)
	assert.Equal(t, 324, p.Len(), "as many as the inventory has rows, and twelve that were split off")
	assert.Len(t, slices.Collect(p.All()), 324)
}

// The plan is put together from its tables without a check, so that programs
// start fast.
func TestTheTablesOfThePlanAreSoundAndInClauseOrder(t *testing.T) {
	p := plan.Tonghua()
	checked, err := plan.New(p.Document())
	require.NoError(t, err)
	assert.Equal(t, slices.Collect(checked.All()), slices.Collect(p.All()))
	assert.True(t, reflect.DeepEqual(checked, p), "what New makes of the tables is the plan itself")
}

// The numbers of the inventory, counted in its column "kind".
func TestStatementsOfEachKind(t *testing.T) {
	got := map[plan.Kind]int{}
	for s := range plan.Tonghua().All() {
		got[s.Kind]++
	}
	assert.Equal(t, map[plan.Kind]int{
		plan.Baseline: 14, plan.Context: 6, plan.Target: 34, plan.EntityRule: 37, plan.Count: 12, plan.Conditional: 6,
		plan.Prohibition: 2, plan.Periodic: 8, plan.Milestone: 32, plan.Commitment: 173,
	}, got)
}

// The numbers of the inventory, counted in its columns "modality" and "evaluable",
// moved by the rows of testdata/inventory_differences.csv.
func TestStatementsOfEachModalityAndWayToAnswer(t *testing.T) {
	modalities, ways, gradually := map[plan.Modality]int{}, map[plan.Evaluable]int{}, 0
	for s := range plan.Tonghua().All() {
		modalities[s.Modality]++
		ways[s.Evaluable]++
		if s.Gradually {
			gradually++
		}
	}
	assert.Equal(t, map[plan.Modality]int{plan.Must: 277, plan.Strive: 2, plan.Should: 2, plan.Encourage: 15, plan.Explore: 8,
		plan.NoDemand: 20}, modalities)
	assert.Equal(t, map[plan.Evaluable]int{plan.InFull: 42, plan.ByFigure: 26, plan.InPart: 90, plan.Attested: 158,
		plan.NoEvaluation: 8}, ways)
	assert.Equal(t, 8, gradually, "shortcomings, current affairs, remote service, graduates, training, rural service, "+
		"vocational spaces, funds per pupil")
}

// The numbers of the inventory, counted in its column "place"; a box counts to
// the section that it follows.
func TestStatementsOfEachPartAndSection(t *testing.T) {
	p := plan.Tonghua()
	for place, want := range map[plan.Place]int{
		"引言": 1,
		"一":  19, "一（一）": 16, "一（二）": 3,
		"二": 20, "二（一）": 1, "二（二）": 2, "二（三）": 17,
		"三": 241, "三（一）": 45 + 5, "三（二）": 25 + 7, "三（三）": 13 + 2, "三（四）": 6 + 8, "三（五）": 12 + 4, "三（六）": 16 + 3,
		"三（七）": 7, "三（八）": 11 + 1, "三（九）": 7 + 2, "三（十）": 37 + 10, "三（十一）": 13 + 7,
		"四": 43, "四（一）": 7, "四（二）": 15 + 7, "四（三）": 14,
		"专栏3": 5, "专栏4": 7, "专栏5": 2, "专栏6": 8, "专栏7": 4, "专栏8": 3, "专栏9": 0, "专栏10": 1, "专栏11": 2, "专栏12": 10,
		"专栏13": 7, "专栏14": 7,
		"三（十）第2段": 9, "三（十）第3段": 14, "三（十一）第3段": 0, "专栏12第1项": 2, "专栏12第2项": 8,
	} {
		assert.Len(t, slices.Collect(p.Within(place)), want, place)
	}
}

func TestStatementsStandInClauseOrder(t *testing.T) {
	p := plan.Tonghua()
	order := map[plan.Place]int{}
	for c := range p.Clauses() {
		order[c.Place] = len(order)
	}
	last := 0
	for s := range p.All() {
		at := order[s.Places[0]]
		assert.GreaterOrEqual(t, at, last, "%s stands above the statement before it", s.ID)
		last = at
	}
	var some []plan.ID
	for s := range p.Within("二（三）第2段") {
		some = append(some, s.ID)
	}
	assert.Equal(t, []plan.ID{plan.PreschoolGrossEnrolment, plan.PrimaryNetEnrolment, plan.JuniorNetEnrolment,
		plan.SeniorGrossEnrolment, plan.VocationalTrainingService, plan.DemonstrationSpecialities}, some, "as the paragraph names them")
}

func TestIDsAreUniqueAndWellFormed(t *testing.T) {
	p := plan.Tonghua()
	seen := map[plan.ID]bool{}
	for s := range p.All() {
		assert.Regexp(t, `^[a-z][a-z0-9]*(-[a-z0-9]+)*$`, string(s.ID))
		assert.False(t, seen[s.ID], "%s stands twice", s.ID)
		seen[s.ID] = true
		found, ok := p.Statement(s.ID)
		assert.True(t, ok)
		assert.Same(t, s, found, "looked up and listed are the same statement")
	}
}

func TestWhatIsNotThereIsNotFound(t *testing.T) {
	p := plan.Tonghua()
	for _, id := range []plan.ID{"", "senior", "Senior-Master", "senior-master ", "seniormaster"} {
		s, ok := p.Statement(id)
		assert.False(t, ok, id)
		assert.Nil(t, s)
	}
	for _, place := range []plan.Place{"", "五", "三（十二）", "专栏2", "三(十)"} {
		c, ok := p.Clause(place)
		assert.False(t, ok, place)
		assert.Zero(t, c)
		assert.Empty(t, slices.Collect(p.Within(place)), place)
	}
}

func TestEveryCitationResolves(t *testing.T) {
	p := plan.Tonghua()
	for s := range p.All() {
		require.NotEmpty(t, s.Places, s.ID)
		var zh, en []string
		for _, place := range s.Places {
			c, ok := p.Clause(place)
			require.True(t, ok, "%s: no clause %s", s.ID, place)
			assert.NotContains(t, []plan.ClauseKind{plan.Part, plan.Section, plan.Box}, c.Kind, "%s is cited by a whole chapter", s.ID)
			zh, en = append(zh, string(c.Place)), append(en, c.Citation)
		}
		assert.Equal(t, strings.Join(zh, "、"), s.Citation(bilingual.Chinese))
		assert.Equal(t, strings.Join(en, "; "), s.Citation(bilingual.English))
	}
}

func TestCitationsAsTheDocumentNumbersThem(t *testing.T) {
	for _, c := range []struct {
		id     plan.ID
		zh, en string
	}{
		{plan.PlanBasis, "引言", "Preface"},
		{plan.SeniorMaster, "三（十）第3段", "Part 3, section 10, paragraph 3"},
		{plan.TeacherPay, "三（十）第4段", "Part 3, section 10, paragraph 4"},
		{plan.SpendingOnlyRises, "四（三）第1段", "Part 4, section 3, paragraph 1"},
		{plan.TeamCountySecond, "专栏12第2项", "Box 12, item 2"},
		{plan.RealnamePupils, "三（十一）第1段、专栏13第3项", "Part 3, section 11, paragraph 1; Box 13, item 3"},
		{plan.DoubleReduction, "三（四）第2段、专栏6第3项、三（二）第5段",
			"Part 3, section 4, paragraph 2; Box 6, item 3; Part 3, section 2, paragraph 5"},
	} {
		assert.Equal(t, c.zh, statement(t, c.id).Citation(bilingual.Chinese))
		assert.Equal(t, c.en, statement(t, c.id).Citation(bilingual.English))
	}
}

func TestPassingOverStatementsCanBeStopped(t *testing.T) {
	p := plan.Tonghua()
	for s := range p.All() {
		assert.Equal(t, plan.PlanBasis, s.ID, "the preface comes first")
		break
	}
	for s := range p.Within("四") {
		assert.Equal(t, plan.PartyInspection, s.ID, "the inspections come first in part four")
		break
	}
	for c := range p.Clauses() {
		assert.Equal(t, plan.Place("引言"), c.Place)
		break
	}
}
