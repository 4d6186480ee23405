package pushdown

import (
	"fmt"
	"slices"
	"strings"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/count"
)

// prefix keeps names of the query apart from fields and from the caller's columns.
const prefix = "tonghua_"

// What stands in the place of a profile for a row that has none. A row whose numbers the
// database cannot multiply ends the reading, and so does one whose text nobody has listed: its
// profile is larger than any that is possible.
const (
	skipped  = -1
	tooLarge = -2
	noTimes  = -3
)

// statement is a query for some profiles of a row.
type statement[R indicators.Record[R]] struct {
	*Query[R]
	sets    []count.Profiles[R]
	fields  []*indicators.Field[R] // that have a column
	amounts []*indicators.Field[R]
	bins    map[*indicators.Field[R]]*bins // of the fields of words
	beyond  uint64                         // the bin of a text that nobody has listed: no set has as many profiles
	rows    string                         // the names of what it selects from
	profile string
	factors []string // of products that take more than 64 bits, where the database has no more
}

func (q *Query[R]) statement(sets []count.Profiles[R]) *statement[R] {
	s := &statement[R]{Query: q, sets: sets, bins: map[*indicators.Field[R]]*bins{}, rows: q.free("rows"), profile: q.free("profiles")}
	take := func(list *[]*indicators.Field[R], fields ...*indicators.Field[R]) {
		for _, f := range fields {
			if !slices.Contains(*list, f) {
				*list = append(*list, f)
			}
		}
	}
	for i := range sets {
		s.beyond = max(s.beyond, sets[i].Size)
		take(&s.amounts, sets[i].Amounts...)
		for k := range sets[i].Digits {
			if d := &sets[i].Digits[k]; q.isTold(d) {
				take(&s.fields, fieldsOf(d)...)
			}
		}
	}
	for _, f := range s.fields {
		if f.Vocabulary() != nil {
			s.bins[f] = binsOf(sets, f)
		}
	}
	return s
}

// free returns a name that the caller's table does not have.
func (q *Query[R]) free(name string) string {
	name = prefix + name
	for strings.Contains(strings.ToLower(q.table.From), name) {
		name += "_"
	}
	return q.dialect.name(name)
}

// fieldsOf returns the fields that a digit reads.
func fieldsOf[R indicators.Record[R]](d *count.Digit[R]) []*indicators.Field[R] {
	switch {
	case d.Field != nil:
		return []*indicators.Field[R]{d.Field}
	case d.Part.Part.Field != nil:
		return []*indicators.Field[R]{d.Part.Part.Field, d.Part.Whole.Field}
	}
	return slices.Concat(d.Compared.Of, d.Compared.Than)
}

// isTold reports whether the table has the fields of a digit; without them the digit is 0.
func (q *Query[R]) isTold(d *count.Digit[R]) bool {
	return !slices.ContainsFunc(fieldsOf(d), func(f *indicators.Field[R]) bool { return q.table.column(f) == nil })
}

// column returns the name that a field has in the query.
func (q *Query[R]) column(f *indicators.Field[R]) string { return q.dialect.name(f.Key()) }

// own returns a name of the query's own.
func (q *Query[R]) own(name string) string { return q.dialect.name(prefix + name) }

func (s *statement[R]) profileName(i int) string { return s.own(fmt.Sprintf("profile_%d", i+1)) }

// comment writes what a comment says, on its line.
func comment(text string) string { return strings.Join(strings.Fields(text), " ") }

func label(text bilingual.Text) string { return comment(text.EN + " " + text.ZH) }

// counting writes the query that counts.
func (s *statement[R]) counting() string {
	var b strings.Builder
	var none R
	fmt.Fprintf(&b, "-- Rules on records of %s as of %s: how many rows are alike in all that the rules ask.\n", label(none.Subject().Label()), s.counter.AsOf())
	b.WriteString("-- It gives back numbers of rows by group, and writes nothing. A profile is a number whose digits\n-- are the bins of fields.")
	if slices.ContainsFunc(s.fields, func(f *indicators.Field[R]) bool { return s.table.column(f).kind == inWords }) {
		fmt.Fprintf(&b, " %d is a text that was not there when the texts were fetched: it ends the reading.", s.beyond)
	}
	b.WriteString("\n")
	s.with(&b, false)
	b.WriteString("\n")
	if s.dialect.Sets && len(s.sets) > 1 {
		s.grouped(&b)
		return b.String()
	}
	for i := range s.sets {
		if i > 0 {
			b.WriteString("\nUNION ALL\n")
		}
		fmt.Fprintf(&b, "SELECT %d AS %s, %s, %s, %s\nFROM %s\nGROUP BY %s, %s", i, s.own("set"), s.own("group"), s.profileName(i), s.tallied(), s.profile, s.own("group"), s.profileName(i))
	}
	return b.String()
}

// grouped groups by all profiles at once.
func (s *statement[R]) grouped(b *strings.Builder) {
	pick := func(what func(i int) string) string {
		var c strings.Builder
		c.WriteString("CASE")
		for i := range s.sets {
			fmt.Fprintf(&c, " WHEN GROUPING(%s) = 0 THEN %s", s.profileName(i), what(i))
		}
		return c.String() + " END"
	}
	fmt.Fprintf(b, "SELECT\n  %s AS %s,\n  %s,\n  %s AS %s,\n  %s\nFROM %s\nGROUP BY GROUPING SETS (",
		pick(func(i int) string { return fmt.Sprint(i) }), s.own("set"), s.own("group"), pick(s.profileName), s.own("profile"), s.tallied(), s.profile)
	for i := range s.sets {
		if i > 0 {
			b.WriteString(", ")
		}
		fmt.Fprintf(b, "(%s, %s)", s.own("group"), s.profileName(i))
	}
	b.WriteString(")")
}

