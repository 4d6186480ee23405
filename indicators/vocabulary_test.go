package indicators_test

import (
	"encoding"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
)

// term is a value of a vocabulary with its names, written down by hand.
type term[V indicators.Word] struct {
	value       V
	key, zh, en string
}

// word is what every type of words can do.
type word interface {
	indicators.Word
	String() string
	In(bilingual.Language) string
	encoding.TextMarshaler
}

func TestVocabularies(t *testing.T) {
	testVocabulary(t, indicators.ParseAnswer, []term[indicators.Answer]{
		{indicators.Yes, "yes", "是", "yes"},
		{indicators.No, "no", "否", "no"},
	})
	testVocabulary(t, indicators.ParseEducation, []term[indicators.Education]{
		{indicators.NoSchooling, "no-schooling", "未上过学", "no schooling"},
		{indicators.PrimaryEducation, "primary", "小学毕业", "primary"},
		{indicators.JuniorHighEducation, "junior-high", "初中毕业", "junior high"},
		{indicators.SeniorHighEducation, "senior-high", "高中阶段毕业", "senior high"},
		{indicators.College, "college", "大专", "junior college"},
		{indicators.Bachelor, "bachelor", "本科", "bachelor"},
		{indicators.Master, "master", "硕士研究生", "master"},
		{indicators.Doctor, "doctor", "博士研究生", "doctor"},
	})
	testVocabulary(t, indicators.ParseFitness, []term[indicators.Fitness]{
		{indicators.FitnessFailed, "fail", "不及格", "fail"},
		{indicators.FitnessPassed, "pass", "及格", "pass"},
		{indicators.FitnessGood, "good", "良好", "good"},
		{indicators.FitnessExcellent, "excellent", "优秀", "excellent"},
	})
	testVocabulary(t, indicators.ParseHonourKind, []term[indicators.HonourKind]{
		{indicators.Honour, "honour", "评优", "honour"},
		{indicators.Selection, "selection", "选先", "selection"},
		{indicators.Promotion, "promotion", "晋升", "promotion"},
	})
	testVocabulary(t, indicators.ParseLocality, []term[indicators.Locality]{
		{indicators.Urban, "urban", "城区", "urban"},
		{indicators.Town, "town", "镇区", "town"},
		{indicators.Rural, "rural", "乡村", "rural"},
	})
	testVocabulary(t, indicators.ParseSchoolKind, []term[indicators.SchoolKind]{
		{indicators.KindergartenSchool, "kindergarten", "幼儿园", "kindergarten"},
		{indicators.TeachingPoint, "teaching-point", "教学点", "teaching point"},
		{indicators.PrimarySchool, "primary-school", "小学", "primary school"},
		{indicators.JuniorHighSchool, "junior-high-school", "初级中学", "junior high school"},
		{indicators.NineYearSchool, "nine-year-school", "九年一贯制学校", "nine-year school"},
		{indicators.CompleteSecondarySchool, "complete-secondary-school", "完全中学", "complete secondary school"},
		{indicators.SeniorHighSchool, "senior-high-school", "高级中学", "senior high school"},
		{indicators.TwelveYearSchool, "twelve-year-school", "十二年一贯制学校", "twelve-year school"},
		{indicators.VocationalSchool, "vocational-school", "中等职业学校", "secondary vocational school"},
		{indicators.VocationalCollegeSchool, "vocational-college", "高等职业学校", "vocational college"},
		{indicators.SpecialSchool, "special-school", "特殊教育学校", "special school"},
	})
	testVocabulary(t, indicators.ParseStage, []term[indicators.Stage]{
		{indicators.Preschool, "preschool", "学前教育", "preschool"},
		{indicators.Primary, "primary", "小学", "primary"},
		{indicators.JuniorHigh, "junior-high", "初中", "junior high"},
		{indicators.SeniorHigh, "senior-high", "普通高中", "senior high"},
		{indicators.Vocational, "vocational", "中等职业教育", "secondary vocational"},
		{indicators.VocationalCollege, "vocational-college", "高等职业教育", "vocational college"},
		{indicators.Special, "special", "特殊教育", "special education"},
		{indicators.SeniorSecondary, "senior-secondary", "高中阶段", "senior secondary"},
	})
	testVocabulary(t, indicators.ParseTier, []term[indicators.Tier]{
		{indicators.NoTier, "no-title", "无", "no title"},
		{indicators.SchoolTier, "school", "校级", "school level"},
		{indicators.CountyTier, "county", "县级", "county level"},
		{indicators.CityTier, "city", "市级", "city level"},
		{indicators.ProvinceTier, "province", "省级", "provincial level"},
		{indicators.NationTier, "nation", "国家级", "national level"},
	})
	testVocabulary(t, indicators.ParseAreaKind, []term[indicators.AreaKind]{
		{indicators.CountyArea, "county", "县（市、区）", "county"},
		{indicators.CityItself, "city-itself", "市本级", "the city itself"},
		{indicators.WholeCity, "whole-city", "全市", "the whole city"},
	})
	testVocabulary(t, indicators.ParseOwner, []term[indicators.Owner]{
		{indicators.EducationDepartment, "education-department", "教育部门办", "education department"},
		{indicators.OtherDepartment, "other-department", "其他部门办", "another department"},
		{indicators.EnterpriseOwner, "enterprise", "企业办", "enterprise"},
		{indicators.InstitutionOwner, "institution", "事业单位办", "public institution"},
		{indicators.ArmyOwner, "army", "部队办", "army"},
		{indicators.CollectiveOwner, "collective", "集体办", "collective"},
		{indicators.PrivateOwner, "private", "民办", "private"},
		{indicators.ForeignCooperation, "foreign-cooperation", "中外合作办", "Sino-foreign cooperation"},
	})
	testVocabulary(t, indicators.ParseTownshipKind, []term[indicators.TownshipKind]{
		{indicators.TownUnit, "town", "镇", "town"},
		{indicators.TownshipUnit, "township", "乡", "township"},
		{indicators.SubdistrictUnit, "subdistrict", "街道", "subdistrict"},
		{indicators.ZoneUnit, "zone", "开发区等其他单位", "development zone or other unit"},
	})
	testVocabulary(t, indicators.ParseEstateKind, []term[indicators.EstateKind]{
		{indicators.NewEstate, "new", "新建小区", "new estate"},
		{indicators.RebuiltEstate, "rebuilt", "旧小区改造", "rebuilt old estate"},
	})
	testVocabulary(t, indicators.ParseRegistration, []term[indicators.Registration]{
		{indicators.NonProfit, "non-profit", "非营利性", "non-profit"},
		{indicators.ForProfit, "for-profit", "营利性", "for-profit"},
		{indicators.NotClassified, "not-classified", "未分类登记", "not classified yet"},
	})
	testVocabulary(t, indicators.ParseDisability, []term[indicators.Disability]{
		{indicators.NoDisability, "no-disability", "无残疾", "no disability"},
		{indicators.MildDisability, "mild", "轻度", "mild"},
		{indicators.ModerateDisability, "moderate", "中度", "moderate"},
		{indicators.SevereDisability, "severe", "重度", "severe"},
		{indicators.ProfoundDisability, "profound", "极重度", "profound"},
	})
	testVocabulary(t, indicators.ParsePlacement, []term[indicators.Placement]{
		{indicators.OrdinaryClass, "ordinary-class", "随班就读", "ordinary class"},
		{indicators.SpecialClass, "special-class", "特教班", "special class of an ordinary school"},
		{indicators.SpecialSchoolPlacement, "special-school", "特殊教育学校就读", "special school"},
		{indicators.HomeTeaching, "home-teaching", "送教上门", "teaching at home"},
		{indicators.NotPlaced, "not-placed", "未安置", "not placed"},
	})
	testVocabulary(t, indicators.ParseSpecialGroup, []term[indicators.SpecialGroup]{
		{indicators.DisabledGroup, "disabled", "残疾儿童少年", "disabled children"},
		{indicators.MigrantGroup, "migrant", "随迁子女", "children of migrant workers"},
		{indicators.LeftBehindGroup, "left-behind", "留守儿童", "left-behind children"},
		{indicators.PoorGroup, "poor", "家庭经济困难儿童", "children of families in difficulty"},
		{indicators.OrphanGroup, "orphan", "孤儿和事实无人抚养儿童", "orphans and children without care"},
	})
	testVocabulary(t, indicators.ParseAccountHolder, []term[indicators.AccountHolder]{
		{indicators.TeacherHolder, "teacher", "教师", "teacher"},
		{indicators.PupilHolder, "pupil", "中小学生", "pupil"},
		{indicators.ResearcherHolder, "researcher", "教研员", "teaching researcher"},
		{indicators.StudentHolder, "student", "职业院校学生", "vocational student"},
	})
	testVocabulary(t, indicators.ParseDimension, []term[indicators.Dimension]{
		{indicators.CountyDimension, "county", "县（市、区）", "county"},
		{indicators.TownshipDimension, "township", "乡镇", "township"},
		{indicators.StageDimension, "stage", "学段", "stage"},
		{indicators.SubjectDimension, "subject", "学科", "subject"},
		{indicators.CrossDimension, "cross", "县区、学段和学科交叉", "county, stage and subject together"},
	})
}

