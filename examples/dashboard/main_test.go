package dashboard_test

import (
	"bufio"
	"bytes"
	"context"
	"database/sql"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/http/cookiejar"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/examples/city/registers"
	"github.com/eduplan/tonghua/examples/dashboard"
	"github.com/eduplan/tonghua/examples/database/servers"
	"github.com/eduplan/tonghua/examples/mis"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/plan"
)

// What the test program does where a test has started it as a second process.
const (
	holdVariable = "DASHBOARD_HOLD" // holds the lock of a database until its input ends
	saveVariable = "DASHBOARD_SAVE" // saves a record in a database: a person of the staff gets a stage and a degree
)

func TestMain(m *testing.M) {
	switch {
	case os.Getenv(holdVariable) != "":
		hold(os.Getenv(holdVariable))
	case os.Getenv(saveVariable) != "":
		saveAlone(os.Getenv(saveVariable), os.Args[1])
	default:
		code := m.Run()
		closeBrowser()
		os.Exit(code)
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

func saveAlone(source, no string) {
	store, err := mis.Open(context.Background(), source)
	if err == nil {
		_, err = store.Amend(context.Background(), asOf, "staff", []byte(`{"staff_no": "`+no+`", "stage": "普通高中", "degree": "博士"}`))
	}
	fmt.Println("saved", err)
}

var (
	asOf      = quantity.DateOf(2025, 12, 31)
	languages = []bilingual.Language{bilingual.Chinese, bilingual.English}
)

// token is what the servers of the tests are opened with.
const token = "a token of the tests"

// made makes the registers of a city, with cells that are empty and that cannot be.
var made = sync.OnceValues(func() (*registers.City, error) {
	return registers.New(registers.Config{Year: 2025, Unknown: 15, Invalid: 5})
})

// small is a city with few persons and all its schools.
func small(t testing.TB) *registers.City {
	t.Helper()
	whole, err := made()
	require.NoError(t, err)
	city := *whole
	city.Teachers, city.Pupils, city.Accounts, city.Students = city.Teachers[:600], city.Pupils[:900], city.Accounts[:300], city.Students[:200]
	return &city
}

// filed fills a database with a city, what was said of it a year ago, and a ledger.
func filed(t testing.TB, source string, city *registers.City) {
	t.Helper()
	store, err := mis.Create(t.Context(), source)
	require.NoError(t, err)
	defer store.Close()
	require.NoError(t, store.Fill(t.Context(), city, nil))
	for _, o := range []mis.Options{{Date: quantity.DateOf(2024, 12, 31)}, {Date: asOf, Remedies: []plan.ID{plan.TeacherTrainingHours, plan.ArtCourses}, Due: quantity.DateOf(2026, 6, 30)}} {
		r, err := store.Report(t.Context(), o)
		require.NoError(t, err)
		require.NoError(t, store.SaveReport(t.Context(), r))
	}
}

// cities are databases that were filled once, to be copied.
var cities = struct {
	sync.Mutex
	data map[string][]byte
}{data: map[string][]byte{}}

// file is a database of its own with a city: that of the name "small", or "whole".
func file(t testing.TB, which string) string {
	t.Helper()
	cities.Lock()
	defer cities.Unlock()
	name := filepath.Join(t.TempDir(), "通化 100%?.db")
	if cities.data[which] == nil {
		city := small(t)
		if which == "whole" {
			var err error
			city, err = made()
			require.NoError(t, err)
		}
		filed(t, name, city)
		data, err := os.ReadFile(name)
		require.NoError(t, err)
		cities.data[which] = data
		return name
	}
	require.NoError(t, os.WriteFile(name, cities.data[which], 0o600))
	return name
}

// engines are databases of each kind, with the small city.
var engines = []struct {
	name   string
	source func(testing.TB) string
}{
	{"sqlite", func(t testing.TB) string { return file(t, "small") }},
	{"postgres", func(t testing.TB) string {
		source := servers.PostgreSQL(t).Source
		filed(t, source, small(t))
		return source
	}},
}

// opened opens a store until the test is over.
func opened(t testing.TB, source string) *mis.Store {
	t.Helper()
	store, err := mis.Open(t.Context(), source)
	require.NoError(t, err)
	t.Cleanup(func() { _ = store.Close() })
	return store
}

// site is a dashboard that a test has started.
type site struct {
	url    string
	source string
	log    *lines
	server *dashboard.Server
	http   *http.Server
	end    func() // ends Follow and the streams
}

// started starts a dashboard over a database, with the token of the tests unless the options
// have one; "none" is no token. A test may change the limits of the server.
func started(t testing.TB, source string, o dashboard.Options, changed ...func(*http.Server)) *site {
	t.Helper()
	s := &site{source: source, log: &lines{}}
	if !o.Date.Known() {
		o.Date = asOf
	}
	switch o.Token {
	case "":
		o.Token = token
	case "none":
		o.Token = ""
	}
	o.Log = slog.New(slog.NewTextHandler(s.log, nil))
	var err error
	s.server, err = dashboard.New(t.Context(), opened(t, source), o)
	require.NoError(t, err)
	ctx, end := context.WithCancel(t.Context())
	followed := make(chan struct{})
	go func() {
		defer close(followed)
		_ = s.server.Follow(ctx) // ends with the test
	}()
	s.http = s.server.HTTP(ctx, "")
	for _, change := range changed {
		change(s.http)
	}
	test := httptest.NewUnstartedServer(nil)
	test.Config = s.http
	test.Start()
	s.url = test.URL
	s.end = sync.OnceFunc(func() {
		end()
		<-followed
		test.Close()
	})
	t.Cleanup(s.end)
	return s
}

// lines is a log that can be read while it is written.
type lines struct {
	mu   sync.Mutex
	text bytes.Buffer
}

// Write adds a line.
func (l *lines) Write(data []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.text.Write(data)
}

// String returns what was written.
func (l *lines) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.text.String()
}

// answer is what a server has said.
type answer struct {
	status int
	header http.Header
	body   string
}

// visitor is a browser without a screen; it follows no redirection.
func visitor(t testing.TB) *http.Client {
	t.Helper()
	jar, err := cookiejar.New(nil)
	require.NoError(t, err)
	transport := http.DefaultTransport.(*http.Transport).Clone()
	t.Cleanup(transport.CloseIdleConnections)
	return &http.Client{Jar: jar, Transport: transport, Timeout: 30 * time.Second, CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
}

// holder is a visitor who has shown the token.
func holder(t testing.TB, s *site) *http.Client {
	t.Helper()
	client := visitor(t)
	require.Equal(t, http.StatusSeeOther, post(t, client, s.url+"/sign-in", url.Values{"token": {token}}).status)
	return client
}

func do(t testing.TB, client *http.Client, r *http.Request) answer {
	t.Helper()
	got, err := client.Do(r)
	require.NoError(t, err)
	defer got.Body.Close()
	body, err := io.ReadAll(got.Body)
	require.NoError(t, err)
	return answer{got.StatusCode, got.Header, string(body)}
}

func get(t testing.TB, client *http.Client, address string) answer {
	t.Helper()
	r, err := http.NewRequestWithContext(t.Context(), http.MethodGet, address, nil)
	require.NoError(t, err)
	return do(t, client, r)
}

func post(t testing.TB, client *http.Client, address string, form url.Values) answer {
	t.Helper()
	r, err := http.NewRequestWithContext(t.Context(), http.MethodPost, address, strings.NewReader(form.Encode()))
	require.NoError(t, err)
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	return do(t, client, r)
}

// in is an address in a language.
func in(l bilingual.Language, address string) string {
	switch {
	case l == bilingual.Chinese:
		return address
	case strings.Contains(address, "?"):
		return address + "&lang=en"
	}
	return address + "?lang=en"
}
