package registers

import (
	"database/sql"
	"slices"
)

// source is the generator splitmix64: a few lines of integers, so that the same
// seed gives the same numbers on every machine and with every release of Go.
type source struct{ state uint64 }

func (s *source) next() uint64 {
	s.state += 0x9e3779b97f4a7c15
	z := s.state
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return z ^ z>>31
}

// below returns a number from 0 to n-1.
func (s *source) below(n int) int { return int(s.next() % uint64(n)) }

// between returns a number from low to high, both included.
func (s *source) between(low, high int) int { return low + s.below(high-low+1) }

// maker makes one register. Values and dirt come from sources of their own, so
// that a register with spoiled cells is the clean one with spoiled cells.
type maker struct {
	Config
	source
	dirt source
}

func newMaker(c Config, register string) *maker {
	seed := uint64(14695981039346656037) // FNV-1a over the register's name
	for i := range len(register) {
		seed = (seed ^ uint64(register[i])) * 1099511628211
	}
	m := &maker{Config: c, source: source{seed ^ c.Seed}}
	m.dirt = source{m.next()}
	return m
}

// toward returns where a figure stands on the straight line from 2020 to 2025. A
// share that heads beyond the whole is whole before 2025.
func (m *maker) toward(from, to int) int {
	return from + (to-from)*(m.Year-FirstYear)/(LastYear-FirstYear)
}

// scope says which rows a column speaks of; nil is all of them.
type scope func(row int) bool

func (in scope) has(row int) bool { return in == nil || in(row) }

// some marks exactly k of those of n rows that are in scope, all of them if
// there are fewer.
func (m *maker) some(n, k int, in scope) []bool {
	left := 0
	for i := range n {
		if in.has(i) {
			left++
		}
	}
	marks := make([]bool, n)
	for i := range n {
		if !in.has(i) {
			continue
		}
		if m.below(left) < k {
			marks[i] = true
			k--
		}
		left--
	}
	return marks
}

// share marks so many of a thousand of the rows in scope, cut to a whole number.
func (m *maker) share(n, perMille int, in scope) []bool {
	size := 0
	for i := range n {
		if in.has(i) {
			size++
		}
	}
	return m.some(n, size*perMille/1000, in)
}

// part is a text with its weight among the texts of a column.
type part struct {
	text   string
	weight int
}

// texts deals the texts to n rows by their weights, in random order.
func (m *maker) texts(n int, parts ...part) []string {
	weights := make([]int, len(parts))
	for i, p := range parts {
		weights[i] = p.weight
	}
	left := apportion(n, weights)
	column := make([]string, n)
	for i := range column {
		pick, k := m.below(n-i), 0
		for pick >= left[k] {
			pick -= left[k]
			k++
		}
		left[k]--
		column[i] = parts[k].text
	}
	return column
}

// apportion divides a total by weights into whole numbers that add up to it, the
// largest remainders first.
func apportion(total int, weights []int) []int {
	sum := 0
	for _, w := range weights {
		sum += w
	}
	shares, order, rest := make([]int, len(weights)), make([]int, len(weights)), total
	for i, w := range weights {
		shares[i], order[i] = total*w/sum, i
		rest -= shares[i]
	}
	slices.SortStableFunc(order, func(a, b int) int { return total*weights[b]%sum - total*weights[a]%sum })
	for _, i := range order[:rest] {
		shares[i]++
	}
	return shares
}

// Spoiled cells: a text that no vocabulary has, and a number that counts nothing.
const (
	spoiledText   = "待核实"
	spoiledNumber = -1
)

// cell decides for one cell whether it is left empty or spoiled.
func (m *maker) cell() (empty, spoiled bool) {
	n := m.dirt.below(1000)
	return n < m.Unknown, n >= m.Unknown && n < m.Unknown+m.Invalid
}

func (m *maker) text(s string) string {
	switch empty, spoiled := m.cell(); {
	case empty:
		return ""
	case spoiled:
		return spoiledText
	}
	return s
}

// yes is a column of 是 and 否, flag one of 1 and 0, has one of 有 and 无.
func (m *maker) yes(b bool) string  { return m.text(pick(b, "是", "否")) }
func (m *maker) flag(b bool) string { return m.text(pick(b, "1", "0")) }
func (m *maker) has(b bool) string  { return m.text(pick(b, "有", "无")) }

func (m *maker) count(n int) sql.Null[int] {
	empty, spoiled := m.cell()
	return sql.Null[int]{V: pick(spoiled, spoiledNumber, pick(empty, 0, n)), Valid: !empty}
}

// amount makes a nullable number of hundredths: hours, months, small sums of money.
func (m *maker) amount(hundredths int) sql.Null[float64] { return m.money(int64(hundredths)) }

// money makes a nullable number of yuan; fen outgrow an int of 32 bits.
func (m *maker) money(fen int64) sql.Null[float64] {
	empty, spoiled := m.cell()
	return sql.Null[float64]{V: pick(spoiled, spoiledNumber, pick(empty, 0, float64(fen)/100)), Valid: !empty}
}

// pointer makes a nullable number as software with pointers keeps it.
func (m *maker) pointer(n int) *int {
	if c := m.count(n); c.Valid {
		return &c.V
	}
	return nil
}

func pick[T any](b bool, yes, no T) T {
	if b {
		return yes
	}
	return no
}
