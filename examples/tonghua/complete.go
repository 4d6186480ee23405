package main

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/urfave/cli/v3"

	"github.com/eduplan/tonghua/rules/report"
	"github.com/eduplan/tonghua/rules/tonghua"
)

// completion sets up the command that prints the scripts by which shells complete words.
func (p *program) completion(c *cli.Command) {
	shells := []string{"bash", "zsh", "fish", "pwsh"}
	p.settle(c)
	c.Hidden = false
	c.Usage = p.say("输出命令行补全脚本", "print the script by which a shell completes words")
	c.Description = p.say("把脚本交给命令行程序执行之后，按 Tab 键即可补全命令、规则编号、字段和对象。",
		"Once the shell has read the script, the tabulator key completes commands, rules, fields and subjects.")
	c.Metadata = examples("source <(tonghua completion bash)", "source <(tonghua completion zsh)",
		"tonghua completion fish > ~/.config/fish/completions/tonghua.fish", "tonghua completion pwsh > tonghua.ps1")
	for _, shell := range c.Commands {
		p.settle(shell)
		shell.Usage = p.say("输出 "+shell.Name+" 的补全脚本", "print the script for "+shell.Name)
	}
	c.Action = func(context.Context, *cli.Command) error {
		return p.fails("要写明是哪种命令行："+strings.Join(shells, "、"), "say which shell: "+strings.Join(shells, ", "))
	}
}

// offer names a word that may follow, with what it means, if what is typed of it begins so.
func (p *program) offer(word, means string) {
	if strings.HasPrefix(word, p.typed) {
		fmt.Fprintf(p.out, "%s:%s\n", word, means)
	}
}

// completes answers a shell that asks what may follow: the values of an option, the
// options themselves, or else what the command's arguments may be.
func (p *program) completes(arguments func()) cli.ShellCompleteFunc {
	return func(ctx context.Context, c *cli.Command) {
		given := c.Args().Slice()
		last := ""
		if len(given) > 0 {
			last = given[len(given)-1]
		}
		switch strings.TrimLeft(last, "-") {
		case last: // no option
			if len(given) < 2 && arguments != nil {
				p.typed = last
				arguments()
			}
		case "subject":
			for _, s := range all {
				p.offer(s.view().Key(), s.view().Label().In(p.language))
			}
			p.offer(evidenceKey, p.say("佐证", "evidence"))
		case "lang":
			p.offer("zh", "中文")
			p.offer("en", "English")
		case "as":
			p.offer("text", p.say("文字", "words"))
			p.offer("json", "JSON")
			if c.Name == "check" {
				p.offer("page", p.say("网页", "a page"))
				p.offer("csv", "CSV")
			}
		case "of":
			for _, b := range registers {
				p.offer(b.String(), b.In(p.language))
			}
		case "by":
			for _, name := range slices.Sorted(maps.Keys(groupings)) {
				p.offer(name, groupings[name].is.In(p.language))
			}
		case "show":
			for _, f := range []report.Filter{report.Breaches, report.Undetermined, report.NoData} {
				p.offer(f.String(), "")
			}
		case "only":
			p.offerRules(false)()
		case "have":
			for _, s := range all {
				for _, f := range s.view().FieldViews() {
					p.offer(s.view().Key()+"."+f.Key, f.Label.In(p.language))
				}
			}
		case "o", "find", "digest", "date", "expect", "refused", "findings", "archive", "column", "sheet": // files, and what nobody can guess
		default:
			cli.DefaultCompleteWithFlags(ctx, c)
		}
	}
}

// offerCommands offers the commands of the program.
func (p *program) offerCommands(root *cli.Command) {
	for _, c := range root.VisibleCommands() {
		p.offer(c.Name, c.Usage)
	}
}

// offerRules offers the rules, or those that are computed alone.
func (p *program) offerRules(evidence bool) func() {
	return func() {
		for _, v := range tonghua.All() {
			if evidence || v.SubjectKey() != evidenceKey {
				p.offer(string(v.ID()), v.Statement().Name.In(p.language))
			}
		}
	}
}
