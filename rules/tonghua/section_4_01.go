// Section 四（一） 党的建设.

package tonghua

import (
	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/school"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules"
)

// Answered by evidence alone.
var (
	// PartyInspection: 全面从严治党主体责任专项检查（四（一）第1段）.
	PartyInspection = attested(plan.PartyInspection)
	// CadreSelection: 选苗育才工程（四（一）第1段）.
	CadreSelection = attested(plan.CadreSelection)
	// CadreTraining: 中青年干部三年培养（四（一）第1段）.
	CadreTraining = attested(plan.CadreTraining)
	// PartyTeams: 四支队伍与双培养机制（四（一）第1段）.
	PartyTeams = attested(plan.PartyTeams)
	// Ideology: 思想政治引领与三早工程（四（一）第2段）.
	Ideology = attested(plan.Ideology)
	// IdeologySecurity: 意识形态与政治安全（四（一）第2段）.
	IdeologySecurity = attested(plan.IdeologySecurity)
)

// OneBrandASchool asks of each school whether it works on a Party-building brand
// of its own (一校一品).
//
// Formula: schools with a brand ÷ primary and general secondary schools,
// teaching points left out.
// Unit and range: per cent, 0 to 100.
// Source: 四（一）第2段.
var OneBrandASchool = rules.MustDuty(plan.Tonghua(), plan.OneBrandASchool, indicators.Duty[school.Record]{
	Among: villagePrimaryUp,
	Must:  school.PartyBrand.Is(indicators.Yes),
},
	rules.Reading[school.Record]{Key: "with-teaching-points", Indicator: indicators.Duty[school.Record]{
		Among: generalSchool,
		Must:  school.PartyBrand.Is(indicators.Yes),
	}})
