package plan

import "github.com/eduplan/tonghua/indicators/bilingual"

// Kind says what form a statement has. The zero value is not set.
type Kind uint8

// The kinds of statements.
const (
	_           Kind = iota
	Baseline         // a figure of the former period
	Context          // demands nothing
	Target           // a figure or a share of a population
	EntityRule       // a duty on each record
	Count            // so many of a thing
	Conditional      // if this, then that
	Prohibition      // what must not be
	Periodic         // what recurs
	Milestone        // a thing that comes to exist
	Commitment       // a promise without a figure
)

var kinds = bilingual.List[Kind]{Of: "plan: kind", First: 1, Terms: []bilingual.Term{{Key: "baseline", Text: bilingual.Text{ZH: "基期数据", EN: "baseline"}},
	{Key: "context", Text: bilingual.Text{ZH: "背景", EN: "context"}},
	{Key: "target", Text: bilingual.Text{ZH: "目标", EN: "target"}},
	{Key: "entity-rule", Text: bilingual.Text{ZH: "逐项要求", EN: "duty on each"}},
	{Key: "count", Text: bilingual.Text{ZH: "数量", EN: "count"}},
	{Key: "conditional", Text: bilingual.Text{ZH: "条件规定", EN: "conditional"}},
	{Key: "prohibition", Text: bilingual.Text{ZH: "禁止", EN: "prohibition"}},
	{Key: "periodic", Text: bilingual.Text{ZH: "定期", EN: "periodic"}},
	{Key: "milestone", Text: bilingual.Text{ZH: "节点", EN: "milestone"}},
	{Key: "commitment", Text: bilingual.Text{ZH: "承诺", EN: "commitment"}}}}

// ParseKind reads a kind's key, such as "entity-rule".
func ParseKind(key string) (Kind, error) { return kinds.Parse(key) }

// String returns the kind's key.
func (k Kind) String() string { return kinds.Key(k) }

// In returns the kind in words.
func (k Kind) In(l bilingual.Language) string { return kinds.In(k, l) }

// MarshalText writes the key.
func (k Kind) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// UnmarshalText reads the key.
func (k *Kind) UnmarshalText(text []byte) error { return kinds.Read(k, text) }

// Modality says how strongly a statement binds. The zero value is not set.
type Modality uint8

// The modalities, from the strongest down. Only a Must can be breached.
const (
	_         Modality = iota
	Must               // 必须、应、要、达到
	Strive             // 力争
	Should             // 适当
	Encourage          // 鼓励、支持
	Explore            // 探索、尝试
	NoDemand           // context, baselines
)

var modalities = bilingual.List[Modality]{Of: "plan: modality", First: 1, Terms: []bilingual.Term{{Key: "must", Text: bilingual.Text{ZH: "必须", EN: "must"}},
	{Key: "strive", Text: bilingual.Text{ZH: "力争", EN: "strive"}},
	{Key: "should", Text: bilingual.Text{ZH: "适当", EN: "should"}},
	{Key: "encourage", Text: bilingual.Text{ZH: "鼓励", EN: "encouraged"}},
	{Key: "explore", Text: bilingual.Text{ZH: "探索", EN: "explored"}},
	{Key: "none", Text: bilingual.Text{ZH: "不作要求", EN: "demands nothing"}}}}

// ParseModality reads a modality's key, such as "must".
func ParseModality(key string) (Modality, error) {
	return modalities.Parse(key)
}

// String returns the modality's key.
func (m Modality) String() string { return modalities.Key(m) }

// In returns the modality in words.
func (m Modality) In(l bilingual.Language) string { return modalities.In(m, l) }

// Strength returns how strongly a statement binds in words, with what the text says of
// its pace: 必须（逐步）.
func (m Modality) Strength(gradually bool, l bilingual.Language) string {
	if !gradually {
		return m.In(l)
	}
	return m.In(l) + l.Pick("（逐步）", " (step by step)")
}

