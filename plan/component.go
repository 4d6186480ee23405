package plan

import (
	"slices"
	"strings"

	"github.com/eduplan/tonghua/indicators/bilingual"
)

// Component is one of the things that a statement demands, with what proves it.
// Most statements demand one thing.
type Component struct {
	Key     string         `json:"key"`
	Name    bilingual.Text `json:"name"`
	Is      []EvidenceKind `json:"is"`      // kinds of documents and events that are the thing itself
	Reports []EvidenceKind `json:"reports"` // kinds that report on it
	Needs   Recency        `json:"needs"`
	Least   int            `json:"least"` // how many pieces it takes
}

// Accepts reports whether a kind of evidence can show the component.
func (c *Component) Accepts(k EvidenceKind) bool {
	return slices.Contains(c.Is, k) || slices.Contains(c.Reports, k)
}

// Accepted names the kinds that are accepted.
func (c *Component) Accepted(l bilingual.Language) string {
	text := ""
	for i, k := range c.kinds() {
		if i > 0 {
			text += l.Pick("；", " or ")
		}
		text += k.In(l)
	}
	return text
}

func (c *Component) kinds() []EvidenceKind {
	all := slices.Clone(c.Is)
	for _, k := range c.Reports {
		if !slices.Contains(all, k) {
			all = append(all, k)
		}
	}
	return all
}

// Recency says of when evidence has to be. The zero value is not set.
type Recency uint8

// The recencies.
const (
	_        Recency = iota
	Once             // at any time since the plan began
	EachYear         // in each year of the plan
	Current          // in the year of the data, or in the one before
	InForce          // at any time, as long as it is in force
)

var recencies = bilingual.List[Recency]{Of: "plan: recency", First: Once, Terms: []bilingual.Term{{Key: "once", Text: bilingual.Text{ZH: "规划期内", EN: "within the plan period"}},
	{Key: "each-year", Text: bilingual.Text{ZH: "每年", EN: "in each year"}},
	{Key: "current", Text: bilingual.Text{ZH: "当年或上一年", EN: "of the current or the last year"}},
	{Key: "in-force", Text: bilingual.Text{ZH: "现行有效", EN: "in force"}}}}

// ParseRecency reads a key, such as "in-force".
func ParseRecency(key string) (Recency, error) { return recencies.Parse(key) }

// String returns the key.
func (r Recency) String() string { return recencies.Key(r) }

// In returns the recency in words.
func (r Recency) In(l bilingual.Language) string { return recencies.In(r, l) }

// MarshalText writes the key.
func (r Recency) MarshalText() ([]byte, error) { return []byte(r.String()), nil }

// UnmarshalText reads the key.
func (r *Recency) UnmarshalText(text []byte) error { return recencies.Read(r, text) }

// Component returns a component by its key.
func (s *Statement) Component(key string) (Component, bool) {
	i := slices.IndexFunc(s.Components, func(c Component) bool { return c.Key == key })
	if i < 0 {
		return Component{}, false
	}
	return s.Components[i], true
}

// Wanted names all that evidence has to show. It is empty where there is nothing to
// show.
func (s *Statement) Wanted() bilingual.Text {
	return bilingual.Both(func(l bilingual.Language) string {
		names := make([]string, len(s.Components))
		for i := range s.Components {
			names[i] = s.Components[i].Name.In(l)
		}
		return strings.Join(names, l.Pick("；", "; "))
	})
}

// checkComponents reports what is wrong with what the statement demands.
func (s *Statement) checkComponents(bad func(string, ...any)) {
	for i := range s.Components {
		c := &s.Components[i]
		checkNamed("component", c.Key, c.Name, bad)
		if slices.ContainsFunc(s.Components[:i], func(o Component) bool { return o.Key == c.Key }) {
			bad("component %q stands twice", c.Key)
		}
		if len(c.Is)+len(c.Reports) == 0 || c.Least < 1 || !recencies.Has(c.Needs) {
			bad("component %q: kinds of evidence, how many and of when are wanted", c.Key)
		}
		for _, list := range [][]EvidenceKind{c.Is, c.Reports} {
			for k, kind := range list {
				if !evidenceKinds.Has(kind) || slices.Contains(list[:k], kind) {
					bad("component %q: kind %s is not in the list or stands twice", c.Key, kind)
				}
			}
		}
		// Evidence completes a measure that can only flatter: that may be a rule in force.
		if (s.Kind == Prohibition || s.Kind == EntityRule) && len(c.Is) > 0 && s.Partly.Bias != Flatters {
			bad("component %q: what binds each or forbids is shown by reports alone: a notice orders, it does not show that it is so", c.Key)
		}
	}
}
