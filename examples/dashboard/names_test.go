package dashboard_test

import (
	"database/sql"
	"net/url"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// tampered changes a database behind the back of mis, which counts it as one change.
func tampered(t testing.TB, source string, do func(exec func(string, ...any))) {
	t.Helper()
	db, err := sql.Open("sqlite", "file:"+source)
	require.NoError(t, err)
	defer db.Close()
	tx, err := db.Begin()
	require.NoError(t, err)
	do(func(statement string, args ...any) {
		_, err := tx.Exec(statement, args...)
		require.NoError(t, err, statement)
	})
	require.NoError(t, tx.Commit())
}

// oneLine is a text as a field of a form has it.
func oneLine(text string) string { return strings.NewReplacer("\r", "", "\n", "").Replace(text) }

// shownAs is a text as a parser of HTML gives it back: line breaks are those of Unix.
func shownAs(text string) string {
	return strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n")
}

// escapedPart is a code as one part of a path, that a browser leaves alone.
func escapedPart(code string) string {
	if code == "." || code == ".." || strings.HasPrefix(code, "~") {
		code = "~" + code
	}
	return url.PathEscape(code)
}

// browsed is the address that a browser asks for: it takes the parts . and .., however
// they are escaped, for steps.
func browsed(t testing.TB, base, href string) string {
	t.Helper()
	from, err := url.Parse(base)
	require.NoError(t, err)
	path, query, _ := strings.Cut(href, "?")
	var parts []string
	for _, part := range strings.Split(path, "/") {
		switch strings.ReplaceAll(strings.ToLower(part), "%2e", ".") {
		case ".":
		case "..":
			parts = parts[:max(0, len(parts)-1)]
		default:
			parts = append(parts, part)
		}
	}
	at := from.Scheme + "://" + from.Host + strings.Join(parts, "/")
	if query != "" {
		at += "?" + query
	}
	return at
}
