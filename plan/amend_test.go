package plan_test

import (
	"encoding/json"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/plan"
)

var (
	order     = both("调整通知", "adjustment notice")
	effective = quantity.DateOf(2028, 3, 1)
)

// byOrder is the origin of all that the amendment sets.
var byOrder = plan.Origin{Basis: plan.Ordered, Order: order, From: effective}

// ordered returns a threshold as the amendment sets it.
func ordered(t plan.Threshold) plan.Threshold {
	t.Origin = byOrder
	return t
}

// amended makes the edition "second" of the made-up plan.
func amended(changes ...plan.Change) (*plan.Plan, error) {
	return plan.MustNew(document()).Amend("second", plan.Amendment{By: order, Effective: effective, Changes: changes})
}

func of(t *testing.T, p *plan.Plan, id plan.ID) *plan.Statement {
	t.Helper()
	s, ok := p.Statement(id)
	require.True(t, ok, id)
	return s
}

func percentOf(n string) plan.Threshold { return atLeast(n, quantity.Percent, plan.Stated) }

func TestWhatAnAmendmentChanges(t *testing.T) {
	rate := document().Statements[1].Figures[0]
	rate.Amount = quantity.MustAmount(3, 10, quantity.Percent)
	lenient := document().Statements[1].Readings[1]
	lenient.Population = percentOf("20")
	later := plan.Deadline{Kind: plan.ByDate, On: quantity.DateOf(2031, 6, 30), Origin: plan.Origin{Basis: plan.Stated}}
	for _, c := range []struct {
		says    string
		changes []plan.Change
		check   func(t *testing.T, s *plan.Statement)
		zh, en  string
	}{
		{"the demand on each moves", []plan.Change{inWords, plan.SetEach("master", atLeast("2", quantity.Item, plan.Stated))},
			func(t *testing.T, s *plan.Statement) { assert.Equal(t, "at least 2 items", s.Each.String()) },
			"每项要求：不低于1项→不低于2项（调整通知，自2028年3月1日起）",
			"demand on each: at least 1 item becomes at least 2 items (adjustment notice, from 1 March 2028)"},
		{"the demand on each is taken away", []plan.Change{plan.SetDemand("master", both("占{population}", "{population}")), plan.SetEach("master", plan.Threshold{})},
			func(t *testing.T, s *plan.Statement) { assert.True(t, s.Each.IsZero()) },
			"每项要求：不低于1项→无（调整通知，自2028年3月1日起）",
			"demand on each: at least 1 item becomes nothing (adjustment notice, from 1 March 2028)"},
		{"the demand altogether moves, with the reading that has its own",
			[]plan.Change{plan.SetReading("master", lenient), plan.SetPopulation("master", percentOf("30"))},
			func(t *testing.T, s *plan.Statement) {
				assert.Equal(t, ordered(percentOf("30")), s.Population)
				assert.Equal(t, ordered(percentOf("20")), s.Readings[1].Population)
			},
			"总体要求：不低于25%→不低于30%（调整通知，自2028年3月1日起）",
			"demand altogether: at least 25 % becomes at least 30 % (adjustment notice, from 1 March 2028)"},
		{"the deadline moves", []plan.Change{plan.SetDeadline("master", later)},
			func(t *testing.T, s *plan.Statement) {
				assert.Equal(t, plan.Deadline{Kind: plan.ByDate, On: later.On, Origin: byOrder}, s.Deadline)
			},
			"期限：2030年12月31日前→2031年6月30日前（调整通知，自2028年3月1日起）",
			"deadline: by 31 December 2030 becomes by 30 June 2031 (adjustment notice, from 1 March 2028)"},
		{"a parameter that was left open is set", []plan.Change{plan.SetParameter("master", "open", age(45), plan.Stated)},
			func(t *testing.T, s *plan.Statement) {
				q, _ := s.Parameter("open")
				assert.Equal(t, plan.Parameter{Key: "open", Amount: age(45), Origin: byOrder, Name: both("待定", "left open")}, q)
			},
			"参数“待定”：无→45岁（调整通知，自2028年3月1日起）",
			`parameter "left open": nothing becomes 45 years of age (adjustment notice, from 1 March 2028)`},
		{"a figure moves, and the baseline that it is", []plan.Change{plan.SetFigure("master", rate)},
			func(t *testing.T, s *plan.Statement) {
				want := rate
				want.Origin = byOrder
				assert.Equal(t, []plan.Figure{want}, s.Figures)
				assert.Equal(t, want, s.Baseline)
			},
			"数据“占比”：20%（2025年12月31日）→30%（2025年12月31日）（调整通知，自2028年3月1日起）",
			`figure "share": 20 % on 31 December 2025 becomes 30 % on 31 December 2025 (adjustment notice, from 1 March 2028)`},
		{"another reading decides", []plan.Change{plan.Decide("master", "lenient")},
			func(t *testing.T, s *plan.Statement) {
				require.Len(t, s.Readings, 2)
				assert.Equal(t, "lenient", s.Readings[0].Key)
				assert.True(t, s.Readings[0].Decides)
				assert.Equal(t, "strict", s.Readings[1].Key)
				assert.False(t, s.Readings[1].Decides)
			},
			"为准的理解“从宽”：从严→从宽（调整通知，自2028年3月1日起）",
			`reading that decides "lenient": strict becomes lenient (adjustment notice, from 1 March 2028)`},
	} {
		t.Run(c.says, func(t *testing.T) {
			p, err := amended(c.changes...)
			require.NoError(t, err)
			s := of(t, p, "master")
			c.check(t, s)
			history := slices.Collect(s.Amended())
			require.Len(t, history, len(c.changes))
			last := history[len(history)-1]
			assert.Equal(t, c.zh, last.In(bilingual.Chinese))
			assert.Equal(t, c.en, last.In(bilingual.English))
			assert.Equal(t, "second", last.Edition)
			assert.Equal(t, history, slices.Collect(p.Amended()))
			assert.Empty(t, slices.Collect(of(t, p, "books").Amended()), "the other statement has no history")
		})
	}
}

