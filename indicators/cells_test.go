package indicators_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
)

// reader is a parser of any vocabulary, whose values it gives by their keys.
type reader struct {
	words *indicators.Vocabulary
	read  func(text string) (key string, err error)
}

func readerOf[V word]() reader {
	var none V
	return reader{none.Vocabulary(), func(text string) (string, error) {
		v, err := indicators.ParserOf[V]().Read(text)
		return v.String(), err
	}}
}

func allReaders() map[string]reader {
	return map[string]reader{
		"answer": readerOf[indicators.Answer](), "education": readerOf[indicators.Education](), "fitness": readerOf[indicators.Fitness](),
		"honourkind": readerOf[indicators.HonourKind](), "locality": readerOf[indicators.Locality](), "schoolkind": readerOf[indicators.SchoolKind](),
		"stage": readerOf[indicators.Stage](), "tier": readerOf[indicators.Tier](), "areakind": readerOf[indicators.AreaKind](),
		"owner": readerOf[indicators.Owner](), "townshipkind": readerOf[indicators.TownshipKind](), "estatekind": readerOf[indicators.EstateKind](),
		"registration": readerOf[indicators.Registration](), "disability": readerOf[indicators.Disability](), "placement": readerOf[indicators.Placement](),
		"specialgroup": readerOf[indicators.SpecialGroup](), "accountholder": readerOf[indicators.AccountHolder](), "dimension": readerOf[indicators.Dimension](),
	}
}

