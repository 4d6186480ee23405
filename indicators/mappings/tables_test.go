package mappings_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/mappings"
	"github.com/eduplan/tonghua/indicators/pupil"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/indicators/rows"
	"github.com/eduplan/tonghua/indicators/school"
	"github.com/eduplan/tonghua/indicators/teacher"
)

func TestARosterOfStaffIsReadAsItIsExported(t *testing.T) {
	file := strings.Join([]string{
		"教职工号,姓名,教职工类别,在岗状态,任教学段,XLM,SFSSXJS,骨干教师级别,培训学时,教龄,宿舍",
		"T001,张,专任教师,在岗,高中,14,1,市级,360学时,12,3栋",
		"T002,李,工勤人员,在岗,,,,,,,",
		"T003,王,专任教师,退休,高中,21,0,无,72.5,30,",
		"T001,张,专任教师,在岗,高中,硕士,是,市级,360,12,",
		"T004,赵,专任教师,在岗,高中,99,2,某级,三百,-1,",
	}, "\n")
	list, err := mappings.Teachers().ReadCSV(strings.NewReader(file))
	require.NoError(t, err)
	read := list.Rows
	require.Len(t, read, 5)
	assert.Equal(t, teacher.Record{Stage: indicators.SeniorHigh, Education: indicators.Master, DualQualified: indicators.Yes,
		Backbone: indicators.CityTier, TrainingHours: quantity.WholeHours(360), ServiceYears: quantity.YearsOf(12)}, read[0].Record)
	assert.Equal(t, read[0].Record, read[3].Record, "words and codes mean the same")
	assert.True(t, read[1].Record.Skipped(), "a cook")
	assert.True(t, read[2].Record.Skipped(), "a pensioner")
	assert.Equal(t, []string{"宿舍"}, list.Unknown)
	var wrong []string
	for _, f := range list.Wrong {
		wrong = append(wrong, f.Column+f.Kind.String())
	}
	assert.Equal(t, []string{"double", "XLMcell", "SFSSXJScell", "骨干教师级别cell", "培训学时cell", "教龄cell"}, wrong)
	assert.EqualValues(t, 5, list.Read)
	assert.EqualValues(t, 2, list.Skipped)
	assert.EqualValues(t, 1, list.Doubled)
	assert.EqualValues(t, 1, list.Refused)
}

func TestSchoolsAndPupilsAreReadByTheirStandardNames(t *testing.T) {
	schools, err := mappings.Schools().ReadCSV(strings.NewReader("XXDM,XXMC,XXBXLXM,SZDCXLXM,接入带宽\n2105000001,一小,211,220,100\n"))
	require.NoError(t, err)
	require.Empty(t, schools.Wrong)
	assert.Equal(t, school.Record{Kind: indicators.PrimarySchool, Locality: indicators.Rural, Bandwidth: quantity.N(100)}, schools.Rows[0].Record)
	pupils, err := mappings.Pupils().ReadCSV(strings.NewReader("XJH,学段,体测等级,是否家庭经济困难,学籍状态\nG1,初中,良好,0,\nG2,初中,,,转出\n"))
	require.NoError(t, err)
	require.Empty(t, pupils.Wrong)
	assert.Equal(t, pupil.Record{Stage: indicators.JuniorHigh, Fitness: indicators.FitnessGood, InDifficulty: indicators.No}, pupils.Rows[0].Record)
	assert.True(t, pupils.Rows[1].Record.Skipped())
}

func TestACallersOwnNamesAreAdded(t *testing.T) {
	table := mappings.Teachers().With(rows.Column[teacher.Record]{Field: teacher.TrainingHours.Field, Names: []string{"学时合计"}})
	for _, header := range []string{"学时合计", "培训学时"} {
		list, err := table.ReadCSV(strings.NewReader("工号," + header + "\n1,90\n"))
		require.NoError(t, err)
		assert.Equal(t, quantity.WholeHours(90), list.Rows[0].Record.TrainingHours, header)
	}
}
