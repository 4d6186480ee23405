package main

import (
	"os"
	"regexp"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/subjects"
	"github.com/eduplan/tonghua/rules/tonghua"
)

func TestTheManualIsFreshAndHasEveryRuleAndField(t *testing.T) {
	for _, l := range []bilingual.Language{bilingual.Chinese, bilingual.English} {
		want, err := manual(l)
		require.NoError(t, err)
		got, err := os.ReadFile("../../manual/" + l.String() + ".html")
		require.NoError(t, err, "run go generate ./rules")
		require.Equal(t, string(want), string(got), "run go generate ./rules")
		for _, v := range tonghua.All() {
			assert.Contains(t, string(got), `<article id="`+string(v.ID())+`">`)
		}
		for _, s := range subjects.All() {
			for _, f := range s.FieldViews() {
				assert.Contains(t, string(got), `id="`+s.Key()+"."+f.Key+`"`)
			}
		}
		for _, href := range regexp.MustCompile(`href="#([^"]+)"`).FindAllStringSubmatch(string(got), -1) {
			assert.Contains(t, string(got), `id="`+href[1]+`"`)
		}
		assert.NotRegexp(t, `(src|href)="[^#]`, string(got), "it fetches nothing")
	}
}

func TestTheEnglishManualHasNoChineseButDocuments(t *testing.T) {
	data, err := manual(bilingual.English)
	require.NoError(t, err)
	text := regexp.MustCompile(`<style>(?s:.*?)</style>|<[^>]*>|\p{Han}+〔\d{4}〕\d+号|\p{Han}+\[\d{4}\]\d+号`).ReplaceAllString(string(data), "\n")
	for _, found := range regexp.MustCompile(`.{0,40}\p{Han}.{0,40}`).FindAllString(text, 5) {
		assert.Fail(t, found)
	}
}
