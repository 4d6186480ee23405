// Package balance is the rule book of the national evaluation of quality-balanced compulsory
// education in counties (县域义务教育优质均衡发展督导评估, 教督〔2017〕6号).
//
// # What it answers
//
// [Schools] judges the schools of a county by their resources: the seven indicators of each
// school, the fourteen coefficients of difference between schools, size, and rooms for music
// and art. [Classes] judges class sizes, [Counties] what a county reports on the guarantees of
// government, on quality and on approval, and evidence answers [ByEvidence]. [Recognise] says
// from all of it whether a county would be recognised, and what stands in the way.
//
//	panel := rules.MustPanel(func(row *Row, r *resources.Record) {
//		r.Kind = ...
//		balance.Fill(r) // weighted heads and what counts, last
//	}, balance.Schools()...)
//	schools, err := rules.EvaluateBy(panel, asOf, rows, func(row *Row) School { return School{row.County, row.Name} })
//	counties, err := rules.Split(schools, func(s School) string { return s.County }, plan.County)
//	for county, schools := range counties.All() {
//		ofSchools := schools.Total()
//		... // classes and reports of the county by panels of their own, For(plan.County)
//		attested, err := rules.Attest(asOf, rules.AttestedSet(balance.ByEvidence()).Views(), evidence)
//		recognition, err := balance.Recognise(ofSchools, ofClasses, ofReport, attested)
//	}
//
// Coefficients compare the groups of a pass: so each school is a group of its own, and
// [rules.Split] shares the groups out by county; groups that are counties compare counties.
// Results name a group as fmt prints its key: give the key a method String that returns the
// name of the school.
//
// # What is needed
//
// Of each school its kind, its pupils by stage, the teachers of each stage and the four amounts
// of the whole school. A locality and those who visit are needed of schools from 50 to 99
// pupils; grounds close by of those in a dense inner city; classes and rooms for music and art
// by [MusicArtRooms]; books, computers, all teachers and titles by [Figures.Basic] alone.
//
// # Schools of several stages
//
// Each stage is judged as a school. Teachers count in the stage that they teach; rooms,
// grounds and equipment are shared out by weighted heads, 1 : 1.1 : 1.32, which [Fill] works
// out. With x the whole school's amount, H its weighted heads, p the pupils of a stage and h
// their weighted heads, the stage has x·h/H, and for each pupil x·h/(H·p).
//
// # For each school
//
// [Examine] says of one school which indicators fail, and the smallest amount of each that
// would mend it, for each of its stages. Rooms, grounds and equipment serve all stages of a
// school: of two amounts the larger is wanted. Teachers of each stage are wanted for themselves.
//
// # The older standard
//
// [Figures.Basic] works out the mean of the eight coefficients of basic balance (教督〔2012〕3号), which
// the plan of Tonghua may mean where it speaks of balance.
//
// No figure of the document stands here: they come from package plan/evaluation.
package balance
