package plan_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/plan"
)

// claims gives a figure the origin that whoever amends claims for it.
func claims(t plan.Threshold, o plan.Origin) plan.Threshold {
	t.Origin = o
	return t
}

// inWords gives the demand words that say each of its figures.
var inWords = plan.SetDemand("master", both("{age}以上的教师有证书{each}，其中{population}以上有硕士学历", "teachers from {age} up hold {each}, and {population} or more of them a master's degree"))

// What an amendment sets is neither the text's own nor anybody else's, whatever
// whoever amends says; only what is assumed stays so, in the name of the what-if.
func TestWhatAnAmendmentSetsNamesTheOrder(t *testing.T) {
	stated := plan.Origin{Basis: plan.Stated}
	official := plan.Origin{Basis: plan.Official, Source: both("他文", "another document"), Number: "1号", From: quantity.DateOf(2020, 1, 1)}
	other := plan.Origin{Basis: plan.Ordered, Order: both("他令", "another order"), From: quantity.DateOf(2020, 1, 1)}
	assumed := plan.Origin{Basis: plan.Assumed}
	whatIf := plan.Origin{Basis: plan.Assumed, Source: order}
	rate := document().Statements[1].Figures[0]
	rate.Amount = quantity.MustAmount(3, 10, quantity.Percent)
	lenient := document().Statements[1].Readings[1]
	lenient.Each, lenient.Population = atLeast("2", quantity.Item, plan.Stated), percentOf("20")
	later := quantity.DateOf(2031, 6, 30)
	type change struct {
		says string
		make func(o plan.Origin) plan.Change
		read func(s *plan.Statement) []plan.Origin
	}
	for _, c := range []change{
		{"the demand on each", func(o plan.Origin) plan.Change {
			return plan.SetEach("master", claims(atLeast("2", quantity.Item, plan.Stated), o))
		},
			func(s *plan.Statement) []plan.Origin { return []plan.Origin{s.Each.Origin} }},
		{"a deadline", func(o plan.Origin) plan.Change {
			return plan.SetDeadline("master", plan.Deadline{Kind: plan.ByDate, On: later, Origin: o})
		}, func(s *plan.Statement) []plan.Origin { return []plan.Origin{s.Deadline.Origin} }},
		{"a parameter that was set", func(o plan.Origin) plan.Change { return plan.SetParameter("master", "age", age(45), o.Basis) },
			func(s *plan.Statement) []plan.Origin { return []plan.Origin{s.Parameters[0].Origin} }},
		{"a parameter that was left open", func(o plan.Origin) plan.Change { return plan.SetParameter("master", "open", age(45), o.Basis) },
			func(s *plan.Statement) []plan.Origin { return []plan.Origin{s.Parameters[1].Origin} }},
		{"a figure and the baseline that it is", func(o plan.Origin) plan.Change {
			f := rate
			f.Origin = o
			return plan.SetFigure("master", f)
		}, func(s *plan.Statement) []plan.Origin { return []plan.Origin{s.Figures[0].Origin, s.Baseline.Origin} }},
		{"both figures of a reading", func(o plan.Origin) plan.Change {
			r := lenient
			r.Each, r.Population = claims(r.Each, o), claims(r.Population, o)
			return plan.SetReading("master", r)
		}, func(s *plan.Statement) []plan.Origin {
			return []plan.Origin{s.Readings[1].Each.Origin, s.Readings[1].Population.Origin}
		}},
	} {
		t.Run(c.says, func(t *testing.T) {
			for claim, want := range map[plan.Origin]plan.Origin{stated: byOrder, official: byOrder, other: byOrder, assumed: whatIf} {
				p, err := amended(inWords, c.make(claim))
				require.NoError(t, err, claim.In(bilingual.English))
				for _, got := range c.read(of(t, p, "master")) {
					assert.Equal(t, want, got, "claimed: %s", claim.In(bilingual.English))
				}
			}
		})
	}
}

func TestTheDemandOfTheWholeNamesTheOrder(t *testing.T) {
	p := plan.Tonghua().MustAmend("second", plan.Amendment{By: order, Effective: effective, Changes: []plan.Change{plan.SetPopulation(plan.SeniorMaster, percentOf("15"))}})
	decides := of(t, p, plan.SeniorMaster).Deciding(plan.Reading{})
	require.Len(t, decides, 1)
	assert.Equal(t, []string{"15%：按修订文件，调整通知，自2028年3月1日起"}, plan.Origins(decides, bilingual.Chinese))
	assert.Equal(t, []string{"15 %: ordered by an amendment, adjustment notice, from 1 March 2028"}, plan.Origins(decides, bilingual.English))
	assert.Equal(t, plan.Stated, statement(t, plan.SeniorMaster).Population.Basis, "the plan itself stays as it was")
}

func TestWhatAnAmendmentTakesAwayHasNoOrigin(t *testing.T) {
	p, err := amended(plan.SetEach("master", plan.Threshold{}), plan.SetDeadline("master", plan.Deadline{Kind: plan.Yearly}),
		plan.SetDemand("master", both("教师{population}以上有硕士学历", "{population} of teachers hold a master's degree")))
	require.NoError(t, err)
	s := of(t, p, "master")
	assert.Zero(t, s.Each)
	assert.Equal(t, plan.Deadline{Kind: plan.Yearly}, s.Deadline)
}

