// Package report puts results together into a report of the whole plan: one
// row a statement, in clause order, with value, threshold, verdict, due date,
// shortfall and clause, and a summary.
//
//	page, err := report.New(plan.Tonghua(), today, results, byCounty.Total())
//	if err == nil {
//		err = page.WriteText(os.Stdout, report.Options{Language: bilingual.Chinese})
//	}
//
// # What cannot stand together
//
// The order in which results are handed over decides nothing: a measure gives way to
// what evidence made of it, and a computed figure stands beside a reported one of the
// same period. Two results of one statement and date that cannot both stand are an
// error that names them, and so are results of another edition, and a date that is no
// day of the calendar.
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
// row. A group under a target of the city is shown for comparison: it has a value, the
// whole without it, and no verdict.
//
// # Anomalies
//
// Where the text of the plan is odd, a remark under the statement says so, so
// that nobody defends a verdict without knowing. It changes no verdict.
//
// # Two reports
//
// [Compare] lists what differs between two reports, of two dates, two sets of figures
// or two editions of a plan: first the verdicts that are others, then what else
// differs in demand, value, shortfall or evidence.
//
// # Forms
//
// WriteText aligns its columns although Chinese characters take two of them.
// WriteMarkdown writes one table a section. The report itself marshals to
// JSON, with every result in full.
package report
