package main

import (
	"errors"
	"path/filepath"
	"reflect"

	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules/report"
	"github.com/eduplan/tonghua/rules/verdict"
)

const (
	dialect    = "https://json-schema.org/draft/2020-12/schema"
	repository = "https://github.com/eduplan/tonghua/"

	catalogueFile = "plan/schema/catalogue.schema.json"
	resultFile    = "rules/schema/result.schema.json"
	factFile      = "indicators/schema/fact.schema.json"
	reportFile    = "rules/report/schema/report.schema.json"
)

// schemas returns the files by their names within the project, whose root is
// the folder given.
func schemas(root string) (map[string][]byte, error) {
	said := comments{}
	for _, folder := range []string{"plan", "rules/verdict", "rules/report", "indicators/quantity", "indicators/bilingual"} {
		if err := said.read(filepath.Join(root, filepath.FromSlash(folder))); err != nil {
			return nil, err
		}
	}
	files := map[string][]byte{}
	var errs []error
	for name, schema := range map[string]object{catalogueFile: catalogue(said), resultFile: result(said), reportFile: reports(said), factFile: {
		{"$schema", dialect}, {"$id", repository + factFile}, {"title", "Facts"},
		{"description", "Records as files and services hand them over, one definition a subject. Each value is one that the field's Parse reads; " +
			"a value that is left out, null or an empty text is unknown."},
		{"$defs", facts()}}} {
		content, err := schema.printed()
		if err != nil {
			errs = append(errs, err)
		}
		files[name] = content
	}
	return files, errors.Join(errs...)
}

// catalogue describes what plan.Plan.WriteJSON writes.
func catalogue(said comments) object {
	b := &builder{said: said, known: map[reflect.Type]bool{}}
	document := b.fields(reflect.TypeFor[plan.Document]())
	form := member{"format", object{{"description", "the version of this form"}, {"const", plan.CatalogueFormat}}}
	root := object{{"$schema", dialect}, {"$id", repository + catalogueFile}, {"title", "Catalogue of a plan"}}
	for _, m := range document {
		switch m.key {
		case "description":
			m.value = "What a plan says, statement by statement, as plan.Plan.WriteJSON writes it."
		case "properties":
			m.value = append(object{form}, m.value.(object)...)
		case "required":
			m.value = append([]string{"format"}, m.value.([]string)...)
		}
		root = append(root, m)
	}
	return append(root, member{"$defs", b.defs})
}

// reports describes a report.
func reports(said comments) object {
	b := &builder{said: said, known: map[reflect.Type]bool{}}
	form := b.of(reflect.TypeFor[report.Report]())
	return object{{"$schema", dialect}, {"$id", repository + reportFile}, {"title", "Report on a plan"},
		{"description", "The state of a plan on a day, statement by statement. The result of a group has those fields alone in which it differs from the statement's result; null is a field that it does not have."},
		{"anyOf", []any{form}}, {"$defs", b.defs}}
}

// result describes the results of a pass, and a single one.
func result(said comments) object {
	b := &builder{said: said, known: map[reflect.Type]bool{}}
	forms := []any{b.of(reflect.TypeFor[verdict.Results]()), b.of(reflect.TypeFor[verdict.Result]())}
	return object{{"$schema", dialect}, {"$id", repository + resultFile}, {"title", "Results of rules"},
		{"description", "The verdicts of a pass, or one of them."}, {"anyOf", forms}, {"$defs", b.defs}}
}
