package indicators_test

import (
	"encoding/json"
	"fmt"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
)

func ExampleParseEducation() {
	for _, text := range []string{"本科", "全日制大学本科毕业", "Bachelor", "其他", "None", "本科在读", "21"} {
		e := indicators.ParseEducation(text)
		fmt.Printf("%q is %s\n", text, e.In(bilingual.English))
	}
	// Output:
	// "本科" is bachelor
	// "全日制大学本科毕业" is bachelor
	// "Bachelor" is bachelor
	// "其他" is other
	// "None" is unknown
	// "本科在读" is invalid
	// "21" is invalid
}

// An export of a staff system that writes codes: the parser is told their table.
func ExampleParser_Codes() {
	parser := indicators.ParserOf[indicators.Education]().Codes(indicators.AttainmentCodes2006)
	for _, text := range []string{"21", "22", "大专"} {
		fmt.Println(parser.Read(text))
	}
	// Output:
	// bachelor <nil>
	// invalid indicators: code "22" of codes of attainment (2006) (大学本科结业): not in the field's list
	// college <nil>
}

// What a bureau writes in its own tables is added to a parser of its own.
func ExampleParser_With() {
	parser, err := indicators.ParserOf[indicators.Owner]().With(map[string]indicators.Owner{
		"公办": indicators.EducationDepartment, "厂办": indicators.EnterpriseOwner})
	fmt.Println(parser.Parse("公办"), parser.Parse("厂办"), err)
	_, err = parser.With(map[string]indicators.Owner{"民办": indicators.CollectiveOwner})
	fmt.Println(err)
	// Output:
	// education-department enterprise <nil>
	// indicators: owner "民办": the text stands for private
}

// A text that is too broad is refused with what it may mean.
func ExampleParser_Read() {
	_, err := indicators.ParserOf[indicators.SchoolKind]().Read("一贯制学校")
	fmt.Println(err)
	_, err = indicators.ParserOf[indicators.Answer]().Read("可能")
	fmt.Println(err)
	// Output:
	// indicators: kind of school "一贯制学校": too broad: it may mean nine-year-school (九年一贯制学校) or twelve-year-school (十二年一贯制学校)
	// indicators: answer "可能": not in the field's list: yes (是), no (否)
}

func ExampleNewCodes() {
	table, err := indicators.NewCodes(
		bilingual.Text{ZH: "办别代码", EN: "owner codes"}, bilingual.Text{ZH: "某市学校信息系统", EN: "the school system of a city"},
		indicators.CodeRow[indicators.Owner]{Code: "01", Means: "市教育局", Value: indicators.EducationDepartment},
		indicators.CodeRow[indicators.Owner]{Code: "02", Means: "社会力量", Value: indicators.PrivateOwner})
	fmt.Println(table.Parse("02"), err)
	// Output: private <nil>
}

func ExampleParseStage() {
	fmt.Println(indicators.ParseStage("高中"), indicators.ParseStage("高中阶段"), indicators.ParseStage("中职"))
	// Output: senior-high senior-secondary vocational
}

func ExampleParseSchoolKind() {
	fmt.Println(indicators.ParseSchoolKind("民办九年一贯制学校"), indicators.ParseSchoolKind("村小"), indicators.ParseSchoolKind("附设小学班"))
	// Output: nine-year-school primary-school invalid
}

func ExampleParseLocality() {
	fmt.Println(indicators.ParseLocality("镇中心区"), indicators.ParseLocality("农村"), indicators.ParseLocality("城镇"))
	// Output: town rural invalid
}

func ExampleParseTier() {
	held := indicators.ParseTier("省级")
	fmt.Println(held, held >= indicators.CityTier, indicators.ParseTier("无"))
	// Output: province true no-title
}

func ExampleParseFitness() {
	fmt.Println(indicators.ParseFitness("及格"), indicators.ParseFitness("优"))
	// Output: pass excellent
}

func ExampleParseHonourKind() {
	fmt.Println(indicators.ParseHonourKind("评优"), indicators.ParseHonourKind("职称评聘"))
	// Output: honour promotion
}

func ExampleParseAnswer() {
	fmt.Println(indicators.ParseAnswer("是"), indicators.ParseAnswer("×"), indicators.ParseAnswer("1"))
	// Output: yes no invalid
}

func ExampleAnswerOf() {
	column, notNull := false, true
	fmt.Printf("%q\n", indicators.AnswerOf(column).If(notNull))
	fmt.Printf("%q\n", indicators.AnswerOf(column).If(false))
	// Output:
	// "no"
	// ""
}

func ExampleParseWord() {
	// For code that is generic over vocabularies.
	fmt.Println(indicators.ParseWord[indicators.Stage]("小学"), indicators.ParseWord[indicators.SchoolKind]("小学"))
	// Output: primary primary-school
}

func ExampleVocabulary_Entries() {
	for _, e := range indicators.Fitness(0).Vocabulary().Entries() {
		fmt.Println(e.Key, e.Name.ZH, e.Also)
	}
	// Output:
	// fail 不及格 [不合格]
	// pass 及格 [合格]
	// good 良好 [良]
	// excellent 优秀 [优]
}

// In JSON words are their keys; unknown is "" and a refused value "invalid".
func ExampleEducation() {
	data, _ := json.Marshal([]indicators.Education{indicators.Master, 0, indicators.ParseEducation("博士后")})
	fmt.Println(string(data))
	var back []indicators.Education
	fmt.Println(json.Unmarshal([]byte(`["大专","公费生"]`), &back))
	// Output:
	// ["master","","invalid"]
	// indicators: level of education "公费生": not in the field's list: no-schooling (未上过学), primary (小学毕业), junior-high (初中毕业), senior-high (高中阶段毕业), college (大专), bachelor (本科), master (硕士研究生), doctor (博士研究生)
}

func ExampleTruth() {
	fmt.Println(indicators.Unknown.And(indicators.False), indicators.Unknown.Or(indicators.True), indicators.Unknown.Not())
	// Output: false true unknown
}
