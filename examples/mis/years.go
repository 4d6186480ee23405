package mis

import "github.com/eduplan/tonghua/examples/city/registers"

// The tables of figures by county and year.

var countyYears = table[registers.County]{name: "county_years", key: []string{"line"}, columns: func(s *registers.County) []column {
	return []column{
		{"county", &s.Code}, {"year", &s.Year}, {"tier", &s.Tier}, {"balance_passed", &s.BalancePassed},
		{"safety_centres", &s.SafetyCentres}, {"special_schools", &s.SpecialSchools}, {"master_studios", &s.MasterStudios},
		{"skills_contests", &s.SkillsContests}, {"lesson_activities", &s.LessonActivities}, {"public_places", &s.PublicPlaces},
		{"public_places_before", &s.PublicPlacesBefore}, {"inclusive_places", &s.InclusivePlaces},
		{"inclusive_places_before", &s.InclusivePlacesBefore}, {"inclusive_kindergartens", &s.InclusiveKindergartens},
		{"inclusive_kindergartens_before", &s.InclusiveKindergartensBefore}, {"primary_difference", &s.PrimaryDifference},
		{"primary_difference_before", &s.PrimaryDifferenceBefore}, {"junior_difference", &s.JuniorDifference},
		{"junior_difference_before", &s.JuniorDifferenceBefore}, {"balance_ready", &s.BalanceReady}, {"primary_narrowed", &s.PrimaryNarrowed},
		{"junior_narrowed", &s.JuniorNarrowed}, {"projects_planned", &s.ProjectsPlanned},
		{"projects_completed", &s.ProjectsCompleted}, {"special_posts", &s.SpecialPosts}, {"special_posts_filled", &s.SpecialPostsFilled},
		{"shortage_posts", &s.ShortagePosts}, {"shortage_posts_filled", &s.ShortagePostsFilled},
		{"vocational_students", &s.VocationalStudents}, {"vocational_students_before", &s.VocationalStudentsBefore},
		{"vocational_spaces", &s.VocationalSpaces}, {"vocational_spaces_before", &s.VocationalSpacesBefore},
	}
}}

var finances = table[registers.Finance]{name: "finances", key: []string{"line"}, columns: func(s *registers.Finance) []column {
	return []column{
		{"county", &s.Code}, {"year", &s.Year}, {"tier", &s.Tier}, {"pupils", &s.Pupils}, {"pupils_before", &s.PupilsBefore},
		{"spending", &s.Spending}, {"spending_before", &s.SpendingBefore}, {"total", &s.Total}, {"total_before", &s.TotalBefore},
		{"weak", &s.Weak}, {"weak_before", &s.WeakBefore}, {"ethnic", &s.Ethnic}, {"ethnic_before", &s.EthnicBefore},
		{"special", &s.Special}, {"special_before", &s.SpecialBefore}, {"teacher_pay", &s.TeacherPay}, {"servant_pay", &s.ServantPay},
		{"town_quota", &s.TownQuota}, {"rural_quota", &s.RuralQuota}, {"ordinary_funds", &s.OrdinaryFunds},
		{"ethnic_funds", &s.EthnicFunds}, {"ethnic_primary", &s.EthnicPrimary}, {"ethnic_junior", &s.EthnicJunior},
		{"town_junior", &s.TownJunior}, {"rural_junior", &s.RuralJunior}, {"ordinary_junior", &s.OrdinaryJunior},
		{"ethnic_junior_funds", &s.EthnicJuniorFunds}, {"public_funds", &s.PublicFunds}, {"public_funds_before", &s.PublicFundsBefore},
		{"preschool_due", &s.PreschoolDue}, {"preschool_paid", &s.PreschoolPaid}, {"inclusive_due", &s.InclusiveDue},
		{"inclusive_paid", &s.InclusivePaid}, {"vocational_due", &s.VocationalDue}, {"vocational_paid", &s.VocationalPaid},
		{"senior_due", &s.SeniorDue}, {"senior_paid", &s.SeniorPaid}, {"bus_due", &s.BusDue}, {"bus_paid", &s.BusPaid},
	}
}}

var enrolments = table[registers.Enrolment]{name: "enrolments", key: []string{"line"}, columns: func(s *registers.Enrolment) []column {
	return []column{
		{"county", &s.County}, {"level", &s.Level}, {"enrolled", &s.Enrolled}, {"of_age", &s.OfAge}, {"official_age", &s.OfficialAge},
	}
}}

var attainments = table[registers.Attainment]{name: "attainments", key: []string{"line"}, columns: func(s *registers.Attainment) []column {
	return []column{
		{"county", &s.County}, {"age_from", &s.AgeFrom}, {"age_to", &s.AgeTo}, {"no_schooling", &s.None}, {"preschool", &s.Kinder},
		{"primary_school", &s.Primary}, {"junior", &s.Junior}, {"senior", &s.Senior}, {"college", &s.College}, {"bachelor", &s.Bachelor},
	}
}}

var transitions = table[registers.Transition]{name: "transitions", key: []string{"line"}, columns: func(s *registers.Transition) []column {
	return []column{
		{"county", &s.County}, {"year", &s.Year}, {"general", &s.General}, {"vocational", &s.Vocational}, {"graduates", &s.Graduates},
		{"to_colleges", &s.ToColleges}, {"to_colleges_before", &s.ToCollegesBefore}, {"to_colleges_start", &s.ToCollegesStart},
	}
}}

var cells = table[registers.Cell]{name: "cells", key: []string{"cell_name"}, columns: func(s *registers.Cell) []column {
	return []column{
		{"county", &s.County}, {"cell_name", &s.Name}, {"dimension", &s.Dimension}, {"backbone", &s.Backbone}, {"masters", &s.Masters},
	}
}}