func testVocabulary[V word](t *testing.T, parse func(string) V, terms []term[V]) {
	var zero V
	list := zero.Vocabulary()
	t.Run(list.Name().EN, func(t *testing.T) {
		require.NoError(t, list.Err())
		assert.True(t, list.Name().Complete())
		entries := list.Entries()
		require.Len(t, entries, len(terms), "every term of the list stands in this test")
		for i, c := range terms {
			assert.Equal(t, V(i+1), c.value, "%s: the list is in the order of the values", c.key)
			assert.Equal(t, c.key, c.value.String())
			assert.Equal(t, c.zh, c.value.In(bilingual.Chinese))
			assert.Equal(t, c.en, c.value.In(bilingual.English))
			assert.Equal(t, indicators.Entry{Key: c.key, Name: bilingual.Text{ZH: c.zh, EN: c.en}, Also: entries[i].Also}, entries[i])
			for _, text := range append([]string{c.key, c.zh, c.en}, entries[i].Also...) {
				for _, written := range []string{text, strings.ToUpper(text), strings.ToLower(text), "  " + text + "\t", "\u3000" + text + "\r\n"} {
					assert.Equal(t, c.value, parse(written), "%q", written)
					assert.Equal(t, c.value, indicators.ParseWord[V](written), "%q", written)
				}
			}
			testWordAsText(t, c.value, c.key)
		}
		testWordAsText(t, zero, "")
		testWordAsText(t, V(indicators.InvalidWord), "invalid")
		testOther(t, parse)
		testOutsideTheList(t, parse, len(terms))
	})
}

