// Package county describes what a county, or the city as a whole, has and does in
// one calendar year: places and institutions, activities, posts to be filled. One
// record an area and year; what it spends and pays is in package countyyear.
//
// Area tells a county from what the city runs itself and from the total of both,
// because some duties bind each county and others the city alone. The year before stands in the same record, so that
// "rises" is a comparison within it.
package county

import (
	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
)

// Record is a county, or the city, in a year. Every field left out is unknown.
type Record struct {
	indicators.Row
	Year                         quantity.Count      `json:"year,omitzero"`                           // the calendar year
	Area                         indicators.AreaKind `json:"area,omitzero"`                           // a county, what the city runs itself, or the total of both
	BalancePassed                indicators.Answer   `json:"balance_passed,omitzero"`                 // whether the national evaluation of quality balance was passed (优质均衡)
	SafetyCentres                quantity.Count      `json:"safety_centres,omitzero"`                 // safety experience rooms or centres built
	SpecialSchools               quantity.Count      `json:"special_schools,omitzero"`                // special schools
	MasterStudios                quantity.Count      `json:"master_studios,omitzero"`                 // studios of master teachers at this tier
	SkillsContests               quantity.Count      `json:"skills_contests,omitzero"`                // vocational skills contests held in the last twelve months
	LessonActivities             quantity.Count      `json:"lesson_activities,omitzero"`              // yearly activities of excellent lessons held in the year (一师一优课)
	PublicPlaces                 quantity.Count      `json:"public_places,omitzero"`                  // places in public kindergartens
	PublicPlacesBefore           quantity.Count      `json:"public_places_before,omitzero"`           // the same of the year before
	InclusivePlaces              quantity.Count      `json:"inclusive_places,omitzero"`               // places in public and inclusive private kindergartens
	InclusivePlacesBefore        quantity.Count      `json:"inclusive_places_before,omitzero"`        // the same of the year before
	InclusiveKindergartens       quantity.Count      `json:"inclusive_kindergartens,omitzero"`        // inclusive private kindergartens
	InclusiveKindergartensBefore quantity.Count      `json:"inclusive_kindergartens_before,omitzero"` // the same of the year before
	BalanceReady                 indicators.Answer   `json:"balance_ready,omitzero"`                  // whether the county's own evaluation of quality balance finds all that is required met (package rules/balance)
	PrimaryNarrowed              indicators.Answer   `json:"primary_narrowed,omitzero"`               // whether the coefficients of difference between primary schools, worked out from the schools, are below those of the year before (package rules/balance)
	JuniorNarrowed               indicators.Answer   `json:"junior_narrowed,omitzero"`                // the same of junior-high schools
	PrimaryDifference            quantity.Count      `json:"primary_difference,omitzero"`             // coefficient of difference between primary schools, weighted by enrolment, in thousandths
	PrimaryDifferenceBefore      quantity.Count      `json:"primary_difference_before,omitzero"`      // the same of the year before
	JuniorDifference             quantity.Count      `json:"junior_difference,omitzero"`              // the same between junior-high schools
	JuniorDifferenceBefore       quantity.Count      `json:"junior_difference_before,omitzero"`       // the same of the year before
	ProjectsPlanned              quantity.Count      `json:"projects_planned,omitzero"`               // building and equipment projects of compulsory schools planned up to this year
	ProjectsCompleted            quantity.Count      `json:"projects_completed,omitzero"`             // of these, those completed
	SpecialPostsPlanned          quantity.Count      `json:"special_posts_planned,omitzero"`          // special posts and posts for graduates of free teacher education planned this year
	SpecialPostsFilled           quantity.Count      `json:"special_posts_filled,omitzero"`           // of these, those filled
	ShortagePostsPlanned         quantity.Count      `json:"shortage_posts_planned,omitzero"`         // posts for shortage subjects in poor areas and rural schools planned this year
	ShortagePostsFilled          quantity.Count      `json:"shortage_posts_filled,omitzero"`          // of these, those filled
	VocationalStudents           quantity.Count      `json:"vocational_students,omitzero"`            // students of vocational institutions
	VocationalStudentsBefore     quantity.Count      `json:"vocational_students_before,omitzero"`     // the same of the year before
	VocationalSpaces             quantity.Count      `json:"vocational_spaces,omitzero"`              // of these, those with a real-name network learning space
	VocationalSpacesBefore       quantity.Count      `json:"vocational_spaces_before,omitzero"`       // the same of the year before
}

