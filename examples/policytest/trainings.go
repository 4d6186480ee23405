package policytest

import (
	"database/sql"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/indicators/teacher"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules"
	"github.com/eduplan/tonghua/rules/verdict"
)

// Staff is a row of the staff table, with the hours that a teacher was trained
// in the cycle and of them the digital ones.
type Staff struct {
	ID             int
	Name           string
	Stage          string
	Hours, Digital sql.NullFloat64
	Since          sql.NullInt64 // year of appointment
}

// Trainings plans training by the rules it is given.
type Trainings struct{ Rules rules.Set[teacher.Record] }

// Booking is what the planner does for the staff.
type Booking struct {
	Book    []int // staff who lack hours
	Results verdict.Results
}

// Plan books everybody of whom a rule finds that hours are lacking.
func (p Trainings) Plan(on quantity.Date, staff []Staff) (Booking, error) {
	var b Booking
	panel, err := rules.NewPanel(FromStaff, p.Rules...)
	if err != nil {
		return b, err
	}
	seen := map[int]bool{}
	b.Results, err = panel.OnFinding(func(_ int64, s *Staff, _ *rules.Finding[teacher.Record]) bool {
		if !seen[s.ID] {
			seen[s.ID] = true
			b.Book = append(b.Book, s.ID)
		}
		return true
	}).Evaluate(on, staff)
	return b, err
}

// Missing returns how many teachers a rule says are short.
func (b Booking) Missing(id plan.ID) string {
	r, _ := b.Results.Of(id)
	return r.Shortfall.High.Number()
}

// FromStaff fills a record from the staff table's row.
func FromStaff(s *Staff, t *teacher.Record) {
	t.Stage = indicators.ParseStage(s.Stage)
	t.TrainingHours = quantity.HoursOf(s.Hours.Float64).If(s.Hours.Valid)
	t.DigitalHours = quantity.HoursOf(s.Digital.Float64).If(s.Digital.Valid)
	t.AppointedYear = quantity.N(s.Since.Int64).If(s.Since.Valid)
}
