package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/rules/tonghua/internal/sources"
)

// bookFolder is package tonghua, seen from here.
const bookFolder = "../.."

func read(t *testing.T) sources.Book {
	t.Helper()
	book, err := sources.Read(bookFolder)
	require.NoError(t, err)
	return book
}

func TestTheSetsAreFresh(t *testing.T) {
	want, err := generate(read(t))
	require.NoError(t, err)
	got, err := os.ReadFile(filepath.Join(bookFolder, generated))
	require.NoError(t, err, "run go generate ./rules/tonghua")
	assert.Equal(t, string(want), string(got), "the sets are not what the sections say: run go generate ./rules/tonghua")
	line, _, _ := strings.Cut(string(want), "\n")
	assert.Regexp(t, `^// Code generated .* DO NOT EDIT\.$`, line, "tools know a generated file by its first line")
}

func TestEachRuleStandsInOneSetAndInTheWhole(t *testing.T) {
	book := read(t)
	source, err := generate(book)
	require.NoError(t, err)
	for _, f := range book.Files {
		for _, r := range f.Rules {
			assert.Equal(t, 2, strings.Count(string(source), "\t\t"+r.Name+",\n"), r.Name)
		}
	}
}

// small is a book with one rule over each subject, and one by evidence.
func small() sources.Book {
	rules := []sources.Rule{{Name: "Promise"}}
	for _, s := range sets {
		rules = append(rules, sources.Rule{Name: "Of" + s.name, Subject: s.subject})
	}
	return sources.Book{Files: []sources.File{{Name: "section.go", Rules: rules}}}
}

func TestASetIsAFunctionThatListsItsRules(t *testing.T) {
	book := small()
	book.Files = append(book.Files, sources.File{Name: "section_2.go", Rules: []sources.Rule{{Name: "Late", Subject: module + "/indicators/pupil"}}})
	source, err := generate(book)
	require.NoError(t, err)
	for _, want := range []string{
		"\n// Pupils returns all rules over pupils.\nfunc Pupils() rules.Set[pupil.Record] {\n\treturn rules.Set[pupil.Record]{\n\t\tOfPupils,\n\t\tLate,\n\t}\n}\n",
		"\n\t\"github.com/eduplan/tonghua/indicators/pupil\"\n",
		"\nfunc ByEvidence() []rules.Attested {\n\treturn []rules.Attested{\n\t\tPromise,\n\t}\n}\n",
		"\nfunc All() []rules.View {\n\treturn []rules.View{\n\t\tPromise,\n\t\tOfEnrolments,\n",
		"\n\t\tOfCountyYears,\n\t\tLate,\n\t}\n}\n",
	} {
		assert.Contains(t, string(source), want)
	}
}

func TestANewSubjectIsAskedFor(t *testing.T) {
	book := small()
	book.Files[0].Rules = append(book.Files[0].Rules, sources.Rule{Name: "Books", Subject: module + "/indicators/library"})
	_, err := generate(book)
	assert.EqualError(t, err, "section.go: rule Books is over a new subject: add github.com/eduplan/tonghua/indicators/library to sets in "+
		"rules/tonghua/internal/generate/sets.go, with the name of its set and what a record is")
}

func TestASetWithoutRulesIsAnError(t *testing.T) {
	book := small()
	book.Files[0].Rules = book.Files[0].Rules[:len(book.Files[0].Rules)-1]
	_, err := generate(book)
	assert.EqualError(t, err, "no rule is over github.com/eduplan/tonghua/indicators/countyyear: take it out of sets in rules/tonghua/internal/generate/sets.go")
}
