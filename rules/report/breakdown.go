package report

import (
	"strconv"

	"github.com/eduplan/tonghua/indicators/bilingual"
)

// Breakdown is the summary of the statements that have something in common.
type Breakdown struct {
	Key     string         `json:"key"`
	Name    bilingual.Text `json:"name"`
	Summary Summary        `json:"summary"`
}

// of finds the summary of a word, and begins one where there is none. Words
// come in the order of their list.
func of[W interface {
	~uint8
	String() string
	In(bilingual.Language) string
}](list *[]Breakdown, word W) *Summary {
	for len(*list) < int(word) {
		w := W(len(*list) + 1)
		*list = append(*list, Breakdown{Key: w.String(), Name: bilingual.Text{ZH: w.In(bilingual.Chinese), EN: w.In(bilingual.English)}})
	}
	return &(*list)[word-1].Summary
}

// breakdown is the summary by part, kind and modality as a table.
func (r *Report) breakdown(l bilingual.Language) [][]string {
	table := [][]string{{"", l.Pick("共", "all")}}
	for _, c := range r.Summary.counts() {
		table[0] = append(table[0], c.text.In(l))
	}
	add := func(name string, s Summary) {
		row := []string{name, strconv.Itoa(s.Statements)}
		for _, c := range s.counts() {
			row = append(row, strconv.Itoa(c.n))
		}
		table = append(table, row)
	}
	for _, p := range r.Parts {
		add(p.Citation.In(l)+l.Pick(" ", ": ")+p.Title.In(l), p.Summary)
	}
	for _, list := range [][]Breakdown{r.Kinds, r.Modalities} {
		for _, b := range list {
			if b.Summary.Statements > 0 {
				add(b.Name.In(l), b.Summary)
			}
		}
	}
	return table
}

var breakdownHeading = bilingual.Text{ZH: "按部分、类型和约束力度汇总", EN: "By part, kind and strength"}
