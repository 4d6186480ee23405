// Package made writes registers of the generated city as files, to test with.
package made

import (
	"bytes"
	"encoding/csv"

	"github.com/eduplan/tonghua/examples/city/registers"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/teacher"
)

// Teachers writes at most so many teachers of a city as comma-separated values: all columns
// of the subject by their keys, the number of each and the county.
func Teachers(c registers.Config, most int) ([]byte, error) {
	city, err := registers.New(c)
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	w := csv.NewWriter(&out)
	subject := teacher.Record{}.Subject()
	row := []string{"教职工号", "区县"}
	for _, f := range subject.Fields() {
		row = append(row, f.Key())
	}
	if err := w.Write(row); err != nil {
		return nil, err
	}
	mapping := registers.TeachersAsOf(city.AsOf())
	for i := range city.Teachers {
		var r teacher.Record
		if mapping(&city.Teachers[i], &r); subject.Skipped(&r) {
			continue
		}
		if most--; most < 0 {
			break
		}
		row = append(row[:0], city.Teachers[i].No, registers.AreaName(city.Teachers[i].County))
		for _, f := range subject.Fields() {
			row = append(row, f.Text(&r, bilingual.Chinese))
		}
		if err := w.Write(row); err != nil {
			return nil, err
		}
	}
	w.Flush()
	return out.Bytes(), w.Error()
}
