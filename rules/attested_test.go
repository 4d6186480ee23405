package rules_test

import (
	"encoding/json"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/indicators/school"
	"github.com/eduplan/tonghua/indicators/specialchild"
	"github.com/eduplan/tonghua/indicators/student"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules"
	"github.com/eduplan/tonghua/rules/tonghua"
	"github.com/eduplan/tonghua/rules/verdict"
)

var (
	midPlan  = day(2023, time.June, 30)
	dayAfter = day(2026, time.January, 1)
)

// paper is a published measure that counts for what accepts one.
func paper(on quantity.Date) verdict.Evidence {
	return verdict.Evidence{Kind: plan.PublishedMeasure, Title: "通知", Number: "通市教发〔2022〕8号", Issuer: "通化市教育局", On: on}
}

func attest(t *testing.T, rule rules.Attested, asOf quantity.Date, evidence ...verdict.Evidence) verdict.Result {
	t.Helper()
	r, err := rule.Evaluate(asOf, evidence...)
	require.NoError(t, err)
	return r
}

func TestAMustWithoutEvidenceIsOpenUntilItsDeadlineAndThenMissed(t *testing.T) {
	for _, c := range []struct {
		says    string
		rule    rules.Attested
		asOf    quantity.Date
		outcome verdict.Outcome
		due     verdict.Due
		breach  bool
	}{
		{"on the last day of the plan the guideline may still come", tonghua.LabourGuideline, lastDay, verdict.Undetermined, verdict.Open, false},
		{"the day after it has not come", tonghua.LabourGuideline, dayAfter, verdict.NotMet, verdict.Past, true},
		{"a standing duty owes its evidence by the end of the plan", tonghua.MoralThemes, lastDay, verdict.Undetermined, verdict.Standing, false},
		{"the day after it is missed", tonghua.MoralThemes, dayAfter, verdict.NotMet, verdict.Past, true},
		{"what is due in 2022 may still come on its last day", tonghua.DigitalLeadership, day(2022, time.December, 31), verdict.Undetermined, verdict.Open, false},
		{"and is missed in 2023", tonghua.DigitalLeadership, day(2023, time.January, 1), verdict.NotMet, verdict.Past, true},
		{"an encouragement is never missed", tonghua.JointTeachingPlans, dayAfter, verdict.Undetermined, verdict.Past, false},
		{"what is to be explored is never missed", tonghua.FoundationModel, dayAfter, verdict.Undetermined, verdict.Past, false},
		{"before the plan was issued nothing is missed", tonghua.MoralThemes, day(2022, time.May, 25), verdict.Undetermined, verdict.Open, false},
	} {
		t.Run(c.says, func(t *testing.T) {
			r := attest(t, c.rule, c.asOf)
			assert.Equal(t, c.outcome, r.Outcome)
			assert.Equal(t, verdict.NoEvidence, r.Reason)
			assert.Equal(t, c.due, r.Due)
			assert.Equal(t, c.breach, r.Breach())
			for _, l := range []bilingual.Language{bilingual.Chinese, bilingual.English} {
				assert.Contains(t, r.Text(l), r.Components[0].Accepted.In(l), "it says what would do")
			}
		})
	}
}

