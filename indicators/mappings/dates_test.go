package mappings_test

import (
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators/mappings"
	"github.com/eduplan/tonghua/indicators/quantity"
)

func TestDatesGiveTheYearsOfTheDayOfTheData(t *testing.T) {
	table := mappings.Teachers().With(mappings.TeacherDates(quantity.DateOf(2025, time.June, 30))...)
	for _, c := range []struct {
		name, born string
		age        quantity.Count
		wrong      bool
	}{
		{"a day before the birthday", "1990-07-01", quantity.N(34), false},
		{"on the birthday", "1990/6/30", quantity.N(35), false},
		{"a month that is over", "1990年5月", quantity.N(35), false},
		{"a month to come", "1990-07", quantity.N(34), false},
		{"a month whose last day is the birthday", "1990年6月", quantity.N(35), false},
		{"nothing", "", quantity.Count{}, false},
		{"an age in a column of days", "35", quantity.Count{}, true},
		{"a number of days since 1900", "33039", quantity.Count{}, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			list, err := table.ReadCSV(strings.NewReader("工号,出生日期,从教年月\nT1," + c.born + ",2015年9月\n"))
			require.NoError(t, err)
			require.Len(t, list.Rows, 1)
			assert.Equal(t, c.wrong, len(list.Wrong) > 0, list.Wrong)
			if c.wrong {
				assert.True(t, list.Rows[0].Record.Age.Invalid())
				assert.Contains(t, list.Wrong[0].Wanted.ZH, "日期")
				return
			}
			assert.Equal(t, c.age, list.Rows[0].Record.Age)
			assert.Equal(t, quantity.N(2015), list.Rows[0].Record.AppointedYear)
		})
	}
	open := mappings.Teachers().With(mappings.TeacherDates(quantity.DateOf(2025, time.June, 15))...)
	list, err := open.ReadCSV(strings.NewReader("工号,出生日期\nT1,1990年6月\n"))
	require.NoError(t, err)
	assert.Equal(t, quantity.Count{}, list.Rows[0].Record.Age, "who was born on a day of June may be 34 or 35 on 15 June")
}
