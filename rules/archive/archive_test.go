package archive_test

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/indicators/teacher"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules"
	"github.com/eduplan/tonghua/rules/archive"
	"github.com/eduplan/tonghua/rules/tonghua"
	"github.com/eduplan/tonghua/rules/verdict"
)

var asOf, today = quantity.DateOf(2025, time.December, 31), quantity.DateOf(2026, time.June, 30)

type row struct {
	county string
	teacher.Record
}

func panel(t testing.TB, set rules.Set[teacher.Record]) *rules.Panel[row, teacher.Record] {
	t.Helper()
	p, err := rules.NewPanel(func(from *row, to *teacher.Record) { *to = from.Record }, set...)
	require.NoError(t, err)
	return p.GroupsAre(plan.County)
}

// teachers counts 100 teachers of senior high schools in two counties, 11 of them
// masters.
func teachers(t testing.TB, set rules.Set[teacher.Record]) rules.Register {
	t.Helper()
	rows := make([]row, 100)
	for i := range rows {
		rows[i] = row{[]string{"东昌区", "二道江区"}[i%2], teacher.Record{Stage: indicators.SeniorHigh, Education: indicators.Bachelor, TrainingHours: quantity.WholeHours(360)}}
		if i < 11 {
			rows[i].Education = indicators.Master
		}
	}
	groups, err := rules.EvaluateBy(panel(t, set), asOf, rows, func(r *row) string { return r.county })
	require.NoError(t, err)
	groups.Expect("东昌区", 50)
	register, err := groups.Register(func(county string) string { return county })
	require.NoError(t, err)
	return register
}

func data(t testing.TB) archive.Data {
	t.Helper()
	printed, err := quantity.ParsePrinted("95.10", quantity.Percent)
	require.NoError(t, err)
	return archive.Data{
		Date: today, Registers: []rules.Register{teachers(t, tonghua.Teachers())},
		Reported: []archive.Figure{
			{Statement: plan.SeniorGrossEnrolment, On: asOf, Printed: printed},
			{Statement: plan.JuniorNetEnrolment, On: asOf, Exact: quantity.MustAmount(99, 100, quantity.Percent)},
		},
		Evidence: []verdict.Evidence{{Statement: plan.PowerLists, Kind: plan.PublishedMeasure, Title: "教育行政权力清单", Number: "通市教发〔2022〕8号", Issuer: "市教育局", On: quantity.DateOf(2022, time.September, 1)}},
	}
}

func kept(t testing.TB, d archive.Data) *archive.Archive {
	t.Helper()
	a, err := archive.New(plan.Tonghua(), tonghua.All(), d)
	require.NoError(t, err)
	return a
}

func verified(t testing.TB, a *archive.Archive) archive.Verification {
	t.Helper()
	v, err := a.Verify(plan.Tonghua(), tonghua.All())
	require.NoError(t, err)
	return v
}

func TestAnArchiveThatTravelledIsTheSame(t *testing.T) {
	a := kept(t, data(t))
	assert.Equal(t, archive.Verification{Answer: archive.Same, Library: verdict.Version}, verified(t, a))
	written, err := json.MarshalIndent(a, "", "  ")
	require.NoError(t, err)
	read := new(archive.Archive)
	require.NoError(t, json.Unmarshal(written, read))
	assert.Equal(t, archive.Same, verified(t, read).Answer, "space between its members is nothing")
	assert.Equal(t, a.Digest(), read.Digest())
	assert.Equal(t, data(t), read.Data())

	page, err := read.Report()
	require.NoError(t, err)
	master, there := page.Of(plan.SeniorMaster)
	require.True(t, there)
	assert.Equal(t, verdict.NotMet, master.Outcome)
	assert.Equal(t, "11 of 100 = 11.00 %", master.Measured(bilingual.English))
}

