package rules_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// What a program logs is a word or a sentence: every list of words and every value that has
// a text in a language prints itself as well.
func TestWhatHasATextPrintsItself(t *testing.T) {
	checked := 0
	require.NoError(t, filepath.WalkDir("..", func(dir string, d fs.DirEntry, err error) error {
		if err != nil || !d.IsDir() {
			return err
		}
		if strings.HasPrefix(d.Name(), ".") && d.Name() != ".." || d.Name() == "examples" || d.Name() == "internal" || d.Name() == "testdata" {
			return fs.SkipDir
		}
		checked += testStrings(t, dir)
		return nil
	}))
	assert.Greater(t, checked, 60)
}

// testStrings looks at the exported types of a package.
func testStrings(t *testing.T, dir string) (checked int) {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(dir, "*.go"))
	require.NoError(t, err)
	words, methods := map[string]bool{}, map[string]map[string]bool{}
	for _, file := range files {
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, 0)
		require.NoError(t, err)
		ast.Inspect(parsed, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.TypeSpec:
				if kind, is := n.Type.(*ast.Ident); is && n.Name.IsExported() && !n.Assign.IsValid() && strings.Contains(kind.Name, "int") {
					words[n.Name.Name] = true
				}
			case *ast.FuncDecl:
				if of := receiver(n); of != "" && ast.IsExported(of) {
					if methods[of] == nil {
						methods[of] = map[string]bool{}
					}
					methods[of][n.Name.Name] = true
				}
			}
			return true
		})
	}
	for of := range words {
		checked++
		assert.True(t, methods[of]["String"], "%s.%s is a word without String", dir, of)
	}
	for of, has := range methods {
		if of == "Field" || of == "Category" || of == "List" {
			continue // they have texts of other values
		}
		if (has["In"] || has["Text"]) && !words[of] {
			checked++
			assert.True(t, has["String"], "%s.%s has a text and no String", dir, of)
		}
	}
	return checked
}

// receiver returns the type whose method a function is.
func receiver(f *ast.FuncDecl) string {
	if f.Recv == nil {
		return ""
	}
	of := f.Recv.List[0].Type
	for {
		switch t := of.(type) {
		case *ast.StarExpr:
			of = t.X
		case *ast.IndexExpr:
			of = t.X
		case *ast.IndexListExpr:
			of = t.X
		case *ast.Ident:
			return t.Name
		default:
			return ""
		}
	}
}
