// Package countyreport describes what a county reports for the national evaluation of balanced
// compulsory education beside the records of its schools (县级申报): one record a county and year.
package countyreport

import (
	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
)

// Record is the report of a county. Every field left out is unknown.
type Record struct {
	indicators.Row
	Year               quantity.Count `json:"year,omitzero"`                 // the calendar year
	BasicBalanceYears  quantity.Years `json:"basic_balance_years,omitzero"`  // full years since the county was recognised for basic balance
	MajorViolations    quantity.Count `json:"major_violations,omitzero"`     // grave violations and major accidents of schools in the last three years
	SmallSchools       quantity.Count `json:"small_schools,omitzero"`        // rural schools and teaching points below a hundred pupils
	SmallSchoolsFunded quantity.Count `json:"small_schools_funded,omitzero"` // of these, those whose public funds are worked out for a hundred pupils
	SpecialSchools     quantity.Count `json:"special_schools,omitzero"`      // special schools, nought where there is none
	SpecialPupilFunds  quantity.Money `json:"special_pupil_funds,omitzero"`  // public funds per pupil of special schools, of the school that has least
	TeacherPay         quantity.Money `json:"teacher_pay,omitzero"`          // average yearly pay of teachers of compulsory schools, private ones left out
	CivilServantPay    quantity.Money `json:"civil_servant_pay,omitzero"`    // the same of local civil servants
	Teachers           quantity.Count `json:"teachers,omitzero"`             // full-time teachers of compulsory schools
	TeachersTrained    quantity.Count `json:"teachers_trained,omitzero"`     // of these, those who completed the hours of the cycle
	TeachersLicensed   quantity.Count `json:"teachers_licensed,omitzero"`    // of these, those who hold a certificate
	RotationEligible   quantity.Count `json:"rotation_eligible,omitzero"`    // teachers who may rotate this year
	Rotated            quantity.Count `json:"rotated,omitzero"`              // of these, those who did
	BackboneRotated    quantity.Count `json:"backbone_rotated,omitzero"`     // of these, backbone teachers
	PrimaryIntake      quantity.Count `json:"primary_intake,omitzero"`       // pupils taken in by public primary schools of urban districts and towns, boarding schools left out
	PrimaryNearby      quantity.Count `json:"primary_nearby,omitzero"`       // of these, by neighbourhood
	JuniorIntake       quantity.Count `json:"junior_intake,omitzero"`        // pupils taken in by public junior secondary schools of urban districts and towns, boarding schools left out
	JuniorNearby       quantity.Count `json:"junior_nearby,omitzero"`        // of these, by neighbourhood
	SeniorPlaces       quantity.Count `json:"senior_places,omitzero"`        // places of good senior schools this year
	QuotaPlaces        quantity.Count `json:"quota_places,omitzero"`         // of these, those shared out to junior secondary schools
	MigrantChildren    quantity.Count `json:"migrant_children,omitzero"`     // children of migrant workers who are at school
	MigrantPlaced      quantity.Count `json:"migrant_placed,omitzero"`       // of these, those at public schools or in places that the government buys
	CohortStart        quantity.Count `json:"cohort_start,omitzero"`         // pupils of grade seven three years ago, without those who died
	CohortStayed       quantity.Count `json:"cohort_stayed,omitzero"`        // graduates without those who came in, with those who moved to other schools
	DisabledChildren   quantity.Count `json:"disabled_children,omitzero"`    // disabled children of compulsory age
	DisabledEnrolled   quantity.Count `json:"disabled_enrolled,omitzero"`    // of these, those at school
	Schools            quantity.Count `json:"schools,omitzero"`              // compulsory schools
	SchoolsTraining    quantity.Count `json:"schools_training,omitzero"`     // of these, those of whose public funds the share laid down goes into training teachers
	SubjectsMonitored  quantity.Count `json:"subjects_monitored,omitzero"`   // subjects of the latest national monitoring
	SubjectsPassed     quantity.Count `json:"subjects_passed,omitzero"`      // of these, those at the level that is required and with the difference that is allowed
	Asked              quantity.Count `json:"asked,omitzero"`                // persons who answered in the survey of approval
	Approving          quantity.Count `json:"approving,omitzero"`            // of these, those who approve
	VetoedPractices    quantity.Count `json:"vetoed_practices,omitzero"`     // cases of intake by examination, choice of school against the rules, key schools and classes, posts left empty, major accidents and grave violations, and what was falsified
}

var subject = indicators.NewSubject[Record]("county-report", bilingual.Text{ZH: "县级申报数据", EN: "reports of counties"}, quantity.County)

