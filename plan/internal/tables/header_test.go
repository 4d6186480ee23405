package tables_test

import (
	"fmt"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"

	"github.com/eduplan/tonghua/plan/internal/tables"
)

var allTables = []struct{ name, column string }{
	{clauses, "kind"}, {statements, "term"}, {figures, "unit"}, {parameters, "number"}, {readings, "decides"},
	{components, "least"}, {origins, "figure"}, {anomalies, "places"}, {numerals, "reason"}, {ofPlan, "basis"},
}

func TestTheHeaderMustBeExactlyTheColumns(t *testing.T) {
	for _, table := range allTables {
		header := func(change func(string) string) func(c copies) {
			return func(c copies) { c.lines[table.name][0] = change(c.lines[table.name][0]) }
		}
		refused(t, []spoilt{
			{table.name + " with an unknown column",
				header(func(h string) string { return h + ",colour" }),
				[]fault{{table.name, "", "colour", tables.ErrColumn}}},
			{table.name + " with a column missing",
				header(func(h string) string { return strings.Replace(","+h, ","+table.column, "", 1)[1:] }),
				[]fault{{table.name, "", table.column, tables.ErrColumn}}},
			{table.name + " with a column twice",
				header(func(h string) string { return h + "," + table.column }),
				[]fault{{table.name, "", table.column, tables.ErrColumn}}},
			{table.name + " with a column misspelt, which is one unknown and one missing",
				header(func(h string) string { return strings.Replace(","+h, ","+table.column, ","+table.column+"s", 1)[1:] }),
				[]fault{{table.name, "", table.column + "s", tables.ErrColumn}, {table.name, "", table.column, tables.ErrColumn}}},
			{table.name + " with a column name in capitals",
				header(func(h string) string {
					return strings.Replace(","+h, ","+table.column, ","+strings.ToUpper(table.column), 1)[1:]
				}),
				[]fault{{table.name, "", strings.ToUpper(table.column), tables.ErrColumn}, {table.name, "", table.column, tables.ErrColumn}}},
			{table.name + " with the header's quoting broken",
				header(func(h string) string { return `"` + h }),
				[]fault{{table.name, "", "", tables.ErrRow}}},
		})
	}
}

func TestAMissingFileIsOneProblem(t *testing.T) {
	for _, table := range allTables {
		t.Run(table.name, func(t *testing.T) {
			c := copyTables(t)
			files := c.files("", "\n")
			delete(files, table.name)
			_, err := tables.ReadFrom(files)
			assert.Equal(t, []string{place(table.name, 0, "", fs.ErrNotExist)}, found(t, err))
			assert.EqualError(t, err, fmt.Sprintf("%[1]s: open %[1]s: file does not exist", table.name))
		})
	}
}

func TestAnEmptyFileHasNoHeader(t *testing.T) {
	for _, start := range []string{"", "\ufeff", "\n"} {
		files := copyTables(t).files("", "\n")
		files[figures] = &fstest.MapFile{Data: []byte(start)}
		_, err := tables.ReadFrom(files)
		assert.Equal(t, []string{place(figures, 1, "", tables.ErrRow)}, found(t, err))
	}
}

func TestATableOfNothingButItsHeaderIsNoFaultOfItsOwn(t *testing.T) {
	for _, name := range []string{parameters, readings, origins} {
		c := copyTables(t)
		c.lines[name] = c.lines[name][:1]
		if name == readings {
			c.lines[origins] = c.lines[origins][:1] // which refer to them
		}
		_, err := tables.ReadFrom(c.files("", "\n"))
		assert.NoError(t, err, name)
	}
}

func TestNoFilesAtAllAreAProblemEach(t *testing.T) {
	_, err := tables.ReadFrom(fstest.MapFS{})
	var want []string
	for _, table := range allTables {
		want = append(want, place(table.name, 0, "", fs.ErrNotExist))
	}
	assert.ElementsMatch(t, want, found(t, err))
}

func TestRowsMustBeRowsOfTheTable(t *testing.T) {
	change := func(file, begins string, change func(string) string) func(c copies) {
		return func(c copies) {
			line := c.line(file, begins)
			c.lines[file][line-1] = change(c.lines[file][line-1])
		}
	}
	more := func(line string) string { return line + ",more" }
	fewer := func(line string) string { return line[strings.Index(line, ",")+1:] }
	bare := func(line string) string { return strings.Replace(line, ",", `",`, 1) }
	refused(t, []spoilt{
		{"a clause with a cell too many", change(clauses, "二（三）第2段", more), []fault{{clauses, "二（三）第2段", "", tables.ErrRow}}},
		{"a part with a cell too few, whose sections are not at fault", change(clauses, "三", fewer), []fault{{clauses, "三", "", tables.ErrRow}}},
		{"a statement with a cell too many", change(statements, "senior-master", more), []fault{{statements, "senior-master", "", tables.ErrRow}}},
		{"a statement with a cell too few, whose figures are not at fault", change(statements, "base-investment", fewer),
			[]fault{{statements, "base-investment", "", tables.ErrRow}}},
		{"a figure with a cell too few, whose baseline is not at fault", change(figures, "base-senior-gross,rate", fewer),
			[]fault{{figures, "base-senior-gross,rate", "", tables.ErrRow}}},
		{"a parameter with a cell too many", change(parameters, "mean-years-schooling,age-to", more),
			[]fault{{parameters, "mean-years-schooling,age-to", "", tables.ErrRow}}},
		{"a reading with a cell too many", change(readings, "senior-master,full-time", more),
			[]fault{{readings, "senior-master,full-time", "", tables.ErrRow}}},
		{"a clause with a cell too many, and a number of statements that cannot be checked without it",
			func(c copies) {
				change(clauses, "二（三）第2段", more)(c)
				c.set(clauses, "专栏9", "statements", "1")
			},
			[]fault{{clauses, "二（三）第2段", "", tables.ErrRow}}},
		{"a quote inside an unquoted cell", change(readings, "senior-master,full-time", bare),
			[]fault{{readings, "senior-master,full-time", "", tables.ErrRow}}},
	})
}

func TestAQuoteThatIsNeverClosedIsReportedWhereItOpens(t *testing.T) {
	files := handmade()
	files[origins].Data = []byte("statement,reading,figure,basis,number,from,order,source_zh,source_en\n")
	files[readings].Data = []byte(readingColumns +
		"goal,literal,yes,,,,,,,,,,照印文,as printed,,,最贴近,\"closest\n" +
		"goal,lenient,no,,,,,,,,,,从宽,lenient,,,可少些,a little less,,\n")
	_, err := tables.ReadFrom(files)
	assert.Equal(t, []string{place(readings, 2, "", tables.ErrRow)}, found(t, err), "and not on line 3, where the file ends")
}

func TestALineBreakInsideACellDoesNotShiftTheLines(t *testing.T) {
	files := handmade()
	files[origins].Data = []byte("statement,reading,figure,basis,number,from,order,source_zh,source_en\n")
	files[readings].Data = []byte(readingColumns +
		"goal,literal,yes,,,,,,,,,,照印文,as printed,,,最贴近,\"closest\nof all\",,\n" +
		"goal,lenient,perhaps,,,,,,,,,,从宽,lenient,,,可少些,a little less,,\n")
	_, err := tables.ReadFrom(files)
	assert.Equal(t, []string{place(readings, 4, "decides", tables.ErrValue)}, found(t, err), "the second row begins on line 4")
}
