package plan_test

import (
	"bufio"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

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
	last := ""
	for _, row := range readInventory(t) {
		if place, _, _ := strings.Cut(row["place"], "; "); place != last {
			want, last = append(want, nil), place
		}
		want[len(want)-1] = append(want[len(want)-1], plan.ID(row["id"]))
	}
	var first plan.Place
	for s := range plan.Tonghua().All() {
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

func TestStatementsAreOfTheKindThatTheInventorySays(t *testing.T) {
	for _, row := range readInventory(t) {
		s := statement(t, plan.ID(row["id"]))
		modality, gradually := strings.CutSuffix(row["modality"], ", gradually")
		if modality == "-" {
			modality = plan.NoDemand.String()
		}
		assert.Equal(t, row["kind"], s.Kind.String(), s.ID)
		assert.Equal(t, modality, s.Modality.String(), s.ID)
		assert.Equal(t, gradually, s.Gradually, s.ID)
		assert.Equal(t, row["evaluable"], s.Evaluable.String(), s.ID)
		assert.Equal(t, row["subject"], s.Subject, s.ID)
	}
}

// The catalogue may name more places than the inventory, behind its own.
func TestStatementsStandWhereTheInventorySays(t *testing.T) {
	paragraph, item := regexp.MustCompile(`^(.+)¶(\d+)$`), regexp.MustCompile(`^(专栏\d+)(?:\.(\d+))?$`)
	for _, row := range readInventory(t) {
		s := statement(t, plan.ID(row["id"]))
		for i, place := range strings.Split(row["place"], "; ") {
			want := place
			if m := paragraph.FindStringSubmatch(place); m != nil {
				want = m[1] + "第" + m[2] + "段"
			} else if m := item.FindStringSubmatch(place); m != nil {
				if m[2] == "" {
					m[2] = "1" // the items of boxes 9 and 11 have no number
				}
				want = m[1] + "第" + m[2] + "项"
			}
			if assert.Greater(t, len(s.Places), i, s.ID) {
				assert.Equal(t, plan.Place(want), s.Places[i], s.ID)
			}
		}
	}
}

func TestStatementsFallDueWhenTheInventorySays(t *testing.T) {
	end := func(year int, basis plan.Basis) plan.Deadline {
		return plan.Deadline{Kind: plan.ByDate, On: quantity.DateOf(year, 12, 31), Basis: basis}
	}
	want := map[string]plan.Deadline{
		"-": {Kind: plan.NotDue}, "2017": {Kind: plan.NotDue}, "2020": {Kind: plan.NotDue}, // the former period
		"standing": {Kind: plan.Standing}, "yearly": {Kind: plan.Yearly},
		"plan": end(2025, plan.PlanEnd), "2025": end(2025, plan.Stated), "2022": end(2022, plan.Stated),
		"per cycle":   {Kind: plan.Cycle, On: quantity.DateOf(2025, 12, 31), Basis: plan.Inferred},
		"three years": end(2023, plan.Inferred), "mid-term": end(2023, plan.Inferred),
	}
	for _, row := range readInventory(t) {
		s := statement(t, plan.ID(row["id"]))
		if assert.Contains(t, want, row["deadline"], s.ID) {
			assert.Equal(t, want[row["deadline"]], s.Deadline, s.ID)
		}
	}
}
