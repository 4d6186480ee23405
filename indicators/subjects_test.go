package indicators_test

import (
	"os"
	"path/filepath"
	"slices"
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
	"github.com/eduplan/tonghua/indicators/count"
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
	"github.com/eduplan/tonghua/indicators/teacher"
	"github.com/eduplan/tonghua/indicators/township"
	"github.com/eduplan/tonghua/indicators/transition"
)

// subjectTests are the packages of subjects, with the test that each passes.
var subjectTests = map[string]func(*testing.T){
	"account":       testSubject[account.Record],
	"attainment":    testSubject[attainment.Record],
	"cell":          testSubject[cell.Record],
	"class":         testSubject[class.Record],
	"county":        testSubject[county.Record],
	"countyyear":    testSubject[countyyear.Record],
	"enrolment":     testSubject[enrolment.Record],
	"estate":        testSubject[estate.Record],
	"ethicscase":    testSubject[ethicscase.Record],
	"grade":         testSubject[grade.Record],
	"honours":       testSubject[honours.Record],
	"kindergarten":  testSubject[kindergarten.Record],
	"privateschool": testSubject[privateschool.Record],
	"programme":     testSubject[programme.Record],
	"pupil":         testSubject[pupil.Record],
	"reporting":     testSubject[reporting.Record],
	"researcher":    testSubject[researcher.Record],
	"school":        testSubject[school.Record],
	"specialchild":  testSubject[specialchild.Record],
	"student":       testSubject[student.Record],
	"teacher":       testSubject[teacher.Record],
	"township":      testSubject[township.Record],
	"transition":    testSubject[transition.Record],
}

func TestSubjects(t *testing.T) {
	for name, test := range subjectTests {
		t.Run(name, test)
	}
	t.Run("a subject of a caller's own", testSubject[bus])
}

func TestEverySubjectPackageIsTested(t *testing.T) {
	files, err := filepath.Glob("*/*.go")
	require.NoError(t, err)
	var found []string
	for _, name := range files {
		source, err := os.ReadFile(name)
		require.NoError(t, err)
		if strings.Contains(string(source), "= indicators.NewSubject(") && !strings.HasSuffix(name, "_test.go") {
			found = append(found, filepath.Dir(name))
		}
	}
	var tested []string
	for name := range subjectTests {
		tested = append(tested, name)
	}
	assert.ElementsMatch(t, found, tested)
}

func TestKeysOfSubjectsAreUnique(t *testing.T) {
	keys := []string{
		account.Record{}.Subject().Key(), attainment.Record{}.Subject().Key(), cell.Record{}.Subject().Key(),
		class.Record{}.Subject().Key(), county.Record{}.Subject().Key(), countyyear.Record{}.Subject().Key(),
		enrolment.Record{}.Subject().Key(), estate.Record{}.Subject().Key(), ethicscase.Record{}.Subject().Key(),
		grade.Record{}.Subject().Key(), honours.Record{}.Subject().Key(), kindergarten.Record{}.Subject().Key(),
		privateschool.Record{}.Subject().Key(), programme.Record{}.Subject().Key(), pupil.Record{}.Subject().Key(),
		reporting.Record{}.Subject().Key(), researcher.Record{}.Subject().Key(), school.Record{}.Subject().Key(),
		specialchild.Record{}.Subject().Key(), student.Record{}.Subject().Key(), teacher.Record{}.Subject().Key(),
		township.Record{}.Subject().Key(), transition.Record{}.Subject().Key(),
	}
	require.Len(t, keys, len(subjectTests))
	slices.Sort(keys)
	assert.Equal(t, keys, slices.Compact(slices.Clone(keys)))
	for _, key := range keys {
		assert.Regexp(t, `^[a-z]+(-[a-z]+)*$`, key)
	}
}