// MarshalText writes the key.
func (m Modality) MarshalText() ([]byte, error) { return []byte(m.String()), nil }

// UnmarshalText reads the key.
func (m *Modality) UnmarshalText(text []byte) error { return modalities.Read(m, text) }

// Evaluable says how a statement can be answered. The zero value is not set.
type Evaluable uint8

// The ways to answer a statement.
const (
	_            Evaluable = iota
	InFull                 // from ordinary records
	ByFigure               // from a reported aggregate
	InPart                 // by evidence, with a measure of a part of the demand
	Attested               // by evidence alone
	NoEvaluation           // demands nothing
)

var evaluables = bilingual.List[Evaluable]{Of: "plan: evaluable", First: 1, Terms: []bilingual.Term{{Key: "full", Text: bilingual.Text{ZH: "按记录全量计算", EN: "computed in full"}},
	{Key: "figure", Text: bilingual.Text{ZH: "按上报数据计算", EN: "answered by a reported figure"}},
	{Key: "part", Text: bilingual.Text{ZH: "部分计算", EN: "computed in part"}},
	{Key: "attested", Text: bilingual.Text{ZH: "凭证据认定", EN: "attested by evidence"}},
	{Key: "context", Text: bilingual.Text{ZH: "不评价", EN: "not evaluated"}}}}

// ParseEvaluable reads a key, such as "full".
func ParseEvaluable(key string) (Evaluable, error) {
	return evaluables.Parse(key)
}

// String returns the key.
func (e Evaluable) String() string { return evaluables.Key(e) }

// In returns the way to answer in words.
func (e Evaluable) In(l bilingual.Language) string { return evaluables.In(e, l) }

// MarshalText writes the key.
func (e Evaluable) MarshalText() ([]byte, error) { return []byte(e.String()), nil }

// UnmarshalText reads the key.
func (e *Evaluable) UnmarshalText(text []byte) error { return evaluables.Read(e, text) }

// Basis says what a figure or a date rests on. The zero value is not set.
type Basis uint8

// The bases.
const (
	_          Basis = iota
	Stated           // the text prints it
	Convention       // what a duty on each means: all of them
	Official         // an official definition outside the plan
	PlanEnd          // no date in the text: the end of the plan period
	Inferred         // read out of the context
	Assumed          // of a what-if
	Counted          // counted up in what the text lists
	Ordered          // set by an amendment
)

var bases = bilingual.List[Basis]{Of: "plan: basis", First: 1, Terms: []bilingual.Term{{Key: "stated", Text: bilingual.Text{ZH: "文中明示", EN: "stated"}},
	{Key: "convention", Text: bilingual.Text{ZH: "按惯例", EN: "by convention"}},
	{Key: "official", Text: bilingual.Text{ZH: "按官方口径", EN: "by official definition"}},
	{Key: "plan-end", Text: bilingual.Text{ZH: "文中未定期限，按规划期末", EN: "no date in the text, end of the plan"}},
	{Key: "inferred", Text: bilingual.Text{ZH: "系推定", EN: "inferred"}},
	{Key: "assumed", Text: bilingual.Text{ZH: "系假设", EN: "assumed"}},
	{Key: "counted", Text: bilingual.Text{ZH: "由原文列举数得", EN: "counted in the text"}},
	{Key: "ordered", Text: bilingual.Text{ZH: "按修订文件", EN: "ordered by an amendment"}}}}

// ParseBasis reads a basis's key, such as "stated".
func ParseBasis(key string) (Basis, error) { return bases.Parse(key) }

// String returns the basis's key.
func (b Basis) String() string { return bases.Key(b) }

// In returns the basis in words.
func (b Basis) In(l bilingual.Language) string { return bases.In(b, l) }

// MarshalText writes the key; an unset basis is "".
func (b Basis) MarshalText() ([]byte, error) { return bases.WriteOptional(b) }

// UnmarshalText reads the key, "" as unset.
func (b *Basis) UnmarshalText(text []byte) error { return bases.ReadOptional(b, text) }
