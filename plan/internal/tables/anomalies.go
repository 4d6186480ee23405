package tables

import (
	"io/fs"
	"slices"
	"strings"

	"github.com/eduplan/tonghua/indicators/bilingual"
)

// Anomaly is a row of anomalies.csv.
type Anomaly struct {
	Key, Kind  string
	Places     []string
	Statements []string // empty where the anomaly is of the document's form alone
	Text       bilingual.Text
}

// readAnomalies reads the anomalies; places and statements are nil where they
// could not be read, and none is looked for.
func (t *Tables) readAnomalies(from fs.FS, places map[string]row, byID map[string]*Statement, errs *[]error) {
	seen := map[string]bool{}
	last := 0
	rows, _ := readTable(from, "anomalies.csv", []string{"key", "kind", "places", "statements", "text_zh", "text_en"}, errs)
	for _, r := range rows {
		a := Anomaly{Key: r.want("key"), Kind: r.want("kind"), Places: strings.Split(r.want("places"), ";"), Text: text(r, "text")}
		if seen[a.Key] {
			r.fail("key", ErrDuplicate, "%s", a.Key)
		}
		seen[a.Key] = true
		if places != nil && r.get("places") != "" {
			last = checkPlaces(r, a.Places, places, last)
		}
		if r.get("statements") != "" {
			a.Statements = strings.Split(r.get("statements"), ";")
		}
		for i, id := range a.Statements {
			if _, ok := byID[id]; !ok && byID != nil {
				r.fail("statements", ErrReference, "%q is no statement", id)
			}
			if slices.Contains(a.Statements[:i], id) {
				r.fail("statements", ErrDuplicate, "%s", id)
			}
		}
		t.Anomalies = append(t.Anomalies, a)
	}
}
