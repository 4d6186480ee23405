package pushdown

import (
	"encoding/hex"
	"fmt"
	"strings"
)

// Dialect is what a family of databases says in its own way. In its templates %s stands for
// an expression. A program may have one of its own.
type Dialect struct {
	Name    string              // for people
	Quote   string              // the mark before and after a name
	Literal func(string) string // writes a text so that it is that text, whatever is in it
	Text    string              // a value as a text whose bytes are compared
	Whole   string              // a value as a whole number of 64 bits
	Floor   string              // the whole part of a number that is not negative
	Double  string              // a number as a floating-point number of 64 bits
	Decimal bool                // whether there are decimals that are exact
	Wide    string              // a whole number of a type that holds the product of three; none where there is no such type
	Divide  string              // without such a type: the whole part of %[1]s divided by %[2]s
	Addend  string              // a whole number of 64 bits whose sums are exact, or too large with an error
	Fence   string              // keeps what it ends from being worked out anew wherever it is used
	Sets    bool                // whether a query can group by several things at once (GROUPING SETS)
	Unrun   bool                // written by the documentation; no test has run it
}

// The dialects. Those of PostgreSQL, SQLite, DuckDB and MySQL are run by tests: MySQL's on
// MariaDB. Databases that speak PostgreSQL, such as openGauss and KingbaseES, and MySQL, such
// as TiDB and OceanBase, have not been tried. Texts are compared byte by byte in each, so that
// a column that ignores the case still counts two texts as two.
var (
	PostgreSQL = Dialect{
		Name: "PostgreSQL", Quote: `"`, Literal: postgresLiteral, Text: `CAST(%s AS text) COLLATE "C"`, Whole: "CAST(%s AS bigint)",
		Double: "CAST(%s AS double precision)", Floor: "FLOOR(%s)", Decimal: true, Wide: "CAST(%s AS numeric)", Addend: "%s", Fence: " OFFSET 0", Sets: true,
	}
	SQLite = Dialect{
		Name: "SQLite", Quote: `"`, Literal: doubledQuotes, Text: "CAST(%s AS TEXT) COLLATE BINARY", Whole: "CAST(%s AS INTEGER)",
		Double: "%s", Floor: "CAST(%s AS INTEGER)", Divide: "%[1]s / %[2]s", Addend: "%s",
	}
	DuckDB = Dialect{
		Name: "DuckDB", Quote: `"`, Literal: doubledQuotes, Text: "CAST(%s AS VARCHAR) COLLATE C", Whole: "CAST(%s AS BIGINT)",
		Double: "CAST(%s AS DOUBLE)", Floor: "FLOOR(%s)", Decimal: true, Wide: "CAST(%s AS HUGEINT)", Addend: "%s", Sets: true,
	}
	MySQL = Dialect{
		Name: "MySQL", Quote: "`", Literal: hexLiteral, Text: "CAST(CONVERT(%s USING utf8mb4) AS BINARY)", Whole: "CAST(%s AS SIGNED)",
		Double: "CAST(%s AS DOUBLE)", Floor: "FLOOR(%s)", Decimal: true, Wide: "CAST(%s AS DECIMAL(65))", Addend: "%s",
	}
	ClickHouse = Dialect{
		Name: "ClickHouse", Quote: `"`, Literal: escaped, Text: "CAST(%s AS Nullable(String))", Whole: "CAST(%s AS Nullable(Int64))",
		Double: "CAST(%s AS Nullable(Float64))", Floor: "floor(%s)", Decimal: true, Wide: "CAST(%s AS Nullable(Int256))", Addend: "CAST(%s AS Nullable(Int256))", Sets: true, Unrun: true,
	}
	SparkSQL = Dialect{
		Name: "Spark SQL", Quote: "`", Literal: escaped, Text: "CAST(%s AS STRING)", Whole: "CAST(%s AS BIGINT)",
		Double: "CAST(%s AS DOUBLE)", Floor: "FLOOR(%s)", Decimal: true, Divide: "%[1]s DIV %[2]s", Addend: "CAST(%s AS DECIMAL(20))", Sets: true, Unrun: true,
	}
)

// doubledQuotes is the literal of standard SQL, in which a quote is the only mark that means
// something.
func doubledQuotes(text string) string { return "'" + strings.ReplaceAll(text, "'", "''") + "'" }

// postgresLiteral does not hang on whether the server takes a backslash for one.
func postgresLiteral(text string) string {
	if strings.Contains(text, `\`) {
		return " E" + doubledQuotes(strings.ReplaceAll(text, `\`, `\\`))
	}
	return doubledQuotes(text)
}

// hexLiteral does not hang on the server's mode or on the connection's character set.
func hexLiteral(text string) string { return "X'" + hex.EncodeToString([]byte(text)) + "'" }

func escaped(text string) string {
	return "'" + strings.NewReplacer(`\`, `\\`, "'", `\'`).Replace(text) + "'"
}

// name writes a name of a column or a table.
func (d *Dialect) name(name string) string {
	return d.Quote + strings.ReplaceAll(name, d.Quote, d.Quote+d.Quote) + d.Quote
}

// check finds what a dialect leaves out.
func (d *Dialect) check() error {
	if d.Quote == "" || d.Literal == nil || (d.Wide == "") == (d.Divide == "") {
		return fmt.Errorf("pushdown: dialect %q: marks around names, literals, and either a wide type or a division are wanted", d.Name)
	}
	for _, template := range []string{d.Text, d.Whole, d.Double, d.Floor, d.Addend} {
		if !strings.Contains(template, "%") {
			return fmt.Errorf("pushdown: dialect %q: a template without an expression, %q", d.Name, template)
		}
	}
	return nil
}
