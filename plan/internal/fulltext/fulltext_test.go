package fulltext_test

import (
	"errors"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/plan/internal/fulltext"
)

// cloud is a made-up plan of a made-up city.
const cloud = `云溪要办好学校，十五五开局。
一、现状
（一）学校。
今有学校12所。

教师360名。
二、任务
（1） 读书。
每校一室。
	专栏3  书香工程

	1.图书项目。藏书5—10册。
2.阅览项目。座位占50%。
（二）锻炼。
	专栏4  健体工程
	人人会1至2项。
`

func split(t *testing.T, text string) []fulltext.Line {
	t.Helper()
	lines, err := fulltext.Split(strings.NewReader(text))
	require.NoError(t, err)
	return lines
}

func TestATextIsSplitByItsOwnHeadings(t *testing.T) {
	want := []fulltext.Line{
		{1, "引言", "云溪要办好学校,十五五开局。"},
		{2, "一", "一、现状"},
		{3, "一（一）", "(一)学校。"},
		{4, "一（一）第1段", "今有学校12所。"},
		{6, "一（一）第2段", "教师360名。"},
		{7, "二", "二、任务"},
		{8, "二（一）", "(1)读书。"},
		{9, "二（一）第1段", "每校一室。"},
		{10, "专栏3", "专栏3书香工程"},
		{12, "专栏3第1项", "1.图书项目。藏书5-10册。"},
		{13, "专栏3第2项", "2.阅览项目。座位占50%。"},
		{14, "二（二）", "(二)锻炼。"},
		{15, "专栏4", "专栏4健体工程"},
		{16, "专栏4第1项", "人人会1至2项。"},
	}
	assert.Equal(t, want, split(t, cloud))
}

func TestWaysOfWritingAreReadAlike(t *testing.T) {
	want := split(t, cloud)
	for says, text := range map[string]string{
		"with a byte order mark":        "\ufeff" + cloud,
		"with the line ends of Windows": strings.ReplaceAll(cloud, "\n", "\r\n"),
		"with full-width digits and signs": strings.NewReplacer("0", "０", "1", "１", "2", "２", "3", "３", "4", "４", "5", "５", "6", "６",
			"%", "％", ".", "．").Replace(cloud),
		"with half-width brackets and commas": strings.NewReplacer("（", "(", "）", ")", "，", ",").Replace(cloud),
		"with another dash":                   strings.ReplaceAll(cloud, "—", "～"),
		"indented with ideographic spaces":    strings.ReplaceAll(cloud, "\n", "\n　　"),
		"with spaces inside":                  strings.ReplaceAll(cloud, "所", " 所\u00a0"),
		"without an end to the last line":     strings.TrimSuffix(cloud, "\n"),
	} {
		assert.Equal(t, want, split(t, text), says)
	}
}

func TestLinesThatBelongToNoClause(t *testing.T) {
	lines := split(t, "一、现状\n没有节的一行\n（一）学校\n第二段十分长，开头也像“三、”一样写着数字，却不是标题\n三、这一行太长，读起来像标题，其实是正文里的一句话\n")
	assert.Empty(t, lines[1].Place)
	assert.Equal(t, "一（一）第1段", lines[3].Place)
	assert.Equal(t, "一（一）第2段", lines[4].Place, "a long line is no heading")
	assert.Equal(t, "二（十二）", split(t, "二、甲\n（12）乙\n")[1].Place)
	assert.Equal(t, "二（二十）", split(t, "二、甲\n（20）乙\n")[1].Place)
	assert.Equal(t, "二（100）", split(t, "二、甲\n（100）乙\n")[1].Place)
}

