package rulestest

import (
	"errors"
	"fmt"
	"slices"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/count"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules"
	"github.com/eduplan/tonghua/rules/verdict"
)

// MappingFault is a field that a mapping does not bring back as it was put in,
// so that a rule says something else.
type MappingFault struct {
	Field    string
	Label    bilingual.Text
	In, Out  bilingual.Text // the value put in, and the one that came out
	Guess    bilingual.Text // what the mapping seems to do; may be empty
	Rule     plan.ID
	Citation bilingual.Text
	Want     verdict.Outcome // of the record that was put in, alone
	Got      verdict.Outcome // of the one that came out
	More     int             // records with the same fault, beside this one

	detail int // how much the record says about the fault
}

// String returns the text in Chinese.
func (f *MappingFault) String() string { return f.Text(bilingual.Chinese) }

// Text says in a sentence what the mapping does wrong.
func (f *MappingFault) Text(l bilingual.Language) string {
	guess, more := f.Guess.In(l), ""
	if l == bilingual.English {
		if guess != "" {
			guess = ", " + guess
		}
		if f.More > 0 {
			more = fmt.Sprintf(" (and so with %d more records)", f.More)
		}
		says := fmt.Sprintf("then says %q where %q is right", f.Got.In(l), f.Want.In(l))
		if f.Got == f.Want {
			says = "then rests on other figures"
		}
		return fmt.Sprintf("the mapping turns %s (%s) from %s into %s%s: %s (%s) %s%s", f.Label.EN, f.Field,
			f.In.EN, f.Out.EN, guess, f.Rule, f.Citation.EN, says, more)
	}
	if guess != "" {
		guess = "，" + guess
	}
	if f.More > 0 {
		more = fmt.Sprintf("（另有%d条记录相同）", f.More)
	}
	says := "因此判为" + f.Got.In(l) + "，应为" + f.Want.In(l)
	if f.Got == f.Want {
		says = "因此依据的数据不对"
	}
	return fmt.Sprintf("映射把%s（%s）从%s变成%s%s：%s（%s）%s%s", f.Label.ZH, f.Field,
		f.In.ZH, f.Out.ZH, guess, f.Rule, f.Citation.ZH, says, more)
}

// Error says in both languages what the mapping does wrong.
func (f *MappingFault) Error() string {
	return f.Text(bilingual.English) + "\n\t" + f.Text(bilingual.Chinese)
}

// CheckMapping pushes the records of all boundary cases of the rules through
// the caller's own struct, and back through the mapping that the caller's panel
// has. Where a record comes back so changed that a rule's deciding reading says
// something else of it, the field is reported, once, as a [MappingFault] with
// the value put in, the value that came out and what the mapping seems to do.
// A loss that changes no verdict, such as hours rounded by a struct that holds
// whole ones, is no fault unless it does so at a boundary.
func CheckMapping[T any, R indicators.Record[R]](to func(R) T, back func(*T, *R), list ...rules.Rule[R]) error {
	if to == nil || back == nil || len(list) == 0 {
		return errors.New("rulestest: a function to the caller's struct, a mapping and rules are wanted")
	}
	faults := map[string]*MappingFault{}
	var order []string
	for _, rule := range list {
		cases, err := Boundaries(rule)
		if err != nil {
			return err
		}
		seen := map[string]bool{}
		for _, c := range cases {
			asked, err := asks(rule, c.AsOf)
			if err != nil {
				return err
			}
			q := newOracle(asked[0])
			for _, row := range c.Rows {
				key := fmt.Sprint(c.AsOf, texts(row.Record))
				if seen[key] {
					continue
				}
				seen[key] = true
				after, err := through(to, back, row.Record)
				if err != nil {
					return err
				}
				for _, f := range q.faultyFields(row.Record, after) {
					if faults[f.Key()] == nil {
						order = append(order, f.Key())
						faults[f.Key()] = newMappingFault(rule, q, f, row.Record, after)
					} else {
						faults[f.Key()].More++
						faults[f.Key()].prefer(newMappingFault(rule, q, f, row.Record, after))
					}
				}
			}
		}
	}
	slices.SortStableFunc(order, func(a, b string) int { return faults[b].detail - faults[a].detail })
	var errs []error
	for _, key := range order {
		errs = append(errs, faults[key])
	}
	return errors.Join(errs...)
}

// through maps a record to the caller's struct and back.
func through[T any, R indicators.Record[R]](to func(R) T, back func(*T, *R), r R) (after R, err error) {
	defer func() {
		if v := recover(); v != nil {
			err = fmt.Errorf("rulestest: the caller's function panicked on the record %v: %v", texts(r), v)
		}
	}()
	row := to(r)
	back(&row, &after)
	if r.Subject().Skipped(&after) {
		return after, fmt.Errorf("rulestest: the mapping skips the record %v, which is one of the rule's subject", texts(r))
	}
	return after, nil
}

// faultyFields returns the fields whose change makes the reading say something else:
// those that do so by themselves, or else all that changed.
func (q *oracle[R]) faultyFields(before, after R) []*indicators.Field[R] {
	if !q.differs(before, after) {
		return nil
	}
	var changed, alone []*indicators.Field[R]
	for _, f := range q.reads {
		if f.Code(&before) == f.Code(&after) {
			continue
		}
		changed = append(changed, f)
		one := before
		if err := set(&one, f, f.Code(&after)); err == nil && q.differs(before, one) {
			alone = append(alone, f)
		}
	}
	if len(alone) > 0 {
		return alone
	}
	return changed
}

