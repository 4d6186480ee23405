package indicators

// RowOf returns where a record marks itself.
func RowOf[R any](s *Subject[R], r *R) *Row { return s.row(r) }

// RowInPlace reports whether a record's own mark is read without its description.
func RowInPlace[R any](s *Subject[R]) bool { return s.rowAt.Known() }
