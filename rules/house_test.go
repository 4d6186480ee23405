package rules_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const module = "github.com/eduplan/tonghua"

// house says which folders of the project a folder may import. Data has one way
// through the house, and no step looks back.
var house = []struct {
	folder string
	knows  []string
}{
	{"seeds", nil},
	{"indicators/bilingual", nil},
	{"indicators/quantity", []string{"indicators/bilingual"}},
	{"indicators", []string{"indicators"}},
	{"plan/internal", []string{"seeds", "plan", "indicators/quantity", "indicators/bilingual"}},
	{"plan/evaluation", []string{"plan", "indicators/quantity", "indicators/bilingual"}},
	{"plan", []string{"plan/internal", "indicators/quantity", "indicators/bilingual"}},
	{"rules/verdict", []string{"plan", "indicators/quantity", "indicators/bilingual"}},
	{"rules/tonghua", []string{"rules", "plan", "indicators"}},
	{"rules/balance", []string{"rules", "plan", "indicators"}},
	{"rules/report/page", []string{"rules/report", "rules/verdict", "plan", "indicators/quantity", "indicators/bilingual"}},
	{"rules/report/publish", []string{"rules/report", "plan", "indicators/quantity", "indicators/bilingual"}},
	{"rules/report", []string{"rules/verdict", "plan", "indicators/quantity", "indicators/bilingual"}},
	{"rules/pushdown", []string{"rules", "plan", "indicators"}},
	{"rules/archive", []string{"rules", "plan", "indicators/quantity", "indicators/bilingual"}},
	{"rules/internal", []string{"rules", "plan", "indicators"}},
	{"rules/rulestest", []string{"rules", "plan", "indicators"}},
	{"rules", []string{"rules/verdict", "plan", "indicators"}},
	{"examples", []string{"examples", "rules", "plan", "indicators", "seeds"}},
}

func TestImportsPointOneWay(t *testing.T) {
	eachSource(t, func(path string, file *ast.File) {
		if strings.HasSuffix(path, "_test.go") {
			return
		}
		folder := filepath.ToSlash(filepath.Dir(path))
		var knows []string
		found := false
		for _, room := range house {
			if within(folder, room.folder) {
				knows, found = room.knows, true
				break
			}
		}
		require.True(t, found, "%s lies in no folder of the house", path)
		for _, spec := range file.Imports {
			name, err := strconv.Unquote(spec.Path.Value)
			require.NoError(t, err)
			target, ours := strings.CutPrefix(name, module+"/")
			if !ours {
				third := strings.Contains(strings.Split(name, "/")[0], ".")
				allowed := name == "github.com/shopspring/decimal" && folder == "indicators/quantity"
				assert.False(t, third && !allowed, "%s imports %s", path, name)
				continue
			}
			good := false
			for _, k := range knows {
				good = good || within(target, k)
			}
			assert.True(t, good, "%s must not import %s", path, name)
		}
	})
}

// html/template doubles a WebAssembly build, so that one package of the library has it.
func TestPagesAloneAreMadeOfTemplates(t *testing.T) {
	eachSource(t, func(path string, file *ast.File) {
		folder := filepath.ToSlash(filepath.Dir(path))
		if strings.HasSuffix(path, "_test.go") || within(folder, "examples") || strings.Contains(folder, "internal") || folder == "rules/report/page" {
			return
		}
		for _, spec := range file.Imports {
			assert.NotContains(t, spec.Path.Value, "/template", path)
		}
	})
}

func TestLibraryPackagesHaveNoInitAndNoClock(t *testing.T) {
	eachSource(t, func(path string, file *ast.File) {
		if strings.HasSuffix(path, "_test.go") || within(filepath.ToSlash(path), "examples") {
			return
		}
		for _, d := range file.Decls {
			if f, ok := d.(*ast.FuncDecl); ok && f.Recv == nil {
				assert.NotEqual(t, "init", f.Name.Name, path)
			}
		}
		ast.Inspect(file, func(n ast.Node) bool {
			if s, ok := n.(*ast.SelectorExpr); ok {
				if x, ok := s.X.(*ast.Ident); ok && x.Name == "time" {
					assert.NotContains(t, []string{"Now", "Since", "Until"}, s.Sel.Name, path)
				}
			}
			return true
		})
	})
}

func TestHandWrittenFilesStayShort(t *testing.T) {
	eachSource(t, func(path string, file *ast.File) {
		if ast.IsGenerated(file) {
			return
		}
		text, err := os.ReadFile(filepath.Join("..", path))
		require.NoError(t, err)
		assert.LessOrEqual(t, strings.Count(string(text), "\n"), 400, path)
		for _, vague := range []string{"util", "common", "helper", "helpers", "types"} {
			assert.NotEqual(t, vague+".go", filepath.Base(path))
			assert.NotEqual(t, vague, file.Name.Name, path)
		}
	})
}

func TestTopLevelHoldsTheAgreedFoldersAlone(t *testing.T) {
	entries, err := os.ReadDir("..")
	require.NoError(t, err)
	agreed := map[string]bool{"seeds": true, "plan": true, "indicators": true, "rules": true, "examples": true,
		"go.mod": true, "go.sum": true, "README.md": true, "LICENSE": true}
	for _, e := range entries {
		assert.True(t, agreed[e.Name()] || strings.HasPrefix(e.Name(), "."), e.Name())
	}
}

// within reports whether a slash path is a folder or lies below it.
func within(path, folder string) bool {
	return path == folder || strings.HasPrefix(path, folder+"/")
}

// eachSource parses every Go file of the root module.
func eachSource(t *testing.T, do func(path string, file *ast.File)) {
	t.Helper()
	files := 0
	err := filepath.WalkDir("..", func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if entry.IsDir() {
			nested := path != ".." && exists(filepath.Join(path, "go.mod"))
			if nested || strings.HasPrefix(entry.Name(), ".") && path != ".." {
				return filepath.SkipDir
			}
			return nil
		}
		if !strings.HasSuffix(path, ".go") {
			return nil
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ParseComments)
		if err != nil {
			return err
		}
		files++
		relative, err := filepath.Rel("..", path)
		if err == nil {
			do(relative, file)
		}
		return err
	})
	require.NoError(t, err)
	require.Greater(t, files, 50, "the walk found the project")
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}
