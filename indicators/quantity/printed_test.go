package quantity_test

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
)

func TestAPrintedFigureIsAnInterval(t *testing.T) {
	for _, c := range []struct {
		text      string
		unit      quantity.Unit
		truncated bool
		low, high string
		printed   string
	}{
		{"99.1", quantity.Percent, false, "99.05", "99.15", "99.1 %"},
		{"99.10", quantity.Percent, false, "99.095", "99.105", "99.10 %"},
		{"99", quantity.Percent, false, "98.5", "99.5", "99 %"},
		{"0.0", quantity.Percent, false, "0", "0.05", "0.0 %"},
		{"9.49", quantity.Year, false, "9.485", "9.495", "9.49 years"},
		{"9.50", quantity.Year, true, "9.5", "9.51", "9.50 years"},
		{"100.000001", quantity.Percent, false, "100.0000005", "100.0000015", "100.000001 %"},
	} {
		p, err := quantity.ParsePrinted(c.text, c.unit)
		require.NoError(t, err)
		if c.truncated {
			p = p.Truncated()
		}
		low, high := p.Bounds()
		for want, got := range map[string]quantity.Amount{c.low: low, c.high: high} {
			num, den := got.Fraction()
			exact := quantity.Ratio{Of: quantity.TotalOf(num, quantity.Item), Per: quantity.TotalOf(den, quantity.Item), Unit: c.unit}
			assert.Equal(t, want, trimmedNumber(exact.Rounded(8)), c.text)
		}
		assert.Equal(t, c.printed, p.String())
		assert.Equal(t, c.unit, p.Unit())
	}
	for _, wrong := range []string{"", "-1", "10,00", "99.1‰", "1e3", "0.1234567", "N/A"} {
		_, err := quantity.ParsePrinted(wrong, quantity.Percent)
		assert.Error(t, err, wrong)
	}
	var none quantity.Printed
	assert.True(t, none.IsZero())
	assert.Empty(t, none.In(bilingual.Chinese))
	low, high := none.Bounds()
	assert.True(t, low.IsZero() && high.IsZero())
}

func trimmedNumber(s string) string {
	for s[len(s)-1] == '0' {
		s = s[:len(s)-1]
	}
	if s[len(s)-1] == '.' {
		s = s[:len(s)-1]
	}
	return s
}

func TestAValueForATableIsRoundedHalfUp(t *testing.T) {
	of := func(n, per uint64, u quantity.Unit) quantity.Ratio {
		return quantity.Ratio{Of: quantity.TotalOf(n, quantity.Person), Per: quantity.TotalOf(per, quantity.Person), Unit: u}
	}
	for _, c := range []struct {
		of     quantity.Ratio
		places int
		want   string
	}{
		{of(94_996, 100_000, quantity.Percent), 2, "95.00"}, {of(94_996, 100_000, quantity.Percent), 3, "94.996"},
		{of(94_995, 100_000, quantity.Percent), 2, "95.00"}, {of(94_994, 100_000, quantity.Percent), 2, "94.99"},
		{of(1, 3, quantity.Percent), 1, "33.3"}, {of(2, 3, quantity.Percent), 0, "67"}, {of(1, 2, quantity.Multiple), 0, "1"},
		{quantity.Ratio{}, 2, "–"}, {of(1, 0, quantity.Percent), 2, "–"},
		{quantity.Ratio{Of: quantity.TotalOf(52, quantity.School), Unit: quantity.School}, 0, "52"},
	} {
		assert.Equal(t, c.want, c.of.Rounded(c.places))
	}
}

func FuzzParsePrinted(f *testing.F) {
	for _, seed := range []string{"99.1", "0", "100.000000", "71.900000000000006", "9."} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, s string) {
		p, err := quantity.ParsePrinted(s, quantity.Percent)
		if err != nil {
			return
		}
		low, high := p.Bounds()
		if low.Compare(p.Amount()) > 0 || high.Compare(p.Amount()) < 0 {
			t.Fatalf("%q is not between %s and %s", s, low, high)
		}
		if _, err := quantity.ParsePrinted(p.Amount().Number(), quantity.Percent); err != nil {
			t.Fatalf("%q: %v", s, err)
		}
	})
}

func TestAPrintedFigureSurvivesJSONWithItsDigits(t *testing.T) {
	for text, truncated := range map[string]bool{"99.1": false, "99.10": true, "99": false, "0.0": false, "100.000001": false} {
		p, err := quantity.ParsePrinted(text, quantity.Percent)
		require.NoError(t, err)
		if truncated {
			p = p.Truncated()
		}
		data, err := json.Marshal(p)
		require.NoError(t, err)
		var read quantity.Printed
		require.NoError(t, json.Unmarshal(data, &read))
		assert.Equal(t, p, read, string(data))
	}
	data, err := json.Marshal(quantity.Printed{})
	require.NoError(t, err)
	assert.Equal(t, "null", string(data))
	read, err := quantity.ParsePrinted("1", quantity.Percent)
	require.NoError(t, err)
	require.NoError(t, json.Unmarshal(data, &read))
	assert.True(t, read.IsZero())
	for _, bad := range []string{`{"number":"1e3","unit":"percent"}`, `{"number":"1","unit":"none of them"}`, `"99.1"`, `{"number":"1.1234567","unit":"percent"}`} {
		before := read
		assert.Error(t, json.Unmarshal([]byte(bad), &read), bad)
		assert.Equal(t, before, read)
	}
}
