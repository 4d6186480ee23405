package dashboard

import (
	"context"
	"strconv"
	"sync"
	"time"

	"github.com/eduplan/tonghua/examples/mis"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules/report"
	"github.com/eduplan/tonghua/rules/report/page"
	"github.com/eduplan/tonghua/rules/verdict"
)

// state is what pages show until something is saved. It does not change, so that all parts
// of a page are of one state.
type state struct {
	serial     string // tells it from all other states, of other runs of the program too
	made       *mis.Report
	earlier    map[plan.ID]verdict.Series
	at         time.Time     // when it was made
	lost       time.Time     // since when the database cannot be reached; zero while it can
	superseded chan struct{} // is closed when there is a later state
	words      [2]*wording   // by language
	pages      *pages
}

// wording is a report in one language.
type wording struct {
	parts func() (page.Parts, error)
	items func() []item
	ofs   func() map[string][]item // by the name of the county
}

func (s *state) in(l bilingual.Language) *wording { return s.words[index(l)] }

func index(l bilingual.Language) int {
	if l == bilingual.English {
		return 1
	}
	return 0
}

// newState puts a report into words when a page asks for them.
func newState(serial string, made *mis.Report, earlier map[plan.ID]verdict.Series) *state {
	s := &state{serial: serial, made: made, earlier: earlier, at: time.Now(), superseded: make(chan struct{}), pages: newPages()}
	for _, l := range []bilingual.Language{bilingual.Chinese, bilingual.English} {
		s.words[index(l)] = &wording{
			parts: sync.OnceValues(func() (page.Parts, error) { return page.NewParts(made.Page, s.options(l, s.hrefOfCounty(l, ""))) }),
			items: sync.OnceValue(func() []item { return itemsOf(made.Page, l) }),
			ofs:   sync.OnceValue(func() map[string][]item { return itemsByGroup(made.Page, l) }),
		}
	}
	return s
}

// again is the same report with the database lost or found again.
func (s *state) again(serial string, lost time.Time) *state {
	next := *s
	next.serial, next.lost, next.superseded, next.pages = serial, lost, make(chan struct{}), newPages()
	return &next
}

// options are those of the parts of a page.
func (s *state) options(l bilingual.Language, county func(name string) string) page.Options {
	return page.Options{Language: l, History: s.earlier, LinkGroup: county,
		Link: func(id plan.ID) string { return href(l, "/statement/"+string(id)) }}
}

// hrefOfCounty gives the address of a county by its name, and with a statement that of what
// is said of it in the county.
func (s *state) hrefOfCounty(l bilingual.Language, id plan.ID) func(string) string {
	return func(name string) string {
		for _, c := range s.made.Counties {
			if c.Name == name {
				to := "/county/" + escaped(c.Code)
				if id != "" {
					to += "/" + string(id)
				}
				return href(l, to)
			}
		}
		return ""
	}
}

// county finds a county by its code.
func (s *state) county(code string) (mis.County, bool) {
	for _, c := range s.made.Counties {
		if c.Code == code {
			return c, true
		}
	}
	return mis.County{}, false
}

// groupOf finds the result of a county on a statement.
func groupOf(row *report.Row, county string) *verdict.Result {
	for i := range row.Groups {
		if row.Groups[i].Name == county {
			return &row.Groups[i].Result
		}
	}
	return nil
}

// Follow keeps pages up to date until the context ends. It returns the error of the context.
func (s *Server) Follow(ctx context.Context) error {
	pause := time.NewTimer(0)
	defer pause.Stop()
	reread := time.NewTicker(s.options.Reread)
	defer reread.Stop()
	for {
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-reread.C:
			s.live.Reread()
			continue
		case <-pause.C:
		}
		err := s.renew(ctx)
		if ctx.Err() != nil {
			return ctx.Err()
		}
		wait := s.options.Poll
		if now := s.current.Load(); err != nil {
			wait = max(wait, lostPoll)
			if now.lost.IsZero() {
				s.logFailure("database", err)
				s.publish(now.again(s.nextSerial(), time.Now()))
			}
		} else if !now.lost.IsZero() {
			s.publish(now.again(s.nextSerial(), time.Time{}))
		}
		pause.Reset(wait)
	}
}

// lostPoll is how often a database is tried that cannot be reached.
const lostPoll = time.Second

// renew takes over what was saved.
func (s *Server) renew(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(ctx, s.options.Patience)
	defer cancel()
	made, err := s.live.Report(ctx)
	if err != nil {
		return err
	}
	now := s.current.Load()
	if now != nil && now.made == made {
		return nil
	}
	s.publish(newState(s.nextSerial(), made, s.live.Earlier()))
	return nil
}

// publish shows another state from now on.
func (s *Server) publish(next *state) {
	if before := s.current.Swap(next); before != nil {
		close(before.superseded)
	}
}

// nextSerial is told from those of earlier runs by the time of the start.
func (s *Server) nextSerial() string {
	s.serials++
	return strconv.FormatInt(s.started.UnixMilli(), 36) + "-" + strconv.FormatInt(s.serials, 10)
}
