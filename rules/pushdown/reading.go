package pushdown

import (
	"database/sql"
	"errors"
	"fmt"
	"iter"
	"maps"
	"slices"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/count"
	"github.com/eduplan/tonghua/indicators/quantity"
)

// Errors that [Query.Groups] and [Query.Offenders] return beside those of the database.
var (
	// ErrUnlisted says that a text has come into a column of words since the texts were
	// fetched: see [Query.Learn].
	ErrUnlisted = errors.New("a text that was not there when the texts were fetched: learn them again")

	// ErrTooLarge says that numbers of a row are too large for the database to multiply.
	ErrTooLarge = errors.New("numbers that are too large for the database to compare exactly")

	// ErrNoTimes says that a row stands for no number of records.
	ErrNoTimes = errors.New("a row stands for no number of records from 0 to 10^12")

	// ErrChanged says that the table changed between one statement and the next.
	ErrChanged = errors.New("the table changed while it was read: read it in one transaction")
)

// refused returns why a row has none of so many profiles, nil for one that has, or is skipped.
func refused(profile int64, size uint64) error {
	switch {
	case profile == tooLarge:
		return ErrTooLarge
	case profile == noTimes:
		return ErrNoTimes
	case profile < skipped:
		return fmt.Errorf("%w: profile %d", count.ErrImpossible, profile)
	case profile >= 0 && uint64(profile) >= size:
		return ErrUnlisted
	}
	return nil
}

// reading takes the rows that queries give back.
type reading[R indicators.Record[R]] struct {
	counter *count.Counter[R]
	of      *statement[R] // the query that is read
	before  int           // sets of the queries before
	sets    int           // those of all queries so far
	groups  map[string]*groupRead
}

// groupRead is what was read of one group.
type groupRead struct {
	tally   *count.Tally
	records []int64 // by set, all queries together
	skipped int64
}

// begin prepares for the next query.
func (r *reading[R]) begin(s *statement[R]) {
	r.of, r.before = s, r.sets
	r.sets += len(s.sets)
}

// row takes a row: how many records of a group have which profile.
func (r *reading[R]) row(rows *sql.Rows) error {
	var (
		set, profile int64
		group        sql.NullString
		number       sql.NullInt64 // NULL of rows that are refused
	)
	texts := make([]sql.NullString, len(r.of.amounts))
	into := []any{&set, &group, &profile, &number}
	for i := range texts {
		into = append(into, &texts[i])
	}
	if err := rows.Scan(into...); err != nil {
		return err
	}
	if set < 0 || set >= int64(len(r.of.sets)) {
		return fmt.Errorf("%w: set %d of %d", count.ErrImpossible, set, len(r.of.sets))
	}
	p := &r.of.sets[set]
	if err := refused(profile, p.Size); err != nil {
		return fmt.Errorf("group %q: %w", group.String, err)
	}
	records := number.Int64
	switch {
	case records < 0:
		return fmt.Errorf("%w: %d records", count.ErrImpossible, records)
	case records > count.MostRecords:
		return count.ErrTooMany
	}
	g := r.groups[group.String]
	if g == nil {
		g = &groupRead{tally: r.counter.Tally()}
		r.groups[group.String] = g
	}
	at := r.before + int(set)
	for len(g.records) <= at {
		g.records = append(g.records, 0)
	}
	g.records[at] += records
	if profile == skipped {
		if at == 0 {
			g.skipped += records
		}
		return nil
	}
	sums := make([]quantity.Wide, len(p.Amounts))
	for i, f := range p.Amounts {
		text := texts[slices.Index(r.of.amounts, f)]
		if !text.Valid {
			continue // no row of the profile has the amount
		}
		if err := sums[i].UnmarshalText([]byte(text.String)); err != nil {
			return fmt.Errorf("the sum of %s: %w", f.Key(), err)
		}
	}
	return p.Add(g.tally, uint64(profile), records, sums...)
}

// complete notes how many records were read, which each set must have counted alike.
func (r *reading[R]) complete() error {
	for _, name := range slices.Sorted(maps.Keys(r.groups)) {
		g := r.groups[name]
		for len(g.records) < r.sets {
			g.records = append(g.records, 0)
		}
		for _, n := range g.records {
			if n != g.records[0] {
				return fmt.Errorf("group %q: %w", name, ErrChanged)
			}
		}
		if err := g.tally.AddRead(g.records[0], g.skipped); err != nil {
			return fmt.Errorf("group %q: %w", name, err)
		}
	}
	return nil
}

// counts returns what was counted by group.
func (r *reading[R]) counts() iter.Seq2[string, count.Counts] {
	return func(yield func(string, count.Counts) bool) {
		for _, name := range slices.Sorted(maps.Keys(r.groups)) {
			if !yield(name, r.groups[name].tally.Counts()) {
				return
			}
		}
	}
}
