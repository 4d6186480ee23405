// Command tonghua judges tables by the rules of Tonghua's education plan and answers
// questions about them, for people who do not write Go: which statements a spreadsheet
// meets and how far it falls short, what a rule asks, which texts a field reads, which
// statements the fields at hand can answer, which cases software must get right, what
// differs between two reports, whether an archive is as it was.
//
//	tonghua check teachers.xlsx -subject teacher -date 2025-12-31 -by county
//	tonghua rule senior-master
//	tonghua vocab education
//	tonghua needs -have 任教学段,学历
//	tonghua cases senior-master -o cases.csv
//	tonghua diff june.json december.json
//	tonghua verify archive.json
//
// It has no rule and no figure of its own: what it says comes from the library. README.md
// beside it has a paragraph on each command.
package main

import (
	"bufio"
	"context"
	"io"
	"os"

	"github.com/urfave/cli/v3"

	"github.com/eduplan/tonghua/indicators/bilingual"
)

func main() {
	os.Exit(run(context.Background(), os.Args, os.Stdout, os.Stderr))
}

// program is one call, in the language in which it speaks.
type program struct {
	language bilingual.Language
	out      *bufio.Writer
	messages io.Writer
	typed    string // of the word that a shell wants completed
}

// say picks the text of the language that was chosen.
func (p *program) say(zh, en string) string { return p.language.Pick(zh, en) }

// commands are the subcommands in the order in which the help lists them.
func (p *program) commands() []*cli.Command {
	return []*cli.Command{p.check(), p.rule(), p.vocab(), p.needs(), p.cases(), p.diff(), p.verify(), p.help()}
}

// run is the whole program: it answers with the code that the process ends with.
func run(ctx context.Context, args []string, out, messages io.Writer) int {
	p := &program{out: bufio.NewWriter(out), messages: messages}
	var err error
	if p.language, err = languageOf(args, os.Getenv); err == nil {
		err = p.root().Run(ctx, args)
	}
	if full := p.out.Flush(); full != nil {
		err = p.couldNotWrite(p.say("标准输出", "standard output"), full)
	}
	return p.end(err)
}

func (p *program) root() *cli.Command {
	p.speakInHelp()
	root := &cli.Command{
		Name:  "tonghua",
		Usage: p.say("用通化市“十四五”教育发展规划的规则检查表格、查询规则", "judge tables by the rules of Tonghua's 14th Five-Year education plan, and look them up"),
		Description: p.say("检查Excel和CSV表格、查规则、查字段取值、看现有字段能回答哪些条款、导出测试用例、比较两份报告、核验存档。所有内容都出自规则库，本程序自己不定规则。",
			"It judges Excel and CSV tables, shows rules and the texts that fields read, tells which statements the fields at hand can answer, writes test cases, compares two reports and verifies archives. All that it says comes from the library of rules; it has none of its own."),
		Commands: p.commands(),
		Flags: []cli.Flag{&cli.StringFlag{Name: "lang", Usage: p.say("语言：zh（中文）或 en（英文）；也可用环境变量 TONGHUA_LANG 设定",
			"language: zh (Chinese) or en (English); the variable TONGHUA_LANG sets it too")}},
		Writer: p.out, ErrWriter: p.messages,
		HideHelpCommand:                 true, // that of the framework speaks English alone
		EnableShellCompletion:           true,
		ConfigureShellCompletionCommand: p.completion,
		ExitErrHandler:                  func(context.Context, *cli.Command, error) {}, // run ends the process, nobody else
		Action: func(_ context.Context, c *cli.Command) error {
			if c.Args().Present() {
				return p.noCommand(c, c.Args().First())
			}
			return p.writeHelp(c)
		},
	}
	root.ShellComplete = p.completes(func() { p.offerCommands(root) })
	for _, c := range append([]*cli.Command{root}, root.Commands...) {
		p.settle(c)
	}
	return root
}

// settle gives a command what the framework would else do in its own words.
func (p *program) settle(c *cli.Command) {
	c.OnUsageError = func(_ context.Context, c *cli.Command, err error, _ bool) error { return p.wrongUse(c, err) }
	c.CommandNotFound = func(_ context.Context, c *cli.Command, _ string) { _ = p.writeHelp(c) } // -h behind an argument
}
