// Package programme describes a vocational programme (专业) of a school or college:
// one record a programme, with the hours of its training plan.
//
// Practice hours include the workplace placement, and so do total hours; the hours
// at school leave it out, for those who read the plan so.
package programme

import (
	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
)

// Record is a vocational programme. Every field left out is unknown.
type Record struct {
	indicators.Row
	Level               indicators.Stage  `json:"level,omitzero"`                 // Vocational for secondary schools, VocationalCollege for colleges
	DemonstrationSite   indicators.Answer `json:"demonstration_site,omitzero"`    // whether it is built as a demonstration site of industry-education integration
	Demonstration       indicators.Answer `json:"demonstration,omitzero"`         // whether it holds the title demonstration or quality speciality
	PracticeHours       quantity.Hours    `json:"practice_hours,omitzero"`        // hours of practical teaching, placement included
	TotalHours          quantity.Hours    `json:"total_hours,omitzero"`           // all hours, placement included
	SchoolPracticeHours quantity.Hours    `json:"school_practice_hours,omitzero"` // hours of practical teaching without the placement
	SchoolHours         quantity.Hours    `json:"school_hours,omitzero"`          // all hours without the placement
	PracticeHoursBefore quantity.Hours    `json:"practice_hours_before,omitzero"` // practice hours of the plan of the year before
	TotalHoursBefore    quantity.Hours    `json:"total_hours_before,omitzero"`    // total hours of the plan of the year before
	PlacementMonths     quantity.Months   `json:"placement_months,omitzero"`      // months of placement in the workplace (顶岗实习)
	OnePlusX            indicators.Answer `json:"one_plus_x,omitzero"`            // whether a pilot of the 1+X certificates was applied for
	ThroughTraining     indicators.Answer `json:"through_training,omitzero"`      // whether it takes part in a pilot of linked programmes (3+2, 3+3)
}

var subject = indicators.NewSubject[Record]("programme", bilingual.Text{ZH: "职业教育专业", EN: "programmes"}, quantity.Programme)

// The fields, each described once.
var (
	Level = indicators.NewCategory(subject, "level", bilingual.Text{ZH: "教育层次", EN: "level"},
		func(r *Record) *indicators.Stage { return &r.Level })
	DemonstrationSite = indicators.NewCategory(subject, "demonstration_site", bilingual.Text{ZH: "产教融合示范专业点", EN: "demonstration speciality site"},
		func(r *Record) *indicators.Answer { return &r.DemonstrationSite })
	Demonstration = indicators.NewCategory(subject, "demonstration", bilingual.Text{ZH: "示范或精品专业", EN: "demonstration or quality speciality"},
		func(r *Record) *indicators.Answer { return &r.Demonstration })
	PracticeHours = indicators.NewNumber(subject, "practice_hours", bilingual.Text{ZH: "实践性教学课时", EN: "practice hours"}, quantity.Hour,
		func(r *Record) *quantity.Hours { return &r.PracticeHours }).
		PartOf(TotalHours)
	TotalHours = indicators.NewNumber(subject, "total_hours", bilingual.Text{ZH: "总课时", EN: "total hours"}, quantity.Hour,
		func(r *Record) *quantity.Hours { return &r.TotalHours })
	SchoolPracticeHours = indicators.NewNumber(subject, "school_practice_hours", bilingual.Text{ZH: "校内实践性教学课时", EN: "practice hours at school"}, quantity.Hour,
		func(r *Record) *quantity.Hours { return &r.SchoolPracticeHours }).
		PartOf(SchoolHours)
	SchoolHours = indicators.NewNumber(subject, "school_hours", bilingual.Text{ZH: "不含顶岗实习的总课时", EN: "hours at school"}, quantity.Hour,
		func(r *Record) *quantity.Hours { return &r.SchoolHours })
	PracticeHoursBefore = indicators.NewNumber(subject, "practice_hours_before", bilingual.Text{ZH: "上一届实践性教学课时", EN: "practice hours of the year before"}, quantity.Hour,
		func(r *Record) *quantity.Hours { return &r.PracticeHoursBefore }).
		PartOf(TotalHoursBefore)
	TotalHoursBefore = indicators.NewNumber(subject, "total_hours_before", bilingual.Text{ZH: "上一届总课时", EN: "total hours of the year before"}, quantity.Hour,
		func(r *Record) *quantity.Hours { return &r.TotalHoursBefore })
	PlacementMonths = indicators.NewNumber(subject, "placement_months", bilingual.Text{ZH: "顶岗实习时长", EN: "placement"}, quantity.Month,
		func(r *Record) *quantity.Months { return &r.PlacementMonths })
	OnePlusX = indicators.NewCategory(subject, "one_plus_x", bilingual.Text{ZH: "申报“1+X”证书试点", EN: "1+X pilot applied for"},
		func(r *Record) *indicators.Answer { return &r.OnePlusX })
	ThroughTraining = indicators.NewCategory(subject, "through_training", bilingual.Text{ZH: "参加“3+2”“3+3”贯通试点", EN: "in a linked programme"},
		func(r *Record) *indicators.Answer { return &r.ThroughTraining })
)

// Subject describes the record.
func (Record) Subject() *indicators.Subject[Record] { return subject }
