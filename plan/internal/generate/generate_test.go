package main

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/plan/internal/tables"
)

// small is one clause and one statement that has everything.
func small() *tables.Tables {
	name := bilingual.Text{ZH: "名", EN: "name"}
	share := tables.Threshold{Comparator: "at-least", Amount: quantity.MustAmount(1, 2, quantity.Percent), Basis: "stated"}
	rate := tables.Figure{Key: "rate", Threshold: share, On: quantity.DateOf(2020, 12, 31), Name: name}
	return &tables.Tables{
		Numerals: []tables.Numeral{{Place: "二", Token: "50%", Nth: 1, Statement: "half-of-all", Of: "figure-date", Key: "rate"},
			{Place: "二", Token: "一", Nth: 2, Reason: "plain-word"}, {Place: "二", Statement: "half-of-all", Of: "each", Value: "1", Reason: "counted-up"}},
		Anomalies: []tables.Anomaly{{Key: "odd", Kind: "flat-target", Places: []string{"专栏1第1项", "二"}, Statements: []string{"half-of-all"}, Text: name}},
		Clauses:   []tables.Clause{{Place: "专栏1第1项", Kind: "item", Citation: "Box 1, item 1", Title: name, Statements: 1}},
		Statements: []tables.Statement{{
			ID: "half-of-all", Places: []string{"专栏1第1项", "二"}, Kind: "entity-rule", Modality: "none", Gradually: true,
			Subject: "school", Each: share, Population: share, Due: "by-date", DueOn: quantity.DateOf(2025, 12, 31),
			DueBasis: "plan-end", Evaluable: "full", Baseline: rate, Term: "一半", Name: name, Summary: name, Note: name,
			Figures: []tables.Figure{rate},
			Parameters: []tables.Parameter{
				{Key: "age", Amount: quantity.MustAmount(16, 1, quantity.Age), Basis: "official", Source: "census", Name: name},
				{Key: "open", Name: name},
			},
			Readings: []tables.Reading{
				{Key: "strict", Decides: true, Name: name, Why: name},
				{Key: "lenient", Each: tables.Threshold{Comparator: "at-most", Amount: quantity.MustAmount(3, 1, quantity.YuanPerPupil)},
					Population: tables.Threshold{Comparator: "about", Amount: quantity.MustAmount(2, 5, quantity.Percent)}, Name: name, Why: name},
			},
		}},
	}
}

func TestTheGoFormOfATable(t *testing.T) {
	sources, err := generate(small())
	require.NoError(t, err)
	const name = `bilingual.Text{ZH: "名", EN: "name"}`
	const half = `Threshold{Comparator: AtLeast, Amount: quantity.MustAmount(1, 2, quantity.Percent), Basis: Stated}`
	const rate = `{Key: "rate", Comparator: AtLeast, Amount: quantity.MustAmount(1, 2, quantity.Percent), ` +
		`On: quantity.DateOf(2020, 12, 31), Basis: Stated, Name: ` + name + `}`
	for file, lines := range map[string][]string{
		"ids_generated.go": {
			"// HalfOfAll: 名（专栏1第1项、二）. name\n",
			"HalfOfAll ID = \"half-of-all\"\n",
		},
		"clauses_generated.go": {
			`{Place: "专栏1第1项", Parent: "", Kind: BoxItem, Citation: "Box 1, item 1", Title: ` + name + `, Statements: 1},`,
		},
		"anomalies_generated.go": {
			`Key: "odd", Kind: FlatTarget,` + "\n",
			`Places:     []Place{"专栏1第1项", "二"},` + "\n",
			"Statements: []ID{HalfOfAll},\n",
			"Text:       " + name + ",\n",
		},
		"numerals_generated.go": {
			`{Place: "二", Token: "50%", Nth: 1, Statement: HalfOfAll, Of: OfFigureDate, Key: "rate"},` + "\n",
			`{Place: "二", Token: "一", Nth: 2, Reason: PlainWord},` + "\n",
			`{Place: "二", Statement: HalfOfAll, Of: OfEach, Value: "1", Reason: CountedUp},` + "\n",
		},
		"statements_generated.go": {
			"ID:     HalfOfAll,\n",
			`Places: []Place{"专栏1第1项", "二"},`,
			"EntityRule, Modality: NoDemand, Gradually: true, Evaluable: InFull,\n",
			half + ",\n",
			"Deadline{Kind: ByDate, On: quantity.DateOf(2025, 12, 31), Basis: PlanEnd},\n",
			"Baseline:   Figure" + rate + ",\n",
			"Figures: []Figure{\n\t\t\t" + rate + ",\n\t\t},\n",
			`{Key: "age", Amount: quantity.MustAmount(16, 1, quantity.Age), Basis: Official, Source: "census", Name: ` + name + "},\n",
			`{Key: "open", Name: ` + name + "},\n",
			`{Key: "strict", Decides: true, Name: ` + name + `, Why: ` + name + "},\n",
			`{Key: "lenient", Decides: false, Each: Threshold{Comparator: AtMost, Amount: quantity.MustAmount(3, 1, quantity.YuanPerPupil), Basis: Inferred}, ` +
				`Population: Threshold{Comparator: About, Amount: quantity.MustAmount(2, 5, quantity.Percent), Basis: Inferred}, Name: ` + name,
		},
	} {
		for _, line := range lines {
			assert.Contains(t, string(sources[file]), line)
		}
	}
}

