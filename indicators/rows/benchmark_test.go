package rows_test

import (
	"encoding/csv"
	"fmt"
	"io"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/rows"
	"github.com/eduplan/tonghua/indicators/teacher"
)

// wide is so many lines of a file with a column for each field of a teacher.
func wide(n int) string {
	g := rand.New(rand.NewPCG(1, 1))
	var b strings.Builder
	fields := (teacher.Record{}).Subject().Fields()
	for i, f := range fields {
		b.WriteString(f.Label().ZH + map[bool]string{true: "\n", false: ","}[i == len(fields)-1])
	}
	for range n {
		for i, f := range fields {
			switch words := f.Vocabulary(); {
			case g.IntN(20) == 0:
			case words != nil:
				b.WriteString(words.Entries()[g.IntN(words.Len())].Name.In(bilingual.Chinese))
			default:
				fmt.Fprint(&b, 1990+g.IntN(400))
			}
			b.WriteString(map[bool]string{true: "\n", false: ","}[i == len(fields)-1])
		}
	}
	return b.String()
}

// BenchmarkRead is 100,000 rows of 30 columns, beside what encoding/csv alone costs.
func BenchmarkRead(b *testing.B) {
	const n = 100_000
	file := wide(n)
	per := func(b *testing.B) { b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/n, "ns/row") }
	b.Run("csv alone", func(b *testing.B) {
		for b.Loop() {
			r := csv.NewReader(strings.NewReader(file))
			r.ReuseRecord = true
			for {
				if _, err := r.Read(); err == io.EOF {
					break
				} else if err != nil {
					b.Fatal(err)
				}
			}
		}
		per(b)
	})
	b.Run("records", func(b *testing.B) {
		for b.Loop() {
			list, err := rows.For[teacher.Record]().ReadCSV(strings.NewReader(file))
			if err != nil || len(list.Rows) != n || list.Faults > 0 {
				b.Fatal(err, list.Report, list.Wrong)
			}
		}
		per(b)
	})
	b.Run("one by one", func(b *testing.B) {
		for b.Loop() {
			read, err := rows.For[teacher.Record]().EachCSV(strings.NewReader(file), func(*rows.Row[teacher.Record], []rows.Fault) bool { return true })
			if err != nil || read.Read != n {
				b.Fatal(err, read)
			}
		}
		per(b)
	})
	b.Run("cells at hand", func(b *testing.B) {
		lines, _ := csv.NewReader(strings.NewReader(file)).ReadAll()
		var r rows.Row[teacher.Record]
		for b.Loop() {
			reader, err := rows.For[teacher.Record]().Header(lines[0])
			if err != nil {
				b.Fatal(err)
			}
			for _, cells := range lines[1:] {
				reader.Read(cells, &r)
			}
		}
		if r.Record.Education == indicators.InvalidWord {
			b.Fatal(r)
		}
		per(b)
	})
}
