package main

import (
	"context"
	"encoding/json"
	"fmt"

	"github.com/urfave/cli/v3"

	"github.com/eduplan/tonghua/rules/archive"
	"github.com/eduplan/tonghua/rules/report"
)

func (p *program) diff() *cli.Command {
	return &cli.Command{
		Name: "diff", ArgsUsage: p.say("旧报告 新报告", "OLD NEW"),
		Usage: p.say("比较两份报告，有哪些不同、为什么", "compare two reports: what differs, and why"),
		Description: p.say("两个文件各是一份 JSON 报告或存档。先列结论不同的条款，再列要求、数值、差距、佐证等其他不同，各注明原因。有结论不同时退出码为1，否则为0。",
			"Each file is a report in JSON or an archive. First come the statements whose verdict is another, then those that differ in demand, value, shortfall or evidence, each with the causes. The exit code is 1 where a verdict is another, else 0."),
		Flags:    []cli.Flag{&cli.StringFlag{Name: "as", Value: "text", Usage: p.say("输出形式：text（文字）或 json", "form of the output: text or json")}},
		Metadata: examples("tonghua diff june.json december.json", "tonghua diff june.json december.json -as json"),
		Action: func(_ context.Context, c *cli.Command) error {
			given, err := p.arguments(c, 2, 2)
			if err != nil {
				return err
			}
			if err := p.oneOf("as", c.String("as"), "text", "json"); err != nil {
				return err
			}
			var reports [2]*report.Report
			for i, name := range given {
				if reports[i], err = p.readReport(name); err != nil {
					return err
				}
			}
			return p.differences(reports[0], reports[1], c.String("as") == "json")
		},
		ShellComplete: p.completes(nil),
	}
}

// differences says what differs, and objects where a verdict is another.
func (p *program) differences(before, after *report.Report, data bool) error {
	list := report.Compare(before, after)
	var flips, rest []string
	for _, d := range list {
		if d.Flip {
			flips = append(flips, d.In(p.language))
		} else {
			rest = append(rest, d.In(p.language))
		}
	}
	if data {
		if list == nil {
			list = []report.Difference{}
		}
		if err := p.json(list); err != nil {
			return err
		}
	} else {
		p.line(p.say("旧", "old"), before.Heading(p.language))
		p.line(p.say("新", "new"), after.Heading(p.language))
		p.list(p.say(fmt.Sprintf("结论不同（%d项）", len(flips)), fmt.Sprintf("another verdict (%d)", len(flips))), flips)
		p.list(p.say(fmt.Sprintf("结论相同，其他不同（%d项）", len(rest)), fmt.Sprintf("the same verdict, and something else differs (%d)", len(rest))), rest)
		if len(list) == 0 {
			p.put(p.say("两份报告没有不同", "nothing differs"))
		}
	}
	if len(flips) > 0 {
		return &ending{code: objected}
	}
	return nil
}

// readReport reads a report, or the one in an archive.
func (p *program) readReport(name string) (*report.Report, error) {
	data, err := p.read(name)
	if err != nil {
		return nil, err
	}
	switch kindOf(data) {
	case archiveFile:
		kept := new(archive.Archive)
		if err := json.Unmarshal(data, kept); err == nil {
			if r, err := kept.Report(); err == nil {
				return r, nil
			}
		}
	case reportFile:
		r := new(report.Report)
		if err := json.Unmarshal(data, r); err == nil {
			return r, nil
		}
	}
	return nil, &ending{badData, p.say(name+" 不是 JSON 报告，也不是存档；报告这样生成：tonghua check … -as json -o report.json，存档这样生成：tonghua check … -archive archive.json",
		name+" is neither a report in JSON nor an archive; a report is made by: tonghua check … -as json -o report.json, an archive by: tonghua check … -archive archive.json")}
}

// fileKind says what a file of this program is.
type fileKind uint8

const (
	otherFile fileKind = iota
	reportFile
	archiveFile
)

// kindOf tells a report and an archive apart by the names that one of them alone has.
func kindOf(data []byte) fileKind {
	var names map[string]json.RawMessage
	if json.Unmarshal(data, &names) != nil {
		return otherFile
	}
	switch {
	case names["digest"] != nil && names["report"] != nil && names["data"] != nil:
		return archiveFile
	case names["edition"] != nil && names["parts"] != nil && names["summary"] != nil:
		return reportFile
	}
	return otherFile
}
