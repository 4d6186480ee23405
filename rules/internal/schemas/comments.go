package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"strings"
)

// comments are what the sources say of types and fields: "plan.Statement",
// "plan.Statement.Term".
type comments map[string]string

// read reads the comments of a package's folder.
func (c comments) read(folder string) error {
	paths, err := filepath.Glob(filepath.Join(folder, "*.go"))
	if err != nil {
		return err
	}
	for _, path := range paths {
		if strings.HasSuffix(path, "_test.go") || strings.HasSuffix(path, "_generated.go") {
			continue
		}
		source, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, source, parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		for _, d := range file.Decls {
			c.declaration(file.Name.Name, d)
		}
	}
	return nil
}

func (c comments) declaration(pkg string, d ast.Decl) {
	decl, ok := d.(*ast.GenDecl)
	if !ok {
		return
	}
	for _, s := range decl.Specs {
		spec, ok := s.(*ast.TypeSpec)
		if !ok {
			continue
		}
		name := pkg + "." + spec.Name.Name
		c[name] = plain(decl.Doc)
		fields, ok := spec.Type.(*ast.StructType)
		if !ok {
			continue
		}
		for _, f := range fields.Fields.List {
			text := plain(f.Doc)
			if text == "" {
				text = plain(f.Comment)
			}
			for _, id := range f.Names {
				c[name+"."+id.Name] = text
			}
		}
	}
}

// links turns the links of a comment into plain words.
var links = strings.NewReplacer("[", "", "]", "")

func plain(g *ast.CommentGroup) string {
	if g == nil {
		return ""
	}
	return links.Replace(strings.Join(strings.Fields(g.Text()), " "))
}
