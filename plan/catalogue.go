package plan

import (
	"encoding/json"
	"io"
)

// CatalogueFormat is the version of the JSON form of catalogues.
const CatalogueFormat = 1

// WriteJSON writes the whole catalogue: the [Document] with its clauses, its
// statements in clause order, its anomalies and its history. The same plan
// always gives the same bytes. The form is described by
// schema/catalogue.schema.json; read into a Document it gives the plan back
// through [New].
func (p *Plan) WriteJSON(w io.Writer) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "\t")
	return e.Encode(struct {
		Format int `json:"format"`
		Document
	}{CatalogueFormat, p.Document()})
}
