package indicators_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators/subjects"
)

// checked is a subject with the checks of this package's tests.
type checked interface {
	Check(*testing.T)
	CheckStruct(*testing.T)
}

func TestSubjects(t *testing.T) {
	for _, s := range subjects.All() {
		t.Run(s.Key(), func(t *testing.T) {
			s.(checked).Check(t)
			s.(checked).CheckStruct(t)
		})
	}
	t.Run("a subject of a caller's own", busSubject.Check)
}

func TestEverySubjectPackageIsListed(t *testing.T) {
	files, err := filepath.Glob("*/*.go")
	require.NoError(t, err)
	var found, listed []string
	for _, name := range files {
		source, err := os.ReadFile(name)
		require.NoError(t, err)
		if strings.Contains(string(source), "= indicators.NewSubject[") && !strings.HasSuffix(name, "_test.go") {
			found = append(found, fmt.Sprintf("*indicators.Subject[github.com/eduplan/tonghua/indicators/%s.Record]", filepath.Dir(name)))
		}
	}
	for _, s := range subjects.All() {
		listed = append(listed, fmt.Sprintf("%T", s))
	}
	assert.NotEmpty(t, found)
	assert.Equal(t, found, listed, "in the order of the packages")
}

func TestKeysOfSubjectsAreUnique(t *testing.T) {
	var keys []string
	for _, s := range subjects.All() {
		assert.Regexp(t, `^[a-z]+(-[a-z]+)*$`, s.Key())
		keys = append(keys, s.Key())
	}
	slices.Sort(keys)
	assert.Equal(t, keys, slices.Compact(slices.Clone(keys)))
}
