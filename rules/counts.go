package rules

import "github.com/eduplan/tonghua/indicators"

// tabledGroups is how many groups get profile tables of their own. Further
// groups, the schools of a province, are counted straight into their tallies:
// some nanoseconds slower, and small.
const tabledGroups = 64

// told is what the rules said of a profile when it was first met.
type told[R indicators.Record[R]] struct {
	flags    uint32
	places   []uint32    // where a tally counts it
	breaches dutySet     // the duties that are not met
	amounts  []*asked[R] // the ratios to add amounts to
}

// What a record that has a profile calls for, above the profile's number.
const (
	isMet       = 1 << 31 // its flags are worked out
	isFinding   = 1 << 30 // a duty is not met
	isFaulty    = 1 << 29 // a field is invalid or contradicts its whole
	addsAmounts = 1 << 28 // a ratio adds its amounts
	numberBits  = 1<<28 - 1
)

// firstCounts is how many profiles the first groups have room for at first.
// Room for a little more than a power of two keeps the counts of several groups
// from competing for the same lines of the processor's cache.
const firstCounts = 256 + 16

// group is what a pass keeps of one group.
type group struct {
	tally  *tally
	counts []uint32 // by number of profile; nil for a group without
	read   int64    // records since its counts were last told
	first  int64    // number of the row that it appeared with
}

// newGroup makes a group, with counts of its own unless there are too many groups.
func (p *pass[R]) newGroup() *group {
	if len(p.groups) >= tabledGroups {
		return p.addGroup(p.engine.layout.narrowTally(), nil)
	}
	return p.addGroup(p.engine.layout.tally(), make([]uint32, p.size))
}

// newPlainGroup makes a group whose tally is up to date after each record.
func (p *pass[R]) newPlainGroup() *group { return p.addGroup(p.engine.layout.tally(), nil) }

func (p *pass[R]) addGroup(t *tally, counts []uint32) *group {
	g := &group{tally: t, counts: counts, first: p.row + int64(p.hand)}
	p.groups = append(p.groups, g)
	return g
}

// grow makes room for twice as many profiles.
func (p *pass[R]) grow() {
	p.size = 2*p.size - 16
	for _, g := range p.groups {
		if g.counts != nil {
			counts := make([]uint32, p.size)
			copy(counts, g.counts)
			g.counts = counts
		}
	}
}

// bumpAll adds one to the four profiles of each record in its group, and their
// flags to those of the record. It stops at the first record that has a profile
// which is not met yet, or a group without counts, and returns how many it
// counted.
func bumpAll(met []uint32, groups []*group, profiles []uint64, flags []uint32) (done int) {
	profiles, flags = profiles[:len(groups)], flags[:len(groups)]
	for k, g := range groups {
		at, counts := profiles[k], g.counts
		a, b, c, d := met[at&0xffff], met[at>>16&0xffff], met[at>>32&0xffff], met[at>>48]
		if a&b&c&d&isMet == 0 || len(counts) == 0 {
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

// bumpOne is bumpAll for a word with one profile alone.
func bumpOne(met []uint32, groups []*group, profiles []uint64, flags []uint32) (done int) {
	profiles, flags = profiles[:len(groups)], flags[:len(groups)]
	for k, g := range groups {
		a, counts := met[profiles[k]&0xffff], g.counts
		if a == 0 || len(counts) == 0 {
			return k
		}
		counts[a&numberBits]++
		flags[k] |= a
	}
	return len(groups)
}

// settle tells the tallies what was counted.
func (p *pass[R]) settle() {
	p.pending = 0
	for _, g := range p.groups {
		g.tally.read += g.read
		g.read = 0
		if g.counts == nil {
			continue
		}
		counts := g.counts[:len(p.told)]
		for i, n := range counts {
			if n != 0 {
				g.tally.count(p.told[i].places, int64(n))
			}
		}
		clear(counts)
	}
}
