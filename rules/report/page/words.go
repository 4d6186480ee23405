package page

import (
	"strings"
	"unicode/utf8"

	"github.com/eduplan/tonghua/indicators/bilingual"
)

// words are the labels of a page in one language.
type words struct {
	Lang                                                                    string
	Skip, Contents, Overview, BoardTitle, GridTitle, Statements, AheadTitle string
	NotesTitle, Whole, Without, Counties, ToTop, BackTo                     string
	Required, Strength, On, Due, Value, Short, DataOf                       string
	Met, NotYet, Breach, Missed, Undetermined, NoData, All                  string
	Target, Progress, VerdictHead, Statement, County, Worst, HistoryTitle   string
	GridHelp, BoardHelp, Bearer                                             string
	NotMet, DutyRows, PartRows                                              string
}

// grouping is what a page calls its groups and the whole.
type grouping struct {
	one, all, by, whole bilingual.Text
	column              bilingual.Text // the heading of their names
}

// counties are the groups of a page that says nothing else.
var counties = grouping{
	one: bilingual.Text{ZH: "县（市、区）", EN: "county"}, all: bilingual.Text{ZH: "各县（市、区）", EN: "counties"}, by: bilingual.Text{ZH: "分县", EN: "by county"},
	whole: bilingual.Text{ZH: "全市", EN: "city"}, column: bilingual.Text{ZH: "地区", EN: "county"},
}

// wordsOf are the words of a page, with what its groups and the whole are called.
func wordsOf(o Options) *words {
	w, l, g := wordsIn(o.Language), o.Language, counties
	if !o.Group.IsZero() {
		zh, en := bilingual.Plain(o.Group.ZH), bilingual.Plain(o.Group.EN)
		g = grouping{one: bilingual.Text{ZH: zh, EN: en}, all: bilingual.Text{ZH: "各" + zh, EN: en + "s"}, by: bilingual.Text{ZH: "分组", EN: "by " + en},
			whole: bilingual.Text{ZH: "整体", EN: "whole"}, column: bilingual.Text{ZH: zh, EN: en}}
	}
	w.County, w.Counties = g.column.In(l), g.all.In(l)
	w.GridTitle = l.Pick(g.all.ZH+"情况", upper(g.all.EN)+" and statements")
	w.DutyRows = l.Pick("逐项要求："+g.all.ZH+"分别判定", "Duties, with a verdict in each "+g.one.EN)
	w.PartRows = l.Pick(g.whole.ZH+"指标："+g.by.ZH+"数值仅供比较", "What binds the "+g.whole.EN+": for comparison only")
	w.GridHelp = l.Pick("逐项要求对"+g.all.ZH+"分别判定，差距最大的在前；"+g.whole.ZH+"指标的"+g.by.ZH+"数值仅供比较，不符合记录最多的在前。",
		"Duties bind in each "+g.one.EN+": their cells have verdicts, and those furthest off come first. What binds the "+g.whole.EN+" is shown "+g.by.EN+" for comparison only; where most records do not count comes first.")
	if !o.Whole.IsZero() {
		w.Whole = o.Whole.In(l)
	}
	return w
}

// upper begins a heading with a capital letter.
func upper(text string) string {
	first, size := utf8.DecodeRuneInString(text)
	return strings.ToUpper(string(first)) + text[size:]
}

// wordsIn are the words that do not hang on what the groups are.
func wordsIn(l bilingual.Language) *words {
	if l == bilingual.English {
		return &words{Lang: "en", Skip: "Skip to the content", Contents: "Contents", Overview: "Overview", BoardTitle: "Targets",
			Statements: "All statements", AheadTitle: "Falling due, and behind", NotesTitle: "What is odd in the text", Whole: "city", Without: "without data or proof yet",
			ToTop: "to the top", BackTo: "the whole report", Required: "required", Strength: "strength", On: "falls on", Due: "due", Value: "value", Short: "shortfall", DataOf: "data of",
			Met: "met", NotYet: "not yet met", Breach: "in breach", Missed: "missed, no breach", Undetermined: "undetermined", NoData: "no data, or not applicable", All: "all", Target: "target", Progress: "progress", VerdictHead: "verdict",
			Statement: "statement", Worst: "Most statements not met: ", HistoryTitle: "history", Bearer: "falls on", NotMet: "not met, with those not yet",
			BoardHelp: "Dashed: the straight line from baseline to target; solid: what was measured, to the last point; bar: what missing data leave open."}
	}
	return &words{Lang: "zh-CN", Skip: "跳到正文", Contents: "目录", Overview: "总体情况", BoardTitle: "目标进度",
		Statements: "逐条结论", AheadTitle: "近期到期和进度", NotesTitle: "原文存疑", Whole: "全市", Without: "尚未报送数据或佐证",
		ToTop: "回到页首", BackTo: "返回全部结论", Required: "要求", Strength: "约束力", On: "判定对象", Due: "期限", Value: "数值", Short: "差距", DataOf: "数据日期",
		Met: "达到", NotYet: "尚未达到", Breach: "违反", Missed: "未达到（不属违反）", Undetermined: "无法判定", NoData: "无数据或不适用", All: "合计", Target: "目标", Progress: "进度", VerdictHead: "结论",
		Statement: "事项", Worst: "未达到项数最多的：", HistoryTitle: "历年情况", Bearer: "判定对象", NotMet: "未达到（含尚未达到）的项数",
		BoardHelp: "虚线为基期到目标的匀速线，实线为历次实测，末点为最近一次；竖条为数据缺失时可能的范围。"}
}
