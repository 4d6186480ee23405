package tonghua_test

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules"
	"github.com/eduplan/tonghua/rules/tonghua"
	"github.com/eduplan/tonghua/rules/verdict"
)

// paper is one piece of evidence in a case: a paper of a day, or one that was in force
// up to a day.
type paper struct{ on, until quantity.Date }

// showing are the cases of one component: when papers of an accepted kind show it on the
// last day of the plan. The demand is of the years 2022 to 2025, since the plan is of
// 26 May 2022, and evidence counts from 1 January 2021.
var showing = map[plan.Recency][]struct {
	says   string
	papers []paper
	shown  bool
}{
	plan.Once: {
		{"of the day before the plan", []paper{{on: day(2020, 12, 31)}}, false},
		{"of its first day", []paper{{on: day(2021, 1, 1)}}, true},
		{"of its last day", []paper{{on: day(2025, 12, 31)}}, true},
		{"of the day after the data", []paper{{on: day(2026, 1, 1)}}, false},
	},
	plan.InForce: {
		{"older than the plan and in force", []paper{{on: day(2015, 3, 1)}}, true},
		{"in force up to the day before the data", []paper{{on: day(2022, 3, 1), until: day(2025, 12, 30)}}, false},
		{"in force up to the day of the data", []paper{{on: day(2022, 3, 1), until: day(2025, 12, 31)}}, true},
		{"of the day after the data", []paper{{on: day(2026, 1, 1)}}, false},
	},
	plan.Current: {
		{"of the year before last", []paper{{on: day(2023, 12, 31)}}, false},
		{"of the first day of last year", []paper{{on: day(2024, 1, 1)}}, true},
		{"of the day of the data", []paper{{on: day(2025, 12, 31)}}, true},
		{"of the day after the data", []paper{{on: day(2026, 1, 1)}}, false},
	},
	plan.EachYear: {
		{"of each year", []paper{{on: day(2022, 6, 1)}, {on: day(2023, 6, 1)}, {on: day(2024, 6, 1)}, {on: day(2025, 6, 1)}}, true},
		{"of each year but the first", []paper{{on: day(2023, 6, 1)}, {on: day(2024, 6, 1)}, {on: day(2025, 6, 1)}}, false},
		{"of each year but one", []paper{{on: day(2022, 6, 1)}, {on: day(2023, 6, 1)}, {on: day(2025, 6, 1)}}, false},
		{"of each year but the last", []paper{{on: day(2022, 6, 1)}, {on: day(2023, 6, 1)}, {on: day(2024, 6, 1)}, {on: day(2026, 6, 1)}}, false},
	},
}

func day(year int, month time.Month, d int) quantity.Date { return quantity.DateOf(year, month, d) }

// pieces are so many times the papers of a case, about one component. An act that the
// text sets a month for is of that month.
func pieces(s *plan.Statement, c *plan.Component, kind plan.EvidenceKind, papers []paper, times int) (list []verdict.Evidence) {
	for i, p := range papers {
		if month, ok := s.Figure("month"); ok && c.Needs == plan.EachYear {
			p.on = day(p.on.Year(), time.Month(month.Amount.Ceil().Steps()/quantity.MonthOfYear.Scale()), 10)
		}
		for n := range times {
			list = append(list, verdict.Evidence{Kind: kind, Title: fmt.Sprintf("文件%d-%d", i+1, n+1), Issuer: "市教育局", On: p.on, Until: p.until,
				Stage: verdict.InUse, Components: []string{c.Key}})
		}
	}
	return list
}

func TestEachComponentIsShownByItsKindsOnItsDaysAndByNothingElse(t *testing.T) {
	components, cases := 0, 0
	for _, v := range tonghua.All() {
		s := v.Statement()
		if len(s.Components) == 0 {
			continue
		}
		rule := rules.MustAttested(v.Plan(), v.ID())
		for i := range s.Components {
			c := &s.Components[i]
			components++
			shown := func(kind plan.EvidenceKind, papers []paper, times int) bool {
				cases++
				r, err := rule.Evaluate(day(2025, 12, 31), pieces(s, c, kind, papers, times)...)
				require.NoError(t, err)
				for k := range r.Components {
					if k != i {
						require.False(t, r.Components[k].Shown, "%s: %s is shown by papers about %s", s.ID, r.Components[k].Key, c.Key)
					}
				}
				if len(s.Components) == 1 && r.Components[0].Shown {
					require.Equal(t, verdict.Met, r.Outcome, s.ID)
				}
				return r.Components[i].Shown
			}
			for _, one := range showing[c.Needs] {
				for _, kind := range plan.EvidenceKinds() {
					accepted := slices.Contains(c.Is, kind) || slices.Contains(c.Reports, kind)
					assert.Equal(t, accepted && one.shown, shown(kind, one.papers, c.Least), "%s: %s by a %s %s", s.ID, c.Key, kind, one.says)
					if c.Least > 1 && c.Needs != plan.EachYear && one.shown {
						assert.False(t, shown(kind, one.papers, c.Least-1), "%s: %s by fewer than %d", s.ID, c.Key, c.Least)
					}
				}
			}
		}
	}
	assert.GreaterOrEqual(t, components, 400)
	assert.GreaterOrEqual(t, cases, 400*4*6)
}
