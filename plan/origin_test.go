package plan_test

import (
	"encoding/json"
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/plan"
)

func TestWhereAFigureComesFromInWords(t *testing.T) {
	may := quantity.DateOf(2016, 5, 11)
	notice := both("《企业实践规定》", "rules on practice in enterprises")
	for _, c := range []struct {
		says   string
		origin plan.Origin
		zh, en string
		ofText bool
	}{
		{"the text prints it", plan.Origin{Basis: plan.Stated}, "文中明示", "stated", true},
		{"it is counted up in the text", plan.Origin{Basis: plan.Counted}, "由原文列举数得", "counted in the text", true},
		{"all are meant", plan.Origin{Basis: plan.Convention}, "按惯例", "by convention", false},
		{"the plan ends then", plan.Origin{Basis: plan.PlanEnd}, "文中未定期限，按规划期末", "no date in the text, end of the plan", false},
		{"it is read out of the context", plan.Origin{Basis: plan.Inferred}, "系推定", "inferred", false},
		{"it is assumed", plan.Origin{Basis: plan.Assumed}, "系假设", "assumed", false},
		{"a document says so, which is named", plan.Origin{Basis: plan.Official, Source: notice},
			"非规划原文，按官方口径，《企业实践规定》", "not in the plan's text, by official definition, rules on practice in enterprises", false},
		{"a document with its number", plan.Origin{Basis: plan.Official, Source: notice, Number: "教师〔2016〕3号"},
			"非规划原文，按官方口径，《企业实践规定》（教师〔2016〕3号）",
			"not in the plan's text, by official definition, rules on practice in enterprises (教师〔2016〕3号)", false},
		{"a document with its number and its day", plan.Origin{Basis: plan.Official, Source: notice, Number: "教师〔2016〕3号", From: may},
			"非规划原文，按官方口径，《企业实践规定》（教师〔2016〕3号），自2016年5月11日起",
			"not in the plan's text, by official definition, rules on practice in enterprises (教师〔2016〕3号), from 11 May 2016", false},
		{"an order has set it", plan.Origin{Basis: plan.Ordered, Order: order, From: effective},
			"按修订文件，调整通知，自2028年3月1日起", "ordered by an amendment, adjustment notice, from 1 March 2028", false},
	} {
		t.Run(c.says, func(t *testing.T) {
			assert.Equal(t, c.zh, c.origin.In(bilingual.Chinese))
			assert.Equal(t, c.en, c.origin.In(bilingual.English))
			assert.Equal(t, c.ofText, c.origin.OfText())
			f := plan.DecidingFigure{Key: "each", Amount: both("360学时", "360 hours"), Origin: c.origin}
			assert.Equal(t, []string{"360学时：" + c.zh}, plan.Origins([]plan.DecidingFigure{f}, bilingual.Chinese))
			assert.Equal(t, []string{"360 hours: " + c.en}, plan.Origins([]plan.DecidingFigure{f}, bilingual.English))

			data, err := json.Marshal(c.origin)
			require.NoError(t, err)
			var back plan.Origin
			require.NoError(t, json.Unmarshal(data, &back))
			assert.True(t, c.origin == back, "an origin is comparable and travels as JSON: %s", data)
		})
	}
}

func TestFiguresOfOneOriginStandTogether(t *testing.T) {
	official := plan.Origin{Basis: plan.Official, Source: both("《管理办法》", "the rules")}
	figure := func(zh, en string, o plan.Origin) plan.DecidingFigure {
		return plan.DecidingFigure{Amount: both(zh, en), Origin: o}
	}
	sleep := []plan.DecidingFigure{figure("10小时", "10 hours", official), figure("100%", "100 %", plan.Origin{Basis: plan.Convention}),
		figure("9小时", "9 hours", official), figure("8小时", "8 hours", plan.Origin{Basis: plan.Official, Source: both("《管理办法》", "other rules")})}
	assert.Equal(t, []string{"10小时、9小时：非规划原文，按官方口径，《管理办法》", "100%：按惯例", "8小时：非规划原文，按官方口径，《管理办法》"}, plan.Origins(sleep, bilingual.Chinese),
		"in the order of the first of each")
	assert.Equal(t, []string{"10 hours, 9 hours: not in the plan's text, by official definition, the rules", "100 %: by convention",
		"8 hours: not in the plan's text, by official definition, other rules"}, plan.Origins(sleep, bilingual.English))
	assert.Empty(t, plan.Origins(nil, bilingual.Chinese))
}

