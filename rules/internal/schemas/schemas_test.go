package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/account"
	"github.com/eduplan/tonghua/indicators/attainment"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/cell"
	"github.com/eduplan/tonghua/indicators/class"
	"github.com/eduplan/tonghua/indicators/county"
	"github.com/eduplan/tonghua/indicators/countyyear"
	"github.com/eduplan/tonghua/indicators/enrolment"
	"github.com/eduplan/tonghua/indicators/estate"
	"github.com/eduplan/tonghua/indicators/ethicscase"
	"github.com/eduplan/tonghua/indicators/grade"
	"github.com/eduplan/tonghua/indicators/honours"
	"github.com/eduplan/tonghua/indicators/kindergarten"
	"github.com/eduplan/tonghua/indicators/privateschool"
	"github.com/eduplan/tonghua/indicators/programme"
	"github.com/eduplan/tonghua/indicators/pupil"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/indicators/reporting"
	"github.com/eduplan/tonghua/indicators/researcher"
	"github.com/eduplan/tonghua/indicators/school"
	"github.com/eduplan/tonghua/indicators/specialchild"
	"github.com/eduplan/tonghua/indicators/student"
	"github.com/eduplan/tonghua/indicators/subjects"
	"github.com/eduplan/tonghua/indicators/teacher"
	"github.com/eduplan/tonghua/indicators/township"
	"github.com/eduplan/tonghua/indicators/transition"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules"
	"github.com/eduplan/tonghua/rules/report"
	"github.com/eduplan/tonghua/rules/tonghua"
	"github.com/eduplan/tonghua/rules/verdict"
)

// root is the project, seen from here.
const root = "../../.."

func TestSchemasAreFresh(t *testing.T) {
	files, err := schemas(root)
	require.NoError(t, err)
	assert.Len(t, files, 4)
	for name, want := range files {
		got, err := os.ReadFile(filepath.Join(root, name))
		require.NoError(t, err, "run go generate ./rules")
		assert.True(t, bytes.Equal(want, got), "%s is not what the types say: run go generate ./rules", name)
	}
}

// schemaOf reads a schema file.
func schemaOf(t *testing.T, name string) map[string]any {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(root, name))
	require.NoError(t, err)
	return decoded(t, data).(map[string]any)
}

func decoded(t *testing.T, data []byte) any {
	t.Helper()
	var v any
	d := json.NewDecoder(bytes.NewReader(data))
	d.UseNumber()
	require.NoError(t, d.Decode(&v))
	return v
}

func TestCataloguesAreValid(t *testing.T) {
	schema := schemaOf(t, catalogueFile)
	amended := plan.Tonghua().MustAmend("second", plan.Amendment{By: bilingual.Text{ZH: "通知", EN: "notice"}, Effective: quantity.DateOf(2024, 1, 1),
		Changes: []plan.Change{plan.Repeal(plan.FootballSchools), plan.SetDeadline(plan.SeniorMaster, plan.Deadline{Kind: plan.Standing}),
			plan.SetWords(plan.SeniorMaster, "summary", bilingual.Text{ZH: "高中教师中硕士研究生及以上学历者应占{population.number}%以上。", EN: "At least {population.number}% of senior high school teachers must hold a master's degree or more."})}})
	for _, p := range []*plan.Plan{plan.Tonghua(), amended} {
		var out bytes.Buffer
		require.NoError(t, p.WriteJSON(&out))
		assert.Empty(t, invalid(schema, decoded(t, out.Bytes())))
	}
}

func TestResultsAreValid(t *testing.T) {
	schema := schemaOf(t, resultFile)
	golden, err := os.ReadFile(filepath.Join(root, "rules/testdata/result.json"))
	require.NoError(t, err)
	assert.Empty(t, invalid(schema, decoded(t, golden)), "the golden results, with all that a result can hold")
	single, err := tonghua.SeniorMaster.Reported(quantity.DateOf(2024, 9, 1), quantity.MustAmount(13, 100, quantity.Percent))
	require.NoError(t, err)
	attested, err := tonghua.LabourGuideline.Evaluate(quantity.DateOf(2024, 9, 1), verdict.Evidence{Kind: plan.PublishedMeasure,
		Title: "指导纲要", Number: "1", On: quantity.DateOf(2022, 3, 1)}, verdict.Evidence{Kind: plan.Act, Title: "会议"})
	require.NoError(t, err)
	require.Len(t, attested.Evidence, 2)
	for says, r := range map[string]verdict.Result{"a reported result": single, "a result by evidence": attested, "the zero result": {Statement: "none"}} {
		data, err := json.Marshal(r)
		require.NoError(t, err)
		assert.Empty(t, invalid(schema, decoded(t, data)), says)
	}
}

