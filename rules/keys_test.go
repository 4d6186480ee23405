package rules_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/mappings"
	"github.com/eduplan/tonghua/indicators/rows"
	"github.com/eduplan/tonghua/indicators/teacher"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules"
	"github.com/eduplan/tonghua/rules/tonghua"
	"github.com/eduplan/tonghua/rules/verdict"
)

// member is a row of a staff table with the number of a teacher.
type member struct {
	number, county string
	teacher.Record
}

func masterPanel() *rules.Panel[member, teacher.Record] {
	return rules.MustPanel(func(from *member, to *teacher.Record) { *to = from.Record }, tonghua.SeniorMaster).
		Keyed(func(m *member) string { return m.number })
}

func senior(number, county string, education indicators.Education) member {
	return member{number, county, teacher.Record{Stage: indicators.SeniorHigh, Education: education}}
}

// The plan asks for masters among 12 % of senior-high teachers.
func TestADoubledExportIsNoticedAndTurnsNoVerdict(t *testing.T) {
	var staff []member
	for i := range 100 {
		education := indicators.Bachelor
		if i < 12 {
			education = indicators.Master
		}
		staff = append(staff, senior(fmt.Sprint("T", i), "东昌区", education))
	}
	once, err := masterPanel().Expecting(100).Evaluate(asOf, staff)
	require.NoError(t, err)
	require.Equal(t, verdict.Met, once.Rules[0].Outcome)
	for _, c := range []struct {
		name    string
		rows    []member
		outcome verdict.Outcome
		says    string
	}{
		{"the whole export twice", slices.Concat(staff, staff), verdict.Met, "记录200条，适用100条，重复100条"},
		{"a master twice is one master", append(slices.Clone(staff[1:]), staff[1]), verdict.Undetermined, "记录100条，适用99条，重复1条，缺报1条"},
		{"a bachelor whom another row calls a master may be one", append(slices.Clone(staff), senior("T50", "东昌区", indicators.Master)), verdict.Met, "记录101条，适用100条，重复1条，待定1条，学历缺1条"},
		{"a master whom another row calls a bachelor may be none", append(slices.Clone(staff), senior("T3", "东昌区", indicators.Bachelor)), verdict.Undetermined, "记录101条，适用100条，重复1条，待定1条，学历缺1条"},
	} {
		results, err := masterPanel().Expecting(100).Evaluate(asOf, c.rows)
		require.NoError(t, err)
		assert.Equal(t, c.outcome, results.Rules[0].Outcome, c.name)
		assert.Contains(t, results.Rules[0].String(), c.says, c.name)
		assert.Equal(t, results.Read, results.Skipped+results.Doubled+100-results.Rules[0].Records.Absent, c.name)
	}
}

func TestTheNumbersOfATableAndOfItsVerdictsAddUp(t *testing.T) {
	file := "教职工号,教职工类别,任教学段,学历\nT1,专任教师,高中,硕士\nT2,专任教师,高中,本科\n\nT1,专任教师,高中,硕士\nT3,工勤人员,,\nT4,专任教师,高中,某学历\n"
	list, err := mappings.Teachers().ReadCSV(strings.NewReader(file))
	require.NoError(t, err)
	results, err := rules.MustPanel((*rows.Row[teacher.Record]).Map, tonghua.SeniorMaster).Keyed((*rows.Row[teacher.Record]).Who).Evaluate(asOf, list.Rows)
	require.NoError(t, err)
	assert.Equal(t, list.Read, results.Read)
	assert.Equal(t, list.Skipped, results.Skipped)
	assert.Equal(t, list.Doubled, results.Doubled)
	n := results.Rules[0].Records
	assert.Equal(t, verdict.Records{Read: 5, Skipped: 1, Doubled: 1, InScope: 3, Open: 1, Invalid: 1}, n)
	assert.EqualValues(t, 1, list.Refused)
	assert.Equal(t, list.Lines, list.Blank+list.Read)
}

