package plan_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/plan"
)

func TestBrokenComponentsAreRefused(t *testing.T) {
	const begins = `plan: statement "master": `
	const wanted = begins + `component "scheme": kinds of evidence, how many and of when are wanted`
	const only = begins + "components: what is demanded, with its proof, is wanted for a statement attested or computed in part, and for no other"
	const reports = begins + `component "scheme": what binds each or forbids is shown by reports alone: a notice orders, it does not show that it is so`
	scheme := func(spoil func(c *plan.Component)) func(*plan.Document) {
		return master(func(s *plan.Statement) { spoil(&s.Components[0]) })
	}
	// kind makes the statement one whose components stand alone.
	kind := func(s *plan.Statement, k plan.Kind) { s.Kind, s.Evaluable, s.Partly = k, plan.Attested, plan.Partly{} }
	refused(t, []broken{
		{"a component without key", scheme(func(c *plan.Component) { c.Key = "" }), []string{begins + `component "": key, and name in both languages, are wanted`}},
		{"a component named in Chinese only", scheme(func(c *plan.Component) { c.Name.EN = "" }),
			[]string{begins + `component "scheme": key, and name in both languages, are wanted`}},
		{"two components of one key", master(func(s *plan.Statement) { s.Components[1].Key = "scheme" }), []string{begins + `component "scheme" stands twice`}},
		{"a component that nothing proves", scheme(func(c *plan.Component) { c.Is, c.Reports = nil, nil }), []string{wanted}},
		{"a component that takes no document", scheme(func(c *plan.Component) { c.Least = 0 }), []string{wanted}},
		{"a component that does not say of when", scheme(func(c *plan.Component) { c.Needs = 0 }), []string{wanted}},
		{"a component of an odd time", scheme(func(c *plan.Component) { c.Needs = 99 }), []string{wanted}},
		{"an unknown kind that is the thing", scheme(func(c *plan.Component) { c.Is[1] = 99 }),
			[]string{begins + `component "scheme": kind unset(99) is not in the list or stands twice`}},
		{"an unknown kind that reports", scheme(func(c *plan.Component) { c.Reports[0] = 0 }),
			[]string{begins + `component "scheme": kind unset(0) is not in the list or stands twice`}},
		{"one kind twice", scheme(func(c *plan.Component) { c.Is[1] = c.Is[0] }),
			[]string{begins + `component "scheme": kind published-measure is not in the list or stands twice`}},
		{"no component of a statement computed in part", master(func(s *plan.Statement) { s.Components = nil }), []string{only}},
		{"no component of an attested statement", master(func(s *plan.Statement) { kind(s, plan.Target); s.Components = nil }), []string{only}},
		{"components of a statement computed in full", master(func(s *plan.Statement) { s.Evaluable, s.Partly = plan.InFull, plan.Partly{} }), []string{only}},
		{"a prohibition that a notice would show", master(func(s *plan.Statement) { kind(s, plan.Prohibition) }), []string{reports}},
		{"a duty on each that a notice would show", master(func(s *plan.Statement) { kind(s, plan.EntityRule) }), []string{reports}},
		{"a duty on each whose measure may err either way, and that a notice would complete", master(func(s *plan.Statement) {
			s.Kind, s.Partly.Bias = plan.EntityRule, plan.Indicates
		}), []string{reports}},
	})
}

func TestADutyWhoseMeasureCanOnlyFlatterMayBeCompletedByARule(t *testing.T) {
	d := document()
	d.Statements[1].Kind = plan.EntityRule
	require.Equal(t, plan.Flatters, d.Statements[1].Partly.Bias)
	_, err := plan.New(d)
	assert.NoError(t, err)
}

func TestWhatProvesAComponent(t *testing.T) {
	s := of(t, plan.MustNew(document()), "master")
	scheme, ok := s.Component("scheme")
	require.True(t, ok)
	for kind, want := range map[plan.EvidenceKind]bool{plan.PublishedMeasure: true, plan.Act: true, plan.Assessment: true, plan.Project: false, plan.Designation: false, 0: false} {
		assert.Equal(t, want, scheme.Accepts(kind), kind)
	}
	assert.Equal(t, "印发的文件或措施；开展的活动；督导、监测或审计报告", scheme.Accepted(bilingual.Chinese), "each kind once, though one stands in both lists")
	assert.Equal(t, "published measure or act or assessment report", scheme.Accepted(bilingual.English))
	whole, ok := s.Component("whole")
	require.True(t, ok)
	assert.False(t, whole.Accepts(plan.PublishedMeasure), "an outcome is shown by a report")
	assert.Equal(t, "当年或上一年", whole.Needs.In(bilingual.Chinese))
	for _, key := range []string{"", "Scheme", "book"} {
		c, ok := s.Component(key)
		assert.False(t, ok, key)
		assert.Zero(t, c, key)
	}
}

func TestComponentsOfThePlan(t *testing.T) {
	components := 0
	for s := range plan.Tonghua().All() {
		components += len(s.Components)
		wanted := s.Evaluable == plan.Attested || s.Evaluable == plan.InPart
		assert.Equal(t, wanted, len(s.Components) > 0, "%s is %s", s.ID, s.Evaluable)
		for i := range s.Components {
			c := &s.Components[i]
			inBoth(t, c.Name, string(s.ID), c.Key)
			found, ok := s.Component(c.Key)
			assert.True(t, ok)
			assert.Equal(t, *c, found, "%s of %s", c.Key, s.ID)
			if s.Kind == plan.Prohibition && s.Partly.Bias != plan.Flatters {
				assert.Empty(t, c.Is, "%s: what must not be is not shown by a notice", s.ID)
			}
			for _, kind := range c.Reports {
				assert.True(t, c.Accepts(kind), "%s of %s", c.Key, s.ID)
			}
		}
	}
	assert.Equal(t, 496, components, "the rows of components.csv")
	for says, c := range map[string]struct {
		id   plan.ID
		keys []string
	}{
		"three groups are named":            {plan.VocationalGroups, []string{"tourism", "automobile", "ice-snow"}},
		"two lists are named":               {plan.PowerLists, []string{"powers", "responsibilities"}},
		"four contents are to be published": {plan.PlanPublished, []string{"implementation-scheme", "timetable", "roadmap", "task-book"}},
	} {
		var keys []string
		for _, component := range statement(t, c.id).Components {
			keys = append(keys, component.Key)
		}
		assert.Equal(t, c.keys, keys, says)
	}
}