// What registers of schools and bureaux hold, and what it says.
func TestCellsAreReadAsTheyAreMeant(t *testing.T) {
	readers := allReaders()
	require.Len(t, readers, len(allVocabularies()))
	for vocabulary, cells := range map[string]map[string]string{
		"education": {
			"senior-high":  "中专（非师范）|中师毕业|技校毕业|职高毕业|农业高中毕业|中专和中技|成人高中毕业|普通中专毕业|函授中专",
			"bachelor":     "双学士学位大学本科|大学毕业|全日制大学本科|国民教育本科|自考本科毕业|成人高等教育本科|本科学历|本科（函授）|ＢＡＣＨＥＬＯＲ",
			"college":      "成人大专|函授大专毕业|电大专科|高职高专|三年制大专|大专（自考）",
			"master":       "全日制硕士研究生|硕士研究生学历|研究生（硕士）|硕士（研究生）",
			"doctor":       "博士研究生毕业|研究生（博士）|博士学历",
			"no-schooling": "文盲或半文盲|文盲及半文盲|不识字|文盲",
			"primary":      "小学学历", "junior-high": "职业初中毕业", "other": "其他|其它",
			"": "None|N/A|—|／|未知",
			"invalid": "无|高中以下|高中及以下|大专及以上|本科以上|同等学力|本科肄业|大学本科结业|本科在读|专升本|在职研究生|党校本科|学士|硕士学位|研究生班|相当大学毕业|21|１１|非本科|假本科|本科（在读）|初中、高中|" +
				"大学普通班|本科本科|毕业|全日制",
		},
		"stage": {
			"vocational": "职中|中专|职业中专", "primary": "小学阶段|小学教师", "junior-high": "初中部|初中学段", "senior-high": "高中部", "preschool": "幼儿", "senior-secondary": "高中阶段",
			"other":   "职业初中|成人中学|成人高中|其他|教学支撑单位|工读学校",
			"invalid": "初中、高中|中学|完全中学|义务教育|高中段|高等教育|职业教育|大学|中小学|非高中|附设小学班",
		},
		"schoolkind": {
			"special-school": "辅读学校|聋校|盲校|弱智学校|其他特殊教育学校|民办特殊教育学校", "primary-school": "民办小学|独立设置的少数民族小学|朝鲜族小学|小学（民办）|（公办）小学|乡镇中心小学",
			"senior-high-school": "民办高中|独立设置的少数民族高级中学|公办普通高中", "vocational-school": "民办职高|民办中等职业学校|职中|县职教中心", "kindergarten": "独立设置的少数民族幼儿园|普惠性民办幼儿园|乡镇中心幼儿园|村幼儿园",
			"junior-high-school": "独立设置的少数民族初级中学|农村寄宿制初级中学", "nine-year-school": "独立设置的少数民族九年一贯制学校|民办九年一贯制", "complete-secondary-school": "独立设置的少数民族完全中学",
			"vocational-college": "高等专科学校|职业技术学院", "other": "职业初中|教学支撑单位|大学|工读学校|成人高中|教师进修学校|独立设置的少数民族职业初中",
			"invalid": "附设小学班|附设幼儿班|小学附设幼儿班|中学|一贯制学校|职业学校|211|371|小学（初中）|非小学|某小学|小学部",
		},
		"tier": {
			"province": "吉林省骨干教师|辽宁省骨干教师|内蒙古自治区骨干教师|北京市骨干教师|省级学科带头人|省骨干|吉林省省级骨干教师|省、自治区、直辖市级",
			"city":     "通化市骨干教师|长春市教学能手|地市级|市（州）级|延边州骨干教师|吉林省通化市骨干教师|市级名师",
			"county":   "东昌区骨干教师|柳河县骨干教师|梅河口市骨干教师|集安市骨干|区县级骨干|区或县级骨干|区县级|县（区、旗）级|县（市、区）级|县(市、区)级骨干教师|通化市县级骨干教师",
			"nation":   "中央、国家部委级|国家骨干|国家级骨干教师|全国", "no-title": "无|未认定", "other": "乡镇级骨干教师", "school": "校级骨干教师",
			"":        "None|null|<NA>",
			"invalid": "区级|区级骨干教师|外省市骨干教师|外省骨干教师|某省骨干教师|某市骨干教师|各县骨干教师|本县骨干教师|沈阳市骨干教师|省部级|吉林骨干教师|骨干教师|级|县县级县|非县级|拟县级|县级以上|0|1",
		},
		"answer":   {"yes": "✓|✔|☑|√|Ｙ|1.0|是\u200b|TRUE", "no": "×|✗|✘|0.0|Ｎ|False", "": "None|-|NaN|N/A", "invalid": "1|0|１|是/否|☐|○|是否|2.0|非是"},
		"locality": {"urban": "城乡结合区|城市地区", "town": "镇中心区|县城", "rural": "农村地区|村庄", "invalid": "2|111|城镇|乡镇|非农村"},
		"owner": {
			"education-department": "公办(教育部门办)|公办（教育部门）|省级教育部门|地级教育部门|县级教育部门|教育部门办学|市教育局|教育部门（公办）", "private": "民办(非普惠)|普惠性民办|民办（普惠）|普惠性民办园|民办幼儿园|营利性民办|私立学校",
			"army": "部队办园", "collective": "集体办园|公办（集体办）|村集体办园", "enterprise": "地方企业办|国有企业办园|公办（企业办）", "other-department": "其他部门|县级其他部门|省级其他部门",
			"foreign-cooperation": "具有法人资格的中外合作办学", "other": "其他",
			"invalid": "公办|公立|公办园|公办幼儿园|政府办|教育部门和集体办|10|20|811|非教育部门办学校外|民办公助|民办（公办）|公办（民办）|其他学校|非民办",
		},
		"disability": {
			"no-disability": "无|无残疾", "mild": "轻度|四级|听力残疾四级|轻度智力残疾|肢体四级", "profound": "极重度|一级|一级残疾|极重度（一级）", "severe": "重度残疾|视力二级",
			"": "none|None|NULL", "invalid": "0|1|3|４|有|残疾|是|智力残疾|视力|重度一级|非重度|无障碍",
		},
		"placement": {"special-school": "特殊学校|特校就读|在特殊教育学校就读", "ordinary-class": "听力残疾随班就读|智力残疾随班就读|随班就读学生", "home-teaching": "送教上门服务", "other": "休学",
			"invalid": "非随班就读|普通学校|特殊学校或普通班|拟随班就读"},
		"specialgroup": {"left-behind": "单亲留守儿童|农村留守儿童|留守学生", "poor": "特困|特困学生|低保家庭|家庭经济困难学生|贫困生", "migrant": "进城务工随迁子女|流动儿童", "orphan": "孤儿学生|事实孤儿",
			"other": "单亲家庭子女", "invalid": "非留守儿童|困境儿童|疑似留守儿童"},
		"accountholder": {"student": "高职学生", "invalid": "学生", "other": "家长"},
		"fitness":       {"good": "良好等级", "invalid": "及格以上|59.9|90|非优秀"},
	} {
		for want, texts := range cells {
			for _, text := range strings.Split(texts, "|") {
				got, err := readers[vocabulary].read(text)
				assert.Equal(t, want, got, "%s: %q: %v", vocabulary, text, err)
			}
		}
	}
}

