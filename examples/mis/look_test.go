package mis_test

import (
	"bytes"
	"encoding/csv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/examples/city/registers"
	"github.com/eduplan/tonghua/examples/mis"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules/verdict"
)

func TestFindingsOfADutyAreThoseThatItsResultCounts(t *testing.T) {
	store := filled(t, file(t), made(t, registers.Config{Year: 2025}))
	r := report(t, store, mis.Options{})
	counted, _ := r.Page.Of(plan.TeacherTrainingHours)
	q := mis.FindingQuery{Date: asOf, Statement: plan.TeacherTrainingHours, Most: 10_000}
	all, more, err := store.Findings(t.Context(), q)
	require.NoError(t, err)
	assert.False(t, more)
	require.Len(t, all, int(counted.Classes.NotCounted))
	require.Greater(t, len(all), 10)

	q.Skip, q.Most = 3, 4
	page, more, err := store.Findings(t.Context(), q)
	require.NoError(t, err)
	assert.True(t, more)
	assert.Equal(t, all[3:7], page, "pages go on where the last ended")

	q = mis.FindingQuery{Date: asOf, Statement: plan.TeacherTrainingHours, County: all[0].County, Most: 10_000}
	inCounty, _, err := store.Findings(t.Context(), q)
	require.NoError(t, err)
	var wanted []mis.Found
	for _, f := range all {
		if f.County == q.County {
			wanted = append(wanted, f)
		}
	}
	assert.Equal(t, wanted, inCounty)

	q.Key = all[0].Key
	one, _, err := store.Findings(t.Context(), q)
	require.NoError(t, err)
	require.Len(t, one, 1)
	assert.Equal(t, "staff", one[0].Register)
	assert.Len(t, one[0].Row, 6)

	var list bytes.Buffer
	require.NoError(t, store.WriteFindings(t.Context(), &list, mis.FindingQuery{Date: asOf, Statement: plan.TeacherTrainingHours}))
	lines, err := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(list.Bytes(), []byte("\ufeff")))).ReadAll()
	require.NoError(t, err)
	assert.Len(t, lines, len(all)+1)
}

func TestAPopulationsTargetAccusesNobody(t *testing.T) {
	store := filled(t, file(t), small(t, 2025))
	all, more, err := store.Findings(t.Context(), mis.FindingQuery{Date: asOf, Statement: plan.SeniorMaster, Most: 10})
	require.NoError(t, err)
	assert.False(t, more)
	assert.Empty(t, all)
}

func TestFindingsAboutPersonsAreToldFromThoseAboutSchools(t *testing.T) {
	assert.True(t, mis.OfPersons(plan.TeacherTrainingHours))
	assert.True(t, mis.OfPersons(plan.SleepTime))
	assert.False(t, mis.OfPersons(plan.ArtCourses))
	assert.False(t, mis.OfPersons(plan.TownshipKindergarten))
}

func TestASchoolIsJudgedByItsOwnRecords(t *testing.T) {
	city := small(t, 2025)
	city.Schools[0].AdmissionTest = "是"
	store := filled(t, file(t), city)
	all, err := store.Counties(t.Context())
	require.NoError(t, err)
	schools := 0
	for _, county := range all {
		list, err := store.Schools(t.Context(), asOf, county.Code)
		require.NoError(t, err)
		schools += len(list)
		for i, s := range list {
			if i%20 != 0 {
				continue
			}
			school, r, there, err := store.SchoolReport(t.Context(), asOf, s.Code)
			require.NoError(t, err)
			require.True(t, there)
			assert.Equal(t, s.School, school)
			assert.Equal(t, s.Summary, r.Summary, "%s alone and among the schools of its county", s.Code)
		}
	}
	assert.Equal(t, len(city.Schools), schools)

	_, r, _, err := store.SchoolReport(t.Context(), asOf, city.Schools[0].Code)
	require.NoError(t, err)
	tested, there := r.Of(plan.NoTestAdmission)
	require.True(t, there)
	assert.Equal(t, verdict.NotMet, tested.Outcome)
	assert.EqualValues(t, 1, tested.Classes.NotCounted)
	_, _, there, err = store.SchoolReport(t.Context(), asOf, "no such school")
	require.NoError(t, err)
	assert.False(t, there)
}

func TestARecordIsShownWithItsFieldsAndSavedFromAForm(t *testing.T) {
	city := small(t, 2025)
	store := filled(t, file(t), city)
	no := city.Teachers[0].No
	r, there, err := store.Record(t.Context(), asOf, "staff", no)
	require.NoError(t, err)
	require.True(t, there)
	assert.True(t, r.Persons)
	assert.Equal(t, city.Teachers[0].County, r.County)
	require.NotEmpty(t, r.Explained)
	form := map[string]string{}
	for _, f := range r.Fields {
		form[f.Name] = f.Text
		assert.NotEmpty(t, f.Label, f.Name)
		assert.NotContains(t, f.Label, "--")
	}
	assert.Equal(t, no, form["staff_no"])

	said, err := store.AmendForm(t.Context(), asOf, "staff", form)
	require.NoError(t, err)
	assert.Equal(t, r.Explained, said, "a form that is saved as it was changes nothing")

	form["degree"], form["rural_years"] = " 博士 ", "12.5"
	_, err = store.AmendForm(t.Context(), asOf, "staff", form)
	require.NoError(t, err)
	changed, _, err := store.Record(t.Context(), asOf, "staff", no)
	require.NoError(t, err)
	for _, f := range changed.Fields {
		switch f.Name {
		case "degree":
			assert.Equal(t, "博士", f.Text)
		case "rural_years":
			assert.Equal(t, "12.5", f.Text)
			assert.True(t, f.Number)
		}
	}

	blanks := city.Teachers[1]
	blanks.No = " " + blanks.No
	_, err = store.SaveTeacher(t.Context(), asOf, mis.Staff{Teacher: blanks})
	require.NoError(t, err)
	_, err = store.AmendForm(t.Context(), asOf, "staff", map[string]string{"staff_no": blanks.No, "degree": "博士"})
	require.NoError(t, err)
	other, _, err := store.Teacher(t.Context(), city.Teachers[1].No)
	require.NoError(t, err)
	assert.Equal(t, city.Teachers[1].Degree, other.Degree, "a number with blanks around it is another number")

	for name, wrong := range map[string]map[string]string{
		"a text in a column of numbers": {"staff_no": no, "rural_years": "很多"},
		"a list in a column of numbers": {"staff_no": no, "rural_years": "[1]"},
		"a column that is not there":    {"staff_no": no, "salary": "1"},
	} {
		_, err := store.AmendForm(t.Context(), asOf, "staff", wrong)
		var field *mis.FieldError
		require.ErrorAs(t, err, &field, name)
		assert.True(t, strings.HasPrefix(mis.Explain(err, bilingual.Chinese), "要保存的内容"), name)
	}
	_, err = store.AmendForm(t.Context(), asOf, "staff", map[string]string{"degree": "博士"})
	require.ErrorIs(t, err, mis.ErrNoKey)
	var unknown *mis.RegisterError
	_, err = store.AmendForm(t.Context(), asOf, "county_years", nil)
	require.ErrorAs(t, err, &unknown)
	_, _, err = store.Record(t.Context(), asOf, "schools; DROP TABLE staff", "1")
	require.ErrorAs(t, err, &unknown)
}
