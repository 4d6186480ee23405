package main

import (
	"database/sql"
	"fmt"
	"strings"

	"github.com/eduplan/tonghua/examples/city/registers"
	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/indicators/teacher"
	"github.com/eduplan/tonghua/rules/pushdown"
)

// answers and educations are how the bureau's software writes words and codes.
var (
	answers    = indicators.ParserOf[indicators.Answer]().Codes(indicators.TruthCodes).Parse
	educations = indicators.ParserOf[indicators.Education]().Codes(indicators.AttainmentCodes2006).Parse
	stages     = indicators.ParserOf[indicators.Stage]().Parse
	tiers      = indicators.ParserOf[indicators.Tier]().Parse
)

// fullTime reads a kind of staff.
func fullTime(kind string) indicators.Answer {
	switch kind {
	case "专任教师":
		return indicators.Yes
	case "代课教师":
		return indicators.No
	case "":
		return 0
	}
	return indicators.InvalidWord
}

// masterDegree reads an academic degree.
func masterDegree(degree string) indicators.Answer {
	switch degree {
	case "硕士", "博士":
		return indicators.Yes
	case "学士", "无":
		return indicators.No
	case "":
		return 0
	}
	return indicators.InvalidWord
}

// staffTable says where the facts of the staff table lie: what a program writes for a table of
// its own.
func staffTable(e engine, asOf quantity.Date) pushdown.Table[teacher.Record] {
	return pushdown.Table[teacher.Record]{
		From: "staff", Group: "county", Key: "staff_no",
		Skip: "staff_kind IN ('行政人员', '教辅人员', '工勤人员')",
		Columns: []pushdown.Column[teacher.Record]{
			pushdown.Words(teacher.Stage, "stage", stages),
			pushdown.Words(teacher.FullTime, "staff_kind", fullTime),
			pushdown.Words(teacher.Specialist, "specialist", answers),
			pushdown.Words(teacher.Education, "degree", educations),
			pushdown.Words(teacher.MasterDegree, "academic_degree", masterDegree),
			pushdown.Words(teacher.Backbone, "backbone_title", tiers),
			pushdown.Words(teacher.SpecialityLeader, "leader_title", tiers),
			pushdown.Words(teacher.DualQualified, "dual_qualified", answers),
			pushdown.Words(teacher.RealNameSpace, "space", answers),
			pushdown.Words(teacher.CurrentRoundTrained, "round_trained", answers),
			pushdown.Float(teacher.TrainingHours, "training_hours"),
			pushdown.Float(teacher.DigitalHours, "digital_hours"),
			pushdown.Float(teacher.PracticeHours, "practice_hours"),
			pushdown.Words(teacher.HardPost, "hard_post", answers),
			pushdown.Float(teacher.RuralYears, "rural_years"),
			pushdown.Float(teacher.RuralAllowance, "allowance_paid"),
			pushdown.Float(teacher.RuralAllowanceDue, "allowance_due"),
			pushdown.Words(teacher.ProvinceQualified, "province_qualified", answers),
			pushdown.Words(teacher.ProvinceRecommended, "province_suggested", answers),
			pushdown.Float(teacher.EnterpriseMonths, "enterprise_months"),
			pushdown.Words(teacher.VocationalCertificate, "skill_certificate", answers),
			pushdown.Steps(teacher.Age.Field, fullYears(e, asOf, "born", 1)),
			pushdown.Words(teacher.Upgrading, "upgrading", answers),
			pushdown.Words(teacher.EthnicSchool, "ethnic_school", answers),
			pushdown.Words(teacher.EthicsAssessed, "ethics_assessed", answers),
			pushdown.Words(teacher.NewlyAppointed, "newly_appointed", answers),
			pushdown.Words(teacher.RuralServiceArranged, "rural_service_fixed", answers),
			pushdown.Words(teacher.TrainingTier, "highest_training", tiers),
			pushdown.Steps(teacher.AppointedYear.Field, year(e, "hired", -1)),
			pushdown.Steps(teacher.ServiceYears.Field, fullYears(e, asOf, "hired", 100)),
		},
	}
}

