package balance

import (
	"fmt"
	"sync"

	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/plan/evaluation"
)

// Figures are the figures of an edition of the document that records are prepared and examined
// by. The zero value leaves everything unknown; see [FiguresOf] and [Official].
type Figures struct {
	weights       [3]quantity.Amount // of a primary, junior and senior pupil
	small         [2]quantity.Amount // a small school has at least the first, and fewer than the second
	classesOfRoom quantity.Amount
	primary       required
	junior        required
	basic         [2]quantity.Amount // limits of the mean of eight coefficients, primary and junior
}

// required is what is required of a stage.
type required struct {
	reached uint64
	seven   [7]quantity.Amount
	near    [7]quantity.Amount
	least   uint64 // pupils of a teaching point
}

// FiguresOf returns the figures of an edition, such as one that Measures().Amend made. What it
// leaves open, or has in other units, is an error.
func FiguresOf(p *plan.Plan) (f Figures, err error) {
	if p == nil {
		return Figures{}, fmt.Errorf("balance: no document")
	}
	get := func(id plan.ID, key string, unit quantity.Unit) quantity.Amount {
		s, ok := p.Statement(id)
		if !ok {
			err = fmt.Errorf("balance: document %s has no statement %q", p.Edition(), id)
			return quantity.Amount{}
		}
		q, ok := s.Parameter(key)
		if !ok || q.Amount.IsZero() || unit != quantity.NoUnit && q.Amount.Unit() != unit {
			err = fmt.Errorf("balance: document %s: %s of %s: a figure in %s is wanted", p.Edition(), key, id, unit)
			return quantity.Amount{}
		}
		return q.Amount
	}
	for i, key := range []string{"primary-weight", "junior-weight", "senior-weight"} {
		f.weights[i] = get(evaluation.PartsOfSchools, key, quantity.Multiple)
	}
	for i, key := range []string{"from", "below"} {
		f.small[i] = get(evaluation.SmallRuralSchools, key, quantity.Pupil)
	}
	for i, key := range []string{"primary", "junior"} {
		f.basic[i] = get(evaluation.BasicBalance, key, quantity.Coefficient)
	}
	f.classesOfRoom = get(evaluation.MusicArtRooms, "classes-per-room", quantity.Class)
	of := func(id plan.ID, s *stage) (r required) {
		near := get(id, "near", quantity.Percent)
		r.reached = get(id, "reached", quantity.Item).Ceil().Steps()
		for i, m := range s.measured {
			r.seven[i] = get(id, m.key, quantity.NoUnit)
			if err != nil {
				return r
			}
			if r.near[i], err = r.seven[i].Times(near); err != nil {
				return r
			}
		}
		return r
	}
	if f.primary = of(evaluation.PrimaryResources, &primary); err == nil {
		f.primary.least = get(evaluation.PrimaryResources, "teaching-point-pupils", quantity.Pupil).Ceil().Steps()
	}
	if err == nil {
		f.junior = of(evaluation.JuniorResources, &junior)
	}
	if err != nil {
		return Figures{}, err
	}
	return f, nil
}

// Official returns the figures of the document as it was issued.
func Official() Figures { return official() }

var official = sync.OnceValue(func() Figures {
	f, err := FiguresOf(evaluation.Measures())
	if err != nil {
		panic(err)
	}
	return f
})
