package importer

import (
	"bytes"
	"encoding/xml"
	"io"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestTheOutlineOfASheet(t *testing.T) {
	o, err := outlineOf(strings.NewReader(`<x:worksheet><x:sheetData><x:row r='2' spans="1:2"><x:c r="A2"><x:f>1</x:f></x:c><x:c r = "AB2" t="str"><x:f>1</x:f><x:v></x:v></x:c></x:row>` +
		"<x:row\n\tr=\"7\"/></x:sheetData><x:mergeCells><x:mergeCell ref=\"B5:C6\"/><x:mergeCell ref=\"A1:A2\"/><x:mergeCell ref=\"D1\"/></x:mergeCells></x:worksheet>"))
	require.NoError(t, err)
	assert.EqualValues(t, 7, o.last)
	assert.True(t, o.complete)
	assert.NoError(t, o.broken)
	assert.Equal(t, map[int64][]int{2: {0}}, o.open)
	assert.Equal(t, []merge{{from: 1, to: 2}, {from: 5, to: 6, left: 1, right: 2}}, o.merged)
}

func TestWhatACellIsCalled(t *testing.T) {
	for ref, want := range map[string]int{"A1": 1, "Z9": 26, "AA10": 27, "XFD1048576": 16384, "b2": 2, "": 0, "7": 0, "甲1": 0} {
		assert.Equal(t, want, columnOf([]byte(ref)), ref)
	}
	assert.Greater(t, columnOf([]byte(strings.Repeat("Z", 100))), 16384)
}

// FuzzOutline asserts that of a sheet which a reader of XML reads to its end no row is missed.
func FuzzOutline(f *testing.F) {
	for _, text := range []string{"", "<", "<row", `<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData></worksheet>`, `<worksheet><sheetData><row r='1'/><row><c t="str"/></row></sheetData></worksheet>`} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		o, err := outlineOf(bytes.NewReader(data))
		if err != nil || !o.complete || o.broken != nil {
			return
		}
		rows, data2, d := int64(0), false, xml.NewDecoder(bytes.NewReader(data))
		for {
			token, err := d.Token()
			if err == io.EOF {
				break
			}
			if err != nil {
				return
			}
			switch e := token.(type) {
			case xml.StartElement:
				if data2 = data2 || e.Name.Local == "sheetData"; data2 && e.Name.Local == "row" {
					rows++
				}
			case xml.EndElement:
				if e.Name.Local == "sheetData" && data2 {
					if rows > o.last {
						t.Errorf("%d rows, and the last is %d", rows, o.last)
					}
					return
				}
			}
		}
	})
}
