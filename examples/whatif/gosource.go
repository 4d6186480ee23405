package whatif

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/plan"
)

// GoSource writes a scenario's changes of the plan as a Go file: a function that returns
// the edition.
func (s *Session) GoSource(of Scenario) ([]byte, error) {
	if len(of.Changes) == 0 {
		return nil, nothing()
	}
	a := of.Amendment(s.opened.AsOf)
	var out strings.Builder
	fmt.Fprintf(&out, `// Package scenario holds an edition of the plan that was tried out.
package scenario

import (
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/plan"
)

// Plan returns the plan as the scenario has it.
func Plan() (*plan.Plan, error) {
	return plan.Tonghua().Amend(%q, plan.Amendment{
		By:        %s,
		Effective: %s,
		Changes: []plan.Change{
`, Edition, goText(a.By), goDate(a.Effective))
	for _, c := range a.Changes {
		line, err := goChange(c)
		if err != nil {
			return nil, err
		}
		out.WriteString("\t\t\t" + line + ",\n")
	}
	out.WriteString("\t\t},\n\t})\n}\n")
	return []byte(out.String()), nil
}

func nothing() error {
	return refuse("还没有改动规划，没有可导出的内容", "nothing of the plan is changed: there is nothing to export")
}

// goChange writes a change as a call of the function that makes it.
func goChange(c plan.Change) (string, error) {
	id := strconv.Quote(string(c.Statement))
	switch c.Kind {
	case plan.ChangedPopulation:
		return "plan.SetPopulation(" + id + ", " + goThreshold(c.Threshold) + ")", nil
	case plan.ChangedEach:
		return "plan.SetEach(" + id + ", " + goThreshold(c.Threshold) + ")", nil
	case plan.ChangedDeadline:
		return fmt.Sprintf("plan.SetDeadline(%s, plan.Deadline{Kind: plan.%s, On: %s, Origin: %s})", id, goName(c.Deadline.Kind.String()), goDate(c.Deadline.On), goOrigin(c.Deadline.Origin)), nil
	case plan.ChangedParameter:
		return fmt.Sprintf("plan.SetParameter(%s, %q, %s, plan.%s)", id, c.Key, goAmount(c.Amount), goName(c.Basis.String())), nil
	case plan.ChangedDecides:
		return fmt.Sprintf("plan.Decide(%s, %q)", id, c.Key), nil
	case plan.ChangedReading:
		r := c.Reading
		return fmt.Sprintf("plan.SetReading(%s, plan.Reading{Key: %q, Decides: %t, Each: %s, Population: %s, Name: %s, Why: %s, Demand: %s, NotComputed: %s})",
			id, r.Key, r.Decides, goThreshold(r.Each), goThreshold(r.Population), goText(r.Name), goText(r.Why), goText(r.Demand), goText(r.NotComputed)), nil
	}
	return "", refuse("这类改动只能导出为JSON："+c.Kind.In(bilingual.Chinese), "such a change is exported as JSON alone: "+c.Kind.In(bilingual.English))
}

func goThreshold(t plan.Threshold) string {
	if t.IsZero() {
		return "plan.Threshold{}"
	}
	out := "plan.Threshold{Comparator: plan." + goName(t.Comparator.String()) + ", Amount: " + goAmount(t.Amount)
	if !t.To.IsZero() {
		out += ", To: " + goAmount(t.To)
	}
	return out + ", Origin: " + goOrigin(t.Origin) + "}"
}

func goOrigin(o plan.Origin) string {
	out := "plan.Origin{Basis: plan." + goName(o.Basis.String())
	if o.Source != (bilingual.Text{}) {
		out += ", Source: " + goText(o.Source)
	}
	if o.Number != "" {
		out += ", Number: " + strconv.Quote(o.Number)
	}
	if o.From.Known() {
		out += ", From: " + goDate(o.From)
	}
	if o.Order != (bilingual.Text{}) {
		out += ", Order: " + goText(o.Order)
	}
	return out + "}"
}

func goAmount(a quantity.Amount) string {
	if a.IsZero() {
		return "quantity.Amount{}"
	}
	num, den := a.Fraction()
	return fmt.Sprintf("quantity.MustAmount(%d, %d, quantity.%s)", num, den, goName(a.Unit().String()))
}

func goDate(d quantity.Date) string {
	if !d.Known() {
		return "quantity.Date{}"
	}
	year, month, day := d.Civil()
	return fmt.Sprintf("quantity.DateOf(%d, %d, %d)", year, month, day)
}

func goText(t bilingual.Text) string {
	return fmt.Sprintf("bilingual.Text{ZH: %q, EN: %q}", t.ZH, t.EN)
}

// goName is the name of a constant by its key: at-least is AtLeast.
func goName(key string) string {
	var out strings.Builder
	for _, word := range strings.Split(key, "-") {
		if word != "" {
			out.WriteString(strings.ToUpper(word[:1]) + word[1:])
		}
	}
	return out.String()
}
