package importer

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
)

// Why is why a line is no record.
type Why uint8

// The reasons.
const (
	IsTotal    Why = iota // 合计, 小计: counting it would count its parts twice
	IsNote                // 注, 填表人: below the table
	IsHeader              // the header once more, as printed pages have it
	IsNumbered            // nothing but its number, in a form with lines to spare
)

var reasons = bilingual.List[Why]{Of: "importer: why a line is left out", Terms: []bilingual.Term{
	{Key: "total", Text: bilingual.Text{ZH: "合计行", EN: "a total"}},
	{Key: "note", Text: bilingual.Text{ZH: "表注", EN: "a note"}},
	{Key: "header", Text: bilingual.Text{ZH: "重复的表头", EN: "the header once more"}},
	{Key: "numbered", Text: bilingual.Text{ZH: "只有序号", EN: "nothing but its number"}},
}}

// String returns the reason's key.
func (w Why) String() string { return reasons.Key(w) }

// In returns the reason in words.
func (w Why) In(l bilingual.Language) string { return reasons.In(w, l) }

// LeftOut is a line that is no record.
type LeftOut struct {
	Place
	Why  Why
	Text string // its first text
}

var (
	totals = []string{"合计", "总计", "小计", "共计", "累计", "总数", "平均", "total", "subtotal", "sum"}
	notes  = []string{"注", "备注", "附注", "说明", "填表说明", "填表人", "填报人", "制表人", "制表", "审核人", "审核", "负责人", "单位负责人", "填报单位", "填表单位", "填报日期", "填表日期", "制表日期", "联系电话", "数据来源", "资料来源", "打印日期", "打印时间", "note", "source"}
	// Forms number their columns in a line below the header: 甲 乙 1 2 3.
	columnNumbers = []string{"甲", "栏次", "栏目"}
	numbering     = []string{"序号", "行号", "顺序号", "no", "no.", "#"}
)

// record reports whether a line is one, and if not why. Lines that are none are told by
// their first text, so that all others cost next to nothing.
func (s *reading[R]) record(cells []string) (why Why, is bool) {
	at := firstFilled(cells)
	text := quantity.Normal(cells[at])
	keyed := s.key > at && s.key < len(cells) && quantity.Normal(cells[s.key]) != ""
	switch {
	case s.isHeader(cells, at, text):
		return IsHeader, false
	case slices.Contains(columnNumbers, text) && numbered(cells[at+1:]):
		return IsHeader, false
	case keyed:
		return 0, true
	case '0' <= text[0] && text[0] <= '9': // neither begins so
	case isTotal(text):
		return IsTotal, false
	case isNote(text, firstFilled(cells[at+1:]) < 0):
		return IsNote, false
	}
	if at < len(s.columns) && firstFilled(cells[at+1:]) < 0 && slices.Contains(numbering, strings.ToLower(s.columns[at].Header)) {
		return IsNumbered, false
	}
	return 0, true
}

// numbered reports whether cells number columns, and nothing else.
func numbered(cells []string) bool {
	n := 0
	for _, cell := range cells {
		text := quantity.Normal(cell)
		if text == "" {
			continue
		}
		if k, err := strconv.Atoi(text); err == nil && k == n+1 {
			n++
		} else if !strings.Contains("甲乙丙丁戊己", text) {
			return false
		}
	}
	return n > 0
}

// isHeader reports whether a line, which begins with a text, says what a line of the header
// says. One text alone may be chance, but not where it is said who a record is.
func (s *reading[R]) isHeader(cells []string, at int, text string) bool {
	return slices.ContainsFunc(s.headings, func(heading []string) bool {
		if at >= len(heading) || text != heading[at] {
			return false
		}
		alone := true
		for i, cell := range cells[at+1:] {
			if other := quantity.Normal(cell); other != "" {
				if i += at + 1; i >= len(heading) || other != heading[i] {
					return false
				}
				alone = false
			}
		}
		return !alone || at == s.key
	})
}

// firstFilled returns the first cell with a text, -1 for none.
func firstFilled(cells []string) int {
	return slices.IndexFunc(cells, func(c string) bool {
		return c != "" && (' ' < c[0] && c[0] < utf8.RuneSelf || quantity.Normal(c) != "")
	})
}

// isTotal reports whether a line that begins so is a total: 合计, 小计：, 东昌区合计, 合计（人）.
func isTotal(text string) bool {
	if end := strings.IndexAny(text, ":：(（"); end > 0 {
		text = text[:end]
	}
	if len(text) > 30 || text == "" {
		return false
	}
	text = strings.ToLower(strings.Join(strings.Fields(text), ""))
	return slices.ContainsFunc(totals, func(t string) bool {
		return text == t || t[0] >= utf8.RuneSelf && (strings.HasSuffix(text, t) || strings.HasPrefix(text, t) && strings.Trim(text[len(t):], "0123456789人名所个班") == "")
	})
}

// isNote reports whether a line that begins so is a note: 注：…, 填表人：.
func isNote(text string, alone bool) bool {
	end := strings.IndexAny(text, ":：")
	if end < 0 {
		return alone && slices.Contains(notes, text)
	}
	return slices.Contains(notes, strings.ToLower(strings.TrimRight(strings.Join(strings.Fields(text[:end]), ""), "0123456789")))
}
