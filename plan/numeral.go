package plan

import (
	"iter"
	"slices"

	"github.com/eduplan/tonghua/indicators/bilingual"
)

// NumeralOf says which figure of a statement a numeral of the text is. The
// zero value is not set.
type NumeralOf uint8

// What a numeral can be.
const (
	_                   NumeralOf = iota
	OfEach                        // what one record must reach
	OfPopulation                  // what the population must reach
	OfDue                         // the year of the deadline, or that it recurs every year
	OfFigure                      // a figure, by its key
	OfFigureDate                  // the year of a figure
	OfParameter                   // a parameter, by its key
	OfReadingEach                 // a reading's own demand on one record
	OfReadingPopulation           // a reading's own demand on the population
	OfUpper                       // the upper end of a range that is demanded
	OfReadingUpper                // the upper end of a reading's range
	OfWording                     // a word of the statement, which counts nothing
)

var numeralOfs = bilingual.List[NumeralOf]{Of: "plan: numeral of", First: 1, Terms: []bilingual.Term{{Key: "each", Text: bilingual.Text{ZH: "每项要求", EN: "demand on each"}},
	{Key: "population", Text: bilingual.Text{ZH: "总体要求", EN: "demand altogether"}},
	{Key: "due", Text: bilingual.Text{ZH: "期限", EN: "deadline"}},
	{Key: "figure", Text: bilingual.Text{ZH: "数据", EN: "figure"}},
	{Key: "figure-date", Text: bilingual.Text{ZH: "数据年份", EN: "year of a figure"}},
	{Key: "parameter", Text: bilingual.Text{ZH: "参数", EN: "parameter"}},
	{Key: "reading-each", Text: bilingual.Text{ZH: "理解的每项要求", EN: "reading's demand on each"}},
	{Key: "reading-population", Text: bilingual.Text{ZH: "理解的总体要求", EN: "reading's demand altogether"}},
	{Key: "upper", Text: bilingual.Text{ZH: "范围上限", EN: "upper end"}},
	{Key: "reading-upper", Text: bilingual.Text{ZH: "理解的范围上限", EN: "reading's upper end"}},
	{Key: "wording", Text: bilingual.Text{ZH: "用语", EN: "wording"}}}}

// ParseNumeralOf reads a key, such as "population".
func ParseNumeralOf(key string) (NumeralOf, error) {
	return numeralOfs.Parse(key)
}

// String returns the key.
func (o NumeralOf) String() string { return numeralOfs.Key(o) }

// In returns in words what the numeral is.
func (o NumeralOf) In(l bilingual.Language) string { return numeralOfs.In(o, l) }

// MarshalText writes the key; what is not set is "".
func (o NumeralOf) MarshalText() ([]byte, error) { return markText(o) }

// UnmarshalText reads the key, "" as not set.
func (o *NumeralOf) UnmarshalText(text []byte) error { return readMark(o, text, ParseNumeralOf) }

// NumeralReason says why a numeral of the text is no figure, or where a figure
// comes from that the text does not print. The zero value is not set.
type NumeralReason uint8

// The reasons: the first seven are of numerals that are no figures, the others
// of figures that are not printed.
const (
	_            NumeralReason = iota
	ListNumber                 // the number of a heading or of a list
	DocumentName               // in the name of a document
	PeriodName                 // the name of a plan period
	ProperName                 // a name or a set phrase
	UnitWord                   // part of a unit
	Indefinite                 // an indefinite number, as in "a batch of"
	PlainWord                  // part of an ordinary word
	CountedUp                  // things that the text names one by one
	OneThing                   // the text speaks of one thing
	SomeAsked                  // the text asks for some: at least one
	AllMeant                   // the text means all without saying so
	Compared                   // the text compares with another amount: once that
	Customary                  // the usual sense of a word: regularly is once a year, several are two
	ByDefinition               // an official definition outside the plan
	WorkedOut                  // follows from other figures
)

