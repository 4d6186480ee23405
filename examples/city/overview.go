package main

import (
	"io"
	"strconv"

	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules/report"
)

// overview says in one screen what the plan is, what its public figures allow to say, and
// what to do next. It is what the program prints without any flag.
func overview(out io.Writer, r *report.Report, l bilingual.Language) error {
	w := &lines{out: out, l: l}
	w.say(r.Heading(l))
	w.say("")
	demands, bearers := 0, map[plan.Bearer]int{}
	for row := range r.All() {
		if row.Modality != plan.NoDemand {
			demands++
			bearers[row.Bearer]++
		}
	}
	n := strconv.Itoa
	w.say(l.Pick("规划共"+n(r.Summary.Statements)+"项内容，其中提出要求的"+n(demands)+"项，分别对以下对象判定：", "The plan has "+n(r.Summary.Statements)+" statements, of which "+n(demands)+" demand something:"))
	for _, b := range plan.Bearers() {
		if bearers[b] > 0 {
			w.say("  " + b.In(l) + l.Pick("：", ": ") + n(bearers[b]) + l.Pick("项", ""))
		}
	}
	w.say("")
	w.say(l.Pick("公开数据（2020年）能说明的：", "What public figures of 2020 allow to say:"))
	for row := range r.All() {
		if row.Result == nil {
			continue
		}
		text := row.Name.In(l) + l.Pick("（"+row.Citation.ZH+"）：", " ("+row.Citation.EN+"): ") + row.Result.Measured(l)
		if pace := row.Result.OnPace(l); pace != "" {
			text += l.Pick("；", "; ") + pace
		}
		for i, line := range report.Wrapped(text, report.DefaultWidth-4) {
			w.say(map[bool]string{true: "  ", false: "    "}[i == 0] + line)
		}
	}
	w.say("")
	w.say(l.Pick("接下来：", "What to do next:"))
	for _, next := range []bilingual.Text{
		{ZH: "-registers                             加上由程序生成的各类登记表，看全部规则的结论", EN: "-registers                             add generated registers, and see what all rules say"},
		{ZH: "-registers -format html -o city.html   写成网页，用浏览器打开", EN: "-registers -format html -o city.html   write pages, and open them in a browser"},
		{ZH: "-all                                   列出每一项要求和须提供的佐证", EN: "-all                                   list every demand and the proof that it wants"},
		{ZH: "-lang en, -date 2026-06-30, -only breach, -group county, -format markdown, json, compact", EN: "-lang zh, -date 2026-06-30, -only breach, -group county, -format markdown, json, compact"},
	} {
		w.say("  " + next.In(l))
	}
	return w.err
}
