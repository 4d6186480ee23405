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

	"github.com/eduplan/tonghua/plan/internal/tables"
)

// planFolder is package plan, seen from here.
const planFolder = "../.."

func TestGeneratedFilesAreFresh(t *testing.T) {
	read, err := tables.Read()
	require.NoError(t, err)
	sources, err := generate(read)
	require.NoError(t, err)
	require.NotEmpty(t, sources)
	for name, want := range sources {
		got, err := os.ReadFile(filepath.Join(planFolder, name))
		require.NoError(t, err, "run go generate ./plan")
		assert.True(t, bytes.Equal(want, got), "%s is not what the tables say: run go generate ./plan", name)
	}
}

func TestNoGeneratedFileIsLeftOver(t *testing.T) {
	read, err := tables.Read()
	require.NoError(t, err)
	sources, err := generate(read)
	require.NoError(t, err)
	found, err := filepath.Glob(filepath.Join(planFolder, "*_generated.go"))
	require.NoError(t, err)
	for _, path := range found {
		assert.Contains(t, sources, filepath.Base(path), "%s is no longer generated: delete it", path)
	}
	assert.Len(t, found, len(sources))
}

func TestGeneratingTwiceGivesTheSame(t *testing.T) {
	read, err := tables.Read()
	require.NoError(t, err)
	first, err := generate(read)
	require.NoError(t, err)
	second, err := generate(read)
	require.NoError(t, err)
	assert.True(t, maps.EqualFunc(first, second, bytes.Equal))
	for name, source := range first {
		line, _, _ := strings.Cut(string(source), "\n")
		assert.Regexp(t, `^// Code generated .* DO NOT EDIT\.$`, line, "tools know a generated file by its first line: %s", name)
	}
}
