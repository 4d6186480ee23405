package rules_test

import (
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/enrolment"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules"
	"github.com/eduplan/tonghua/rules/verdict"
)

var languages = []bilingual.Language{bilingual.Chinese, bilingual.English}

// readable says what no text for people may hold.
func readable(t *testing.T, text string, about ...any) {
	t.Helper()
	require.NotEmpty(t, text, about...)
	for _, leftover := range []string{"%!", "unset(", "Unit(", "invalid:  ", "<nil>", "（）", "()", "；；", "; ;", "：；", "，，"} {
		require.NotContains(t, text, leftover, about...)
	}
	require.Equal(t, strings.TrimSpace(text), text, about...)
}

func TestEveryOutcomeReasonAndDueCanBeReadInBothLanguages(t *testing.T) {
	base := missed(t, asOf, baseline(half, atTheEndOf2020), readings("one", "other"))
	for outcome := verdict.Undetermined; outcome <= verdict.NotApplicable; outcome++ {
		for reason := verdict.NoReason; reason <= verdict.SurplusRecords; reason++ {
			for due := verdict.Open; due <= verdict.Ended; due++ {
				for _, l := range languages {
					r := base
					r.Outcome, r.Reason, r.Due = outcome, reason, due
					readable(t, r.Text(l), outcome, reason, due)
					readable(t, r.Verdict(l))
					bare := verdict.Result{Outcome: outcome, Reason: reason, Due: due}
					readable(t, bare.Text(l), "a result that nothing has filled in")
				}
			}
		}
	}
	for _, l := range languages {
		for outcome := verdict.Undetermined; outcome <= verdict.NotApplicable; outcome++ {
			readable(t, outcome.In(l))
		}
		for reason := verdict.BelowThreshold; reason <= verdict.SurplusRecords; reason++ {
			readable(t, reason.In(l))
		}
		for due := verdict.Open; due <= verdict.Ended; due++ {
			readable(t, due.In(l))
		}
		for use := rules.ForScope; use <= rules.ForAmount; use++ {
			readable(t, use.In(l))
		}
	}
	assert.Empty(t, verdict.NoReason.In(bilingual.Chinese), "what is met needs no reason")
}

func TestTheTextsOfManyRegistersCanBeRead(t *testing.T) {
	panel := panelOf(testBook())
	for seed := range uint64(4) {
		groups, err := rules.EvaluateBy(panel, asOf, messy(seed, 40), byCounty)
		require.NoError(t, err)
		groups.Expect(counties[1], 11)
		for _, results := range groups.All() {
			for _, r := range results.Rules {
				for _, l := range languages {
					readable(t, r.Text(l), r.Statement)
					readable(t, r.SeenOn(lastDay.Next()).Text(l), r.Statement)
					assert.Contains(t, r.Text(l), r.Citation.In(l), "every text names its clause")
					for _, f := range r.Figures {
						assert.Contains(t, r.Text(l), f.Amount.In(l), "and each figure that decides")
					}
				}
			}
		}
		for _, f := range groups.Total().Faults {
			for _, l := range languages {
				readable(t, f.Text(l))
			}
		}
	}
}

func TestTextOfAResult(t *testing.T) {
	r := missed(t, asOf, baseline(half, atTheEndOf2020))
	assert.Equal(t, "指标：尚未达到；4/5=80.00%；要求：不低于100%（一；100%：文中明示；2025年12月31日前，文中明示）；有1名教师未达标；"+
		"基期50%，按匀速应为100%，进度落后，还需提高20个百分点；数据截至2025年12月31日，记录5条，适用5条；5条中至少有1条与实际相反，结论才会改变", r.String())
	assert.Equal(t, "target: not yet met; 4 of 5 = 80.00 %; required: at least 100 % (Part 1; 100 %: stated; by 31 December 2025, stated); "+
		"1 teacher does not comply; baseline 50 %, a straight line would stand at 100 %, behind, still needed: 20 percentage points; data of 31 December 2025, 5 records read, 5 in scope; stands unless 1 of 5 records is wrong",
		r.Text(bilingual.English))

	groups := group(2, 1, 1)
	cookRow := onlineTeacher
	cookRow.Skip()
	wrongRow := onlineTeacher
	wrongRow.RealNameSpace = wrong
	p := edition(says("target", population(plan.AtLeast, percent(80))))
	results, err := rules.MustPanel(itself, rules.MustShare(p, "target", share{Counted: online})).Expecting(7).
		Evaluate(asOf, append(groups, cookRow, wrongRow))
	require.NoError(t, err)
	assert.Equal(t, "target: undetermined (records are absent); 33.33 % to 83.34 %; required: at least 80 % (Part 1; 80 %: stated; by 31 December 2025, stated); "+
		"up to 3 more teachers to comply; data of 31 December 2025, 6 records read, 5 in scope, "+
		"1 skipped, 1 absent, 3 left open, real-name learning space unknown in 1 and invalid in 1; 3 answers can settle it as met, 1 answer can settle it as not met, 3 settle it in any case", results.Rules[0].Text(bilingual.English))
}

func TestResultsPrintARuleALineAndTheirFirstFaults(t *testing.T) {
	results := goldenResults(t)
	for _, l := range languages {
		lines := strings.Split(strings.TrimSuffix(results.Text(l), "\n"), "\n")
		require.Len(t, lines, len(results.Rules)+len(results.Faults))
		for i, r := range results.Rules {
			assert.Equal(t, r.Text(l), lines[i])
		}
		assert.Equal(t, results.Faults[0].Text(l), lines[len(results.Rules)])
	}
	assert.Equal(t, results.Text(bilingual.Chinese), results.String())
	assert.Empty(t, verdict.Results{}.String())
}

