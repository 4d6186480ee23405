package indicators

import (
	"github.com/eduplan/tonghua/indicators/quantity"
)

// Completion says what [Subject.Complete] did to a record.
type Completion[R any] struct {
	Filled  []*Field[R] // what the other figures force
	Refused []*Field[R] // what does not add up, and is invalid now
}

// Complete fills in a record what its sums ([Number.SumOf]) force: a whole whose parts are
// all known, the one part that is missing, and nought for all missing parts where those that
// are known make up the whole. Where known figures do not add up all of them become invalid
// with the reason [quantity.SumDiffers], since nobody can tell which is wrong. It is a step
// of a mapping, after all fields are set; counting derives nothing. It says what it did, so
// that derived figures can be marked.
func (s *Subject[R]) Complete(r *R) (c Completion[R]) {
	s.prepare()
	for again := len(s.sums) > 0; again; {
		again = false
		for _, whole := range s.sums {
			before := len(c.Filled)
			whole.complete(r, &c)
			again = again || len(c.Filled) > before
		}
	}
	return c
}

// complete settles one sum.
func (f *Field[R]) complete(r *R, c *Completion[R]) {
	total, known, missing := quantity.WideOf(0), 0, (*Field[R])(nil)
	for _, part := range f.sum {
		switch code := part.Code(r); {
		case code.Invalid():
			return
		case code.Known():
			total, known = total.Plus(code.Steps()), known+1
		default:
			missing = part
		}
	}
	whole := f.Code(r)
	if whole.Invalid() {
		return
	}
	order := 0
	if whole.Known() {
		order = total.Compare(quantity.WideOf(whole.Steps()))
	}
	switch {
	case whole.Unknown() && missing == nil:
		c.fill(f, r, total)
	case whole.Unknown():
	case order > 0, order < 0 && missing == nil:
		c.refuse(f, r)
	case missing == nil:
	case order == 0:
		for _, part := range f.sum {
			if part.Code(r).Unknown() {
				c.fill(part, r, quantity.WideOf(0))
			}
		}
	case known == len(f.sum)-1:
		rest, _ := quantity.WideOf(whole.Steps()).Sub(total)
		c.fill(missing, r, rest)
	}
}

func (c *Completion[R]) fill(f *Field[R], r *R, steps quantity.Wide) {
	text := quantity.NewTotal(steps, f.unit).Number()
	if err := f.held.set(f, r, text); err != nil { // more than the field holds
		c.refuse(f, r)
		return
	}
	c.Filled = append(c.Filled, f)
}

// refuse makes a whole and its parts invalid, as far as they are known.
func (c *Completion[R]) refuse(whole *Field[R], r *R) {
	for _, f := range append([]*Field[R]{whole}, whole.sum...) {
		if f.Code(r).Known() {
			f.Refuse(r, quantity.SumDiffers)
			c.Refused = append(c.Refused, f)
		}
	}
}
