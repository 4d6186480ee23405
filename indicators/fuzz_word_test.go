package indicators_test

import (
	"encoding"
	"strings"
	"testing"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
)

func FuzzParseAnswer(f *testing.F)        { fuzzWord(f, indicators.ParseAnswer) }
func FuzzParseEducation(f *testing.F)     { fuzzWord(f, indicators.ParseEducation) }
func FuzzParseFitness(f *testing.F)       { fuzzWord(f, indicators.ParseFitness) }
func FuzzParseHonourKind(f *testing.F)    { fuzzWord(f, indicators.ParseHonourKind) }
func FuzzParseLocality(f *testing.F)      { fuzzWord(f, indicators.ParseLocality) }
func FuzzParseSchoolKind(f *testing.F)    { fuzzWord(f, indicators.ParseSchoolKind) }
func FuzzParseStage(f *testing.F)         { fuzzWord(f, indicators.ParseStage) }
func FuzzParseAccountHolder(f *testing.F) { fuzzWord(f, indicators.ParseAccountHolder) }
func FuzzParseAreaKind(f *testing.F)      { fuzzWord(f, indicators.ParseAreaKind) }
func FuzzParseDisability(f *testing.F)    { fuzzWord(f, indicators.ParseDisability) }
func FuzzParseDimension(f *testing.F)     { fuzzWord(f, indicators.ParseDimension) }
func FuzzParseEstateKind(f *testing.F)    { fuzzWord(f, indicators.ParseEstateKind) }
func FuzzParseOwner(f *testing.F)         { fuzzWord(f, indicators.ParseOwner) }
func FuzzParsePlacement(f *testing.F)     { fuzzWord(f, indicators.ParsePlacement) }
func FuzzParseRegistration(f *testing.F)  { fuzzWord(f, indicators.ParseRegistration) }
func FuzzParseSpecialGroup(f *testing.F)  { fuzzWord(f, indicators.ParseSpecialGroup) }
func FuzzParseTownshipKind(f *testing.F)  { fuzzWord(f, indicators.ParseTownshipKind) }
func FuzzParseTier(f *testing.F)          { fuzzWord(f, indicators.ParseTier) }

// fuzzWord holds a parser against the list itself: a term by one of its texts is that term,
// a text that says there is no value is unknown, what is read is what reads its own
// words, and what is refused says so.
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
	for _, text := range []string{"", " \u3000", "invalid", "Invalid ", "22", "ﬀ", "\xff", "高 中", "K", "None", "\ufeffN/A", "其他", "民办（普惠）", "全日制本科毕业", "非", "附设小学班",
		"本科及以上", "初中、高中", "((((", "(a)(b)(c)", "县（市、区）级骨干教师"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		got := parse(text)
		if want := search[V](entries, text); want != indicators.InvalidWord && got != want {
			t.Fatalf("%q is %d, by the list %d", text, got, want)
		}
		if (got == 0) != quantity.NoValue(text) {
			t.Fatalf("%q is %d", text, got)
		}
		if parse(got.String()) != got || parse(got.In(bilingual.Chinese)) != got || parse(got.In(bilingual.English)) != got {
			t.Fatalf("%q is %s, which reads as another value", text, got)
		}
		v, err := indicators.ParserOf[V]().Read(text)
		if v != got || (err != nil) != (got == indicators.InvalidWord) {
			t.Fatalf("%q is %s and %s: %v", text, got, v, err)
		}
		kept := V(1)
		err = any(&kept).(encoding.TextUnmarshaler).UnmarshalText([]byte(text))
		refused := got == indicators.InvalidWord && strings.ToLower(quantity.Normal(text)) != "invalid"
		switch {
		case (err != nil) != refused:
			t.Fatalf("%q is %s: %v", text, got, err)
		case refused && kept != 1, !refused && kept != got:
			t.Fatalf("%q is %s and was read as %s", text, got, kept)
		}
	})
}

func search[V word](entries []indicators.Entry, text string) V {
	text = strings.ToLower(quantity.Normal(text))
	if quantity.NoValue(text) {
		return 0
	}
	for i, e := range entries {
		for _, written := range append([]string{e.Key, e.Name.ZH, e.Name.EN}, e.Also...) {
			if strings.ToLower(quantity.Normal(written)) == text {
				return V(i + 1)
			}
		}
	}
	return indicators.InvalidWord
}