func TestAnArchiveOfAnAmendedEditionIsVerifiedUnderIt(t *testing.T) {
	d := data(t)
	d.Edition, d.Amendments = "eleven", []plan.Amendment{{
		By: bilingual.Text{ZH: "通市教发〔2025〕3号", EN: "document 3 of 2025"}, Issued: quantity.DateOf(2025, time.March, 1), Effective: quantity.DateOf(2025, time.March, 1),
		Changes: []plan.Change{plan.SetPopulation(plan.SeniorMaster, plan.Threshold{Comparator: plan.AtLeast, Amount: quantity.MustAmount(11, 100, quantity.Percent)})},
	}}
	a := kept(t, d)
	page, err := a.Report()
	require.NoError(t, err)
	master, _ := page.Of(plan.SeniorMaster)
	assert.Equal(t, verdict.Met, master.Outcome)
	assert.Equal(t, archive.Same, verified(t, a).Answer)

	forged := a.Forged(verdict.Version, strings.NewReplacer(`"number":"11"`, `"number":"12"`), nil)
	assert.Equal(t, archive.Altered, verified(t, forged).Answer, "another order, and the verdicts that followed from the first")
}

func TestVerifyTellsWhatWasAltered(t *testing.T) {
	a := kept(t, data(t))
	for name, one := range map[string]struct {
		library          string
		inData, inReport *strings.Replacer
		want             archive.Answer
	}{
		"other words of the same version":      {verdict.Version, nil, strings.NewReplacer("普通高中", "普高"), archive.OtherWords},
		"other words of another version":       {"0.0.9", nil, strings.NewReplacer("普通高中", "普高"), archive.OtherWords},
		"nothing but the version":              {"0.0.9", nil, strings.NewReplacer(`"library":"`+verdict.Version+`"`, `"library":"0.0.9"`), archive.Same},
		"a verdict turned":                     {verdict.Version, nil, strings.NewReplacer(`"outcome":"not-met"`, `"outcome":"met"`), archive.Altered},
		"a verdict that another version gave":  {"0.0.9", nil, strings.NewReplacer(`"outcome":"not-met"`, `"outcome":"met"`), archive.OtherRules},
		"a member that says something more":    {verdict.Version, nil, strings.NewReplacer(`"outcome":"not-met"`, `"outcome":"not-met","waived":true`), archive.Altered},
		"a summary that does not add up":       {verdict.Version, nil, strings.NewReplacer(`"missed":`, `"missed":1`), archive.Altered},
		"counts that no register has":          {verdict.Version, strings.NewReplacer(`"read":50`, `"read":51`), nil, archive.Altered},
		"fewer absent than there were":         {verdict.Version, strings.NewReplacer(`"groups":[{"name":"东昌区",`, `"groups":[{"name":"东昌区","absent":1,`), nil, archive.Altered},
		"a county that is named otherwise":     {verdict.Version, strings.NewReplacer(`"name":"东昌区"`, `"name":"浑江区"`), nil, archive.Altered},
		"a paper of another year":              {verdict.Version, strings.NewReplacer(`"on":"2022-09-01"`, `"on":"2026-09-01"`), nil, archive.Altered},
		"a figure with other digits":           {verdict.Version, strings.NewReplacer(`"95.10"`, `"94.10"`), nil, archive.Altered},
		"a figure that the rule cannot be":     {verdict.Version, strings.NewReplacer(`"95.10"`, `"9510"`), nil, archive.Altered},
		"a figure of a statement that is none": {verdict.Version, strings.NewReplacer(`"statement":"senior-gross-enrolment"`, `"statement":"none"`), nil, archive.Altered},
	} {
		t.Run(name, func(t *testing.T) {
			forged := a.Forged(one.library, one.inData, one.inReport)
			v := verified(t, forged)
			assert.Equal(t, one.want.String(), v.Answer.String(), v.Text(bilingual.English))
			assert.Equal(t, one.library, v.Library)
		})
	}
}

func TestWhatWasChangedByMistakeIsFoundByTheDigest(t *testing.T) {
	written, err := json.Marshal(kept(t, data(t)))
	require.NoError(t, err)
	read := new(archive.Archive)
	require.NoError(t, json.Unmarshal(bytes.Replace(written, []byte("市教育局"), []byte("县教育局"), 1), read))
	v := verified(t, read)
	assert.Equal(t, archive.Altered, v.Answer)
	assert.Equal(t, "存档内容被改动：内容与摘要值不符；存档时程序版本"+verdict.Version, v.Text(bilingual.Chinese))
}

