package rules_test

import (
	"maps"
	"math/big"
	"slices"

	"github.com/eduplan/tonghua/rules/verdict"
)

// slowReading is one reading of a rule, written out anew: what it asks of a
// record, and what the population must reach.
type slowReading struct {
	kind           string // "share", "count" or "ratio"
	reads          []string
	recorded       []string          // of these it asks no more than whether they are recorded
	among, counted func(facts) truth // without one every record is in scope
	of, per        func(facts) *big.Rat
	amounts        []string // the fields that a ratio adds up
	compare        string
	limit          string
	parts          []func(facts) truth // of a ratio's scope, each of which must have a figure
	unset          bool                // a figure that it needs is not set
	partOfWhole    bool                // what a ratio divides is a part of what it is divided by
}

// slowCounts is what a reading makes of records one by one.
type slowCounts struct {
	classes              [8]int64 // by what a record may be: out of scope 1, not counted 2, counted 4, together
	open, invalid        int64
	unknownIn, invalidIn map[string]int64 // of the open records
	of, per              *big.Rat         // the sums of a ratio
	wholes               *big.Rat         // of open records, where the part alone is missing
	noWhole              int64            // the other open ones
	parts                []verdict.Reason // why each part has no figure
}

// slowOutcome is what the slow evaluator says. Values are nil where there are none.
type slowOutcome struct {
	slowCounts
	outcome     verdict.Outcome
	reason      verdict.Reason
	value       *big.Rat
	of, per     *big.Rat
	low, high   *big.Rat
	short, most *big.Rat
	over        bool
	inScope     int64
}

// pair is one thing that the records may turn out to be: so many in scope, so
// many of them counted.
type pair struct{ in, counted int64 }

// counts looks at the members one by one.
func (q *slowReading) counts(members ...facts) slowCounts {
	c := slowCounts{unknownIn: map[string]int64{}, invalidIn: map[string]int64{}, of: new(big.Rat), per: new(big.Rat), wholes: new(big.Rat)}
	for _, part := range q.parts {
		c.parts = append(c.parts, q.lacking(part, members))
	}
	for _, f := range members {
		f = q.withoutContradiction(f)
		scope, counts := q.ask(f)
		c.classes[class(scope, counts)]++
		if q.kind == "ratio" && scope == yes && counts == yes {
			c.of.Add(c.of, q.of(f))
			c.per.Add(c.per, q.per(f))
		}
		if scope == maybe || scope == yes && (counts == maybe || counts == no && q.kind == "ratio") {
			c.open++
			c.note(q, f)
			switch whole := f["digital_hours"]; {
			case q.kind != "ratio":
			case q.partOfWhole && scope == yes && whole.state == known:
				c.wholes.Add(c.wholes, whole.number) // its part lies between nought and its whole
			default:
				c.noWhole++
			}
		}
	}
	return c
}

// slowly judges the members among a register, of which some more records are
// absent, and of which some may be doubles. It looks at all pairs that any
// completion of the unknowns and any choice of doubles can reach.
func (q *slowReading) slowly(members []facts, absent, surplus int64) slowOutcome {
	o := slowOutcome{slowCounts: q.counts(members...)}
	o.inScope = o.classes[2] + o.classes[4] + o.classes[6]
	bounded := absent+surplus+o.noWhole == 0
	reached := map[pair]bool{{}: true}
	for class, n := range o.classes {
		options := possible(class)
		for range n {
			reached = extend(reached, options)
		}
	}
	for range absent {
		o.open++
		reached = extend(reached, possible(7))
	}
	for p := range maps.Clone(reached) {
		for hits := int64(0); hits <= min(surplus, p.counted); hits++ {
			for misses := int64(0); misses <= min(surplus-hits, p.in-p.counted); misses++ {
				reached[pair{p.in - hits - misses, p.counted - hits}] = true
			}
		}
	}
	empty := int64(len(members))+absent == 0
	switch q.kind {
	case "share":
		q.judgeShare(&o, reached, empty)
	case "count":
		q.judgeCount(&o, reached, empty)
	default:
		q.judgeRatio(&o, empty, bounded, surplus)
	}
	if o.outcome == verdict.Undetermined && !empty && q.unset {
		o.reason = verdict.MissingParameter
	}
	if o.outcome == verdict.Undetermined && o.reason == verdict.MissingData {
		// The cause that the most records have.
		causes := map[verdict.Reason]int64{verdict.MissingData: o.open - absent - o.invalid, verdict.InvalidData: o.invalid,
			verdict.AbsentRecords: absent, verdict.SurplusRecords: surplus}
		for _, c := range []verdict.Reason{verdict.InvalidData, verdict.AbsentRecords, verdict.SurplusRecords} {
			if causes[c] > 0 && causes[c] >= causes[o.reason] {
				o.reason = c
			}
		}
	}
	return o
}

