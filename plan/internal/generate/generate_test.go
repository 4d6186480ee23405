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
	from := func(basis string) tables.Origin { return tables.Origin{Basis: basis} }
	share := tables.Threshold{Comparator: "at-least", Amount: quantity.MustAmount(1, 2, quantity.Percent), Origin: from("stated")}
	rate := tables.Figure{Key: "rate", Threshold: share, On: quantity.DateOf(2020, 12, 31), Name: name}
	return &tables.Tables{
		Plan: tables.Plan{Edition: "small", Name: name, First: quantity.DateOf(2021, 1, 1), Last: quantity.DateOf(2025, 12, 31),
			Issued: quantity.DateOf(2021, 6, 1), IssuedOrigin: tables.Origin{Basis: "inferred", Source: name}},
		Numerals: []tables.Numeral{{Place: "二", Token: "50%", Nth: 1, Statement: "half-of-all", Of: "figure-date", Key: "rate"},
			{Place: "二", Token: "一", Nth: 2, Reason: "plain-word"}, {Place: "二", Statement: "half-of-all", Of: "each", Value: "1", Reason: "counted-up"}},
		Anomalies: []tables.Anomaly{{Key: "odd", Kind: "flat-target", Places: []string{"专栏1第1项", "二"}, Statements: []string{"half-of-all"}, Text: name}},
		Clauses:   []tables.Clause{{Place: "专栏1第1项", Kind: "item", Citation: "Box 1, item 1", Title: name, Statements: 1}},
		Statements: []tables.Statement{{
			ID: "half-of-all", Places: []string{"专栏1第1项", "二"}, Kind: "entity-rule", Modality: "none", ModalityOrigin: from("inferred"), Gradually: true,
			Bearer: "school", Each: share, Population: share, Due: "by-date", DueOn: quantity.DateOf(2025, 12, 31),
			DueOrigin: from("plan-end"), Evaluable: "full", Bias: "flatters", Covers: name, Baseline: rate, Term: "一半",
			Name: name, Summary: name, Note: name, Demand: name, SaidBy: []string{"each", "population"}, Short: name, Noun: name,
			Figures: []tables.Figure{rate},
			Parameters: []tables.Parameter{
				{Key: "age", Amount: quantity.MustAmount(16, 1, quantity.Age), Name: name, Origin: tables.Origin{
					Basis: "official", Source: name, Number: "国发〔2020〕1号", From: quantity.DateOf(2020, 1, 31)}},
				{Key: "open", Name: name},
			},
			Readings: []tables.Reading{
				{Key: "strict", Decides: true, Name: name, Why: name},
				{Key: "lenient", Each: tables.Threshold{Comparator: "at-most", Amount: quantity.MustAmount(3, 1, quantity.YuanPerPupil), Origin: from("counted")},
					Population: tables.Threshold{Comparator: "between", Amount: quantity.MustAmount(2, 5, quantity.Percent),
						To: quantity.MustAmount(1, 2, quantity.Percent), Origin: from("convention")},
					Name: name, Why: name, Demand: name, NotComputed: name},
			},
			Components: []tables.Component{
				{Key: "scheme", Name: name, Is: []string{"published-measure", "act"}, Needs: "each-year", Least: 2},
				{Key: "whole", Name: name, Reports: []string{"assessment"}, Needs: "in-force", Least: 1},
			},
		}},
	}
}

