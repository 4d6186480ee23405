package rules_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/indicators/teacher"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules"
	"github.com/eduplan/tonghua/rules/tonghua"
	"github.com/eduplan/tonghua/rules/verdict"
)

func trainedPanel(of ...rules.Rule[teacher.Record]) *rules.Panel[member, teacher.Record] {
	return rules.MustPanel(func(from *member, to *teacher.Record) { *to = from.Record }, of...).Keyed(func(m *member) string { return m.number })
}

func counted(t *testing.T, p *rules.Panel[member, teacher.Record], list ...member) *rules.Evaluator[member, teacher.Record] {
	t.Helper()
	e, err := p.Start(asOf)
	require.NoError(t, err)
	for i := range list {
		require.NoError(t, e.Add(&list[i]))
	}
	return e
}

// hoursOf is a teacher with so many hours of training; without hours nobody knows.
func hoursOf(number string, hours ...float64) member {
	m := member{number: number, Record: teacher.Record{Stage: indicators.Primary, FullTime: indicators.Yes}}
	for _, h := range hours {
		m.TrainingHours = quantity.HoursOf(h)
	}
	return m
}

func TestWhoLeftWithoutARecordIsNotMended(t *testing.T) {
	panel := trainedPanel(tonghua.TeacherTrainingHours)
	before := counted(t, panel, hoursOf("A", 360), hoursOf("B", 300), hoursOf("C", 300), hoursOf("D"), hoursOf("E", 360))
	after := counted(t, panel, hoursOf("A", 360), hoursOf("B", 360), hoursOf("D", 400), hoursOf("E", 360), hoursOf("F", 360))
	var told []string
	list, err := after.Changes(before, func(key string, statement plan.ID, was, is verdict.State) {
		told = append(told, fmt.Sprint(key, " ", statement, " ", was, " ", is))
	})
	require.NoError(t, err)
	require.Len(t, list, 1)
	c := list[0]
	assert.Equal(t, []string{"B teacher-training-hours short right", "C teacher-training-hours short absent", "D teacher-training-hours unclear right", "F teacher-training-hours absent right"}, told, "in the order of the keys")
	for change, want := range map[verdict.Change]int64{verdict.StillMet: 2, verdict.Mended: 1, verdict.Answered: 1, verdict.Left: 1, verdict.Joined: 1, verdict.StillShort: 0} {
		assert.Equal(t, want, c.Of(change), "%v", change)
	}
	assert.Equal(t, verdict.NotMet, c.Before.Outcome)
	assert.Equal(t, verdict.Met, c.After.Outcome, "all who are there have 360 hours")
	assert.Equal(t, verdict.NotMet, c.Stayed.Outcome, "C had 300, and nobody has trained C")
	assert.Equal(t, "教师五年培训学时（三（十）第3段）：尚未达到→达到；持续达标2条，已整改1条，已查清1条，新进入范围1条，离开范围1条；若已无记录者维持原状，则为尚未达到", c.String())
	assert.Contains(t, c.Text(bilingual.English), "not yet met -> met; still met 2, mended 1, answered 1, joined 1, left 1; had those without a record stayed as they were: not yet met")
	for _, f := range c.Fields {
		if f.Field == "training_hours" {
			assert.Equal(t, verdict.FieldChange{Field: f.Field, Label: f.Label, Filled: 1, Changed: 1}, f)
		}
	}
}

