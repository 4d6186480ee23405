package rules

import (
	"slices"

	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules/verdict"
)

// obligation is what a statement wants of the record of a key.
type obligation struct {
	statement plan.ID
	key       string
}

// eachState calls do with the state of each record under each rule that counts records,
// in the order of the keys.
func (e *Evaluator[T, R]) eachState(do func(key string, rule int, is verdict.State)) error {
	keys, err := e.keys()
	if err != nil {
		return err
	}
	for _, key := range keys {
		record, _ := e.live.Known(key)
		for i, r := range e.on.on {
			if !sums(r.readings[0].form) {
				do(key, i, e.on.state(i, record))
			}
		}
	}
	return nil
}

// leave is what an exception is for.
type leave struct {
	statement  plan.ID
	key, scope string
}

// Excepted says, for each statement that has any, how many of the records that are short
// have leave on the date of the data: their own, or that of a scope which they lie in,
// such as a school that is being closed. scopes names the scopes of a record by its key;
// it may be nil. Leave changes no verdict. Panels without [Panel.Keyed], and restored
// evaluators, give [ErrNoKeys].
func (e *Evaluator[T, R]) Excepted(scopes func(key string) []string, list ...verdict.Exception) ([]verdict.Excepted, error) {
	if err := e.usable(); err != nil {
		return nil, err
	}
	given := map[leave]verdict.Exception{}
	number := map[plan.ID]int64{}
	for _, one := range list {
		at := leave{one.Statement, one.Key, one.Scope}
		if before, twice := given[at]; !twice {
			number[one.Statement]++
		} else if before.Holds(e.on.asOf) || !one.Holds(e.on.asOf) {
			continue // of several one that holds
		}
		given[at] = one
	}
	var out []verdict.Excepted
	of := make([]int, len(e.on.rules)) // the number of each rule's entry, from 1
	used := map[leave]bool{}
	err := e.eachState(func(key string, rule int, is verdict.State) {
		s := e.on.rules[rule].statement
		if number[s.ID] == 0 {
			return
		}
		if of[rule] == 0 {
			out = append(out, verdict.Excepted{Statement: s.ID, Name: s.Name, Idle: number[s.ID]})
			of[rule] = len(out)
		}
		n := &out[of[rule]-1]
		if is != verdict.Short {
			return
		}
		n.Short++
		candidates := []leave{{s.ID, key, ""}}
		if scopes != nil {
			for _, scope := range scopes(key) {
				candidates = append(candidates, leave{s.ID, "", scope})
			}
		}
		has, holds := false, false
		for _, at := range candidates {
			one, there := given[at]
			if !there {
				continue
			}
			if has = true; !used[at] {
				used[at] = true
				n.Idle--
			}
			if !holds && one.Holds(e.on.asOf) {
				holds = true
				if !slices.Contains(n.Documents, one.Document) {
					n.Documents = append(n.Documents, one.Document)
				}
			}
		}
		switch {
		case holds:
			n.Excepted++
		case has:
			n.Ended++
		}
	})
	return out, err
}

// Remedies carries a ledger of remedies on with the evaluator's records: who is short and
// has no open row gets one, which opens on the date of the data; an open row is closed
// when its record is as it should be, and by nothing else, so that one whose record is
// gone stays open; data older than those that a row has seen change nothing about its
// record. answers says of a new row who answers for it and by when; it may be nil. The
// ledger given stays as it is. Rows of statements that the panel does not ask are passed
// on. Panels without [Panel.Keyed], and restored evaluators, give [ErrNoKeys].
func (e *Evaluator[T, R]) Remedies(ledger verdict.Remedies, answers func(key string, statement plan.ID) (who string, due quantity.Date)) (verdict.Remedies, error) {
	next := slices.Clone(ledger)
	open := map[obligation]int{}
	later := map[obligation]bool{} // rows that have seen later data
	for i, row := range next {
		at := obligation{row.Statement, row.Key}
		if row.Open() {
			open[at] = i
		}
		later[at] = later[at] || e.usable() == nil && e.on.asOf.Before(row.Seen)
	}
	asked := map[plan.ID]bool{}
	seen := map[obligation]bool{}
	err := e.eachState(func(key string, rule int, is verdict.State) {
		s := e.on.rules[rule].statement
		asked[s.ID] = true
		at := obligation{s.ID, key}
		seen[at] = true
		i, has := open[at]
		switch {
		case later[at]:
			return
		case !has && is != verdict.Short:
			return
		case !has:
			row := verdict.Remedy{Statement: s.ID, Name: s.Name, Citation: e.on.blanks[rule].Citation, Key: key, Opened: e.on.asOf}
			if answers != nil {
				row.Answers, row.Due = answers(key, s.ID)
			}
			next = append(next, row)
			i = len(next) - 1
		}
		row := &next[i]
		if row.Seen, row.State = e.on.asOf, is; is == verdict.Right {
			row.Closed = e.on.asOf
		}
	})
	if err != nil {
		return nil, err
	}
	for at, i := range open {
		if asked[at.statement] && !seen[at] && !later[at] {
			next[i].Seen, next[i].State = e.on.asOf, verdict.Absent
		}
	}
	next.Sort()
	return next, nil
}
