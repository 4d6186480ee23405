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
	holds(t, tonghua.Grades())
	holds(t, tonghua.EthicsCases())
	holds(t, tonghua.Cells())
	holds(t, tonghua.Researchers())
	holds(t, tonghua.Kindergartens())
	holds(t, tonghua.Townships())
	holds(t, tonghua.Estates())
	holds(t, tonghua.Programmes())
	holds(t, tonghua.Students())
	holds(t, tonghua.Transitions())
	holds(t, tonghua.PrivateSchools())
	holds(t, tonghua.SpecialChildren())
	holds(t, tonghua.Accounts())
	holds(t, tonghua.ReportingUnits())
	holds(t, tonghua.Counties())
}

func holds[R indicators.Record[R]](t *testing.T, set rules.Set[R]) {
	t.Helper()
	for _, r := range set {
		cases, err := rulestest.Boundaries(r)
		require.NoError(t, err)
		t.Run(string(r.ID()), func(t *testing.T) {
			assert.GreaterOrEqual(t, len(cases), 9)
			for _, c := range cases {
				if testing.Verbose() {
					t.Log(c.Name.EN)
				}
				assert.NoError(t, c.Check(r))
			}
		})
	}
}
