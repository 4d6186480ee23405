package plan_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/plan"
)

// The text of a made-up plan, its catalogue, and what accounts for its numerals.
const audited = `云溪市教育规划
本市制定这份规划。
一、教师
（一）学历。
到2030年，教师四分之一以上有硕士学历，现为20%。
每人每年读书12本。
	专栏1  读书工程
	1.买书。经费1.5万元。
`

func auditedPlan() plan.Document {
	clause := func(place, parent plan.Place, kind plan.ClauseKind) plan.Clause {
		return plan.Clause{Place: place, Parent: parent, Kind: kind, Citation: string(place), Title: both("题", "title")}
	}
	statement := func(id plan.ID, place plan.Place, term string) plan.Statement {
		return plan.Statement{ID: id, Places: []plan.Place{place}, Kind: plan.Target, Modality: plan.Must, Evaluable: plan.InFull, Bearer: plan.City,
			Name: both(string(id), string(id)), Summary: both("摘要", "summary"), Term: term, Deadline: standing}
	}
	rate := plan.Figure{Key: "rate", Comparator: plan.Exactly, Amount: quantity.MustAmount(1, 5, quantity.Percent),
		On: quantity.DateOf(2025, 12, 31), Origin: plan.Origin{Basis: plan.Inferred}, Name: both("现状", "rate")}
	base, master, reading, books := statement("base", "一（一）第1段", "教师"), statement("master", "一（一）第1段", "硕士学历"),
		statement("reading", "一（一）第2段", "读书"), statement("books", "专栏1第1项", "买书")
	base.Figures = []plan.Figure{rate}
	master.Population, master.Baseline = percentOf("25"), rate
	master.Deadline = plan.Deadline{Kind: plan.ByDate, On: quantity.DateOf(2030, 12, 31), Origin: plan.Origin{Basis: plan.Stated}}
	master.Readings = []plan.Reading{
		{Key: "literal", Decides: true, Population: plan.Threshold{Comparator: plan.MoreThan, Amount: percentOf("25").Amount, Origin: plan.Origin{Basis: plan.Inferred}}, Name: both("甲", "a"), Why: both("因", "why")},
		{Key: "rounded", Population: percentOf("24.5"), Name: both("乙", "b"), Why: both("因", "why")}}
	master.Parameters = []plan.Parameter{{Key: "age", Amount: age(60), Origin: plan.Origin{Basis: plan.Official, Source: both("法律", "law")}, Name: both("年龄", "age")}, {Key: "open", Name: both("待定", "open")}}
	reading.Each, reading.Population = atLeast("12", quantity.Item, plan.Stated), percentOf("100")
	reading.Deadline = plan.Deadline{Kind: plan.Yearly}
	books.Population = plan.Threshold{Comparator: plan.AtLeast, Amount: quantity.MustAmount(1, 1, quantity.Project), Origin: plan.Origin{Basis: plan.Convention}}
	books.Figures = []plan.Figure{{Key: "funds", Comparator: plan.Exactly, Amount: quantity.MustAmount(15000, 1, quantity.Yuan), Origin: plan.Origin{Basis: plan.Stated}, Name: both("经费", "funds")}}
	return plan.Document{Edition: "yunxi", Name: both("云溪市教育规划", "Plan of Yunxi"), First: quantity.DateOf(2026, 1, 1), Last: quantity.DateOf(2030, 12, 31),
		Clauses: []plan.Clause{clause("引言", "", plan.Preface), clause("一", "", plan.Part), clause("一（一）", "一", plan.Section),
			clause("一（一）第1段", "一（一）", plan.Paragraph), clause("一（一）第2段", "一（一）", plan.Paragraph),
			clause("专栏1", "一（一）", plan.Box), clause("专栏1第1项", "专栏1", plan.BoxItem)},
		Statements: []plan.Statement{base, master, reading, books}}
}

func auditedClauses() []plan.Clause { return slices.Collect(plan.MustNew(auditedPlan()).Clauses()) }

