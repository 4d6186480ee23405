package site

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/examples/city/registers"
	"github.com/eduplan/tonghua/examples/whatif/internal/made"
)

// mostBytes is how much the whole page may take over the wire with brotli.
const mostBytes = 2_000_000

// The compression that a page is written with takes a minute or two, so that the test wants
// WHATIF_SIZE=1; without it a quicker one, which comes to a tenth more, keeps the bound.
func TestThePageIsSmall(t *testing.T) {
	quality, most := 6, mostBytes*5/4
	if os.Getenv("WHATIF_SIZE") != "" {
		quality, most = 11, mostBytes
	}
	all := 0
	entries, err := os.ReadDir(page(t))
	require.NoError(t, err)
	for _, e := range entries {
		if filepath.Ext(e.Name()) == ".br" {
			continue
		}
		data, err := os.ReadFile(filepath.Join(page(t), e.Name()))
		require.NoError(t, err)
		small := len(Compressed(data, quality))
		t.Logf("%-14s %9d bytes, %8d compressed", e.Name(), len(data), small)
		all += small
	}
	t.Logf("all %d bytes with brotli of quality %d", all, quality)
	assert.LessOrEqual(t, all, most)
}

func quoted(t *testing.T, data []byte) string {
	text, err := json.Marshal(string(data))
	require.NoError(t, err)
	return string(text)
}

// Limits are five times what was wanted of an idle machine, since others may use this one.
func TestFirstVerdictAndChangesAreQuick(t *testing.T) {
	v := browser(t)
	address, _ := served(t)
	file, err := made.Teachers(registers.Config{Year: 2024, Unknown: 4}, 15000)
	require.NoError(t, err)
	begin := time.Now()
	v.open(address)
	started := time.Since(begin)
	ms := js[float64](v, fmt.Sprintf(`(text => { const b = new TextEncoder().encode(text), t = performance.now(); const r = JSON.parse(tonghua.open(b, '{"as_of":"2024-12-31"}')); JSON.parse(tonghua.answer("{}")); return r.error ? -1 : performance.now() - t })(%s)`, quoted(t, file)))
	t.Logf("from the address to a page that is ready: %v; a file of 15,000 teachers, %.1f MB, to its first verdict: %.0f ms", started, float64(len(file))/1e6, ms)
	assert.True(t, ms > 0 && ms < 5000)
	begin = time.Now()
	v.demonstrated(address)
	first := time.Since(begin)
	t.Logf("first verdict of the demonstration data, 18,394 teachers, from the address on: %v", first)
	assert.Less(t, first, 10*time.Second)
	for name, of := range map[string]string{
		"a population's threshold, counted before": `tonghuaMoved("senior-master", "population", "15")`,
		"what each must reach, counted anew":       `tonghuaMoved("teacher-training-hours", "each", "300")`,
		"another reading, with whom it touches":    `tonghuaMoved("senior-master", "decides", "degree-counts")`,
		"a deadline":                               `tonghuaMoved("senior-master", "deadline", "2026-12-31")`,
		"so many more":                             `'{"more":[{"statement":"senior-master","group":"柳河县","number":"20"}]}'`,
	} {
		js[bool](v, `window.tonghuaMoved = (statement, kind, to) => JSON.stringify(JSON.parse(tonghua.moved("{}", JSON.stringify({statement, kind, to}))).value), true`)
		ms = js[float64](v, "(of => "+`(() => { const t = performance.now(); const r = JSON.parse(tonghua.answer(of)); return r.error ? -1 : performance.now() - t })()`+")("+of+")")
		t.Logf("%s: %.0f ms", name, ms)
		assert.True(t, ms > 0 && ms < 5000, name)
	}
}
