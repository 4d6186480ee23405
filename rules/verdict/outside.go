package verdict

import (
	"strings"

	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/plan"
)

// Outside says why records are out of the scope of a statement, or of all statements of
// a panel. Records + Open + In are the records that were read, doubles and those that
// the mapping skips aside; the reasons add up to Records. A statement that leaves no
// record out is there as well, without reasons.
type Outside struct {
	Statement plan.ID         `json:"statement"` // "" of what is in the scope of no rule
	Name      bilingual.Text  `json:"name"`      // of the statement, or of the subject
	Records   int64           `json:"records"`   // certainly out of scope
	Open      int64           `json:"open"`      // whose scope is open
	In        int64           `json:"in"`        // certainly in scope
	Reasons   []OutsideReason `json:"reasons"`   // in the order in which conditions are asked; none without records
}

// OutsideReason is why records are out of scope: the first condition of the scope that
// they certainly do not meet, or what they are that no rule speaks of.
type OutsideReason struct {
	Why     bilingual.Text `json:"why"`
	Records int64          `json:"records"`
}

// String returns the text in Chinese.
func (o Outside) String() string { return o.Text(bilingual.Chinese) }

// Text says how many records are out of scope, and why.
func (o Outside) Text(l bilingual.Language) string {
	text := o.Name.In(l)
	switch all := o.Records + o.Open + o.In; {
	case o.Statement == "" && o.Records+o.Open == 0:
		return text + l.Pick("：全部"+number(l, all)+"条记录都至少适用一条规则", ": a rule speaks of each of "+number(l, all)+plural(all, " record", " records"))
	case o.Statement == "":
		text += l.Pick("："+number(l, all)+"条记录中"+number(l, o.Records)+"条不在任何规则的范围内", ": "+number(l, o.Records)+" of "+number(l, all)+plural(all, " record", " records")+" in the scope of no rule")
	default:
		text += l.Pick("："+number(l, all)+"条记录中"+number(l, o.Records)+"条不在范围内", ": "+number(l, o.Records)+" of "+number(l, all)+plural(all, " record", " records")+" out of scope")
	}
	if o.Open > 0 {
		text += l.Pick("，"+number(l, o.Open)+"条是否在范围内不明", ", "+number(l, o.Open)+" whose scope is open")
	}
	var why []string
	for _, r := range o.Reasons {
		n := number(l, r.Records)
		why = append(why, l.Pick(r.Why.ZH+"的"+n+"条", n+" "+r.Why.EN))
	}
	if len(why) > 0 {
		text += l.Pick("：", ": ") + strings.Join(why, l.Pick("、", ", "))
	}
	return text
}

// Narrowed warns of a scope that holds fewer records than on an earlier date: those who
// left it may have been reclassified, and a share rises without anybody being mended.
// It is "" where the scope has not become smaller.
func (r Result) Narrowed(earlier Result, l bilingual.Language) string {
	before, now := earlier.Records.InScope, r.Records.InScope
	if r.Statement != earlier.Statement || now >= before || !r.AsOf.After(earlier.AsOf) {
		return ""
	}
	return l.Pick("范围缩小：在范围内的记录由"+earlier.AsOf.In(l)+"的"+number(l, before)+"条减至"+number(l, now)+"条",
		"the scope has become smaller: "+number(l, before)+plural(before, " record", " records")+" on "+earlier.AsOf.In(l)+", "+number(l, now)+" now")
}
