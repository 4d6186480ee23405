package rows

import (
	"errors"
	"strings"
	"unicode/utf8"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
)

// Reader reads the rows of one table. It remembers the texts that it has read and counts
// what it reads, so it is for one goroutine.
type Reader[R indicators.Record[R]] struct {
	columns []*reading[R]
	key     int // the column that says who a record is, -1 for none
	times   int // the column that says how many records a row stands for, -1 for none
	width   int // how many columns the header has
	seen    map[string]int64
	values  []*R // the records that hold remembered values
	report  Report
	notUTF8 bool // a text of a column is in another encoding
}

// reading is a column of one table with the texts that were read from it.
type reading[R indicators.Record[R]] struct {
	Column[R]
	at     int
	header string
	was    *remembered[R] // what the cell that was read last says
	lately [latelyRead]*remembered[R]
	read   map[string]*remembered[R]
}

// latelyRead is how many texts of a column are found without the map: words are few, and
// told apart by their length and their last byte as a rule.
const latelyRead = 32

// place is where a text is found lately.
func place(text string) int {
	if text == "" {
		return 0
	}
	return (len(text)*5 + int(text[len(text)-1])) % latelyRead
}

// remembered is what a text of a column says. The value stands in the column's field of a
// record that it shares with texts of the other columns, so that all that is remembered is
// near together.
type remembered[R any] struct {
	text   string
	in     *R
	skips  bool
	reason quantity.Fault
	err    error
}

// mostRemembered is how many texts of a column are remembered. Words are fewer, and what
// is told by more texts than that, such as an amount of money, is read each time.
const mostRemembered = 4096

// Row is a record of a table with who it is. A panel takes it as it is:
// NewPanel((*rows.Row[teacher.Record]).Map, set...).Keyed((*rows.Row[teacher.Record]).Who).
type Row[R any] struct {
	Number int64  // in the table, whose header is row 1
	Key    string // by the column that [Table.Key] names; empty where there is none
	Record R
}

// Map is the mapping of the row.
func (r *Row[R]) Map(to *R) { *to = r.Record }

// Who returns the key.
func (r *Row[R]) Who() string { return r.Key }

// Read fills a row, which it empties first, from the cells of a line, and returns what is
// wrong with them: nothing, almost always. Cells that a short row lacks are unknown, and
// those that are too many are a fault unless they are empty. A row without any text is
// blank: it is counted apart and is no record.
func (r *Reader[R]) Read(cells []string, to *Row[R]) (faults []Fault, blank bool) {
	return r.ReadAt(r.report.Lines+2, cells, to) // the header is the first
}

// ReadAt is Read for lines that have numbers of their own, such as the rows of a sheet with
// a title above its header: those that faults, and the row itself, then have.
func (r *Reader[R]) ReadAt(row int64, cells []string, to *Row[R]) (faults []Fault, blank bool) {
	r.report.Lines++
	if blankRow(cells) {
		r.report.Blank++
		return nil, true
	}
	r.report.Read++
	*to = Row[R]{Number: row}
	record, key := &to.Record, ""
	if r.key >= 0 {
		if r.key < len(cells) {
			key = quantity.Normal(cells[r.key])
		}
		f, wrong := r.who(row, key)
		if wrong {
			faults = append(faults, f)
		}
		if f.Kind != NoKey {
			to.Key = key
		}
	}
	refused, skipped := false, false
	if r.times >= 0 && r.times < len(cells) {
		if f, wrong := r.stand(record, cells[r.times]); wrong {
			refused = true
			faults = append(faults, f)
		}
	} else {
		r.report.Records++
	}
	for _, c := range r.columns {
		if c.at >= len(cells) {
			continue
		}
		text := cells[c.at]
		at := &c.lately[place(text)]
		if *at == nil || (*at).text != text {
			m, known := c.read[text]
			if !known {
				m = r.remember(c, text)
				r.notUTF8 = r.notUTF8 || !utf8.ValidString(text)
			}
			*at = m
		}
		c.was = *at
		if c.was.skips && !skipped {
			skipped = true
			any(record).(interface{ Skip() }).Skip()
			r.report.Skipped++
		}
		c.Field.Copy(record, c.was.in)
		if c.was.err != nil {
			refused = true
			faults = append(faults, c.fault(text))
		}
	}
	for i := r.width; i < len(cells); i++ {
		if quantity.Normal(cells[i]) != "" {
			faults = append(faults, Fault{Kind: Surplus, Text: strings.Clone(cells[i])})
			break
		}
	}
	if refused {
		r.report.Refused++
	}
	if len(faults) > 0 {
		r.report.Faults += int64(len(faults))
		key = strings.Clone(key)
	}
	for i := range faults {
		if faults[i].Row = row; faults[i].Kind != NoKey {
			faults[i].Key = key
		}
	}
	return faults, false
}

