package pushdown

import (
	"fmt"
	"slices"
	"strings"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/count"
	"github.com/eduplan/tonghua/indicators/quantity"
)

// bins are what a query tells apart of a field of words: 0 is unknown, the last is invalid,
// and two terms that no set tells apart are in one bin.
type bins struct {
	words [][]uint8     // the terms in each bin from 1 on
	of    map[uint8]int // the bin of a term
}

// binsOf puts together what the digits of sets tell apart of a field.
func binsOf[R indicators.Record[R]](sets []count.Profiles[R], f *indicators.Field[R]) *bins {
	b := &bins{of: map[uint8]int{}}
	values := map[uint8]string{} // of each term, digit by digit
	var terms []uint8
	for i := range sets {
		for k := range sets[i].Digits {
			d := &sets[i].Digits[k]
			if d.Field != f {
				continue
			}
			first := terms == nil
			for bin, words := range d.Words {
				for _, word := range words {
					values[word] += fmt.Sprintf("%d/", bin)
					if first {
						terms = append(terms, word)
					}
				}
			}
		}
	}
	numbers := map[string]int{}
	for _, term := range terms {
		bin, there := numbers[values[term]]
		if !there {
			bin = len(numbers) + 1
			numbers[values[term]] = bin
			b.words = append(b.words, nil)
		}
		b.of[term] = bin
		b.words[bin-1] = append(b.words[bin-1], term)
	}
	return b
}

// invalid returns the last bin.
func (b *bins) invalid() int { return len(b.words) + 1 }

// bin returns that of a value.
func (b *bins) bin(c quantity.Code) int {
	switch {
	case c.Unknown():
		return 0
	case c.Known():
		return b.of[uint8(c.Steps())]
	}
	return b.invalid()
}

// word writes what reads a field of words: the bin of its value.
func (s *statement[R]) word(c *Column[R]) string {
	b, d := s.bins[c.field], &s.dialect
	var text strings.Builder
	if c.kind == inSteps {
		fmt.Fprintf(&text, "CASE WHEN (%s) IS NULL THEN 0", c.from)
		for bin, words := range b.words {
			fmt.Fprintf(&text, " WHEN (%s) IN (%s) THEN %d", c.from, listed(words), bin+1)
		}
		fmt.Fprintf(&text, " ELSE %d END", b.invalid())
		return text.String()
	}
	fmt.Fprintf(&text, "CASE WHEN (%s) IS NULL THEN %d ELSE ", c.from, b.bin(c.parse("")))
	texts := s.texts[c.field]
	if len(texts) == 0 {
		fmt.Fprintf(&text, "%d END", s.beyond)
		return text.String()
	}
	fmt.Fprintf(&text, "CASE %s", fmt.Sprintf(d.Text, "("+c.from+")"))
	for _, one := range texts {
		fmt.Fprintf(&text, " WHEN %s THEN %d", d.Literal(one), b.bin(c.parse(one)))
	}
	fmt.Fprintf(&text, " ELSE %d END END", s.beyond)
	return text.String()
}

// wordDigit writes the value of a digit from the field's bin.
func (s *statement[R]) wordDigit(d *count.Digit[R]) string {
	b, name := s.bins[d.Field], s.column(d.Field)
	if b.invalid() == d.Base-1 { // no other set tells more apart
		same := true
		for value, words := range d.Words {
			same = same && b.of[words[0]] == value+1
		}
		if same {
			return name
		}
	}
	var text strings.Builder
	fmt.Fprintf(&text, "CASE WHEN %s = 0 THEN 0", name)
	for value, words := range d.Words {
		var list []int
		for _, word := range words {
			if bin := b.of[word]; !slices.Contains(list, bin) {
				list = append(list, bin)
			}
		}
		fmt.Fprintf(&text, " WHEN %s IN (%s) THEN %d", name, listed(list), value+1)
	}
	fmt.Fprintf(&text, " WHEN %s = %d THEN %d ELSE %d END", name, b.invalid(), d.Base-1, s.beyond)
	return text.String()
}

// listed writes numbers with commas between them.
func listed[N any](numbers []N) string {
	list := make([]string, len(numbers))
	for i, n := range numbers {
		list[i] = fmt.Sprint(n)
	}
	return strings.Join(list, ", ")
}

// told writes for a comment what the bins are.
func (b *bins) told(v *indicators.Vocabulary) string {
	list := []string{"0 unknown"}
	for i, words := range b.words {
		var keys []string
		for _, word := range words {
			keys = append(keys, v.Key(word))
		}
		list = append(list, fmt.Sprintf("%d %s", i+1, strings.Join(keys, " or ")))
	}
	return comment(strings.Join(append(list, fmt.Sprintf("%d invalid", b.invalid())), ", "))
}
