package indicators_test

import (
	"encoding/json"
	"fmt"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
)

func ExampleParseEducation() {
	for _, text := range []string{"本科", "大学本科", " 21 ", "Bachelor", "22", "", "本科在读"} {
		e := indicators.ParseEducation(text)
		fmt.Printf("%q is %s\n", text, e.In(bilingual.English))
	}
	// Output:
	// "本科" is bachelor
	// "大学本科" is bachelor
	// " 21 " is bachelor
	// "Bachelor" is bachelor
	// "22" is invalid
	// "" is unknown
	// "本科在读" is invalid
}

func ExampleParseStage() {
	fmt.Println(indicators.ParseStage("高中"), indicators.ParseStage("高中阶段"), indicators.ParseStage("中职"))
	// Output: senior-high senior-secondary vocational
}

func ExampleParseSchoolKind() {
	fmt.Println(indicators.ParseSchoolKind("312"), indicators.ParseSchoolKind("村小"), indicators.ParseSchoolKind("219"))
	// Output: nine-year-school primary-school invalid
}

func ExampleParseLocality() {
	fmt.Println(indicators.ParseLocality("121"), indicators.ParseLocality("农村"), indicators.ParseLocality("城镇"))
	// Output: town rural invalid
}

func ExampleParseTier() {
	held := indicators.ParseTier("省级")
	fmt.Println(held, held >= indicators.CityTier, indicators.ParseTier("无"))
	// Output: province true none
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
	fmt.Println(indicators.ParseAnswer("是"), indicators.ParseAnswer("0"), indicators.ParseAnswer("有"))
	// Output: yes no yes
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
	fmt.Println(json.Unmarshal([]byte(`["大专","博士后"]`), &back))
	// Output:
	// ["master","","invalid"]
	// indicators: level of education "博士后": not in the field's list
}

func ExampleTruth() {
	fmt.Println(indicators.Unknown.And(indicators.False), indicators.Unknown.Or(indicators.True), indicators.Unknown.Not())
	// Output: false true unknown
}
