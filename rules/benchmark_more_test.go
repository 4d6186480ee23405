package rules_test

import (
	"fmt"
	"math/rand/v2"
	"runtime"
	"testing"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/pupil"
	"github.com/eduplan/tonghua/indicators/teacher"
	"github.com/eduplan/tonghua/rules"
	"github.com/eduplan/tonghua/rules/tonghua"
)

// onRoll is a row of a school roll: about 80 bytes.
type onRoll struct {
	ID          int64
	Name        string
	School      string
	Born        int64
	Stage       uint8
	Final       uint8 // 0 unknown, 1 yes, 2 no, like Exempt and Certificate
	Fitness     uint8 // 0 unknown, 1 to 4 as the standard has them, 4 failed
	Exempt      uint8
	Certificate uint8
	Height      float64
	Weight      float64
}

var grades = [...]indicators.Fitness{0, indicators.FitnessExcellent, indicators.FitnessGood, indicators.FitnessPassed, indicators.FitnessFailed}

func roll(n int) []onRoll {
	g := rand.New(rand.NewPCG(1, 2))
	rows := make([]onRoll, n)
	for i := range rows {
		rows[i] = onRoll{ID: int64(i), Stage: uint8(1 + g.IntN(3)), Final: uint8(1 + min(1, g.IntN(3))), Fitness: uint8(1 + g.IntN(4)), Exempt: uint8(1 + min(1, g.IntN(50))), Certificate: uint8(1 + g.IntN(2))}
		if rows[i].Fitness == 4 && g.IntN(10) > 0 {
			rows[i].Certificate = 2
		}
	}
	return rows
}

func enrol(s *onRoll, p *pupil.Record) {
	p.FinalGrade = indicators.Answer(s.Final)
	p.Fitness = grades[s.Fitness]
	p.PEExempt = indicators.Answer(s.Exempt)
	p.Certificate = indicators.Answer(s.Certificate)
}

// appendOffenders is the loop that a good developer writes by hand.
func appendOffenders(offenders []int64, rows []onRoll) []int64 {
	for i := range rows {
		if s := &rows[i]; s.Final == 1 && s.Fitness == 4 && s.Exempt == 2 && s.Certificate == 1 {
			offenders = append(offenders, int64(i))
		}
	}
	return offenders
}

// BenchmarkPupils is the certificate rule over a school roll, its findings
// streamed. Its yardstick is the loop that appends the offenders' numbers.
func BenchmarkPupils(b *testing.B) {
	rows := roll(benchmarkRows)
	var offenders []int64
	plain := 0.0
	b.Run("plain", func(b *testing.B) {
		plain = timed(b, len(rows), 0, func() { offenders = appendOffenders(offenders[:0], rows) })
	})
	streaming := rules.MustPanel(enrol, rules.Rule[pupil.Record](tonghua.FitnessCertificate)).
		OnFinding(func(row int64, _ *onRoll, _ *rules.Finding[pupil.Record]) bool {
			offenders = append(offenders, row)
			return true
		})
	b.Run("findings", func(b *testing.B) {
		timed(b, len(rows), plain, func() {
			offenders = offenders[:0]
			if _, err := streaming.Evaluate(asOf, rows); err != nil {
				b.Fatal(err)
			}
		})
	})
	b.Run("two goroutines", func(b *testing.B) {
		timed(b, len(rows), plain, func() {
			offenders = offenders[:0]
			if _, err := streaming.Parallel(2).Evaluate(asOf, rows); err != nil {
				b.Fatal(err)
			}
		})
	})
}

// BenchmarkGroupKeys is what finding a record's group costs: each pass against
// one without groups.
func BenchmarkGroupKeys(b *testing.B) {
	rows := register(benchmarkRows, 10, 1)
	panel := rules.MustPanel(fill, twelve()[:1]...)
	none, sum := 0.0, 0
	b.Run("map", func(b *testing.B) {
		timed(b, len(rows), 0, func() {
			groups := map[string]int{}
			for i := range rows {
				g, ok := groups[rows[i].County]
				if !ok {
					g = len(groups)
					groups[rows[i].County] = g
				}
				sum += g
			}
		})
	})
	b.Run("none", func(b *testing.B) {
		none = timed(b, len(rows), 0, func() { _, _ = panel.Evaluate(asOf, rows) })
	})
	b.Run("text", func(b *testing.B) { timedKey(b, panel, rows, none, byCounty) })
	b.Run("text in order", func(b *testing.B) { timedKey(b, panel, inOrder(rows), none, byCounty) })
	b.Run("enumeration", func(b *testing.B) { timedKey(b, panel, rows, none, func(s *staff) uint8 { return s.County[5] }) })
	b.Run("struct", func(b *testing.B) {
		timedKey(b, panel, rows, none, func(s *staff) [2]uint8 { return [2]uint8{s.County[4], s.County[5]} })
	})
}