func TestReportsAreValid(t *testing.T) {
	schema := schemaOf(t, reportFile)
	on := quantity.DateOf(2024, 9, 1)
	single, err := tonghua.SeniorMaster.Reported(on, quantity.MustAmount(13, 100, quantity.Percent))
	require.NoError(t, err)
	results := verdict.Results{AsOf: on, Rules: []verdict.Result{single}}
	r, err := report.NewGrouped(plan.Tonghua(), on, []report.Named{{Name: "东昌区", Results: results}}, results)
	require.NoError(t, err)
	data, err := json.Marshal(r)
	require.NoError(t, err)
	assert.Empty(t, invalid(schema, decoded(t, data)))
	assert.NotEmpty(t, invalid(schema, decoded(t, []byte(strings.Replace(string(data), `"breach":0`, `"breach":"none"`, 1)))))
	assert.JSONEq(t, string(report.Schema()), string(read(os.ReadFile(filepath.Join(root, reportFile)))))
	assert.JSONEq(t, string(rules.Schema()), string(read(os.ReadFile(filepath.Join(root, resultFile)))))
}

func read(data []byte, err error) []byte {
	if err != nil {
		panic(err)
	}
	return data
}

// Anything that is wrong with a result makes it invalid: this is what the
// schema and the validator are worth.
func TestSpoiltResultsAreInvalid(t *testing.T) {
	schema := schemaOf(t, resultFile)
	golden, err := os.ReadFile(filepath.Join(root, "rules/testdata/result.json"))
	require.NoError(t, err)
	for says, c := range map[string]struct{ old, new string }{
		"an outcome outside the list": {`"outcome": "not-met"`, `"outcome": "nearly"`},
		"a key that no one knows":     {`"outcome": "not-met"`, `"verdict": "good", "outcome": "not-met"`},
		"a key that is missing":       {`"due": "open",`, ``},
		"a number as a text":          {`"format": 1`, `"format": "1"`},
		"an ID in capitals":           {`"statement": "hours"`, `"statement": "Hours"`},
		"a day in another form":       {`"as_of": "2023-07-02"`, `"as_of": "2 July 2023"`},
		"a unit outside the list":     {`"unit": "hour"`, `"unit": "hours"`},
		"a fraction of a step":        {`"steps": 1,`, `"steps": 1.5,`},
		"a text in one language":      {`"en": "target"`, `"fr": "cible"`},
		"a negative sum":              {`"steps": 5`, `"steps": -5`},
	} {
		spoilt := strings.Replace(string(golden), c.old, c.new, 1)
		require.NotEqual(t, string(golden), spoilt, says)
		assert.NotEmpty(t, invalid(schema, decoded(t, []byte(spoilt))), says)
	}
}

// The schema of facts has every subject and every field, and its values are
// those that the fields read.
func TestFactsAreThoseThatFieldsRead(t *testing.T) {
	defs := schemaOf(t, factFile)["$defs"].(map[string]any)
	assert.Len(t, defs, len(subjects.All()))

	properties := defs["teacher"].(map[string]any)["properties"].(map[string]any)
	fields := teacher.Record{}.Subject().Fields()
	assert.Len(t, properties, len(fields))
	for _, f := range fields {
		property := properties[f.Key()].(map[string]any)
		assert.Contains(t, property["description"], f.Label().ZH)
		for _, value := range []string{`null`, `""`, `"primary"`, `"bachelor"`, `"yes"`, `"county"`, `"bad-word"`, `12`, `12.5`, `-1`, `"2024-09-01"`} {
			var v any
			require.NoError(t, json.Unmarshal([]byte(value), &v))
			text := ""
			if v != nil {
				text = fmt.Sprint(v)
			}
			var r teacher.Record
			reads := f.Parse(&r, text) == nil
			_, isText := v.(string)
			if isText == (f.Vocabulary() == nil) && text != "" {
				continue // numbers are read from texts as well, and words in two languages: the schema is the form that is written
			}
			assert.Equal(t, reads, len(invalid(map[string]any(property), decoded(t, []byte(value)))) == 0, "%s: %s", f.Key(), value)
		}
	}
}

