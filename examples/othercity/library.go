package main

import (
	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
)

// Library is a subject of the city's own: a school library.
type Library struct {
	indicators.Row
	Books  quantity.Count
	Pupils quantity.Count
}

var library = indicators.NewSubject[Library]("library", bilingual.Text{ZH: "学校图书馆", EN: "school libraries"}, quantity.School)

// The fields of a library.
var (
	Books = indicators.NewNumber(library, "books", bilingual.Text{ZH: "图书", EN: "books"}, quantity.Item,
		func(l *Library) *quantity.Count { return &l.Books })
	Pupils = indicators.NewNumber(library, "pupils", bilingual.Text{ZH: "学生", EN: "pupils"}, quantity.Item,
		func(l *Library) *quantity.Count { return &l.Pupils })
)

// Subject describes a library.
func (Library) Subject() *indicators.Subject[Library] { return library }
