package plan_test

import (
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/plan"
)

// phrased gives the statement that has everything another phrase.
func phrased(zh, en string, saidBy ...string) func(*plan.Statement) {
	return func(s *plan.Statement) { s.Demand, s.SaidBy = both(zh, en), saidBy }
}

func TestPlaceholdersAreFilledInBothLanguages(t *testing.T) {
	for _, c := range []struct {
		says    string
		spoil   func(*plan.Statement)
		reading string
		zh, en  string
	}{
		{"a share and a parameter print their unit", func(*plan.Statement) {}, "",
			"16岁以上的教师有一项证书，其中25%以上有硕士学历", "teachers from 16 years of age up hold a certificate, and 25 % or more of them a master's degree"},
		{"the threshold on each prints the noun of what is counted", func(s *plan.Statement) {
			phrased("每人有{each}", "each has {each}", "population")(s)
			s.Each = atLeast("2", quantity.Item, plan.Stated)
		}, "", "每人有2份证书", "each has 2 certificates"},
		{"without a noun it prints the words of its unit", func(s *plan.Statement) {
			phrased("每人有{each}", "each has {each}", "population")(s)
			s.Each, s.Noun = atLeast("2", quantity.Item, plan.Stated), bilingual.Text{}
		}, "", "每人有2项", "each has 2 items"},
		{"a noun does not stand for what is not counted", func(s *plan.Statement) {
			phrased("每人培训{each}", "each is trained for {each}", "population")(s)
			s.Each = atLeast("360", quantity.Hour, plan.Stated)
		}, "", "每人培训360学时", "each is trained for 360 hours"},
		{"the noun of one thing is one", func(s *plan.Statement) { phrased("每人有{each}", "each has {each}", "population")(s) }, "", "每人有1份证书", "each has 1 certificate"},
		{"a range prints the noun as well", func(s *plan.Statement) {
			phrased("每人有{each}", "each has {each}", "population")(s)
			s.Each = threshold(plan.Between, "1", quantity.Item, plan.Stated)
			s.Each.To = threshold(plan.AtMost, "2", quantity.Item, plan.Stated).Amount
		}, "", "每人有1至2份证书", "each has 1 to 2 certificates"},
		{"a range prints both its ends", func(s *plan.Statement) {
			phrased("每人培训{each}", "each is trained for {each}", "population")(s)
			s.Each = threshold(plan.Between, "30", quantity.Hour, plan.Stated)
			s.Each.To = threshold(plan.AtMost, "50", quantity.Hour, plan.Stated).Amount
		}, "", "每人培训30至50学时", "each is trained for 30 to 50 hours"},
		{"a figure prints its amount", phrased("由{rate}提高到{population}", "rises from {rate} to {population}", "each"), "",
			"由20%提高到25%", "rises from 20 % to 25 %"},
		{"a parameter that nobody set says so", phrased("{open}以上的占{population}", "{population} are above {open}", "each"), "",
			"“待定”（未定）以上的占25%", "25 % are above the left open (not set)"},
		{"a reading has its own words and its own figure", func(*plan.Statement) {}, "lenient",
			"有硕士学历的不低于24%", "no fewer than 24 % hold a master's degree"},
		{"a reading without words of its own has the statement's, with its own figure", func(s *plan.Statement) { s.Readings[1].Demand = bilingual.Text{} }, "lenient",
			"16岁以上的教师有一项证书，其中24%以上有硕士学历", "teachers from 16 years of age up hold a certificate, and 24 % or more of them a master's degree"},
		{"a reading without figures has those of the statement", func(*plan.Statement) {}, "strict",
			"16岁以上的教师有一项证书，其中25%以上有硕士学历", "teachers from 16 years of age up hold a certificate, and 25 % or more of them a master's degree"},
		{"a statement without words says its thresholds", phrased("", ""), "", "每条记录不低于1项，总体不低于25%", "each record at least 1 item, altogether at least 25 %"},
		{"a statement without words, of each record alone", func(s *plan.Statement) { phrased("", "")(s); s.Population = none }, "",
			"每条记录不低于1项", "each record at least 1 item"},
		{"a statement without words, of the population alone", func(s *plan.Statement) { phrased("", "")(s); s.Each = none }, "", "不低于25%", "at least 25 %"},
		{"a statement without words and thresholds says nothing", func(s *plan.Statement) { phrased("", "")(s); s.Each, s.Population = none, none }, "", "", ""},
	} {
		t.Run(c.says, func(t *testing.T) {
			d := document()
			c.spoil(&d.Statements[1])
			p, err := plan.New(d)
			require.NoError(t, err)
			s := of(t, p, "master")
			r, _ := s.Reading(c.reading)
			assert.Equal(t, both(c.zh, c.en), s.DemandUnder(r))
		})
	}
}

