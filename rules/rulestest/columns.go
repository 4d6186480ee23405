package rulestest

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/rules"
)

// The columns that are no fields, by their English names.
const (
	nameColumn      = "name"
	asOfColumn      = "as_of"
	ruleColumn      = "rule"
	recordsColumn   = "records"
	expectColumn    = "expect"
	reasonColumn    = "reason"
	valueColumn     = "value"
	shortfallColumn = "shortfall"
	dueColumn       = "due"
	readingColumn   = "reading"
	noteColumn      = "note"
)

// reserved lists those columns with their Chinese names, in the order in which
// a missing one is reported.
var reserved = [...]struct {
	english, chinese string
	required         bool
}{
	{nameColumn, "名称", true},
	{asOfColumn, "日期", true},
	{ruleColumn, "规则", true},
	{expectColumn, "预期", true},
	{recordsColumn, "记录数", false},
	{reasonColumn, "原因", false},
	{valueColumn, "数值", false},
	{shortfallColumn, "差距", false},
	{dueColumn, "期限", false},
	{readingColumn, "口径", false},
	{noteColumn, "说明", false},
}

// column is a column of a file: a reserved one, or a field of some subjects.
type column struct {
	header   string
	reserved string                          // English name; "" for a field
	fields   map[string]indicators.FieldView // by subject, the field that is meant
}

// book knows the rules that scenarios may speak of.
type book struct {
	rules    map[string]rules.View // by ID
	ids      []string
	meanings map[string][]meaning // of everything that a column may be called, in lower case
	names    []string             // all those names
}

// meaning is what a column's name stands for: a reserved column, or a field of
// one subject.
type meaning struct {
	reserved string
	subject  string
	field    indicators.FieldView
}

func newBook(list []rules.View) (*book, error) {
	b := &book{rules: map[string]rules.View{}, meanings: map[string][]meaning{}}
	for _, r := range reserved {
		b.call(meaning{reserved: r.english}, r.english, r.chinese)
	}
	subjects := map[string]bool{}
	for i, r := range list {
		if r == nil || r.Statement() == nil {
			return nil, fmt.Errorf("rulestest: rule %d: %w", i+1, rules.ErrZero)
		}
		id := string(r.ID())
		if _, twice := b.rules[id]; twice {
			return nil, fmt.Errorf("rulestest: %w: %s", rules.ErrDuplicate, id)
		}
		b.rules[id] = r
		b.ids = append(b.ids, id)
		subject := r.SubjectKey()
		if subjects[subject] {
			continue
		}
		subjects[subject] = true
		for _, f := range r.Fields() {
			b.call(meaning{subject: subject, field: f}, f.Key, f.Label.ZH, f.Label.EN)
		}
	}
	return b, nil
}

// call gives a column its names.
func (b *book) call(m meaning, names ...string) {
	b.names = append(b.names, names...)
	for _, name := range names {
		name = strings.ToLower(name)
		b.meanings[name] = append(b.meanings[name], m)
	}
}

// columnOf finds what a header stands for.
func (b *book) columnOf(header string) (column, error) {
	c := column{header: header, fields: map[string]indicators.FieldView{}}
	for _, m := range b.meanings[strings.ToLower(header)] {
		if m.reserved != "" {
			c.reserved = m.reserved
			return c, nil
		}
		if other, twice := c.fields[m.subject]; twice && other.Key != m.field.Key {
			return c, fmt.Errorf("of a %s it may mean the field %s or %s: use the key", m.subject, other.Key, m.field.Key)
		}
		c.fields[m.subject] = m.field
	}
	if len(c.fields) == 0 {
		return c, errors.New("no field of these rules is called so")
	}
	return c, nil
}

// wordsOf returns everything that a field of words reads.
func wordsOf(f indicators.FieldView) []string {
	var words []string
	for _, e := range f.Words {
		words = append(append(words, e.Key, e.Name.ZH, e.Name.EN), e.Also...)
	}
	return words
}

// checkColumns finds two columns that mean the same, and required ones that are missing.
func checkColumns(list []column) (wrong *column, err error) {
	type named struct{ subject, name string }
	seen := map[named]string{}
	for i := range list {
		c := &list[i]
		means := []named{{"", c.reserved}}
		if c.reserved == "" {
			means = means[:0]
			for _, s := range slices.Sorted(maps.Keys(c.fields)) {
				means = append(means, named{s, c.fields[s].Key})
			}
		}
		for _, m := range means {
			if other, twice := seen[m]; twice {
				return c, fmt.Errorf("it means the same as column %s", other)
			}
			seen[m] = c.header
		}
	}
	for _, r := range reserved {
		if _, there := seen[named{"", r.english}]; r.required && !there {
			return nil, fmt.Errorf("the column %s (%s) is missing", r.english, r.chinese)
		}
	}
	return nil, nil
}
