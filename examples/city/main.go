// Command city prints the report of the whole plan of Tonghua on public
// figures: those that the plan itself gives for 2020, and the 2020 census by
// county. It is the library's main job in one place, to be copied:
//
//	go run ./examples/city -lang zh -date 2025-12-31
//
// The figures stand with their sources in figures.csv and attainment.csv. With
// -registers the report shows what all rules of the book say of a whole city, whose
// registers are generated (package registers) and no real data:
//
//	go run ./examples/city -registers -year 2023 -group county
//
// and as a page for a browser, with a page for each statement beside it:
//
//	go run ./examples/city -registers -format html -o city.html
package main

import (
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"slices"

	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules/report"
)

func main() {
	if err := run(os.Args[1:], os.Stdout, os.Stderr); err != nil {
		if err != flag.ErrHelp {
			fmt.Fprintln(os.Stderr, "city:", err)
		}
		os.Exit(2)
	}
}

// settings are what the flags say.
type settings struct {
	date     quantity.Date
	language bilingual.Language
	format   string
	all      bool
	only     report.Filter
	byCounty bool
	ahead    int
	width    int
	file     string // of the pages; "" for the output
	year     int    // of the generated registers; 0 for none
	plain    bool   // no flag but the language was given
}

func run(args []string, out, messages io.Writer) error {
	s, err := parse(args, messages)
	if err != nil {
		return err
	}
	page, err := city(s)
	if err != nil {
		return err
	}
	if s.plain {
		return overview(out, page, s.language)
	}
	options := report.Options{Language: s.language, All: s.all, Only: s.only, NoGroups: !s.byCounty, Ahead: s.ahead, Width: s.width}
	switch s.format {
	case "json":
		encoder := json.NewEncoder(out)
		encoder.SetEscapeHTML(false)
		return encoder.Encode(page)
	case "compact":
		data, err := page.Compact()
		if err != nil {
			return err
		}
		_, err = out.Write(data)
		return err
	case "markdown":
		return page.WriteMarkdown(out, options)
	case "html":
		return writePages(out, page, s)
	}
	if err := page.WriteText(out, options); err != nil || s.year == 0 || s.only != report.Everything {
		return err
	}
	return followUp(out, s)
}

func parse(args []string, messages io.Writer) (settings, error) {
	_, last := plan.Tonghua().Period()
	s := settings{date: last}
	flags := flag.NewFlagSet("city", flag.ContinueOnError)
	flags.SetOutput(messages)
	flags.TextVar(&s.date, "date", last, "the report's date, such as 2026-06-30")
	language := flags.String("lang", "zh", "language: zh or en")
	flags.StringVar(&s.format, "format", "text", "form of the report: text, json, compact (JSON without texts), markdown or html")
	flags.StringVar(&s.file, "o", "", "with -format html: the file of the page; those of the statements come into a folder beside it")
	flags.BoolVar(&s.all, "all", false, "print statements without data as well")
	only := flags.String("only", "", "print some statements alone: breach, undetermined or nodata")
	generated := flags.Bool("registers", false, "add what the rules say of generated registers, which are no real data")
	year := flags.Int("year", 0, "year of the generated registers, 2020 to 2025; by default the last that has ended on the date")
	group := flags.String("group", "", "show groups under the statements that have them: county")
	flags.IntVar(&s.ahead, "ahead", 90, "list what falls due in so many days, and what is behind its pace; 0 for neither")
	flags.IntVar(&s.width, "width", report.DefaultWidth, "columns of the text")
	if err := flags.Parse(args); err != nil {
		return s, err
	}
	var err error
	if s.language, err = bilingual.ParseLanguage(*language); err != nil {
		return s, err
	}
	if s.only, err = report.ParseFilter(*only); err != nil {
		return s, fmt.Errorf("-only: %w", err)
	}
	switch {
	case !s.date.Known():
		return s, fmt.Errorf("-date: want a day such as 2026-06-30")
	case !slices.Contains([]string{"text", "json", "compact", "markdown", "html"}, s.format):
		return s, fmt.Errorf("-format %q: want text, json, compact, markdown or html", s.format)
	case s.file != "" && s.format != "html":
		return s, errors.New("-o: want -format html with it")
	case *group != "" && *group != "county":
		return s, fmt.Errorf("-group %q: want county", *group)
	case flags.NArg() > 0:
		return s, fmt.Errorf("unexpected argument %q", flags.Arg(0))
	}
	s.plain = true
	flags.Visit(func(f *flag.Flag) { s.plain = s.plain && f.Name == "lang" })
	s.byCounty = *group == "county"
	s.year, err = registerYear(*generated, *year, s.date)
	return s, err
}
