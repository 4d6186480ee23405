package quantity_test

import (
	"encoding/json"
	"math"
	"math/big"
	"strings"
	"testing"
	"time"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators/quantity"
)

// checkJSON expects a value to be written as a text and read back from it.
func checkJSON[T comparable](t *testing.T, v T, text string) {
	t.Helper()
	data, err := json.Marshal(v)
	require.NoError(t, err)
	assert.Equal(t, text, string(data))
	var back T
	require.NoError(t, json.Unmarshal([]byte(text), &back))
	assert.True(t, v == back, "%s read back as %v", text, back)
}

func TestAmountsAsJSON(t *testing.T) {
	for _, c := range []struct {
		name   string
		amount quantity.Amount
		text   string
	}{
		{"no amount is null", quantity.Amount{}, `null`},
		{"nought is an amount", quantity.MustAmount(0, 1, quantity.Pupil), `{"number":"0","unit":"pupil"}`},
		{"95 % is 95", quantity.MustAmount(95, 100, quantity.Percent), `{"number":"95","unit":"percent"}`},
		{"decimals are kept", quantity.MustAmount(1, 8, quantity.Percent), `{"number":"12.5","unit":"percent"}`},
		{"a third is a fraction", quantity.MustAmount(1, 3, quantity.Hour), `{"number":"1/3","unit":"hour"}`},
		{"a third of a hundred is a fraction", quantity.MustAmount(1, 3, quantity.Percent), `{"number":"100/3","unit":"percent"}`},
		{"10^15 yuan", quantity.MustAmount(tenTo15, 1, quantity.Yuan), `{"number":"1000000000000000","unit":"yuan"}`},
		{"the largest percentage", quantity.MustAmount(tenTo15, 1, quantity.Percent), `{"number":"100000000000000000","unit":"percent"}`},
		{"the least amount", quantity.MustAmount(1, tenTo15, quantity.Yuan), `{"number":"1/1000000000000000","unit":"yuan"}`},
	} {
		t.Run(c.name, func(t *testing.T) { checkJSON(t, c.amount, c.text) })
	}
}

func TestNullIsNoAmountAndNeverNought(t *testing.T) {
	a := quantity.MustAmount(95, 100, quantity.Percent)
	require.NoError(t, json.Unmarshal([]byte(`null`), &a))
	assert.Equal(t, quantity.Amount{}, a)
}

func TestEveryAmountComesBackFromJSON(t *testing.T) {
	r := seeded(15)
	units := quantity.Units()
	for range 3_000 {
		a := amount(t, r, units[r.IntN(len(units))])
		data, err := json.Marshal(a)
		require.NoError(t, err)
		var back quantity.Amount
		require.NoError(t, json.Unmarshal(data, &back), "%s", data)
		require.Equal(t, a, back, "%s", data)
	}
}

