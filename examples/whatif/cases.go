package whatif

import (
	"bytes"

	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/rules/rulestest"
)

// cases writes the register as one case of the rule that is looked at, with what the rule
// says of it under the scenario's edition.
func (h *register[R]) cases(s Scenario) ([]byte, error) {
	if s.Statement == "" {
		s.Statement = h.first()
	}
	p, err := s.amended(h.asOf)
	if err != nil {
		return nil, err
	}
	then, _, err := h.judge(p)
	if err != nil {
		return nil, err
	}
	at := then.of(s.Statement)
	if at < 0 {
		return nil, refuse("假设中已废止这一条", "the scenario repeals the statement")
	}
	rule, err := h.rule(p, s.Statement)
	if err != nil {
		return nil, err
	}
	asked, err := measure(rule).Asks(h.asOf)
	if err != nil {
		return nil, err
	}
	one := rulestest.CaseOf(then.total[at], asked, func(yield func(*R) bool) {
		for i := range h.rows {
			if !yield(&h.rows[i].Record) {
				return
			}
		}
	})
	one.Name = bilingual.Text{ZH: "假设测算：" + then.total[at].Name.ZH, EN: "what-if: " + then.total[at].Name.EN}
	var out bytes.Buffer
	if err := rulestest.WriteCases(&out, one); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}
