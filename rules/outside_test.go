package rules_test

import (
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/count"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/indicators/teacher"
	"github.com/eduplan/tonghua/rules"
	"github.com/eduplan/tonghua/rules/tonghua"
	"github.com/eduplan/tonghua/rules/verdict"
)

// anyTeacher has some fields of words filled in.
func anyTeacher(random *rand.Rand) (r teacher.Record) {
	for _, f := range r.Subject().Fields() {
		switch words := f.Vocabulary(); {
		case random.IntN(3) == 0:
		case words != nil && random.IntN(8) == 0:
			_ = f.Parse(&r, "invalid")
		case words != nil:
			_ = f.Parse(&r, words.Entries()[random.IntN(words.Len())].Key)
		}
	}
	if random.IntN(20) == 0 {
		r.Skip()
	}
	return r
}

func TestReasonsForBeingOutOfScopeAddUpToTheRecords(t *testing.T) {
	random := rand.New(rand.NewPCG(21, 10))
	for _, set := range []rules.Set[teacher.Record]{tonghua.Teachers(), {tonghua.SeniorMaster}, {tonghua.SeniorMaster, tonghua.TeamCountyLeaders}} {
		checkReasons(t, random, set)
	}
}

func checkReasons(t *testing.T, random *rand.Rand, set rules.Set[teacher.Record]) {
	panel := rules.MustPanel(rules.AsIs[teacher.Record], set...).ScopeReasons()
	var firstNo []*count.Counter[teacher.Record] // of each rule, its conditions one by one
	for _, rule := range set {
		asked, err := rule.Asks(asOf)
		require.NoError(t, err)
		var questions []count.Question[teacher.Record]
		for _, part := range partsOf(asked[0].Question.Among) {
			questions = append(questions, count.Question[teacher.Record]{Key: part.Text(bilingual.English), Among: part})
		}
		counter, err := count.New(asOf, questions...)
		require.NoError(t, err)
		firstNo = append(firstNo, counter)
	}
	outOfAll := int64(0)
	for range 60 {
		rows := make([]teacher.Record, 1+random.IntN(30))
		for i := range rows {
			rows[i] = anyTeacher(random)
		}
		results, err := panel.Evaluate(asOf, rows)
		require.NoError(t, err)
		require.Len(t, results.Outside, len(set)+1)
		want := make([]int64, len(set))
		none := int64(0)
		reasons := make([]map[string]int64, len(set))
		for _, row := range rows {
			said, err := rules.Explain(asOf, row, set...)
			require.NoError(t, err)
			if said[0].Role == verdict.NoMember {
				continue
			}
			everywhere := true
			for i, e := range said {
				if e.Role != verdict.OutsideScope {
					everywhere = false
					continue
				}
				want[i]++
				if reasons[i] == nil {
					reasons[i] = map[string]int64{}
				}
				asked, _ := set[i].Asks(asOf)
				for k, part := range partsOf(asked[0].Question.Among) {
					if class, _ := firstNo[i].Class(k, row); class == count.OutOfScope {
						reasons[i]["not ("+part.Text(bilingual.English)+")"]++
						break
					}
				}
			}
			if everywhere {
				none++
			}
		}
		for i, o := range results.Outside {
			require.Equal(t, results.Read-results.Skipped, o.Records+o.Open+o.In)
			sum := int64(0)
			for _, r := range o.Reasons {
				require.Positive(t, r.Records)
				sum += r.Records
			}
			require.Equal(t, o.Records, sum, "%v", o)
			if i == len(set) {
				require.Equal(t, none, o.Records, "in the scope of no rule")
				continue
			}
			require.Equal(t, want[i], o.Records, "%v", o)
			for _, r := range o.Reasons {
				require.Equal(t, reasons[i][r.Why.EN], r.Records, "%v", o)
			}
		}
		outOfAll += none
	}
	if len(set) == 1 {
		assert.Positive(t, outOfAll)
	}
}

func partsOf(c indicators.Condition[teacher.Record]) (list []indicators.Condition[teacher.Record]) {
	if c.Shape() != indicators.Conjunction {
		return []indicators.Condition[teacher.Record]{c}
	}
	for _, p := range c.Parts() {
		list = append(list, partsOf(p)...)
	}
	return list
}

func TestARecordOfNoRuleIsNamedByWhatItIs(t *testing.T) {
	rows := []teacher.Record{
		{Stage: indicators.Primary, FullTime: indicators.Yes}, {Stage: indicators.Primary, FullTime: indicators.Yes},
		{Stage: indicators.SeniorHigh, FullTime: indicators.No}, {Stage: indicators.SeniorHigh}, {Stage: indicators.SeniorHigh, FullTime: indicators.Yes},
	}
	panel := rules.MustPanel(rules.AsIs[teacher.Record], rules.Rule[teacher.Record](tonghua.SeniorMaster))
	plain, err := panel.Evaluate(asOf, rows)
	require.NoError(t, err)
	assert.Nil(t, plain.Outside, "nobody has asked")
	results, err := panel.ScopeReasons().Evaluate(asOf, rows)
	require.NoError(t, err)
	require.Len(t, results.Outside, 2)
	assert.Equal(t, "高中硕士以上学历教师占比：5条记录中2条不在范围内：不符合“任教学段为普通高中”的2条", results.Outside[0].String())
	assert.Equal(t, "教师：5条记录中2条不在任何规则的范围内：任教学段为小学的2条", results.Outside[1].String())
	assert.Equal(t, "teachers: 2 of 5 records in the scope of no rule: 2 stage taught primary", results.Outside[1].Text(bilingual.English))
	assert.True(t, plain.Rules[0].Equal(results.Rules[0]), "reasons change no verdict")
}

func TestAScopeThatShrinksIsWarnedOf(t *testing.T) {
	on := func(day quantity.Date, inScope int64) verdict.Result {
		return verdict.Result{Statement: "senior-master", AsOf: day, Records: verdict.Records{InScope: inScope}}
	}
	june, december := quantity.DateOf(2025, 6, 30), asOf
	assert.Equal(t, "范围缩小：在范围内的记录由2025年6月30日的1000条减至999条", on(december, 999).Narrowed(on(june, 1000), bilingual.Chinese))
	assert.Empty(t, on(december, 1000).Narrowed(on(june, 1000), bilingual.Chinese))
	assert.Empty(t, on(june, 999).Narrowed(on(december, 1000), bilingual.Chinese), "an earlier date is not later")
}
