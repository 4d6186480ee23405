package quantity

import (
	"fmt"
	"strings"

	"github.com/eduplan/tonghua/indicators/bilingual"
)

// Unit is what a value counts or measures. The list is closed; a value
// without a unit is no value of the plan.
type Unit uint8

// The units.
const (
	NoUnit Unit = iota
	Percent
	Multiple
	Person
	Teacher
	Pupil
	Researcher
	School
	Kindergarten
	Class
	County
	Township
	Estate
	Programme
	Site
	Project
	Place
	Item
	Set
	Group
	Body
	Document
	Act
	Account
	Case
	Application
	Decision
	Report
	Lesson
	Grade
	Cell
	Hour
	ClockHour
	Minute
	Month
	Year
	CalendarYear
	MonthOfYear
	Age
	PersonYear
	Yuan
	YuanPerPupil
	SquareMetre
	Mbps
	Day
	Point
	Thousandth
	GradeNumber
	FullTimeEquivalent
	PupilsPerTeacher
	Coefficient
	PupilEquivalent
	Room
	PerHundredPupils
	SquareMetrePerPupil
	lastUnit
)

type unitText struct {
	key, measure, noun, one, many string
	hundredths                    bool
}

var units = [lastUnit]unitText{
	NoUnit:       {key: "none"},
	Percent:      {"percent", "%", "", "%", "%", true},
	Multiple:     {"multiple", "倍", "", "time", "times", true},
	Person:       {"person", "人", "", "person", "persons", false},
	Teacher:      {"teacher", "名", "教师", "teacher", "teachers", false},
	Pupil:        {"pupil", "名", "学生", "pupil", "pupils", false},
	Researcher:   {"researcher", "名", "教研员", "researcher", "researchers", false},
	School:       {"school", "所", "学校", "school", "schools", false},
	Kindergarten: {"kindergarten", "所", "幼儿园", "kindergarten", "kindergartens", false},
	Class:        {"class", "个", "班级", "class", "classes", false},
	County:       {"county", "个", "县（市、区）", "county", "counties", false},
	Township:     {"township", "个", "乡镇", "township", "townships", false},
	Estate:       {"estate", "个", "住宅小区", "housing estate", "housing estates", false},
	Programme:    {"programme", "个", "专业", "programme", "programmes", false},
	Site:         {"site", "个", "专业点", "speciality site", "speciality sites", false},
	Project:      {"project", "个", "项目", "project", "projects", false},
	Place:        {"place", "个", "学位", "place", "places", false},
	Item:         {"item", "项", "", "item", "items", false},
	Set:          {"set", "套", "", "set", "sets", false},
	Group:        {"group", "类", "", "group", "groups", false},
	Body:         {"body", "个", "机构", "body", "bodies", false},
	Document:     {"document", "份", "文件", "document", "documents", false},
	Act:          {"act", "次", "", "time", "times", false},
	Account:      {"account", "个", "空间", "network space", "network spaces", false},
	Case:         {"case", "起", "案件", "case", "cases", false},
	Application:  {"application", "份", "申请", "application", "applications", false},
	Decision:     {"decision", "项", "评选决定", "decision", "decisions", false},
	Report:       {"report", "份", "报表", "report", "reports", false},
	Lesson:       {"lesson", "节", "课", "lesson", "lessons", false},
	Grade:        {"grade", "个", "年级", "grade", "grades", false},
	Cell:         {"cell", "个", "县区学段学科单元", "cell", "cells", false},
	Hour:         {"hour", "学时", "", "hour", "hours", true},
	ClockHour:    {"clock-hour", "小时", "", "hour", "hours", true},
	Minute:       {"minute", "分钟", "", "minute", "minutes", false},
	Month:        {"month", "个月", "", "month", "months", true},
	Year:         {"year", "年", "", "year", "years", true},
	CalendarYear: {"calendar-year", "年", "", "", "", false},
	MonthOfYear:  {"month-of-year", "月", "", "", "", false},
	Age:          {"age", "岁", "", "year of age", "years of age", false},
	PersonYear:   {"person-year", "人年", "", "person-year", "person-years", true},
	Yuan:         {"yuan", "元", "", "yuan", "yuan", true},
	YuanPerPupil: {"yuan-per-pupil", "元/生", "", "yuan per pupil", "yuan per pupil", true},
	SquareMetre:  {"square-metre", "平方米", "", "m²", "m²", true},
	Mbps:         {"mbps", "Mbps", "", "Mbps", "Mbps", false},
	Day:          {"day", "日", "", "day", "days", false},
	Point:        {"point", "个百分点", "", "percentage point", "percentage points", true},
	Thousandth:   {"thousandth", "‰", "", "thousandth", "thousandths", false},
	GradeNumber:  {"grade-number", "年级", "", "", "", false},

	FullTimeEquivalent: {"full-time-equivalent", "名", "折合专任教师", "full-time equivalent", "full-time equivalents", true},
	PupilsPerTeacher:   {"pupils-per-teacher", "：1", "", "pupil per teacher", "pupils per teacher", true},
	Coefficient:        {"coefficient", "", "", "", "", true},

	PupilEquivalent:     {"pupil-equivalent", "名", "折算学生", "pupil equivalent", "pupil equivalents", true},
	Room:                {"room", "间", "", "room", "rooms", false},
	PerHundredPupils:    {"per-hundred-pupils", "（每百名学生）", "", "per 100 pupils", "per 100 pupils", true},
	SquareMetrePerPupil: {"square-metre-per-pupil", "平方米/生", "", "m² per pupil", "m² per pupil", true},
}