func auditedNumerals() []plan.Numeral {
	of := func(place plan.Place, token string, nth int, id plan.ID, of plan.NumeralOf, key string) plan.Numeral {
		return plan.Numeral{Place: place, Token: token, Nth: nth, Statement: id, Of: of, Key: key}
	}
	none := func(place plan.Place, token string, reason plan.NumeralReason) plan.Numeral {
		return plan.Numeral{Place: place, Token: token, Nth: 1, Reason: reason}
	}
	unprinted := func(id plan.ID, of plan.NumeralOf, key, value string, reason plan.NumeralReason) plan.Numeral {
		return plan.Numeral{Place: "一（一）第1段", Statement: id, Of: of, Key: key, Value: value, Reason: reason}
	}
	return []plan.Numeral{
		none("一", "一", plan.ListNumber), none("一（一）", "一", plan.ListNumber), none("专栏1", "1", plan.ListNumber),
		of("一（一）第1段", "2030", 1, "master", plan.OfDue, ""), of("一（一）第1段", "20%", 1, "base", plan.OfFigure, "rate"),
		of("一（一）第1段", "四", 1, "master", plan.OfWording, ""), of("一（一）第1段", "一", 1, "master", plan.OfWording, ""),
		unprinted("master", plan.OfPopulation, "", "25", plan.WorkedOut), unprinted("master", plan.OfParameter, "age", "60", plan.ByDefinition),
		unprinted("master", plan.OfReadingPopulation, "rounded", "24.5", plan.WorkedOut),
		of("一（一）第2段", "每", 1, "reading", plan.OfPopulation, ""), of("一（一）第2段", "每", 2, "reading", plan.OfDue, ""),
		of("一（一）第2段", "12", 1, "reading", plan.OfEach, ""),
		none("专栏1第1项", "1", plan.ListNumber), of("专栏1第1项", "1.5万", 1, "books", plan.OfFigure, "funds"),
	}
}

func TestAnAuditOfASoundCatalogue(t *testing.T) {
	for says, text := range map[string]string{
		"as it is": audited, "without its title": strings.TrimPrefix(audited, "云溪市教育规划\n"),
		"with the line ends of Windows and a byte order mark": "\ufeff" + strings.ReplaceAll(audited, "\n", "\r\n"),
		"with full-width digits and half-width brackets":      strings.NewReplacer("1", "１", "2", "２", "%", "％", "（", "(", "）", ")").Replace(audited),
	} {
		r, err := plan.AuditOf(plan.MustNew(auditedPlan()), auditedClauses(), auditedNumerals(), strings.NewReader(text))
		require.NoError(t, err, says)
		assert.Empty(t, r.Problems)
		all, accounted := r.Numerals()
		assert.Equal(t, [2]int{12, 12}, [2]int{all, accounted}, says)
		require.Len(t, r.Clauses, 7)
		assert.Equal(t, []plan.ID{"base", "master"}, r.Clauses[3].Statements)
	}
}

// fails is what is changed in text, catalogue or numerals, and what the audit
// says to it.
type fails struct {
	says string
	text func(string) string
	plan func(*plan.Document)
	rows func([]plan.Numeral) []plan.Numeral
	want []string
}

func replaced(from, to string) func(string) string {
	return func(text string) string { return strings.Replace(text, from, to, 1) }
}

// without leaves out a row, found by its token or value.
func without(token string) func([]plan.Numeral) []plan.Numeral {
	return func(rows []plan.Numeral) []plan.Numeral {
		return slices.DeleteFunc(rows, func(n plan.Numeral) bool { return n.Token == token || n.Token == "" && n.Value == token })
	}
}

