// Package rules says when a statement of a plan is met: a rule binds an
// indicator to a statement and gives results that can be defended line by
// line. The rules of Tonghua's plan stand in package rules/tonghua; another
// city writes its own book with the names exported here.
//
// # Rules and statements
//
// A rule reads like the sentence it stands for. The figures stand in the plan:
//
//	var SeniorMaster = rules.MustShare(p, plan.SeniorMaster, indicators.Share[teacher.Record]{
//		Among:   teacher.Stage.Is(indicators.SeniorHigh),
//		Counted: teacher.Education.AtLeast(indicators.Master),
//	})
//
// A [Measure] speaks of a population: a share, a ratio or a count. A [Duty] is
// a rule on each record; it alone can check one record and stream findings,
// because a 12 % target cannot accuse a teacher.
//
// Figures are resolved when a rule is first asked. What is wrong with one that
// was made by a function named Must is the error of whatever asks it, and of its
// method BindError.
//
// # Counting and judging
//
// A rule is a question and a statement. Package count counts what the question
// asks; this package judges the counts; package verdict holds what is said:
// outcome, reason, due, result, fault, evidence. Counts may come from elsewhere,
// from another process or a database: [Panel.Judge]. What all of it obeys stands
// in LAWS.md beside this package.
//
// # Missing data and bounds
//
// Missing is not zero. A record about which too little is known may be out of
// scope, counted or not; the lowest and the highest value that any completion
// of the data can give bound the result. If both lie on one side of the
// threshold the verdict is certain although data are missing. A ratio of
// reported sums has no such bounds: one missing amount leaves it undetermined.
// Where scope and condition read the same field the bounds may be wider than
// need be, never narrower.
//
// # Panels
//
// A [Panel] asks many rules about a caller's own rows in one pass. Its mapping
// fills a record from a row; what it leaves alone is unknown. Rows come from a
// slice, a sequence, a sequence that can fail, or one by one ([Panel.Start]). A
// rule gives the same result alone, in a panel, and in any order or split of the
// rows.
//
// # Groups
//
// [EvaluateBy] splits the same pass by any comparable key. Groups come in the
// order of their first appearance; the total is their sum. A key that is not
// equal to itself, such as NaN, is a group of its own each time.
//
// # Findings and faults
//
// A [Finding] is a record that does not keep a duty. Findings stream to
// [Panel.OnFinding] in row order and are not kept. A fault is a field that
// cannot be, such as a negative number: the first are in the results, all go to
// [Panel.OnFault]. A faulty field counts as unknown, and never helps a pass. A
// part is compared with its whole where one rule reads both.
//
// # Expected records
//
// A caller who knows how many records there should be says so
// ([Panel.Expecting], [Groups.Expect]). Those that did not come count as
// unknown, so that a partial export cannot pass. Rows that the mapping skips
// have come, and surplus rows of one group make up for none of another. Of more rows
// than there should be any may be a double, which leaves open what hangs on it.
//
// # Whose register it is
//
// A statement falls on the city, on each county, on each school, on each teacher
// ([plan.Bearer]). [Panel.For] says whose register the rows are, the city's by
// default, and [Panel.GroupsAre] what each group of a pass is. Where that is not on
// whom a statement falls there is a value for comparison and no verdict; a duty on
// each record binds in any register. What falls on each county is judged county by
// county, and the total has the worst verdict.
//
// # Readings
//
// Where the text of a plan allows two readings, the statement names them with
// the one that decides first. A rule evaluates each that its records can
// answer; the result shows each, or why it is not computed. A word that the plan leaves
// undefined is a parameter of its statement; while nobody has set it, whatever
// depends on it is undetermined.
//
// # Editions
//
// A rule is bound to an edition of a plan, and every result names it. Under
// binds the same rule to another edition, such as one that plan.Plan.Amend
// derived: thresholds, parameters and deadlines are the edition's, and where
// another reading decides, the indicators change places. Where the edition has
// repealed the statement, Under of the rule is an error, and Under of a [Set]
// leaves the rule out.
//
// # Measures of a part
//
// Some demands can be measured in part only. The plan says what the measure
// covers and how it may err ([plan.Partly]). A measure that can only flatter
// decides not met alone; one that can only accuse decides met alone, and makes
// no findings; one that may err either way decides nothing alone. What a
// measure cannot decide is undetermined, with a reason that says so, until
// evidence completes it.
//
// # Evidence
//
// An [Attested] rule is answered by evidence of each component that its statement
// demands: a published measure, a project in use, a body, an act, a designation, a
// report. Evidence of the wrong kind, older than what it is to show or from the
// future does not count and says so. [Attest] judges a whole book and completes
// measures of a part; a measured miss gives way to nothing but a report on the whole
// demand in the year of the data.
//
// # What can be answered
//
// [Cover] tells from the fields that software holds which statements it can
// answer, and which field would help most; [Panel.Fills] tells which fields a
// mapping fills. Each rule names the fields that it reads ([Measure.Needs]).
//
// # Errors
//
// An error of an Evaluate method means that the pass could not be finished: a
// source failed, a mapping panicked ([MappingError]), a function stopped it
// ([ErrStopped]). There are no results then. The zero rule, panel and evaluator
// answer with [ErrZero]. Only functions named Must panic. Texts count rows from
// 1, fields from 0.
//
// # Speed and its price
//
// A pass counts profiles, the few bits that the rules can tell about a record,
// and asks the rules once a profile. So the cost of a record hardly depends on
// the number of rules, and nothing is allocated for it. The price is that rules
// are data: what a condition cannot say needs an own function, which is asked
// for each record. So is a rule that tells too many profiles apart, one over
// nine fields or so. Making a panel ready for a date takes less than a
// millisecond and is kept for the next pass: one pass over many rows is cheap, a
// pass a row is not; [Panel.Start] is for rows that come one by one.
package rules

//go:generate go run ./internal/schemas
//go:generate go run ./internal/manual
