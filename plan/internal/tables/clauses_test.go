package tables_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/eduplan/tonghua/plan/internal/tables"
)

func TestClausesAreReadStrictly(t *testing.T) {
	const goals = "二（三）第2段" // six statements have their first place here
	refused(t, []spoilt{
		cell("a clause without English title", clauses, goals, "title_en", "", tables.ErrMissing),
		cell("a clause without Chinese title", clauses, goals, "title_zh", "", tables.ErrMissing),
		cell("a clause without kind", clauses, goals, "kind", "", tables.ErrMissing),
		cell("a clause without English citation", clauses, goals, "citation_en", "", tables.ErrMissing),
		cell("a clause that does not say how many statements it yields", clauses, "专栏9", "statements", "", tables.ErrMissing),
		cell("a number of statements in words", clauses, "专栏9", "statements", "none", tables.ErrValue),
		cell("one statement too many", clauses, goals, "statements", "7", tables.ErrValue),
		cell("one statement too few", clauses, goals, "statements", "5", tables.ErrValue),
		cell("a parent that no clause has", clauses, goals, "parent", "二（九）", tables.ErrReference),
		cell("a parent that stands below its child", clauses, goals, "parent", "三", tables.ErrReference),
		cell("a clause that is its own parent", clauses, goals, "parent", goals, tables.ErrReference),
		cell("spaces before a title", clauses, goals, "title_en", " Participation", tables.ErrValue),
		cell("an ideographic space after a title", clauses, goals, "title_zh", "普及　", tables.ErrValue),
		{"a clause that stands twice, so that one is lost",
			func(c copies) { c.set(clauses, "专栏9", "place", "专栏8") },
			[]fault{{clauses, "专栏9", "place", tables.ErrDuplicate}, {clauses, "专栏9第1项", "parent", tables.ErrReference},
				{numerals, "专栏9,9", "place", tables.ErrReference}}},
		{"a clause without place, which its only item then refers to in vain",
			func(c copies) { c.set(clauses, "专栏9", "place", "") },
			[]fault{{clauses, "专栏9", "place", tables.ErrMissing}, {clauses, "专栏9第1项", "parent", tables.ErrReference},
				{numerals, "专栏9,9", "place", tables.ErrReference}}},
	})
}

func TestPlacesOfStatementsAreChecked(t *testing.T) {
	refused(t, []spoilt{
		{"a place that no clause has, so that the right one is a statement short",
			func(c copies) { c.set(statements, "senior-master", "places", "三（十）第9段") },
			[]fault{{statements, "senior-master", "places", tables.ErrReference}, {clauses, "三（十）第3段", "statements", tables.ErrValue}}},
		cell("a second place that no clause has", statements, "senior-master", "places", "三（十）第3段;专栏99", tables.ErrReference),
		cell("a separator with nothing behind it", statements, "senior-master", "places", "三（十）第3段;", tables.ErrReference),
		cell("a space behind the separator", statements, "senior-master", "places", "三（十）第3段; 三（十）第4段", tables.ErrReference),
		cell("one place named twice", statements, "senior-master", "places", "三（十）第3段;三（十）第3段", tables.ErrDuplicate),
		{"no place at all",
			func(c copies) { c.set(statements, "senior-master", "places", "") },
			[]fault{{statements, "senior-master", "places", tables.ErrMissing}, {clauses, "三（十）第3段", "statements", tables.ErrValue}}},
	})
}

func TestStatementsStandInClauseOrder(t *testing.T) {
	swap := func(c copies, above, below string) {
		i, j := c.line(statements, above)-1, c.line(statements, below)-1
		lines := c.lines[statements]
		lines[i], lines[j] = lines[j], lines[i]
	}
	refused(t, []spoilt{
		{"the last statement of a paragraph below the first of the next, both on the other's line",
			func(c copies) { swap(c, "base-former-plans", "base-preschool-gross") },
			[]fault{{statements, "base-preschool-gross", "places", tables.ErrRow}}},
		{"a statement of the preface in the middle, which does not make all that follow wrong",
			func(c copies) { c.set(statements, "senior-master", "places", "引言") },
			[]fault{{statements, "senior-master", "places", tables.ErrRow},
				{clauses, "三（十）第3段", "statements", tables.ErrValue}, {clauses, "引言", "statements", tables.ErrValue}}},
	})
	t.Run("two statements of one paragraph may change places", func(t *testing.T) {
		c := copyTables(t)
		swap(c, "primary-college", "senior-master")
		_, err := tables.ReadFrom(c.files("", "\n"))
		assert.NoError(t, err)
	})
}
