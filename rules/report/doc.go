// Package report puts results together into a report of the whole plan: one
// row a statement, in clause order, with value, threshold, verdict, due date,
// shortfall and clause, and a summary.
//
//	page := report.New(plan.Tonghua(), today, results, byCounty.Total())
//	err := page.WriteText(os.Stdout, report.Options{Language: bilingual.Chinese})
//
// # Dates
//
// A report has a date of its own. For each statement it takes the latest
// result whose data are not later than that date, and prints the data's date
// beside it. Data that are older than a deadline that has passed since decide
// nothing any more: figures of 2020 are no breaches of 2026. Such a row is
// undetermined, with its value still shown.
//
// # What is left out
//
// Every statement of the plan belongs to the report. Those that no result
// speaks of are folded to a count at the end of their section, unless Options
// asks for all. Context and baselines demand nothing and are counted apart.
//
// # Groups
//
// Results of groups, such as counties, are shown under the statement's own
// row. A group below a target of the city is no breach: it is a grouping only.
//
// # Anomalies
//
// Where the text of the plan is odd, a remark under the statement says so, so
// that nobody defends a verdict without knowing. It changes no verdict.
//
// # Two reports
//
// [Compare] lists what flipped between two reports and why: between two dates,
// two sets of figures, or two editions of a plan.
//
// # Forms
//
// WriteText aligns its columns although Chinese characters take two of them.
// WriteMarkdown writes one table a section. The report itself marshals to
// JSON, with every result in full.
package report
