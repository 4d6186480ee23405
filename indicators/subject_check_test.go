package indicators

import (
	"encoding/json"
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/internal/memory"
	"github.com/eduplan/tonghua/indicators/quantity"
)

// Check tests what holds of every subject. It is a method, so that a list of
// subjects without their records will do.
func (s *Subject[R]) Check(t *testing.T) {
	var none R
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
			assert.Equal(t, i, s.index(f))
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
			assert.Equal(t, f.Unit() != quantity.Day, InPlace(f), f.Key())
		}
		assert.True(t, s.rowAt.Known())
	})
	t.Run("a row can be skipped", func(t *testing.T) {
		r := none
		rowOf(&r).Skip()
		assert.True(t, s.Skipped(&r))
		assert.True(t, rowOf(&r).Skipped())
		assert.False(t, s.Skipped(&none), "and no other with it")
	})
	for _, f := range s.Fields() {
		t.Run(f.Key(), func(t *testing.T) {
			testField(t, s, f)
			testInPlace(t, s, f)
		})
	}
}

// goodTexts are texts that a field reads, with what it then says in English.
func goodTexts[R any](f *Field[R]) map[string]string {
	texts := map[string]string{}
	switch {
	case f.Vocabulary() != nil:
		for _, e := range f.Vocabulary().Entries() {
			texts[e.Key], texts[" "+e.Name.ZH+" "], texts[strings.ToUpper(e.Name.EN)] = e.Name.EN, e.Name.EN, e.Name.EN
		}
		if other, has := f.Vocabulary().Other(); has {
			texts[other.Key] = other.Name.EN
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

func testField[R any](t *testing.T, s *Subject[R], f *Field[R]) {
	for text, want := range goodTexts(f) {
		var r, empty R
		require.NoError(t, f.Parse(&r, text), "%q", text)
		assert.True(t, f.Code(&r).Known())
		assert.Equal(t, want, f.Text(&r, bilingual.English))
		assert.NotEmpty(t, f.Text(&r, bilingual.Chinese))
		for _, other := range s.Fields() {
			assert.Equal(t, other == f, other.Code(&r).Known(), "%s alone is set, not %s", f.Key(), other.Key())
		}
		for _, bad := range []string{"校长", "*", "12 of 13", "4.5万"} {
			before := r
			err := f.Parse(&r, bad)
			assert.ErrorContains(t, err, `"`+bad+`"`, "the error quotes the text")
			assert.ErrorContains(t, err, "field "+f.Key()+":")
			assert.Equal(t, before, r, "and leaves the field alone")
		}
		for _, none := range []string{" ", "-", "NaN", "None", "N/A"} {
			kept := r
			require.NoError(t, f.Parse(&kept, none), "what says that there is no value is unknown")
			assert.Equal(t, empty, kept)
		}
	}
}

// testInPlace sees to it that the field is read alike in its place and through its
// description, and that no other field touches it.
func testInPlace[R any](t *testing.T, s *Subject[R], f *Field[R]) {
	read := func(r *R) quantity.Code {
		switch {
		case !InPlace(f):
			return f.Code(r)
		case f.words != nil:
			return f.words.code(f.Offset().Word(r))
		}
		return f.Offset().Code(r)
	}
	var none R
	assert.True(t, read(&none).Unknown())
	for _, g := range s.Fields() {
		for text := range goodTexts(g) {
			var r R
			require.NoError(t, g.Parse(&r, text))
			assert.Equal(t, g == f, read(&r).Known(), "%s: %s", g.Key(), text)
			assert.Equal(t, f.Code(&r), read(&r))
		}
		var r R
		require.NoError(t, g.Parse(&r, invalidText(g)))
		assert.True(t, g.Code(&r).Invalid())
		assert.Equal(t, g == f, read(&r).Invalid())
	}
}

// invalidText is a text that says of itself that the value was refused.
func invalidText[R any](f *Field[R]) string {
	if f.Vocabulary() != nil {
		return "invalid"
	}
	return "invalid: negative"
}

// CheckStruct tests that every field of the struct is described, in its order. A
// record of a caller's own may hold more.
func (s *Subject[R]) CheckStruct(t *testing.T) {
	names := map[memory.Offset[R]]string{}
	var held, described []string
	for _, f := range reflect.VisibleFields(reflect.TypeFor[R]()) {
		if len(f.Index) == 1 && f.Type != reflect.TypeFor[Row]() {
			names[memory.Offset[R](f.Offset)] = f.Name
			held = append(held, f.Name)
		}
	}
	for _, f := range s.Fields() {
		described = append(described, names[f.held.place(make([]R, 1))])
	}
	assert.Equal(t, held, described, "each field of the struct is described once")
	s.checkJSON(t)
}

// checkJSON asks of each field that JSON names it by its key and gives it back, unknown,
// known and invalid.
func (s *Subject[R]) checkJSON(t *testing.T) {
	var none R
	data, err := json.Marshal(none)
	require.NoError(t, err)
	assert.Equal(t, "{}", string(data), "what is unknown is left out")
	for _, f := range s.Fields() {
		texts := []string{"2024-03-01", "invalid: not-a-date"}
		switch {
		case f.words != nil:
			texts = []string{"invalid"}
			for _, e := range f.words.Entries() {
				texts = append(texts, e.Key)
			}
		case f.unit != quantity.Day:
			texts = []string{"0", "37", "invalid: negative"}
		}
		for _, text := range texts {
			var r, back R
			require.NoError(t, f.Parse(&r, text), f.key)
			data, err := json.Marshal(r)
			require.NoError(t, err)
			var object map[string]any
			require.NoError(t, json.Unmarshal(data, &object))
			assert.Equal(t, []string{f.key}, slices.Collect(maps.Keys(object)), "by its key, and nothing else")
			require.NoError(t, json.Unmarshal(data, &back))
			assert.Equal(t, r, back, "%s of %q", f.key, text)
		}
	}
}
