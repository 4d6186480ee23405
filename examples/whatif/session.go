package whatif

import (
	"fmt"

	"github.com/eduplan/tonghua/examples/city/registers"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/plan"
)

// DemonstrationYear is the year of the generated city: the last but one of the plan, in
// which deadlines are still open.
const DemonstrationYear = 2024

// Session holds one register and answers questions of it. It is for one goroutine. The
// zero value holds none.
type Session struct {
	held   held
	opened Opened
}

// Open reads a file of comma-separated values in UTF-8, whose first line names the fields,
// and counts it. What is wrong with cells is listed in what it returns; an error, which
// [Explain] says in both languages, is a file that cannot be read. The session then holds
// what it held before.
func (s *Session) Open(data []byte, o Options) (Opened, error) {
	if o.For == plan.Nobody {
		o.For = plan.City
	}
	if _, known := groupings[o.For]; !known {
		return Opened{}, refuse("登记表只能属于全市、一个县（市、区）或一所学校", "a register is the city's, a county's or a school's")
	}
	if !o.AsOf.Known() {
		return Opened{}, refuse("请写明数据日期，如2025-12-31", "say which day the data describe, such as 2025-12-31")
	}
	t, err := openTable(data)
	if err != nil {
		return Opened{}, err
	}
	of, err := t.suits(o)
	if err != nil {
		return Opened{}, err
	}
	return s.hold(of.read(t, o))
}

// Demonstrate takes the register of a subject of a made-up city, whose rows are the same
// every time. A few cells of a thousand are empty.
func (s *Session) Demonstrate(subject string) (Opened, error) {
	of, err := subjectOf(subject)
	if err != nil {
		return Opened{}, err
	}
	return s.hold(of.demonstrate(registers.Config{Year: DemonstrationYear, Unknown: 4}))
}

func (s *Session) hold(h held, o Opened, err error) (Opened, error) {
	if err != nil {
		return Opened{}, err
	}
	s.held, s.opened = h, o
	return o, nil
}

func (s of[R]) demonstrate(c registers.Config) (held, Opened, error) {
	o := Options{AsOf: c.AsOf(), For: plan.City}
	opened := Opened{Demonstration: true, Subject: Named{s.key(), s.label()}, AsOf: o.AsOf, For: o.For}
	list, err := s.made(c)
	if err != nil {
		return nil, opened, err
	}
	opened.Read = bilingual.Text{ZH: fmt.Sprintf("%d条记录", len(list)), EN: fmt.Sprintf("%d records", len(list))}
	h, err := newRegister(s.set(), list, o, false, true)
	if err != nil {
		return nil, opened, err
	}
	h.describe(&opened, nil)
	return h, opened, nil
}

// Subjects returns all registers that can be opened, teachers first.
func Subjects() []Named {
	list := make([]Named, len(subjects))
	for i, s := range subjects {
		list[i] = Named{s.key(), s.label()}
	}
	return list
}

// Answer says what becomes of the verdicts under a scenario. An error, which [Explain]
// says in both languages, is a scenario that cannot be; the session goes on as before.
func (s *Session) Answer(of Scenario) (Answer, error) {
	if s.held == nil {
		return Answer{}, refuse("还没有数据", "there are no data yet")
	}
	of.Demonstration = s.opened.Demonstration
	of.Subject = s.opened.Subject.Key
	return s.held.answer(of)
}

// Cases writes the register's records, as far as the statement that a scenario looks at
// reads them, and what the scenario's edition says of them, as a scenario file for
// rulestest.RunScenarios. "So many more" invents no record and is not in it.
func (s *Session) Cases(of Scenario) ([]byte, error) {
	if s.held == nil {
		return nil, refuse("还没有数据", "there are no data yet")
	}
	return s.held.cases(of)
}