// Units returns the closed list of units.
func Units() []Unit {
	all := make([]Unit, 0, lastUnit-1)
	for u := NoUnit + 1; u < lastUnit; u++ {
		all = append(all, u)
	}
	return all
}

// ParseUnit reads a unit's key, such as "hour".
func ParseUnit(key string) (Unit, error) {
	for u := NoUnit + 1; u < lastUnit; u++ {
		if units[u].key == key {
			return u, nil
		}
	}
	return NoUnit, fmt.Errorf("quantity: unit %q: not in the list", key)
}

// String returns the unit's key.
func (u Unit) String() string {
	if u < lastUnit {
		return units[u].key
	}
	return fmt.Sprintf("Unit(%d)", uint8(u))
}

// Scale returns how many steps one unit has: 100 for what is measured in
// hundredths, 1 for what is counted whole. A percentage has the scale 1,
// because a share is stored as a part of one; so have multiples, coefficients and what there
// is per hundred pupils.
func (u Unit) Scale() uint64 {
	if u < lastUnit && units[u].hundredths && u != Percent && u != Point && u != Multiple && u != Coefficient && u != PerHundredPupils {
		return 100
	}
	return 1
}

// Fractional reports whether values of the unit print with decimals.
func (u Unit) Fractional() bool { return u < lastUnit && units[u].hundredths }

// Counts reports whether the unit counts things: persons, schools, documents. It
// does not where it measures (hours, yuan), relates (per cent) or numbers
// (school grades, calendar years, months of the year).
func (u Unit) Counts() bool { return u >= Person && u <= Cell }

// Adds reports whether amounts of the unit add up to an amount of the unit, as
// persons, hours and yuan do. Relations and numbers do not.
func (u Unit) Adds() bool {
	switch u {
	case NoUnit, Percent, Multiple, CalendarYear, MonthOfYear, Point, Thousandth, GradeNumber, PupilsPerTeacher, Coefficient,
		PerHundredPupils, SquareMetrePerPupil:
		return false
	}
	return u < lastUnit
}

// Relates reports whether an amount of the unit says how much of one there is for each of
// another: 4.2 per 100 pupils relates teachers and pupils, 4.5 m² per pupil square metres and
// pupils.
func (u Unit) Relates(of, per Unit) bool {
	switch u {
	case Percent, Multiple:
		return of == per
	case PerHundredPupils:
		return per == Pupil && (of.Counts() || of == Room)
	case SquareMetrePerPupil:
		return per == Pupil && of == SquareMetre
	case YuanPerPupil:
		return per == Pupil && of == Yuan
	}
	return false
}

// Noun returns what the unit counts, in words: 教师 or "teachers".
func (u Unit) Noun(l bilingual.Language) string {
	if u >= lastUnit {
		return u.String()
	}
	if l == bilingual.English {
		return units[u].many
	}
	if units[u].noun != "" {
		return units[u].noun
	}
	return units[u].measure
}

// with joins a printed number and the unit: 12名教师, "12 teachers".
func (u Unit) with(number string, one bool, l bilingual.Language) string {
	if u >= lastUnit || u == NoUnit {
		return Grouped(number, l)
	}
	t := &units[u]
	if l != bilingual.English {
		if u == Yuan {
			number = inHundredMillions(number)
		}
		return number + t.measure + t.noun
	}
	if u == GradeNumber {
		return "grade " + number
	}
	word := t.many
	if one {
		word = t.one
	}
	if word == "" {
		return number // 2025 is no quantity: neither word nor separator
	}
	return Grouped(number, l) + " " + word
}

// inHundredMillions writes a sum of money as officials do, 18.2亿, where that leaves at most
// two decimals.
func inHundredMillions(number string) string {
	const digits = 8
	if strings.Contains(number, ".") || len(number) <= digits {
		return number
	}
	whole, rest := number[:len(number)-digits], strings.TrimRight(number[len(number)-digits:], "0")
	switch {
	case len(rest) > 2:
		return number
	case rest != "":
		whole += "." + rest
	}
	return whole + "亿"
}

// MarshalText writes the unit's key.
func (u Unit) MarshalText() ([]byte, error) { return []byte(u.String()), nil }

// UnmarshalText reads the unit's key; "none" is no unit.
func (u *Unit) UnmarshalText(text []byte) error {
	if string(text) == units[NoUnit].key {
		*u = NoUnit
		return nil
	}
	v, err := ParseUnit(string(text))
	if err != nil {
		return err
	}
	*u = v
	return nil
}
