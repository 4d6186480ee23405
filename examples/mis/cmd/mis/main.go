// Command mis keeps the registers of a city's schools in a database and has them judged
// by the rules of the plan:
//
//	mis fill -year 2025 city.db
//	mis report -date 2025-12-31 -page 通化.html -findings 问题.csv -faults 错误.csv city.db
//	mis save -staff file.json city.db
//	mis history senior-master city.db
//
// The database is a file, which is SQLite, or the address of a PostgreSQL, such as
// postgres://user@host/name. The first line makes a whole city, which is no real data.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"runtime/debug"
	"strings"
	"syscall"

	"github.com/eduplan/tonghua/examples/mis"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/plan"
)

// The codes that the process ends with.
const (
	done   = 0 // nothing to object
	unmet  = 1 // a statement that is no longer open is not met
	failed = 3 // wrong use, or something that kept the program from its work
)

// memory is what the heap is kept to. A report keeps little; without a limit the collector
// lets garbage grow to as much again.
const memory = 12 << 20

func main() {
	if os.Getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(memory)
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	code := run(ctx, os.Args[1:], os.Stdout, os.Stderr)
	stop()
	os.Exit(code)
}

// program is one call of the command.
type program struct {
	out      io.Writer
	messages io.Writer
	language bilingual.Language
}

// say picks the language.
func (p *program) say(zh, en string) string { return p.language.Pick(zh, en) }

// line prints a line of the answer.
func (p *program) line(text string) error {
	_, err := fmt.Fprintln(p.out, text)
	return err
}

func run(ctx context.Context, args []string, out, messages io.Writer) int {
	p := &program{out: out, messages: messages}
	code, err := p.command(ctx, args)
	switch {
	case err == nil:
		return code
	case errors.Is(err, flag.ErrHelp):
		return done
	case ctx.Err() != nil: // however the database puts it
		err = ctx.Err()
	}
	fmt.Fprintln(messages, "mis: "+mis.Explain(err, p.language))
	return failed
}

func (p *program) command(ctx context.Context, args []string) (int, error) {
	commands := []struct {
		name string
		run  func(context.Context, []string) (int, error)
	}{{"fill", p.fill}, {"report", p.report}, {"save", p.save}, {"history", p.history}}
	for _, c := range commands {
		if len(args) > 0 && args[0] == c.name {
			return c.run(ctx, args[1:])
		}
	}
	p.language = languageOf(args)
	usage := p.say("用法：mis fill、mis report、mis save 或 mis history；选项见 mis report -h", "use: mis fill, mis report, mis save or mis history; options by mis report -h")
	if len(args) > 0 && (args[0] == "-h" || args[0] == "-help" || args[0] == "--help" || args[0] == "help") {
		return done, p.line(usage)
	}
	return failed, errors.New(usage)
}

// languageOf finds the language before the flags are read, since what is wrong with them
// is said in it.
func languageOf(args []string) bilingual.Language {
	for i, arg := range args {
		name, value, given := strings.Cut(strings.TrimLeft(arg, "-"), "=")
		if name != "lang" || !strings.HasPrefix(arg, "-") {
			continue
		}
		if !given && i+1 < len(args) {
			value = args[i+1]
		}
		if l, err := bilingual.ParseLanguage(value); err == nil {
			return l
		}
	}
	return bilingual.Chinese
}

// flags begins the options of a command; those that all have are there already.
func (p *program) flags(name string, args []string) *flag.FlagSet {
	p.language = languageOf(args)
	flags := flag.NewFlagSet("mis "+name, flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	flags.String("lang", "zh", p.say("语言：zh（中文）或 en（英文）", "language: zh or en"))
	return flags
}

// parse reads options before and behind the other arguments, of which so many are wanted.
func (p *program) parse(flags *flag.FlagSet, args []string, wanted ...string) (given []string, err error) {
	for {
		if err := flags.Parse(args); errors.Is(err, flag.ErrHelp) {
			fmt.Fprintln(p.out, flags.Name()+" "+strings.Join(wanted, " "))
			flags.SetOutput(p.out)
			flags.PrintDefaults()
			return nil, err
		} else if err != nil {
			return nil, fmt.Errorf(p.say("选项写得不对：%w", "an option is not right: %w"), err)
		}
		if flags.NArg() == 0 {
			break
		}
		given, args = append(given, flags.Arg(0)), flags.Args()[1:]
	}
	if _, err := bilingual.ParseLanguage(flags.Lookup("lang").Value.String()); err != nil {
		return nil, errors.New(p.say("选项 -lang 请写 zh 或 en", "the option -lang wants zh or en"))
	}
	if len(given) != len(wanted) {
		return nil, fmt.Errorf(p.say("要写明：%s", "wanted: %s"), flags.Name()+" "+strings.Join(wanted, " "))
	}
	return given, nil
}

// database is how the argument that names the database is called.
func (p *program) database() string { return p.say("数据库", "DATABASE") }

// dateFlag adds the option of the day that the data describe.
func (p *program) dateFlag(flags *flag.FlagSet) *quantity.Date {
	date := new(quantity.Date)
	_, last := plan.Tonghua().Period()
	flags.TextVar(date, "date", last, p.say("数据所属日期，如 2025-12-31", "the day that the data describe, such as 2025-12-31"))
	return date
}