func TestEvidenceThatDoesNotCountSaysWhy(t *testing.T) {
	building := func(s verdict.ProjectStage) verdict.Evidence {
		return verdict.Evidence{Kind: plan.Project, Title: "教学楼", Stage: s, On: day(2022, time.May, 1)}
	}
	games := func(from, on quantity.Date) verdict.Evidence {
		return verdict.Evidence{Kind: plan.Act, Title: "体育月", Whole: true, From: from, On: on}
	}
	for _, c := range []struct {
		says  string
		rule  rules.Attested
		piece verdict.Evidence
		want  verdict.Refusal
	}{
		{"a notice of the plan's first day", tonghua.LabourGuideline, paper(day(2021, time.January, 1)), verdict.NotRefused},
		{"a notice of the day before the plan", tonghua.LabourGuideline, paper(day(2020, time.December, 31)), verdict.BeforePlan},
		{"a notice of the as-of date", tonghua.LabourGuideline, paper(midPlan), verdict.NotRefused},
		{"a notice of the day after the as-of date", tonghua.LabourGuideline, paper(midPlan.Next()), verdict.InFuture},
		{"a notice without date", tonghua.LabourGuideline, paper(quantity.Date{}), verdict.Undated},
		{"a notice of 30 February", tonghua.LabourGuideline, paper(day(2022, time.February, 30)), verdict.Undated},
		{"a notice that nobody could look up", tonghua.LabourGuideline, verdict.Evidence{Kind: plan.PublishedMeasure, On: midPlan}, verdict.Untitled},
		{"an activity where a document is wanted", tonghua.LabourGuideline, verdict.Evidence{Kind: plan.Act, Title: "座谈会", On: midPlan}, verdict.WrongKind},
		{"evidence of no kind", tonghua.LabourGuideline, verdict.Evidence{Title: "座谈会", On: midPlan}, verdict.WrongKind},
		{"a building that is approved", tonghua.SteelSecondPrimary, building(verdict.Approved), verdict.NotCompleted},
		{"a building under construction", tonghua.SteelSecondPrimary, building(verdict.UnderConstruction), verdict.NotCompleted},
		{"a building in use", tonghua.SteelSecondPrimary, building(verdict.InUse), verdict.NotRefused},
		{"a building whose stage nobody says", tonghua.SteelSecondPrimary, building(0), verdict.NotCompleted},
		{"an activity from the plan's first day on", tonghua.SportsFoundationAction, games(day(2021, time.January, 1), day(2021, time.January, 31)), verdict.NotRefused},
		{"an activity that began before the plan", tonghua.SportsFoundationAction, games(day(2020, time.December, 1), day(2021, time.January, 31)), verdict.BeforePlan},
		{"an activity that ends before it begins", tonghua.SportsFoundationAction, games(day(2022, time.May, 2), day(2022, time.May, 1)), verdict.Undated},
		{"an activity where only a report on each school will do", tonghua.MoralThemes, games(day(2022, time.May, 1), day(2022, time.May, 31)), verdict.WrongKind},
	} {
		t.Run(c.says, func(t *testing.T) {
			r := attest(t, c.rule, midPlan, c.piece)
			require.Len(t, r.Evidence, 1)
			assert.Equal(t, c.want, r.Evidence[0].Refusal)
			assert.Equal(t, c.want == verdict.NotRefused, r.Outcome == verdict.Met)
			assert.Equal(t, c.rule.ID(), r.Evidence[0].Statement)
			if c.want != verdict.NotRefused {
				assert.Contains(t, r.Text(bilingual.Chinese), c.want.In(bilingual.Chinese))
				assert.Contains(t, r.Text(bilingual.English), c.want.In(bilingual.English))
			}
		})
	}
	t.Run("a notice later than the plan meets it late", func(t *testing.T) {
		r := attest(t, tonghua.LabourGuideline, day(2026, time.June, 30), paper(dayAfter))
		assert.Equal(t, []any{verdict.Met, verdict.Past, dayAfter}, []any{r.Outcome, r.Due, r.MetOn})
		assert.Equal(t, "逾期达到（2026年1月1日）", r.Verdict(bilingual.Chinese))
		assert.Equal(t, "met late (1 January 2026)", r.Verdict(bilingual.English))
	})
}

func TestEachThingThatIsDemandedIsShown(t *testing.T) {
	list := func(about ...string) verdict.Evidence {
		return verdict.Evidence{Kind: plan.PublishedMeasure, Title: "清单", Number: "1号", Components: about, On: day(2022, time.March, 1)}
	}
	keys := []string{tonghua.PowerLists.Statement().Components[0].Key, tonghua.PowerLists.Statement().Components[1].Key}
	r := attest(t, tonghua.PowerLists, midPlan, list(keys[0]))
	assert.Equal(t, verdict.Undetermined, r.Outcome, "one list of two")
	assert.Equal(t, "尚缺："+r.Components[1].Name.ZH, r.Short(bilingual.Chinese))
	assert.Equal(t, "not shown: "+r.Components[1].Name.EN, r.Short(bilingual.English))

	assert.Equal(t, verdict.Met, attest(t, tonghua.PowerLists, midPlan, list(keys...)).Outcome, "one document that holds both lists")
	assert.Equal(t, verdict.Met, attest(t, tonghua.PowerLists, midPlan, list(keys[0]), list(keys[1])).Outcome, "a document each")
	r = attest(t, tonghua.PowerLists, midPlan, list())
	assert.Equal(t, verdict.Undetermined, r.Outcome)
	assert.Equal(t, verdict.Unassigned, r.Evidence[0].Refusal, "two notices that say nothing of lists")
	r = attest(t, tonghua.PowerLists, midPlan, list("no-such-thing"))
	assert.Equal(t, verdict.WrongKind, r.Evidence[0].Refusal)
}

