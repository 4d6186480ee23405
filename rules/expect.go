package rules

import "github.com/eduplan/tonghua/indicators/count"

// expectation is how many records there should be. What merged parts expected of
// themselves is settled with them, so that rows which one has too many do not make
// up for those which another lacks, in whatever order they are merged.
type expectation struct {
	number    int64 // of the records counted here; 0 where nobody has said
	elsewhere int64 // records that merged parts have counted
	absent    int64 // from merged parts
	surplus   int64
}

// expecting returns the expectation of so many records.
func expecting(records int64) expectation {
	return expectation{number: min(max(records, 0), count.MostRecords)}
}

// of returns how many of the records that are expected are absent, and how many
// there are beyond, where so many were read in all.
func (e expectation) of(read int64) (absent, surplus int64) {
	absent, surplus = e.absent, e.surplus
	if own := read - e.elsewhere; e.number > 0 {
		absent, surplus = sumOf(absent, max(0, e.number-own)), sumOf(surplus, max(0, own-e.number))
	}
	return absent, surplus
}

// merge takes on a part that has read so many.
func (e *expectation) merge(part expectation, read int64) {
	absent, surplus := part.of(read)
	e.elsewhere, e.absent, e.surplus = sumOf(e.elsewhere, read), sumOf(e.absent, absent), sumOf(e.surplus, surplus)
}

// sumOf adds numbers of records; what outgrows a register stays at the most.
func sumOf(a, b int64) int64 {
	return min(a, count.MostRecords-min(b, count.MostRecords)) + min(b, count.MostRecords)
}
