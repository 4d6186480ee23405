package archive

import (
	"encoding/json"
	"strings"
)

// Forged returns the archive with texts of its data and its report replaced, and a
// digest that fits: what somebody does who means to deceive.
func (a *Archive) Forged(library string, inData, inReport *strings.Replacer) *Archive {
	w := a.written
	w.Library = library
	if inData != nil {
		w.Data = json.RawMessage(inData.Replace(string(w.Data)))
	}
	if inReport != nil {
		w.Report = json.RawMessage(inReport.Replace(string(w.Report)))
	}
	w.Digest = w.digest()
	data, err := json.Marshal(w)
	if err != nil {
		panic(err)
	}
	forged := new(Archive)
	if err := json.Unmarshal(data, forged); err != nil {
		panic(err)
	}
	return forged
}
