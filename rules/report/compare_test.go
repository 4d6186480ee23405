package report_test

import (
	"encoding/json"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/class"
	"github.com/eduplan/tonghua/indicators/enrolment"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules/report"
	"github.com/eduplan/tonghua/rules/tonghua"
	"github.com/eduplan/tonghua/rules/verdict"
)

// second is an edition of the plan that some changes made.
func second(t *testing.T, changes ...plan.Change) *plan.Plan {
	t.Helper()
	p, err := plan.Tonghua().Amend("second", plan.Amendment{By: bilingual.Text{ZH: "调整通知", EN: "notice"},
		Effective: quantity.DateOf(2024, time.March, 1), Changes: changes})
	require.NoError(t, err)
	return p
}

func above(n uint64) plan.Threshold {
	return plan.Threshold{Comparator: plan.AtLeast, Amount: quantity.MustAmount(n, 100, quantity.Percent), Basis: plan.Stated}
}

// seniorOf gives the gross enrolment ratio of 960 pupils to so many of official age.
func seniorOf(t *testing.T, officialAge quantity.Count) verdict.Results {
	t.Helper()
	r, err := tonghua.SeniorGrossEnrolment.Evaluate(in2024, enrolment.Record{Level: indicators.SeniorSecondary,
		Enrolled: quantity.N(960), OfficialAge: officialAge})
	require.NoError(t, err)
	return verdict.Results{AsOf: in2024, Rules: []verdict.Result{r}}
}

// seniorUnder gives the gross enrolment ratio of 960 of 1000 under an edition.
func seniorUnder(t *testing.T, p *plan.Plan) verdict.Results {
	t.Helper()
	rule, err := tonghua.SeniorGrossEnrolment.Under(p)
	require.NoError(t, err)
	r, err := rule.Evaluate(in2024, enrolment.Record{Level: indicators.SeniorSecondary, Enrolled: quantity.N(960), OfficialAge: quantity.N(1000)})
	require.NoError(t, err)
	return verdict.Results{AsOf: in2024, Rules: []verdict.Result{r}}
}

