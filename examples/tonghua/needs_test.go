package main

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules"
	"github.com/eduplan/tonghua/rules/tonghua"
)

func TestFieldsAreHeldByKeyOrByTheirChineseNames(t *testing.T) {
	want := wants(t, "needs", "-have", "teacher.stage,teacher.education")
	assert.Contains(t, want, "可全部计算3项，")
	for _, list := range []string{"teacher.stage,education", "教师.任教学段，学历", " teacher.stage , 学历 ,"} {
		assert.Equal(t, want, wants(t, "needs", "-have", list))
	}
	assert.Contains(t, wants(t, "needs", "-have", ""), "可全部计算0项", "no field at all")
}

func TestTheFieldsThatHelpMostAreNamed(t *testing.T) {
	assert.Contains(t, wants(t, "needs", "-have", "teacher.stage"), "\nteacher.backbone（骨干教师级别）：补上即可判定7项，")
	assert.Contains(t, wants(t, "needs", "-have", "teacher.stage", "-lang", "en"), "teacher.education (level of education): 3 by itself")
}

func TestOnRequestEachStatementIsListedWithWhatItLacks(t *testing.T) {
	out := wants(t, "needs", "-have", "teacher.stage", "-all")
	assert.Contains(t, out, "  - senior-master　高中硕士以上学历教师占比（三（十）第3段），缺 teacher.education（学历）\n")
	assert.Contains(t, out, "\n凭佐证认定（158）：\n")
	assert.Equal(t, len(tonghua.All()), strings.Count(out, "\n  - "), "each once")
}

func TestCoverageAsDataIsThatOfTheLibrary(t *testing.T) {
	var got rules.Coverage
	require.NoError(t, json.Unmarshal([]byte(wants(t, "needs", "-have", "teacher.stage,education", "-as", "json")), &got))
	want, err := rules.Cover(tonghua.All(), rules.FieldName{Subject: "teacher", Field: "stage"}, rules.FieldName{Subject: "teacher", Field: "education"})
	require.NoError(t, err)
	assert.Equal(t, want, got)
	assert.Contains(t, got.Answered, plan.SeniorMaster)
}
