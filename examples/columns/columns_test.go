package main

import (
	"encoding/json"
	"io"
	"iter"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/apache/arrow-go/v18/arrow"
	"github.com/apache/arrow-go/v18/parquet"
	"github.com/apache/arrow-go/v18/parquet/compress"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/examples/city/registers"
	"github.com/eduplan/tonghua/indicators/teacher"
	"github.com/eduplan/tonghua/rules"
	"github.com/eduplan/tonghua/rules/tonghua"
)

var (
	plain         = arrow.BinaryTypes.String
	shortIndices  = &arrow.DictionaryType{IndexType: arrow.PrimitiveTypes.Int16, ValueType: arrow.BinaryTypes.String}
	snappy        = parquet.WithCompression(compress.Codecs.Snappy)
	noDictionary  = parquet.WithDictionaryDefault(false)
	smallRowGroup = parquet.WithMaxRowGroupLength(3000)
	smallPages    = parquet.WithDataPageSize(512)
)

// generated returns a staff table some cells of which are unknown or invalid.
func generated(t testing.TB) *registers.City {
	t.Helper()
	city, err := registers.New(registers.Config{Year: 2025, Unknown: 15, Invalid: 5})
	require.NoError(t, err)
	return city
}

// fromStructs judges the staff table without columns.
func fromStructs(t testing.TB, city *registers.City) *rules.Groups[string] {
	t.Helper()
	panel, err := rules.NewPanel(registers.TeachersAsOf(city.AsOf()), tonghua.Teachers()...)
	require.NoError(t, err)
	groups, err := rules.EvaluateBy(panel, city.AsOf(), city.Teachers, func(s *registers.Teacher) string { return registers.AreaName(s.County) })
	require.NoError(t, err)
	return groups
}

// fromBatches judges record batches, in so many goroutines.
func fromBatches(t testing.TB, city *registers.City, goroutines int, batches ...arrow.RecordBatch) *rules.Groups[string] {
	t.Helper()
	panel, err := rules.NewPanel(mappingOn(city.AsOf()), tonghua.Teachers()...)
	require.NoError(t, err)
	groups, err := rules.EvaluateSeqBy(panel.Parallel(goroutines), city.AsOf(), rowsOf(sequence(batches), "county"), groupOf)
	require.NoError(t, err)
	return groups
}

func sequence(batches []arrow.RecordBatch) iter.Seq2[arrow.RecordBatch, error] {
	return func(yield func(arrow.RecordBatch, error) bool) {
		for _, b := range batches {
			if !yield(b, nil) {
				return
			}
		}
	}
}

// verdicts are those on each group and on the total, as JSON without faults, which quote
// what stood in the cells of each source.
func verdicts(t testing.TB, groups *rules.Groups[string]) map[string]string {
	t.Helper()
	list := map[string]string{}
	for name, results := range groups.All() {
		results.Faults = nil
		list[name] = encoded(t, results)
	}
	total := groups.Total()
	total.Faults = nil
	list["the total"] = encoded(t, total)
	return list
}

func encoded(t testing.TB, v any) string {
	t.Helper()
	text, err := json.Marshal(v)
	require.NoError(t, err)
	return string(text)
}

func TestBatchesAreJudgedAsTheStructsThatTheyWereMadeFrom(t *testing.T) {
	city := generated(t)
	want := verdicts(t, fromStructs(t, city))
	require.Greater(t, len(want), 6, "counties")
	for says, texts := range map[string]arrow.DataType{
		"texts are dictionaries":                    textsAsDictionary,
		"texts are dictionaries with short indices": shortIndices,
		"texts are plain":                           plain,
		"texts are large":                           arrow.BinaryTypes.LargeString,
	} {
		t.Run(says, func(t *testing.T) {
			b := sampleBatch(city.Teachers, sampleColumns(texts))
			defer b.Release()
			assert.Equal(t, want, verdicts(t, fromBatches(t, city, 1, b)), "in one batch")
			var parts []arrow.RecordBatch
			for from := int64(0); from < b.NumRows(); from += 1001 {
				parts = append(parts, b.NewSlice(from, min(from+1001, b.NumRows())))
			}
			assert.Equal(t, want, verdicts(t, fromBatches(t, city, 3, parts...)), "in small batches and three goroutines")
		})
	}
}

