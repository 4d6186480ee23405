package registers

import "github.com/eduplan/tonghua/indicators"

// The offices' systems export words and codes side by side; these are the tables that
// their codes are from.
var (
	answers     = indicators.ParserOf[indicators.Answer]().Codes(indicators.TruthCodes)
	educations  = indicators.ParserOf[indicators.Education]().Codes(indicators.AttainmentCodes2006)
	schoolKinds = indicators.ParserOf[indicators.SchoolKind]().Codes(indicators.SchoolKindCodes)
	localities  = indicators.ParserOf[indicators.Locality]().Codes(indicators.LocalityCodes)
)
