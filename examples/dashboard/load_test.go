package dashboard_test

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"maps"
	"net/http"
	"net/url"
	"os"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/examples/dashboard"
	"github.com/eduplan/tonghua/plan"
)

// What takes part in the load. How long a page may be behind stands in bound_test.go.
const (
	readers = 200
	writers = 20
	thinks  = 500 * time.Millisecond // a writer between two saves
)

// mix is which page a reader has open.
func mix(i int) string {
	pages := []string{"/", "/statements", "/statement/" + string(plan.TeacherTrainingHours), "/county/220502", "/due", "/ledger", "/statements?lang=en&sort=verdict", "/?lang=en",
		"/statement/" + string(plan.SeniorMaster) + "?lang=en", "/county/220502/" + string(plan.TeacherTrainingHours)}
	switch {
	case i < 2:
		return "/county/220502/schools" // judges a hundred schools anew in each state
	case i < 10:
		return "/school/2200000001"
	}
	return pages[i%len(pages)]
}

// fetched is a page that a reader has got, heard a state that a stream has told.
type (
	fetched struct {
		began, took time.Duration // since the load began
		change      int64
	}
	heard struct {
		at     time.Duration
		serial int64
	}
)

// load is what all who take part have seen.
type load struct {
	began  time.Time
	client *http.Client
	site   *site

	mu      sync.Mutex
	errs    []string
	pages   []fetched
	streams [readers][]heard
	changes map[int64]int64            // by the serial that shows them
	saves   map[string][]time.Duration // when they were acknowledged, by record
	saving  []time.Duration            // how long they took
}

func (l *load) failed(format string, a ...any) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.errs = append(l.errs, fmt.Sprintf(format, a...))
}

// between is what stands between two texts.
func between(text, before, after string) string {
	_, text, _ = strings.Cut(text, before)
	text, _, _ = strings.Cut(text, after)
	return text
}

func number(text string) int64 {
	n, _ := strconv.ParseInt(text[strings.LastIndexByte(text, '-')+1:], 10, 64)
	return n
}

// fetch gets a page as a browser does that was told of another state.
func (l *load) fetch(ctx context.Context, path string) {
	began := time.Now()
	r, _ := http.NewRequestWithContext(ctx, http.MethodGet, l.site.url+path, nil)
	got, err := l.client.Do(r)
	if err != nil {
		if ctx.Err() == nil {
			l.failed("%s: %v", path, err)
		}
		return
	}
	defer got.Body.Close()
	body, err := io.ReadAll(got.Body)
	took := time.Since(began)
	text := string(body)
	change := number(between(text, "含第", "次变动"))
	if strings.Contains(path, "lang=en") {
		change = number(between(text, "with change ", ")"))
	}
	switch {
	case ctx.Err() != nil:
	case err != nil || got.StatusCode != http.StatusOK || change == 0 || !strings.HasSuffix(text, "</html>\n\n") && !strings.HasSuffix(text, "</html>\n"):
		l.failed("%s: status %d, %d bytes, change %d, error %v", path, got.StatusCode, len(body), change, err)
	default:
		l.mu.Lock()
		defer l.mu.Unlock()
		l.pages = append(l.pages, fetched{began.Sub(l.began), took, change})
		l.changes[number(between(text, `data-serial="`, `"`))] = change
	}
}

// read follows as a page does: it fetches its page again when it is told of another state.
func (l *load) read(ctx context.Context, i int) {
	r, _ := http.NewRequestWithContext(ctx, http.MethodGet, l.site.url+"/events", nil)
	got, err := l.client.Do(r)
	if err != nil || got.StatusCode != http.StatusOK {
		l.failed("stream %d: %v", i, err)
		return
	}
	defer got.Body.Close()
	told := make(chan struct{}, 1)
	go func() {
		for in := bufio.NewScanner(got.Body); in.Scan(); {
			if data, is := strings.CutPrefix(in.Text(), "data: "); is {
				l.mu.Lock()
				l.streams[i] = append(l.streams[i], heard{time.Since(l.began), number(data)})
				l.mu.Unlock()
				select {
				case told <- struct{}{}:
				default:
				}
			}
		}
		if ctx.Err() == nil {
			l.failed("stream %d has ended", i)
		}
		close(told)
	}()
	for range told {
		l.fetch(ctx, mix(i))
	}
}

// write saves forms of one record, one after the other.
func (l *load) write(t testing.TB, until time.Time, no string) {
	client := holder(t, l.site)
	defer client.CloseIdleConnections()
	for i := 0; time.Now().Before(until); i++ {
		began := time.Now()
		got := post(t, client, l.site.url+"/record/staff/"+no, url.Values{"field.degree": {[]string{"本科", "硕士"}[i%2]}})
		if got.status != http.StatusSeeOther {
			l.failed("saving %s: %d", no, got.status)
			return
		}
		l.mu.Lock()
		l.saves[no] = append(l.saves[no], time.Since(l.began))
		l.saving = append(l.saving, time.Since(began))
		l.mu.Unlock()
		time.Sleep(thinks)
	}
}

