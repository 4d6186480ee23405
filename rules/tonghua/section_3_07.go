package tonghua

import (
	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/countyyear"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules"
)

// 三（七） 民族教育

// EthnicDoubleFunds binds counties: ethnic schools of the compulsory stage get
// at least twice the public funds per pupil of ordinary ones
// (民族学校生均公用经费).
//
// Formula: counties that pay them ÷ counties.
// Unit and range: per cent, 0 to 100.
// Source: 三（七）第1段.
var EthnicDoubleFunds = rules.MustDuty(plan.Tonghua(), plan.EthnicDoubleFunds,
	indicators.Duty[countyyear.Record]{
		Among: ofTheYear,
		Must:  countyyear.EthnicFunds.AtLeastShareOf(countyyear.OrdinaryFunds, indicators.Each),
	},
	rules.Reading[countyyear.Record]{Key: "exactly", Indicator: indicators.Duty[countyyear.Record]{
		Among: ofTheYear,
		Must:  countyyear.EthnicFunds.EqualsShareOf(countyyear.OrdinaryFunds, indicators.Each),
	}})

// ofTheYear keeps the figures of other years out: a result speaks of the year
// that its as-of date lies in.
var ofTheYear = countyyear.Year.Is(indicators.AsOfYear)