func TestAnotherEncodingIsRefused(t *testing.T) {
	for says, c := range map[string]struct{ text, want string }{
		"GB18030":       {"\xd2\xbb\xa1\xa2\xcf\xd6\xd7\xb4\n", "the text is not UTF-8: line 1"},
		"UTF-16":        {"\xff\xfe\x00\x4e", "the text is not UTF-8: line 1: it begins with the byte order mark of UTF-16"},
		"one bad byte":  {"一、现状\n（一）\xff\n", "the text is not UTF-8: line 2"},
		"a binary file": {"一、现状\n\x00\n", "the text is not UTF-8: line 2: it has a zero byte"},
	} {
		_, err := fulltext.Split(strings.NewReader(c.text))
		assert.EqualError(t, err, c.want, says)
		assert.ErrorIs(t, err, fulltext.ErrEncoding)
	}
	broken := errors.New("disk on fire")
	_, err := fulltext.Split(iotest.ErrReader(broken))
	assert.ErrorIs(t, err, broken)
}

func TestNumeralsAreFound(t *testing.T) {
	for text, want := range map[string][]fulltext.Token{
		"达到95%,又达到95%":   {{"95%", 1}, {"95%", 2}},
		"18.2亿元,74万平方米":  {{"18.2亿", 1}, {"74万", 1}},
		"1至2项,5-10个":     {{"1", 1}, {"2", 1}, {"5", 1}, {"10", 1}},
		"每校不少于一半,按两倍":    {{"每", 1}, {"一半", 1}, {"两倍", 1}},
		"全覆盖、全部、全员、所有":   {{"全覆盖", 1}, {"全部", 1}, {"全员", 1}, {"所有", 1}},
		"各县各个,季度年度":      {{"各县", 1}, {"各个", 1}, {"季度", 1}, {"年度", 1}},
		"十四五、二十中、统一":     {{"十四五", 1}, {"二十", 1}, {"一", 1}},
		"6.7个百分点":        {{"6.7", 1}, {"百", 1}},
		"全面、所在、年级、各校、3.": {{"3", 1}},
		"没有数":            nil,
	} {
		assert.Equal(t, want, fulltext.Tokens(text), text)
	}
}

func TestWhatATokenCounts(t *testing.T) {
	for token, want := range map[string]fulltext.Value{
		"95%": {Number: "95", Share: true}, "77.14%": {Number: "77.14", Share: true}, "10.8": {Number: "10.8"}, "2025": {Number: "2025"},
		"18.2亿": {Number: "1820000000"}, "74万": {Number: "740000"}, "247.5万": {Number: "2475000"}, "0.12345万": {Number: "01234.5"},
		"一半": {Number: "50", Share: true}, "两倍": {Number: "2"}, "季度": {Number: "4"}, "年度": {Yearly: true},
		"每": {Number: "100", Share: true, Yearly: true}, "全部": {Number: "100", Share: true}, "百": {Number: "100"}, "零": {Number: "0"},
		"十四五": {}, "": {}, "二十": {}, "%": {},
	} {
		assert.Equal(t, want, fulltext.Token{Text: token}.Value(), token)
	}
}

// However the bytes are, the reader answers: lines in order, each token in its
// line, and the same answer for what it has normalised itself.
func FuzzSplit(f *testing.F) {
	for _, seed := range []string{cloud, "", "\ufeff", "一、\n（一）\n专栏1\n1.一半\n", "（1）", "专栏", "\xff\xfe", "1.", "一、甲\n(99999999999999999999)\n"} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		lines, err := fulltext.Split(strings.NewReader(string(data)))
		if err != nil {
			assert.ErrorIs(t, err, fulltext.ErrEncoding)
			assert.Nil(t, lines)
			return
		}
		last := 0
		for _, line := range lines {
			assert.Greater(t, line.Number, last)
			last = line.Number
			assert.NotEmpty(t, line.Text)
			assert.Equal(t, line.Text, fulltext.Normalise(line.Text), "normalising again changes nothing")
			rest := line.Text
			for _, token := range fulltext.Tokens(line.Text) {
				_, after, found := strings.Cut(rest, token.Text)
				assert.True(t, found, "%q in %q", token.Text, rest)
				rest = after
				assert.Positive(t, token.Nth)
				token.Value()
			}
		}
	})
}
