// Command whatif writes the page that answers a planner's questions in a browser, serves it
// on this machine, and answers the same questions itself.
//
//	whatif build DIR                                     write the page
//	whatif serve DIR                                     show it at http://127.0.0.1:8080/
//	whatif answer -date 2025-12-31 -scenario s.json teachers.csv   print what the page computes
//	whatif answer -demonstration                         the same of the demonstration data
package main

import (
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/eduplan/tonghua/examples/whatif"
	"github.com/eduplan/tonghua/examples/whatif/site"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/plan"
)

// errUsage says how the program is called.
var errUsage = errors.New(strings.TrimSpace(`usage:
  whatif build [-quality 11] DIR        write the page into a folder
  whatif serve [-at 127.0.0.1:8080] DIR show it in a browser on this machine
  whatif answer [-scenario FILE] [-date 2025-12-31] [-subject teacher] [-group 区县] FILE.csv
  whatif answer [-scenario FILE] [-subject teacher] -demonstration
`))

func main() {
	if err := run(os.Args[1:], os.Stdout, os.Stderr); err != nil {
		fmt.Fprintln(os.Stderr, whatif.Explain(err).In(bilingual.English))
		os.Exit(1)
	}
}

func run(args []string, out, messages io.Writer) error {
	if len(args) == 0 {
		return errUsage
	}
	flags := flag.NewFlagSet("whatif "+args[0], flag.ContinueOnError)
	flags.SetOutput(messages)
	switch args[0] {
	case "build":
		quality := flags.Int("quality", 11, "of the compressed files, 0 to 11; -1 for none")
		dir, err := folder(flags, args[1:])
		if err != nil {
			return err
		}
		return build(dir, *quality, messages)
	case "serve":
		at := flags.String("at", "127.0.0.1:8080", "address")
		dir, err := folder(flags, args[1:])
		if err != nil {
			return err
		}
		return serve(dir, *at, messages)
	case "answer":
		return answer(flags, args[1:], out)
	}
	return errUsage
}

func folder(flags *flag.FlagSet, args []string) (string, error) {
	if err := flags.Parse(args); err != nil {
		return "", err
	}
	if flags.NArg() != 1 {
		return "", errUsage
	}
	return flags.Arg(0), nil
}

func build(dir string, quality int, messages io.Writer) error {
	wasm, support, err := site.Compile(messages)
	if err != nil {
		return err
	}
	if quality == 11 {
		fmt.Fprintln(messages, "compressing takes a minute or two")
	}
	return site.Write(dir, wasm, support, quality)
}

func serve(dir, at string, messages io.Writer) error {
	if _, err := os.Stat(filepath.Join(dir, "index.html")); err != nil {
		return fmt.Errorf("no page in %s: whatif build %s writes it", dir, dir)
	}
	listener, err := net.Listen("tcp", at)
	if err != nil {
		return err
	}
	fmt.Fprintf(messages, "http://%s/\n", listener.Addr())
	server := &http.Server{Handler: site.Handler(dir), ReadHeaderTimeout: 10 * time.Second}
	return server.Serve(listener)
}

func answer(flags *flag.FlagSet, args []string, out io.Writer) error {
	from := flags.String("scenario", "", "file of the scenario, JSON")
	date := flags.String("date", "", "the day that the data describe")
	subject := flags.String("subject", "", "what the rows are, such as teacher")
	group := flags.String("group", "", "header of the column of the groups")
	demonstration := flags.Bool("demonstration", false, "take the demonstration data")
	if err := flags.Parse(args); err != nil {
		return err
	}
	if (flags.NArg() == 1) == *demonstration {
		return errUsage
	}
	var scenario whatif.Scenario
	if *from != "" {
		data, err := os.ReadFile(*from)
		if err != nil {
			return err
		}
		if scenario, err = whatif.ParseScenario(data); err != nil {
			return err
		}
	}
	var session whatif.Session
	if *demonstration {
		name := *subject
		if name == "" {
			name = "teacher"
		}
		if _, err := session.Demonstrate(name); err != nil {
			return err
		}
	} else {
		data, err := os.ReadFile(flags.Arg(0))
		if err != nil {
			return err
		}
		day, err := quantity.ParseDate(*date)
		if err != nil {
			return err
		}
		if _, err := session.Open(data, whatif.Options{AsOf: day, Subject: *subject, Group: *group, For: plan.City}); err != nil {
			return err
		}
	}
	a, err := session.Answer(scenario)
	if err != nil {
		return err
	}
	data, err := json.Marshal(a)
	if err != nil {
		return err
	}
	_, err = out.Write(append(data, '\n'))
	return err
}
