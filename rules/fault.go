package rules

import (
	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/rules/verdict"
)

func newFault[R indicators.Record[R]](row int64, s *indicators.Subject[R], w indicators.Watch[R], r *R) verdict.Fault {
	text := func(f *indicators.Field[R]) bilingual.Text {
		return bilingual.Text{ZH: f.Text(r, bilingual.Chinese), EN: f.Text(r, bilingual.English)}
	}
	f := verdict.Fault{Row: row, Subject: s.Key(), Field: w.Field.Key(), Label: w.Field.Label(),
		Reason: w.Field.Code(r).Fault(), Found: text(w.Field)}
	if w.Whole != nil {
		f.Reason, f.WholeLabel, f.WholeFound = quantity.ExceedsWhole, w.Whole.Label(), text(w.Whole)
	}
	return f
}
