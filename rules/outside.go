package rules

import (
	"slices"
	"strconv"
	"sync/atomic"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/count"
	"github.com/eduplan/tonghua/rules/verdict"
)

// ScopeReasons returns the panel with results that say why records are out of scope, by
// rule and for those in the scope of no rule: [verdict.Results.Outside]. It asks about a
// dozen questions more for each rule, so that counts and states of such a panel are not
// those of one without.
func (p *Panel[T, R]) ScopeReasons() *Panel[T, R] {
	q := p.copied()
	q.scopeReasons = true
	q.last = new(atomic.Pointer[panelOn[R]])
	return &q
}

// outside is how a panel answers why records are out of a scope.
type outside struct {
	says    verdict.Outside // without numbers
	whole   int             // the question whose scope it is
	reasons []outsideReason
}

// outsideReason is a reason whose records are those out of one question's scope less
// those out of another's.
type outsideReason struct {
	why        bilingual.Text
	more, less int             // less is -1 where nothing is taken off
	values     []outsideReason // parts that are named; the reason itself is then of the rest
}

// scopeQuestions adds the questions that tell why records are out of scope. They are
// ordinary ones: who is out of the first k conditions of a scope is out of all, so that
// what each condition shuts out is a difference of two numbers. Each reads the fields
// of the whole question, since a contradiction between two fields makes both unknown.
func (on *panelOn[R]) scopeQuestions(questions []count.Question[R]) []count.Question[R] {
	ask := func(among, all indicators.Condition[R]) int {
		questions = append(questions, count.Question[R]{Key: "outside/" + strconv.Itoa(len(questions)), Among: among, Counted: all})
		return len(questions) - 1
	}
	var scopes []indicators.Condition[R]
	for i, rule := range on.rules {
		b := &on.on[i].readings[0]
		scope, all := b.question.Among, indicators.And(b.question.Among, b.question.Counted)
		scopes = append(scopes, scope)
		o := outside{says: verdict.Outside{Statement: rule.statement.ID, Name: rule.statement.Name}, whole: on.first[i] + b.decisive}
		before, parts := -1, conjuncts(scope)
		for k, part := range parts {
			at := o.whole
			if k < len(parts)-1 {
				at = ask(indicators.And(parts[:k+1]...), all)
			}
			o.reasons = append(o.reasons, outsideReason{bilingual.Both(func(l bilingual.Language) string {
				return l.Pick("不符合“"+part.Text(l)+"”", "not ("+part.Text(l)+")")
			}), at, before, nil})
			before = at
		}
		on.outside = append(on.outside, o)
	}
	on.outside = append(on.outside, outsideAll(scopes, ask))
	return questions
}

// outsideAll asks why records are in the scope of no rule: for the first fields, in the
// order in which scopes read them, that together shut every rule out; of a field of words
// by its value.
func outsideAll[R indicators.Record[R]](scopes []indicators.Condition[R], ask func(among, all indicators.Condition[R]) int) outside {
	var none R
	any := indicators.Or(scopes...)
	o := outside{says: verdict.Outside{Name: none.Subject().Label()}}
	before, narrower := -1, indicators.Condition[R]{}
	fields := any.Reads()
	for k, f := range fields {
		wider := indicators.Or(reading(scopes, fields[:k+1])...)
		r := outsideReason{more: ask(wider, any), less: before}
		words := f.Vocabulary()
		r.why = bilingual.Both(func(l bilingual.Language) string {
			if words == nil {
				return f.Label().In(l) + l.Pick("不符合各项要求", " as no rule has it")
			}
			return f.Label().In(l) + l.Pick("为其他", " otherwise")
		})
		if words != nil {
			for v, word := range words.Entries() {
				is := indicators.Element[R]{Of: []*indicators.Field[R]{f}, Words: []uint8{uint8(v + 1)}}.Condition()
				value := outsideReason{bilingual.Both(func(l bilingual.Language) string {
					return f.Label().In(l) + l.Pick("为", " ") + word.Name.In(l)
				}), ask(indicators.Or(wider, indicators.Not(is)), any), -1, nil}
				if before >= 0 {
					value.less = ask(indicators.Or(narrower, indicators.Not(is)), any)
				}
				r.values = append(r.values, value)
			}
		}
		o.reasons = append(o.reasons, r)
		before, narrower = r.more, wider
	}
	o.whole = ask(any, any)
	return o
}

// conjuncts returns the conditions that must all hold.
func conjuncts[R any](c indicators.Condition[R]) []indicators.Condition[R] {
	switch c.Shape() {
	case indicators.EveryRecord:
		return nil
	case indicators.Conjunction:
		var list []indicators.Condition[R]
		for _, p := range c.Parts() {
			list = append(list, conjuncts(p)...)
		}
		return list
	}
	return []indicators.Condition[R]{c}
}

// reading returns scopes with those of their conditions alone that read nothing but some
// fields.
func reading[R any](scopes []indicators.Condition[R], fields []*indicators.Field[R]) []indicators.Condition[R] {
	list := make([]indicators.Condition[R], len(scopes))
	for i, scope := range scopes {
		list[i] = indicators.And(slices.DeleteFunc(conjuncts(scope), func(c indicators.Condition[R]) bool {
			return slices.ContainsFunc(c.Reads(), func(f *indicators.Field[R]) bool { return !slices.Contains(fields, f) })
		})...)
	}
	return list
}

// of says what was counted.
func (o *outside) of(answers []count.Answer) verdict.Outside {
	says := o.says
	for class, n := range answers[o.whole].Classes {
		switch c := count.Class(class); {
		case c == count.OutOfScope:
			says.Records += n
		case c&count.OutOfScope != 0:
			says.Open += n
		default:
			says.In += n
		}
	}
	for _, r := range o.reasons {
		rest := r.records(answers)
		for _, v := range r.values {
			n := v.records(answers)
			rest -= n
			says.Reasons = appendReason(says.Reasons, v.why, n)
		}
		says.Reasons = appendReason(says.Reasons, r.why, rest)
	}
	return says
}

func (r *outsideReason) records(answers []count.Answer) int64 {
	n := answers[r.more].Classes[count.OutOfScope]
	if r.less >= 0 {
		n -= answers[r.less].Classes[count.OutOfScope]
	}
	return n
}

func appendReason(list []verdict.OutsideReason, why bilingual.Text, n int64) []verdict.OutsideReason {
	if n == 0 {
		return list
	}
	return append(list, verdict.OutsideReason{Why: why, Records: n})
}
