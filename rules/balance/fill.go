package balance

import (
	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/indicators/resources"
)

// Fill works out the fields of a record that follow from its others by the figures of the
// document as it was issued: see [Figures.Fill].
func Fill(r *resources.Record) { Official().Fill(r) }

// Fill works out the fields of a record that follow from its others. It is the last step of a
// mapping; a field that is filled already is worked out anew.
//
//   - Stages that a school of its kind does not have, have no pupils where nobody says how many.
//     Pupils are the sum of all stages where each is known.
//   - Weighted heads are pupils times the weight of their stage, the school's their sum.
//   - Teachers of physical education and art count with those who visit in a small rural school;
//     that is a matter of fact, so that an unknown locality leaves the number unknown. Sports
//     grounds count with those close by where a school says that it is in a dense inner city;
//     that is an allowance, so that what nobody claims does not count.
//   - One room for music, and one for art, is due for each twelve classes or part of them.
//
// What a field that is needed leaves unknown or invalid stays so.
func (f Figures) Fill(r *resources.Record) {
	absent := func(pupils *quantity.Count, kinds ...indicators.SchoolKind) {
		for _, k := range kinds {
			if r.Kind == k && pupils.Code().Unknown() {
				*pupils = quantity.N(0)
			}
		}
	}
	absent(&r.PrimaryPupils, indicators.JuniorHighSchool, indicators.CompleteSecondarySchool, indicators.SeniorHighSchool)
	absent(&r.JuniorPupils, indicators.TeachingPoint, indicators.PrimarySchool, indicators.SeniorHighSchool)
	absent(&r.SeniorPupils, indicators.TeachingPoint, indicators.PrimarySchool, indicators.JuniorHighSchool, indicators.NineYearSchool)
	if all := r.PrimaryPupils.Plus(r.JuniorPupils).Plus(r.SeniorPupils); !all.Code().Unknown() {
		r.Pupils = all
	}
	r.CompulsoryPupils = r.PrimaryPupils.Plus(r.JuniorPupils)
	r.PrimaryHeads = quantity.WeightedHeads(r.PrimaryPupils, f.weights[0])
	r.JuniorHeads = quantity.WeightedHeads(r.JuniorPupils, f.weights[1])
	r.SeniorHeads = quantity.WeightedHeads(r.SeniorPupils, f.weights[2])
	r.Heads = r.PrimaryHeads.Plus(r.JuniorHeads).Plus(r.SeniorHeads)
	small := f.smallRural(r)
	r.PrimaryPEArtCounted = withVisiting(r.PrimaryPEArt, r.PrimaryVisiting, small)
	r.JuniorPEArtCounted = withVisiting(r.JuniorPEArt, r.JuniorVisiting, small)
	r.SportsAreaCounted = r.SportsArea
	if r.DenseDistrict == indicators.Yes {
		r.SportsAreaCounted = r.SportsArea.Plus(r.SportsAreaNearby)
	}
	r.RoomsDue = roomsFor(r.Classes, f.classesOfRoom)
}

// smallRural reports whether a school is a small one in the countryside.
func (f Figures) smallRural(r *resources.Record) indicators.Truth {
	size := indicators.Unknown
	if r.Pupils.Known() {
		pupils := r.Pupils.Code()
		size = indicators.TruthOf(pupils >= f.small[0].Ceil() && pupils < f.small[1].Ceil())
	}
	rural := indicators.Unknown
	if v := uint8(r.Locality); v != 0 && v != indicators.InvalidWord {
		rural = indicators.TruthOf(r.Locality == indicators.Rural)
	}
	return size.And(rural)
}

// withVisiting adds those who visit where they count. Where nobody knows whether they do, the
// number is known only without them.
func withVisiting(own, visiting quantity.Count, count indicators.Truth) quantity.Count {
	switch {
	case count == indicators.False, visiting == quantity.N(0):
		return own
	case count == indicators.True:
		return own.Plus(visiting)
	}
	return quantity.Count{}
}

// roomsFor divides classes by those for which one room is due, a part of them as a whole.
func roomsFor(classes quantity.Count, each quantity.Amount) quantity.Count {
	n := each.Ceil().Steps()
	if !classes.Known() || n == 0 {
		return quantity.Count{}
	}
	return quantity.N((classes.Code().Steps() + n - 1) / n)
}
