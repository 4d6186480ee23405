// Parts 教育质量 and 社会认可度: quality and approval.

package balance

import (
	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/countyreport"
	"github.com/eduplan/tonghua/plan/evaluation"
)

// Retention asks of each county whether enough of those who begin junior secondary school
// complete its three years (初中三年巩固率).
//
// Formula: counties where they are ÷ counties. Unit and range: per cent, 0 to 100.
// Source: 教育质量第1项.
var Retention = county(evaluation.Retention, countyreport.CohortStayed.AtLeastShareOf(countyreport.CohortStart, indicators.Each))

// DisabledChildren asks of each county whether enough disabled children are at school
// (残疾儿童少年入学率).
//
// Formula: counties where they are ÷ counties. Unit and range: per cent, 0 to 100.
// Source: 教育质量第2项.
var DisabledChildren = county(evaluation.DisabledChildren, countyreport.DisabledEnrolled.AtLeastShareOf(countyreport.DisabledChildren, indicators.Each))

// SchoolCharter (学校章程与管理) is answered by evidence alone (教育质量第3项).
var SchoolCharter = attested(evaluation.SchoolCharter)

// TrainingShare asks of each county whether in every school enough of the public funds goes
// into training teachers (教师培训经费).
//
// Formula: counties where it does in all ÷ counties. Unit and range: per cent, 0 to 100.
// Source: 教育质量第4项.
var TrainingShare = county(evaluation.TrainingShare, countyreport.SchoolsTraining.AtLeastShareOf(countyreport.Schools, indicators.Each))

// DigitalTeaching (信息技术与教学) is answered by evidence alone (教育质量第5项).
var DigitalTeaching = attested(evaluation.DigitalTeaching)

// MoralAndCulture (德育与校园文化) is answered by evidence alone (教育质量第6项).
var MoralAndCulture = attested(evaluation.MoralAndCulture)

// Curriculum (课程开设) is answered by evidence alone (教育质量第7项).
var Curriculum = attested(evaluation.Curriculum)

// Workload (学生课业负担) is answered by evidence alone (教育质量第8项).
var Workload = attested(evaluation.Workload)

// MonitoringResults asks of each county whether every subject of the national monitoring is at
// the level that is required, with the difference between schools that is allowed
// (国家义务教育质量监测).
//
// Formula: counties where all are ÷ counties. Unit and range: per cent, 0 to 100.
// Source: 教育质量第9项.
var MonitoringResults = county(evaluation.MonitoringResults, countyreport.SubjectsPassed.AtLeastShareOf(countyreport.SubjectsMonitored, indicators.Each))

// Satisfaction asks of each county whether enough of those who are asked approve (社会认可度).
//
// Formula: counties where they do ÷ counties. Unit and range: per cent, 0 to 100.
// Source: 社会认可度.
var Satisfaction = county(evaluation.Satisfaction, countyreport.Approving.AtLeastShareOf(countyreport.Asked, indicators.Each))

// NoVeto asks of each county whether there is nothing that fails it outright (一票否决).
//
// Formula: counties without any ÷ counties. Unit and range: per cent, 0 to 100.
// Source: 社会认可度.
var NoVeto = county(evaluation.NoVeto, countyreport.VetoedPractices.AtMost(indicators.Each))
