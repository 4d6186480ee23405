// Package seeds holds the facts of the plan as tables that open in a
// spreadsheet.
//
// # The tables
//
//   - clauses.csv: the tree of the document, in the order of the text;
//   - statements.csv: one row a statement, in clause order: where it stands
//     (places), kind, modality and on whom it falls (bearer); its two
//     thresholds, of each record and of the population, its deadline, and the
//     basis of each: stated in the text, or how it was come by; how it is
//     answered (evaluable), and of a measure of a part how it errs (bias) and
//     what it covers; its demand as a phrase, with {each}, {population} and
//     keys of parameters in the place of figures, those that a word says
//     (said_by), what is short, with {n}, and the noun of what is counted;
//   - figures.csv: the other numbers of a statement: baselines of the former
//     period, upper ends of ranges, how many fields an inspection has;
//   - parameters.csv: numbers that the plan leaves to others, with their source;
//   - readings.csv: the ways to understand an ambiguous statement, the
//     deciding one first;
//   - components.csv: what each attested statement demands, thing by thing, with
//     the kinds of evidence that prove it;
//   - origins.csv: where figures come from that others have set or that were
//     counted up; a row takes the place of the basis in the other tables;
//   - plan.csv: edition, name, period and day of issue of the plan;
//   - anomalies.csv: what is odd in the text, with the places and statements
//     concerned;
//   - numerals.csv: every numeral of the text with what accounts for it, and
//     every figure that the text does not print with where it comes from.
//
// They are UTF-8 with a byte order mark, so that a spreadsheet program opens
// Chinese text as it is. Changing a figure of the plan means changing its cell and
// the numeral that accounts for it, and running go generate ./plan.
//
// # The evaluation of balance
//
// The folder balance has the same tables for a document of its own: the measures by which the
// State evaluates whether the compulsory schools of a county are balanced (教督〔2017〕6号). Their
// text was not at hand word for word, so that no table of numerals accounts for it; places are
// those of their four parts, and not numbers of articles.
//
// # Numerals
//
// A row of numerals.csv is of one of three forms. A printed figure names place,
// token as printed, which of several like it in the place, and the figure of a
// statement that it is (of and key). A numeral that is no figure gives a reason
// in place of a statement. A figure that is not printed has no token, but its
// value and a reason. Each figure of the other tables is found here again, so
// that a slip in one cell is noticed, with or without the text.
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
