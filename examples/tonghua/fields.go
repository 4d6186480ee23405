package main

import (
	"fmt"
	"strings"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/rules"
)

// field is a field of a subject.
type field struct {
	subject subject
	indicators.FieldView
}

// name is how the library names the field: teacher.education.
func (f field) name() rules.FieldName {
	return rules.FieldName{Subject: f.subject.view().Key(), Field: f.Key}
}

// called are the fields that a text may mean: teacher.education, 教师.学历, or education
// alone, of whatever subjects have it.
func called(text string) (list []field) {
	text = strings.TrimSpace(text)
	of, name, told := strings.Cut(text, ".")
	only, known := subjectOf(of)
	if !told || !known {
		only, name = nil, text
	}
	for _, s := range all {
		if only != nil && s.view().Key() != only.view().Key() {
			continue
		}
		for _, f := range s.view().FieldViews() {
			if strings.EqualFold(name, f.Key) || name == f.Label.ZH || strings.EqualFold(name, f.Label.EN) {
				list = append(list, field{s, f})
			}
		}
	}
	return list
}

// noField says that no field is called so, and which are called nearly so.
func (p *program) noField(text string) error {
	var names []string
	for _, s := range all {
		for _, f := range s.view().FieldViews() {
			names = append(names, f.Key, f.Label.ZH, s.view().Key()+"."+f.Key)
		}
	}
	return fmt.Errorf("%s%s%s", p.say("没有字段“"+text+"”", "no field “"+text+"”"), p.perhaps("", nearest(text, names)),
		p.say("；某条规则读取哪些字段：tonghua rule 编号", "; the fields that a rule reads: tonghua rule ID"))
}

// keyed is the key of a field with what the field is called: teacher.education（学历）.
func (p *program) keyed(f rules.FieldName) string {
	if list := called(f.String()); len(list) > 0 {
		return f.String() + p.aside(list[0].Label.In(p.language))
	}
	return f.String()
}

// titled is the field in words, with the name by which it is asked for.
func (p *program) titled(f field) string {
	return f.subject.view().Label().In(p.language) + p.say("的", ": ") + f.Label.In(p.language) + p.aside(f.name().String())
}
