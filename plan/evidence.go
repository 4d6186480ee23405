package plan

import "github.com/eduplan/tonghua/indicators/bilingual"

// EvidenceKind is a kind of document or event that can show that a statement is
// kept. The zero value is not set.
type EvidenceKind uint8

// The kinds of evidence.
const (
	_                EvidenceKind = iota
	PublishedMeasure              // rules, a plan, a notice
	Project                       // a building or an installation, with its stage
	EstablishedBody               // a body or platform
	Act                           // an event that was held; it recurs where the duty is yearly
	Designation                   // a title or recognition that is held
	Assessment                    // a report of an inspection, a survey or an audit
)

var evidenceKinds = bilingual.List[EvidenceKind]{Of: "plan: kind of evidence", First: 1, Terms: []bilingual.Term{{Key: "published-measure", Text: bilingual.Text{ZH: "印发的文件或措施", EN: "published measure"}},
	{Key: "project", Text: bilingual.Text{ZH: "建设项目", EN: "project"}},
	{Key: "established-body", Text: bilingual.Text{ZH: "成立的机构或平台", EN: "established body"}},
	{Key: "act", Text: bilingual.Text{ZH: "开展的活动", EN: "act"}},
	{Key: "designation", Text: bilingual.Text{ZH: "认定或称号", EN: "designation"}},
	{Key: "assessment", Text: bilingual.Text{ZH: "督导、监测或审计报告", EN: "assessment report"}}}}

// EvidenceKinds returns the kinds in their order.
func EvidenceKinds() []EvidenceKind { return evidenceKinds.All() }

// ParseEvidenceKind reads a key, such as "published-measure".
func ParseEvidenceKind(key string) (EvidenceKind, error) {
	return evidenceKinds.Parse(key)
}

// String returns the key.
func (k EvidenceKind) String() string { return evidenceKinds.Key(k) }

// In returns the kind in words.
func (k EvidenceKind) In(l bilingual.Language) string { return evidenceKinds.In(k, l) }

// MarshalText writes the key; a kind that nobody has said is "".
func (k EvidenceKind) MarshalText() ([]byte, error) { return evidenceKinds.WriteOptional(k) }

// UnmarshalText reads the key, "" as not said.
func (k *EvidenceKind) UnmarshalText(text []byte) error { return evidenceKinds.ReadOptional(k, text) }
