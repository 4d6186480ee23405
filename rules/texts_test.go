package rules_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/enrolment"
	"github.com/eduplan/tonghua/indicators/honours"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/indicators/teacher"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules"
	"github.com/eduplan/tonghua/rules/tonghua"
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
		case words != nil && c.Steps() == indicators.OtherWord:
			texts[f.Key()] = "other"
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
	_, err = rules.Measure[teacher.Record]{}.EvaluateParsed(asOf, rules.ParsedRows{})
	assert.ErrorIs(t, err, rules.ErrZero)
}

func TestRowsTogetherStandForNoMoreRecordsThanCanBeCounted(t *testing.T) {
	rows := make([]rules.TextRow, 4_611_686, 4_611_688)
	for i := range rows {
		rows[i].Records = rules.MaxTextRecords
	}
	rows = append(rows, rules.TextRow{Records: 18_427_387_904}) // 2^62 = 4,611,686,018,427,387,904 together
	_, err := rules.ParseRows[honours.Record](rows)
	require.NoError(t, err)
	_, err = rules.ParseRows[honours.Record](append(rows, rules.TextRow{Records: 1}))
	assert.EqualError(t, err, "rules: row 4611688: with it there are more than 4611686018427387904 records")
}

func TestParsedRowsAreJudgedByEveryRuleOnTheirSubject(t *testing.T) {
	p := edition(says("one", population(plan.AtLeast, percent(60))), says("two", population(plan.AtMost, percent(60))))
	rows := []rules.TextRow{{Fields: map[string]string{"real_name_space": "yes"}, Records: 3}, {Fields: map[string]string{"real_name_space": "no"}, Records: 1}}
	one, two := rules.MustShare(p, "one", share{Counted: online}), rules.MustShare(p, "two", share{Counted: online})
	parsed, err := one.Parse(rows)
	require.NoError(t, err)
	assert.Equal(t, "teacher", parsed.SubjectKey())
	assert.Equal(t, rows, parsed.Texts())
	rows[0].Records = 0 // what was parsed does not change any more
	for _, day := range []quantity.Date{asOf, asOf.Next()} {
		got, err := one.EvaluateParsed(day, parsed)
		require.NoError(t, err)
		assert.Equal(t, verdict.Met, got.Outcome, "three of four are 75 %")
		assert.Equal(t, day, got.AsOf)
	}
	got, err := two.EvaluateParsed(asOf, parsed)
	require.NoError(t, err)
	assert.Equal(t, verdict.NotMet, got.Outcome)

	_, err = two.EvaluateParsed(quantity.Date{}, parsed)
	assert.ErrorContains(t, err, "as-of date")
	_, err = two.EvaluateParsed(asOf, rules.ParsedRows{})
	assert.ErrorIs(t, err, rules.ErrZero)
	_, err = tonghua.FitnessCertificate.EvaluateParsed(asOf, parsed)
	assert.EqualError(t, err, "rules: rule fitness-certificate is on the subject pupil, the rows on the subject teacher")
	_, err = tonghua.SteelSecondPrimary.EvaluateParsed(asOf, parsed)
	assert.EqualError(t, err, "rules: rule steel-second-primary is on the subject evidence, the rows on the subject teacher")
}

func TestAFieldSaysWhetherItReadsAText(t *testing.T) {
	field := func(v rules.View, key string) indicators.FieldView {
		list := v.Fields()
		at := slices.IndexFunc(list, func(f indicators.FieldView) bool { return f.Key == key })
		require.GreaterOrEqual(t, at, 0)
		return list[at]
	}
	for _, c := range []struct {
		rule             rules.View
		field, text, err string
	}{
		{tonghua.SeniorMaster, "education", "硕士", ""},
		{tonghua.SeniorMaster, "education", "", ""},
		{tonghua.SeniorMaster, "education", "invalid", ""},
		{tonghua.SeniorMaster, "education", "B.A.", `field education: indicators: level of education "B.A.": not in the field's list: no-schooling (未上过学), primary (小学毕业), junior-high (初中毕业), senior-high (高中阶段毕业), college (大专), bachelor (本科), master (硕士研究生), doctor (博士研究生)`},
		{tonghua.SeniorMaster, "training_hours", "359.99", ""},
		{tonghua.SeniorMaster, "training_hours", "many", `field training_hours: quantity: reading "many": unreadable`},
		{tonghua.SteelSecondPrimary, "evidence_kind", "建设项目", ""},
		{tonghua.SteelSecondPrimary, "evidence_kind", " ", ""},
		{tonghua.SteelSecondPrimary, "on", "2024-02-29", ""},
		{tonghua.SteelSecondPrimary, "on", "2023-02-29", `field on: quantity: date "2023-02-29": no day of the calendar`},
	} {
		err := field(c.rule, c.field).Check(c.text)
		if c.err == "" {
			assert.NoError(t, err, c.text)
			continue
		}
		require.EqualError(t, err, c.err)
		_, parsing := c.rule.Parse([]rules.TextRow{{Fields: map[string]string{c.field: c.text}}})
		assert.EqualError(t, parsing, "rules: row 1: "+c.err, "Parse says the same")
	}
	assert.Error(t, indicators.FieldView{Key: "education"}.Check("硕士"))
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
	assert.Equal(t, "training_hours", fields[9].Key)
	assert.Equal(t, teacher.TrainingHours.Label(), fields[9].Label)
	assert.Equal(t, quantity.Hour, fields[9].Unit)
	assert.Nil(t, fields[9].Words)
	assert.Equal(t, "stage", fields[0].Key)
	other, _ := indicators.SeniorHigh.Vocabulary().Other()
	assert.Equal(t, append(indicators.SeniorHigh.Vocabulary().Entries(), other), fields[0].Words)
}
