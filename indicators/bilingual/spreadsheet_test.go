package bilingual_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/eduplan/tonghua/indicators/bilingual"
)

func TestATextThatBeginsLikeAFormulaIsMarked(t *testing.T) {
	for text, want := range map[string]string{
		"=1+1": "'=1+1", "+86": "'+86", "-5": "'-5", "@SUM": "'@SUM", "\t=1": "'\t=1", "\r=1": "'\r=1", "'x": "''x", "＝1": "'＝1",
		"张三": "张三", "": "", "1=1": "1=1", "5-3": "5-3",
	} {
		assert.Equal(t, want, bilingual.Inert(text))
		assert.Equal(t, text, bilingual.Bare(want))
	}
	assert.Equal(t, "'quoted", bilingual.Bare("'quoted"), "an apostrophe of the caller's own stays")
}

func TestATableForSpreadsheets(t *testing.T) {
	var out strings.Builder
	s := bilingual.NewSpreadsheet(&out, bilingual.Chinese, bilingual.Text{ZH: "甲", EN: "a"}, bilingual.Text{ZH: "乙", EN: "b"})
	assert.NoError(t, s.Row("=1", "二, 三"))
	assert.NoError(t, s.Flush())
	assert.Equal(t, "\ufeff甲,乙\n'=1,\"二, 三\"\n", out.String())
}
