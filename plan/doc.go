// Package plan says what the document says: the statements of an education
// plan, each with its clause, on whom it falls, how strongly it binds, what it
// demands in words and figures, what proves it, and its deadline.
//
// # The plan is a value
//
// [Tonghua] returns the 14th Five-Year education development plan of Tonghua
// (通化市"十四五"教育发展规划, 2021–2025). Every statement has a stable [ID]
// with a constant, so that a misspelt one does not compile:
//
//	s, ok := plan.Tonghua().Statement(plan.SeniorMaster)
//	fmt.Println(s.Citation(bilingual.Chinese), s.Population)   // 三（十）第3段 at least 12 %
//
// Another city builds its own with [New]; nothing here is special to Tonghua
// but the generated table.
//
// # Two thresholds
//
// A statement may demand something of each record (360 hours of training, half
// of the digital hours) and something of the population (12 % of the teachers,
// 50 schools). They are kept apart as Each and Population. A duty on each
// record has the population threshold 100 %, and its [Basis] says [Convention]
// where the text does not print it.
//
// # On whom it falls
//
// A statement has a [Bearer]: the city, each county, each school, each teacher. A
// target of the city is no county's.
//
// # How it reads
//
// Demand is the demand as a phrase in both languages, with its figures as
// placeholders, so that an amended figure reaches every text;
// [Statement.DemandUnder] fills them in. Short says in the same way what is short.
//
// # Where a figure comes from
//
// Every threshold, deadline, figure and parameter has an [Origin]: stated in the
// text, counted up in it, official with its source and number, convention, inferred,
// assumed, or ordered by an amendment. A figure that rests on a reading is never
// presented as the plan's own. Where the text allows two readings, the statement
// lists them as [Reading] values with the one that decides first, and why.
//
// # Anomalies
//
// What is odd in the text itself is data too: two denominators of one share, a
// post named twice, a target equal to its baseline, numbering that jumps. An
// [Anomaly] links the statements it concerns, and decides nothing.
//
// # How a statement is answered
//
// [Evaluable] says whether records or figures answer a statement in full, in
// part, or evidence alone. Of a statement computed in part, [Partly] says what
// the measure covers and in which direction it may err. Each [Component] is one of
// the things that it demands, with the kinds of evidence that are the thing and
// those that report on it.
//
// # Deadlines
//
// A deadline is a date, inclusive. Where the text gives none, the end of the
// plan period stands in with the basis [PlanEnd]. Standing duties hold until the
// plan ends, yearly ones fall due at each year's end. Before the day on which the
// plan was issued, [Plan.Issued], nothing is a breach.
//
// # Editions
//
// A plan changes mid-term, and is asked what if. [Plan.Amend] derives an
// edition with a name of its own: a threshold moved, a deadline extended, a
// parameter set, another reading made to decide, a statement repealed or added,
// each by a document with its date. The plan it came from stays as it is, and
// the edition lists what was amended and by what. A figure that an amendment sets
// says so, and cannot call itself stated.
//
// # The audit
//
// Nothing of the text is left out, and a machine proves it: [Numerals] says what
// accounts for each numeral of the text, and [Audit] reads a copy of the text
// and compares it with the catalogue, clause by clause and numeral by numeral.
//
// # Where the data comes from
//
// The table is generated from the spreadsheets in the folder seeds, so that no
// figure of the plan stands twice. Summaries are in our own words; the text of
// the plan is not part of this module.
package plan

//go:generate go run ./internal/generate
//go:generate go run ./internal/catalogue
