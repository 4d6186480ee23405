//go:build unix

package main

import (
	"os"
	"runtime"
	"strconv"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// processorTime is what this process has used so far, in all its threads.
func processorTime(t *testing.T) time.Duration {
	t.Helper()
	var used syscall.Rusage
	require.NoError(t, syscall.Getrusage(syscall.RUSAGE_SELF, &used))
	return time.Duration(used.Utime.Nano() + used.Stime.Nano())
}

// TestBeamTakesAtMostTwiceTheProcessorTimeOfOnePass judges BEAM_RECORDS records on Beam
// and in one pass of the library, and compares time and verdicts. It is for measuring by
// hand: with few records Beam's start outweighs the records.
func TestBeamTakesAtMostTwiceTheProcessorTimeOfOnePass(t *testing.T) {
	if os.Getenv("BEAM_RECORDS") == "" {
		t.Skip("BEAM_RECORDS says with how many records to measure")
	}
	records, err := strconv.Atoi(os.Getenv("BEAM_RECORDS"))
	require.NoError(t, err)
	names, o := generated(t, records)

	runtime.GC()
	began, before := time.Now(), processorTime(t)
	counters, err := count(t.Context(), names, &countFn{o.settings}, o)
	require.NoError(t, err)
	got, err := judge(t.Context(), o.counts, o.Date)
	require.NoError(t, err)
	got.Total()
	wallBeam, beam := time.Since(began), processorTime(t)-before

	runtime.GC()
	began, before = time.Now(), processorTime(t)
	want, findings, err := inProcess(t.Context(), names, o.settings)
	require.NoError(t, err)
	want.Total()
	wallOne, one := time.Since(began), processorTime(t)-before

	t.Log(counters)
	t.Logf("Beam: wall %.2f s, processor %.2f s; one pass: wall %.2f s, processor %.2f s; ratio of processor time %.2f",
		wallBeam.Seconds(), beam.Seconds(), wallOne.Seconds(), one.Seconds(), beam.Seconds()/one.Seconds())
	assert.EqualValues(t, records, counters["records"])
	assert.EqualValues(t, len(findings), counters["findings"])
	sameVerdicts(t, want, got)
	assert.LessOrEqual(t, beam.Seconds()/one.Seconds(), 2.0)
}
