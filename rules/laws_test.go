package rules_test

import (
	"go/ast"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// testsOfTheProject returns the names of all test functions, examples and fuzz
// targets, nested modules aside.
func testsOfTheProject(t *testing.T) map[string]bool {
	t.Helper()
	names := map[string]bool{}
	eachSource(t, func(path string, file *ast.File) {
		if !strings.HasSuffix(path, "_test.go") {
			return
		}
		for _, d := range file.Decls {
			if f, ok := d.(*ast.FuncDecl); ok && f.Recv == nil {
				names[f.Name.Name] = true
			}
		}
	})
	return names
}

func TestEachLawIsHeldByTests(t *testing.T) {
	text, err := os.ReadFile("LAWS.md")
	require.NoError(t, err)
	tests := testsOfTheProject(t)
	parts := strings.Split(string(text), "\n## ")[1:]
	assert.Len(t, parts, 19)
	for i, part := range parts {
		title, body, _ := strings.Cut(part, "\n")
		assert.True(t, strings.HasPrefix(title, "Law "+strconv.Itoa(i+1)+". "), title)
		held := regexp.MustCompile(`(?m)^Held by: (.*)\.$`).FindStringSubmatch(body)
		require.NotNil(t, held, "%s: which tests hold it?", title)
		for name := range strings.SplitSeq(held[1], ", ") {
			assert.True(t, tests[name], "%s: there is no test %s", title, name)
		}
	}
}

// The pages for maintainers name files and tests that exist, and the code that
// they show stands in a file that is compiled.
func TestThePagesForMaintainersAreTrue(t *testing.T) {
	tests := testsOfTheProject(t)
	pages := 0
	err := filepath.WalkDir(filepath.Join("..", ".github"), func(path string, entry fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(path, ".md") {
			return err
		}
		pages++
		data, err := os.ReadFile(path)
		require.NoError(t, err)
		page := string(data)
		for _, name := range regexp.MustCompile("`((?:Test|Example|Fuzz)[A-Z]\\w*)`").FindAllStringSubmatch(page, -1) {
			assert.True(t, tests[name[1]], "%s: there is no test %s", path, name[1])
		}
		for _, link := range regexp.MustCompile(`\]\(([^)#]+)`).FindAllStringSubmatch(page, -1) {
			if !strings.Contains(link[1], "://") {
				assert.FileExists(t, filepath.Join(filepath.Dir(path), link[1]), path)
			}
		}
		for _, block := range regexp.MustCompile("(?s)\\[([^\\]]+)\\]\\(([^)]+)\\):\n\n```go\n(.*?)```").FindAllStringSubmatch(page, -1) {
			source, err := os.ReadFile(filepath.Join(filepath.Dir(path), block[2]))
			require.NoError(t, err, path)
			assert.Contains(t, squeezed(string(source)), squeezed(block[3]), "%s: %s does not hold the code shown", path, block[2])
		}
		return nil
	})
	require.NoError(t, err)
	assert.GreaterOrEqual(t, pages, 4)
}

// squeezed drops what indentation adds.
func squeezed(code string) string {
	return strings.Join(strings.Fields(code), " ")
}