func TestAFigureThatOthersSetNamesThem(t *testing.T) {
	const begins = `plan: statement "master": `
	const whose = "whose figure it is, is wanted in both languages"
	set := func(o plan.Origin) func(*plan.Document) {
		return master(func(s *plan.Statement) { s.Population.Origin = o })
	}
	refused(t, []broken{
		{"an official figure of no document", set(plan.Origin{Basis: plan.Official}), []string{begins + "population: " + whose}},
		{"an official figure whose document is named in Chinese only", set(plan.Origin{Basis: plan.Official, Source: both("通知", "")}),
			[]string{begins + "population: " + whose}},
		{"an official figure with a number and no name", set(plan.Origin{Basis: plan.Official, Number: "国发〔2016〕40号"}), []string{begins + "population: " + whose}},
		{"an ordered figure of no order", set(plan.Origin{Basis: plan.Ordered, From: effective}), []string{begins + "population: " + whose}},
		{"an ordered figure whose order is named in English only", set(plan.Origin{Basis: plan.Ordered, Order: both("", "notice")}),
			[]string{begins + "population: " + whose}},
		{"an official figure of each, of no document", master(func(s *plan.Statement) { s.Each.Basis = plan.Official }), []string{begins + "each: " + whose}},
		{"an official date of no document", master(func(s *plan.Statement) { s.Deadline.Basis = plan.Official }),
			[]string{begins + "deadline: whose date it is, is wanted in both languages"}},
		{"an ordered figure of the former period, of no order", master(func(s *plan.Statement) { s.Figures[0].Basis = plan.Ordered }),
			[]string{begins + `figure "rate": ` + whose}},
		{"a strength of an odd basis", master(func(s *plan.Statement) { s.ModalityOrigin.Basis = 99 }), []string{begins + "modality: basis and source are wanted, or none"}},
		{"an official day of issue of no document", func(d *plan.Document) { d.IssuedOrigin.Basis = plan.Official },
			[]string{"plan: issued: basis and source of the day are wanted, or none"}},
		{"an official figure of a reading, of no document", master(func(s *plan.Statement) { s.Readings[1].Population.Basis = plan.Official }),
			[]string{begins + `reading "lenient", population: ` + whose}},
	})
	for _, o := range []plan.Origin{{Basis: plan.Official, Source: both("通知", "notice")}, {Basis: plan.Ordered, Order: both("通知", "notice")}, {Basis: plan.Assumed}} {
		d := document()
		d.Statements[1].Population.Origin = o
		_, err := plan.New(d)
		assert.NoError(t, err, o.In(bilingual.English))
	}
}

// origins calls do with all origins of a plan.
func origins(p *plan.Plan, do func(what string, o plan.Origin)) {
	_, issued := p.Issued()
	do("issued", issued)
	for s := range p.All() {
		of := func(what string, o plan.Origin) { do(fmt.Sprintf("%s, %s", s.ID, what), o) }
		of("modality", s.ModalityOrigin)
		of("each", s.Each.Origin)
		of("population", s.Population.Origin)
		of("deadline", s.Deadline.Origin)
		of("baseline", s.Baseline.Origin)
		for _, f := range s.Figures {
			of(f.Key, f.Origin)
		}
		for _, q := range s.Parameters {
			of(q.Key, q.Origin)
		}
		for _, r := range s.Readings {
			of(r.Key+", each", r.Each.Origin)
			of(r.Key+", population", r.Population.Origin)
		}
	}
}

func TestFiguresOfOthersNameTheirDocument(t *testing.T) {
	bases := map[plan.Basis]int{}
	origins(plan.Tonghua(), func(what string, o plan.Origin) {
		bases[o.Basis]++
		assert.True(t, o.Source.IsZero() || o.Source.Complete(), "%s: a source is named in both languages", what)
		if o.Basis == plan.Official || o.Basis == plan.Counted {
			assert.True(t, o.Source.Complete(), "%s is %s: by whom, or how", what, o.Basis)
		}
		if o.Number != "" {
			assert.NotContains(t, o.Source.ZH+o.Source.EN, o.Number, "%s: the number is printed behind the source", what)
		}
		if o.Number != "" || o.From.Known() {
			assert.Equal(t, plan.Official, o.Basis, "%s: documents alone have numbers and days", what)
		}
		assert.True(t, o.Order.IsZero(), "%s: no order has changed the plan", what)
	})
	assert.Positive(t, bases[plan.Official])
	assert.Positive(t, bases[plan.Counted])
	assert.Zero(t, bases[plan.Ordered])
	assert.Zero(t, bases[plan.Assumed])
}

