package checks

import (
	"math/big"
	"slices"
)

// program is a system of inequalities: each row times the unknowns is at most its limit,
// and no unknown is below nought.
type program struct {
	rows   [][]*big.Rat
	limits []*big.Rat
}

// mostBranches is how often a search for whole numbers is split. Sums of cells hardly ever
// need one; a search that needs more is taken for possible.
const mostBranches = 24

// wholeSolution reports whether whole numbers solve the system.
func (p *program) wholeSolution(unknowns, branches int) bool {
	solution, ok := p.solve(unknowns)
	if !ok {
		return false
	}
	at := slices.IndexFunc(solution, func(v *big.Rat) bool { return !v.IsInt() })
	if at < 0 || branches == 0 {
		return true
	}
	below := new(big.Int).Quo(solution[at].Num(), solution[at].Denom())
	split := func(factor int64, limit *big.Int) bool {
		row := make([]*big.Rat, unknowns)
		for i := range row {
			row[i] = new(big.Rat)
		}
		row[at].SetInt64(factor)
		q := program{append(slices.Clone(p.rows), row), append(slices.Clone(p.limits), new(big.Rat).SetInt(limit))}
		return q.wholeSolution(unknowns, branches-1)
	}
	above := new(big.Int).Add(below, big.NewInt(1))
	return split(1, below) || split(-1, above.Neg(above))
}

// solve finds numbers that solve the system, by the simplex method with Bland's rule, which
// always ends. Every row gets a slack; one more unknown, taken off each row, is driven to
// nought if that is possible.
func (p *program) solve(unknowns int) ([]*big.Rat, bool) {
	n := unknowns + 1 // the last is taken off each row
	d := dictionary{n: n}
	for i, row := range p.rows {
		line := make([]*big.Rat, n)
		for k := range unknowns {
			line[k] = new(big.Rat).Neg(row[k])
		}
		line[unknowns] = big.NewRat(1, 1)
		d.lines = append(d.lines, line)
		d.constants = append(d.constants, new(big.Rat).Set(p.limits[i]))
		d.basic = append(d.basic, n+i)
	}
	for k := range n {
		d.outside = append(d.outside, k)
	}
	worst := -1
	for i, c := range d.constants {
		if c.Sign() < 0 && (worst < 0 || c.Cmp(d.constants[worst]) < 0) {
			worst = i
		}
	}
	if worst >= 0 {
		d.pivot(worst, unknowns)
		if !d.driveOut(unknowns) {
			return nil, false
		}
	}
	solution := make([]*big.Rat, unknowns)
	for k := range solution {
		solution[k] = new(big.Rat)
	}
	for i, b := range d.basic {
		if b < unknowns {
			solution[b].Set(d.constants[i])
		}
	}
	return solution, true
}

// dictionary says each basic unknown as a constant and a sum of those outside.
type dictionary struct {
	n         int
	basic     []int
	outside   []int
	constants []*big.Rat
	lines     [][]*big.Rat
}

// driveOut makes an unknown as small as it can be and reports whether that is nought.
func (d *dictionary) driveOut(unknown int) bool {
	for {
		at := slices.Index(d.basic, unknown)
		if at < 0 {
			return true // it stands outside, where all are nought
		}
		if d.constants[at].Sign() == 0 {
			return true
		}
		enters := -1
		for k, name := range d.outside {
			if d.lines[at][k].Sign() < 0 && (enters < 0 || name < d.outside[enters]) {
				enters = k
			}
		}
		if enters < 0 {
			return false
		}
		leaves := -1
		var least *big.Rat
		for i := range d.basic {
			if d.lines[i][enters].Sign() >= 0 {
				continue
			}
			ratio := new(big.Rat).Neg(new(big.Rat).Quo(d.constants[i], d.lines[i][enters]))
			if c := 0; leaves >= 0 {
				c = ratio.Cmp(least)
				if c > 0 || c == 0 && d.basic[i] > d.basic[leaves] {
					continue
				}
			}
			leaves, least = i, ratio
		}
		d.pivot(leaves, enters)
	}
}

// pivot lets one unknown outside take the place of a basic one.
func (d *dictionary) pivot(row, column int) {
	line := d.lines[row]
	factor := new(big.Rat).Inv(line[column])
	d.basic[row], d.outside[column] = d.outside[column], d.basic[row]
	d.constants[row] = new(big.Rat).Neg(new(big.Rat).Mul(d.constants[row], factor))
	for k := range line {
		if k == column {
			line[k] = factor
		} else {
			line[k] = new(big.Rat).Neg(new(big.Rat).Mul(line[k], factor))
		}
	}
	for i, other := range d.lines {
		if i == row || other[column].Sign() == 0 {
			continue
		}
		times := other[column]
		d.constants[i] = new(big.Rat).Add(d.constants[i], new(big.Rat).Mul(times, d.constants[row]))
		for k := range other {
			if k == column {
				other[k] = new(big.Rat).Mul(times, line[k])
			} else {
				other[k] = new(big.Rat).Add(other[k], new(big.Rat).Mul(times, line[k]))
			}
		}
	}
}