func TestFilesAreJudgedAsTheStructsThatTheyWereMadeFrom(t *testing.T) {
	city := generated(t)
	want := verdicts(t, fromStructs(t, city))
	for says, c := range map[string]struct {
		texts   arrow.DataType
		options []parquet.WriterProperty
	}{
		"texts are dictionaries":                             {textsAsDictionary, usual},
		"texts are plain":                                    {plain, usual},
		"decimals are bytes":                                 {plain, []parquet.WriterProperty{snappy}},
		"nothing is a dictionary in the file":                {plain, []parquet.WriterProperty{snappy, noDictionary}},
		"dictionaries change between batches and in a batch": {plain, []parquet.WriterProperty{smallRowGroup}},
		"pages are small and hold no dictionary":             {plain, []parquet.WriterProperty{smallRowGroup, smallPages, noDictionary}},
	} {
		t.Run(says, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "staff.parquet")
			b := sampleBatch(city.Teachers, sampleColumns(c.texts))
			defer b.Release()
			require.NoError(t, writeParquet(path, b, c.options...))
			groups, err := judge(path, city.AsOf(), "county", io.Discard)
			require.NoError(t, err)
			assert.Equal(t, want, verdicts(t, groups))
		})
	}
}

func TestEveryFieldOfATeacherIsFilled(t *testing.T) {
	filled := map[string]bool{}
	for _, c := range new(staff).columns() {
		filled[c.fills] = true
	}
	for _, f := range (teacher.Record{}).Subject().Fields() {
		assert.True(t, filled[f.Key()], f.Key())
	}
}

func TestAFileThatIsCutOffGivesAnErrorAndNoVerdict(t *testing.T) {
	city := generated(t)
	path := filepath.Join(t.TempDir(), "staff.parquet")
	b := sampleBatch(city.Teachers, sampleColumns(textsAsDictionary))
	defer b.Release()
	require.NoError(t, writeParquet(path, b, snappy))
	data, err := os.ReadFile(path)
	require.NoError(t, err)
	for _, keep := range []int{0, 3, 8, len(data) / 3, len(data) / 2, len(data) - 9, len(data) - 1} {
		require.NoError(t, os.WriteFile(path, data[:keep], 0o644))
		groups, err := judge(path, city.AsOf(), "county", io.Discard)
		assert.ErrorContains(t, err, "staff.parquet", "the first %d bytes", keep)
		assert.Nil(t, groups)
	}
	middle := append(append([]byte{}, data[:len(data)/4]...), make([]byte, len(data)/2)...)
	require.NoError(t, os.WriteFile(path, append(middle, data[len(middle):]...), 0o644))
	groups, err := judge(path, city.AsOf(), "county", io.Discard)
	assert.Error(t, err, "the middle is lost, the end is there")
	assert.Nil(t, groups)
}

func TestTheProgramWritesASampleAndPrintsAReportByCounty(t *testing.T) {
	path := filepath.Join(t.TempDir(), "staff.parquet")
	var first, again, messages strings.Builder
	require.NoError(t, run([]string{"-sample", path, "-date", "2025-12-31", "-by", "county"}, &first, &messages))
	require.NoError(t, run([]string{path, "-date", "2025-12-31", "-by", "county"}, &again, &messages))
	assert.Equal(t, first.String(), again.String())
	assert.Contains(t, first.String(), registers.AreaName("220502"))
	assert.Empty(t, messages.String(), "every column is there and of use")
	var english strings.Builder
	require.NoError(t, run([]string{path, "-date=2025-12-31", "-lang=en"}, &english, &messages))
	assert.Contains(t, english.String(), "Senior secondary teachers")

	assert.ErrorIs(t, run([]string{"-sample", path, "-date", "2025-12-31"}, io.Discard, io.Discard), os.ErrExist, "no file is written over")
	for args, want := range map[string]string{
		"":                                   "-date",
		"x.parquet":                          "-date",
		"x.parquet -date 2025-02-30":         "2025-02-30",
		"-date 2025-12-31":                   "0 files",
		"x y -date 2025-12-31":               "2 files",
		"x -date 2025-12-31 -lang fr":        "fr",
		"none.parquet -date 2025-12-31":      "none.parquet",
		"-sample n.parquet -date 1999-12-31": "1999",
	} {
		assert.ErrorContains(t, run(strings.Fields(args), io.Discard, io.Discard), want, args)
	}
	assert.NoFileExists(t, "n.parquet")
	assert.ErrorContains(t, run([]string{path, "-date", "2025-12-31", "-by", "district"}, io.Discard, io.Discard), "district")
}
