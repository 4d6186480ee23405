package main

import (
	"context"
	"errors"
	"slices"
	"strings"

	"github.com/eduplan/tonghua/examples/importer"
	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/account"
	"github.com/eduplan/tonghua/indicators/attainment"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/cell"
	"github.com/eduplan/tonghua/indicators/class"
	"github.com/eduplan/tonghua/indicators/county"
	"github.com/eduplan/tonghua/indicators/countyyear"
	"github.com/eduplan/tonghua/indicators/enrolment"
	"github.com/eduplan/tonghua/indicators/estate"
	"github.com/eduplan/tonghua/indicators/ethicscase"
	"github.com/eduplan/tonghua/indicators/grade"
	"github.com/eduplan/tonghua/indicators/honours"
	"github.com/eduplan/tonghua/indicators/kindergarten"
	"github.com/eduplan/tonghua/indicators/privateschool"
	"github.com/eduplan/tonghua/indicators/programme"
	"github.com/eduplan/tonghua/indicators/pupil"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/indicators/reporting"
	"github.com/eduplan/tonghua/indicators/researcher"
	"github.com/eduplan/tonghua/indicators/rows"
	"github.com/eduplan/tonghua/indicators/school"
	"github.com/eduplan/tonghua/indicators/specialchild"
	"github.com/eduplan/tonghua/indicators/student"
	"github.com/eduplan/tonghua/indicators/teacher"
	"github.com/eduplan/tonghua/indicators/township"
	"github.com/eduplan/tonghua/indicators/transition"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules"
	"github.com/eduplan/tonghua/rules/tonghua"
)

// subject is one subject with its rules, whatever its records are.
type subject interface {
	view() indicators.SubjectView
	// vocabulary is the closed list of a field, nil for a field without one.
	vocabulary(field string) *indicators.Vocabulary
	// expected says which texts a column of the field takes.
	expected(field string) bilingual.Text
	// cases are the boundary cases of one of its rules as a scenario file.
	cases(id plan.ID) ([]byte, error)
	// fits is how many of some headers its tables know.
	fits(headers []string) int
	// check judges tables of its records.
	check(ctx context.Context, p *program, k checking) error
}

// of is a subject whose records are R: the set of its rules, which is made when it is
// asked for.
type of[R indicators.Record[R]] struct{ set func() rules.Set[R] }

// all are the subjects by key.
var all = []subject{
	of[account.Record]{tonghua.Accounts},
	of[attainment.Record]{tonghua.Attainments},
	of[cell.Record]{tonghua.Cells},
	of[class.Record]{tonghua.Classes},
	of[county.Record]{tonghua.Counties},
	of[countyyear.Record]{tonghua.CountyYears},
	of[enrolment.Record]{tonghua.Enrolments},
	of[estate.Record]{tonghua.Estates},
	of[ethicscase.Record]{tonghua.EthicsCases},
	of[grade.Record]{tonghua.Grades},
	of[honours.Record]{tonghua.Honours},
	of[kindergarten.Record]{tonghua.Kindergartens},
	of[privateschool.Record]{tonghua.PrivateSchools},
	of[programme.Record]{tonghua.Programmes},
	of[pupil.Record]{tonghua.Pupils},
	of[reporting.Record]{tonghua.ReportingUnits},
	of[researcher.Record]{tonghua.Researchers},
	of[school.Record]{tonghua.Schools},
	of[specialchild.Record]{tonghua.SpecialChildren},
	of[student.Record]{tonghua.Students},
	of[teacher.Record]{tonghua.Teachers},
	of[township.Record]{tonghua.Townships},
	of[transition.Record]{tonghua.Transitions},
}

func (of[R]) view() indicators.SubjectView {
	var none R
	return none.Subject()
}

func (of[R]) vocabulary(field string) *indicators.Vocabulary {
	var none R
	if f, ok := none.Subject().Field(field); ok {
		return f.Vocabulary()
	}
	return nil
}

func (of[R]) expected(field string) bilingual.Text {
	columns, err := importer.Usual[R](quantity.Date{}).Table.Columns([]string{field})
	if err != nil {
		return bilingual.Text{}
	}
	return columns[0].Wanted
}

func (of[R]) fits(headers []string) (known int) {
	columns, err := importer.Usual[R](quantity.Date{}).Table.Columns(headers)
	if err != nil {
		return 0
	}
	for _, c := range columns {
		if c.Role == rows.FillsField || c.Role == rows.NamesRecord {
			known++
		}
	}
	return known
}

// subjects are the keys and names of all subjects.
func (p *program) subjects() string {
	var list []string
	for _, s := range all {
		list = append(list, s.view().Key()+p.aside(s.view().Label().In(p.language)))
	}
	return strings.Join(list, p.say("、", ", "))
}

// subjectOf finds a subject by its key, or by its name in either language.
func subjectOf(name string) (subject, bool) {
	i := slices.IndexFunc(all, func(s subject) bool {
		v := s.view()
		return name == v.Key() || name == v.Label().ZH || name == v.Label().EN
	})
	if i < 0 {
		return nil, false
	}
	return all[i], true
}

// noSubject says that a subject does not exist, and which there are, and further words
// that can stand for one.
func (p *program) noSubject(name string, further ...string) error {
	var keys []string
	for _, s := range all {
		keys = append(keys, s.view().Key())
	}
	keys = append(keys, further...)
	return errors.New(p.say("没有对象“"+name+"”", "no subject “"+name+"”") + p.perhaps("", nearest(name, keys)) +
		p.say("；对象有："+strings.Join(keys, "、"), "; the subjects are "+strings.Join(keys, ", ")))
}
