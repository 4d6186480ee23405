package page

import "github.com/eduplan/tonghua/indicators/bilingual"

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

// wordsOf are the words of a page, with what its groups and the whole are called.
func wordsOf(o Options) *words {
	w, l := wordsIn(o.Language), o.Language
	if !o.Whole.IsZero() {
		w.Whole = o.Whole.In(l)
	}
	if o.Group.IsZero() {
		return w
	}
	zh, en := bilingual.Plain(o.Group.ZH), bilingual.Plain(o.Group.EN)
	w.County = l.Pick(zh, en)
	w.Counties = l.Pick("各"+zh, en+"s")
	w.GridTitle = l.Pick("各"+zh+"情况", "Statements by "+en)
	w.DutyRows = l.Pick("逐项要求：各"+zh+"分别判定", "Duties, with a verdict in each "+en)
	w.PartRows = l.Pick("整体指标：分组数值仅供比较", "What binds the whole: for comparison only")
	w.GridHelp = l.Pick("逐项要求对各"+zh+"分别判定，差距最大的在前；整体指标的分组数值仅供比较，不符合记录最多的在前。",
		"Duties bind in each "+en+": their cells have verdicts, and those furthest off come first. What binds the whole is shown by "+en+" for comparison only; where most records do not count comes first.")
	return w
}

func wordsIn(l bilingual.Language) *words {
	if l == bilingual.English {
		return &words{Lang: "en", Skip: "Skip to the content", Contents: "Contents", Overview: "Overview", BoardTitle: "Targets", GridTitle: "Counties and statements",
			Statements: "All statements", AheadTitle: "Falling due, and behind", NotesTitle: "What is odd in the text", Whole: "city", Without: "without data or proof yet", Counties: "counties",
			ToTop: "to the top", BackTo: "the whole report", Required: "required", Strength: "strength", On: "falls on", Due: "due", Value: "value", Short: "shortfall", DataOf: "data of",
			Met: "met", NotYet: "not yet met", Breach: "in breach", Missed: "missed, no breach", Undetermined: "undetermined", NoData: "no data, or not applicable", All: "all", Target: "target", Progress: "progress", VerdictHead: "verdict",
			Statement: "statement", County: "county", Worst: "Most statements not met: ", HistoryTitle: "history", Bearer: "falls on", NotMet: "not met, with those not yet",
			BoardHelp: "Dashed: the straight line from baseline to target; solid: what was measured, to the last point; bar: what missing data leave open.",
			GridHelp:  "Duties bind in each county: their cells have verdicts, and those furthest off come first. What binds the city is shown by county for comparison only; where most records do not count comes first.",
			DutyRows:  "Duties, with a verdict in each county", PartRows: "What binds the city: for comparison only"}
	}
	return &words{Lang: "zh-CN", Skip: "跳到正文", Contents: "目录", Overview: "总体情况", BoardTitle: "目标进度", GridTitle: "各县（市、区）情况",
		Statements: "逐条结论", AheadTitle: "近期到期和进度", NotesTitle: "原文存疑", Whole: "全市", Without: "尚未报送数据或佐证", Counties: "各县（市、区）",
		ToTop: "回到页首", BackTo: "返回全部结论", Required: "要求", Strength: "约束力", On: "判定对象", Due: "期限", Value: "数值", Short: "差距", DataOf: "数据日期",
		Met: "达到", NotYet: "尚未达到", Breach: "违反", Missed: "未达到（不属违反）", Undetermined: "无法判定", NoData: "无数据或不适用", All: "合计", Target: "目标", Progress: "进度", VerdictHead: "结论",
		Statement: "事项", County: "地区", Worst: "未达到项数最多的：", HistoryTitle: "历年情况", Bearer: "判定对象", NotMet: "未达到（含尚未达到）的项数",
		BoardHelp: "虚线为基期到目标的匀速线，实线为历次实测，末点为最近一次；竖条为数据缺失时可能的范围。",
		GridHelp:  "逐项要求对各县（市、区）分别判定，差距最大的在前；全市指标的分县数值仅供比较，不符合记录最多的在前。",
		DutyRows:  "逐项要求：各县（市、区）分别判定", PartRows: "全市指标：分县数值仅供比较"}
}
