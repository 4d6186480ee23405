package bilingual_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators/bilingual"
)

type season uint8

var seasons = bilingual.List[season]{Of: "season", First: 1, Terms: []bilingual.Term{
	{Key: "spring", Text: bilingual.Text{ZH: "春季", EN: "spring term"}},
	{Key: "autumn", Text: bilingual.Text{ZH: "秋季", EN: "autumn term"}}}}

func TestAListHasAKeyAndATextForEachOfItsValues(t *testing.T) {
	assert.Equal(t, []season{1, 2}, seasons.All())
	for v, want := range map[season][3]string{
		0: {"unset(0)", "unset(0)", "unset(0)"}, // one before the first
		1: {"spring", "春季", "spring term"},
		2: {"autumn", "秋季", "autumn term"},
		3: {"unset(3)", "unset(3)", "unset(3)"}, // one after the last
	} {
		assert.Equal(t, want, [3]string{seasons.Key(v), seasons.In(v, bilingual.Chinese), seasons.In(v, bilingual.English)})
		assert.Equal(t, v == 1 || v == 2, seasons.Has(v))
	}
}

func TestAListReadsItsKeysAlone(t *testing.T) {
	for key, want := range map[string]season{"spring": 1, "autumn": 2} {
		v, err := seasons.Parse(key)
		require.NoError(t, err)
		assert.Equal(t, want, v)
	}
	for _, key := range []string{"", "Spring", "春季", "unset(0)", " autumn"} {
		v := season(2)
		assert.ErrorContains(t, seasons.Read(&v, []byte(key)), "season \""+key+"\": not in the list")
		assert.Equal(t, season(2), v, "an error leaves the value alone")
	}
}

func TestNothingStandsForNoneWhereAValueIsOptional(t *testing.T) {
	for v, want := range map[season]string{0: "", 1: "spring", 2: "autumn"} {
		key, err := seasons.WriteOptional(v)
		require.NoError(t, err)
		assert.Equal(t, want, string(key))
		back := season(9)
		require.NoError(t, seasons.ReadOptional(&back, key))
		assert.Equal(t, v, back)
	}
	v := season(1)
	assert.Error(t, seasons.ReadOptional(&v, []byte("winter")))
	assert.Equal(t, season(1), v)
}
