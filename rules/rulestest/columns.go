package rulestest

import (
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
	reserved string            // English name; "" for a field
	fields   map[string]string // by subject, the key of the field that is meant
}

// book knows the rules that scenarios may speak of.
type book struct {
	rules    map[string]rules.View // by ID
	ids      []string
	subjects []string // in the order of the rules
	fields   map[string][]indicators.FieldView
}

func newBook(list []rules.View) (*book, error) {
	b := &book{rules: map[string]rules.View{}, fields: map[string][]indicators.FieldView{}}
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
		if _, known := b.fields[subject]; !known {
			b.subjects = append(b.subjects, subject)
			b.fields[subject] = r.Fields()
		}
	}
	return b, nil
}

// names returns everything that a column may be called.
func (b *book) names() []string {
	var all []string
	for _, r := range reserved {
		all = append(all, r.english, r.chinese)
	}
	for _, s := range b.subjects {
		for _, f := range b.fields[s] {
			all = append(all, f.Key, f.Label.ZH, f.Label.EN)
		}
	}
	return all
}

// columnOf finds what a header stands for.
func (b *book) columnOf(header string) (column, error) {
	c := column{header: header}
	for _, r := range reserved {
		if strings.EqualFold(header, r.english) || header == r.chinese {
			c.reserved = r.english
			return c, nil
		}
	}
	c.fields = map[string]string{}
	for _, s := range b.subjects {
		for _, f := range b.fields[s] {
			if !strings.EqualFold(header, f.Key) && header != f.Label.ZH && !strings.EqualFold(header, f.Label.EN) {
				continue
			}
			if other, twice := c.fields[s]; twice {
				return c, fmt.Errorf("of a %s it may mean the field %s or %s: use the key", s, other, f.Key)
			}
			c.fields[s] = f.Key
		}
	}
	if len(c.fields) == 0 {
		return c, fmt.Errorf("no field of these rules is called so%s", suggest(header, b.names()))
	}
	return c, nil
}

// checkColumns finds two columns that mean the same, and required ones that are missing.
func checkColumns(list []column) (wrong *column, err error) {
	type meaning struct{ subject, name string }
	seen := map[meaning]string{}
	for i := range list {
		c := &list[i]
		meanings := []meaning{{"", c.reserved}}
		if c.reserved == "" {
			meanings = meanings[:0]
			for _, s := range slices.Sorted(maps.Keys(c.fields)) {
				meanings = append(meanings, meaning{s, c.fields[s]})
			}
		}
		for _, m := range meanings {
			if other, twice := seen[m]; twice {
				return c, fmt.Errorf("it means the same as column %s", other)
			}
			seen[m] = c.header
		}
	}
	for _, r := range reserved {
		if _, there := seen[meaning{"", r.english}]; r.required && !there {
			return nil, fmt.Errorf("the column %s (%s) is missing", r.english, r.chinese)
		}
	}
	return nil, nil
}
