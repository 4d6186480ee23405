package indicators

import "github.com/eduplan/tonghua/indicators/bilingual"

// Fitness is the grade of a pupil by the national fitness standard (国家学生体质健康标准). The
// grades are ordered.
type Fitness uint8

// The values of Fitness; zero is unknown.
const (
	FitnessFailed    Fitness = iota + 1 // 不及格
	FitnessPassed                       // 及格
	FitnessGood                         // 良好
	FitnessExcellent                    // 优秀
)

var fitnessGrades = NewVocabulary(bilingual.Text{ZH: "体质健康等级", EN: "fitness grade"},
	Entry{Key: "fail", Name: bilingual.Text{ZH: "不及格", EN: "fail"}, Also: []string{"不合格"}},
	Entry{Key: "pass", Name: bilingual.Text{ZH: "及格", EN: "pass"}, Also: []string{"合格"}},
	Entry{Key: "good", Name: bilingual.Text{ZH: "良好", EN: "good"}, Also: []string{"良"}},
	Entry{Key: "excellent", Name: bilingual.Text{ZH: "优秀", EN: "excellent"}, Also: []string{"优"}},
).worded(wording{after: []phrase{{listedTerms, []string{"等级", "级", "等"}}}, ordered: true})

// ParseFitness reads a value as school systems store it; an empty text is unknown,
// a text outside the list is invalid.
func ParseFitness(text string) Fitness { return Fitness(fitnessGrades.parse(text)) }

// Vocabulary returns the closed list.
func (Fitness) Vocabulary() *Vocabulary { return fitnessGrades }

// String returns the key; unknown is "".
func (f Fitness) String() string { return fitnessGrades.Key(uint8(f)) }

// In returns the value in words.
func (f Fitness) In(l bilingual.Language) string { return fitnessGrades.in(uint8(f), l) }

// MarshalText writes the key.
func (f Fitness) MarshalText() ([]byte, error) { return []byte(f.String()), nil }

// UnmarshalText reads what ParseFitness reads, but refuses a text outside the list.
func (f *Fitness) UnmarshalText(text []byte) error { return unmarshalWord(f, string(text)) }
