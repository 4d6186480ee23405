package seeds

import "embed"

//go:embed *.csv
var files embed.FS

// Files returns the tables as they are embedded, one file a table.
func Files() embed.FS { return files }