func TestWhatMakesAnAuditFail(t *testing.T) {
	for _, c := range []fails{
		{says: "a figure that the text has otherwise", text: replaced("20%", "21%"),
			want: []string{`line 5, 一（一）第1段: numeral 1 "21%" is not accounted for`, `line 5, 一（一）第1段: the text has no numeral 1 "20%"`}},
		{says: "a numeral more in the text", text: replaced("硕士学历", "硕士学历3年"),
			want: []string{`line 5, 一（一）第1段: numeral 1 "3" is not accounted for`}},
		{says: "a numeral less in the text", text: replaced("12本", "几本"),
			want: []string{`line 6, 一（一）第2段: the text has no numeral 1 "12"`}},
		{says: "a line less", text: replaced("每人每年读书12本。\n", ""),
			want: []string{"一（一）第2段: the text has no such clause"}},
		{says: "a line more", text: replaced("每人每年", "另起一行\n每人每年"),
			want: []string{`line 6, 一（一）第2段: reading: its term "读书" does not stand here`, `line 6, 一（一）第2段: numeral 1 "一" is not accounted for`,
				`line 6, 一（一）第2段: the text has no numeral 1 "每"`, `line 6, 一（一）第2段: the text has no numeral 2 "每"`,
				`line 6, 一（一）第2段: the text has no numeral 1 "12"`, "line 7, 一（一）第3段: the catalogue has no such clause"}},
		{says: "a line of no section", text: replaced("（一）学历", "多余的话\n（一）学历"), want: []string{"line 4: the line belongs to no section"}},
		{says: "an item twice", text: func(text string) string { return text + "1.买书。\n" },
			want: []string{"line 9, 专栏1第1项: the clause stood on line 8 already"}},
		{says: "a term that is gone", text: replaced("买书", "购书"),
			want: []string{`line 8, 专栏1第1项: books: its term "买书" does not stand here`}},
		{says: "a term that stands twice", text: replaced("买书。", "买书，再买书。"),
			want: []string{`line 8, 专栏1第1项: books: its term "买书" stands here more than once`}},
		{says: "statements that do not follow the text", plan: func(d *plan.Document) {
			d.Statements[0], d.Statements[1] = d.Statements[1], d.Statements[0]
		}, want: []string{`line 5, 一（一）第1段: base: its term "教师" stands before that of the statement above it`}},
		{says: "a figure of the catalogue one off", plan: func(d *plan.Document) { d.Statements[2].Each.Amount = quantity.MustAmount(13, 1, quantity.Item) },
			want: []string{`line 6, 一（一）第2段: numeral 1 "12": reading: its demand on each is 13 items`, "line 6, 一（一）第2段: reading: no numeral accounts for its demand on each 13 items"}},
		{says: "a share where the text has a number", plan: func(d *plan.Document) { d.Statements[2].Each.Amount = percentOf("12").Amount },
			want: []string{`line 6, 一（一）第2段: numeral 1 "12": reading: its demand on each is 12 %`, "line 6, 一（一）第2段: reading: no numeral accounts for its demand on each 12 %"}},
		{says: "a deadline one year off", plan: func(d *plan.Document) { d.Statements[1].Deadline.On = quantity.DateOf(2029, 12, 31) },
			want: []string{`line 5, 一（一）第1段: numeral 1 "2030": master: its deadline is 31 December 2029`, "line 5, 一（一）第1段: master: no numeral accounts for its deadline 31 December 2029"}},
		{says: "a yearly duty that is yearly no more", plan: func(d *plan.Document) { d.Statements[2].Deadline = standing },
			want: []string{`line 6, 一（一）第2段: numeral 2 "每": reading has no deadline`}},
		{says: "a convention that is no convention", plan: func(d *plan.Document) {
			d.Statements[3].Population.Amount = quantity.MustAmount(2, 1, quantity.Project)
		}, want: []string{"line 8, 专栏1第1项: books: no numeral accounts for its demand altogether 2 projects"}},
		{says: "a baseline that no figure is", plan: func(d *plan.Document) { d.Statements[1].Baseline.Amount = percentOf("21").Amount },
			want: []string{"line 5, 一（一）第1段: master: its baseline 21 % is no figure of the plan"}},
		{says: "a baseline of another day", plan: func(d *plan.Document) {
			d.Statements[0].Figures[0].On = quantity.DateOf(2025, 12, 30)
			d.Statements[1].Baseline.On = quantity.DateOf(2025, 12, 30)
		}, want: []string{`line 5, 一（一）第1段: base: no numeral accounts for its year of a figure "rate" 30 December 2025`}},
		{says: "a reading that has left its statement", plan: func(d *plan.Document) { d.Statements[1].Readings[0].Population.Amount = percentOf("26").Amount },
			want: []string{`line 5, 一（一）第1段: master: no numeral accounts for its reading's demand altogether "a" 26 %`}},
		{says: "a parameter one off", plan: func(d *plan.Document) { d.Statements[1].Parameters[0].Amount = age(61) },
			want: []string{`line 5, 一（一）第1段: unprinted "60": master: its parameter "age" is 61 years of age`, `line 5, 一（一）第1段: master: no numeral accounts for its parameter "age" 61 years of age`}},
		{says: "a statement less", plan: func(d *plan.Document) { d.Statements = d.Statements[:3] },
			want: []string{`line 8, 专栏1第1项: numeral 1 "1.5万": there is no statement books`, "line 8, 专栏1第1项: it should yield 1 of the statements and yields 0"}},
		{says: "a statement at another place", plan: func(d *plan.Document) { d.Statements[3].Places[0] = "专栏1" },
			want: []string{`line 7, 专栏1: books: its term "买书" does not stand here`, "line 7, 专栏1: books: no numeral accounts for its figure \"funds\" 15,000 yuan",
				"line 7, 专栏1: it should yield 0 of the statements and yields 1",
				`line 8, 专栏1第1项: numeral 1 "1.5万": books does not stand here`, "line 8, 专栏1第1项: it should yield 1 of the statements and yields 0"}},
		{says: "a row less, of a figure", rows: without("20%"),
			want: []string{`line 5, 一（一）第1段: base: no numeral accounts for its figure "rate" 20 %`, `line 5, 一（一）第1段: numeral 1 "20%" is not accounted for`}},
		{says: "a row less, of no figure", rows: without("四"), want: []string{`line 5, 一（一）第1段: numeral 1 "四" is not accounted for`}},
		{says: "a row less, of a figure that is not printed", rows: without("25"), want: []string{"line 5, 一（一）第1段: master: no numeral accounts for its demand altogether 25 %"}},
		{says: "a row that names a figure that the statement lacks", rows: func(rows []plan.Numeral) []plan.Numeral {
			rows[4].Key = "rates"
			return rows
		}, want: []string{`line 5, 一（一）第1段: numeral 1 "20%": base has no figure rates`, `line 5, 一（一）第1段: base: no numeral accounts for its figure "rate" 20 %`}},
	} {
		t.Run(c.says, func(t *testing.T) {
			d, rows, text := auditedPlan(), auditedNumerals(), audited
			if c.plan != nil {
				c.plan(&d)
			}
			if c.rows != nil {
				rows = c.rows(rows)
			}
			if c.text != nil {
				text = c.text(text)
				require.NotEqual(t, audited, text)
			}
			r, err := plan.AuditOf(plan.MustNew(d), auditedClauses(), rows, strings.NewReader(text))
			require.Error(t, err)
			require.NotNil(t, r, "what was found is reported")
			var got []string
			for _, p := range r.Problems {
				got = append(got, p.In(bilingual.English))
				assert.NotEmpty(t, p.In(bilingual.Chinese))
				assert.ErrorContains(t, err, p.Error())
			}
			assert.Equal(t, c.want, got)
		})
	}
}

