package verdict

// Classes are the records that a verdict rests on, by what is known of each: whether it
// is in the scope, and whether it counts. Records that are absent are Unknown.
type Classes struct {
	Counted        int64 `json:"counted,omitzero"`         // in scope, and as it should be
	NotCounted     int64 `json:"not_counted,omitzero"`     // in scope, and not
	Unanswered     int64 `json:"unanswered,omitzero"`      // in scope, and either
	PerhapsCounted int64 `json:"perhaps_counted,omitzero"` // out of scope, or in it and counted
	PerhapsNot     int64 `json:"perhaps_not,omitzero"`     // out of scope, or in it and not counted
	Unknown        int64 `json:"unknown,omitzero"`         // any of the three
	OutOfScope     int64 `json:"out_of_scope,omitzero"`
}

// IsZero reports whether there are no records at all.
func (c Classes) IsZero() bool { return c == Classes{} }

// certain returns how many records are in the scope for certain.
func (c Classes) certain() int64 { return c.Counted + c.NotCounted + c.Unanswered }
