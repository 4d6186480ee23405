package rules_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/enrolment"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/indicators/teacher"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules"
	"github.com/eduplan/tonghua/rules/verdict"
)

// textsOf writes a record as the texts of its fields.
func textsOf[R indicators.Record[R]](t *testing.T, record R) map[string]string {
	t.Helper()
	texts := map[string]string{}
	for _, f := range record.Subject().Fields() {
		c := f.Code(&record)
		switch words := f.Vocabulary(); {
		case c.Unknown():
		case c.Invalid() && words != nil:
			texts[f.Key()] = "invalid"
		case c.Invalid():
			texts[f.Key()] = "invalid: " + c.Fault().String()
		case words != nil:
			texts[f.Key()] = words.Entries()[c.Steps()-1].Key
		default:
			texts[f.Key()] = quantity.NewTotal(quantity.WideOf(c.Steps()), f.Unit()).Number()
		}
	}
	return texts
}

func TestTextsAreJudgedAsTheRecordsTheyStandFor(t *testing.T) {
	var records []teacher.Record
	var rows []rules.TextRow
	for i, s := range messy(3, 300) {
		var r teacher.Record
		fillMessy(&s, &r)
		if r.Skipped() {
			continue
		}
		n := i % 4 // none at times
		for range n {
			records = append(records, r)
		}
		rows = append(rows, rules.TextRow{Fields: textsOf(t, r), Records: int64(n)})
	}
	for _, twin := range testBook() {
		want, err := twin.rule.Evaluate(asOf, records...)
		require.NoError(t, err)
		got, err := twin.rule.EvaluateTexts(asOf, rows)
		require.NoError(t, err)
		assert.Equal(t, want, got)
	}
}

func TestSumsOfTextsAreThoseOfAllRecords(t *testing.T) {
	p := edition(says("ratio", population(plan.AtLeast, percent(60))))
	rule := rules.MustRatio(p, "ratio", enrolmentRatio)
	one := enrolment.Record{Enrolled: quantity.N(3), OfficialAge: quantity.N(5)}
	for _, n := range []int64{0, 1, 2, 7, 1000} {
		got, err := rule.EvaluateTexts(asOf, []rules.TextRow{{Fields: textsOf(t, one), Records: n}, {Fields: textsOf(t, one), Records: 1}})
		require.NoError(t, err)
		assert.Equal(t, quantity.TotalOf(uint64(3*(n+1)), got.Value.Of.Unit()), got.Value.Of)
		assert.Equal(t, quantity.TotalOf(uint64(5*(n+1)), got.Value.Per.Unit()), got.Value.Per)
		assert.Equal(t, n+1, got.Records.Read)
	}
}

func TestTextsThatCannotBeReadAreErrors(t *testing.T) {
	p := edition(says("share", population(plan.AtLeast, percent(60))))
	rule := rules.MustShare(p, "share", share{Counted: online})
	for name, c := range map[string]struct {
		row  rules.TextRow
		want string
	}{
		"an unknown field": {rules.TextRow{Fields: map[string]string{"hat": "red"}}, `subject teacher has no field "hat"`},
		"an odd word":      {rules.TextRow{Fields: map[string]string{"real_name_space": "perhaps"}}, `"perhaps"`},
		"fewer than none":  {rules.TextRow{Records: -1}, "-1 records, want 0 to 1000000000000"},
		"too many":         {rules.TextRow{Records: rules.MaxTextRecords + 1}, "1000000000001 records"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := rule.EvaluateTexts(asOf, []rules.TextRow{{Records: 1}, c.row})
			assert.ErrorContains(t, err, "row 2: ")
			assert.ErrorContains(t, err, c.want)
		})
	}
	_, err := rule.EvaluateTexts(quantity.Date{}, nil)
	assert.ErrorContains(t, err, "as-of date")
	_, err = rules.Measure[teacher.Record]{}.EvaluateTexts(asOf, nil)
	assert.ErrorIs(t, err, rules.ErrZero)
}

func TestAnInvalidTextCountsAsAnInvalidValue(t *testing.T) {
	p := edition(says("share", population(plan.AtLeast, percent(60))))
	rule := rules.MustShare(p, "share", share{Counted: online})
	got, err := rule.EvaluateTexts(asOf, []rules.TextRow{{Fields: map[string]string{"real_name_space": "invalid"}, Records: 2}})
	require.NoError(t, err)
	assert.Equal(t, verdict.InvalidData, got.Reason)
	assert.EqualValues(t, 2, got.Records.Invalid)
}

func TestFieldsAreListedWithoutTheSubject(t *testing.T) {
	var view rules.View = rules.Measure[teacher.Record]{}
	fields := view.Fields()
	require.Len(t, fields, len(teacher.Record{}.Subject().Fields()))
	assert.Equal(t, indicators.FieldView{Key: "training_hours", Label: teacher.TrainingHours.Label(), Unit: quantity.Hour}, fields[9])
	assert.Equal(t, "stage", fields[0].Key)
	assert.Equal(t, indicators.SeniorHigh.Vocabulary().Entries(), fields[0].Words)
}