func TestAmendingLeavesTheOldEditionAsItWas(t *testing.T) {
	p := plan.MustNew(document())
	added := document().Statements[0]
	added.ID = "desks"
	next, err := p.Amend("second", plan.Amendment{By: order, Effective: effective, Changes: []plan.Change{
		plan.Decide("master", "lenient"), plan.SetParameter("master", "open", age(45), plan.Stated),
		plan.SetDeadline("master", plan.Deadline{Kind: plan.Standing}), plan.Repeal("books"), plan.Add(added)}})
	require.NoError(t, err)
	want := plan.MustNew(document())
	assert.Equal(t, slices.Collect(want.All()), slices.Collect(p.All()))
	assert.Equal(t, slices.Collect(want.Clauses()), slices.Collect(p.Clauses()))
	assert.Empty(t, slices.Collect(p.Amended()))
	assert.Equal(t, "yunxi-2026-2030", p.Edition())
	assert.Equal(t, "second", next.Edition())
}

func TestARepealedStatementIsGoneAndRemembered(t *testing.T) {
	p, err := amended(plan.Repeal("master"))
	require.NoError(t, err)
	_, there := p.Statement("master")
	assert.False(t, there)
	assert.Equal(t, 1, p.Len())
	a, gone := p.Repealed("master")
	assert.True(t, gone)
	assert.Equal(t, "废止（调整通知，自2028年3月1日起）", a.In(bilingual.Chinese))
	assert.Equal(t, "Masters", a.Name.EN)
	_, gone = p.Repealed("books")
	assert.False(t, gone)
	c, _ := p.Clause("一第1段")
	assert.Zero(t, c.Statements)

	again := document().Statements[1]
	_, err = p.Amend("third", plan.Amendment{By: order, Effective: effective, Changes: []plan.Change{plan.Add(again)}})
	assert.EqualError(t, err, `plan: amended statement "master": it was repealed, and its ID is not used again`+"\n"+
		`plan: amended statement "master": it was repealed, and its ID is not used again`)
}

func TestAnAddedStatementStandsInClauseOrder(t *testing.T) {
	added := document().Statements[0]
	added.ID, added.Places = "doctors", []plan.Place{"一第1段"}
	change := plan.Add(added)
	added.Places[0] = "二" // the change has its own copy
	p, err := amended(change)
	require.NoError(t, err)
	var ids []plan.ID
	for s := range p.All() {
		ids = append(ids, s.ID)
	}
	assert.Equal(t, []plan.ID{"master", "doctors", "books"}, ids)
	history := slices.Collect(of(t, p, "doctors").Amended())
	require.Len(t, history, 1)
	assert.Equal(t, plan.Added, history[0].Change)
}

