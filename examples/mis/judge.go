package mis

import (
	"context"
	"errors"
	"io"

	"github.com/eduplan/tonghua/rules"
	"github.com/eduplan/tonghua/rules/pushdown"
)

// judge reads the rows of a register and judges them by county.
func (r *register[T, R]) judge(ctx context.Context, p *pass) error {
	panel, err := r.panel(p.Date)
	if err != nil {
		return err
	}
	panel = panel.Named(r.recordName).WithContext(ctx)
	var lists []io.Closer
	var hear []func(int64, *T, *rules.Finding[R]) bool
	var told int64
	panel = panel.OnProgress(func(rows int64) {
		p.counter.add(rows - told)
		told = rows
	})
	if p.Findings != nil {
		list := rules.NewFindingList[T, R](p.headed(p.Findings), rules.ListOptions{Language: p.Language})
		lists, hear = append(lists, closer(list.Close)), append(hear, list.Write)
	}
	if p.Faults != nil {
		list := rules.NewFaultList[T](p.headed(p.Faults), rules.ListOptions{Language: p.Language})
		lists, panel = append(lists, closer(list.Close)), panel.OnFault(list.Write)
	}
	p.begun = true
	watch, err := r.watch(p)
	if err != nil {
		return err
	}
	if watch != nil {
		hear = append(hear, watch.finding)
	}
	if len(hear) > 0 {
		panel = panel.OnFinding(func(row int64, record *T, f *rules.Finding[R]) bool {
			for _, one := range hear {
				if !one(row, record, f) {
					return false
				}
			}
			return true
		})
	}
	groups, err := rules.EvaluateSeqBy(panel, p.Date, watch.rows(r.rows(ctx, p.tx, p.engine, some{})), r.county)
	for _, list := range lists {
		err = errors.Join(list.Close(), err)
	}
	if err = watch.failed(err); err != nil {
		return err
	}
	p.add(groups)
	p.counter.add(groups.Total().Read - told)
	return watch.end(p)
}

// recordName says in lists which record of which register it is.
func (r *register[T, R]) recordName(row *T) string {
	if key := r.key(row); key != "" {
		return r.name + "/" + key
	}
	return ""
}

type closer func() error

// Close ends a list.
func (c closer) Close() error { return c() }

// headed returns a writer for the list of another register: the line of headings stands
// once in a file.
func (p *pass) headed(to io.Writer) io.Writer {
	if !p.begun {
		return to
	}
	return &headless{to: to}
}

// headless leaves out the first line.
type headless struct {
	to   io.Writer
	past bool
}

// Write writes what comes after the first line.
func (h *headless) Write(data []byte) (int, error) {
	rest := data
	if !h.past {
		for i, b := range data {
			if b == '\n' {
				h.past, rest = true, data[i+1:]
				break
			}
		}
		if !h.past {
			return len(data), nil
		}
	}
	if _, err := h.to.Write(rest); err != nil {
		return 0, err
	}
	return len(data), nil
}

// push has the database count a register, and says whether it can.
func (r *register[T, R]) push(ctx context.Context, p *pass) (bool, error) {
	if r.pushed == nil || len(r.excepted(p)) > 0 || len(r.remedied(p)) > 0 {
		return false, nil
	}
	panel, err := r.panel(p.Date)
	if err != nil {
		return false, err
	}
	query, err := pushdown.New(panel, p.Date, p.engine.dialect, r.pushed())
	if err != nil {
		return false, err
	}
	groups, err := query.Groups(ctx, p.tx)
	if err != nil {
		return false, err
	}
	p.add(groups)
	p.counter.add(groups.Total().Read)
	return true, nil
}
