package plan_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/plan"
)

func TestTheAnomaliesOfThePlanStandInTheOrderOfTheText(t *testing.T) {
	p := plan.Tonghua()
	order := map[plan.Place]int{}
	for c := range p.Clauses() {
		order[c.Place] = len(order)
	}
	last, kinds := 0, map[plan.AnomalyKind]int{}
	for a := range p.Anomalies() {
		require.NotEmpty(t, a.Places, a.Key)
		assert.GreaterOrEqual(t, order[a.Places[0]], last, a.Key)
		last = order[a.Places[0]]
		kinds[a.Kind]++
		for _, id := range a.Statements {
			of := slices.Collect(p.AnomaliesOf(id))
			assert.True(t, slices.ContainsFunc(of, func(b plan.Anomaly) bool { return b.Key == a.Key }), "%s is found at %s", a.Key, id)
		}
	}
	for k := plan.Contradiction; k <= plan.Strength; k++ {
		assert.Positive(t, kinds[k], "the plan has a %s", k)
	}
}

// keys returns the anomalies that concern a statement of the plan.
func keys(id plan.ID) (all []string) {
	for a := range plan.Tonghua().AnomaliesOf(id) {
		all = append(all, a.Key)
	}
	return all
}

func TestTheOdditiesThatAReaderMeetsFirst(t *testing.T) {
	for says, c := range map[string]struct {
		key string
		ids []plan.ID
	}{
		"two denominators of the dual-qualified share":   {"dual-qualified-denominators", []plan.ID{plan.DualQualifiedSpecialist, plan.DualQualifiedFulltime}},
		"a post named twice in box 12":                   {"post-named-twice", []plan.ID{plan.TeamCountyLeaders, plan.TeamCountySecond}},
		"a target equal to its baseline":                 {"flat-senior-target", []plan.ID{plan.BaseSeniorGross, plan.SeniorGrossEnrolment}},
		"a deadline of 2022 inside a plan to 2025":       {"three-horizons", []plan.ID{plan.DigitalTrainingHours, plan.TeacherTrainingHours}},
		"two real-name figures of different schools":     {"teachers-do-not-fit-pupils", []plan.ID{plan.BaseRealname}},
		"one matter demanded in two strengths":           {"village-link-strengths", []plan.ID{plan.VillageLink}},
		"a title that says other than what it stands on": {"bases-or-schools", []plan.ID{plan.LawSchools}},
	} {
		for _, id := range c.ids {
			assert.Contains(t, keys(id), c.key, says)
		}
	}
	formal := 0
	for a := range plan.Tonghua().Anomalies() {
		if len(a.Statements) == 0 {
			assert.Equal(t, plan.Numbering, a.Kind, "%s: only the document's form concerns no statement", a.Key)
			formal++
		}
	}
	assert.Equal(t, 2, formal, "the first task numbered apart, boxes 1 and 2 missing")
}

// Of every target that equals its baseline, the plan says that it is flat.
func TestFlatTargetsAreAllListed(t *testing.T) {
	for s := range plan.Tonghua().All() {
		if s.Baseline.IsZero() {
			continue
		}
		flat := s.Baseline.Amount == s.Population.Amount
		listed := false
		for a := range plan.Tonghua().AnomaliesOf(s.ID) {
			listed = listed || a.Kind == plan.FlatTarget
		}
		assert.Equal(t, flat, listed, s.ID)
	}
}

func TestBrokenAnomaliesAreRefused(t *testing.T) {
	with := func(spoil func(a *plan.Anomaly)) func(*plan.Document) {
		return func(d *plan.Document) {
			a := plan.Anomaly{Key: "flat", Kind: plan.FlatTarget, Places: []plan.Place{"二"}, Statements: []plan.ID{"books"}, Text: both("持平", "level")}
			spoil(&a)
			d.Anomalies = []plan.Anomaly{a}
		}
	}
	const wanted = "key, kind, and text in both languages, are wanted"
	refused(t, []broken{
		{"no key", with(func(a *plan.Anomaly) { a.Key = "" }), []string{`plan: anomaly "": ` + wanted}},
		{"no kind", with(func(a *plan.Anomaly) { a.Kind = 0 }), []string{`plan: anomaly "flat": ` + wanted}},
		{"a text in one language", with(func(a *plan.Anomaly) { a.Text.ZH = "" }), []string{`plan: anomaly "flat": ` + wanted}},
		{"no place", with(func(a *plan.Anomaly) { a.Places = nil }), []string{`plan: anomaly "flat": no place`}},
		{"a place that is no clause", with(func(a *plan.Anomaly) { a.Places[0] = "九" }), []string{`plan: anomaly "flat": place "九" is no clause`}},
		{"a statement that the plan does not have", with(func(a *plan.Anomaly) { a.Statements[0] = "desks" }),
			[]string{`plan: anomaly "flat": the plan has no statement "desks"`}},
		{"one anomaly twice", func(d *plan.Document) {
			with(func(*plan.Anomaly) {})(d)
			d.Anomalies = append(d.Anomalies, d.Anomalies[0])
		}, []string{`plan: anomaly "flat": it stands twice`}},
	})
}

func TestAnAnomalyOutlivesItsStatement(t *testing.T) {
	p, err := plan.Tonghua().Amend("second", plan.Amendment{By: order, Effective: effective, Changes: []plan.Change{plan.Repeal(plan.TeamCountySecond)}})
	require.NoError(t, err)
	var all []string
	for a := range p.AnomaliesOf(plan.TeamCountyLeaders) {
		all = append(all, a.Key)
	}
	assert.Equal(t, []string{"post-named-twice"}, all)
	assert.Equal(t, slices.Collect(plan.Tonghua().Anomalies()), slices.Collect(p.Anomalies()))
}

func TestAnAnomalyInWords(t *testing.T) {
	for a := range plan.Tonghua().AnomaliesOf(plan.SeniorGrossEnrolment) {
		assert.Equal(t, "目标等于基期：目标95%与基期相同，只能看作保持，没有进度可言。", a.In(bilingual.Chinese))
		assert.Equal(t, "target equal to its baseline: The target of 95% equals its baseline: it can only be held, and has no pace.", a.In(bilingual.English))
	}
}
