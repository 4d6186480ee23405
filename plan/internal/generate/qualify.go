package main

import (
	"bytes"
	"go/format"
	"go/scanner"
	"go/token"
	"slices"

	"github.com/eduplan/tonghua/plan/internal/tables"
)

// qualified rewrites a file that was written for package plan as one of another package:
// exported names are those of package plan, unless they are keys of fields, follow a point, or
// name a statement of the document.
func qualified(source []byte, t *tables.Tables) ([]byte, error) {
	own := map[string]bool{}
	for _, s := range t.Statements {
		own[exported(s.ID)] = true
	}
	type word struct {
		at   int
		kind token.Token
		text string
	}
	var words []word
	positions := token.NewFileSet()
	file := positions.AddFile("", -1, len(source))
	var s scanner.Scanner
	s.Init(file, source, nil, 0)
	for {
		at, kind, text := s.Scan()
		words = append(words, word{file.Offset(at), kind, text})
		if kind == token.EOF {
			break
		}
	}
	var out bytes.Buffer
	last, names, body := 0, 0, 0
	for i, w := range words {
		if w.kind == token.PACKAGE {
			body = words[i+1].at + len(words[i+1].text)
		}
		if w.kind != token.IDENT || !token.IsExported(w.text) || own[w.text] || words[i-1].kind == token.PERIOD || words[i+1].kind == token.COLON {
			continue
		}
		out.Write(source[last:w.at])
		out.WriteString("plan.")
		last, names = w.at, names+1
	}
	out.Write(source[last:])
	text := out.Bytes()
	if names > 0 {
		text = withImport(text, body)
	}
	return format.Source(text)
}

// withImport adds the import of package plan to those of a file, or behind its package clause.
func withImport(text []byte, body int) []byte {
	const path = "\"github.com/eduplan/tonghua/plan\"\n"
	head, tail, several := bytes.Cut(text, []byte("import (\n"))
	if end := bytes.IndexByte(tail, ')'); several {
		return slices.Concat(head, []byte("import (\n"), tail[:end], []byte(path), tail[end:])
	}
	if one := bytes.Index(text, []byte("import \"")); one >= 0 {
		end := one + bytes.IndexByte(text[one:], '\n')
		return slices.Concat(text[:one], []byte("import (\n"), text[one+len("import "):end+1], []byte(path), []byte(")"), text[end:])
	}
	return slices.Concat(text[:body], []byte("\n\nimport "), []byte(path), text[body:])
}
