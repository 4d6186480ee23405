// Package mis keeps the registers of a city's schools in a database and has them judged
// by the rules of the plan: what a developer copies into a school system.
//
//	store, err := mis.Open(ctx, "city.db") // or postgres://user@host/name
//	made, err := store.Report(ctx, mis.Options{Date: asOf})
//	err = store.SaveReport(ctx, made)
//
// The tables are those of package registers, column by column, with one difference:
// hours of training stand in a table of their own, one row a training. The structs are
// those of registers too, and so are the mappings. The package has no rule, no threshold
// and no sum of its own; an error is never a verdict.
//
// # Concurrency
//
// A store is safe for concurrent use, by several goroutines and several processes. A
// report reads one state of the database throughout. Each saved record has a number in
// the table of changes; a number is seen after all lower ones, so that another process
// follows by asking for what is higher than the last that it saw ([Store.Changes]).
package mis