func TestAnEditionIsAmendedAgain(t *testing.T) {
	first := plan.Amendment{By: order, Effective: effective, Changes: []plan.Change{plan.SetEach("master", atLeast("2", quantity.Item, plan.Assumed))}}
	other := plan.Amendment{By: both("补充通知", "supplement"), Effective: effective.Next(),
		Changes: []plan.Change{plan.SetEach("master", atLeast("3", quantity.Item, plan.Assumed))}}
	p := plan.MustNew(document()).MustAmend("second", first).MustAmend("third", other)
	var got []string
	for a := range p.Amended() {
		got = append(got, a.Edition+" by "+a.By.EN+": "+a.Before.EN+" to "+a.After.EN)
	}
	assert.Equal(t, []string{"second by adjustment notice: at least 1 item to at least 2 items",
		"third by supplement: at least 2 items to at least 3 items"}, got)
	_, err := p.Amend("second", other)
	assert.ErrorContains(t, err, `edition "second": want a name of its own`)

	both := plan.MustNew(document()).MustAmend("third", first, other)
	assert.Equal(t, of(t, p, "master").Each, of(t, both, "master").Each, "two documents can make one edition")

	data, err := json.Marshal(p.Document())
	require.NoError(t, err)
	var d plan.Document
	require.NoError(t, json.Unmarshal(data, &d))
	back, err := plan.New(d)
	require.NoError(t, err)
	assert.Equal(t, p, back, "an edition travels with its history")
}

func TestBrokenAmendmentsAreRefused(t *testing.T) {
	const nothing = ": the plan has no such statement"
	for _, c := range []struct {
		says string
		do   func(p *plan.Plan) (*plan.Plan, error)
		want []string
	}{
		{"no amendment", func(p *plan.Plan) (*plan.Plan, error) { return p.Amend("second") },
			[]string{`plan: edition "second": nothing is amended`}},
		{"no name, no document, no date", func(p *plan.Plan) (*plan.Plan, error) {
			return p.Amend("", plan.Amendment{Changes: []plan.Change{plan.Repeal("books")}})
		}, []string{"plan: amendment 1: the document that amends is wanted in both languages",
			`plan: amendment 1: effective on "": want a day of the calendar`, "plan: edition and name are wanted",
			`plan: amended statement "books": no edition`}},
		{"the plan's own name", func(p *plan.Plan) (*plan.Plan, error) {
			return p.Amend("yunxi-2026-2030", plan.Amendment{By: order, Effective: effective, Changes: []plan.Change{plan.Repeal("books")}})
		}, []string{`plan: edition "yunxi-2026-2030": want a name of its own`}},
		{"statements that do not exist", func(*plan.Plan) (*plan.Plan, error) {
			return amended(plan.Repeal("x"), plan.SetEach("x", percentOf("1")), plan.SetParameter("x", "age", age(1), plan.Stated), plan.Change{})
		}, []string{`plan: statement "x": repealed` + nothing, `plan: statement "x": demand on each` + nothing,
			`plan: statement "x": parameter "age"` + nothing, `plan: statement "": a change of no kind`}},
		{"entries that do not exist", func(*plan.Plan) (*plan.Plan, error) {
			return amended(plan.SetParameter("master", "x", age(1), plan.Stated), plan.SetFigure("master", plan.Figure{Key: "x"}),
				plan.SetReading("master", plan.Reading{Key: "x"}), plan.Decide("master", "x"))
		}, []string{`plan: statement "master": parameter "x": the statement has none`, `plan: statement "master": figure "x": the statement has none`,
			`plan: statement "master": reading "x": the statement has none`, `plan: statement "master": reading that decides "x": the statement has none`}},
		{"changes that change nothing", func(*plan.Plan) (*plan.Plan, error) {
			s := document().Statements[1]
			return amended(plan.SetEach("master", s.Each), plan.SetPopulation("master", s.Population), plan.SetDeadline("master", s.Deadline),
				plan.SetParameter("master", "age", age(16), plan.Official), plan.SetFigure("master", s.Figures[0]),
				plan.SetReading("master", s.Readings[1]), plan.Decide("master", "strict"))
		}, []string{`plan: statement "master": demand on each: it is so already`, `plan: statement "master": demand altogether: it is so already`,
			`plan: statement "master": deadline: it is so already`, `plan: statement "master": parameter "age": it is so already`,
			`plan: statement "master": figure "rate": it is so already`, `plan: statement "master": reading "lenient": it is so already`,
			`plan: statement "master": reading that decides "strict": it is so already`}},
		{"a statement that is there already", func(*plan.Plan) (*plan.Plan, error) { return amended(plan.Add(document().Statements[0])) },
			[]string{`plan: statement "books": added: the plan has it already`}},
		{"a parameter in another unit", func(*plan.Plan) (*plan.Plan, error) {
			return amended(plan.SetParameter("master", "age", quantity.MustAmount(16, 1, quantity.Teacher), plan.Stated))
		}, []string{`plan: statement "master": parameter "age": it is measured in age, not in teacher`}},
		{"a demand that moves away from a reading", func(*plan.Plan) (*plan.Plan, error) { return amended(plan.SetPopulation("master", percentOf("30"))) },
			[]string{`plan: statement "master": demand altogether: reading "lenient" demands at least 24 % of its own and has to be set as well`}},
		{"a statement that is sound no more", func(*plan.Plan) (*plan.Plan, error) {
			return amended(plan.SetDeadline("master", plan.Deadline{}), plan.Repeal("nothing"), plan.Add(plan.Statement{ID: "new", Places: []plan.Place{"九"}}))
		}, []string{`plan: statement "nothing": repealed` + nothing, `plan: statement "master": no deadline kind`,
			`plan: statement "new": kind, modality and evaluable must be set`, `plan: statement "new": bearer: a statement that demands something falls on somebody`,
			`plan: statement "new": name and summary are wanted in both languages`,
			`plan: statement "new": no deadline kind`, `plan: statement "new": place "九" is no clause`}},
	} {
		t.Run(c.says, func(t *testing.T) {
			next, err := c.do(plan.MustNew(document()))
			assert.Nil(t, next)
			require.Error(t, err)
			joined, ok := err.(interface{ Unwrap() []error })
			require.True(t, ok)
			var got []string
			for _, e := range joined.Unwrap() {
				got = append(got, e.Error())
			}
			assert.Equal(t, c.want, got)
		})
	}
}

