package whatif

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/indicators/teacher"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules/verdict"
)

var asOf = quantity.DateOf(2024, 12, 31)

// file writes senior high teachers as a file: of each county how many have a master's
// education, how many a degree alone, and how many neither.
func file(counties ...any) []byte {
	var out strings.Builder
	out.WriteString("教职工号,区县,任教学段,学历,有硕士以上学位,专任教师,本周期培训学时\n")
	n := 0
	write := func(times int, county, education, degree string) {
		for range times {
			n++
			fmt.Fprintf(&out, "T%04d,%s,普通高中,%s,%s,是,%d\n", n, county, education, degree, 300+10*(n%10))
		}
	}
	for i := 0; i < len(counties); i += 4 {
		county := counties[i].(string)
		write(counties[i+1].(int), county, "硕士研究生", "是")
		write(counties[i+2].(int), county, "本科", "是")
		write(counties[i+3].(int), county, "本科", "否")
	}
	return []byte(out.String())
}

// two counties: of 100 teachers 12 have a master's education, and 4 more the degree.
var two = file("东昌区", 10, 0, 50, "集安市", 2, 4, 34)

func opened(t testing.TB, data []byte) *Session {
	t.Helper()
	s := &Session{}
	o, err := s.Open(data, Options{AsOf: asOf})
	require.NoError(t, err)
	require.Empty(t, o.Faults)
	return s
}

func shifted(t testing.TB, s *Session, moves ...Move) Scenario {
	t.Helper()
	var of Scenario
	for _, m := range moves {
		if m.Statement == "" {
			m.Statement = plan.SeniorMaster
		}
		var err error
		of, err = s.Moved(of, m)
		require.NoError(t, err)
	}
	return of
}

func answered(t testing.TB, s *Session, of Scenario) Answer {
	t.Helper()
	a, err := s.Answer(of)
	require.NoError(t, err)
	return a
}

var (
	fifteen = Move{Kind: plan.ChangedPopulation, To: "15"}
	degrees = Move{Kind: plan.ChangedDecides, To: "degree-counts"}
)

func TestScenariosOfPolicy(t *testing.T) {
	more := func(n, group string, newcomers bool) func(*Scenario) {
		return func(s *Scenario) {
			s.More = append(s.More, More{Statement: plan.SeniorMaster, Group: group, Number: n, Newcomers: newcomers})
		}
	}
	for name, c := range map[string]struct {
		moves              []Move
		more               []func(*Scenario)
		outcome            verdict.Outcome
		value, short, due  string
		recounted, touched int // statements; records of the statement that change
	}{
		"12 of 100 are the 12 % that the plan asks for":            {outcome: verdict.Met, value: "12/100", short: "0", due: "2025-12-31"},
		"15 % of 100 is three more than twelve":                    {moves: []Move{fifteen}, outcome: verdict.NotMet, value: "12/100", short: "3", due: "2025-12-31"},
		"13 % of 100 is one more":                                  {moves: []Move{{Kind: plan.ChangedPopulation, To: "13"}}, outcome: verdict.NotMet, value: "12/100", short: "1", due: "2025-12-31"},
		"12.01 % is short of one person, not of a hundredth":       {moves: []Move{{Kind: plan.ChangedPopulation, To: "12.01"}}, outcome: verdict.NotMet, value: "12/100", short: "1", due: "2025-12-31"},
		"a deadline that has passed is a miss":                     {moves: []Move{fifteen, {Kind: plan.ChangedDeadline, To: "2024-12-30"}}, outcome: verdict.NotMet, value: "12/100", short: "3", due: "2024-12-30"},
		"if degrees count, 16 of 100 reach 15 %":                   {moves: []Move{fifteen, degrees}, outcome: verdict.Met, value: "16/100", short: "0", due: "2025-12-31", touched: 4},
		"if degrees count, 12 % is met by four more":               {moves: []Move{degrees}, outcome: verdict.Met, value: "16/100", short: "0", due: "2025-12-31", touched: 4},
		"two more trained of three leave one short":                {moves: []Move{fifteen}, more: []func(*Scenario){more("2", "集安市", false)}, outcome: verdict.NotMet, value: "14/100", short: "1", due: "2025-12-31"},
		"three more trained in one county reach it":                {moves: []Move{fifteen}, more: []func(*Scenario){more("3", "集安市", false)}, outcome: verdict.Met, value: "15/100", short: "0", due: "2025-12-31"},
		"three trained in two counties reach it":                   {moves: []Move{fifteen}, more: []func(*Scenario){more("1", "集安市", false), more("2", "东昌区", false)}, outcome: verdict.Met, value: "15/100", short: "0", due: "2025-12-31"},
		"three newcomers do not: 15 of 103 are below 15 %":         {moves: []Move{fifteen}, more: []func(*Scenario){more("3", "集安市", true)}, outcome: verdict.NotMet, value: "15/103", short: "1", due: "2025-12-31"},
		"four newcomers do: 16 of 104 are 15.38 %":                 {moves: []Move{fifteen}, more: []func(*Scenario){more("4", "集安市", true)}, outcome: verdict.Met, value: "16/104", short: "0", due: "2025-12-31"},
		"a threshold that is put back is the plan's own":           {moves: []Move{fifteen, {Kind: plan.ChangedPopulation}}, outcome: verdict.Met, value: "12/100", short: "0", due: "2025-12-31"},
		"the plan's own number again is no change":                 {moves: []Move{fifteen, {Kind: plan.ChangedPopulation, To: "12"}}, outcome: verdict.Met, value: "12/100", short: "0", due: "2025-12-31"},
		"another statement's duty leaves this one as it is":        {moves: []Move{{Statement: plan.TeacherTrainingHours, Kind: plan.ChangedEach, To: "300"}}, outcome: verdict.Met, value: "12/100", short: "0", due: "2025-12-31", recounted: 1},
		"a threshold that was moved twice has its last value only": {moves: []Move{fifteen, {Kind: plan.ChangedPopulation, To: "20"}}, outcome: verdict.NotMet, value: "12/100", short: "8", due: "2025-12-31"},
	} {
		t.Run(name, func(t *testing.T) {
			s := opened(t, two)
			of := shifted(t, s, c.moves...)
			of.Statement = plan.SeniorMaster
			for _, add := range c.more {
				add(&of)
			}
			a := answered(t, s, of)
			r := a.Statement.After.Result
			assert.Equal(t, c.outcome, r.Outcome, r.String())
			assert.Equal(t, c.value, r.Value.Of.Number()+"/"+r.Value.Per.Number())
			assert.Equal(t, c.short, r.Shortfall.Low.Number())
			assert.Equal(t, c.due, r.Deadline.On.String())
			assert.Len(t, a.Recounted, c.recounted)
			before := a.Statement.Before.Result
			assert.Equal(t, "12/100 tonghua-2021-2025", before.Value.Of.Number()+"/"+before.Value.Per.Number()+" "+before.Edition, "today stays as it is")
			var touched int64
			for _, one := range a.Touched {
				for _, m := range one.Moves {
					if one.Statement == plan.SeniorMaster {
						touched += m.Records
					}
				}
			}
			assert.EqualValues(t, c.touched, touched)
		})
	}
}

