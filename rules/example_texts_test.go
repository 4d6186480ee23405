package rules_test

import (
	"fmt"

	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/rules"
	"github.com/eduplan/tonghua/rules/tonghua"
)

// A form or a file is judged without knowing the rule's subject.
func ExampleMeasure_EvaluateTexts() {
	var rule rules.View = tonghua.SeniorMaster
	r, err := rule.EvaluateTexts(quantity.DateOf(2025, 12, 31), []rules.TextRow{
		{Fields: map[string]string{"stage": "普通高中", "education": "硕士"}, Records: 1199},
		{Fields: map[string]string{"stage": "普通高中", "education": "本科"}, Records: 8801},
	})
	fmt.Println(r.Verdict(bilingual.English), r.Measured(bilingual.English), r.Short(bilingual.English), err)
	_, err = rule.EvaluateTexts(quantity.DateOf(2025, 12, 31), []rules.TextRow{{Fields: map[string]string{"education": "B.A."}}})
	fmt.Println(err)
	// Output:
	// not yet met 1,199 of 10,000 = 11.99 % 1 more senior secondary teacher to complete master-level education <nil>
	// rules: row 1: field education: indicators: level of education "B.A.": not in the field's list: no-schooling (未上过学), primary (小学毕业), junior-high (初中毕业), senior-high (高中阶段毕业), college (大专), bachelor (本科), master (硕士研究生), doctor (博士研究生)
}

func ExampleMeasure_Fields() {
	for _, f := range tonghua.FitnessCertificate.Fields()[:3] {
		fmt.Println(f.Key, f.Label.ZH, len(f.Words))
	}
	// Output:
	// stage 就读学段 9
	// final_grade 毕业年级 2
	// fitness 体质健康等级 5
}

// Each reading is there with its figures resolved.
func ExampleMeasure_Asks() {
	asked, err := tonghua.DigitalTrainingPractice.Asks(quantity.DateOf(2022, 12, 31))
	for _, a := range asked {
		fmt.Println(a.Reading, "|", a.Question.Counted.Text(bilingual.English), "|", a.Population, err)
	}
	// Output:
	// of-taken | applied practice hours at least 50 % of digital-skills training hours | at least 100 % <nil>
	// of-fifty | applied practice hours at least 25 hours | at least 100 % <nil>
}

// The indicator has its figures by name, as it stands in the book.
func ExampleMeasure_Indicator() {
	main, readings := tonghua.DigitalTrainingPractice.Indicator()
	fmt.Println(main.Question().Counted.Text(bilingual.English))
	fmt.Println(readings[0].Key)
	// Output:
	// applied practice hours at least threshold on each record of digital-skills training hours
	// of-fifty
}
