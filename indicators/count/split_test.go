package count_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/count"
	"github.com/eduplan/tonghua/indicators/teacher"
)

func TestAShareOfGroupsIsWhatAPassOverItsRowsAloneGives(t *testing.T) {
	c := counterOf(t, ask(t, "q", teacher.Stage.Recorded(), teacher.Education.AtLeast(indicators.Master)), hoursRatio(t, "ratio"))
	pass, rows := postsPass(c), posts(55, 3000)
	school := func(p *post) int { return p.number * 7919 % 97 }
	county := func(school int) int { return school % 5 }
	pass.Key = func(p *post) string { return fmt.Sprint(county(school(p)), "/", p.number%300) } // some stand twice, in one school or in two
	whole, err := count.By(pass, count.Slice(rows), school)
	require.NoError(t, err)
	keys, shares, err := count.Split(whole, county)
	require.NoError(t, err)
	require.Len(t, keys, 5)
	for i, key := range keys {
		var own []post
		for _, r := range rows {
			if county(school(&r)) == key {
				own = append(own, r)
			}
		}
		alone, err := count.By(pass, count.Slice(own), school)
		require.NoError(t, err)
		require.Equal(t, alone.Len(), shares[i].Len())
		for k, tally := range alone.All() {
			_, other := shares[i].At(shares[i].Index(k))
			require.Equal(t, asJSON(t, tally), asJSON(t, other))
		}
		want, err := alone.Total()
		require.NoError(t, err)
		got, err := shares[i].Total()
		require.NoError(t, err)
		require.Equal(t, asJSON(t, want), asJSON(t, got), "what two of its schools share is counted once")
	}
	_, _, err = count.Split(whole, func(int) int { panic("no county") })
	assert.ErrorContains(t, err, "no county")
}
