// Package resources describes what a compulsory school has for its pupils (资源配置), as the
// national evaluation of balanced compulsory education asks for it: one record a school, with
// all its stages.
//
// Teachers count in the stage that they teach; rooms, grounds and equipment are those of the
// whole school. The fields from PrimaryHeads on are worked out from the others by the rule
// book that looks at them, since weights and limits are figures of its document.
package resources

import (
	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
)

// Record is a school. Every field left out is unknown.
type Record struct {
	indicators.Row
	Kind                indicators.SchoolKind `json:"kind,omitzero"`                   // kind of institution
	Locality            indicators.Locality   `json:"locality,omitzero"`               // urban district, town or countryside
	DenseDistrict       indicators.Answer     `json:"dense_district,omitzero"`         // whether it lies in a dense inner city, where grounds close by may count; unknown counts as no
	LargerAllowed       indicators.Answer     `json:"larger_allowed,omitzero"`         // whether it may be larger: built by 2010, or with more than half children of migrant workers
	PrimaryPupils       quantity.Count        `json:"primary_pupils,omitzero"`         // pupils of the primary stage, nought where there is none
	JuniorPupils        quantity.Count        `json:"junior_pupils,omitzero"`          // pupils of the junior secondary stage, nought where there is none
	SeniorPupils        quantity.Count        `json:"senior_pupils,omitzero"`          // pupils of the senior secondary stage, nought where there is none
	Pupils              quantity.Count        `json:"pupils,omitzero"`                 // pupils of all stages
	CompulsoryPupils    quantity.Count        `json:"compulsory_pupils,omitzero"`      // primary and junior secondary pupils; filled in by the rule book
	PrimaryTeachers     quantity.Count        `json:"primary_teachers,omitzero"`       // full-time teachers of the primary stage
	PrimaryQualified    quantity.Count        `json:"primary_qualified,omitzero"`      // of these, those with junior college or above
	PrimaryMiddleTitle  quantity.Count        `json:"primary_middle_title,omitzero"`   // of these, those with a title of middle grade or above
	PrimaryBackbone     quantity.Count        `json:"primary_backbone,omitzero"`       // backbone teachers of county level and above of the primary stage
	PrimaryPEArt        quantity.Count        `json:"primary_pe_art,omitzero"`         // full-time teachers of physical education, music, fine art and art of the primary stage
	PrimaryVisiting     quantity.Count        `json:"primary_visiting,omitzero"`       // visiting and part-time ones, nought where there is none
	JuniorTeachers      quantity.Count        `json:"junior_teachers,omitzero"`        // full-time teachers of the junior secondary stage
	JuniorQualified     quantity.Count        `json:"junior_qualified,omitzero"`       // of these, those with a bachelor or above
	JuniorMiddleTitle   quantity.Count        `json:"junior_middle_title,omitzero"`    // of these, those with a title of middle grade or above
	JuniorBackbone      quantity.Count        `json:"junior_backbone,omitzero"`        // backbone teachers of county level and above of the junior secondary stage
	JuniorPEArt         quantity.Count        `json:"junior_pe_art,omitzero"`          // full-time teachers of physical education, music, fine art and art of the junior secondary stage
	JuniorVisiting      quantity.Count        `json:"junior_visiting,omitzero"`        // visiting and part-time ones, nought where there is none
	TeachingArea        quantity.Area         `json:"teaching_area,omitzero"`          // floor area of teaching and auxiliary rooms of the whole school, without indoor sports
	SportsArea          quantity.Area         `json:"sports_area,omitzero"`            // area of sports grounds and halls of the whole school, indoor sports included
	SportsAreaNearby    quantity.Area         `json:"sports_area_nearby,omitzero"`     // grounds rented close by and courts on roofs or below ground, nought where there is none
	Equipment           quantity.Money        `json:"equipment,omitzero"`              // book value of teaching equipment of the whole school, in yuan
	MultimediaRooms     quantity.Count        `json:"multimedia_rooms,omitzero"`       // networked multimedia classrooms of the whole school
	Books               quantity.Count        `json:"books,omitzero"`                  // books of the whole school
	Computers           quantity.Count        `json:"computers,omitzero"`              // computers of the whole school
	Classes             quantity.Count        `json:"classes,omitzero"`                // classes of the compulsory stages
	MusicRooms          quantity.Count        `json:"music_rooms,omitzero"`            // rooms for music of the area that is required
	ArtRooms            quantity.Count        `json:"art_rooms,omitzero"`              // rooms for fine art of the area that is required
	PrimaryHeads        quantity.Heads        `json:"primary_heads,omitzero"`          // primary pupils times the weight of their stage; filled in by the rule book
	JuniorHeads         quantity.Heads        `json:"junior_heads,omitzero"`           // the same of the junior secondary stage
	SeniorHeads         quantity.Heads        `json:"senior_heads,omitzero"`           // the same of the senior secondary stage
	Heads               quantity.Heads        `json:"heads,omitzero"`                  // weighted pupils of all stages, by which the whole school is shared out
	PrimaryPEArtCounted quantity.Count        `json:"primary_pe_art_counted,omitzero"` // with visiting ones where they count; filled in by the rule book
	JuniorPEArtCounted  quantity.Count        `json:"junior_pe_art_counted,omitzero"`  // the same of the junior secondary stage
	SportsAreaCounted   quantity.Area         `json:"sports_area_counted,omitzero"`    // with grounds close by where they count; filled in by the rule book
	RoomsDue            quantity.Count        `json:"rooms_due,omitzero"`              // how many rooms for music, and for art, are due for the classes; filled in by the rule book
}

