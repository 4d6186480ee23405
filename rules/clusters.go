package rules

import (
	"slices"

	"github.com/eduplan/tonghua/indicators"
)

// Rules whose fields are independent of each other are better counted apart,
// because their classes multiply. But every four profiles cost a packing of each
// record. So there are four if their tables stay small enough for the
// processor's first caches, else eight, and so on.
const (
	mostProfiles = 1 << 13 // of one table
	mostEntries  = 1 << 14 // of all tables
)

// cluster is a set of readings on the way to a profile.
type cluster[R indicators.Record[R]] struct {
	asked     []*asked[R]
	duties    []int
	questions []indicators.Question[R]
	axes      *indicators.Axes[R]
}

// join puts readings together. Those that tell too many profiles apart to be
// counted stay by themselves.
func join[R indicators.Record[R]](s *indicators.Subject[R], all []*cluster[R]) (clusters, wide []*cluster[R]) {
	for _, one := range all {
		if one.axes.Size() > mostProfiles {
			wide = append(wide, one)
		} else {
			clusters = withoutGrowth(s, clusters, one)
		}
	}
	known := pairs[R]{s, map[[2]*cluster[R]]*cluster[R]{}}
	for left := clusters; len(left) > indicators.LanesPerWord; {
		if left = known.joinBest(left); left == nil {
			break
		}
		if len(left)%indicators.LanesPerWord == 0 {
			clusters = left
		}
	}
	return clusters, wide
}

// withoutGrowth puts a reading to another one if that makes no table larger than
// the two are, else beside them.
func withoutGrowth[R indicators.Record[R]](s *indicators.Subject[R], clusters []*cluster[R], one *cluster[R]) []*cluster[R] {
	for i, other := range clusters {
		if both := other.with(s, one); both != nil && both.axes.Size() <= other.axes.Size()+one.axes.Size() {
			clusters[i] = both
			return clusters
		}
	}
	return append(clusters, one)
}

// with returns both together, nil if their table would be too large.
func (c *cluster[R]) with(s *indicators.Subject[R], d *cluster[R]) *cluster[R] {
	questions := slices.Concat(c.questions, d.questions)
	axes, err := indicators.NewAxes(s, questions...)
	if err != nil || axes.Size() > mostProfiles {
		return nil
	}
	return &cluster[R]{slices.Concat(c.asked, d.asked), slices.Concat(c.duties, d.duties), questions, axes}
}

// pairs are all that two clusters together would be.
type pairs[R indicators.Record[R]] struct {
	subject *indicators.Subject[R]
	of      map[[2]*cluster[R]]*cluster[R]
}

// joinBest joins the two clusters whose table grows least in proportion. It
// returns nil if none can be joined, or if the tables would be too large together.
func (p *pairs[R]) joinBest(clusters []*cluster[R]) []*cluster[R] {
	var best *cluster[R]
	var first, second, apart, entries int
	for j, d := range clusters {
		entries += d.axes.Size()
		for i, c := range clusters[:j] {
			both := p.joined(c, d)
			if both == nil {
				continue
			}
			size := c.axes.Size() + d.axes.Size()
			if best == nil || both.axes.Size()*apart < best.axes.Size()*size {
				best, first, second, apart = both, i, j, size
			}
		}
	}
	if best == nil || entries-apart+best.axes.Size() > mostEntries {
		return nil
	}
	left := slices.Delete(slices.Clone(clusters), second, second+1)
	left[first] = best
	return left
}

func (p *pairs[R]) joined(c, d *cluster[R]) *cluster[R] {
	key := [2]*cluster[R]{c, d}
	both, known := p.of[key]
	if !known {
		both = c.with(p.subject, d)
		p.of[key] = both
	}
	return both
}
