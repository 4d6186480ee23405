package importer

import (
	"strconv"

	"github.com/eduplan/tonghua/indicators/bilingual"
)

// Place is where a row stands.
type Place struct {
	File  string `json:"file"`
	Sheet string `json:"sheet,omitempty"`
	Row   int64  `json:"row"` // as a spreadsheet numbers it, from 1
}

// In returns the place in words.
func (p Place) In(l bilingual.Language) string {
	n := strconv.FormatInt(p.Row, 10)
	return p.where(l) + l.Pick("第"+n+"行", "row "+n)
}

// where is the sheet of the place, ready for a row behind it.
func (p Place) where(l bilingual.Language) string {
	text := bilingual.Plain(p.File)
	if p.Sheet != "" {
		text += l.Pick("“"+bilingual.Plain(p.Sheet)+"”", " "+strconv.Quote(p.Sheet))
	}
	return text + l.Pick("", " ")
}

// String returns the place in Chinese.
func (p Place) String() string { return p.In(bilingual.Chinese) }
