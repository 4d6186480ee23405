package indicators_test

import (
	"encoding"
	"strings"
	"testing"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
)

func FuzzParseAnswer(f *testing.F)     { fuzzWord(f, indicators.ParseAnswer) }
func FuzzParseEducation(f *testing.F)  { fuzzWord(f, indicators.ParseEducation) }
func FuzzParseFitness(f *testing.F)    { fuzzWord(f, indicators.ParseFitness) }
func FuzzParseHonourKind(f *testing.F) { fuzzWord(f, indicators.ParseHonourKind) }
func FuzzParseLocality(f *testing.F)   { fuzzWord(f, indicators.ParseLocality) }
func FuzzParseSchoolKind(f *testing.F) { fuzzWord(f, indicators.ParseSchoolKind) }
func FuzzParseStage(f *testing.F)      { fuzzWord(f, indicators.ParseStage) }
func FuzzParseTier(f *testing.F)       { fuzzWord(f, indicators.ParseTier) }

// fuzzWord holds a parser against the list itself: a text is a term exactly if
// some term of the list, compared one by one, is written so.
func fuzzWord[V word](f *testing.F, parse func(string) V) {
	var none V
	entries := none.Vocabulary().Entries()
	for _, e := range entries {
		f.Add(e.Key)
		f.Add(" " + e.Name.ZH)
		for _, also := range e.Also {
			f.Add(strings.ToUpper(also))
		}
	}
	for _, text := range []string{"", " \u3000", "invalid", "Invalid ", "22", "ﬀ", "\xff", "高 中", "K"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		got := parse(text)
		if want := search[V](entries, text); got != want {
			t.Fatalf("%q is %d, by the list %d", text, got, want)
		}
		if parse(got.String()) != got || parse(got.In(bilingual.Chinese)) != got && got != 0 || parse(got.In(bilingual.English)) != got && got != 0 {
			t.Fatalf("%q is %s, which reads as another value", text, got)
		}
		kept := V(1)
		err := any(&kept).(encoding.TextUnmarshaler).UnmarshalText([]byte(text))
		refused := got == indicators.InvalidWord && strings.ToLower(strings.TrimSpace(text)) != "invalid"
		switch {
		case (err != nil) != refused:
			t.Fatalf("%q is %s: %v", text, got, err)
		case refused && kept != 1, !refused && kept != got:
			t.Fatalf("%q is %s and was read as %s", text, got, kept)
		}
	})
}

func search[V word](entries []indicators.Entry, text string) V {
	text = strings.ToLower(strings.TrimSpace(text))
	if text == "" {
		return 0
	}
	for i, e := range entries {
		for _, written := range append([]string{e.Key, e.Name.ZH, e.Name.EN}, e.Also...) {
			if strings.ToLower(written) == text {
				return V(i + 1)
			}
		}
	}
	return indicators.InvalidWord
}
