package verdict_test

import (
	"fmt"
	"math/big"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules/verdict"
)

// people are what records say, one by one: which of three things each of them may be.
type people []string // of "c", counted, "n", in scope and not, "o", out of scope

// classes counts them.
func (p people) classes() (c verdict.Classes) {
	of := map[string]*int64{"c": &c.Counted, "n": &c.NotCounted, "cn": &c.Unanswered, "co": &c.PerhapsCounted, "no": &c.PerhapsNot, "cno": &c.Unknown, "o": &c.OutOfScope}
	for _, one := range p {
		*of[one]++
	}
	return c
}

// target is a share or a number of records that is asked for.
type target struct {
	form      string
	threshold plan.Threshold
}

// certain tries all that the records may be. A verdict is certain where the lowest and
// the highest value lie on one side of the threshold, and something is in scope.
func (t target) certain(p people) (verdict.Outcome, bool) {
	var low, high *big.Rat
	empty := false
	var try func(rest people, counted, scope int64)
	try = func(rest people, counted, scope int64) {
		if len(rest) > 0 {
			for _, is := range rest[0] {
				try(rest[1:], counted+map[rune]int64{'c': 1}[is], scope+map[rune]int64{'c': 1, 'n': 1}[is])
			}
			return
		}
		value := new(big.Rat).SetInt64(counted)
		if t.form != "count" {
			if scope == 0 {
				empty = true
				return
			}
			value.SetFrac64(counted, scope)
		}
		if low == nil || value.Cmp(low) < 0 {
			low = value
		}
		if high == nil || value.Cmp(high) > 0 {
			high = value
		}
	}
	try(p, 0, 0)
	if low == nil || empty {
		return verdict.Undetermined, low == nil
	}
	from, to := rational(t.threshold.Amount), rational(t.threshold.To)
	switch t.threshold.Comparator {
	case plan.Exactly:
		to = from
	case plan.AtMost, plan.LessThan:
		from, to = nil, from
	case plan.AtLeast, plan.MoreThan:
		to = nil
	}
	strict := t.threshold.Comparator == plan.MoreThan || t.threshold.Comparator == plan.LessThan
	below := func(v *big.Rat) bool { return from != nil && (v.Cmp(from) < 0 || strict && v.Cmp(from) == 0) }
	above := func(v *big.Rat) bool { return to != nil && (v.Cmp(to) > 0 || strict && v.Cmp(to) == 0) }
	switch {
	case below(high), above(low):
		return verdict.NotMet, true
	case below(low), above(high):
		return verdict.Undetermined, false
	}
	return verdict.Met, true
}

func amount(text string, unit quantity.Unit) quantity.Amount {
	a, err := quantity.ParseAmount(text, unit)
	if err != nil {
		panic(err)
	}
	return a
}

func rational(a quantity.Amount) *big.Rat {
	if a.IsZero() {
		return nil
	}
	num, den := a.Fraction()
	return new(big.Rat).SetFrac(new(big.Int).SetUint64(num), new(big.Int).SetUint64(den))
}

// settled tries all answers of all open records: the fewest that settle the target each
// way, and the most that leave it open among those that can move it.
func (t target) settled(p people) (s verdict.Settling) {
	moves := func(one string) bool {
		weights := map[string]bool{}
		for _, is := range one {
			weights[t.weight(is).RatString()] = true
		}
		return len(weights) > 1
	}
	inScope := false
	for _, one := range p {
		inScope = inScope || one == "c" || one == "n" || one == "cn"
	}
	var try func(at, answered, moving int, now people)
	try = func(at, answered, moving int, now people) {
		if at < len(p) {
			try(at+1, answered, moving, append(now, p[at]))
			if len(p[at]) > 1 {
				counts := 0
				if moves(p[at]) || !inScope && t.form != "count" {
					counts = 1
				}
				for _, is := range p[at] {
					try(at+1, answered+1, moving+counts, append(now, string(is)))
				}
			}
			return
		}
		outcome, sure := t.certain(now)
		fewest := func(n *int64) {
			if *n == 0 || int64(answered) < *n {
				*n = int64(answered)
			}
		}
		switch {
		case !sure:
			s.Most = max(s.Most, int64(moving)+1)
		case outcome == verdict.Met:
			fewest(&s.ToMet)
		case outcome == verdict.NotMet:
			fewest(&s.ToNotMet)
		}
	}
	try(0, 0, 0, nil)
	return s
}

// weight is what one record adds for or against a share of so much.
func (t target) weight(is rune) *big.Rat {
	limit := rational(t.threshold.Amount)
	switch {
	case is == 'o':
		return new(big.Rat)
	case t.form == "count":
		return new(big.Rat).SetInt64(map[rune]int64{'c': 1}[is])
	case is == 'c':
		return limit.Sub(big.NewRat(1, 1), limit)
	}
	return limit.Neg(limit)
}

func (t target) result(p people) verdict.Result {
	return verdict.Result{Form: t.form, Threshold: t.threshold, Classes: p.classes(), Reason: verdict.MissingData}
}

