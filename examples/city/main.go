// Command city prints the report of the whole plan of Tonghua on public
// figures: those that the plan itself gives for 2020, and the 2020 census by
// county. It is the library's main job in one place, to be copied:
//
//	go run ./examples/city -lang zh -date 2025-12-31
//
// The figures stand with their sources in figures.csv and attainment.csv.
package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"os"

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
}

func run(args []string, out, messages io.Writer) error {
	s, err := parse(args, messages)
	if err != nil {
		return err
	}
	page, err := city(s.date, s.byCounty)
	if err != nil {
		return err
	}
	options := report.Options{Language: s.language, All: s.all, Only: s.only}
	switch s.format {
	case "json":
		encoder := json.NewEncoder(out)
		encoder.SetIndent("", "  ")
		encoder.SetEscapeHTML(false)
		return encoder.Encode(page)
	case "markdown":
		return page.WriteMarkdown(out, options)
	}
	return page.WriteText(out, options)
}

func parse(args []string, messages io.Writer) (settings, error) {
	_, last := plan.Tonghua().Period()
	s := settings{date: last}
	flags := flag.NewFlagSet("city", flag.ContinueOnError)
	flags.SetOutput(messages)
	flags.TextVar(&s.date, "date", last, "the report's date, such as 2026-06-30")
	language := flags.String("lang", "zh", "language: zh or en")
	flags.StringVar(&s.format, "format", "text", "form of the report: text, json or markdown")
	flags.BoolVar(&s.all, "all", false, "print statements without data as well")
	only := flags.String("only", "", "print some statements alone: breach, undetermined or nodata")
	group := flags.String("group", "", "show groups under the statements that have them: county")
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
	case s.format != "text" && s.format != "json" && s.format != "markdown":
		return s, fmt.Errorf("-format %q: want text, json or markdown", s.format)
	case *group != "" && *group != "county":
		return s, fmt.Errorf("-group %q: want county", *group)
	case flags.NArg() > 0:
		return s, fmt.Errorf("unexpected argument %q", flags.Arg(0))
	}
	s.byCounty = *group == "county"
	return s, nil
}
