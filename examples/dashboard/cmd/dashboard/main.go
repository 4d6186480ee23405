// Command dashboard shows the registers of a database on web pages that follow what is
// saved:
//
//	dashboard -date 2025-12-31 city.db
//	dashboard -demo city.db
//
// The database is a file, which is SQLite, or the address of a PostgreSQL, such as
// postgres://user@host/name; mis fills it. With -demo a file that is not there is made and
// filled with a city, which is no real data, with some years of history and a ledger.
//
// The token for findings about persons is read from DASHBOARD_TOKEN; without it one is made
// and printed.
package main

import (
	"context"
	"crypto/rand"
	"errors"
	"flag"
	"fmt"
	"io"
	"log/slog"
	"net"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/eduplan/tonghua/examples/city/registers"
	"github.com/eduplan/tonghua/examples/dashboard"
	"github.com/eduplan/tonghua/examples/mis"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/plan"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if err := run(ctx, os.Args[1:], os.Getenv("DASHBOARD_TOKEN"), os.Stdout, os.Stderr); err != nil && !errors.Is(err, flag.ErrHelp) {
		fmt.Fprintln(os.Stderr, "dashboard: "+explain(err))
		stop()
		os.Exit(1)
	}
}

// explain says what went wrong and what to do about it.
func explain(err error) string {
	if errors.Is(err, dashboard.ErrToken) {
		return "环境变量 DASHBOARD_TOKEN 里的口令太短，至少要有16个字符"
	}
	return mis.Explain(err, bilingual.Chinese)
}

// run serves until the context ends.
func run(ctx context.Context, args []string, token string, out, log io.Writer) (err error) {
	_, last := plan.Tonghua().Period()
	date := last
	flags := flag.NewFlagSet("dashboard", flag.ContinueOnError)
	flags.SetOutput(out)
	address := flags.String("address", "localhost:8080", "监听地址；对外服务时放在带TLS的代理之后，并加 -secure")
	secure := flags.Bool("secure", false, "cookie只经TLS发送")
	demo := flags.Bool("demo", false, "数据库文件不存在时，建立一座虚构的城市")
	flags.TextVar(&date, "date", last, "数据所属日期")
	flags.Usage = func() {
		fmt.Fprintln(out, "用法：dashboard [选项] 数据库（文件，或 postgres://user@host/name）")
		flags.PrintDefaults()
	}
	if err := flags.Parse(args); err != nil {
		return err
	}
	if flags.NArg() != 1 {
		flags.Usage()
		return errors.New("请写明一个数据库")
	}
	switch {
	case token != "" && len(token) < dashboard.LeastToken:
		return dashboard.ErrToken
	case token == "":
		token = rand.Text()
		fmt.Fprintln(out, "口令（查看、修改个人记录用；可用环境变量 DASHBOARD_TOKEN 设定）：", token)
	}
	store, err := opened(ctx, flags.Arg(0), *demo, date, out)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, store.Close()) }()
	server, err := dashboard.New(ctx, store, dashboard.Options{Date: date, Token: token, Secure: *secure, Log: slog.New(slog.NewTextHandler(log, nil))})
	if err != nil {
		return err
	}
	listener, err := net.Listen("tcp", *address)
	if err != nil {
		return fmt.Errorf("不能监听 %s，可能已被占用；请用 -address 另选：%w", *address, err)
	}
	fmt.Fprintf(out, "请打开 http://%s/ ，按 Ctrl-C 停止\n", listener.Addr())
	ctx, end := context.WithCancel(ctx)
	defer end()
	followed := make(chan error, 1)
	go func() { followed <- server.Follow(ctx) }()
	pages := server.HTTP(ctx, *address)
	served := make(chan error, 1)
	go func() { served <- pages.Serve(listener) }()
	select {
	case err = <-served:
	case <-ctx.Done():
		patience, enough := context.WithTimeout(context.WithoutCancel(ctx), 5*time.Second)
		defer enough()
		err = pages.Shutdown(patience)
	}
	end()
	<-followed
	return err
}

// opened opens a database. A file that is not there is made for a demonstration.
func opened(ctx context.Context, source string, demo bool, date quantity.Date, out io.Writer) (*mis.Store, error) {
	store, err := mis.Open(ctx, source)
	if !demo || !errors.Is(err, os.ErrNotExist) {
		return store, err
	}
	fmt.Fprintln(out, "正在建立虚构的城市……")
	begun := source + ".part" // takes its name when it is whole
	if err := os.Remove(begun); err != nil && !errors.Is(err, os.ErrNotExist) {
		return nil, err
	}
	if store, err = mis.Create(ctx, begun); err != nil {
		return nil, err
	}
	if err := errors.Join(fill(ctx, store, date), store.Close()); err != nil {
		return nil, errors.Join(err, os.Remove(begun))
	}
	if err := os.Rename(begun, source); err != nil {
		return nil, err
	}
	return mis.Open(ctx, source)
}

// fill makes a city, files the results of the years before as the history, and begins a
// ledger of remedies.
func fill(ctx context.Context, store *mis.Store, date quantity.Date) error {
	for year := date.Year() - 3; year < date.Year(); year++ {
		if err := file(ctx, store, year); err != nil {
			return err
		}
	}
	city, err := registers.New(registers.Config{Year: date.Year()})
	if err != nil {
		return err
	}
	if err := store.Fill(ctx, city, nil); err != nil {
		return err
	}
	now, err := store.Report(ctx, mis.Options{Date: date, Remedies: []plan.ID{plan.TeacherTrainingHours, plan.ArtCourses}, Due: quantity.DateOf(date.Year()+1, 6, 30)})
	if err != nil {
		return err
	}
	return store.SaveReport(ctx, now)
}

// file files the results of an earlier year, which are made in a database of their own.
func file(ctx context.Context, to *mis.Store, year int) (err error) {
	folder, err := os.MkdirTemp("", "dashboard")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(folder)) }()
	city, err := registers.New(registers.Config{Year: year})
	if err != nil {
		return err
	}
	store, err := mis.Create(ctx, folder+"/city.db")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, store.Close()) }()
	if err := store.Fill(ctx, city, nil); err != nil {
		return err
	}
	r, err := store.Report(ctx, mis.Options{Date: city.AsOf()})
	if err != nil {
		return err
	}
	return to.SaveReport(ctx, r)
}