func TestATextThatSaysThereIsNoValueIsKnownInNoVocabulary(t *testing.T) {
	for name, r := range allReaders() {
		for _, none := range []string{"None", "NULL", "nil", "NaN", "N/A", "NA", "#N/A", "<NA>", "NaT", `\N`, "undefined", "(null)", "-", "--", "—", "——", "/", `\`, "未知", "不详", ""} {
			for _, text := range []string{none, strings.ToUpper(none), strings.ToLower(none), "\ufeff" + none, " " + none + "\u00a0", none + "\u200b", fullWidth(none)} {
				key, err := r.read(text)
				assert.True(t, key == "" && err == nil, "%s: %q is %q", name, text, key)
			}
		}
	}
}

func fullWidth(text string) string {
	return strings.Map(func(r rune) rune {
		if r > ' ' && r < 0x7f {
			return r - '!' + 0xff01
		}
		return r
	}, text)
}

// A text with something about it that no table knows is refused, whatever it contains.
func TestATextThatNoTableKnowsIsRefusedHoweverMuchOfItIsATerm(t *testing.T) {
	for name, r := range allReaders() {
		listed := map[string]bool{}
		for _, e := range r.words.Entries() {
			for _, text := range append([]string{e.Key, e.Name.ZH, e.Name.EN}, e.Also...) {
				listed[text] = true
			}
		}
		for _, e := range r.words.Entries() {
			for _, text := range append([]string{e.Key, e.Name.ZH, e.Name.EN}, e.Also...) {
				for _, odd := range []string{"非" + text, "拟" + text, "准" + text, "外省" + text, "附设" + text, "疑似" + text, "某" + text, text + "吗", text + "？", text + "（拟）", text + "候选", "x" + text, text + "x"} {
					if key, err := r.read(odd); (key != "invalid" || err == nil) && !listed[odd] {
						t.Errorf("%s: %q is read as %q", name, odd, key)
					}
				}
			}
		}
	}
}

func TestWhatIsPrintedIsReadAsTheSame(t *testing.T) {
	for name, r := range allReaders() {
		entries := r.words.Entries()
		if other, has := r.words.Other(); has {
			entries = append(entries, other)
		}
		for _, e := range entries {
			for _, text := range append([]string{e.Key, e.Name.ZH, e.Name.EN}, e.Also...) {
				for _, written := range []string{text, " " + text + " ", strings.ToUpper(text), fullWidth(text), "\ufeff" + text, strings.NewReplacer("（", "(", "）", ")").Replace(text)} {
					key, err := r.read(written)
					require.NoError(t, err)
					assert.Equal(t, e.Key, key, "%s: %q", name, written)
				}
			}
		}
	}
}

func TestWordsThatAreTooBroadSayWhatTheyMayMean(t *testing.T) {
	_, err := indicators.ParserOf[indicators.Owner]().Read("公办")
	var text *indicators.TextError
	require.ErrorAs(t, err, &text)
	assert.ErrorIs(t, err, quantity.UnknownWord)
	var keys []string
	for _, e := range text.MayMean {
		keys = append(keys, e.Key)
	}
	assert.Equal(t, []string{"education-department", "other-department", "enterprise", "institution", "army", "collective"}, keys)
	_, err = indicators.ParserOf[indicators.Education]().Read("高中以下")
	assert.EqualError(t, err, `indicators: level of education "高中以下": too broad: it may mean no-schooling (未上过学) or primary (小学毕业) or junior-high (初中毕业)`)
	_, err = indicators.ParserOf[indicators.Education]().Read(strings.Repeat("本科", 10_000))
	assert.Less(t, len(err.Error()), 1000, "a long text is quoted in part")
}

func TestAParserWithTextsOfTheCallersOwn(t *testing.T) {
	words := indicators.ParserOf[indicators.SchoolKind]()
	own, err := words.With(map[string]indicators.SchoolKind{"中心校": indicators.PrimarySchool, "片区管理站": indicators.OtherWord, "中学": indicators.JuniorHighSchool})
	require.NoError(t, err)
	assert.Equal(t, indicators.PrimarySchool, own.Parse(" 中心校\u200b"))
	assert.EqualValues(t, indicators.OtherWord, own.Parse("片区管理站"))
	assert.Equal(t, indicators.JuniorHighSchool, own.Parse("中学"), "what is too broad may be given one of its meanings")
	assert.Equal(t, indicators.NineYearSchool, own.Parse("九年一贯制"), "the list is read as before")
	assert.EqualValues(t, indicators.InvalidWord, words.Parse("中心校"), "and the parser that it was made from")
	assert.EqualValues(t, indicators.InvalidWord, indicators.ParseSchoolKind("中心校"))
	more, err := own.With(map[string]indicators.SchoolKind{"总校": indicators.NineYearSchool})
	require.NoError(t, err)
	assert.Equal(t, indicators.PrimarySchool, more.Parse("中心校"))
	assert.EqualValues(t, indicators.InvalidWord, own.Parse("总校"))
	assert.Equal(t, indicators.PrimarySchool, more.Codes(indicators.SchoolKindCodes).Parse("２１１"))
	for text, v := range map[string]indicators.SchoolKind{
		"小学": indicators.JuniorHighSchool, "民办小学": indicators.JuniorHighSchool, "中学": indicators.PrimarySchool, "N/A": indicators.PrimarySchool, "": indicators.PrimarySchool,
		"12": indicators.PrimarySchool, "invalid": indicators.PrimarySchool, "总校": indicators.InvalidWord, "分校": 0, "校区": 60,
	} {
		_, err := own.With(map[string]indicators.SchoolKind{text: v})
		assert.Error(t, err, "%q", text)
	}
}

func TestCodesOfACallersOwnAreChecked(t *testing.T) {
	name := bilingual.Text{ZH: "代码", EN: "codes"}
	row := indicators.CodeRow[indicators.Answer]{Code: "1", Means: "是", Value: indicators.Yes}
	table, err := indicators.NewCodes(name, name, row)
	require.NoError(t, err)
	assert.Equal(t, indicators.Yes, table.Parse(" １"))
	assert.Zero(t, table.Parse("N/A"))
	assert.EqualValues(t, indicators.InvalidWord, table.Parse("2"))
	assert.True(t, indicators.Codes[indicators.Answer]{}.IsZero())
	for _, rows := range [][]indicators.CodeRow[indicators.Answer]{nil, {row, row}, {{Code: "A", Means: "是", Value: indicators.Yes}}, {{Code: "1", Means: "是", Value: 9}}, {{Code: "1", Means: "是"}}} {
		_, err := indicators.NewCodes(name, name, rows...)
		assert.Error(t, err)
	}
	_, err = indicators.NewCodes(name, bilingual.Text{}, row)
	assert.Error(t, err)
}

// own is a vocabulary of a caller's own.
type own uint8

var engines = indicators.NewVocabulary(bilingual.Text{ZH: "动力", EN: "fuel"}, entry("diesel", "柴油", "diesel"), entry("electric", "电动", "electric"))

func (own) Vocabulary() *indicators.Vocabulary { return engines }

func TestAVocabularyOfOnesOwnHasSomethingElse(t *testing.T) {
	assert.EqualValues(t, indicators.OtherWord, indicators.ParseWord[own]("其他"))
	assert.EqualValues(t, 0, indicators.ParseWord[own]("None"))
	_, has := indicators.TownshipKind(0).Vocabulary().Other()
	assert.False(t, has, "a list with a term of that name has no other")
}
