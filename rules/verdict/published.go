package verdict

import (
	"fmt"
	"math/big"
	"slices"
	"strings"

	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
)

// Cut is how a value was cut to the digits of a published figure.
type Cut uint8

// The ways to cut.
const (
	HalfUp Cut = iota // to the nearest, a half upwards: 四舍五入
	Truncated
	RoundedUp
)

var cuts = bilingual.List[Cut]{Of: "verdict: cut", Terms: []bilingual.Term{{Key: "half-up", Text: bilingual.Text{ZH: "四舍五入", EN: "rounded half up"}},
	{Key: "truncated", Text: bilingual.Text{ZH: "截尾", EN: "truncated"}},
	{Key: "rounded-up", Text: bilingual.Text{ZH: "进一", EN: "rounded up"}}}}

// String returns the key.
func (c Cut) String() string { return cuts.Key(c) }

// In returns the way in words.
func (c Cut) In(l bilingual.Language) string { return cuts.In(c, l) }

// MarshalText writes the key.
func (c Cut) MarshalText() ([]byte, error) { return []byte(c.String()), nil }

// UnmarshalText reads the key.
func (c *Cut) UnmarshalText(text []byte) error { return cuts.Read(c, text) }

// Choice is one documented way to come from records to a printed figure: the date of the
// data, a reading of the statement, what open records are taken for, and how the value is
// cut.
type Choice struct {
	AsOf    quantity.Date  `json:"as_of"`
	Reading string         `json:"reading"` // its key, "" of a statement without readings
	Name    bilingual.Text `json:"name"`
	Open    bilingual.Text `json:"open,omitzero"` // what open records are taken for, where there are any
	Cut     Cut            `json:"cut"`
	Value   quantity.Ratio `json:"value"`  // of the records
	Gap     *big.Rat       `json:"gap"`    // the figure less the value cut so, in the figure's unit: nought where they agree
	Figure  string         `json:"figure"` // as it was published
}

// Agrees reports whether the choice gives the published figure.
func (c Choice) Agrees() bool { return c.Gap != nil && c.Gap.Sign() == 0 }

// String returns the text in Chinese.
func (c Choice) String() string { return c.Text(bilingual.Chinese) }

// Text says what the choice is and by how much the figure differs from it.
func (c Choice) Text(l bilingual.Language) string {
	parts := []string{l.Pick("数据截至"+c.AsOf.In(l), "data of "+c.AsOf.In(l))}
	if !c.Name.IsZero() {
		parts = append(parts, l.Pick("按“"+c.Name.ZH+"”", "reading "+c.Name.EN))
	}
	if !c.Open.IsZero() {
		parts = append(parts, c.Open.In(l))
	}
	parts = append(parts, c.Value.Calculation(l, quantity.Down), c.Cut.In(l))
	text := strings.Join(parts, l.Pick("，", ", "))
	if c.Agrees() {
		return text + l.Pick("：与公布的"+c.Figure+"一致", ": the published "+c.Figure)
	}
	places := decimals(c.Figure)
	gap := new(big.Rat).Abs(c.Gap).FloatString(places)
	if c.Gap.Sign() < 0 {
		return text + l.Pick("：公布的"+c.Figure+"低"+gap, ": the published "+c.Figure+" is lower by "+gap)
	}
	return text + l.Pick("：公布的"+c.Figure+"高"+gap, ": the published "+c.Figure+" is higher by "+gap)
}

// decimals returns how many digits a figure has behind the point.
func decimals(figure string) int {
	_, behind, _ := strings.Cut(strings.TrimRight(figure, "%％"), ".")
	return len(behind)
}

// Another sets a published figure of one statement, such as "12.3" or "12.3%", beside
// results on it, of one date or of several. It tries each reading that was computed, open
// records at their worst and at their best, skipped rows in the denominator, and each way to cut the value to the digits
// that were published. Choices that give the figure come first, in the order of the
// results; then the others, the nearest first: what is left of the nearest no choice
// explains. It is an error if the text is no figure in the unit of the threshold, or if
// no result has a value.
func Another(figure string, results ...Result) ([]Choice, error) {
	var list []Choice
	for _, r := range results {
		published, err := quantity.ParseAmount(figure, r.Threshold.Amount.Unit())
		if err != nil {
			return nil, fmt.Errorf("verdict: %s: published figure: %w", r.Statement, err)
		}
		for _, v := range r.valued() {
			for cut := range Cut(len(cuts.Terms)) {
				v.Cut, v.Figure = cut, figure
				v.Gap = gap(published, decimals(figure), v.Value, cut)
				list = append(list, v)
			}
		}
	}
	if len(list) == 0 {
		return nil, fmt.Errorf("verdict: published figure %s: no result has a value", figure)
	}
	slices.SortStableFunc(list, func(a, b Choice) int {
		return new(big.Rat).Abs(a.Gap).Cmp(new(big.Rat).Abs(b.Gap))
	})
	return list, nil
}

// valued returns the values of a result by reading, those of open records at their worst
// and at their best.
func (r Result) valued() (list []Choice) {
	add := func(key string, name bilingual.Text, value, lowest, highest quantity.Ratio) {
		one := Choice{AsOf: r.AsOf, Reading: key, Name: name}
		switch {
		case value.Defined():
			one.Value = value
			list = append(list, one)
		case lowest.Defined() && highest.Defined():
			one.Value, one.Open = lowest, bilingual.Text{ZH: "不明的按最低计", EN: "open records at their lowest"}
			list = append(list, one)
			one.Value, one.Open = highest, bilingual.Text{ZH: "不明的按最高计", EN: "open records at their highest"}
			list = append(list, one)
		}
	}
	if v := r.Value; r.Form == "share" && v.Defined() && r.Records.Skipped > 0 && v.Per.Unit().Scale() == 1 {
		// rows that the mapping skips stand in many a published denominator
		v.Per = quantity.NewTotal(v.Per.Steps().Plus(uint64(r.Records.Skipped)), v.Per.Unit())
		list = append(list, Choice{AsOf: r.AsOf, Reading: r.Reading, Open: bilingual.Text{ZH: "非对象的记录计入分母", EN: "records that were skipped in the denominator"}, Value: v})
	}
	if len(r.Readings) == 0 {
		add("", bilingual.Text{}, r.Value, r.Lowest, r.Highest)
	}
	for _, o := range r.Readings {
		add(o.Key, o.Name, o.Value, o.Lowest, o.Highest)
	}
	return list
}

// gap returns a published figure less a value that is cut to so many digits, in the
// figure's unit.
func gap(published quantity.Amount, places int, value quantity.Ratio, cut Cut) *big.Rat {
	scale := big.NewRat(1, 1)
	if published.Unit() == quantity.Percent {
		scale.SetInt64(100)
	}
	steps := new(big.Rat).SetInt(new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(places)), nil))
	in := new(big.Rat).Mul(new(big.Rat).Mul(value.Rational(), scale), steps)
	whole, rest := new(big.Int).QuoRem(in.Num(), in.Denom(), new(big.Int))
	twice := new(big.Int).Lsh(rest, 1)
	if cut == RoundedUp && rest.Sign() > 0 || cut == HalfUp && twice.Cmp(in.Denom()) >= 0 {
		whole.Add(whole, big.NewInt(1))
	}
	num, den := published.Fraction()
	figure := new(big.Rat).SetFrac(new(big.Int).SetUint64(num), new(big.Int).SetUint64(den))
	figure.Mul(figure, scale)
	return figure.Sub(figure, new(big.Rat).Quo(new(big.Rat).SetInt(whole), steps))
}
