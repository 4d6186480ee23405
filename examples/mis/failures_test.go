package mis_test

import (
	"bufio"
	"context"
	"database/sql/driver"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"

	"github.com/jackc/pgx/v5/pgconn"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/examples/city/registers"
	"github.com/eduplan/tonghua/examples/database/servers"
	"github.com/eduplan/tonghua/examples/mis"
	"github.com/eduplan/tonghua/indicators/bilingual"
)

// says holds what is said of an error against words that must stand in it.
func says(t testing.TB, err error, zh, en string) {
	t.Helper()
	require.Error(t, err)
	assert.Contains(t, mis.Explain(err, bilingual.Chinese), zh)
	assert.Contains(t, mis.Explain(err, bilingual.English), en)
	assert.NotContains(t, mis.Explain(err, bilingual.Chinese), "\n")
}

// tiny mounts a disk of so many kilobytes.
func tiny(t testing.TB, kilobytes int) string {
	t.Helper()
	dir := t.TempDir()
	if err := syscall.Mount("tmpfs", dir, "tmpfs", 0, fmt.Sprintf("size=%dk", kilobytes)); err != nil {
		t.Skip("disks cannot be mounted: ", err)
	}
	t.Cleanup(func() { assert.NoError(t, syscall.Unmount(dir, syscall.MNT_DETACH)) })
	return dir
}

func TestAFullDisk(t *testing.T) {
	name := filepath.Join(tiny(t, 2048), "city.db")
	store, err := mis.Create(t.Context(), name)
	require.NoError(t, err)
	err = store.Fill(t.Context(), made(t, registers.Config{Year: 2025}), nil)
	require.NoError(t, store.Close())
	says(t, err, "磁盘已满", "make room")

	store, err = mis.Open(t.Context(), name)
	require.NoError(t, err, "what was there can still be opened")
	defer store.Close()
	last, err := store.LastChange(t.Context())
	require.NoError(t, err)
	assert.Zero(t, last, "all or nothing")
}

func TestASecondProcessThatHoldsTheLock(t *testing.T) {
	dir := t.TempDir()
	name := filepath.Join(dir, "city.db")
	store := filled(t, name, small(t, 2025))
	other := exec.Command(os.Args[0])
	other.Env = append(os.Environ(), holdVariable+"="+name)
	in, err := other.StdinPipe()
	require.NoError(t, err)
	out, err := other.StdoutPipe()
	require.NoError(t, err)
	require.NoError(t, other.Start())
	defer func() { _ = other.Wait() }()
	defer in.Close()
	line, err := bufio.NewReader(out).ReadString('\n')
	require.NoError(t, err)
	require.Equal(t, "held <nil>\n", line)

	r := report(t, store, mis.Options{})
	assert.NotNil(t, r.Page, "reading goes on")
	said, err := store.Amend(t.Context(), asOf, "staff", []byte(`{"staff_no": "JZG000001", "space": "0"}`))
	says(t, err, "别的程序占用", "another program holds")
	assert.Nil(t, said)
	require.NoError(t, in.Close())
	require.NoError(t, other.Wait())
	require.NoError(t, store.SaveReport(t.Context(), r))
}

func TestAServerThatIsStoppedHalfWay(t *testing.T) {
	server := servers.PostgreSQL(t)
	city := made(t, registers.Config{Year: 2025})
	store := filled(t, server.Source, city)
	var once sync.Once
	r, err := store.Report(t.Context(), mis.Options{Date: asOf, Progress: func(p mis.Progress) {
		if p.Rows > 30_000 {
			once.Do(func() { server.Kill(t) })
		}
	}})
	says(t, err, "连接中断或连不上", "is lost")
	assert.Nil(t, r, "no verdict on a part of a table")
	_, err = store.Amend(t.Context(), asOf, "staff", []byte(`{"staff_no": "JZG000001", "space": "0"}`))
	says(t, err, "连接中断或连不上", "is lost")
	_, err = mis.Open(t.Context(), server.Source)
	says(t, err, "连接中断或连不上", "is lost")
}

