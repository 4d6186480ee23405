package importer_test

import (
	"archive/zip"
	"bufio"
	"encoding/xml"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"github.com/eduplan/tonghua/examples/importer"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/indicators/teacher"
)

var asOf = quantity.DateOf(2025, time.December, 31)

// wide are the cells of so many teachers in 31 columns, the number of the person first.
func wide(n int, row func(cells []string)) {
	g := rand.New(rand.NewPCG(1, 1))
	fields := (teacher.Record{}).Subject().Fields()
	header := []string{"教职工号"}
	for _, f := range fields {
		header = append(header, f.Label().ZH)
	}
	row(header)
	cells := make([]string, len(header))
	for k := range n {
		cells[0] = fmt.Sprintf("2205%08d", k)
		for i, f := range fields {
			switch words := f.Vocabulary(); {
			case g.IntN(20) == 0:
				cells[i+1] = ""
			case words != nil:
				cells[i+1] = words.Entries()[g.IntN(words.Len())].Name.In(bilingual.Chinese)
			default:
				cells[i+1] = strconv.Itoa(1990 + g.IntN(30))
			}
		}
		row(cells)
	}
}

func writeWideCSV(t testing.TB, path string, n int) {
	out, err := os.Create(path)
	require.NoError(t, err)
	w := bufio.NewWriter(out)
	wide(n, func(cells []string) { fmt.Fprintln(w, strings.Join(cells, ",")) })
	require.NoError(t, w.Flush())
	require.NoError(t, out.Close())
}

// writeWideXLSX writes a workbook as Excel does: texts shared, numbers as numbers.
func writeWideXLSX(t testing.TB, path string, n int) {
	out, err := os.Create(path)
	require.NoError(t, err)
	archive := zip.NewWriter(out)
	part := func(name string) *bufio.Writer {
		w, err := archive.Create(name)
		require.NoError(t, err)
		return bufio.NewWriter(w)
	}
	for name, text := range map[string]string{
		"[Content_Types].xml":        `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>`,
		"_rels/.rels":                `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
		"xl/workbook.xml":            `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="教师" sheetId="1" r:id="rId1"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
	} {
		w := part(name)
		fmt.Fprint(w, text)
		require.NoError(t, w.Flush())
	}
	w := part("xl/worksheets/sheet1.xml")
	fmt.Fprint(w, `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>`)
	shared, list, row := map[string]int{}, []string(nil), 0
	wide(n, func(cells []string) {
		row++
		fmt.Fprintf(w, `<row r="%d">`, row)
		for c, text := range cells {
			at, _ := excelize.CoordinatesToCellName(c+1, row)
			if _, err := strconv.Atoi(text); err == nil && c > 0 {
				fmt.Fprintf(w, `<c r="%s"><v>%s</v></c>`, at, text)
			} else if text != "" {
				if _, known := shared[text]; !known {
					shared[text] = len(list)
					list = append(list, text)
				}
				fmt.Fprintf(w, `<c r="%s" t="s"><v>%d</v></c>`, at, shared[text])
			}
		}
		fmt.Fprint(w, `</row>`)
	})
	fmt.Fprint(w, `</sheetData></worksheet>`)
	require.NoError(t, w.Flush())
	w = part("xl/sharedStrings.xml")
	fmt.Fprintf(w, `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" uniqueCount="%d">`, len(list))
	for _, text := range list {
		fmt.Fprint(w, "<si><t>")
		require.NoError(t, xml.EscapeText(w, []byte(text)))
		fmt.Fprint(w, "</t></si>")
	}
	fmt.Fprint(w, "</sst>")
	require.NoError(t, w.Flush())
	require.NoError(t, archive.Close())
	require.NoError(t, out.Close())
}

// writeWide writes CSV or a workbook, by the name of the file.
func writeWide(t testing.TB, path string, n int) {
	if filepath.Ext(path) == ".csv" {
		writeWideCSV(t, path, n)
	} else {
		writeWideXLSX(t, path, n)
	}
}

// TestReadingManyRows measures with IMPORTER_ROWS=100000 what reading costs.
func TestReadingManyRows(t *testing.T) {
	n, err := strconv.Atoi(os.Getenv("IMPORTER_ROWS"))
	if err != nil {
		n = 2000
	}
	for _, kind := range []string{"csv", "xlsx"} {
		t.Run(kind, func(t *testing.T) {
			path := os.Getenv("IMPORTER_FILE") // so that writing it is not measured
			if path == "" {
				path = filepath.Join(t.TempDir(), "教师."+kind)
				writeWide(t, path, n)
			}
			before := processorTime(t)
			in, err := importer.Open(importer.Usual[teacher.Record](asOf), path)
			require.NoError(t, err)
			for row, err := range in.Rows() {
				if err != nil || len(row.Faults) > 0 {
					t.Fatal(err, row.Faults)
				}
			}
			require.EqualValues(t, n, in.Report().Rows)
			require.NoError(t, in.Close())
			t.Logf("%d rows: %.2f us a row", n, float64((processorTime(t)-before).Nanoseconds())/1000/float64(n))
		})
	}
}

func processorTime(t testing.TB) time.Duration {
	var u syscall.Rusage
	require.NoError(t, syscall.Getrusage(syscall.RUSAGE_SELF, &u))
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
