package importer

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"os"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"

	"github.com/eduplan/tonghua/indicators/bilingual"
)

// longestLine is how many bytes one line of a table may have. A quotation mark that is
// never closed would otherwise take the rest of the file for one cell.
const longestLine = 1 << 20

// openText finds the encoding and the separator of a text.
func (f *file) openText(on *os.File) error {
	head := make([]byte, 1<<16)
	n, err := on.ReadAt(head, 0)
	if err != nil && err != io.EOF {
		return err
	}
	head = head[:n]
	code, name, skip, err := f.encodingOf(on, head)
	if err != nil {
		return err
	}
	open := func() (io.Reader, error) {
		if _, err := on.Seek(skip, io.SeekStart); err != nil {
			return nil, err
		}
		if code == nil {
			return on, nil
		}
		return transform.NewReader(bufio.NewReaderSize(on, 1<<16), code.NewDecoder()), nil
	}
	text, err := open()
	if err != nil {
		return err
	}
	begins := make([]byte, 1<<16)
	n, err = io.ReadFull(text, begins)
	if err != nil && err != io.EOF && err != io.ErrUnexpectedEOF {
		return err
	}
	begins = begins[:n]
	if lower := strings.ToLower(string(begins[:min(n, 512)])); strings.Contains(lower, "<html") || strings.Contains(lower, "<table") || strings.HasPrefix(strings.TrimSpace(lower), "<?xml") {
		return &FileError{File: f.name, Why: why("实际是网页或XML文件，不是表格：请在Excel中打开，另存为“Excel工作簿（.xlsx）”",
			"really a web page or XML and no table: open it in Excel and save it as an Excel workbook (.xlsx)")}
	}
	comma, marked := separator(begins)
	f.format = bilingual.Text{ZH: "文本表格，" + name, EN: "text, " + name}
	f.sheets = []sheet{{lines: func() (lines, error) {
		text, err := open()
		if err != nil {
			return nil, err
		}
		return newTextLines(f.name, text, comma, marked, code != nil), nil
	}}}
	return nil
}

// encodingOf finds the encoding by the mark at the beginning; else the text is in UTF-8 if
// all of it can be, else in GB18030, which Excel writes on Chinese Windows.
func (f *file) encodingOf(on *os.File, head []byte) (code encoding.Encoding, name string, skip int64, err error) {
	switch {
	case bytes.HasPrefix(head, []byte("\xef\xbb\xbf")):
		name, skip = "UTF-8", 3
	case bytes.HasPrefix(head, []byte("\xff\xfe")):
		return unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), "UTF-16", 2, nil
	case bytes.HasPrefix(head, []byte("\xfe\xff")):
		return unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM), "UTF-16", 2, nil
	}
	if little, big := pairs(head); little > 0 && little > big {
		return unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), "UTF-16", 0, nil
	} else if big > 0 {
		return unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM), "UTF-16", 0, nil
	}
	if _, err := on.Seek(skip, io.SeekStart); err != nil {
		return nil, "", 0, err
	}
	broken, utf, err := firstBroken(on)
	switch {
	case err != nil:
		return nil, "", 0, err
	case broken == 0:
		return nil, "UTF-8", skip, nil
	case utf || skip > 0:
		return nil, "", 0, &FileError{File: f.name, Row: broken, Why: why("文件是UTF-8编码，但这一行有损坏的字符：请重新导出", "the file is in UTF-8, and this line has broken characters: export it again")}
	}
	return simplifiedchinese.GB18030, "GB18030", 0, nil
}

// pairs counts what separates cells and lines in a text whose characters have two bytes, by
// which of them comes first. No character of an office is another one's with its bytes
// turned round; digits are, so 一 (4E00) is not counted as N.
func pairs(head []byte) (little, big int) {
	for i := 0; i+1 < len(head); i += 2 {
		switch {
		case head[i+1] == 0 && bytes.IndexByte([]byte("\n\t,;"), head[i]) >= 0:
			little++
		case head[i] == 0 && bytes.IndexByte([]byte("\n\t,;"), head[i+1]) >= 0:
			big++
		}
	}
	return little, big
}

// firstBroken returns the first line that is not UTF-8, 0 for none, and whether the first
// line with Chinese is: then the file is meant to be UTF-8. Letters of two bytes say nothing,
// since Chinese in GB18030, such as 一些, can look so.
func firstBroken(r io.Reader) (broken int64, utf bool, err error) {
	in := bufio.NewReaderSize(r, 1<<16)
	seen := false
	var rest []byte // of a line that is longer than the buffer
	for n := int64(1); ; {
		part, err := in.ReadSlice('\n')
		if err != nil && err != bufio.ErrBufferFull && err != io.EOF {
			return 0, false, err
		}
		whole := part
		if len(rest) > 0 {
			whole = append(rest, part...)
		}
		if err == bufio.ErrBufferFull {
			cut := len(whole) // a character may go on in the next part
			for cut > 0 && cut > len(whole)-utf8.UTFMax && !utf8.RuneStart(whole[cut-1]) {
				cut--
			}
			cut = max(0, cut-1)
			rest = append([]byte(nil), whole[cut:]...)
			whole = whole[:cut]
		} else {
			rest = rest[:0]
		}
		if !utf8.Valid(whole) {
			return n, seen, nil
		}
		if !seen {
			seen = bytes.IndexFunc(whole, func(r rune) bool { return r >= 0x800 }) >= 0
		}
		switch err {
		case io.EOF:
			return 0, true, nil
		case nil:
			n++
		}
	}
}

