package pushdown

import (
	"fmt"
	"strings"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/count"
)

// number writes the profile of a row: its digits, each times what it counts.
func (s *statement[R]) number(p *count.Profiles[R]) string {
	var terms []string
	stride := uint64(1)
	for i := range p.Digits {
		d := &p.Digits[i]
		if s.isTold(d) {
			term := s.digit(d)
			if stride > 1 {
				term = fmt.Sprintf("%d * %s", stride, term)
			}
			terms = append(terms, term)
		}
		stride *= uint64(d.Base)
	}
	if terms == nil {
		return "0"
	}
	return strings.Join(terms, " +\n      ")
}

func (s *statement[R]) digit(d *count.Digit[R]) string {
	switch {
	case d.Words != nil:
		return s.wordDigit(d)
	case d.Field != nil:
		return s.numberDigit(d)
	case d.Part.Part.Field != nil:
		part, whole := s.column(d.Part.Part.Field), s.column(d.Part.Whole.Field)
		return fmt.Sprintf("CASE WHEN %[2]s >= 0 AND %[1]s > %[2]s THEN 1 ELSE 0 END", part, whole)
	}
	return s.comparison(&d.Compared)
}

func (q *Query[R]) numberDigit(d *count.Digit[R]) string {
	var b strings.Builder
	name := q.column(d.Field)
	fmt.Fprintf(&b, "CASE WHEN %[1]s IS NULL THEN 0 WHEN %[1]s < 0 THEN %[2]d", name, d.Base-1)
	for bin, cut := range d.Cuts {
		fmt.Fprintf(&b, " WHEN %s < %d THEN %d", name, cut.Steps(), bin+1)
	}
	fmt.Fprintf(&b, " ELSE %d END", len(d.Cuts)+1)
	return b.String()
}

var operators = [...]string{indicators.NotBelow: ">=", indicators.NotAbove: "<=", indicators.Above: ">", indicators.Below: "<", indicators.EqualTo: "="}

// explain says what a profile tells of its records. A field that the table does not have
// tells nothing.
func (s *statement[R]) explain(p *count.Profiles[R], profile uint64) string {
	var list []string
	for i := range p.Digits {
		d := &p.Digits[i]
		value := int(profile % uint64(d.Base))
		profile /= uint64(d.Base)
		if s.isTold(d) {
			list = append(list, d.Told(value))
		}
	}
	return strings.Join(list, ", ")
}