func TestABrokenHistoryIsRefused(t *testing.T) {
	sound := plan.Amended{Edition: "second", Statement: "books", Change: plan.ChangedEach, By: order, Effective: effective}
	with := func(spoil func(a *plan.Amended)) func(*plan.Document) {
		return func(d *plan.Document) {
			a := sound
			spoil(&a)
			d.Amended = []plan.Amended{a}
		}
	}
	const begins = `plan: amended statement "books": `
	refused(t, []broken{
		{"no change", with(func(a *plan.Amended) { a.Change = 0 }), []string{begins + "no change"}},
		{"no document", with(func(a *plan.Amended) { a.By.ZH = "" }), []string{begins + "the document that amends is wanted in both languages"}},
		{"no date", with(func(a *plan.Amended) { a.Effective = quantity.DateOf(2025, 2, 30) }),
			[]string{begins + `effective on "invalid: not-a-date": want a day of the calendar`}},
		{"no edition", with(func(a *plan.Amended) { a.Edition = "" }), []string{begins + "no edition"}},
		{"no statement", with(func(a *plan.Amended) { a.Statement = "desks" }), []string{`plan: amended statement "desks": the plan has no such statement`}},
		{"a repealed statement that is there", with(func(a *plan.Amended) { a.Change = plan.Repealed }),
			[]string{begins + "it was repealed, and its ID is not used again"}},
	})
}

// Any figure of the plan can be moved by an amendment, and nothing else moves.
func TestEveryStatementOfThePlanCanBeAmended(t *testing.T) {
	p := plan.Tonghua()
	for s := range p.All() {
		next, err := p.Amend("what-if", plan.Amendment{By: order, Effective: effective, Changes: []plan.Change{plan.SetDeadline(s.ID,
			plan.Deadline{Kind: plan.ByDate, On: quantity.DateOf(2027, 12, 31), Origin: plan.Origin{Basis: plan.Stated}})}})
		require.NoError(t, err)
		require.Equal(t, 2027, of(t, next, s.ID).Deadline.On.Year())
		moved := 0
		for other := range next.All() {
			if before := of(t, p, other.ID); before.Deadline != other.Deadline {
				moved++
			}
		}
		require.Equal(t, 1, moved, s.ID)
	}
}