func TestAnAmendedFigureStandsInTheDemand(t *testing.T) {
	lenient := document().Statements[1].Readings[1]
	lenient.Population = percentOf("20")
	for _, c := range []struct {
		says    string
		changes []plan.Change
		reading string
		zh, en  string
	}{
		{"the demand altogether", []plan.Change{plan.SetPopulation("master", percentOf("30")), plan.SetReading("master", lenient)}, "",
			"16岁以上的教师有一项证书，其中30%以上有硕士学历", "teachers from 16 years of age up hold a certificate, and 30 % or more of them a master's degree"},
		{"that of a reading", []plan.Change{plan.SetReading("master", lenient)}, "lenient", "有硕士学历的不低于20%", "no fewer than 20 % hold a master's degree"},
		{"a parameter", []plan.Change{plan.SetParameter("master", "age", age(45), plan.Stated)}, "",
			"45岁以上的教师有一项证书，其中25%以上有硕士学历", "teachers from 45 years of age up hold a certificate, and 25 % or more of them a master's degree"},
	} {
		t.Run(c.says, func(t *testing.T) {
			p, err := amended(c.changes...)
			require.NoError(t, err)
			s := of(t, p, "master")
			r, _ := s.Reading(c.reading)
			assert.Equal(t, both(c.zh, c.en), s.DemandUnder(r))
		})
	}
	p := plan.Tonghua().MustAmend("what-if", plan.Amendment{By: order, Effective: effective, Changes: []plan.Change{plan.SetPopulation(plan.SeniorMaster, percentOf("15"))}})
	assert.Equal(t, both("高中教师中具有硕士研究生以上学历的达到15%以上", "at least 15 % of senior secondary teachers have completed master-level education or above"),
		of(t, p, plan.SeniorMaster).DemandUnder(plan.Reading{}))
}

func TestWhatADemandRestsOn(t *testing.T) {
	s := of(t, plan.MustNew(document()), "master")
	r, _ := s.Reading("lenient")
	for says, c := range map[string]struct {
		reading plan.Reading
		want    []string
	}{
		"the statement's own figures, and the parameter that the phrase names":   {plan.Reading{}, []string{"each 1份证书：文中明示", "population 25%：文中明示", "age 16岁：非规划原文，按官方口径，普查"}},
		"a reading's figure in the place of the statement's, which was inferred": {r, []string{"each 1份证书：文中明示", "population 24%：系推定"}},
	} {
		var got []string
		for _, f := range s.Deciding(c.reading) {
			got = append(got, f.Key+" "+f.Amount.ZH+"："+f.Origin.In(bilingual.Chinese))
			inBoth(t, f.Name, f.Key)
		}
		assert.Equal(t, c.want, got, says)
	}
	compared := statement(t, plan.SpendingOnlyRises).Deciding(plan.Reading{})
	require.Len(t, compared, 2)
	assert.Equal(t, both("比较基准", "the comparison"), compared[0].Amount, "a word says it: once the year before")
	assert.Equal(t, both("2倍", "2 times"), statement(t, plan.EthnicDoubleFunds).Deciding(plan.Reading{})[0].Amount, "a number says it")
	d := document()
	phrased("占{population}", "{population}", "each")(&d.Statements[1])
	assert.Len(t, of(t, plan.MustNew(d), "master").Deciding(plan.Reading{}), 2, "a parameter that the phrase does not name decides nothing")
}

