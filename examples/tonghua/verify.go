package main

import (
	"context"
	"encoding/json"
	"strings"

	"github.com/urfave/cli/v3"

	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules/archive"
	"github.com/eduplan/tonghua/rules/tonghua"
)

func (p *program) verify() *cli.Command {
	return &cli.Command{
		Name: "verify", ArgsUsage: p.say("存档", "ARCHIVE"),
		Usage: p.say("核验存档：报告是否仍成立，存档有没有改动", "verify an archive: does the report still hold, was it altered"),
		Description: p.say("按今天的规则，用存档中的数据重新算出报告，与存档的报告对比。仍相同或只是措辞不同，退出码为0；有条款现在按别的规则计算或判定，为1；存档被改动，为2。存档当天把数字摘要另行记下（如写进会议纪要），日后用 -digest 核对。",
			"It works the report out again from the archived data, by the rules of today, and compares. The exit code is 0 where it says the same, be it in other words, 1 where other rules count or judge some statements now, and 2 where the archive was altered. A digest that was noted elsewhere on the day of the report, such as in minutes, is compared by -digest."),
		Flags:    []cli.Flag{&cli.StringFlag{Name: "digest", Usage: p.say("当时记下的数字摘要", "the digest that was noted then")}},
		Metadata: examples("tonghua verify archive.json", "tonghua verify archive.json -digest 3f9a…"),
		Action: func(_ context.Context, c *cli.Command) error {
			given, err := p.arguments(c, 1, 1)
			if err != nil {
				return err
			}
			return p.verification(given[0], strings.ToLower(strings.TrimSpace(c.String("digest"))), c.IsSet("digest"))
		},
		ShellComplete: p.completes(nil),
	}
}

// verification says what became of an archive; the digest is compared where one was noted.
func (p *program) verification(name, digest string, noted bool) error {
	data, err := p.read(name)
	if err != nil {
		return err
	}
	kept := new(archive.Archive)
	if kindOf(data) != archiveFile || json.Unmarshal(data, kept) != nil {
		return &ending{badData, p.say(name+" 不是存档；存档这样生成：tonghua check … -archive archive.json",
			name+" is no archive; one is made by: tonghua check … -archive archive.json")}
	}
	found, err := kept.Verify(plan.Tonghua(), tonghua.All())
	if err != nil {
		return &ending{failed, p.say(name+" 无法核验，可能属于另一份规划，或出自本版本不能判定的旧版本（"+err.Error()+"）",
			name+" cannot be verified: it may be of another plan, or of a version of the library whose data this one cannot judge ("+err.Error()+")")}
	}
	p.put(found.Text(p.language))
	p.line(p.say("数字摘要", "digest"), kept.Digest())
	var lines []string
	for _, id := range found.Statements {
		lines = append(lines, p.statementLine(id))
	}
	p.list(p.say("涉及的条款", "statements concerned"), lines)
	if noted {
		if digest != kept.Digest() {
			p.put(p.say("与当时记下的摘要不符：这不是那一天的存档", "not the digest that was noted: this is not the archive of that day"))
			return &ending{code: badData}
		}
		p.put(p.say("与当时记下的摘要相符", "it is the digest that was noted"))
	}
	switch found.Answer {
	case archive.Same, archive.OtherWords:
		return nil
	case archive.OtherRules:
		return &ending{code: objected}
	}
	return &ending{code: badData}
}
