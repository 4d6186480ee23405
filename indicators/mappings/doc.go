// Package mappings holds ready ways from the rows that school systems have to records.
//
// [Teachers], [Pupils] and [Schools] are tables for package rows that know the columns of
// the usual exports: field names of the ministry's data standards, the names that staff and
// pupil systems print above their columns, and the tables of codes that they use. A
// caller's own names are added with [rows.Table.With].
//
// [Tagged] makes the mapping of a struct whose fields say by tags what they fill:
//
//	type Person struct {
//		Degree string  `field:"education"`
//		Hours  float64 `field:"training_hours"`
//	}
//	mapping, err := mappings.Tagged[Person, teacher.Record]()
//
// # Where the names are from
//
// Field names in capitals are those of JY/T 1004-2012, data of primary and secondary
// schools (XXBXLXM school kind, SZDCXLXM town or country, XLM attainment, SFSSXJS
// dual-qualified, XJH number of a pupil); the codes behind them are of JY/T 1001-2012 and
// GB/T 4658-2006. Codes of the owner (XXBBM) are read by nobody: published tables
// contradict each other. Chinese names stand in public rosters and statistics forms.
//
// # What no table says
//
// Real systems keep more than one row for some things. They come together in the mapping:
//
//   - one row a training: add the hours up with [quantity.Hours.Plus], or give the sum as a
//     float, whose own noise is taken off;
//   - several stages of one teacher: the stage of most lessons is the teacher's; a text of two
//     stages is invalid, and leaves rules on either stage open;
//   - days of birth and appointment: [quantity.Date.YearsTo] gives the years up to the day of
//     the data;
//   - who is retired, on loan or on sick leave: a column with Skips leaves out who is no
//     teacher any more; the report counts them;
//   - several groups of one child: a row for each in specialchild, whose key names the child
//     and the group.
package mappings
