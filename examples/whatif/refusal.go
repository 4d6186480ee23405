package whatif

import (
	"errors"

	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/rows"
	"github.com/eduplan/tonghua/plan"
)

// Refusal says in both languages why something cannot be done, and what would help.
type Refusal struct {
	Why bilingual.Text `json:"why"`
	err error
}

// Error returns the text in English.
func (r *Refusal) Error() string { return r.Why.EN }

// In says it in one language.
func (r *Refusal) In(l bilingual.Language) string { return r.Why.In(l) }

// Unwrap returns the error of the library behind it, if there is one.
func (r *Refusal) Unwrap() error { return r.err }

func refuse(zh, en string) error { return &Refusal{Why: bilingual.Text{ZH: zh, EN: en}} }

// unanswered refuses a statement that the register does not answer.
func unanswered(id plan.ID) error {
	return refuse("这份登记表回答不了条款“"+string(id)+"”", "the register does not answer the statement “"+string(id)+"”")
}

// because refuses for an error of the library, whose own words follow.
func because(zh, en string, err error) error {
	return &Refusal{bilingual.Text{ZH: zh + "：" + Explain(err).ZH, EN: en + ": " + Explain(err).EN}, err}
}

// Explain says an error in both languages as far as it has them.
func Explain(err error) bilingual.Text {
	var refusal *Refusal
	var header *rows.HeaderError
	switch {
	case errors.As(err, &refusal):
		return refusal.Why
	case errors.As(err, &header):
		return header.Why
	case errors.Is(err, rows.ErrNotUTF8):
		return bilingual.Text{ZH: "文件不是UTF-8编码，请另存为“CSV UTF-8”", EN: "the file is not in UTF-8: save it as CSV UTF-8"}
	}
	return bilingual.Text{ZH: err.Error(), EN: err.Error()}
}
