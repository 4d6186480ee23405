// Package quantity holds exact values that know their unit and may be unknown.
//
// # Facts
//
// A fact is what a caller's record says: a [Count], [Hours], [Money], [Months],
// [Years] of schooling or a [Date]. Each is eight bytes or less, comparable with ==, and
// in one of three states:
//
//   - unknown, the zero value: nobody has said;
//   - known: an exact value, whole for a count, in hundredths for the others;
//   - invalid: somebody has said what cannot be, with a [Fault] as the reason.
//
// A missing figure is therefore never taken for zero, and a bare number does
// not compile where a fact is wanted:
//
//	t.TrainingHours = quantity.HoursOf(row.Hours)             // a float64
//	t.TrainingHours = quantity.HoursOf(row.Hours.V).If(row.Hours.Valid)
//	e.Enrolled = quantity.N(41230)
//
// Conversions refuse what does not fit: a negative number, NaN, an infinity,
// more than two decimals, or a number too large gives an invalid fact. They
// return no error, so that a mapping stays one line a field; who reads files
// or forms uses the Parse functions, whose errors quote the text.
//
// # Amounts, totals and ratios
//
// An [Amount] is an exact fraction with a unit: a threshold, a parameter, a
// baseline. A [Total] is an exact sum of facts, 128 bits wide, so that adding
// two counts of 2^63-1 does not wrap around. A [Ratio] is one total over
// another, kept unreduced, because "1,199 of 10,000" says more than 11.99 %.
//
// # Comparing and printing
//
// Comparisons multiply crosswise and never divide. Printing is the only place
// where digits are dropped, and it drops them towards failure: 94.996 % against
// a floor of 95 % prints as 94.99 %, never as 95.00 %.
//
// # Decimals
//
// [github.com/shopspring/decimal] stands at the border only: values come in
// with the OfDecimal functions and go out with Decimal methods. Nothing here
// holds one, because its division rounds, its == compares representations and
// its JSON decoding reads null as zero.
package quantity
