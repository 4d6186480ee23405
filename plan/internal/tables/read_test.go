package tables_test

import (
	"errors"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/plan/internal/tables"
)

func TestTheEmbeddedTablesAreSound(t *testing.T) {
	read, err := tables.Read()
	require.NoError(t, err)
	assert.Len(t, read.Statements, 324, "a row a statement")
	assert.Len(t, read.Clauses, 132, "1 preface, 4 parts, 19 sections, 67 paragraphs, 12 boxes, 29 items")
}

func TestByteOrderMarkAndLineEndsDoNotMatter(t *testing.T) {
	want, err := tables.Read()
	require.NoError(t, err)
	for _, c := range []struct{ says, start, end string }{
		{"with a byte order mark, as a spreadsheet writes them", "\ufeff", "\n"},
		{"without a byte order mark, as an editor writes them", "", "\n"},
		{"with the line ends of Windows and a byte order mark", "\ufeff", "\r\n"},
		{"with the line ends of Windows alone", "", "\r\n"},
	} {
		t.Run(c.says, func(t *testing.T) {
			got, err := tables.ReadFrom(copyTables(t).files(c.start, c.end))
			require.NoError(t, err)
			assert.Equal(t, want, got)
		})
	}
}

func TestTheOrderOfColumnsDoesNotMatter(t *testing.T) {
	want, err := tables.Read()
	require.NoError(t, err)
	c := copyTables(t)
	for line := range c.lines[parameters] {
		cells := c.cells(parameters, line+1)
		cells[0], cells[2] = cells[2], cells[0]
		c.write(parameters, line+1, cells)
	}
	got, err := tables.ReadFrom(c.files("", "\n"))
	require.NoError(t, err)
	assert.Equal(t, want, got)
}

// The columns of two tables that other tests write as well.
const (
	readingColumns = "statement,key,decides,each_comparator,each_value,each_unit,each_basis," +
		"population_comparator,population_value,population_to,population_unit,population_basis," +
		"name_zh,name_en,demand_zh,demand_en,why_zh,why_en,not_computed_zh,not_computed_en\n"
	parameterColumns = "statement,key,value,unit,basis,number,from,name_zh,name_en,source_zh,source_en\n"
)

// handmade are tables small enough to see every cell: two clauses, a baseline
// and a target that starts from it.
func handmade() fstest.MapFS {
	file := func(text string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(text)} }
	return fstest.MapFS{
		clauses: file("place,parent,kind,citation_en,title_zh,title_en,statements\n" +
			"一,,part,Part 1,背景,Background,1\n" +
			"一第1段,一,paragraph,\"Part 1, paragraph 1\",目标,Goals,1\n"),
		statements: file("id,places,kind,modality,modality_basis,gradually,bearer,each_comparator,each_value,each_unit,each_basis," +
			"population_comparator,population_value,population_unit,population_basis,due,due_on,due_basis," +
			"evaluable,bias,covers_zh,covers_en,baseline,term,name_zh,name_en,demand_zh,demand_en,said_by," +
			"short_zh,short_en,noun_zh,noun_en,summary_zh,summary_en,note_zh,note_en\n" +
			"base,一,baseline,none,,no,none,,,,,,,,,none,,,figure,,,,,基期,基线,Baseline,,,,,,,,基期说明,What was,,\n" +
			"goal,一第1段;一,target,must,stated,yes,school,at-least,25,hour,stated,at-least,77.14,percent,inferred," +
			"by-date,2025-12-31,plan-end,part,flatters,一部分,a part,base/rate,一二三四五六七八,目标,Goal," +
			"达到{population},reach {population},each;years,还需{n}所,{n} more,所示范校,model schools,目标说明,What will be,注意,Mind this\n"),
		figures: file("statement,key,comparator,value,unit,on,basis,name_zh,name_en\n" +
			"base,rate,exactly,56,percent,2020-12-31,inferred,占比,share\n"),
		parameters: file(parameterColumns +
			"goal,age-from,16,age,official,国发〔2020〕1号,2020-01-31,年龄,age,普查,census\n" +
			"goal,years,,,,,,年限,years,,\n"),
		readings: file(readingColumns +
			"goal,literal,yes,,,,,,,,,,照印文,as printed,,,最贴近,closest,没有数据,no data\n" +
			"goal,lenient,no,at-least,24.5,hour,stated,between,5,10,percent,inferred,从宽,lenient,放宽到{population},be within {population},可少些,a little less,,\n"),
		components: file("statement,key,is,reports,needs,least,name_zh,name_en\n" +
			"goal,scheme,published-measure;act,,in-force,2,方案,scheme\n" +
			"goal,whole,,assessment,current,1,落实,carried out\n"),
		origins: file("statement,reading,figure,basis,number,from,order,source_zh,source_en\n" +
			"goal,,population,official,国发〔2021〕2号,2021-02-28,,通知,notice\n" +
			"goal,lenient,each,counted,,,,点数,counted up\n" +
			"goal,,due,official,,,,通知,notice\n" +
			"goal,,modality,inferred,,,,上下文,context\n"),
		anomalies: file("key,kind,places,statements,text_zh,text_en\n" +
			"flat,flat-target,一;一第1段,goal;base,持平,level\n" +
			"jump,numbering,一第1段,,跳号,a gap\n"),
		numerals: file("place,token,nth,statement,of,key,value,reason\n" +
			"一,一,2,,,,,list-number\n" +
			"一第1段,77.14%,1,goal,population,,,\n" +
			"一第1段,,,goal,parameter,age-from,16,by-definition\n"),
		ofPlan: file("key,value,basis,source_zh,source_en\n" +
			"edition,yunxi,,,\nname_zh,云溪市规划,,,\nname_en,Plan of Yunxi,,,\n" +
			"first,2026-01-01,,,\nlast,2030-12-31,,,\nissued,2026-03-05,inferred,按省规划推定,read out of the province's plan\n"),
	}
}