func TestADoubleIsAFaultThatNamesBothRows(t *testing.T) {
	rows := []member{senior("T1", "a", indicators.Master), senior("", "a", indicators.Master), senior("T2", "a", indicators.InvalidWord), senior("T1", "b", indicators.Doctor), senior("T2", "b", indicators.InvalidWord)}
	want := []string{
		"第2行：没有编号，无法查重",
		"第3行（T2）：学历不在代码表内",
		"第4行（T1）：与第1行重复",
		"第5行（T2）：与第3行重复",
		"第5行（T2）：学历不在代码表内",
	}
	for goroutines := range 3 {
		var told []string
		p := masterPanel().Parallel(goroutines).OnFault(func(of *member, f verdict.Fault) {
			assert.Equal(t, rows[f.Row].number, of.number)
			told = append(told, f.String())
		})
		results, err := p.Evaluate(asOf, rows)
		require.NoError(t, err)
		assert.Equal(t, want, told)
		var kept []string
		for _, f := range results.Faults {
			kept = append(kept, f.String())
		}
		assert.Equal(t, want, kept)
		assert.Equal(t, "row 4 (T1): the same record as row 1", results.Faults[2].Text(bilingual.English))
		assert.EqualValues(t, 2, results.Doubled)
	}
}

func TestATeacherOfTwoCountiesIsInBothAndOnceInTheCity(t *testing.T) {
	rows := []member{
		senior("T1", "东昌区", indicators.Master), senior("T2", "东昌区", indicators.Bachelor),
		senior("T1", "二道江区", indicators.Master), senior("T3", "二道江区", indicators.Bachelor), senior("T3", "二道江区", indicators.Master),
		senior("T1", "通化县", indicators.Master),
	}
	groups, err := rules.EvaluateBy(masterPanel(), asOf, rows, func(m *member) string { return m.county })
	require.NoError(t, err)
	all, err := masterPanel().Evaluate(asOf, rows)
	require.NoError(t, err)
	require.Equal(t, asJSON(t, all), asJSON(t, groups.Total()))
	one, _ := groups.Of("二道江区")
	assert.Equal(t, verdict.Records{Read: 3, Doubled: 1, InScope: 2, Open: 1}, one.Rules[0].Records)

	urban, err := rules.RollUp(groups, func(county string) bool { return strings.HasSuffix(county, "区") })
	require.NoError(t, err)
	total := urban.Total()
	total.Faults = all.Faults
	require.Equal(t, asJSON(t, all), asJSON(t, total))
	two, _ := urban.Of(true)
	assert.Equal(t, verdict.Records{Read: 5, Doubled: 2, InScope: 3, Open: 1}, two.Rules[0].Records)

	register, err := groups.Register(func(s string) string { return s })
	require.NoError(t, err)
	register = travelled(t, register)
	gathered, err := masterPanel().Gather(register)
	require.NoError(t, err)
	total = gathered.Total()
	total.Faults = all.Faults
	require.Equal(t, asJSON(t, all), asJSON(t, total))
	assert.Equal(t, []string{"东昌区", "二道江区", "通化县"}, register.Overlaps[0].Groups)

	for name, spoil := range map[string]func(*rules.RegisterOverlap){
		"of one group":               func(o *rules.RegisterOverlap) { o.Groups = o.Groups[:1] },
		"of a group that is none":    func(o *rules.RegisterOverlap) { o.Groups = []string{"东昌区", "市"} },
		"of what nobody has counted": func(o *rules.RegisterOverlap) { o.Counts.Read += 7; o.Counts.Skipped += 7 },
	} {
		bad := travelled(t, register)
		spoil(&bad.Overlaps[0])
		_, err := masterPanel().Gather(bad)
		assert.ErrorIs(t, err, rules.ErrImpossible, name)
	}
}

