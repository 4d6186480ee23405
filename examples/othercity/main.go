// Command othercity shows that another city can write its own plan and its own
// rule book with nothing but the exported names of this library: a made-up
// plan (plan.go), a subject of its own (library.go) and two rules over them.
package main

import (
	"fmt"
	"os"
	"time"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/indicators/teacher"
	"github.com/eduplan/tonghua/rules"
	"github.com/eduplan/tonghua/rules/report"
	"github.com/eduplan/tonghua/rules/verdict"
)

// SeniorMasterShare measures the senior-high teachers with a master's degree.
var SeniorMasterShare = rules.MustShare(Yunxi, SeniorMaster, indicators.Share[teacher.Record]{
	Among:   teacher.Stage.Is(indicators.SeniorHigh),
	Counted: teacher.Education.AtLeast(indicators.Master),
})

// BooksPerPupil binds schools: so many books for each pupil.
var BooksPerPupil = rules.MustDuty(Yunxi, LibraryBooks, indicators.Duty[Library]{
	Must: Books.AtLeastShareOf(Pupils, indicators.Each),
})

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "othercity:", err)
		os.Exit(1)
	}
}

func run() error {
	asOf := quantity.DateOf(2028, time.September, 1)
	masters, err := SeniorMasterShare.Evaluate(asOf,
		teacher.Record{Stage: indicators.SeniorHigh, Education: indicators.Master},
		teacher.Record{Stage: indicators.SeniorHigh, Education: indicators.Bachelor},
		teacher.Record{Stage: indicators.Primary, Education: indicators.College})
	if err != nil {
		return err
	}
	books, err := BooksPerPupil.Evaluate(asOf,
		Library{Books: quantity.N(21_000), Pupils: quantity.N(1_000)},
		Library{Books: quantity.N(9_999), Pupils: quantity.N(500)})
	if err != nil {
		return err
	}
	page, err := report.New(Yunxi, asOf, verdict.Results{Rules: []verdict.Result{masters, books}})
	if err != nil {
		return err
	}
	return page.WriteText(os.Stdout, report.Options{})
}