func TestATextThatIsNotThePlanIsRefused(t *testing.T) {
	for says, text := range map[string]string{"nothing": "", "a story": "从前有座山，\n山里有座庙。\n", "another plan": audited,
		"another plan with the same headings": "引言。\n一、甲\n（一）乙\n丙\n二、丁\n（一）戊\n己\n"} {
		r, err := plan.Audit(strings.NewReader(text))
		assert.Nil(t, r, says)
		assert.ErrorIs(t, err, plan.ErrOtherText, says)
	}
	_, err := plan.Audit(strings.NewReader("一、\xff"))
	assert.ErrorIs(t, err, plan.ErrEncoding)
	assert.EqualError(t, err, "plan: audit: the text is not UTF-8: line 1")
}

func TestAReportOfAnAuditIsPrinted(t *testing.T) {
	rows := without("四")(auditedNumerals())
	r, err := plan.AuditOf(plan.MustNew(auditedPlan()), auditedClauses(), rows, strings.NewReader(audited))
	require.Error(t, err)
	var zh, en strings.Builder
	require.NoError(t, r.WriteText(&zh, bilingual.Chinese))
	require.NoError(t, r.WriteText(&en, bilingual.English))
	for _, line := range []string{"行\t位置\t数字\t由何交代", "3\t一\t一\t编号", "5\t一（一）第1段\t2030\tmaster：期限 2030年12月31日", "5\t一（一）第1段\t四\t没有交代",
		"5\t一（一）第1段\t2\tbase master", "一（一）第1段\t60\tmaster：参数（年龄） 60岁（官方口径）",
		"yunxi：7条中见于文中7条，4项内容，12个数字中有交代11个，未印出3个数，问题1个", "第5行，一（一）第1段：第1个“四”没有交代"} {
		assert.Contains(t, zh.String(), line+"\n")
	}
	assert.Contains(t, en.String(), "yunxi: 7 of 7 clauses found in the text, 4 statements, 11 of 12 numerals accounted for, 3 figures not printed, problems: 1\n"+
		`line 5, 一（一）第1段: numeral 1 "四" is not accounted for`)
	assert.Error(t, r.WriteText(failing{}, bilingual.Chinese))
}

type failing struct{}

func (failing) Write([]byte) (int, error) { return 0, assert.AnError }

// Whatever the text, the audit answers: with a refusal and no report, or with a
// report whose problems are the error.
func FuzzAudit(f *testing.F) {
	f.Add([]byte(audited))
	f.Add([]byte("一、教师\n（一）学历。\n专栏1\n1.买书"))
	f.Fuzz(func(t *testing.T, text []byte) {
		r, err := plan.AuditOf(plan.MustNew(auditedPlan()), auditedClauses(), auditedNumerals(), strings.NewReader(string(text)))
		if r == nil {
			assert.Error(t, err)
			return
		}
		assert.Equal(t, len(r.Problems) > 0, err != nil)
		all, accounted := r.Numerals()
		assert.True(t, err != nil || all == accounted)
	})
}
