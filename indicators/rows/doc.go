// Package rows turns tables of texts, as spreadsheets and exports hold them, into records
// of a subject.
//
// A [Table] says how the columns of a table are called and read. Every field of the subject
// has a column already, by its key and its names in both languages; a [Column] gives it
// other names, a table of codes or a reader of its own. [Table.Header] finds the columns of
// one file, says which headers nobody knows and which fields have no column, and makes a
// [Reader]. [Table.ReadCSV] reads a whole file.
//
// Nothing is dropped: a cell that cannot be read is a [Fault], which names row, column, the
// text as it stood and what is expected, and its field is invalid in the record. A row that
// is read stands among the records, whatever its cells; the numbers of a [Report] add up.
package rows