func TestWhatFlippedBetweenTwoReportsAndWhy(t *testing.T) {
	first := plan.Tonghua()
	stricter := second(t, plan.SetPopulation(plan.SeniorGrossEnrolment, above(97)))
	sooner := second(t, plan.SetDeadline(plan.SeniorGrossEnrolment, plan.Deadline{Kind: plan.ByDate, On: in2024, Basis: plan.Stated}))
	for _, c := range []struct {
		says          string
		before, after *report.Report
		zh, en        []string
	}{
		{"the figure rose", report.New(first, in2024, senior(t, in2024, 949)), report.New(first, in2024, senior(t, in2024, 960)),
			[]string{"高中阶段毛入学率（二（三）第2段）：尚未达到→达到；数值：949/1000=94.90%→960/1000=96.00%"},
			[]string{"Senior secondary gross enrolment ratio (Part 2, section 3, paragraph 2): not yet met -> met; " +
				"value: 949 / 1,000 = 94.90 % -> 960 / 1,000 = 96.00 %"}},
		{"newer figures came", report.New(first, atEnd, senior(t, in2023, 949)), report.New(first, atEnd, senior(t, in2023, 949), senior(t, in2024, 960)),
			[]string{"高中阶段毛入学率（二（三）第2段）：尚未达到→达到；数值：949/1000=94.90%→960/1000=96.00%；数据日期：2023-09-01→2024-09-01"}, nil},
		{"there were no data", report.New(first, in2024), report.New(first, in2024, senior(t, in2024, 960)),
			nil, []string{"Senior secondary gross enrolment ratio (Part 2, section 3, paragraph 2): no data -> met; " +
				"value: none -> 960 / 1,000 = 96.00 %; data of: none -> 2024-09-01"}},
		{"the deadline passed", report.New(first, atEnd, senior(t, atEnd, 949)), report.New(first, later, senior(t, atEnd, 949)),
			[]string{"高中阶段毛入学率（二（三）第2段）：尚未达到→未达到，违反；是否到期：未到期→已到期"}, nil},
		{"the figures grew too old", report.New(first, atEnd, senior(t, in2024, 960)), report.New(first, later, senior(t, in2024, 960)),
			[]string{"高中阶段毛入学率（二（三）第2段）：达到→无法判定（数据早于期限）；是否到期：未到期→已到期"}, nil},
		{"the edition demands more", report.New(first, in2024, seniorUnder(t, first)), report.New(stricter, in2024, seniorUnder(t, stricter)),
			[]string{"高中阶段毛入学率（二（三）第2段）：达到→尚未达到；版本：tonghua-2021-2025→second（总体要求：不低于95%→不低于97%（调整通知，自2024年3月1日起））；" +
				"要求：不低于95%→不低于97%"}, nil},
		{"records came that say it for certain", report.New(first, in2024, seniorOf(t, quantity.Count{})), report.New(first, in2024, seniorOf(t, quantity.N(1000))),
			nil, []string{"Senior secondary gross enrolment ratio (Part 2, section 3, paragraph 2): undetermined (data are missing) -> met; " +
				"value: none -> 960 / 1,000 = 96.00 %; records: 1 in scope, 1 left open, 0 absent -> 1 in scope, 0 left open, 0 absent"}},
		{"and back", report.New(stricter, in2024, seniorUnder(t, stricter)), report.New(first, in2024, seniorUnder(t, first)),
			nil, []string{"Senior secondary gross enrolment ratio (Part 2, section 3, paragraph 2): not yet met -> met; " +
				"edition: second [demand altogether: at least 95 % becomes at least 97 % (notice, from 1 March 2024)] -> tonghua-2021-2025; " +
				"required: at least 97 % -> at least 95 %"}},
		{"the edition has another deadline", report.New(first, atEnd, seniorUnder(t, first)), report.New(sooner, atEnd, seniorUnder(t, sooner)), nil, nil},
		{"the same", report.New(first, in2024, senior(t, in2024, 949)), report.New(first, in2024, senior(t, in2024, 949)), nil, nil},
		{"a value that flips nothing", report.New(first, in2024, senior(t, in2024, 960)), report.New(first, in2024, senior(t, in2024, 970)), nil, nil},
	} {
		t.Run(c.says, func(t *testing.T) {
			flips := report.Compare(c.before, c.after)
			var zh, en []string
			for _, f := range flips {
				assert.NotEmpty(t, f.Causes, "a flip has a cause")
				zh, en = append(zh, f.In(bilingual.Chinese)), append(en, f.In(bilingual.English))
			}
			assert.Len(t, flips, max(len(c.zh), len(c.en)))
			if c.zh != nil {
				assert.Equal(t, c.zh, zh)
			}
			if c.en != nil {
				assert.Equal(t, c.en, en)
			}
		})
	}
}

func TestAddedAndRepealedStatementsFlip(t *testing.T) {
	added := plan.Statement{ID: "more", Places: []plan.Place{"二（三）第2段"}, Kind: plan.Commitment, Modality: plan.Must, Evaluable: plan.Attested, Evidence: []plan.EvidenceKind{plan.Act},
		Name: bilingual.Text{ZH: "新增", EN: "More"}, Summary: bilingual.Text{ZH: "新增一项。", EN: "One more."}, Deadline: plan.Deadline{Kind: plan.Standing}}
	p := second(t, plan.Repeal(plan.FootballSchools), plan.Add(added))
	before, after := report.New(plan.Tonghua(), in2024), report.New(p, in2024)
	require.Len(t, after.Repealed, 1)
	flips := report.Compare(before, after)
	require.Len(t, flips, 2)
	assert.Equal(t, "新增（二（三）第2段）：无→无数据；版本：tonghua-2021-2025→second（增补（调整通知，自2024年3月1日起））", flips[0].In(bilingual.Chinese))
	assert.Equal(t, "校园足球特色学校数（专栏3第2项）：无数据→无；版本：tonghua-2021-2025→second（废止（调整通知，自2024年3月1日起））", flips[1].In(bilingual.Chinese))
	back := report.Compare(after, before)
	require.Len(t, back, 2)
	assert.Equal(t, plan.FootballSchools, back[0].Statement)
	assert.Equal(t, plan.ID("more"), back[1].Statement)
}

