// Package servers starts database servers for tests: those that Debian's packages
// postgresql and mariadb-server install. Each test has one of its own, which listens on a
// socket alone and ends with the test. The importer brings the drivers pgx and mysql.
package servers

import (
	"bytes"
	"database/sql"
	"fmt"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// Server is a database that a test has started for itself.
type Server struct {
	Source  string // what the driver connects with
	process *os.Process
}

// binary finds a program of a server, where Debian keeps it or on the path.
func binary(name string) (string, bool) {
	if path, err := exec.LookPath(name); err == nil {
		return path, true
	}
	found, _ := filepath.Glob("/usr/lib/postgresql/*/bin/" + name)
	slices.Sort(found)
	if len(found) > 0 {
		return found[len(found)-1], true
	}
	return "", false
}

// needed finds the programs of a server. A test is left out where they are not installed,
// unless DATABASE_SERVERS says that they have to be.
func needed(t testing.TB, names ...string) (paths []string) {
	t.Helper()
	for _, name := range names {
		path, found := binary(name)
		if !found && os.Getenv("DATABASE_SERVERS") != "" {
			require.FailNow(t, name+" is not installed")
		}
		if !found {
			t.Skip(name + " is not installed")
		}
		paths = append(paths, path)
	}
	return paths
}

// ownedBy gives a folder to the user that a server runs as, since some refuse to be root's.
func ownedBy(t testing.TB, dir, name string) *syscall.SysProcAttr {
	t.Helper()
	if os.Getuid() != 0 {
		return &syscall.SysProcAttr{}
	}
	account, err := user.Lookup(name)
	require.NoError(t, err)
	uid, err := strconv.Atoi(account.Uid)
	require.NoError(t, err)
	gid, err := strconv.Atoi(account.Gid)
	require.NoError(t, err)
	require.NoError(t, os.Chown(dir, uid, gid))
	return &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: uint32(uid), Gid: uint32(gid)}}
}

// folder makes a folder for a server, with a path that is short enough for a socket.
func folder(t testing.TB) string {
	t.Helper()
	dir, err := os.MkdirTemp("", "database")
	require.NoError(t, err)
	require.NoError(t, os.Chmod(dir, 0o755))
	t.Cleanup(func() { _ = os.RemoveAll(dir) })
	return dir
}

// start runs a server until the test is over, and waits until it answers.
func start(t testing.TB, driver, source string, stop os.Signal, command *exec.Cmd) Server {
	t.Helper()
	var said bytes.Buffer
	command.Stdout, command.Stderr = &said, &said
	require.NoError(t, command.Start())
	t.Cleanup(func() {
		_ = command.Process.Signal(stop)
		_ = command.Wait() // a server that was told to stop may end with an error
	})
	db, err := sql.Open(driver, source)
	require.NoError(t, err)
	defer db.Close()
	for range 300 {
		if err = db.Ping(); err == nil {
			return Server{source, command.Process}
		}
		time.Sleep(100 * time.Millisecond)
	}
	require.FailNow(t, "the server does not answer", "%v\n%s", err, said.String())
	return Server{}
}

// PostgreSQL starts a PostgreSQL that listens on a socket alone.
func PostgreSQL(t testing.TB) Server {
	t.Helper()
	paths := needed(t, "initdb", "postgres")
	dir := folder(t)
	as := ownedBy(t, dir, "postgres")
	data := filepath.Join(dir, "data")
	initdb := exec.Command(paths[0], "-D", data, "-U", "test", "-E", "UTF8", "--locale=C.UTF-8", "--auth=trust", "--no-sync")
	initdb.Dir, initdb.SysProcAttr = dir, as
	said, err := initdb.CombinedOutput()
	require.NoError(t, err, string(said))
	command := exec.Command(paths[1], "-D", data, "-k", dir, "-c", "listen_addresses=", "-c", "fsync=off", "-c", "jit=off")
	command.Dir, command.SysProcAttr = dir, as
	return start(t, "pgx", "host="+dir+" user=test database=postgres", syscall.SIGINT, command)
}

// MariaDB starts a MariaDB that listens on a socket alone.
func MariaDB(t testing.TB) Server {
	t.Helper()
	paths := needed(t, "mariadb-install-db", "mariadbd")
	dir := folder(t)
	as := ownedBy(t, dir, "mysql")
	data := filepath.Join(dir, "data")
	install := exec.Command(paths[0], "--no-defaults", "--datadir="+data, "--auth-root-authentication-method=normal", "--skip-test-db")
	install.Dir, install.SysProcAttr = dir, as
	said, err := install.CombinedOutput()
	require.NoError(t, err, string(said))
	socket := filepath.Join(dir, "s")
	command := exec.Command(paths[1], "--no-defaults", "--datadir="+data, "--socket="+socket, "--skip-networking", "--pid-file="+filepath.Join(dir, "pid"), "--character-set-server=utf8mb4", "--collation-server=utf8mb4_general_ci")
	command.Dir, command.SysProcAttr = dir, as
	s := start(t, "mysql", "root@unix("+socket+")/", syscall.SIGTERM, command)
	db, err := sql.Open("mysql", s.Source)
	require.NoError(t, err)
	defer db.Close()
	_, err = db.Exec("CREATE DATABASE city")
	require.NoError(t, err)
	s.Source += "city"
	return s
}

// Kill ends a PostgreSQL at once, as a failure of the machine would: it finishes no query.
func (s Server) Kill(t testing.TB) {
	t.Helper()
	require.NoError(t, s.process.Signal(syscall.SIGQUIT))
}

// ProcessorTime returns what a server and those that it has started have used.
func (s Server) ProcessorTime(t testing.TB) time.Duration {
	t.Helper()
	total := ticks(t, s.process.Pid, true)
	children, err := os.ReadFile(fmt.Sprintf("/proc/%d/task/%d/children", s.process.Pid, s.process.Pid))
	require.NoError(t, err)
	for _, child := range strings.Fields(string(children)) {
		pid, err := strconv.Atoi(child)
		require.NoError(t, err)
		total += ticks(t, pid, false)
	}
	return time.Duration(total) * 10 * time.Millisecond // Linux counts hundredths of a second
}

// ticks reads the time of a process, and of those that it has waited for.
func ticks(t testing.TB, pid int, waited bool) (total int) {
	t.Helper()
	stat, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid))
	if os.IsNotExist(err) {
		return 0 // it has ended meanwhile
	}
	require.NoError(t, err)
	_, after, _ := strings.Cut(string(stat), ") ")
	fields := strings.Fields(after) // the first is the third of the file
	last := 13
	if waited {
		last = 15
	}
	for _, field := range fields[11:last] {
		n, err := strconv.Atoi(field)
		require.NoError(t, err)
		total += n
	}
	return total
}