// lacking says why a part of the scope has no figure: no record is certainly in it and
// has a whole above nought.
func (q *slowReading) lacking(part func(facts) truth, members []facts) verdict.Reason {
	figures, open := 0, 0
	for _, f := range members {
		f = q.withoutContradiction(f)
		scope, counts := q.ask(f)
		switch in := all(scope, part(f)); {
		case in == no:
		case in == yes && counts == yes && q.per(f).Sign() > 0, in == yes && counts != yes && q.partOfWhole && f["digital_hours"].state == known && f["digital_hours"].number.Sign() > 0:
			return verdict.NoReason
		case in == yes && counts == yes:
			figures++
		default:
			open++
		}
	}
	switch {
	case open > 0:
		return verdict.MissingData
	case figures > 0:
		return verdict.ZeroDenominator
	}
	return verdict.NoFigure
}

// withoutContradiction makes part and whole invalid where the reading sees both
// and the part is the larger one.
func (q *slowReading) withoutContradiction(f facts) facts {
	part, whole := f["practice_hours"], f["digital_hours"]
	if !slices.Contains(q.reads, "practice_hours") || !slices.Contains(q.reads, "digital_hours") || part.state != known || whole.state != known || part.number.Cmp(whole.number) <= 0 {
		return f
	}
	out := maps.Clone(f)
	out["practice_hours"], out["digital_hours"] = fact{state: invalid}, fact{state: invalid}
	return out
}

func (q *slowReading) ask(f facts) (scope, counts truth) {
	scope = yes
	if q.among != nil {
		scope = q.among(f)
	}
	if q.kind == "ratio" {
		return scope, f.recorded(q.amounts...)
	}
	return scope, q.counted(f)
}

// class is the set of what one record may be.
func class(scope, counts truth) (set int) {
	if scope != yes {
		set = 1
	}
	if scope != no && counts != yes {
		set |= 2
	}
	if scope != no && counts != no {
		set |= 4
	}
	return set
}

// possible lists what one record of a class may be.
func possible(class int) (options []pair) {
	for member, p := range map[int]pair{1: {0, 0}, 2: {1, 0}, 4: {1, 1}} {
		if class&member != 0 {
			options = append(options, p)
		}
	}
	return options
}

func extend(reached map[pair]bool, options []pair) map[pair]bool {
	out := make(map[pair]bool, len(reached)+len(options))
	for p := range reached {
		for _, add := range options {
			out[pair{p.in + add.in, p.counted + add.counted}] = true
		}
	}
	return out
}

func (o *slowCounts) note(q *slowReading, f facts) {
	any := false
	for _, field := range q.reads {
		switch f[field].state {
		case unknown:
			if !slices.Contains(q.recorded, field) {
				o.unknownIn[field]++
			}
		case invalid:
			o.invalidIn[field]++
			any = true
		}
	}
	if any {
		o.invalid++
	}
}

func (q *slowReading) judgeShare(o *slowOutcome, reached map[pair]bool, empty bool) {
	perhapsNothing := false
	var values []*big.Rat
	for p := range reached {
		if p.in == 0 {
			perhapsNothing = true
			continue
		}
		values = append(values, big.NewRat(p.counted, p.in))
	}
	switch {
	case empty:
		o.outcome, o.reason = verdict.NotApplicable, verdict.NoRecords
		return
	case len(values) == 0:
		o.outcome, o.reason = verdict.NotApplicable, verdict.EmptyScope
		return
	}
	q.decide(o, values)
	if perhapsNothing {
		o.outcome, o.reason = verdict.Undetermined, verdict.MissingData
	}
	if o.open == 0 && len(reached) == 1 {
		for p := range reached {
			o.value, o.of, o.per = values[0], big.NewRat(p.counted, 1), big.NewRat(p.in, 1)
		}
	}
	if o.outcome == verdict.Met {
		return
	}
	q.short(o, reached, func(p pair, k int64) *big.Rat { return big.NewRat(p.counted+k, p.in) })
}

