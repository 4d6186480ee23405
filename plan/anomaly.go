package plan

import (
	"iter"
	"slices"

	"github.com/eduplan/tonghua/indicators/bilingual"
)

// AnomalyKind says in what way the text of a plan is odd. The zero value is
// not set.
type AnomalyKind uint8

// The kinds of anomalies.
const (
	_             AnomalyKind = iota
	Contradiction             // two places say different things
	Misprint                  // a slip of the pen or of the printer
	Numbering                 // clauses are numbered oddly
	Arithmetic                // figures that do not fit each other
	FlatTarget                // a target equal to its baseline
	Timing                    // dates and periods that do not fit, or are not printed
	Coverage                  // populations that differ where they should not
	Wording                   // one thing has two names, or an unusual one
	Gap                       // what a demand needs and the text does not say
	Strength                  // one thing is demanded in two strengths
)

var anomalyKinds = bilingual.List[AnomalyKind]{Of: "plan: anomaly", First: 1, Terms: []bilingual.Term{{Key: "contradiction", Text: bilingual.Text{ZH: "前后不一", EN: "contradiction"}},
	{Key: "misprint", Text: bilingual.Text{ZH: "文字差错", EN: "misprint"}},
	{Key: "numbering", Text: bilingual.Text{ZH: "编号", EN: "numbering"}},
	{Key: "arithmetic", Text: bilingual.Text{ZH: "数据不合", EN: "figures that do not fit"}},
	{Key: "flat-target", Text: bilingual.Text{ZH: "目标等于基期", EN: "target equal to its baseline"}},
	{Key: "timing", Text: bilingual.Text{ZH: "时间", EN: "timing"}},
	{Key: "coverage", Text: bilingual.Text{ZH: "范围口径", EN: "coverage"}},
	{Key: "wording", Text: bilingual.Text{ZH: "用词", EN: "wording"}},
	{Key: "gap", Text: bilingual.Text{ZH: "未作规定", EN: "left open"}},
	{Key: "strength", Text: bilingual.Text{ZH: "力度不一", EN: "differing strength"}}}}

// ParseAnomalyKind reads a key, such as "flat-target".
func ParseAnomalyKind(key string) (AnomalyKind, error) {
	return anomalyKinds.Parse(key)
}

// String returns the key.
func (k AnomalyKind) String() string { return anomalyKinds.Key(k) }

// In returns the kind in words.
func (k AnomalyKind) In(l bilingual.Language) string { return anomalyKinds.In(k, l) }

// MarshalText writes the key.
func (k AnomalyKind) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// UnmarshalText reads the key.
func (k *AnomalyKind) UnmarshalText(text []byte) error { return anomalyKinds.Read(k, text) }

// Anomaly is something odd in the text of a plan that a reader of verdicts
// should know: two denominators of one share, a target equal to its baseline,
// numbering that jumps. An anomaly decides nothing; where the text allows two
// readings, the statement has them as [Reading] values. It is one of the text,
// and stays with the editions that amendments make of it.
type Anomaly struct {
	Key        string         `json:"key"`
	Kind       AnomalyKind    `json:"kind"`
	Places     []Place        `json:"places"`     // where the text shows it, first place first
	Statements []ID           `json:"statements"` // those concerned; none where it is of the document's form alone
	Text       bilingual.Text `json:"text"`       // in our own words
}

// String returns the text in Chinese.
func (a Anomaly) String() string { return a.In(bilingual.Chinese) }

// In returns the anomaly in words: 前后不一：…….
func (a Anomaly) In(l bilingual.Language) string {
	return a.Kind.In(l) + l.Pick("：", ": ") + a.Text.In(l)
}

func (a Anomaly) clone() Anomaly {
	a.Places = slices.Clone(a.Places)
	a.Statements = slices.Clone(a.Statements)
	return a
}

// Anomalies returns what is odd in the plan's text, in the order of the text.
// Their lists are shared and must not be written to.
func (p *Plan) Anomalies() iter.Seq[Anomaly] { return slices.Values(p.anomalies) }

// AnomaliesOf returns the anomalies that concern a statement, in the order of
// the text.
func (p *Plan) AnomaliesOf(id ID) iter.Seq[Anomaly] {
	return func(yield func(Anomaly) bool) {
		for _, a := range p.anomalies {
			if slices.Contains(a.Statements, id) && !yield(a) {
				return
			}
		}
	}
}

// checkAnomalies reports what is wrong with the anomalies, given the statements
// and the history: an anomaly outlives a statement that was repealed.
func (p *Plan) checkAnomalies(fail func(string, ...any)) {
	seen := map[string]bool{}
	for _, a := range p.anomalies {
		bad := func(format string, args ...any) {
			fail("anomaly %q: "+format, append([]any{a.Key}, args...)...)
		}
		if a.Key == "" || !anomalyKinds.Has(a.Kind) || !a.Text.Complete() {
			bad("key, kind, and text in both languages, are wanted")
		}
		if seen[a.Key] {
			bad("it stands twice")
		}
		seen[a.Key] = true
		if len(a.Places) == 0 {
			bad("no place")
		}
		for _, place := range a.Places {
			if _, ok := p.byPlace[place]; !ok {
				bad("place %q is no clause", place)
			}
		}
		for _, id := range a.Statements {
			_, there := p.byID[id]
			if _, gone := p.Repealed(id); !there && !gone {
				bad("the plan has no statement %q", id)
			}
		}
	}
}
