package mis

import (
	"context"
	"database/sql"
	"fmt"
	"iter"
	"math"

	"github.com/eduplan/tonghua/examples/city/registers"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/indicators/teacher"
)

// Staff is a person of the staff table with the trainings of the cycle. The field
// TrainingHours of registers.Teacher is not used: hours stand in the trainings.
type Staff struct {
	registers.Teacher
	Trainings []Training
}

// Training is a training that a person has attended (教师培训登记).
type Training struct {
	Day   string            // 结业日期: 2024-07-20
	Title string            // 培训名称
	Hours sql.Null[float64] // 学时
}

// Hours adds up the hours of the trainings. A training without hours leaves the sum
// unknown, and so does it that nobody has entered any training.
func (s *Staff) Hours() quantity.Hours {
	if len(s.Trainings) == 0 {
		return quantity.Hours{}
	}
	sum := quantity.WholeHours(0)
	for _, t := range s.Trainings {
		sum = sum.Plus(quantity.HoursOf(t.Hours.V).If(t.Hours.Valid))
	}
	return sum
}

// StaffAsOf returns the mapping of the staff table with its trainings: that of registers,
// and the hours.
func StaffAsOf(day quantity.Date) func(*Staff, *teacher.Record) {
	person := registers.TeachersAsOf(day)
	return func(s *Staff, t *teacher.Record) {
		if person(&s.Teacher, t); !t.Skipped() {
			t.TrainingHours = s.Hours()
		}
	}
}

// attended is a row of the table of trainings.
type attended struct {
	StaffNo string
	No      int
	Training
}

var trainings = table[attended]{name: "trainings", key: []string{"staff_no", "training_no"}, columns: func(s *attended) []column {
	return []column{{"staff_no", &s.StaffNo}, {"training_no", &s.No}, {"day", &s.Day}, {"title", &s.Title}, {"hours", &s.Hours}}
}}

// joined is a person with one of the trainings, or with none.
type joined struct {
	registers.Teacher
	no sql.Null[int]
	Training
}

// staffRows reads persons with their trainings in one query, in the order of the numbers,
// and keeps no more than one person.
var staffRows = table[joined]{
	name: "staff AS s LEFT JOIN trainings AS t ON t.staff_no = s.staff_no",
	key:  []string{"s.staff_no", "t.training_no"},
	columns: func(j *joined) []column {
		columns := staff.columns(&j.Teacher)
		for i := range columns {
			columns[i].name = "s." + columns[i].name
		}
		return append(columns, column{"t.training_no", &j.no}, column{"t.day", &j.Day}, column{"t.title", &j.Title}, column{"t.hours", &j.Hours})
	},
}

// allStaff yields the persons with their trainings in the order of their numbers.
func allStaff(ctx context.Context, db querier, e engine, wanted some) iter.Seq2[Staff, error] {
	if wanted.column != "" {
		wanted.column = "s." + wanted.column
	}
	return func(yield func(Staff, error) bool) {
		var one Staff
		for row, err := range staffRows.all(ctx, db, e, wanted) {
			if err != nil {
				yield(Staff{}, err)
				return
			}
			if row.Teacher.No != one.No {
				if one.No != "" && !yield(one, nil) {
					return
				}
				one = Staff{Teacher: row.Teacher}
			}
			if row.no.Valid {
				one.Trainings = append(one.Trainings, row.Training)
			}
		}
		if one.No != "" {
			yield(one, nil)
		}
	}
}

// findStaff reads a person with the trainings.
func findStaff(ctx context.Context, db querier, e engine, no string) (s Staff, there bool, err error) {
	if s.Teacher, there, err = staff.one(ctx, db, e, no); err != nil || !there {
		return s, there, err
	}
	var row attended
	err = trainings.each(ctx, db, e.marked(" WHERE staff_no = ?"), func(read func() error) (bool, error) {
		row = attended{}
		err := read()
		s.Trainings = append(s.Trainings, row.Training)
		return true, err
	}, &row, no)
	return s, there, err
}

// putStaff writes a person with the trainings in the place of what was there.
func putStaff(ctx context.Context, tx *sql.Tx, e engine, s *Staff) error {
	if err := staff.put(ctx, tx, e, &s.Teacher); err != nil {
		return err
	}
	if _, err := tx.ExecContext(ctx, e.marked("DELETE FROM trainings WHERE staff_no = ?"), s.No); err != nil {
		return err
	}
	rows := make([]attended, len(s.Trainings))
	for i, t := range s.Trainings {
		rows[i] = attended{s.No, i + 1, t}
	}
	return trainings.insert(ctx, tx, e, rows, func(int) {})
}

// titles are what trainings of a cycle are called.
var titles = []string{"师德师风专题培训", "新课程标准培训", "信息技术应用能力提升工程", "学科教学能力研修", "心理健康教育培训", "班主任工作培训"}

// split deals the hours of a person's cycle to so many trainings that they add up to the
// same to the hundredth; a number that is spoiled stays as it is, in one row.
func split(s *registers.Teacher, number, year int) []attended {
	if !s.TrainingHours.Valid {
		return nil
	}
	parts := 2 + number%4
	if s.TrainingHours.V < 0 {
		parts = 1
	}
	left := int(math.Round(s.TrainingHours.V * 100))
	first := max(registers.FirstYear, year-4)
	if year > registers.FirstYear {
		first = registers.FirstYear + 1
	}
	rows := make([]attended, parts)
	for i := range rows {
		part := left / (parts - i)
		if i > 0 && i < parts-1 {
			part -= part / 7 // no two alike
		}
		left -= part
		day := fmt.Sprintf("%d-%02d-%02d", first+(number+i)%(year-first+1), 1+(number+5*i)%12, 1+(3*number+i)%28)
		rows[i] = attended{s.No, i + 1, Training{day, titles[(number+i)%len(titles)], sql.Null[float64]{V: float64(part) / 100, Valid: true}}}
	}
	return rows
}

// trainingsOf are the trainings of a city's staff.
func trainingsOf(city *registers.City) (rows []attended) {
	for i := range city.Teachers {
		rows = append(rows, split(&city.Teachers[i], i, city.Year)...)
	}
	return rows
}
