// Section 四（一） 党的建设.

package tonghua

import (
	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/school"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules"
)

// PartyInspection (全面从严治党主体责任专项检查) is answered by evidence alone of: sound rules for
// special inspections; special inspections kept up in many rounds; duty for the conduct
// of the sector carried out; inspections of each field of outstanding problems;
// education kept clean and honest (四（一）第1段).
var PartyInspection = attested(plan.PartyInspection)

// CadreSelection (选苗育才工程) is answered by evidence alone of: selection and training
// programme carried on (四（一）第1段).
var CadreSelection = attested(plan.CadreSelection)

// CadreTraining (中青年干部三年培养) is answered by evidence alone of: a body of young and
// mid-career officials trained; the one project carried out; the four plans carried out
// (四（一）第1段).
var CadreTraining = attested(plan.CadreTraining)

// PartyTeams (四支队伍与双培养机制) is answered by evidence alone of: building of the four Party
// teams; training of secretaries strong in both respects; two-way training scheme;
// Party-member teachers set an example (四（一）第1段).
var PartyTeams = attested(plan.PartyTeams)

// Ideology (思想政治引领与三早工程) is answered by evidence alone of: Xi Jinping Thought studied
// and carried out; theme education carried on; political quality of officials and
// teachers raised; socialist direction kept; three-early project; the Party's red,
// revolutionary and reform culture in school life; political and moral education
// improved (四（一）第2段).
var Ideology = attested(plan.Ideology)

// IdeologySecurity (意识形态与政治安全) is answered by evidence alone of: ideological work in
// schools; major political risks prevented and defused; education system safe and stable
// (四（一）第2段).
var IdeologySecurity = attested(plan.IdeologySecurity)

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
