package plan_test

import (
	"encoding/json"
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/plan"
)

func TestBearersAreParsedAndPrinted(t *testing.T) {
	cases := []struct {
		says, key, zh, en string
		bearer            plan.Bearer
	}{
		{"what demands nothing falls on nobody", "none", "无", "nobody", plan.Nobody},
		{"a total falls on the city", "city", "全市", "the city as a whole", plan.City},
		{"a duty of local governments falls on each county", "county", "各县（市、区）", "each county", plan.County},
		{"a duty of townships falls on each of them", "township", "各乡镇", "each township", plan.Township},
		{"a duty of schools falls on each school", "school", "各学校", "each school", plan.School},
		{"a duty of kindergartens falls on each kindergarten", "kindergarten", "各幼儿园", "each kindergarten", plan.Kindergarten},
		{"a duty of vocational programmes falls on each programme", "programme", "各专业", "each programme", plan.Programme},
		{"what each grade is to have falls on the grade", "grade", "各年级", "each grade", plan.Grade},
		{"a limit of classes falls on each class", "class", "各班级", "each class", plan.Class},
		{"what each teacher is to do falls on the teacher", "teacher", "每名教师", "each teacher", plan.Teacher},
		{"what each pupil is to do falls on the pupil", "pupil", "每名学生", "each pupil", plan.Pupil},
		{"what parents are to do falls on each family", "family", "各家庭", "each family", plan.Family},
	}
	require.Len(t, plan.Bearers(), len(cases), "the list is closed")
	for i, c := range cases {
		t.Run(c.says, func(t *testing.T) {
			assert.Equal(t, c.bearer, plan.Bearers()[i], "from the widest to the narrowest")
			b, err := plan.ParseBearer(c.key)
			require.NoError(t, err)
			assert.Equal(t, c.bearer, b)
			assert.Equal(t, c.key, b.String())
			assert.Equal(t, c.zh, b.In(bilingual.Chinese))
			assert.Equal(t, c.en, b.In(bilingual.English))
			data, err := json.Marshal(b)
			require.NoError(t, err)
			assert.Equal(t, `"`+c.key+`"`, string(data))
			back := plan.Bearer(99)
			require.NoError(t, json.Unmarshal(data, &back))
			assert.Equal(t, b, back)
		})
	}
	for _, word := range []string{"", "City", "district", "unset(12)", " city", "全市"} {
		_, err := plan.ParseBearer(word)
		assert.EqualError(t, err, fmt.Sprintf("plan: bearer %q: not in the list", word))
		var b plan.Bearer
		assert.Error(t, json.Unmarshal(fmt.Appendf(nil, "%q", word), &b), word)
		assert.Zero(t, b, "a refused word leaves nothing behind")
	}
	assert.Equal(t, "unset(99)", plan.Bearer(99).String(), "an odd value prints its number")
}

func TestWhatDemandsSomethingFallsOnSomebody(t *testing.T) {
	const falls = `plan: statement "master": bearer: a statement that demands something falls on somebody`
	refused(t, []broken{
		{"a demand on nobody", master(func(s *plan.Statement) { s.Bearer = plan.Nobody }), []string{falls}},
		{"a demand on an odd bearer", master(func(s *plan.Statement) { s.Bearer = 99 }), []string{falls}},
		{"an odd bearer of what demands nothing", master(func(s *plan.Statement) { s.Modality, s.Bearer = plan.NoDemand, 99 }), []string{falls}},
	})
	d := document()
	d.Statements[0].Modality, d.Statements[0].Bearer = plan.NoDemand, plan.Nobody
	_, err := plan.New(d)
	assert.NoError(t, err, "what demands nothing may fall on nobody")
}

func TestBearersOfThePlan(t *testing.T) {
	seen := map[plan.Bearer]bool{}
	for s := range plan.Tonghua().All() {
		seen[s.Bearer] = true
		assert.Equal(t, s.Modality == plan.NoDemand, s.Bearer == plan.Nobody, s.ID)
	}
	assert.Len(t, seen, len(plan.Bearers()), "each bearer has a statement")
	for id, want := range map[plan.ID]plan.Bearer{plan.SeniorMaster: plan.City, plan.FootballSchools: plan.City, plan.TeacherTrainingHours: plan.Teacher,
		plan.OversizedClasses: plan.Class, plan.SpendingOnlyRises: plan.County, plan.PlanBasis: plan.Nobody} {
		assert.Equal(t, want, statement(t, id).Bearer, id)
	}
}
