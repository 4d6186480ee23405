package importer

import (
	"archive/zip"
	"bufio"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"path"
	"slices"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
)

// outline is what a sheet's own XML says beside its values. The stream of excelize ends
// without an error where the XML is broken, and does not tell which formulas have no
// result and which cells are merged; half a table would be taken for all of it.
type outline struct {
	last     int64 // the last row
	complete bool
	open     map[int64][]int // columns of formulas without a result, by row
	merged   []merge         // by their first row
	broken   error           // of the last row, after which none would be missed
}

// merge is a block of merged cells, all of which show the text of the first.
type merge struct {
	from, to    int64 // rows
	left, right int   // columns from 0
	text        string
}

// Limits of a sheet.
const (
	mostMarked  = 200_000 // merged blocks, or formulas without a result
	mostRows    = 1 << 20 // as Excel has them
	mostColumns = 1 << 14
	longestRow  = 16 << 20
)

var (
	errMarked = errors.New("importer: more merged cells or formulas than a table has")
	errChar   = errors.New("importer: a character that XML does not allow")
	errOrder  = errors.New("importer: rows or cells are not in their order")
)

// outlining is an outline that is being read.
type outlining struct {
	outline
	data    bool   // within the rows
	inRow   bool   // within one
	row     []byte // all of the last row
	cell    []byte // the tag of the cell
	column  int    // of the cell, from 1
	formula bool
	value   bool
	pending bool // the value is told by what comes next
	marked  int
}

// outlineOf reads the outline of a sheet.
func outlineOf(in io.Reader) (outline, error) {
	o := outlining{outline: outline{open: map[int64][]int{}}}
	r := bufio.NewReaderSize(in, 1<<18)
	for {
		text, err := r.ReadSlice('<')
		o.text(text)
		switch {
		case err == io.EOF:
			slices.SortStableFunc(o.merged, func(a, b merge) int { return int(a.from - b.from) })
			if o.last > 0 {
				o.broken = wellFormed(bytes.NewReader(o.row))
			}
			return o.outline, nil
		case err != nil && err != bufio.ErrBufferFull:
			return o.outline, err
		case illegal(text):
			return o.outline, errChar
		case err != nil:
			continue
		}
		tag, err := r.ReadSlice('>')
		if err == io.EOF {
			return o.outline, nil
		}
		if err != nil && err != bufio.ErrBufferFull {
			return o.outline, err
		}
		if err := o.tag(tag); err != nil {
			return o.outline, err
		}
	}
}

// text notes what stands between two tags.
func (o *outlining) text(text []byte) {
	if o.inRow {
		o.row = append(o.row, text...)
	}
	if o.pending { // openpyxl writes <v></v> where nothing was calculated
		o.value, o.pending = len(text) > 1, false
	}
}

// tag notes a tag without its first mark.
func (o *outlining) tag(tag []byte) error {
	name, closing, closed := tagOf(tag)
	if o.inRow {
		o.row = append(o.row, tag...)
	}
	switch string(name) {
	case "sheetData":
		o.data = !closing && !closed // rows of another kind may come behind: where a button stands
	case "row":
		return o.rowTag(tag, closing, closed)
	case "c":
		return o.cellTag(tag, closing, closed)
	case "f":
		o.formula = true
	case "v":
		if !closing && !closed && !o.value {
			o.value = bytes.Equal(attribute(o.cell, "t"), []byte("str")) // a formula may give no text
			o.pending = !o.value
		}
	case "is":
		o.value = true
	case "mergeCell":
		if m, is := mergeOf(string(attribute(tag, "ref"))); is {
			o.merged = append(o.merged, m)
		}
		o.marked++
	case "worksheet":
		o.complete = closing
	}
	if o.marked > mostMarked || len(o.row) > longestRow {
		return errMarked
	}
	return nil
}

func (o *outlining) rowTag(tag []byte, closing, closed bool) error {
	if !o.data {
		return nil
	}
	if o.inRow = !closing && !closed; closing {
		return nil
	}
	o.row = append(append(o.row[:0], '<'), tag...)
	before := o.last
	o.last++
	o.column = 0
	if n, err := strconv.ParseInt(string(attribute(tag, "r")), 10, 64); err == nil {
		o.last = n
	}
	if o.last <= before || o.last > mostRows {
		return errOrder
	}
	return nil
}

func (o *outlining) cellTag(tag []byte, closing, closed bool) error {
	switch {
	case !o.data:
	case !closing:
		o.cell, o.formula, o.value = append(o.cell[:0], tag...), false, closed
		ref, first := bytes.CutPrefix(tag, []byte(`c r="`)) // as almost all write it
		if !first {
			ref = attribute(tag, "r")
		}
		at := columnOf(ref)
		if at == 0 {
			at = o.column + 1
		}
		if at <= o.column {
			return errOrder
		}
		o.column = at
	case o.formula && !o.value:
		o.open[o.last] = append(o.open[o.last], o.column-1)
		o.marked++
	}
	return nil
}

