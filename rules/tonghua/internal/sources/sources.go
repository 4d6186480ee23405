// Package sources reads the files of the rule book: which rules each of them
// declares, in what order, and over which subject. It reads syntax and no
// types, so that the book need not compile while its sets are written.
package sources

import (
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path"
	"path/filepath"
	"strconv"
	"strings"
)

// Book is the rule book as its files declare it, tests and generated files left
// out.
type Book struct {
	Positions *token.FileSet
	Files     []File // in the order of their names, which is that of the sections
}

// File is a file of the book.
type File struct {
	Name    string
	Heading string // the comment at its head, such as "Section 三（十） 教师队伍."
	Syntax  *ast.File
	Rules   []Rule // in the order of their declarations
}

// Rule is a rule as it is declared: an exported variable.
type Rule struct {
	Name    string
	Doc     string
	Subject string // the package of its records, by import path; "" where evidence answers
}

// Read reads the book in a folder. An exported variable that is no rule, and a
// rule whose subject cannot be read, are errors; all are reported at once.
func Read(folder string) (Book, error) {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return Book{}, err
	}
	b := Book{Positions: token.NewFileSet()}
	for _, e := range entries {
		name := e.Name()
		if !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") || strings.HasSuffix(name, "_generated.go") {
			continue
		}
		syntax, err := parser.ParseFile(b.Positions, filepath.Join(folder, name), nil, parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			return Book{}, err
		}
		b.Files = append(b.Files, File{Name: name, Heading: heading(syntax), Syntax: syntax})
	}
	r := reader{positions: b.Positions, results: results(b.Files)}
	for i := range b.Files {
		r.file(&b.Files[i])
	}
	if len(r.errs) > 0 {
		return Book{}, errors.Join(r.errs...)
	}
	return b, nil
}

// heading returns the comment before the package clause, the documentation of
// the package left out.
func heading(file *ast.File) string {
	if len(file.Comments) == 0 || file.Comments[0].Pos() > file.Package || file.Comments[0] == file.Doc {
		return ""
	}
	return strings.TrimSpace(file.Comments[0].Text())
}

// results returns the subjects of the indicators that the functions of the book
// return, by the names of the functions.
func results(files []File) map[string]string {
	subjects := map[string]string{}
	for _, f := range files {
		for _, d := range f.Syntax.Decls {
			if d, ok := d.(*ast.FuncDecl); ok && d.Recv == nil && d.Type.Results.NumFields() == 1 {
				subjects[d.Name.Name] = subjectOf(f.Syntax, d.Type.Results.List[0].Type)
			}
		}
	}
	return subjects
}

// subjectOf returns the package of T in a generic type such as
// indicators.Share[teacher.Record], "" where the type is another one.
func subjectOf(file *ast.File, indicator ast.Expr) string {
	generic, ok := indicator.(*ast.IndexExpr)
	if !ok {
		return ""
	}
	record, ok := generic.Index.(*ast.SelectorExpr)
	if !ok {
		return ""
	}
	from, ok := record.X.(*ast.Ident)
	if !ok {
		return ""
	}
	for _, spec := range file.Imports {
		imported, err := strconv.Unquote(spec.Path.Value)
		if err != nil {
			continue
		}
		name := path.Base(imported)
		if spec.Name != nil {
			name = spec.Name.Name
		}
		if name == from.Name {
			return imported
		}
	}
	return ""
}

// reader collects the rules of files, and what is wrong with them.
type reader struct {
	positions *token.FileSet
	results   map[string]string
	errs      []error
}

func (r *reader) fail(at ast.Node, format string, args ...any) {
	r.errs = append(r.errs, fmt.Errorf("%s: "+format, append([]any{r.positions.Position(at.Pos())}, args...)...))
}

func (r *reader) file(f *File) {
	for _, d := range f.Syntax.Decls {
		g, ok := d.(*ast.GenDecl)
		if !ok || g.Tok != token.VAR {
			continue
		}
		for _, s := range g.Specs {
			v := s.(*ast.ValueSpec)
			doc := g.Doc
			if g.Lparen.IsValid() {
				doc = v.Doc
			}
			for i, name := range v.Names {
				if !name.IsExported() {
					continue
				}
				if len(v.Values) != len(v.Names) {
					r.fail(name, "%s is no rule: it has no value of its own", name.Name)
					continue
				}
				if subject, ok := r.rule(f.Syntax, name, v.Values[i]); ok {
					f.Rules = append(f.Rules, Rule{Name: name.Name, Doc: doc.Text(), Subject: subject})
				}
			}
		}
	}
}

// rule returns the subject of the rule that a variable holds.
func (r *reader) rule(file *ast.File, name *ast.Ident, value ast.Expr) (subject string, ok bool) {
	call, ok := value.(*ast.CallExpr)
	if ok {
		switch made := constructor(call.Fun); {
		case made == "attested" || made == "rules.MustAttested":
			return "", true
		case made == "rules.MustShare", made == "rules.MustRatio", made == "rules.MustCount", made == "rules.MustDuty":
			if subject = r.over(file, call.Args); subject == "" {
				r.fail(name, "the subject of %s cannot be read: write its indicator in place, as in indicators.Duty[teacher.Record]{…}, or as a function of the book that returns one", name.Name)
			}
			return subject, subject != ""
		}
	}
	r.fail(name, "%s is no rule: want a call of rules.MustShare, MustRatio, MustCount, MustDuty or MustAttested, or of attested", name.Name)
	return "", false
}

// constructor returns the function that makes a rule: "rules.MustShare".
func constructor(function ast.Expr) string {
	switch f := function.(type) {
	case *ast.Ident:
		return f.Name
	case *ast.SelectorExpr:
		if from, ok := f.X.(*ast.Ident); ok {
			return from.Name + "." + f.Sel.Name
		}
	}
	return ""
}

// over returns the subject of the indicator that stands behind the plan and the
// statement.
func (r *reader) over(file *ast.File, args []ast.Expr) string {
	const indicator = 2
	if len(args) <= indicator {
		return ""
	}
	switch a := args[indicator].(type) {
	case *ast.CompositeLit:
		return subjectOf(file, a.Type)
	case *ast.CallExpr:
		return r.results[constructor(a.Fun)]
	}
	return ""
}
