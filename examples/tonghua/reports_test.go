package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/indicators/teacher"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules"
	"github.com/eduplan/tonghua/rules/archive"
	"github.com/eduplan/tonghua/rules/report"
	"github.com/eduplan/tonghua/rules/tonghua"
)

var yearEnd = quantity.DateOf(2025, time.December, 31)

// kept is the archive of 100 teachers of senior high schools, so many of them masters.
func kept(t *testing.T, set rules.Set[teacher.Record], book []rules.View, masters int) *archive.Archive {
	t.Helper()
	staff := make([]teacher.Record, 100)
	for i := range staff {
		staff[i] = teacher.Record{Stage: indicators.SeniorHigh, Education: indicators.Bachelor}
		if i < masters {
			staff[i].Education = indicators.Master
		}
	}
	evaluator, err := rules.MustPanel(rules.AsIs[teacher.Record], set...).Start(yearEnd)
	require.NoError(t, err)
	for i := range staff {
		require.NoError(t, evaluator.Add(&staff[i]))
	}
	register, err := evaluator.Register()
	require.NoError(t, err)
	a, err := archive.New(plan.Tonghua(), book, archive.Data{Date: quantity.DateOf(2026, time.June, 30), Registers: []rules.Register{register}})
	require.NoError(t, err)
	return a
}

func masters(t *testing.T, n int) *archive.Archive {
	return kept(t, tonghua.Teachers(), tonghua.All(), n)
}

func reportOf(t *testing.T, a *archive.Archive) *report.Report {
	t.Helper()
	r, err := a.Report()
	require.NoError(t, err)
	return r
}

// file writes a value as JSON and returns the name of the file.
func file(t *testing.T, name string, v any) string {
	t.Helper()
	data, err := json.Marshal(v)
	require.NoError(t, err)
	return written(t, name, data)
}

func written(t *testing.T, name string, data []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	require.NoError(t, os.WriteFile(path, data, 0o600))
	return path
}

func TestTwoReportsAreComparedWhateverFileHoldsThem(t *testing.T) {
	few, many := masters(t, 11), masters(t, 13)
	for name, files := range map[string][2]string{
		"two reports":              {file(t, "a.json", reportOf(t, few)), file(t, "b.json", reportOf(t, many))},
		"two archives":             {file(t, "a.json", few), file(t, "b.json", many)},
		"a report and an archive":  {file(t, "a.json", reportOf(t, few)), file(t, "b.json", many)},
		"an archive and a report":  {file(t, "a.json", few), file(t, "b.json", reportOf(t, many))},
		"a report from an editor ": {written(t, "a.json", append([]byte("\ufeff"), marshalled(t, reportOf(t, few))...)), file(t, "b.json", many)},
	} {
		t.Run(name, func(t *testing.T) {
			s := call(t, "diff", files[0], files[1])
			assert.Equal(t, objected, s.code, "a verdict is another")
			assert.Empty(t, s.messages)
			assert.Contains(t, s.out, "结论不同（1项）：\n  - 高中硕士以上学历教师占比")
			assert.Contains(t, call(t, "diff", files[0], files[1], "-lang", "en").out, "another verdict (1):\n")
		})
	}
}

func marshalled(t *testing.T, v any) []byte {
	t.Helper()
	data, err := json.Marshal(v)
	require.NoError(t, err)
	return data
}

func TestWhereNoVerdictIsAnotherNothingIsObjected(t *testing.T) {
	few, fewer := file(t, "a.json", masters(t, 11)), file(t, "b.json", masters(t, 10))
	assert.Contains(t, wants(t, "diff", few, few), "两份报告没有不同\n")
	assert.Contains(t, wants(t, "diff", few, few, "-lang", "en"), "nothing differs\n")
	assert.Equal(t, "[]\n", wants(t, "diff", few, few, "-as", "json"))
	out := wants(t, "diff", few, fewer)
	assert.Contains(t, out, "结论相同，其他不同（1项）：\n  - 高中硕士以上学历教师占比")
	assert.NotContains(t, out, "结论不同（")
}

func TestDifferencesAsDataAreThoseOfTheLibrary(t *testing.T) {
	few, many := masters(t, 11), masters(t, 13)
	s := call(t, "diff", file(t, "a.json", few), file(t, "b.json", many), "-as", "json")
	assert.Equal(t, objected, s.code)
	var got []report.Difference
	require.NoError(t, json.Unmarshal([]byte(s.out), &got))
	assert.Equal(t, report.Compare(reportOf(t, few), reportOf(t, many)), got)
}

