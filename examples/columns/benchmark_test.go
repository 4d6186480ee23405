package main

import (
	"io"
	"path/filepath"
	"runtime"
	"syscall"
	"testing"
	"time"

	"github.com/apache/arrow-go/v18/arrow"
	"github.com/apache/arrow-go/v18/parquet"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/examples/city/registers"
	"github.com/eduplan/tonghua/indicators/teacher"
	"github.com/eduplan/tonghua/rules"
	"github.com/eduplan/tonghua/rules/tonghua"
)

// leastRows is over how many rows is measured at least.
const leastRows = 200_000

// large is the staff table so many times that it has enough rows.
func large(b *testing.B) (*registers.City, []registers.Teacher) {
	city := generated(b)
	var rows []registers.Teacher
	for len(rows) < leastRows {
		rows = append(rows, city.Teachers...)
	}
	return city, rows
}

// measure reports wall and processor time, and what is allocated, for each record.
func measure(b *testing.B, records int, do func()) {
	do() // what is made once
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	start := processorTime(b)
	for b.Loop() {
		do()
	}
	used := processorTime(b) - start
	runtime.ReadMemStats(&after)
	of := float64(records) * float64(b.N)
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/of, "ns/record")
	b.ReportMetric(float64(used.Nanoseconds())/of, "cpu-ns/record")
	b.ReportMetric(float64(after.Mallocs-before.Mallocs)/of, "allocs/record")
	b.ReportMetric(0, "ns/op")
}

// processorTime is that of all threads, the collector of garbage included.
func processorTime(b *testing.B) time.Duration {
	var r syscall.Rusage
	require.NoError(b, syscall.Getrusage(syscall.RUSAGE_SELF, &r))
	return time.Duration(r.Utime.Nano() + r.Stime.Nano())
}

func BenchmarkMemory(b *testing.B) {
	for name, texts := range map[string]arrow.DataType{"dictionary": textsAsDictionary, "plain": plain} {
		b.Run(name, func(b *testing.B) {
			city, rows := large(b)
			batch := sampleBatch(rows, sampleColumns(texts))
			defer batch.Release()
			panel, err := rules.NewPanel(mappingOn(city.AsOf()), tonghua.Teachers()...)
			require.NoError(b, err)
			measure(b, len(rows), func() {
				_, err := rules.EvaluateSeqBy(panel, city.AsOf(), rowsOf(sequence([]arrow.RecordBatch{batch}), "county"), groupOf)
				require.NoError(b, err)
			})
		})
	}
}

func BenchmarkParquet(b *testing.B) {
	for name, options := range map[string][]parquet.WriterProperty{
		"dictionary": usual,
		"plain":      append([]parquet.WriterProperty{noDictionary}, usual...),
	} {
		b.Run(name, func(b *testing.B) {
			city, rows := large(b)
			batch := sampleBatch(rows, sampleColumns(plain))
			defer batch.Release()
			path := filepath.Join(b.TempDir(), "staff.parquet")
			require.NoError(b, writeParquet(path, batch, options...))
			panel, err := rules.NewPanel(mappingOn(city.AsOf()), tonghua.Teachers()...)
			require.NoError(b, err)
			measure(b, len(rows), func() {
				_, err := rules.EvaluateSeqBy(panel, city.AsOf(), parquetRows(path, "county", io.Discard), groupOf)
				require.NoError(b, err)
			})
		})
	}
}

// BenchmarkRecords is the same pass over records that are ready: what the rules take of the
// other figures.
func BenchmarkRecords(b *testing.B) {
	type ready struct {
		teacher.Record
		county string
	}
	city, rows := large(b)
	records, fill := make([]ready, len(rows)), registers.TeachersAsOf(city.AsOf())
	for i := range rows {
		fill(&rows[i], &records[i].Record)
		records[i].county = rows[i].County
	}
	panel, err := rules.NewPanel(func(from *ready, to *teacher.Record) { *to = from.Record }, tonghua.Teachers()...)
	require.NoError(b, err)
	measure(b, len(rows), func() {
		_, err := rules.EvaluateBy(panel, city.AsOf(), records, func(of *ready) string { return of.county })
		require.NoError(b, err)
	})
}
