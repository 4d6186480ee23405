package indicators_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/eduplan/tonghua/indicators"
)

const (
	noEducation  = indicators.Education(indicators.InvalidWord)
	noSchoolKind = indicators.SchoolKind(indicators.InvalidWord)
)

// The table of GB/T 4658-2006: in every stage the first code is completion
// (毕业), the second 结业, the third 肄业.
func TestCodesOfAttainment(t *testing.T) {
	completed := map[string]indicators.Education{
		"11": indicators.Doctor, "14": indicators.Master, "21": indicators.Bachelor, "31": indicators.College,
		"41": indicators.SeniorHighEducation, "44": indicators.SeniorHighEducation, "47": indicators.SeniorHighEducation,
		"61": indicators.SeniorHighEducation, "71": indicators.JuniorHighEducation, "81": indicators.PrimaryEducation,
	}
	for n := range 100 {
		code := fmt.Sprintf("%02d", n)
		want, ok := completed[code]
		if !ok {
			want = noEducation
		}
		assert.Equal(t, want, indicators.ParseEducation(code), "code %s", code)
	}
}

func TestCodesThatSayNoCompletedLevel(t *testing.T) {
	for code, meaning := range map[string]string{
		"12": "doctor, not graduated (结业)", "13": "doctor, left (肄业)",
		"15": "master, not graduated (结业)", "16": "master, left (肄业)",
		"17": "a graduate class, which is a reading of the rule", "18": "graduate class, not graduated", "19": "graduate class, left",
		"22": "bachelor, not graduated (结业)", "23": "bachelor, left (肄业)", "28": "普通班, a reading of the rule",
		"32": "college, not graduated (结业)", "33": "college, left (肄业)",
		"42": "中专 not graduated", "62": "senior high not graduated", "72": "junior high, left", "82": "primary, left",
		"10": "the graduate stage, whatever became of it", "20": "the bachelor stage", "30": "the college stage",
		"40": "the vocational stage", "60": "the senior stage", "70": "the junior stage", "80": "the primary stage",
		"90": "other", "1": "a table of another province", "01": "a table of another standard",
	} {
		assert.Equal(t, noEducation, indicators.ParseEducation(code), "%s: %s", code, meaning)
	}
}

func TestLevelsOfEducationAsStaffTablesWriteThem(t *testing.T) {
	for text, want := range map[string]indicators.Education{
		"博士研究生毕业": indicators.Doctor, "博士": indicators.Doctor,
		"硕士研究生毕业": indicators.Master, "硕士": indicators.Master,
		"大学本科毕业": indicators.Bachelor, "本科毕业": indicators.Bachelor, "大学本科": indicators.Bachelor, "Bachelor": indicators.Bachelor,
		"大学专科毕业": indicators.College, "专科毕业": indicators.College, "大专毕业": indicators.College, "专科": indicators.College,
		"中等专科毕业": indicators.SeniorHighEducation, "职业高中毕业": indicators.SeniorHighEducation,
		"技工学校毕业": indicators.SeniorHighEducation, "普通高中毕业": indicators.SeniorHighEducation, "中师": indicators.SeniorHighEducation,
		"初级中学毕业": indicators.JuniorHighEducation, "初中毕业": indicators.JuniorHighEducation, "小学毕业": indicators.PrimaryEducation,
		"文盲": indicators.NoSchooling,
	} {
		assert.Equal(t, want, indicators.ParseEducation(text), text)
	}
	for _, text := range []string{"大学本科结业", "本科肄业", "研究生班", "研究生班毕业", "大学普通班毕业", "学士", "其他", "本科在读"} {
		assert.Equal(t, noEducation, indicators.ParseEducation(text), "%s completes no level of the list", text)
	}
}

// The table of GB/T 33782-2017 with the codes of special schools.
func TestCodesOfSchoolKinds(t *testing.T) {
	kinds := map[string]indicators.SchoolKind{
		"111": indicators.KindergartenSchool,
		"211": indicators.PrimarySchool, "218": indicators.TeachingPoint,
		"311": indicators.JuniorHighSchool, "312": indicators.NineYearSchool,
		"341": indicators.CompleteSecondarySchool, "342": indicators.SeniorHighSchool, "345": indicators.TwelveYearSchool,
		"361": indicators.VocationalSchool, "362": indicators.VocationalSchool, "363": indicators.VocationalSchool,
		"364": indicators.VocationalSchool, "365": indicators.VocationalSchool, "366": indicators.VocationalSchool,
		"511": indicators.SpecialSchool, "512": indicators.SpecialSchool, "513": indicators.SpecialSchool, "514": indicators.SpecialSchool,
	}
	for n := 100; n < 1000; n++ {
		code := fmt.Sprint(n)
		want, ok := kinds[code]
		if !ok {
			want = noSchoolKind
		}
		assert.Equal(t, want, indicators.ParseSchoolKind(code), "code %s", code)
	}
	for code, meaning := range map[string]string{
		"119": "附设幼儿班", "219": "附设小学班", "319": "附设初中班", "349": "附设高中班", "321": "职业初中",
	} {
		assert.Equal(t, noSchoolKind, indicators.ParseSchoolKind(code), "%s %s is none of the kinds", code, meaning)
		assert.Equal(t, noSchoolKind, indicators.ParseSchoolKind(meaning))
	}
}

