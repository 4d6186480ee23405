package rules_test

import (
	"fmt"
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/countyyear"
	"github.com/eduplan/tonghua/indicators/enrolment"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/indicators/teacher"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules"
	"github.com/eduplan/tonghua/rules/verdict"
)

// hoursPanel asks for training, digital and practice hours.
func hoursPanel() *rules.Panel[staff, teacher.Record] {
	p := edition(says("trained", each(plan.AtLeast, hours(360))), says("practice", each(plan.AtLeast, half)))
	return rules.MustPanel(fillMessy,
		rules.MustDuty(p, "trained", duty{Among: teacher.Education.AtLeast(indicators.College), Must: teacher.TrainingHours.AtLeast(indicators.Each)}),
		rules.MustDuty(p, "practice", duty{Must: teacher.PracticeHours.AtLeastShareOf(teacher.DigitalHours, indicators.Each)}))
}

func TestAFaultNamesTheRecordByTheCallersKey(t *testing.T) {
	rows := []staff{{ID: 7, Reported: true, Hours: 1}, {ID: 9, Reported: true, Hours: -1}, {ID: 11, Reported: true, Hours: -1}}
	named := hoursPanel().Named(func(s *staff) string { return fmt.Sprintf("T%03d", s.ID) })
	results, err := named.Evaluate(asOf, rows)
	require.NoError(t, err)
	require.Len(t, results.Faults, 2)
	assert.Equal(t, "第2行（T009）：本周期培训学时为负数", results.Faults[0].String())
	assert.Equal(t, "row 3 (T011): training hours in the cycle: negative", results.Faults[1].Text(bilingual.English))

	e, err := named.Start(asOf)
	require.NoError(t, err)
	for i := range rows {
		require.NoError(t, e.Add(&rows[i]))
	}
	require.NoError(t, e.Retract(&rows[2]))
	left := e.Results().Faults
	require.Len(t, left, 1)
	assert.Equal(t, "本周期培训学时为负数", left[0].String(), "of two that say the same nobody knows any more whose it is")
	alone := verdict.Fault{Row: verdict.NoRow, Key: "T9", Label: bilingual.Text{ZH: "学时", EN: "hours"}, Reason: quantity.Negative}
	assert.Equal(t, "T9：学时为负数", alone.String())

	_, err = hoursPanel().Named(func(*staff) string { panic("no number") }).Evaluate(asOf, rows)
	var mapping *rules.MappingError
	assert.ErrorAs(t, err, &mapping)
}

func TestABadFieldIsReportedWithRowFieldAndReason(t *testing.T) {
	good := staff{Education: 3, Reported: true, Hours: 360, DigitalHours: 50, PracticeHours: 30}
	for _, c := range []struct {
		name    string
		spoil   func(*staff)
		field   string
		reason  quantity.Fault
		chinese string
		english string
	}{
		{"hours below nought", func(s *staff) { s.Hours = -0.01 }, "training_hours", quantity.Negative,
			"第2行：本周期培训学时为负数", "row 2: training hours in the cycle: negative"},
		{"no number", func(s *staff) { s.Hours = math.NaN() }, "training_hours", quantity.NotANumber,
			"第2行：本周期培训学时不是数字", "row 2: training hours in the cycle: not a number"},
		{"an infinity", func(s *staff) { s.Hours = math.Inf(1) }, "training_hours", quantity.Infinite,
			"第2行：本周期培训学时为无穷大", "row 2: training hours in the cycle: infinite"},
		{"a third of an hour", func(s *staff) { s.Hours = 360.333 }, "training_hours", quantity.TooPrecise,
			"第2行：本周期培训学时小数超过两位", "row 2: training hours in the cycle: more than two decimals"},
		{"more hours than a number holds", func(s *staff) { s.DigitalHours = 1e300 }, "digital_hours", quantity.TooLarge,
			"第2行：信息技术培训学时超出范围", "row 2: digital-skills training hours: too large"},
		{"a code outside the list", func(s *staff) { s.Education = wrong }, "education", quantity.UnknownWord,
			"第2行：学历不在代码表内", "row 2: level of education: not in the field's list"},
		{"a part larger than its whole names both figures", func(s *staff) { s.PracticeHours = 50.5 }, "practice_hours", quantity.ExceedsWhole,
			"第2行：信息技术实践应用学时50.5学时，大于信息技术培训学时50学时", "row 2: applied practice hours 50.5 hours is larger than digital-skills training hours 50 hours"},
	} {
		t.Run(c.name, func(t *testing.T) {
			rows := []staff{good, good, good}
			c.spoil(&rows[1])
			var streamed []verdict.Fault
			results, err := hoursPanel().OnFault(func(s *staff, f verdict.Fault) {
				assert.Same(t, &rows[1], s, "it comes with the caller's own row, which has the text")
				streamed = append(streamed, f)
			}).Evaluate(asOf, rows)
			require.NoError(t, err)
			require.Len(t, results.Faults, 1)
			assert.Equal(t, results.Faults, streamed)
			f := streamed[0]
			assert.Equal(t, []any{int64(1), "teacher", c.field, c.reason}, []any{f.Row, f.Subject, f.Field, f.Reason})
			assert.Equal(t, c.chinese, f.Text(bilingual.Chinese))
			assert.Equal(t, c.english, f.Text(bilingual.English))
			assert.True(t, f.Found.Complete(), "what the field says, in both languages")
			assert.Equal(t, int64(3), results.Read, "other records are still evaluated")
			for _, r := range results.Rules {
				assert.NotEqual(t, verdict.NotMet, r.Outcome, "a bad field accuses nobody")
			}
			invalid := int64(0)
			for _, q := range results.Fields {
				invalid += q.Invalid
			}
			assert.Equal(t, int64(1), invalid)
		})
	}
}

