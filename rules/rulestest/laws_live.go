package rulestest

import (
	"iter"

	"github.com/eduplan/tonghua/rules"
)

// live is an evaluator of the panel that has counted some records.
func (l *lawChecker[R]) live(records []R) (*rules.Evaluator[R, R], error) {
	e, err := l.panel.Start(l.asOf)
	for i := range records {
		if err == nil {
			err = e.Add(&records[i])
		}
	}
	return e, err
}

// agrees compares what an evaluator says with what the rule says of all records.
func (l *lawChecker[R]) agrees(e *rules.Evaluator[R, R]) error {
	whole, err := l.evaluated(l.records...)
	if err != nil {
		return err
	}
	counted, _ := e.Results().Of(l.rule.ID())
	return differ(whole, counted)
}

// retraction adds all records twice and takes one copy of each back.
func (l *lawChecker[R]) retraction() iter.Seq[error] {
	return once(func() error {
		e, err := l.live(l.records)
		for i := range l.records {
			if err == nil {
				err = e.Add(&l.records[i])
			}
		}
		for i := range l.records {
			if err == nil {
				err = e.Retract(&l.records[len(l.records)-1-i])
			}
		}
		if err != nil {
			return err
		}
		return l.agrees(e)
	})
}

// travel counts the records in two halves, carries one as bytes and merges them.
func (l *lawChecker[R]) travel() iter.Seq[error] {
	return once(func() error {
		half := len(l.records) / 2
		first, err := l.live(l.records[:half])
		if err != nil {
			return err
		}
		second, err := l.live(l.records[half:])
		if err != nil {
			return err
		}
		state, err := second.MarshalBinary()
		if err != nil {
			return err
		}
		restored, err := l.panel.Restore(state)
		if err != nil {
			return err
		}
		if err := first.Merge(restored); err != nil {
			return err
		}
		return l.agrees(first)
	})
}

// once yields the one error of a law that is tried once.
func once(try func() error) iter.Seq[error] {
	return func(yield func(error) bool) {
		if err := try(); err != nil {
			yield(err)
		}
	}
}
