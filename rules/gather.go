package rules

import (
	"fmt"
	"iter"
	"slices"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/count"
	"github.com/eduplan/tonghua/indicators/quantity"
)

// Gather returns the groups of a register that was counted before, or elsewhere.
// The panel takes from the counts of each group the answers that it asks for: see
// [Panel.Judge]. Whose register it is, and how many records did not come, the
// register says itself.
func (p *Panel[T, R]) Gather(r Register) (*Groups[string], error) {
	if p == nil || p.mapping == nil || len(r.Groups) == 0 {
		return nil, ErrZero
	}
	on, err := p.on(r.Groups[0].Counts.AsOf)
	if err != nil {
		return nil, err
	}
	if r.Subject != on.subject() {
		return nil, fmt.Errorf("rules: a register of %q for rules on %q", r.Subject, on.subject())
	}
	g := &Groups[string]{counts: count.NewGroups[R, string](on.counter), panel: judging{on.results, r.Subject, r.For, r.Each}}
	if g.total, err = notCome(r.Absent, r.Surplus); err != nil {
		return nil, err
	}
	for _, group := range r.Groups {
		if err := gather(g, on.counter, group.Name, group.Counts); err != nil {
			return nil, fmt.Errorf("group %q: %w", group.Name, err)
		}
		expected, err := notCome(group.Absent, group.Surplus)
		if err != nil {
			return nil, fmt.Errorf("group %q: %w", group.Name, err)
		}
		*g.expectation(g.counts.Index(group.Name)) = expected
	}
	if err := g.counts.Join(r.Parts...); err != nil {
		return nil, err
	}
	for _, overlap := range r.Overlaps {
		if err := gatherOverlap(g, on.counter, overlap); err != nil {
			return nil, fmt.Errorf("groups %q: %w", overlap.Groups, err)
		}
	}
	return g, nil
}

// JudgeBy judges what was counted elsewhere by group, by a cluster or a database, as
// [EvaluateBy] judges rows: each key with its counts, once, in the order that the groups are
// to have. Counts of several groups may have named parts in common, since a part has rows of
// many groups. Counts are taken as [Panel.Judge] takes them; the groups list no faults, since
// counts hold no rows.
func JudgeBy[T any, R indicators.Record[R], K comparable](p *Panel[T, R], asOf quantity.Date, groups iter.Seq2[K, count.Counts]) (*Groups[K], error) {
	on, err := p.on(asOf)
	if err != nil {
		return nil, err
	}
	g := &Groups[K]{counts: count.NewGroups[R, K](on.counter), total: p.expected, panel: judging{on.results, on.subject(), p.standsFor, p.groupsAre}}
	var parts []count.Part
	if p.part != "" {
		parts = append(parts, count.PartOf(p.part))
	}
	for key, counts := range groups {
		parts = append(parts, counts.Parts...)
		counts.Parts = nil
		if err := gather(g, on.counter, key, counts); err != nil {
			return nil, fmt.Errorf("group %v: %w", key, err)
		}
	}
	slices.SortFunc(parts, count.Part.Compare)
	if err := g.counts.Join(slices.Compact(parts)...); err != nil {
		return nil, err
	}
	return g, nil
}

// gatherOverlap takes on what groups of a register share.
func gatherOverlap[R indicators.Record[R]](g *Groups[string], counter *count.Counter[R], overlap RegisterOverlap) error {
	numbers := make([]int, len(overlap.Groups))
	for i, name := range overlap.Groups {
		numbers[i] = g.counts.Index(name)
	}
	t, err := counter.Load(overlap.Counts)
	if err != nil {
		return err
	}
	return g.counts.Overlap(numbers, t)
}

// gather adds the counts of a group.
func gather[R indicators.Record[R], K comparable](g *Groups[K], counter *count.Counter[R], key K, counts count.Counts) error {
	if g.counts.Index(key) >= 0 {
		return fmt.Errorf("%w: it stands twice", ErrImpossible)
	}
	t, err := counter.Load(counts)
	if err != nil {
		return err
	}
	return g.counts.Add(key, t)
}

// notCome is the expectation of records of which so many did not come, and so many
// came beyond.
func notCome(absent, surplus int64) (expectation, error) {
	if min(absent, surplus) < 0 || max(absent, surplus) > count.MostRecords {
		return expectation{}, fmt.Errorf("%w: %d absent, %d beyond", ErrImpossible, absent, surplus)
	}
	return expectation{absent: absent, surplus: surplus}, nil
}

// JudgeRegister judges what a register has counted, in whatever panel, by this rule
// alone: see [Panel.Gather].
func (m Measure[R]) JudgeRegister(r Register) (Judged, error) {
	if m.of == nil {
		return Judged{}, ErrZero
	}
	p, err := NewPanel(AsIs[R], Rule[R](m))
	if err != nil {
		return Judged{}, err
	}
	groups, err := p.Gather(r)
	if err != nil {
		return Judged{}, fmt.Errorf("rules: rule %s: %w", m.ID(), err)
	}
	j := Judged{Total: groups.Total().Rules[0]}
	for _, results := range groups.All() {
		j.Groups = append(j.Groups, results.Rules[0])
	}
	return j, nil
}

// JudgeRegister answers with an error: evidence is in no register.
func (a Attested) JudgeRegister(Register) (Judged, error) {
	if a.statement == nil {
		return Judged{}, ErrZero
	}
	return Judged{}, fmt.Errorf("rules: rule %s: answered by evidence, not by a register", a.ID())
}
