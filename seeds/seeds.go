package seeds

import "embed"

//go:embed *.csv balance/*.csv
var files embed.FS

// Files returns the tables as they are embedded, one file a table: those of the plan, and in
// the folder balance those of the national evaluation of balanced compulsory education.
func Files() embed.FS { return files }
