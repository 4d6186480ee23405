package rules_test

import (
	"math/rand/v2"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules"
	"github.com/eduplan/tonghua/rules/tonghua"
	"github.com/eduplan/tonghua/rules/verdict"
)

func TestEvidenceGrowsOldOnTheDaysThatEachDayShows(t *testing.T) {
	random := rand.New(rand.NewPCG(21, 44))
	var attested []rules.View
	for _, v := range tonghua.All() {
		if v.Form() == indicators.EvidenceForm {
			attested = append(attested, v)
		}
	}
	reasons := map[verdict.Reason]int{}
	for range 40 {
		v := attested[random.IntN(len(attested))]
		s := v.Statement()
		var evidence []verdict.Evidence
		for _, c := range s.Components {
			for range random.IntN(4) {
				e := verdict.Evidence{Statement: s.ID, Kind: plan.EvidenceKinds()[random.IntN(len(plan.EvidenceKinds()))], Title: "文件" + string(rune('一'+random.IntN(500))),
					On: quantity.DateOf(2021+random.IntN(6), time.Month(1+random.IntN(12)), 1+random.IntN(28)), Components: []string{c.Key}, Stage: verdict.InUse}
				if kinds := append(append([]plan.EvidenceKind(nil), c.Is...), c.Reports...); len(kinds) > 0 {
					e.Kind = kinds[random.IntN(len(kinds))]
				}
				if random.IntN(3) == 0 {
					e.Until = e.On.AddYears(1)
				}
				evidence = append(evidence, e)
			}
		}
		from := quantity.DateOf(2021+random.IntN(3), time.Month(1+random.IntN(12)), 1+random.IntN(28))
		until := from.AddYears(5)
		book := []rules.View{v}
		var want []quantity.Date
		before, err := rules.Attest(from, book, evidence)
		require.NoError(t, err)
		for day := from.Next(); !day.After(until); day = day.Next() {
			seen, err := rules.Attest(day, book, evidence)
			require.NoError(t, err)
			if _, turned := verdict.TurnOn(day, before.Rules[0], seen.Rules[0]); turned {
				want = append(want, day)
				reasons[seen.Rules[0].Reason]++
			}
			before = seen
		}
		turns, err := rules.EvidenceTurns(from, until, book, evidence)
		require.NoError(t, err)
		var got []quantity.Date
		for _, turn := range turns {
			got = append(got, turn.On)
		}
		require.Equal(t, want, got, "%s from %s: %v", s.ID, from, evidence)
	}
	assert.Greater(t, len(reasons), 1, "%v", reasons)
}

func TestAPaperThatIsNoLongerCurrentIsATurn(t *testing.T) {
	var current *plan.Statement
	for _, v := range tonghua.All() {
		if s := v.Statement(); v.Form() == indicators.EvidenceForm && len(s.Components) == 1 && s.Components[0].Needs == plan.InForce && len(s.Components[0].Is) > 0 && s.Modality == plan.Must {
			current = s
			break
		}
	}
	require.NotNil(t, current)
	paper := verdict.Evidence{Statement: current.ID, Kind: current.Components[0].Is[0], Title: "办法", On: quantity.DateOf(2023, 3, 1), Until: quantity.DateOf(2024, 8, 31)}
	turns, err := rules.EvidenceTurns(quantity.DateOf(2024, 1, 1), quantity.DateOf(2024, 12, 31), tonghua.All(), []verdict.Evidence{paper})
	require.NoError(t, err)
	require.Len(t, turns, 1)
	assert.Equal(t, quantity.DateOf(2024, 9, 1), turns[0].On, "the day after its last day in force")
	_, err = rules.EvidenceTurns(quantity.Date{}, quantity.DateOf(2024, 12, 31), tonghua.All(), nil)
	assert.Error(t, err)
}