func testSubject[R indicators.Record[R]](t *testing.T) {
	var none R
	s := none.Subject()
	require.NoError(t, s.Err())
	t.Run("it is described in both languages", func(t *testing.T) {
		assert.True(t, s.Label().Complete())
		assert.NotEqual(t, quantity.NoUnit, s.Unit())
		keys, labels := map[string]bool{}, map[string]bool{}
		for i, f := range s.Fields() {
			assert.Regexp(t, `^[a-z]+(_[a-z]+)*$`, f.Key(), "keys are snake case")
			assert.True(t, f.Label().Complete(), f.Key())
			assert.Regexp(t, `\p{Han}`, f.Label().ZH)
			assert.NotRegexp(t, `\p{Han}`, f.Label().EN)
			assert.False(t, keys[f.Key()], "%s stands once", f.Key())
			assert.False(t, labels[f.Label().ZH] || labels[f.Label().EN], "no two fields have one label: %s", f.Key())
			keys[f.Key()], labels[f.Label().ZH], labels[f.Label().EN] = true, true, true
			assert.Equal(t, f.Vocabulary() != nil, f.Unit() == quantity.NoUnit, "words have a list, numbers a unit")
			found, ok := s.Field(f.Key())
			assert.True(t, ok && found == f)
			assert.True(t, s.Has(f) && s.Fields()[i] == f)
		}
		_, ok := s.Field("no_such_field")
		assert.False(t, ok)
	})
	t.Run("the zero record is all unknown", func(t *testing.T) {
		for _, f := range s.Fields() {
			r := none
			assert.True(t, f.Code(&r).Unknown(), f.Key())
			assert.Equal(t, "未知", f.Text(&r, bilingual.Chinese))
			assert.Equal(t, "unknown", f.Text(&r, bilingual.English))
		}
		assert.False(t, s.Skipped(&none))
	})
	t.Run("its words and numbers are read in their places", func(t *testing.T) {
		for _, f := range s.Fields() {
			assert.Equal(t, f.Unit() != quantity.Day, f.Offset().Known(), f.Key())
		}
		assert.True(t, indicators.RowInPlace(s))
	})
	t.Run("a row can be skipped", func(t *testing.T) {
		r := none
		indicators.RowOf(s, &r).Skip()
		assert.True(t, s.Skipped(&r))
		assert.True(t, indicators.RowOf(s, &r).Skipped())
		assert.False(t, s.Skipped(&none), "and no other with it")
	})
	for _, f := range s.Fields() {
		t.Run(f.Key(), func(t *testing.T) {
			testField(t, s, f)
			testPacking(t, s, f)
		})
	}
}

// goodTexts are texts that a field reads, with what it then says in English.
func goodTexts[R any](f *indicators.Field[R]) map[string]string {
	texts := map[string]string{}
	switch {
	case f.Vocabulary() != nil:
		for _, e := range f.Vocabulary().Entries() {
			texts[e.Key], texts[" "+e.Name.ZH+" "], texts[strings.ToUpper(e.Name.EN)] = e.Name.EN, e.Name.EN, e.Name.EN
		}
	case f.Unit() == quantity.Day:
		texts["2025-12-31"], texts[" 2025-09-01 "] = "31 December 2025", "1 September 2025"
	default:
		for _, n := range []string{"0", "17", "9223372036854775"} {
			texts[n] = quantity.TotalOf(map[string]uint64{"0": 0, "17": 17, "9223372036854775": 9223372036854775}[n], f.Unit()).In(bilingual.English)
		}
		texts[" 17\t"] = texts["17"]
	}
	return texts
}

func testField[R any](t *testing.T, s *indicators.Subject[R], f *indicators.Field[R]) {
	for text, want := range goodTexts(f) {
		var r, empty R
		require.NoError(t, f.Parse(&r, text), "%q", text)
		assert.True(t, f.Code(&r).Known())
		assert.Equal(t, want, f.Text(&r, bilingual.English))
		assert.NotEmpty(t, f.Text(&r, bilingual.Chinese))
		for _, other := range s.Fields() {
			assert.Equal(t, other == f, other.Code(&r).Known(), "%s alone is set, not %s", f.Key(), other.Key())
		}
		for _, bad := range []string{"校长", "-", "12 of 13", "NaN"} {
			before := r
			err := f.Parse(&r, bad)
			assert.ErrorContains(t, err, `"`+bad+`"`, "the error quotes the text")
			assert.ErrorContains(t, err, "field "+f.Key()+":")
			assert.Equal(t, before, r, "and leaves the field alone")
		}
		require.NoError(t, f.Parse(&r, " "), "an empty text is unknown")
		assert.Equal(t, empty, r)
	}
}

// testPacking sees to it that a pass over a register reads the field where it
// stands, and that no other field touches it.
func testPacking[R indicators.Record[R]](t *testing.T, s *indicators.Subject[R], f *indicators.Field[R]) {
	counter, err := count.New(asOf, count.Question[R]{Key: "q", Counted: f.Recorded()})
	require.NoError(t, err)
	pass := count.Pass[R, R]{Counter: counter, Mapping: func(row, to *R) { *to = *row }}
	reads := func(r R, unknown, invalid int64) {
		t.Helper()
		tally, err := pass.All(count.Slice([]R{r}))
		require.NoError(t, err)
		assert.Equal(t, []count.Lack{{Field: f.Key(), Unknown: unknown, Invalid: invalid}}, tally.Fields())
		assert.Equal(t, 1-unknown-invalid, tally.Answer(0).Classes[count.Counted])
	}
	var none, all R
	reads(none, 1, 0)
	for _, g := range s.Fields() {
		other := map[bool]int64{true: 0, false: 1}[g == f]
		for text := range goodTexts(g) {
			var r R
			require.NoError(t, g.Parse(&r, text))
			require.NoError(t, g.Parse(&all, text))
			reads(r, other, 0)
		}
		var r R
		require.NoError(t, g.Parse(&r, invalidText(g)))
		assert.True(t, g.Code(&r).Invalid())
		reads(r, other, 1-other)
	}
	reads(all, 0, 0)
}

// invalidText is a text that says of itself that the value was refused.
func invalidText[R any](f *indicators.Field[R]) string {
	if f.Vocabulary() != nil {
		return "invalid"
	}
	return "invalid: negative"
}
