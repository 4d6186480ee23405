package mis

import (
	"github.com/eduplan/tonghua/examples/city/registers"
	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/account"
	"github.com/eduplan/tonghua/indicators/pupil"
	"github.com/eduplan/tonghua/rules/pushdown"
)

// The registers that the database may count are the two with most rows. A text means
// there what the mapping of the register makes of it. The staff table is not among them,
// since hours of training are added up by the library and not by the database.

// word returns what the mapping of a register makes of the text of one column.
func word[T any, R, V any](mapping func(*T, *R), cell func(*T) *string, field func(*R) V) func(string) V {
	return func(text string) V {
		var row T
		var record R
		*cell(&row) = text
		mapping(&row, &record)
		return field(&record)
	}
}

// pupilWord reads a column of answers of the pupil table.
func pupilWord(field indicators.Category[pupil.Record, indicators.Answer], from string, cell func(*registers.Pupil) *string, of func(*pupil.Record) indicators.Answer) pushdown.Column[pupil.Record] {
	return pushdown.Words(field, from, word((*registers.Pupil).Map, cell, of))
}

func pushedPupils() pushdown.Table[pupil.Record] {
	type row = registers.Pupil
	type record = pupil.Record
	return pushdown.Table[pupil.Record]{
		From: "pupils", Group: "county", Key: "pupil_no",
		Columns: []pushdown.Column[pupil.Record]{
			pushdown.Words(pupil.Stage, "stage", word((*row).Map, func(s *row) *string { return &s.Stage }, func(p *record) indicators.Stage { return p.Stage })),
			pushdown.Words(pupil.Fitness, "fitness", word((*row).Map, func(s *row) *string { return &s.Fitness }, func(p *record) indicators.Fitness { return p.Fitness })),
			pupilWord(pupil.FinalGrade, "grade", func(s *row) *string { return &s.Grade }, func(p *record) indicators.Answer { return p.FinalGrade }),
			pupilWord(pupil.PEExempt, "pe_exempt", func(s *row) *string { return &s.PEExempt }, func(p *record) indicators.Answer { return p.PEExempt }),
			pupilWord(pupil.Certificate, "certificate", func(s *row) *string { return &s.Certificate }, func(p *record) indicators.Answer { return p.Certificate }),
			pupilWord(pupil.RealNameSpace, "space", func(s *row) *string { return &s.Space }, func(p *record) indicators.Answer { return p.RealNameSpace }),
			pupilWord(pupil.InDifficulty, "poor", func(s *row) *string { return &s.Poor }, func(p *record) indicators.Answer { return p.InDifficulty }),
			pupilWord(pupil.Disabled, "disabled", func(s *row) *string { return &s.Disabled }, func(p *record) indicators.Answer { return p.Disabled }),
			pupilWord(pupil.Aided, "aided", func(s *row) *string { return &s.Aided }, func(p *record) indicators.Answer { return p.Aided }),
			pupilWord(pupil.QualityStandard, "quality_standard", func(s *row) *string { return &s.QualityStandard }, func(p *record) indicators.Answer { return p.QualityStandard }),
			pupilWord(pupil.MainMelodySongs, "songs", func(s *row) *string { return &s.Songs }, func(p *record) indicators.Answer { return p.MainMelodySongs }),
			pupilWord(pupil.InDistrict, "in_district", func(s *row) *string { return &s.InDistrict }, func(p *record) indicators.Answer { return p.InDistrict }),
			pupilWord(pupil.FeeExempt, "fee_exempt", func(s *row) *string { return &s.FeeExempt }, func(p *record) indicators.Answer { return p.FeeExempt }),
			pupilWord(pupil.FreeTextbooks, "free_textbooks", func(s *row) *string { return &s.FreeTextbooks }, func(p *record) indicators.Answer { return p.FreeTextbooks }),
			pupilWord(pupil.LivingSubsidy, "living_subsidy", func(s *row) *string { return &s.LivingSubsidy }, func(p *record) indicators.Answer { return p.LivingSubsidy }),
			pupilWord(pupil.LivingSubsidyDue, "subsidy_due", func(s *row) *string { return &s.SubsidyDue }, func(p *record) indicators.Answer { return p.LivingSubsidyDue }),
			pushdown.Whole(pupil.SportsSkills, "sports_skills"),
			pushdown.Whole(pupil.ArtSkills, "art_skills"),
			pushdown.Float(pupil.SleepHours, "sleep_hours"),
		},
	}
}

func pushedAccounts() pushdown.Table[account.Record] {
	type row = registers.Account
	type record = account.Record
	return pushdown.Table[account.Record]{
		From: "accounts", Group: "county", Key: "account_no",
		Columns: []pushdown.Column[account.Record]{
			pushdown.Words(account.Holder, "holder", word((*row).Map, func(s *row) *string { return &s.Holder }, func(a *record) indicators.AccountHolder { return a.Holder })),
			pushdown.Words(account.Certified, "certified", word((*row).Map, func(s *row) *string { return &s.Certified }, func(a *record) indicators.Answer { return a.Certified })),
			pushdown.Whole(account.Uses, "uses"),
			pushdown.Whole(account.UsesBefore, "uses_before"),
		},
	}
}