// separator returns what separates cells: what stands most often in the first lines. A
// first line "sep=;" says it, as Excel writes it.
func separator(text []byte) (comma rune, marked bool) {
	first, _, _ := bytes.Cut(text, []byte("\n"))
	if s := strings.TrimRight(string(first), "\r\n "); len(s) == 5 && s[4] != '"' && strings.EqualFold(s[:4], "sep=") {
		return rune(s[4]), true
	}
	comma, most := ',', 0
	for _, c := range ",\t;|" {
		if n := bytes.Count(text, []byte(string(c))); n > most {
			comma, most = c, n
		}
	}
	return comma, false
}

// textLines reads a text whose cells are separated.
type textLines struct {
	file    string
	csv     *csv.Reader
	guard   *guard
	decoded bool
	comma   string
	width   int   // the most cells of a line so far
	row     int64 // of the line that was read last
	ended   int   // the line of the text on which it ended
}

func newTextLines(name string, text io.Reader, comma rune, marked, decoded bool) *textLines {
	g := &guard{from: transform.NewReader(text, &cellStarts{comma: byte(comma), start: true})}
	buffered := bufio.NewReaderSize(g, 1<<16)
	t := &textLines{file: name, guard: g, decoded: decoded, comma: string(comma), csv: csv.NewReader(buffered)}
	if marked {
		_, _ = buffered.ReadString('\n')
		t.row = 1
	}
	t.csv.Comma, t.csv.FieldsPerRecord, t.csv.ReuseRecord = comma, -1, true
	return t
}

func (t *textLines) next() (line, error) {
	t.guard.since = 0
	cells, err := t.csv.Read()
	if err == io.EOF {
		return line{}, io.EOF
	}
	var wrong *csv.ParseError
	switch {
	case errors.As(err, &wrong):
		return line{}, &FileError{File: t.file, Row: t.row + int64(wrong.StartLine-t.ended), Why: why("引号没有成对：请在Excel中打开，另存为“CSV UTF-8”", "quotation marks do not match: open it in Excel and save it as CSV UTF-8")}
	case errors.Is(err, errLong):
		return line{}, &FileError{File: t.file, Row: t.row + 1, Why: why("一行超过1 MiB，可能有引号没有关闭", "a line of more than 1 MiB: perhaps a quotation mark is not closed")}
	case err != nil:
		return line{}, &FileError{File: t.file, Row: t.row + 1, Why: why("从这一行起无法读取", "cannot be read from this row on"), Err: err}
	}
	// Lines of the text are rows of the sheet, but for line breaks within cells.
	began, _ := t.csv.FieldPos(0)
	last := len(cells) - 1
	ended, _ := t.csv.FieldPos(last)
	t.row += int64(began - t.ended)
	t.ended = ended + strings.Count(cells[last], "\n")
	for i, cell := range cells {
		if t.decoded && strings.ContainsRune(cell, utf8.RuneError) {
			return line{}, &FileError{File: t.file, Row: t.row, Why: why("有无法识别的字符：请在Excel中打开，另存为“CSV UTF-8”", "characters that cannot be read: open it in Excel and save it as CSV UTF-8")}
		}
		switch {
		case cell == "":
		case t.ended > began && t.swallows(cell):
			return line{}, &FileError{File: t.file, Row: t.row, Why: why("一个单元格里有整行内容，可能有引号没有关闭：请在Excel中打开，核对后另存为“CSV UTF-8”",
				"one cell holds a whole line: perhaps a quotation mark is not closed; open it in Excel, look at it and save it as CSV UTF-8")}
		case cell[0] == '\'':
			cells[i] = bilingual.Bare(cell)
		case cell[0] == '=':
			if text, is := quoted(cell[1:]); is {
				cells[i] = text // so Excel keeps leading noughts
			}
		}
	}
	t.width = max(t.width, len(cells))
	return line{row: t.row, cells: cells}, nil
}

// swallows reports whether a cell holds a line of the table: two stray quotation marks make
// one cell of all that is between them.
func (t *textLines) swallows(cell string) bool {
	if t.width < 3 || strings.IndexByte(cell, '\n') < 0 {
		return false
	}
	return strings.Count(cell, t.comma) >= t.width-1
}

// quoted returns what stands between two quotation marks.
func quoted(cell string) (text string, is bool) {
	if len(cell) < 2 || cell[0] != '"' || cell[len(cell)-1] != '"' {
		return "", false
	}
	text = cell[1 : len(cell)-1]
	return text, !strings.Contains(text, `"`)
}

func (t *textLines) Close() error { return nil }

var errLong = errors.New("importer: a line is too long")

// guard refuses to read on where one line is too long.
type guard struct {
	from  io.Reader
	since int64 // bytes since the last line
}

func (g *guard) Read(p []byte) (int, error) {
	if g.since > longestLine {
		return 0, errLong
	}
	n, err := g.from.Read(p)
	g.since += int64(n)
	return n, err
}
