package rules_test

import (
	"math/rand/v2"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules"
	"github.com/eduplan/tonghua/rules/verdict"
)

func attested(changes ...amend) rules.Attested {
	return rules.MustAttested(edition(says("promise", changes...)), "promise")
}

func piece(kind plan.EvidenceKind, title string, on quantity.Date, changes ...func(*verdict.Evidence)) verdict.Evidence {
	e := verdict.Evidence{Kind: kind, Title: title, On: on}
	for _, change := range changes {
		change(&e)
	}
	return e
}

func numbered(n string) func(*verdict.Evidence) { return func(e *verdict.Evidence) { e.Number = n } }
func issuedBy(s string) func(*verdict.Evidence) { return func(e *verdict.Evidence) { e.Issuer = s } }
func stage(s verdict.ProjectStage) func(*verdict.Evidence) {
	return func(e *verdict.Evidence) { e.Stage = s }
}
func aboutYear(y int) func(*verdict.Evidence) { return func(e *verdict.Evidence) { e.Year = y } }
func ofWhole(e *verdict.Evidence)             { e.Whole = true }

func TestARefusedCopyDoesNotKeepAGoodOneFromCounting(t *testing.T) {
	building := attested(shownBy(plan.Component{Key: "whole", Is: []plan.EvidenceKind{plan.Project}, Needs: plan.Once}))
	rule := attested(shownBy(plan.Component{Key: "whole", Is: []plan.EvidenceKind{plan.PublishedMeasure}, Needs: plan.Once, Least: 2}))
	for _, c := range []struct {
		says    string
		rule    rules.Attested
		pieces  []verdict.Evidence
		outcome verdict.Outcome
	}{
		{"a project that was approved is in use now, under one number", building, []verdict.Evidence{
			piece(plan.Project, "教学楼", day(2022, time.May, 1), numbered("8号"), stage(verdict.Approved)),
			piece(plan.Project, "教学楼", day(2024, time.September, 1), numbered("8号"), stage(verdict.InUse))}, verdict.Met},
		{"so it is where approval and use lie in one year", building, []verdict.Evidence{
			piece(plan.Project, "教学楼", day(2024, time.May, 1), numbered("8号"), stage(verdict.Approved)),
			piece(plan.Project, "教学楼", day(2024, time.September, 1), numbered("8号"), stage(verdict.InUse))}, verdict.Met},
		{"one number is two reports where they are about different years", rule, []verdict.Evidence{
			piece(plan.PublishedMeasure, "公报", day(2024, time.June, 1), numbered("1号"), aboutYear(2023)),
			piece(plan.PublishedMeasure, "公报", day(2024, time.June, 2), numbered("1号"), aboutYear(2024))}, verdict.Met},
		{"a mistyped year stands beside the corrected row", building, []verdict.Evidence{
			piece(plan.Project, "教学楼", day(2002, time.March, 1), numbered("8号"), stage(verdict.InUse)),
			piece(plan.Project, "教学楼", day(2022, time.March, 1), numbered("8号"), stage(verdict.InUse))}, verdict.Met},
		{"two issuers without number, same title and day, are two documents", rule, []verdict.Evidence{
			piece(plan.PublishedMeasure, "规划", day(2022, time.June, 1), issuedBy("集安市教育局")),
			piece(plan.PublishedMeasure, "规划", day(2022, time.June, 1), issuedBy("柳河县教育局"))}, verdict.Met},
		{"the same document twice is one", rule, []verdict.Evidence{
			piece(plan.PublishedMeasure, "规划", day(2022, time.June, 1), numbered("1号")),
			piece(plan.PublishedMeasure, "规划", day(2022, time.June, 1), numbered("1号"))}, verdict.NotMet},
		{"an issuer begins with number 1 each year", rule, []verdict.Evidence{
			piece(plan.PublishedMeasure, "规划", day(2022, time.June, 1), numbered("1号")),
			piece(plan.PublishedMeasure, "规划", day(2023, time.June, 1), numbered("1号"))}, verdict.Met},
	} {
		t.Run(c.says, func(t *testing.T) {
			first := attest(t, c.rule, dayAfter, c.pieces...)
			turned := attest(t, c.rule, dayAfter, c.pieces[1], c.pieces[0])
			assert.Equal(t, c.outcome, first.Outcome)
			assert.True(t, first.Equal(turned), "the order of a list decides nothing")
		})
	}
}

func TestARefusedPieceSaysItsOwnReasonThoughAnotherOfItsNumberCounts(t *testing.T) {
	building := attested(shownBy(plan.Component{Key: "whole", Is: []plan.EvidenceKind{plan.Project}, Needs: plan.Once}))
	r := attest(t, building, dayAfter, piece(plan.Project, "教学楼", day(2024, time.May, 1), numbered("8号"), stage(verdict.InUse)),
		piece(plan.Project, "教学楼", day(2024, time.September, 1), numbered("8号"), stage(verdict.Approved)))
	assert.Equal(t, []verdict.Refusal{verdict.NotRefused, verdict.NotCompleted}, []verdict.Refusal{r.Evidence[0].Refusal, r.Evidence[1].Refusal})
}