func TestChangesAreWhatEachRecordSaysBeforeAndAfter(t *testing.T) {
	random := rand.New(rand.NewPCG(21, 3))
	panel := trainedPanel(tonghua.TeacherTrainingHours)
	state := func(m member, there bool) verdict.State {
		if !there {
			return verdict.Absent
		}
		f := tonghua.TeacherTrainingHours.Check(asOf, m.Record)
		return map[verdict.Outcome]verdict.State{verdict.Met: verdict.Right, verdict.NotMet: verdict.Short, verdict.NotApplicable: verdict.OutOfScope, verdict.Undetermined: verdict.Unclear}[f.Outcome]
	}
	register := func() (list []member, byKey map[string]member) {
		byKey = map[string]member{}
		for i := range 12 {
			if random.IntN(4) == 0 {
				continue
			}
			m := hoursOf(fmt.Sprint(i))
			switch random.IntN(4) {
			case 0:
				m.TrainingHours = quantity.HoursOf(359)
			case 1:
				m.TrainingHours = quantity.HoursOf(360)
			case 2:
				m.AppointedYear = quantity.N(2025)
			}
			list, byKey[m.number] = append(list, m), m
		}
		random.Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
		return list, byKey
	}
	for range 300 {
		was, wasByKey := register()
		is, isByKey := register()
		var want [5][5]int64
		union := map[string]bool{}
		for i := range 12 {
			key := fmt.Sprint(i)
			a, there := wasByKey[key]
			b, here := isByKey[key]
			if there || here {
				union[key] = true
				want[state(a, there)][state(b, here)]++
			}
		}
		list, err := counted(t, panel, is...).Changes(counted(t, panel, was...), nil)
		require.NoError(t, err)
		require.Equal(t, want, list[0].Records)
		all := int64(0)
		for change := verdict.NeverInScope; change <= verdict.Left; change++ {
			all += list[0].Of(change)
		}
		require.Equal(t, int64(len(union)), all, "each record is in one change")
	}
}

func TestAnAmendmentTouchesThoseWhoseStateItChanges(t *testing.T) {
	next := plan.Tonghua().MustAmend("more hours", plan.Amendment{By: bilingual.Text{ZH: "测算", EN: "what-if"}, Effective: asOf,
		Changes: []plan.Change{plan.SetEach(plan.TeacherTrainingHours, plan.Threshold{Comparator: plan.AtLeast, Amount: quantity.MustAmount(400, 1, quantity.Hour), Origin: plan.Origin{Basis: plan.Assumed}})}})
	stricter, err := tonghua.TeacherTrainingHours.Under(next)
	require.NoError(t, err)
	staff := []member{hoursOf("A", 360), hoursOf("B", 400), hoursOf("C", 300)}
	var touched []string
	list, err := counted(t, trainedPanel(stricter), staff...).Changes(counted(t, trainedPanel(tonghua.TeacherTrainingHours), staff...), func(key string, _ plan.ID, _, _ verdict.State) {
		touched = append(touched, key)
	})
	require.NoError(t, err)
	assert.Equal(t, []string{"A"}, touched, "360 hours are enough no more")
	assert.Equal(t, int64(1), list[0].Of(verdict.NewlyShort))
}

func TestChangesNeedKeys(t *testing.T) {
	keyless, err := rules.MustPanel(func(from *member, to *teacher.Record) { *to = from.Record }, tonghua.TeacherTrainingHours).Start(asOf)
	require.NoError(t, err)
	keyed := counted(t, trainedPanel(tonghua.TeacherTrainingHours), hoursOf("A", 360))
	_, err = keyed.Changes(keyless, nil)
	assert.ErrorIs(t, err, rules.ErrNoKeys)
	state, err := keyed.MarshalBinary()
	require.NoError(t, err)
	restored, err := trainedPanel(tonghua.TeacherTrainingHours).Restore(state)
	require.NoError(t, err)
	_, err = restored.Changes(keyed, nil)
	assert.ErrorIs(t, err, rules.ErrNoKeys, "counts know no keys")
	_, err = keyed.Changes(nil, nil)
	assert.ErrorIs(t, err, rules.ErrZero)
}

func TestTheRowsOfAKeyAreOneRecordThatChanges(t *testing.T) {
	panel := trainedPanel(tonghua.TeacherTrainingHours)
	before := counted(t, panel, hoursOf("A", 300), hoursOf("A", 300))
	after := counted(t, panel, hoursOf("A", 300), hoursOf("A", 360))
	list, err := after.Changes(before, nil)
	require.NoError(t, err)
	assert.Equal(t, int64(1), list[0].Of(verdict.NewlyOpen), "two rows say two things")
}
