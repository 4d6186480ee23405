package mis_test

import (
	"bufio"
	"context"
	"database/sql"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/examples/city/registers"
	"github.com/eduplan/tonghua/examples/database/servers"
	"github.com/eduplan/tonghua/examples/mis"
	"github.com/eduplan/tonghua/indicators/quantity"
)

// What the test program does where a test has started it as a second process.
const (
	holdVariable   = "MIS_HOLD"   // holds the lock of a database until its input ends
	reportVariable = "MIS_REPORT" // reports on a database and says how much memory that took
)

func TestMain(m *testing.M) {
	switch {
	case os.Getenv(holdVariable) != "":
		hold(os.Getenv(holdVariable))
	case os.Getenv(reportVariable) != "":
		reportAlone(os.Getenv(reportVariable))
	default:
		os.Exit(m.Run())
	}
}

func hold(name string) {
	db, err := sql.Open("sqlite", "file:"+name+"?_txlock=immediate")
	if err == nil {
		_, err = db.Begin()
	}
	fmt.Println("held", err)
	_, _ = bufio.NewReader(os.Stdin).ReadString('\n')
}

var asOf = quantity.DateOf(2025, 12, 31)

// made makes the registers of a city.
func made(t testing.TB, c registers.Config) *registers.City {
	t.Helper()
	city, err := registers.New(c)
	require.NoError(t, err)
	return city
}

// small is a city with few persons and all its schools.
func small(t testing.TB, year int) *registers.City {
	city := made(t, registers.Config{Year: year})
	city.Teachers, city.Pupils, city.Accounts, city.Students = city.Teachers[:600], city.Pupils[:900], city.Accounts[:300], city.Students[:200]
	return city
}

// filled makes a store of a city.
func filled(t testing.TB, source string, city *registers.City) *mis.Store {
	t.Helper()
	store, err := mis.Create(t.Context(), source)
	require.NoError(t, err)
	t.Cleanup(func() { _ = store.Close() })
	require.NoError(t, store.Fill(t.Context(), city, nil))
	return store
}

// file names a database of a test.
func file(t testing.TB) string { return filepath.Join(t.TempDir(), "通化 100%?.db") }

// engines are databases of each kind.
var engines = []struct {
	name   string
	source func(testing.TB) string
}{
	{"sqlite", file},
	{"postgres", func(t testing.TB) string { return servers.PostgreSQL(t).Source }},
}

// report makes a report that must succeed.
func report(t testing.TB, store *mis.Store, o mis.Options) *mis.Report {
	t.Helper()
	if !o.Date.Known() {
		o.Date = asOf
	}
	r, err := store.Report(t.Context(), o)
	require.NoError(t, err)
	return r
}

// reportAlone reports on a database and prints the most memory that the process had.
func reportAlone(name string) {
	store, err := mis.Open(context.Background(), name)
	if err == nil {
		_, err = store.Report(context.Background(), mis.Options{Date: asOf, Progress: func(mis.Progress) {}})
	}
	status, _ := os.ReadFile("/proc/self/status")
	_, peak, _ := strings.Cut(string(status), "VmHWM:")
	peak, _, _ = strings.Cut(peak, "kB")
	fmt.Println(strings.TrimSpace(peak), err)
}
