package count

// profiledGroups is how many groups have counts by profile. Further groups, the
// schools of a province, are counted straight into their tallies: some nanoseconds
// slower, and small.
const profiledGroups = 64

// firstProfiles is how many profiles the first groups have room for at first. Room
// for a little more than a power of two keeps the counts of several groups from
// competing for the same lines of the processor's cache.
const firstProfiles = 256 + 16

// group is what a pass keeps of one group.
type group struct {
	tally    *Tally
	key      any      // the caller's, nil for rows that are not counted by group
	profiles []uint32 // counts by number of profile; nil for a group without
	amounts  []uint64 // sums of the ratios' terms; nil for a group without
	read     int64    // records since the tally was brought up to date
	first    int64    // number of the row that it appeared with
}

// newGroup makes a group, with counts by profile unless there are too many groups.
func (p *pass[R]) newGroup() *group {
	if len(p.groups) >= profiledGroups {
		return p.addGroup(p.counter.layout.compactTally())
	}
	g := p.addGroup(p.counter.layout.tally())
	g.profiles, g.amounts = make([]uint32, p.size), make([]uint64, p.amounts)
	return g
}

func (p *pass[R]) addGroup(t *Tally) *group {
	g := &group{tally: t, first: p.row + int64(p.current)}
	p.groups = append(p.groups, g)
	return g
}

// grow makes room for twice as many profiles.
func (p *pass[R]) grow() {
	p.size = 2*p.size - 16
	for _, g := range p.groups {
		if g.profiles != nil {
			profiles := make([]uint32, p.size)
			copy(profiles, g.profiles)
			g.profiles = profiles
		}
	}
}

// countProfiles adds one to the four profiles of each record in its group, and
// their flags to those of the record. It stops at the first record that has a
// profile which has not come before, or a group without counts by profile, and
// returns how many it counted.
func countProfiles(known []uint32, groups []*group, entries []uint64, flags []uint32) (done int) {
	entries, flags = entries[:len(groups)], flags[:len(groups)]
	for k, g := range groups {
		at, counts := entries[k], g.profiles
		a, b, c, d := known[at&0xffff], known[at>>16&0xffff], known[at>>32&0xffff], known[at>>48]
		if a&b&c&d&isKnown == 0 || len(counts) == 0 {
			return k
		}
		counts[a&numberBits]++
		counts[b&numberBits]++
		counts[c&numberBits]++
		counts[d&numberBits]++
		flags[k] |= a | b | c | d
	}
	return len(groups)
}

// settle brings the tallies up to date.
func (p *pass[R]) settle() {
	p.pending = 0
	for _, g := range p.groups {
		g.tally.read += g.read
		g.read = 0
		if g.profiles == nil {
			continue
		}
		counts := g.profiles[:len(p.effects)]
		for i, n := range counts {
			if n != 0 {
				g.tally.add(p.effects[i].places, int64(n))
			}
		}
		clear(counts)
		p.settleAmounts(g)
	}
}
