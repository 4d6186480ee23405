package plan_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/plan"
)

// broken is what is wrong with a document, and every line of the error.
type broken struct {
	says  string
	spoil func(d *plan.Document)
	want  []string
}

// master spoils the statement that has everything.
func master(spoil func(s *plan.Statement)) func(*plan.Document) {
	return func(d *plan.Document) { spoil(&d.Statements[1]) }
}

func refused(t *testing.T, cases []broken) {
	t.Helper()
	for _, c := range cases {
		t.Run(c.says, func(t *testing.T) {
			d := document()
			c.spoil(&d)
			p, err := plan.New(d)
			assert.Nil(t, p, "no plan is made of a broken document")
			require.Error(t, err)
			joined, ok := err.(interface{ Unwrap() []error })
			require.True(t, ok, "problems are joined")
			var got []string
			for _, e := range joined.Unwrap() {
				got = append(got, e.Error())
			}
			assert.Equal(t, c.want, got)
		})
	}
}

func TestBrokenDocumentsAreRefused(t *testing.T) {
	const title = "plan: edition and name are wanted"
	refused(t, []broken{
		{"no edition", func(d *plan.Document) { d.Edition = "" }, []string{title}},
		{"a name in one language", func(d *plan.Document) { d.Name.EN = "" }, []string{title}},
		{"no first day", func(d *plan.Document) { d.First = quantity.Date{} },
			[]string{`plan: period "" to "2030-12-31": want two dates in order`}},
		{"a last day that the calendar does not have", func(d *plan.Document) { d.Last = quantity.DateOf(2030, 2, 30) },
			[]string{`plan: period "2026-01-01" to "invalid: not-a-date": want two dates in order`}},
		{"a period that ends before it begins", func(d *plan.Document) { d.Last = quantity.DateOf(2025, 12, 31) },
			[]string{`plan: period "2026-01-01" to "2025-12-31": want two dates in order`}},
		{"two statements of one ID", func(d *plan.Document) { d.Statements[0].ID = "master" },
			[]string{`plan: statement "master" stands twice`}},
	})
}

func TestBrokenClausesAreRefused(t *testing.T) {
	const wanted = `plan: clause "二": place and kind are wanted`
	const title = `plan: clause "二": citation, and title in both languages, are wanted`
	refused(t, []broken{
		{"a clause twice", func(d *plan.Document) { d.Clauses = append(d.Clauses, d.Clauses[2]) },
			[]string{`plan: clause "二" stands twice`}},
		{"a parent that is no clause", func(d *plan.Document) { d.Clauses[1].Parent = "三" },
			[]string{`plan: clause "一第1段": parent "三" does not stand before it`}},
		{"a parent that stands behind", func(d *plan.Document) { d.Clauses[1].Parent = "二" },
			[]string{`plan: clause "一第1段": parent "二" does not stand before it`}},
		{"a clause that is its own parent", func(d *plan.Document) { d.Clauses[2].Parent = "二" },
			[]string{`plan: clause "二": parent "二" does not stand before it`}},
		{"a clause without kind", func(d *plan.Document) { d.Clauses[2].Kind = 0 }, []string{wanted}},
		{"a clause of an odd kind", func(d *plan.Document) { d.Clauses[2].Kind = 99 }, []string{wanted}},
		{"a clause without title", func(d *plan.Document) { d.Clauses[2].Title.ZH = "" }, []string{title}},
		{"a clause without English citation", func(d *plan.Document) { d.Clauses[2].Citation = "" }, []string{title}},
		{"a clause without place", func(d *plan.Document) { d.Clauses = append(d.Clauses, plan.Clause{Kind: plan.Part}) },
			[]string{`plan: clause "": place and kind are wanted`, `plan: clause "": citation, and title in both languages, are wanted`}},
	})
}

