// Package verdict holds what is said of a statement: outcome, reason, due,
// result, fault and evidence, with their texts in two languages and their JSON.
// It holds values and texts alone. A page or a dashboard that shows results
// which were judged elsewhere imports this package and no engine; how counts
// become verdicts stands in package rules.
//
// # Outcomes, reasons and due
//
// An [Outcome] is met, not met, undetermined or not applicable, with a
// [Reason] for all but met. Apart from it stands [Due]: open, past, standing or
// ended. A deadline's own day is still open, and so is what data say of a time before
// the plan binds. A breach is a must that is not met and past or standing. The
// as-of date is the date that the data describe; a report of a later day shows
// them through [Result.SeenOn], where data older than a deadline that has passed
// are undetermined. Non-compliance is never an error, and an error is never a
// verdict.
package verdict
