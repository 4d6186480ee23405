package indicators_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
)

func entry(key, zh, en string, also ...string) indicators.Entry {
	return indicators.Entry{Key: key, Name: bilingual.Text{ZH: zh, EN: en}, Also: also}
}

func TestFaultsOfAVocabularyAreReported(t *testing.T) {
	diesel, electric := entry("diesel", "柴油", "diesel"), entry("electric", "电动", "electric", "EV")
	name := bilingual.Text{ZH: "动力", EN: "fuel"}
	for _, c := range []struct {
		name   string
		list   *indicators.Vocabulary
		wanted string
	}{
		{"two terms with one key", indicators.NewVocabulary(name, diesel, entry("diesel", "电动", "electric")),
			`indicators: vocabulary fuel: "diesel" is claimed by diesel and diesel`},
		{"two terms with one name", indicators.NewVocabulary(name, diesel, entry("oil", "柴油", "oil")),
			`indicators: vocabulary fuel: "柴油" is claimed by diesel and oil`},
		{"two terms with one alias, written differently", indicators.NewVocabulary(name, electric, entry("hybrid", "混动", "hybrid", " ev ")),
			`indicators: vocabulary fuel: "ev" is claimed by electric and hybrid`},
		{"no key", indicators.NewVocabulary(name, entry("", "柴油", "diesel")),
			`indicators: vocabulary fuel: term "" has the text "", which stands for no term`},
		{"no Chinese name", indicators.NewVocabulary(name, entry("diesel", "", "diesel")),
			`indicators: vocabulary fuel: term "diesel" has the text "", which stands for no term`},
		{"an empty alias would turn unknown into a value", indicators.NewVocabulary(name, entry("diesel", "柴油", "diesel", " ")),
			`indicators: vocabulary fuel: term "diesel" has the text "", which stands for no term`},
		{"the key of invalid values", indicators.NewVocabulary(name, entry("broken", "损坏", "broken", "Invalid")),
			`indicators: vocabulary fuel: term "broken" has the text "invalid", which stands for no term`},
		{"a text by which programs write that there is no value", indicators.NewVocabulary(name, entry("none", "无动力", "no engine")),
			`indicators: vocabulary fuel: term "none" has the text "none", which stands for no term`},
		{"another one, written differently", indicators.NewVocabulary(name, entry("engineless", "无动力", "no engine", "Ｎ／Ａ")),
			`indicators: vocabulary fuel: term "engineless" has the text "n/a", which stands for no term`},
		{"a code of some table", indicators.NewVocabulary(name, entry("diesel", "柴油", "diesel", "01")),
			`indicators: vocabulary fuel: term "diesel" has the text "01", which stands for no term`},
		{"no terms", indicators.NewVocabulary(name),
			"indicators: vocabulary fuel: a name in both languages and 1 to 60 terms are wanted, not 0"},
		{"no name", indicators.NewVocabulary(bilingual.Text{EN: "fuel"}, diesel),
			"indicators: vocabulary fuel: a name in both languages and 1 to 60 terms are wanted, not 1"},
	} {
		t.Run(c.name, func(t *testing.T) { assert.EqualError(t, c.list.Err(), c.wanted) })
	}
	assert.NoError(t, indicators.NewVocabulary(name, diesel, electric).Err())
	assert.NoError(t, indicators.NewVocabulary(name, entry("diesel", "柴油", "diesel", "Diesel", "柴油")).Err(), "a term may repeat its own texts")
	var missing *indicators.Vocabulary
	assert.Error(t, missing.Err())
}

func TestAVocabularyHasAtMost60Terms(t *testing.T) {
	var entries []indicators.Entry
	for i := range 300 {
		entries = append(entries, entry(fmt.Sprintf("key%d", i), fmt.Sprintf("名%d", i), fmt.Sprintf("name %d", i)))
	}
	name := bilingual.Text{ZH: "名", EN: "names"}
	assert.NoError(t, indicators.NewVocabulary(name, entries[:60]...).Err())
	for _, n := range []int{61, 256, 300} {
		long := indicators.NewVocabulary(name, entries[:n]...)
		assert.Error(t, long.Err())
		assert.Len(t, long.Entries(), 60, "no value wraps around to another")
	}
}
