package report

import (
	"cmp"
	"slices"
	"strings"

	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/rules/verdict"
)

// where says which groups a row's verdict comes from: those that miss what falls on each
// of them, those that hold the records which a duty finds short, and those that hold the
// records which have to be answered, each list with the most first.
func (row Row) where(l bilingual.Language) (lines []string) {
	if row.Result == nil {
		return nil
	}
	add := func(zh, en string, names []string) {
		if len(names) > 0 {
			lines = append(lines, bilingual.Text{ZH: zh + strings.Join(names, "、"), EN: en + strings.Join(names, ", ")}.In(l))
		}
	}
	switch {
	case row.Result.Form != "duty" && !(row.Result.Form == "share" && row.Result.Threshold.All()):
		add("未达到的：", "not met in: ", row.missing(l))
	case row.Result.Outcome != verdict.Met:
		add("不符合的分布：", "those that do not comply: ", row.most(l, func(r verdict.Result) int64 { return r.Classes.NotCounted }))
	}
	if !row.Result.Settling().IsZero() {
		add("待查清的分布：", "records to be answered: ", row.most(l, func(r verdict.Result) int64 { return r.Records.Open }))
	}
	return lines
}

// missing names the groups whose own verdict is that they do not meet the demand, with
// what they are short of.
func (row Row) missing(l bilingual.Language) (names []string) {
	for _, g := range row.Groups {
		if g.Result.Outcome != verdict.NotMet {
			continue
		}
		name := bilingual.Plain(g.Name)
		if value := g.Result.Measured(l); value != "" {
			name += l.Pick("（", " (") + value + l.Pick("）", ")")
		}
		names = append(names, name)
	}
	return names
}

// most names the groups that have any of some records, with how many, the most first.
func (row Row) most(l bilingual.Language, of func(verdict.Result) int64) (names []string) {
	groups := slices.Clone(row.Groups)
	slices.SortStableFunc(groups, func(a, b Group) int { return cmp.Compare(of(b.Result), of(a.Result)) })
	for _, g := range groups {
		if n := of(g.Result); n > 0 {
			unit := cmp.Or(g.Result.Lowest.Of.Unit(), quantity.Item)
			if len(g.Result.Years) > 0 { // its records are areas in a year
				unit = quantity.Year
			}
			names = append(names, bilingual.Plain(g.Name)+l.Pick("", " ")+quantity.TotalOf(uint64(n), unit).In(l))
		}
	}
	return names
}
