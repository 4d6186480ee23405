// Package count counts the records of a register exactly, and says of every count
// how far what is unknown leaves it open. It knows no plan and no rule: whoever
// wants to know how many teachers have a master's degree, in a table in which some
// degrees are missing, needs this package and a subject of package indicators.
//
// # What is counted
//
// A [Question] asks two things about each record: whether it is in scope, and
// whether it is counted. What a record may be is its [Class], a set: out of scope,
// not counted, counted. The class of a teacher whose degree nobody has entered is
// "not counted or counted". So there are seven classes, and a record has exactly
// one of them for each question. Nothing is estimated, and unknown is never taken
// for no.
//
// A [Counter] is made of questions by [New]. It counts into a [Tally], which holds
// for each question the number of records of each class, which fields are lacking
// in the records that leave the question open, and for a ratio the sums of the
// amounts. Tallies add up: those of ten schools, in any order, are that of all
// their records. [Counts] is a tally as data, for JSON; [Counter.Load] reads it
// back, from whoever counted, and refuses counts that no register can have.
//
// # How to count
//
// A [Pass] says how rows become records. [Pass.All] counts all rows; [By] counts
// them by group, by county or by school, and gives [Groups], which [RollUp] merges
// into larger ones; [Pass.Start] gives a [Live] tally to which rows are added, from
// which they are taken back, and in which they are replaced, one at a time.
//
// # How a record is counted
//
// Asking each question about each record would take a long time. But questions
// tell only a few things apart. One about the degree asks whether it is a master's
// or above: of that field there are four bins, namely unknown, below, master's or
// above, and invalid. The bins of all fields that some questions read are the
// record's profile, and a profile has a number:
//
//	row        mapping     record                 packing     profile
//	"高中,博士"  ------->   stage = senior high    ------->    2 + 4 × 2 = 10
//	                       education = doctor
//
//	profile    0   1   2  ...  10  ...             effects of profile 10
//	records    0   3   1  ...  57  ...  ------->   question "masters": 57 counted
//
// The mapping, a function of the caller, fills a record from a row. Packing adds up
// what each field contributes to the profile number, for up to four tables of
// profiles at once, and has no branches. Then the profile's count goes up by one.
// What a profile means for the questions, its effects, is worked out the first time
// that it comes: which class, which lacking fields, which sums. At the end of the
// pass the effects are applied once for each profile, with the number of its
// records. Of a ratio the amounts are added up record by record, and the profile
// says to which sum. So the cost of a record hangs on how many fields are read, and
// hardly on how many questions there are.
//
// Questions are put into tables so that the tables stay small. A question that
// tells more apart than a table can hold, one about eleven numbers say, is asked
// record by record: slower, never different. So is a field that is held outside the
// record, and a function of the caller's own.
//
// # Exactness
//
// Counts are exact up to 2^62 records, and sums up to 2^128; beyond that there is
// [ErrTooMany] and no result. The result of a pass does not depend on the number of
// goroutines or on the order of tallies.
package count
