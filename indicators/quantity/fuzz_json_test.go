package quantity_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/eduplan/tonghua/indicators/quantity"
)

// checkDecoded compares a fact with what a decoder that knows no facts makes of the same data.
func checkDecoded[F interface {
	fact
	comparable
}](t *testing.T, data []byte, scale int64) {
	t.Helper()
	var got F
	err := json.Unmarshal(data, &got)
	if err != nil {
		if got.Known() || got.Invalid() {
			t.Fatalf("%q is %s and an error", data, got)
		}
	} else {
		checkAgain(t, got)
	}

	decoder := json.NewDecoder(strings.NewReader(string(data)))
	decoder.UseNumber()
	var plain any
	if decoder.Decode(&plain) != nil || decoder.More() {
		return
	}
	text, isText := plain.(string)
	if number, ok := plain.(json.Number); ok {
		text, isText = number.String(), true
	}
	steps, isFact := stepsOf(quantity.Normal(text), scale)
	switch {
	case plain == nil || isText && quantity.NoValue(text):
		if err == nil && !got.Code().Unknown() {
			t.Fatalf("%q is %s", data, got)
		}
	case isText && isFact:
		if err == nil && got.Code() != quantity.CodeOf(steps) {
			t.Fatalf("%q is %s, want %d steps", data, got, steps)
		}
	case err == nil && !got.Invalid():
		t.Fatalf("%q is %s", data, got)
	}
	if valid := json.Valid(data); valid && err != nil && (plain == nil || isFact) {
		t.Fatalf("%q: %v", data, err)
	}
}

// checkAgain expects a value to come back from its own JSON.
func checkAgain[T comparable](t *testing.T, v T) {
	t.Helper()
	data, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	var back T
	if err := json.Unmarshal(data, &back); err != nil || back != v {
		t.Fatalf("%v was written as %s and read back as %v: %v", v, data, back, err)
	}
}

func addJSON(f *testing.F, texts ...string) {
	for _, text := range append(texts, ``, `null`, `true`, `0`, `[]`, `{}`, `""`, `" "`, `"null"`, `{"number":null}`) {
		f.Add([]byte(text))
	}
}

func FuzzFactJSON(f *testing.F) {
	addJSON(f, `5`, `-0`, `-1`, `1e3`, `72.5`, `0.005`, ` 7 `, `"7"`, `"\u0037"`, `"--0"`, `"7`, `9223372036854775807`,
		`92233720368547758.07`, `"invalid: negative"`, `"invalid: none"`, `"invalid: "`, `"2025-12-31"`)
	f.Fuzz(func(t *testing.T, data []byte) {
		checkDecoded[quantity.Count](t, data, 1)
		checkDecoded[quantity.Hours](t, data, 100)
	})
}

func FuzzFactText(f *testing.F) {
	addJSON(f, `5`, `-0`, `--0`, `72.5`, ` 7`, `invalid: negative`, `invalid: none`, `invalid: not-a-date`)
	f.Fuzz(func(t *testing.T, text []byte) {
		h := quantity.WholeHours(9)
		if err := h.UnmarshalText(text); err != nil {
			if h != quantity.WholeHours(9) {
				t.Fatalf("%q is %s and an error", text, h)
			}
			return
		}
		steps, ok := stepsOf(quantity.Normal(string(text)), 100)
		switch {
		case quantity.NoValue(string(text)):
			ok = h.Code().Unknown()
		case ok:
			ok = h.Code() == quantity.CodeOf(steps)
		default:
			ok = h.Invalid() && h.String() == quantity.Normal(string(text))
		}
		if !ok {
			t.Fatalf("%q is %s", text, h)
		}
		checkAgain(t, h)
	})
}

func FuzzDateJSON(f *testing.F) {
	addJSON(f, `"2025-12-31"`, `" 2025-12-31 "`, `"2025-02-30"`, `"1.00-01-01"`, `20251231`, `"invalid: not-a-date"`, `"invalid: none"`)
	f.Fuzz(func(t *testing.T, data []byte) {
		var d quantity.Date
		err := json.Unmarshal(data, &d)
		var text *string
		if json.Unmarshal(data, &text) != nil {
			if err == nil {
				t.Fatalf("%q is %s", data, d)
			}
			return
		}
		if err == nil {
			checkAgain(t, d)
		}
		switch {
		case text == nil || *text == "":
			if err != nil || d != (quantity.Date{}) {
				t.Fatalf("%q is %s: %v", data, d, err)
			}
		case strings.HasPrefix(*text, "invalid: "):
			if d.Known() || err == nil && d.String() != *text {
				t.Fatalf("%q is %s: %v", data, d, err)
			}
		default:
			want, wantErr := quantity.ParseDate(*text)
			if (err == nil) != (wantErr == nil) || err == nil && d != want {
				t.Fatalf("%q is %s: %v", data, d, err)
			}
		}
	})
}

