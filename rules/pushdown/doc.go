// Package pushdown asks the rules of a panel where the rows are: it writes them as SQL,
// reads back what the database has counted, and judges it as if the rows had been read. The
// verdicts are the same, to the byte; no row leaves the database, but the keys that
// [Query.Offenders] lists.
//
//	query, err := pushdown.New(panel, asOf, pushdown.PostgreSQL, pushdown.Table[teacher.Record]{
//		From:  "staff",
//		Group: "county",
//		Key:   "staff_no",
//		Skip:  "staff_kind = '工勤人员'",
//		Columns: []pushdown.Column[teacher.Record]{
//			pushdown.Words(teacher.Stage, "stage", indicators.ParserOf[indicators.Stage]().Parse),
//			pushdown.Words(teacher.Education, "degree", indicators.ParserOf[indicators.Education]().Parse),
//			pushdown.Decimal(teacher.TrainingHours, "training_hours"),
//		},
//	})
//	…
//	groups, err := query.Groups(ctx, db)
//
// What rules tell apart of a row is its profile, a number: whether its education is a
// master's, whether its hours reach 360, which fields are unknown. The query counts how many
// rows of each group have which profile, and package count knows what a profile means. So
// the conditions of rules are decided in one place, and what a query costs hangs on the columns
// that it reads and hardly on the number of rules.
//
// # Texts
//
// A column of words is not understood by the database. [Query.Learn] fetches the texts that
// stand in it, some dozens, has each read by the caller's own parser, and the query says
// which of them mean what. So a text means in the database what it means in the program. A
// text that comes into the table afterwards is an error, and no verdict; once it is learnt it
// counts as what the parser says, and [Query.Invalid] lists the texts that no parser knows.
//
// # What is not the same
//
// Findings and faults are given row by row where rows are read; here [Query.Offenders]
// lists the records that break a duty by the caller's key, and results say how many values
// are invalid but list none. A function of the caller's in a condition cannot be asked, and
// a panel with keys for doubles is refused: let a constraint of the table see to it.
//
// # When to use it
//
// Use it where rows must not leave the database, or where the database has many machines. On
// one machine it is no faster than reading columns into a panel: see examples/columns.
package pushdown
