package quantity_test

import (
	"encoding/json"
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators/quantity"
)

type record struct {
	Enrolled quantity.Count  `json:"enrolled"`
	Hours    quantity.Hours  `json:"hours"`
	Salary   quantity.Money  `json:"salary"`
	Practice quantity.Months `json:"practice"`
	Schooled quantity.Years  `json:"schooled"`
	Left     quantity.Date   `json:"left"`
}

func TestFactsAsJSON(t *testing.T) {
	for _, c := range []struct {
		name string
		rec  record
		text string
	}{
		{
			"unknown facts are null", record{},
			`{"enrolled":null,"hours":null,"salary":null,"practice":null,"schooled":null,"left":null}`,
		},
		{
			"nought is a number",
			record{Enrolled: quantity.N(0), Hours: quantity.HoursOf(0), Salary: quantity.WholeYuan(0), Practice: quantity.MonthsOf(0), Schooled: quantity.YearsOf(0)},
			`{"enrolled":0,"hours":0,"salary":0,"practice":0,"schooled":0,"left":null}`,
		},
		{
			"known facts are numbers, dates texts",
			record{quantity.N(41230), quantity.HoursOf(72.5), quantity.YuanOf(0.07), quantity.MonthsOf(6), quantity.YearsOf(10.8), date(t, "2025-12-31")},
			`{"enrolled":41230,"hours":72.5,"salary":0.07,"practice":6,"schooled":10.8,"left":"2025-12-31"}`,
		},
		{
			"refused facts are texts with the reason",
			record{quantity.N(-1), quantity.HoursOf(math.NaN()), quantity.YuanOf(math.Inf(1)), quantity.MonthsOf(0.005), quantity.YearsOf(1e300), notADate},
			`{"enrolled":"invalid: negative","hours":"invalid: not-a-number","salary":"invalid: infinite","practice":"invalid: too-precise","schooled":"invalid: too-large","left":"invalid: not-a-date"}`,
		},
		{
			"the largest facts lose nothing",
			record{Enrolled: quantity.N(int64(math.MaxInt64)), Hours: quantity.WholeHours(int64(92233720368547758)), Left: date(t, "9999-12-31")},
			`{"enrolled":9223372036854775807,"hours":92233720368547758,"salary":null,"practice":null,"schooled":null,"left":"9999-12-31"}`,
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			data, err := json.Marshal(c.rec)
			require.NoError(t, err)
			assert.Equal(t, c.text, string(data))

			var back record
			require.NoError(t, json.Unmarshal([]byte(c.text), &back))
			assert.True(t, c.rec == back, "read back as %v", back)
		})
	}
}

func TestNullIsUnknownAndNeverNought(t *testing.T) {
	rec := record{quantity.N(5), quantity.HoursOf(5), quantity.YuanOf(5), quantity.MonthsOf(5), quantity.YearsOf(5), date(t, "2025-12-31")}
	require.NoError(t, json.Unmarshal([]byte(`{"enrolled":null,"hours":null,"salary":null,"practice":null,"schooled":null,"left":null}`), &rec))
	assert.Equal(t, record{}, rec, "null also forgets what was known")

	require.NoError(t, json.Unmarshal([]byte(`{}`), &rec))
	assert.Equal(t, record{}, rec, "a field that is not there is unknown")
}

func TestOmitzeroLeavesUnknownFactsOut(t *testing.T) {
	data, err := json.Marshal(struct {
		Enrolled quantity.Count `json:"enrolled,omitzero"`
		Left     quantity.Date  `json:"left,omitzero"`
		Hours    quantity.Hours `json:"hours,omitzero"`
	}{Hours: quantity.HoursOf(0)})
	require.NoError(t, err)
	assert.Equal(t, `{"hours":0}`, string(data))
}

func TestFactsAreReadFromTexts(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       quantity.Hours
	}{
		{"a number", `72.5`, quantity.HoursOf(72.5)},
		{"a number in a text", `"72.5"`, quantity.HoursOf(72.5)},
		{"a number in an escaped text", `"\u0037"`, quantity.WholeHours(7)},
		{"zeros at the end", `72.500`, quantity.HoursOf(72.5)},
		{"minus nought", `-0.0`, quantity.HoursOf(0)},
		{"an empty text is unknown", `""`, quantity.Hours{}},
		{"a refusal", `"invalid: negative"`, quantity.HoursOf(-1)},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := quantity.WholeHours(99)
			require.NoError(t, json.Unmarshal([]byte(c.text), &got))
			assert.Equal(t, c.want, got)
		})
	}
}

// unmarshaller is a pointer to a fact.
type unmarshaller[F any] interface {
	*F
	UnmarshalJSON([]byte) error
	UnmarshalText([]byte) error
}

func checkRefused[F fact, P unmarshaller[F]](t *testing.T, before F, data, quoted string) {
	t.Helper()
	f := before
	checkQuotes(t, P(&f).UnmarshalJSON([]byte(data)), quoted)
	assert.Equal(t, before, f, "an error leaves the value alone")
}

