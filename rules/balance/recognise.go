package balance

import (
	"fmt"
	"slices"
	"strings"

	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules"
	"github.com/eduplan/tonghua/rules/verdict"
)

// Recognition says whether a county would be recognised by the document, as far as the results
// go that were handed in. It is no act of the State: that is evidence.
type Recognition struct {
	Outcome       verdict.Outcome
	Missed        []verdict.Result // what stands in the way, in the order of the document
	Open          []verdict.Result // what data or evidence leave open
	NotApplicable []verdict.Result // what compares nothing in this county, such as a stage with one school
	Met           int
	Unanswered    []plan.ID // statements without a result
}

// Recognise puts the results of a county together: met where each statement of the book is met
// or compares nothing, not met where one is not, else undetermined. Results of a rule that is
// not in the book, two of one rule, and of different days are errors.
func Recognise(results ...verdict.Results) (Recognition, error) {
	of := map[plan.ID]verdict.Result{}
	for _, list := range results {
		for _, r := range list.Rules {
			if _, twice := of[r.Statement]; twice {
				return Recognition{}, fmt.Errorf("balance: two results of %s", r.Statement)
			}
			if list.AsOf != results[0].AsOf {
				return Recognition{}, fmt.Errorf("balance: results of %s and of %s", results[0].AsOf, list.AsOf)
			}
			of[r.Statement] = r
		}
	}
	var rec Recognition
	for _, v := range All() {
		r, answered := of[v.ID()]
		delete(of, v.ID())
		switch {
		case !answered:
			rec.Unanswered = append(rec.Unanswered, v.ID())
		case r.Outcome == verdict.Met:
			rec.Met++
		case r.Outcome == verdict.NotMet:
			rec.Missed = append(rec.Missed, r)
		case r.Outcome == verdict.NotApplicable && r.Reason == verdict.EmptyScope:
			rec.NotApplicable = append(rec.NotApplicable, r)
		default:
			rec.Open = append(rec.Open, r)
		}
	}
	for id := range of {
		return Recognition{}, fmt.Errorf("balance: %s is no statement of the document", id)
	}
	switch {
	case len(rec.Missed) > 0:
		rec.Outcome = verdict.NotMet
	case len(rec.Open)+len(rec.Unanswered) == 0 && rec.Met > 0:
		rec.Outcome = verdict.Met
	}
	return rec, nil
}

// Text returns what stands in the way, one statement a line.
func (r Recognition) Text(l bilingual.Language) string {
	var b strings.Builder
	switch r.Outcome {
	case verdict.Met:
		b.WriteString(l.Pick("各项要求均已达到，符合认定条件，以督导核查结果为准。", "All that is required is met: the county meets the conditions for recognition, and the inspection decides."))
	case verdict.NotMet:
		b.WriteString(counted(len(r.Missed), l, "有%d项要求未达到，不符合认定条件，以督导核查结果为准。", "%d requirement is not met: the county does not meet the conditions for recognition, and the inspection decides.", "%d requirements are not met: the county does not meet the conditions for recognition, and the inspection decides."))
	default:
		b.WriteString(counted(len(r.Open)+len(r.Unanswered), l, "有%d项要求尚不能判断，不作认定结论。", "%d requirement is open: nobody can say yet.", "%d requirements are open: nobody can say yet."))
	}
	line := func(head bilingual.Text, results []verdict.Result, why func(*verdict.Result) string) {
		for i := range results {
			b.WriteString("\n" + head.In(l) + results[i].Citation.In(l) + l.Pick("　", ": ") + results[i].Name.In(l))
			if said := why(&results[i]); said != "" {
				b.WriteString(l.Pick("：", ": ") + said)
			}
		}
	}
	short := func(r *verdict.Result) string { return r.Short(l) }
	lacking := func(r *verdict.Result) string { return r.Lacking(l) }
	nothing := func(*verdict.Result) string { return "" }
	line(bilingual.Text{ZH: "未达到　", EN: "not met: "}, r.Missed, short)
	line(bilingual.Text{ZH: "不能判断　", EN: "open: "}, r.Open, lacking)
	line(bilingual.Text{ZH: "无可比对象　", EN: "nothing to compare: "}, r.NotApplicable, nothing)
	if n := len(r.Unanswered); n > 0 {
		b.WriteString("\n" + counted(n, l, "另有%d项要求没有送来结果：", "%d more requirement without a result: ", "%d more requirements without a result: ") + r.unanswered(l))
	}
	return b.String()
}

// unanswered says what is still to be handed in, with how many statements it answers.
func (r Recognition) unanswered(l bilingual.Language) string {
	var parts []string
	for _, of := range []struct {
		name  bilingual.Text
		views []rules.View
	}{
		{bilingual.Text{ZH: "学校", EN: "schools"}, Schools().Views()},
		{bilingual.Text{ZH: "班级", EN: "classes"}, Classes().Views()},
		{bilingual.Text{ZH: "县级申报数据", EN: "report of the county"}, Counties().Views()},
		{bilingual.Text{ZH: "佐证材料", EN: "evidence"}, rules.AttestedSet(ByEvidence()).Views()},
	} {
		n := 0
		for _, v := range of.views {
			if slices.Contains(r.Unanswered, v.ID()) {
				n++
			}
		}
		if n > 0 {
			parts = append(parts, of.name.In(l)+l.Pick(fmt.Sprintf("%d项", n), fmt.Sprintf(" %d", n)))
		}
	}
	return strings.Join(parts, l.Pick("，", ", "))
}

// counted is a sentence with a number.
func counted(n int, l bilingual.Language, zh, one, many string) string {
	return fmt.Sprintf(l.Pick(zh, map[bool]string{true: one, false: many}[n == 1]), n)
}

// String returns the text in Chinese.
func (r Recognition) String() string { return r.Text(bilingual.Chinese) }
