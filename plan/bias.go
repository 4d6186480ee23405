package plan

import "github.com/eduplan/tonghua/indicators/bilingual"

// Bias says in which direction the measure of a part of a demand may err. The
// zero value is that of a measure of the whole, which does not err.
type Bias uint8

// The directions.
const (
	_         Bias = iota
	Flatters       // the measure may look better than the demand is kept: only a miss is certain
	Accuses        // it may look worse: only a hit is certain
	Indicates      // it may look better or worse: neither is certain
)

var biases = bilingual.List[Bias]{Of: "plan: bias", First: 1, Terms: []bilingual.Term{{Key: "flatters", Text: bilingual.Text{ZH: "结果可能高于实际", EN: "can only flatter"}},
	{Key: "accuses", Text: bilingual.Text{ZH: "结果可能低于实际", EN: "can only accuse"}},
	{Key: "indicates", Text: bilingual.Text{ZH: "结果可能高于或低于实际", EN: "may err either way"}}}}

// ParseBias reads a key, such as "flatters".
func ParseBias(key string) (Bias, error) { return biases.Parse(key) }

// String returns the key.
func (b Bias) String() string { return biases.Key(b) }

// ShowsHit reports whether a measure of the bias shows alone that a demand is kept.
func (b Bias) ShowsHit() bool { return b != Flatters && b != Indicates }

// ShowsMiss reports whether it shows alone that a demand is missed: records that do not keep
// one are named by no other measure.
func (b Bias) ShowsMiss() bool { return b != Accuses && b != Indicates }

// In returns the bias in words.
func (b Bias) In(l bilingual.Language) string { return biases.In(b, l) }

// MarshalText writes the key; a measure that does not err is "".
func (b Bias) MarshalText() ([]byte, error) { return biases.WriteOptional(b) }

// UnmarshalText reads the key, "" as no bias.
func (b *Bias) UnmarshalText(text []byte) error { return biases.ReadOptional(b, text) }
