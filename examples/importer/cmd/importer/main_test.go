package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const staff = "教职工号,姓名,学历,培训学时,区县\nT1,甲,本科,1,东昌\nT2,乙,本科肄业,2,东昌\nT3,丙,大专,3,西昌\n"

// folder is a folder with files of that content.
func folder(t *testing.T, files map[string]string) func(name string) string {
	t.Helper()
	dir := t.TempDir()
	for name, content := range files {
		require.NoError(t, os.WriteFile(filepath.Join(dir, name), []byte(content), 0o600))
	}
	return func(name string) string { return filepath.Join(dir, name) }
}

// called runs the program and returns its code and what it says.
func called(args ...string) (code int, out, messages string) {
	var o, m strings.Builder
	code = run(args, &o, &m)
	return code, o.String(), m.String()
}

func content(t *testing.T, path string) string {
	t.Helper()
	data, err := os.ReadFile(path)
	require.NoError(t, err)
	return string(data)
}

func names(t *testing.T, dir string) (list []string) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	require.NoError(t, err)
	for _, e := range entries {
		list = append(list, e.Name())
	}
	return list
}

func TestRowsThatWereRefusedAreCorrectedAndGivenAgain(t *testing.T) {
	at := folder(t, map[string]string{"教师.csv": staff})
	for _, refusals := range []string{"退回.csv", "退回.xlsx"} {
		code, out, messages := called(at("教师.csv"), "-subject", "teacher", "-date", "2025-12-31", "-keep", "区县", "-o", at("清洁.csv"), "-refused", at(refusals))
		assert.Equal(t, refused, code)
		assert.Empty(t, messages)
		assert.Contains(t, out, "教师.csv（文本表格，UTF-8）\n")
		assert.Contains(t, out, "读取3条记录，有问题的记录1条。\n  教师.csv第3行（T2）“学历”列：“本科肄业”不在代码表内")
		assert.Equal(t, "\ufeff教职工号,区县,学历,本周期培训学时\nT1,东昌,本科,1\nT3,西昌,大专,3\n", content(t, at("清洁.csv")))
	}
	assert.Equal(t, []string{"教师.csv", "清洁.csv", "退回.csv", "退回.xlsx"}, names(t, filepath.Dir(at("x"))))

	back := strings.Replace(content(t, at("退回.csv")), ",本科肄业,2", ",高中,2", 1)
	require.NoError(t, os.WriteFile(at("更正.csv"), []byte(back), 0o600))
	code, out, messages := called("-lang", "en", "-subject", "teacher", "-date", "2025-12-31", "-keep", "区县", "-o", at("清洁.csv"), at("教师.csv"), at("更正.csv"))
	assert.Equal(t, done, code)
	assert.Empty(t, messages)
	assert.Contains(t, out, "records read: 3, lines corrected: 1.\n")
	assert.Equal(t, "\ufeff教职工号,区县,level of education,training hours in the cycle\nT1,东昌,bachelor,1\n", strings.SplitAfter(content(t, at("清洁.csv")), "1\n")[0])
}

