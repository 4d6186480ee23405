package indicators

import (
	"cmp"
	"slices"

	"github.com/eduplan/tonghua/indicators/internal/memory"
)

// inOrder puts fields in the order of the struct.
func inOrder[R any](fields []*Field[R]) {
	empty, order := make([]R, 1), map[*Field[R]]memory.Offset[R]{}
	for _, f := range fields {
		order[f] = f.held.place(empty)
	}
	slices.SortStableFunc(fields, func(a, b *Field[R]) int { return cmp.Compare(order[a], order[b]) })
}

// findPlaces finds the fields that can be read in their places. Where a field
// stands must depend on nothing that a record holds, or else it has no place: so
// records of many contents are asked.
func findPlaces[R any](fields []*Field[R]) {
	records := memory.Contents[R]()
	for _, f := range fields {
		if f.held.plain() {
			f.at = f.held.place(records)
		}
	}
}
