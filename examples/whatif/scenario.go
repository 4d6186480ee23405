package whatif

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"slices"
	"strings"

	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/plan"
)

// Edition is the name of the edition that a scenario makes of the plan.
const Edition = "what-if"

// MostChanges is how many changes a scenario may have, and how many [More].
const MostChanges = 200

// MostText is how long the text of a scenario may be, in bytes: a link is no place for more.
const MostText = 64 << 10

// Scenario is what is assumed. The zero value assumes nothing.
type Scenario struct {
	Demonstration bool          `json:"demonstration,omitzero"` // it is asked of the demonstration data
	Subject       string        `json:"subject,omitzero"`       // of the register that it was made for, such as "teacher"
	Statement     plan.ID       `json:"statement,omitzero"`     // the one that is looked at
	Changes       []plan.Change `json:"changes,omitempty"`      // of the plan
	More          []More        `json:"more,omitempty"`
}

// More is so many more in a group of the register: of a share or a duty records in scope
// that were not counted and are, of a ratio an amount of what is divided. Newcomers are
// records that were not there before, each in scope and counted.
type More struct {
	Statement plan.ID `json:"statement"`
	Group     string  `json:"group,omitzero"` // as the register names it; none for a register without groups
	Number    string  `json:"number"`         // in the unit of the subject, or of the amount
	Newcomers bool    `json:"newcomers,omitzero"`
}

// ParseScenario reads the JSON of a scenario.
func ParseScenario(data []byte) (s Scenario, err error) {
	if len(data) > MostText {
		return s, refuse("假设的内容过长", "the scenario is too long")
	}
	d := json.NewDecoder(bytes.NewReader(data))
	d.DisallowUnknownFields()
	if err := d.Decode(&s); err != nil {
		return Scenario{}, because("假设的内容无法读取", "the scenario cannot be read", err)
	}
	if d.More() {
		return Scenario{}, refuse("假设的内容后面还有多余的文字", "there is something behind the scenario")
	}
	if len(s.Changes) > MostChanges || len(s.More) > MostChanges {
		return Scenario{}, refuse("假设的改动过多", "the scenario has too many changes")
	}
	return s, nil
}

// ParseLink reads the fragment of a link: what [Scenario.Link] wrote.
func ParseLink(fragment string) (Scenario, error) {
	text, ours := strings.CutPrefix(strings.TrimPrefix(fragment, "#"), "s=")
	if len(text) > MostText {
		return Scenario{}, refuse("链接过长", "the link is too long")
	}
	data, err := base64.RawURLEncoding.DecodeString(text)
	if !ours || err != nil {
		return Scenario{}, refuse("链接中的假设不完整或已损坏，请重新复制链接", "the scenario of the link is damaged or cut off: copy the link again")
	}
	s, err := ParseScenario(data)
	if err != nil {
		return Scenario{}, because("链接中的假设无法采用，请重新复制链接", "the scenario of the link cannot be taken: copy the link again", err)
	}
	return s, nil
}

// Link returns the scenario as the fragment of a link, which browsers send to no server.
func (s Scenario) Link() string {
	data, err := json.Marshal(s)
	if err != nil {
		return ""
	}
	return "s=" + base64.RawURLEncoding.EncodeToString(data)
}

// Amendment returns the changes of the plan as the library has them. It takes effect on
// the day of the data, or on the first of the plan if that is later.
func (s Scenario) Amendment(asOf quantity.Date) plan.Amendment {
	if first, _ := plan.Tonghua().Period(); !asOf.Known() || asOf.Before(first) {
		asOf = first
	}
	return plan.Amendment{By: bilingual.Text{ZH: "假设测算", EN: "what-if"}, Effective: asOf, Changes: slices.Clone(s.Changes)}
}

// amended returns the plan under the scenario: the plan itself where nothing of it changes.
func (s Scenario) amended(asOf quantity.Date) (*plan.Plan, error) {
	if len(s.Changes) == 0 {
		return plan.Tonghua(), nil
	}
	p, err := plan.Tonghua().Amend(Edition, s.Amendment(asOf))
	if err != nil {
		return nil, because("规划不能这样改动", "the plan cannot be changed so", err)
	}
	return p, nil
}

// without returns the scenario without the changes for which a function says so.
func (s Scenario) without(change func(plan.Change) bool) Scenario {
	s.Changes = slices.DeleteFunc(slices.Clone(s.Changes), change)
	return s
}

// Without returns the scenario without one thing that it assumes: by its number among the
// changes, and behind them among the "so many more".
func (s Scenario) Without(number int) Scenario {
	switch more := number - len(s.Changes); {
	case number < 0 || more >= len(s.More):
	case more < 0:
		s.Changes = slices.Delete(slices.Clone(s.Changes), number, number+1)
	default:
		s.More = slices.Delete(slices.Clone(s.More), more, more+1)
	}
	return s
}
