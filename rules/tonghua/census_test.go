package tonghua_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators/attainment"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/rules/tonghua"
	"github.com/eduplan/tonghua/rules/verdict"
)

// persons are people aged 3 and over of one sex by attainment: none, preschool,
// primary, junior, senior, college, bachelor and above.
type persons [7]uint64

func (p persons) plus(o persons) persons {
	for i := range p {
		p[i] += o[i]
	}
	return p
}

// table is the record that a caller would make of them.
func (p persons) table() attainment.Record {
	return attainment.Record{AgeFrom: quantity.N(3),
		NoSchooling: quantity.N(p[0]), Preschool: quantity.N(p[1]), Primary: quantity.N(p[2]), JuniorHigh: quantity.N(p[3]),
		SeniorHigh: quantity.N(p[4]), College: quantity.N(p[5]), BachelorUp: quantity.N(p[6])}
}

func (p persons) personYears() uint64 {
	return 6*p[2] + 9*p[3] + 12*p[4] + 16*p[5] + 16*p[6]
}

func (p persons) number() uint64 {
	return p[0] + p[1] + p[2] + p[3] + p[4] + p[5] + p[6]
}

// area is a line of the census with the mean years printed for all, men and
// women, in hundredths of a year.
type area struct {
	code, name string
	men, women persons
	printed    [3]uint64
}

// census2020 is the county volume of the 2020 population census, tables of
// attainment and of mean years of schooling: Tonghua, its seven counties, and
// the province of Jilin.
var census2020 = []area{
	{"220500", "通化市",
		persons{7856, 4009, 204128, 365855, 169603, 63406, 54437},
		persons{18071, 3744, 233637, 340166, 156863, 59774, 59757}, [3]uint64{959, 971, 947}},
	{"220502", "东昌区",
		persons{658, 654, 22207, 54546, 46751, 18930, 20295},
		persons{1621, 600, 27985, 55342, 47331, 18426, 24399}, [3]uint64{1098, 1105, 1092}},
	{"220503", "二道江区",
		persons{473, 127, 7357, 17038, 12465, 3804, 2913},
		persons{1294, 112, 9268, 16633, 11399, 3536, 2940}, [3]uint64{1007, 1029, 986}},
	{"220521", "通化县",
		persons{1318, 354, 24384, 37829, 12074, 4649, 4078},
		persons{3454, 313, 28583, 32159, 9921, 4371, 4450}, [3]uint64{889, 911, 866}},
	{"220523", "辉南县",
		persons{1658, 530, 33027, 51618, 16749, 6202, 4848},
		persons{3712, 497, 36731, 47957, 14994, 5628, 5133}, [3]uint64{892, 908, 876}},
	{"220524", "柳河县",
		persons{1238, 712, 43182, 61183, 16955, 6742, 4061},
		persons{2607, 640, 46452, 54483, 14549, 5912, 4249}, [3]uint64{872, 885, 858}},
	{"220581", "梅河口市",
		persons{1666, 1314, 53854, 107827, 50416, 17273, 13610},
		persons{3355, 1274, 60812, 101303, 45865, 16663, 13969}, [3]uint64{963, 973, 953}},
	{"220582", "集安市",
		persons{845, 318, 20117, 35814, 14193, 5806, 4632},
		persons{2028, 308, 23806, 32289, 12804, 5238, 4617}, [3]uint64{937, 955, 918}},
	{"220000", "吉林省",
		persons{108457, 50632, 2508440, 4746766, 2114922, 936634, 1076055},
		persons{243040, 47825, 2845431, 4457595, 1996865, 876967, 1139831}, [3]uint64{988, 999, 977}},
}

// aged3 judges tables of people aged 3 and over, which are not the working
// population, and returns what that reading makes of them.
func aged3(t *testing.T, tables ...attainment.Record) verdict.ReadingResult {
	t.Helper()
	r, err := tonghua.MeanYearsSchooling.Evaluate(midTerm, tables...)
	require.NoError(t, err)
	assert.Equal(t, "at-least", r.Reading)
	assert.Equal(t, verdict.Undetermined, r.Outcome)
	assert.Equal(t, verdict.OtherPopulation, r.Reason)
	assert.False(t, r.Exact())
	assert.True(t, r.Shortfall.IsZero())
	for _, o := range r.Readings {
		if o.Key == "aged-3-and-over" {
			require.True(t, o.Computed)
			return o
		}
		assert.False(t, o.Lowest.Defined(), "reading %s has a figure", o.Key)
	}
	require.Fail(t, "no reading aged-3-and-over")
	return verdict.ReadingResult{}
}

func TestTheCensusMeansAreReproduced(t *testing.T) {
	for _, a := range census2020 {
		groups := [3]persons{a.men.plus(a.women), a.men, a.women}
		for i, group := range [...]string{"all", "men", "women"} {
			t.Run(a.code+" "+a.name+" "+group, func(t *testing.T) {
				p, printed := groups[i], a.printed[i]
				o := aged3(t, p.table())
				assert.Equal(t, quantity.Ratio{Of: quantity.TotalOf(p.personYears(), quantity.PersonYear),
					Per: quantity.TotalOf(p.number(), quantity.Person), Unit: quantity.Year}, o.Value)

				// Half-up to hundredths: printed - 1/2 ≤ 100 × of ÷ per < printed + 1/2.
				// The numerator is counted in hundredths of a person-year.
				of, fits := o.Value.Of.Steps().Uint64()
				require.True(t, fits)
				per, fits := o.Value.Per.Steps().Uint64()
				require.True(t, fits)
				assert.LessOrEqual(t, (2*printed-1)*per, 2*of)
				assert.Less(t, 2*of, (2*printed+1)*per)

				// The target is 10.8 years: 1,080 hundredths.
				want := verdict.NotMet
				if of >= 1080*per {
					want = verdict.Met
				}
				assert.Equal(t, want, o.Outcome)
			})
		}
	}
}

func TestOnlyDongchangReachesTheTargetAsTheCensusCounts(t *testing.T) {
	var reached []string
	for _, a := range census2020 {
		if aged3(t, a.men.plus(a.women).table()).Outcome == verdict.Met {
			reached = append(reached, a.name)
		}
	}
	assert.Equal(t, []string{"东昌区"}, reached)
}

func TestTheSevenCountiesMakeUpTheCity(t *testing.T) {
	city := census2020[0].men.plus(census2020[0].women)
	var tables []attainment.Record
	for _, county := range census2020[1:8] {
		tables = append(tables, county.men.table(), county.women.table())
	}
	assert.Equal(t, aged3(t, city.table()).Value, aged3(t, tables...).Value)
}

// The plan speaks for six counties: 梅河口市 (220581) is managed apart. Their
// mean is not printed anywhere; it is 9.573 years for 1,252,105 persons.
func TestTheSixCountiesOfThePlan(t *testing.T) {
	var six persons
	for _, county := range census2020[1:8] {
		if county.code != "220581" {
			six = six.plus(county.men).plus(county.women)
		}
	}
	o := aged3(t, six.table())
	assert.Equal(t, quantity.TotalOf(1_252_105, quantity.Person), o.Value.Per)
	assert.Equal(t, "9.57", o.Value.Number(quantity.Down))
	assert.Equal(t, verdict.NotMet, o.Outcome)
}
