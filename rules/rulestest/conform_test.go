package rulestest_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules"
	"github.com/eduplan/tonghua/rules/rulestest"
	"github.com/eduplan/tonghua/rules/verdict"
)

// spoiled is a rule that answers otherwise than its conditions say.
type spoiled struct {
	rules.Rule[bus]
	plan     func() *plan.Plan
	evaluate func(quantity.Date, ...bus) (verdict.Result, error)
	parsed   func(quantity.Date, rules.ParsedRows) (verdict.Result, error)
}

func (s spoiled) Plan() *plan.Plan {
	if s.plan != nil {
		return s.plan()
	}
	return s.Rule.Plan()
}

func (s spoiled) Evaluate(asOf quantity.Date, records ...bus) (verdict.Result, error) {
	if s.evaluate != nil {
		return s.evaluate(asOf, records...)
	}
	return s.Rule.Evaluate(asOf, records...)
}

func (s spoiled) EvaluateParsed(asOf quantity.Date, rows rules.ParsedRows) (verdict.Result, error) {
	if s.parsed != nil {
		return s.parsed(asOf, rows)
	}
	return s.Rule.EvaluateParsed(asOf, rows)
}

// lax is a duty that finds every record good when it is asked about one.
type lax struct{ rules.Duty[bus] }

func (l lax) Check(asOf quantity.Date, b bus) rules.Finding[bus] {
	f := l.Duty.Check(asOf, b)
	f.Outcome = verdict.Met
	return f
}

// shareOf is a rule over records with a yes-or-no field.
func shareOf[R indicators.Record[R]](p *plan.Plan, counted indicators.Condition[R]) rules.Rule[R] {
	return rules.MustShare(p, "buses", indicators.Share[R]{Counted: counted})
}

// Subjects that describe themselves wrongly.
type (
	// halved reads half of what it writes.
	halved struct {
		indicators.Row
		Hours halfHours
	}
	halfHours struct{ quantity.Hours }
	// unskippable is not skipped when its mark says so.
	unskippable struct {
		indicators.Row
		First indicators.Answer
	}
)

var (
	halvedSubject      = indicators.NewSubject[halved]("halved", bilingual.Text{ZH: "车", EN: "cars"}, quantity.Item)
	unskippableSubject = indicators.NewSubject[unskippable]("unskippable", bilingual.Text{ZH: "车", EN: "cars"}, quantity.Item)

	halvedHours      = indicators.NewNumber(halvedSubject, "hours", bilingual.Text{ZH: "学时", EN: "hours"}, quantity.Hour, func(r *halved) *halfHours { return &r.Hours })
	unskippableFirst = indicators.NewCategory(unskippableSubject, "first", bilingual.Text{ZH: "甲", EN: "first"}, func(r *unskippable) *indicators.Answer { return &r.First })
)

func (halved) Subject() *indicators.Subject[halved]           { return halvedSubject }
func (unskippable) Subject() *indicators.Subject[unskippable] { return unskippableSubject }

func (*unskippable) Skip() {}

func (h *halfHours) UnmarshalText(text []byte) error {
	err := h.Hours.UnmarshalText(text)
	if c := h.Code(); c.Known() {
		h.Hours = quantity.HoursOf(float64(c.Steps()) / 200)
	}
	return err
}

