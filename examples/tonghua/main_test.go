package main

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators/bilingual"
)

// said is what one call of the program printed, and how it ended.
type said struct {
	out, messages string
	code          int
}

// call runs the program as somebody does whose system speaks Chinese.
func call(t *testing.T, args ...string) said {
	t.Helper()
	for _, name := range []string{"TONGHUA_LANG", "LC_ALL", "LC_MESSAGES", "LANG"} {
		t.Setenv(name, "")
	}
	return callAs(args...)
}

func callAs(args ...string) said {
	var out, messages strings.Builder
	code := run(context.Background(), append([]string{"tonghua"}, args...), &out, &messages)
	return said{out.String(), messages.String(), code}
}

// wants holds that a call went well, and returns what it printed.
func wants(t *testing.T, args ...string) string {
	t.Helper()
	s := call(t, args...)
	require.Equal(t, done, s.code, "%v: %s", args, s.messages)
	require.Empty(t, s.messages)
	return s.out
}

func TestTheLanguageIsThatOfTheFlagTheProgramOrTheSystem(t *testing.T) {
	for _, c := range []struct {
		name      string
		args      []string
		variables map[string]string
		want      bilingual.Language
	}{
		{"a system that says nothing gets Chinese", nil, nil, bilingual.Chinese},
		{"so does one in the language of machines", nil, map[string]string{"LANG": "C.UTF-8"}, bilingual.Chinese},
		{"or in that of POSIX", nil, map[string]string{"LC_ALL": "POSIX"}, bilingual.Chinese},
		{"a Chinese system gets Chinese", nil, map[string]string{"LANG": "zh_CN.UTF-8"}, bilingual.Chinese},
		{"an English system gets English", nil, map[string]string{"LANG": "en_GB.UTF-8"}, bilingual.English},
		{"a system of a third language gets English", nil, map[string]string{"LANG": "de_DE.UTF-8"}, bilingual.English},
		{"LC_ALL goes before LANG", nil, map[string]string{"LC_ALL": "zh_CN", "LANG": "en_US"}, bilingual.Chinese},
		{"the program's own variable goes before the system", nil, map[string]string{"TONGHUA_LANG": "en", "LANG": "zh_CN"}, bilingual.English},
		{"the flag goes before all", []string{"-lang", "zh"}, map[string]string{"TONGHUA_LANG": "en"}, bilingual.Chinese},
		{"the flag has two dashes or an equals sign", []string{"rule", "--lang=en"}, nil, bilingual.English},
		{"behind two dashes nothing is a flag", []string{"--", "-lang", "en"}, nil, bilingual.Chinese},
	} {
		t.Run(c.name, func(t *testing.T) {
			l, err := languageOf(c.args, func(name string) string { return c.variables[name] })
			require.NoError(t, err)
			assert.Equal(t, c.want, l)
		})
	}
	_, err := languageOf(nil, func(name string) string { return map[string]string{"TONGHUA_LANG": "fr"}[name] })
	assert.ErrorContains(t, err, "TONGHUA_LANG：没有语言“fr”")
}

func TestTheLanguageMayStandAnywhereInACall(t *testing.T) {
	for _, args := range [][]string{{"-lang", "en", "rule", "senior-master"}, {"rule", "-lang", "en", "senior-master"}, {"rule", "senior-master", "--lang=en"}} {
		assert.Contains(t, wants(t, args...), "required: at least 12 %")
	}
}

func TestTheHelpSaysAllInTheLanguageChosen(t *testing.T) {
	foreign := []string{"NAME:", "USAGE:", "GLOBAL", "default", "Shows", "Output ", "command options", "string"}
	for _, args := range [][]string{nil, {"-h"}, {"--help"}, {"help"}, {"rule", "-h"}, {"help", "vocab"}, {"needs", "-h"}, {"check", "-h"}, {"cases", "-h"}, {"diff", "-h"}, {"verify", "-h"},
		{"completion", "-h"}, {"completion", "bash", "-h"}, {"rule", "senior-master", "-h"}} {
		zh, en := wants(t, args...), wants(t, append(slices.Clone(args), "-lang", "en")...)
		for _, word := range foreign {
			assert.NotContains(t, zh, word, "%v", args)
			assert.NotContains(t, en, word, "%v", args)
		}
		assert.Contains(t, zh, "\n用法\n", "%v", args)
		assert.Contains(t, en, "\nUSAGE\n", "%v", args)
		for _, r := range en {
			assert.False(t, r >= 0x4e00 && r <= 0x9fff, "%v: %c in English help", args, r)
		}
	}
}

