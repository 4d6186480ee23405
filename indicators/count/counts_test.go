package count_test

import (
	"encoding/json"
	"go/ast"
	"go/parser"
	"go/token"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/count"
	"github.com/eduplan/tonghua/indicators/enrolment"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/indicators/teacher"
)

// masters asks for the senior-high teachers with a master's degree.
func masters(t testing.TB) *count.Counter[record] {
	return counterOf(t, ask(t, "masters", teacher.Stage.Is(indicators.SeniorHigh), teacher.Education.AtLeast(indicators.Master)))
}

// staff are six teachers, three of whom leave the question of masters open, and a cook.
func staff() []record {
	high := indicators.SeniorHigh
	list := []record{
		{Stage: high, Education: indicators.Master}, {Stage: high, Education: indicators.Bachelor},
		{Stage: high}, {Stage: high, Education: indicators.InvalidWord},
		{Education: indicators.Master}, {Stage: indicators.Primary, Education: indicators.College}, {},
	}
	list[6].Skip()
	return list
}

// net asks for the pupils of official age enrolled at senior high schools, over the
// persons of that age.
func net(t testing.TB) *count.Counter[enrolment.Record] {
	q := ask(t, "net", enrolment.Level.Is(indicators.SeniorHigh), indicators.And(enrolment.EnrolledOfAge.Recorded(), enrolment.OfficialAge.Recorded()))
	q.Of = []count.Term[enrolment.Record]{{Field: enrolment.EnrolledOfAge.Field, Weight: 1}}
	q.Per = []count.Term[enrolment.Record]{{Field: enrolment.OfficialAge.Field, Weight: 1}}
	return counterOf(t, q)
}

// areas are six reports: complete, the part missing, the whole missing, both
// missing, the part larger than the whole, and one whose level nobody has said.
func areas() []enrolment.Record {
	report := func(level indicators.Stage, part, whole int) enrolment.Record {
		return enrolment.Record{Level: level, EnrolledOfAge: quantity.N(part).If(part > 0), OfficialAge: quantity.N(whole).If(whole > 0)}
	}
	const high = indicators.SeniorHigh
	return []enrolment.Record{report(high, 90, 100), report(high, 0, 200), report(high, 50, 0), report(high, 0, 0), report(high, 60, 50), report(0, 10, 20)}
}

func TestCountsOfAShareAsJSON(t *testing.T) {
	c := masters(t)
	counts := tallyOf(t, c, staff()...).Counts()
	want := count.Counts{
		Identity: c.Identity(), AsOf: asOf, Read: 7, Skipped: 1,
		Answers: []count.Answer{{
			Key: "masters", Identity: counts.Answers[0].Identity, Classes: [8]int64{0, 1, 1, 0, 1, 1, 2, 0}, OpenInvalid: 1,
			Gaps: []count.Lack{{Field: "stage", Unknown: 1}, {Field: "education", Unknown: 1, Invalid: 1}},
		}},
		Fields: []count.Lack{{Field: "stage", Unknown: 1}, {Field: "education", Unknown: 1, Invalid: 1}},
	}
	assert.Equal(t, want, counts)
	assert.EqualValues(t, 3, counts.Answers[0].Open(false))
	assert.JSONEq(t, `{
		"identity": "`+c.Identity()+`", "as_of": "2025-12-31", "read": 7, "skipped": 1, "doubled": 0,
		"answers": [{"key": "masters", "identity": "`+counts.Answers[0].Identity+`", "classes": [0,1,1,0,1,1,2,0], "open_invalid": 1,
			"gaps": [{"field": "stage", "unknown": 1, "invalid": 0}, {"field": "education", "unknown": 1, "invalid": 1}],
			"of": "0", "per": "0", "per_of_unknown": "0"}],
		"fields": [{"field": "stage", "unknown": 1, "invalid": 0}, {"field": "education", "unknown": 1, "invalid": 1}]}`,
		asJSON(t, tallyOf(t, c, staff()...)))
}