func TestFactsRefuseWhatIsNoFact(t *testing.T) {
	for _, c := range []struct{ name, data, quoted string }{
		{"a truth value", `true`, `true`},
		{"a list", `[1]`, `[1]`},
		{"an object", `{"value":1}`, `{"value":1}`},
		{"a negative number", `-1`, `-1`},
		{"three decimals", `0.005`, `0.005`},
		{"an exponent", `1e3`, `1e3`},
		{"a number of forty digits", `9999999999999999999999999999999999999999`, `9999999999999999999999999999999999999999`},
		{"a separator that parts no thousands", `"10,00"`, `10,00`},
		{"a word", `"many"`, `many`},
		{"a unit, of which JSON has no need", `"5学时"`, `5学时`},
		{"an unknown reason", `"invalid: made up"`, `invalid: made up`},
		{"no reason", `"invalid: none"`, `invalid: none`},
		{"an empty reason", `"invalid: "`, `invalid: `},
		{"a reason and more", `"invalid: negative."`, `invalid: negative.`},
	} {
		t.Run(c.name+" is refused", func(t *testing.T) {
			checkRefused(t, quantity.N(5), c.data, c.quoted)
			checkRefused(t, quantity.HoursOf(5), c.data, c.quoted)
			checkRefused(t, quantity.YuanOf(5), c.data, c.quoted)
			checkRefused(t, quantity.MonthsOf(5), c.data, c.quoted)
			checkRefused(t, quantity.YearsOf(5), c.data, c.quoted)
		})
	}
	checkRefused(t, quantity.N(5), `1.5`, `1.5`)

	broken := quantity.N(5)
	assert.ErrorContains(t, broken.UnmarshalJSON([]byte(`"5`)), `"5`, "a broken text")
	assert.Equal(t, quantity.N(5), broken)
}

func TestDatesRefuseWhatIsNoDate(t *testing.T) {
	for _, c := range []struct{ name, data, quoted string }{
		{"a day that does not exist", `"2025-02-30"`, `"2025-02-30"`},
		{"a time", `"2025-12-31T00:00:00Z"`, `"2025-12-31T00:00:00Z"`},
		{"a number", `20251231`, `20251231`},
		{"a truth value", `false`, `false`},
		{"a list", `["2025-12-31"]`, `["2025-12-31"]`},
		{"an unknown reason", `"invalid: made up"`, `"invalid: made up"`},
		{"no reason", `"invalid: none"`, `"invalid: none"`},
	} {
		t.Run(c.name+" is refused", func(t *testing.T) {
			d := date(t, "2025-12-31")
			assert.ErrorContains(t, json.Unmarshal([]byte(c.data), &d), c.quoted)
			assert.Equal(t, "2025-12-31", d.String(), "an error leaves the value alone")
		})
	}
}

func checkText[F fact, P unmarshaller[F]](t *testing.T, f F) {
	t.Helper()
	text, err := any(f).(interface{ MarshalText() ([]byte, error) }).MarshalText()
	require.NoError(t, err)
	assert.Equal(t, f.String(), string(text))
	var back F
	require.NoError(t, P(&back).UnmarshalText(text))
	assert.Equal(t, f, back)

	data, err := json.Marshal(f)
	require.NoError(t, err)
	var again F
	require.NoError(t, json.Unmarshal(data, &again))
	assert.Equal(t, f, again)
}

func TestEveryFactComesBackFromTextAndJSON(t *testing.T) {
	r := seeded(14)
	for range 300 {
		n := int64(word(r) >> 1)
		checkText(t, quantity.N(n))
		checkText(t, quantity.WholeHours(n/100))
		checkText(t, quantity.YuanOf(float64(n>>13)/100))
		checkText(t, quantity.MonthsOf(float64(n>>13)/100))
		checkText(t, quantity.YearsOf(float64(n>>13)/100))
		checkText(t, quantity.DateOf(1+r.IntN(9999), 12, 1+r.IntN(31)))
	}
	checkText(t, quantity.Count{})
	checkText(t, quantity.Date{})
	for _, f := range faults {
		var c quantity.Count
		require.NoError(t, c.UnmarshalText([]byte("invalid: "+f.key)))
		checkText(t, c)
		var d quantity.Date
		require.NoError(t, d.UnmarshalText([]byte("invalid: "+f.key)))
		assert.Equal(t, f.fault, d.Fault())
		checkText(t, d)
	}
}

func TestFactsAreKeysOfJSONObjects(t *testing.T) {
	byYear := map[quantity.Date]quantity.Count{date(t, "2025-12-31"): quantity.N(5), {}: {}}
	data, err := json.Marshal(byYear)
	require.NoError(t, err)
	assert.Equal(t, `{"":null,"2025-12-31":5}`, string(data))
	var back map[quantity.Date]quantity.Count
	require.NoError(t, json.Unmarshal(data, &back))
	assert.Equal(t, byYear, back)
}
