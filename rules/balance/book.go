package balance

import (
	"github.com/eduplan/tonghua/indicators/class"
	"github.com/eduplan/tonghua/indicators/countyreport"
	"github.com/eduplan/tonghua/indicators/resources"
	"github.com/eduplan/tonghua/rules"
)

// Schools returns all rules over the resources of schools.
func Schools() rules.Set[resources.Record] {
	return rules.Set[resources.Record]{
		PrimaryResources, JuniorResources,
		PrimaryQualifiedDifference, JuniorQualifiedDifference,
		PrimaryBackboneDifference, JuniorBackboneDifference,
		PrimaryPeArtDifference, JuniorPeArtDifference,
		PrimaryTeachingAreaDifference, JuniorTeachingAreaDifference,
		PrimarySportsAreaDifference, JuniorSportsAreaDifference,
		PrimaryEquipmentDifference, JuniorEquipmentDifference,
		PrimaryMultimediaDifference, JuniorMultimediaDifference,
		MusicArtRooms, SchoolSize,
	}
}

// Classes returns all rules over classes.
func Classes() rules.Set[class.Record] {
	return rules.Set[class.Record]{PrimaryClassSize, JuniorClassSize}
}

// Counties returns all rules over the reports of counties.
func Counties() rules.Set[countyreport.Record] {
	return rules.Set[countyreport.Record]{
		BasicBalanceYears, NoMajorViolation,
		SmallSchoolsFunded, SpecialSchoolFunds, PayOfTeachers, TrainingHours, Rotation, LicensedTeachers,
		NeighbourhoodIntake, QuotaPlaces, MigrantChildren,
		Retention, DisabledChildren, TrainingShare, MonitoringResults, Satisfaction, NoVeto,
	}
}

// ByEvidence returns all rules that evidence alone answers.
func ByEvidence() []rules.Attested {
	return []rules.Attested{BasicBalanceKept, SchoolNetwork, UnifiedStandards, PerformancePay, PostsAllotted, QuotaRural,
		LeftBehindChildren, SchoolCharter, DigitalTeaching, MoralAndCulture, Curriculum, Workload}
}

// All returns every rule of the book, whatever it is about, in the order of the document.
func All() []rules.View {
	return rules.Views(Schools(), Classes(), Counties(), rules.AttestedSet(ByEvidence()))
}
