package rules

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules/verdict"
)

// evidenceField is a field of a piece of evidence as files and forms have it.
type evidenceField struct {
	view indicators.FieldView
	set  func(*verdict.Evidence, string) error
}

// evidenceFields are the fields of evidence in the order of the struct.
var evidenceFields = []evidenceField{
	{indicators.FieldView{Key: "evidence_kind", Label: bilingual.Text{ZH: "佐证类别", EN: "kind of evidence"}, Words: entriesOf(plan.EvidenceKinds())}, func(e *verdict.Evidence, text string) (err error) {
		e.Kind, err = readTerm(plan.EvidenceKinds(), text, plan.ParseEvidenceKind)
		return err
	}},
	{indicators.FieldView{Key: "title", Label: bilingual.Text{ZH: "文件或活动名称", EN: "title of the document or event"}}, func(e *verdict.Evidence, text string) error {
		e.Title = text
		return nil
	}},
	{indicators.FieldView{Key: "number", Label: bilingual.Text{ZH: "文号", EN: "number of the document"}}, func(e *verdict.Evidence, text string) error {
		e.Number = text
		return nil
	}},
	{indicators.FieldView{Key: "issuer", Label: bilingual.Text{ZH: "发文或主办单位", EN: "issuer or host"}}, func(e *verdict.Evidence, text string) error {
		e.Issuer = text
		return nil
	}},
	{indicators.FieldView{Key: "from", Label: bilingual.Text{ZH: "起始日期", EN: "first day"}, Unit: quantity.Day}, func(e *verdict.Evidence, text string) (err error) {
		e.From, err = quantity.ParseDate(text)
		return err
	}},
	{indicators.FieldView{Key: "on", Label: bilingual.Text{ZH: "成文或举办日期", EN: "day of the document or event"}, Unit: quantity.Day}, func(e *verdict.Evidence, text string) (err error) {
		e.On, err = quantity.ParseDate(text)
		return err
	}},
	{indicators.FieldView{Key: "until", Label: bilingual.Text{ZH: "失效日期", EN: "last day in force"}, Unit: quantity.Day}, func(e *verdict.Evidence, text string) (err error) {
		e.Until, err = quantity.ParseDate(text)
		return err
	}},
	{indicators.FieldView{Key: "project_stage", Label: bilingual.Text{ZH: "项目阶段", EN: "stage of the project"}, Words: entriesOf(verdict.ProjectStages())}, func(e *verdict.Evidence, text string) (err error) {
		e.Stage, err = readTerm(verdict.ProjectStages(), text, verdict.ParseProjectStage)
		return err
	}},
	{indicators.FieldView{Key: "components", Label: bilingual.Text{ZH: "所证事项", EN: "what it is about"}}, func(e *verdict.Evidence, text string) error {
		e.Components = strings.FieldsFunc(text, func(r rune) bool { return r == ';' || r == '；' })
		return nil
	}},
	{indicators.FieldView{Key: "whole", Label: bilingual.Text{ZH: "是否涵盖全部要求", EN: "reports on the whole demand"}, Words: entriesOf([]indicators.Answer{indicators.Yes, indicators.No})}, func(e *verdict.Evidence, text string) error {
		answer := indicators.ParseAnswer(text)
		if answer != indicators.Yes && answer != indicators.No {
			return fmt.Errorf("%q: want yes or no", text)
		}
		e.Whole = answer == indicators.Yes
		return nil
	}},
	{indicators.FieldView{Key: "year", Label: bilingual.Text{ZH: "所属年度", EN: "year that it is about"}}, func(e *verdict.Evidence, text string) (err error) {
		e.Year, err = strconv.Atoi(strings.TrimSuffix(text, "年"))
		return err
	}},
}

// term is a value of a closed list.
type term interface {
	String() string
	In(bilingual.Language) string
}

func entriesOf[V term](values []V) []indicators.Entry {
	list := make([]indicators.Entry, len(values))
	for i, v := range values {
		list[i] = indicators.Entry{Key: v.String(), Name: bilingual.Both(v.In)}
	}
	return list
}

// readTerm finds a term by its name in either language, or parses its key.
func readTerm[V term](values []V, text string, parse func(string) (V, error)) (V, error) {
	for _, v := range values {
		if text == v.In(bilingual.Chinese) || strings.EqualFold(text, v.In(bilingual.English)) {
			return v, nil
		}
	}
	return parse(text)
}

// Fields returns the fields of a piece of evidence.
func (a Attested) Fields() []indicators.FieldView {
	list := make([]indicators.FieldView, len(evidenceFields))
	for i := range evidenceFields {
		list[i] = evidenceFields[i].view
		list[i].Words = slices.Clone(list[i].Words)
		list[i].Reads = evidenceFields[i].check
	}
	return list
}

// EvaluateTexts judges evidence that is given as texts: it is Parse and
// EvaluateParsed.
func (a Attested) EvaluateTexts(asOf quantity.Date, rows []TextRow) (verdict.Result, error) {
	p, err := a.Parse(rows)
	if err != nil {
		return verdict.Result{}, err
	}
	return a.EvaluateParsed(asOf, p)
}

// EvaluateParsed judges evidence that was read from texts.
func (a Attested) EvaluateParsed(asOf quantity.Date, p ParsedRows) (verdict.Result, error) {
	if a.statement == nil {
		return verdict.Result{}, ErrZero
	}
	pieces, ok := p.records.([]verdict.Evidence)
	if !ok {
		return verdict.Result{}, p.wrongSubject(a)
	}
	return a.Evaluate(asOf, pieces...)
}

// Parse reads evidence that is given as texts, one piece a row, and reports all
// that it cannot read. A row that stands for no record is left out; one that
// stands for several is an error, because no two pieces are the same.
func (a Attested) Parse(rows []TextRow) (ParsedRows, error) {
	if a.statement == nil {
		return ParsedRows{}, ErrZero
	}
	one := func(n int64) error {
		if n < 0 || n > 1 {
			return fmt.Errorf("%d records, want 0 or 1: a piece of evidence is one of its kind", n)
		}
		return nil
	}
	pieces := make([]verdict.Evidence, len(rows))
	if err := readTexts(rows, one, func(i int, key, text string) error { return parseEvidence(&pieces[i], key, text) }); err != nil {
		return ParsedRows{}, err
	}
	list := []verdict.Evidence{}
	for i, row := range rows {
		if row.Records == 1 {
			list = append(list, pieces[i])
		}
	}
	return ParsedRows{a.SubjectKey(), list, slices.Clone(rows)}, nil
}

func parseEvidence(e *verdict.Evidence, key, text string) error {
	k := slices.IndexFunc(evidenceFields, func(f evidenceField) bool { return f.view.Key == key })
	if k < 0 {
		return fmt.Errorf("evidence has no field %q", key)
	}
	return evidenceFields[k].parse(e, text)
}

// parse sets the field from a text. An empty one leaves it unknown.
func (f *evidenceField) parse(e *verdict.Evidence, text string) error {
	text = strings.TrimSpace(text)
	if text == "" {
		return nil
	}
	if err := f.set(e, text); err != nil {
		return fmt.Errorf("field %s: %w", f.view.Key, err)
	}
	return nil
}

func (f *evidenceField) check(text string) error { return f.parse(new(verdict.Evidence), text) }