// The plan names September.
func TestAnActCountsInTheMonthThatThePlanNames(t *testing.T) {
	for _, c := range []struct {
		on   quantity.Date
		want verdict.Refusal
	}{
		{day(2022, time.January, 10), verdict.OffMonth}, {day(2022, time.August, 31), verdict.OffMonth},
		{day(2022, time.September, 1), verdict.NotRefused}, {day(2022, time.September, 30), verdict.NotRefused},
		{day(2022, time.October, 1), verdict.OffMonth}, {day(2022, time.December, 31), verdict.OffMonth},
	} {
		r := attest(t, tonghua.EthicsMonth, day(2022, time.December, 31), verdict.Evidence{Kind: plan.Act, Title: "师德宣传月", Whole: true, On: c.on})
		assert.Equal(t, c.want, r.Evidence[0].Refusal, c.on)
		report := attest(t, tonghua.EthicsMonth, day(2022, time.December, 31), verdict.Evidence{Kind: plan.Assessment, Title: "督导报告", Whole: true, On: c.on})
		assert.Equal(t, verdict.NotRefused, report.Evidence[0].Refusal, "a report on the month may come at any time")
	}
}

func TestAYearlyDutyIsMetYearByYear(t *testing.T) {
	month := func(year int) verdict.Evidence {
		return verdict.Evidence{Kind: plan.Act, Title: "师德宣传月", Whole: true, On: day(year, time.September, 10)}
	}
	for _, c := range []struct {
		says    string
		asOf    quantity.Date
		years   []int
		outcome verdict.Outcome
		missing []int
		open    int
		due     verdict.Due
	}{
		{"a year that was over when the plan was issued owes nothing", day(2022, time.December, 31), []int{2022}, verdict.Met, nil, 0, verdict.Open},
		{"before its first September the year is open", day(2022, time.August, 31), nil, verdict.Undetermined, nil, 2022, verdict.Open},
		{"on the year's last day it is still open", day(2022, time.December, 31), nil, verdict.Undetermined, []int{2022}, 0, verdict.Open},
		{"on the next New Year's Day it is missed", day(2023, time.January, 1), nil, verdict.NotMet, []int{2022}, 2023, verdict.Past},
		{"a missed year is not made up for by the next", day(2023, time.October, 1), []int{2023}, verdict.NotMet, []int{2022}, 0, verdict.Past},
		{"two in one year are one year", day(2023, time.December, 31), []int{2022, 2022}, verdict.Undetermined, []int{2023}, 0, verdict.Open},
		{"all years that it binds", day(2026, time.June, 30), []int{2022, 2023, 2024, 2025}, verdict.Met, nil, 0, verdict.Ended},
		{"the last year is missed once it is over", day(2026, time.June, 30), []int{2022, 2023, 2024}, verdict.NotMet, []int{2025}, 0, verdict.Past},
	} {
		t.Run(c.says, func(t *testing.T) {
			var list []verdict.Evidence
			for _, y := range c.years {
				list = append(list, month(y))
			}
			r := attest(t, tonghua.EthicsMonth, c.asOf, list...)
			assert.Equal(t, c.outcome, r.Outcome)
			assert.Equal(t, c.missing, r.Components[0].MissingYears)
			assert.Equal(t, c.open, r.Components[0].OpenYear)
			assert.Equal(t, c.due, r.Due)
			assert.Equal(t, c.outcome == verdict.NotMet, r.Breach())
		})
	}
}

func TestWhatExistsStaysMetWithoutNewerEvidence(t *testing.T) {
	later := day(2026, time.June, 30)
	r := attest(t, tonghua.LabourGuideline, midPlan, paper(midPlan))
	assert.Equal(t, verdict.Met, r.SeenOn(later).Outcome, "a guideline was issued")
	r = attest(t, tonghua.LabourGuideline, midPlan)
	assert.Equal(t, verdict.Undetermined, r.SeenOn(later).Outcome, "what is missing in 2023 may have come since")
}

