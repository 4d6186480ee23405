package report_test

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/examples/city/registers"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules/report"
)

// cityReport is a report on the whole plan with six counties.
func cityReport(t *testing.T) *report.Report {
	t.Helper()
	city, err := registers.New(registers.Config{Year: 2025, Unknown: 3, Invalid: 1})
	require.NoError(t, err)
	v, err := city.Evaluate()
	require.NoError(t, err)
	return grouped(t, plan.Tonghua(), atEnd, v.Areas, v.Whole...)
}

func TestAReportTravelsAsJSONAndSaysEachTextOnce(t *testing.T) {
	r := cityReport(t)
	data, err := json.Marshal(r)
	require.NoError(t, err)
	assert.Less(t, len(data), 3_000_000, "at most 3 MB with six counties")
	var back report.Report
	require.NoError(t, json.Unmarshal(data, &back))
	again, err := json.Marshal(&back)
	require.NoError(t, err)
	assert.JSONEq(t, string(data), string(again))
	groups := 0
	rows := map[plan.ID]*report.Row{}
	for row := range back.All() {
		rows[row.Statement] = row
	}
	for row := range r.All() {
		other := rows[row.Statement]
		require.Equal(t, len(row.Groups), len(other.Groups))
		for i, g := range row.Groups {
			groups++
			require.True(t, g.Result.Equal(other.Groups[i].Result), "%s, %s:\n%#v\n%#v", row.Statement, g.Name, g.Result, other.Groups[i].Result)
		}
	}
	assert.Greater(t, groups, 300)

	var raw struct {
		Parts []struct {
			Sections []struct {
				Rows []struct {
					Groups []struct {
						Result map[string]any `json:"result"`
					} `json:"groups"`
				} `json:"rows"`
			} `json:"sections"`
		} `json:"parts"`
	}
	require.NoError(t, json.Unmarshal(data, &raw))
	for _, p := range raw.Parts {
		for _, s := range p.Sections {
			for _, row := range s.Rows {
				for _, g := range row.Groups {
					assert.NotContains(t, g.Result, "demand", "the demand stands at the statement")
					assert.NotContains(t, g.Result, "citation")
					assert.Contains(t, g.Result, "said")
				}
			}
		}
	}
}

func TestTheCompactFormHasFiguresAndNoTexts(t *testing.T) {
	r := cityReport(t)
	data, err := r.Compact()
	require.NoError(t, err)
	assert.Less(t, len(data), 1_000_000, "at most 1 MB with six counties")
	assert.NotRegexp(t, `"zh"|"en"`, string(data))
	assert.Contains(t, string(data), `"statement":"senior-master"`)
	assert.Contains(t, string(data), `"breach":true`)
}

func TestAGroupWithoutAStatementsResultIsWhole(t *testing.T) {
	r := grouped(t, plan.Tonghua(), atEnd, []report.Named{{Name: "东昌区", Results: senior(t, in2024, 930)}})
	data, err := json.Marshal(r)
	require.NoError(t, err)
	var back report.Report
	require.NoError(t, json.Unmarshal(data, &back))
	was, is := rowOf(t, r, plan.SeniorGrossEnrolment), rowOf(t, &back, plan.SeniorGrossEnrolment)
	require.Nil(t, is.Result)
	require.Len(t, is.Groups, 1)
	assert.True(t, was.Groups[0].Result.Equal(is.Groups[0].Result))
	assert.Error(t, json.Unmarshal([]byte(`{"parts":[{"sections":[{"rows":[{"groups":[{"name":"x","result":7}]}]}]}]}`), &back))
}