func TestTheOrderOfEvidenceDecidesNothing(t *testing.T) {
	r := attested(shownBy(plan.Component{Key: "a", Is: []plan.EvidenceKind{plan.PublishedMeasure, plan.Act}, Needs: plan.Once, Least: 2},
		plan.Component{Key: "b", Is: []plan.EvidenceKind{plan.Project}, Reports: []plan.EvidenceKind{plan.Assessment}, Needs: plan.EachYear}))
	g := rand.New(rand.NewPCG(1, 2))
	kinds := plan.EvidenceKinds()
	for range 300 {
		var list []verdict.Evidence
		for range 2 + g.IntN(8) {
			e := verdict.Evidence{Kind: kinds[g.IntN(len(kinds))], Title: []string{"通知", "活动", ""}[g.IntN(3)], Number: []string{"", "1号", "2号"}[g.IntN(3)],
				Issuer: []string{"", "市", "县"}[g.IntN(3)], On: day(2019+g.IntN(9), time.Month(1+g.IntN(12)), 1), Stage: verdict.ProjectStage(g.IntN(4)),
				Whole: g.IntN(3) == 0, Components: [][]string{nil, {"a"}, {"b"}, {"a", "b"}}[g.IntN(4)]}
			list = append(list, e)
		}
		want := attest(t, r, dayAfter, list...)
		g.Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
		require.True(t, want.Equal(attest(t, r, dayAfter, list...)), "%v", list)
	}
}

// A measure of a part, what it comes to, and what evidence makes of it.
func TestEvidenceCompletesAMeasureAndOverrulesAMissOnlyByAReportOnTheWhole(t *testing.T) {
	some := plan.Component{Key: "rest", Is: []plan.EvidenceKind{plan.PublishedMeasure}, Reports: []plan.EvidenceKind{plan.Assessment}, Needs: plan.Once}
	notice := piece(plan.PublishedMeasure, "通知", day(2023, time.March, 1))
	report := piece(plan.Assessment, "督导报告", day(2023, time.May, 1))
	whole := piece(plan.Assessment, "全面督导报告", day(2023, time.May, 1), ofWhole)
	lastYear := piece(plan.Assessment, "全面督导报告", day(2022, time.May, 1), ofWhole)
	for _, c := range []struct {
		says     string
		bias     plan.Bias
		measured [3]int // online, not, unknown
		evidence []verdict.Evidence
		outcome  verdict.Outcome
		over     bool
	}{
		{"what can only flatter and is reached wants the rest", plan.Flatters, [3]int{1, 0, 0}, nil, verdict.Undetermined, false},
		{"a notice is the rest", plan.Flatters, [3]int{1, 0, 0}, []verdict.Evidence{notice}, verdict.Met, false},
		{"no report makes up for what can only flatter and is missed", plan.Flatters, [3]int{0, 1, 0}, []verdict.Evidence{whole}, verdict.NotMet, false},
		{"nor for what may have been missed", plan.Flatters, [3]int{0, 0, 1}, []verdict.Evidence{whole}, verdict.Undetermined, false},
		{"what can only accuse and is reached is met", plan.Accuses, [3]int{1, 0, 0}, nil, verdict.Met, false},
		{"missed, it is not overruled by a notice", plan.Accuses, [3]int{0, 1, 0}, []verdict.Evidence{notice}, verdict.Undetermined, false},
		{"nor by a report on something", plan.Accuses, [3]int{0, 1, 0}, []verdict.Evidence{report}, verdict.Undetermined, false},
		{"nor by a report of another year", plan.Accuses, [3]int{0, 1, 0}, []verdict.Evidence{lastYear}, verdict.Undetermined, false},
		{"but by a report on the whole demand in the year of the data", plan.Accuses, [3]int{0, 1, 0}, []verdict.Evidence{whole}, verdict.Met, true},
		{"so is what may have been missed", plan.Accuses, [3]int{0, 0, 1}, []verdict.Evidence{whole}, verdict.Met, true},
		{"what errs either way and is reached wants the rest", plan.Indicates, [3]int{1, 0, 0}, []verdict.Evidence{notice}, verdict.Met, false},
		{"missed, it is not overruled by a notice either", plan.Indicates, [3]int{0, 1, 0}, []verdict.Evidence{notice}, verdict.Undetermined, false},
		{"but by a report on the whole demand", plan.Indicates, [3]int{0, 1, 0}, []verdict.Evidence{whole}, verdict.Met, true},
		{"and where data are missing as well", plan.Indicates, [3]int{0, 0, 1}, []verdict.Evidence{whole}, verdict.Met, true},
		{"without any record the rest alone answers nothing", plan.Indicates, [3]int{}, []verdict.Evidence{notice}, verdict.Undetermined, false},
		{"nor of what can only flatter", plan.Flatters, [3]int{}, []verdict.Evidence{notice}, verdict.Undetermined, false},
		{"nor does a report on the whole of another year", plan.Flatters, [3]int{}, []verdict.Evidence{lastYear}, verdict.Undetermined, false},
		{"a report on the whole demand answers it", plan.Flatters, [3]int{}, []verdict.Evidence{whole}, verdict.Met, false},
	} {
		t.Run(c.says, func(t *testing.T) {
			p := edition(says("promise", shownBy(some), population(plan.AtLeast, percent(100)), due(plan.Standing), func(s *plan.Statement) {
				s.Evaluable, s.Partly = plan.InPart, plan.Partly{Bias: c.bias, Covers: bilingual.Text{ZH: "一部分", EN: "a part"}}
			}))
			rule := rules.MustShare(p, "promise", share{Counted: online})
			measured, err := rule.Evaluate(midPlan, group(c.measured[0], c.measured[1], c.measured[2])...)
			require.NoError(t, err)
			for i := range c.evidence {
				c.evidence[i].Statement = "promise"
			}
			all, err := rules.Attest(midPlan, []rules.View{rule}, c.evidence, verdict.Results{Rules: []verdict.Result{measured}})
			require.NoError(t, err)
			if c.measured == [3]int{} && len(c.evidence) == 0 {
				return
			}
			r := all.Rules[0]
			assert.Equal(t, c.outcome, r.Outcome, r)
			assert.Equal(t, c.over, r.Overruled)
			if c.over {
				assert.Contains(t, r.Text(bilingual.Chinese), "凭佐证认定达到（计量值仅供参考）")
				assert.Contains(t, r.Text(bilingual.English), "against the measure")
			}
		})
	}
}

