package main

import (
	"errors"
	"strings"

	"github.com/eduplan/tonghua/indicators/bilingual"
)

// languageOf finds the language before anything else is read, since errors and help are
// written in it too: the flag, then the program's own variable, then that of the system.
func languageOf(args []string, variable func(string) string) (bilingual.Language, error) {
	chosen := variable("TONGHUA_LANG")
	l := systemLanguage(variable)
	if in, err := bilingual.ParseLanguage(chosen); err == nil {
		l = in
	} else if chosen != "" {
		return l, unknownLanguage("TONGHUA_LANG", chosen, l)
	}
	for i, arg := range args {
		if arg == "--" {
			break
		}
		name, value, given := strings.Cut(strings.TrimPrefix(strings.TrimPrefix(arg, "-"), "-"), "=")
		if !strings.HasPrefix(arg, "-") || name != "lang" {
			continue
		}
		if !given {
			if i+1 == len(args) {
				return l, nil // the parser of the flags reports it
			}
			value = args[i+1]
		}
		if value == completionMark {
			return l, nil
		}
		in, err := bilingual.ParseLanguage(value)
		if err != nil {
			return l, unknownLanguage("-lang", value, l)
		}
		l = in
	}
	return l, nil
}

// completionMark stands behind the words of a call for which the shell asks what may follow.
const completionMark = "--generate-shell-completion"

func unknownLanguage(where, value string, l bilingual.Language) error {
	return errors.New(l.Pick(where+"：没有语言“"+value+"”，请写 zh（中文）或 en（英文）",
		where+": no language “"+value+"”: write zh (Chinese) or en (English)"))
}

// systemLanguage follows the variables by which systems say it. A system that says nothing
// gets Chinese, which most users read; one of any third language gets English.
func systemLanguage(variable func(string) string) bilingual.Language {
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		value := strings.ToLower(variable(name))
		switch base, _, _ := strings.Cut(value, "."); {
		case value == "":
			continue
		case strings.HasPrefix(value, "zh"), base == "c", base == "posix":
			return bilingual.Chinese
		}
		return bilingual.English
	}
	return bilingual.Chinese
}
