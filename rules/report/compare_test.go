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
	return plan.Threshold{Comparator: plan.AtLeast, Amount: quantity.MustAmount(n, 100, quantity.Percent), Origin: plan.Origin{Basis: plan.Stated}}
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

func TestWhatDiffersBetweenTwoReportsAndWhy(t *testing.T) {
	first := plan.Tonghua()
	stricter := second(t, plan.SetPopulation(plan.SeniorGrossEnrolment, above(97)))
	sooner := second(t, plan.SetDeadline(plan.SeniorGrossEnrolment, plan.Deadline{Kind: plan.ByDate, On: in2024, Origin: plan.Origin{Basis: plan.Stated}}))
	for _, c := range []struct {
		says          string
		before, after *report.Report
		zh, en        []string
	}{
		{"the figure rose", made(t, first, in2024, senior(t, in2024, 949)), made(t, first, in2024, senior(t, in2024, 960)),
			[]string{"高中阶段毛入学率（二（三）第2段）：尚未达到→达到；数值：949/1000=94.90%→960/1000=96.00%；" +
				"差距：还需再招收1名高中阶段学生→无"},
			[]string{"Senior secondary gross enrolment ratio (Part 2, section 3, paragraph 2): not yet met -> met; " +
				"value: 949 / 1,000 = 94.90 % -> 960 / 1,000 = 96.00 %; shortfall: 1 more senior secondary pupil to enrol -> none"}},
		{"newer figures came", made(t, first, atEnd, senior(t, in2023, 949)), made(t, first, atEnd, senior(t, in2023, 949), senior(t, in2024, 960)),
			[]string{"高中阶段毛入学率（二（三）第2段）：尚未达到→达到；数值：949/1000=94.90%→960/1000=96.00%；" +
				"差距：还需再招收1名高中阶段学生→无；数据日期：2023-09-01→2024-09-01"}, nil},
		{"there were no data", made(t, first, in2024), made(t, first, in2024, senior(t, in2024, 960)),
			nil, []string{"Senior secondary gross enrolment ratio (Part 2, section 3, paragraph 2): no data -> met; " +
				"value: none -> 960 / 1,000 = 96.00 %; data of: none -> 2024-09-01"}},
		{"the deadline passed", made(t, first, atEnd, senior(t, atEnd, 949)), made(t, first, later, senior(t, atEnd, 949)),
			[]string{"高中阶段毛入学率（二（三）第2段）：尚未达到→未达到，违反；是否到期：未到期→已到期"}, nil},
		{"the figures grew too old", made(t, first, atEnd, senior(t, in2024, 960)), made(t, first, later, senior(t, in2024, 960)),
			[]string{"高中阶段毛入学率（二（三）第2段）：达到→无法判定（数据早于期限）；是否到期：未到期→已到期"}, nil},
		{"the edition demands more", made(t, first, in2024, seniorUnder(t, first)), made(t, stricter, in2024, seniorUnder(t, stricter)),
			[]string{"高中阶段毛入学率（二（三）第2段）：达到→尚未达到；版本：tonghua-2021-2025→second（总体要求：不低于95%→不低于97%（调整通知，自2024年3月1日起））；" +
				"要求：全市高中阶段毛入学率不低于95%→全市高中阶段毛入学率不低于97%；差距：无→还需再招收10名高中阶段学生"}, nil},
		{"records came that say it for certain", made(t, first, in2024, seniorOf(t, quantity.Count{})), made(t, first, in2024, seniorOf(t, quantity.N(1000))),
			nil, []string{"Senior secondary gross enrolment ratio (Part 2, section 3, paragraph 2): undetermined (data are missing) -> met; " +
				"value: none -> 960 / 1,000 = 96.00 %; records: 1 in scope, 1 left open, 0 absent -> 1 in scope, 0 left open, 0 absent"}},
		{"and back", made(t, stricter, in2024, seniorUnder(t, stricter)), made(t, first, in2024, seniorUnder(t, first)),
			nil, []string{"Senior secondary gross enrolment ratio (Part 2, section 3, paragraph 2): not yet met -> met; " +
				"edition: second [demand altogether: at least 95 % becomes at least 97 % (notice, from 1 March 2024)] -> tonghua-2021-2025; " +
				"required: the senior secondary gross enrolment ratio of the city is at least 97 % -> the senior secondary gross enrolment ratio of the city is at least 95 %; " +
				"shortfall: 10 more senior secondary pupils to enrol -> none"}},
		{"the edition has another deadline", made(t, first, atEnd, seniorUnder(t, first)), made(t, sooner, atEnd, seniorUnder(t, sooner)),
			[]string{"高中阶段毛入学率（二（三）第2段）：达到→达到；版本：tonghua-2021-2025→second（期限：2025年12月31日前→2024年9月1日前（调整通知，自2024年3月1日起））；" +
				"期限：2025年12月31日前，文中明示→2024年9月1日前，按修订文件，调整通知，自2024年3月1日起；是否到期：未到期→已到期"}, nil},
		{"the same", made(t, first, in2024, senior(t, in2024, 949)), made(t, first, in2024, senior(t, in2024, 949)), nil, nil},
		{"a value that flips nothing", made(t, first, in2024, senior(t, in2024, 960)), made(t, first, in2024, senior(t, in2024, 970)),
			[]string{"高中阶段毛入学率（二（三）第2段）：达到→达到；数值：960/1000=96.00%→970/1000=97.00%"}, nil},
		{"the date of the data alone is no difference", made(t, first, in2024, senior(t, in2023, 960)), made(t, first, in2024, senior(t, in2024, 960)), nil, nil},
	} {
		t.Run(c.says, func(t *testing.T) {
			flips := report.Compare(c.before, c.after)
			var zh, en []string
			for _, f := range flips {
				assert.NotEmpty(t, f.Causes, "a difference has a cause")
				assert.Equal(t, f.Before != f.After, f.Flip, "a flip is another verdict")
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
	added := plan.Statement{ID: "more", Places: []plan.Place{"二（三）第2段"}, Kind: plan.Commitment, Modality: plan.Must, Evaluable: plan.Attested, Bearer: plan.City,
		Components: []plan.Component{{Key: "whole", Name: bilingual.Text{ZH: "新增", EN: "more"}, Is: []plan.EvidenceKind{plan.Act}, Needs: plan.Once, Least: 1}},
		Name:       bilingual.Text{ZH: "新增", EN: "More"}, Summary: bilingual.Text{ZH: "新增一项。", EN: "One more."}, Deadline: plan.Deadline{Kind: plan.Standing}}
	p := second(t, plan.Repeal(plan.FootballSchools), plan.Add(added))
	before, after := made(t, plan.Tonghua(), in2024), made(t, p, in2024)
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

func TestDifferencesTravelAsJSON(t *testing.T) {
	first, stricter := plan.Tonghua(), second(t, plan.SetPopulation(plan.SeniorGrossEnrolment, above(97)))
	flips := report.Compare(made(t, first, in2024, seniorUnder(t, first)), made(t, stricter, in2024, seniorUnder(t, stricter)))
	data, err := json.Marshal(flips)
	require.NoError(t, err)
	var back []report.Difference
	require.NoError(t, json.Unmarshal(data, &back))
	assert.Equal(t, flips, back)
	var kind report.CauseKind
	assert.EqualError(t, kind.UnmarshalText([]byte("weather")), `report: cause "weather": not in the list`)
	assert.Equal(t, "unset(0)", kind.String())
}

func TestAReportSeesAnotherDeadline(t *testing.T) {
	sooner := second(t, plan.SetDeadline(plan.OversizedClasses, plan.Deadline{Kind: plan.ByDate, On: in2023, Origin: plan.Origin{Basis: plan.Stated}}))
	at := func(p *plan.Plan) *report.Report {
		rule, err := tonghua.OversizedClasses.Under(p)
		require.NoError(t, err)
		r, err := rule.Evaluate(in2024, class.Record{Stage: indicators.Primary, Pupils: quantity.N(56)})
		require.NoError(t, err)
		return made(t, p, in2024, verdict.Results{Rules: []verdict.Result{r}})
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
	r := made(t, p, in2024, seniorUnder(t, p))
	var text, markdown strings.Builder
	require.NoError(t, r.WriteText(&text, report.Options{}))
	require.NoError(t, r.WriteMarkdown(&markdown, report.Options{Language: bilingual.English}))
	assert.Contains(t, text.String(), "截至2024年9月1日，版本second\n")
	assert.Contains(t, text.String(), "\n校园足球特色学校数：废止（调整通知，自2024年3月1日起）\n")
	assert.Contains(t, text.String(), "    · 修订：总体要求：不低于95%→不低于97%（调整通知，自2024年3月1日起）\n")
	assert.Contains(t, markdown.String(), "<br>amended: demand altogether: at least 95 % becomes at least 97 % (notice, from 1 March 2024)")
	assert.Contains(t, markdown.String(), ", edition second\n")
	var first strings.Builder
	require.NoError(t, made(t, plan.Tonghua(), in2024).WriteText(&first, report.Options{}))
	assert.NotContains(t, first.String(), "版本", "a plan that was never amended needs no edition")
}

func TestEvidenceThatCameIsNamed(t *testing.T) {
	at := func(evidence ...verdict.Evidence) *report.Report {
		r, err := tonghua.LabourGuideline.Evaluate(in2024, evidence...)
		require.NoError(t, err)
		return made(t, plan.Tonghua(), in2024, verdict.Results{Rules: []verdict.Result{r}})
	}
	refused := verdict.Evidence{Kind: plan.Act, Title: "座谈会", Number: "1", Issuer: "市教育局", On: in2023}
	counted := verdict.Evidence{Kind: plan.PublishedMeasure, Title: "指导纲要", Number: "2", Issuer: "市教育局", On: in2023}
	flips := report.Compare(at(refused), at(refused, counted))
	require.Len(t, flips, 1)
	require.NotEmpty(t, flips[0].Causes)
	for _, part := range []string{"无法判定（缺少佐证）→达到；", "；差距：尚缺：劳动教育指导纲要→无；", "；佐证：无→指导纲要（2），市教育局，2023年9月1日"} {
		assert.Contains(t, flips[0].In(bilingual.Chinese), part)
	}
}
