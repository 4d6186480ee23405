package plan

// Above returns the part and the section that a place lies in. What lies in no section,
// such as the preface, is both.
func (p *Plan) Above(place Place) (part, section Clause) {
	c, _ := p.Clause(place)
	for {
		if c.Kind == Section {
			section = c
		}
		up, ok := p.Clause(c.Parent)
		if !ok {
			if section.Place == "" {
				section = c
			}
			return c, section
		}
		c = up
	}
}