func TestTheGoFormOfATable(t *testing.T) {
	sources, err := generate(small())
	require.NoError(t, err)
	const name = `bilingual.Text{ZH: "名", EN: "name"}`
	const half = `Threshold{Comparator: AtLeast, Amount: quantity.MustAmount(1, 2, quantity.Percent), Origin: Origin{Basis: Stated}}`
	const rate = `{Key: "rate", Comparator: AtLeast, Amount: quantity.MustAmount(1, 2, quantity.Percent), ` +
		`On: quantity.DateOf(2020, 12, 31), Origin: Origin{Basis: Stated}, Name: ` + name + `}`
	for file, lines := range map[string][]string{
		"ids_generated.go": {
			"// HalfOfAll is 名: name (专栏1第1项、二).\n",
			"const HalfOfAll ID = \"half-of-all\"\n",
		},
		"plan_generated.go": {
			"Edition:      \"small\",\n", "Name:         " + name + ",\n",
			"First:        quantity.DateOf(2021, 1, 1),\n", "Last:         quantity.DateOf(2025, 12, 31),\n",
			"Issued:       quantity.DateOf(2021, 6, 1),\n", "IssuedOrigin: Origin{Basis: Inferred, Source: " + name + "},\n",
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
			"EntityRule, Modality: NoDemand, Gradually: true, Evaluable: InFull, Bearer: School,\n",
			"Demand:         " + name + ",\n", "SaidBy:         []string{\"each\", \"population\"},\n",
			"Short:          " + name + ",\n", "Noun:           " + name + ",\n", "ModalityOrigin: Origin{Basis: Inferred},\n",
			"Each:           " + half + ",\n", "Population:     " + half + ",\n",
			"Deadline{Kind: ByDate, On: quantity.DateOf(2025, 12, 31), Origin: Origin{Basis: PlanEnd}},\n",
			"Partly{Bias: Flatters, Covers: " + name + "},\n",
			"Figure" + rate + ",\n",
			"Figures: []Figure{\n\t\t\t" + rate + ",\n\t\t},\n",
			`{Key: "age", Amount: quantity.MustAmount(16, 1, quantity.Age), Origin: Origin{Basis: Official, Source: ` + name +
				`, Number: "国发〔2020〕1号", From: quantity.DateOf(2020, 1, 31)}, Name: ` + name + "},\n",
			`{Key: "open", Name: ` + name + "},\n",
			`{Key: "strict", Decides: true, Name: ` + name + `, Why: ` + name + "},\n",
			`{Key: "lenient", Decides: false, Each: Threshold{Comparator: AtMost, Amount: quantity.MustAmount(3, 1, quantity.YuanPerPupil), Origin: Origin{Basis: Counted}}, ` +
				`Population: Threshold{Comparator: Between, Amount: quantity.MustAmount(2, 5, quantity.Percent), To: quantity.MustAmount(1, 2, quantity.Percent), ` +
				`Origin: Origin{Basis: Convention}}, Demand: ` + name + `, NotComputed: ` + name + `, Name: ` + name,
			`{Key: "scheme", Name: ` + name + `, Is: []EvidenceKind{PublishedMeasure, Act}, Needs: EachYear, Least: 2},` + "\n",
			`{Key: "whole", Name: ` + name + `, Reports: []EvidenceKind{Assessment}, Needs: InForce, Least: 1},` + "\n",
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
		"Deadline{Kind: NotDue}":   func(s *tables.Statement) { s.Due, s.DueOn, s.DueOrigin = "none", quantity.Date{}, tables.Origin{} },
		"Bearer: Nobody,":          func(s *tables.Statement) { s.Bearer = "none" },
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
		{"the basis of a deadline", func(r *tables.Tables) { r.Statements[0].DueOrigin.Basis = "hearsay" },
			[]string{`statements_generated.go: half-of-all: plan: basis "hearsay": not in the list`}},
		{"a comparator", func(r *tables.Tables) { r.Statements[0].Each.Comparator = ">=" },
			[]string{`statements_generated.go: half-of-all: plan: comparator ">=": not in the list`}},
		{"the comparator of a figure", func(r *tables.Tables) { r.Statements[0].Figures[0].Comparator = "=" },
			[]string{`statements_generated.go: half-of-all: plan: comparator "=": not in the list`}},
		{"the basis of a parameter", func(r *tables.Tables) { r.Statements[0].Parameters[0].Basis = "hearsay" },
			[]string{`statements_generated.go: half-of-all: plan: basis "hearsay": not in the list`}},
		{"a bearer", func(r *tables.Tables) { r.Statements[0].Bearer = "district" },
			[]string{`statements_generated.go: half-of-all: plan: bearer "district": not in the list`}},
		{"the basis of a modality", func(r *tables.Tables) { r.Statements[0].ModalityOrigin.Basis = "hearsay" },
			[]string{`statements_generated.go: half-of-all: plan: basis "hearsay": not in the list`}},
		{"the basis of a reading's threshold", func(r *tables.Tables) { r.Statements[0].Readings[1].Each.Basis = "hearsay" },
			[]string{`statements_generated.go: half-of-all: plan: basis "hearsay": not in the list`}},
		{"a kind of evidence that is the thing", func(r *tables.Tables) { r.Statements[0].Components[0].Is[1] = "rumour" },
			[]string{`statements_generated.go: half-of-all: plan: kind of evidence "rumour": not in the list`}},
		{"a kind of evidence that reports", func(r *tables.Tables) { r.Statements[0].Components[1].Reports[0] = "rumour" },
			[]string{`statements_generated.go: half-of-all: plan: kind of evidence "rumour": not in the list`}},
		{"of when evidence has to be", func(r *tables.Tables) { r.Statements[0].Components[0].Needs = "soon" },
			[]string{`statements_generated.go: half-of-all: plan: recency "soon": not in the list`}},
		{"the basis of the day of issue", func(r *tables.Tables) { r.Plan.IssuedOrigin.Basis = "hearsay" },
			[]string{`plan_generated.go: plan.csv: plan: basis "hearsay": not in the list`}},
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
