package registers

import "fmt"

// CityCode is the code of what the city runs itself (市本级). Figures of the
// counties and of the city itself add up to the whole city's.
const CityCode = "220501"

// area is a county of the plan's six, with its units of township level. 梅河口市
// (220581) is run apart and is not among them.
type area struct {
	code, name                         string
	towns, townships, subdistricts     int
	zones                              []int // the last digits of their codes
	weight                             int   // share of the people, per thousand
	preschool, primary, junior, senior int   // official ages 3-5, 6-11, 12-14 and 15-17, in hundreds
	lean                               int   // how much better than the city it enrols; those of all areas add up to nothing
}

// areas lists them in the order of their codes. The populations of official age are
// round numbers near the census; that of ages 3 to 5 falls with the births.
var areas = []area{
	{"220502", "东昌区", 1, 2, 9, []int{120}, 273, 86, 166, 72, 79, 9},
	{"220503", "二道江区", 3, 1, 2, nil, 70, 12, 31, 19, 21, 1},
	{"220521", "通化县", 10, 5, 2, []int{120, 401}, 134, 39, 84, 45, 38, -3},
	{"220523", "辉南县", 10, 1, 3, nil, 182, 43, 114, 75, 64, -2},
	{"220524", "柳河县", 12, 3, 3, nil, 211, 63, 151, 82, 62, -6},
	{"220582", "集安市", 9, 2, 4, nil, 130, 35, 73, 38, 29, 1},
}

// AreaName returns the name of a county code, or of the city itself.
func AreaName(code string) string {
	for _, a := range areas {
		if a.code == code {
			return a.name
		}
	}
	if code == CityCode {
		return "市本级"
	}
	return code
}

// byPeople are the weights of the counties in a column of county codes.
func byPeople() []part {
	parts := make([]part, len(areas))
	for i, a := range areas {
		parts[i] = part{a.code, a.weight}
	}
	return parts
}

// unit is a unit of township level.
type unit struct{ county, code, kind string }

// units lists the towns, townships, subdistricts and zones of an area, with codes
// as the division codes number them.
func (a area) units() []unit {
	var list []unit
	add := func(kind string, last int) {
		list = append(list, unit{a.code, fmt.Sprintf("%s%03d", a.code, last), kind})
	}
	for i := range a.subdistricts {
		add("街道", 1+i)
	}
	for i := range a.towns {
		add("镇", 100+i)
	}
	for i := range a.townships {
		add("乡", 200+i)
	}
	for _, last := range a.zones {
		add("开发区", last)
	}
	return list
}