// The fields, each described once.
var (
	Year = indicators.NewNumber(subject, "year", bilingual.Text{ZH: "年度", EN: "year"}, quantity.CalendarYear,
		func(r *Record) *quantity.Count { return &r.Year })
	BasicBalanceYears = indicators.NewNumber(subject, "basic_balance_years", bilingual.Text{ZH: "基本均衡认定年限", EN: "years since basic balance"}, quantity.Year,
		func(r *Record) *quantity.Years { return &r.BasicBalanceYears })
	MajorViolations = indicators.NewNumber(subject, "major_violations", bilingual.Text{ZH: "近三年重大违规事件和安全责任事故", EN: "major violations and accidents"}, quantity.Case,
		func(r *Record) *quantity.Count { return &r.MajorViolations })
	SmallSchools = indicators.NewNumber(subject, "small_schools", bilingual.Text{ZH: "不足百人的学校", EN: "small schools"}, quantity.School,
		func(r *Record) *quantity.Count { return &r.SmallSchools })
	SmallSchoolsFunded = indicators.NewNumber(subject, "small_schools_funded", bilingual.Text{ZH: "按百人拨付公用经费的学校", EN: "small schools funded in full"}, quantity.School,
		func(r *Record) *quantity.Count { return &r.SmallSchoolsFunded }).
		PartOf(SmallSchools)
	SpecialSchools = indicators.NewNumber(subject, "special_schools", bilingual.Text{ZH: "特殊教育学校", EN: "special schools"}, quantity.School,
		func(r *Record) *quantity.Count { return &r.SpecialSchools })
	SpecialPupilFunds = indicators.NewNumber(subject, "special_pupil_funds", bilingual.Text{ZH: "特殊教育学校生均公用经费（最低的一所）", EN: "public funds of special schools, the lowest"}, quantity.YuanPerPupil,
		func(r *Record) *quantity.Money { return &r.SpecialPupilFunds })
	TeacherPay = indicators.NewNumber(subject, "teacher_pay", bilingual.Text{ZH: "义务教育教师平均工资（不含民办）", EN: "average pay of teachers"}, quantity.Yuan,
		func(r *Record) *quantity.Money { return &r.TeacherPay })
	CivilServantPay = indicators.NewNumber(subject, "civil_servant_pay", bilingual.Text{ZH: "当地公务员平均工资", EN: "average pay of civil servants"}, quantity.Yuan,
		func(r *Record) *quantity.Money { return &r.CivilServantPay })
	Teachers = indicators.NewNumber(subject, "teachers", bilingual.Text{ZH: "专任教师", EN: "full-time teachers"}, quantity.Teacher,
		func(r *Record) *quantity.Count { return &r.Teachers })
	TeachersTrained = indicators.NewNumber(subject, "teachers_trained", bilingual.Text{ZH: "完成培训学时的教师", EN: "teachers with their training hours"}, quantity.Teacher,
		func(r *Record) *quantity.Count { return &r.TeachersTrained }).
		PartOf(Teachers)
	TeachersLicensed = indicators.NewNumber(subject, "teachers_licensed", bilingual.Text{ZH: "持有教师资格证的教师", EN: "teachers with a certificate"}, quantity.Teacher,
		func(r *Record) *quantity.Count { return &r.TeachersLicensed }).
		PartOf(Teachers)
	RotationEligible = indicators.NewNumber(subject, "rotation_eligible", bilingual.Text{ZH: "符合交流条件的教师", EN: "teachers who may rotate"}, quantity.Teacher,
		func(r *Record) *quantity.Count { return &r.RotationEligible })
	Rotated = indicators.NewNumber(subject, "rotated", bilingual.Text{ZH: "交流轮岗的教师", EN: "teachers who rotated"}, quantity.Teacher,
		func(r *Record) *quantity.Count { return &r.Rotated }).
		PartOf(RotationEligible)
	BackboneRotated = indicators.NewNumber(subject, "backbone_rotated", bilingual.Text{ZH: "交流轮岗的骨干教师", EN: "backbone teachers who rotated"}, quantity.Teacher,
		func(r *Record) *quantity.Count { return &r.BackboneRotated }).
		PartOf(Rotated)
	PrimaryIntake = indicators.NewNumber(subject, "primary_intake", bilingual.Text{ZH: "城区和镇区公办小学（不含寄宿制）招生", EN: "intake of public primary schools in towns"}, quantity.Pupil,
		func(r *Record) *quantity.Count { return &r.PrimaryIntake })
	PrimaryNearby = indicators.NewNumber(subject, "primary_nearby", bilingual.Text{ZH: "小学就近划片入学", EN: "primary intake by neighbourhood"}, quantity.Pupil,
		func(r *Record) *quantity.Count { return &r.PrimaryNearby }).
		PartOf(PrimaryIntake)
	JuniorIntake = indicators.NewNumber(subject, "junior_intake", bilingual.Text{ZH: "城区和镇区公办初中（不含寄宿制）招生", EN: "intake of public junior secondary schools in towns"}, quantity.Pupil,
		func(r *Record) *quantity.Count { return &r.JuniorIntake })
	JuniorNearby = indicators.NewNumber(subject, "junior_nearby", bilingual.Text{ZH: "初中就近划片入学", EN: "junior secondary intake by neighbourhood"}, quantity.Pupil,
		func(r *Record) *quantity.Count { return &r.JuniorNearby }).
		PartOf(JuniorIntake)
	SeniorPlaces = indicators.NewNumber(subject, "senior_places", bilingual.Text{ZH: "优质高中招生名额", EN: "places of good senior schools"}, quantity.Place,
		func(r *Record) *quantity.Count { return &r.SeniorPlaces })
	QuotaPlaces = indicators.NewNumber(subject, "quota_places", bilingual.Text{ZH: "分配到初中的名额", EN: "places shared out"}, quantity.Place,
		func(r *Record) *quantity.Count { return &r.QuotaPlaces }).
		PartOf(SeniorPlaces)
	MigrantChildren = indicators.NewNumber(subject, "migrant_children", bilingual.Text{ZH: "符合条件的随迁子女", EN: "entitled children of migrant workers"}, quantity.Pupil,
		func(r *Record) *quantity.Count { return &r.MigrantChildren })
	MigrantPlaced = indicators.NewNumber(subject, "migrant_placed", bilingual.Text{ZH: "在公办学校和购买学位就读的随迁子女", EN: "of these in public or bought places"}, quantity.Pupil,
		func(r *Record) *quantity.Count { return &r.MigrantPlaced }).
		PartOf(MigrantChildren)
	CohortStart = indicators.NewNumber(subject, "cohort_start", bilingual.Text{ZH: "初一时在校学生减死亡学生", EN: "pupils at the start of grade seven without those who died"}, quantity.Pupil,
		func(r *Record) *quantity.Count { return &r.CohortStart })
	CohortStayed = indicators.NewNumber(subject, "cohort_stayed", bilingual.Text{ZH: "毕业学生减转入加转出", EN: "graduates without those who came in, with those who moved away"}, quantity.Pupil,
		func(r *Record) *quantity.Count { return &r.CohortStayed })
	DisabledChildren = indicators.NewNumber(subject, "disabled_children", bilingual.Text{ZH: "适龄残疾儿童少年", EN: "disabled children"}, quantity.Pupil,
		func(r *Record) *quantity.Count { return &r.DisabledChildren })
	DisabledEnrolled = indicators.NewNumber(subject, "disabled_enrolled", bilingual.Text{ZH: "已入学的残疾儿童少年", EN: "disabled children at school"}, quantity.Pupil,
		func(r *Record) *quantity.Count { return &r.DisabledEnrolled }).
		PartOf(DisabledChildren)
	Schools = indicators.NewNumber(subject, "schools", bilingual.Text{ZH: "义务教育学校", EN: "compulsory schools"}, quantity.School,
		func(r *Record) *quantity.Count { return &r.Schools })
	SchoolsTraining = indicators.NewNumber(subject, "schools_training", bilingual.Text{ZH: "培训经费达到比例的学校", EN: "schools with their share for training"}, quantity.School,
		func(r *Record) *quantity.Count { return &r.SchoolsTraining }).
		PartOf(Schools)
	SubjectsMonitored = indicators.NewNumber(subject, "subjects_monitored", bilingual.Text{ZH: "国家监测科目", EN: "subjects monitored"}, quantity.Item,
		func(r *Record) *quantity.Count { return &r.SubjectsMonitored })
	SubjectsPassed = indicators.NewNumber(subject, "subjects_passed", bilingual.Text{ZH: "达到要求的监测科目", EN: "subjects that reach what is required"}, quantity.Item,
		func(r *Record) *quantity.Count { return &r.SubjectsPassed }).
		PartOf(SubjectsMonitored)
	Asked = indicators.NewNumber(subject, "asked", bilingual.Text{ZH: "满意度调查有效问卷", EN: "persons asked"}, quantity.Person,
		func(r *Record) *quantity.Count { return &r.Asked })
	Approving = indicators.NewNumber(subject, "approving", bilingual.Text{ZH: "表示满意", EN: "persons who approve"}, quantity.Person,
		func(r *Record) *quantity.Count { return &r.Approving }).
		PartOf(Asked)
	VetoedPractices = indicators.NewNumber(subject, "vetoed_practices", bilingual.Text{ZH: "一票否决情形", EN: "practices that rule a county out"}, quantity.Case,
		func(r *Record) *quantity.Count { return &r.VetoedPractices })
)

// Subject describes the record.
func (Record) Subject() *indicators.Subject[Record] { return subject }