func timedKey[K comparable](b *testing.B, p *rules.Panel[staff, teacher.Record], rows []staff, none float64, key func(*staff) K) {
	ns := timed(b, len(rows), 0, func() { _, _ = rules.EvaluateBy(p, asOf, rows, key) })
	b.ReportMetric(ns-none, "ns/key")
}

// BenchmarkGrowth is what a record costs in small and in large registers.
func BenchmarkGrowth(b *testing.B) {
	panel := rules.MustPanel(fill, twelve()...)
	for _, n := range []int{10_000, 100_000, 1_000_000, 10_000_000} {
		if n > benchmarkRows && testing.Short() {
			break
		}
		rows := register(n, 10, 1)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			timed(b, n, 0, func() {
				if _, err := rules.EvaluateBy(panel, asOf, rows, byCounty); err != nil {
					b.Fatal(err)
				}
			})
		})
	}
}

// BenchmarkSchools is a province: 100,000 groups.
func BenchmarkSchools(b *testing.B) {
	const schools = 100_000
	rows := register(benchmarkRows, 10, 1)
	for i := range rows {
		rows[i].School = fmt.Sprintf("22%08d", i*schools/len(rows))
	}
	key := func(s *staff) string { return s.School }
	panel := rules.MustPanel(fill, twelve()...)
	var groups *rules.Groups[string]
	b.Run("pass", func(b *testing.B) {
		timed(b, len(rows), 0, func() { groups, _ = rules.EvaluateBy(panel, asOf, rows, key) })
		groups = nil
		before := heap()
		groups, _ = rules.EvaluateBy(panel, asOf, rows, key)
		b.ReportMetric(float64(heap()-before)/(1<<20), "MiB")
	})
	b.Run("roll up", func(b *testing.B) {
		if groups == nil {
			groups, _ = rules.EvaluateBy(panel, asOf, rows, key)
		}
		for b.Loop() {
			if _, err := rules.RollUp(groups, func(school string) string { return school[:5] }); err != nil {
				b.Fatal(err)
			}
		}
	})
	runtime.KeepAlive(groups)
}

func heap() uint64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}

// BenchmarkLive is a dashboard: one saved form, and the results after it.
func BenchmarkLive(b *testing.B) {
	rows := register(20_000, 10, 1)
	e := fed(b, rules.MustPanel(fill, twelve()...), rows)
	b.Run("replace", func(b *testing.B) {
		b.ReportAllocs()
		for i := 0; b.Loop(); i++ {
			was, is := &rows[i%len(rows)], &rows[(i+1)%len(rows)]
			if i%2 == 1 {
				was, is = &rows[i%len(rows)], &rows[(i-1)%len(rows)]
			}
			if err := e.Replace(was, is); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("results", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if r := e.Results(); r.Read != int64(len(rows)) {
				b.Fatal(r.Read)
			}
		}
	})
	b.Run("add", func(b *testing.B) {
		for i := 0; b.Loop(); i++ {
			if err := e.Add(&rows[i%len(rows)]); err != nil {
				b.Fatal(err)
			}
		}
	})
}

// BenchmarkMerge is 1,000 states of 7 groups, read and merged group by group.
func BenchmarkMerge(b *testing.B) {
	panel := rules.MustPanel(fill, twelve()...)
	state, err := fed(b, panel, register(5000, 10, 1)).MarshalBinary()
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	b.ReportMetric(float64(len(state)), "B/state")
	for b.Loop() {
		for range 7 {
			all, err := panel.Start(asOf)
			if err != nil {
				b.Fatal(err)
			}
			for range 1000 {
				one, err := panel.Restore(state)
				if err != nil {
					b.Fatal(err)
				}
				if err := all.Merge(one); err != nil {
					b.Fatal(err)
				}
			}
		}
	}
}
