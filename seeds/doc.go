// Package seeds holds the facts of the plan as tables that open in a
// spreadsheet.
//
// # The tables
//
//   - clauses.csv: the tree of the document, in the order of the text;
//   - statements.csv: one row a statement, in clause order, with its two
//     thresholds (of each record, of the population), its deadline and the
//     basis of each: stated in the text, or how it was come by;
//   - figures.csv: the other numbers of a statement: baselines of the former
//     period, upper ends of ranges, how many fields an inspection has;
//   - parameters.csv: numbers that the plan leaves to others, with their source;
//   - readings.csv: the ways to understand an ambiguous statement, the
//     deciding one first;
//   - anomalies.csv: what is odd in the text, with the places and statements
//     concerned.
//
// They are UTF-8 with a byte order mark, so that a spreadsheet program opens
// Chinese text as it is. Changing a figure of the plan means changing one cell
// and running go generate ./plan.
//
// # Who reads them
//
// The generator of package plan and its tests do (plan/internal/tables). A program that embeds the
// library gets the generated values and never parses a table.
//
// # Errors
//
// The reader reports everything that is wrong at once, each problem with file,
// line and column: an unknown column, a figure without unit, an ID that stands
// twice, a place that no clause has.
package seeds
