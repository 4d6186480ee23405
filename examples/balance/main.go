// Command balance fills in the form of the national evaluation of quality-balanced compulsory
// education (县域义务教育优质均衡发展督导评估) from a CSV file of schools, and draws it as a page:
//
//	go run ./examples/balance
//	go run ./examples/balance -schools schools.csv -county 松岭县
//	go run ./examples/balance -schools schools.csv -format html -o balance.html
//
// Without -schools it judges a sample whose schools are made up. See README.md for the columns.
package main

import (
	"bytes"
	_ "embed"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/eduplan/tonghua/examples/wholefile"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
)

//go:embed sample.csv
var sample []byte

func main() {
	language, err := run(os.Args[1:], os.Stdout, os.Stderr)
	if err == nil {
		return
	}
	if !errors.Is(err, flag.ErrHelp) {
		for _, line := range said(err, language) {
			fmt.Fprintln(os.Stderr, "balance: "+line)
		}
	}
	os.Exit(2)
}

// settings are what the flags say.
type settings struct {
	schools  string // a file, "" for the sample
	asOf     quantity.Date
	county   string
	format   string
	file     string
	language bilingual.Language
}

// form is what all forms are written from.
type form struct {
	settings
	counties []county
	notes    []bilingual.Text
}

// run returns the language too, in which its error is to be said.
func run(args []string, out, messages io.Writer) (bilingual.Language, error) {
	s, err := parse(args, messages)
	if err != nil {
		return s.language, err
	}
	f, err := judged(s)
	if err != nil {
		return s.language, err
	}
	write := map[string]func(io.Writer, form) error{"text": writeText, "csv": writeSheet, "html": writePage}[s.format]
	if s.format == "csv" || s.file != "" {
		for _, note := range shownNotes(f.notes, s.language) {
			fmt.Fprintln(messages, "balance: "+note)
		}
	}
	if s.file == "" {
		return s.language, write(out, f)
	}
	file, err := wholefile.Create(s.file)
	if err != nil {
		return s.language, err
	}
	defer file.Abandon()
	if err := write(file, f); err != nil {
		return s.language, err
	}
	return s.language, file.Finish()
}

// judged reads the schools and judges them.
func judged(s settings) (form, error) {
	source := io.Reader(bytes.NewReader(sample))
	if s.schools != "" {
		if err := wholefile.Overwrites([]string{s.schools}, s.file); err != nil {
			return form{}, err
		}
		file, err := os.Open(s.schools)
		if err != nil {
			return form{}, err
		}
		defer file.Close()
		source = file
	}
	list, err := read(source)
	if err != nil {
		return form{}, err
	}
	f := form{settings: s, notes: list.notes}
	if s.county != "" {
		var counties []string
		for _, one := range list.schools {
			if !slices.Contains(counties, one.County) {
				counties = append(counties, one.County)
			}
		}
		if list.schools = slices.DeleteFunc(list.schools, func(one school) bool { return one.County != s.county }); len(list.schools) == 0 {
			return form{}, refuse("-county：文件中没有“%s”，有的是：%s", "-county: the file has no %q; it has "+strings.Join(counties, ", "), s.county, strings.Join(counties, "、"))
		}
	}
	f.counties, err = judge(s.asOf, list.schools)
	return f, err
}

func parse(args []string, messages io.Writer) (settings, error) {
	s := settings{asOf: quantity.DateOf(2024, 12, 31)}
	flags := flag.NewFlagSet("balance", flag.ContinueOnError)
	flags.SetOutput(messages)
	flags.StringVar(&s.schools, "schools", "", "a CSV file of schools; by default a sample that is made up")
	flags.TextVar(&s.asOf, "as-of", s.asOf, "the date of the data, such as 2024-12-31")
	flags.StringVar(&s.county, "county", "", "one county only, as the file names it")
	flags.StringVar(&s.format, "format", "text", "text, csv or html")
	flags.StringVar(&s.file, "o", "", "the file to write; by default the output")
	language := flags.String("lang", "zh", "language: zh or en")
	if err := flags.Parse(args); err != nil {
		return s, err
	}
	var err error
	if s.language, err = bilingual.ParseLanguage(*language); err != nil {
		return s, err
	}
	s.county = quantity.Normal(s.county)
	switch {
	case !s.asOf.Known():
		return s, refuse("-as-of：应填日期，如2024-12-31", "-as-of: a day such as 2024-12-31 is expected")
	case !slices.Contains([]string{"text", "csv", "html"}, s.format):
		return s, refuse("-format “%s”：应为text、csv或html", "-format %q: text, csv or html is expected", s.format)
	case flags.NArg() > 0:
		return s, refuse("多余的参数“%s”：文件用-schools给出", "unexpected argument %q: a file is given by -schools", flags.Arg(0))
	}
	return s, nil
}

// said is an error in words, a line for each thing that is wrong.
func said(err error, l bilingual.Language) []string {
	if several, is := err.(interface{ Unwrap() []error }); is {
		var lines []string
		for _, one := range several.Unwrap() {
			lines = append(lines, said(one, l)...)
		}
		return lines
	}
	if in := (interface {
		In(bilingual.Language) string
	})(nil); errors.As(err, &in) {
		return []string{in.In(l)}
	}
	return []string{err.Error()}
}

// mostNotes is how many notes on a file a form prints.
const mostNotes = 20

// shownNotes are the notes on a file, the first of them where there are many.
func shownNotes(notes []bilingual.Text, l bilingual.Language) (lines []string) {
	for _, n := range notes[:min(len(notes), mostNotes)] {
		lines = append(lines, n.In(l))
	}
	if more := len(notes) - mostNotes; more > 0 {
		lines = append(lines, fmt.Sprintf(l.Pick("另有%d处，请先改正以上各处", "%d more: correct these first"), more))
	}
	return lines
}
