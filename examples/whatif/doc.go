// Package whatif answers a planner's questions of a register: what becomes of the
// verdicts if a threshold or a deadline is moved, if another reading decides, if so many
// more people comply. The program in cmd/wasm puts it into a web page that works without
// any server, so that no record leaves the machine; the one in cmd/whatif answers the
// same questions natively, with the same bytes.
//
// # Session, scenario, answer
//
// A [Session] holds one register: it is read once, mapped once and counted once, by
// county. A [Scenario] is data: changes of the plan, as plan.Plan.Amend takes them, and
// how many [More] comply in which group. [Session.Answer] gives an [Answer]: of each
// statement the result of today and that of the scenario, group by group.
//
// # No rule and no arithmetic
//
// Nothing is judged here. A scenario's changes make an edition of the plan, its rules
// judge the counts, and all figures and sentences of an answer are those of the results.
// "So many more" changes the counts before they are judged, and invents no record: of a
// share so many records that were not counted are counted, of a sum so much is added.
//
// # What is counted anew
//
// The counts know what they were asked. Under the edition of a scenario the rules ask
// again: where they ask the same, as after a move of a population's threshold or of a
// deadline, the counts are judged as they are. Those that ask something else are counted
// anew from the mapped records, and the new counts are kept beside the old ones.
// [Answer.Recounted] names them.
package whatif