func TestVerifyNamesTheStatementsThatOtherRulesCount(t *testing.T) {
	doctors, err := rules.NewShare(plan.Tonghua(), plan.SeniorMaster, indicators.Share[teacher.Record]{Among: teacher.Stage.Is(indicators.SeniorHigh), Counted: teacher.Education.AtLeast(indicators.Doctor)})
	require.NoError(t, err)
	book := tonghua.All()
	for i, v := range book {
		if v.ID() == plan.SeniorMaster {
			book[i] = doctors
		}
	}
	v, err := kept(t, data(t)).Verify(plan.Tonghua(), book)
	require.NoError(t, err)
	assert.Equal(t, archive.Verification{Answer: archive.OtherRules, Library: verdict.Version, Statements: []plan.ID{plan.SeniorMaster}}, v)
	assert.Equal(t, "counted or judged by other rules (senior-master); archived by version "+verdict.Version, v.Text(bilingual.English))

	d := archive.Data{Date: today, Registers: data(t).Registers, Reported: data(t).Reported[:1], Evidence: data(t).Evidence}
	v, err = kept(t, d).Verify(plan.Tonghua(), tonghua.Schools().Views())
	require.NoError(t, err)
	assert.Equal(t, archive.OtherRules, v.Answer)
	assert.Subset(t, v.Statements, []plan.ID{plan.PowerLists, plan.SeniorGrossEnrolment, plan.SeniorMaster}, "a book without the rules on what was archived")
}

func TestARegisterOfOtherRulesIsNotArchived(t *testing.T) {
	doctors := rules.MustShare(plan.Tonghua(), plan.SeniorMaster, indicators.Share[teacher.Record]{Among: teacher.Stage.Is(indicators.SeniorHigh), Counted: teacher.Education.AtLeast(indicators.Doctor)})
	d := archive.Data{Date: today, Registers: []rules.Register{teachers(t, rules.Set[teacher.Record]{doctors})}}
	_, err := archive.New(plan.Tonghua(), tonghua.All(), d)
	assert.ErrorIs(t, err, rules.ErrMismatch)
	assert.ErrorContains(t, err, "senior-master")
}

func TestEvidenceThatNobodyAskedForIsNotMissing(t *testing.T) {
	asked, unasked := data(t), data(t)
	asked.Evidence, unasked.Evidence = []verdict.Evidence{}, nil
	for _, one := range []struct {
		data archive.Data
		want bool
	}{{asked, true}, {unasked, false}} {
		a := kept(t, one.data)
		page, err := a.Report()
		require.NoError(t, err)
		_, there := page.Of(plan.PowerLists)
		assert.Equal(t, one.want, there)
		assert.Equal(t, archive.Same, verified(t, a).Answer, "an empty list and none are kept apart")
	}
}

func TestTheZeroArchiveAndAnotherPlanAreErrors(t *testing.T) {
	for _, a := range []*archive.Archive{nil, {}} {
		_, err := a.Verify(plan.Tonghua(), tonghua.All())
		assert.Error(t, err)
		_, err = a.Report()
		assert.Error(t, err)
	}
	_, err := json.Marshal(&archive.Archive{})
	assert.Error(t, err)
	other, err := plan.Tonghua().Amend("other", plan.Amendment{By: bilingual.Text{ZH: "测算", EN: "what-if"}, Effective: asOf,
		Changes: []plan.Change{plan.Repeal(plan.SeniorMaster)}})
	require.NoError(t, err)
	_, err = kept(t, data(t)).Verify(other, tonghua.All())
	assert.ErrorContains(t, err, "tonghua-2021-2025")
	_, err = archive.New(nil, tonghua.All(), data(t))
	assert.Error(t, err)
	assert.ErrorContains(t, json.Unmarshal([]byte(`{"format":2}`), new(archive.Archive)), "format 2")
}