func TestFlipsTravelAsJSON(t *testing.T) {
	first, stricter := plan.Tonghua(), second(t, plan.SetPopulation(plan.SeniorGrossEnrolment, above(97)))
	flips := report.Compare(report.New(first, in2024, seniorUnder(t, first)), report.New(stricter, in2024, seniorUnder(t, stricter)))
	data, err := json.Marshal(flips)
	require.NoError(t, err)
	var back []report.Flip
	require.NoError(t, json.Unmarshal(data, &back))
	assert.Equal(t, flips, back)
	var kind report.CauseKind
	assert.EqualError(t, kind.UnmarshalText([]byte("weather")), `report: cause "weather": not in the list`)
	assert.Equal(t, "unset(0)", kind.String())
}

func TestAReportSeesAnotherDeadline(t *testing.T) {
	sooner := second(t, plan.SetDeadline(plan.OversizedClasses, plan.Deadline{Kind: plan.ByDate, On: in2023, Basis: plan.Stated}))
	at := func(p *plan.Plan) *report.Report {
		rule, err := tonghua.OversizedClasses.Under(p)
		require.NoError(t, err)
		r, err := rule.Evaluate(in2024, class.Record{Stage: indicators.Primary, Pupils: quantity.N(56)})
		require.NoError(t, err)
		return report.New(p, in2024, verdict.Results{Rules: []verdict.Result{r}})
	}
	flips := report.Compare(at(plan.Tonghua()), at(sooner))
	require.Len(t, flips, 1)
	var kinds []report.CauseKind
	for _, c := range flips[0].Causes {
		kinds = append(kinds, c.Kind)
	}
	assert.Equal(t, []report.CauseKind{report.ByEdition, report.ByDeadline, report.ByPassing}, kinds)
}

func TestAReportOfAnEditionSaysWhatWasAmended(t *testing.T) {
	p := second(t, plan.SetPopulation(plan.SeniorGrossEnrolment, above(97)), plan.Repeal(plan.FootballSchools))
	r := report.New(p, in2024, seniorUnder(t, p))
	var text, markdown strings.Builder
	require.NoError(t, r.WriteText(&text, report.Options{}))
	require.NoError(t, r.WriteMarkdown(&markdown, report.Options{Language: bilingual.English}))
	assert.Contains(t, text.String(), "截至2024年9月1日，版本second\n")
	assert.Contains(t, text.String(), "\n校园足球特色学校数：废止（调整通知，自2024年3月1日起）\n")
	assert.Contains(t, text.String(), "    · 修订：总体要求：不低于95%→不低于97%（调整通知，自2024年3月1日起）\n")
	assert.Contains(t, markdown.String(), "<br>amended: demand altogether: at least 95 % becomes at least 97 % (notice, from 1 March 2024)")
	assert.Contains(t, markdown.String(), ", edition second\n")
	var first strings.Builder
	require.NoError(t, report.New(plan.Tonghua(), in2024).WriteText(&first, report.Options{}))
	assert.NotContains(t, first.String(), "版本", "a plan that was never amended needs no edition")
}

func TestEvidenceThatCameIsNamed(t *testing.T) {
	at := func(evidence ...verdict.Evidence) *report.Report {
		r, err := tonghua.LabourGuideline.Evaluate(in2024, evidence...)
		require.NoError(t, err)
		return report.New(plan.Tonghua(), in2024, verdict.Results{Rules: []verdict.Result{r}})
	}
	refused := verdict.Evidence{Kind: plan.Act, Title: "座谈会", Number: "1", Issuer: "市教育局", On: in2023}
	counted := verdict.Evidence{Kind: plan.PublishedMeasure, Title: "指导纲要", Number: "2", Issuer: "市教育局", On: in2023}
	flips := report.Compare(at(refused), at(refused, counted))
	require.Len(t, flips, 1)
	require.NotEmpty(t, flips[0].Causes)
	assert.Contains(t, flips[0].In(bilingual.Chinese), "→达到；数值：有效佐证0份文件→有效佐证1份文件；佐证：无→指导纲要（2），2023年9月1日")
}
