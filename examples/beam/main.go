// Command beam judges a register that lies in many files with Apache Beam. One element is
// one file, a shard; what was counted of the shards is merged by county and judged.
//
//	go run . -generate 20000
//	go run . -date 2025-12-31 -by 区县 -findings findings.csv -shards 'data/*.csv'
//
// It runs in this process, on Beam's runner Prism, unless --runner names another.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"log/slog"
	"os"
	"path/filepath"
	"slices"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/runners"

	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules/report"
)

// options are the flags of this program, beside those of Beam.
type options struct {
	settings
	shards           string
	generate         int
	counts, findings string // files
}

func main() {
	var o options
	flag.StringVar(&o.shards, "shards", "", "the files of the register, such as 'data/*.csv' or 'gs://bucket/*.csv'")
	flag.TextVar(&o.Date, "date", o.Date, "the date that the data describe, such as 2025-12-31")
	flag.StringVar(&o.By, "by", "区县", "the column of the county")
	flag.StringVar(&o.counts, "counts", "", "the file to write what was counted to, one county a line; needed on a cluster")
	flag.StringVar(&o.findings, "findings", "", "the file to write to who does not meet a duty and which cells cannot be read, as CSV")
	flag.Func("lang", "language: zh or en", func(text string) (err error) {
		o.Language, err = bilingual.ParseLanguage(text)
		return err
	})
	flag.IntVar(&o.generate, "generate", 0, "judge so many made-up teachers instead of files")
	flag.Parse()
	beam.Init() // on a worker of a cluster this does the worker's part and does not return
	if err := run(context.Background(), o, flag.Args(), os.Stdout, os.Stderr); err != nil {
		fmt.Fprintln(os.Stderr, "beam:", err)
		os.Exit(1)
	}
}

// run counts the shards, judges what was counted and prints the report.
func run(ctx context.Context, o options, args []string, out, messages io.Writer) error {
	inProcess := slices.Contains([]string{"", "prism", "PrismRunner", "direct", "DirectRunner"}, *runners.Runner)
	switch {
	case len(args) > 0:
		return fmt.Errorf("unexpected %q: quote the pattern of -shards, so that the shell leaves it alone", args[0])
	case o.generate < 0 || (o.generate > 0) == (o.shards != ""):
		return errors.New("want either -shards or -generate with a number of teachers")
	case o.generate == 0 && !o.Date.Known():
		return errors.New("-date: want the day that the data describe")
	case !inProcess && (o.generate > 0 || o.counts == ""):
		return fmt.Errorf("-runner %s: want -shards and -counts with files that all workers and this program reach", *runners.Runner)
	}
	folder, err := os.MkdirTemp("", "beam-*")
	if err != nil {
		return err
	}
	defer os.RemoveAll(folder)
	if inProcess {
		slog.SetDefault(slog.New(slog.DiscardHandler)) // Beam logs several times what it then returns as an error
	}
	if o.counts == "" {
		o.counts = filepath.Join(folder, "counts.json")
	}
	if o.generate > 0 {
		o.Date, o.By, o.shards = generatedDate, generatedBy, filepath.Join(folder, "*.csv")
		if err := generate(folder, o.generate); err != nil {
			return err
		}
	}
	names, err := list(ctx, o.shards)
	if err != nil {
		return err
	}
	counters, err := count(ctx, names, &countFn{o.settings}, o)
	if err != nil {
		return err
	}
	fmt.Fprintf(messages, "%d shards, %d records, %d states merged, %d findings\n", counters["shards"], counters["records"], counters["states"], counters["findings"])
	groups, err := judge(ctx, o.counts, o.Date)
	if err != nil {
		return err
	}
	total := groups.Total()
	page, err := report.NewGrouped(plan.Tonghua(), total.AsOf, report.Groups(groups.All()), total)
	if err != nil {
		return err
	}
	return page.WriteText(out, report.Options{Language: o.Language})
}
