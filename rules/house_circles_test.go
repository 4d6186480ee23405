package rules_test

import (
	"bytes"
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// mostInACircle is how many files of a package may refer to each other in a
// circle. Those of rules that say what a rule is are such a circle.
const mostInACircle = 9

func TestNoCircleOfFilesIsLarge(t *testing.T) {
	exports := exportsOfPackages(t)
	for _, folder := range []string{"indicators", "indicators/count", "indicators/quantity", "plan", "rules", "rules/verdict", "rules/report", "rules/rulestest"} {
		for _, circle := range circles(references(t, exports, folder)) {
			slices.Sort(circle)
			assert.LessOrEqual(t, len(circle), mostInACircle, "%s: %s", folder, strings.Join(circle, ", "))
		}
	}
}

func TestACircleOfFilesIsFound(t *testing.T) {
	refers := map[string]map[string]bool{"a": {"b": true}, "b": {"c": true}, "c": {"a": true, "d": true}, "d": {}, "e": {"a": true}}
	found := circles(refers)
	require.Len(t, found, 1)
	slices.Sort(found[0])
	assert.Equal(t, []string{"a", "b", "c"}, found[0])
}

// exportsOfPackages returns where the compiler keeps what packages export.
func exportsOfPackages(t *testing.T) map[string]string {
	t.Helper()
	command := exec.Command("go", "list", "-export", "-deps", "-f", "{{.ImportPath}} {{.Export}}", "./indicators", "./rules/...", "./plan")
	command.Dir = ".."
	out, err := command.Output()
	require.NoError(t, err)
	exports := map[string]string{}
	for line := range strings.Lines(string(out)) {
		path, file, _ := strings.Cut(strings.TrimSpace(line), " ")
		exports[path] = file
	}
	return exports
}

// references returns which files of a folder refer to which: to functions,
// variables and types, to methods and to fields of structs.
func references(t *testing.T, exports map[string]string, folder string) map[string]map[string]bool {
	t.Helper()
	set := token.NewFileSet()
	names, err := filepath.Glob(filepath.Join("..", filepath.FromSlash(folder), "*.go"))
	require.NoError(t, err)
	refers := map[string]map[string]bool{}
	var files []*ast.File
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(set, name, nil, parser.SkipObjectResolution)
		require.NoError(t, err)
		files = append(files, file)
		refers[filepath.Base(name)] = map[string]bool{}
	}
	lookup := func(path string) (io.ReadCloser, error) {
		data, err := os.ReadFile(exports[path])
		return io.NopCloser(bytes.NewReader(data)), err
	}
	config := types.Config{Importer: importer.ForCompiler(set, "gc", lookup)}
	info := &types.Info{Uses: map[*ast.Ident]types.Object{}}
	pkg, err := config.Check(module+"/"+folder, set, files, info)
	require.NoError(t, err)
	fileOf := func(pos token.Pos) string { return filepath.Base(set.Position(pos).Filename) }
	for ident, object := range info.Uses {
		if object.Pkg() != pkg {
			continue
		}
		kept := object.Parent() == pkg.Scope()
		switch o := object.(type) {
		case *types.Func:
			object, kept = o.Origin(), kept || o.Signature().Recv() != nil
		case *types.Var:
			object, kept = o.Origin(), kept || o.IsField()
		}
		if from, to := fileOf(ident.Pos()), fileOf(object.Pos()); kept && from != to {
			refers[from][to] = true
		}
	}
	return refers
}

// circles returns the sets of files that can be reached from each other.
func circles(refers map[string]map[string]bool) (found [][]string) {
	reach := map[string]map[string]bool{}
	for from := range refers {
		reach[from] = map[string]bool{}
		for left := []string{from}; len(left) > 0; left = left[1:] {
			for to := range refers[left[0]] {
				if !reach[from][to] {
					reach[from][to] = true
					left = append(left, to)
				}
			}
		}
	}
	seen := map[string]bool{}
	for from := range refers {
		if seen[from] || !reach[from][from] {
			continue
		}
		var circle []string
		for to := range reach[from] {
			if reach[to][from] {
				circle, seen[to] = append(circle, to), true
			}
		}
		found = append(found, circle)
	}
	return found
}
