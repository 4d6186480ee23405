package count

import (
	"fmt"
	"slices"
	"sync"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/quantity"
)

// Counter is a set of questions made ready for registers that describe one date.
// It does not change and is safe for concurrent use.
type Counter[R indicators.Record[R]] struct {
	*attributes[R]
	layout    *layout
	questions []*asked[R]
	flagged   []int      // the questions that are flagged, in their order
	checks    []check[R] // what may be wrong with the fields
	once      sync.Once
	tables    *tables[R]
	onceAlone sync.Once
	alone     []*table // all questions in their order, for records that come by themselves
	scratches sync.Pool
}

// check is one thing that may be wrong with an attribute.
type check[R indicators.Record[R]] struct {
	Fault[R]
	attribute int
}

// New returns a counter. Questions whose keys or conditions cannot be used are
// reported with what is wrong with them.
func New[R indicators.Record[R]](asOf quantity.Date, questions ...Question[R]) (*Counter[R], error) {
	var none R
	s := none.Subject()
	if err := s.Err(); err != nil {
		return nil, err
	}
	if len(questions) == 0 {
		return nil, fmt.Errorf("count: no questions")
	}
	if !asOf.Known() {
		return nil, fmt.Errorf("count: as-of date %q: want a day of the calendar", asOf)
	}
	questions = ownCopies(questions)
	c := &Counter[R]{attributes: newAttributes(s), layout: &layout{asOf: asOf, describe: func() []string { return identitiesOf(s, questions) }}}
	c.scratches.New = func() any { return new(scratch[R]) }
	c.questions = make([]*asked[R], 0, len(questions))
	c.layout.keys, c.layout.slots = make([]string, 0, len(questions)), make([]slot, 0, len(questions))
	for i := range questions {
		q := &questions[i]
		if slices.Contains(c.layout.keys, q.Key) {
			return nil, fmt.Errorf("count: question %q stands twice", q.Key)
		}
		one, err := c.ask(q)
		if err != nil {
			return nil, fmt.Errorf("count: question %s: %w", q.Key, err)
		}
		keys := make([]string, len(one.fields))
		for k, f := range one.fields {
			keys[k] = f.Key()
		}
		one.slot = c.layout.slot(q.Key, keys, q.ratio(), one.tight())
		if q.Flag {
			one.flag = len(c.flagged)
			c.flagged = append(c.flagged, i)
		}
		c.questions = append(c.questions, one)
		c.watch(one)
	}
	c.layout.quality = c.layout.counts
	c.layout.counts += 2 * len(c.layout.checks)
	return c, nil
}

// ownCopies returns questions that the caller cannot change.
func ownCopies[R indicators.Record[R]](questions []Question[R]) []Question[R] {
	questions = slices.Clone(questions)
	for i := range questions {
		q := &questions[i]
		q.Of, q.Per = slices.Clone(q.Of), slices.Clone(q.Per)
	}
	return questions
}

// mostFields is how many fields one question may read.
const mostFields = 64

func identitiesOf[R indicators.Record[R]](s *indicators.Subject[R], questions []Question[R]) []string {
	list := make([]string, len(questions))
	for i := range questions {
		list[i] = questions[i].identity(s)
	}
	return list
}

// watch takes on what may be wrong with the fields of a question.
func (c *Counter[R]) watch(q *asked[R]) {
	for _, f := range q.fields {
		if c.layout.check(fieldCheck{field: f.Key()}) == len(c.checks) {
			c.checks = append(c.checks, check[R]{Fault[R]{Field: f}, c.fields[f]})
		}
	}
	for _, p := range c.subject.PartsAmong(q.fields) {
		if c.layout.check(fieldCheck{p.Part.Key(), p.Whole.Key()}) == len(c.checks) {
			c.checks = append(c.checks, check[R]{Fault[R]{p.Part.Field, p.Whole.Field}, c.contradictions[p]})
		}
	}
}

// tight reports whether every record that leaves the question open lacks a field:
// neither a parameter that nobody has set, nor a division by zero, nor an own
// function leaves it open.
func (q *asked[R]) tight() bool {
	var loose func(n *node) bool
	loose = func(n *node) bool {
		return n.shape == indicators.Elementary && (n.kind == openNode || n.kind == answerNode) || slices.ContainsFunc(n.parts, func(p node) bool { return loose(&p) })
	}
	return !loose(&q.among) && !loose(&q.counted)
}

