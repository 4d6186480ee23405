// Section 三（九） 民办教育.

package tonghua

import (
	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/privateschool"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules"
)

// Answered by evidence alone.
var (
	// PrivateLaw: 民办教育依法管理（三（九）第1段）.
	PrivateLaw = attested(plan.PrivateLaw)
	// PrivateEncouraged: 社会力量依法办学（三（九）第1段）.
	PrivateEncouraged = attested(plan.PrivateEncouraged)
	// PrivateClassificationRules: 民办学校分类登记办法（三（九）第1段）.
	PrivateClassificationRules = attested(plan.PrivateClassificationRules)
)

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

// Answered by evidence alone.
var (
	// SponsorRegulation: 民办学校举办者监管（三（九）第1段）.
	SponsorRegulation = attested(plan.SponsorRegulation)
	// FoundationModel: 基金会办学模式（三（九）第1段）.
	FoundationModel = attested(plan.FoundationModel)
	// PublicInPrivate: 公办学校参与民办办学（三（九）第1段）.
	PublicInPrivate = attested(plan.PublicInPrivate)
	// InclusivePrivateEducation: 普惠性民办教育（专栏11第1项）.
	InclusivePrivateEducation = attested(plan.InclusivePrivateEducation)
	// ScienceTown: 中公科教小镇项目（专栏11第1项）.
	ScienceTown = attested(plan.ScienceTown)
)