func TestPhrasesThatMeanNothingAreRefused(t *testing.T) {
	const begins = `plan: statement "master": `
	twice := func(text string) []string { return []string{begins + text, begins + text} } // in each language
	refused(t, []broken{
		{"a figure that the statement does not have", master(phrased("{share}占{population}", "{share} of {population}", "each")), twice("demand: {share} stands for nothing")},
		{"a figure that it does not have, in one language", master(phrased("占{population}", "{share} of {population}", "each")),
			[]string{begins + "demand: {share} stands for nothing"}},
		{"how many are short, which no demand knows", master(phrased("还需{n}，占{population}", "{n} more, {population}", "each")), twice("demand: {n} stands for nothing")},
		{"a placeholder without key", master(phrased("{}占{population}", "{} of {population}", "each")), twice("demand: {} stands for nothing")},
		{"a figure twice", master(phrased("{population}以上，{population}", "{population} or more, {population}", "each")), twice("demand: {population} stands twice")},
		{"a figure that a word says as well", master(phrased("全部，即{population}", "all, or {population}", "each", "population")),
			twice("demand: {population} is said by a word as well")},
		{"no figure of the population", master(phrased("有硕士学历", "hold a master's degree", "each")), twice("demand: nothing says the figure of population")},
		{"no figure of the population, in one language", master(phrased("{population}有硕士学历", "many hold a master's degree", "each")),
			[]string{begins + "demand: nothing says the figure of population"}},
		{"no figure of each", master(phrased("{population}有硕士学历", "{population} hold a master's degree")), twice("demand: nothing says the figure of each")},
		{"a demand in Chinese only", master(phrased("占{population}", "", "each")),
			[]string{begins + "demand: wanted in both languages", begins + "demand: nothing says the figure of population"}},
		{"a digit outside a placeholder", master(phrased("占{population}，5年内", "{population} within years", "each")),
			[]string{begins + `demand: "占{population}，5年内" has a figure outside a placeholder`}},
		{"neither figure", master(phrased("有硕士学历", "hold a master's degree")), []string{begins + "demand: nothing says the figure of each",
			begins + "demand: nothing says the figure of population", begins + "demand: nothing says the figure of each", begins + "demand: nothing says the figure of population"}},
		{"a brace that is never closed", master(phrased("占{population}，{age", "{population} {age", "each")),
			[]string{begins + `demand: "占{population}，{age" has a brace without its other one`, begins + `demand: "{population} {age" has a brace without its other one`}},
		{"a wide digit outside a placeholder", master(phrased("占{population}，５年内", "{population} within years", "each")),
			[]string{begins + `demand: "占{population}，５年内" has a figure outside a placeholder`}},
		{"a word for a figure that the statement does not have", master(phrased("占{population}", "{population}", "each", "share")),
			[]string{begins + `said by a word: "share" stands for nothing, or twice`}},
		{"a figure that two words say", master(phrased("占{population}", "{population}", "each", "each")),
			[]string{begins + `said by a word: "each" stands for nothing, or twice`}},
		{"a reading's words with a figure that nobody has", master(func(s *plan.Statement) { s.Readings[1].Demand.ZH = "占{share}" }),
			[]string{begins + "demand of reading lenient: {share} stands for nothing"}},
		{"a reading's words with a digit", master(func(s *plan.Statement) { s.Readings[1].Demand.EN = "24 % hold one" }),
			[]string{begins + `demand of reading lenient: "24 % hold one" has a figure outside a placeholder`}},
		{"a reading's words in English only", master(func(s *plan.Statement) { s.Readings[1].Demand.ZH = "" }),
			[]string{begins + "demand of reading lenient: wanted in both languages"}},
		{"what is short, without how many", master(func(s *plan.Statement) { s.Short.ZH = "还需教师" }), []string{begins + `short "还需教师": want one {n}`}},
		{"what is short, with how many twice", master(func(s *plan.Statement) { s.Short.EN = "{n} of {n}" }), []string{begins + `short "{n} of {n}": want one {n}`}},
		{"what is short, with another figure", master(func(s *plan.Statement) { s.Short.EN = "{each} more" }), []string{begins + `short "{each} more": want one {n}`}},
		{"what is short, in Chinese only", master(func(s *plan.Statement) { s.Short.EN = "" }),
			[]string{begins + "what is short, and the noun, are wanted in both languages or not at all", begins + `short "": want one {n}`}},
		{"a noun in English only", master(func(s *plan.Statement) { s.Noun.ZH = "" }),
			[]string{begins + "what is short, and the noun, are wanted in both languages or not at all"}},
		{"a phrase whose threshold was taken away", func(d *plan.Document) { d.Statements[1].Population = none },
			twice("demand: {population} stands for nothing")},
	})
	d := document()
	phrased("通化市第二十中学（No. 20）开展1+X试点，占{population}", "school No. 20 takes part in the 1+X scheme, {population}", "each")(&d.Statements[1])
	_, err := plan.New(d)
	assert.NoError(t, err, "the figure of a name is no figure of a demand")
}

// phrases calls do with the demands, what is short, and the nouns of the plan, as
// they stand and, of demands, filled in, in each language.
func phrases(t *testing.T, do func(what, template, filled string)) {
	t.Helper()
	for s := range plan.Tonghua().All() {
		for _, l := range []bilingual.Language{bilingual.Chinese, bilingual.English} {
			if !s.Demand.IsZero() {
				do(string(s.ID), s.Demand.In(l), s.DemandUnder(plan.Reading{}).In(l))
			}
			for _, r := range s.Readings {
				if !r.Demand.IsZero() {
					do(string(s.ID)+", "+r.Key, r.Demand.In(l), s.DemandUnder(r).In(l))
				}
			}
			do(string(s.ID)+", short", s.Short.In(l), s.Short.In(l))
			do(string(s.ID)+", noun", s.Noun.In(l), s.Noun.In(l))
		}
	}
}

