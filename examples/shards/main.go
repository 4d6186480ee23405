// Command shards judges a register that is too large for one machine, or lies in many
// files: each part is counted by itself, wherever it lies, and what was counted is merged
// and judged. No row leaves the part.
//
//	shards count -date 2025-12-31 -by 区县 -part 东昌区 -o east.state east.csv
//	shards merge -o all.state *.state
//	shards show -group all.state
//
// A part that was counted twice is refused by its name; the order in which parts are
// merged changes no byte. A command that fails or is killed leaves no half file.
package main

import (
	"encoding/csv"
	"errors"
	"flag"
	"fmt"
	"io"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/mappings"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/indicators/rows"
	"github.com/eduplan/tonghua/indicators/teacher"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules"
	"github.com/eduplan/tonghua/rules/report"
	"github.com/eduplan/tonghua/rules/tonghua"
)

func main() {
	if err := run(os.Args[1:], os.Stdout, os.Stderr); err != nil {
		if !errors.Is(err, flag.ErrHelp) {
			fmt.Fprintln(os.Stderr, "shards:", err)
		}
		os.Exit(1)
	}
}

func run(args []string, out, messages io.Writer) error {
	if len(args) == 0 {
		return errors.New("want count, merge or show")
	}
	switch args[0] {
	case "count":
		return countPart(args[1:], messages)
	case "merge":
		return merge(args[1:], messages)
	case "show":
		return show(args[1:], out, messages)
	}
	return fmt.Errorf("%q: want count, merge or show", args[0])
}

// row is a row of a table with the group that it lies in.
type row struct {
	rows.Row[teacher.Record]
	group string
}

// panel asks all rules on teachers. Every part must be counted by the same one.
func panel() (*rules.Panel[row, teacher.Record], error) {
	return rules.NewPanel(func(from *row, to *teacher.Record) { from.Map(to) }, tonghua.Teachers()...)
}

// countPart counts a table and writes down what was counted.
func countPart(args []string, messages io.Writer) error {
	flags := flag.NewFlagSet("count", flag.ContinueOnError)
	flags.SetOutput(messages)
	var date quantity.Date
	flags.TextVar(&date, "date", quantity.Date{}, "the date that the data describe, such as 2025-12-31")
	by := flags.String("by", "", "the column of the group, such as 区县; without it the part is one group")
	part := flags.String("part", "", "the name of the part; by default that of the file")
	to := flags.String("o", "", "the file to write")
	if err := flags.Parse(args); err != nil {
		return err
	}
	switch {
	case !date.Known():
		return errors.New("-date: want the day that the data describe")
	case *to == "" || flags.NArg() != 1:
		return errors.New("want -o and one table")
	}
	name := flags.Arg(0)
	if *part == "" {
		*part = filepath.Base(name)
	}
	file, err := os.Open(name)
	if err != nil {
		return err
	}
	defer file.Close()
	p, err := panel()
	if err != nil {
		return err
	}
	groups, err := rules.EvaluateSeqBy(p.Part(*part), date, eachRow(file, name, *by, messages), func(r *row) string { return r.group })
	if err != nil {
		return fmt.Errorf("part %s: %w", *part, err)
	}
	register, err := groups.Register(func(group string) string { return group })
	if err != nil {
		return err
	}
	return writeState(*to, register)
}

// eachRow yields the rows of a table in CSV, and tells the faults of cells as it goes.
func eachRow(source io.Reader, name, by string, messages io.Writer) iter.Seq2[row, error] {
	return func(yield func(row, error) bool) {
		in := csv.NewReader(source)
		header, err := in.Read()
		if err != nil {
			yield(row{}, fmt.Errorf("%s: %w", name, err))
			return
		}
		header[0] = strings.TrimPrefix(header[0], "\ufeff")
		at := slices.Index(header, by)
		if by != "" && at < 0 {
			yield(row{}, fmt.Errorf("%s: no column %q", name, by))
			return
		}
		reader, err := mappings.Teachers().With(rows.Ignored[teacher.Record](by)).Header(header)
		if err != nil {
			yield(row{}, fmt.Errorf("%s: %w", name, err))
			return
		}
		for {
			cells, err := in.Read()
			switch {
			case errors.Is(err, io.EOF):
				return
			case err != nil:
				yield(row{}, fmt.Errorf("%s: %w", name, err))
				return
			}
			var one row
			faults, blank := reader.Read(cells, &one.Row)
			for _, f := range faults {
				fmt.Fprintf(messages, "%s: %s\n", name, f)
			}
			if blank {
				continue
			}
			if at >= 0 {
				one.group = strings.TrimSpace(cells[at])
			}
			if !yield(one, nil) {
				return
			}
		}
	}
}

// merge adds what was counted of several parts.
func merge(args []string, messages io.Writer) error {
	flags := flag.NewFlagSet("merge", flag.ContinueOnError)
	flags.SetOutput(messages)
	to := flags.String("o", "", "the file to write")
	if err := flags.Parse(args); err != nil {
		return err
	}
	if *to == "" || flags.NArg() == 0 {
		return errors.New("want -o and at least one state")
	}
	all, err := gathered(flags.Args())
	if err != nil {
		return err
	}
	register, err := all.Register(func(group string) string { return group })
	if err != nil {
		return err
	}
	return writeState(*to, register)
}

// gathered merges the states of some files.
func gathered(names []string) (all *rules.Groups[string], err error) {
	p, err := panel()
	if err != nil {
		return nil, err
	}
	for _, name := range names {
		register, err := readState(name)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		groups, err := p.Gather(register)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		if all == nil {
			all = groups
		} else if err := all.Merge(groups); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
	}
	return all, nil
}

// show judges what was counted.
func show(args []string, out, messages io.Writer) error {
	flags := flag.NewFlagSet("show", flag.ContinueOnError)
	flags.SetOutput(messages)
	language := flags.String("lang", "zh", "language: zh or en")
	byGroup := flags.Bool("group", false, "show groups under the statements")
	if err := flags.Parse(args); err != nil {
		return err
	}
	l, err := bilingual.ParseLanguage(*language)
	if err != nil {
		return err
	}
	if flags.NArg() == 0 {
		return errors.New("want at least one state")
	}
	all, err := gathered(flags.Args())
	if err != nil {
		return err
	}
	total := all.Total()
	page, err := report.NewGrouped(plan.Tonghua(), total.AsOf, report.Groups(all.All()), total)
	if err != nil {
		return err
	}
	return page.WriteText(out, report.Options{Language: l, NoGroups: !*byGroup})
}
