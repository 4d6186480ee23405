// Command importer reads the tables that offices keep, shows how it understands them, and
// writes what it could read as one table in CSV, and the rows that it refused as a sheet
// that can be corrected and given again.
//
//	importer 教师.xlsx -subject teacher -date 2025-12-31 -o 教师.csv -refused 退回.xlsx
//	importer 教师.xlsx 退回.xlsx -subject teacher -date 2025-12-31 -o 教师.csv
//
// It ends with 0, with 2 where rows were refused or a file cannot be read, and with 3 where
// it was called wrongly or a file cannot be opened or written.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/eduplan/tonghua/examples/importer"
	"github.com/eduplan/tonghua/examples/wholefile"
	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
)

// The codes that the process ends with.
const (
	done    = 0
	refused = 2
	failed  = 3
)

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

// call is what the program is asked to do.
type call struct {
	date           quantity.Date
	carry, sheets  []string
	rename         map[string]string
	clean, refused string
	language       bilingual.Language
	files          []string
}

func run(args []string, out, messages io.Writer) int {
	c := call{rename: map[string]string{}}
	flags := flag.NewFlagSet("importer", flag.ContinueOnError)
	flags.SetOutput(messages)
	subject := flags.String("subject", "", "what the rows are: teacher, pupil, school, …")
	flags.TextVar(&c.date, "date", quantity.Date{}, "the date that the data describe, such as 2025-12-31")
	flags.StringVar(&c.clean, "o", "", "write the rows that could be read to this CSV file")
	flags.StringVar(&c.refused, "refused", "", "write the rows that were refused to this file, .xlsx or .csv")
	flags.Func("keep", "a column to keep beside the fields, such as 区县; may be given again", func(s string) error { c.carry = append(c.carry, s); return nil })
	flags.Func("sheet", "read this sheet alone; may be given again", func(s string) error { c.sheets = append(c.sheets, s); return nil })
	flags.Func("column", "what a column means, such as 文化程度=education; 身份证号=key says who a record is, 备用= passes a column over; may be given again", func(s string) error {
		header, key, two := strings.Cut(s, "=")
		if !two {
			return errors.New("want header=field")
		}
		c.rename[header] = key
		return nil
	})
	language := flags.String("lang", "zh", "language: zh or en")
	for {
		if err := flags.Parse(args); errors.Is(err, flag.ErrHelp) {
			return done
		} else if err != nil {
			return failed
		}
		if flags.NArg() == 0 {
			break
		}
		c.files, args = append(c.files, flags.Arg(0)), flags.Args()[1:]
	}
	var err error
	if c.language, err = bilingual.ParseLanguage(*language); err == nil {
		reads, known := programs[*subject]
		if !known {
			err = fmt.Errorf("-subject %q: want one of %s", *subject, strings.Join(subjectKeys(), ", "))
		} else {
			var ok bool
			if err = wholefile.Overwrites(c.files, c.clean, c.refused); err == nil {
				ok, err = reads(c, out, messages)
			}
			if err == nil && !ok {
				return refused
			}
		}
	}
	if err == nil {
		return done
	}
	code := failed
	var wrong *importer.FileError
	if errors.As(err, &wrong) {
		code = refused
	}
	fmt.Fprintln(messages, "importer:", strings.TrimPrefix(importer.Explain(err, c.language), "importer: "))
	return code
}

// imports reads the files of one subject and reports whether nothing was refused.
func imports[R indicators.Record[R]](c call, out, messages io.Writer) (ok bool, err error) {
	o := importer.Usual[R](c.date)
	o.Rename, o.Sheets = c.rename, c.sheets
	for _, column := range c.carry {
		o.Carry = append(o.Carry, []string{column})
	}
	in, err := importer.Open(o, c.files...)
	if err != nil {
		return false, err
	}
	defer in.Close()
	fmt.Fprint(out, in.Understood(c.language))
	var files wholefile.Files
	defer files.Abandon()
	var write []func(*importer.Row[R])
	var finish []func() error
	if to, err := files.Create(c.clean); err != nil {
		return false, err
	} else if to != nil {
		table := importer.NewClean(to, in, c.language)
		write, finish = append(write, table.Write), append(finish, table.Close)
	}
	if to, err := files.Create(c.refused); err != nil {
		return false, err
	} else if to != nil {
		sheet := importer.NewRefusals(to, in, strings.EqualFold(filepath.Ext(c.refused), ".csv"), c.language)
		write, finish = append(write, sheet.Write), append(finish, sheet.Close)
	}
	for row, err := range in.Rows() {
		if err != nil {
			return false, err
		}
		for _, w := range write {
			w(row)
		}
	}
	report := in.Report()
	fmt.Fprint(out, report.In(c.language))
	for _, end := range finish {
		if err := end(); err != nil {
			return false, err
		}
	}
	return report.Refused == 0, files.Finish()
}
