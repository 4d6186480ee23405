// Package indicators says what is measured and exactly how: subjects, their
// fields, conditions on them, and indicators made of conditions. It knows no
// plan; any city could use it.
//
// # Subjects
//
// A subject is a record as school software thinks of it: a teacher, a pupil, a
// school, the enrolment of a level. Each has a package of its own with a struct
// named Record and a variable for each field; the package subjects lists them:
//
//	t := teacher.Record{Stage: indicators.SeniorHigh, Education: indicators.Master}
//
// A record's method Subject describes it, so that a rule over teachers handed
// a class does not compile. Rows that are no members are marked with Skip.
//
// # Fields
//
// A [Field] is described once: key, labels in two languages, unit, how to read
// and set it. A [Category] holds a word of a closed [Vocabulary], a [Number] a
// count, hours, money or a date. Every field is unknown, known or invalid; its
// zero value is unknown. Parsers such as [ParseEducation] read the texts that
// people and school systems write, and give an invalid value where they do not
// know the text; WORDS.md beside this package lists all that they know. Nothing is
// guessed: bare digits are codes of a table that the caller names, and words of the
// caller's own are added to a [Parser]:
//
//	degrees, err := indicators.ParserOf[indicators.Education]().Codes(indicators.AttainmentCodes2006).With(
//		map[string]indicators.Education{"硕研": indicators.Master})
//
// # Conditions
//
// A [Condition] is a question about one record, as data:
//
//	indicators.And(
//		teacher.Stage.Is(indicators.SeniorHigh),
//		teacher.Education.AtLeast(indicators.Master))
//
// It is answered by Kleene's three-valued logic ([Truth]), printed in both
// languages, and asked which fields it reads. A [Function] says what data
// cannot; it sees records whose declared fields are known.
//
// # Figures
//
// A number in a condition is a [Figure]: the threshold on one record ([Each]),
// a parameter, another figure of the statement, the year of the as-of date. It
// is resolved when a rule is bound to a plan, so that no number stands twice.
//
// # Indicators
//
// A [Share] is the part of a population that satisfies a condition, a [Duty]
// what each record must satisfy, a [Ratio] one sum of reported figures over
// another, a [Count] a number of records.
//
// # Missing and invalid data
//
// What is unknown or invalid leaves a condition unknown, and is never taken for
// no. A part larger than its whole makes both fields invalid where both are read.
// Package count counts what conditions ask about the records of a register.
//
// # A subject of one's own
//
// Embed [Row] in a struct, name the subject with [NewSubject], describe its fields
// with [NewCategory] and [NewNumber], and return the subject from a method named
// Subject. The example at [NewSubject] is a whole one.
package indicators
