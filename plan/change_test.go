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

// proof is what shows one of the things that the made-up target demands, with reports alone.
func proof() plan.Component {
	c := document().Statements[1].Components[0]
	c.Is = nil
	return c
}

func TestStrengthProofAndWordsAreAmended(t *testing.T) {
	old := of(t, plan.MustNew(document()), "master")
	c := proof()
	for _, one := range []struct {
		says   string
		change plan.Change
		check  func(t *testing.T, s *plan.Statement)
		zh     string
	}{
		{"what is strived for becomes a must", plan.SetModality("master", plan.Must, plan.Stated), func(t *testing.T, s *plan.Statement) {
			assert.Equal(t, plan.Must, s.Modality)
			assert.Equal(t, byOrder, s.ModalityOrigin)
		}, "约束力度：力争→必须"},
		{"a what-if assumes another strength", plan.SetModality("master", plan.Encourage, plan.Assumed), func(t *testing.T, s *plan.Statement) {
			assert.Equal(t, plan.Origin{Basis: plan.Assumed, Source: order}, s.ModalityOrigin)
		}, "约束力度：力争→鼓励"},
		{"other evidence is accepted", plan.SetComponent("master", c), func(t *testing.T, s *plan.Statement) {
			assert.Equal(t, c, s.Components[0])
		}, "佐证要求“" + c.Name.ZH + "”："},
		{"the demand has other words", plan.SetDemand("master", both("教师{population}以上有硕士学历", "{population} of teachers hold a master's degree"), "each"), func(t *testing.T, s *plan.Statement) {
			assert.Equal(t, "教师{population}以上有硕士学历", s.Demand.ZH)
		}, "要求的表述："},
		{"the name is another", plan.SetWords("master", "name", both("研究生", "Postgraduates")), func(t *testing.T, s *plan.Statement) {
			assert.Equal(t, "研究生", s.Name.ZH)
		}, "文字“名称”：" + old.Name.ZH + "→研究生"},
		{"the summary is another", plan.SetWords("master", "summary", both("另述。", "Said anew.")), func(t *testing.T, s *plan.Statement) {
			assert.Equal(t, "另述。", s.Summary.ZH)
		}, "文字“内容”："},
	} {
		t.Run(one.says, func(t *testing.T) {
			p, err := amended(one.change)
			require.NoError(t, err)
			s := of(t, p, "master")
			one.check(t, s)
			history := slices.Collect(s.Amended())
			require.Len(t, history, 1)
			assert.Contains(t, history[0].In(bilingual.Chinese), one.zh)
			assert.Contains(t, history[0].In(bilingual.Chinese), "（调整通知，自2028年3月1日起）")
			assert.Equal(t, old, of(t, plan.MustNew(document()), "master"), "the plan itself stays as it was")
		})
	}
}

func TestWhatCannotBeMeantIsNoAmendment(t *testing.T) {
	s := of(t, plan.MustNew(document()), "master")
	two := plan.SetModality("master", plan.Must, plan.Stated)
	two.Threshold = percentOf("5")
	other := plan.Add(document().Statements[0])
	other.Statement = "elsewhere"
	for says, c := range map[string]struct {
		change plan.Change
		want   string
	}{
		"the same strength":                {plan.SetModality("master", s.Modality, plan.Stated), "strength: it is so already"},
		"a share of 1,500 %":               {plan.SetPopulation("master", plan.Threshold{Comparator: plan.AtLeast, Amount: quantity.MustAmount(15, 1, quantity.Percent), Origin: plan.Origin{Basis: plan.Assumed}}), "1,500 % cannot be meant"},
		"no strength":                      {plan.SetModality("master", 0, plan.Stated), "want another strength"},
		"a demand that demands nothing":    {plan.SetModality("master", plan.NoDemand, plan.Stated), "what demands nothing any more is repealed"},
		"the same proof":                   {plan.SetComponent("master", s.Components[0]), "it is so already"},
		"proof of another thing":           {plan.SetComponent("master", plan.Component{Key: "x"}), `proof "x": the statement has none`},
		"proof by nothing":                 {plan.SetComponent("master", plan.Component{Key: s.Components[0].Key, Name: s.Components[0].Name}), "kinds of evidence, how many and of when are wanted"},
		"the same words of the demand":     {plan.SetDemand("master", s.Demand, s.SaidBy...), "it is so already"},
		"a demand with a figure in digits": {plan.SetDemand("master", both("9月占{population}", "{population}"), "each"), "has a figure outside a placeholder"},
		"the same name":                    {plan.SetWords("master", "name", s.Name), "it is so already"},
		"no name":                          {plan.SetWords("master", "name", bilingual.Text{}), "name and summary are wanted in both languages"},
		"words of no kind":                 {plan.SetWords("master", "term", s.Name), "want name, summary, note, short, noun or covers"},
		"two things in one change":         {two, "it sets what its kind does not"},
		"a statement under another ID":     {other, "the statement is wanted, under its ID"},
		"a statement that is not given":    {plan.Change{Kind: plan.Added, Statement: "new"}, "the statement is wanted, under its ID"},
	} {
		t.Run(says, func(t *testing.T) {
			_, err := amended(c.change)
			assert.ErrorContains(t, err, c.want)
		})
	}
}

