package importer

import (
	"archive/zip"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"
	"github.com/xuri/nfp"

	"github.com/eduplan/tonghua/indicators/bilingual"
)

// Limits of a workbook. A file of some kilobytes can unpack to a full disk.
const (
	// DefaultUnpacked is how many bytes a workbook may have when it is unpacked; a sheet
	// of 100,000 rows of 30 columns has some 150 million.
	DefaultUnpacked = 1 << 30

	mostBeside  = 64 << 20 // of what is no sheet and no text of cells: styles, pictures
	mostInRAM   = 1 << 20  // of one part; a larger one is unpacked to a temporary file
	packedTight = 200      // more is no table: those of offices are packed 10 to 60 times
	looksLarge  = 32 << 20 // from which on it is asked how tightly a part is packed
)

// openWorkbook opens an XLSX file.
func (f *file) openWorkbook(on *os.File, size, unpacked int64) error {
	archive, err := zip.NewReader(on, size)
	if err != nil {
		return &FileError{File: f.name, Why: why("文件已损坏，可能没有下载完整：请重新导出", "the file is damaged, perhaps not downloaded in full: export it again")}
	}
	if unpacked == 0 {
		unpacked = DefaultUnpacked
	}
	if err := f.refuseBombs(archive, unpacked); err != nil {
		return err
	}
	parts, err := partsOf(archive)
	if err != nil {
		if errors.Is(err, errNoWorkbook) {
			return &FileError{File: f.name, Why: why("是压缩包，不是Excel工作簿：请先解压，给出其中的表格", "an archive and no Excel workbook: unpack it and give the tables in it")}
		}
		return f.damaged(err)
	}
	if err := completeTexts(archive); err != nil {
		return f.damaged(err)
	}
	book, err := excelize.OpenReader(io.NewSectionReader(on, 0, size), excelize.Options{
		UnzipSizeLimit: unpacked, UnzipXMLSizeLimit: mostInRAM, ShortDatePattern: "yyyy-mm-dd",
	})
	if err != nil {
		return f.damaged(err)
	}
	f.closable = append(f.closable, book)
	showPlainly(book)
	f.format = why("Excel工作簿", "Excel workbook")
	for _, name := range book.GetSheetList() {
		part, is := parts[name]
		if !is {
			continue // a chart
		}
		if part == nil {
			return f.damaged(fmt.Errorf("importer: sheet %q is not in the file", name))
		}
		visible, err := book.GetSheetVisible(name)
		if err != nil {
			return f.damaged(err)
		}
		f.sheets = append(f.sheets, sheet{name: name, hidden: !visible, lines: func() (lines, error) { return f.openSheet(book, name, part) }})
	}
	return nil
}

// completeTexts refuses texts of cells that break off: excelize reads many of them as far as
// they go, and the cells of the others would be empty.
func completeTexts(archive *zip.Reader) error {
	for _, part := range archive.File {
		if part.UncompressedSize64 <= mostInRAM || !strings.HasSuffix(strings.ToLower(part.Name), "sharedstrings.xml") {
			continue
		}
		in, err := part.Open()
		if err != nil {
			return err
		}
		defer in.Close()
		if err := wellFormed(in); err != nil {
			return err
		}
	}
	return nil
}

func (f *file) damaged(err error) error {
	return &FileError{File: f.name, Why: why("工作簿已损坏：请在Excel中打开，修复后另存", "the workbook is damaged: open it in Excel, let it be repaired, and save it"), Err: err}
}

// refuseBombs refuses what would unpack to more than a table has.
func (f *file) refuseBombs(archive *zip.Reader, unpacked int64) error {
	var all uint64
	for _, part := range archive.File {
		size, name := part.UncompressedSize64, strings.ToLower(part.Name)
		all += size
		text := strings.Contains(name, "worksheets/") || strings.HasSuffix(name, "sharedstrings.xml")
		switch {
		case all > uint64(unpacked), !text && size > mostBeside, size > looksLarge && size/packedTight > part.CompressedSize64:
			return &FileError{File: f.name, Why: why(
				fmt.Sprintf("解压后过大（“%s”展开为%d MiB），不像一张表：没有读取", bilingual.Plain(part.Name), size>>20),
				fmt.Sprintf("unpacks to more than a table has (%q to %d MiB): it was not read", part.Name, size>>20))}
		}
	}
	return nil
}

// showPlainly makes all dates of a workbook read as 2025-06-30 and all other numbers as
// they are stored, with the fifteen digits that Excel itself keeps: what a cell shows, such
// as 360 for 359.6, depends on how wide somebody has made it.
func showPlainly(book *excelize.File) {
	_, _ = book.GetStyle(-1) // there is no such style, but now they are read
	if book.Styles == nil || book.Styles.CellXfs == nil {
		return
	}
	codes := map[int]string{}
	if book.Styles.NumFmts != nil {
		for _, n := range book.Styles.NumFmts.NumFmt {
			codes[n.NumFmtID] = n.FormatCode
		}
	}
	day, none := 14, 1<<30 // the short date; no format at all
	for i := range book.Styles.CellXfs.Xf {
		xf := &book.Styles.CellXfs.Xf[i]
		if xf.NumFmtID != nil && isDate(*xf.NumFmtID, codes) {
			xf.NumFmtID = &day
		} else {
			xf.NumFmtID = &none
		}
	}
	if book.Styles.NumFmts != nil { // none of them is used any more
		book.Styles.NumFmts.NumFmt = nil
	}
}