// illegal reports whether a text has characters for which a reader of XML gives up.
func illegal(text []byte) bool {
	for _, b := range text {
		if b < ' ' && b != '\n' && b != '\r' && b != '\t' {
			return true
		}
	}
	return false
}

// tagOf returns the name of a tag without its prefix, and whether it closes an element or
// is one by itself.
func tagOf(tag []byte) (name []byte, closing, closed bool) {
	closed = bytes.HasSuffix(tag, []byte("/>"))
	if closing = bytes.HasPrefix(tag, []byte("/")); closing {
		tag = tag[1:]
	}
	from := 0
	for i, b := range tag {
		switch b {
		case ':':
			from = i + 1
		case ' ', '\t', '\r', '\n', '/', '>':
			return tag[from:i], closing, closed
		}
	}
	return tag[from:], closing, closed
}

// attribute returns the value of an attribute of a tag.
func attribute(tag []byte, name string) []byte {
	for at := 0; ; {
		i := bytes.IndexByte(tag[at:], '=')
		if i < 0 {
			return nil
		}
		i += at
		before := bytes.TrimRight(tag[:i], " \t\r\n")
		value := bytes.TrimLeft(tag[i+1:], " \t\r\n")
		if len(value) == 0 {
			return nil
		}
		end := bytes.IndexByte(value[1:], value[0])
		if end < 0 {
			return nil
		}
		if n := len(before) - len(name); n > 0 && string(before[n:]) == name && bytes.IndexByte([]byte(" \t\r\n"), before[n-1]) >= 0 {
			return value[1 : end+1]
		}
		at = len(tag) - len(value) + end + 2
	}
}

// columnOf returns the column of a cell such as AB12, from 1; 0 for none.
func columnOf(ref []byte) (n int) {
	for _, b := range ref {
		switch {
		case 'A' <= b && b <= 'Z':
			n = n*26 + int(b-'A') + 1
		case 'a' <= b && b <= 'z':
			n = n*26 + int(b-'a') + 1
		default:
			return n
		}
		if n > mostColumns {
			return n
		}
	}
	return n
}

// wellFormed returns why an element cannot be read to its end.
func wellFormed(in io.Reader) error {
	d := decoder(in)
	for depth := 0; ; {
		token, err := d.Token()
		if err == io.EOF {
			return io.ErrUnexpectedEOF
		}
		if err != nil {
			return err
		}
		switch token.(type) {
		case xml.StartElement:
			depth++
		case xml.EndElement:
			if depth--; depth == 0 {
				return nil
			}
		}
	}
}

func mergeOf(ref string) (m merge, is bool) {
	from, to, two := strings.Cut(ref, ":")
	if !two {
		return m, false
	}
	left, top, err := excelize.CellNameToCoordinates(from)
	right, bottom, err2 := excelize.CellNameToCoordinates(to)
	return merge{from: int64(top), to: int64(bottom), left: left - 1, right: right - 1}, err == nil && err2 == nil
}

// partsOf returns the part of each sheet by the sheet's name.
func partsOf(archive *zip.Reader) (map[string]*zip.File, error) {
	var book struct {
		Sheets []struct {
			Name string     `xml:"name,attr"`
			Attr []xml.Attr `xml:",any,attr"`
		} `xml:"sheets>sheet"`
	}
	var relations struct {
		List []struct {
			ID     string `xml:"Id,attr"`
			Target string `xml:"Target,attr"`
			Type   string `xml:"Type,attr"`
		} `xml:"Relationship"`
	}
	files := map[string]*zip.File{}
	for _, f := range archive.File {
		files[strings.ToLower(strings.TrimPrefix(strings.ReplaceAll(f.Name, `\`, "/"), "/"))] = f
	}
	if err := decode(files["xl/workbook.xml"], &book); err != nil {
		return nil, err
	}
	if err := decode(files["xl/_rels/workbook.xml.rels"], &relations); err != nil {
		return nil, err
	}
	targets := map[string]string{}
	for _, r := range relations.List {
		if strings.HasSuffix(r.Type, "/worksheet") {
			target := r.Target
			if !strings.HasPrefix(target, "/") {
				target = path.Join("xl", target)
			}
			targets[r.ID] = strings.ToLower(strings.TrimPrefix(target, "/"))
		}
	}
	parts := map[string]*zip.File{}
	for _, s := range book.Sheets {
		for _, a := range s.Attr {
			if target, is := targets[a.Value]; is && a.Name.Local == "id" {
				parts[s.Name] = files[target]
			}
		}
	}
	return parts, nil
}

var errNoWorkbook = errors.New("importer: no workbook")

func decode(part *zip.File, into any) error {
	if part == nil {
		return errNoWorkbook
	}
	in, err := part.Open()
	if err != nil {
		return err
	}
	defer in.Close()
	return decoder(in).Decode(into)
}

// decoder reads XML, whatever it says of its encoding: names and marks are the same in all.
func decoder(in io.Reader) *xml.Decoder {
	d := xml.NewDecoder(in)
	d.CharsetReader = func(_ string, r io.Reader) (io.Reader, error) { return r, nil }
	return d
}
