// Package page writes reports as HTML that people look at: an overview, the board of
// targets, the grid of counties and statements, every statement in clause order, and the
// anomalies of the text. A page is one file without scripts, with nothing fetched from
// elsewhere; it is read in light and dark, on a phone, on A4, by keyboard and by screen
// reader. Its numbers and verdicts are the texts of the results.
//
//	err := page.Write(file, report, page.Options{})
//
// A program with pages of its own sets [Parts] and [Statement] into them.
//
// The package alone imports html/template, so that programs without pages stay small.
package page