func TestAmountsRefuseWhatIsNoAmount(t *testing.T) {
	for _, c := range []struct{ name, data, quoted string }{
		{"a bare number", `95`, `95`},
		{"a bare text", `"95 %"`, `95 %`},
		{"a truth value", `true`, `true`},
		{"a list", `[95]`, `[95]`},
		{"a number that is no text", `{"number":95,"unit":"percent"}`, `{"number":95,"unit":"percent"}`},
		{"no number", `{"unit":"percent"}`, `""`},
		{"a null number", `{"number":null,"unit":"percent"}`, `""`},
		{"an empty object", `{}`, `""`},
		{"no unit", `{"number":"95"}`, `95`},
		{"a null unit", `{"number":"95","unit":null}`, `95`},
		{"the unit none", `{"number":"95","unit":"none"}`, `95`},
		{"an unknown unit", `{"number":"95","unit":"parrot"}`, `"parrot"`},
		{"a word", `{"number":"many","unit":"hour"}`, `"many"`},
		{"a negative number", `{"number":"-1","unit":"hour"}`, `"-1"`},
		{"a negative fraction", `{"number":"-1/3","unit":"hour"}`, `-1`},
		{"a fraction over nought", `{"number":"1/0","unit":"hour"}`, `"1/0"`},
		{"a fraction over nothing", `{"number":"1/","unit":"hour"}`, `"1/"`},
		{"a fraction over a signed number", `{"number":"1/+3","unit":"hour"}`, `"1/+3"`},
		{"a fraction of a fraction", `{"number":"1/2/3","unit":"hour"}`, `"1/2/3"`},
		{"a denominator above 10^15", `{"number":"1/1000000000000001","unit":"hour"}`, `"1/1000000000000001"`},
		{"a product of denominators above 2^64", `{"number":"0.000001/1000000000000000","unit":"percent"}`, `"0.000001/1000000000000000"`},
		{"a product of denominators above 10^15", `{"number":"0.1/1000000000000000","unit":"hour"}`, `10000000000000000`},
		{"a number above 10^15", `{"number":"1000000000000001","unit":"hour"}`, `1000000000000001`},
	} {
		t.Run(c.name+" is refused", func(t *testing.T) {
			a := quantity.MustAmount(1, 2, quantity.Percent)
			assert.ErrorContains(t, json.Unmarshal([]byte(c.data), &a), c.quoted)
			assert.Equal(t, quantity.MustAmount(1, 2, quantity.Percent), a, "an error leaves the value alone")
		})
	}
}

func TestTotalsAsJSON(t *testing.T) {
	for _, c := range []struct {
		name  string
		total quantity.Total
		text  string
	}{
		{"nought of no unit", quantity.Total{}, `{"steps":0,"unit":"none","number":"0"}`},
		{"no teachers", quantity.TotalOf(0, quantity.Teacher), `{"steps":0,"unit":"teacher","number":"0"}`},
		{"fen of yuan", yuan(123456789), `{"steps":123456789,"unit":"yuan","number":"1234567.89"}`},
		{"2^64", quantity.NewTotal(quantity.WideOfWords(1, 0), quantity.Pupil), `{"steps":18446744073709551616,"unit":"pupil","number":"18446744073709551616"}`},
		{"2^128-1", quantity.NewTotal(quantity.WideOfWords(math.MaxUint64, math.MaxUint64), quantity.Pupil), `{"steps":340282366920938463463374607431768211455,"unit":"pupil","number":"340282366920938463463374607431768211455"}`},
	} {
		t.Run(c.name, func(t *testing.T) { checkJSON(t, c.total, c.text) })
	}
}

func TestEveryTotalComesBackFromJSON(t *testing.T) {
	r := seeded(16)
	for range 3_000 {
		v := total(r, quantity.Units()...)
		data, err := json.Marshal(v)
		require.NoError(t, err)
		var back quantity.Total
		require.NoError(t, json.Unmarshal(data, &back), "%s", data)
		require.Equal(t, v, back, "%s", data)
	}
}

func TestTotalsRefuseWhatIsNoTotal(t *testing.T) {
	for _, c := range []struct{ name, data, quoted string }{
		{"null, which is not nought,", `null`, `null`},
		{"an empty object", `{}`, `{}`},
		{"a bare number", `5`, `5`},
		{"null steps", `{"steps":null,"unit":"pupil"}`, `{"steps":null,"unit":"pupil"}`},
		{"no steps", `{"unit":"pupil","number":"5"}`, `{"unit":"pupil","number":"5"}`},
		{"negative steps", `{"steps":-5,"unit":"pupil"}`, `{"steps":-5,"unit":"pupil"}: negative`},
		{"half steps", `{"steps":0.5,"unit":"pupil"}`, `{"steps":0.5,"unit":"pupil"}: unreadable`},
		{"an exponent", `{"steps":1e3,"unit":"pupil"}`, `{"steps":1e3,"unit":"pupil"}`},
		{"2^128", `{"steps":340282366920938463463374607431768211456,"unit":"pupil"}`, `too large`},
		{"a word", `{"steps":"many","unit":"pupil"}`, `many`},
		{"an unknown unit", `{"steps":5,"unit":"parrot"}`, `"parrot"`},
		{"a list", `[5]`, `[5]`},
	} {
		t.Run(c.name+" is refused", func(t *testing.T) {
			v := quantity.TotalOf(7, quantity.Hour)
			assert.ErrorContains(t, json.Unmarshal([]byte(c.data), &v), c.quoted)
			assert.Equal(t, quantity.TotalOf(7, quantity.Hour), v, "an error leaves the value alone")
		})
	}
}

