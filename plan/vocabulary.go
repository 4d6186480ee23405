package plan

import (
	"fmt"

	"github.com/eduplan/tonghua/indicators/bilingual"
)

// word is one entry of a closed list: its key in tables and JSON, and its text.
type word struct {
	key  string
	text bilingual.Text
}

func parseWord[V ~uint8](list []word, kind, key string) (V, error) {
	for i, w := range list {
		if i > 0 && w.key == key {
			return V(i), nil
		}
	}
	return 0, fmt.Errorf("plan: %s %q: not in the list", kind, key)
}

// listed reports whether a value is set and has a word.
func listed[V ~uint8](list []word, v V) bool { return v > 0 && int(v) < len(list) }

func wordAt[V ~uint8](list []word, v V) word {
	if listed(list, v) {
		return list[v]
	}
	key := fmt.Sprintf("unset(%d)", v)
	return word{key, bilingual.Text{ZH: key, EN: key}}
}

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

var kinds = []word{{}, {"baseline", bilingual.Text{ZH: "基期数据", EN: "baseline"}},
	{"context", bilingual.Text{ZH: "背景", EN: "context"}},
	{"target", bilingual.Text{ZH: "目标", EN: "target"}},
	{"entity-rule", bilingual.Text{ZH: "逐项要求", EN: "duty on each"}},
	{"count", bilingual.Text{ZH: "数量", EN: "count"}},
	{"conditional", bilingual.Text{ZH: "条件规定", EN: "conditional"}},
	{"prohibition", bilingual.Text{ZH: "禁止", EN: "prohibition"}},
	{"periodic", bilingual.Text{ZH: "定期", EN: "periodic"}},
	{"milestone", bilingual.Text{ZH: "节点", EN: "milestone"}},
	{"commitment", bilingual.Text{ZH: "承诺", EN: "commitment"}}}

// ParseKind reads a kind's key, such as "entity-rule".
func ParseKind(key string) (Kind, error) { return parseWord[Kind](kinds, "kind", key) }

// String returns the kind's key.
func (k Kind) String() string { return wordAt(kinds, k).key }

// In returns the kind in words.
func (k Kind) In(l bilingual.Language) string { return wordAt(kinds, k).text.In(l) }

// MarshalText writes the key.
func (k Kind) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// UnmarshalText reads the key.
func (k *Kind) UnmarshalText(text []byte) (err error) {
	*k, err = ParseKind(string(text))
	return err
}

// Modality says how strongly a statement binds. The zero value is not set.
type Modality uint8

// The modalities, from the strongest down. Only a Must can be breached.
const (
	_         Modality = iota
	Must               // 必须、要、达到
	Strive             // 力争
	Should             // 适当、应
	Encourage          // 鼓励、支持
	Explore            // 探索、尝试
	NoDemand           // context, baselines
)

var modalities = []word{{}, {"must", bilingual.Text{ZH: "必须", EN: "must"}},
	{"strive", bilingual.Text{ZH: "力争", EN: "strives to"}},
	{"should", bilingual.Text{ZH: "应当", EN: "should"}},
	{"encourage", bilingual.Text{ZH: "鼓励", EN: "is encouraged"}},
	{"explore", bilingual.Text{ZH: "探索", EN: "is explored"}},
	{"none", bilingual.Text{ZH: "不作要求", EN: "demands nothing"}}}

// ParseModality reads a modality's key, such as "must".
func ParseModality(key string) (Modality, error) {
	return parseWord[Modality](modalities, "modality", key)
}

// String returns the modality's key.
func (m Modality) String() string { return wordAt(modalities, m).key }

// In returns the modality in words.
func (m Modality) In(l bilingual.Language) string { return wordAt(modalities, m).text.In(l) }

// MarshalText writes the key.
func (m Modality) MarshalText() ([]byte, error) { return []byte(m.String()), nil }

// UnmarshalText reads the key.
func (m *Modality) UnmarshalText(text []byte) (err error) {
	*m, err = ParseModality(string(text))
	return err
}

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

var evaluables = []word{{}, {"full", bilingual.Text{ZH: "按记录全量计算", EN: "computed in full"}},
	{"figure", bilingual.Text{ZH: "按上报数据计算", EN: "answered by a reported figure"}},
	{"part", bilingual.Text{ZH: "部分计算", EN: "computed in part"}},
	{"attested", bilingual.Text{ZH: "凭证据认定", EN: "attested by evidence"}},
	{"context", bilingual.Text{ZH: "不评价", EN: "not evaluated"}}}

// ParseEvaluable reads a key, such as "full".
func ParseEvaluable(key string) (Evaluable, error) {
	return parseWord[Evaluable](evaluables, "evaluable", key)
}

// String returns the key.
func (e Evaluable) String() string { return wordAt(evaluables, e).key }

// In returns the way to answer in words.
func (e Evaluable) In(l bilingual.Language) string { return wordAt(evaluables, e).text.In(l) }

// MarshalText writes the key.
func (e Evaluable) MarshalText() ([]byte, error) { return []byte(e.String()), nil }

// UnmarshalText reads the key.
func (e *Evaluable) UnmarshalText(text []byte) (err error) {
	*e, err = ParseEvaluable(string(text))
	return err
}

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
)

var bases = []word{{}, {"stated", bilingual.Text{ZH: "文中明示", EN: "stated"}},
	{"convention", bilingual.Text{ZH: "按惯例", EN: "by convention"}},
	{"official", bilingual.Text{ZH: "按官方口径", EN: "by official definition"}},
	{"plan-end", bilingual.Text{ZH: "文中未定期限，按规划期末", EN: "no date in the text, end of the plan"}},
	{"inferred", bilingual.Text{ZH: "系推定", EN: "inferred"}},
	{"assumed", bilingual.Text{ZH: "系假设", EN: "assumed"}}}

// ParseBasis reads a basis's key, such as "stated".
func ParseBasis(key string) (Basis, error) { return parseWord[Basis](bases, "basis", key) }

// String returns the basis's key.
func (b Basis) String() string { return wordAt(bases, b).key }

// In returns the basis in words.
func (b Basis) In(l bilingual.Language) string { return wordAt(bases, b).text.In(l) }

// MarshalText writes the key; an unset basis is "".
func (b Basis) MarshalText() ([]byte, error) {
	if b == 0 {
		return nil, nil
	}
	return []byte(b.String()), nil
}

// UnmarshalText reads the key, "" as unset.
func (b *Basis) UnmarshalText(text []byte) (err error) {
	if len(text) == 0 {
		*b = 0
		return nil
	}
	*b, err = ParseBasis(string(text))
	return err
}