func anyTarget(random *rand.Rand) target {
	shares := []plan.Comparator{plan.AtLeast, plan.MoreThan, plan.AtMost, plan.LessThan}
	if random.IntN(2) == 0 {
		t := target{"count", plan.Threshold{Comparator: append(shares, plan.Exactly, plan.Between)[random.IntN(6)], Amount: amount(fmt.Sprint(1+random.IntN(4)), quantity.School)}}
		if t.threshold.Comparator == plan.Between {
			t.threshold.To = amount(fmt.Sprint(5+random.IntN(2)), quantity.School)
		}
		return t
	}
	form := []string{"share", "duty"}[random.IntN(2)]
	return target{form, plan.Threshold{Comparator: shares[random.IntN(4)], Amount: amount([]string{"12", "25", "33.3", "50", "65", "90", "100"}[random.IntN(7)], quantity.Percent)}}
}

func somePeople(random *rand.Rand, open int) (p people) {
	kinds := []string{"cn", "co", "no", "cno", "c", "n", "o"}
	for range 1 + random.IntN(7) {
		one := kinds[random.IntN(len(kinds))]
		if len(one) > 1 {
			if open--; open < 0 {
				continue
			}
		}
		p = append(p, one)
	}
	return p
}

func TestWhatSettlesAVerdictIsWhatTryingAllAnswersFinds(t *testing.T) {
	random := rand.New(rand.NewPCG(21, 1))
	tried := 0
	for range 6000 {
		aim, records := anyTarget(random), somePeople(random, 5)
		if _, sure := aim.certain(records); sure {
			continue
		}
		tried++
		require.Equal(t, aim.settled(records), aim.result(records).Settling(), "%s %v of %v", aim.form, aim.threshold, records)
	}
	assert.Greater(t, tried, 1000)
}

func TestWhatTurnsAVerdictIsWhatTryingAllErrorsFinds(t *testing.T) {
	random := rand.New(rand.NewPCG(21, 2))
	tried := 0
	for range 6000 {
		aim, records := anyTarget(random), somePeople(random, 3)
		outcome, sure := aim.certain(records)
		if !sure || outcome == verdict.Undetermined {
			continue
		}
		tried++
		fewest := int64(0)
		var try func(at int, wrong int64, now people)
		try = func(at int, wrong int64, now people) {
			if at < len(records) {
				try(at+1, wrong, append(now, records[at]))
				if other := map[string]string{"c": "n", "n": "c"}[records[at]]; other != "" {
					try(at+1, wrong+1, append(now, other))
				}
				return
			}
			if now, sure := aim.certain(now); (!sure || now != outcome) && (fewest == 0 || wrong < fewest) {
				fewest = wrong
			}
		}
		try(0, 0, nil)
		r := aim.result(records)
		r.Outcome, r.Reason = outcome, verdict.NoReason
		require.Equal(t, fewest, r.Margin().Wrong, "%s %v of %v", aim.form, aim.threshold, records)
	}
	assert.Greater(t, tried, 1000)
}

func TestATenthOfTheBlankAnswersCanSettleTheMasters(t *testing.T) {
	twelve := plan.Threshold{Comparator: plan.AtLeast, Amount: amount("12", quantity.Percent)}
	r := verdict.Result{Form: "share", Threshold: twelve, Reason: verdict.MissingData, Classes: verdict.Classes{Counted: 110, NotCounted: 790, Unanswered: 100}}
	assert.Equal(t, verdict.Settling{ToMet: 10, ToNotMet: 91, Most: 100}, r.Settling(), "of 1,000 senior teachers 120 must be masters: 110 are, and 100 are blank")
	assert.Equal(t, "最少查清10条可判达到，最少查清91条可判未达到，至多查清100条即有定论", r.Settling().String())
	assert.Equal(t, "10 answers can settle it as met, 91 answers can settle it as not met, 100 settle it in any case", r.Settling().Text(bilingual.English))
	r.Reason = verdict.SurplusRecords
	assert.Zero(t, r.Settling(), "which of the records are doubles no answer says")

	r = verdict.Result{Form: "share", Threshold: twelve, Outcome: verdict.Met, Classes: verdict.Classes{Counted: 133, NotCounted: 867}}
	assert.Equal(t, verdict.Margin{Wrong: 14, Of: 1000}, r.Margin(), "133 - 14 = 119 of 1,000 are 11.9 %")
	assert.Equal(t, "1000条中至少有14条与实际相反，结论才会改变", r.Margin().String())
	assert.Equal(t, "stands unless 14 of 1,000 records are wrong", r.Margin().Text(bilingual.English))
}

func TestAMeasureOfAPartIsSettledOneWayAlone(t *testing.T) {
	all := plan.Threshold{Comparator: plan.AtLeast, Amount: amount("100", quantity.Percent)}
	for bias, want := range map[plan.Bias]verdict.Settling{
		plan.Flatters:  {ToNotMet: 1},
		plan.Accuses:   {ToMet: 3},
		plan.Indicates: {},
	} {
		r := verdict.Result{Form: "duty", Threshold: all, Reason: verdict.MissingData, Partly: plan.Partly{Bias: bias}, Classes: verdict.Classes{Counted: 7, Unanswered: 3}}
		assert.Equal(t, want, r.Settling(), "%v", bias)
	}
}