// AsOf returns the date that the registers describe.
func (c *Counter[R]) AsOf() quantity.Date { return c.layout.asOf }

// Identity returns a hash of all that is asked. Counts of one identity and date
// can be added.
func (c *Counter[R]) Identity() string {
	identity, _ := c.layout.identify()
	return identity
}

// Index returns the number of a question, -1 if there is none with the key.
func (c *Counter[R]) Index(key string) int { return slices.Index(c.layout.keys, key) }

// Tally returns an empty tally.
func (c *Counter[R]) Tally() *Tally { return c.layout.tally() }

// scratch is where a record that comes by itself is looked at.
type scratch[R indicators.Record[R]] struct {
	record  R
	bins    []uint8
	effects effects[R]
}

// ready returns tables of all questions, for records that come by themselves: one,
// unless the questions tell more apart of an attribute than a set of bins holds.
func (c *Counter[R]) ready() []*table {
	c.onceAlone.Do(func() {
		var shares []*share
		for i, q := range c.questions {
			one := &share{questions: []int{i}, tells: q.tells}
			if last := len(shares) - 1; last >= 0 && shares[last].fits(one) {
				shares[last] = shares[last].with(one, 0)
			} else {
				shares = append(shares, one)
			}
		}
		c.alone = c.newTables(shares, make([]bool, len(c.checks)))
	})
	return c.alone
}

// Add counts a record n times, or n times as many as it stands for. Registers are what a
// [Pass] is for.
func (c *Counter[R]) Add(t *Tally, record *R, n int64) error {
	if t == nil || t.layout != c.layout {
		return ErrMismatch
	}
	times := c.subject.Stands(record)
	if n < 0 || times > 0 && n > MostRecords/times {
		return ErrTooMany
	}
	return c.addTimes(t, record, n*times)
}

func (c *Counter[R]) addTimes(t *Tally, record *R, n int64) error {
	if t.read > MostRecords-n {
		return ErrTooMany
	}
	t.read += n
	if c.subject.Skipped(record) {
		t.skipped += n
		return nil
	}
	s := c.scratches.Get().(*scratch[R])
	defer c.scratches.Put(s)
	t.makeRoom(n)
	for _, table := range c.ready() {
		c.binsOf(table, record, &s.bins)
		c.workOut(table, s.bins, &s.effects)
		t.add(s.effects.places, n)
		for i := range s.effects.sums {
			s.effects.sums[i].add(t, record, n)
		}
	}
	return t.Err()
}

// Class returns what a record may be for a question, by its number, and whether a
// field that leaves it open is invalid. A record that is skipped is out of scope.
func (c *Counter[R]) Class(question int, record R) (class Class, invalid bool) {
	s := c.scratches.Get().(*scratch[R])
	defer c.scratches.Put(s)
	s.record = record
	if c.subject.Skipped(&s.record) {
		return OutOfScope, false
	}
	table, at := c.ready()[0], question
	for _, next := range c.alone[1:] {
		if next.questions[0] > question {
			break
		}
		table, at = next, question-next.questions[0]
	}
	c.binsOf(table, &s.record, &s.bins)
	d := &table.decisions[at]
	if class = d.class(s.bins); class.leavesOpen(c.questions[question].ratio()) {
		s.effects.places, invalid = d.appendGaps(s.effects.places[:0], 0, s.bins)
	}
	return class, invalid
}

// Fault is an invalid field of a record, or a part that is larger than its whole.
type Fault[R indicators.Record[R]] struct {
	Field *indicators.Field[R]
	Whole *indicators.Field[R] // of a part that is larger than its whole
}

// Checks returns what may be wrong with the fields that are asked about, in the
// order of [Tally.Fields].
func (c *Counter[R]) Checks() []Fault[R] {
	list := make([]Fault[R], len(c.checks))
	for i := range list {
		list[i] = c.checks[i].Fault
	}
	return list
}

// Faults returns what is wrong with the fields of a record that are asked about.
func (c *Counter[R]) Faults(record *R) (list []Fault[R]) {
	for i := range c.checks {
		check := &c.checks[i]
		wrong := false
		if check.Whole != nil {
			wrong = c.list[check.attribute].pair.contradicts(record)
		} else {
			wrong = check.Field.Code(record).Invalid()
		}
		if wrong {
			list = append(list, check.Fault)
		}
	}
	return list
}
