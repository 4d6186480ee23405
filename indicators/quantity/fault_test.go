package quantity_test

import (
	"encoding/json"
	"errors"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
)

// faults are the reasons for which a value can be refused, with their words.
var faults = []struct {
	fault       quantity.Fault
	key, zh, en string
}{
	{quantity.Negative, "negative", "为负数", "negative"},
	{quantity.NotANumber, "not-a-number", "不是数字", "not a number"},
	{quantity.Infinite, "infinite", "为无穷大", "infinite"},
	{quantity.NotWhole, "not-whole", "应为整数", "not a whole number"},
	{quantity.TooPrecise, "too-precise", "小数超过两位", "more than two decimals"},
	{quantity.TooLarge, "too-large", "超出范围", "too large"},
	{quantity.Unreadable, "unreadable", "无法识别", "unreadable"},
	{quantity.NotADate, "not-a-date", "日期不存在", "no day of the calendar"},
	{quantity.UnknownWord, "unknown-word", "不在代码表内", "not in the field's list"},
	{quantity.ExceedsWhole, "exceeds-whole", "部分大于整体", "part larger than its whole"},
}

func TestFaultTexts(t *testing.T) {
	for _, c := range faults {
		t.Run(c.key, func(t *testing.T) {
			assert.Equal(t, c.key, c.fault.String())
			assert.Equal(t, c.zh, c.fault.In(bilingual.Chinese))
			assert.Equal(t, c.en, c.fault.In(bilingual.English))
			assert.Equal(t, c.en, c.fault.Error())
		})
	}
	assert.Zero(t, quantity.NoFault, "the zero value means that there is no fault")
	assert.Equal(t, "none", quantity.NoFault.String())
	assert.Equal(t, "no fault", quantity.NoFault.In(bilingual.English))
}

func TestAFaultOutsideTheListPrintsItsNumber(t *testing.T) {
	odd := quantity.Fault(200)
	assert.Equal(t, "unset(200)", odd.String())
	assert.Equal(t, "unset(200)", odd.In(bilingual.English))
	assert.Equal(t, "unset(200)", odd.Error())
	assert.Equal(t, quantity.Unreadable, quantity.CodeOfFault(odd).Fault())
}

func TestFaultJSONRoundTrip(t *testing.T) {
	for _, c := range faults {
		data, err := json.Marshal(c.fault)
		require.NoError(t, err)
		assert.Equal(t, `"`+c.key+`"`, string(data))

		var back quantity.Fault
		require.NoError(t, json.Unmarshal(data, &back))
		assert.Equal(t, c.fault, back)
	}
}

func TestAnUnknownFaultIsRefused(t *testing.T) {
	for _, text := range []string{"", "Negative", "very negative", "unset(200)"} {
		f := quantity.TooLarge
		err := f.UnmarshalText([]byte(text))
		checkQuotes(t, err, text)
		assert.Equal(t, quantity.TooLarge, f, "an error leaves the value alone")
	}
}

func TestErrorsGiveTheirFaultBack(t *testing.T) {
	_, err := quantity.ParseHours("1.234")
	var f quantity.Fault
	require.True(t, errors.As(err, &f))
	assert.Equal(t, quantity.TooPrecise, f)
	assert.NotErrorIs(t, err, quantity.Negative)
}
