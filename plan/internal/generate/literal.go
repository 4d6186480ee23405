package main

import (
	"fmt"
	"strings"

	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/plan/internal/tables"
)

// exported turns a key into a name of Go: senior-master, SeniorMaster.
func exported(key string) string {
	var b strings.Builder
	for part := range strings.SplitSeq(key, "-") {
		b.WriteString(strings.ToUpper(part[:1]) + part[1:])
	}
	return b.String()
}

// id returns the name of a statement's constant.
func (w *writer) id(id string) string { return word(w, plan.ParseID, id) }

// word returns the name of the constant that stands for a key; a key that
// package plan does not have is an error of the row being written.
func word[V comparable](w *writer, parse func(string) (V, error), key string) string {
	v, err := parse(key)
	if err != nil {
		w.errs = append(w.errs, fmt.Errorf("%s: %s: %w", w.file, w.row, err))
		return ""
	}
	switch any(v) {
	case plan.BoxItem:
		return "BoxItem"
	case plan.NoDemand:
		return "NoDemand"
	case plan.NotDue:
		return "NotDue"
	case plan.InFull:
		return "InFull"
	case plan.ByFigure:
		return "ByFigure"
	case plan.InPart:
		return "InPart"
	case plan.NoEvaluation:
		return "NoEvaluation"
	}
	return exported(key)
}

func (w *writer) basis(key string) string {
	if key == "" {
		return ""
	}
	return ", Basis: " + word(w, plan.ParseBasis, key)
}

func (w *writer) threshold(t tables.Threshold, basis string) string {
	to := ""
	if !t.To.IsZero() {
		to = ", To: " + amount(t.To)
	}
	return fmt.Sprintf("Threshold{Comparator: %s, Amount: %s%s%s}",
		word(w, plan.ParseComparator, t.Comparator), amount(t.Amount), to, w.basis(basis))
}

func (w *writer) figure(f tables.Figure) string {
	return fmt.Sprintf("{Key: %q, Comparator: %s, Amount: %s%s%s, Name: %s}", f.Key,
		word(w, plan.ParseComparator, f.Comparator), amount(f.Amount), date("On", f.On), w.basis(f.Basis), text(f.Name))
}

func (w *writer) parameter(p tables.Parameter) string {
	set := ""
	if !p.Amount.IsZero() {
		set = fmt.Sprintf(", Amount: %s%s, Source: %q", amount(p.Amount), w.basis(p.Basis), p.Source)
	}
	return fmt.Sprintf("{Key: %q%s, Name: %s}", p.Key, set, text(p.Name))
}

// reading writes a reading; its own thresholds are read into the text, so
// that the table has no basis for them.
func (w *writer) reading(r tables.Reading) string {
	own := ""
	if !r.Each.Amount.IsZero() {
		own += ", Each: " + w.threshold(r.Each, "inferred")
	}
	if !r.Population.Amount.IsZero() {
		own += ", Population: " + w.threshold(r.Population, "inferred")
	}
	return fmt.Sprintf("{Key: %q, Decides: %t%s, Name: %s, Why: %s}", r.Key, r.Decides, own, text(r.Name), text(r.Why))
}

func text(t bilingual.Text) string {
	return fmt.Sprintf("bilingual.Text{ZH: %q, EN: %q}", t.ZH, t.EN)
}

func amount(a quantity.Amount) string {
	num, den := a.Fraction()
	return fmt.Sprintf("quantity.MustAmount(%d, %d, quantity.%s)", num, den, exported(a.Unit().String()))
}

func date(field string, d quantity.Date) string {
	if !d.Known() {
		return ""
	}
	y, m, day := d.Civil()
	return fmt.Sprintf(", %s: quantity.DateOf(%d, %d, %d)", field, y, m, day)
}

func quoted(list []string) string {
	var b strings.Builder
	for i, s := range list {
		if i > 0 {
			b.WriteString(", ")
		}
		fmt.Fprintf(&b, "%q", s)
	}
	return b.String()
}