func TestBrokenStatementsAreRefused(t *testing.T) {
	const words = `plan: statement "master": kind, modality and evaluable must be set`
	const texts = `plan: statement "master": name and summary are wanted in both languages`
	refused(t, []broken{
		{"a malformed ID", master(func(s *plan.Statement) { s.ID = "Master Degree" }),
			[]string{`plan: statement "Master Degree": at ["一第1段" "二"]: want an ID of lower-case words joined by hyphens`}},
		{"no ID, named by its places", master(func(s *plan.Statement) { s.ID = "" }),
			[]string{`plan: statement "": at ["一第1段" "二"]: want an ID of lower-case words joined by hyphens`}},
		{"no place", master(func(s *plan.Statement) { s.Places = nil }), []string{`plan: statement "master": no place`}},
		{"a place that is no clause", master(func(s *plan.Statement) { s.Places[1] = "九" }),
			[]string{`plan: statement "master": place "九" is no clause`}},
		{"a first place that is no clause", master(func(s *plan.Statement) { s.Places[0] = "九" }),
			[]string{`plan: statement "master": place "九" is no clause`}},
		{"one place twice", master(func(s *plan.Statement) { s.Places[1] = s.Places[0] }),
			[]string{`plan: statement "master": place "一第1段" stands twice`}},
		{"no kind", master(func(s *plan.Statement) { s.Kind = 0 }), []string{words}},
		{"no modality", master(func(s *plan.Statement) { s.Modality = 0 }), []string{words}},
		{"an odd modality", master(func(s *plan.Statement) { s.Modality = 99 }), []string{words}},
		{"no word on how it is answered", master(func(s *plan.Statement) { s.Evaluable = 0 }), []string{words,
			`plan: statement "master": partly: bias, and what is covered in both languages, are wanted for a statement computed in part and for no other`,
			`plan: statement "master": components: what is demanded, with its proof, is wanted for a statement attested or computed in part, and for no other`}},
		{"a name in one language", master(func(s *plan.Statement) { s.Name.EN = "" }), []string{texts}},
		{"no summary", master(func(s *plan.Statement) { s.Summary = both("", "") }), []string{texts}},
		{"a note in one language", master(func(s *plan.Statement) { s.Note.ZH = "" }),
			[]string{`plan: statement "master": the note is wanted in both languages or not at all`}},
	})
}

func TestBrokenDeadlinesAndThresholdsAreRefused(t *testing.T) {
	const begins = `plan: statement "master": `
	refused(t, []broken{
		{"no kind of deadline", master(func(s *plan.Statement) { s.Deadline.Kind = 0 }), []string{begins + "no deadline kind"}},
		{"an odd kind of deadline", master(func(s *plan.Statement) { s.Deadline.Kind = 99 }), []string{begins + "no deadline kind"}},
		{"a date without day", master(func(s *plan.Statement) { s.Deadline.On = quantity.Date{} }),
			[]string{begins + "deadline by-date without date or basis"}},
		{"a date without basis", master(func(s *plan.Statement) { s.Deadline.Basis = 0 }),
			[]string{begins + "deadline by-date without date or basis"}},
		{"a cycle without end", master(func(s *plan.Statement) { s.Deadline = plan.Deadline{Kind: plan.Cycle} }),
			[]string{begins + "deadline cycle without date or basis"}},
		{"a standing duty with a day", master(func(s *plan.Statement) { s.Deadline.Kind = plan.Standing }),
			[]string{begins + "deadline standing with date or basis"}},
		{"a yearly duty with a basis", master(func(s *plan.Statement) {
			s.Deadline = plan.Deadline{Kind: plan.Yearly, Origin: plan.Origin{Basis: plan.Stated}}
		}),
			[]string{begins + "deadline yearly with date or basis"}},
		{"a threshold without comparator", master(func(s *plan.Statement) { s.Population.Comparator = 0 }),
			[]string{begins + "population: comparator, amount and basis must all be set"}},
		{"a threshold without amount", master(func(s *plan.Statement) { s.Each.Amount = quantity.Amount{} }),
			[]string{begins + "each: comparator, amount and basis must all be set"}},
		{"a threshold without basis", master(func(s *plan.Statement) { s.Each.Basis = 0 }),
			[]string{begins + "each: comparator, amount and basis must all be set"}},
		{"a population that stays below nought", master(func(s *plan.Statement) {
			s.Population.Comparator, s.Population.Amount = plan.LessThan, quantity.MustAmount(0, 1, quantity.Percent)
		}), []string{begins + "population: a threshold that means nothing: nothing is less than 0 %"}},
		{"a record that stays below nought", master(func(s *plan.Statement) {
			s.Each.Comparator, s.Each.Amount = plan.LessThan, quantity.MustAmount(0, 1, quantity.Hour)
		}), []string{begins + "each: a threshold that means nothing: nothing is less than 0 hours"}},
		{"a population in thousandths", master(func(s *plan.Statement) { s.Population.Amount = quantity.MustAmount(9, 1, quantity.Thousandth) }),
			[]string{begins + "population: a threshold that means nothing: no population is measured in thousandth"}},
		{"a population in percentage points", master(func(s *plan.Statement) { s.Population.Amount = quantity.MustAmount(9, 100, quantity.Point) }),
			[]string{begins + "population: a threshold that means nothing: no population is measured in point"}},
		{"a baseline without date", master(func(s *plan.Statement) { s.Baseline.On = quantity.Date{} }),
			[]string{begins + `baseline "rate": a date is wanted`}},
		{"a baseline without amount", master(func(s *plan.Statement) { s.Baseline.Amount = quantity.Amount{} }),
			[]string{begins + `baseline "rate": comparator, amount and basis must all be set`}},
	})
}