func TestAnOrderHoldsFromADayThatCanBe(t *testing.T) {
	first, _ := plan.Tonghua().Period()
	ordered := first.Next().Next()
	for _, c := range []struct {
		says              string
		issued, effective quantity.Date
		want              string
	}{
		{"on the first day of the plan", quantity.Date{}, first, ""},
		{"the day before it", quantity.Date{}, quantity.DateOf(2020, 12, 31), "plan: amendment 1: effective on 2020-12-31: the plan begins on 2021-01-01"},
		{"on the day of the order", ordered, ordered, ""},
		{"the day before the order", ordered, first.Next(), "plan: amendment 1: effective on 2021-01-02: it was ordered on 2021-01-03 only"},
		{"the day after the order", ordered, ordered.Next(), ""},
		{"ordered on a day that is none", quantity.DateOf(2023, 2, 30), effective, `plan: amendment 1: issued on "invalid: not-a-date": want a day of the calendar, or none`},
	} {
		t.Run(c.says, func(t *testing.T) {
			_, err := plan.Tonghua().Amend("second", plan.Amendment{By: order, Issued: c.issued, Effective: c.effective,
				Changes: []plan.Change{plan.Repeal(plan.EthicsMonth)}})
			if c.want == "" {
				assert.NoError(t, err)
				return
			}
			assert.EqualError(t, err, c.want)
		})
	}
}

// everyKind is an amendment of the made-up plan with a change of every kind.
func everyKind(t *testing.T) plan.Amendment {
	t.Helper()
	rate := document().Statements[1].Figures[0]
	rate.Amount = quantity.MustAmount(3, 10, quantity.Percent)
	lenient := document().Statements[1].Readings[1]
	lenient.Population = percentOf("20")
	added := document().Statements[1]
	added.ID = "doctors"
	return plan.Amendment{By: order, Issued: quantity.DateOf(2028, 1, 1), Effective: effective, Changes: []plan.Change{
		plan.SetEach("master", atLeast("2", quantity.Item, plan.Stated)), plan.SetPopulation("master", percentOf("30")), plan.SetReading("master", lenient), inWords,
		plan.SetDeadline("master", plan.Deadline{Kind: plan.Standing}), plan.SetParameter("master", "open", age(45), plan.Official),
		plan.SetFigure("master", rate), plan.Decide("master", "lenient"), plan.SetModality("master", plan.Must, plan.Stated), plan.SetComponent("master", proof()),
		plan.SetWords("master", "note", both("另注", "Mind that")), plan.Repeal("books"), plan.Add(added)}}
}

func TestAnAmendmentIsDataThatComesBackAsItWas(t *testing.T) {
	a := everyKind(t)
	data, err := json.Marshal(a)
	require.NoError(t, err)
	var back plan.Amendment
	require.NoError(t, json.Unmarshal(data, &back))
	assert.Equal(t, a, back)
	want, err := plan.MustNew(document()).Amend("second", a)
	require.NoError(t, err)
	got, err := plan.MustNew(document()).Amend("second", back)
	require.NoError(t, err)
	assert.Equal(t, want, got, "and makes the same edition")

	kinds := map[plan.ChangeKind]bool{}
	for _, c := range a.Changes {
		kinds[c.Kind] = true
	}
	assert.Len(t, kinds, int(plan.Added), "every kind is tried")
}

func TestTheJSONOfAChangeHoldsWhatItsKindSets(t *testing.T) {
	data, err := json.Marshal([]plan.Change{plan.SetPopulation("master", percentOf("30")), plan.Decide("master", "lenient"), plan.Repeal("books")})
	require.NoError(t, err)
	assert.JSONEq(t, `[
		{"change": "population", "statement": "master", "threshold": {"comparator": "at-least", "amount": {"number": "30", "unit": "percent"}, "basis": "stated"}},
		{"change": "decides", "statement": "master", "key": "lenient"},
		{"change": "repealed", "statement": "books"}]`, string(data))
}

// A change of any kind that is read from outside is applied or refused, and never ends
// the program.
func FuzzReadAmendment(f *testing.F) {
	for _, text := range []string{`{"change":"population","statement":"master","threshold":{"comparator":"at-least","amount":{"number":"30","unit":"percent"},"basis":"stated"}}`,
		`{"change":"added","statement":"x"}`, `{"change":"words","statement":"master","key":"name"}`, `{"change":"reading","statement":"master","reading":{"key":"lenient"}}`,
		`{"change":"component","statement":"master","component":{"key":"","is":[]}}`, `{"change":"figure","statement":"master","figure":{"key":"rate"}}`, `{}`} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		var c plan.Change
		if json.Unmarshal([]byte(text), &c) != nil {
			return
		}
		next, err := amended(c)
		if err != nil {
			return
		}
		_, err = plan.New(next.Document())
		assert.NoError(t, err, "an edition that was made is sound")
	})
}
