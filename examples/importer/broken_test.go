package importer_test

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"encoding/binary"
	"hash/crc32"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/encoding/simplifiedchinese"

	"github.com/eduplan/tonghua/examples/importer"
	"github.com/eduplan/tonghua/indicators/bilingual"
)

// sound is a workbook that can be read, of two teachers.
var sound = partsOf(inline(1, "工号", "学历", "培训学时") + inline(2, "T1", "本科", "1|0") + inline(3, "T2", "大专", "2|0"))

// but is the sound workbook with one part changed.
func but(part string, change func(text string) string) map[string]string {
	parts := map[string]string{}
	for name, text := range sound {
		parts[name] = text
	}
	parts[part] = change(parts[part])
	return parts
}

const sheet1 = "xl/worksheets/sheet1.xml"

func replaced(old, by string) func(string) string {
	return func(text string) string { return strings.Replace(text, old, by, 1) }
}

// refusedFile asserts that a file cannot be read, and that the error says so in both languages.
func refusedFile(t *testing.T, path string, says ...string) {
	t.Helper()
	_, err := tried(usual(), path)
	var wrong *importer.FileError
	require.ErrorAs(t, err, &wrong)
	zh, en := importer.Explain(err, bilingual.Chinese), importer.Explain(err, bilingual.English)
	for _, text := range says {
		assert.Contains(t, zh+"\n"+en, text)
	}
	assert.Contains(t, zh, filepath.Base(path))
	assert.Contains(t, en, filepath.Base(path))
	assert.NotEqual(t, zh, en)
	assert.Regexp(t, `[：，].*[\p{Han}]`, zh)
	assert.Regexp(t, `: [a-z]+ [a-z]+`, en)
}

func TestATextThatIsBrokenIsRefusedWithItsLine(t *testing.T) {
	gb, err := simplifiedchinese.GB18030.NewEncoder().String("工号,学历\nT1,本科\nT2,大专\n")
	require.NoError(t, err)
	long := strings.Repeat("甲", 1<<19)
	for _, c := range []struct {
		name, content string
		says          []string
	}{
		{"nothing in it", "", []string{"文件是空的", "the file is empty"}},
		{"a broken byte in UTF-8", "工号,学历\nT1,本科\nT2,本\xe7\x2c\nT3,本科\n", []string{"第3行：", "row 3: ", "请重新导出"}},
		{"a broken byte behind the mark of UTF-8", "\xef\xbb\xbfa,b\nT1,\xff\n", []string{"第2行："}},
		{"a broken byte in GB18030", strings.Replace(gb, "T2,", "T2,\xff", 1), []string{"第3行：", "row 3: ", "另存为“CSV UTF-8”"}},
		{"half a character at the end of GB18030", gb + "T3,\xb1", []string{"第4行："}},
		{"half a character at the end of UTF-16", "\xff\xfe" + "a\x00,\x00b\x00\n\x00c", []string{"另存为“CSV UTF-8”"}},
		{"a quotation mark that is not closed", "工号,学历\nT1,\"本科\nT2,大专\n", []string{"第2行：引号没有成对", "row 2: quotation marks do not match"}},
		{"two stray quotation marks with whole lines between them", "工号,姓名,学历\nT1,甲,本科\nT2,\"乙,大专\nT3,丙,本科\nT4,丁\",大专\n", []string{"第3行：一个单元格里有整行内容", "row 3: one cell holds a whole line"}},
		{"a quotation mark within a cell", "工号,学历\nT1,5\"寸\n", []string{"第2行：引号没有成对"}},
		{"a formula between quotation marks", "工号,学历\nT1,=\"本\"&\"科\"\n", []string{"第2行：引号没有成对"}},
		{"a quotation mark that is not closed in a large file", "工号,学历\nT1,\"本科\n" + strings.Repeat("T2,大专\n", 1<<18), []string{"第2行：一行超过1 MiB", "row 2: a line of more than 1 MiB"}},
		{"a line of more than a MiB", "工号,姓名,学历\nT0,甲,本科\nT1," + long + ",大专\n", []string{"第3行：一行超过1 MiB"}},
		{"a page of the web called a table", "<html><body><table><tr><td>工号</td></tr></table></body></html>", []string{"实际是网页", "a web page"}},
		{"another page", "\n<TABLE border=1><tr><td>工号</td></tr></TABLE>", []string{"实际是网页"}},
		{"a workbook in XML of 2003", `<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"></Workbook>`, []string{"XML"}},
		{"an old workbook, or one with a password", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + strings.Repeat("\x00", 600), []string{"旧版Excel文件（.xls）或加了密码", "take the password off"}},
		{"a printed page", "%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", []string{"PDF"}},
		{"a letter without any header", "各校：\n请报送花名册。\n", []string{"没有找到“教师”的表头", "no header of the subject teachers"}},
		{"a picture", "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x01", nil},
	} {
		t.Run(c.name, func(t *testing.T) { refusedFile(t, written(t, "教师.xls", c.content), c.says...) })
	}
}

