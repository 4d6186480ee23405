package dashboard_test

import (
	"context"
	"io"
	"net"
	"net/http"
	"net/url"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/examples/dashboard"
)

func TestRequestsThatAreTooLargeAreRefused(t *testing.T) {
	s := started(t, file(t, "small"), dashboard.Options{})
	client := holder(t, s)
	before := changeShown(t, get(t, client, s.url+"/").body)
	assert.Equal(t, http.StatusBadRequest, post(t, client, s.url+"/record/staff/JZG000001", url.Values{"field.degree": {strings.Repeat("x", 64<<10)}}).status)
	assert.Equal(t, http.StatusBadRequest, post(t, client, s.url+"/sign-in", url.Values{"token": {strings.Repeat("x", 64<<10)}}).status)
	assert.Equal(t, http.StatusRequestURITooLong, get(t, client, s.url+"/statements?q="+strings.Repeat("x", 4<<10)).status)
	assert.Equal(t, http.StatusOK, get(t, client, s.url+"/statements?q="+strings.Repeat("x", 4<<10-2)).status)
	assert.Equal(t, http.StatusRequestHeaderFieldsTooLarge, get(t, client, s.url+"/"+strings.Repeat("x", 32<<10)).status)
	assert.Equal(t, http.StatusNotFound, get(t, client, s.url+"/findings/teacher-training-hours?from=10000001").status)
	assert.Equal(t, before, changeShown(t, get(t, client, s.url+"/").body))
}

func TestAnswersHaveThePolicyOfThePages(t *testing.T) {
	s := started(t, file(t, "small"), dashboard.Options{})
	for _, path := range []string{"/", "/nothing", "/download/report.json", "/events", "/health", "/static/live.js", "/static/page.css", "/static/../doc.go", "/static/dashboard", "/statements?q=" + strings.Repeat("x", 5000)} {
		r, err := http.NewRequest(http.MethodHead, s.url+path, nil)
		require.NoError(t, err)
		got := do(t, visitor(t), r)
		policy := got.header.Get("Content-Security-Policy")
		for _, part := range []string{"default-src 'none'", "script-src 'self'", "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'"} {
			assert.Contains(t, policy, part, path)
		}
		assert.NotContains(t, policy, "unsafe", path)
		assert.Equal(t, "nosniff", got.header.Get("X-Content-Type-Options"), path)
	}
}

func TestSoManyPagesFollowAndNoMore(t *testing.T) {
	s := started(t, file(t, "small"), dashboard.Options{Streams: 2})
	ctx, leave := context.WithCancel(t.Context())
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, s.url+"/events", nil)
	require.NoError(t, err)
	first, err := visitor(t).Do(r)
	require.NoError(t, err)
	defer first.Body.Close()
	next(t, followed(t, s), time.Second)
	third := get(t, visitor(t), s.url+"/events")
	assert.Equal(t, http.StatusServiceUnavailable, third.status)
	assert.Equal(t, "30", third.header.Get("Retry-After"))
	leave()
	assert.Eventually(t, func() bool {
		ctx, cancel := context.WithTimeout(t.Context(), time.Second)
		defer cancel()
		r, err := http.NewRequestWithContext(ctx, http.MethodGet, s.url+"/events", nil)
		require.NoError(t, err)
		got, err := http.DefaultClient.Do(r)
		if err != nil {
			return false
		}
		defer got.Body.Close()
		return got.StatusCode == http.StatusOK
	}, 5*time.Second, 100*time.Millisecond, "who leaves makes room")
}

func TestAClientThatIsSlowIsLetGo(t *testing.T) {
	s := started(t, file(t, "small"), dashboard.Options{})
	assert.LessOrEqual(t, s.http.ReadHeaderTimeout, 5*time.Second)
	assert.LessOrEqual(t, s.http.ReadTimeout, 10*time.Second)
	assert.LessOrEqual(t, s.http.WriteTimeout, 30*time.Second)
	assert.NotZero(t, s.http.ReadHeaderTimeout*s.http.ReadTimeout*s.http.WriteTimeout*s.http.IdleTimeout)
	quick := started(t, s.source, dashboard.Options{}, func(h *http.Server) { h.ReadHeaderTimeout = 200 * time.Millisecond })
	connection, err := net.Dial("tcp", strings.TrimPrefix(quick.url, "http://"))
	require.NoError(t, err)
	defer connection.Close()
	_, err = io.WriteString(connection, "GET / HTTP/1.1\r\nHost: x\r\nX-Slow: ")
	require.NoError(t, err)
	require.NoError(t, connection.SetReadDeadline(time.Now().Add(5*time.Second)))
	_, err = io.ReadAll(connection)
	assert.NoError(t, err, "the server closes the connection")
}

func TestAStreamLastsLongerThanOtherAnswersAndEndsWithTheServer(t *testing.T) {
	s := started(t, file(t, "small"), dashboard.Options{}, func(h *http.Server) { h.ReadTimeout, h.WriteTimeout = 300*time.Millisecond, 300*time.Millisecond })
	serials := followed(t, s)
	next(t, serials, time.Second)
	time.Sleep(time.Second)
	_, err := opened(t, s.source).Amend(t.Context(), asOf, "staff", []byte(`{"staff_no": "JZG000001", "degree": "博士"}`))
	require.NoError(t, err)
	next(t, serials, time.Second)
	began := time.Now()
	s.end()
	_, more := <-serials
	assert.False(t, more)
	assert.Less(t, time.Since(began), time.Second)
}

// What was shown of a state is not kept when there is a later one.
func TestOldStatesAreFreed(t *testing.T) {
	s := started(t, file(t, "small"), dashboard.Options{Poll: 5 * time.Millisecond})
	store, client, serials := opened(t, s.source), visitor(t), followed(t, s)
	heap := func() float64 {
		var m runtime.MemStats
		runtime.GC()
		runtime.GC()
		runtime.ReadMemStats(&m)
		return float64(m.HeapAlloc) / (1 << 20)
	}
	one := func() {
		_, err := store.Amend(t.Context(), asOf, "staff", []byte(`{"staff_no": "JZG000001", "space": "1"}`))
		require.NoError(t, err)
		next(t, serials, 2*time.Second)
		for _, path := range []string{"/", "/statements", "/statements?lang=en", "/county/220502"} {
			get(t, client, s.url+path)
		}
	}
	next(t, serials, time.Second)
	for range 3 {
		one()
	}
	first, began := heap(), runtime.NumGoroutine()
	const states = 15
	for range states {
		one()
	}
	grown := heap() - first
	t.Logf("%.1f MB in use, %.1f MB more after %d states; %d goroutines, %d before", first+grown, grown, states, runtime.NumGoroutine(), began)
	assert.Less(t, grown, 8.0, "a state with its pages has more than one megabyte")
	assert.LessOrEqual(t, runtime.NumGoroutine(), began+5)
}
