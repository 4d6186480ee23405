package main

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules/tonghua"
)

const seniorMaster = `高中硕士以上学历教师占比（senior-master）
条款：三（十）第3段，原文用语“硕士研究生以上”
要求：高中教师中具有硕士研究生以上学历的达到12%以上
类型：目标
约束力：必须（系推定）
判定对象：全市
期限：2025年12月31日前，文中明示
数字出处：
  - 12%：文中明示
如何认定：按记录全量计算
计量形式：占比
计量内容：教师（任教学段为普通高中）中学历为硕士研究生或博士研究生的占比
读取的字段（对象：教师，teacher）：
  - 任教学段（stage，确定范围）：学前教育、小学、初中、普通高中、中等职业教育、高等职业教育、特殊教
    育、高中阶段
  - 学历（education，判定条件）：未上过学、小学毕业、初中毕业、高中阶段毕业、大专、本科、硕士研究
    生、博士研究生
条文的不同理解：
  - 【以此为准】全体教师，以毕业学历为准（all-teachers）。规划写的是教师和学历，没有限定专任，也没有
    提到学位。
  - 仅专任教师，以毕业学历为准（full-time）：高中专任教师中具有硕士研究生以上学历的达到12%以上。兼课
    和代课教师不计入分母，与教育部统计口径一致。
  - 仅有硕士学位的也计入（degree-counts）：高中教师中具有硕士研究生学历或硕士学位的达到12%以上。在职
    取得学位而没有研究生学历的教师也计入，比例可能上升。
`

const incubation = `Technical guidance, incubation and open running (technical-incubation)
clause: Part 3, section 6, paragraph 3, where the text says “技术指导孵化”
required: technical guidance and incubation; open running with industry; better service to the
    regional economy
kind: commitment
strength: must (inferred)
falls on: each school
due: by 31 December 2025, no date in the text, end of the plan
how it is answered: attested by evidence
what has to be shown, and what is accepted for it:
  - technical guidance and incubation: assessment report (within the plan period)
  - open running with industry: assessment report (of the current or the last year)
  - better service to the regional economy: assessment report (within the plan period)
`

func TestARuleIsShownWithAllThatBelongsToIt(t *testing.T) {
	assert.Equal(t, seniorMaster, wants(t, "rule", "senior-master"))
	assert.Equal(t, incubation, wants(t, "rule", "technical-incubation", "-lang", "en"), "one that evidence answers")
}

func TestWhatARuleHasBesideIsShownToo(t *testing.T) {
	for _, c := range []struct{ name, rule, zh, en string }{
		{"a measure of a part", "ethnic-small-classes", "只计量一部分：班级人数；教学方式没有计量；结果可能高于实际", "measured in part: "},
		{"a parameter that nobody has set", "ethnic-small-classes", "  - 小班人数上限（small-class）：未设定，设定之前凡用到它的都无法判定", "(small-class): not set; until it is"},
		{"a parameter that is set", "rural-allowance", "（none）：0元（按惯例）", "(none): 0 yuan (by convention)"},
		{"what is odd in the text", "rural-allowance", "  - 未作规定：原文写“长期”，没有写明年数。", "what is odd in the text:"},
		{"a baseline", "preschool-gross-enrolment", "  - 学前教育毛入园率：等于90%，2020年12月31日（系推定）", "90 %, 31 December 2020 (inferred)"},
		{"a reading that is not computed", "upgrade-under-45", "没有入学日期或入学时的年龄，无法核对。", "readings of the text:"},
		{"a statement that demands nothing", "plan-basis", "规则：没有，这项内容不提要求", "rule: none: nothing is demanded here"},
	} {
		t.Run(c.name, func(t *testing.T) {
			assert.Contains(t, wants(t, "rule", c.rule), c.zh)
			assert.Contains(t, wants(t, "rule", c.rule, "-lang", "en"), c.en)
		})
	}
}

// Whatever stands behind a label, in brackets or after a colon is there.
func TestEveryRuleOfTheBookIsShownInBothLanguagesWithoutEmptyParts(t *testing.T) {
	for _, v := range tonghua.All() {
		for _, lang := range []string{"zh", "en"} {
			out := wants(t, "rule", string(v.ID()), "-lang", lang)
			for _, empty := range []string{"（）", "()", "“”", "：；", ": ;", "（，", "(, ", "：\n  -  ", "unset", "%!", "，，", "。。", "\n\n", "  \n", "： ", "；）"} {
				assert.NotContains(t, out, empty, "%s", v.ID())
			}
			lines := strings.Split(strings.TrimSuffix(out, "\n"), "\n")
			for i, line := range lines {
				heading := strings.HasSuffix(line, "：") || strings.HasSuffix(line, ":")
				if heading && !strings.HasPrefix(line, " ") {
					assert.True(t, i+1 < len(lines) && strings.HasPrefix(lines[i+1], "  "), "%s: nothing below %q", v.ID(), line)
				}
				if strings.HasPrefix(line, "  - ") {
					assert.False(t, heading && (i+1 == len(lines) || !strings.HasPrefix(lines[i+1], "    ")), "%s: nothing behind %q", v.ID(), line)
				}
			}
			assert.Equal(t, v.Form() != indicators.EvidenceForm, strings.Contains(out, map[string]string{"zh": "\n读取的字段", "en": "\nfields read"}[lang]), "%s", v.ID())
		}
	}
}

func TestEveryStatementOfThePlanIsFound(t *testing.T) {
	for s := range plan.Tonghua().All() {
		assert.Contains(t, wants(t, "rule", string(s.ID)), s.Name.ZH)
	}
}

func TestTheListOfRulesIsNarrowedBySubjectAndText(t *testing.T) {
	whole := wants(t, "rule")
	assert.Equal(t, len(tonghua.All())+1, strings.Count(whole, "\n"))
	assert.Contains(t, whole, "高中硕士以上学历教师占比（三（十）第3段，教师）\n")
	assert.Contains(t, whole, "共304条规则")
	for _, subject := range []string{"teacher", "教师", "teachers"} {
		assert.Equal(t, len(tonghua.Teachers())+1, strings.Count(wants(t, "rule", "-subject", subject), "\n"))
	}
	assert.Equal(t, len(tonghua.ByEvidence())+1, strings.Count(wants(t, "rule", "-subject", "evidence"), "\n"))
	for _, text := range []string{"硕士研究生", "MASTER-LEVEL", "senior-master"} {
		assert.Contains(t, wants(t, "rule", "-find", text), "senior-master ")
	}
	assert.Equal(t, "0 rules; to see one: tonghua rule ID\n", wants(t, "rule", "-find", "nowhere", "-lang", "en"))
}