// Reading digits takes the square of their number: ten million of them would
// take an hour, and 39 are all that a sum can have.
func TestTotalsOfAMillionDigitsAreRefusedUnread(t *testing.T) {
	long := strings.Repeat("9", 10_000_000)
	for name, c := range map[string]struct {
		steps string
		is    error
	}{
		"ten million digits":             {long, quantity.TooLarge},
		"as many below nought":           {"-" + long, quantity.Negative},
		"as many behind the point":       {"1." + long, quantity.Unreadable},
		"40 digits, one more than 2^128": {"1000000000000000000000000000000000000000", quantity.TooLarge},
	} {
		var v quantity.Total
		started := time.Now()
		err := json.Unmarshal([]byte(`{"steps":`+c.steps+`,"unit":"pupil"}`), &v)
		assert.ErrorIs(t, err, c.is, name)
		assert.Less(t, len(err.Error()), 200, "%s: an error quotes no more than its reader can read", name)
		assert.Less(t, time.Since(started), time.Minute, name)
	}
	var amount quantity.Amount
	err := json.Unmarshal([]byte(`{"number":"`+long+`","unit":"pupil"}`), &amount)
	require.ErrorIs(t, err, quantity.TooLarge)
	assert.Less(t, len(err.Error()), 200)
}

func TestAnErrorOnADecimalDoesNotWriteOutAMillionDigits(t *testing.T) {
	long := new(big.Int).Exp(big.NewInt(3), big.NewInt(2_000_000), nil) // of 954,243 digits
	for _, c := range []struct {
		d    decimal.Decimal
		is   error
		says string
	}{
		{decimal.NewFromBigInt(long, 0), quantity.TooLarge, "of 954243 digits"},
		{decimal.NewFromBigInt(new(big.Int).Neg(long), 0), quantity.Negative, "of 954243 digits"},
		{decimal.New(1, 16), quantity.TooLarge, "1e16"},
	} {
		_, err := quantity.AmountOfDecimal(c.d, quantity.Pupil)
		require.ErrorIs(t, err, c.is)
		assert.ErrorContains(t, err, c.says)
		assert.Less(t, len(err.Error()), 200)
	}
}

func TestRatiosAsJSON(t *testing.T) {
	for _, c := range []struct {
		name  string
		ratio quantity.Ratio
		text  string
	}{
		{
			"a share", share(1199, 10000, quantity.Pupil),
			`{"of":{"steps":1199,"unit":"pupil","number":"1199"},"per":{"steps":10000,"unit":"pupil","number":"10000"},"unit":"percent","printed":"11.99"}`,
		},
		{
			"a plain number is over no unit", quantity.Ratio{Of: quantity.TotalOf(12, quantity.School), Unit: quantity.School},
			`{"of":{"steps":12,"unit":"school","number":"12"},"per":{"steps":0,"unit":"none","number":"0"},"unit":"school","printed":"12"}`,
		},
		{
			"a value in a table is rounded half up", share(94995, 100000, quantity.Pupil),
			`{"of":{"steps":94995,"unit":"pupil","number":"94995"},"per":{"steps":100000,"unit":"pupil","number":"100000"},"unit":"percent","printed":"95.00"}`,
		},
		{
			"no ratio", quantity.Ratio{},
			`{"of":{"steps":0,"unit":"none","number":"0"},"per":{"steps":0,"unit":"none","number":"0"},"unit":"none","printed":""}`,
		},
	} {
		t.Run(c.name, func(t *testing.T) { checkJSON(t, c.ratio, c.text) })
	}
	var r quantity.Ratio
	assert.ErrorContains(t, json.Unmarshal([]byte(`{"of":null,"per":null,"unit":"percent"}`), &r), "null")
}
