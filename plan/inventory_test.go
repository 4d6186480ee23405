package plan_test

import (
	"bufio"
	"encoding/csv"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/plan"
)

// inventory is the environment variable that names a copy of the inventory of
// the plan's statements, which is not part of the project.
const inventory = "TONGHUA_INVENTORY"

func readInventory(t *testing.T) []map[string]string {
	t.Helper()
	path := os.Getenv(inventory)
	if path == "" {
		t.Skipf("%s names no copy of the inventory (statements.tsv)", inventory)
	}
	file, err := os.Open(path)
	if os.IsNotExist(err) {
		t.Skipf("%s: there is no file %s", inventory, path)
	}
	require.NoError(t, err)
	defer file.Close()
	var columns []string
	var rows []map[string]string
	for lines := bufio.NewScanner(file); lines.Scan(); {
		cells := strings.Split(lines.Text(), "\t")
		if columns == nil {
			columns = cells
			continue
		}
		require.Len(t, cells, len(columns), "row %d", len(rows)+2)
		row := map[string]string{}
		for i, cell := range cells {
			row[columns[i]] = cell
		}
		rows = append(rows, row)
	}
	return rows
}

// Within a clause the catalogue follows the text closer than the inventory does.
func TestEveryRowOfTheInventoryIsFoundInItsClause(t *testing.T) {
	var want, got [][]plan.ID
	last, listed := "", map[plan.ID]bool{} // what was split off later is in no inventory
	moved := map[plan.ID]bool{}
	for _, d := range readDifferences(t) {
		moved[plan.ID(d.id)] = moved[plan.ID(d.id)] || d.column == "place"
	}
	for _, row := range readInventory(t) {
		if moved[plan.ID(row["id"])] {
			continue
		}
		listed[plan.ID(row["id"])] = true
		if place, _, _ := strings.Cut(row["place"], "; "); place != last {
			want, last = append(want, nil), place
		}
		want[len(want)-1] = append(want[len(want)-1], plan.ID(row["id"]))
	}
	var first plan.Place
	for s := range plan.Tonghua().All() {
		if !listed[s.ID] {
			continue
		}
		if s.Places[0] != first {
			got, first = append(got, nil), s.Places[0]
		}
		got[len(got)-1] = append(got[len(got)-1], s.ID)
	}
	require.Len(t, got, len(want), "clauses that yield statements")
	for i := range want {
		assert.ElementsMatch(t, want[i], got[i])
	}
}

// differences is what the catalogue has otherwise than the inventory, with the
// finding that says why. The inventory was the first draft and no longer binds.
const differences = "testdata/inventory_differences.csv"

// difference is a row of it: what a column of the inventory says of a statement,
// and what the catalogue says now, in the inventory's words.
type difference struct{ id, column, inventory, now string }

func readDifferences(t *testing.T) (rows []difference) {
	t.Helper()
	file, err := os.Open(differences)
	require.NoError(t, err)
	defer file.Close()
	cells, err := csv.NewReader(file).ReadAll()
	require.NoError(t, err)
	require.Equal(t, []string{"id", "column", "inventory", "now", "finding"}, cells[0])
	for _, c := range cells[1:] {
		assert.Regexp(t, `^(book-[12] [A-Z][0-9]*\b.*|beside the text): .+`, c[4], "%s, %s: the finding is named", c[0], c[1])
		rows = append(rows, difference{c[0], c[1], c[2], c[3]})
	}
	return rows
}

// The list can be read without the inventory: each row says of a statement what it
// is now, and why.
func TestEachDifferenceFromTheInventoryHasAReason(t *testing.T) {
	seen := map[[2]string]bool{}
	for _, d := range readDifferences(t) {
		s := statement(t, plan.ID(d.id))
		now, ok := inTheInventorysWords(s, d.now)[d.column]
		require.True(t, ok, "%s: the inventory has no column %s", d.id, d.column)
		assert.Equal(t, now, d.now, "%s, %s", d.id, d.column)
		assert.NotEqual(t, d.inventory, d.now, "%s, %s: no difference", d.id, d.column)
		assert.False(t, seen[[2]string{d.id, d.column}], "%s, %s stands twice", d.id, d.column)
		seen[[2]string{d.id, d.column}] = true
	}
}

