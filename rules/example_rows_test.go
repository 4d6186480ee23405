package rules_test

import (
	"fmt"
	"iter"
	"slices"
	"strings"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/indicators/rows"
	"github.com/eduplan/tonghua/indicators/teacher"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules"
	"github.com/eduplan/tonghua/rules/tonghua"
	"github.com/eduplan/tonghua/rules/verdict"
)

// printMasters prints the one line that the examples of rows are about.
func printMasters(results verdict.Results, err error) {
	if err != nil {
		fmt.Println(err)
		return
	}
	r, _ := results.Of(plan.SeniorMaster)
	fmt.Println(r.Value.Of.Number(), "of", r.Value.Per.Number(), r.Outcome)
}

// Rows of one number are one teacher, and what they do not agree on is open.
func ExamplePanel_Keyed() {
	type row struct {
		number string
		hours  float64
	}
	rows := []row{{"T001", 372}, {"T002", 400}, {"T001", 340}}
	panel := rules.MustPanel(func(r *row, t *teacher.Record) { t.TrainingHours = quantity.HoursOf(r.hours) }, rules.Rule[teacher.Record](tonghua.TeacherTrainingHours)).
		Keyed(func(r *row) string { return r.number })
	results, _ := panel.Evaluate(asOf, rows)
	r := results.Rules[0]
	fmt.Println(r.Verdict(bilingual.English), r.Records.Read, "rows,", r.Records.InScope, "teachers,", r.Records.Open, "open")
	fmt.Println(results.Faults[0].Text(bilingual.English))
	// Output:
	// undetermined (data are missing) 3 rows, 2 teachers, 1 open
	// row 3 (T001): the same record as row 1
}

// A file goes into a panel row by row: the rows of a table need no mapping.
func ExamplePanel_EvaluateSeq_file() {
	file := strings.NewReader("任教学段,学历\n高中,硕士\n高中,本科\n")
	panel := rules.MustPanel((*rows.Row[teacher.Record]).Map, tonghua.SeniorMaster)
	printMasters(panel.EvaluateSeq(asOf, func(yield func(rows.Row[teacher.Record]) bool) {
		if _, err := rows.For[teacher.Record]().EachCSV(file, func(r *rows.Row[teacher.Record], _ []rows.Fault) bool { return yield(*r) }); err != nil {
			fmt.Println(err)
		}
	}))
	// Output: 1 of 2 met
}

// A slice of pointers, as many systems hold their objects, is a panel of pointers.
func ExamplePanel_Evaluate_pointers() {
	type employee struct{ School, Degree string }
	panel := rules.MustPanel(func(e **employee, t *teacher.Record) {
		t.Stage, t.Education = indicators.ParseStage((*e).School), indicators.ParseEducation((*e).Degree)
	}, tonghua.SeniorMaster)
	printMasters(panel.Evaluate(asOf, []*employee{{"高中", "硕士"}, {"高中", "本科"}}))
	// Output: 1 of 2 met
}

// cursor is what database/sql gives: rows one by one, and an error at the end.
type cursor interface {
	Next() bool
	Scan(into ...any) error
	Err() error
}

// teachersOf reads a cursor as a sequence. An error of the database ends the pass, which
// then gives no verdict on half of the rows.
func teachersOf(c cursor) iter.Seq2[teacher.Record, error] {
	return func(yield func(teacher.Record, error) bool) {
		for c.Next() {
			var school, degree string
			err := c.Scan(&school, &degree)
			if !yield(teacher.Record{Stage: indicators.ParseStage(school), Education: indicators.ParseEducation(degree)}, err) || err != nil {
				return
			}
		}
		if err := c.Err(); err != nil {
			yield(teacher.Record{}, err)
		}
	}
}

// A cursor of a database goes into a panel without being held in memory.
func ExamplePanel_EvaluateSeq2_cursor() {
	var c cursor = &table{rows: [][2]string{{"高中", "硕士"}, {"高中", "本科"}}} // sql.Rows has these methods
	panel := rules.MustPanel(rules.AsIs[teacher.Record], tonghua.SeniorMaster)
	printMasters(panel.EvaluateSeq2(asOf, teachersOf(c)))
	// Output: 1 of 2 met
}

// table stands for a database's answer.
type table struct {
	rows [][2]string
	at   int
}

func (t *table) Next() bool { t.at++; return t.at <= len(t.rows) }
func (t *table) Err() error { return nil }
func (t *table) Scan(into ...any) error {
	for i, text := range slices.All(t.rows[t.at-1][:]) {
		*into[i].(*string) = text
	}
	return nil
}