func TestWordsWithANameOfTheirOwn(t *testing.T) {
	for word, change := range map[string]func(*tables.Statement){
		"Evaluable: InFull,":       func(s *tables.Statement) { s.Evaluable = "full" },
		"Evaluable: ByFigure,":     func(s *tables.Statement) { s.Evaluable = "figure" },
		"Evaluable: InPart,":       func(s *tables.Statement) { s.Evaluable = "part" },
		"Evaluable: Attested,":     func(s *tables.Statement) { s.Evaluable = "attested" },
		"Evaluable: NoEvaluation,": func(s *tables.Statement) { s.Evaluable = "context" },
		"Context, Modality":        func(s *tables.Statement) { s.Kind = "context" },
		"Modality: NoDemand,":      func(s *tables.Statement) { s.Modality = "none" },
		"Deadline{Kind: NotDue}":   func(s *tables.Statement) { s.Due, s.DueOn, s.DueBasis = "none", quantity.Date{}, "" },
	} {
		read := small()
		change(&read.Statements[0])
		sources, err := generate(read)
		require.NoError(t, err)
		assert.Contains(t, string(sources["statements_generated.go"]), word)
	}
}

func TestWordsThatThePackageDoesNotHaveAreRefused(t *testing.T) {
	for _, c := range []struct {
		says  string
		spoil func(*tables.Tables)
		want  []string
	}{
		{"a kind of clause", func(r *tables.Tables) { r.Clauses[0].Kind = "chapter" },
			[]string{`clauses_generated.go: 专栏1第1项: plan: clause kind "chapter": not in the list`}},
		{"a kind of anomaly", func(r *tables.Tables) { r.Anomalies[0].Kind = "strange" },
			[]string{`anomalies_generated.go: odd: plan: anomaly "strange": not in the list`}},
		{"what a numeral is of", func(r *tables.Tables) { r.Numerals[0].Of = "tail" },
			[]string{`numerals_generated.go: 二 50%: plan: numeral of "tail": not in the list`}},
		{"why a numeral is no figure", func(r *tables.Tables) { r.Numerals[1].Reason = "whim" },
			[]string{`numerals_generated.go: 二 一: plan: reason "whim": not in the list`}},
		{"an anomaly's ID", func(r *tables.Tables) { r.Anomalies[0].Statements[0] = "half--of" },
			[]string{`anomalies_generated.go: odd: plan: ID "half--of": want lower-case words joined by hyphens`}},
		{"a kind", func(r *tables.Tables) { r.Statements[0].Kind = "wish" },
			[]string{`statements_generated.go: half-of-all: plan: kind "wish": not in the list`}},
		{"a modality", func(r *tables.Tables) { r.Statements[0].Modality = "may" },
			[]string{`statements_generated.go: half-of-all: plan: modality "may": not in the list`}},
		{"a way to answer", func(r *tables.Tables) { r.Statements[0].Evaluable = "guessed" },
			[]string{`statements_generated.go: half-of-all: plan: evaluable "guessed": not in the list`}},
		{"a kind of deadline", func(r *tables.Tables) { r.Statements[0].Due = "soon" },
			[]string{`statements_generated.go: half-of-all: plan: due "soon": not in the list`}},
		{"the basis of a deadline", func(r *tables.Tables) { r.Statements[0].DueBasis = "hearsay" },
			[]string{`statements_generated.go: half-of-all: plan: basis "hearsay": not in the list`}},
		{"a comparator", func(r *tables.Tables) { r.Statements[0].Each.Comparator = ">=" },
			[]string{`statements_generated.go: half-of-all: plan: comparator ">=": not in the list`}},
		{"the comparator of a figure", func(r *tables.Tables) { r.Statements[0].Figures[0].Comparator = "=" },
			[]string{`statements_generated.go: half-of-all: plan: comparator "=": not in the list`}},
		{"the basis of a parameter", func(r *tables.Tables) { r.Statements[0].Parameters[0].Basis = "hearsay" },
			[]string{`statements_generated.go: half-of-all: plan: basis "hearsay": not in the list`}},
		{"an ID, in both files that write it", func(r *tables.Tables) { r.Statements[0].ID = "half--of" },
			[]string{`ids_generated.go: half--of: plan: ID "half--of": want lower-case words joined by hyphens`,
				`statements_generated.go: half--of: plan: ID "half--of": want lower-case words joined by hyphens`}},
		{"several at once", func(r *tables.Tables) { r.Statements[0].Kind, r.Statements[0].Modality = "wish", "may" },
			[]string{`statements_generated.go: half-of-all: plan: kind "wish": not in the list`,
				`statements_generated.go: half-of-all: plan: modality "may": not in the list`}},
	} {
		t.Run(c.says, func(t *testing.T) {
			read := small()
			c.spoil(read)
			sources, err := generate(read)
			assert.Nil(t, sources)
			require.Error(t, err)
			joined, ok := err.(interface{ Unwrap() []error })
			require.True(t, ok)
			var got []string
			for _, e := range joined.Unwrap() {
				got = append(got, e.Error())
			}
			assert.ElementsMatch(t, c.want, got)
		})
	}
}

func TestAnIDThatIsNoNameOfGoIsRefused(t *testing.T) {
	read := small()
	read.Statements[0].ID = "1-plus-x"
	_, err := generate(read)
	assert.ErrorContains(t, err, "ids_generated.go: ")
}
