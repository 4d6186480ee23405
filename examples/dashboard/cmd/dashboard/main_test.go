package main

import (
	"bytes"
	"context"
	"io"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/examples/mis"
)

// said is what a program that runs has printed.
type said struct {
	mu   sync.Mutex
	text bytes.Buffer
}

// Write adds to it.
func (s *said) Write(data []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.text.Write(data)
}

// String returns it.
func (s *said) String() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.text.String()
}

var address = regexp.MustCompile(`http://[\d.:]+/`)

// TestOneCommandToAPage makes a city, shows it, and ends when it is told to.
func TestOneCommandToAPage(t *testing.T) {
	name := filepath.Join(t.TempDir(), "city.db")
	require.NoError(t, os.WriteFile(name+".part", []byte("what a run has left that was stopped"), 0o600))
	for _, run := range []struct{ name, token, says string }{
		{"the first makes the city", "", "口令"},
		{"the second finds it", "a token that is given", "请打开"},
	} {
		t.Run(run.name, func(t *testing.T) { shows(t, name, run.token, run.says) })
	}
	assert.NoFileExists(t, name+".part")
}

func shows(t *testing.T, name, token, says string) {
	ctx, stop := context.WithCancel(t.Context())
	var out, log said
	ended := make(chan error, 1)
	go func() {
		ended <- run(ctx, []string{"-demo", "-address", "127.0.0.1:0", name}, token, &out, &log)
	}()
	require.Eventually(t, func() bool { return address.MatchString(out.String()) }, time.Minute, 50*time.Millisecond)
	at := address.FindString(out.String())
	assert.Contains(t, out.String(), says)
	assert.Equal(t, token == "", strings.Contains(out.String(), "口令"), "a token is made, and printed, where none is given")
	assert.Equal(t, token == "", strings.Contains(out.String(), "正在建立"))
	for path, wanted := range map[string]string{"": "通化市“十四五”教育发展规划：截至2025年12月31日", "statement/senior-master": "历年情况", "ledger": "教师五年培训学时"} {
		got, err := http.Get(at + path)
		require.NoError(t, err)
		body, err := io.ReadAll(got.Body)
		require.NoError(t, err)
		require.NoError(t, got.Body.Close())
		assert.Equal(t, http.StatusOK, got.StatusCode)
		assert.Contains(t, string(body), wanted)
	}
	assert.Contains(t, log.String(), `pattern="GET /statement/{id}"`)
	if token != "" {
		assert.NotContains(t, log.String()+out.String(), token)
	}

	stream, err := http.Get(at + "events")
	require.NoError(t, err)
	defer stream.Body.Close()
	began := time.Now()
	stop()
	select {
	case err := <-ended:
		assert.NoError(t, err)
		assert.Less(t, time.Since(began), 2*time.Second, "a page that follows does not hold the program")
	case <-time.After(10 * time.Second):
		require.FailNow(t, "it does not end")
	}
	_, err = io.ReadAll(stream.Body)
	assert.NoError(t, err, "a stream ends in order")
}

func TestWhatCannotBeShownSaysWhatToDo(t *testing.T) {
	dir := t.TempDir()
	name := filepath.Join(dir, "city.db")
	store, err := mis.Create(t.Context(), name)
	require.NoError(t, err)
	require.NoError(t, store.Close())
	taken, err := net.Listen("tcp", "127.0.0.1:0")
	require.NoError(t, err)
	defer taken.Close()
	for _, c := range []struct {
		name, token string
		args        []string
		says        string
	}{
		{"no database is named", "", nil, "请写明一个数据库"},
		{"two are named", "", []string{name, name}, "请写明一个数据库"},
		{"the file is not there", "", []string{filepath.Join(dir, "none.db")}, "没有这个文件"},
		{"its folder is not there", "", []string{"-demo", filepath.Join(dir, "none", "city.db")}, "没有这个文件或文件夹"},
		{"a folder is named", "", []string{"-demo", dir}, "文件夹"},
		{"the server cannot be reached", "", []string{"host=" + dir + " user=test"}, "连不上"},
		{"the token is short", "short", []string{name}, "16"},
		{"the port is taken", "", []string{"-address", taken.Addr().String(), name}, "请用 -address 另选"},
		{"the date is none", "", []string{"-date", "2025-13-01", name}, "date"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var out, log said
			err := run(t.Context(), c.args, c.token, &out, &log)
			require.Error(t, err)
			assert.Contains(t, explain(err), c.says)
		})
	}
	assert.NoFileExists(t, filepath.Join(dir, "none.db"))
}

func TestACityThatIsNotWholeIsNotKept(t *testing.T) {
	name := filepath.Join(t.TempDir(), "city.db")
	ctx, stop := context.WithCancel(t.Context())
	var out, log said
	ended := make(chan error, 1)
	go func() { ended <- run(ctx, []string{"-demo", "-address", "127.0.0.1:0", name}, "", &out, &log) }()
	require.Eventually(t, func() bool { return strings.Contains(out.String(), "正在建立") }, 10*time.Second, 5*time.Millisecond)
	time.Sleep(200 * time.Millisecond)
	stop()
	require.ErrorIs(t, <-ended, context.Canceled)
	assert.NoFileExists(t, name)
	assert.NoFileExists(t, name+".part")
}