func TestACountyHasAPartInTheWholeAndIsToldWhatItWouldNeedAlone(t *testing.T) {
	s := opened(t, two)
	a := answered(t, s, shifted(t, s, fifteen))
	require.Len(t, a.Statement.Groups, 2)
	first, second := a.Statement.Groups[0], a.Statement.Groups[1]
	assert.Equal(t, []string{"东昌区", "集安市"}, []string{first.Name, second.Name})
	assert.Equal(t, verdict.ForComparison, first.After.Result.Reason, "the city's target is no county's")
	assert.Equal(t, "其中10名教师，共60名教师", first.After.Part.ZH)
	assert.Equal(t, "除该组外合计为5.00%", first.After.Whole.ZH)
	assert.Equal(t, "met", first.Alone.After.Outcome.String(), "10 of 60 are 16.67 %")
	assert.Equal(t, "4", second.Alone.After.Shortfall.Low.Number(), "15 % of 40 is 6, and 2 are there")
	assert.Equal(t, "3", second.Alone.Before.Shortfall.Low.Number(), "12 % of 40 is 4.8")
}

func TestOnlyWhatIsAskedOtherwiseIsCountedAnew(t *testing.T) {
	s := opened(t, two)
	hours := func(to string) Move {
		return Move{Statement: plan.TeacherTrainingHours, Kind: plan.ChangedEach, To: to}
	}
	for _, c := range []struct {
		name  string
		moves []Move
		want  []plan.ID
	}{
		{"a population's threshold", []Move{fifteen}, nil},
		{"a deadline", []Move{{Kind: plan.ChangedDeadline, To: "2026-06-30"}}, nil},
		{"a reading that was counted already", []Move{degrees}, nil},
		{"what each must reach", []Move{hours("310")}, []plan.ID{plan.TeacherTrainingHours}},
		{"the same again, whose counts were kept", []Move{hours("310")}, nil},
		{"another figure", []Move{hours("320")}, []plan.ID{plan.TeacherTrainingHours}},
		{"the first one of them, still kept", []Move{hours("310"), fifteen}, nil},
	} {
		a := answered(t, s, shifted(t, s, c.moves...))
		assert.ElementsMatch(t, c.want, a.Recounted, c.name)
	}
}

