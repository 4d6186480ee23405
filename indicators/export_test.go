package indicators

// InPlace reports whether a field is read without its description.
func InPlace[R any](f *Field[R]) bool { return f.Offset().Known() }

// RowInPlace reports whether a record's own mark is read without its description.
func RowInPlace[R any](s *Subject[R]) bool { return s.rowAt.Known() }
