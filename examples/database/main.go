// Command database judges a staff table where it lies, in SQLite, PostgreSQL, DuckDB or
// MySQL: the database counts, the rules are asked here, and no row travels.
//
//	database -engine sqlite -source city.db -sample 20000
//	database -engine sqlite -source city.db -date 2025-12-31
//
// The first line makes a table of made-up staff, the second prints the report by county.
// With -sql it prints what it would ask the database, and with -offenders the staff numbers
// of those who break a duty.
package main

import (
	"context"
	"database/sql"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"

	"github.com/eduplan/tonghua/examples/city/registers"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/indicators/teacher"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules"
	"github.com/eduplan/tonghua/rules/pushdown"
	"github.com/eduplan/tonghua/rules/report"
	"github.com/eduplan/tonghua/rules/tonghua"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := run(ctx, os.Args[1:], os.Stdout, os.Stderr); err != nil {
		if !errors.Is(err, flag.ErrHelp) {
			fmt.Fprintln(os.Stderr, "database:", err)
		}
		os.Exit(1)
	}
}

// settings are what the command was called with.
type settings struct {
	engine    string
	source    string
	date      quantity.Date
	sample    int
	sql       bool
	offenders string
	language  string
	byGroup   bool
}

func run(ctx context.Context, args []string, out, messages io.Writer) (err error) {
	flags := flag.NewFlagSet("database", flag.ContinueOnError)
	flags.SetOutput(messages)
	var s settings
	flags.StringVar(&s.engine, "engine", "sqlite", "duckdb, mysql, postgres or sqlite")
	flags.StringVar(&s.source, "source", "", "the file, or what the driver connects with, such as postgres://user@host/name")
	flags.TextVar(&s.date, "date", quantity.DateOf(2025, 12, 31), "the date that the data describe")
	flags.IntVar(&s.sample, "sample", 0, "make a staff table of so many made-up rows, and judge nothing")
	flags.BoolVar(&s.sql, "sql", false, "print the queries")
	flags.StringVar(&s.offenders, "offenders", "", "list the records that break a duty, such as teacher-training-hours")
	flags.StringVar(&s.language, "lang", "zh", "language: zh or en")
	flags.BoolVar(&s.byGroup, "group", false, "show groups under the statements")
	if err := flags.Parse(args); err != nil {
		return err
	}
	e, err := engineOf(s.engine)
	switch {
	case err != nil:
		return err
	case flags.NArg() > 0:
		return fmt.Errorf("%q: want flags alone", flags.Arg(0))
	case s.source == "":
		return errors.New("-source: want a file or a connection")
	}
	db, err := sql.Open(e.driver, s.source)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	if s.sample > 0 {
		return makeSample(db, e, s)
	}
	return judge(ctx, db, e, s, out)
}

// makeSample fills a table with the staff of a made-up city, again and again until there are
// enough.
func makeSample(db *sql.DB, e engine, s settings) error {
	rows, err := sampleStaff(s.date.Year(), s.sample)
	if err != nil {
		return err
	}
	return fillStaff(db, e, rows)
}

// spread takes the rows of a small sample from all counties.
const spread = 37

func sampleStaff(year, n int) ([]registers.Teacher, error) {
	city, err := registers.New(registers.Config{Year: year, Unknown: 15, Invalid: 5})
	if err != nil {
		return nil, err
	}
	rows := make([]registers.Teacher, n)
	for i := range rows {
		rows[i] = city.Teachers[i*spread%len(city.Teachers)]
		rows[i].No = fmt.Sprintf("JZG%08d", i)
	}
	return rows, nil
}

// panel asks all rules on teachers; the mapping is not used, since the database reads the rows.
func panel() (*rules.Panel[teacher.Record, teacher.Record], error) {
	return rules.NewPanel(rules.AsIs[teacher.Record], tonghua.Teachers()...)
}

// judge asks the database in one transaction, so that all queries see the same rows.
func judge(ctx context.Context, db *sql.DB, e engine, s settings, out io.Writer) error {
	l, err := bilingual.ParseLanguage(s.language)
	if err != nil {
		return err
	}
	p, err := panel()
	if err != nil {
		return err
	}
	query, err := pushdown.New(p, s.date, e.dialect, staffTable(e, s.date))
	if err != nil {
		return err
	}
	tx, err := e.begin(ctx, db)
	if err != nil {
		return err
	}
	defer func() { _ = tx.Rollback() }() // nothing was written
	if err := query.Learn(ctx, tx); err != nil {
		return err
	}
	switch {
	case s.sql:
		return printQueries(out, query, s)
	case s.offenders != "":
		for o, err := range query.Offenders(ctx, tx, plan.ID(s.offenders)) {
			if err != nil {
				return err
			}
			fmt.Fprintf(out, "%s\t%s\n", o.Key, o.Group)
		}
		return nil
	}
	groups, err := query.Groups(ctx, tx)
	if err != nil {
		return err
	}
	page, err := report.NewGrouped(plan.Tonghua(), s.date, report.Groups(groups.All()), groups.Total())
	if err != nil {
		return err
	}
	return page.WriteText(out, report.Options{Language: l, NoGroups: !s.byGroup})
}

// printQueries shows whoever answers for the database what it would be asked.
func printQueries(out io.Writer, query *pushdown.Query[teacher.Record], s settings) error {
	texts, err := query.Statements()
	if err != nil {
		return err
	}
	texts = append(query.Lists(), texts...)
	if s.offenders != "" {
		one, err := query.OffendersStatement(plan.ID(s.offenders))
		if err != nil {
			return err
		}
		texts = append(texts, one)
	}
	for _, text := range texts {
		fmt.Fprintf(out, "%s;\n\n", text)
	}
	return nil
}