// A measure of a part decides alone what it can, and the rest with evidence.
func TestEvidenceCompletesAMeasureOfAPart(t *testing.T) {
	report := verdict.Evidence{Statement: plan.NoTestAdmission, Kind: plan.Assessment, Title: "督导报告", Whole: true, On: day(2023, time.May, 1)}
	admits := func(byTest indicators.Answer) school.Record {
		return school.Record{Kind: indicators.PrimarySchool, AdmissionTest: byTest}
	}
	judged := func(evidence []verdict.Evidence, schools ...school.Record) verdict.Result {
		one, err := tonghua.NoTestAdmission.Evaluate(midPlan, schools...)
		require.NoError(t, err)
		return completedBy(t, one, evidence...)
	}
	r := judged(nil, admits(indicators.No))
	assert.Equal(t, verdict.Undetermined, r.Outcome, "no test is on record: those that nobody recorded are not seen")
	assert.Equal(t, verdict.PartMeasured, r.Reason)
	assert.Contains(t, r.Text(bilingual.Chinese), "结果可能高于实际")

	assert.Equal(t, verdict.Met, judged([]verdict.Evidence{report}, admits(indicators.No)).Outcome, "with a report of the inspectors")
	r = judged([]verdict.Evidence{report}, admits(indicators.No), admits(indicators.Yes))
	assert.Equal(t, verdict.NotMet, r.Outcome, "no report makes up for a test that is on record")
	assert.Equal(t, verdict.BelowThreshold, r.Reason)
	r = judged([]verdict.Evidence{report}, admits(indicators.No), admits(0))
	assert.Equal(t, verdict.Undetermined, r.Outcome, "a school of which nobody knows whether it tests")
	assert.Equal(t, verdict.Met, judged([]verdict.Evidence{report}).Outcome, "without any register a report on the whole demand answers alone")
}

// completedBy adds evidence to what was measured of a statement.
func completedBy(t *testing.T, measured verdict.Result, evidence ...verdict.Evidence) verdict.Result {
	t.Helper()
	all, err := rules.Attest(measured.AsOf, tonghua.All(), evidence, verdict.Results{Rules: []verdict.Result{measured}})
	require.NoError(t, err)
	r, ok := all.Of(measured.Statement)
	require.True(t, ok)
	return r
}

// Families talked out of applying are not seen, and who was refused may have been
// refused for want of a free place.
func TestAMeasureThatErrsEitherWayDecidesNothingAlone(t *testing.T) {
	report := verdict.Evidence{Statement: plan.ZeroThreshold, Kind: plan.Assessment, Title: "督导报告", Whole: true, On: day(2023, time.May, 1)}
	for _, admitted := range []indicators.Answer{indicators.Yes, indicators.No} {
		child := specialchild.Record{Disability: indicators.MildDisability, AppliedOrdinary: indicators.Yes, AdmittedOrdinary: admitted}
		measured, err := tonghua.ZeroThreshold.Evaluate(midPlan, child)
		require.NoError(t, err)
		for _, r := range []verdict.Result{measured, completedBy(t, measured)} {
			assert.Equal(t, []any{verdict.Undetermined, verdict.PartMeasured}, []any{r.Outcome, r.Reason}, "admitted: %v", admitted)
			assert.Contains(t, r.Text(bilingual.Chinese), "结果可能高于或低于实际")
		}
		assert.Equal(t, verdict.Met, completedBy(t, measured, report).Outcome, "the report on the whole demand decides, admitted: %v", admitted)
	}
}

func TestAnAccusingMeasureAccusesNobodyAlone(t *testing.T) {
	refused := specialchild.Record{Disability: indicators.SevereDisability, RehabilitationApplied: indicators.Yes, RehabilitationAided: indicators.No}
	f := tonghua.RehabilitationFirst.Check(midPlan, refused)
	assert.Equal(t, verdict.Undetermined, f.Outcome, "the funds may have run out for all")
	assert.Equal(t, verdict.PartMeasured, f.Reason)
	panel := rules.MustPanel(func(c, r *specialchild.Record) { *r = *c }, tonghua.SpecialChildren()...)
	results, err := panel.OnFinding(func(int64, *specialchild.Record, *rules.Finding[specialchild.Record]) bool {
		t.Error("it is no finding")
		return true
	}).Evaluate(midPlan, []specialchild.Record{refused})
	require.NoError(t, err)
	r, _ := results.Of(plan.RehabilitationFirst)
	assert.Equal(t, verdict.Undetermined, r.Outcome)
	assert.Equal(t, "1", r.Shortfall.High.Number())
}

