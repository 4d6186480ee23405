// Package tonghua is the rule book of the 14th Five-Year education development
// plan of Tonghua: for each statement of the plan that records or figures can
// answer, a rule.
//
// # Finding a rule
//
// There is one file for each section of the plan, with the rules in the order
// of its clauses: section_3_10.go holds the rules of section 三（十） and its
// box 12. A rule has the name of its statement in package plan.
//
// # Using the rules
//
// A rule answers for one figure or for one record:
//
//	r, err := tonghua.SeniorGrossEnrolment.Evaluate(asOf, enrolment.Record{...})
//	f := tonghua.FitnessCertificate.Check(asOf, pupil.Record{...})
//
// and a panel asks all rules about a subject in one pass:
//
//	staff, err := rules.NewPanel(mapping, tonghua.Teachers()...)
//
// The sets are in clause order. They are written by a generator from the files
// of the sections, in which each rule stands once.
//
// # Adding a rule
//
// A statement of the plan is a row of seeds/statements.csv, with rows of the
// tables beside it for its figures and readings. Its rule is one variable, in
// the file of its section and at the place of its sentence; after go generate
// ./... the sets have it, and the tests name the cases that it lacks.
//
// # Figures
//
// No figure of the plan stands here: thresholds, parameters and weights come
// from package plan, which is generated from the tables in seeds. The package
// uses exported names only, so that another city can write its own book.
package tonghua

//go:generate go run ./internal/generate