var numeralReasons = bilingual.List[NumeralReason]{Of: "plan: reason", First: 1, Terms: []bilingual.Term{{Key: "list-number", Text: bilingual.Text{ZH: "编号", EN: "number of a heading or list"}},
	{Key: "document-name", Text: bilingual.Text{ZH: "文件名称中的数字", EN: "in the name of a document"}},
	{Key: "period-name", Text: bilingual.Text{ZH: "规划期名称", EN: "name of a plan period"}},
	{Key: "proper-name", Text: bilingual.Text{ZH: "专名或固定提法", EN: "name or set phrase"}},
	{Key: "unit-word", Text: bilingual.Text{ZH: "计量单位中的字", EN: "part of a unit"}},
	{Key: "indefinite", Text: bilingual.Text{ZH: "不定数", EN: "indefinite number"}},
	{Key: "plain-word", Text: bilingual.Text{ZH: "普通词语中的字", EN: "part of a word"}},
	{Key: "counted-up", Text: bilingual.Text{ZH: "文中逐一列名，点数得出", EN: "counted from what the text names"}},
	{Key: "one-thing", Text: bilingual.Text{ZH: "文中只说一件", EN: "the text speaks of one"}},
	{Key: "some-asked", Text: bilingual.Text{ZH: "文中要求有，至少一个", EN: "the text asks for some, at least one"}},
	{Key: "all-meant", Text: bilingual.Text{ZH: "文意为全部", EN: "the text means all"}},
	{Key: "compared", Text: bilingual.Text{ZH: "与另一数额相比", EN: "a comparison with another amount"}},
	{Key: "customary", Text: bilingual.Text{ZH: "按词语的通常含义", EN: "the usual sense of a word"}},
	{Key: "by-definition", Text: bilingual.Text{ZH: "官方口径", EN: "official definition"}},
	{Key: "worked-out", Text: bilingual.Text{ZH: "由其他数推算", EN: "worked out from other figures"}}}}

// ParseNumeralReason reads a key, such as "list-number".
func ParseNumeralReason(key string) (NumeralReason, error) {
	return numeralReasons.Parse(key)
}

// String returns the key.
func (r NumeralReason) String() string { return numeralReasons.Key(r) }

// In returns the reason in words.
func (r NumeralReason) In(l bilingual.Language) string { return numeralReasons.In(r, l) }

// MarshalText writes the key; what is not set is "".
func (r NumeralReason) MarshalText() ([]byte, error) { return markText(r) }

// UnmarshalText reads the key, "" as not set.
func (r *NumeralReason) UnmarshalText(text []byte) error {
	return readMark(r, text, ParseNumeralReason)
}

// markText writes a word that may be left unset.
func markText[V interface {
	~uint8
	String() string
}](v V) ([]byte, error) {
	if v == 0 {
		return nil, nil
	}
	return []byte(v.String()), nil
}

func readMark[V ~uint8](v *V, text []byte, parse func(string) (V, error)) (err error) {
	if len(text) == 0 {
		*v = 0
		return nil
	}
	*v, err = parse(string(text))
	return err
}

// Numeral says what accounts for one numeral of the plan's text, or where a
// figure comes from that the text does not print. One numeral may stand for
// several figures: the year of a paragraph is the deadline of all its targets.
type Numeral struct {
	Place     Place         `json:"place"`
	Token     string        `json:"token"`     // as printed, with digits and signs of half width; "" for a figure that is not printed
	Nth       int           `json:"nth"`       // which of several like it in the place, 1 for the first
	Statement ID            `json:"statement"` // "" for a numeral that is no figure
	Of        NumeralOf     `json:"of"`
	Key       string        `json:"key"`   // of the figure, parameter or reading
	Value     string        `json:"value"` // of a figure that is not printed, in digits
	Reason    NumeralReason `json:"reason"`
}

// Numerals returns what accounts for each numeral of the text of Tonghua's
// plan, in the order of the text, with the figures that the text does not print
// behind those of their place. [Audit] compares it with a copy of the text.
func Numerals() iter.Seq[Numeral] { return slices.Values(numerals()) }

// String says in Chinese where the numeral went.
func (n Numeral) String() string { return n.In(bilingual.Chinese) }

// In returns the numeral with what accounts for it: 47%：base-dual-qualified，
// 数据 share-before; or 一：普通词语中的字.
func (n Numeral) In(l bilingual.Language) string {
	account := n.Reason.In(l)
	if n.Statement != "" {
		account = string(n.Statement) + l.Pick("，", ", ") + n.label(l)
	}
	if n.Token != "" {
		return n.Token + l.Pick("：", ": ") + account
	}
	return n.Value + l.Pick("（未印出）：", " (not printed): ") + account +
		bilingual.Text{ZH: "，" + n.Reason.In(l), EN: ", " + n.Reason.In(l)}.In(l)
}
