package count_test

import (
	"encoding/json"
	"fmt"
	"time"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/count"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/indicators/teacher"
)

// row is a row of a staff table as a school keeps it.
type row struct{ School, Stage, Education string }

var table = []row{
	{"一中", "高中", "硕士"}, {"一中", "高中", "本科"}, {"一中", "高中", ""},
	{"二中", "高中", "博士"}, {"二中", "初中", "本科"}, {"附小", "小学", "大专"},
}

func fill(r *row, to *teacher.Record) {
	to.Stage = indicators.ParseStage(r.Stage)
	to.Education = indicators.ParseEducation(r.Education)
}

// degrees asks which senior-high teachers have a master's degree or above.
func degrees() count.Question[teacher.Record] {
	return count.Question[teacher.Record]{
		Key:     "degrees",
		Among:   teacher.Stage.Is(indicators.SeniorHigh),
		Counted: teacher.Education.AtLeast(indicators.Master),
		Flag:    true,
	}
}

func degreePass() count.Pass[row, teacher.Record] {
	counter, err := count.New(quantity.DateOf(2025, time.December, 31), degrees())
	if err != nil {
		panic(err)
	}
	return count.Pass[row, teacher.Record]{Counter: counter, Mapping: fill}
}

func show(t *count.Tally) string {
	a := t.Answer(0)
	return fmt.Sprintf("%d counted, %d not, %d open, %d out of scope",
		a.Classes[count.Counted], a.Classes[count.NotCounted], a.Open(false), a.Classes[count.OutOfScope])
}

func ExampleNew() {
	counter, err := count.New(quantity.DateOf(2025, time.December, 31), degrees())
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, r := range []teacher.Record{
		{Stage: indicators.SeniorHigh, Education: indicators.Doctor},
		{Stage: indicators.SeniorHigh}, // nobody has said
		{Stage: indicators.Primary},
	} {
		class, _ := counter.Class(0, r)
		fmt.Println(class == count.Counted, class == count.InScope, class == count.OutOfScope, class.Certain())
	}
	// Output:
	// true false false true
	// false true false false
	// false false true true
}

func ExampleCounter_Add() {
	// A table of numbers of teachers, instead of a row for each of them.
	counter := degreePass().Counter
	tally := counter.Tally()
	for education, n := range map[indicators.Education]int64{indicators.Master: 120, indicators.Bachelor: 800, 0: 15} {
		if err := counter.Add(tally, &teacher.Record{Stage: indicators.SeniorHigh, Education: education}, n); err != nil {
			fmt.Println(err)
		}
	}
	fmt.Println(show(tally))
	// Output: 120 counted, 800 not, 15 open, 0 out of scope
}

func ExamplePass_All() {
	pass := degreePass()
	pass.Flagged = func(n int64, r *row, _ *teacher.Record, _ int) bool {
		fmt.Println("row", n, "lacks the degree:", r.School, r.Education)
		return true
	}
	tally, err := pass.All(count.Slice(table))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(show(tally))
	for _, g := range tally.Answer(0).Gaps {
		fmt.Println("open because of", g.Field, "in", g.Unknown)
	}
	// Output:
	// row 1 lacks the degree: 一中 本科
	// 2 counted, 1 not, 1 open, 2 out of scope
	// open because of education in 1
}

func ExampleBy() {
	schools, err := count.By(degreePass(), count.Slice(table), func(r *row) string { return r.School })
	if err != nil {
		fmt.Println(err)
		return
	}
	for school, tally := range schools.All() {
		fmt.Println(school, show(tally))
	}
	// Output:
	// 一中 1 counted, 1 not, 1 open, 0 out of scope
	// 二中 1 counted, 0 not, 0 open, 1 out of scope
	// 附小 0 counted, 0 not, 0 open, 1 out of scope
}

func ExampleRollUp() {
	schools, err := count.By(degreePass(), count.Slice(table), func(r *row) string { return r.School })
	if err != nil {
		fmt.Println(err)
		return
	}
	counties := map[string]string{"一中": "集安市", "二中": "柳河县", "附小": "集安市"}
	up, numbers, err := count.RollUp(schools, func(school string) string { return counties[school] })
	if err != nil {
		fmt.Println(err)
		return
	}
	for county, tally := range up.All() {
		fmt.Println(county, show(tally))
	}
	fmt.Println(numbers)
	// Output:
	// 集安市 1 counted, 1 not, 1 open, 1 out of scope
	// 柳河县 1 counted, 0 not, 0 open, 1 out of scope
	// [0 1 0]
}

func ExamplePass_Start() {
	live, err := degreePass().Start()
	if err != nil {
		fmt.Println(err)
		return
	}
	for i := range table {
		if err := live.Add(&table[i]); err != nil {
			fmt.Println(err)
		}
	}
	fmt.Println(show(live.Tally()))
	entered := row{"一中", "高中", "硕士"} // the degree that was missing
	fmt.Println(live.Replace(&table[2], &entered), show(live.Tally()))
	fmt.Println(live.Retract(&table[2]))
	// Output:
	// 2 counted, 1 not, 1 open, 2 out of scope
	// <nil> 3 counted, 1 not, 0 open, 2 out of scope
	// count: a row is taken back that was never added
}

func ExampleCounts() {
	tally, err := degreePass().All(count.Slice(table))
	if err != nil {
		fmt.Println(err)
		return
	}
	counts := tally.Counts()
	counts.Identity, counts.Answers[0].Identity = "…", "…" // hashes
	data, err := json.MarshalIndent(counts, "", "  ")
	fmt.Println(string(data), err)
	// Output:
	// {
	//   "identity": "…",
	//   "as_of": "2025-12-31",
	//   "read": 6,
	//   "skipped": 0,
	//   "doubled": 0,
	//   "answers": [
	//     {
	//       "key": "degrees",
	//       "identity": "…",
	//       "classes": [
	//         0,
	//         2,
	//         1,
	//         0,
	//         2,
	//         0,
	//         1,
	//         0
	//       ],
	//       "open_invalid": 0,
	//       "gaps": [
	//         {
	//           "field": "education",
	//           "unknown": 1,
	//           "invalid": 0
	//         }
	//       ],
	//       "of": "0",
	//       "per": "0",
	//       "per_of_unknown": "0"
	//     }
	//   ],
	//   "fields": [
	//     {
	//       "field": "stage",
	//       "unknown": 0,
	//       "invalid": 0
	//     },
	//     {
	//       "field": "education",
	//       "unknown": 1,
	//       "invalid": 0
	//     }
	//   ]
	// } <nil>
}

func ExampleCounter_Load() {
	tally, err := degreePass().All(count.Slice(table))
	if err != nil {
		fmt.Println(err)
		return
	}
	counts := tally.Counts() // they have travelled, say, or come from a database
	loaded, err := degreePass().Counter.Load(counts)
	fmt.Println(loaded.Answer(0).Key, loaded.Answer(0).Classes[count.Counted], err)

	counts.Answers[0].Classes[count.Counted]++
	_, err = degreePass().Counter.Load(counts)
	fmt.Println(err)
	// Output:
	// degrees 2 <nil>
	// count: no register has these counts: question degrees: 1 records of class 6, 0 are left
}
