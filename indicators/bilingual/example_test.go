package bilingual_test

import (
	"fmt"

	"github.com/eduplan/tonghua/indicators/bilingual"
)

func ExampleParseLanguage() {
	l, err := bilingual.ParseLanguage("en")
	fmt.Println(l, err)
	_, err = bilingual.ParseLanguage("de")
	fmt.Println(err)
	// Output:
	// en <nil>
	// bilingual: language "de": want zh or en
}

func ExampleLanguage() {
	var l bilingual.Language
	fmt.Println(l)
	// Output: zh
}

func ExampleText_In() {
	t := bilingual.Text{ZH: "教师", EN: "teachers"}
	fmt.Println(t.In(bilingual.Chinese), t.In(bilingual.English))
	// Output: 教师 teachers
}

func ExampleText_Complete() {
	fmt.Println(bilingual.Text{ZH: "教师"}.Complete())
	// Output: false
}