func TestWhatIsNoFileIsSaid(t *testing.T) {
	refusedFile(t, t.TempDir(), "是文件夹", "a folder")
	_, err := importer.Open(usual(), "没有这份.xlsx")
	assert.ErrorIs(t, err, os.ErrNotExist)
	assert.Contains(t, importer.Explain(err, bilingual.Chinese), "没有这份.xlsx")
	_, err = importer.Open(usual())
	assert.ErrorContains(t, err, "no file was given")
	_, err = importer.Open(usual(), "没有一.csv", written(t, "空.csv", ""), written(t, "好.csv", staff))
	lines := strings.Split(importer.Explain(err, bilingual.Chinese), "\n")
	assert.Len(t, lines, 2, "all files that are wrong are said at once")
}

func TestAWorkbookThatIsBrokenIsRefusedWithSheetAndRow(t *testing.T) {
	for _, c := range []struct {
		name  string
		parts map[string]string
		says  []string
	}{
		{"cut off between rows", but(sheet1, func(s string) string { return s[:strings.Index(s, `<row r="3"`)] }), []string{"工作表“教师”，第2行：工作表到这一行中断", `sheet "教师", row 2: the sheet breaks off`}},
		{"cut off within a row", but(sheet1, func(s string) string { return s[:strings.Index(s, "大专")] }), []string{"工作表“教师”，第3行：工作表到这一行中断"}},
		{"a control character in a cell", but(sheet1, replaced("大专", "大\x01专")), []string{"工作表“教师”，第3行：有Excel不允许的控制字符"}},
		{"the number of such a character", but(sheet1, replaced("大专", "大&#1;专")), []string{"工作表“教师”，第3行"}},
		{"the number of such a character before the last row", but(sheet1, replaced("本科", "&#1;")), []string{"工作表“教师”，第3行", "从这一行起无法读取"}},
		{"a word of HTML in the last row", but(sheet1, replaced("大专", "大&nbsp;专")), []string{"工作表“教师”，第3行：这一行已损坏"}},
		{"a broken byte in the last row", but(sheet1, replaced("大专", "\xe5\xa4")), []string{"工作表“教师”，第3行"}},
		{"a tag that is not closed in the last row", but(sheet1, replaced("大专</t>", "大专")), []string{"工作表“教师”，第3行"}},
		{"rows that go back", but(sheet1, replaced(`<row r="3">`, `<row r="1">`)), []string{"编号乱了", "out of order"}},
		{"a row twice", but(sheet1, replaced(`<row r="3">`, `<row r="2">`)), []string{"编号乱了"}},
		{"a row beyond all rows", but(sheet1, replaced(`<row r="3">`, `<row r="99999999999">`)), []string{"编号乱了"}},
		{"cells that go back", but(sheet1, replaced(`<c r="B3"`, `<c r="A3"`)), []string{"工作表“教师”，第3行：", "编号乱了"}},
		{"a cell beyond all columns", but(sheet1, replaced(`<c r="C3"`, `<c r="ZZZZ3"`)), []string{"工作表“教师”，第3行"}},
		{"no sheet", func() map[string]string { p := but(sheet1, replaced("", "")); delete(p, sheet1); return p }(), []string{"工作簿已损坏"}},
		{"no list of sheets", but("xl/workbook.xml", func(string) string { return "" }), []string{"工作簿已损坏"}},
		{"half a list of sheets", but("xl/workbook.xml", func(s string) string { return s[:len(s)-20] }), []string{"工作簿已损坏"}},
		{"half of the texts of cells", but("xl/sharedStrings.xml", func(string) string { return `<sst xmlns="` + mainNS + `"><si><t>甲</t></si><si>` }), []string{"教师.xlsx"}},
		{"half of many texts of cells", but("xl/sharedStrings.xml", func(string) string {
			return `<sst xmlns="` + mainNS + `">` + strings.Repeat("<si><t>东昌区第一中学</t></si>", 1<<18) + "<si>"
		}), []string{"工作簿已损坏"}},
		{"no workbook, but other files", map[string]string{"教师.csv": "工号,学历\n", "读我.txt": "x"}, []string{"是压缩包，不是Excel工作簿", "an archive and no Excel workbook"}},
		{"a letter of Word", map[string]string{"[Content_Types].xml": "<Types/>", "word/document.xml": "<w/>"}, []string{"不是Excel工作簿"}},
		{"more merged cells than a table has", but(sheet1, replaced("</sheetData>", "</sheetData><mergeCells>"+strings.Repeat(`<mergeCell ref="A1:B2"/>`, 200_001)+"</mergeCells>")), []string{"合并单元格"}},
		{"merged cells upon each other", but(sheet1, replaced("</sheetData>", "</sheetData><mergeCells>"+strings.Repeat(`<mergeCell ref="A1:B1000000"/>`, 100_000)+"</mergeCells>")), []string{"合并单元格互相重叠", "merged cells overlap"}},
	} {
		t.Run(c.name, func(t *testing.T) { refusedFile(t, zipped(t, "教师.xlsx", c.parts), c.says...) })
	}
}