func TestEveryCellIsRead(t *testing.T) {
	both := func(zh, en string) bilingual.Text { return bilingual.Text{ZH: zh, EN: en} }
	notice := both("通知", "notice")
	rate := tables.Figure{Key: "rate", On: quantity.DateOf(2020, 12, 31), Name: both("占比", "share"),
		Threshold: tables.Threshold{Comparator: "exactly", Amount: quantity.MustAmount(56, 100, quantity.Percent), Origin: tables.Origin{Basis: "inferred"}}}
	want := &tables.Tables{
		Plan: tables.Plan{Edition: "yunxi", Name: both("云溪市规划", "Plan of Yunxi"), First: quantity.DateOf(2026, 1, 1), Last: quantity.DateOf(2030, 12, 31),
			Issued:       quantity.DateOf(2026, 3, 5),
			IssuedOrigin: tables.Origin{Basis: "inferred", Source: both("按省规划推定", "read out of the province's plan")}},
		Clauses: []tables.Clause{
			{Place: "一", Kind: "part", Citation: "Part 1", Title: both("背景", "Background"), Statements: 1},
			{Place: "一第1段", Parent: "一", Kind: "paragraph", Citation: "Part 1, paragraph 1", Title: both("目标", "Goals"), Statements: 1},
		},
		Statements: []tables.Statement{
			{ID: "base", Places: []string{"一"}, Kind: "baseline", Modality: "none", Bearer: "none", Due: "none",
				Evaluable: "figure", Term: "基期", Name: both("基线", "Baseline"), Summary: both("基期说明", "What was"), Figures: []tables.Figure{rate}},
			{ID: "goal", Places: []string{"一第1段", "一"}, Kind: "target", Modality: "must", Gradually: true, Bearer: "school",
				ModalityOrigin: tables.Origin{Basis: "inferred", Source: both("上下文", "context")},
				Each:           tables.Threshold{Comparator: "at-least", Amount: quantity.MustAmount(25, 1, quantity.Hour), Origin: tables.Origin{Basis: "stated"}},
				Population: tables.Threshold{Comparator: "at-least", Amount: quantity.MustAmount(7714, 10000, quantity.Percent),
					Origin: tables.Origin{Basis: "official", Source: notice, Number: "国发〔2021〕2号", From: quantity.DateOf(2021, 2, 28)}},
				Due: "by-date", DueOn: quantity.DateOf(2025, 12, 31), DueOrigin: tables.Origin{Basis: "official", Source: notice}, Evaluable: "part", Baseline: rate,
				Bias: "flatters", Covers: both("一部分", "a part"),
				Components: []tables.Component{
					{Key: "scheme", Name: both("方案", "scheme"), Is: []string{"published-measure", "act"}, Needs: "in-force", Least: 2},
					{Key: "whole", Name: both("落实", "carried out"), Reports: []string{"assessment"}, Needs: "current", Least: 1}},
				Term: "一二三四五六七八", Name: both("目标", "Goal"), Summary: both("目标说明", "What will be"), Note: both("注意", "Mind this"),
				Demand: both("达到{population}", "reach {population}"), SaidBy: []string{"each", "years"},
				Short: both("还需{n}所", "{n} more"), Noun: both("所示范校", "model schools"),
				Parameters: []tables.Parameter{
					{Key: "age-from", Amount: quantity.MustAmount(16, 1, quantity.Age), Name: both("年龄", "age"), Origin: tables.Origin{
						Basis: "official", Source: both("普查", "census"), Number: "国发〔2020〕1号", From: quantity.DateOf(2020, 1, 31)}},
					{Key: "years", Name: both("年限", "years")},
				},
				Readings: []tables.Reading{
					{Key: "literal", Decides: true, Name: both("照印文", "as printed"), Why: both("最贴近", "closest"), NotComputed: both("没有数据", "no data")},
					{Key: "lenient", Name: both("从宽", "lenient"), Why: both("可少些", "a little less"), Demand: both("放宽到{population}", "be within {population}"),
						Each: tables.Threshold{Comparator: "at-least", Amount: quantity.MustAmount(49, 2, quantity.Hour),
							Origin: tables.Origin{Basis: "counted", Source: both("点数", "counted up")}},
						Population: tables.Threshold{Comparator: "between", Amount: quantity.MustAmount(5, 100, quantity.Percent),
							To: quantity.MustAmount(10, 100, quantity.Percent), Origin: tables.Origin{Basis: "inferred"}}},
				}},
		},
		Anomalies: []tables.Anomaly{
			{Key: "flat", Kind: "flat-target", Places: []string{"一", "一第1段"}, Statements: []string{"goal", "base"}, Text: both("持平", "level")},
			{Key: "jump", Kind: "numbering", Places: []string{"一第1段"}, Text: both("跳号", "a gap")},
		},
		Numerals: []tables.Numeral{
			{Place: "一", Token: "一", Nth: 2, Reason: "list-number"},
			{Place: "一第1段", Token: "77.14%", Nth: 1, Statement: "goal", Of: "population"},
			{Place: "一第1段", Statement: "goal", Of: "parameter", Key: "age-from", Value: "16", Reason: "by-definition"},
		},
	}
	got, err := tables.ReadFrom(handmade())
	require.NoError(t, err)
	assert.Equal(t, want, got)
}

func TestAProblemIsPrintedAsASpreadsheetShowsIt(t *testing.T) {
	wrong := errors.New("something")
	for text, p := range map[string]tables.Problem{
		"statements.csv:12, column each_unit: something": {File: statements, Line: 12, Column: "each_unit", Err: wrong},
		"statements.csv:12: something":                   {File: statements, Line: 12, Err: wrong},
		"statements.csv: something":                      {File: statements, Err: wrong},
	} {
		assert.EqualError(t, &p, text)
		assert.ErrorIs(t, &p, wrong)
	}
}

func TestTheTextOfAProblemQuotesTheCell(t *testing.T) {
	files := handmade()
	files[parameters].Data = []byte(parameterColumns + "goal,age-from,sixteen,age,official,,,年龄,age,普查,census\n")
	_, err := tables.ReadFrom(files)
	assert.EqualError(t, err, `parameters.csv:2, column value: "sixteen": quantity: amount "sixteen" age: unreadable: `+
		`not a value of this column`)
}