func TestBrokenListsAreRefused(t *testing.T) {
	const begins = `plan: statement "master": `
	const parts = "comparator, amount and basis must all be set"
	const set = "amount, basis and source must all be set, or none"
	const named = "key, and name in both languages, are wanted"
	refused(t, []broken{
		{"a figure twice", master(func(s *plan.Statement) { s.Figures = append(s.Figures, s.Figures[0]) }),
			[]string{begins + `figure "rate" stands twice`}},
		{"a figure without key", master(func(s *plan.Statement) { s.Figures[0].Key = "" }), []string{begins + `figure "": ` + named}},
		{"a figure without basis", master(func(s *plan.Statement) { s.Figures[0].Basis = 0 }), []string{begins + `figure "rate": ` + parts}},
		{"a figure of an impossible day", master(func(s *plan.Statement) { s.Figures[0].On = quantity.DateOf(2025, 2, 30) }),
			[]string{begins + `figure "rate": date invalid: not-a-date`}},
		{"a parameter twice", master(func(s *plan.Statement) { s.Parameters[1].Key = "age" }), []string{begins + `parameter "age" stands twice`}},
		{"a parameter without name", master(func(s *plan.Statement) { s.Parameters[0].Name.ZH = "" }), []string{begins + `parameter "age": ` + named}},
		{"a parameter without source", master(func(s *plan.Statement) { s.Parameters[0].Source.EN = "" }), []string{begins + `parameter "age": ` + set}},
		{"a parameter without basis", master(func(s *plan.Statement) { s.Parameters[0].Basis = 0 }), []string{begins + `parameter "age": ` + set}},
		{"a source without amount", master(func(s *plan.Statement) { s.Parameters[1].Source = both("普查", "census") }), []string{begins + `parameter "open": ` + set}},
		{"a reading twice", master(func(s *plan.Statement) { s.Readings[1].Key = "strict" }), []string{begins + `reading "strict" stands twice`}},
		{"a first reading that does not decide", master(func(s *plan.Statement) { s.Readings[0].Decides = false }),
			[]string{begins + `reading "strict": exactly the first reading decides`}},
		{"two readings that decide", master(func(s *plan.Statement) { s.Readings[1].Decides = true }),
			[]string{begins + `reading "lenient": exactly the first reading decides`}},
		{"a reading without key", master(func(s *plan.Statement) { s.Readings[1].Key = "" }), []string{begins + `reading "": ` + named}},
		{"a reason in one language", master(func(s *plan.Statement) { s.Readings[1].Why.EN = "" }),
			[]string{begins + `reading "lenient": the reason is wanted in both languages`}},
		{"a reading's own threshold without basis", master(func(s *plan.Statement) { s.Readings[1].Population.Basis = 0 }),
			[]string{begins + `reading "lenient", population: ` + parts}},
		{"a reading's own threshold without comparator",
			master(func(s *plan.Statement) {
				s.Readings[1].Each = plan.Threshold{Origin: plan.Origin{Basis: plan.Inferred}}
			}),
			[]string{begins + `reading "lenient", each: ` + parts}},
	})
}

func TestAllThatIsWrongIsReportedAtOnce(t *testing.T) {
	refused(t, []broken{{"one fault of each sort, in the order of the document",
		func(d *plan.Document) {
			d.Edition = ""
			d.First, d.Last = d.Last, d.First
			d.Clauses[0].Kind = 0
			d.Statements[0].Summary.EN = ""
			d.Statements[0].Deadline = plan.Deadline{}
			d.Statements[1].Places[1] = "九"
			d.Statements[1].Parameters[0].Source = both("", "")
			d.Statements[1].Readings[0].Decides = false
		},
		[]string{
			"plan: edition and name are wanted",
			`plan: period "2030-12-31" to "2026-01-01": want two dates in order`,
			`plan: clause "一": place and kind are wanted`,
			`plan: statement "books": name and summary are wanted in both languages`,
			`plan: statement "books": no deadline kind`,
			`plan: statement "master": parameter "age": amount, basis and source must all be set, or none`,
			`plan: statement "master": reading "strict": exactly the first reading decides`,
			`plan: statement "master": place "九" is no clause`,
		}}})
}