func TestAFileThatIsCutOffIsRefused(t *testing.T) {
	whole, err := os.ReadFile(zipped(t, "教师.xlsx", sound))
	require.NoError(t, err)
	for _, keep := range []int{5, len(whole) / 3, len(whole) / 2, len(whole) - 30, len(whole) - 1} {
		refusedFile(t, written(t, "教师.xlsx", string(whole[:keep])), "文件已损坏，可能没有下载完整", "export it again")
	}
}

func TestASheetThatWasChangedOnTheWayIsRefused(t *testing.T) {
	path := filepath.Join(t.TempDir(), "教师.xlsx")
	out, err := os.Create(path)
	require.NoError(t, err)
	archive := zip.NewWriter(out)
	for name, text := range sound {
		w, err := archive.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Store})
		require.NoError(t, err)
		_, err = io.WriteString(w, text)
		require.NoError(t, err)
	}
	require.NoError(t, archive.Close())
	require.NoError(t, out.Close())
	whole, err := os.ReadFile(path)
	require.NoError(t, err)
	refusedFile(t, written(t, "教师.xlsx", strings.Replace(string(whole), "本科", "大专", 1)), "checksum error")
}

// bomb is an archive with a part of so many noughts, which may declare another size.
func bomb(t *testing.T, part string, size, declared int64) string {
	t.Helper()
	var packed bytes.Buffer
	w, err := flate.NewWriter(&packed, flate.BestCompression)
	require.NoError(t, err)
	sum := crc32.NewIEEE()
	_, err = io.CopyN(io.MultiWriter(w, sum), noughts{}, size)
	require.NoError(t, err)
	require.NoError(t, w.Close())
	path := filepath.Join(t.TempDir(), "教师.xlsx")
	out, err := os.Create(path)
	require.NoError(t, err)
	archive := zip.NewWriter(out)
	for name, text := range sound {
		if name != part {
			w, err := archive.Create(name)
			require.NoError(t, err)
			_, err = io.WriteString(w, text)
			require.NoError(t, err)
		}
	}
	raw, err := archive.CreateRaw(&zip.FileHeader{Name: part, Method: zip.Deflate, CRC32: sum.Sum32(), CompressedSize64: uint64(packed.Len()), UncompressedSize64: uint64(declared)})
	require.NoError(t, err)
	_, err = raw.Write(packed.Bytes())
	require.NoError(t, err)
	require.NoError(t, archive.Close())
	require.NoError(t, out.Close())
	return path
}

