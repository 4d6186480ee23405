package bilingual_test

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators/bilingual"
)

func TestLanguage(t *testing.T) {
	var zero bilingual.Language
	assert.Equal(t, bilingual.Chinese, zero, "most readers read Chinese first")
	for _, c := range []struct {
		language bilingual.Language
		code     string
	}{{bilingual.Chinese, "zh"}, {bilingual.English, "en"}} {
		assert.Equal(t, c.code, c.language.String())
		back, err := bilingual.ParseLanguage(c.code)
		require.NoError(t, err)
		assert.Equal(t, c.language, back)
	}
	assert.Equal(t, "Language(7)", bilingual.Language(7).String(), "an odd value prints its number")
}

func TestOtherLanguagesAreRefused(t *testing.T) {
	for _, text := range []string{"", "ZH", "zh-CN", " en", "de", "Language(7)"} {
		l, err := bilingual.ParseLanguage(text)
		assert.EqualError(t, err, `bilingual: language "`+text+`": want zh or en`)
		assert.Equal(t, bilingual.Chinese, l)
	}
}

func TestText(t *testing.T) {
	both := bilingual.Text{ZH: "教师", EN: "teachers"}
	for _, c := range []struct {
		name             string
		text             bilingual.Text
		zero, complete   bool
		chinese, english string
	}{
		{"both languages are complete", both, false, true, "教师", "teachers"},
		{"no text is zero", bilingual.Text{}, true, false, "", ""},
		{"Chinese alone is incomplete and does not stand in for English", bilingual.Text{ZH: "教师"}, false, false, "教师", ""},
		{"English alone is incomplete and does not stand in for Chinese", bilingual.Text{EN: "teachers"}, false, false, "", "teachers"},
	} {
		t.Run(c.name, func(t *testing.T) {
			assert.Equal(t, c.zero, c.text.IsZero())
			assert.Equal(t, c.complete, c.text.Complete())
			assert.Equal(t, c.chinese, c.text.In(bilingual.Chinese))
			assert.Equal(t, c.english, c.text.In(bilingual.English))
			assert.Equal(t, c.chinese, c.text.In(bilingual.Language(7)), "an unknown language reads Chinese")
		})
	}
	assert.True(t, both == bilingual.Text{ZH: "教师", EN: "teachers"}, "texts are comparable")
}

func TestTextAsJSON(t *testing.T) {
	for text, want := range map[string]bilingual.Text{
		`{"zh":"教师","en":"teachers"}`: {ZH: "教师", EN: "teachers"},
		`{"zh":"","en":""}`:           {},
	} {
		data, err := json.Marshal(want)
		require.NoError(t, err)
		assert.Equal(t, text, string(data))
		var back bilingual.Text
		require.NoError(t, json.Unmarshal([]byte(text), &back))
		assert.Equal(t, want, back)
	}
	for _, data := range []string{`"教师"`, `["教师","teachers"]`, `{"zh":1}`} {
		var text bilingual.Text
		assert.Error(t, json.Unmarshal([]byte(data), &text), data)
	}
}

func FuzzParseLanguage(f *testing.F) {
	for _, text := range []string{"zh", "en", "", "EN", "zh-CN"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		l, err := bilingual.ParseLanguage(text)
		if (err == nil) != (text == "zh" || text == "en") {
			t.Fatalf("%q: %v", text, err)
		}
		if err == nil && l.String() != text {
			t.Fatalf("%q is %s", text, l)
		}
	})
}
