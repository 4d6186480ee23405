package main

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestAClosedListIsShownWithItsTermsAndOtherTexts(t *testing.T) {
	assert.Equal(t, `学生的体质健康等级（pupil.fitness）
取值（体质健康等级）：
  - fail：不及格，fail；也可写：不合格
  - pass：及格，pass；也可写：合格
  - good：良好，good；也可写：良
  - excellent：优秀，excellent；也可写：优
  - other：其他，other；也可写：其它
不在表中的文字：不作猜测，记为无效并报告；空白、“-”“/”“NULL”等视为未知
`, wants(t, "vocab", "fitness"))
	assert.Contains(t, wants(t, "vocab", "teacher.education", "-lang", "en"), "  - college: 大专, junior college; also read: 专科, 大学专科")
}

func TestAFieldIsFoundByKeyOrNameWithOrWithoutItsSubject(t *testing.T) {
	for _, name := range []string{"education", "teacher.education", "学历", "教师.学历", "teachers.level of education", "Education"} {
		assert.True(t, strings.HasPrefix(wants(t, "vocab", name), "教师的学历（teacher.education）\n"), name)
	}
}

func TestListsThatShareANameAreEachShownOnce(t *testing.T) {
	stages := wants(t, "vocab", "stage")
	for _, f := range []string{"class.stage", "grade.stage", "pupil.stage", "teacher.stage"} {
		assert.Contains(t, stages, "（"+f+"）\n")
	}
	assert.Equal(t, 1, strings.Count(stages, "取值（学段）"), "four fields of one list")
	kinds := wants(t, "vocab", "kind")
	for _, list := range []string{"小区类型", "评选类别", "办学类型"} {
		assert.Equal(t, 1, strings.Count(kinds, "取值（"+list+"）"))
	}
}

func TestTablesOfCodesAreNamedWithTheirSourceAndRows(t *testing.T) {
	out := wants(t, "vocab", "education")
	for _, line := range []string{
		"填代码的列可指明用学历代码（2006）（GB/T 4658-2006 学历代码；Go 程序中写",
		"  - 14 硕士研究生毕业：识别为硕士研究生（master）\n", "  - 90 其他：识别为其他（other）\n",
		"不识别，因为不对应表中任何一项：10 研究生教育、", "indicators.AttainmentCodes1984",
	} {
		assert.Contains(t, out, line)
	}
	assert.Contains(t, wants(t, "vocab", "dual_qualified", "-lang", "en"), "indicators.TruthCodes):\n  - 1 真: yes (yes)\n  - 0 假: no (no)\n")
}

// The library lists its tables nowhere but in its source.
func TestNoTableOfCodesIsForgotten(t *testing.T) {
	source, err := os.ReadFile("../../indicators/codetables.go")
	require.NoError(t, err)
	found := regexp.MustCompile(`(?m)^var (\w+) = Codes\[`).FindAllStringSubmatch(string(source), -1)
	require.NotEmpty(t, found)
	known := map[string]bool{}
	for _, table := range codeTables() {
		known[table.called] = true
	}
	for _, one := range found {
		assert.True(t, known[one[1]], one[1])
	}
	assert.Len(t, known, len(found))
}

func TestANumberSaysItsUnitAndWhichTextsAreRead(t *testing.T) {
	assert.Equal(t, `教师的本周期培训学时（teacher.training_hours）
填写：数字，最多两位小数，单位：学时
例如，能识别：12　12.5　1200　1,200　１２　12学时
不能识别：十二　约12　-12
`, wants(t, "vocab", "training_hours"))
	for _, s := range all {
		for _, f := range s.view().FieldViews() {
			name := s.view().Key() + "." + f.Key
			zh, en := wants(t, "vocab", name), wants(t, "vocab", name, "-lang", "en")
			assert.Contains(t, zh, f.Label.ZH)
			assert.Contains(t, en, f.Label.EN)
			if f.Words == nil {
				assert.Contains(t, zh, "填写：", name)
				assert.Contains(t, zh, "能识别：", name)
				assert.Contains(t, en, "such as, read: ", name)
			}
		}
	}
}

func TestWithoutAFieldAllClosedListsAreNamed(t *testing.T) {
	out := wants(t, "vocab")
	assert.Contains(t, out, "\n教师（teacher）：\n  - 任教学段（teacher.stage）：学段，9项取值\n")
	assert.NotContains(t, out, "training_hours")
	assert.Contains(t, wants(t, "vocab", "-lang", "en"), "(teacher.stage): stage of education, 9 terms\n")
}