func TestEvidenceMustBeInForceCurrentOrOfThePlansTime(t *testing.T) {
	published := []plan.EvidenceKind{plan.PublishedMeasure}
	until := func(d quantity.Date) func(*verdict.Evidence) { return func(e *verdict.Evidence) { e.Until = d } }
	for _, c := range []struct {
		says  string
		needs plan.Recency
		asOf  quantity.Date
		piece verdict.Evidence
		shown bool
		why   verdict.Refusal
	}{
		{"a rule in force since 2018 is in force", plan.InForce, midPlan, piece(published[0], "办法", day(2018, time.March, 1)), true, verdict.NotRefused},
		{"until its last day", plan.InForce, midPlan, piece(published[0], "办法", day(2018, time.March, 1), until(midPlan)), true, verdict.NotRefused},
		{"and no longer", plan.InForce, midPlan, piece(published[0], "办法", day(2018, time.March, 1), until(midPlan.Previous())), false, verdict.NotInForce},
		{"what is to be done is not done by a paper of 2018", plan.Once, midPlan, piece(published[0], "办法", day(2018, time.March, 1)), false, verdict.BeforePlan},
		{"a paper of the year before is current", plan.Current, midPlan, piece(published[0], "办法", day(2022, time.January, 1)), true, verdict.NotRefused},
		{"one of two years before is not", plan.Current, midPlan, piece(published[0], "办法", day(2021, time.December, 31)), false, verdict.NotRefused},
		{"after the plan its last year counts", plan.Current, day(2030, time.June, 1), piece(published[0], "办法", day(2025, time.June, 1)), true, verdict.NotRefused},
		{"and so does what came later", plan.Current, day(2030, time.June, 1), piece(published[0], "办法", day(2029, time.June, 1)), true, verdict.NotRefused},
	} {
		t.Run(c.says, func(t *testing.T) {
			rule := attested(shownBy(plan.Component{Key: "whole", Is: published, Needs: c.needs}), due(plan.Standing))
			r := attest(t, rule, c.asOf, c.piece)
			assert.Equal(t, c.shown, r.Components[0].Shown)
			assert.Equal(t, c.why, r.Evidence[0].Refusal)
			if c.piece.On.Known() && c.why == verdict.NotRefused {
				assert.Contains(t, r.Text(bilingual.Chinese), "最新佐证为"+c.piece.On.In(bilingual.Chinese), "it says how old the newest is")
			}
		})
	}
}

func TestANoticeCannotStandForAnOutcome(t *testing.T) {
	reportsAlone := plan.Component{Key: "whole", Reports: []plan.EvidenceKind{plan.Assessment}, Needs: plan.Once}
	r := attest(t, attested(shownBy(reportsAlone)), midPlan, piece(plan.PublishedMeasure, "通知", midPlan))
	assert.Equal(t, []any{verdict.Undetermined, verdict.WrongKind}, []any{r.Outcome, r.Evidence[0].Refusal})
	r = attest(t, attested(shownBy(reportsAlone)), midPlan, piece(plan.Assessment, "监测报告", midPlan))
	assert.Equal(t, verdict.Met, r.Outcome)
	broken := document(says("promise", shownBy(plan.Component{Key: "whole", Is: []plan.EvidenceKind{plan.PublishedMeasure}, Needs: plan.Once}), func(s *plan.Statement) { s.Kind = plan.Prohibition }))
	_, err := plan.New(broken)
	assert.ErrorContains(t, err, "shown by reports alone")
}