// tallied writes what is counted of the rows of a profile: their number, and the sums of the
// amounts.
func (s *statement[R]) tallied() string {
	list := "COUNT(*)"
	if s.table.Times != "" {
		list = fmt.Sprintf(s.dialect.Whole, "SUM("+s.own("times")+")")
	}
	list += " AS " + s.own("records")
	for i := range s.amounts {
		name := s.own(fmt.Sprintf("sum_%d", i+1))
		list += ", " + fmt.Sprintf(s.dialect.Text, "SUM("+name+")") + " AS " + name
	}
	return list
}

// with writes the fields of each row, and its profiles from them.
func (s *statement[R]) with(b *strings.Builder, keyed bool) {
	d := &s.dialect
	fmt.Fprintf(b, "WITH %s AS (\n  SELECT\n", s.rows)
	group := "''"
	if s.table.Group != "" {
		group = fmt.Sprintf(d.Text, "("+s.table.Group+")")
	}
	fmt.Fprintf(b, "    %s AS %s", group, s.own("group"))
	if keyed {
		fmt.Fprintf(b, ",\n    (%s) AS %s", s.table.Key, s.own("key"))
	}
	if s.table.Skip != "" {
		fmt.Fprintf(b, ",\n    CASE WHEN %s THEN 1 ELSE 0 END AS %s", s.table.Skip, s.own("skip"))
	}
	if s.table.Times != "" {
		fmt.Fprintf(b, ",\n    (%s) AS %s", s.table.Times, s.own("times"))
	}
	for _, f := range s.fields {
		c := s.table.column(f)
		if f.Vocabulary() != nil {
			fmt.Fprintf(b, ",\n    -- %s: %s\n    %s AS %s", label(f.Label()), s.bins[f].told(f.Vocabulary()), s.word(c), s.column(f))
		} else {
			unit := ""
			if n := f.Unit().Scale(); n > 1 {
				unit = fmt.Sprintf(", in parts of %d", n)
			}
			fmt.Fprintf(b, ",\n    -- %s%s; -1 is invalid\n    %s AS %s", label(f.Label()), unit, c.number(d), s.column(f))
		}
	}
	fmt.Fprintf(b, "\n  FROM %s%s\n)", s.table.From, d.Fence)
	var profiles strings.Builder
	for i := range s.sets {
		fmt.Fprintf(&profiles, ",\n    -- %s\n    %s AS %s", comment(strings.Join(statementsOf(s.sets[i].Questions), ", ")), s.profileOf(i), s.profileName(i))
	}
	from := s.multiplied(b)
	fmt.Fprintf(b, ", %s AS (\n  SELECT %s", s.profile, s.own("group"))
	if keyed {
		fmt.Fprintf(b, ", %s", s.own("key"))
	}
	if s.table.Times != "" {
		fmt.Fprintf(b, ", %s", s.own("times"))
	}
	for i, f := range s.amounts {
		fmt.Fprintf(b, ",\n    %s AS %s", s.amount(f), s.own(fmt.Sprintf("sum_%d", i+1)))
	}
	b.WriteString(profiles.String())
	fmt.Fprintf(b, "\n  FROM %s\n)", from)
}

// statementsOf returns the statements that questions ask for, each once.
func statementsOf(keys []string) (list []string) {
	for _, key := range keys {
		id, _, _ := strings.Cut(key, "/")
		if !slices.Contains(list, id) {
			list = append(list, id)
		}
	}
	return list
}

// amount writes what a row adds to a sum.
func (s *statement[R]) amount(f *indicators.Field[R]) string {
	if s.table.column(f) == nil {
		return fmt.Sprintf(s.dialect.Addend, "0")
	}
	one := fmt.Sprintf(s.dialect.Addend, fmt.Sprintf("CASE WHEN %[1]s >= 0 THEN %[1]s END", s.column(f)))
	if s.table.Times != "" {
		one += " * " + s.own("times")
	}
	return one
}

// profileOf writes the profile of a row in a set, or why it has none.
func (s *statement[R]) profileOf(set int) string {
	number := s.number(&s.sets[set])
	var list []string
	when := func(conditions []string, code int) {
		if len(conditions) > 0 {
			list = append(list, fmt.Sprintf(" WHEN %s THEN %d", strings.Join(conditions, " OR "), code))
		}
	}
	if s.table.Times != "" {
		when([]string{fmt.Sprintf("%[1]s IS NULL OR %[1]s < 0 OR %[1]s > %[2]d", s.own("times"), int64(indicators.MostTimes))}, noTimes)
	}
	if s.table.Skip != "" {
		when([]string{s.own("skip") + " = 1"}, skipped)
	}
	when(s.largest(&s.sets[set]), tooLarge)
	if list == nil {
		return number
	}
	return "CASE" + strings.Join(list, "") + " ELSE " + number + "\n    END"
}
