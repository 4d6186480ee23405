package verdict

import (
	"io"

	"github.com/eduplan/tonghua/indicators/bilingual"
)

var seriesColumns = []bilingual.Text{{ZH: "编号", EN: "statement"}, {ZH: "事项", EN: "name"}, {ZH: "条款", EN: "clause"}, {ZH: "日期", EN: "date"},
	{ZH: "分子", EN: "numerator"}, {ZH: "分母", EN: "denominator"}, {ZH: "数值", EN: "value"}, {ZH: "单位", EN: "unit"}, {ZH: "目标", EN: "target"},
	{ZH: "期限", EN: "due"}, {ZH: "结论", EN: "verdict"}, {ZH: "按目前进度", EN: "at the present pace"}}

// seriesPlaces is how many decimals a value has in a table of series. It decides nothing.
const seriesPlaces = 4

// WriteSeries writes histories as one table in CSV, a line a statement and date, for charts
// and pivot tables: exact parts, the value rounded half up, target, deadline and verdict;
// on the latest date of each also when the target is reached at the present pace. Values
// that are open are empty.
func WriteSeries(w io.Writer, l bilingual.Language, list ...Series) error {
	out := bilingual.NewSpreadsheet(w, l, seriesColumns...)
	for _, s := range list {
		for i, r := range s.results {
			of, per, value, pace := "", "", "", ""
			if r.Value.Defined() {
				of, value = r.Value.Of.Number(), r.Value.Rounded(seriesPlaces)
				if r.Value.Per.Unit().Scale() > 0 && !r.Value.Per.IsZero() {
					per = r.Value.Per.Number()
				}
			}
			if i == len(s.results)-1 {
				pace = s.Text(l)
			}
			due := ""
			if r.Deadline.On.Known() {
				due = r.Deadline.On.String()
			}
			_ = out.Row(string(r.Statement), r.Name.In(l), r.Citation.In(l), r.AsOf.String(), of, per, value, r.Threshold.Amount.Unit().String(),
				r.Threshold.Amount.In(l), due, r.Verdict(l), pace) // Flush returns the error
		}
	}
	return out.Flush()
}
