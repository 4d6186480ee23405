package quantity_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators/quantity"
)

func TestParseCount(t *testing.T) {
	for _, c := range []struct {
		name, text string
		steps      uint64
		fault      quantity.Fault
	}{
		{"digits are read", "41230", 41230, quantity.NoFault},
		{"leading zeros are read", "0007", 7, quantity.NoFault},
		{"spaces around are a clerk's habit", " \t41230\n", 41230, quantity.NoFault},
		{"an ideographic space around is one too", "\u300041230\u3000", 41230, quantity.NoFault},
		{"zeros after the point are no fraction", "12.000", 12, quantity.NoFault},
		{"minus nought is nought", "-0", 0, quantity.NoFault},
		{"2^63-1 is the largest", "9223372036854775807", 9223372036854775807, quantity.NoFault},
		{"a half pupil is refused", "0.5", 0, quantity.NotWhole},
		{"minus one is refused", "-1", 0, quantity.Negative},
		{"a negative fraction is refused as a fraction", "-1.5", 0, quantity.NotWhole},
		{"2^63 is refused", "9223372036854775808", 0, quantity.TooLarge},
		{"a number of forty digits is refused", strings.Repeat("9", 40), 0, quantity.TooLarge},
		{"two minuses do not cancel out", "--0", 0, quantity.Unreadable},
		{"two minuses are not negative either", "--5", 0, quantity.Unreadable},
		{"a plus is not read", "+5", 0, quantity.Unreadable},
		{"a point needs digits after it", "5.", 0, quantity.Unreadable},
		{"a point needs digits before it", ".5", 0, quantity.Unreadable},
		{"two points are refused", "1.0.0", 0, quantity.Unreadable},
		{"separators of thousands are read", "41,230", 41230, quantity.NoFault},
		{"millions have two of them", "1,041,230", 1041230, quantity.NoFault},
		{"spaces may separate as well", "41 230", 41230, quantity.NoFault},
		{"so may spaces that do not break", "41\u00a0230", 41230, quantity.NoFault},
		{"a full-width comma is one", "41，230", 41230, quantity.NoFault},
		{"full-width digits are digits", "４１", 41, quantity.NoFault},
		{"a character without width is nothing", "41\u200b230\ufeff", 41230, quantity.NoFault},
		{"a measure word may follow", "58人", 58, quantity.NoFault},
		{"another one too, behind a space", "3 所", 3, quantity.NoFault},
		{"groups of two are no thousands", "12,34", 0, quantity.Unreadable},
		{"a group of four is none", "1,2345", 0, quantity.Unreadable},
		{"groups are parted throughout", "1,234567", 0, quantity.Unreadable},
		{"separators are not mixed", "1,234 567", 0, quantity.Unreadable},
		{"a first group of nought is none", "0,123", 0, quantity.Unreadable},
		{"a separator needs digits before it", ",123", 0, quantity.Unreadable},
		{"a fraction has no groups", "1.234,567", 0, quantity.Unreadable},
		{"ten thousands are not multiplied out", "4.5万", 0, quantity.Unreadable},
		{"about is no number", "约58人", 0, quantity.Unreadable},
		{"a sign of suppression is no number", "*", 0, quantity.Unreadable},
		{"neither is another one", "c", 0, quantity.Unreadable},
		{"nor dots", "…", 0, quantity.Unreadable},
		{"an exponent is not read", "1e3", 0, quantity.Unreadable},
		{"hexadecimals are not read", "0x10", 0, quantity.Unreadable},
		{"underscores are not read", "1_000", 0, quantity.Unreadable},
		{"words are not read", "many", 0, quantity.Unreadable},
		{"a unit that counts nothing is not read", "5学时", 0, quantity.Unreadable},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := quantity.ParseCount(c.text)
			checkFact(t, got, c.steps, c.fault)
			if c.fault == quantity.NoFault {
				require.NoError(t, err)
				return
			}
			assert.ErrorIs(t, err, c.fault)
			checkQuotes(t, err, c.text)
		})
	}
}

func TestParseMeasures(t *testing.T) {
	for _, c := range []struct {
		name, text string
		steps      uint64
		fault      quantity.Fault
	}{
		{"a whole number is read", "72", 7200, quantity.NoFault},
		{"one decimal is read", "72.5", 7250, quantity.NoFault},
		{"two decimals are read", "72.05", 7205, quantity.NoFault},
		{"zeros beyond are no precision", "72.5000000", 7250, quantity.NoFault},
		{"spaces around are dropped", "  0.01 ", 1, quantity.NoFault},
		{"minus nought is nought", "-0.00", 0, quantity.NoFault},
		{"the largest is read", "92233720368547758.07", 9223372036854775807, quantity.NoFault},
		{"one hundredth more is refused", "92233720368547758.08", 0, quantity.TooLarge},
		{"one whole more is refused", "92233720368547759", 0, quantity.TooLarge},
		{"a number of forty digits is refused", strings.Repeat("9", 40) + ".5", 0, quantity.TooLarge},
		{"three decimals are refused", "0.005", 0, quantity.TooPrecise},
		{"a third is refused", "0.3333333333333333", 0, quantity.TooPrecise},
		{"-0.01 is refused", "-0.01", 0, quantity.Negative},
		{"two minuses do not cancel out", "--0.01", 0, quantity.Unreadable},
		{"a sign after the point is refused", "1.-5", 0, quantity.Unreadable},
		{"a decimal comma is refused", "72,5", 0, quantity.Unreadable},
	} {
		t.Run(c.name, func(t *testing.T) {
			for _, m := range measuredTypes() {
				got, err := m.parse(c.text)
				checkFact(t, got, c.steps, c.fault)
				if c.fault == quantity.NoFault {
					require.NoError(t, err)
					continue
				}
				assert.ErrorIs(t, err, c.fault)
				checkQuotes(t, err, c.text)
			}
		})
	}
}

func TestALongTextIsRefusedLikeAShortOneAndQuotedInPart(t *testing.T) {
	_, err := quantity.ParseCount(strings.Repeat("-", 1_000_000) + "1")
	require.ErrorIs(t, err, quantity.Unreadable)
	assert.Less(t, len(err.Error()), 300)
}

func TestAnEmptyCellIsUnknown(t *testing.T) {
	for _, text := range []string{"", "   ", "\t\n", "\u3000"} {
		count, err := quantity.ParseCount(text)
		require.NoError(t, err)
		assert.Zero(t, count, "nobody has said: %q", text)
		hours, err := quantity.ParseHours(text)
		require.NoError(t, err)
		assert.Zero(t, hours)
		money, err := quantity.ParseMoney(text)
		require.NoError(t, err)
		assert.Zero(t, money)
	}
}