func TestTheCodeSaysWhatCameOfIt(t *testing.T) {
	at := folder(t, map[string]string{"好.csv": "工号,学历\nT1,本科\n", "空.csv": "", "断.csv": "工号,学历\nT1,本科\nT2,\"大专\n"})
	teacher := func(args ...string) []string { return append([]string{"-subject", "teacher"}, args...) }
	for _, c := range []struct {
		name   string
		args   []string
		code   int
		zh, en string
	}{
		{"nothing wrong", teacher(at("好.csv")), done, "", ""},
		{"help", []string{"-h"}, done, "Usage of importer", "Usage of importer"},
		{"a file that cannot be read", teacher(at("空.csv")), refused, "空.csv：文件是空的", "空.csv: the file is empty"},
		{"a file that breaks off", teacher(at("断.csv")), refused, "断.csv，第3行：引号没有成对", "断.csv, row 3: quotation marks do not match"},
		{"a file that is not there", teacher(at("无.csv")), failed, "无.csv", "无.csv"},
		{"no file", teacher(), failed, "no file was given", "no file was given"},
		{"no subject", []string{at("好.csv")}, failed, `-subject "": want one of account, attainment`, "want one of"},
		{"a subject that nobody knows", []string{"-subject", "cook", at("好.csv")}, failed, `-subject "cook"`, `-subject "cook"`},
		{"a date that is none", teacher("-date", "2025-13-01", at("好.csv")), failed, "2025-13-01", "2025-13-01"},
		{"a column without its meaning", teacher("-column", "学历", at("好.csv")), failed, "want header=field", "want header=field"},
		{"a meaning that nobody knows", teacher("-column", "学历=educaton", at("好.csv")), failed, "“教师”没有这个字段；字段有：任教学段（stage）", "学历=educaton"},
		{"a column to keep that is not there", teacher("-keep", "区县", at("好.csv")), refused, "没有“区县”列", "no column 区县"},
		{"an option that nobody knows", teacher("-fast", at("好.csv")), failed, "-fast", "-fast"},
		{"a folder to write to that is not there", teacher("-o", at("无/清洁.csv"), at("好.csv")), failed, "无", "无"},
	} {
		t.Run(c.name, func(t *testing.T) {
			code, _, messages := called(c.args...)
			assert.Equal(t, c.code, code)
			assert.Contains(t, messages, c.zh)
			assert.NotContains(t, messages, "importer: importer:")
			code, _, messages = called(append([]string{"-lang", "en"}, c.args...)...)
			assert.Equal(t, c.code, code)
			assert.Contains(t, messages, c.en)
		})
	}
	code, _, messages := called(append([]string{"-lang", "fr"}, teacher(at("好.csv"))...)...)
	assert.Equal(t, failed, code)
	assert.NotEmpty(t, messages)
}

func TestNoHalfAFileIsLeftAndNoneIsTakenAway(t *testing.T) {
	at := folder(t, map[string]string{"断.csv": "工号,学历\n" + strings.Repeat("T1,本科\n", 1000) + "T2,\"大专\n", "清洁.csv": "old", "退回.csv": "old"})
	code, _, _ := called("-subject", "teacher", "-o", at("清洁.csv"), "-refused", at("退回.csv"), at("断.csv"))
	assert.Equal(t, refused, code)
	assert.Equal(t, "old", content(t, at("清洁.csv")))
	assert.Equal(t, "old", content(t, at("退回.csv")))
	assert.Len(t, names(t, filepath.Dir(at("x"))), 3, "nothing else stays behind")
}

func TestADiskThatIsFullIsNoSuccess(t *testing.T) {
	if _, err := os.Stat("/dev/full"); err != nil {
		t.Skip("no such device")
	}
	at := folder(t, map[string]string{"教师.csv": staff})
	for _, args := range [][]string{{"-o", "/dev/full", "-refused", at("退回.xlsx")}, {"-o", at("清洁.csv"), "-refused", "/dev/full"}} {
		code, _, messages := called(append(args, "-subject", "teacher", at("教师.csv"))...)
		assert.Equal(t, failed, code)
		assert.Contains(t, messages, "no space left on device")
		assert.Equal(t, []string{"教师.csv"}, names(t, filepath.Dir(at("x"))), "no other file is given its name either")
	}
}

func TestAFileThatIsReadIsNeverWrittenOver(t *testing.T) {
	at := folder(t, map[string]string{"教师.csv": staff})
	for _, args := range [][]string{{"-o", at("教师.csv")}, {"-refused", at("教师.csv")}, {"-o", at("新.csv"), "-refused", at("新.csv")}} {
		code, _, messages := called(append(args, "-subject", "teacher", at("教师.csv"))...)
		assert.Equal(t, failed, code)
		assert.NotEmpty(t, messages)
		assert.Equal(t, staff, content(t, at("教师.csv")))
	}
}