func TestEveryFieldOfEverySubjectIsDescribed(t *testing.T) {
	for _, subject := range facts() {
		for _, f := range subject.value.(object) {
			if f.key != "properties" {
				continue
			}
			for _, p := range f.value.(object) {
				assert.NotEmpty(t, p.value.(object)[0].value, "%s/%s", subject.key, p.key)
			}
		}
	}
}

func TestTheWordsOfATypeAreThoseThatItReads(t *testing.T) {
	for _, c := range []struct {
		of   reflect.Type
		want []string
	}{
		{reflect.TypeFor[verdict.Outcome](), []string{"undetermined", "met", "not-met", "not-applicable"}},
		{reflect.TypeFor[plan.Modality](), []string{"must", "strive", "should", "encourage", "explore", "none"}},
		{reflect.TypeFor[plan.Basis](), []string{"", "stated", "convention", "official", "plan-end", "inferred", "assumed", "counted", "ordered"}},
	} {
		assert.Equal(t, c.want, words(c.of))
	}
}

func TestATypeWithoutAFormIsNamed(t *testing.T) {
	b := &builder{known: map[reflect.Type]bool{}}
	assert.PanicsWithValue(t, "schemas: no schema for type float64", func() { b.of(reflect.TypeFor[float64]()) })
}

// Each record that fields can fill is JSON of the schema's form, and comes back as it was.
func TestTheJSONOfEverySubjectIsWhatItsSchemaSays(t *testing.T) {
	testRecords[account.Record](t)
	testRecords[attainment.Record](t)
	testRecords[cell.Record](t)
	testRecords[class.Record](t)
	testRecords[county.Record](t)
	testRecords[countyyear.Record](t)
	testRecords[enrolment.Record](t)
	testRecords[estate.Record](t)
	testRecords[ethicscase.Record](t)
	testRecords[grade.Record](t)
	testRecords[honours.Record](t)
	testRecords[kindergarten.Record](t)
	testRecords[privateschool.Record](t)
	testRecords[programme.Record](t)
	testRecords[pupil.Record](t)
	testRecords[reporting.Record](t)
	testRecords[researcher.Record](t)
	testRecords[school.Record](t)
	testRecords[specialchild.Record](t)
	testRecords[student.Record](t)
	testRecords[teacher.Record](t)
	testRecords[township.Record](t)
	testRecords[transition.Record](t)
}

func testRecords[R indicators.Record[R]](t *testing.T) {
	t.Helper()
	var none R
	subject := none.Subject()
	schema := schemaOf(t, factFile)["$defs"].(map[string]any)[subject.Key()].(map[string]any)
	check := func(r R) {
		data, err := json.Marshal(r)
		require.NoError(t, err)
		assert.Empty(t, invalid(schema, decoded(t, data)), "%s: %s", subject.Key(), data)
		var back R
		require.NoError(t, json.Unmarshal(data, &back), "%s", data)
		for _, f := range subject.Fields() {
			require.Equal(t, f.Code(&r), f.Code(&back), "%s of %s", f.Key(), data)
		}
	}
	check(none)
	for turn := range 12 {
		var r R
		for i, f := range subject.Fields() {
			texts := []string{"", "0", "1", "7", "2024", "1.25", "2024-03-01", "invalid: negative"}
			if words := f.Vocabulary(); words != nil {
				texts = []string{"", "invalid"}
				for _, e := range words.Entries() {
					texts = append(texts, e.Key)
				}
			}
			_ = f.Parse(&r, texts[(turn+i)%len(texts)]) // what it does not read leaves it unknown
		}
		check(r)
	}
}
