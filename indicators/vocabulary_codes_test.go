package indicators_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/quantity"
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
		"61": indicators.SeniorHighEducation, "71": indicators.JuniorHighEducation, "81": indicators.PrimaryEducation, "90": indicators.OtherWord,
	}
	testCodes(t, indicators.AttainmentCodes2006, completed, 100)
	assert.Len(t, indicators.AttainmentCodes2006.Rows(), 40)
}

func TestCodesOfAttainmentOf1984(t *testing.T) {
	testCodes(t, indicators.AttainmentCodes1984, map[string]indicators.Education{
		"11": indicators.Master, "21": indicators.Bachelor, "31": indicators.College, "41": indicators.SeniorHighEducation, "42": indicators.SeniorHighEducation,
		"51": indicators.SeniorHighEducation, "61": indicators.SeniorHighEducation, "62": indicators.SeniorHighEducation, "63": indicators.SeniorHighEducation,
		"71": indicators.JuniorHighEducation, "72": indicators.JuniorHighEducation, "73": indicators.JuniorHighEducation, "81": indicators.PrimaryEducation, "90": indicators.NoSchooling,
	}, 100)
}

// testCodes holds a table against another one; a parser that is told the table reads the
// same, and one that is told none refuses each.
func testCodes[V indicators.Word](t *testing.T, table indicators.Codes[V], want map[string]V, end int) {
	t.Helper()
	assert.True(t, table.Name().Complete() && table.Source().Complete())
	words, told := indicators.ParserOf[V](), indicators.ParserOf[V]().Codes(table)
	for n := range end {
		for _, code := range []string{fmt.Sprint(n), fmt.Sprintf("%02d", n)} {
			v, ok := want[code]
			if !ok {
				v = indicators.InvalidWord
			}
			assert.Equal(t, v, table.Parse(code), "code %s", code)
			assert.Equal(t, v, told.Parse(" "+code), "code %s", code)
			assert.EqualValues(t, indicators.InvalidWord, words.Parse(code), "code %s", code)
		}
	}
	for _, row := range table.Rows() {
		_, err := table.Read(row.Code)
		if row.Value == indicators.InvalidWord {
			assert.ErrorIs(t, err, quantity.UnknownWord)
			assert.ErrorContains(t, err, row.Means, "it says what the code means")
			continue
		}
		assert.NoError(t, err)
		if in, has := words.Read(row.Means); has == nil {
			assert.Equal(t, row.Value, in, "%s: what the table calls it is read as the same", row.Means)
		}
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
	for _, text := range []string{"大学本科结业", "本科肄业", "研究生班", "研究生班毕业", "大学普通班毕业", "学士", "本科在读"} {
		assert.Equal(t, noEducation, indicators.ParseEducation(text), "%s completes no level of the list", text)
	}
}

// The table of GB/T 33782-2017 with the codes of special schools and those of schools of a
// minority.
func TestCodesOfSchoolKinds(t *testing.T) {
	kinds := map[string]indicators.SchoolKind{
		"111": indicators.KindergartenSchool, "112": indicators.KindergartenSchool,
		"211": indicators.PrimarySchool, "212": indicators.PrimarySchool, "218": indicators.TeachingPoint,
		"311": indicators.JuniorHighSchool, "313": indicators.JuniorHighSchool, "312": indicators.NineYearSchool, "314": indicators.NineYearSchool,
		"341": indicators.CompleteSecondarySchool, "343": indicators.CompleteSecondarySchool, "342": indicators.SeniorHighSchool, "344": indicators.SeniorHighSchool,
		"345": indicators.TwelveYearSchool,
		"361": indicators.VocationalSchool, "362": indicators.VocationalSchool, "363": indicators.VocationalSchool,
		"364": indicators.VocationalSchool, "365": indicators.VocationalSchool, "366": indicators.VocationalSchool,
		"414": indicators.VocationalCollegeSchool, "415": indicators.VocationalCollegeSchool,
		"511": indicators.SpecialSchool, "512": indicators.SpecialSchool, "513": indicators.SpecialSchool, "514": indicators.SpecialSchool,
	}
	for _, code := range strings.Fields("221 222 321 322 331 332 351 352 369 371 411 412 413 419 421 422 423 424 425 426 429 911 921 931 932 933") {
		kinds[code] = indicators.OtherWord
	}
	testCodes(t, indicators.SchoolKindCodes, kinds, 1000)
	for code, meaning := range map[string]string{"119": "附设幼儿班", "219": "附设小学班", "319": "附设初中班", "349": "附设高中班"} {
		assert.Equal(t, noSchoolKind, indicators.SchoolKindCodes.Parse(code), "%s %s is none of the kinds", code, meaning)
		assert.Equal(t, noSchoolKind, indicators.ParseSchoolKind(meaning))
	}
	assert.EqualValues(t, indicators.OtherWord, indicators.ParseSchoolKind("职业初中"))
}

func TestGradesOfDisabilityAndTruthValuesHaveCodes(t *testing.T) {
	testCodes(t, indicators.DisabilityGradeCodes, map[string]indicators.Disability{"1": indicators.ProfoundDisability, "2": indicators.SevereDisability,
		"3": indicators.ModerateDisability, "4": indicators.MildDisability}, 20)
	testCodes(t, indicators.TruthCodes, map[string]indicators.Answer{"1": indicators.Yes, "0": indicators.No}, 20)
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
		"11": indicators.Urban, "110": indicators.Urban, "120": indicators.Town, "200": indicators.Rural, "111": indicators.Urban, "112": indicators.Urban,
		"12": indicators.Town, "121": indicators.Town, "122": indicators.Town, "123": indicators.Town,
		"2": indicators.Rural, "210": indicators.Rural, "220": indicators.Rural,
	}
	testCodes(t, indicators.LocalityCodes, places, 1000)
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
		"1.0": indicators.Yes, "true": indicators.Yes, "T": indicators.Yes, "Y": indicators.Yes, "有": indicators.Yes,
		"0.0": indicators.No, "false": indicators.No, "F": indicators.No, "N": indicators.No, "无": indicators.No, "没有": indicators.No,
		"1": indicators.InvalidWord, "0": indicators.InvalidWord, "2.0": indicators.InvalidWord, "10": indicators.InvalidWord, "是否": indicators.InvalidWord,
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
