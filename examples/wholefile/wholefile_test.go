package wholefile_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/examples/wholefile"
)

func names(t *testing.T, folder string) (list []string) {
	t.Helper()
	entries, err := os.ReadDir(folder)
	require.NoError(t, err)
	for _, e := range entries {
		list = append(list, e.Name())
	}
	return list
}

func TestAFileTakesItsNameWhenItIsWhole(t *testing.T) {
	folder := t.TempDir()
	at := filepath.Join(folder, "结论.txt")
	require.NoError(t, os.WriteFile(at, []byte("旧"), 0o600))
	f, err := wholefile.Create(at)
	require.NoError(t, err)
	_, err = f.Write([]byte("新"))
	require.NoError(t, err)
	before, err := os.ReadFile(at)
	require.NoError(t, err)
	assert.Equal(t, "旧", string(before))
	require.NoError(t, f.Finish())
	f.Abandon()
	after, err := os.ReadFile(at)
	require.NoError(t, err)
	assert.Equal(t, "新", string(after))
	info, err := os.Stat(at)
	require.NoError(t, err)
	assert.Equal(t, fs.FileMode(0o600), info.Mode().Perm(), "nobody else may read it now than before")
	assert.Equal(t, []string{"结论.txt"}, names(t, folder))
}

func TestNoFileIsLeftOfWhatWasAbandoned(t *testing.T) {
	folder := t.TempDir()
	var files wholefile.Files
	for _, name := range []string{"a", "b"} {
		to, err := files.Create(filepath.Join(folder, name))
		require.NoError(t, err)
		_, err = to.Write([]byte(name))
		require.NoError(t, err)
	}
	files.Abandon()
	assert.Empty(t, names(t, folder))
	none, err := files.Create("")
	require.NoError(t, err)
	assert.Nil(t, none)
}

func TestAllFilesAreWholeBeforeAnyTakesItsName(t *testing.T) {
	folder := t.TempDir()
	var files wholefile.Files
	_, err := files.Create(filepath.Join(folder, "a"))
	require.NoError(t, err)
	broken, err := files.Create(filepath.Join(folder, "b"))
	require.NoError(t, err)
	require.NoError(t, broken.(*wholefile.File).Writer.(*os.File).Close()) // as a disk that fails would
	require.Error(t, files.Finish())
	files.Abandon()
	assert.Empty(t, names(t, folder))
}

func TestAnErrorNamesTheFileThatWasAskedFor(t *testing.T) {
	at := filepath.Join(t.TempDir(), "没有", "结论.txt")
	_, err := wholefile.Create(at)
	var path *os.PathError
	require.ErrorAs(t, err, &path)
	assert.Equal(t, at, path.Path)
	require.ErrorIs(t, err, fs.ErrNotExist)
}

func TestNothingIsWrittenOverWhatIsRead(t *testing.T) {
	at := filepath.Join(t.TempDir(), "教师.csv")
	require.NoError(t, os.WriteFile(at, nil, 0o600))
	for _, written := range [][]string{{at}, {filepath.Dir(at) + "/./教师.csv"}, {"", "a.csv", "./a.csv"}} {
		var over *wholefile.OverwriteError
		require.ErrorAs(t, wholefile.Overwrites([]string{at}, written...), &over)
		assert.Contains(t, over.String(), "请换一个文件名")
		assert.Contains(t, over.Error(), "take another name")
	}
	assert.NoError(t, wholefile.Overwrites([]string{at}, "", "", "b.csv", "a.csv"))
}
