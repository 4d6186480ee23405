// Command audit reads a copy of the plan's text and prints what accounts for
// each of its numerals, which statements each section yields, and which figures
// the text does not print. It fails where anything is left over, with the line.
//
//	go run . path/to/the/plan.txt
//	go run . -lang en - < plan.txt
//
// The copy is UTF-8 or GB18030 (of which GBK and GB2312 are parts), which this
// module decodes: the library itself reads UTF-8 alone and has no other
// dependency.
package main

import (
	"flag"
	"fmt"
	"io"
	"os"

	"github.com/eduplan/tonghua/indicators/bilingual"
)

func main() {
	language := flag.String("lang", "zh", "language of the table: zh or en")
	flag.Usage = func() {
		fmt.Fprintln(flag.CommandLine.Output(), "usage: audit [-lang zh|en] FILE, or - for the standard input")
		flag.PrintDefaults()
	}
	flag.Parse()
	if flag.NArg() != 1 {
		flag.Usage()
		os.Exit(2)
	}
	if err := run(flag.Arg(0), *language, os.Stdin, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "audit:", err)
		os.Exit(1)
	}
}

// run audits a file and prints the table. What is wrong is in the table and is
// the error too.
func run(path, language string, in io.Reader, out io.Writer) error {
	l, err := bilingual.ParseLanguage(language)
	if err != nil {
		return err
	}
	if path != "-" {
		file, err := os.Open(path)
		if err != nil {
			return err
		}
		defer file.Close()
		in = file
	}
	text, err := io.ReadAll(in)
	if err != nil {
		return err
	}
	page, wrong := audit(text)
	if page == nil {
		return wrong
	}
	if err := page.WriteText(out, l); err != nil {
		return err
	}
	if wrong != nil {
		return fmt.Errorf("problems: %d; the first: %w", len(page.Problems), page.Problems[0])
	}
	return nil
}