func (q *slowReading) judgeCount(o *slowOutcome, reached map[pair]bool, empty bool) {
	if empty {
		o.reason = verdict.NoRecords
		return
	}
	var values []*big.Rat
	numbers := map[pair]bool{}
	for p := range reached {
		values = append(values, big.NewRat(p.counted, 1))
		numbers[pair{1, p.counted}] = true
	}
	q.decide(o, values)
	if len(numbers) == 1 {
		o.value, o.of = values[0], values[0]
	}
	if o.outcome == verdict.Met {
		return
	}
	q.short(o, numbers, func(p pair, k int64) *big.Rat { return big.NewRat(p.counted+k, 1) })
}

func (q *slowReading) judgeRatio(o *slowOutcome, empty, bounded bool, surplus int64) {
	of, part, per := o.slowCounts.of, o.wholes, new(big.Rat).Add(o.slowCounts.per, o.wholes)
	switch {
	case empty:
		o.reason = verdict.NoRecords
		return
	case surplus > 0 || o.open > 0 && !bounded:
		o.reason = verdict.MissingData
		return
	case o.inScope == 0:
		o.reason = verdict.NoFigure
		return
	case q.unset:
		o.reason = verdict.MissingParameter
		return
	case per.Sign() == 0:
		o.reason = verdict.ZeroDenominator
		return
	}
	for _, reason := range o.slowCounts.parts {
		if reason != verdict.NoReason {
			o.reason = reason
			return
		}
	}
	low := new(big.Rat).Quo(of, per)
	high := new(big.Rat).Quo(new(big.Rat).Add(of, part), per)
	q.decide(o, []*big.Rat{low, high})
	if low.Cmp(high) == 0 && !(o.open > 0 && o.outcome == verdict.Undetermined) {
		o.value, o.of, o.per = low, of, per
	}
	if o.outcome == verdict.Met {
		return
	}
	// What is short is short in hundredths of an hour, the smallest step there is.
	lacks := func(of *big.Rat) *big.Rat {
		gap := new(big.Rat).Sub(new(big.Rat).Mul(rat(q.limit), per), of)
		if gap.Sign() < 0 {
			return new(big.Rat)
		}
		return new(big.Rat).SetFrac(ceil(gap.Mul(gap, big.NewRat(100, 1))), big.NewInt(100))
	}
	o.short, o.most = lacks(new(big.Rat).Add(of, part)), lacks(of)
}

func ceil(r *big.Rat) *big.Int {
	q, rest := new(big.Int).QuoRem(r.Num(), r.Denom(), new(big.Int))
	if rest.Sign() > 0 {
		q.Add(q, big.NewInt(1))
	}
	return q
}

// decide takes the lowest and the highest value for the bounds. Where both are
// on one side of the limit the verdict is certain.
func (q *slowReading) decide(o *slowOutcome, values []*big.Rat) {
	o.low, o.high = values[0], values[0]
	for _, v := range values {
		if v.Cmp(o.low) < 0 {
			o.low = v
		}
		if v.Cmp(o.high) > 0 {
			o.high = v
		}
	}
	limit := rat(q.limit)
	below, above := o.low.Cmp(limit) < 0, o.high.Cmp(limit) > 0
	lowOK, highOK := relates(o.low, q.compare, limit), relates(o.high, q.compare, limit)
	switch {
	case lowOK && highOK:
		o.outcome = verdict.Met
	case lowOK || highOK || below && above:
		o.outcome, o.reason = verdict.Undetermined, verdict.MissingData
	case q.compare == "=":
		o.outcome, o.reason = verdict.NotMet, verdict.OffThreshold
	case q.compare == "<" || q.compare == "<=":
		o.outcome, o.reason = verdict.NotMet, verdict.AboveThreshold
	default:
		o.outcome, o.reason = verdict.NotMet, verdict.BelowThreshold
	}
}

// short tries how many more, or how many fewer, would do in each case.
func (q *slowReading) short(o *slowOutcome, reached map[pair]bool, value func(p pair, k int64) *big.Rat) {
	limit, compare, step := rat(q.limit), q.compare, int64(1)
	if compare == "=" { // what is nearest to the limit from the side where the value is
		compare = ">="
		if o.low.Cmp(limit) >= 0 {
			compare = "<="
		}
	}
	if compare == "<" || compare == "<=" {
		o.over, step = true, -1
	}
	for p := range reached {
		k := int64(0)
		for p.in > 0 && !relates(value(p, k*step), compare, limit) {
			k++
		}
		n := big.NewRat(k, 1)
		if o.short == nil || n.Cmp(o.short) < 0 {
			o.short = n
		}
		if o.most == nil || n.Cmp(o.most) > 0 {
			o.most = n
		}
	}
	if o.most.Sign() == 0 {
		o.short, o.most, o.over = nil, nil, false
	}
}
