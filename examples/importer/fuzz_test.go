package importer_test

import (
	"encoding/xml"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
	"golang.org/x/text/encoding/simplifiedchinese"

	"github.com/eduplan/tonghua/examples/importer"
	"github.com/eduplan/tonghua/indicators/bilingual"
)

// readAny reads a file to its end or its error, and asserts what is true of every file.
func readAny(t *testing.T, path string, lines int) {
	in, err := importer.Open(usual(), path)
	if err != nil {
		for _, l := range []bilingual.Language{bilingual.Chinese, bilingual.English} {
			require.NotEmpty(t, importer.Explain(err, l))
		}
		return
	}
	defer in.Close()
	last, rows := int64(0), 0
	for row, err := range in.Rows() {
		if err != nil {
			require.NotEmpty(t, importer.Explain(err, bilingual.Chinese))
			return
		}
		rows++
		require.Greater(t, row.Place.Row, last, "rows come in their order")
		require.LessOrEqual(t, row.Place.Row, int64(lines), "and stand in the file")
		last = row.Place.Row
	}
	r := in.Report()
	require.Equal(t, r.Lines, r.Blank+r.Left+r.Corrected+r.Rows)
	require.EqualValues(t, rows, r.Rows)
	for _, l := range []bilingual.Language{bilingual.Chinese, bilingual.English} {
		require.True(t, utf8.ValidString(in.Understood(l)) && utf8.ValidString(r.In(l)))
	}
}

func FuzzText(f *testing.F) {
	gb, _ := simplifiedchinese.GB18030.NewEncoder().String(staff)
	for _, text := range []string{staff, "\ufeff" + staff, gb, wrong, "sep=;\n工号;学历\nT1;本科\n", "工号,学历\r=\"T1\",本科\r", "\xff\xfe\xe5\x5d\xf7\x53\x2c\x00", "PK\x03\x04", "工号,学历\nT1,\"a\nb\n"} {
		f.Add([]byte(text))
	}
	dir := f.TempDir()
	f.Fuzz(func(t *testing.T, data []byte) {
		if strings.Contains(string(data), "指纹") || strings.Contains(string(data), "digest") {
			return // places of corrections are those of other files
		}
		path := filepath.Join(dir, "教师.csv")
		require.NoError(t, os.WriteFile(path, data, 0o600))
		readAny(t, path, strings.Count(string(data), "\n")+strings.Count(string(data), "\r")+strings.Count(string(data), "\n\x00")+1)
	})
}

func FuzzWorkbook(f *testing.F) {
	for _, text := range []string{sound[sheet1], strings.Replace(sound[sheet1], "大专", "&#1;", 1), strings.Replace(sound[sheet1], `<row r="3">`, `<row>`, 1),
		strings.Replace(sound[sheet1], "</sheetData>", `</sheetData><mergeCells><mergeCell ref="B2:B3"/></mergeCells>`, 1),
		strings.Replace(sound[sheet1], "<is><t>大专</t></is>", "<f>A1</f><v></v>", 1), strings.ReplaceAll(sound[sheet1], `"`, "'")} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		text := string(data)
		if strings.Contains(text, "指纹") || strings.Contains(text, "digest") {
			return
		}
		in, err := importer.Open(usual(), zipped(t, "教师.xlsx", but(sheet1, func(string) string { return text })))
		if err != nil {
			return
		}
		defer in.Close()
		for _, err := range in.Rows() {
			if err != nil {
				return
			}
		}
		r := in.Report()
		require.GreaterOrEqual(t, int(r.Rows+r.Left+r.Corrected), filledRows(text, in.Files()[0].Sheets[0].To), "no row is lost in silence")
	})
}

// filledRows is how many rows below the header have a text, as a reader of XML finds them.
func filledRows(text string, header int64) (n int) {
	d := xml.NewDecoder(strings.NewReader(text))
	row, inline, filled, data := int64(0), false, false, false
	for {
		token, err := d.Token()
		if err != nil {
			return 0 // where the sheet is broken behind its rows, nothing is asked
		}
		switch e := token.(type) {
		case xml.StartElement:
			switch e.Name.Local {
			case "sheetData":
				data = true
			case "row":
				row, filled = row+1, false
				for _, a := range e.Attr {
					if k, err := strconv.ParseInt(a.Value, 10, 64); err == nil && a.Name.Local == "r" {
						row = k
					}
				}
			case "c":
				inline = false
				for _, a := range e.Attr {
					inline = inline || a.Name.Local == "t" && a.Value == "inlineStr"
				}
			case "t":
				t, err := d.Token()
				if chars, is := t.(xml.CharData); err == nil && is && inline && strings.ContainsAny(string(chars), "本大专科T12") {
					filled = true
				}
			}
		case xml.EndElement:
			switch {
			case e.Name.Local == "row" && filled && data && row > header:
				n++
			case e.Name.Local == "sheetData":
				return n
			}
		}
	}
}
