package report

import (
	"maps"
	"slices"

	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/plan"
)

// Pair is a statement of one plan beside that of another. One of them may be nil.
type Pair struct{ Left, Right *Row }

// Beside sets two reports side by side: what each plan demands, and what is said of it.
// Statements are pairs where they have one ID, or where same names the right one of a left
// one, as two plans of two periods or cities call them; that they are the same is for the
// caller to say. Pairs stand in the order of the left report; statements of the right one
// alone come last. Two editions of one plan are for [Compare].
func Beside(left, right *Report, same map[plan.ID]plan.ID) []Pair {
	if left == nil || right == nil {
		return nil
	}
	rows := map[plan.ID]*Row{}
	for row := range right.All() {
		rows[row.Statement] = row
	}
	taken := slices.Collect(maps.Values(same))
	var pairs []Pair
	for row := range left.All() {
		of, named := same[row.Statement]
		if !named && !slices.Contains(taken, row.Statement) {
			of = row.Statement
		}
		pairs = append(pairs, Pair{row, rows[of]})
		delete(rows, of)
	}
	for row := range right.All() {
		if rows[row.Statement] != nil {
			pairs = append(pairs, Pair{nil, row})
		}
	}
	return pairs
}

// String returns the text in Chinese.
func (p Pair) String() string { return p.Text(bilingual.Chinese) }

// Text says what each demands and how it stands; of a statement that one of them lacks
// that it has none.
func (p Pair) Text(l bilingual.Language) string {
	return p.Left.beside(l) + l.Pick(" ∥ ", " | ") + p.Right.beside(l)
}

func (row *Row) beside(l bilingual.Language) string {
	if row == nil {
		return l.Pick("无此项", "no such statement")
	}
	text := row.Name.In(l) + bilingual.Text{ZH: "（" + row.Citation.ZH + "）：", EN: " (" + row.Citation.EN + "): "}.In(l) + row.demanded().In(l)
	for _, column := range []int{ValueCell, VerdictCell} {
		if cell := row.cell(column).In(l); cell != "" {
			text += l.Pick("；", "; ") + cell
		}
	}
	return text
}