// A later document has the last word, and the next edition carries what the
// one before it ordered.
func TestOrdersFollowOneAnother(t *testing.T) {
	first, err := amended(plan.SetEach("master", atLeast("2", quantity.Item, plan.Stated)), inWords)
	require.NoError(t, err)
	next, err := first.Amend("third", plan.Amendment{By: both("再调整", "second notice"), Effective: quantity.DateOf(2029, 1, 1), Changes: []plan.Change{
		plan.SetDeadline("master", plan.Deadline{Kind: plan.ByDate, On: quantity.DateOf(2031, 6, 30), Origin: plan.Origin{Basis: plan.Stated}})}})
	require.NoError(t, err)
	s := of(t, next, "master")
	assert.Equal(t, byOrder, s.Each.Origin)
	assert.Equal(t, plan.Origin{Basis: plan.Ordered, Order: both("再调整", "second notice"), From: quantity.DateOf(2029, 1, 1)}, s.Deadline.Origin)
	assert.Len(t, slices.Collect(s.Amended()), 3)
}

func TestAnotherOriginAloneIsNoChange(t *testing.T) {
	otherwise, strictly := document().Statements[1].Figures[0], document().Statements[1].Readings[1]
	otherwise.Basis, strictly.Population.Basis = plan.Stated, plan.Stated
	for says, c := range map[string]plan.Change{
		"of each":           plan.SetEach("master", atLeast("1", quantity.Item, plan.Inferred)),
		"of the population": plan.SetPopulation("master", atLeast("25", quantity.Percent, plan.Assumed)),
		"of the deadline": plan.SetDeadline("master", plan.Deadline{Kind: plan.ByDate, On: quantity.DateOf(2030, 12, 31),
			Origin: plan.Origin{Basis: plan.Stated}}),
		"of a parameter": plan.SetParameter("master", "age", age(16), plan.Assumed),
		"of a figure":    plan.SetFigure("master", otherwise),
		"of a reading":   plan.SetReading("master", strictly),
	} {
		_, err := amended(c)
		assert.ErrorContains(t, err, "it is so already", says)
	}
}

// A document that moves what a phrase says gives new words; of a what-if the figures
// are printed in their place.
func TestWordsDoNotGoOnToSayWhatWasBefore(t *testing.T) {
	lenient := document().Statements[1].Readings[1]
	lenient.Population, lenient.Demand = plan.Threshold{}, bilingual.Text{}
	for _, c := range []struct {
		says   string
		change func(basis plan.Basis) plan.Change
		stale  bool
		zh, en string // assumed
	}{
		{"another number stands in the phrase", func(b plan.Basis) plan.Change {
			return plan.SetPopulation("master", atLeast("30", quantity.Percent, b))
		}, false,
			"16岁以上的教师有一项证书，其中30%以上有硕士学历", "teachers from 16 years of age up hold a certificate, and 30 % or more of them a master's degree"},
		{"another comparator does not", func(b plan.Basis) plan.Change {
			return plan.SetPopulation("master", threshold(plan.AtMost, "30", quantity.Percent, b))
		}, true, "每条记录不低于1项，总体不高于30%", "each record at least 1 item, altogether at most 30 %"},
		{"nor does a number in another unit", func(b plan.Basis) plan.Change {
			return plan.SetPopulation("master", threshold(plan.AtLeast, "30", quantity.Teacher, b))
		}, true, "每条记录不低于1项，总体不低于30名教师", "each record at least 1 item, altogether at least 30 teachers"},
		{"nor does another number that a word said", func(b plan.Basis) plan.Change { return plan.SetEach("master", atLeast("2", quantity.Item, b)) }, true,
			"每条记录不低于2项，总体不低于25%", "each record at least 2 items, altogether at least 25 %"},
	} {
		t.Run(c.says, func(t *testing.T) {
			p, err := amended(c.change(plan.Assumed), plan.SetReading("master", lenient))
			require.NoError(t, err)
			assert.Equal(t, both(c.zh, c.en), of(t, p, "master").DemandUnder(plan.Reading{}))

			_, err = amended(c.change(plan.Stated), plan.SetReading("master", lenient))
			if !c.stale {
				assert.NoError(t, err)
				return
			}
			assert.ErrorContains(t, err, "its words say the old demand, and new ones have to be set as well")
			for _, order := range [][]plan.Change{{c.change(plan.Stated), inWords}, {inWords, c.change(plan.Stated)}} {
				_, err = amended(append(order, plan.SetReading("master", lenient))...)
				assert.NoError(t, err, "in either order")
			}
		})
	}
	_, err := amended(plan.SetPopulation("master", plan.Threshold{}), plan.SetReading("master", lenient))
	assert.EqualError(t, err, `plan: statement "master": demand altogether: its words say the old demand, and new ones have to be set as well: `+
		`"teachers from {age} up hold a certificate, and {population} or more of them a master's degree"`)

	share := atLeast("95", quantity.Percent, plan.Assumed)
	p := plan.Tonghua().MustAmend("second", plan.Amendment{By: order, Effective: effective, Changes: []plan.Change{plan.SetPopulation(plan.SchoolStandard, share)}})
	assert.Equal(t, both("不低于95%", "at least 95 %"), of(t, p, plan.SchoolStandard).DemandUnder(plan.Reading{}), "no longer all schools")
}

func TestWhatIsAddedNamesTheOrder(t *testing.T) {
	d := document().Statements[1]
	d.ID = "master-again"
	p, err := amended(plan.Add(d))
	require.NoError(t, err)
	s := of(t, p, "master-again")
	for what, o := range map[string]plan.Origin{"each": s.Each.Origin, "population": s.Population.Origin, "deadline": s.Deadline.Origin, "figure": s.Figures[0].Origin,
		"parameter": s.Parameters[0].Origin, "reading": s.Readings[1].Population.Origin} {
		assert.Equal(t, byOrder, o, what)
	}
	assert.Zero(t, s.Parameters[1].Origin, "what is left open comes from nowhere")
	assert.Equal(t, plan.Stated, of(t, p, "master").Population.Basis, "the other statement is the text's")
}