func TestAFileOfAnotherKindIsRefusedWithHowOneIsMade(t *testing.T) {
	compact, err := reportOf(t, masters(t, 11)).Compact()
	require.NoError(t, err)
	good := file(t, "good.json", masters(t, 11))
	for name, data := range map[string][]byte{
		"nothing":                    nil,
		"no JSON":                    []byte("名称,日期\n"),
		"JSON of something else":     []byte(`{"a":1}`),
		"a list":                     []byte(`[1]`),
		"a compact report":           compact,
		"an archive of other types":  []byte(`{"format":1,"data":3,"report":{},"digest":"x"}`),
		"an archive to come":         []byte(`{"format":2,"data":{},"report":{},"digest":"x"}`),
		"an archive of no report":    []byte(`{"format":1,"data":{"date":"2026-06-30"},"report":[],"digest":"x"}`),
		"a report with other types":  []byte(`{"edition":1,"parts":2,"summary":3}`),
		"a report that breaks short": marshalled(t, reportOf(t, masters(t, 11)))[:500],
	} {
		t.Run(name, func(t *testing.T) {
			path := written(t, "other.json", data)
			s := call(t, "diff", good, path)
			assert.Equal(t, badData, s.code)
			assert.Equal(t, "tonghua: "+path+" 不是 JSON 报告，也不是存档；报告这样生成：tonghua check … -as json -o report.json，存档这样生成：tonghua check … -archive archive.json\n", s.messages)
			if name == "an archive of no report" {
				return // it is an archive, and an altered one
			}
			s = call(t, "verify", path, "-lang", "en")
			assert.Equal(t, badData, s.code)
			assert.Equal(t, "tonghua: "+path+" is no archive; one is made by: tonghua check … -archive archive.json\n", s.messages)
		})
	}
}

func TestAnArchiveIsVerified(t *testing.T) {
	a := masters(t, 11)
	doctors, err := rules.NewShare(plan.Tonghua(), plan.SeniorMaster, indicators.Share[teacher.Record]{Among: teacher.Stage.Is(indicators.SeniorHigh), Counted: teacher.Education.AtLeast(indicators.Doctor)})
	require.NoError(t, err)
	stricter := rules.Set[teacher.Record]{doctors}
	for _, c := range []struct {
		name   string
		data   []byte
		code   int
		zh, en string
	}{
		{"one that is as it was", marshalled(t, a), done, "结果与存档一致", "the same"},
		{"one of other rules", marshalled(t, kept(t, stricter, stricter.Views(), 11)), objected, "涉及的条款：\n  - senior-master　高中硕士以上学历教师占比（三（十）第3段）\n", "statements concerned:\n  - senior-master  "},
		{"one in which a verdict was turned", bytes.Replace(marshalled(t, a), []byte(`"outcome":"not-met"`), []byte(`"outcome":"met"`), 1), badData, "存档内容被改动", "altered"},
	} {
		t.Run(c.name, func(t *testing.T) {
			path := written(t, "archive.json", c.data)
			for lang, want := range map[string]string{"zh": c.zh, "en": c.en} {
				s := call(t, "verify", path, "-lang", lang)
				assert.Equal(t, c.code, s.code)
				assert.Empty(t, s.messages)
				assert.Contains(t, s.out, want)
			}
		})
	}
}

func TestADigestThatWasNotedIsCompared(t *testing.T) {
	a := masters(t, 11)
	path := file(t, "archive.json", a)
	assert.Contains(t, wants(t, "verify", path), "\n数字摘要："+a.Digest()+"\n")
	assert.Contains(t, wants(t, "verify", path, "-digest", " "+strings.ToUpper(a.Digest())), "与当时记下的摘要相符\n")
	s := call(t, "verify", path, "-digest", masters(t, 12).Digest(), "-lang", "en")
	assert.Equal(t, badData, s.code)
	assert.Contains(t, s.out, "not the digest that was noted")
}

func TestAnArchiveOfAnotherPlanCannotBeVerified(t *testing.T) {
	data := bytes.Replace(marshalled(t, masters(t, 11)), []byte(`"plan":"tonghua-2021-2025"`), []byte(`"plan":"yunxi-2026-2030"`), 1)
	s := call(t, "verify", written(t, "archive.json", data))
	assert.Equal(t, failed, s.code)
	assert.Contains(t, s.messages, "无法核验")
}