func FuzzAmountJSON(f *testing.F) {
	addJSON(f, `{"number":"95","unit":"percent"}`, `{"number":"12.5","unit":"percent"}`, `{"number":"100/3","unit":"percent"}`,
		`{"number":"1/0","unit":"hour"}`, `{"number":"1/1000000000000000","unit":"hour"}`, `{"number":"0.1/3","unit":"hour"}`,
		`{"number":"1","unit":"none"}`, `{"number":95,"unit":"percent"}`, `{"unit":"percent"}`)
	f.Fuzz(func(t *testing.T, data []byte) {
		var a quantity.Amount
		if err := json.Unmarshal(data, &a); err != nil {
			if !a.IsZero() {
				t.Fatalf("%q is %s and an error", data, a)
			}
			return
		}
		checkAgain(t, a)
		if a.IsZero() != (strings.TrimSpace(string(data)) == "null") {
			t.Fatalf("%q is %s", data, a)
		}
		if a.IsZero() {
			return
		}
		if num, den := a.Fraction(); den == 0 || num > tenTo15 || den > tenTo15 || a.Unit() == quantity.NoUnit {
			t.Fatalf("%q is %d/%d %s", data, num, den, a.Unit())
		}
		if v := printed(t, a.Number()); a.Unit() != quantity.Percent && a.Unit() != quantity.Point && v.Cmp(ratOf(a)) != 0 {
			t.Fatalf("%q prints as %s", data, a.Number())
		}
	})
}

func FuzzTotalJSON(f *testing.F) {
	addJSON(f, `{"steps":5,"unit":"pupil"}`, `{"steps":340282366920938463463374607431768211455,"unit":"yuan","number":"0"}`,
		`{"steps":340282366920938463463374607431768211456,"unit":"yuan"}`, `{"steps":-5,"unit":"pupil"}`, `{"steps":0.5,"unit":"pupil"}`,
		`{"steps":"5","unit":"pupil"}`, `{"steps":null,"unit":"pupil"}`, `{"steps":5,"unit":null}`)
	f.Fuzz(func(t *testing.T, data []byte) {
		var v quantity.Total
		if err := json.Unmarshal(data, &v); err != nil {
			if v != (quantity.Total{}) {
				t.Fatalf("%q is %v and an error", data, v)
			}
			return
		}
		checkAgain(t, v)
		if strings.TrimSpace(string(data)) == "null" {
			t.Fatal("null is no total")
		}
		if v.Steps().String() != bigOf(v.Steps()).String() || printed(t, v.Number()).Cmp(valueOf(v)) != 0 {
			t.Fatalf("%q prints as %s", data, v.Number())
		}
	})
}

func FuzzRatioJSON(f *testing.F) {
	addJSON(f, `{"of":{"steps":1199,"unit":"pupil"},"per":{"steps":10000,"unit":"pupil"},"unit":"percent"}`, `{"of":null}`, `{"unit":"none"}`)
	f.Fuzz(func(t *testing.T, data []byte) {
		var r quantity.Ratio
		if json.Unmarshal(data, &r) == nil {
			checkAgain(t, r)
		}
	})
}

func FuzzWords(f *testing.F) {
	for _, text := range []string{"", "none", "hour", "Hour", "percent", "negative", "too-large", "Unit(200)"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		var fault quantity.Fault
		if fault.UnmarshalText([]byte(text)) == nil && fault.String() != text {
			t.Fatalf("%q is the fault %s", text, fault)
		}
		unit, err := quantity.ParseUnit(text)
		if err == nil && unit.String() != text || (err == nil) == (unit == quantity.NoUnit) {
			t.Fatalf("%q is the unit %s: %v", text, unit, err)
		}
	})
}
