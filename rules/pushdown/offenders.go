package pushdown

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"iter"
	"slices"
	"strings"

	"github.com/eduplan/tonghua/indicators/count"
	"github.com/eduplan/tonghua/plan"
)

// Offender is a record that breaks a duty.
type Offender struct {
	Key   string // the caller's, as a text
	Group string
}

// mostTold is how many profiles a query may list.
const mostTold = 1 << 20

// OffendersStatement returns the query for the records that break a duty, in the order of
// their keys: those of which it is certain, as a pass gives its findings.
func (q *Query[R]) OffendersStatement(duty plan.ID) (string, error) {
	s, err := q.offending(duty)
	if err != nil {
		return "", err
	}
	return s.listing(duty), nil
}

// offending returns the statement of a duty alone.
func (q *Query[R]) offending(duty plan.ID) (*statement[R], error) {
	switch {
	case q.table.Key == "":
		return nil, errors.New("pushdown: offenders are told by key, and the table has none")
	case !q.learnt():
		return nil, errNotLearnt
	}
	keys := q.counter.Flagged()
	at := slices.IndexFunc(keys, func(key string) bool { return strings.HasPrefix(key, string(duty)+"/") })
	if at < 0 {
		return nil, fmt.Errorf("pushdown: %q is no duty of the panel that records break; there are: %s", duty, strings.Join(statementsOf(keys), ", "))
	}
	only, err := q.counter.Only(q.counter.Index(keys[at]))
	if err != nil {
		return nil, err
	}
	sets, err := only.Profiles()
	if err != nil {
		return nil, fmt.Errorf("pushdown: %w", err)
	}
	if sets[0].Size > mostTold {
		return nil, fmt.Errorf("pushdown: %s tells %d kinds of records apart: too many for a query to list", duty, sets[0].Size)
	}
	return q.statement(sets), nil
}

// listing writes the query that lists who breaks a duty.
func (s *statement[R]) listing(duty plan.ID) string {
	var b strings.Builder
	fmt.Fprintf(&b, "-- The keys of the records that break the duty %s as of %s. It writes nothing.\n", comment(string(duty)), s.counter.AsOf())
	s.with(&b, true)
	breaking := s.breaking()
	s.legend(&b, breaking)
	fmt.Fprintf(&b, "\nSELECT %s, %s, %s\nFROM %s\nWHERE %s\nORDER BY %s",
		fmt.Sprintf(s.dialect.Text, s.own("key")), s.own("group"), s.profileName(0), s.profile, s.among(breaking), s.own("key"))
	return b.String()
}

// breaking returns the profiles that are certainly not counted.
func (s *statement[R]) breaking() (list []uint64) {
	for profile := range s.sets[0].Size {
		if s.sets[0].Class(0, profile) == count.NotCounted {
			list = append(list, profile)
		}
	}
	return list
}

// mostExplained is how many profiles a query explains.
const mostExplained = 24

// legend writes in comments which records the profiles are that break the duty.
func (s *statement[R]) legend(b *strings.Builder, breaking []uint64) {
	for i, profile := range breaking {
		if i == mostExplained {
			b.WriteString("\n-- and others like them")
			return
		}
		fmt.Fprintf(b, "\n-- profile %d: %s", profile, comment(s.explain(&s.sets[0], profile)))
	}
}

// among writes which profiles break the duty, or are refused.
func (s *statement[R]) among(breaking []uint64) string {
	name := s.profileName(0)
	list := []string{fmt.Sprintf("%s < %d", name, skipped), fmt.Sprintf("%s >= %d", name, s.sets[0].Size)}
	for i := 0; i < len(breaking); {
		first := i
		for i++; i < len(breaking) && breaking[i] == breaking[i-1]+1; i++ {
		}
		if i-first == 1 {
			list = append(list, fmt.Sprintf("%s = %d", name, breaking[first]))
		} else {
			list = append(list, fmt.Sprintf("%s BETWEEN %d AND %d", name, breaking[first], breaking[i-1]))
		}
	}
	return strings.Join(list, " OR ")
}

// Offenders lists the records that break a duty, as far as the fields that the duty reads
// tell. An error ends the list.
func (q *Query[R]) Offenders(ctx context.Context, db DB, duty plan.ID) iter.Seq2[Offender, error] {
	return func(yield func(Offender, error) bool) {
		if err := q.ensureLearnt(ctx, db); err != nil {
			yield(Offender{}, err)
			return
		}
		s, err := q.offending(duty)
		if err != nil {
			yield(Offender{}, err)
			return
		}
		var enough = errors.New("enough")
		err = eachRow(ctx, db, s.listing(duty), func(rows *sql.Rows) error {
			var key, group sql.NullString
			var profile int64
			if err := rows.Scan(&key, &group, &profile); err != nil {
				return err
			}
			if err := refused(profile, s.sets[0].Size); err != nil {
				return fmt.Errorf("record %q: %w", key.String, err)
			}
			if !yield(Offender{key.String, group.String}, nil) {
				return enough
			}
			return nil
		})
		if err != nil && !errors.Is(err, enough) {
			yield(Offender{}, fmt.Errorf("pushdown: %w", q.explained(ctx, db, err)))
		}
	}
}
