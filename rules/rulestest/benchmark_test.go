package rulestest_test

import (
	"os"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/rules/rulestest"
	"github.com/eduplan/tonghua/rules/tonghua"
)

// BenchmarkCorpus reads the book's corpus, and judges it. A cell is parsed once,
// when it is read, so that judging is the rules' work alone.
func BenchmarkCorpus(b *testing.B) {
	dir, list := os.DirFS(corpus), tonghua.All()
	b.Run("read", func(b *testing.B) {
		for b.Loop() {
			_, err := rulestest.ReadScenarios(dir, list)
			require.NoError(b, err)
		}
	})
	b.Run("judge", func(b *testing.B) {
		scenarios, err := rulestest.ReadScenarios(dir, list)
		require.NoError(b, err)
		for b.Loop() {
			require.NoError(b, rulestest.CheckAll(scenarios, list))
		}
	})
}
