package main

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/urfave/cli/v3"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
)

func (p *program) vocab() *cli.Command {
	return &cli.Command{
		Name: "vocab", ArgsUsage: p.say("[字段]", "[FIELD]"),
		Usage: p.say("查看一个字段可填什么，或列出有取值表的字段", "show what a field takes, or list the fields with closed lists"),
		Description: p.say("字段写 education，或写明对象 teacher.education，也可写中文名称“学历”。有取值表的，列出各项取值、也能识别的其他写法和国家标准代码表；数字和日期，说明单位和能识别的写法。",
			"A field is written education, or with its subject teacher.education. Of a field with a closed list it shows the terms, what else is read for them and the tables of codes; of a number or a date the unit and the texts that are read."),
		Metadata: examples("tonghua vocab education", "tonghua vocab teacher.training_hours", "tonghua vocab"),
		Action: func(_ context.Context, c *cli.Command) error {
			given, err := p.arguments(c, 0, 1)
			switch {
			case err != nil:
				return err
			case len(given) == 0:
				p.listVocabularies()
				return nil
			}
			fields := called(given[0])
			if len(fields) == 0 {
				return p.noField(given[0])
			}
			p.showFields(fields)
			return nil
		},
		ShellComplete: p.completes(p.offerFields),
	}
}

// offerFields offers the keys of fields, each once, until a subject is named.
func (p *program) offerFields() {
	seen := map[string]bool{}
	for _, s := range all {
		for _, f := range s.view().FieldViews() {
			if strings.Contains(p.typed, ".") {
				p.offer(s.view().Key()+"."+f.Key, f.Label.In(p.language))
			} else if !seen[f.Key] {
				seen[f.Key] = true
				p.offer(f.Key, f.Label.In(p.language))
			}
		}
	}
}

func (p *program) listVocabularies() {
	for _, s := range all {
		var lines []string
		for _, f := range s.view().FieldViews() {
			if v := s.vocabulary(f.Key); v != nil {
				lines = append(lines, f.Label.In(p.language)+p.aside(s.view().Key()+"."+f.Key)+
					p.say("：", ": ")+v.Name().In(p.language)+p.say(fmt.Sprintf("，%d项取值", len(f.Words)), fmt.Sprintf(", %d terms", len(f.Words))))
			}
		}
		p.list(s.view().Label().In(p.language)+p.aside(s.view().Key()), lines)
	}
	p.put(p.say("看其中一个字段的取值：tonghua vocab 字段", "To see the terms of one: tonghua vocab FIELD"))
}

// showFields shows each list, or each kind of number, that stands behind a name once, with
// the fields that have it.
func (p *program) showFields(fields []field) {
	type kind struct {
		words *indicators.Vocabulary
		unit  quantity.Unit
	}
	var kinds []kind
	having := map[kind][]field{}
	for _, f := range fields {
		k := kind{f.subject.vocabulary(f.Key), f.Unit}
		if having[k] == nil {
			kinds = append(kinds, k)
		}
		having[k] = append(having[k], f)
	}
	for i, k := range kinds {
		if i > 0 {
			p.put("")
		}
		for _, f := range having[k] {
			p.put(p.titled(f))
		}
		if k.words != nil {
			p.words(having[k][0], k.words)
		} else {
			p.number(having[k][0])
		}
	}
}

// words shows a closed list with the tables of codes that can be named for it.
func (p *program) words(f field, words *indicators.Vocabulary) {
	var lines []string
	for _, e := range f.Words {
		text := e.Key + p.say("：", ": ") + e.Name.ZH + p.say("，", ", ") + e.Name.EN
		if len(e.Also) > 0 {
			text += p.say("；也可写：", "; also read: ") + strings.Join(e.Also, p.say("、", ", "))
		}
		lines = append(lines, text)
	}
	p.list(p.say("取值（"+words.Name().ZH+"）", "terms ("+words.Name().EN+")"), lines)
	p.line(p.say("不在表中的文字", "any other text"), p.say("不作猜测，记为无效并报告；空白、“-”“/”“NULL”等视为未知",
		"is not guessed: it is invalid and reported; an empty cell, -, / or NULL is unknown"))
	for _, table := range codeTables() {
		if table.words == words {
			p.codes(f, table)
		}
	}
}

