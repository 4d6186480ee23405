package rules

import (
	"fmt"
	"slices"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/plan"
)

// checkPopulation refuses a threshold that says nothing about what is measured,
// and gives a duty that has none the one that it means: every record. That a
// population cannot fail, as with "at least 0 %", is no fault of a threshold.
func (b *boundReading[R]) checkPopulation(counted quantity.Unit) error {
	t, form := &b.population, b.form.In(bilingual.English)
	if b.form == indicators.DutyForm && t.IsZero() {
		*t = plan.Threshold{Comparator: plan.AtLeast, Origin: plan.Origin{Basis: plan.Convention}, Amount: quantity.MustAmount(1, 1, quantity.Percent)}
	}
	if t.IsZero() {
		return fmt.Errorf("a %s needs a threshold of the population", form)
	}
	if t.Comparator == plan.About {
		return fmt.Errorf("the threshold %q needs a reading that decides what about means", t.String())
	}
	if (b.each.Comparator == plan.About || b.each.Comparator == plan.Between) && (asksEach(b.question.Among) || asksEach(b.question.Counted)) {
		return fmt.Errorf("%w: a record is compared with one figure, not with %q", plan.ErrThreshold, b.each.String())
	}
	if b.form == indicators.DutyForm && t.Comparator != plan.AtLeast && t.Comparator != plan.MoreThan {
		return fmt.Errorf("%w: a duty on each record has a floor, or those that keep it would be accused, not %q", plan.ErrThreshold, t.String())
	}
	unit := t.Amount.Unit()
	switch b.form {
	case indicators.ShareForm, indicators.DutyForm:
		if unit != quantity.Percent {
			return fmt.Errorf("%w: a %s is measured in per cent, its threshold in %s", plan.ErrThreshold, form, unit)
		}
	case indicators.RatioForm:
		if !divides(b.ofUnit, b.perUnit, unit) {
			return fmt.Errorf("%w: a ratio of %s to %s is not measured in %s", plan.ErrThreshold, b.ofUnit, b.perUnit, unit)
		}
	case indicators.DifferenceForm:
		if unit != quantity.Coefficient || !b.population.Comparator.Ceiling() {
			return fmt.Errorf("%w: a %s has a ceiling, and no unit, not %q", plan.ErrThreshold, form, t.String())
		}
	case indicators.CountForm:
		if !sameThings(counted, unit) {
			return fmt.Errorf("%w: a count of %s is not measured in %s", plan.ErrThreshold, counted.Noun(bilingual.English), unit)
		}
	}
	if b.beyond(*t) {
		return fmt.Errorf("%w: no %s is %s", plan.ErrThreshold, form, t.String())
	}
	return nil
}

// beyond reports whether a threshold lies where no value can: above the whole
// of a part, or between the whole numbers of a count. That it may lie below
// nought the plan has looked after.
func (b *boundReading[R]) beyond(t plan.Threshold) bool {
	if b.form == indicators.CountForm {
		whole := t.Amount.Ceil()
		return t.Comparator == plan.Exactly && whole != t.Amount.Floor() ||
			t.Comparator == plan.Between && whole > t.To.Floor()
	}
	if b.exceeds {
		return false
	}
	all := quantity.MustAmount(1, 1, t.Amount.Unit())
	return t.Amount.Compare(all) > 0 || t.Comparator == plan.Between && t.To.Compare(all) > 0 ||
		t.Comparator == plan.MoreThan && t.Amount.Compare(all) == 0
}

// divides reports whether a sum of one unit divided by a sum of another is
// measured in a unit. Three kinds of quotients are:
//
//   - a part of one, in per cent or as a multiple: of two sums of one unit, or
//     of two numbers of things, such as pupils by persons of their age;
//   - so much for each: hours, pupils or yuan by teachers, classes or years, in
//     the unit of what is divided. Pupils by persons are no such quotient,
//     since they are a part of them;
//   - the two quotients that have a unit of their own: person-years by persons
//     are years, yuan by pupils are yuan per pupil.
//
// A thousandth is none of them: a quotient is compared as a part of one, and
// only a percentage is written down as such.
func divides(of, per, unit quantity.Unit) bool {
	if !of.Adds() || !per.Adds() {
		return false
	}
	switch {
	case unit == quantity.Percent, unit == quantity.Multiple:
		return of == per || of.Counts() && per.Counts()
	case unit == quantity.Year && of == quantity.PersonYear:
		return people(per)
	case unit == quantity.YuanPerPupil && of == quantity.Yuan:
		return people(per)
	}
	return unit == of && of != per && !(people(of) && per == quantity.Person)
}

// sameThings reports whether two units can count the same things: teachers are
// persons, the sites of a speciality are its programmes, and anything is an item.
func sameThings(a, b quantity.Unit) bool {
	switch {
	case !a.Counts() || !b.Counts():
		return false
	case a == b, a == quantity.Item, b == quantity.Item, people(a) && people(b):
		return true
	}
	return a == quantity.Programme && b == quantity.Site
}

func people(u quantity.Unit) bool {
	switch u {
	case quantity.Person, quantity.Teacher, quantity.Pupil, quantity.Researcher:
		return true
	}
	return false
}

// asksEach reports whether a condition compares with the threshold on each record.
func asksEach[R any](c indicators.Condition[R]) bool {
	if c.Element().Figure == indicators.Each {
		return true
	}
	for _, part := range c.Parts() {
		if asksEach(part) {
			return true
		}
	}
	return false
}

// mayExceed reports whether the value may be above 100 %: a gross ratio or a rise
// may, a share and a ratio of a part to its whole may not.
func (b *boundReading[R]) mayExceed() bool {
	of, per := b.question.Of, b.question.Per
	if b.form != indicators.RatioForm || len(of) != 1 || len(per) != 1 {
		return sums(b.form)
	}
	var none R
	return !slices.ContainsFunc(none.Subject().Parts(), func(p indicators.Part[R]) bool {
		return p.Part.Field == of[0].Field && p.Whole.Field == per[0].Field
	})
}
