package verdict

import (
	"strconv"
	"strings"

	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/plan"
)

// Results are the verdicts of a pass, one a rule, in the order of the panel,
// with what the records lack.
type Results struct {
	AsOf    quantity.Date  `json:"as_of"`
	Read    int64          `json:"read"`
	Skipped int64          `json:"skipped"`
	Doubled int64          `json:"doubled"` // rows whose key an earlier row had
	Rules   []Result       `json:"rules"`
	Fields  []FieldQuality `json:"fields"`
	Faults  []Fault        `json:"faults"`           // the first of them
	Outside []Outside      `json:"outside,omitzero"` // why records are out of scope, of panels that ask: by rule, and last of no rule
}

// Of returns the result of a statement.
func (r Results) Of(id plan.ID) (Result, bool) {
	for _, one := range r.Rules {
		if one.Statement == id {
			return one, true
		}
	}
	return Result{}, false
}

// Text explains every result, one a line, and names the first faults.
func (r Results) Text(l bilingual.Language) string {
	var b strings.Builder
	for _, one := range r.Rules {
		b.WriteString(one.Text(l))
		b.WriteByte('\n')
	}
	for _, f := range r.Faults {
		b.WriteString(f.Text(l))
		b.WriteByte('\n')
	}
	b.WriteString(r.furtherFaults(l))
	return b.String()
}

// furtherFaults counts the faults by field where not all of them are listed.
func (r Results) furtherFaults(l bilingual.Language) string {
	all := int64(0)
	var fields []string
	for _, f := range r.Fields {
		if f.Invalid > 0 {
			all += f.Invalid
			fields = append(fields, f.Label.In(l)+" "+number(l, f.Invalid))
		}
	}
	listed := int64(len(r.Faults))
	if all <= listed {
		return ""
	}
	return l.Pick("数据问题共"+number(l, all)+"处："+strings.Join(fields, "，"), number(l, all)+" faults in all: "+strings.Join(fields, ", ")) + "\n"
}

// String explains every result in Chinese.
func (r Results) String() string { return r.Text(bilingual.Chinese) }

// FieldQuality says how many of the records lack a field or have it invalid,
// whatever the rules make of it. With Whole it counts the records in which the
// field is larger than the field it is a part of.
type FieldQuality struct {
	Field      string         `json:"field"`
	Label      bilingual.Text `json:"label"`
	Whole      string         `json:"whole"`
	WholeLabel bilingual.Text `json:"whole_label"`
	Unknown    int64          `json:"unknown"`
	Invalid    int64          `json:"invalid"`
}

// NoRow is the row of a fault of which it is not known any more.
const NoRow = -1

// RowName names a row by its number from 0, counted from 1; there is no name of [NoRow].
func RowName(row int64, l bilingual.Language) string {
	if row < 0 {
		return ""
	}
	number := strconv.FormatInt(row+1, 10)
	return l.Pick("第"+number+"行", "row "+number)
}

// Fault is a field of a record that cannot be, or a record that stands twice: what a
// clerk has to correct.
type Fault struct {
	Row        int64          `json:"row"` // from 0; NoRow where it is not known
	Key        string         `json:"key"` // who the record is, where the caller has said so
	Subject    string         `json:"subject"`
	Field      string         `json:"field"` // none where the record stands twice or has no key
	Label      bilingual.Text `json:"label"`
	Reason     quantity.Fault `json:"reason"`
	Found      bilingual.Text `json:"found"`       // of a word outside the list only that it is invalid: the caller's row has the text; of a double the row that had the key first
	WholeLabel bilingual.Text `json:"whole_label"` // of a part larger than its whole
	WholeFound bilingual.Text `json:"whole_found"`
}

// String returns the text in Chinese.
func (f Fault) String() string { return f.Text(bilingual.Chinese) }

// Text names row, field, value found and what is wrong. Rows are counted from 1.
func (f Fault) Text(l bilingual.Language) string {
	text := f.Reason.In(l)
	if label := f.Label.In(l); label != "" {
		text = label + l.Pick("", ": ") + text
	}
	switch {
	case f.Reason == quantity.Doubled && f.Found != bilingual.Text{}:
		text = l.Pick("与"+f.Found.ZH+"重复", "the same record as "+f.Found.EN)
	case f.Reason == quantity.ExceedsWhole:
		text = l.Pick(f.Label.ZH+f.Found.ZH+"，大于"+f.WholeLabel.ZH+f.WholeFound.ZH,
			f.Label.EN+" "+f.Found.EN+" is larger than "+f.WholeLabel.EN+" "+f.WholeFound.EN)
	}
	who := RowName(f.Row, l)
	switch {
	case f.Key != "" && who != "":
		who += l.Pick("（"+f.Key+"）", " ("+f.Key+")")
	case f.Key != "":
		who = f.Key
	}
	if who == "" {
		return text
	}
	return who + l.Pick("：", ": ") + text
}