// testOther tests the value of something else, which a list has unless a term of its own is
// called so.
func testOther[V word](t *testing.T, parse func(string) V) {
	var zero V
	other := V(indicators.OtherWord)
	e, has := zero.Vocabulary().Other()
	if !has {
		assert.Equal(t, "invalid", other.String())
		assert.NotEqual(t, other, parse("其他"))
		return
	}
	assert.Equal(t, "other 其他 other", other.String()+" "+other.In(bilingual.Chinese)+" "+other.In(bilingual.English))
	for _, text := range append([]string{e.Key, e.Name.ZH, e.Name.EN, " OTHER ", "其它"}, e.Also...) {
		assert.Equal(t, other, parse(text), "%q", text)
	}
	testWordAsText(t, other, "other")
}

func testWordAsText[V word](t *testing.T, value V, key string) {
	text, err := value.MarshalText()
	require.NoError(t, err)
	assert.Equal(t, key, string(text))
	back := V(1)
	require.NoError(t, any(&back).(encoding.TextUnmarshaler).UnmarshalText(text))
	assert.Equal(t, value, back)

	data, err := json.Marshal(map[string]V{"value": value})
	require.NoError(t, err)
	assert.Equal(t, `{"value":"`+key+`"}`, string(data))
	var read map[string]V
	require.NoError(t, json.Unmarshal(data, &read))
	assert.Equal(t, value, read["value"])
}

func testOutsideTheList[V word](t *testing.T, parse func(string) V, terms int) {
	for _, empty := range []string{"", " ", "\t\r\n", "\u3000", "-", "n/a", "NULL", "None", "unknown", "未知"} {
		assert.Zero(t, parse(empty), "a text that says there is no value is unknown: %q", empty)
		assert.Zero(t, indicators.ParseWord[V](empty))
	}
	for _, outside := range []string{"校长", "unclear", "*", "?", "999", "-1", "3.0", "invalid", "yes no"} {
		assert.EqualValues(t, indicators.InvalidWord, parse(outside), "nothing is guessed: %q", outside)
	}
	for _, n := range []int{terms + 1, 60, 64, 200, 255} {
		odd := V(n)
		assert.Equal(t, "invalid", odd.String())
		assert.Equal(t, "无效", odd.In(bilingual.Chinese))
		assert.Equal(t, "invalid", odd.In(bilingual.English))
	}
	var zero V
	assert.Equal(t, "未知", zero.In(bilingual.Chinese))
	assert.Equal(t, "unknown", zero.In(bilingual.English))

	kept := V(1)
	err := any(&kept).(encoding.TextUnmarshaler).UnmarshalText([]byte("校长"))
	assert.ErrorIs(t, err, quantity.UnknownWord)
	assert.ErrorContains(t, err, `"校长"`, "the error quotes the text")
	assert.ErrorContains(t, err, zero.Vocabulary().Name().EN)
	assert.Equal(t, V(1), kept, "a refused text leaves the value as it was")
	assert.Error(t, json.Unmarshal([]byte(`"校长"`), &kept))
	assert.Error(t, json.Unmarshal([]byte(`2`), &kept), "values have no numbers in files")
}

