package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// call runs the program.
func call(t testing.TB, args ...string) (code int, out, messages string) {
	t.Helper()
	var said, told strings.Builder
	code = run(t.Context(), args, &said, &told)
	return code, said.String(), told.String()
}

func TestFromAnEmptyFolderToAPage(t *testing.T) {
	dir := t.TempDir()
	in := func(name string) string { return filepath.Join(dir, name) }
	code, out, messages := call(t, "fill", in("city.db"), "-year", "2025", "-unknown", "5", "-invalid", "2")
	require.Equal(t, done, code, messages)
	assert.Contains(t, out, "不是真实数据")

	code, out, messages = call(t, "report", "-date", "2025-12-31", "-page", in("通化.html"), "-findings", in("f.csv"), "-faults", in("e.csv"), "-remedies", "teacher-training-hours", "-due", "2026-06-30", in("city.db"))
	require.Equal(t, unmet, code, messages)
	assert.Contains(t, out, "整改台账")
	page, err := os.ReadFile(in("通化.html"))
	require.NoError(t, err)
	assert.True(t, strings.HasSuffix(strings.TrimSpace(string(page)), "</html>"))
	for _, list := range []string{"f.csv", "e.csv"} {
		data, err := os.ReadFile(in(list))
		require.NoError(t, err)
		assert.Contains(t, string(data), "staff/JZG")
	}

	require.NoError(t, os.WriteFile(in("one.json"), []byte(`{"staff_no": "JZG000007", "trainings": [{"day": "2025-07-20", "hours": 12.5}]}`), 0o600))
	code, out, messages = call(t, "save", "-staff", in("one.json"), in("city.db"), "-lang", "en")
	require.Equal(t, done, code, messages)
	assert.Contains(t, out, "12.5")

	code, out, messages = call(t, "history", "senior-master", in("city.db"))
	require.Equal(t, done, code, messages)
	assert.Contains(t, out, "2025年12月31日：")
	code, out, messages = call(t, "history", "senior-master", in("city.db"), "-county", "东昌区")
	require.Equal(t, done, code, messages)
	assert.NotEmpty(t, out)

	code, _, messages = call(t, "report", "-push", "-lang", "en", in("city.db"))
	assert.Equal(t, unmet, code, messages)
	assert.Equal(t, []string{"city.db", "e.csv", "f.csv", "one.json", "通化.html"}, names(t, dir))
}

// names lists a folder, without what the database keeps beside its file.
func names(t testing.TB, dir string) (names []string) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	require.NoError(t, err)
	for _, e := range entries {
		if !strings.Contains(e.Name(), ".db-") {
			names = append(names, e.Name())
		}
	}
	return names
}

func TestWrongUseIsSaidOnOneLine(t *testing.T) {
	dir := t.TempDir()
	database := filepath.Join(dir, "city.db")
	require.Equal(t, done, first(call(t, "fill", database)))
	for _, c := range []struct {
		args []string
		want string
	}{
		{nil, "用法"},
		{[]string{"print"}, "用法"},
		{[]string{"report"}, "要写明：mis report 数据库"},
		{[]string{"report", filepath.Join(dir, "none.db")}, "没有这个文件或文件夹"},
		{[]string{"report", "-colour", database}, "选项写得不对"},
		{[]string{"report", "-date", "2025-02-30", database}, "选项写得不对"},
		{[]string{"report", "-page", database, database}, "请换一个文件名"},
		{[]string{"report", "-page", filepath.Join(dir, "none", "a.html"), database}, "没有这个文件或文件夹"},
		{[]string{"report", "-remedies", "no-such", database}, "没有条款"},
		{[]string{"report", "-push", "-faults", filepath.Join(dir, "e.csv"), database}, "去掉 -push"},
		{[]string{"report", "-lang", "fr", database}, "zh 或 en"},
		{[]string{"fill", "-year", "2031", database}, "2031"},
		{[]string{"fill", database}, "已有登记表"},
		{[]string{"save", database}, "要写一个"},
		{[]string{"save", "-staff", filepath.Join(dir, "none.json"), database}, "没有这个文件或文件夹"},
		{[]string{"history", "no-such", database}, "没有条款"},
		{[]string{"history", "senior-master", database}, "先运行 mis report"},
	} {
		code, out, messages := call(t, c.args...)
		assert.Equal(t, failed, code, c.args)
		assert.Empty(t, out, c.args)
		assert.Contains(t, messages, c.want, c.args)
		assert.Equal(t, 1, strings.Count(messages, "\n"), messages)
	}
	assert.Equal(t, []string{"city.db"}, names(t, dir))
	code, out, _ := call(t, "report", "-h")
	assert.Equal(t, done, code)
	assert.Contains(t, out, "-findings")
}

func first(code int, _, _ string) int { return code }

func TestAReportThatIsStoppedLeavesNoFile(t *testing.T) {
	dir := t.TempDir()
	database := filepath.Join(dir, "city.db")
	require.Equal(t, done, first(call(t, "fill", database)))
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	var out, messages strings.Builder
	code := run(ctx, []string{"report", "-page", filepath.Join(dir, "a.html"), "-findings", filepath.Join(dir, "f.csv"), database}, &out, &messages)
	assert.Equal(t, failed, code)
	assert.Contains(t, messages.String(), "已按要求停止")
	assert.Equal(t, 1, strings.Count(messages.String(), "\n"))
	assert.Equal(t, []string{"city.db"}, names(t, dir))
}

func TestAPageOnAFullDiskLeavesNoFile(t *testing.T) {
	dir, disk := t.TempDir(), t.TempDir()
	if err := syscall.Mount("tmpfs", disk, "tmpfs", 0, fmt.Sprintf("size=%dk", 64)); err != nil {
		t.Skip("disks cannot be mounted: ", err)
	}
	t.Cleanup(func() { assert.NoError(t, syscall.Unmount(disk, syscall.MNT_DETACH)) })
	database := filepath.Join(dir, "city.db")
	require.Equal(t, done, first(call(t, "fill", database)))
	code, out, messages := call(t, "report", "-page", filepath.Join(disk, "a.html"), database)
	assert.Equal(t, failed, code)
	assert.Empty(t, out)
	assert.Contains(t, messages, "磁盘已满")
	assert.Empty(t, names(t, disk))
	code, _, messages = call(t, "history", "senior-master", database)
	assert.Equal(t, failed, code, messages)
}