type noughts struct{}

func (noughts) Read(p []byte) (int, error) { clear(p); return len(p), nil }

func TestWhatUnpacksToMoreThanATableIsRefusedWithoutUnpackingIt(t *testing.T) {
	temporary := t.TempDir()
	t.Setenv("TMPDIR", temporary)
	for _, c := range []struct {
		name, part     string
		size, declared int64
		says           string
	}{
		{"a part that declares two GiB", "xl/worksheets/sheet9.xml", 1 << 20, 2 << 30, "展开为2048 MiB"},
		{"a sheet that is packed a thousand times", sheet1, 64 << 20, 64 << 20, "展开为64 MiB"},
		{"styles of a hundred MiB", "xl/styles.xml", 100 << 20, 100 << 20, "展开为100 MiB"},
		{"a picture of a hundred MiB", "xl/media/image1.png", 100 << 20, 100 << 20, "展开为100 MiB"},
		{"a sheet that says too little", sheet1, 64 << 20, 1 << 10, "教师.xlsx"},
		{"texts of cells that say too little", "xl/sharedStrings.xml", 64 << 20, 1 << 10, "教师.xlsx"},
		{"a list of sheets that says too little", "xl/workbook.xml", 64 << 20, 1 << 10, "教师.xlsx"},
	} {
		t.Run(c.name, func(t *testing.T) {
			path := bomb(t, c.part, c.size, c.declared)
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			began := time.Now()
			refusedFile(t, path, c.says)
			runtime.ReadMemStats(&after)
			assert.Less(t, time.Since(began), 5*time.Second)
			assert.Less(t, (after.TotalAlloc-before.TotalAlloc)>>20, uint64(32), "MiB of memory")
			left, err := os.ReadDir(temporary)
			require.NoError(t, err)
			for _, entry := range left { // of files that were not closed
				assert.NotContains(t, entry.Name(), "excelize", "nothing stays behind")
			}
		})
	}
	o := usual()
	o.Unpacked = 1 << 10
	_, err := importer.Open(o, zipped(t, "教师.xlsx", sound))
	assert.ErrorContains(t, err, "unpacks to more than a table has", "a caller may allow less")
}

func TestAWorkbookWithAPasswordIsAnotherKindOfFile(t *testing.T) {
	var begins [8]byte
	binary.BigEndian.PutUint64(begins[:], 0xd0cf11e0a1b11ae1)
	refusedFile(t, written(t, "教师.xlsx", string(begins[:])), "旧版Excel文件（.xls）或加了密码")
}

func TestAnErrorAfterSomeRowsIsNoSilentEnd(t *testing.T) {
	content := "工号,学历\n" + strings.Repeat("T,本科\n", 50) + "T2,\"大专\n"
	all, err := tried(usual(), written(t, "教师.csv", content))
	assert.Len(t, all.rows, 50)
	assert.ErrorContains(t, err, "row 52")
	parts := but(sheet1, func(s string) string {
		var more strings.Builder
		for n := range 50 {
			more.WriteString(inline(n+4, "K", "本科"))
		}
		return strings.Replace(s, "</sheetData>", more.String()+inline(54, "K", "&#1;")+inline(55, "K", "本科")+"</sheetData>", 1)
	})
	all, err = tried(usual(), zipped(t, "教师.xlsx", parts))
	assert.NotEmpty(t, all.rows)
	assert.ErrorContains(t, err, "cannot be read from this row on")
}
