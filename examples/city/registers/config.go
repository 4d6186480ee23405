package registers

import (
	"fmt"
	"time"

	"github.com/eduplan/tonghua/indicators/quantity"
)

// The years that a city can be made for: the one before the plan, whose figures
// the plan prints, to the plan's last.
const (
	FirstYear = 2020
	LastYear  = 2025
)

// Config says which city is made. The zero value is the clean city of 2020.
type Config struct {
	Year    int    // FirstYear to LastYear; 0 is FirstYear
	Unknown int    // of a thousand cells, how many are empty
	Invalid int    // of a thousand cells, how many hold what cannot be
	Seed    uint64 // another seed gives other rows with the same totals
}

// City is the registers of one year, as of its last day.
type City struct {
	Config
	Teachers        []Teacher
	Pupils          []Pupil
	Schools         []School
	Classes         []Class
	Grades          []Grade
	Decisions       []Decision
	Enrolments      []Enrolment
	Attainments     []Attainment
	Counties        []County
	Finances        []Finance
	Kindergartens   []Kindergarten
	Townships       []Township
	Estates         []Estate
	Programmes      []Programme
	Students        []Student
	Transitions     []Transition
	PrivateSchools  []PrivateSchool
	SpecialChildren []SpecialChild
	Researchers     []Researcher
	Accounts        []Account
	EthicsCases     []EthicsCase
	Cells           []Cell
	ReportingUnits  []ReportingUnit
}

// checked gives a city its year, and finds what cannot be.
func (c Config) checked() (Config, error) {
	if c.Year == 0 {
		c.Year = FirstYear
	}
	if c.Year < FirstYear || c.Year > LastYear {
		return c, fmt.Errorf("registers: year %d: want %d to %d", c.Year, FirstYear, LastYear)
	}
	if c.Unknown < 0 || c.Invalid < 0 || c.Unknown > 1000-c.Invalid {
		return c, fmt.Errorf("registers: %d unknown and %d invalid cells of 1000", c.Unknown, c.Invalid)
	}
	return c, nil
}

// NewTeachers makes the staff table of a city alone: the Teachers of [New].
func NewTeachers(c Config) ([]Teacher, error) {
	c, err := c.checked()
	if err != nil {
		return nil, err
	}
	return makeTeachers(c), nil
}

// NewEnrolments makes the enrolment table of a city alone: the Enrolments of [New].
func NewEnrolments(c Config) ([]Enrolment, error) {
	c, err := c.checked()
	if err != nil {
		return nil, err
	}
	return makeEnrolments(c), nil
}

// New makes a city. A year or a share that cannot be is an error.
func New(c Config) (*City, error) {
	c, err := c.checked()
	if err != nil {
		return nil, err
	}
	city := &City{Config: c}
	sites := makeSites(c)
	groups := makeGroups(c, sites)
	city.Teachers = makeTeachers(c)
	city.Pupils = makePupils(c, groups)
	var kindergartens []site
	city.Townships, city.Kindergartens, kindergartens = makePreschool(c)
	city.Schools = makeSchools(c, append(sites, kindergartens...))
	city.Classes, city.Grades = makeClasses(c, groups), makeGrades(c, groups)
	city.Decisions, city.EthicsCases = makeDecisions(c), makeEthicsCases(c)
	city.Enrolments, city.Attainments = makeEnrolments(c), makeAttainments(c)
	city.Counties, city.Finances = makeCounties(c), makeFinances(c)
	city.Estates = makeEstates(c)
	city.Programmes, city.Students = makeProgrammes(c), makeStudents(c)
	city.Transitions = makeTransitions(c)
	city.PrivateSchools, city.SpecialChildren = makePrivateSchools(c), makeSpecialChildren(c)
	city.Researchers, city.Accounts = makeResearchers(c), makeAccounts(c)
	city.Cells = makeCells(c)
	city.ReportingUnits = makeReportingUnits(c, sites)
	return city, nil
}

// AsOf returns the day that the registers describe: the last of their year.
func (c Config) AsOf() quantity.Date { return quantity.DateOf(c.Year, time.December, 31) }