func TestCountsOfARatioAsJSON(t *testing.T) {
	c := net(t)
	tally := tallyOf(t, c, areas()...)
	a := tally.Answer(0)
	assert.Equal(t, [8]int64{counted: 1, not: 4, out | counted: 1}, a.Classes)
	assert.Equal(t, quantity.WideOf(90), a.Of, "the complete report alone")
	assert.Equal(t, quantity.WideOf(100), a.Per)
	assert.Equal(t, quantity.WideOf(200), a.PerOfUnknown, "the report whose part is missing")
	assert.EqualValues(t, 4, a.NoWhole, "the whole missing, both missing, a contradiction, an open scope")
	assert.EqualValues(t, 1, a.OpenInvalid, "the contradiction")
	assert.Equal(t, []count.Lack{{Field: "level", Unknown: 1}, {Field: "enrolled_of_age", Unknown: 2, Invalid: 1}, {Field: "official_age", Unknown: 2, Invalid: 1}}, a.Gaps)
	assert.EqualValues(t, 5, a.Open(true), "a ratio needs all amounts")
	assert.EqualValues(t, 1, a.Open(false))
	assert.Equal(t, []count.Lack{{Field: "level", Unknown: 1}, {Field: "enrolled_of_age", Unknown: 2}, {Field: "official_age", Unknown: 2},
		{Field: "enrolled_of_age", Whole: "official_age", Invalid: 1}}, tally.Fields())
	text := asJSON(t, tally)
	assert.Contains(t, text, `"of":"90","per":"100","per_of_unknown":"200","no_whole":4`)
	assert.Contains(t, text, `{"field":"enrolled_of_age","whole":"official_age","unknown":0,"invalid":1}`)
}

func TestCountsComeBackFromJSON(t *testing.T) {
	large := counterOf(t, hoursRatio(t, "ratio"))
	tally := large.Tally()
	most, err := quantity.ParseHours("92233720368547758.07")
	require.NoError(t, err)
	r := record{PracticeHours: most, DigitalHours: most}
	require.NoError(t, large.Add(tally, &r, 1<<60))
	for _, counts := range []count.Counts{
		tally.Counts(), tallyOf(t, masters(t), staff()...).Counts(), tallyOf(t, net(t), areas()...).Counts(), masters(t).Tally().Counts(),
	} {
		assert.Equal(t, counts, copyOf(t, counts))
	}
	assert.Contains(t, asJSON(t, tally), `"of":"10633823966279326982077534977635909632"`, "2^60 × (2^63-1), in digits that no reader rounds")
}

func copyOf(t testing.TB, counts count.Counts) (c count.Counts) {
	t.Helper()
	data, err := json.Marshal(counts)
	require.NoError(t, err)
	require.NoError(t, json.Unmarshal(data, &c))
	return c
}

func TestEveryFieldOfCountsIsDocumented(t *testing.T) {
	file, err := parser.ParseFile(token.NewFileSet(), "counts.go", nil, parser.ParseComments)
	require.NoError(t, err)
	fields := 0
	ast.Inspect(file, func(n ast.Node) bool {
		if s, ok := n.(*ast.StructType); ok {
			for _, f := range s.Fields.List {
				fields++
				assert.NotEmpty(t, f.Comment.Text(), f.Names[0].Name)
				assert.Regexp(t, `json:"[a-z_]+(,omitzero)?"`, f.Tag.Value, f.Names[0].Name)
			}
		}
		return true
	})
	assert.Equal(t, 8+9+4, fields)
}

// possible is a change of counts that a register can have with one value, and that
// none has with others, one step away.
type possible struct {
	name   string
	change func(c *count.Counts, n int64)
	fine   int64
	wrong  []int64
}

func testPossible[R indicators.Record[R]](t *testing.T, c *count.Counter[R], base count.Counts, list []possible) {
	require.NoError(t, c.Check(base))
	for _, one := range list {
		t.Run(one.name, func(t *testing.T) {
			fine := copyOf(t, base)
			one.change(&fine, one.fine)
			assert.NoError(t, c.Check(fine), "with %d", one.fine)
			_, err := c.Load(fine)
			assert.NoError(t, err)
			for _, n := range one.wrong {
				wrong := copyOf(t, base)
				one.change(&wrong, n)
				assert.ErrorIs(t, c.Check(wrong), count.ErrImpossible, "with %d", n)
				loaded, err := c.Load(wrong)
				assert.ErrorIs(t, err, count.ErrImpossible)
				assert.Nil(t, loaded)
			}
		})
	}
}

