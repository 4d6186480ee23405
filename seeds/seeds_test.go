package seeds_test

import (
	"bytes"
	"fmt"
	"io/fs"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/seeds"
)

var tables = []string{"anomalies.csv", "clauses.csv", "components.csv", "figures.csv", "numerals.csv", "origins.csv",
	"parameters.csv", "plan.csv", "readings.csv", "statements.csv"}

func TestTheTablesAreEmbedded(t *testing.T) {
	var names []string
	require.NoError(t, fs.WalkDir(seeds.Files(), ".", func(path string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			names = append(names, path)
		}
		return err
	}))
	assert.ElementsMatch(t, names, all(), "nothing but tables is embedded")
}

// all are the tables of both documents.
func all() (paths []string) {
	for _, name := range tables {
		paths = append(paths, name, "balance/"+name)
	}
	return paths
}

// A spreadsheet program takes a table without byte order mark for another
// encoding, and a cell that begins with a sign of its own for a formula.
func TestTablesOpenInASpreadsheetAsTheyAre(t *testing.T) {
	for _, name := range all() {
		data, err := fs.ReadFile(seeds.Files(), name)
		require.NoError(t, err)
		text, marked := bytes.CutPrefix(data, []byte("\ufeff"))
		assert.True(t, marked, "%s: a byte order mark is wanted", name)
		assert.True(t, utf8.Valid(text), "%s: UTF-8 is wanted", name)
		assert.False(t, bytes.Contains(text, []byte("\ufeff")), "%s: one byte order mark is enough", name)
		assert.False(t, bytes.Contains(text, []byte("\r")), "%s: lines end in a line feed alone", name)
		assert.True(t, bytes.HasSuffix(text, []byte("\n")), "%s: the last line ends as the others do", name)
		assert.NotRegexp(t, `(?m)(^|,)"?[=+@-]`, string(text), "%s: a cell reads as a formula", name)
	}
}

func ExampleFiles() {
	data, err := fs.ReadFile(seeds.Files(), "parameters.csv")
	header, _, _ := bytes.Cut(bytes.TrimPrefix(data, []byte("\ufeff")), []byte("\n"))
	fmt.Println(string(header), err)
	// Output: statement,key,value,unit,basis,number,from,name_zh,name_en,source_zh,source_en <nil>
}