func TestTheHelpOfTheProgramListsCommandsAndExitCodes(t *testing.T) {
	out := wants(t)
	for _, name := range []string{"check", "rule", "vocab", "needs", "cases", "diff", "verify", "completion"} {
		assert.Contains(t, out, "\n  "+name+" ")
		if name != "completion" {
			assert.Contains(t, wants(t, name, "-h"), "\n例子\n  tonghua "+name, "each has examples")
		}
	}
	for _, code := range []string{"0  完成", "1  有到期", "2  数据有问题", "3  没有办成"} {
		assert.Contains(t, out, code)
	}
}

func TestWrongUseSaysWhatToDo(t *testing.T) {
	for _, c := range []struct {
		name   string
		args   []string
		zh, en string
	}{
		{"an unknown command", []string{"rul"}, "没有命令“rul”，可能是 rule；命令有：", "no command “rul”; perhaps rule; the commands are "},
		{"an unknown command that help is wanted of", []string{"help", "rul"}, "没有命令“rul”", "no command “rul”"},
		{"an unknown option", []string{"rule", "-subjekt", "teacher"}, "tonghua rule 没有选项 -subjekt，可能是 -subject；看用法：tonghua rule -h", "tonghua rule has no option -subjekt; perhaps -subject; for its use: tonghua rule -h"},
		{"an unknown option of the program", []string{"-x"}, "tonghua 没有选项 -x", "tonghua has no option -x"},
		{"an option without its value", []string{"rule", "-subject"}, "选项 -subject 后面要写一个值", "the option -subject wants a value behind it"},
		{"an option that takes no value", []string{"needs", "-all=maybe"}, "选项 -all 的值不能是“maybe”", "the option -all cannot be “maybe”"},
		{"too many arguments", []string{"rule", "senior-master", "pe-hours"}, "多写了“pe-hours”", "“pe-hours” is too much"},
		{"too few", []string{"diff", "one.json"}, "要写明：旧报告 新报告", "wanted: OLD NEW"},
		{"no argument", []string{"cases"}, "要写明：规则编号", "wanted: RULE"},
		{"a misspelt rule", []string{"rule", "seniormaster"}, "没有规则“seniormaster”，可能是 senior-master；全部规则：tonghua rule", "no rule “seniormaster”; perhaps senior-master; all rules: tonghua rule"},
		{"a rule and a list at once", []string{"rule", "senior-master", "-find", "x"}, "就不能再用", "leave them out"},
		{"a misspelt subject", []string{"rule", "-subject", "techer"}, "没有对象“techer”，可能是 teacher", "no subject “techer”; perhaps teacher"},
		{"a misspelt field", []string{"vocab", "eduction"}, "没有字段“eduction”，可能是 education", "no field “eduction”; perhaps education"},
		{"no fields", []string{"needs"}, "要用 -have 写明现有的字段", "name the fields at hand"},
		{"a misspelt field at hand", []string{"needs", "-have", "teacher.stage,teacher.eductaion"}, "没有字段“teacher.eductaion”，可能是 teacher.education", "perhaps teacher.education"},
		{"a field of several subjects", []string{"needs", "-have", "stage"}, "“stage”不止一个对象有，请写明是哪个：class.stage、grade.stage、pupil.stage、teacher.stage", "write class.stage or"},
		{"an unknown form", []string{"needs", "-have", "teacher.stage", "-as", "xml"}, "选项 -as 不能是“xml”，可写：text、json", "cannot be “xml”: write text or json"},
		{"cases of a promise", []string{"cases", "technical-incubation"}, "technical-incubation 凭佐证认定，没有计算用例；可作佐证的有：督导、监测或审计报告", "accepted are: assessment report"},
		{"cases of what demands nothing", []string{"cases", "plan-basis"}, "不提要求", "demands nothing"},
		{"a report that is not there", []string{"diff", "none.json", "none.json"}, "打不开 none.json：没有这个文件或文件夹", "cannot open none.json: there is no such file or folder"},
		{"a folder in place of an archive", []string{"verify", "."}, "打不开 .：这是文件夹，不是文件", "cannot open .: it is a folder, not a file"},
		{"a shell that is not said", []string{"completion"}, "bash、zsh、fish、pwsh", "bash, zsh, fish, pwsh"},
		{"a shell that is unknown", []string{"completion", "tcsh"}, "bash、zsh、fish、pwsh", "bash, zsh, fish, pwsh"},
	} {
		t.Run(c.name, func(t *testing.T) {
			for lang, want := range map[string]string{"zh": c.zh, "en": c.en} {
				s := call(t, append([]string{"-lang", lang}, c.args...)...)
				assert.Equal(t, failed, s.code)
				assert.Empty(t, s.out)
				assert.True(t, strings.HasPrefix(s.messages, "tonghua: "), s.messages)
				assert.Equal(t, 1, strings.Count(s.messages, "\n"), "one line")
				assert.Contains(t, s.messages, want)
			}
		})
	}
	s := call(t, "-lang", "fr")
	assert.Equal(t, said{messages: "tonghua: -lang：没有语言“fr”，请写 zh（中文）或 en（英文）\n", code: failed}, s)
}