func TestAttestJudgesTheWholeBook(t *testing.T) {
	all, err := rules.Attest(midPlan, tonghua.All(), nil)
	require.NoError(t, err)
	assert.Len(t, all.Rules, len(tonghua.ByEvidence()))
	for _, r := range all.Rules {
		assert.Contains(t, []verdict.Outcome{verdict.Undetermined, verdict.NotMet}, r.Outcome, r.Statement)
	}
	strange := []verdict.Evidence{{Statement: "no-such-statement"}, {Statement: plan.SeniorMaster}}
	_, err = rules.Attest(midPlan, tonghua.All(), strange)
	assert.ErrorContains(t, err, `evidence 1: statement "no-such-statement"`)
	assert.ErrorContains(t, err, `evidence 2: statement "senior-master"`, "a share of teachers takes no evidence")

	twice, err := tonghua.MultipleCertificates.Evaluate(midPlan, student.Record{})
	require.NoError(t, err)
	_, err = rules.Attest(midPlan, tonghua.All(), nil, verdict.Results{Rules: []verdict.Result{twice, twice}})
	assert.ErrorContains(t, err, "two measured results on multiple-certificates")
	_, err = rules.Attest(quantity.Date{}, tonghua.All(), nil)
	assert.ErrorContains(t, err, "as-of date")
	_, err = rules.Attest(midPlan, []rules.View{rules.Attested{}, nil}, nil)
	assert.ErrorIs(t, err, rules.ErrZero)
}

func TestTheZeroAttestedRuleAnswersWithAnError(t *testing.T) {
	var none rules.Attested
	assert.Empty(t, none.ID())
	assert.Nil(t, none.Statement())
	assert.Nil(t, none.Plan())
	assert.Empty(t, none.Measures(bilingual.English))
	_, err := none.Evaluate(midPlan)
	assert.ErrorIs(t, err, rules.ErrZero)
	_, err = none.EvaluateTexts(midPlan, nil)
	assert.ErrorIs(t, err, rules.ErrZero)
	_, err = none.EvaluateParsed(midPlan, rules.ParsedRows{})
	assert.ErrorIs(t, err, rules.ErrZero)
	_, err = none.Reported(midPlan, quantity.Amount{})
	assert.ErrorIs(t, err, rules.ErrZero)
	_, err = none.Under(plan.Tonghua())
	assert.ErrorIs(t, err, rules.ErrZero)
	_, err = rules.NewAttested(nil, plan.LabourGuideline)
	assert.ErrorContains(t, err, "no plan")
	_, err = rules.NewAttested(plan.Tonghua(), "no-such-statement")
	assert.ErrorContains(t, err, "no-such-statement")
	_, err = rules.NewAttested(plan.Tonghua(), plan.SeniorMaster)
	assert.ErrorContains(t, err, "takes no evidence")
	_, err = tonghua.LabourGuideline.Reported(midPlan, quantity.MustAmount(1, 1, quantity.Document))
	assert.ErrorContains(t, err, "answered by evidence")
	_, err = tonghua.LabourGuideline.Evaluate(midPlan, verdict.Evidence{Statement: plan.PowerLists})
	assert.ErrorContains(t, err, "power-lists")
}

func TestEvidenceIsReadFromTexts(t *testing.T) {
	row := func(fields ...string) rules.TextRow {
		r := rules.TextRow{Fields: map[string]string{}, Records: 1}
		for i := 0; i < len(fields); i += 2 {
			r.Fields[fields[i]] = fields[i+1]
		}
		return r
	}
	r, err := tonghua.SteelSecondPrimary.EvaluateTexts(lastDay, []rules.TextRow{
		row("evidence_kind", "建设项目", "title", "教学楼", "on", "2024-08-20", "project_stage", "已投入使用", "issuer", "", "number", " ")})
	require.NoError(t, err)
	assert.Equal(t, verdict.Met, r.Outcome)
	_, err = tonghua.SteelSecondPrimary.EvaluateTexts(lastDay, []rules.TextRow{
		row("evidence_kind", "楼"), row("on", "2024-02-30"), row("colour", "red"), row("project_stage", "half"), {Records: 2}})
	for _, part := range []string{`row 1: field evidence_kind`, `row 2: field on`, `row 3: evidence has no field "colour"`, `row 4: field project_stage`, "row 5: 2 records"} {
		assert.ErrorContains(t, err, part)
	}
	for _, f := range tonghua.SteelSecondPrimary.Fields() {
		assert.True(t, f.Label.Complete(), f.Key)
	}
}

func TestResultsOfEvidenceRoundTripAsJSON(t *testing.T) {
	for _, r := range []verdict.Result{
		attest(t, tonghua.LabourGuideline, midPlan, paper(midPlan), paper(dayAfter)),
		attest(t, tonghua.EthicsMonth, midPlan),
		attest(t, tonghua.SteelSecondPrimary, midPlan, verdict.Evidence{Kind: plan.Project, Title: "教学楼", Stage: verdict.Approved, On: midPlan}),
	} {
		data, err := json.Marshal(r)
		require.NoError(t, err)
		var back verdict.Result
		require.NoError(t, json.Unmarshal(data, &back))
		assert.True(t, r.Equal(back), "%s", data)
	}
}
