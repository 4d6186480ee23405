package dashboard_test

import (
	"bufio"
	"database/sql"
	"fmt"
	"net/http"
	"net/url"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/examples/dashboard"
	"github.com/eduplan/tonghua/examples/database/servers"
	"github.com/eduplan/tonghua/plan"
)

// folderOf is where a PostgreSQL of a test has its socket, and its data below.
func folderOf(source string) string {
	folder, _, _ := strings.Cut(strings.TrimPrefix(source, "host="), " ")
	return folder
}

// again starts a PostgreSQL of a test again that was stopped.
func again(t testing.TB, source string) {
	t.Helper()
	folder := folderOf(source)
	require.Eventually(t, func() bool {
		_, err := os.Stat(filepath.Join(folder, "data", "postmaster.pid"))
		return os.IsNotExist(err)
	}, 10*time.Second, 20*time.Millisecond)
	found, err := filepath.Glob("/usr/lib/postgresql/*/bin/postgres")
	require.NoError(t, err)
	path := "postgres"
	if len(found) > 0 {
		path = found[len(found)-1]
	}
	command := exec.Command(path, "-D", filepath.Join(folder, "data"), "-k", folder, "-c", "listen_addresses=", "-c", "fsync=off", "-c", "jit=off")
	command.Dir = folder
	if os.Getuid() == 0 {
		as, err := user.Lookup("postgres")
		require.NoError(t, err)
		uid, _ := strconv.Atoi(as.Uid)
		gid, _ := strconv.Atoi(as.Gid)
		command.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: uint32(uid), Gid: uint32(gid)}}
	}
	require.NoError(t, command.Start())
	t.Cleanup(func() {
		_ = command.Process.Signal(syscall.SIGINT)
		_ = command.Wait() // a server that was told to stop may end with an error
	})
}

func TestADatabaseThatIsStopped(t *testing.T) {
	t.Parallel() // with others that wait
	server := servers.PostgreSQL(t)
	filed(t, server.Source, small(t))
	s := started(t, server.Source, dashboard.Options{})
	client, serials := visitor(t), followed(t, s)
	next(t, serials, time.Second)
	result, _ := reported(t, server.Source).Page.Of(plan.TeacherTrainingHours)
	kept := []string{"/", "/statements", "/statement/" + string(plan.TeacherTrainingHours), "/county/220502", "/due", "/ledger", "/download/report.json"}
	asked := []string{"/county/220502/schools", "/school/2200000001", "/findings/" + string(plan.ArtCourses), "/record/schools/2200000001", "/county/220502/" + string(plan.TeacherTrainingHours)}
	for _, path := range asked {
		require.Equal(t, http.StatusOK, get(t, client, s.url+path).status, path)
	}
	server.Kill(t)
	next(t, serials, 5*time.Second)

	t.Run("pages keep the last results, and say so", func(t *testing.T) {
		for _, path := range kept {
			assert.Equal(t, http.StatusOK, get(t, client, s.url+path).status, path)
		}
		page := parsed(t, get(t, client, s.url+kept[2]).body)
		assert.Contains(t, text(byID(t, page, "status")), "起连不上")
		assert.Contains(t, text(page), result.Text(0))
		assert.Contains(t, get(t, client, s.url+kept[2]+"?lang=en").body, "The database cannot be reached since")
	})
	t.Run("what has to be looked up says what to do", func(t *testing.T) {
		for _, path := range asked {
			got := get(t, client, s.url+path)
			assert.Equal(t, http.StatusServiceUnavailable, got.status, path)
			assert.Equal(t, "2", got.header.Get("Retry-After"))
			assert.Contains(t, text(parsed(t, got.body)), "请检查数据库是否在运行")
			assert.NotContains(t, got.body, folderOf(s.source), "the words of the driver are not for visitors")
		}
		assert.Equal(t, http.StatusServiceUnavailable, post(t, holder(t, s), s.url+"/record/staff/JZG000001", url.Values{"field.degree": {"博士"}}).status)
	})
	t.Run("who watches the server hears of it", func(t *testing.T) {
		assert.Equal(t, http.StatusServiceUnavailable, get(t, client, s.url+"/health").status)
		assert.Contains(t, s.log.String(), "is lost or cannot be made")
		assert.NotContains(t, s.log.String(), folderOf(s.source))
	})
	t.Run("when it is there again, all is as before", func(t *testing.T) {
		again(t, server.Source)
		next(t, serials, 20*time.Second)
		assert.Equal(t, http.StatusOK, get(t, client, s.url+"/health").status)
		for _, path := range append(kept, asked...) {
			assert.Equal(t, http.StatusOK, get(t, client, s.url+path).status, path)
		}
		assert.NotContains(t, get(t, client, s.url+"/").body, "起连不上")
		before := changeShown(t, get(t, client, s.url+"/").body)
		require.Equal(t, http.StatusSeeOther, post(t, holder(t, s), s.url+"/record/staff/JZG000001", url.Values{"field.degree": {"博士"}}).status)
		next(t, serials, time.Second)
		assert.Equal(t, before+1, changeShown(t, get(t, client, s.url+"/").body))
	})
}

