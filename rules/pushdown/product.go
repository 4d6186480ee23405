package pushdown

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/count"
)

// Quotients are compared crosswise, and a product of two numbers takes up to 124 bits. A
// database that has 64 multiplies it as one does on paper, in halves of 31 bits.
const (
	half = 1 << 31
	both = 1 << 62
)

// comparison writes the answer to a comparison of numbers, or of quotients crosswise so that
// nothing is divided: 0 where a field is not known or a divisor is nought, 1 for no, 2 for yes.
func (s *statement[R]) comparison(e *indicators.Element[R]) string {
	num, den := e.Share()
	var known []string
	for i, f := range slices.Concat(e.Of, e.Than) {
		least := " >= 0"
		if i%len(e.Of) == 1 { // a divisor
			least = " > 0"
		}
		known = append(known, s.column(f)+least)
	}
	var holds string
	operator := operators[e.Compare]
	switch {
	case len(e.Of) == 1:
		holds = fmt.Sprintf("%s * %d %s %s * %d", s.wide(e.Of[0]), den, operator, s.wide(e.Than[0]), num)
	case s.dialect.Wide != "":
		holds = fmt.Sprintf("%s * %s * %d %s %s * %s * %d", s.wide(e.Of[0]), s.wide(e.Than[1]), den, operator, s.wide(e.Than[0]), s.wide(e.Of[1]), num)
	default:
		left, right := s.product(e.Of[0], den, e.Than[1]), s.product(e.Than[0], num, e.Of[1])
		holds = fmt.Sprintf("CASE WHEN %[1]s > %[3]s OR %[1]s = %[3]s AND %[2]s > %[4]s THEN 1 WHEN %[1]s = %[3]s AND %[2]s = %[4]s THEN 0 ELSE -1 END %[5]s 0",
			s.high(left), s.low(left), s.high(right), s.low(right), operator)
	}
	return fmt.Sprintf("CASE WHEN %s THEN CASE WHEN %s THEN 2 ELSE 1 END ELSE 0 END", strings.Join(known, " AND "), holds)
}

// wide writes a field as a number whose products are exact.
func (s *statement[R]) wide(f *indicators.Field[R]) string {
	if s.dialect.Wide == "" {
		return s.column(f)
	}
	return fmt.Sprintf(s.dialect.Wide, s.column(f))
}

// product returns the number of the product of a field times a factor and another field.
func (s *statement[R]) product(of *indicators.Field[R], factor uint64, by *indicators.Field[R]) int {
	first, second := fmt.Sprintf("%s * %d", s.column(of), factor), s.column(by)
	for i := 0; i < len(s.factors); i += 2 {
		if s.factors[i] == first && s.factors[i+1] == second {
			return i / 2
		}
	}
	s.factors = append(s.factors, first, second)
	return len(s.factors)/2 - 1
}

func (s *statement[R]) factor(i int) (high, low string) {
	name := fmt.Sprintf("factor_%d", i+1)
	return s.own(name + "_high"), s.own(name + "_low")
}
func (s *statement[R]) high(product int) string {
	return s.own(fmt.Sprintf("product_%d_high", product+1))
}
func (s *statement[R]) low(product int) string {
	return s.own(fmt.Sprintf("product_%d_low", product+1))
}

// multiplied writes the products beside the rows, and returns the name of what has both.
func (s *statement[R]) multiplied(b *strings.Builder) string {
	if s.factors == nil {
		return s.rows
	}
	divided := func(number string, by uint64) string {
		return "(" + fmt.Sprintf(s.dialect.Divide, "("+number+")", fmt.Sprint(by)) + ")"
	}
	factors, products := s.free("factors"), s.free("products")
	fmt.Fprintf(b, ", %s AS (\n  -- numbers below 2^62 that are multiplied, in two halves of 31 bits\n  SELECT %s.*", factors, s.rows)
	for i, f := range s.factors {
		high, low := s.factor(i)
		fmt.Fprintf(b, ",\n    %s AS %s, (%s) %% %d AS %s", divided(f, half), high, f, half, low)
	}
	fmt.Fprintf(b, "\n  FROM %s\n), %s AS (\n  -- their products, in two parts of 62 bits\n  SELECT %s.*", s.rows, products, factors)
	for i := range len(s.factors) / 2 {
		high, low := s.factor(2 * i)
		byHigh, byLow := s.factor(2*i + 1)
		middle := fmt.Sprintf("%s * %s + %s * %s", high, byLow, low, byHigh)
		lowest := fmt.Sprintf("(%s) %% %d * %d + %s * %s", middle, half, half, low, byLow)
		fmt.Fprintf(b, ",\n    %s * %s + %s + %s AS %s,\n    (%s) %% %d AS %s", high, byHigh, divided(middle, half), divided(lowest, both), s.high(i), lowest, both, s.low(i))
	}
	fmt.Fprintf(b, "\n  FROM %s\n)", factors)
	return products
}

// largest writes which numbers of a set a database that has 64 bits cannot multiply.
func (s *statement[R]) largest(set *count.Profiles[R]) (list []string) {
	if s.dialect.Wide != "" {
		return nil
	}
	above := func(f *indicators.Field[R], most, factor uint64) {
		if factor > 0 {
			list = append(list, fmt.Sprintf("%s > %d", s.column(f), most/factor))
		}
	}
	for i := range set.Digits {
		d := &set.Digits[i]
		if d.Compared.Of == nil || !s.isTold(d) {
			continue
		}
		num, den := d.Compared.Share()
		most := uint64(math.MaxInt64)
		if len(d.Compared.Of) == 2 {
			most = both - 1
			above(d.Compared.Of[1], most, 1)
			above(d.Compared.Than[1], most, 1)
		}
		above(d.Compared.Of[0], most, den)
		above(d.Compared.Than[0], most, num)
	}
	slices.Sort(list)
	return slices.Compact(list)
}
