package tables

import (
	"io/fs"
	"strconv"
)

// Numeral is a row of numerals.csv: what accounts for a numeral of the text, or
// where a figure that the text does not print comes from.
type Numeral struct {
	Place     string
	Token     string // as printed; empty for a figure that is not printed
	Nth       int    // which of several like it in the place, 1 for the first
	Statement string // empty for a numeral that is no figure
	Of, Key   string // which of the statement's figures
	Value     string // of a figure that is not printed
	Reason    string // why a numeral is no figure, or where an unprinted figure comes from
}

// readNumerals reads the numerals. Whether a statement has the figure that a row
// names is for the audit of package plan to say.
func (t *Tables) readNumerals(from fs.FS, places map[string]row, byID map[string]*Statement, errs *[]error) {
	seen := map[Numeral]bool{}
	rows, _ := readTable(from, "numerals.csv", []string{"place", "token", "nth", "statement", "of", "key", "value", "reason"}, errs)
	for _, r := range rows {
		n := Numeral{Place: r.want("place"), Token: r.get("token"), Statement: r.get("statement"),
			Of: r.get("of"), Key: r.get("key"), Value: r.get("value"), Reason: r.get("reason")}
		if _, ok := places[n.Place]; !ok && n.Place != "" && places != nil {
			r.fail("place", ErrReference, "%q is no clause", n.Place)
		}
		wanted, unwanted := numeralCells(n)
		for _, c := range wanted {
			r.want(c)
		}
		for _, c := range unwanted {
			if r.get(c) != "" {
				r.fail(c, ErrUnwanted, "%q", r.get(c))
			}
		}
		if n.Token != "" && r.get("nth") != "" {
			if n.Nth = parsed(r, "nth", strconv.Atoi); n.Nth < 1 && r.get("nth") == strconv.Itoa(n.Nth) {
				r.fail("nth", ErrValue, "%d, the first is 1", n.Nth)
			}
		}
		if _, ok := byID[n.Statement]; !ok && n.Statement != "" && byID != nil {
			r.fail("statement", ErrReference, "%q is no statement", n.Statement)
		}
		if seen[n] {
			r.fail("token", ErrDuplicate, "%s of %s", n.Token, n.Place)
		}
		seen[n] = true
		t.Numerals = append(t.Numerals, n)
	}
}

// numeralCells returns the columns that a row must fill and those it must not,
// beside the place: a row is of one of three forms.
func numeralCells(n Numeral) (wanted, unwanted []string) {
	switch {
	case n.Token == "":
		return []string{"statement", "of", "value", "reason"}, []string{"nth"}
	case n.Statement == "":
		return []string{"nth", "reason"}, []string{"of", "key", "value"}
	}
	return []string{"nth", "of"}, []string{"value", "reason"}
}
