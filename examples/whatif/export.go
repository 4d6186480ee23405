package whatif

import (
	"bytes"
	"encoding/json"
)

// AmendmentJSON writes a scenario's changes of the plan as the library reads them: a
// plan.Amendment. What is not of the plan, "so many more", is not in it.
func (s *Session) AmendmentJSON(of Scenario) ([]byte, error) {
	if len(of.Changes) == 0 {
		return nil, nothing()
	}
	var out bytes.Buffer
	e := json.NewEncoder(&out)
	e.SetIndent("", "  ")
	e.SetEscapeHTML(false)
	err := e.Encode(of.Amendment(s.opened.AsOf))
	return out.Bytes(), err
}
