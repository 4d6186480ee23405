package count

import (
	"fmt"
	"slices"
	"strings"
	"sync"

	"github.com/eduplan/tonghua/indicators/quantity"
)

// layout says where a tally counts what, and what was asked.
type layout struct {
	asOf     quantity.Date
	keys     []string // of the questions
	slots    []slot
	counts   int // of a tally
	sums     int
	quality  int // where a tally counts what the checks see, unknown and invalid in turn
	checks   []fieldCheck
	once     sync.Once
	describe func() []string // the identity of each question
	identity string
	each     []string
}

// fieldCheck is one thing that may be wrong with a field: nobody has said, it was
// refused, or it is larger than its whole.
type fieldCheck struct{ field, whole string }

// slot makes room for a question.
func (l *layout) slot(key string, fields []string, ratio, tight bool) slot {
	s := slot{offset: l.counts, fields: fields, sums: -1, tight: tight}
	if ratio {
		s.sums = l.sums
		l.sums += sumsOfRatio
	}
	l.counts += s.size()
	l.keys, l.slots = append(l.keys, key), append(l.slots, s)
	return s
}

// check returns the number of a check, a new one if there is none.
func (l *layout) check(c fieldCheck) int {
	i := slices.Index(l.checks, c)
	if i < 0 {
		i = len(l.checks)
		l.checks = append(l.checks, c)
	}
	return i
}

// identify returns the identity of all questions together and of each. It takes
// longer than a small register, and most passes never ask.
func (l *layout) identify() (all string, each []string) {
	l.once.Do(func() {
		l.each = l.describe()
		var b strings.Builder
		for i, key := range l.keys {
			fmt.Fprintf(&b, "%q %s\n", key, l.each[i])
		}
		l.identity = short(b.String())
	})
	return l.identity, l.each
}

// same reports what differs between what two tallies were asked.
func (l *layout) same(o *layout) error {
	if l == o {
		return nil
	}
	if l == nil || o == nil {
		return ErrMismatch
	}
	if l.asOf != o.asOf {
		return fmt.Errorf("%w: the dates are %s and %s", ErrMismatch, l.asOf, o.asOf)
	}
	mine, each := l.identify()
	others, eachOther := o.identify()
	if mine == others {
		return nil
	}
	return l.differs(Version, o.keys, func(i int, key string) bool { return eachOther[slices.Index(o.keys, key)] == each[i] })
}

// differs says what differs between the questions and others, which were counted by a
// version; same compares one of a key that both have.
func (l *layout) differs(version uint64, others []string, same func(i int, key string) bool) error {
	var missing, further, changed, list []string
	for i, key := range l.keys {
		switch {
		case !slices.Contains(others, key):
			missing = append(missing, key)
		case !same(i, key):
			changed = append(changed, key)
		}
	}
	for _, key := range others {
		if !slices.Contains(l.keys, key) {
			further = append(further, key)
		}
	}
	say := func(what string, keys []string) {
		if len(keys) > 0 {
			list = append(list, what+strings.Join(keys, ", "))
		}
	}
	if version != Version {
		list = append(list, fmt.Sprintf("they were counted by version %d, this is %d", version, Version))
	} else {
		say("other figures or conditions in ", changed)
	}
	say("not counted there: ", missing)
	say("not asked here: ", further)
	if list == nil {
		list = []string{"they stand in another order"}
	}
	return fmt.Errorf("%w: %s", ErrMismatch, strings.Join(list, "; "))
}