// allVocabularies returns every vocabulary of the package.
func allVocabularies() []*indicators.Vocabulary {
	return []*indicators.Vocabulary{
		indicators.Answer(0).Vocabulary(), indicators.Education(0).Vocabulary(), indicators.Fitness(0).Vocabulary(),
		indicators.HonourKind(0).Vocabulary(), indicators.Locality(0).Vocabulary(), indicators.SchoolKind(0).Vocabulary(),
		indicators.Stage(0).Vocabulary(), indicators.Tier(0).Vocabulary(), indicators.AreaKind(0).Vocabulary(),
		indicators.Owner(0).Vocabulary(), indicators.TownshipKind(0).Vocabulary(), indicators.EstateKind(0).Vocabulary(),
		indicators.Registration(0).Vocabulary(), indicators.Disability(0).Vocabulary(), indicators.Placement(0).Vocabulary(),
		indicators.SpecialGroup(0).Vocabulary(), indicators.AccountHolder(0).Vocabulary(), indicators.Dimension(0).Vocabulary(),
	}
}

func TestNoTwoTermsOfAVocabularyClaimTheSameText(t *testing.T) {
	for _, v := range allVocabularies() {
		require.NoError(t, v.Err())
		owner := map[string]string{}
		for _, e := range v.Entries() {
			for _, text := range append([]string{e.Key, e.Name.ZH, e.Name.EN}, e.Also...) {
				text = strings.ToLower(strings.TrimSpace(text))
				assert.False(t, quantity.NoValue(text), "%s: %s says by %q that there is no value", v.Name().EN, e.Key, text)
				assert.NotRegexp(t, `^[0-9]+$`, text, "%s: %s is read from a code of some table", v.Name().EN, e.Key)
				if first, claimed := owner[text]; claimed {
					assert.Equal(t, first, e.Key, "%s: two terms claim %q", v.Name().EN, text)
				}
				owner[text] = e.Key
			}
			assert.Regexp(t, `^[a-z]+(-[a-z]+)*$`, e.Key)
		}
	}
}

func TestEveryVocabularyOfThePackageIsTested(t *testing.T) {
	files, err := filepath.Glob("*.go")
	require.NoError(t, err)
	made := 0
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		source, err := os.ReadFile(name)
		require.NoError(t, err)
		made += strings.Count(string(source), " = NewVocabulary(")
	}
	assert.Equal(t, made, len(allVocabularies()))
}

func TestEntriesAreACopy(t *testing.T) {
	list := indicators.Answer(0).Vocabulary()
	entries := list.Entries()
	entries[0].Key, entries[0].Also[0] = "no", "false"
	assert.Equal(t, "yes", list.Entries()[0].Key)
	assert.Equal(t, "true", list.Entries()[0].Also[0])
	assert.Equal(t, indicators.Yes, indicators.ParseAnswer("true"))
}

func TestOrderedLists(t *testing.T) {
	assert.IsIncreasing(t, []indicators.Education{
		0, indicators.NoSchooling, indicators.PrimaryEducation, indicators.JuniorHighEducation, indicators.SeniorHighEducation,
		indicators.College, indicators.Bachelor, indicators.Master, indicators.Doctor})
	assert.IsIncreasing(t, []indicators.Tier{
		0, indicators.NoTier, indicators.SchoolTier, indicators.CountyTier, indicators.CityTier, indicators.ProvinceTier, indicators.NationTier})
	assert.IsIncreasing(t, []indicators.Fitness{
		0, indicators.FitnessFailed, indicators.FitnessPassed, indicators.FitnessGood, indicators.FitnessExcellent})
}

func TestAnswers(t *testing.T) {
	assert.Equal(t, indicators.Yes, indicators.AnswerOf(true))
	assert.Equal(t, indicators.No, indicators.AnswerOf(false))
	assert.Equal(t, indicators.No, indicators.AnswerOf(false).If(true))
	assert.Zero(t, indicators.AnswerOf(true).If(false), "a null column is unknown, not no")
}