// differs reports whether the reading tells two records apart.
func (q *oracle[R]) differs(a, b R) bool {
	if q.relevantClass(partialRecord[R]{record: &a, nth: -1}) != q.relevantClass(partialRecord[R]{record: &b, nth: -1}) {
		return true
	}
	if q.Form != indicators.RatioForm || q.of(a) != count.Counted {
		return false
	}
	return slices.ContainsFunc(slices.Concat(q.Of.Terms, q.Per.Terms), func(t count.Term[R]) bool { return t.Field.Code(&a) != t.Field.Code(&b) })
}

func newMappingFault[R indicators.Record[R]](rule rules.Rule[R], q *oracle[R], f *indicators.Field[R], before, after R) *MappingFault {
	s := rule.Statement()
	in := func(r R) bilingual.Text {
		return bilingual.Text{ZH: f.Text(&r, bilingual.Chinese), EN: f.Text(&r, bilingual.English)}
	}
	fault := &MappingFault{Field: f.Key(), Label: f.Label(), In: in(before), Out: in(after), Guess: guess(q.reads, f, before, after),
		Rule: rule.ID(), Citation: bilingual.Text{ZH: s.Citation(bilingual.Chinese), EN: s.Citation(bilingual.English)},
		Want: q.expected([]Row[R]{{before, 1}}).Outcome, Got: q.expected([]Row[R]{{after, 1}}).Outcome}
	for i, says := range []bool{fault.Want != fault.Got, !fault.Guess.IsZero(), f.Code(&before).Known() && f.Code(&after).Known()} {
		if says {
			fault.detail += 1 << i
		}
	}
	return fault
}

// prefer takes another record with the same fault where it says more.
func (f *MappingFault) prefer(other *MappingFault) {
	if other.detail > f.detail {
		other.More = f.More
		*f = *other
	}
}

// scales are the slips of unit that school systems make.
var scales = [...]struct {
	factor uint64
	what   bilingual.Text
}{
	{60, bilingual.Text{ZH: "疑似混淆了学时与分钟", EN: "as if hours and minutes were confused"}},
	{45, bilingual.Text{ZH: "疑似混淆了学时与分钟（每学时45分钟）", EN: "as if class hours and minutes (45 each) were confused"}},
	{100, bilingual.Text{ZH: "疑似混淆了百分数与小数，或元与分", EN: "as if per cent and fractions, or yuan and fen, were confused"}},
	{10_000, bilingual.Text{ZH: "疑似混淆了元与万元", EN: "as if yuan and ten thousands of yuan were confused"}},
	{12, bilingual.Text{ZH: "疑似混淆了年与月", EN: "as if years and months were confused"}},
}

// guess says what a mapping seems to do to a field.
func guess[R indicators.Record[R]](reads []*indicators.Field[R], f *indicators.Field[R], before, after R) bilingual.Text {
	in, out := f.Code(&before), f.Code(&after)
	switch {
	case in.Unknown() && out.Known() && f.Vocabulary() == nil && out.Steps() == 0:
		return bilingual.Text{ZH: "缺失被当作零，请用.If(ok)", EN: "missing is taken for zero: use .If(ok)"}
	case in.Unknown():
		return bilingual.Text{ZH: "缺失被当作已知", EN: "what nobody knows is taken for known"}
	case in.Invalid():
		return bilingual.Text{ZH: "无效的值没有被识别", EN: "a value that cannot be is not refused"}
	case out.Unknown():
		return bilingual.Text{ZH: "值丢失了", EN: "the value is lost"}
	case out.Invalid():
		return bilingual.Text{ZH: "值变得无法识别", EN: "the value can no longer be read"}
	}
	for _, g := range reads {
		alike := (g.Vocabulary() == nil) == (f.Vocabulary() == nil) && g.Unit().Scale() == f.Unit().Scale()
		if g != f && alike && g.Vocabulary() == nil && g.Code(&before) == out {
			return bilingual.Text{ZH: "疑似取自字段" + g.Label().ZH, EN: "as if taken from the field " + g.Key()}
		}
	}
	if words := f.Vocabulary(); words != nil {
		if len(words.Entries()) == 2 {
			return bilingual.Text{ZH: "疑似是非颠倒", EN: "as if reversed"}
		}
		return bilingual.Text{}
	}
	return slip(in.Steps(), out.Steps(), f.Unit())
}

// slip recognises a factor or a rounding between two numbers.
func slip(in, out uint64, u quantity.Unit) bilingual.Text {
	times := func(small, large, factor uint64) bool { // the larger may have been rounded to its unit
		return small > 0 && small < 1<<40 && max(large, small*factor)-min(large, small*factor) < u.Scale()
	}
	for _, s := range scales {
		switch {
		case times(in, out, s.factor):
			return bilingual.Text{ZH: fmt.Sprintf("变为%d倍，", s.factor) + s.what.ZH, EN: fmt.Sprintf("%d times as much, ", s.factor) + s.what.EN}
		case out > 0 && in/out == s.factor, times(out, in, s.factor):
			return bilingual.Text{ZH: fmt.Sprintf("变为%d分之一，", s.factor) + s.what.ZH, EN: fmt.Sprintf("a %dth of it, ", s.factor) + s.what.EN}
		}
	}
	if max(in, out)-min(in, out) < u.Scale() {
		return bilingual.Text{ZH: "被取整了", EN: "it is rounded"}
	}
	return bilingual.Text{}
}
