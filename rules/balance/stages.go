package balance

import (
	"slices"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/indicators/resources"
)

type number = indicators.Number[resources.Record]

// stage is what a stage of schools reads of their records.
type stage struct {
	is       indicators.Stage
	pupils   number
	heads    number // the pupils by weight
	kinds    []indicators.SchoolKind
	points   bool // teaching points of so many pupils are assessed as well
	measured [7]measured
}

// measured is one of the seven indicators.
type measured struct {
	key    string // of its parameter
	name   bilingual.Text
	amount number
	own    number // what a school would be given more of
	shared bool   // the whole school's, shared out by weighted heads
}

var primary = stage{
	is: indicators.Primary, pupils: resources.PrimaryPupils, heads: resources.PrimaryHeads,
	kinds: []indicators.SchoolKind{indicators.PrimarySchool, indicators.NineYearSchool, indicators.TwelveYearSchool}, points: true,
	measured: seven(resources.PrimaryQualified, resources.PrimaryBackbone, resources.PrimaryPEArtCounted, resources.PrimaryPEArt),
}

var junior = stage{
	is: indicators.JuniorHigh, pupils: resources.JuniorPupils, heads: resources.JuniorHeads,
	kinds: []indicators.SchoolKind{indicators.JuniorHighSchool, indicators.NineYearSchool,
		indicators.CompleteSecondarySchool, indicators.TwelveYearSchool},
	measured: seven(resources.JuniorQualified, resources.JuniorBackbone, resources.JuniorPEArtCounted, resources.JuniorPEArt),
}

// seven are the indicators in the order of the document.
func seven(qualified, backbone, peArt, ownPEArt number) [7]measured {
	return [7]measured{
		{"qualified", bilingual.Text{ZH: "每百名学生拥有高于规定学历教师数", EN: "teachers above the required qualification"}, qualified, qualified, false},
		{"backbone", bilingual.Text{ZH: "每百名学生拥有县级以上骨干教师数", EN: "backbone teachers"}, backbone, backbone, false},
		{"pe-art", bilingual.Text{ZH: "每百名学生拥有体育、艺术专任教师数", EN: "teachers of physical education and art"}, peArt, ownPEArt, false},
		{"teaching-area", bilingual.Text{ZH: "生均教学及辅助用房面积", EN: "teaching and auxiliary rooms"}, resources.TeachingArea, resources.TeachingArea, true},
		{"sports-area", bilingual.Text{ZH: "生均体育运动场馆面积", EN: "sports grounds and halls"}, resources.SportsAreaCounted, resources.SportsArea, true},
		{"equipment", bilingual.Text{ZH: "生均教学仪器设备值", EN: "teaching equipment"}, resources.Equipment, resources.Equipment, true},
		{"multimedia", bilingual.Text{ZH: "每百名学生拥有网络多媒体教室数", EN: "networked multimedia classrooms"}, resources.MultimediaRooms, resources.MultimediaRooms, true},
	}
}

// nobody is no figure of the document: a stage without pupils is no school.
var nobody = indicators.Literal(quantity.MustAmount(0, 1, quantity.Pupil))

// assessed are the schools that are assessed and have pupils of the stage.
func (s *stage) assessed() indicators.Condition[resources.Record] {
	of := resources.Kind.In(s.kinds...)
	if s.points {
		of = indicators.Or(of, indicators.And(resources.Kind.Is(indicators.TeachingPoint), s.pupils.AtLeast(indicators.Parameter("teaching-point-pupils"))))
	}
	return indicators.And(of, s.pupils.MoreThan(nobody))
}

// takes reports of a record that is at hand whether its school is among them.
func (s *stage) takes(r *resources.Record, least uint64) bool {
	pupils := s.pupils.Code(r)
	switch {
	case !pupils.Known() || pupils.Steps() == 0:
		return false
	case s.points && r.Kind == indicators.TeachingPoint:
		return pupils.Steps() >= least
	}
	return slices.Contains(s.kinds, r.Kind)
}

// per is what the whole of an amount is divided by.
func (s *stage) per(shared bool) number {
	if shared {
		return resources.Heads
	}
	return s.pupils
}

// has asks whether an indicator comes to a figure: x/p, and of what is shared x·h/(H·p).
func (s *stage) has(m measured, figure indicators.Figure) indicators.Condition[resources.Record] {
	if m.shared {
		return m.amount.Per(resources.Heads).AtLeastShareOf(s.pupils.Per(s.heads), figure)
	}
	return m.amount.AtLeastShareOf(s.pupils, figure)
}

// resources is what is required of each school: so many of the seven reach what is required,
// and all come near it.
func (s *stage) resources() indicators.Duty[resources.Record] {
	var reached, near []indicators.Condition[resources.Record]
	for _, m := range s.measured {
		required := indicators.Parameter(m.key)
		reached = append(reached, s.has(m, required))
		near = append(near, s.has(m, required.Times("near")))
	}
	return indicators.Duty[resources.Record]{
		Among: s.assessed(),
		Must:  indicators.And(indicators.AtLeastOf(indicators.Parameter("reached"), reached...), indicators.And(near...)),
	}
}

// difference is how far the schools of a county differ in an indicator. What is shared is
// divided by the school's weighted heads: the weight of the stage is the same in all schools,
// so that it changes no coefficient.
func (s *stage) difference(key string) indicators.Difference[resources.Record] {
	for _, m := range s.measured {
		if m.key != key {
			continue
		}
		d := indicators.Difference[resources.Record]{Among: s.assessed(), Of: indicators.SumOf(m.amount), Per: indicators.SumOf(s.per(m.shared))}
		if m.shared {
			d.Weight = indicators.SumOf(s.pupils)
		}
		return d
	}
	return indicators.Difference[resources.Record]{}
}