func TestTheStrengthOfEveryDemandSaysWhereItComesFrom(t *testing.T) {
	for s := range plan.Tonghua().All() {
		if s.Modality == plan.NoDemand {
			assert.Zero(t, s.ModalityOrigin, s.ID)
			continue
		}
		assert.Contains(t, []plan.Basis{plan.Stated, plan.Inferred}, s.ModalityOrigin.Basis, s.ID)
	}
	assert.Equal(t, plan.Stated, statement(t, plan.BalancedEvaluation).ModalityOrigin.Basis, "the text says 力争")
	assert.Equal(t, "适当", plan.Should.In(bilingual.Chinese))
}

func TestThresholdsThatAskTheSameAreTheSameWhereverTheyComeFrom(t *testing.T) {
	official := percentOf("25")
	official.Origin = plan.Origin{Basis: plan.Official, Source: both("通知", "notice"), Number: "1号", From: effective}
	between := threshold(plan.Between, "9", quantity.Teacher, plan.Stated)
	between.To = threshold(plan.AtMost, "11", quantity.Teacher, plan.Stated).Amount
	wider := between
	wider.To = threshold(plan.AtMost, "12", quantity.Teacher, plan.Stated).Amount
	for _, c := range []struct {
		says string
		a, b plan.Threshold
		same bool
	}{
		{"another origin makes no other threshold", percentOf("25"), official, true},
		{"another number does", percentOf("25"), percentOf("26"), false},
		{"another unit does", percentOf("25"), atLeast("25", quantity.Teacher, plan.Stated), false},
		{"another comparator does", percentOf("25"), threshold(plan.MoreThan, "25", quantity.Percent, plan.Stated), false},
		{"another upper end does", between, wider, false},
		{"no threshold is none", plan.Threshold{}, plan.Threshold{}, true},
		{"no threshold is not one", plan.Threshold{}, percentOf("25"), false},
	} {
		assert.Equal(t, c.same, c.a.Same(c.b), c.says)
		assert.Equal(t, c.same, c.b.Same(c.a), c.says)
	}
}

func TestTheDayOfIssue(t *testing.T) {
	first := document().First
	for _, c := range []struct {
		says   string
		issued quantity.Date
		by     plan.Origin
		want   quantity.Date
	}{
		{"a day that is known", quantity.DateOf(2026, 3, 5), plan.Origin{Basis: plan.Stated}, quantity.DateOf(2026, 3, 5)},
		{"without one the plan holds from its first day on", quantity.Date{}, plan.Origin{}, first},
		{"without one it is still said why", quantity.Date{}, plan.Origin{Basis: plan.Inferred}, first},
	} {
		t.Run(c.says, func(t *testing.T) {
			d := document()
			d.Issued, d.IssuedOrigin = c.issued, c.by
			p, err := plan.New(d)
			require.NoError(t, err)
			for _, edition := range []*plan.Plan{p, p.MustAmend("second", plan.Amendment{By: order, Effective: effective, Changes: []plan.Change{plan.Repeal("books")}})} {
				on, by := edition.Issued()
				assert.Equal(t, c.want, on, "an amendment does not issue the plan anew")
				assert.Equal(t, c.by, by)
				assert.Equal(t, c.issued, edition.Document().Issued)
			}
		})
	}
	refused(t, []broken{{"a day that the calendar does not have", func(d *plan.Document) { d.Issued = quantity.DateOf(2026, 2, 30) },
		[]string{"plan: issued on invalid: not-a-date: want a day of the calendar, or none"}}})
	on, by := plan.Tonghua().Issued()
	assert.Equal(t, quantity.DateOf(2022, 5, 26), on)
	assert.Equal(t, plan.Inferred, by.Basis, "its own date was not found")
	inBoth(t, by.Source, "issued")
	var zero plan.Plan
	on, _ = zero.Issued()
	assert.False(t, on.Known())
}
