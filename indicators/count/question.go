package count

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"

	"github.com/eduplan/tonghua/indicators"
)

// Question is what is asked about each record of a register: whether it is in
// scope and whether it is counted. The figures in its conditions are resolved. A
// question with sums is a ratio: its condition asks whether a record has all its
// amounts, and the amounts of those that have are added up.
type Question[R indicators.Record[R]] struct {
	Key     string                  // chosen by who asks, such as "senior-master/default"
	Among   indicators.Condition[R] // the scope; every record if left out
	Counted indicators.Condition[R]
	Of, Per []Term[R] // of a ratio: what is divided, and by what
	Flag    bool      // a pass reports the records that are certainly not counted
}

// Term is a field that is added up, times a weight.
type Term[R indicators.Record[R]] struct {
	Field  *indicators.Field[R]
	Weight uint64 // steps of the sum for one step of the field
}

// ratio reports whether the question has sums.
func (q *Question[R]) ratio() bool { return len(q.Of)+len(q.Per) > 0 }

// Fields returns the fields that the question's conditions read, each once.
func (q *Question[R]) Fields() []*indicators.Field[R] {
	return indicators.Question[R]{Among: q.Among, Counted: q.Counted}.Fields()
}

// Class is the set of what a record may be for a question, given what is known
// of it: out of scope, in scope and not counted, in scope and counted. A record
// about which everything is known has a set of one. There are seven such sets.
type Class uint8

// The members of a class.
const (
	OutOfScope Class = 1 << iota
	NotCounted
	Counted
)

// InScope and Anything are classes of records about which too little is known.
const (
	InScope  = NotCounted | Counted
	Anything = OutOfScope | InScope
)

// Certain reports whether the record can be one thing only.
func (c Class) Certain() bool { return c&(c-1) == 0 }

// leavesOpen reports whether a record of the class leaves a question open. A
// ratio needs the amounts of every record in scope.
func (c Class) leavesOpen(ratio bool) bool {
	if ratio {
		return c != Counted && c != OutOfScope
	}
	return !c.Certain()
}

// Version numbers the way in which records are counted. It changes when the same
// questions about the same records give other counts, and with it every identity.
const Version = 2

// identity is a hash of all that decides where the question counts a record: the
// subject, the conditions with their figures, the sums, and which parts are
// compared with their wholes.
func (q *Question[R]) identity(s *indicators.Subject[R]) string {
	var b strings.Builder
	fmt.Fprintf(&b, "count %d, subject %q\namong %s\ncounted %s\n", Version, s.Key(), q.Among.Canonical(), q.Counted.Canonical())
	for _, sum := range [][]Term[R]{q.Of, q.Per} {
		b.WriteString("sum")
		for _, t := range sum {
			fmt.Fprintf(&b, " %q in %s times %d", t.Field.Key(), t.Field.Unit(), t.Weight)
		}
		b.WriteByte('\n')
	}
	for _, p := range s.PartsAmong(q.Fields()) {
		fmt.Fprintf(&b, "part %q of %q\n", p.Part.Key(), p.Whole.Key())
	}
	return short(b.String())
}

// short is a hash of a text, long enough that no two texts share one.
func short(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:16])
}

// String lists the members, such as "not counted or counted".
func (c Class) String() string {
	var members []string
	for i, member := range []string{"out of scope", "not counted", "counted"} {
		if c>>i&1 == 1 {
			members = append(members, member)
		}
	}
	return strings.Join(members, " or ")
}