// isDate reports whether a number format shows days or times, by its code or, of those
// that every program knows, by its number (ECMA-376, part 1, 18.8.30).
func isDate(id int, codes map[int]string) bool {
	code, own := codes[id]
	if !own {
		return 14 <= id && id <= 22 || 27 <= id && id <= 36 || 45 <= id && id <= 47 || 50 <= id && id <= 58
	}
	// WPS writes General so, whose G is no era of a date.
	code = strings.ReplaceAll(code, "G/通用格式", "General")
	parser := nfp.NumberFormatParser()
	for _, section := range parser.Parse(code) {
		for _, token := range section.Items {
			if token.TType == nfp.TokenTypeDateTimes || token.TType == nfp.TokenTypeElapsedDateTimes {
				return true
			}
		}
	}
	return false
}

// sheetLines reads a sheet of a workbook.
type sheetLines struct {
	file, sheet string
	rows        *excelize.Rows
	outline     outline
	row         int64
	merged      []merge // those that go on below the row
}

func (f *file) openSheet(book *excelize.File, name string, part *zip.File) (lines, error) {
	in, err := part.Open()
	if err != nil {
		return nil, f.damaged(err)
	}
	defer in.Close()
	o, err := outlineOf(in)
	switch {
	case errors.Is(err, errMarked):
		return nil, &FileError{File: f.name, Sheet: name, Why: why("合并单元格或没有结果的公式过多，不像一张表：请在Excel中打开、重新计算并另存", "more merged cells or formulas without a result than a table has: open it in Excel, calculate and save it")}
	case errors.Is(err, errChar):
		return nil, &FileError{File: f.name, Sheet: name, Row: o.last, Why: why("有Excel不允许的控制字符：请重新导出", "control characters that Excel does not allow: export it again")}
	case errors.Is(err, errOrder):
		return nil, &FileError{File: f.name, Sheet: name, Row: o.last, Why: why("行或单元格的编号乱了，内容可能错位：请在Excel中打开，修复后另存", "the numbers of rows or cells are out of order, so that texts may stand in wrong places: open it in Excel, let it be repaired, and save it")}
	case err != nil || !o.complete:
		return nil, &FileError{File: f.name, Sheet: name, Row: o.last, Why: why("工作表到这一行中断，没有结尾：请重新导出", "the sheet breaks off at this row: export it again"), Err: err}
	}
	if o.broken != nil {
		return nil, &FileError{File: f.name, Sheet: name, Row: o.last, Why: why("这一行已损坏：请重新导出", "this row is damaged: export it again"), Err: o.broken}
	}
	rows, err := book.Rows(name)
	if err != nil {
		return nil, f.damaged(err)
	}
	return &sheetLines{file: f.name, sheet: name, rows: rows, outline: o}, nil
}

func (s *sheetLines) next() (line, error) {
	if !s.rows.Next() {
		if err := s.rows.Error(); err != nil || s.row < s.outline.last {
			return line{}, &FileError{File: s.file, Sheet: s.sheet, Row: s.row + 1, Why: why("工作表从这一行起无法读取：请在Excel中打开，修复后另存", "the sheet cannot be read from this row on: open it in Excel, let it be repaired, and save it"), Err: err}
		}
		return line{}, io.EOF
	}
	s.row++
	cells, err := s.rows.Columns()
	if err != nil {
		return line{}, &FileError{File: s.file, Sheet: s.sheet, Row: s.row, Why: why("这一行无法读取", "this row cannot be read"), Err: err}
	}
	l := line{row: s.row, cells: cells, open: s.outline.open[s.row]}
	l.cells, l.wide = s.merge(cells)
	if len(s.merged) > mostColumns { // such blocks overlap, and each row would ask all of them
		return line{}, &FileError{File: s.file, Sheet: s.sheet, Row: s.row, Why: why("合并单元格互相重叠：请在Excel中打开，修复后另存", "merged cells overlap: open it in Excel, let it be repaired, and save it")}
	}
	return l, nil
}

// merge fills the cells that are merged with one above, and returns the spans of those that
// are merged with one to their left. A note across the sheet stays one cell.
func (s *sheetLines) merge(cells []string) ([]string, []span) {
	for len(s.outline.merged) > 0 && s.outline.merged[0].from <= s.row {
		m := s.outline.merged[0]
		s.outline.merged = s.outline.merged[1:]
		if m.left < len(cells) {
			m.text = cells[m.left]
		}
		s.merged = append(s.merged, m)
	}
	var wide []span
	for _, m := range s.merged {
		if m.text != "" && m.from < s.row {
			for len(cells) <= m.left {
				cells = append(cells, "")
			}
			cells[m.left] = m.text
		}
		if m.right > m.left {
			wide = append(wide, span{m.left, m.right})
		}
	}
	s.merged = slices.DeleteFunc(s.merged, func(m merge) bool { return m.to <= s.row })
	return cells, wide
}

func (s *sheetLines) Close() error { return s.rows.Close() }
