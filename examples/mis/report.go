package mis

import (
	"context"
	"database/sql"
	"fmt"
	"io"
	"slices"

	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules"
	"github.com/eduplan/tonghua/rules/report"
	"github.com/eduplan/tonghua/rules/tonghua"
	"github.com/eduplan/tonghua/rules/verdict"
)

// Options say what a report is to judge and where its lists go.
type Options struct {
	Date     quantity.Date      // the day that the registers describe
	Language bilingual.Language // of the lists
	Findings io.Writer          // gets each record that does not keep a duty, as CSV; nil for no list
	Faults   io.Writer          // gets each field that cannot be, as CSV; nil for no list
	Push     bool               // large registers are counted by the database, which lists no findings of them
	Remedies []plan.ID          // statements of which a ledger of remedies is begun; those that have one go on anyway
	Due      quantity.Date      // by when new remedies are due; unknown for no day
	Progress func(Progress)     // is told from time to time how far the report has come; may be nil
}

// Report is what the rules say of the registers on a day.
type Report struct {
	Change   int64              // the number of the last change of the registers that is in it
	Counties []County           // in their order, what the city runs itself last
	Page     *report.Report     // of the whole plan, completed by evidence
	Whole    []verdict.Results  // as measured, of all counties, one a register
	Areas    []report.Named     // as measured, of each county, and last of what the city runs itself
	Excepted []verdict.Excepted // how many of those who are short have leave
	Remedies verdict.Remedies   // the ledger as it goes on

	evidence []verdict.Evidence
}

// Turns lists by day which verdicts change until a day although nothing new comes: a deadline
// passes, data become too old, a paper is in force no longer.
func (r *Report) Turns(until quantity.Date) ([]verdict.Turn, error) {
	var measured verdict.Results
	for row := range r.Page.All() {
		if row.Result != nil && row.Result.Form != "evidence" {
			measured.Rules = append(measured.Rules, *row.Result)
		}
	}
	attested, err := rules.EvidenceTurns(r.Page.Date, until, tonghua.All(), r.evidence)
	turns := append(verdict.Turns(r.Page.Date, until, measured), attested...)
	slices.SortStableFunc(turns, func(a, b verdict.Turn) int { return a.On.DaysSince(b.On) })
	return turns, err
}

// pass is a report that is being made.
type pass struct {
	Options
	tx         *sql.Tx
	engine     engine
	areas      []County
	exceptions []verdict.Exception
	evidence   []verdict.Evidence
	ledger     verdict.Remedies
	counter    *counter
	begun      bool // whether the lists have their headings
	made       *Report
}

// Report judges all registers of the store by all rules of the book, completes what is
// measured in part by evidence, and counts exceptions. After an error there is no report,
// and what the lists got is not whole. Nothing is stored: see [Store.SaveReport].
func (s *Store) Report(ctx context.Context, o Options) (*Report, error) {
	if o.Push && (o.Findings != nil || o.Faults != nil) {
		return nil, ErrPushed
	}
	p := &pass{Options: o, engine: s.engine}
	err := s.read(ctx, func(tx *sql.Tx) (err error) {
		p.tx = tx
		return p.run(ctx)
	})
	if err != nil {
		return nil, err
	}
	return p.made, nil
}

// ErrPushed says that a report was to list findings of registers that the database counts.
var ErrPushed = fmt.Errorf("mis: a database that counts lists no findings and no faults: make the report without pushing down")

func (p *pass) run(ctx context.Context) error {
	if err := p.begin(ctx); err != nil {
		return err
	}
	for _, r := range book {
		if err := p.one(ctx, r); err != nil {
			return inTable(r, err)
		}
	}
	return p.end()
}

// inTable says which table could not be read or judged.
func inTable(r interface{ table() string }, err error) error {
	return fmt.Errorf("mis: table %s: %w", r.table(), err)
}

// begin reads what is not judged itself.
func (p *pass) begin(ctx context.Context) (err error) {
	p.made = &Report{}
	if p.made.Change, err = lastChange(ctx, p.tx); err != nil {
		return err
	}
	if p.areas, err = allCounties(ctx, p.tx); err != nil {
		return err
	}
	if p.exceptions, err = whole(ctx, p.tx, exceptions); err != nil {
		return err
	}
	if p.ledger, err = whole(ctx, p.tx, remedies); err != nil {
		return err
	}
	if p.evidence, err = whole(ctx, p.tx, evidence); err != nil {
		return err
	}
	p.counter = &counter{tell: p.Progress}
	if p.Progress != nil {
		p.counter.is.Total, err = p.count(ctx)
	}
	p.made.Counties, p.made.Areas = p.areas, p.named()
	return err
}

// named are the counties, of which nothing is known yet.
func (p *pass) named() (list []report.Named) {
	for _, a := range p.areas {
		list = append(list, report.Named{Name: a.Name})
	}
	return list
}

// end completes what was measured by evidence.
func (p *pass) end() error {
	attested, err := rules.Attest(p.Date, tonghua.All(), p.evidence, p.made.Whole...)
	if err != nil {
		return err
	}
	p.made.Remedies, p.made.evidence = p.ledger, p.evidence
	p.made.Page, err = report.NewGrouped(plan.Tonghua(), p.Date, p.made.Areas, append(slices.Clone(p.made.Whole), attested)...)
	return err
}

// one judges a register, in the database where that was asked for and can be done.
func (p *pass) one(ctx context.Context, r judging) error {
	if p.Push {
		if pushed, err := r.push(ctx, p); pushed || err != nil {
			return err
		}
	}
	return r.judge(ctx, p)
}

// count counts the rows of all registers.
func (p *pass) count(ctx context.Context) (total int64, err error) {
	for _, r := range book {
		var rows int64
		if err := p.tx.QueryRowContext(ctx, "SELECT COUNT(*) FROM "+r.table()).Scan(&rows); err != nil {
			return 0, err
		}
		total += rows
	}
	return total, nil
}

// add keeps what was said of a register.
func (p *pass) add(groups *rules.Groups[string]) {
	p.made.Whole = append(p.made.Whole, groups.Total())
	for i, a := range p.areas {
		if one, there := groups.Of(a.Code); there {
			p.made.Areas[i].Results.Rules = append(p.made.Areas[i].Results.Rules, one.Rules...)
		}
	}
}