var printed = regexp.MustCompile(`[0-9.]+ %`)

// printedAmounts reads the percentages of a text as a reader of the report would.
func printedAmounts(t *testing.T, text string) []quantity.Amount {
	t.Helper()
	var list []quantity.Amount
	for _, number := range printed.FindAllString(text, -1) {
		a, err := quantity.ParseAmount(strings.TrimSuffix(number, " %"), quantity.Percent)
		require.NoError(t, err, text)
		list = append(list, a)
	}
	return list
}

var comparators = []plan.Comparator{plan.AtLeast, plan.AtMost, plan.MoreThan, plan.LessThan, plan.Exactly}

func TestAPrintedValueNeverContradictsItsVerdict(t *testing.T) {
	random := rand.New(rand.NewPCG(9, 9))
	near := 0
	for range 3000 {
		c := comparators[random.IntN(len(comparators))]
		threshold := quantity.MustAmount(uint64(random.IntN(12000)), 10000, quantity.Percent)
		num, den := threshold.Fraction()
		per := 1 + random.IntN(2_000_000)
		of := max(0, int(num)*per/int(den)+random.IntN(7)-3)
		rule := rules.MustRatio(edition(says("ratio", population(c, threshold))), "ratio", enrolmentRatio)
		r := evaluate(t, rule, asOf, enrolment.Record{Enrolled: quantity.N(of), OfficialAge: quantity.N(per)})
		text := r.Measured(bilingual.English)
		shown := printedAmounts(t, text)
		require.Len(t, shown, 1, text)
		require.Equal(t, r.Outcome == verdict.Met, c.Holds(shown[0].Compare(threshold)), "%s against %s", text, r.Threshold)
		if r.Value.Compare(threshold) != 0 && r.Value.Number(quantity.Down) != r.Value.Number(quantity.Up) && c.Holds(0) != (r.Outcome == verdict.Met) {
			near++
		}
	}
	assert.Greater(t, near, 300, "many of them lie within a hundredth of a per cent of their threshold")
}

func TestPrintedBoundsNeverContradictTheirVerdict(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 5))
	certain := 0
	for range 2000 {
		c := comparators[random.IntN(len(comparators))]
		rows := random.IntN(400) + 3
		on, unknown := random.IntN(rows), random.IntN(4)+1
		bound := []int{on, on + unknown}[random.IntN(2)]
		threshold := quantity.MustAmount(uint64(max(1, 10000*bound/(rows+unknown)+random.IntN(4)-1)), 10000, quantity.Percent)
		p := edition(says("share", population(c, threshold)))
		r := evaluate(t, rules.MustShare(p, "share", share{Counted: online}), asOf, group(on, rows-on, unknown)...)
		shown := printedAmounts(t, r.Measured(bilingual.English))
		require.Len(t, shown, 2)
		both := c.Holds(shown[0].Compare(threshold)) && c.Holds(shown[1].Compare(threshold))
		require.Equal(t, r.Outcome == verdict.Met, both, "%s against %s is %s", r.Measured(bilingual.English), r.Threshold, r.Outcome)
		if r.Outcome == verdict.NotMet {
			certain++
			require.False(t, c.Holds(shown[0].Compare(threshold)) || c.Holds(shown[1].Compare(threshold)), "%s against %s", r.Measured(bilingual.English), r.Threshold)
		}
	}
	assert.Greater(t, certain, 100)
}

func TestAPaceNeverContradictsItsNumbers(t *testing.T) {
	random := rand.New(rand.NewPCG(6, 6))
	expected := regexp.MustCompile(`stand at ([0-9.]+ %), (behind|on pace)`)
	seen := 0
	for range 1500 {
		target := quantity.MustAmount(uint64(7000+random.IntN(3000)), 10000, quantity.Percent)
		rule := rules.MustRatio(edition(says("ratio", population(plan.AtLeast, target), baseline(percent(uint64(20+random.IntN(40))), atTheEndOf2020))), "ratio", enrolmentRatio)
		on := halfWay
		for range random.IntN(300) {
			on = on.Next()
		}
		probe := evaluate(t, rule, on, enrolment.Record{Enrolled: quantity.N(1), OfficialAge: quantity.N(3)})
		num, den := probe.Pace.Expected.Fraction()
		r := evaluate(t, rule, on, enrolment.Record{Enrolled: quantity.N(int(num*1_000_000/den) + random.IntN(5) - 2), OfficialAge: quantity.N(1_000_000)})
		match := expected.FindStringSubmatch(r.OnPace(bilingual.English))
		require.NotNil(t, match, r.OnPace(bilingual.English))
		value := printedAmounts(t, r.Measured(bilingual.English))[0]
		line := printedAmounts(t, match[1])[0]
		require.Equal(t, match[2] == "behind", value.Compare(line) < 0, "%s; %s", r.Measured(bilingual.English), r.OnPace(bilingual.English))
		seen++
	}
	assert.Equal(t, 1500, seen)
}

func TestARuleSaysWhatItMeasures(t *testing.T) {
	for _, r := range manyRules() {
		for _, l := range languages {
			readable(t, r.Measures(l), r.ID())
		}
	}
}
