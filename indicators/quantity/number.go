package quantity

import "strings"

// ungrouped returns a number without the separators of its thousands: 57,891 and
// 1 234. They must part groups of three throughout, so that 12,34 is left as it is
// and is no number; the first group does not begin with nought.
func ungrouped(number string) string {
	separator := strings.IndexAny(number, ", ")
	if separator < 1 || separator > 3 || number[0] == '0' {
		return number
	}
	integer, fraction, dotted := strings.Cut(number, ".")
	groups := strings.Split(integer, number[separator:separator+1])
	for i, group := range groups {
		if !digits(group) || i > 0 && len(group) != 3 {
			return number
		}
	}
	joined := strings.Join(groups, "")
	if dotted {
		joined += "." + fraction
	}
	return joined
}

// Without returns the text of a cell without the unit that it may end with, in either
// language and as it is printed: 360 of 360学时 or "360 hours", 58 of 58人 where
// persons of any kind are counted, 2500 of ¥2500 and of 2500元, 95 of "95 %". Another
// unit is left where it stands, so that no parser reads it as a number.
func (u Unit) Without(text string) string {
	cell := Normal(text)
	if u >= lastUnit || u == NoUnit {
		return cell
	}
	t := &units[u]
	if u == Yuan || u == YuanPerPupil {
		cell = strings.TrimSpace(strings.TrimPrefix(cell, "¥"))
	}
	if u == GradeNumber {
		cell = strings.TrimPrefix(cell, "grade ")
	}
	for _, suffix := range []string{t.measure + t.noun, t.measure, t.many, t.one} {
		if number, found := strings.CutSuffix(cell, Normal(suffix)); found && suffix != "" && number != "" {
			return strings.TrimSpace(number)
		}
	}
	if u == Teacher || u == Pupil || u == Researcher {
		return strings.TrimSpace(strings.TrimSuffix(cell, units[Person].measure))
	}
	return cell
}

// withoutCounted takes off the measure word of anything that is counted: a count does
// not know what of.
func withoutCounted(cell string) string {
	for u := Person; u.Counts(); u++ {
		if number, found := strings.CutSuffix(cell, units[u].measure); found {
			return strings.TrimSpace(number)
		}
	}
	return cell
}
