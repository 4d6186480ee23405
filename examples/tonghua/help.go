package main

import (
	"context"
	"fmt"
	"io"
	"strings"

	"github.com/urfave/cli/v3"

	"github.com/eduplan/tonghua/rules/report"
)

// speakInHelp makes the framework's help speak the language that was chosen. It can be
// told so through its own variables alone.
func (p *program) speakInHelp() {
	cli.HelpPrinter = func(_ io.Writer, _ string, c any) { _ = p.writeHelp(c.(*cli.Command)) }
	cli.HelpFlag = &cli.BoolFlag{Name: "help", Aliases: []string{"h"}, HideDefault: true, Local: true, Usage: p.say("显示用法", "show how it is used")}
}

// help shows the use of the program, or of one command.
func (p *program) help() *cli.Command {
	return &cli.Command{
		Name: "help", ArgsUsage: p.say("[命令]", "[COMMAND]"),
		Usage: p.say("显示用法", "show how the program or a command is used"),
		Action: func(_ context.Context, c *cli.Command) error {
			given, err := p.arguments(c, 0, 1)
			switch {
			case err != nil:
				return err
			case len(given) == 0:
				return p.writeHelp(c.Root())
			}
			if one := c.Root().Command(given[0]); one != nil {
				return p.writeHelp(one)
			}
			return p.noCommand(c.Root(), given[0])
		},
		ShellComplete: func(_ context.Context, c *cli.Command) { p.offerCommands(c.Root()) },
	}
}

// examplesKey is where a command keeps its examples.
const examplesKey = "examples"

// examples are calls of a command, one a line, for its help.
func examples(calls ...string) map[string]any { return map[string]any{examplesKey: calls} }

// writeHelp writes the help of a command.
func (p *program) writeHelp(c *cli.Command) error {
	put := func(format string, args ...any) { fmt.Fprintf(p.out, format+"\n", args...) }
	heading := func(zh, en string) { put("\n%s", p.say(zh, en)) }
	put("%s", c.FullName()+p.say("：", ": ")+c.Usage)
	heading("用法", "USAGE")
	call := c.FullName()
	if len(c.VisibleCommands()) > 0 {
		call += p.say(" 命令", " COMMAND")
	}
	if c.ArgsUsage != "" {
		call += " " + c.ArgsUsage
	}
	put("  %s", call+p.say(" [选项]", " [OPTIONS]"))
	if c.Description != "" {
		heading("说明", "DESCRIPTION")
		for _, line := range report.Wrapped(c.Description, report.DefaultWidth-2) {
			put("  %s", line)
		}
	}
	if list := c.VisibleCommands(); len(list) > 0 {
		heading("命令", "COMMANDS")
		for _, one := range list {
			put("  %-12s%s", one.Name, one.Usage)
		}
	}
	heading("选项", "OPTIONS")
	flags := c.VisibleFlags()
	if c != c.Root() {
		flags = append(flags[:len(flags):len(flags)], c.Root().VisibleFlags()...)
	}
	seen := map[string]bool{}
	for _, f := range flags {
		doc, ok := f.(cli.DocGenerationFlag)
		if name := f.Names()[0]; ok && !seen[name] {
			seen[name] = true
			p.flag(f.Names(), doc)
		}
	}
	if calls, ok := c.Metadata[examplesKey].([]string); ok {
		heading("例子", "EXAMPLES")
		for _, one := range calls {
			put("  %s", one)
		}
	}
	if c == c.Root() {
		heading("退出码", "EXIT CODES")
		put("  %d  %s", done, p.say("完成，没有要指出的问题", "done, nothing to object"))
		put("  %d  %s", objected, p.say("有到期或持续有效的条款未达到，或两份报告的结论不同", "a statement that has fallen due, or binds always, is not met; or the verdicts of two reports differ"))
		put("  %d  %s", badData, p.say("数据有问题：读不懂、有被退回的行、存档被改动", "bad data: they cannot be read, rows were refused, an archive was altered"))
		put("  %d  %s", failed, p.say("没有办成：用法不对、文件不存在、磁盘已满", "failure: wrong use, a file that is not there, a full disk"))
		put("\n%s", p.say("看某个命令的用法：tonghua 命令 -h", "For the use of a command: tonghua COMMAND -h"))
	}
	return nil
}

func (p *program) flag(names []string, doc cli.DocGenerationFlag) {
	text := "-" + strings.Join(names, ", -")
	if doc.TakesValue() {
		text += p.say(" 值", " VALUE")
	}
	pad := 16
	if p.say("值", "VALUE") == "值" && doc.TakesValue() {
		pad-- // the character takes two columns
	}
	fmt.Fprintf(p.out, "  %-*s%s\n", pad, text, doc.GetUsage())
}
