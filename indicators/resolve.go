package indicators

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
)

// Resolve returns the condition with every figure replaced by its amount, and
// checks that units agree.
func (c Condition[R]) Resolve(figures Figures) (Condition[R], error) {
	out := c
	out.parts = make([]Condition[R], len(c.parts))
	for i, p := range c.parts {
		var err error
		if out.parts[i], err = p.Resolve(figures); err != nil {
			return c, err
		}
	}
	if c.quorum != nil {
		q, err := c.quorum.resolve(figures)
		if err != nil {
			return c, err
		}
		out.quorum = q
	}
	if c.atom != nil {
		a, err := c.atom.resolve(figures)
		if err != nil {
			return c, err
		}
		out.atom = a
	}
	return out, nil
}

func (q *quorum) resolve(figures Figures) (*quorum, error) {
	amount, err := q.figure.Amount(figures)
	if err != nil {
		return nil, fmt.Errorf("how many conditions must hold: %w", err)
	}
	out := *q
	if out.unset = amount.IsZero(); out.unset {
		return &out, nil
	}
	if amount.Unit() != quantity.Item || amount.Ceil() != amount.Floor() {
		return nil, fmt.Errorf("indicators: how many conditions must hold: a whole number of items wanted, not %s", amount)
	}
	out.least = amount.Ceil().Steps()
	return &out, nil
}

var errNotDescribed = errors.New("indicators: a condition on a field that is not described")

func (a *atom[R]) resolve(figures Figures) (*atom[R], error) {
	for _, f := range slices.Concat(a.of, a.than) {
		if f == nil {
			return nil, errNotDescribed
		}
		if err := f.fault(); err != nil {
			return nil, err
		}
	}
	if a.function != nil {
		if a.function.Holds == nil || !a.function.Name.Complete() || a.function.Version == "" || len(a.of) == 0 {
			return nil, fmt.Errorf("indicators: function %q: name, version, fields and function are wanted", a.function.Name.EN)
		}
		return a, nil
	}
	if a.recorded {
		return a, nil
	}
	if a.isWords() {
		if a.words == 0 || a.words&outsideList != 0 || a.words>>(len(a.of[0].words.entries)+1) != 0 {
			return nil, fmt.Errorf("indicators: field %s compared with a value outside its list", a.of[0].key)
		}
		return a, nil
	}
	amount, err := a.figure.Amount(figures)
	if err != nil {
		return nil, fmt.Errorf("field %s: %w", a.of[0].key, err)
	}
	out := *a
	out.amount, out.unset = amount, amount.IsZero()
	return &out, out.checkUnits()
}

func (a *atom[R]) isWords() bool {
	return a.function == nil && !a.recorded && len(a.than) == 0 && a.of[0].words != nil
}

func (a *atom[R]) checkUnits() error {
	if a.unset {
		return nil
	}
	if len(a.than) == 0 {
		if a.of[0].unit != a.amount.Unit() {
			return fmt.Errorf("indicators: field %s is measured in %s, its figure in %s", a.of[0].key, a.of[0].unit, a.amount.Unit())
		}
		return nil
	}
	for i := range a.of {
		share := a.amount.Unit()
		if i > 0 {
			share = quantity.Multiple // what both are divided by
		}
		if of, than := a.of[i], a.than[i]; !share.Relates(of.unit, than.unit) {
			if of.unit == than.unit {
				return fmt.Errorf("indicators: field %s: a share wanted, not %s", of.key, a.amount)
			}
			return fmt.Errorf("indicators: field %s is measured in %s, field %s in %s: %s does not relate them", of.key, of.unit, than.key, than.unit, a.amount)
		}
	}
	return nil
}

// Unset returns the conditions' figures that nobody has set.
func (c Condition[R]) Unset() []string {
	var names []string
	c.each(func(c *Condition[R]) {
		switch {
		case c.quorum != nil && c.quorum.unset:
			names = append(names, c.quorum.figure.name)
		case c.atom != nil && c.atom.unset:
			names = append(names, c.atom.figure.name)
		}
	})
	return names
}

var comparisonTexts = [...]bilingual.Text{
	atLeast:  {ZH: "不低于", EN: "at least"},
	atMost:   {ZH: "不高于", EN: "at most"},
	moreThan: {ZH: "超过", EN: "more than"},
	lessThan: {ZH: "低于", EN: "less than"},
	equalTo:  {ZH: "等于", EN: "equal to"},
}

// String returns the condition in Chinese.
func (c Condition[R]) String() string { return c.Text(bilingual.Chinese) }

