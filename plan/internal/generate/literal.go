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
	case plan.Nobody:
		return "Nobody"
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

// origin writes where a figure comes from.
func (w *writer) origin(o tables.Origin) string {
	text := "Origin{Basis: " + word(w, plan.ParseBasis, o.Basis)
	if !o.Source.IsZero() {
		text += ", Source: " + bilingualText(o.Source)
	}
	if o.Number != "" {
		text += fmt.Sprintf(", Number: %q", o.Number)
	}
	return text + date("From", o.From) + "}"
}

// withOrigin writes an origin as a further field; nothing where there is none.
func (w *writer) withOrigin(o tables.Origin) string {
	if o.Basis == "" {
		return ""
	}
	return ", Origin: " + w.origin(o)
}

func (w *writer) threshold(t tables.Threshold) string {
	to := ""
	if !t.To.IsZero() {
		to = ", To: " + amount(t.To)
	}
	return fmt.Sprintf("Threshold{Comparator: %s, Amount: %s%s%s}",
		word(w, plan.ParseComparator, t.Comparator), amount(t.Amount), to, w.withOrigin(t.Origin))
}

func (w *writer) figure(f tables.Figure) string {
	return fmt.Sprintf("{Key: %q, Comparator: %s, Amount: %s%s%s, Name: %s}", f.Key,
		word(w, plan.ParseComparator, f.Comparator), amount(f.Amount), date("On", f.On), w.withOrigin(f.Origin), bilingualText(f.Name))
}

func (w *writer) parameter(p tables.Parameter) string {
	set := ""
	if !p.Amount.IsZero() {
		set = fmt.Sprintf(", Amount: %s%s", amount(p.Amount), w.withOrigin(p.Origin))
	}
	return fmt.Sprintf("{Key: %q%s, Name: %s}", p.Key, set, bilingualText(p.Name))
}

func (w *writer) reading(r tables.Reading) string {
	own := ""
	if !r.Each.Amount.IsZero() {
		own += ", Each: " + w.threshold(r.Each)
	}
	if !r.Population.Amount.IsZero() {
		own += ", Population: " + w.threshold(r.Population)
	}
	if !r.Demand.IsZero() {
		own += ", Demand: " + bilingualText(r.Demand)
	}
	if !r.NotComputed.IsZero() {
		own += ", NotComputed: " + bilingualText(r.NotComputed)
	}
	return fmt.Sprintf("{Key: %q, Decides: %t%s, Name: %s, Why: %s}", r.Key, r.Decides, own, bilingualText(r.Name), bilingualText(r.Why))
}

func (w *writer) component(c tables.Component) string {
	kinds := func(field string, keys []string) string {
		if len(keys) == 0 {
			return ""
		}
		names := make([]string, len(keys))
		for i, k := range keys {
			names[i] = word(w, plan.ParseEvidenceKind, k)
		}
		return ", " + field + ": []EvidenceKind{" + strings.Join(names, ", ") + "}"
	}
	return fmt.Sprintf("{Key: %q, Name: %s%s%s, Needs: %s, Least: %d}", c.Key, bilingualText(c.Name), kinds("Is", c.Is), kinds("Reports", c.Reports),
		word(w, plan.ParseRecency, c.Needs), c.Least)
}

func bilingualText(t bilingual.Text) string {
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
