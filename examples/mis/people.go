package mis

import "github.com/eduplan/tonghua/examples/city/registers"

// The tables of persons, and of what is decided about them.

var staff = table[registers.Teacher]{name: "staff", key: []string{"staff_no"}, columns: func(s *registers.Teacher) []column {
	return []column{
		{"county", &s.County}, {"staff_no", &s.No}, {"staff_kind", &s.StaffKind}, {"stage", &s.Stage}, {"specialist", &s.Specialist},
		{"degree", &s.Degree}, {"academic_degree", &s.AcademicDegree}, {"backbone_title", &s.BackboneTitle},
		{"leader_title", &s.LeaderTitle}, {"dual_qualified", &s.DualQualified}, {"space", &s.Space}, {"round_trained", &s.RoundTrained},
		{"digital_hours", &s.DigitalHours}, {"practice_hours", &s.PracticeHours}, {"hard_post", &s.HardPost},
		{"rural_years", &s.RuralYears}, {"allowance_paid", &s.AllowancePaid}, {"allowance_due", &s.AllowanceDue},
		{"province_qualified", &s.ProvinceQualified}, {"province_suggested", &s.ProvinceSuggested},
		{"enterprise_months", &s.EnterpriseMonths}, {"skill_certificate", &s.SkillCertificate}, {"born", &s.Born},
		{"upgrading", &s.Upgrading}, {"ethnic_school", &s.EthnicSchool}, {"ethics_assessed", &s.EthicsAssessed},
		{"newly_appointed", &s.NewlyAppointed}, {"rural_service_fixed", &s.RuralServiceFixed}, {"highest_training", &s.HighestTraining},
		{"hired", &s.Hired},
	}
}}

var pupils = table[registers.Pupil]{name: "pupils", key: []string{"pupil_no"}, columns: func(s *registers.Pupil) []column {
	return []column{
		{"county", &s.County}, {"school", &s.School}, {"pupil_no", &s.No}, {"stage", &s.Stage}, {"grade", &s.Grade},
		{"fitness", &s.Fitness}, {"pe_exempt", &s.PEExempt}, {"certificate", &s.Certificate}, {"space", &s.Space},
		{"sports_skills", &s.SportsSkills}, {"art_skills", &s.ArtSkills}, {"poor", &s.Poor}, {"disabled", &s.Disabled}, {"aided", &s.Aided},
		{"quality_standard", &s.QualityStandard}, {"sleep_hours", &s.Sleep}, {"songs", &s.Songs}, {"in_district", &s.InDistrict},
		{"fee_exempt", &s.FeeExempt}, {"free_textbooks", &s.FreeTextbooks}, {"living_subsidy", &s.LivingSubsidy},
		{"subsidy_due", &s.SubsidyDue},
	}
}}

var students = table[registers.Student]{name: "students", key: []string{"student_no"}, columns: func(s *registers.Student) []column {
	return []column{
		{"county", &s.County}, {"student_no", &s.No}, {"level", &s.Level}, {"year", &s.Year}, {"space", &s.Space},
		{"placement_months", &s.PlacementMonths}, {"certificates", &s.Certificates},
	}
}}

var specialChildren = table[registers.SpecialChild]{name: "special_children", key: []string{"child_no"}, columns: func(s *registers.SpecialChild) []column {
	return []column{
		{"county", &s.County}, {"child_no", &s.No}, {"child_group", &s.Group}, {"compulsory_age", &s.CompulsoryAge},
		{"at_school", &s.AtSchool}, {"severity", &s.Severity}, {"applied", &s.Applied}, {"admitted", &s.Admitted},
		{"placement", &s.Placement}, {"rehab_applied", &s.RehabApplied}, {"rehab_aided", &s.RehabAided},
	}
}}

var researchers = table[registers.Researcher]{name: "researchers", key: []string{"researcher_no"}, columns: func(s *registers.Researcher) []column {
	return []column{
		{"county", &s.County}, {"researcher_no", &s.No}, {"space", &s.Space},
	}
}}

var accounts = table[registers.Account]{name: "accounts", key: []string{"account_no"}, columns: func(s *registers.Account) []column {
	return []column{
		{"county", &s.County}, {"account_no", &s.No}, {"holder", &s.Holder}, {"certified", &s.Certified}, {"uses", &s.Uses},
		{"uses_before", &s.UsesBefore},
	}
}}

var decisions = table[registers.Decision]{name: "decisions", key: []string{"decision_no"}, columns: func(s *registers.Decision) []column {
	return []column{
		{"county", &s.County}, {"decision_no", &s.No}, {"kind", &s.Kind}, {"problem", &s.Problem}, {"passed", &s.Passed},
		{"granted", &s.Granted},
	}
}}

var ethicsCases = table[registers.EthicsCase]{name: "ethics_cases", key: []string{"case_no"}, columns: func(s *registers.EthicsCase) []column {
	return []column{
		{"county", &s.County}, {"case_no", &s.No}, {"confirmed", &s.Confirmed}, {"exposed", &s.Exposed}, {"dealt_with", &s.DealtWith},
	}
}}