func TestAnInvalidFieldCountsAsUnknownInTheRulesThatReadItAndInNoOther(t *testing.T) {
	rows := []staff{
		{Education: 3, Reported: true, Hours: -1, DigitalHours: 50, PracticeHours: 30},
		{Education: 3, Reported: true, Hours: 400, DigitalHours: 50, PracticeHours: 60, RealName: wrong, Backbone: wrong},
		{Education: 1, Reported: true, Hours: -1, DigitalHours: 50, PracticeHours: 30},
	}
	results, err := hoursPanel().Evaluate(asOf, rows)
	require.NoError(t, err)
	trained, practice := results.Rules[0], results.Rules[1]
	assert.Equal(t, []any{verdict.Undetermined, verdict.InvalidData}, []any{trained.Outcome, trained.Reason})
	assert.Equal(t, verdict.Records{Read: 3, InScope: 2, Open: 1, Invalid: 1}, trained.Records,
		"hours of a teacher who is out of scope stand in nobody's way")
	assert.Equal(t, []verdict.FieldGap{{Field: "training_hours", Label: teacher.TrainingHours.Label(), Invalid: 1}}, trained.Gaps)
	assert.Equal(t, []any{verdict.Undetermined, verdict.InvalidData}, []any{practice.Outcome, practice.Reason})
	assert.Equal(t, []verdict.FieldGap{
		{Field: "practice_hours", Label: teacher.PracticeHours.Label(), Invalid: 1},
		{Field: "digital_hours", Label: teacher.DigitalHours.Label(), Invalid: 1},
	}, practice.Gaps, "a part larger than its whole makes both invalid")
	fields := map[string]int64{}
	for _, q := range results.Fields {
		fields[q.Field+" of "+q.Whole] = q.Invalid
		assert.True(t, q.Label.Complete())
		assert.Equal(t, q.Whole != "", q.WholeLabel.Complete())
	}
	assert.Equal(t, map[string]int64{"education of ": 0, "training_hours of ": 2, "digital_hours of ": 0, "practice_hours of ": 0,
		"practice_hours of digital_hours": 1}, fields, "fields that no rule reads are neither checked nor counted")
	require.Len(t, results.Faults, 3)
	assert.Equal(t, []int64{0, 1, 2}, []int64{results.Faults[0].Row, results.Faults[1].Row, results.Faults[2].Row})
}