func TestAReportThatIsStopped(t *testing.T) {
	for _, e := range engines {
		t.Run(e.name, func(t *testing.T) {
			store := filled(t, e.source(t), made(t, registers.Config{Year: 2025}))
			ctx, cancel := context.WithCancel(t.Context())
			r, err := store.Report(ctx, mis.Options{Date: asOf, Progress: func(p mis.Progress) {
				if p.Rows > 30_000 {
					cancel()
				}
			}})
			says(t, err, "已按要求停止", "as you asked")
			assert.Nil(t, r)
			assert.ErrorIs(t, store.Fill(ctx, small(t, 2025), nil), context.Canceled)
			says(t, store.Fill(t.Context(), small(t, 2025), nil), "已有登记表", "registers already")
		})
	}
}

// A list that cannot be written ends the report.
func TestAListThatCannotBeWritten(t *testing.T) {
	store := filled(t, file(t), small(t, 2025))
	for _, o := range []mis.Options{{Findings: full{}}, {Faults: full{}}} {
		o.Date = asOf
		r, err := store.Report(t.Context(), o)
		says(t, err, "磁盘已满", "make room")
		assert.Nil(t, r)
	}
}

type full struct{}

func (full) Write([]byte) (int, error) { return 0, syscall.ENOSPC }

func TestWhatCannotBeOpened(t *testing.T) {
	dir := t.TempDir()
	text := filepath.Join(dir, "notes.txt")
	require.NoError(t, os.WriteFile(text, []byte(strings.Repeat("no database\n", 400)), 0o600))
	for _, c := range []struct {
		name, source, zh, en string
	}{
		{"no such file", filepath.Join(dir, "none.db"), "没有这个文件或文件夹", "no such file"},
		{"no such folder", filepath.Join(dir, "none", "city.db"), "没有这个文件或文件夹", "no such file"},
		{"a folder", dir, "文件夹", "is a folder"},
		{"no database", text, "不是数据库", "no database"},
		{"no server", "host=" + dir + " user=test", "连不上", "cannot be made"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := mis.Open(t.Context(), c.source)
			says(t, err, c.zh, c.en)
		})
	}
	_, err := mis.Create(t.Context(), filepath.Join(dir, "none", "city.db"))
	says(t, err, "没有这个文件或文件夹", "no such file")
}

func TestEveryErrorSaysWhatToDo(t *testing.T) {
	for _, c := range []struct {
		err    error
		zh, en string
	}{
		{&mis.NewerError{Found: 9, Known: 4}, "新版程序", "later version"},
		{fmt.Errorf("x: %w", syscall.ENOSPC), "磁盘已满", "disk is full"},
		{&pgconn.PgError{Code: "53100"}, "磁盘已满", "disk is full"},
		{&pgconn.PgError{Code: "57P01"}, "连接中断", "is lost"},
		{&pgconn.PgError{Code: "28P01"}, "拒绝", "refuses"},
		{&pgconn.PgError{Code: "42501"}, "没有写入权限", "no permission"},
		{driver.ErrBadConn, "连接中断", "is lost"},
		{io.ErrUnexpectedEOF, "连接中断", "is lost"},
		{os.ErrPermission, "没有权限", "no permission"},
		{context.DeadlineExceeded, "超过", "longer"},
		{&mis.FieldError{Field: "nickname"}, "列名和值", "names and values"},
		{&pgconn.PgError{Code: "23503"}, "没有所填的学校", "is not there"},
		{mis.ErrNoKey, "没有编号", "no number"},
		{errors.New("甲\n乙"), "甲；乙", "甲; 乙"},
	} {
		says(t, c.err, c.zh, c.en)
	}
	assert.Empty(t, mis.Explain(nil, bilingual.Chinese))
}
