// Section 三（九） 民办教育.

package tonghua

import (
	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/privateschool"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules"
)

// PrivateLaw (民办教育依法管理) is answered by evidence alone of: implementing regulations fully
// applied; guidance, oversight and service; supervision system for private schools;
// better internal governance of private schools; exit mechanism for private schools
// (三（九）第1段).
var PrivateLaw = attested(plan.PrivateLaw)

// PrivateEncouraged (社会力量依法办学) is answered by evidence alone of: encouragement of
// non-state education (三（九）第1段).
var PrivateEncouraged = attested(plan.PrivateEncouraged)

// PrivateClassificationRules (民办学校分类登记办法) is answered by evidence alone of: rules on
// classified registration (三（九）第1段).
var PrivateClassificationRules = attested(plan.PrivateClassificationRules)

// PrivateClassified binds registries: every private school is registered as
// non-profit or for-profit (民办学校分类登记).
//
// Formula: schools registered as either ÷ private schools that are running.
// Unit and range: per cent, 0 to 100.
// Source: 三（九）第1段.
var PrivateClassified = rules.MustDuty(plan.Tonghua(), plan.PrivateClassified, indicators.Duty[privateschool.Record]{
	Among: privateschool.Running.Is(indicators.Yes),
	Must:  privateschool.Registration.In(indicators.NonProfit, indicators.ForProfit),
})

// SponsorRegulation (民办学校举办者监管) is answered by evidence alone of: supervision of
// sponsors; regulation of changes of sponsor (三（九）第1段).
var SponsorRegulation = attested(plan.SponsorRegulation)

// FoundationModel (基金会办学模式) is answered by evidence alone of: exploration of schools run
// by foundations (三（九）第1段).
var FoundationModel = attested(plan.FoundationModel)

// PublicInPrivate (公办学校参与民办办学) is answered by evidence alone of: regulation of public
// schools in private ones (三（九）第1段).
var PublicInPrivate = attested(plan.PublicInPrivate)

// InclusivePrivateEducation (普惠性民办教育) is answered by evidence alone of: encouragement of
// inclusive private education (专栏11第1项).
var InclusivePrivateEducation = attested(plan.InclusivePrivateEducation)

// ScienceTown (中公科教小镇项目) is answered by evidence alone of: the Zhonggong science and
// education town carried out; run by industry-education integration and
// school-enterprise cooperation (专栏11第1项).
var ScienceTown = attested(plan.ScienceTown)
