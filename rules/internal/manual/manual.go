package main

import (
	"bytes"
	_ "embed"
	"html/template"
	"strings"

	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/indicators/subjects"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules"
	"github.com/eduplan/tonghua/rules/tonghua"
	"github.com/eduplan/tonghua/rules/verdict"
)

//go:embed manual.html
var text string

// content is the manual in one language.
type content struct {
	Lang, Title, Intro                                       string
	Search, Rules, Fields, Verdicts, Evidence, Nothing       string
	Field, Label, Unit, Words, Key, Meaning, Reads, Readings string
	Accepted                                                 string
	Parts                                                    []chapter
	Subjects                                                 []subject
	Lists                                                    []list
}

type chapter struct {
	Heading string
	Rules   []rule
}

type rule struct {
	ID, Name, Citation string
	Rows               []labelled
	Needs              []need
	Readings, Accepted []string
}

type labelled struct{ Label, Text string }

type need struct{ Href, Text string }

type subject struct {
	Key, Label, Unit string
	Fields           []field
}

type field struct{ ID, Key, Label, Unit, Words string }

type list struct {
	Title string
	Words []labelled
}

func manual(l bilingual.Language) ([]byte, error) {
	t, err := template.New("manual").Parse(text)
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	err = t.Execute(&out, contentIn(l))
	return out.Bytes(), err
}

func contentIn(l bilingual.Language) content {
	pick := l.Pick
	p := plan.Tonghua()
	c := content{Lang: pick("zh-CN", "en"), Title: p.Name().In(l) + pick("：规则手册", ": manual of the rules"),
		Intro: pick("每条规则的要求、所读字段、字段的取值和结论的含义。本页由规则和规划的数据生成，可离线查找。",
			"What each rule asks, which fields it reads, which values they have, and what verdicts mean. The page is made from the rules and the plan, and is searched without a server."),
		Search: pick("查找事项、条款、字段", "search for a statement, clause or field"), Rules: pick("规则", "Rules"), Fields: pick("字段", "Fields"), Verdicts: pick("结论与取值", "Verdicts and words"),
		Evidence: pick("佐证类别", "kinds of evidence"), Nothing: pick("没有找到", "nothing found"),
		Field: pick("字段", "field"), Label: pick("名称", "name"), Unit: pick("单位", "unit"), Words: pick("取值", "values"), Key: pick("键", "key"), Meaning: pick("含义", "meaning"),
		Reads: pick("所读字段", "fields read"), Readings: pick("不同理解", "readings"), Accepted: pick("可作佐证", "evidence accepted")}
	at := map[plan.Place]int{}
	for _, v := range tonghua.All() {
		s := v.Statement()
		_, heading := p.Above(s.Places[0])
		i, there := at[heading.Place]
		if !there {
			i = len(c.Parts)
			at[heading.Place] = i
			c.Parts = append(c.Parts, chapter{Heading: pick(string(heading.Place)+" ", heading.Citation+": ") + heading.Title.In(l)})
		}
		c.Parts[i].Rules = append(c.Parts[i].Rules, ruleOf(v, l))
	}
	for _, s := range subjects.All() {
		one := subject{Key: s.Key(), Label: s.Label().In(l), Unit: s.Unit().Noun(l)}
		for _, f := range s.FieldViews() {
			row := field{ID: s.Key() + "." + f.Key, Key: f.Key, Label: f.Label.In(l)}
			if f.Words == nil {
				row.Unit = unitOf(f.Unit, l)
			}
			var words []string
			for _, w := range f.Words {
				words = append(words, w.Key+pick("（", " (")+w.Name.In(l)+pick("）", ")"))
			}
			row.Words = strings.Join(words, pick("、", ", "))
			one.Fields = append(one.Fields, row)
		}
		c.Subjects = append(c.Subjects, one)
	}
	c.Lists = []list{
		words(pick("结论", "outcomes"), l, verdict.Outcomes()), words(pick("原因", "reasons"), l, verdict.Reasons()), words(pick("期限状态", "due"), l, verdict.Dues()),
		words(pick("判定对象", "on whom a statement falls"), l, plan.Bearers()), words(pick("佐证类别", "kinds of evidence"), l, plan.EvidenceKinds()),
	}
	return c
}

func ruleOf(v rules.View, l bilingual.Language) rule {
	s := v.Statement()
	r := rule{ID: string(s.ID), Name: s.Name.In(l), Citation: s.Citation(l)}
	decides, demand := s.Decides()
	for _, row := range []labelled{
		{l.Pick("要求", "required"), demand.In(l)}, {l.Pick("约束力", "strength"), s.Modality.Strength(s.Gradually, l)}, {l.Pick("判定对象", "falls on"), s.Bearer.In(l)},
		{l.Pick("期限", "due"), s.Deadline.In(l)}, {l.Pick("计量形式", "form"), v.Form().In(l)}, {l.Pick("计量内容", "measures"), v.Measures(l)},
		{l.Pick("指标来源", "figures"), strings.Join(plan.Origins(s.Deciding(decides), l), l.Pick("；", "; "))}, {l.Pick("说明", "note"), s.Note.In(l)},
	} {
		if row.Text != "" {
			r.Rows = append(r.Rows, row)
		}
	}
	for _, n := range v.Needs() {
		r.Needs = append(r.Needs, need{"#" + n.Subject + "." + n.Field, n.Label.In(l) + l.Pick("（", " (") + n.Use.In(l) + l.Pick("）", ")")})
	}
	for _, one := range s.Readings {
		if !one.Decides {
			r.Readings = append(r.Readings, one.Name.In(l))
		}
	}
	for i := range s.Components {
		r.Accepted = append(r.Accepted, s.Components[i].Name.In(l)+l.Pick("：", ": ")+s.Components[i].Accepted(l))
	}
	return r
}

func unitOf(u quantity.Unit, l bilingual.Language) string {
	if noun := u.Noun(l); noun != "" {
		return noun
	}
	return u.String()
}

// words lists a closed list.
func words[W interface {
	String() string
	In(bilingual.Language) string
}](title string, l bilingual.Language, all []W) list {
	out := list{Title: title}
	for _, w := range all {
		if w.String() != "" {
			out.Words = append(out.Words, labelled{w.String(), w.In(l)})
		}
	}
	return out
}