// full is a disk on which nothing has room.
type full struct{}

func (full) Write([]byte) (int, error) { return 0, syscall.ENOSPC }

func TestAFullDiskIsAFailure(t *testing.T) {
	t.Setenv("TONGHUA_LANG", "zh")
	var messages strings.Builder
	assert.Equal(t, failed, run(context.Background(), []string{"tonghua", "rule"}, full{}, &messages))
	assert.Equal(t, "tonghua: 写不了 标准输出：磁盘已满\n", messages.String())
}

func TestAFileIsWrittenWholeOrNotAtAll(t *testing.T) {
	folder := t.TempDir()
	file := filepath.Join(folder, "cases.csv")
	require.NoError(t, os.WriteFile(file, []byte("before"), 0o600))
	wants(t, "cases", "senior-master", "-o", file)
	data, err := os.ReadFile(file)
	require.NoError(t, err)
	assert.Equal(t, wants(t, "cases", "senior-master"), string(data))
	info, err := os.Stat(file)
	require.NoError(t, err)
	assert.Equal(t, os.FileMode(0o600), info.Mode().Perm(), "nobody else may read it now than before")

	s := call(t, "cases", "senior-master", "-o", filepath.Join(folder, "none", "cases.csv"))
	assert.Equal(t, failed, s.code)
	assert.Contains(t, s.messages, "没有这个文件或文件夹")
	taken := filepath.Join(folder, "taken")
	require.NoError(t, os.Mkdir(taken, 0o755))
	s = call(t, "cases", "senior-master", "-o", taken)
	assert.Equal(t, failed, s.code)
	assert.Contains(t, s.messages, "这是文件夹，不是文件")
	if _, err := os.Stat("/dev/full"); err == nil {
		s = call(t, "cases", "senior-master", "-o", "/dev/full")
		assert.Equal(t, failed, s.code)
		assert.Contains(t, s.messages, "磁盘已满")
	}
	left, err := os.ReadDir(folder)
	require.NoError(t, err)
	assert.Len(t, left, 2, "no half file is left behind")
}

func TestAnErrorOfTheSystemIsSaidInWords(t *testing.T) {
	p := &program{messages: io.Discard}
	assert.Equal(t, "没有权限", p.cause(os.ErrPermission))
	assert.Equal(t, "device gone", p.cause(&os.PathError{Op: "open", Path: "x", Err: errors.New("device gone")}))
	assert.Equal(t, badData, p.end(&ending{code: badData}))
}

func TestShellsAreOfferedWhatMayFollow(t *testing.T) {
	for _, c := range []struct {
		name  string
		args  []string
		some  []string
		never string
	}{
		{"commands", nil, []string{"rule:", "vocab:", "cases:", "completion:"}, "senior-master"},
		{"rules", []string{"rule"}, []string{"senior-master:高中硕士以上学历教师占比", "technical-incubation:"}, ""},
		{"rules that begin so", []string{"rule", "sen"}, []string{"senior-master:", "senior-quality:"}, "pe-hours"},
		{"nothing behind a rule", []string{"rule", "senior-master", "x"}, nil, "senior"},
		{"rules that have cases", []string{"cases"}, []string{"senior-master:"}, "technical-incubation"},
		{"fields", []string{"vocab"}, []string{"education:学历", "training_hours:"}, "teacher.education"},
		{"fields of a subject", []string{"vocab", "teacher.e"}, []string{"teacher.education:学历"}, "pupil."},
		{"subjects", []string{"rule", "-subject"}, []string{"teacher:教师", "evidence:佐证", "county-year:"}, "senior-master"},
		{"forms", []string{"needs", "-as"}, []string{"text:", "json:"}, ""},
		{"fields at hand", []string{"needs", "-have"}, []string{"teacher.education:学历"}, ""},
		{"languages", []string{"rule", "-lang"}, []string{"zh:", "en:"}, ""},
		{"options", []string{"rule", "-su"}, []string{"--subject:"}, "--find"},
		{"commands behind help", []string{"help"}, []string{"rule:", "verify:"}, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			out := "\n" + wants(t, append(c.args, completionMark)...)
			for _, word := range c.some {
				assert.Contains(t, out, "\n"+word)
			}
			if c.never != "" {
				assert.NotContains(t, out, "\n"+c.never)
			}
		})
	}
	for _, shell := range []string{"bash", "zsh", "fish", "pwsh"} {
		assert.NotEmpty(t, wants(t, "completion", shell))
	}
}
