package rules

import (
	"crypto/sha256"
	"fmt"
	"strings"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules/verdict"
)

// identity tells whether two counts can be added: it is a hash of what was
// asked, of which date, by which version of the library. The edition's name is
// no part of it, because an edition that changes none of the rules changes none
// of the counts.
type identity [sha256.Size]byte

// identify writes down everything that decides where a record is counted, and
// what the counts are compared with.
func (e *engine[R]) identify() identity {
	var b strings.Builder
	fmt.Fprintf(&b, "state %d, library %s, as of %s, subject %q\n", stateFormat, verdict.Version, e.asOf, e.subject.Key())
	for i, c := range e.rules {
		fmt.Fprintf(&b, "rule %q\n", c.statement.ID)
		for k := range e.asked[i] {
			e.asked[i][k].bound.identify(&b, e.subject)
		}
	}
	for _, w := range e.watches {
		fmt.Fprintf(&b, "field %q", w.Field.Key())
		if w.Whole != nil {
			fmt.Fprintf(&b, " in %q", w.Whole.Key())
		}
		b.WriteByte('\n')
	}
	return sha256.Sum256([]byte(b.String()))
}

func (b *bound[R]) identify(to *strings.Builder, s *indicators.Subject[R]) {
	fmt.Fprintf(to, "reading %q, form %d, unset %q\n", b.reading.Key, b.form, b.unset)
	fmt.Fprintf(to, "among %s\ncounted %s\n", b.question.Among.Canonical(), b.question.Counted.Canonical())
	fmt.Fprintf(to, "each %s, population %s\n", canonicalThreshold(b.each), canonicalThreshold(b.population))
	for _, sum := range []sum{b.of, b.per} {
		fmt.Fprintf(to, "sum in %s:", sum.unit)
		for _, t := range sum.terms {
			fmt.Fprintf(to, " %q times %d", s.Fields()[t.field].Key(), t.weight)
		}
		to.WriteByte('\n')
	}
}

func canonicalThreshold(t plan.Threshold) string {
	if t.IsZero() {
		return "none"
	}
	num, den := t.Amount.Fraction()
	toNum, toDen := t.To.Fraction()
	return fmt.Sprintf("%s %d/%d to %d/%d %s", t.Comparator, num, den, toNum, toDen, t.Amount.Unit())
}
