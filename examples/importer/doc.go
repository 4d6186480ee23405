// Package importer reads the tables that offices keep, as they are, into records of a
// subject: CSV in UTF-8, UTF-16 or GB18030 and XLSX workbooks, with titles above a header
// of one to three lines, merged cells, totals and notes below, and several sheets.
//
//	in, err := importer.Open(importer.Usual[teacher.Record](asOf), "教师.xlsx")
//	fmt.Print(in.Understood(bilingual.Chinese)) // which column is which field, before anything is judged
//	for row, err := range in.Rows() { … }
//	fmt.Print(in.Report().In(bilingual.Chinese)) // rows, lines left out, cells that could not be read
//
// Nothing is dropped in silence: a line that is no record is left out and reported, and a
// cell that cannot be read is a fault of its row, which [NewRefusals] writes to a sheet
// that a clerk corrects. Given beside the files that it came from, a corrected sheet takes
// the place of the rows that it names; given alone, its rows are the table. A file that is
// given twice is read once.
//
// How a cell is read is the matter of package rows, and what it means that of the library:
// the importer has no rule, threshold or sum of its own.
package importer
