package plan

import (
	"fmt"
	"iter"
	"slices"

	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
)

// ChangeKind says what an amendment changes. The zero value is not set.
type ChangeKind uint8

// What can be changed.
const (
	_                 ChangeKind = iota
	ChangedEach                  // what one record must reach
	ChangedPopulation            // what the population must reach
	ChangedDeadline
	ChangedParameter
	ChangedFigure
	ChangedReading // what a reading demands
	ChangedDecides // which reading decides
	ChangedModality
	ChangedComponent // what proves one of the things demanded
	ChangedDemand    // the phrase of the demand
	ChangedWords     // other words
	Repealed
	Added
)

var changeKinds = bilingual.List[ChangeKind]{Of: "plan: change", First: 1, Terms: []bilingual.Term{{Key: "each", Text: bilingual.Text{ZH: "每项要求", EN: "demand on each"}},
	{Key: "population", Text: bilingual.Text{ZH: "总体要求", EN: "demand altogether"}},
	{Key: "deadline", Text: bilingual.Text{ZH: "期限", EN: "deadline"}},
	{Key: "parameter", Text: bilingual.Text{ZH: "参数", EN: "parameter"}},
	{Key: "figure", Text: bilingual.Text{ZH: "数据", EN: "figure"}},
	{Key: "reading", Text: bilingual.Text{ZH: "理解", EN: "reading"}},
	{Key: "decides", Text: bilingual.Text{ZH: "为准的理解", EN: "reading that decides"}},
	{Key: "modality", Text: bilingual.Text{ZH: "约束力度", EN: "strength"}},
	{Key: "component", Text: bilingual.Text{ZH: "佐证要求", EN: "proof"}},
	{Key: "demand", Text: bilingual.Text{ZH: "要求的表述", EN: "words of the demand"}},
	{Key: "words", Text: bilingual.Text{ZH: "文字", EN: "words"}},
	{Key: "repealed", Text: bilingual.Text{ZH: "废止", EN: "repealed"}},
	{Key: "added", Text: bilingual.Text{ZH: "增补", EN: "added"}}}}

// ParseChangeKind reads a key, such as "population".
func ParseChangeKind(key string) (ChangeKind, error) {
	return changeKinds.Parse(key)
}

// String returns the key.
func (k ChangeKind) String() string { return changeKinds.Key(k) }

// In returns in words what is changed.
func (k ChangeKind) In(l bilingual.Language) string { return changeKinds.In(k, l) }

// MarshalText writes the key.
func (k ChangeKind) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// UnmarshalText reads the key.
func (k *ChangeKind) UnmarshalText(text []byte) error { return changeKinds.Read(k, text) }

// Amended is one change that made an edition out of another, with the document
// that ordered it.
type Amended struct {
	Edition   string         `json:"edition"` // that the change made
	Statement ID             `json:"statement"`
	Change    ChangeKind     `json:"change"`
	Key       string         `json:"key"`    // of the parameter, figure or reading
	Name      bilingual.Text `json:"name"`   // of the parameter, figure or reading, or else of the statement
	Before    bilingual.Text `json:"before"` // in words; zero where there was nothing
	After     bilingual.Text `json:"after"`
	By        bilingual.Text `json:"by"`
	Effective quantity.Date  `json:"effective"`
}

// String returns the text in Chinese.
func (a Amended) String() string { return a.In(bilingual.Chinese) }

// In returns the change in words, with the document that ordered it:
// 总体要求：不低于12%→不低于15%（市教育局文件，自2023年9月1日起）.
func (a Amended) In(l bilingual.Language) string {
	what := a.Change.In(l)
	if a.Key != "" {
		what = bilingual.Text{ZH: what + "“" + a.Name.ZH + "”", EN: what + " " + `"` + a.Name.EN + `"`}.In(l)
	}
	before, after := a.Before.In(l), a.After.In(l)
	nothing := l.Pick("无", "nothing")
	switch {
	case a.Change == Repealed || a.Change == Added:
	case before == "":
		what += bilingual.Text{ZH: "：" + nothing + "→" + after, EN: ": " + nothing + " becomes " + after}.In(l)
	case after == "":
		what += bilingual.Text{ZH: "：" + before + "→" + nothing, EN: ": " + before + " becomes " + nothing}.In(l)
	default:
		what += bilingual.Text{ZH: "：" + before + "→" + after, EN: ": " + before + " becomes " + after}.In(l)
	}
	return what + bilingual.Text{
		ZH: "（" + bilingual.Plain(a.By.ZH) + "，自" + a.Effective.In(l) + "起）",
		EN: " (" + bilingual.Plain(a.By.EN) + ", from " + a.Effective.In(l) + ")",
	}.In(l)
}

// Amended returns what made this edition out of the first one, oldest first;
// nothing for a plan that was never amended.
func (p *Plan) Amended() iter.Seq[Amended] { return slices.Values(p.amended) }

// Repealed returns the change that repealed a statement which an earlier
// edition had.
func (p *Plan) Repealed(id ID) (Amended, bool) {
	i := slices.IndexFunc(p.amended, func(a Amended) bool { return a.Statement == id && a.Change == Repealed })
	if i < 0 {
		return Amended{}, false
	}
	return p.amended[i], true
}

// Amended returns what this edition and those before it have changed in the
// statement, oldest first.
func (s *Statement) Amended() iter.Seq[Amended] { return slices.Values(s.amended) }

// checkAmended reports what is wrong with the history of a document.
func (p *Plan) checkAmended(fail func(string, ...any)) {
	for _, a := range p.amended {
		_, there := p.byID[a.Statement]
		bad := func(format string, args ...any) {
			fail("amended statement %q: "+format, append([]any{a.Statement}, args...)...)
		}
		_, gone := p.Repealed(a.Statement)
		switch {
		case gone && there:
			bad("it was repealed, and its ID is not used again")
		case !gone && !there:
			bad("the plan has no such statement")
		}
		if !changeKinds.Has(a.Change) {
			bad("no change")
		}
		if a.Edition == "" {
			bad("no edition")
		}
		checkSource(a.By, a.Effective, bad)
	}
}

func checkSource(by bilingual.Text, effective quantity.Date, bad func(string, ...any)) {
	if !by.Complete() {
		bad("the document that amends is wanted in both languages")
	}
	if !effective.Known() {
		bad("effective on %q: want a day of the calendar", effective)
	}
}

// editions returns the names that are taken.
func (p *Plan) editions() map[string]bool {
	taken := map[string]bool{p.edition: true}
	for _, a := range p.amended {
		taken[a.Edition] = true
	}
	return taken
}

// Document returns what the plan was built from, with all its history. It is
// the caller's own and may be changed.
func (p *Plan) Document() Document {
	d := Document{
		Edition: p.edition, Name: p.name, First: p.first, Last: p.last, Issued: p.issued, IssuedOrigin: p.issuedBy,
		Clauses: slices.Clone(p.clauses), Statements: make([]Statement, len(p.statements)),
		Anomalies: make([]Anomaly, len(p.anomalies)), Amended: slices.Clone(p.amended),
	}
	for i, s := range p.statements {
		d.Statements[i] = s.clone()
	}
	for i, a := range p.anomalies {
		d.Anomalies[i] = a.clone()
	}
	return d
}

// of returns how an error names what is changed.
func (k ChangeKind) of(key string) string {
	if key == "" {
		return k.In(bilingual.English)
	}
	return fmt.Sprintf("%s %q", k.In(bilingual.English), key)
}
