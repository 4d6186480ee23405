package mis

import "github.com/eduplan/tonghua/examples/city/registers"

// The tables of schools, kindergartens and what belongs to places.

var schools = table[registers.School]{name: "schools", key: []string{"school_code"}, columns: func(s *registers.School) []column {
	return []column{
		{"county", &s.County}, {"school_code", &s.Code}, {"school_name", &s.Name}, {"kind", &s.Kind}, {"locality", &s.Locality},
		{"large_district", &s.LargeDistrict}, {"football", &s.Football}, {"arts", &s.Arts}, {"law_model", &s.LawModel},
		{"current_affairs", &s.CurrentAffairs}, {"multimedia", &s.Multimedia}, {"bandwidth", &s.Bandwidth}, {"courses_due", &s.CoursesDue},
		{"courses_in_full", &s.CoursesInFull}, {"sports_meets", &s.SportsMeets}, {"music", &s.Music}, {"fine_art", &s.FineArt},
		{"calligraphy", &s.Calligraphy}, {"admission_test", &s.AdmissionTest}, {"quota_places", &s.QuotaPlaces},
		{"law_provincial", &s.LawProvincial}, {"standard_met", &s.StandardMet}, {"indicators_reached", &s.IndicatorsReached},
		{"indicators_near", &s.IndicatorsNear}, {"county_basic_balance", &s.BasicBalance}, {"new_curriculum", &s.NewCurriculum}, {"new_textbooks", &s.NewTextbooks},
		{"safety_textbooks", &s.SafetyTextbooks}, {"included_pupils", &s.IncludedPupils}, {"funds_separate", &s.FundsSeparate},
		{"funds_fixed", &s.FundsFixed}, {"funds_paid", &s.FundsPaid}, {"eyesight_screened", &s.EyesightScreened},
		{"art_troupe", &s.ArtTroupe}, {"art_professionals", &s.ArtProfessionals}, {"local_art_course", &s.LocalArtCourse},
		{"parent_committee", &s.ParentCommittee}, {"law_reviewed", &s.LawReviewed}, {"idle_rooms", &s.IdleRooms},
		{"homework_monitored", &s.HomeworkMonitored}, {"after_class", &s.AfterClass}, {"quality_monitored", &s.QualityMonitored},
		{"featured_senior", &s.FeaturedSenior}, {"resource_room", &s.ResourceRoom}, {"village_linked", &s.VillageLinked},
		{"smart_campus", &s.SmartCampus}, {"party_brand", &s.PartyBrand}, {"safety_passed", &s.SafetyPassed},
		{"video_networked", &s.VideoNetworked}, {"police_room", &s.PoliceRoom}, {"safety_trainings", &s.SafetyTrainings},
	}
}}

var townships = table[registers.Township]{name: "townships", key: []string{"town_code"}, columns: func(s *registers.Township) []column {
	return []column{
		{"county", &s.County}, {"town_code", &s.Code}, {"kind", &s.Kind}, {"public_kindergartens", &s.Public},
	}
}}

var kindergartens = table[registers.Kindergarten]{name: "kindergartens", key: []string{"school_code"}, columns: func(s *registers.Kindergarten) []column {
	return []column{
		{"county", &s.County}, {"town", &s.Town}, {"school_code", &s.Code}, {"owner", &s.Owner}, {"inclusive", &s.Inclusive},
		{"children", &s.Children}, {"branches", &s.Branches},
	}
}}

var classes = table[registers.Class]{name: "classes", key: []string{"school", "class_no"}, columns: func(s *registers.Class) []column {
	return []column{
		{"county", &s.County}, {"school", &s.School}, {"class_no", &s.No}, {"stage", &s.Stage}, {"grade", &s.Grade}, {"pupils", &s.Pupils},
		{"ethnic_school", &s.EthnicSchool}, {"pe_lessons", &s.PELessons}, {"pe_due", &s.PEDue}, {"homework", &s.Homework},
	}
}}

var grades = table[registers.Grade]{name: "grades", key: []string{"line"}, columns: func(s *registers.Grade) []column {
	return []column{
		{"county", &s.County}, {"school", &s.School}, {"stage", &s.Stage}, {"number", &s.Number}, {"locality", &s.Locality},
		{"combined", &s.Combined}, {"multimedia", &s.Multimedia}, {"labour_hours", &s.Labour}, {"practice_hours", &s.Practice},
		{"both_courses", &s.Both}, {"other_practice_hours", &s.OtherPractice},
	}
}}

var estates = table[registers.Estate]{name: "estates", key: []string{"line"}, columns: func(s *registers.Estate) []column {
	return []column{
		{"county", &s.County}, {"kind", &s.Kind}, {"locality", &s.Locality}, {"needed", &s.Needed}, {"completed", &s.Completed},
		{"kindergartens", &s.Kindergartens},
	}
}}

var privateSchools = table[registers.PrivateSchool]{name: "private_schools", key: []string{"licence_no"}, columns: func(s *registers.PrivateSchool) []column {
	return []column{
		{"county", &s.County}, {"licence_no", &s.No}, {"state", &s.State}, {"registration", &s.Registration},
	}
}}

var programmes = table[registers.Programme]{name: "programmes", key: []string{"programme_code"}, columns: func(s *registers.Programme) []column {
	return []column{
		{"county", &s.County}, {"programme_code", &s.Code}, {"level", &s.Level}, {"site", &s.Site}, {"demonstration", &s.Demonstration},
		{"practice", &s.Practice}, {"total", &s.Total}, {"school_practice", &s.SchoolPractice}, {"school_total", &s.SchoolTotal},
		{"practice_before", &s.PracticeBefore}, {"total_before", &s.TotalBefore}, {"placement_months", &s.PlacementMonths},
		{"one_plus_x", &s.OnePlusX}, {"through_training", &s.ThroughTraining},
	}
}}

var reportingUnits = table[registers.ReportingUnit]{name: "reporting_units", key: []string{"unit_code"}, columns: func(s *registers.ReportingUnit) []column {
	return []column{
		{"county", &s.County}, {"unit_code", &s.Code}, {"tier", &s.Tier}, {"quarters", &s.Quarters},
	}
}}
