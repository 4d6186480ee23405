package indicators

import "slices"

// DescribedLanes returns lanes that read every field through its description.
func DescribedLanes[R any](s *Subject[R], sets []*Axes[R], offsets [LanesPerWord]uint16) *Lanes[R] {
	l := NewLanes(s, nil, offsets)
	for lane, a := range sets {
		stride := uint64(1) << (16 * lane)
		for i := range a.list {
			x := a.list[i].described()
			l.installOther(&x, stride)
			stride *= uint64(x.size)
		}
	}
	return l
}

func (x axis[R]) described() axis[R] {
	x.field = x.field.described()
	x.part = Part[R]{Number[R]{x.part.Part.described()}, Number[R]{x.part.Whole.described()}}
	if x.atom != nil {
		atom := *x.atom
		atom.of, atom.than = slices.Clone(atom.of), slices.Clone(atom.than)
		for _, list := range [][]*Field[R]{atom.of, atom.than} {
			for i := range list {
				list[i] = list[i].described()
			}
		}
		x.atom = &atom
	}
	x.parts = slices.Clone(x.parts)
	for i, p := range x.parts {
		x.parts[i] = Part[R]{Number[R]{p.Part.described()}, Number[R]{p.Whole.described()}}
	}
	return x
}

func (f *Field[R]) described() *Field[R] {
	if f == nil {
		return nil
	}
	g := *f
	g.at = nowhere[R]()
	return &g
}

// PackOne packs a single record.
func (l *Lanes[R]) PackOne(r *R) uint64 {
	records, profiles, hand := []R{*r}, []uint64{0}, 0
	l.Pack(records, profiles, &hand)
	return profiles[0]
}

// InPlace reports whether a field is read without its description.
func InPlace[R any](f *Field[R]) bool {
	f.subject.locate()
	return f.at.known()
}

// RowInPlace reports whether a record's own mark is read without its description.
func RowInPlace[R any](s *Subject[R]) bool { return s.rowAt.known() }
