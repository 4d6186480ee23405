package whatif

import (
	"slices"
	"strconv"

	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules"
	"github.com/eduplan/tonghua/rules/verdict"
)

// Answer is what becomes of the verdicts under a scenario. It is data for a page: all
// figures and sentences of verdicts are the library's.
type Answer struct {
	Scenario  Scenario         `json:"scenario"`
	Link      string           `json:"link"` // the fragment of a link that holds the scenario
	AsOf      quantity.Date    `json:"as_of"`
	Assumed   []Assumed        `json:"assumed"` // in words
	Statement Compared         `json:"statement"`
	Others    []Compared       `json:"others"` // all other statements, in the order of the plan; without groups
	Touched   []Touched        `json:"touched"`
	Recounted []plan.ID        `json:"recounted"` // statements for which the records were counted anew
	Levers    []Lever          `json:"levers"`
	Unmoved   []bilingual.Text `json:"unmoved"` // readings that hold no "so many more", and why
}

// Assumed is one thing that a scenario assumes, in words.
type Assumed struct {
	Statement plan.ID        `json:"statement"`
	Text      bilingual.Text `json:"text"`
	Number    int            `json:"number"` // by which [Scenario.Without] takes it back
}

// Compared is a statement under the plan as it is and under the scenario. It has no After
// where the scenario repeals the statement.
type Compared struct {
	Statement plan.ID        `json:"statement"`
	Name      bilingual.Text `json:"name"`
	Citation  bilingual.Text `json:"citation"`
	Changed   bool           `json:"changed"` // verdict, value, what is short or the deadline
	Before    Said           `json:"before"`
	After     *Said          `json:"after"`
	Groups    []Group        `json:"groups,omitempty"`
}

// Said is a result with what it says of itself beyond its own JSON.
type Said struct {
	Result      verdict.Result   `json:"result"`
	Requirement bilingual.Text   `json:"requirement"`
	Due         bilingual.Text   `json:"due"`      // when it falls due, and how that stands on the date of the data
	Part        bilingual.Text   `json:"part"`     // what a group adds to the whole
	Whole       bilingual.Text   `json:"whole"`    // the whole without the group, or how many of those bound meet it
	Settling    bilingual.Text   `json:"settling"` // which answers settle what is open
	Lacking     bilingual.Text   `json:"lacking"`  // which fields stand in the way
	Firmness    bilingual.Text   `json:"firmness"`
	Pace        bilingual.Text   `json:"pace"`
	Readings    []bilingual.Text `json:"readings"` // that do not decide, a line each
}

// Group is one group of the register under the plan as it is and under the scenario.
type Group struct {
	Name   string `json:"name"`
	Before Said   `json:"before"`
	After  *Said  `json:"after"`
	// Alone is what the demand would be to the group if it were made of the group alone;
	// nothing where the group is judged by itself anyhow.
	Alone *Alone `json:"alone,omitempty"`
}

// Alone is what a demand on the whole would be to one group.
type Alone struct {
	Before verdict.Result  `json:"before"`
	After  *verdict.Result `json:"after"`
}

func say(r verdict.Result) Said {
	s := Said{Result: r,
		Requirement: bilingual.Both(r.Requirement),
		Part:        bilingual.Both(func(l bilingual.Language) string { return partOf(r, l) }),
		Whole:       bilingual.Both(r.Whole), Firmness: bilingual.Both(r.Firmness),
		Lacking: bilingual.Both(r.Lacking), Pace: bilingual.Both(r.OnPace),
		Settling: bilingual.Both(r.Settling().Text)}
	s.Due = bilingual.Both(r.Deadline.In)
	if r.Deadline.Kind == plan.ByDate || r.Deadline.Kind == plan.Cycle || r.Deadline.Kind == plan.Yearly {
		s.Due = bilingual.Text{ZH: s.Due.ZH + "（" + r.Due.In(bilingual.Chinese) + "）", EN: s.Due.EN + " (" + r.Due.In(bilingual.English) + ")"}
	}
	zh, en := r.OtherReadings(bilingual.Chinese), r.OtherReadings(bilingual.English)
	for i := range zh {
		s.Readings = append(s.Readings, bilingual.Text{ZH: zh[i], EN: en[i]})
	}
	return s
}

// partOf says what a group adds to the whole: of a share those who comply and those in scope.
func partOf(r verdict.Result, l bilingual.Language) string {
	if r.Part.IsZero() {
		return ""
	}
	text := r.Part.Of.In(l)
	if r.Part.Per.Unit() != quantity.NoUnit {
		text = l.Pick("其中"+text+"，共"+r.Part.Per.In(l), text+" of "+r.Part.Per.In(l))
	}
	if r.Part.Open > 0 {
		open := strconv.FormatInt(r.Part.Open, 10)
		text += l.Pick("，待定"+open+"条", ", "+open+" left open")
	}
	return text
}