// stand notes how many records a row stands for. One that does not say so that it can be
// read stands for none: it is refused, and counts nowhere.
func (r *Reader[R]) stand(record *R, text string) (Fault, bool) {
	n, err := quantity.ParseCount(text)
	wanted := bilingual.Text{ZH: "0至1000000000000的整数", EN: "a whole number from 0 to 1,000,000,000,000"}
	times := int64(1)
	if n.Known() {
		times = int64(n.Code().Steps())
	}
	wrong := err != nil || times > indicators.MostTimes
	if wrong {
		times = 0
	}
	any(record).(interface{ Stand(int64) }).Stand(times)
	r.report.Records += times
	if !wrong {
		return Fault{}, false
	}
	reason := quantity.TooLarge
	if err != nil {
		reason = reasonOf(err)
	}
	return Fault{Column: RecordsColumn, Text: strings.Clone(text), Reason: reason, Wanted: wanted}, true
}

// reasonOf is why a text was refused.
func reasonOf(err error) quantity.Fault {
	reason := quantity.Unreadable
	errors.As(err, &reason)
	return reason
}

// who notes the key of a row.
func (r *Reader[R]) who(row int64, key string) (Fault, bool) {
	if quantity.NoValue(key) {
		r.report.Unnamed++
		return Fault{Kind: NoKey}, true
	}
	if first, twice := r.seen[key]; twice {
		r.report.Doubled++
		return Fault{Kind: Double, First: first}, true
	}
	r.seen[strings.Clone(key)] = row
	return Fault{}, false
}

// Follow makes one table of several: a key that stands in the table before is a double in
// this one, and the other way round. The numbers of their rows must then differ.
func (r *Reader[R]) Follow(before *Reader[R]) {
	for key, row := range r.seen {
		if _, has := before.seen[key]; !has {
			before.seen[key] = row
		}
	}
	r.seen = before.seen
}

// Report returns what was read so far.
func (r *Reader[R]) Report() Report { return r.report.clone() }

// remember reads a text that is not remembered.
func (r *Reader[R]) remember(c *reading[R], text string) *remembered[R] {
	m := &remembered[R]{text: text, skips: c.Skips != nil && c.Skips(quantity.Normal(text))}
	var value R
	switch {
	case c.Field == nil:
	case c.Read != nil && !quantity.NoValue(text):
		m.err = c.Column.Read(&value, text)
	default:
		m.err = c.Field.Parse(&value, text)
	}
	if m.err != nil {
		m.reason = reasonOf(m.err)
		c.Field.Refuse(&value, m.reason)
	}
	n := len(c.read)
	if n == mostRemembered {
		m.in = &value
		return m
	}
	if n == len(r.values) {
		r.values = append(r.values, new(R))
	}
	m.in = r.values[n]
	c.Field.Copy(m.in, &value)
	m.text = strings.Clone(text) // which is a piece of its line
	c.read[m.text] = m
	return m
}

func blankRow(cells []string) bool {
	for _, cell := range cells {
		if quantity.Normal(cell) != "" {
			return false
		}
	}
	return true
}
