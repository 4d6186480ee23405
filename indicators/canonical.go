package indicators

import (
	"fmt"
	"slices"
	"strings"
)

// Canonical returns the condition as a text that stays the same from one
// version of the library to the next, whatever labels and names are called: keys
// of fields and terms, comparisons, exact amounts, names and versions of own
// functions. Two resolved conditions with the same text count records alike, so
// that what was counted by one can be added to what was counted by the other.
// It is for comparing, not for reading.
func (c Condition[R]) Canonical() string {
	switch c.kind {
	case everyRecord:
		return "every"
	case atomCondition:
		return c.atom.canonical()
	}
	name := map[conditionKind]string{andCondition: "and", orCondition: "or", notCondition: "not"}[c.kind]
	parts := make([]string, len(c.parts))
	for i, p := range c.parts {
		parts[i] = p.Canonical()
	}
	if c.kind == quorumCondition {
		name = fmt.Sprintf("atleast%d", c.quorum.least)
		if c.quorum.least == 0 {
			name = fmt.Sprintf("atleast %q ", c.quorum.figure)
		}
	}
	return name + "(" + strings.Join(parts, ",") + ")"
}

func (a *atom[R]) canonical() string {
	if slices.Contains(slices.Concat(a.of, a.than), nil) {
		return "nothing"
	}
	switch {
	case a.function != nil:
		return fmt.Sprintf("own(%q,%q,%s)", a.function.Name.EN, a.function.Version, keysOf(a.of))
	case a.recorded:
		return "recorded(" + keysOf(a.of) + ")"
	case a.isWords():
		var terms []string
		for n, e := range a.of[0].words.entries {
			if a.words>>(n+1)&1 == 1 {
				terms = append(terms, fmt.Sprintf("%q", e.Key))
			}
		}
		return "in(" + keysOf(a.of) + "," + strings.Join(terms, "|") + ")"
	}
	compare := [...]string{atLeast: "atleast", atMost: "atmost", moreThan: "morethan", lessThan: "lessthan", equalTo: "equal"}[a.compare]
	figure := fmt.Sprintf("unset %q", a.figure.name)
	if !a.amount.IsZero() {
		num, den := a.amount.Fraction()
		figure = fmt.Sprintf("%d/%d %s", num, den, a.amount.Unit())
	} else if !a.unset {
		figure = fmt.Sprintf("open %q", a.figure)
	}
	list := keysOf(a.of)
	if len(a.than) > 0 {
		list += " of " + keysOf(a.than)
	}
	return compare + "(" + list + "," + figure + ")"
}

// keysOf lists fields with what their values are counted in.
func keysOf[R any](fields []*Field[R]) string {
	list := make([]string, len(fields))
	for i, f := range fields {
		list[i] = fmt.Sprintf("%q %s", f.key, f.unit)
		if f.words != nil {
			list[i] = fmt.Sprintf("%q", f.key)
		}
	}
	return strings.Join(list, ";")
}