// differs reports whether two results say something else of a register.
func differs(a, b verdict.Result) bool {
	return a.Outcome != b.Outcome || a.Reason != b.Reason || a.Due != b.Due || a.Deadline.On != b.Deadline.On || a.Reading != b.Reading ||
		a.Value != b.Value || a.Lowest != b.Lowest || a.Highest != b.Highest || a.Shortfall != b.Shortfall || !a.Threshold.Same(b.Threshold) || !a.Each.Same(b.Each)
}

func (h *register[R]) answer(s Scenario) (Answer, error) {
	a := Answer{AsOf: h.asOf, Others: []Compared{}, Assumed: []Assumed{}, Touched: []Touched{}, Recounted: []plan.ID{}, Unmoved: []bilingual.Text{}}
	if s.Statement == "" {
		s.Statement = h.first()
	}
	if h.today.of(s.Statement) < 0 {
		return a, unanswered(s.Statement)
	}
	p, err := s.amended(h.asOf)
	if err != nil {
		return a, err
	}
	then, recounted, err := h.judge(p)
	if err != nil {
		return a, because("按这样的改动无法判断", "the register cannot be judged under the scenario", err)
	}
	a.Recounted = append(a.Recounted, recounted...)
	counts, unmoved, err := h.withMore(&then, s)
	if err != nil {
		return a, err
	}
	a.Unmoved = unmoved
	a.Scenario, a.Link = s, s.Link()
	for i, before := range h.today.total {
		one := h.compare(i, &then)
		if before.Statement != s.Statement {
			a.Others = append(a.Others, one)
			continue
		}
		if one.Groups, err = h.compareGroups(i, &then, counts); err != nil {
			return a, err
		}
		a.Statement = one
	}
	for c := range p.Amended() {
		number := slices.IndexFunc(s.Changes, func(o plan.Change) bool {
			return o.Statement == c.Statement && o.Kind == c.Change && (o.Kind != plan.ChangedParameter || o.Key == c.Key)
		})
		a.Assumed = append(a.Assumed, Assumed{c.Statement, bilingual.Both(func(l bilingual.Language) string {
			name := string(c.Statement) // of one that the scenario adds
			if statement, known := plan.Tonghua().Statement(c.Statement); known {
				name = statement.Name.In(l)
			}
			return name + l.Pick("：", ": ") + c.In(l)
		}), number})
	}
	for i, m := range s.More {
		a.Assumed = append(a.Assumed, Assumed{m.Statement, h.inWords(m), len(s.Changes) + i})
	}
	if a.Levers, err = h.levers(s, p); err != nil {
		return a, err
	}
	a.Touched, err = h.touched(p, s, recounted)
	return a, err
}

// first is the statement that is looked at where none is named: that on masters among the
// teachers of senior high schools, or else the first.
func (h *register[R]) first() plan.ID {
	if h.today.of(plan.SeniorMaster) >= 0 {
		return plan.SeniorMaster
	}
	return h.today.total[0].Statement
}

// compare compares a statement by its number among today's.
func (h *register[R]) compare(i int, then *judged) Compared {
	before := h.today.total[i]
	c := Compared{Statement: before.Statement, Name: before.Name, Citation: before.Citation, Before: say(before), Changed: true}
	if at := then.of(before.Statement); at >= 0 {
		after := say(then.total[at])
		c.After, c.Changed = &after, differs(before, then.total[at])
	}
	return c
}

// compareGroups compares the groups of a statement, and says what the demand would be to each
// alone where the whole bears it.
func (h *register[R]) compareGroups(i int, then *judged, counts rules.Register) ([]Group, error) {
	at := then.of(h.today.total[i].Statement)
	if len(h.counts.Groups) == 1 && h.counts.Groups[0].Name == "" {
		return nil, nil
	}
	asking := func(p *plan.Plan) (*rules.Panel[kept[R], R], error) {
		rule, err := h.rule(p, h.today.total[i].Statement)
		if err != nil {
			return nil, err
		}
		return h.panel(rules.Set[R]{rule})
	}
	before, err := asking(plan.Tonghua())
	if err != nil {
		return nil, err
	}
	var after *rules.Panel[kept[R], R] // nil where the scenario repeals the statement
	if at >= 0 {
		if after, err = asking(then.plan); err != nil {
			return nil, err
		}
	}
	list := make([]Group, 0, len(h.counts.Groups))
	for g, of := range h.counts.Groups {
		one := Group{Name: of.Name, Before: say(h.today.groups[i][g])}
		if at >= 0 {
			said := say(then.groups[at][g])
			one.After = &said
		}
		if h.today.groups[i][g].Reason == verdict.ForComparison {
			alone, err := before.Judge(of.Counts)
			if err != nil {
				return nil, err
			}
			one.Alone = &Alone{Before: alone.Rules[0]}
			if after != nil {
				if alone, err = after.Judge(counts.Groups[g].Counts); err != nil {
					return nil, err
				}
				one.Alone.After = &alone.Rules[0]
			}
		}
		list = append(list, one)
	}
	return slices.Clip(list), nil
}