func TestKindsOfSchoolsAsRegistersWriteThem(t *testing.T) {
	for text, want := range map[string]indicators.SchoolKind{
		"幼儿园": indicators.KindergartenSchool, "小学": indicators.PrimarySchool, "小学教学点": indicators.TeachingPoint,
		"初级中学": indicators.JuniorHighSchool, "九年一贯制": indicators.NineYearSchool, "完全中学": indicators.CompleteSecondarySchool,
		"高级中学": indicators.SeniorHighSchool, "十二年一贯制": indicators.TwelveYearSchool,
		"调整后中等职业学校": indicators.VocationalSchool, "中等技术学校": indicators.VocationalSchool, "中等师范学校": indicators.VocationalSchool,
		"成人中等专业学校": indicators.VocationalSchool, "职业高中学校": indicators.VocationalSchool, "技工学校": indicators.VocationalSchool,
		"盲人学校": indicators.SpecialSchool, "聋人学校": indicators.SpecialSchool, "培智学校": indicators.SpecialSchool,
	} {
		assert.Equal(t, want, indicators.ParseSchoolKind(text), text)
	}
}

func TestCodesOfLocality(t *testing.T) {
	places := map[string]indicators.Locality{
		"11": indicators.Urban, "111": indicators.Urban, "112": indicators.Urban,
		"12": indicators.Town, "121": indicators.Town, "122": indicators.Town, "123": indicators.Town,
		"2": indicators.Rural, "210": indicators.Rural, "220": indicators.Rural,
	}
	for n := range 1000 {
		code := fmt.Sprint(n)
		want, ok := places[code]
		if !ok {
			want = indicators.InvalidWord
		}
		assert.Equal(t, want, indicators.ParseLocality(code), "code %s", code)
	}
	for text, want := range map[string]indicators.Locality{
		"主城区": indicators.Urban, "城乡结合区": indicators.Urban, "镇中心区": indicators.Town, "镇乡结合区": indicators.Town,
		"特殊区域": indicators.Town, "乡中心区": indicators.Rural, "村庄": indicators.Rural, "农村": indicators.Rural,
		"城镇": indicators.InvalidWord, // town and city at once
	} {
		assert.Equal(t, want, indicators.ParseLocality(text), text)
	}
}

func TestAnswersAsColumnsWriteThem(t *testing.T) {
	for text, want := range map[string]indicators.Answer{
		"1": indicators.Yes, "true": indicators.Yes, "T": indicators.Yes, "Y": indicators.Yes, "有": indicators.Yes,
		"0": indicators.No, "false": indicators.No, "F": indicators.No, "N": indicators.No, "无": indicators.No, "没有": indicators.No,
		"2": indicators.InvalidWord, "10": indicators.InvalidWord, "是否": indicators.InvalidWord,
	} {
		assert.Equal(t, want, indicators.ParseAnswer(text), text)
	}
}

func TestAStageIsNotTheLevelAboveIt(t *testing.T) {
	assert.Equal(t, indicators.SeniorHigh, indicators.ParseStage("高中"))
	assert.Equal(t, indicators.SeniorSecondary, indicators.ParseStage("高中阶段"), "vocational schools included")
	assert.Equal(t, indicators.Vocational, indicators.ParseStage("中职"))
	assert.Equal(t, indicators.VocationalCollege, indicators.ParseStage("高职"))
}

func TestAFitnessScoreIsNoGrade(t *testing.T) {
	for _, score := range []string{"0", "59.9", "60", "90"} {
		assert.EqualValues(t, indicators.InvalidWord, indicators.ParseFitness(score))
	}
}

func TestNoTitleIsNotAnUnknownTitle(t *testing.T) {
	assert.Equal(t, indicators.NoTier, indicators.ParseTier("无"))
	assert.Equal(t, indicators.NoTier, indicators.ParseTier("未认定"))
	assert.Zero(t, indicators.ParseTier(strings.Repeat(" ", 3)))
}
