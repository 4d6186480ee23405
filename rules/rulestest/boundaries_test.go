package rulestest_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/rules"
	"github.com/eduplan/tonghua/rules/rulestest"
	"github.com/eduplan/tonghua/rules/tonghua"
)

func TestTheBookHoldsAtEveryBoundary(t *testing.T) {
	holds(t, tonghua.Enrolments())
	holds(t, tonghua.Attainments())
	holds(t, tonghua.Pupils())
	holds(t, tonghua.Schools())
	holds(t, tonghua.Classes())
	holds(t, tonghua.Honours())
	holds(t, tonghua.Teachers())
	holds(t, tonghua.CountyYears())
}

func holds[R indicators.Record[R]](t *testing.T, set rules.Set[R]) {
	t.Helper()
	for _, r := range set {
		cases, err := rulestest.Boundaries(r)
		require.NoError(t, err)
		t.Run(string(r.ID()), func(t *testing.T) {
			assert.Greater(t, len(cases), 10)
			for _, c := range cases {
				if testing.Verbose() {
					t.Log(c.Name.EN)
				}
				assert.NoError(t, c.Check(r))
			}
		})
	}
}
