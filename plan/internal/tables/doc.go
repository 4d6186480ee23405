// Package tables reads the spreadsheets of package seeds strictly, for
// generating package plan and for its tests.
//
// [Read] reports everything that is wrong at once, each [Problem] with file,
// line and column.
package tables