// Counts that are kept beside those of the plan make room, and verdicts stay right.
func TestManyScenariosKeepWhatWasCountedInBounds(t *testing.T) {
	s := opened(t, two)
	for hours := range 120 {
		of := shifted(t, s, Move{Statement: plan.TeacherTrainingHours, Kind: plan.ChangedEach, To: fmt.Sprint(290 + hours)})
		of.Statement = plan.TeacherTrainingHours
		want := 0 // teachers have 300, 310, ... 390 hours, ten of each
		for h := 300; h < 400; h += 10 {
			if h >= 290+hours {
				want += 10
			}
		}
		assert.Equal(t, fmt.Sprint(want), answered(t, s, of).Statement.After.Result.Value.Of.Number())
	}
	h := s.held.(*register[teacher.Record])
	assert.Less(t, len(h.counts.Groups[0].Counts.Answers), 5*h.plain)
}

func TestAnAnswerIsTheSameOnASecondVisitWithTheLink(t *testing.T) {
	s := opened(t, two)
	of := shifted(t, s, fifteen, degrees, Move{Kind: plan.ChangedDeadline, To: "2026-12-31"})
	of.More = []More{{Statement: plan.SeniorMaster, Group: "集安市", Number: "2"}}
	a := answered(t, s, of)
	again, err := ParseLink("#" + a.Link)
	require.NoError(t, err)
	first, err := json.Marshal(a)
	require.NoError(t, err)
	second, err := json.Marshal(answered(t, opened(t, two), again))
	require.NoError(t, err)
	assert.JSONEq(t, string(first), string(second))
	assert.Equal(t, string(first), string(second))
}

func TestWhatIsAssumedIsSaidInWords(t *testing.T) {
	s := opened(t, two)
	of := shifted(t, s, fifteen)
	of.More = []More{{Statement: plan.SeniorMaster, Group: "集安市", Number: "2"}}
	a := answered(t, s, of)
	require.Len(t, a.Assumed, 2)
	assert.Contains(t, a.Assumed[0].Text.ZH, "不低于12%→不低于15%")
	assert.Equal(t, "高中硕士以上学历教师占比：集安市：再有2名教师符合要求", a.Assumed[1].Text.ZH)
	assert.Equal(t, "Senior secondary teachers with master's education or above: 2 teachers more comply in 集安市", a.Assumed[1].Text.EN)
	assert.Equal(t, []int{0, 1}, []int{a.Assumed[0].Number, a.Assumed[1].Number})
	left := answered(t, s, of.Without(1))
	require.Len(t, left.Assumed, 1)
	assert.Contains(t, left.Assumed[0].Text.ZH, "15%")
	left = answered(t, s, of.Without(0))
	require.Len(t, left.Assumed, 1)
	assert.Contains(t, left.Assumed[0].Text.ZH, "集安市")
	assert.Equal(t, of, of.Without(2), "there is no third one")
}

func TestEnrolmentIsAnAmountThatGrows(t *testing.T) {
	data := []byte("区县,level,enrolled,official_age\n东昌区,高中阶段,900,1000\n集安市,高中阶段,900,1000\n")
	s := &Session{}
	o, err := s.Open(data, Options{AsOf: asOf})
	require.NoError(t, err)
	assert.Equal(t, "enrolment", o.Subject.Key)
	of := Scenario{Statement: plan.SeniorGrossEnrolment, More: []More{{Statement: plan.SeniorGrossEnrolment, Group: "集安市", Number: "120"}}}
	a := answered(t, s, of)
	before, after := a.Statement.Before.Result, a.Statement.After.Result
	assert.Equal(t, "1800/2000", before.Value.Of.Number()+"/"+before.Value.Per.Number())
	assert.Equal(t, "1920/2000", after.Value.Of.Number()+"/"+after.Value.Per.Number())
	assert.Equal(t, "1020/1000", a.Statement.Groups[1].After.Result.Value.Of.Number()+"/"+a.Statement.Groups[1].After.Result.Value.Per.Number(), "a gross ratio may exceed 100 %")
	of.More[0].Newcomers = true
	_, err = s.Answer(of)
	assert.ErrorContains(t, err, "totals")
}

func TestEveryTextIsThereInBothLanguages(t *testing.T) {
	s := opened(t, two)
	a := answered(t, s, shifted(t, s, fifteen))
	for _, one := range append(a.Others, a.Statement) {
		for _, said := range []Said{one.Before, *one.After} {
			for _, text := range []bilingual.Text{said.Requirement, said.Due, said.Part, said.Whole, said.Settling, said.Lacking, said.Firmness, said.Pace} {
				assert.Equal(t, text.ZH == "", text.EN == "", one.Statement)
			}
		}
	}
}