var subject = indicators.NewSubject[Record]("county", bilingual.Text{ZH: "县（市、区）工作情况", EN: "counties"}, quantity.County)

// The fields, each described once.
var (
	Year = indicators.NewNumber(subject, "year", bilingual.Text{ZH: "年度", EN: "year"}, quantity.CalendarYear,
		func(r *Record) *quantity.Count { return &r.Year })
	Area = indicators.NewCategory(subject, "area", bilingual.Text{ZH: "区划级别", EN: "kind of area"},
		func(r *Record) *indicators.AreaKind { return &r.Area }).
		Totals(indicators.WholeCity, indicators.CountyArea, indicators.CityItself)
	BalancePassed = indicators.NewCategory(subject, "balance_passed", bilingual.Text{ZH: "通过优质均衡国家评估", EN: "passed the evaluation of quality balance"},
		func(r *Record) *indicators.Answer { return &r.BalancePassed })
	SafetyCentres = indicators.NewNumber(subject, "safety_centres", bilingual.Text{ZH: "安全教育体验室（中心）", EN: "safety experience rooms"}, quantity.Body,
		func(r *Record) *quantity.Count { return &r.SafetyCentres })
	SpecialSchools = indicators.NewNumber(subject, "special_schools", bilingual.Text{ZH: "特殊教育学校", EN: "special schools"}, quantity.School,
		func(r *Record) *quantity.Count { return &r.SpecialSchools })
	MasterStudios = indicators.NewNumber(subject, "master_studios", bilingual.Text{ZH: "名师工作室", EN: "master-teacher studios"}, quantity.Body,
		func(r *Record) *quantity.Count { return &r.MasterStudios })
	SkillsContests = indicators.NewNumber(subject, "skills_contests", bilingual.Text{ZH: "近一年职业技能大赛", EN: "skills contests in the last year"}, quantity.Act,
		func(r *Record) *quantity.Count { return &r.SkillsContests })
	LessonActivities = indicators.NewNumber(subject, "lesson_activities", bilingual.Text{ZH: "当年优课名师活动", EN: "lesson activities of the year"}, quantity.Act,
		func(r *Record) *quantity.Count { return &r.LessonActivities })
	PublicPlaces = indicators.NewNumber(subject, "public_places", bilingual.Text{ZH: "公办园学位", EN: "places in public kindergartens"}, quantity.Place,
		func(r *Record) *quantity.Count { return &r.PublicPlaces })
	PublicPlacesBefore = indicators.NewNumber(subject, "public_places_before", bilingual.Text{ZH: "上年公办园学位", EN: "places in public kindergartens of the year before"}, quantity.Place,
		func(r *Record) *quantity.Count { return &r.PublicPlacesBefore })
	InclusivePlaces = indicators.NewNumber(subject, "inclusive_places", bilingual.Text{ZH: "普惠性学位", EN: "inclusive preschool places"}, quantity.Place,
		func(r *Record) *quantity.Count { return &r.InclusivePlaces })
	InclusivePlacesBefore = indicators.NewNumber(subject, "inclusive_places_before", bilingual.Text{ZH: "上年普惠性学位", EN: "inclusive preschool places of the year before"}, quantity.Place,
		func(r *Record) *quantity.Count { return &r.InclusivePlacesBefore })
	InclusiveKindergartens = indicators.NewNumber(subject, "inclusive_kindergartens", bilingual.Text{ZH: "普惠性民办园", EN: "inclusive private kindergartens"}, quantity.Kindergarten,
		func(r *Record) *quantity.Count { return &r.InclusiveKindergartens })
	InclusiveKindergartensBefore = indicators.NewNumber(subject, "inclusive_kindergartens_before", bilingual.Text{ZH: "上年普惠性民办园", EN: "inclusive private kindergartens of the year before"}, quantity.Kindergarten,
		func(r *Record) *quantity.Count { return &r.InclusiveKindergartensBefore })
	BalanceReady = indicators.NewCategory(subject, "balance_ready", bilingual.Text{ZH: "优质均衡自评达到要求", EN: "own evaluation of quality balance met"},
		func(r *Record) *indicators.Answer { return &r.BalanceReady })
	PrimaryNarrowed = indicators.NewCategory(subject, "primary_narrowed", bilingual.Text{ZH: "据学校数据小学差异系数低于上年", EN: "primary schools closer by their own data"},
		func(r *Record) *indicators.Answer { return &r.PrimaryNarrowed })
	JuniorNarrowed = indicators.NewCategory(subject, "junior_narrowed", bilingual.Text{ZH: "据学校数据初中差异系数低于上年", EN: "junior-high schools closer by their own data"},
		func(r *Record) *indicators.Answer { return &r.JuniorNarrowed })
	PrimaryDifference = indicators.NewNumber(subject, "primary_difference", bilingual.Text{ZH: "小学校际差异系数", EN: "difference between primary schools"}, quantity.Thousandth,
		func(r *Record) *quantity.Count { return &r.PrimaryDifference })
	PrimaryDifferenceBefore = indicators.NewNumber(subject, "primary_difference_before", bilingual.Text{ZH: "上年小学校际差异系数", EN: "difference between primary schools of the year before"}, quantity.Thousandth,
		func(r *Record) *quantity.Count { return &r.PrimaryDifferenceBefore })
	JuniorDifference = indicators.NewNumber(subject, "junior_difference", bilingual.Text{ZH: "初中校际差异系数", EN: "difference between junior-high schools"}, quantity.Thousandth,
		func(r *Record) *quantity.Count { return &r.JuniorDifference })
	JuniorDifferenceBefore = indicators.NewNumber(subject, "junior_difference_before", bilingual.Text{ZH: "上年初中校际差异系数", EN: "difference between junior-high schools of the year before"}, quantity.Thousandth,
		func(r *Record) *quantity.Count { return &r.JuniorDifferenceBefore })
	ProjectsPlanned = indicators.NewNumber(subject, "projects_planned", bilingual.Text{ZH: "规划的办学条件项目", EN: "projects planned"}, quantity.Project,
		func(r *Record) *quantity.Count { return &r.ProjectsPlanned })
	ProjectsCompleted = indicators.NewNumber(subject, "projects_completed", bilingual.Text{ZH: "已完成的项目", EN: "projects completed"}, quantity.Project,
		func(r *Record) *quantity.Count { return &r.ProjectsCompleted }).
		PartOf(ProjectsPlanned)
	SpecialPostsPlanned = indicators.NewNumber(subject, "special_posts_planned", bilingual.Text{ZH: "特岗和免费师范生岗位", EN: "special posts planned"}, quantity.Teacher,
		func(r *Record) *quantity.Count { return &r.SpecialPostsPlanned })
	SpecialPostsFilled = indicators.NewNumber(subject, "special_posts_filled", bilingual.Text{ZH: "特岗和免费师范生到岗教师", EN: "special posts filled"}, quantity.Teacher,
		func(r *Record) *quantity.Count { return &r.SpecialPostsFilled }).
		PartOf(SpecialPostsPlanned)
	ShortagePostsPlanned = indicators.NewNumber(subject, "shortage_posts_planned", bilingual.Text{ZH: "贫困地区和农村紧缺学科岗位", EN: "shortage posts planned"}, quantity.Teacher,
		func(r *Record) *quantity.Count { return &r.ShortagePostsPlanned })
	ShortagePostsFilled = indicators.NewNumber(subject, "shortage_posts_filled", bilingual.Text{ZH: "贫困地区和农村紧缺学科已补充教师", EN: "shortage posts filled"}, quantity.Teacher,
		func(r *Record) *quantity.Count { return &r.ShortagePostsFilled }).
		PartOf(ShortagePostsPlanned)
	VocationalStudents = indicators.NewNumber(subject, "vocational_students", bilingual.Text{ZH: "职业院校学生", EN: "vocational students"}, quantity.Pupil,
		func(r *Record) *quantity.Count { return &r.VocationalStudents })
	VocationalStudentsBefore = indicators.NewNumber(subject, "vocational_students_before", bilingual.Text{ZH: "上年职业院校学生", EN: "vocational students of the year before"}, quantity.Pupil,
		func(r *Record) *quantity.Count { return &r.VocationalStudentsBefore })
	VocationalSpaces = indicators.NewNumber(subject, "vocational_spaces", bilingual.Text{ZH: "开通实名空间的职业院校学生", EN: "vocational students with a space"}, quantity.Pupil,
		func(r *Record) *quantity.Count { return &r.VocationalSpaces }).
		PartOf(VocationalStudents)
	VocationalSpacesBefore = indicators.NewNumber(subject, "vocational_spaces_before", bilingual.Text{ZH: "上年开通实名空间的职业院校学生", EN: "vocational students with a space of the year before"}, quantity.Pupil,
		func(r *Record) *quantity.Count { return &r.VocationalSpacesBefore }).
		PartOf(VocationalStudentsBefore)
)

// Subject describes the record.
func (Record) Subject() *indicators.Subject[Record] { return subject }