func TestCountsOfAShareThatNoRegisterHas(t *testing.T) {
	// stage is lacking in one open record, education unknown in one and invalid in another
	education := func(c *count.Counts, unknown, invalid int64) {
		c.Answers[0].Gaps[1].Unknown, c.Answers[0].Gaps[1].Invalid = unknown, invalid
		c.Fields[1].Unknown, c.Fields[1].Invalid = max(unknown, 0), max(invalid, 0)
	}
	testPossible(t, masters(t), tallyOf(t, masters(t), staff()...).Counts(), []possible{
		{"no record is in no class at all", func(c *count.Counts, n int64) { c.Answers[0].Classes[0], c.Answers[0].Classes[out] = n, 1-n }, 0, []int64{1}},
		{"classes add up to the members", func(c *count.Counts, n int64) { c.Answers[0].Classes[out] = n }, 1, []int64{0, 2}},
		{"a class is not negative", func(c *count.Counts, n int64) { c.Answers[0].Classes[out], c.Answers[0].Classes[not] = n, 2-n }, 0, []int64{-1}},
		{"a field lacks in no more records than are open", func(c *count.Counts, n int64) { education(c, n, 1) }, 2, []int64{3}},
		{"a field is unknown in no more open records than in all", func(c *count.Counts, n int64) { c.Answers[0].Gaps[1].Unknown = n }, 1, []int64{2}},
		{"each open record lacks a field", func(c *count.Counts, n int64) { c.Answers[0].Gaps[0].Unknown = n }, 1, []int64{0}},
		{"unknown is not negative", func(c *count.Counts, n int64) { education(c, 2, 1); c.Answers[0].Gaps[0].Unknown = n }, 0, []int64{-1}},
		{"invalid is not negative", func(c *count.Counts, n int64) { education(c, 2, n); c.Answers[0].OpenInvalid = 0 }, 0, []int64{-1}},
		{"an open record with an invalid field is one", func(c *count.Counts, n int64) { c.Answers[0].OpenInvalid = n }, 1, []int64{0, 2}},
		{"without an invalid field there is none", func(c *count.Counts, n int64) { education(c, 2, 0); c.Answers[0].OpenInvalid = n }, 0, []int64{1, -1}},
		{"a field stands once", func(c *count.Counts, n int64) {
			if n > 0 {
				c.Answers[0].Gaps = append(c.Answers[0].Gaps, count.Lack{Field: "stage"})
			}
		}, 0, []int64{1}},
		{"a gap is of a field that the question reads", func(c *count.Counts, n int64) {
			if n > 0 {
				c.Answers[0].Gaps = append(c.Answers[0].Gaps, count.Lack{Field: "backbone"})
			}
		}, 0, []int64{1}},
		{"no more are skipped than read", func(c *count.Counts, n int64) {
			*c = masters(t).Tally().Counts()
			c.Read, c.Skipped = 1, n
		}, 1, []int64{2}},
		{"skipped is not negative", func(c *count.Counts, n int64) { c.Read, c.Skipped = 6+n, n }, 0, []int64{-1}},
		{"no more than 2^62 are read", func(c *count.Counts, n int64) { c.Read, c.Skipped = n, n-6 }, 1 << 62, []int64{1<<62 + 1}},
		{"a field is unknown in no more records than there are", func(c *count.Counts, n int64) { c.Fields[0].Unknown = n }, 6, []int64{7}},
		{"a field is not invalid in fewer than none", func(c *count.Counts, n int64) { c.Fields[0].Invalid = n }, 0, []int64{-1}},
		{"a contradiction is nothing unknown", func(c *count.Counts, n int64) {
			c.Fields = append(c.Fields, count.Lack{Field: "practice_hours", Whole: "digital_hours", Unknown: n})
		}, 0, []int64{1}},
		{"a share has no sum", func(c *count.Counts, n int64) { c.Answers[0].Of = quantity.WideOf(uint64(n)) }, 0, []int64{1}},
		{"a share has no sum to divide by", func(c *count.Counts, n int64) { c.Answers[0].Per = quantity.WideOf(uint64(n)) }, 0, []int64{1}},
		{"a share has no wholes", func(c *count.Counts, n int64) { c.Answers[0].PerOfUnknown = quantity.WideOf(uint64(n)) }, 0, []int64{1}},
		{"a share misses no wholes", func(c *count.Counts, n int64) { c.Answers[0].NoWhole = n }, 0, []int64{1, -1}},
	})
	assert.ErrorIs(t, masters(t).Check(count.Counts{AsOf: asOf, Read: 1, Skipped: 2}), count.ErrImpossible, "no more are skipped than read, whatever was asked")
}