// codes shows a table of codes: those that stand for a term, one a line, and the others.
func (p *program) codes(f field, table codeTable) {
	names := map[string]string{}
	for _, e := range f.Words {
		names[e.Key] = e.Name.In(p.language) + p.aside(e.Key)
	}
	var read, others []string
	for _, row := range table.rows {
		if name, ok := names[row.key]; ok {
			read = append(read, row.code+" "+row.means+p.say("：识别为", ": ")+name)
		} else {
			others = append(others, row.code+" "+row.means)
		}
	}
	if len(others) > 0 {
		read = append(read, p.say("不识别，因为不对应表中任何一项：", "not read, since they stand for no term: ")+strings.Join(others, p.say("、", ", ")))
	}
	p.list(p.say("填代码的列可指明用", "a column of codes can be read by ")+table.name.In(p.language)+
		p.aside(table.source.In(p.language)+p.say("；Go 程序中写 ", "; in Go ")+"indicators."+table.called), read)
}

// number says in which unit a field is, and tries which ways of writing it are read.
func (p *program) number(f field) {
	p.line(p.say("填写", "expected"), f.subject.expected(f.Key).In(p.language))
	if f.Unit != quantity.Day && f.Unit.Noun(p.language) == "" {
		p.line(p.say("单位", "unit"), f.Unit.String())
	}
	tried := []string{"12", "12.5", "1200", "1,200", "１２", quantity.MustAmount(12, 1, f.Unit).In(p.language), "十二", p.say("约12", "about 12"), "-12"}
	switch f.Unit {
	case quantity.CalendarYear:
		tried = []string{"2025", "２０２５", "2025年", "2025-2026", "二〇二五"}
	case quantity.Day:
		tried = []string{"2025-06-30", "2025/6/30", "2025.6.30", "20250630", "2025年6月30日", "2025-06", "30 June 2025", "45838"}
	}
	var read, refused []string
	for i, text := range tried {
		if slices.Contains(tried[:i], text) {
			continue // a unit without words
		}
		if f.Check(text) == nil {
			read = append(read, text)
		} else {
			refused = append(refused, text)
		}
	}
	between := p.say("　", "   ")
	p.line(p.say("例如，能识别", "such as, read"), strings.Join(read, between))
	p.line(p.say("不能识别", "not read"), strings.Join(refused, between))
}

// codeTable is a table of codes, whatever its terms are.
type codeTable struct {
	called       string // in the package indicators
	words        *indicators.Vocabulary
	name, source bilingual.Text
	rows         []codeRow
}

// codeRow is a code with what its table calls it, and the key of the term that it is read
// as; none where it stands for no term.
type codeRow struct{ code, means, key string }

// codeTables are the tables of the library.
func codeTables() []codeTable {
	return []codeTable{
		tableOf("AttainmentCodes2006", indicators.AttainmentCodes2006),
		tableOf("AttainmentCodes1984", indicators.AttainmentCodes1984),
		tableOf("DisabilityGradeCodes", indicators.DisabilityGradeCodes),
		tableOf("LocalityCodes", indicators.LocalityCodes),
		tableOf("SchoolKindCodes", indicators.SchoolKindCodes),
		tableOf("TruthCodes", indicators.TruthCodes),
	}
}

func tableOf[V indicators.Word](called string, codes indicators.Codes[V]) codeTable {
	var none V
	t := codeTable{called: called, words: none.Vocabulary(), name: codes.Name(), source: codes.Source()}
	for _, row := range codes.Rows() {
		key := ""
		if uint8(row.Value) != indicators.InvalidWord {
			key = t.words.Key(uint8(row.Value))
		}
		t.rows = append(t.rows, codeRow{row.Code, row.Means, key})
	}
	return t
}
