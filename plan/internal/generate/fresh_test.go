package main

import (
	"bytes"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// planFolder is package plan, seen from here.
const planFolder = "../.."

// each calls a test for each document, with what is generated for it.
func each(t *testing.T, test func(t *testing.T, d document, sources map[string][]byte)) {
	for _, d := range documents {
		t.Run(d.folder, func(t *testing.T) {
			read, err := d.read()
			require.NoError(t, err)
			sources, err := d.write(read)
			require.NoError(t, err)
			require.NotEmpty(t, sources)
			test(t, d, sources)
		})
	}
}

func TestGeneratedFilesAreFresh(t *testing.T) {
	each(t, func(t *testing.T, d document, sources map[string][]byte) {
		for name, want := range sources {
			got, err := os.ReadFile(filepath.Join(planFolder, d.folder, name))
			require.NoError(t, err, "run go generate ./plan")
			assert.True(t, bytes.Equal(want, got), "%s is not what the tables say: run go generate ./plan", name)
		}
	})
}

func TestNoGeneratedFileIsLeftOver(t *testing.T) {
	each(t, func(t *testing.T, d document, sources map[string][]byte) {
		found, err := filepath.Glob(filepath.Join(planFolder, d.folder, "*_generated.go"))
		require.NoError(t, err)
		for _, path := range found {
			assert.Contains(t, sources, filepath.Base(path), "%s is no longer generated: delete it", path)
		}
		assert.Len(t, found, len(sources))
	})
}

func TestGeneratingTwiceGivesTheSame(t *testing.T) {
	each(t, func(t *testing.T, d document, first map[string][]byte) {
		read, err := d.read()
		require.NoError(t, err)
		second, err := d.write(read)
		require.NoError(t, err)
		assert.True(t, maps.EqualFunc(first, second, bytes.Equal))
		for name, source := range first {
			line, _, _ := strings.Cut(string(source), "\n")
			assert.Regexp(t, `^// Code generated .* DO NOT EDIT\.$`, line, "tools know a generated file by its first line: %s", name)
		}
	})
}
