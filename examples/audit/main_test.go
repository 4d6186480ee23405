package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"
)

// planText is the environment variable that names a copy of the plan's text.
const planText = "TONGHUA_PLAN_TEXT"

func readText(t *testing.T) []byte {
	t.Helper()
	path := os.Getenv(planText)
	if path == "" {
		t.Skipf("%s names no copy of the plan's text", planText)
	}
	text, err := os.ReadFile(path)
	if os.IsNotExist(err) {
		t.Skipf("%s: there is no file %s", planText, path)
	}
	if err != nil {
		t.Fatal(err)
	}
	return text
}

func TestTheTextIsAuditedInBothEncodings(t *testing.T) {
	text := readText(t)
	gb, err := simplifiedchinese.GB18030.NewEncoder().Bytes(text)
	if err != nil {
		t.Fatal(err)
	}
	var first string
	for says, copied := range map[string][]byte{"UTF-8": text, "GB18030": gb} {
		path := filepath.Join(t.TempDir(), "plan.txt")
		if err := os.WriteFile(path, copied, 0o600); err != nil {
			t.Fatal(err)
		}
		var out strings.Builder
		if err := run(path, "en", nil, &out); err != nil {
			t.Errorf("%s: %v", says, err)
		}
		if !strings.Contains(out.String(), "132 of 132 clauses found in the text, 324 statements, 278 of 278 numerals accounted for") {
			t.Errorf("%s: %s", says, out.String()[max(0, out.Len()-300):])
		}
		if first == "" {
			first = out.String()
		}
		if out.String() != first {
			t.Errorf("%s: another table", says)
		}
	}
}

func TestAChangedFigureIsNamedWithItsLine(t *testing.T) {
	text := bytes.Replace(readText(t), []byte("12%"), []byte("13%"), 1)
	var out strings.Builder
	err := run("-", "zh", bytes.NewReader(text), &out)
	if err == nil || !strings.Contains(err.Error(), `problems: 2; the first: plan: audit: line 128, 三（十）第3段: numeral 1 "13%" is not accounted for`) {
		t.Errorf("got %v", err)
	}
	if !strings.Contains(out.String(), "第128行，三（十）第3段：第1个“13%”没有交代") {
		t.Error("the table does not say what is wrong")
	}
}

func TestWhatIsNotThePlanIsRefused(t *testing.T) {
	wide, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String("一、现状\n")
	if err != nil {
		t.Fatal(err)
	}
	gb, err := simplifiedchinese.GB18030.NewEncoder().String("从前有座山\n")
	if err != nil {
		t.Fatal(err)
	}
	for says, c := range map[string]struct{ path, language, text, want string }{
		"another text":               {"-", "zh", "从前有座山\n", "the text is not that of the plan"},
		"another text in GB18030":    {"-", "zh", gb, "the text is not that of the plan"},
		"UTF-16":                     {"-", "zh", wide, "UTF-16"},
		"a file that is not there":   {filepath.Join(t.TempDir(), "none.txt"), "zh", "", "none.txt"},
		"a language that is unknown": {"-", "fr", "", "fr"},
	} {
		var out strings.Builder
		err := run(c.path, c.language, strings.NewReader(c.text), &out)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: got %v", says, err)
		}
		if out.Len() > 0 {
			t.Errorf("%s: a table all the same", says)
		}
	}
}
