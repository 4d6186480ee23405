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
	assert.Len(t, read.Statements, 312, "as many as the inventory has rows")
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

// handmade are tables small enough to see every cell: two clauses, a baseline
// and a target that starts from it.
func handmade() fstest.MapFS {
	file := func(text string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(text)} }
	return fstest.MapFS{
		clauses: file("place,parent,kind,citation_en,title_zh,title_en,statements\n" +
			"一,,part,Part 1,背景,Background,1\n" +
			"一第1段,一,paragraph,\"Part 1, paragraph 1\",目标,Goals,1\n"),
		statements: file("id,places,kind,modality,gradually,subject,each_comparator,each_value,each_unit,each_basis," +
			"population_comparator,population_value,population_unit,population_basis,due,due_on,due_basis," +
			"evaluable,bias,covers_zh,covers_en,evidence,baseline,term,name_zh,name_en,summary_zh,summary_en,note_zh,note_en\n" +
			"base,一,baseline,none,no,city,,,,,,,,,none,,,figure,,,,,,基期,基线,Baseline,基期说明,What was,,\n" +
			"goal,一第1段;一,target,must,yes,school,at-least,25,hour,stated,at-least,77.14,percent,inferred," +
			"by-date,2025-12-31,plan-end,part,flatters,一部分,a part,act;assessment,base/rate,一二三四五六七八,目标,Goal,目标说明,What will be,注意,Mind this\n"),
		figures: file("statement,key,comparator,value,unit,on,basis,name_zh,name_en\n" +
			"base,rate,exactly,56,percent,2020-12-31,inferred,占比,share\n"),
		parameters: file("statement,key,value,unit,basis,source,name_zh,name_en\n" +
			"goal,age-from,16,age,official,census,年龄,age\n" +
			"goal,years,,,,,年限,years\n"),
		readings: file("statement,key,decides,each_comparator,each_value,each_unit," +
			"population_comparator,population_value,population_to,population_unit,name_zh,name_en,why_zh,why_en\n" +
			"goal,literal,yes,,,,,,,,照印文,as printed,最贴近,closest\n" +
			"goal,lenient,no,at-least,24.5,hour,between,5,10,percent,从宽,lenient,可少些,a little less\n"),
		anomalies: file("key,kind,places,statements,text_zh,text_en\n" +
			"flat,flat-target,一;一第1段,goal;base,持平,level\n" +
			"jump,numbering,一第1段,,跳号,a gap\n"),
		numerals: file("place,token,nth,statement,of,key,value,reason\n" +
			"一,一,2,,,,,list-number\n" +
			"一第1段,77.14%,1,goal,population,,,\n" +
			"一第1段,,,goal,parameter,age-from,16,by-definition\n"),
	}
}

func TestEveryCellIsRead(t *testing.T) {
	rate := tables.Figure{Key: "rate", On: quantity.DateOf(2020, 12, 31), Name: bilingual.Text{ZH: "占比", EN: "share"},
		Threshold: tables.Threshold{Comparator: "exactly", Amount: quantity.MustAmount(56, 100, quantity.Percent), Basis: "inferred"}}
	want := &tables.Tables{
		Clauses: []tables.Clause{
			{Place: "一", Kind: "part", Citation: "Part 1", Title: bilingual.Text{ZH: "背景", EN: "Background"}, Statements: 1},
			{Place: "一第1段", Parent: "一", Kind: "paragraph", Citation: "Part 1, paragraph 1",
				Title: bilingual.Text{ZH: "目标", EN: "Goals"}, Statements: 1},
		},
		Statements: []tables.Statement{
			{ID: "base", Places: []string{"一"}, Kind: "baseline", Modality: "none", Subject: "city", Due: "none",
				Evaluable: "figure", Term: "基期", Name: bilingual.Text{ZH: "基线", EN: "Baseline"},
				Summary: bilingual.Text{ZH: "基期说明", EN: "What was"}, Figures: []tables.Figure{rate}},
			{ID: "goal", Places: []string{"一第1段", "一"}, Kind: "target", Modality: "must", Gradually: true, Subject: "school",
				Each:       tables.Threshold{Comparator: "at-least", Amount: quantity.MustAmount(25, 1, quantity.Hour), Basis: "stated"},
				Population: tables.Threshold{Comparator: "at-least", Amount: quantity.MustAmount(7714, 10000, quantity.Percent), Basis: "inferred"},
				Due:        "by-date", DueOn: quantity.DateOf(2025, 12, 31), DueBasis: "plan-end", Evaluable: "part", Baseline: rate,
				Bias: "flatters", Covers: bilingual.Text{ZH: "一部分", EN: "a part"}, Evidence: []string{"act", "assessment"},
				Term: "一二三四五六七八", Name: bilingual.Text{ZH: "目标", EN: "Goal"},
				Summary: bilingual.Text{ZH: "目标说明", EN: "What will be"}, Note: bilingual.Text{ZH: "注意", EN: "Mind this"},
				Parameters: []tables.Parameter{
					{Key: "age-from", Amount: quantity.MustAmount(16, 1, quantity.Age), Basis: "official", Source: "census",
						Name: bilingual.Text{ZH: "年龄", EN: "age"}},
					{Key: "years", Name: bilingual.Text{ZH: "年限", EN: "years"}},
				},
				Readings: []tables.Reading{
					{Key: "literal", Decides: true, Name: bilingual.Text{ZH: "照印文", EN: "as printed"}, Why: bilingual.Text{ZH: "最贴近", EN: "closest"}},
					{Key: "lenient", Name: bilingual.Text{ZH: "从宽", EN: "lenient"}, Why: bilingual.Text{ZH: "可少些", EN: "a little less"},
						Each: tables.Threshold{Comparator: "at-least", Amount: quantity.MustAmount(49, 2, quantity.Hour)},
						Population: tables.Threshold{Comparator: "between", Amount: quantity.MustAmount(5, 100, quantity.Percent),
							To: quantity.MustAmount(10, 100, quantity.Percent)}},
				}},
		},
		Anomalies: []tables.Anomaly{
			{Key: "flat", Kind: "flat-target", Places: []string{"一", "一第1段"}, Statements: []string{"goal", "base"}, Text: bilingual.Text{ZH: "持平", EN: "level"}},
			{Key: "jump", Kind: "numbering", Places: []string{"一第1段"}, Text: bilingual.Text{ZH: "跳号", EN: "a gap"}},
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
	files[parameters].Data = []byte("statement,key,value,unit,basis,source,name_zh,name_en\n" +
		"goal,age-from,sixteen,age,official,census,年龄,age\n")
	_, err := tables.ReadFrom(files)
	assert.EqualError(t, err, `parameters.csv:2, column value: "sixteen": quantity: amount "sixteen" age: unreadable: `+
		`not a value of this column`)
}
