package checks

import (
	"fmt"
	"io"
	"math/big"
	"strconv"
	"strings"

	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
)

// Report adds up what checks say of many rows.
type Report struct {
	set    *Set
	Rows   int64   `json:"rows"`
	Checks []Count `json:"checks"`
	List   []Row   `json:"list"` // rows in which something disagrees unexplained, was derived, or is idle
}

// Count is how often a check came to what.
type Count struct {
	Check string   `json:"check"`
	Soft  bool     `json:"soft"`
	Of    [5]int64 `json:"of"` // by agreement
}

// Report returns an empty report on the set's checks.
func (s *Set) Report() *Report {
	r := &Report{set: s}
	for _, c := range s.checks {
		r.Checks = append(r.Checks, Count{Check: c.Key, Soft: c.Soft})
	}
	return r
}

// Add adds a row of the set.
func (r *Report) Add(row Row) {
	r.Rows++
	wanted := len(row.Derived)+len(row.Idle) > 0
	for i, one := range row.Results {
		r.Checks[i].Of[one.Agreement]++
		wanted = wanted || one.Agreement == Disagrees
	}
	if wanted {
		r.List = append(r.List, row)
	}
}

// String returns the text in Chinese.
func (r *Report) String() string {
	var b strings.Builder
	_ = r.Write(&b, bilingual.Chinese) // a builder takes all
	return b.String()
}

// Write writes how often each check came to what, those that were not run at all first
// among them by name, and what the listed rows lack.
func (r *Report) Write(w io.Writer, l bilingual.Language) error {
	var b strings.Builder
	for i, c := range r.Checks {
		var parts []string
		for a := range Agreement(len(c.Of)) {
			if n := c.Of[a]; n > 0 || a == Agrees || a == Disagrees {
				parts = append(parts, a.In(l)+l.Pick("", " ")+strconv.FormatInt(n, 10))
			}
		}
		text := strings.Join(parts, l.Pick("，", ", "))
		if c.Of[NotRun] == r.Rows {
			text = NotRun.In(l)
		}
		fmt.Fprintf(&b, "%s%s%s\n", r.set.checks[i].says(r.set, l), l.Pick("：", ": "), text)
	}
	for _, row := range r.List {
		b.WriteString(row.Text(l))
		b.WriteByte('\n')
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// says names what the check compares.
func (c *check) says(s *Set, l bilingual.Language) string {
	side := func(terms []Term) string {
		var parts []string
		for _, t := range terms {
			text := s.cells[s.place[t.Cell]].Label.In(l)
			if t.Times != 0 && t.Times != 1 {
				text = strconv.FormatInt(t.Times, 10) + l.Pick("×", " x ") + text
			}
			parts = append(parts, text)
		}
		return strings.Join(parts, l.Pick("加", " + "))
	}
	text := side(c.Left) + l.Pick("", " ") + c.Comparison.In(l) + l.Pick("", " ") + side(c.Right)
	if c.Comparison == Near {
		within := strconv.FormatInt(c.Within, 10)
		text += l.Pick("（相差不超过"+within+"%）", " (within "+within+" %)")
	}
	return text
}

// String returns the text in Chinese.
func (r Row) String() string { return r.Text(bilingual.Chinese) }

// Text says what of the row disagrees and by how much, which cells were derived, and of
// which cells it could be put right.
func (r Row) Text(l bilingual.Language) string {
	var parts []string
	for _, one := range r.Results {
		if one.Agreement == Disagrees || one.Agreement == Explained {
			parts = append(parts, one.Text(l))
		}
	}
	for _, d := range r.Derived {
		cell := r.set.cells[r.set.place[d.Cell]]
		parts = append(parts, cell.Label.In(l)+l.Pick("由其他数推得为", ", derived from the others: ")+amount(new(big.Rat).SetInt(d.Steps), cell.Unit, l))
	}
	switch {
	case r.Suspects.TooMany:
		parts = append(parts, l.Pick("相互牵连的核对超过"+strconv.Itoa(MostChecks)+"项，未推断疑点", "more than "+strconv.Itoa(MostChecks)+" checks hang together: no suspects were looked for"))
	case r.Suspects.None:
		parts = append(parts, l.Pick("改动"+strconv.Itoa(MostSuspects)+"处以内不能使各项相符", "no change of up to "+strconv.Itoa(MostSuspects)+" cells puts it right"))
	case len(r.Suspects.Cells) > 0:
		var sets []string
		for _, set := range r.Suspects.Cells {
			var cells []string
			for _, key := range set {
				cells = append(cells, r.set.cells[r.set.place[key]].Label.In(l))
			}
			sets = append(sets, strings.Join(cells, l.Pick("和", " and ")))
		}
		parts = append(parts, l.Pick("最少改动即可相符的疑点：", "fewest cells that could be wrong: ")+strings.Join(sets, l.Pick("；或", "; or ")))
	}
	for _, e := range r.Idle {
		parts = append(parts, l.Pick("说明不起作用："+bilingual.Plain(e.Check), "an explanation that explains nothing: "+bilingual.Plain(e.Check)))
	}
	if len(parts) == 0 {
		parts = append(parts, l.Pick("没有不符", "nothing disagrees"))
	}
	return bilingual.Plain(r.Name) + l.Pick("：", ": ") + strings.Join(parts, l.Pick("；", "; "))
}

// String returns the text in Chinese.
func (r Result) String() string { return r.Text(bilingual.Chinese) }

// Text says what is compared, with the figures, and how it compares.
func (r Result) Text(l bilingual.Language) string {
	if r.set == nil {
		return r.Check
	}
	c := &r.set.checks[r.at]
	var figures []string
	for _, cell := range c.reads {
		if v := r.said[cell]; v != nil {
			figures = append(figures, r.set.cells[cell].Label.In(l)+l.Pick("", " ")+amount(new(big.Rat).SetInt(v), r.set.cells[cell].Unit, l))
		}
	}
	text := c.says(r.set, l) + l.Pick("：", ": ") + r.Agreement.In(l)
	if r.By != nil {
		by := amount(new(big.Rat).Abs(r.By), c.unit, l)
		least := l.Pick("", "")
		if len(r.Unknown) > 0 {
			least = l.Pick("至少", "at least ")
		}
		if r.By.Sign() > 0 {
			text += l.Pick("，"+least+"多"+by, ", "+least+by+" too many")
		} else {
			text += l.Pick("，"+least+"少"+by, ", "+least+by+" too few")
		}
	}
	if len(figures) > 0 {
		text += l.Pick("（", " (") + strings.Join(figures, l.Pick("，", ", ")) + l.Pick("）", ")")
	}
	for _, e := range r.Explained {
		text += l.Pick("；说明：", "; explained: ") + bilingual.Plain(e.Text) + l.Pick("（", " (") + bilingual.Plain(e.Who) + l.Pick("，", ", ") + e.On.In(l) + l.Pick("）", ")")
	}
	return text
}

// amount prints steps in a unit.
func amount(steps *big.Rat, unit quantity.Unit, l bilingual.Language) string {
	if steps.IsInt() && steps.Num().IsUint64() {
		return quantity.NewTotal(quantity.WideOf(steps.Num().Uint64()), unit).In(l)
	}
	return strings.TrimRight(strings.TrimRight(new(big.Rat).Quo(steps, new(big.Rat).SetInt64(int64(unit.Scale()))).FloatString(4), "0"), ".")
}