func TestLookupsThatHangKeepOthersFromHanging(t *testing.T) {
	t.Parallel() // with others that wait
	server := servers.PostgreSQL(t)
	filed(t, server.Source, small(t))
	s := started(t, server.Source, dashboard.Options{Lookups: 1})
	db, err := sql.Open("pgx", server.Source)
	require.NoError(t, err)
	defer db.Close()
	tx, err := db.Begin()
	require.NoError(t, err)
	_, err = tx.Exec("LOCK TABLE schools IN ACCESS EXCLUSIVE MODE")
	require.NoError(t, err)
	hangs := make(chan answer, 1)
	go func() { hangs <- get(t, visitor(t), s.url+"/school/2200000001") }()
	time.Sleep(300 * time.Millisecond)
	began := time.Now()
	got := get(t, visitor(t), s.url+"/school/2200000002?lang=en")
	assert.Equal(t, http.StatusServiceUnavailable, got.status)
	assert.Contains(t, got.body, "Too many are asking at once")
	assert.Less(t, time.Since(began), 7*time.Second)
	assert.Equal(t, http.StatusOK, get(t, visitor(t), s.url+"/statements").status, "what needs no lookup goes on")
	require.NoError(t, tx.Rollback())
	assert.Equal(t, http.StatusOK, (<-hangs).status)
}

func TestAnotherProcessThatHoldsTheLock(t *testing.T) {
	t.Parallel() // with others that wait
	s := started(t, file(t, "small"), dashboard.Options{})
	other := exec.Command(os.Args[0])
	other.Env = append(os.Environ(), holdVariable+"="+strings.NewReplacer("%", "%25", "?", "%3f").Replace(s.source))
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
	client := holder(t, s)
	got := post(t, client, s.url+"/record/staff/JZG000001", url.Values{"field.degree": {"博士"}})
	assert.Equal(t, http.StatusUnprocessableEntity, got.status)
	assert.Contains(t, text(parsed(t, got.body)), "数据库正被别的程序占用")
	assert.Contains(t, got.body, `name="field.degree" value="博士"`, "what was filled in is still there")
	assert.Equal(t, http.StatusOK, get(t, client, s.url+"/health").status, "reading goes on")
	assert.Equal(t, http.StatusOK, get(t, client, s.url+"/school/2200000001").status)
	require.NoError(t, in.Close())
	require.NoError(t, other.Wait())
	assert.Equal(t, http.StatusSeeOther, post(t, client, s.url+"/record/staff/JZG000001", url.Values{"field.degree": {"博士"}}).status)
}

func TestAFullDisk(t *testing.T) {
	data, err := os.ReadFile(file(t, "small"))
	require.NoError(t, err)
	dir := t.TempDir()
	if err := syscall.Mount("tmpfs", dir, "tmpfs", 0, fmt.Sprintf("size=%dk", len(data)/1024+1024)); err != nil {
		t.Skip("disks cannot be mounted: ", err)
	}
	t.Cleanup(func() { assert.NoError(t, syscall.Unmount(dir, syscall.MNT_DETACH)) })
	name := filepath.Join(dir, "city.db")
	require.NoError(t, os.WriteFile(name, data, 0o600))
	s := started(t, name, dashboard.Options{})
	client := holder(t, s)
	before := changeShown(t, get(t, client, s.url+"/").body)
	rest := filepath.Join(dir, "rest")
	_ = os.WriteFile(rest, make([]byte, 4<<20), 0o600) // as much as there is room for

	got := post(t, client, s.url+"/record/staff/JZG000001", url.Values{"field.degree": {"博士"}})
	assert.Equal(t, http.StatusUnprocessableEntity, got.status)
	assert.Contains(t, text(parsed(t, got.body)), "磁盘已满；请腾出空间再试")
	time.Sleep(500 * time.Millisecond)
	for _, path := range []string{"/", "/school/2200000001", "/health"} {
		assert.Equal(t, http.StatusOK, get(t, client, s.url+path).status, path)
	}
	assert.Equal(t, before, changeShown(t, get(t, client, s.url+"/").body), "nothing was saved")
	assert.NotContains(t, get(t, client, s.url+"/record/staff/JZG000001").body, `value="博士"`)
	require.NoError(t, os.Remove(rest))
	form := url.Values{}
	for _, one := range all(parsed(t, got.body), "input", "") {
		form.Set(attribute(one, "name"), attribute(one, "value"))
	}
	require.Equal(t, http.StatusSeeOther, post(t, client, s.url+"/record/staff/JZG000001", form).status, "the same form again")
	assert.Contains(t, get(t, client, s.url+"/record/staff/JZG000001").body, `value="博士"`)
}
