package verdict

import (
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/plan"
)

// Evidence is a document or an event that shows that a statement is kept, where
// figures cannot. It names something that a reader can look up; the library
// reads none of it, so that the piece says itself what it is about.
type Evidence struct {
	Statement plan.ID           `json:"statement"`
	Kind      plan.EvidenceKind `json:"kind"`
	Title     string            `json:"title"`
	Number    string            `json:"number,omitzero"` // of a document, such as 通市教发〔2022〕8号
	Issuer    string            `json:"issuer,omitzero"`
	From      quantity.Date     `json:"from,omitzero"`  // first day of a period; unknown for a single day
	On        quantity.Date     `json:"on"`             // the day of the document or event, of a period the last
	Until     quantity.Date     `json:"until,omitzero"` // of a rule or a body, the last day that it was in force; unknown where it still is
	Stage     ProjectStage      `json:"stage,omitzero"`

	// Components are the keys of what it is about, of a statement that demands
	// several things; none of a piece that is about the whole demand.
	Components []string `json:"components,omitzero"`
	// Whole says that it reports on the whole demand. Such a report alone decides
	// against a measure.
	Whole bool `json:"whole,omitzero"`
	// Year is the year that it is about, where that is not the year of On.
	Year      int    `json:"year,omitzero"`
	Reference string `json:"reference,omitzero"` // where the caller keeps it
}

// AboutYear returns the year that the piece is about.
func (e Evidence) AboutYear() int {
	if e.Year != 0 {
		return e.Year
	}
	return e.On.Year()
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

var projectStages = bilingual.List[ProjectStage]{Of: "verdict: project stage", First: 1, Terms: []bilingual.Term{{Key: "approved", Text: bilingual.Text{ZH: "已立项", EN: "approved"}},
	{Key: "under-construction", Text: bilingual.Text{ZH: "在建", EN: "under construction"}},
	{Key: "in-use", Text: bilingual.Text{ZH: "已投入使用", EN: "in use"}}}}

// ProjectStages returns the stages in their order.
func ProjectStages() []ProjectStage { return projectStages.All() }

// ParseProjectStage reads a stage's key, such as "in-use".
func ParseProjectStage(key string) (ProjectStage, error) { return projectStages.Parse(key) }

// String returns the stage's key, "" if it is not set.
func (s ProjectStage) String() string { return projectStages.Key(s) }

// In returns the stage in words.
func (s ProjectStage) In(l bilingual.Language) string { return projectStages.In(s, l) }

// MarshalText writes the key.
func (s ProjectStage) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// UnmarshalText reads the key.
func (s *ProjectStage) UnmarshalText(text []byte) error { return projectStages.Read(s, text) }

// Refusal says why a piece of evidence does not count. The zero value is that
// of evidence that counts.
type Refusal uint8

// The refusals.
const (
	NotRefused   Refusal = iota
	WrongKind            // a kind that the statement does not accept
	Untitled             // neither title nor number: nobody could look it up
	Undated              // no date, or one that the calendar does not have
	BeforePlan           // older than the plan, of something that does not last
	NotInForce           // a rule or a body that was in force no longer
	InFuture             // later than the as-of date
	NotCompleted         // a project that is not in use
	OffMonth             // an act outside the month that the statement names
	SameAgain            // the same piece a second time
	Unassigned           // it does not say which of the things demanded it is about
)

var refusals = bilingual.List[Refusal]{Of: "verdict: refusal", Terms: []bilingual.Term{{Key: "", Text: bilingual.Text{ZH: "有效", EN: "counts"}},
	{Key: "wrong-kind", Text: bilingual.Text{ZH: "类别不符", EN: "of a kind that is not accepted"}},
	{Key: "untitled", Text: bilingual.Text{ZH: "没有名称和文号", EN: "neither title nor number"}},
	{Key: "undated", Text: bilingual.Text{ZH: "没有日期或日期不存在", EN: "no date"}},
	{Key: "before-plan", Text: bilingual.Text{ZH: "早于规划期", EN: "older than the plan"}},
	{Key: "not-in-force", Text: bilingual.Text{ZH: "已失效", EN: "in force no longer"}},
	{Key: "in-future", Text: bilingual.Text{ZH: "晚于数据截止日期", EN: "later than the as-of date"}},
	{Key: "not-completed", Text: bilingual.Text{ZH: "项目未投入使用", EN: "the project is not in use"}},
	{Key: "off-month", Text: bilingual.Text{ZH: "不在规定的月份", EN: "outside the month wanted"}},
	{Key: "same-again", Text: bilingual.Text{ZH: "重复", EN: "the same piece again"}},
	{Key: "unassigned", Text: bilingual.Text{ZH: "未注明所证事项", EN: "it does not say what it is about"}}}}

// String returns the refusal's key, "" for evidence that counts.
func (r Refusal) String() string { return refusals.Key(r) }

// In returns the refusal in words.
func (r Refusal) In(l bilingual.Language) string { return refusals.In(r, l) }

// MarshalText writes the key.
func (r Refusal) MarshalText() ([]byte, error) { return []byte(r.String()), nil }

// UnmarshalText reads the key.
func (r *Refusal) UnmarshalText(text []byte) error { return refusals.Read(r, text) }

// EvidenceResult is a piece of evidence with what a rule made of it.
type EvidenceResult struct {
	Evidence
	Refusal Refusal `json:"refusal"`
}

// String returns the text in Chinese.
func (e EvidenceResult) String() string { return e.Text(bilingual.Chinese) }

// Text names the piece so that a reader can look it up, and says why it does not
// count.
func (e EvidenceResult) Text(l bilingual.Language) string {
	text := bilingual.Plain(e.Title)
	if e.Number != "" {
		text += l.Pick("（", " (") + bilingual.Plain(e.Number) + l.Pick("）", ")")
	}
	when := dateText(e.On, l)
	if e.From.Known() && e.On.Known() {
		when = l.Pick(e.From.In(l)+"至"+when, e.From.In(l)+" to "+when)
	}
	for _, part := range []string{bilingual.Plain(e.Issuer), when, stageText(e.Stage, l)} {
		if part != "" {
			text += l.Pick("，", ", ") + part
		}
	}
	if e.Refusal != NotRefused {
		text += l.Pick("：不计，", ": does not count, ") + e.Refusal.In(l)
	}
	return text
}

func dateText(d quantity.Date, l bilingual.Language) string {
	if !d.Known() {
		return ""
	}
	return d.In(l)
}

func stageText(s ProjectStage, l bilingual.Language) string {
	if s == 0 {
		return ""
	}
	return s.In(l)
}

// ComponentResult is what evidence shows of one of the things that a statement
// demands.
type ComponentResult struct {
	Key          string         `json:"key"`
	Name         bilingual.Text `json:"name"`
	Accepted     bilingual.Text `json:"accepted"` // kinds of evidence
	Shown        bool           `json:"shown"`
	On           quantity.Date  `json:"on,omitzero"`            // the day from which it was shown
	Latest       quantity.Date  `json:"latest,omitzero"`        // of the newest piece
	MissingYears []int          `json:"missing_years,omitzero"` // of a thing wanted each year, those that are over
	OpenYear     int            `json:"open_year,omitzero"`     // the year that is not over, and not shown yet
}

// Proof says what evidence is wanted of a thing that is not shown.
func (c ComponentResult) Proof(l bilingual.Language) string {
	return l.Pick("须补佐证（"+c.Name.ZH+"），以下任一：", "proof wanted ("+c.Name.EN+"), any one of: ") + c.Accepted.In(l)
}
