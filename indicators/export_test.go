package indicators

// WithoutPack returns a copy of a subject that packs through its descriptions.
func WithoutPack[R any](s *Subject[R]) *Subject[R] {
	c := *s
	c.pack = nil
	return &c
}

// Parts returns which fields are parts of which.
func Parts[R any](s *Subject[R]) []Part[R] { return s.parts }

// RowOf returns where a record marks itself.
func RowOf[R any](s *Subject[R], r *R) *Row { return s.row(r) }