func TestASavedFormReplacesByKeyHoweverOftenItComes(t *testing.T) {
	e, err := masterPanel().Start(asOf)
	require.NoError(t, err)
	forms := []member{senior("T1", "", indicators.InvalidWord), senior("T2", "", indicators.Bachelor), senior("T2", "", indicators.Master)}
	for i := range forms {
		require.NoError(t, e.Add(&forms[i]))
	}
	require.Len(t, e.Results().Faults, 2)
	right := senior("T1", "", indicators.Master)
	for range 2 {
		require.NoError(t, e.Put(&right))
		require.NoError(t, e.Put(&forms[1]))
	}
	results := e.Results()
	assert.Empty(t, results.Faults, "what was wrong is replaced")
	assert.Equal(t, verdict.Records{Read: 2, InScope: 2}, results.Rules[0].Records)
	for _, want := range []bool{true, false} {
		there, err := e.Delete("T2")
		require.NoError(t, err)
		assert.Equal(t, want, there)
	}
	only, err := masterPanel().Evaluate(asOf, []member{right})
	require.NoError(t, err)
	assert.Equal(t, asJSON(t, only), asJSON(t, e.Results()))

	assert.ErrorIs(t, e.Retract(&right), rules.ErrKeyed)
	assert.ErrorIs(t, e.Replace(&right, &right), rules.ErrKeyed)
	assert.ErrorIs(t, e.Put(&member{}), rules.ErrNoKey)
	assert.Equal(t, asJSON(t, only), asJSON(t, e.Results()), "refusals change nothing")

	state, err := e.MarshalBinary()
	require.NoError(t, err)
	restored, err := masterPanel().Restore(state)
	require.NoError(t, err)
	assert.ErrorIs(t, restored.Put(&right), rules.ErrNoKeys)
	_, err = restored.Delete("T1")
	assert.ErrorIs(t, err, rules.ErrNoKeys)
	require.NoError(t, restored.Add(&forms[1]))
	assert.EqualValues(t, 2, restored.Results().Read)

	var none *rules.Evaluator[member, teacher.Record]
	assert.ErrorIs(t, none.Put(&right), rules.ErrZero)
	_, err = none.Delete("T1")
	assert.ErrorIs(t, err, rules.ErrZero)
}

func TestEvaluatorsWithKeysMergeToTheWhole(t *testing.T) {
	rows := []member{senior("T1", "", indicators.Master), senior("T2", "", indicators.Bachelor), senior("T1", "", indicators.Bachelor), senior("T3", "", indicators.Master), senior("T2", "", indicators.Bachelor)}
	whole, err := masterPanel().Evaluate(asOf, rows)
	require.NoError(t, err)
	for cut := range rows {
		a, err := masterPanel().Part("东昌区").Start(asOf)
		require.NoError(t, err)
		b, err := masterPanel().Part("二道江区").Start(asOf)
		require.NoError(t, err)
		for i := range rows {
			if i < cut {
				require.NoError(t, a.Add(&rows[i]))
			} else {
				require.NoError(t, b.Add(&rows[i]))
			}
		}
		require.NoError(t, a.Merge(b))
		assert.Equal(t, asJSON(t, figuresOf(whole)), asJSON(t, figuresOf(a.Results())), "cut at %d", cut)
		assert.ErrorIs(t, a.Merge(b), rules.ErrMerged)
		counts, err := a.Counts()
		require.NoError(t, err)
		assert.Len(t, counts.Parts, 2)
	}
	keyed, err := masterPanel().Start(asOf)
	require.NoError(t, err)
	plain, err := rules.MustPanel(func(from *member, to *teacher.Record) { *to = from.Record }, tonghua.SeniorMaster).Start(asOf)
	require.NoError(t, err)
	assert.ErrorIs(t, keyed.Merge(plain), rules.ErrMismatch)
}

func TestTheTableOfACountyIsMergedOnce(t *testing.T) {
	table := func(name string, p *rules.Panel[member, teacher.Record]) *rules.Groups[string] {
		groups, err := rules.EvaluateBy(p.Part(name), asOf, []member{senior("T1", name, indicators.Master)}, func(m *member) string { return m.county })
		require.NoError(t, err)
		return groups
	}
	all := table("东昌区", masterPanel())
	require.NoError(t, all.Merge(table("二道江区", masterPanel())))
	assert.ErrorIs(t, all.Merge(table("东昌区", masterPanel())), rules.ErrMerged)
	assert.EqualValues(t, 2, all.Total().Read)
	register, err := all.Register(name)
	require.NoError(t, err)
	gathered, err := masterPanel().Gather(travelled(t, register))
	require.NoError(t, err)
	assert.ErrorIs(t, gathered.Merge(table("二道江区", masterPanel())), rules.ErrMerged, "also after it was stored")
	rolled, err := rules.RollUp(all, func(string) plan.Bearer { return plan.City })
	require.NoError(t, err)
	assert.EqualValues(t, 2, rolled.Total().Read)
}
