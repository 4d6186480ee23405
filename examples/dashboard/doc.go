// Package dashboard shows on web pages what the rules of the plan say of the registers that
// package mis keeps: city, statement, county, school. A page that is open follows what is
// saved, by whatever program, within a second and without being loaded again.
//
//	store, err := mis.Open(ctx, "city.db")
//	server, err := dashboard.New(ctx, store, dashboard.Options{Date: asOf, Token: token})
//	go server.Follow(ctx)
//	err = server.HTTP(ctx, "localhost:8080").ListenAndServe()
//
// There is no rule, no threshold and no sum in it: values, verdicts and shortfalls are the
// texts of the results. Pages need no framework; what they load is in the program.
//
// # Who sees what
//
// Results are for everybody who reaches the server. Findings about persons, their records
// and their numbers are for holders of a token alone, and so is changing a record. Lines of
// the log hold neither names, numbers of records, addresses nor what was searched for.
//
// # When the database cannot be reached
//
// Pages keep the last results and say since when they are no longer renewed. What has to be
// looked up in the database answers with an error that says what to do.
package dashboard