var subject = indicators.NewSubject[Record]("resources", bilingual.Text{ZH: "学校资源配置", EN: "resources of schools"}, quantity.School)

// The fields, each described once.
var (
	Kind = indicators.NewCategory(subject, "kind", bilingual.Text{ZH: "办学类型", EN: "kind of school"},
		func(r *Record) *indicators.SchoolKind { return &r.Kind })
	Locality = indicators.NewCategory(subject, "locality", bilingual.Text{ZH: "城乡类型", EN: "locality"},
		func(r *Record) *indicators.Locality { return &r.Locality })
	DenseDistrict = indicators.NewCategory(subject, "dense_district", bilingual.Text{ZH: "中心城区用地紧张", EN: "in a dense inner city"},
		func(r *Record) *indicators.Answer { return &r.DenseDistrict })
	LargerAllowed = indicators.NewCategory(subject, "larger_allowed", bilingual.Text{ZH: "可放宽规模", EN: "may be larger"},
		func(r *Record) *indicators.Answer { return &r.LargerAllowed })
	PrimaryPupils = indicators.NewNumber(subject, "primary_pupils", bilingual.Text{ZH: "小学在校生", EN: "primary pupils"}, quantity.Pupil,
		func(r *Record) *quantity.Count { return &r.PrimaryPupils })
	JuniorPupils = indicators.NewNumber(subject, "junior_pupils", bilingual.Text{ZH: "初中在校生", EN: "junior secondary pupils"}, quantity.Pupil,
		func(r *Record) *quantity.Count { return &r.JuniorPupils })
	SeniorPupils = indicators.NewNumber(subject, "senior_pupils", bilingual.Text{ZH: "高中在校生", EN: "senior secondary pupils"}, quantity.Pupil,
		func(r *Record) *quantity.Count { return &r.SeniorPupils })
	Pupils = indicators.NewNumber(subject, "pupils", bilingual.Text{ZH: "在校生", EN: "pupils"}, quantity.Pupil,
		func(r *Record) *quantity.Count { return &r.Pupils }).
		SumOf(PrimaryPupils, JuniorPupils, SeniorPupils)
	CompulsoryPupils = indicators.NewNumber(subject, "compulsory_pupils", bilingual.Text{ZH: "义务教育阶段在校生", EN: "pupils of the compulsory stages"}, quantity.Pupil,
		func(r *Record) *quantity.Count { return &r.CompulsoryPupils }).
		SumOf(PrimaryPupils, JuniorPupils)
	PrimaryTeachers = indicators.NewNumber(subject, "primary_teachers", bilingual.Text{ZH: "小学专任教师", EN: "primary teachers"}, quantity.Teacher,
		func(r *Record) *quantity.Count { return &r.PrimaryTeachers })
	PrimaryQualified = indicators.NewNumber(subject, "primary_qualified", bilingual.Text{ZH: "小学高于规定学历教师", EN: "primary teachers above the required qualification"}, quantity.Teacher,
		func(r *Record) *quantity.Count { return &r.PrimaryQualified }).
		PartOf(PrimaryTeachers)
	PrimaryMiddleTitle = indicators.NewNumber(subject, "primary_middle_title", bilingual.Text{ZH: "小学中级及以上职称教师", EN: "primary teachers of middle grade or above"}, quantity.Teacher,
		func(r *Record) *quantity.Count { return &r.PrimaryMiddleTitle }).
		PartOf(PrimaryTeachers)
	PrimaryBackbone = indicators.NewNumber(subject, "primary_backbone", bilingual.Text{ZH: "小学县级以上骨干教师", EN: "primary backbone teachers"}, quantity.Teacher,
		func(r *Record) *quantity.Count { return &r.PrimaryBackbone })
	PrimaryPEArt = indicators.NewNumber(subject, "primary_pe_art", bilingual.Text{ZH: "小学体育、艺术专任教师", EN: "primary teachers of physical education and art"}, quantity.Teacher,
		func(r *Record) *quantity.Count { return &r.PrimaryPEArt })
	PrimaryVisiting = indicators.NewNumber(subject, "primary_visiting", bilingual.Text{ZH: "小学走教、兼职体育艺术教师", EN: "visiting primary teachers of physical education and art"}, quantity.Teacher,
		func(r *Record) *quantity.Count { return &r.PrimaryVisiting })
	JuniorTeachers = indicators.NewNumber(subject, "junior_teachers", bilingual.Text{ZH: "初中专任教师", EN: "junior secondary teachers"}, quantity.Teacher,
		func(r *Record) *quantity.Count { return &r.JuniorTeachers })
	JuniorQualified = indicators.NewNumber(subject, "junior_qualified", bilingual.Text{ZH: "初中高于规定学历教师", EN: "junior secondary teachers above the required qualification"}, quantity.Teacher,
		func(r *Record) *quantity.Count { return &r.JuniorQualified }).
		PartOf(JuniorTeachers)
	JuniorMiddleTitle = indicators.NewNumber(subject, "junior_middle_title", bilingual.Text{ZH: "初中中级及以上职称教师", EN: "junior secondary teachers of middle grade or above"}, quantity.Teacher,
		func(r *Record) *quantity.Count { return &r.JuniorMiddleTitle }).
		PartOf(JuniorTeachers)
	JuniorBackbone = indicators.NewNumber(subject, "junior_backbone", bilingual.Text{ZH: "初中县级以上骨干教师", EN: "junior secondary backbone teachers"}, quantity.Teacher,
		func(r *Record) *quantity.Count { return &r.JuniorBackbone })
	JuniorPEArt = indicators.NewNumber(subject, "junior_pe_art", bilingual.Text{ZH: "初中体育、艺术专任教师", EN: "junior secondary teachers of physical education and art"}, quantity.Teacher,
		func(r *Record) *quantity.Count { return &r.JuniorPEArt })
	JuniorVisiting = indicators.NewNumber(subject, "junior_visiting", bilingual.Text{ZH: "初中走教、兼职体育艺术教师", EN: "visiting junior secondary teachers of physical education and art"}, quantity.Teacher,
		func(r *Record) *quantity.Count { return &r.JuniorVisiting })
	TeachingArea = indicators.NewNumber(subject, "teaching_area", bilingual.Text{ZH: "教学及辅助用房面积", EN: "teaching and auxiliary rooms"}, quantity.SquareMetre,
		func(r *Record) *quantity.Area { return &r.TeachingArea })
	SportsArea = indicators.NewNumber(subject, "sports_area", bilingual.Text{ZH: "体育运动场馆面积", EN: "sports grounds and halls"}, quantity.SquareMetre,
		func(r *Record) *quantity.Area { return &r.SportsArea })
	SportsAreaNearby = indicators.NewNumber(subject, "sports_area_nearby", bilingual.Text{ZH: "就近租用和屋顶、地下运动场地面积", EN: "sports grounds close by"}, quantity.SquareMetre,
		func(r *Record) *quantity.Area { return &r.SportsAreaNearby })
	Equipment = indicators.NewNumber(subject, "equipment", bilingual.Text{ZH: "教学仪器设备值", EN: "teaching equipment"}, quantity.Yuan,
		func(r *Record) *quantity.Money { return &r.Equipment })
	MultimediaRooms = indicators.NewNumber(subject, "multimedia_rooms", bilingual.Text{ZH: "网络多媒体教室", EN: "networked multimedia classrooms"}, quantity.Room,
		func(r *Record) *quantity.Count { return &r.MultimediaRooms })
	Books = indicators.NewNumber(subject, "books", bilingual.Text{ZH: "图书册数", EN: "books"}, quantity.Item,
		func(r *Record) *quantity.Count { return &r.Books })
	Computers = indicators.NewNumber(subject, "computers", bilingual.Text{ZH: "计算机台数", EN: "computers"}, quantity.Set,
		func(r *Record) *quantity.Count { return &r.Computers })
	Classes = indicators.NewNumber(subject, "classes", bilingual.Text{ZH: "义务教育阶段班级数", EN: "compulsory classes"}, quantity.Class,
		func(r *Record) *quantity.Count { return &r.Classes })
	MusicRooms = indicators.NewNumber(subject, "music_rooms", bilingual.Text{ZH: "面积达标的音乐专用教室", EN: "rooms for music of sufficient area"}, quantity.Room,
		func(r *Record) *quantity.Count { return &r.MusicRooms })
	ArtRooms = indicators.NewNumber(subject, "art_rooms", bilingual.Text{ZH: "面积达标的美术专用教室", EN: "rooms for art of sufficient area"}, quantity.Room,
		func(r *Record) *quantity.Count { return &r.ArtRooms })
	PrimaryHeads = indicators.NewNumber(subject, "primary_heads", bilingual.Text{ZH: "小学折算学生", EN: "weighted primary pupils"}, quantity.PupilEquivalent,
		func(r *Record) *quantity.Heads { return &r.PrimaryHeads })
	JuniorHeads = indicators.NewNumber(subject, "junior_heads", bilingual.Text{ZH: "初中折算学生", EN: "weighted junior secondary pupils"}, quantity.PupilEquivalent,
		func(r *Record) *quantity.Heads { return &r.JuniorHeads })
	SeniorHeads = indicators.NewNumber(subject, "senior_heads", bilingual.Text{ZH: "高中折算学生", EN: "weighted senior secondary pupils"}, quantity.PupilEquivalent,
		func(r *Record) *quantity.Heads { return &r.SeniorHeads })
	Heads = indicators.NewNumber(subject, "heads", bilingual.Text{ZH: "全校折算学生", EN: "weighted pupils"}, quantity.PupilEquivalent,
		func(r *Record) *quantity.Heads { return &r.Heads }).
		SumOf(PrimaryHeads, JuniorHeads, SeniorHeads)
	PrimaryPEArtCounted = indicators.NewNumber(subject, "primary_pe_art_counted", bilingual.Text{ZH: "小学计入的体育、艺术教师", EN: "primary teachers of physical education and art that count"}, quantity.Teacher,
		func(r *Record) *quantity.Count { return &r.PrimaryPEArtCounted })
	JuniorPEArtCounted = indicators.NewNumber(subject, "junior_pe_art_counted", bilingual.Text{ZH: "初中计入的体育、艺术教师", EN: "junior secondary teachers of physical education and art that count"}, quantity.Teacher,
		func(r *Record) *quantity.Count { return &r.JuniorPEArtCounted })
	SportsAreaCounted = indicators.NewNumber(subject, "sports_area_counted", bilingual.Text{ZH: "计入的体育运动场馆面积", EN: "sports grounds that count"}, quantity.SquareMetre,
		func(r *Record) *quantity.Area { return &r.SportsAreaCounted })
	RoomsDue = indicators.NewNumber(subject, "rooms_due", bilingual.Text{ZH: "应配音乐（美术）专用教室", EN: "rooms for music and art that are due"}, quantity.Room,
		func(r *Record) *quantity.Count { return &r.RoomsDue })
)

// Subject describes the record.
func (Record) Subject() *indicators.Subject[Record] { return subject }