func TestTheCatalogueDiffersFromTheInventoryAsListed(t *testing.T) {
	var got []difference
	for _, row := range readInventory(t) {
		now := inTheInventorysWords(statement(t, plan.ID(row["id"])), row["deadline"])
		place, _, _ := strings.Cut(row["place"], "; ")
		if first := placeOf(place); string(first) != now["place"] {
			got = append(got, difference{row["id"], "place", string(first), now["place"]})
		}
		for _, column := range []string{"kind", "modality", "evaluable", "deadline"} {
			if row[column] != now[column] {
				got = append(got, difference{row["id"], column, row[column], now[column]})
			}
		}
	}
	assert.Equal(t, readDifferences(t), got)
}

// dues is what the inventory's words for deadlines mean, in the order in which a
// word is looked for.
var dues = []struct {
	word string
	due  plan.Deadline
}{
	{"standing", standing}, {"yearly", yearly}, {"plan", planEnd}, {"2025", stated2025}, {"2022", stated2022},
	{"per cycle", plan.Deadline{Kind: plan.Cycle, On: quantity.DateOf(2025, 12, 31), Origin: plan.Origin{Basis: plan.Inferred}}},
	{"three years", by(2023, plan.Inferred)}, {"mid-term", by(2023, plan.Inferred)},
	{"-", plan.Deadline{Kind: plan.NotDue}}, {"2017", plan.Deadline{Kind: plan.NotDue}}, {"2020", plan.Deadline{Kind: plan.NotDue}}, // the former period
}

// inTheInventorysWords returns what a statement is, column by column as the
// inventory writes it. The word for a deadline is the one given, if it means it.
func inTheInventorysWords(s *plan.Statement, due string) map[string]string {
	modality := s.Modality.String()
	if s.Modality == plan.NoDemand {
		modality = "-"
	}
	if s.Gradually {
		modality += ", gradually"
	}
	deadline := s.Deadline.In(bilingual.English)
	for _, d := range slices.Backward(dues) {
		if d.due.Kind == s.Deadline.Kind && d.due.On == s.Deadline.On && d.due.Basis == s.Deadline.Basis && deadline != due {
			deadline = d.word
		}
	}
	return map[string]string{"place": string(s.Places[0]), "kind": s.Kind.String(), "modality": modality, "evaluable": s.Evaluable.String(), "deadline": deadline}
}

var paragraph, item = regexp.MustCompile(`^(.+)¶(\d+)$`), regexp.MustCompile(`^(专栏\d+)(?:\.(\d+))?$`)

// placeOf returns a place of the inventory as the document numbers it.
func placeOf(place string) plan.Place {
	if m := paragraph.FindStringSubmatch(place); m != nil {
		return plan.Place(m[1] + "第" + m[2] + "段")
	}
	if m := item.FindStringSubmatch(place); m != nil {
		if m[2] == "" {
			m[2] = "1" // the items of boxes 9 and 11 have no number
		}
		return plan.Place(m[1] + "第" + m[2] + "项")
	}
	return plan.Place(place)
}

// The catalogue may name more places than the inventory, behind its own.
func TestStatementsStandWhereTheInventorySays(t *testing.T) {
	moved := map[string]bool{}
	for _, d := range readDifferences(t) {
		moved[d.id] = moved[d.id] || d.column == "place"
	}
	for _, row := range readInventory(t) {
		s := statement(t, plan.ID(row["id"]))
		if moved[row["id"]] {
			continue
		}
		for i, place := range strings.Split(row["place"], "; ") {
			if assert.Greater(t, len(s.Places), i, s.ID) {
				assert.Equal(t, placeOf(place), s.Places[i], s.ID)
			}
		}
	}
}