func TestTheFirstFaultsAreKeptAndAllAreStreamed(t *testing.T) {
	rows := make([]staff, 3*rules.KeptFaults)
	for i := range rows {
		rows[i] = staff{Education: wrong, Reported: true, Hours: -1, DigitalHours: 50, PracticeHours: 30}
	}
	alone, err := hoursPanel().Evaluate(asOf, rows)
	require.NoError(t, err)
	var streamed []verdict.Fault
	streaming, err := hoursPanel().OnFault(func(_ *staff, f verdict.Fault) { streamed = append(streamed, f) }).Evaluate(asOf, rows)
	require.NoError(t, err)
	assert.Equal(t, alone, streaming, "whether somebody listens does not change the results")
	assert.Len(t, alone.Faults, rules.KeptFaults)
	require.Len(t, streamed, 2*len(rows), "two bad fields a row")
	assert.Equal(t, alone.Faults, streamed[:rules.KeptFaults])
	for i, f := range streamed {
		assert.Equal(t, int64(i/2), f.Row, "in row order")
	}
	groups, err := rules.EvaluateBy(hoursPanel(), asOf, rows, byCounty)
	require.NoError(t, err)
	assert.Equal(t, alone.Faults, groups.Total().Faults)
}

func TestAGroupListsTheFaultsOfItsOwnRows(t *testing.T) {
	rows := make([]staff, 100)
	for i := range rows {
		rows[i] = staff{ID: int64(i), County: []string{"东昌区", "二道江区", "通化县"}[i%3], Reported: true, Hours: 1}
		if i%3 == 1 || i > 96 {
			rows[i].Hours = -1
		}
	}
	for goroutines := range 3 {
		panel := hoursPanel().Named(func(s *staff) string { return fmt.Sprint("T", s.ID) }).Parallel(goroutines)
		groups, err := rules.EvaluateBy(panel, asOf, rows, byCounty)
		require.NoError(t, err)
		one, _ := groups.Of("东昌区")
		require.Len(t, one.Faults, 1, "its first fault comes after the others have as many as are kept")
		assert.Equal(t, "第100行（T99）：本周期培训学时为负数", one.Faults[0].String())
		two, _ := groups.Of("二道江区")
		assert.Len(t, two.Faults, rules.KeptFaults)
		assert.Equal(t, groups.Total().Faults, two.Faults)

		east, err := rules.RollUp(groups, func(county string) bool { return county != "二道江区" })
		require.NoError(t, err)
		rest, _ := east.Of(true)
		var where []int64
		for _, f := range rest.Faults {
			where = append(where, f.Row)
		}
		assert.Equal(t, []int64{98, 99}, where, "in the order of rows")
	}
}

func TestCountsBeyondTheirRangeAreRefusedAndSumsAreNot(t *testing.T) {
	rule := rules.MustRatio(edition(says("ratio", population(plan.AtMost, percent(100)))), "ratio", enrolmentRatio)
	r := evaluate(t, rule, asOf, enrolment.Record{Enrolled: quantity.N(uint64(math.MaxInt64) + 1), OfficialAge: quantity.N(1)})
	assert.Equal(t, []any{verdict.Undetermined, verdict.InvalidData}, []any{r.Outcome, r.Reason})
	largest := enrolment.Record{Enrolled: quantity.N(int64(math.MaxInt64)), OfficialAge: quantity.N(int64(math.MaxInt64))}
	one := enrolment.Record{Enrolled: quantity.N(1), OfficialAge: quantity.N(0)}
	r = evaluate(t, rule, asOf, largest, largest, one)
	assert.Equal(t, verdict.NotMet, r.Outcome, "2^64-1 of 2^64-2 are more than 100 %%")
	assert.Equal(t, "1 pupil too many", r.Short(bilingual.English))
	assert.Equal(t, "100.01 %", r.Value.In(bilingual.English, quantity.Up), "printed against a ceiling it is rounded up")
}

func TestMoneyOfTwoCountiesAddsUpExactly(t *testing.T) {
	p := edition(says("ratio", population(plan.AtLeast, quantity.MustAmount(1000, 1, quantity.YuanPerPupil))))
	rule := rules.MustRatio(p, "ratio", indicators.Ratio[countyyear.Record]{
		Of: indicators.SumOf(countyyear.Spending), Per: indicators.SumOf(countyyear.Pupils)})
	r := evaluate(t, rule, asOf,
		countyyear.Record{Spending: quantity.YuanOf(0.1), Pupils: quantity.N(1)},
		countyyear.Record{Spending: quantity.YuanOf(999.89), Pupils: quantity.N(0)})
	assert.Equal(t, verdict.NotMet, r.Outcome)
	assert.Equal(t, "999.99 yuan / 1 pupil = 999.99 yuan per pupil", r.Measured(bilingual.English))
	assert.Equal(t, "0.01 yuan short", r.Short(bilingual.English))
}
