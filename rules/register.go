package rules

import (
	"slices"
	"strings"

	"github.com/eduplan/tonghua/indicators/count"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules/verdict"
)

// Register is what a pass has counted, with what its verdicts rest on beside the
// rules: data that are stored, sent and judged again. No record is in it.
type Register struct {
	Subject string      `json:"subject"`         // what the records are, such as "teacher"
	For     plan.Bearer `json:"for"`             // whose register it is: [Panel.For]
	Each    plan.Bearer `json:"each,omitzero"`   // what each group is: [Panel.GroupsAre]
	Absent  int64       `json:"absent,omitzero"` // records of the whole that were expected and did not come
	Surplus int64       `json:"surplus,omitzero"`

	// Parts are the parts that were counted, if they were named: see [Panel.Part].
	Parts []count.Part `json:"parts,omitzero"`

	// Groups are the counts by group. Those of a register that was not split are
	// one group without a name.
	Groups []RegisterGroup `json:"groups"`

	// Overlaps are the records whose rows stand in several groups, of panels with
	// [Panel.Keyed]: each of the groups has counted them, and together they have them once.
	Overlaps []RegisterOverlap `json:"overlaps,omitzero"`
}

// RegisterOverlap is what several groups have counted of the same records.
type RegisterOverlap struct {
	Groups []string     `json:"groups"` // their names
	Counts count.Counts `json:"counts"`
}

// RegisterGroup is what a pass has counted of one group.
type RegisterGroup struct {
	Name    string       `json:"name,omitzero"`
	Absent  int64        `json:"absent,omitzero"` // records of the group that were expected and did not come
	Surplus int64        `json:"surplus,omitzero"`
	Counts  count.Counts `json:"counts"`
}

// Asked returns the statements on which rules have asked the register's records.
func (r Register) Asked() []plan.ID {
	var ids []plan.ID
	for _, g := range r.Groups {
		for _, a := range g.Counts.Answers {
			id, _, _ := strings.Cut(a.Key, "/")
			if !slices.Contains(ids, plan.ID(id)) {
				ids = append(ids, plan.ID(id))
			}
		}
	}
	return ids
}

// Sorted returns the register with its groups, parts and overlaps in the order of their
// names, so that the same counts have the same form in whatever order they were merged.
func (r Register) Sorted() Register {
	r.Groups, r.Parts, r.Overlaps = slices.Clone(r.Groups), slices.Clone(r.Parts), slices.Clone(r.Overlaps)
	slices.SortFunc(r.Groups, func(a, b RegisterGroup) int { return strings.Compare(a.Name, b.Name) })
	slices.SortFunc(r.Parts, count.Part.Compare)
	for i := range r.Overlaps {
		r.Overlaps[i].Groups = slices.Sorted(slices.Values(r.Overlaps[i].Groups))
	}
	slices.SortFunc(r.Overlaps, func(a, b RegisterOverlap) int { return slices.Compare(a.Groups, b.Groups) })
	return r
}

// Judged is what a rule says of a register: of each of its groups, in their order,
// and of all together.
type Judged struct {
	Groups []verdict.Result
	Total  verdict.Result
}
