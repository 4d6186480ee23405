// Section 三（三） 学前教育.

package tonghua

import (
	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/county"
	"github.com/eduplan/tonghua/indicators/estate"
	"github.com/eduplan/tonghua/indicators/kindergarten"
	"github.com/eduplan/tonghua/indicators/school"
	"github.com/eduplan/tonghua/indicators/township"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules"
)

// PreschoolMixedProvision (公办民办并举办园) is answered by evidence alone of: led by
// government, public and private side by side (三（三）第1段).
var PreschoolMixedProvision = attested(plan.PreschoolMixedProvision)

// PreschoolMechanism (县级学前教育主体责任) is answered by evidence alone of: county governments
// bear the main responsibility for development and supervision; a sound system of
// preschool administration; follow-up of the preschool action plan; follow-up of the
// regulation of estate kindergartens; model and township centre kindergartens lead the
// way (三（三）第1段 and 三（三）第3段).
var PreschoolMechanism = attested(plan.PreschoolMechanism)

// PreschoolSupervision (幼儿园七方面监管) is answered by evidence alone of: guidance and
// supervision of kindergartens: entry and exit; guidance and supervision of
// kindergartens: safety; guidance and supervision of kindergartens: staff; guidance and
// supervision of kindergartens: fees; guidance and supervision of kindergartens: health
// care; guidance and supervision of kindergartens: quality (三（三）第1段 and 三（三）第3段).
var PreschoolSupervision = attested(plan.PreschoolSupervision)

// NoSchoolLikeTeaching (幼儿园“小学化”治理) is answered by evidence alone of: school-like
// teaching in kindergartens corrected; campaign against school-like teaching kept up
// (三（三）第1段 and 三（三）第3段).
var NoSchoolLikeTeaching = attested(plan.NoSchoolLikeTeaching)

// InclusivePreschool measures whether inclusive preschool places rose on the
// year before (普惠性学前教育资源).
//
// Formula: inclusive places of the counties ÷ those of the year before.
// Unit and range: per cent of the year before; above 100 is a rise.
// Source: 三（三）第2段.
var InclusivePreschool = rules.MustRatio(plan.Tonghua(), plan.InclusivePreschool, indicators.Ratio[county.Record]{
	Among: countyOfTheYear,
	Of:    indicators.SumOf(county.InclusivePlaces),
	Per:   indicators.SumOf(county.InclusivePlacesBefore),
})

// EnterpriseKindergartens counts the kindergartens run by enterprises,
// institutions and collectives (企事业单位和集体办园).
//
// Formula: number of such kindergartens.
// Unit: kindergartens.
// Source: 三（三）第2段.
var EnterpriseKindergartens = rules.MustCount(plan.Tonghua(), plan.EnterpriseKindergartens, indicators.Count[kindergarten.Record]{
	Counted: kindergarten.Owner.In(indicators.EnterpriseOwner, indicators.InstitutionOwner, indicators.CollectiveOwner),
})

// EstateKindergarten binds planners: an urban estate, new or renovated, that needs
// a kindergarten has one when it is handed over (小区配套幼儿园).
//
// Formula: estates with a kindergarten ÷ finished urban estates that need one.
// Unit and range: per cent, 0 to 100.
// Source: 三（三）第2段.
var EstateKindergarten = rules.MustDuty(plan.Tonghua(), plan.EstateKindergarten, indicators.Duty[estate.Record]{
	Among: indicators.And(estate.Locality.In(indicators.Urban, indicators.Town), estate.KindergartenNeeded.Is(indicators.Yes),
		estate.Completed.Is(indicators.Yes)),
	Must: estate.Kindergartens.AtLeast(indicators.Each),
})

// VillageKindergartenRooms counts the village schools and teaching points that
// use idle rooms as a separate kindergarten (闲置校舍办园).
//
// Formula: number of such schools.
// Unit: schools.
// Source: 三（三）第2段.
var VillageKindergartenRooms = rules.MustCount(plan.Tonghua(), plan.VillageKindergartenRooms, indicators.Count[school.Record]{
	Among:   villageSchool,
	Counted: school.IdleRoomsKindergarten.Is(indicators.Yes),
})

// RemotePreschoolService (偏远乡村学前服务) is answered by evidence alone of: preschool services
// for remote villages (三（三）第2段).
var RemotePreschoolService = attested(plan.RemotePreschoolService)

// InclusivePrivateSupport measures whether inclusive private kindergartens grew
// in number on the year before (普惠性民办园).
//
// Formula: inclusive private kindergartens ÷ those of the year before.
// Unit and range: per cent of the year before; above 100 is a rise.
// Source: 三（三）第2段.
var InclusivePrivateSupport = rules.MustRatio(plan.Tonghua(), plan.InclusivePrivateSupport, indicators.Ratio[county.Record]{
	Among: countyOfTheYear,
	Of:    indicators.SumOf(county.InclusiveKindergartens),
	Per:   indicators.SumOf(county.InclusiveKindergartensBefore),
})

// ChainKindergartens counts the kindergartens that have opened branches (连锁分园).
//
// Formula: number of such kindergartens.
// Unit: kindergartens.
// Source: 三（三）第2段.
var ChainKindergartens = rules.MustCount(plan.Tonghua(), plan.ChainKindergartens, indicators.Count[kindergarten.Record]{
	Counted: kindergarten.Branches.AtLeast(indicators.Each),
})

// KindergartenQuality (幼儿园规范办园与质量) is answered by evidence alone of: kindergartens run
// by the national rules; public oversight strengthened; education and development
// guidelines followed; sound management of kindergartens; sound ideas of care and
// education put into practice; information disclosed by the rules (三（三）第3段 and 专栏5第2项).
var KindergartenQuality = attested(plan.KindergartenQuality)

// KindergartenStaffQuality (幼儿园教师保育员素质) is answered by evidence alone of: better
// qualified teachers and carers; a higher standard of care and education (三（三）第3段).
var KindergartenStaffQuality = attested(plan.KindergartenStaffQuality)

// PublicPreschoolGrowth measures whether places in public kindergartens rose on
// the year before (公办学前教育资源总量).
//
// Formula: places in public kindergartens ÷ those of the year before.
// Unit and range: per cent of the year before; above 100 is a rise.
// Source: 专栏5第1项.
var PublicPreschoolGrowth = rules.MustRatio(plan.Tonghua(), plan.PublicPreschoolGrowth, indicators.Ratio[county.Record]{
	Among: countyOfTheYear,
	Of:    indicators.SumOf(county.PublicPlaces),
	Per:   indicators.SumOf(county.PublicPlacesBefore),
})

// TownshipKindergarten binds counties: each town and township has a public
// kindergarten (乡镇公办幼儿园).
//
// Formula: towns and townships with one ÷ towns and townships.
// Unit and range: per cent, 0 to 100.
// Source: 专栏5第1项.
var TownshipKindergarten = rules.MustDuty(plan.Tonghua(), plan.TownshipKindergarten, indicators.Duty[township.Record]{
	Among: township.Kind.In(indicators.TownUnit, indicators.TownshipUnit),
	Must:  township.PublicKindergartens.AtLeast(indicators.Each),
},
	rules.Reading[township.Record]{Key: "all-township-level-units", Indicator: indicators.Duty[township.Record]{
		Must: township.PublicKindergartens.AtLeast(indicators.Each),
	}})