// Three records, and more fields that are unknown and invalid than they have.
func TestThreeRecordsDoNotLackSixFields(t *testing.T) {
	c := masters(t)
	base := masters(t).Tally().Counts()
	base.Read = 3
	base.Fields = []count.Lack{{Field: "stage", Unknown: 3}, {Field: "education", Unknown: 3}}
	for _, one := range []struct {
		name  string
		class count.Class
		gaps  []count.Lack
		open  int64 // with an invalid field
		want  error
	}{
		{"three that are counted lack nothing", counted, nil, 0, nil},
		{"three that are counted leave no gap", counted, []count.Lack{{Field: "education", Unknown: 3, Invalid: 3}}, 2, count.ErrImpossible},
		{"three open ones do not lack one field six times", either, []count.Lack{{Field: "education", Unknown: 3, Invalid: 3}}, 2, count.ErrImpossible},
		{"three with an invalid field are not two", either, []count.Lack{{Field: "stage", Unknown: 3}, {Field: "education", Invalid: 3}}, 2, count.ErrImpossible},
		{"three open ones lack two fields three times", either, []count.Lack{{Field: "stage", Unknown: 3}, {Field: "education", Invalid: 3}}, 3, nil},
		{"three open ones do not lack two fields between them", either, []count.Lack{{Field: "stage", Unknown: 1}, {Field: "education", Unknown: 1}}, 0, count.ErrImpossible},
	} {
		counts := copyOf(t, base)
		counts.Answers[0].Classes[one.class], counts.Answers[0].Gaps, counts.Answers[0].OpenInvalid = 3, one.gaps, one.open
		assert.ErrorIs(t, c.Check(counts), one.want, one.name)
	}
	// A comparison may leave a record open that lacks nothing: division by zero.
	q := asking(t, teacher.PracticeHours.Per(teacher.DigitalHours).AtLeastShareOf(teacher.PracticeHours.Per(teacher.DigitalHours), half))
	zero := tallyOf(t, q, practice(0, 0)).Counts()
	assert.EqualValues(t, 1, zero.Answers[0].Open(false))
	assert.Empty(t, zero.Answers[0].Gaps)
	assert.NoError(t, q.Check(zero))
}

func TestTheLargestRegisterMayLackEverything(t *testing.T) {
	c := masters(t)
	tally := c.Tally()
	require.NoError(t, c.Add(tally, &record{}, 1<<62))
	assert.NoError(t, c.Check(tally.Counts()))
}

func TestCountsOfARatioThatNoRegisterHas(t *testing.T) {
	// four records are in scope and lack an amount, one of them the part alone; one has an open scope
	testPossible(t, net(t), tallyOf(t, net(t), areas()...).Counts(), []possible{
		{"no more miss their whole than are open", func(c *count.Counts, n int64) {
			c.Answers[0].PerOfUnknown, c.Answers[0].NoWhole = quantity.Wide{}, n
		}, 5, []int64{6}},
		{"one whose scope is open has no whole", func(c *count.Counts, n int64) { c.Answers[0].NoWhole = n }, 1, []int64{0, -1}},
		{"wholes are those of some record", func(c *count.Counts, n int64) { c.Answers[0].NoWhole = n }, 4, []int64{5}},
		{"a sum is over some record", func(c *count.Counts, n int64) {
			c.Answers[0].Classes[counted], c.Answers[0].Classes[out], c.Answers[0].Per = 0, 1, quantity.WideOf(0)
			c.Answers[0].Of = quantity.WideOf(uint64(n))
		}, 0, []int64{1}},
		{"sums are over some record", func(c *count.Counts, n int64) { c.Answers[0].Classes[counted], c.Answers[0].Classes[out] = n, 1-n }, 1, []int64{0}},
	})
}

func TestLoadFindsTheAnswersOfACounter(t *testing.T) {
	stage, education := ask(t, "stage", every, teacher.Stage.Recorded()), ask(t, "education", every, teacher.Education.AtLeast(indicators.Master))
	trained := ask(t, "trained", every, teacher.TrainingHours.AtLeast(hours(360)))
	asked := counterOf(t, stage, education, trained)
	counts := tallyOf(t, asked, staff()...).Counts()

	loaded, err := counterOf(t, trained, stage).Load(counts)
	require.NoError(t, err, "answers to other questions are left aside, in whatever order they stand")
	assert.Equal(t, []count.Answer{counts.Answers[2], counts.Answers[0]}, loaded.Counts().Answers)

	changed := ask(t, "education", every, teacher.Education.AtLeast(indicators.Doctor))
	_, err = counterOf(t, changed, stage, ask(t, "full-time", every, teacher.FullTime.Recorded())).Load(counts)
	assert.ErrorIs(t, err, count.ErrMismatch)
	assert.ErrorContains(t, err, "no answer to full-time; other figures or conditions, or another version of counting, in education", "one with another figure and one that was not asked")

	both := copyOf(t, counts)
	both.Answers = append(both.Answers, count.Answer{Key: "stage", Identity: "another", Classes: [8]int64{5}})
	_, err = counterOf(t, stage).Load(both)
	assert.NoError(t, err, "an answer to another question of the same key is left aside as well")

	later, err := count.New(quantity.DateOf(2026, time.December, 31), stage)
	require.NoError(t, err)
	_, err = later.Load(counts)
	assert.ErrorIs(t, err, count.ErrMismatch)
	assert.ErrorContains(t, err, "the dates are 2026-12-31 and 2025-12-31")
}
