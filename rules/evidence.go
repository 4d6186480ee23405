package rules

import (
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/plan"
)

// Evidence is a document or an event that shows that a statement is kept, where
// figures cannot. It names something that a reader can look up; the library
// reads none of it.
type Evidence struct {
	Statement plan.ID           `json:"statement"`
	Kind      plan.EvidenceKind `json:"kind"`
	Title     string            `json:"title"`
	Number    string            `json:"number,omitzero"` // of a document, such as 通市教发〔2022〕8号
	Issuer    string            `json:"issuer,omitzero"`
	From      quantity.Date     `json:"from,omitzero"` // first day of a period; unknown for a single day
	On        quantity.Date     `json:"on"`            // the day of the document or event, of a period the last
	Stage     ProjectStage      `json:"stage,omitzero"`
	Reference string            `json:"reference,omitzero"` // where the caller keeps it
}

// ProjectStage is how far a project has come. The zero value is not set.
type ProjectStage uint8

// The stages of a project; one in use alone shows that it is completed.
const (
	_ ProjectStage = iota
	Approved
	UnderConstruction
	InUse
)

var projectStages = []word{{}, {"approved", bilingual.Text{ZH: "已立项", EN: "approved"}},
	{"under-construction", bilingual.Text{ZH: "在建", EN: "under construction"}},
	{"in-use", bilingual.Text{ZH: "已投入使用", EN: "in use"}}}

// String returns the stage's key, "" if it is not set.
func (s ProjectStage) String() string { return wordAt(projectStages, s).key }

// In returns the stage in words.
func (s ProjectStage) In(l bilingual.Language) string { return wordAt(projectStages, s).text.In(l) }

// MarshalText writes the key.
func (s ProjectStage) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// UnmarshalText reads the key.
func (s *ProjectStage) UnmarshalText(text []byte) (err error) {
	*s, err = parseWord[ProjectStage](projectStages, "project stage", text)
	return err
}

// Refusal says why a piece of evidence does not count. The zero value is that
// of evidence that counts.
type Refusal uint8

// The refusals.
const (
	Counts       Refusal = iota
	WrongKind            // a kind that the statement does not accept
	Untitled             // neither title nor number: nobody could look it up
	Undated              // no date, or one that the calendar does not have
	BeforePlan           // older than the plan
	AfterPlan            // later than the plan
	InFuture             // later than the as-of date
	NotCompleted         // a project that is not in use
	OffMonth             // an act outside the month that the statement names
	SameAgain            // the same piece a second time
)

var refusals = []word{{"", bilingual.Text{ZH: "有效", EN: "counts"}},
	{"wrong-kind", bilingual.Text{ZH: "类别不符", EN: "of a kind that is not accepted"}},
	{"untitled", bilingual.Text{ZH: "没有名称和文号", EN: "neither title nor number"}},
	{"undated", bilingual.Text{ZH: "没有日期或日期不存在", EN: "no date"}},
	{"before-plan", bilingual.Text{ZH: "早于规划期", EN: "older than the plan"}},
	{"after-plan", bilingual.Text{ZH: "晚于规划期", EN: "later than the plan"}},
	{"in-future", bilingual.Text{ZH: "晚于数据截止日期", EN: "later than the as-of date"}},
	{"not-completed", bilingual.Text{ZH: "项目未投入使用", EN: "the project is not in use"}},
	{"off-month", bilingual.Text{ZH: "不在规定的月份", EN: "outside the month wanted"}},
	{"same-again", bilingual.Text{ZH: "重复", EN: "the same piece again"}}}

// String returns the refusal's key, "" for evidence that counts.
func (r Refusal) String() string { return wordAt(refusals, r).key }

// In returns the refusal in words.
func (r Refusal) In(l bilingual.Language) string { return wordAt(refusals, r).text.In(l) }

// MarshalText writes the key.
func (r Refusal) MarshalText() ([]byte, error) { return []byte(r.String()), nil }

// UnmarshalText reads the key.
func (r *Refusal) UnmarshalText(text []byte) (err error) {
	*r, err = parseWord[Refusal](refusals, "refusal", text)
	return err
}

// EvidenceResult is a piece of evidence with what a rule made of it.
type EvidenceResult struct {
	Evidence
	Refusal Refusal `json:"refusal"`
}

// Text names the piece, and says why it does not count.
func (e EvidenceResult) Text(l bilingual.Language) string {
	text := e.Title
	if e.Number != "" {
		text += pick(l, "（"+e.Number+"）", " ("+e.Number+")")
	}
	if e.On.Known() {
		text += pick(l, "，", ", ") + e.On.In(l)
	}
	if e.Stage != 0 {
		text += pick(l, "，", ", ") + e.Stage.In(l)
	}
	if e.Refusal != Counts {
		text += pick(l, "：不计，", ": does not count, ") + e.Refusal.In(l)
	}
	return text
}

// refuse says whether a piece of evidence counts for a statement on a date.
func refuse(p *plan.Plan, s *plan.Statement, asOf quantity.Date, e Evidence) Refusal {
	first, last := p.Period()
	from := e.On
	if e.From.Known() {
		from = e.From
	}
	switch {
	case !accepts(s, e.Kind):
		return WrongKind
	case e.Title == "" && e.Number == "":
		return Untitled
	case !e.On.Known() || e.From.Invalid() || from.After(e.On):
		return Undated
	case from.Before(first):
		return BeforePlan
	case e.On.After(last):
		return AfterPlan
	case e.On.After(asOf):
		return InFuture
	case e.Kind == plan.Project && e.Stage != InUse:
		return NotCompleted
	}
	if month, ok := s.Figure("month"); ok {
		if _, held, _ := e.On.Civil(); uint64(held)*quantity.Month.Scale() != month.Amount.Ceil().Steps() {
			return OffMonth
		}
	}
	return Counts
}

func accepts(s *plan.Statement, kind plan.EvidenceKind) bool {
	for _, k := range s.Evidence {
		if k == kind {
			return true
		}
	}
	return false
}