// year writes the year of a date that stands as 2009-08-15, NULL where there is none, and
// another number where it is no date of these four centuries.
func year(e engine, column string, none int) string {
	text := fmt.Sprintf(e.dialect.Text, column) // compared by its bytes, which is fastest
	return fmt.Sprintf("CASE WHEN %[1]s IS NULL OR %[1]s = '' THEN NULL WHEN %[2]s >= '1800' AND %[2]s < '22' THEN %[3]s ELSE %[4]d END",
		column, text, fmt.Sprintf(e.dialect.Whole, "SUBSTR("+column+", 1, 4)"), none)
}

// fullYears writes how many full years have passed from a date to a day, in steps of so many.
// They are negative, and so invalid, where the date is none or lies after the day.
func fullYears(e engine, day quantity.Date, column string, steps int) string {
	years := fmt.Sprintf("%d - (%s)", day.Year(), year(e, column, 9999))
	if day != day.EndOfYear() {
		years += fmt.Sprintf(" - CASE WHEN SUBSTR(%s, 6, 5) > '%s' THEN 1 ELSE 0 END", column, day.String()[5:])
	}
	return fmt.Sprintf("(%s) * %d", years, steps)
}

// columns of the staff table, in the order of a row's cells.
var columns = []string{"staff_no", "county", "staff_kind", "stage", "specialist", "degree", "academic_degree", "backbone_title", "leader_title",
	"dual_qualified", "space", "round_trained", "training_hours", "digital_hours", "practice_hours", "hard_post", "rural_years",
	"allowance_paid", "allowance_due", "province_qualified", "province_suggested", "enterprise_months", "skill_certificate",
	"born", "upgrading", "ethnic_school", "ethics_assessed", "newly_appointed", "rural_service_fixed", "highest_training", "hired"}

func isNumber(column string) bool {
	return strings.HasSuffix(column, "_hours") || strings.HasPrefix(column, "allowance_") || column == "rural_years" || column == "enterprise_months"
}

// createStaff writes the statement that makes the table.
func createStaff(e engine) string {
	var list []string
	for _, c := range columns {
		kind := "VARCHAR(40)"
		switch {
		case isNumber(c):
			kind = e.double
		case c == "staff_no":
			kind += " PRIMARY KEY"
		}
		list = append(list, c+" "+kind)
	}
	return "CREATE TABLE staff (" + strings.Join(list, ", ") + ")"
}

// cellsOf returns the cells of a row; an empty text is NULL.
func cellsOf(s *registers.Teacher) []any {
	text := func(v string) any {
		if v == "" {
			return nil
		}
		return v
	}
	number := func(v sql.Null[float64]) any {
		if !v.Valid {
			return nil
		}
		return v.V
	}
	return []any{s.No, text(s.County), text(s.StaffKind), text(s.Stage), text(s.Specialist), text(s.Degree), text(s.AcademicDegree), text(s.BackboneTitle), text(s.LeaderTitle),
		text(s.DualQualified), text(s.Space), text(s.RoundTrained), number(s.TrainingHours), number(s.DigitalHours), number(s.PracticeHours), text(s.HardPost), number(s.RuralYears),
		number(s.AllowancePaid), number(s.AllowanceDue), text(s.ProvinceQualified), text(s.ProvinceSuggested), number(s.EnterpriseMonths), text(s.SkillCertificate),
		text(s.Born), text(s.Upgrading), text(s.EthnicSchool), text(s.EthicsAssessed), text(s.NewlyAppointed), text(s.RuralServiceFixed), text(s.HighestTraining), text(s.Hired)}
}

// fillStaff makes the table and puts rows into it, all or none.
func fillStaff(db *sql.DB, e engine, rows []registers.Teacher) (err error) {
	if _, err := db.Exec(createStaff(e)); err != nil {
		return err
	}
	tx, err := db.Begin()
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			_ = tx.Rollback()
		}
	}()
	const atATime = 30 // rows of one statement: 930 cells, and some databases take no more than 999
	for first := 0; first < len(rows); first += atATime {
		var marks []string
		var cells []any
		for i := first; i < min(first+atATime, len(rows)); i++ {
			own := make([]string, len(columns))
			for k := range own {
				own[k] = e.mark(len(cells) + k + 1)
			}
			marks, cells = append(marks, "("+strings.Join(own, ", ")+")"), append(cells, cellsOf(&rows[i])...)
		}
		if _, err := tx.Exec("INSERT INTO staff VALUES "+strings.Join(marks, ", "), cells...); err != nil {
			return err
		}
	}
	return tx.Commit()
}
