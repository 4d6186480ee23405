package indicators_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/attainment"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/count"
	"github.com/eduplan/tonghua/indicators/enrolment"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/indicators/teacher"
)

func TestForms(t *testing.T) {
	for _, c := range []struct {
		indicator indicators.Indicator[teacher.Record]
		form      indicators.Form
		zh, en    string
	}{
		{indicators.Share[teacher.Record]{}, indicators.ShareForm, "占比", "share"},
		{indicators.Duty[teacher.Record]{}, indicators.DutyForm, "逐项要求", "duty on each record"},
		{indicators.Ratio[teacher.Record]{}, indicators.RatioForm, "比率", "ratio"},
		{indicators.Count[teacher.Record]{}, indicators.CountForm, "数量", "count"},
	} {
		assert.Equal(t, c.form, c.indicator.Form())
		assert.Equal(t, c.zh, c.form.In(bilingual.Chinese))
		assert.Contains(t, []string{"share", "duty", "ratio", "count"}, c.form.String())
		assert.Equal(t, c.en, c.form.In(bilingual.English))
	}
	for _, f := range []indicators.Form{0, 9, 255} {
		assert.Equal(t, fmt.Sprintf("unset(%d)", f), f.In(bilingual.Chinese))
		assert.Equal(t, fmt.Sprintf("unset(%d)", f), f.String())
	}
}

func TestWhatAnIndicatorAsks(t *testing.T) {
	among, counted := teacher.Stage.Is(indicators.SeniorHigh), teacher.Education.AtLeast(indicators.Master)
	for _, i := range []indicators.Indicator[teacher.Record]{
		indicators.Share[teacher.Record]{Among: among, Counted: counted},
		indicators.Duty[teacher.Record]{Among: among, Must: counted},
		indicators.Count[teacher.Record]{Among: among, Counted: counted},
	} {
		assert.Equal(t, question{Among: among, Counted: counted}, i.Question(), i.Form().In(bilingual.English))
	}
	assert.True(t, indicators.Share[teacher.Record]{Counted: counted}.Question().Among.IsZero(), "without scope it is about every record")
}

func TestARatioAsksWhetherAllAmountsAreThere(t *testing.T) {
	ratio := indicators.Ratio[enrolment.Record]{
		Among: enrolment.Level.Is(indicators.SeniorSecondary),
		Of:    indicators.SumOf(enrolment.Enrolled),
		Per:   indicators.SumOf(enrolment.OfficialAge),
	}
	complete := enrolment.Record{Level: indicators.SeniorSecondary, Enrolled: quantity.N(41230), OfficialAge: quantity.N(43100)}
	change := func(edit func(*enrolment.Record)) enrolment.Record {
		r := complete
		edit(&r)
		return r
	}
	for _, c := range []struct {
		name   string
		record enrolment.Record
		want   count.Class
	}{
		{"both amounts known", complete, count.Counted},
		{"the numerator missing", change(func(r *enrolment.Record) { r.Enrolled = quantity.Count{} }), count.NotCounted},
		{"the denominator invalid", change(func(r *enrolment.Record) { r.OfficialAge = quantity.N(-1) }), count.NotCounted},
		{"nought is an amount", change(func(r *enrolment.Record) { r.Enrolled = quantity.N(0) }), count.Counted},
		{"a field that it does not read missing", change(func(r *enrolment.Record) { r.EnrolledOfAge = quantity.Count{} }), count.Counted},
		{"another level", change(func(r *enrolment.Record) { r.Level = indicators.Preschool }), count.OutOfScope},
		{"no level", change(func(r *enrolment.Record) { r.Level = 0 }), count.OutOfScope | count.Counted},
	} {
		q := ratio.Question()
		var err error
		q.Among, err = q.Among.Resolve(nil)
		require.NoError(t, err)
		q.Counted, err = q.Counted.Resolve(nil)
		require.NoError(t, err)
		assert.Equal(t, c.want, classOf(t, q, c.record), c.name)
	}
}

func TestSums(t *testing.T) {
	s := indicators.SumOf(attainment.Primary, attainment.College)
	assert.Equal(t, quantity.Person, s.Unit)
	assert.Equal(t, []indicators.Weighted[attainment.Record]{{Field: attainment.Primary}, {Field: attainment.College}}, s.Terms)
	assert.True(t, s.Terms[0].Weight.IsZero(), "a weight left out counts the field once")
	assert.Equal(t, indicators.Sum[attainment.Record]{}, indicators.SumOf[attainment.Record]())

	six := literal(6, 1, quantity.Year)
	w := indicators.WeightedSum(quantity.PersonYear, attainment.Primary.Times(six))
	assert.Equal(t, quantity.PersonYear, w.Unit)
	assert.Equal(t, []indicators.Weighted[attainment.Record]{{Field: attainment.Primary, Weight: six}}, w.Terms)

	var none indicators.Number[attainment.Record]
	assert.NotPanics(t, func() {
		assert.Equal(t, quantity.NoUnit, indicators.SumOf(none).Unit)
		q := indicators.Ratio[attainment.Record]{Of: indicators.SumOf(none), Per: indicators.SumOf(none, attainment.Primary)}.Question()
		assert.Equal(t, []*indicators.Field[attainment.Record]{attainment.Primary.Field}, q.Fields())
	})
}