// at is a value of a list below which a share of it lies.
func at(list []time.Duration, share float64) time.Duration {
	slices.Sort(list)
	return list[min(len(list)-1, int(share*float64(len(list))))].Round(100 * time.Microsecond)
}

func TestManyReadersAndWriters(t *testing.T) {
	seconds, err := strconv.Atoi(os.Getenv("DASHBOARD_SECONDS"))
	if err != nil {
		seconds = 10
	}
	s := started(t, file(t, "whole"), dashboard.Options{})
	store := opened(t, s.source)
	first, err := store.LastChange(t.Context())
	require.NoError(t, err)
	runtime.GC()
	goroutines := runtime.NumGoroutine()

	transport := &http.Transport{MaxIdleConnsPerHost: 2 * readers, DisableCompression: true}
	l := &load{began: time.Now(), client: &http.Client{Transport: transport}, site: s, changes: map[int64]int64{}, saves: map[string][]time.Duration{}}
	ctx, leave := context.WithCancel(t.Context())
	var reading, writing sync.WaitGroup
	for i := range readers {
		reading.Go(func() { l.read(ctx, i) })
	}
	time.Sleep(time.Second)
	until := time.Now().Add(time.Duration(seconds) * time.Second)
	for i := range writers {
		writing.Go(func() { l.write(t, until, fmt.Sprintf("JZG%06d", 10*i+5)) })
	}
	var most runtime.MemStats
	for m := most; time.Now().Before(until); time.Sleep(200 * time.Millisecond) {
		runtime.ReadMemStats(&m)
		if m.HeapInuse > most.HeapInuse {
			most = m
		}
	}
	writing.Wait()
	time.Sleep(behind + 200*time.Millisecond)
	leave()
	reading.Wait()
	transport.CloseIdleConnections()

	require.Empty(t, l.errs)
	all := l.acknowledged(t, first)
	pageLag, streamLag := l.stale(t, all)
	var took []time.Duration
	for _, p := range l.pages {
		took = append(took, p.took)
	}
	require.NotEmpty(t, took)
	t.Logf("%d readers, %d writers, %d seconds: %d states told, %d pages fetched (half within %v, 99%% within %v, the last within %v), %d saves (half within %v, 99%% within %v)",
		readers, writers, seconds, len(l.changes), len(took), at(took, .5), at(took, .99), at(took, 1), len(all), at(l.saving, .5), at(l.saving, .99))
	t.Logf("a page showed a save %v after its answer at the latest, a stream told of it %v after at the latest; heap in use %d MB at most, readers and writers included", pageLag.Round(time.Millisecond), streamLag.Round(time.Millisecond), most.HeapInuse>>20)
	assert.Greater(t, len(took), readers*seconds/5)
	assert.Greater(t, len(all), writers*seconds/5)
	assert.Eventually(t, func() bool { return runtime.NumGoroutine() <= goroutines+10 }, 5*time.Second, 100*time.Millisecond, "%d goroutines before", goroutines)
}

// saved is a change with when it was acknowledged.
type saved struct {
	change int64
	at     time.Duration
}

// acknowledged are the saves in the order of their numbers: the first change of a record is
// that of its first save, and so on.
func (l *load) acknowledged(t testing.TB, first int64) (list []saved) {
	t.Helper()
	changes, err := opened(t, l.site.source).Changes(t.Context(), first)
	require.NoError(t, err)
	left := maps.Clone(l.saves)
	for _, c := range changes {
		require.NotEmpty(t, left[c.Key], "change %d was not acknowledged", c.Number)
		list = append(list, saved{c.Number, left[c.Key][0]})
		left[c.Key] = left[c.Key][1:]
	}
	for no, rest := range left {
		require.Empty(t, rest, "%s: what was acknowledged was saved", no)
	}
	return list
}

// stale holds what was seen against what was saved. It returns by how much a page, and a
// stream, was behind at most.
func (l *load) stale(t testing.TB, all []saved) (page, stream time.Duration) {
	t.Helper()
	for _, p := range l.pages {
		for _, s := range all {
			if s.change > p.change && s.at < p.began {
				page = max(page, p.began-s.at)
			}
		}
	}
	serials := slices.Sorted(maps.Keys(l.changes))
	for i, list := range l.streams {
		next := 0 // of the saves, those before it were told
		for _, h := range list {
			place, there := slices.BinarySearch(serials, h.serial)
			if !there {
				place-- // nobody has fetched this state; it has at least what the one before has
			}
			for ; place >= 0 && next < len(all) && all[next].change <= l.changes[serials[place]]; next++ {
				stream = max(stream, h.at-all[next].at)
			}
		}
		require.Equal(t, len(all), next, "stream %d was not told of all", i)
	}
	assert.Less(t, page, behind, "a page was stale")
	assert.Less(t, stream, behind, "a stream was late")
	return page, stream
}
