// Command columns judges a staff table in columns: a Parquet file, or Arrow record batches
// in memory. It is the fastest way to hand many rows to a panel.
//
//	columns staff.parquet -date 2025-12-31 -by county
//	columns -sample staff.parquet -date 2025-12-31 -by county
//
// What each column fills stands in mapping.go. A column that lacks leaves its field
// unknown; one of a wrong type is an error, as is a file that is cut off: then there is no
// verdict.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"

	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules"
	"github.com/eduplan/tonghua/rules/report"
	"github.com/eduplan/tonghua/rules/tonghua"
)

func main() {
	if err := run(os.Args[1:], os.Stdout, os.Stderr); err != nil {
		if !errors.Is(err, flag.ErrHelp) {
			fmt.Fprintln(os.Stderr, "columns:", err)
		}
		os.Exit(1)
	}
}

func run(args []string, out, messages io.Writer) error {
	flags := flag.NewFlagSet("columns", flag.ContinueOnError)
	flags.SetOutput(messages)
	var date quantity.Date
	flags.TextVar(&date, "date", quantity.Date{}, "the date that the data describe, such as 2025-12-31")
	by := flags.String("by", "", "the column of the group, such as county; without it the file is one group")
	language := flags.String("lang", "zh", "language: zh or en")
	sample := flags.Bool("sample", false, "first write the staff table of a generated city to the file, which must not be there")
	files, err := parse(flags, args)
	if err != nil {
		return err
	}
	l, err := bilingual.ParseLanguage(*language)
	switch {
	case err != nil:
		return err
	case !date.Known():
		return errors.New("-date: want the day that the data describe")
	case len(files) != 1:
		return fmt.Errorf("%d files: want one Parquet file", len(files))
	}
	if *sample {
		if err := writeSample(files[0], date.Year()); err != nil {
			return err
		}
	}
	groups, err := judge(files[0], date, *by, messages)
	if err != nil {
		return err
	}
	total := groups.Total()
	page, err := report.NewGrouped(plan.Tonghua(), total.AsOf, report.Groups(groups.All()), total)
	if err != nil {
		return err
	}
	return page.WriteText(out, report.Options{Language: l, NoGroups: *by == ""})
}

// parse reads flags before and behind the names of files, which it returns.
func parse(flags *flag.FlagSet, args []string) (files []string, err error) {
	for {
		if err := flags.Parse(args); err != nil {
			return nil, err
		}
		if flags.NArg() == 0 {
			return files, nil
		}
		files, args = append(files, flags.Arg(0)), flags.Args()[1:]
	}
}

// judge asks all rules on teachers about the rows of a file, by group.
func judge(path string, date quantity.Date, by string, messages io.Writer) (*rules.Groups[string], error) {
	panel, err := rules.NewPanel(mappingOn(date), tonghua.Teachers()...)
	if err != nil {
		return nil, err
	}
	return rules.EvaluateSeqBy(panel, date, parquetRows(path, by, messages), groupOf)
}