func TestEveryLawFailsOnARuleOrSubjectThatBreaksIt(t *testing.T) {
	plain := saying(func(*plan.Statement) {})
	yes := electric.Is(indicators.Yes)
	good := shareOf(plain, yes)
	assert.NoError(t, rulestest.Conform(good), "what is spoiled below conforms by itself")
	forgetful := func(asOf quantity.Date, records ...bus) (verdict.Result, error) {
		return good.Evaluate(asOf, records[:max(0, len(records)-1)]...) // the last one is forgotten
	}
	calls := 0
	for law, c := range map[string]struct {
		spoiled func() error
		says    string
	}{
		"what a rule says at its boundaries follows from its conditions": {func() error {
			return rulestest.Conform[bus](spoiled{Rule: good, parsed: func(asOf quantity.Date, rows rules.ParsedRows) (verdict.Result, error) {
				r, err := good.EvaluateParsed(asOf, rows)
				r.Outcome, r.Reason = verdict.Met, verdict.NoReason
				return r, err
			}})
		}, "outcome: want not-met 未达到, got met 达到"},
		"a rule says the same alone and in a panel": {func() error {
			return rulestest.Conform[bus](spoiled{Rule: good, evaluate: func(asOf quantity.Date, records ...bus) (verdict.Result, error) {
				return good.Evaluate(asOf, append(records, bus{})...) // one too many
			}})
		}, "2 records read"},
		"a duty says of one record what it says of a register of one, and finds it if it must": {func() error {
			return rulestest.Conform[bus](lax{rules.MustDuty(plain, "buses", indicators.Duty[bus]{Must: yes})})
		}, "alone is not-met, checked it is met, and found: true"},
		"the order of records makes no difference": {func() error {
			return rulestest.Conform[bus](spoiled{Rule: good, evaluate: forgetful})
		}, "and"},
		"groups add up to the whole": {func() error {
			return rulestest.Conform(shareOf(plain, indicators.Holds(indicators.Function[bus]{Name: bilingual.Text{ZH: "任意", EN: "whatever"}, Version: "1",
				Reads: []*indicators.Field[bus]{electric.Field}, Holds: func(*bus) bool { calls++; return calls%3 == 0 }})))
		}, "buses: "},
		"what is added and taken back leaves nothing": {func() error {
			return rulestest.Conform[bus](spoiled{Rule: good, evaluate: forgetful})
		}, "and"},
		"two halves, one of them carried as bytes, merge to the whole": {func() error {
			return rulestest.Conform[bus](spoiled{Rule: good, evaluate: forgetful})
		}, "and"},
		"one more compliant record never harms": {func() error {
			return rulestest.Conform[bus](spoiled{Rule: good, evaluate: func(asOf quantity.Date, records ...bus) (verdict.Result, error) {
				r, err := good.Evaluate(asOf, records...)
				if len(records) > 1 && r.Outcome == verdict.Met {
					r.Outcome, r.Reason = verdict.NotMet, verdict.BelowThreshold
				}
				return r, err
			}})
		}, "and with map[electric:yes] more"},
		"no completion of the unknown lies outside the bounds": {func() error {
			return rulestest.Conform(shareOf(plain, indicators.Holds(indicators.Function[bus]{Name: bilingual.Text{ZH: "座位数已知", EN: "many seats"}, Version: "1",
				Reads: []*indicators.Field[bus]{electric.Field}, // and not the seats, which it reads as well
				Holds: func(b *bus) bool { return b.Electric == indicators.Yes && b.Seats.Code().Steps() < 100 }})))
		}, "seats:1000"},
		"a result comes back from JSON as it was": {func() error {
			return rulestest.Conform(shareOf(saying(func(s *plan.Statement) { s.Name = bilingual.Text{ZH: "校车\xff", EN: "buses"} }), yes))
		}, "buses"},
		"every text is there in Chinese and in English": {func() error {
			return rulestest.Conform(shareOf(saying(func(s *plan.Statement) { s.Summary = bilingual.Text{ZH: "buses", EN: "buses"} }), yes))
		}, `summary of the statement: the Chinese text "buses" has no Chinese character`},
		"the citation resolves in the plan": {func() error {
			return rulestest.Conform[bus](spoiled{Rule: good, plan: func() *plan.Plan { return saying(func(*plan.Statement) {}) }})
		}, "plan buses-2021-2025 has another statement, or none, of this ID"},
		"a field reads what it writes": {func() error {
			return rulestest.Conform(shareOf(plain, halvedHours.AtLeast(indicators.Literal(quantity.MustAmount(40, 1, quantity.Hour)))))
		}, `" is read as "`},
		"a skipped row is in no scope": {func() error { return rulestest.Conform(shareOf(plain, unskippableFirst.Is(indicators.Yes))) }, "is skipped, and yet"},
	} {
		t.Run(law, func(t *testing.T) {
			err := c.spoiled()
			require.ErrorContains(t, err, "buses: "+law+": ")
			for _, line := range unjoined(err) {
				var v *rulestest.Violation
				require.ErrorAs(t, line, &v)
				if v.Law == law {
					assert.ErrorContains(t, v.Err, c.says)
				}
			}
		})
	}
}

func unjoined(err error) []error {
	if many, ok := err.(interface{ Unwrap() []error }); ok {
		return many.Unwrap()
	}
	return []error{err}
}

func TestTextsInTheWrongLanguageAreFound(t *testing.T) {
	for name, c := range map[string]struct {
		change func(*plan.Statement)
		want   string
	}{
		"a Chinese name in English":  {func(s *plan.Statement) { s.Name.EN = "校车" }, `name of the statement: the English text "校车" has Chinese characters`},
		"an English name in Chinese": {func(s *plan.Statement) { s.Name.ZH = "buses" }, `name of the statement: the Chinese text "buses" has no Chinese character`},
	} {
		t.Run(name, func(t *testing.T) {
			assert.ErrorContains(t, rulestest.Conform(shareOf(saying(c.change), electric.Is(indicators.Yes))), c.want)
		})
	}
}

func TestNoRulesDoNotConform(t *testing.T) {
	assert.Error(t, rulestest.Conform[bus]())
	assert.ErrorIs(t, rulestest.Conform[bus](nil), rules.ErrZero)
}

func TestTextsOfAWholePlanAreChecked(t *testing.T) {
	assert.NoError(t, rulestest.ConformPlan(plan.Tonghua()))
	assert.Error(t, rulestest.ConformPlan(nil))
	err := rulestest.ConformPlan(saying(func(s *plan.Statement) {
		s.Note = bilingual.Text{ZH: "note", EN: "note"}
		s.Readings = []plan.Reading{{Key: "one", Decides: true, Name: bilingual.Text{ZH: "一", EN: "一"}, Why: bilingual.Text{ZH: "why", EN: "why"}}}
		s.Parameters = []plan.Parameter{{Key: "age", Name: bilingual.Text{ZH: "age", EN: "age"}}}
	}))
	for _, want := range []string{`note: the Chinese text "note"`, `reading one: the English text "一"`, `reason of reading one: the Chinese text "why"`, `parameter age: `} {
		assert.ErrorContains(t, err, "buses: every text is there in Chinese and in English: "+want)
	}
}

func TestAnOwnFunctionThatPanicsIsReported(t *testing.T) {
	rule := shareOf(saying(func(*plan.Statement) {}), indicators.Holds(indicators.Function[bus]{Name: bilingual.Text{ZH: "恐慌", EN: "panic"}, Version: "1",
		Reads: []*indicators.Field[bus]{electric.Field}, Holds: func(*bus) bool { panic("no such bus") }}))
	assert.ErrorContains(t, rulestest.Conform(rule), "no such bus")
}