// Text returns the condition in words; every record is "".
func (c Condition[R]) Text(l bilingual.Language) string {
	if c.IsZero() {
		return ""
	}
	return c.text(l, false)
}

func (c Condition[R]) text(l bilingual.Language, inner bool) string {
	switch c.kind {
	case everyRecord:
		return l.Pick("任何记录", "any record")
	case notCondition:
		return notText(c.parts[0].text(l, false), l)
	case atomCondition:
		return c.atom.text(l)
	}
	if c.kind == quorumCondition {
		return c.quorumText(l)
	}
	if len(c.parts) == 0 {
		return notText(Condition[R]{}.text(l, false), l)
	}
	word := map[bool]bilingual.Text{
		true: {ZH: "且", EN: " and "}, false: {ZH: "或", EN: " or "},
	}[c.kind == andCondition].In(l)
	texts := make([]string, len(c.parts))
	for i, p := range c.parts {
		texts[i] = p.text(l, inner || len(c.parts) > 1)
	}
	joined := strings.Join(texts, word)
	switch {
	case !inner || len(texts) < 2:
		return joined
	case l == bilingual.English:
		return "(" + joined + ")"
	}
	return "（" + joined + "）"
}

// quorumText lists the conditions of which so many must hold.
func (c Condition[R]) quorumText(l bilingual.Language) string {
	least := c.quorum.figure.In(l)
	if c.quorum.least > 0 {
		least = fmt.Sprint(c.quorum.least)
	}
	texts := make([]string, len(c.parts))
	for i, p := range c.parts {
		texts[i] = p.text(l, false)
	}
	if l == bilingual.English {
		return "at least " + least + " of: (" + strings.Join(texts, "; ") + ")"
	}
	return "下列各项中至少" + least + "项：（" + strings.Join(texts, "；") + "）"
}

func notText(text string, l bilingual.Language) string {
	if l == bilingual.English {
		return "not (" + text + ")"
	}
	return "非（" + text + "）"
}

func (a *atom[R]) text(l bilingual.Language) string {
	en := l == bilingual.English
	switch {
	case a.function != nil:
		return a.function.Name.In(l)
	case slices.Contains(slices.Concat(a.of, a.than), nil):
		return l.Pick("未描述的字段", "a field that is not described")
	case a.recorded:
		if en {
			return a.of[0].label.EN + " recorded"
		}
		return a.of[0].label.ZH + "有记录"
	case a.isWords():
		field := a.of[0]
		var values []string
		for n := 1; n <= len(field.words.entries); n++ {
			if a.words>>n&1 == 1 {
				values = append(values, field.words.in(uint8(n), l))
			}
		}
		if en {
			return field.label.EN + ": " + strings.Join(values, " or ")
		}
		return field.label.ZH + "为" + strings.Join(values, "或")
	}
	amount, figure := a.amount, a.figure.In(l)
	if amount.IsZero() {
		amount = a.figure.amount
	}
	if !amount.IsZero() {
		figure = amount.In(l)
	}
	compare := comparisonTexts[a.compare].In(l)
	if len(a.than) == 0 {
		if en {
			return a.of[0].label.EN + " " + compare + " " + figure
		}
		return a.of[0].label.ZH + compare + figure
	}
	if len(a.of) == 1 && a.of[0].unit != a.than[0].unit { // so much of one for each of the other
		return quotientText([]*Field[R]{a.of[0], a.than[0]}, l) + l.Pick("", " ") + compare + l.Pick("", " ") + figure
	}
	once := amount.Unit() == quantity.Multiple && amount == quantity.MustAmount(1, 1, quantity.Multiple)
	switch {
	case once: // as large as the other, and no multiple of it
		return quotientText(a.of, l) + l.Pick("", " ") + compare + l.Pick("", " ") + quotientText(a.than, l)
	case en && amount.Unit() == quantity.Multiple:
		return quotientText(a.of, l) + " " + compare + " " + figure + " " + quotientText(a.than, l)
	case en:
		return quotientText(a.of, l) + " " + compare + " " + figure + " of " + quotientText(a.than, l)
	}
	return quotientText(a.of, l) + compare + quotientText(a.than, l) + "的" + figure
}

func quotientText[R any](fields []*Field[R], l bilingual.Language) string {
	if len(fields) == 1 {
		return fields[0].label.In(l)
	}
	if l == bilingual.English {
		return fields[0].label.EN + " per " + fields[1].label.EN
	}
	return fields[0].label.ZH + "÷" + fields[1].label.ZH
}
