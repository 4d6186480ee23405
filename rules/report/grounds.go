package report

import (
	"strconv"

	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules/verdict"
)

// Grounds counts the verdicts that are certain, met or not met, by the weakest origin of
// the figures that decide, and those that another reading of the text would turn. A
// verdict without figures rests on the text.
type Grounds struct {
	Text       int `json:"text"`       // figures that the text states or that follow from its words
	Official   int `json:"official"`   // figures of official documents that the text points to
	Convention int `json:"convention"` // all are meant where nobody is left out, and the like
	Inferred   int `json:"inferred"`   // figures that the text does not give
	Turned     int `json:"turned"`     // of all these: another reading that was computed comes to the opposite
}

func (g *Grounds) count(row Row) {
	r := row.Result
	if r == nil || r.Outcome != verdict.Met && r.Outcome != verdict.NotMet {
		return
	}
	weakest := 0
	for _, f := range r.Figures {
		weakest = max(weakest, weakness[f.Basis])
	}
	*[]*int{&g.Text, &g.Official, &g.Convention, &g.Inferred}[weakest]++
	for _, o := range r.Readings {
		if o.Computed && !o.Decides && (o.Outcome == verdict.Met || o.Outcome == verdict.NotMet) && o.Outcome != r.Outcome {
			g.Turned++
			return
		}
	}
}

// weakness orders the origins of figures; what stands in the text or follows from it has none.
var weakness = map[plan.Basis]int{plan.Official: 1, plan.Convention: 2, plan.Inferred: 3}

// String returns the text in Chinese.
func (g Grounds) String() string { return g.In(bilingual.Chinese) }

// In returns the counts in one line; "" where no verdict is certain.
func (g Grounds) In(l bilingual.Language) string {
	n := strconv.Itoa
	all := g.Text + g.Official + g.Convention + g.Inferred
	if all == 0 {
		return ""
	}
	return bilingual.Text{
		ZH: "已判定达到或未达到的" + n(all) + "项中，依据原文的" + n(g.Text) + "项，依据官方文件的" + n(g.Official) + "项，按惯例的" + n(g.Convention) + "项，系推定的" + n(g.Inferred) + "项（各按其中最弱的依据计）；换一种理解结论就相反的" + n(g.Turned) + "项",
		EN: "certain verdicts: " + n(all) + ", of which on the text " + n(g.Text) + ", on official documents " + n(g.Official) + ", on convention " + n(g.Convention) + ", on inference " + n(g.Inferred) + " (each by the weakest that it rests on); another reading would turn " + n(g.Turned),
	}.In(l)
}
