package indicators_test

import (
	"fmt"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/attainment"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/enrolment"
	"github.com/eduplan/tonghua/indicators/pupil"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/indicators/school"
	"github.com/eduplan/tonghua/indicators/teacher"
)

func ExampleShare() {
	masters := indicators.Share[teacher.Record]{
		Among:   teacher.Stage.Is(indicators.SeniorHigh),
		Counted: teacher.Education.AtLeast(indicators.Master),
	}
	fmt.Println(masters.Form().In(bilingual.English))
	for _, f := range masters.Question().Fields() {
		fmt.Println(f.Label().EN)
	}
	// Output:
	// share
	// stage taught
	// level of education
}

func ExampleDuty() {
	// No certificate for who failed the fitness standard, unless exempt.
	certificate := indicators.Duty[pupil.Record]{
		Among: pupil.Certificate.Is(indicators.Yes),
		Must: indicators.Or(
			pupil.PEExempt.Is(indicators.Yes),
			pupil.Fitness.AtLeast(indicators.FitnessPassed)),
	}
	fmt.Println(certificate.Must.Text(bilingual.English))
	// Output: exempt from physical education: yes or fitness grade: pass or good or excellent
}

func ExampleRatio() {
	gross := indicators.Ratio[enrolment.Record]{
		Among: enrolment.Level.Is(indicators.SeniorSecondary),
		Of:    indicators.SumOf(enrolment.Enrolled),
		Per:   indicators.SumOf(enrolment.OfficialAge),
	}
	// A record without one of the amounts is no part of the ratio.
	fmt.Println(gross.Question().Counted.Text(bilingual.English))
	// Output: enrolled at any age recorded and official-age population recorded
}

func ExampleCount() {
	football := indicators.Count[school.Record]{Counted: school.Football.AtLeast(indicators.CityTier)}
	fmt.Println(football.Counted.Text(bilingual.Chinese))
	// Output: 校园足球特色学校级别为市级或省级或国家级
}

func ExampleWeightedSum() {
	years := indicators.WeightedSum(quantity.PersonYear,
		attainment.Primary.Times(indicators.Parameter("years-primary")),
		attainment.JuniorHigh.Times(indicators.Parameter("years-junior")))
	for _, t := range years.Terms {
		fmt.Println(t.Field.Label().EN, "×", t.Weight)
	}
	// Output:
	// primary × parameter years-primary
	// junior high × parameter years-junior
}

func ExampleSumOf() {
	fmt.Println(indicators.SumOf(attainment.College, attainment.BachelorUp).Unit)
	// Output: person
}

func ExampleFigure() {
	for _, f := range []indicators.Figure{
		indicators.Each, indicators.Population, indicators.AsOfYear,
		indicators.Parameter("cycle"), indicators.Stated("upper"),
		indicators.Literal(quantity.MustAmount(360, 1, quantity.Hour)),
	} {
		fmt.Println(f)
	}
	// Output:
	// threshold on each record
	// threshold on the population
	// year of the as-of date
	// parameter cycle
	// figure upper
	// 360 hours
}

func ExampleRow_Skip() {
	var cook teacher.Record
	cook.Skip()
	fmt.Println(cook.Skipped(), teacher.Record{}.Subject().Skipped(&cook))
	// Output: true true
}
