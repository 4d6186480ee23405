// Package policytest is a small school system of our own, with unit tests
// against the plan: copy it to see how software is tested with rulestest.
//
// Three jobs ask the plan's rules before they act: [Awards] grants honours and
// honours the ethics veto, [Trainings] books teachers who lack hours,
// [Graduation] issues certificates. Each takes its rules as a value, so that
// its tests can run it against mutants of them. The system keeps its own
// structs; a mapping for each turns them into the library's records.
//
// The tests show, in this order:
//   - claims that read like sentences, and print the explanation when they fail
//   - the boundary cases of the rules pushed through the structs and back, and a
//     wrong mapping of an earlier version that they find
//   - an earlier planner whose slip of one step they find
//   - scenario files that a policy officer wrote, in testdata/scenarios
//   - mutants of the rules, which prove that the tests would notice if the
//     policy changed
package policytest