func TestEveryMeasuredStatementSaysItsDemandInBothLanguages(t *testing.T) {
	measured := 0
	for s := range plan.Tonghua().All() {
		if e := s.Evaluable; e != plan.InFull && e != plan.InPart && e != plan.ByFigure || s.Population.IsZero() {
			continue
		}
		measured++
		inBoth(t, s.Demand, string(s.ID), "demand")
		for _, r := range append(s.Readings, plan.Reading{}) {
			filled := s.DemandUnder(r)
			inBoth(t, filled, string(s.ID), r.Key)
			assert.NotContains(t, filled.ZH+filled.EN, "{", "%s, %s: nothing is left open", s.ID, r.Key)
			assert.NotEmpty(t, s.Deciding(r), s.ID)
		}
	}
	assert.Greater(t, measured, 120)
}

var (
	// placeholder is what a figure stands for in a phrase.
	placeholder = regexp.MustCompile(`\{[a-z-]+\}`)
	// choice is a word in the form for one and in that for several: [pupil|pupils].
	choice = regexp.MustCompile(`\[[a-z]+\|[a-z]+\]`)
	// named are figures of names, which count nothing.
	named = regexp.MustCompile(`No\. (2|20)\b|\b1\+X`)
	// clumsy is how no official writes.
	clumsy = regexp.MustCompile(`每项|每条记录|不低于100%|超过1倍|\b1 time\b|[eE]ach record|at least 100 %|more than 1 time|[。.]$` +
		`|不少于[0-9]+至|at least [0-9]+ to|““|未定））|set\)\)|\b1 [a-z]+[a-rt-z]s\b`)
)

func TestPhrasesReadAsAnOfficialWritesThem(t *testing.T) {
	phrases(t, func(what, template, filled string) {
		assert.NotRegexp(t, clumsy, template, what)
		assert.NotRegexp(t, clumsy, filled, what)
		assert.NotRegexp(t, `[0-9０-９]`, named.ReplaceAllString(placeholder.ReplaceAllString(template, ""), ""), "%s: a figure stands outside a placeholder", what)
		assert.NotRegexp(t, `[{}]`, placeholder.ReplaceAllString(template, ""), "%s: a brace is left over", what)
		if strings.HasSuffix(what, ", short") {
			template = choice.ReplaceAllString(template, "")
		}
		assert.NotRegexp(t, `[][|]`, template, "%s: only what is short chooses between one and several", what)
	})
}

// A figure that an edition moves moves in its summary too.
func TestNoFigureOfADemandStandsInItsSummaryAsText(t *testing.T) {
	others := map[plan.ID]string{ // of other statements, and names
		"law-schools-province": "20", "steel-second-primary": "2", "twentieth-school": "20", "through-training": "3+2", "one-plus-x": "1+X"}
	for s := range plan.Tonghua().All() {
		for _, l := range []bilingual.Language{bilingual.Chinese, bilingual.English} {
			assert.NotRegexp(t, `[{}]`, s.Describe().In(l), "%s: a placeholder that nothing fills", s.ID)
			if s.Modality == plan.NoDemand {
				continue
			}
			bare := regexp.MustCompile(`\{[a-z.-]+\}`).ReplaceAllString(s.Summary.In(l), "")
			if named, ok := others[s.ID]; ok {
				bare = strings.ReplaceAll(strings.ReplaceAll(bare, named, ""), "3+3", "")
			}
			assert.NotRegexp(t, `[0-9]`, bare, s.ID)
		}
	}
	p := plan.Tonghua().MustAmend("second", plan.Amendment{By: order, Effective: effective, Changes: []plan.Change{
		plan.SetPopulation(plan.SeniorMaster, percentOf("15")),
		plan.SetDeadline(plan.SeniorMaster, plan.Deadline{Kind: plan.ByDate, On: quantity.DateOf(2027, 12, 31), Origin: plan.Origin{Basis: plan.Stated}})}})
	assert.Equal(t, "到2027年，高中教师中硕士研究生及以上学历者须占15%以上。", of(t, p, plan.SeniorMaster).Describe().ZH)
	_, err := amended(plan.SetWords("master", "summary", both("占{each.numbers}。", "{nothing.number} of them.")))
	assert.EqualError(t, err, `plan: statement "master": summary: {each.numbers} stands for nothing`+"\n"+`plan: statement "master": summary: {nothing.number} stands for nothing`)
}
