package dashboard_test

import (
	"bufio"
	"fmt"
	"net/http"
	"os"
	"os/exec"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/examples/dashboard"
	"github.com/eduplan/tonghua/plan"
)

// followed are the serials that a stream tells.
func followed(t testing.TB, s *site) <-chan string {
	t.Helper()
	client := visitor(t)
	client.Timeout = 0
	r, err := http.NewRequestWithContext(t.Context(), http.MethodGet, s.url+"/events", nil)
	require.NoError(t, err)
	got, err := client.Do(r)
	require.NoError(t, err)
	require.Equal(t, http.StatusOK, got.StatusCode)
	require.Equal(t, "text/event-stream", got.Header.Get("Content-Type"))
	serials := make(chan string, 1000)
	go func() {
		defer close(serials)
		defer got.Body.Close()
		for in := bufio.NewScanner(got.Body); in.Scan(); {
			if data, is := strings.CutPrefix(in.Text(), "data: "); is {
				serials <- data
			}
		}
	}()
	return serials
}

// next is what a stream tells within some time.
func next(t testing.TB, serials <-chan string, within time.Duration) string {
	t.Helper()
	select {
	case serial, more := <-serials:
		require.True(t, more, "the stream has ended")
		return serial
	case <-time.After(within):
		require.FailNow(t, "nothing was told", "within %v", within)
		return ""
	}
}

var changeOf = regexp.MustCompile(`含第(\d+)次变动|with change (\d+)`)

// changeShown is the number of the last change that a page says it has.
func changeShown(t testing.TB, body string) int64 {
	t.Helper()
	found := changeOf.FindStringSubmatch(body)
	require.Len(t, found, 3, "%.2000s", body)
	n, err := strconv.ParseInt(found[1]+found[2], 10, 64)
	require.NoError(t, err)
	return n
}

func TestWhatAnotherProcessSavesIsShownWithinASecond(t *testing.T) {
	for _, e := range engines {
		t.Run(e.name, func(t *testing.T) {
			s := started(t, e.source(t), dashboard.Options{})
			client, serials := visitor(t), followed(t, s)
			first := next(t, serials, time.Second)
			page := s.url + "/statement/" + string(plan.SeniorMaster)
			before := get(t, client, page)
			assert.Contains(t, before.body, `data-serial="`+first+`"`)
			require.NotEmpty(t, before.header.Get("ETag"))

			t.Run("nothing is sent again while nothing is saved", func(t *testing.T) {
				for _, path := range []string{"/", "/statement/" + string(plan.SeniorMaster), "/county/220502", "/ledger"} {
					r, err := http.NewRequest(http.MethodGet, s.url+path, nil)
					require.NoError(t, err)
					r.Header.Set("If-None-Match", get(t, client, s.url+path).header.Get("ETag"))
					again := do(t, client, r)
					assert.Equal(t, http.StatusNotModified, again.status)
					assert.Empty(t, again.body)
				}
			})

			// a teacher of a senior high school gets a doctor's degree, in another process
			no := small(t).Teachers[3].No
			other := exec.Command(os.Args[0], no)
			other.Env = append(os.Environ(), saveVariable+"="+s.source)
			said, err := other.CombinedOutput()
			saved := time.Now()
			require.NoError(t, err)
			require.Equal(t, "saved <nil>\n", string(said))

			second := next(t, serials, time.Second)
			took := time.Since(saved)
			t.Logf("told %v after the other process had ended", took)
			assert.Less(t, took, time.Second)
			assert.NotEqual(t, first, second)
			after := get(t, client, page)
			assert.Contains(t, after.body, `data-serial="`+second+`"`)
			assert.NotEqual(t, before.header.Get("ETag"), after.header.Get("ETag"))
			assert.Equal(t, changeShown(t, before.body)+1, changeShown(t, after.body))
			result, _ := reported(t, s.source).Page.Of(plan.SeniorMaster)
			assert.NotContains(t, before.body, result.Text(0))
			assert.Contains(t, after.body, result.Text(0))

			t.Run("an old name of the page is answered with the page", func(t *testing.T) {
				r, err := http.NewRequest(http.MethodGet, page, nil)
				require.NoError(t, err)
				r.Header.Set("If-None-Match", before.header.Get("ETag"))
				assert.Equal(t, http.StatusOK, do(t, client, r).status)
			})
		})
	}
}

func TestAPageIsMadeOnceForAllWhoFollow(t *testing.T) {
	s := started(t, file(t, "whole"), dashboard.Options{Lookups: 1})
	const readers = 30
	answers := make(chan answer, readers)
	for range readers {
		go func() { answers <- get(t, visitor(t), s.url+"/county/220502/schools") }()
	}
	first := <-answers
	assert.Equal(t, http.StatusOK, first.status)
	for range readers - 1 {
		assert.True(t, first.body == (<-answers).body)
	}
}

func TestARequestForTheHeadOfAnAnswerHasNoBodyAndEnds(t *testing.T) {
	s := started(t, file(t, "small"), dashboard.Options{})
	client := visitor(t)
	for _, path := range []string{"/", "/statements", "/events", "/health", "/download/report.json", "/static/live.js", "/school/2200000001"} {
		r, err := http.NewRequest(http.MethodHead, s.url+path, nil)
		require.NoError(t, err)
		got := do(t, client, r)
		assert.Equal(t, http.StatusOK, got.status, path)
		assert.Empty(t, got.body, path)
	}
}

func TestTheResultsOfADayBeforeAndAfterThePlanCanBeShown(t *testing.T) {
	for _, year := range []int{2022, 2030} {
		t.Run(fmt.Sprint(year), func(t *testing.T) {
			s := started(t, file(t, "small"), dashboard.Options{Date: asOf.AddYears(year - 2025)})
			for _, path := range []string{"/", "/statements", "/due", "/due?days=3660", "/ledger", "/county/220502", "/school/2200000001", "/download/history.csv", "/download/calendar.ics"} {
				assert.Equal(t, http.StatusOK, get(t, visitor(t), s.url+path).status, path)
			}
		})
	}
}
